//! A plain form that arrived after the session had ended: what was typed goes
//! through the sign-in as a hidden field and is sent again by a button, never by
//! itself. Passwords are not kept, and nothing of it is stored here.

use super::words::*;
use crate::fields::Fields;
use domain::text::plain;
use domain::{Locale, words};
use leptos::prelude::*;

/// The field of the sign-in form that holds the other form.
pub const KEPT: &str = "kept";
/// The longest form that is kept; in the hidden field it may take three times as much.
pub const KEPT_MAX: usize = 256 * 1024;

/// Fields of people's own words, worth showing to who typed them.
const TEXTS: [&str; 14] = [
    "content",
    "participants",
    "place",
    "public_wording",
    "note",
    "reason",
    "conflict_reason",
    "remark",
    "purpose",
    "papers",
    "name",
    "title",
    "duties",
    "portfolio",
];

/// The fields that were typed, without passwords.
#[derive(Clone, Debug, Default)]
pub struct Kept(pub Fields);

impl Kept {
    /// What a body holds; nothing when it is no form of ours or too long.
    pub fn of_body(body: &[u8]) -> Option<Self> {
        if body.len() > KEPT_MAX {
            return None;
        }
        let fields = Fields::of_body(body).without_secrets();
        (!fields.get(crate::fields::DEED).is_empty()).then_some(Self(fields))
    }

    /// What a person wrote, by the name of the field.
    fn texts(&self, locale: Locale) -> Vec<(&'static str, String)> {
        let typed = |name: &&str| {
            let text = self.0.text(name);
            (!plain(&text).trim().is_empty()).then(|| (locale.say(words::field(name)), text))
        };
        TEXTS.iter().filter_map(typed).collect()
    }
}

/// What is said above the sign-in form.
pub(super) fn kept_note(locale: Locale, kept: &Kept) -> AnyView {
    view! {
        <div class="notice" role="status" id="kept">
            <svg class="i" aria-hidden="true"><use href="/icons.svg#warning"></use></svg>
            <div><p>{locale.say(KEPT_UNTIL_SIGNED_IN)}</p> {shown(locale, kept)}</div>
        </div>
    }
    .into_any()
}

/// The form once more, ready to be sent by somebody who is signed in again.
pub(super) fn send_again(locale: Locale, to: &str, kept: Kept) -> AnyView {
    let texts = shown(locale, &kept);
    let fields = kept.0.0;
    view! {
        <div>
            <h2>{locale.say(SEND_AGAIN)}</h2>
            <p class="soft">{locale.say(SEND_AGAIN_LEAD)}</p>
        </div>
        {texts}
        <form class="form" method="post" action=to.to_owned()>
            {fields
                .into_iter()
                .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
                .collect_view()}
            <button class="button" data-kind="primary" autofocus>{locale.say(SEND)}</button>
        </form>
        <p class="links"><a href=to.to_owned()>{locale.say(DO_NOT_SEND)}</a></p>
    }
    .into_any()
}

fn shown(locale: Locale, kept: &Kept) -> AnyView {
    let texts = kept.texts(locale);
    let rows = texts.into_iter().map(|(name, text)| view! { <dt>{name}</dt> <dd>{text}</dd> });
    view! { <dl class="kept">{rows.collect_view()}</dl> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_and_foreign_or_endless_forms_are_not_kept() {
        let kept = Kept::of_body(b"deed=access.save_account&name=A&password=bi-mat&old=x&new=y").unwrap();
        assert_eq!(kept.0.to_body(), "deed=access.save_account&name=A");
        assert!(Kept::of_body(b"name=A").is_none());
        let long = format!("deed=schedule.save_entry&content={}", "a".repeat(KEPT_MAX));
        assert!(Kept::of_body(long.as_bytes()).is_none());
    }

    #[test]
    fn what_was_written_is_shown_by_its_name() {
        let kept = Kept(Fields(vec![("content".into(), "Họp".into()), ("seen".into(), "3".into())]));
        assert_eq!(kept.texts(Locale::Vi), [("Nội dung", "Họp".to_owned())]);
    }
}
