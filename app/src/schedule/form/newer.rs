//! An entry that was changed elsewhere while its form is open: both versions field by
//! field, and the choice between them. What was typed stays as it is until the person
//! has chosen.

use super::fields::{draft_of, fields_of};
use crate::fields::Fields;
use crate::keep::forget;
use crate::parts::Icon;
use crate::schedule::open::Open;
use crate::schedule::words::*;
use domain::schedule::describe::between;
use domain::schedule::{Entry, EntryDraft};
use domain::{EntryId, Refusal, words};
use leptos::prelude::*;

/// What the form was laid upon.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    /// The entry; a new one has no other version.
    pub id: Option<EntryId>,
    /// Its version then.
    pub version: i32,
    /// What stood in it, when that is known.
    pub base: StoredValue<Option<EntryDraft>>,
}

impl Seen {
    /// The entry as the board has it, when that is another version.
    pub fn newer(self, open: Open) -> Memo<Option<Entry>> {
        Memo::new(move |_| {
            let id = self.id?;
            open.board.with(|b| b.entries.iter().find(|e| e.id == id && e.version != self.version).cloned())
        })
    }
}

/// The two versions, when the board has another one than was seen. `typed` is what
/// stands in the form. A refusal because of it is told here, where both are shown.
pub(super) fn newer(
    open: Open,
    seen: Seen,
    stored: Memo<Option<Entry>>,
    refusal: RwSignal<Option<Refusal>>,
    typed: impl Fn() -> Option<Fields> + Copy + Send + 'static,
    key: StoredValue<String>,
) -> impl IntoView {
    let locale = open.locale;
    move || {
        let entry = stored.get()?;
        let refused = refusal.get().filter(is_stale).map(|refusal| words::refusal(locale, &refusal));
        let class = if refused.is_some() { "notice newer stale" } else { "notice newer" };
        let why = refused.unwrap_or_else(|| locale.say(CHANGED_MEANWHILE).to_owned());
        let theirs = EntryDraft { reason: entry.reason.clone(), ..EntryDraft::of(&entry.plan) };
        let mine = typed().map(|fields| draft_of(&fields))?;
        let apart = open.board.with_untracked(|b| between(&theirs, &mine, &b.directory));
        let rows = apart.into_iter().map(|change| {
            view! {
                <tr>
                    <th scope="row">{locale.say(words::field(&change.field))}</th>
                    <td>{words::value(locale, &change.field, &change.before)}</td>
                    <td>{words::value(locale, &change.field, &change.after)}</td>
                </tr>
            }
        });
        let rows: Vec<_> = rows.collect();
        let same = rows.is_empty();
        let take = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            key.with_value(|key| forget(key));
            open.lay_anew(None);
        };
        let merged = seen.base.get_value().map(|base| EntryDraft::merged(&base, &mine, &theirs));
        let merged = merged.filter(|merged| *merged != mine && *merged != theirs).map(|merged| {
            let fields = fields_of(seen.id, entry.version, &merged, &entry.conflict_reason);
            view! {
                <button
                    class="button"
                    data-kind="primary"
                    type="button"
                    on:click=move |_| open.lay_anew(Some(fields.clone()))
                >
                    {locale.say(MERGE_BOTH)}
                </button>
            }
        });
        let href = format!("?entry={}", entry.id);
        Some(view! {
            <div class=class data-tone="amber" role="alert">
                <Icon name="compare"/>
                <div>
                    <p>{why} " " {same.then(|| locale.say(SAME_AS_YOURS))}</p>
                    {(!same)
                        .then(|| {
                            view! {
                                <table>
                                    <thead>
                                        <tr>
                                            <td></td>
                                            <th scope="col">{locale.say(STORED_NOW)}</th>
                                            <th scope="col">{locale.say(YOURS)}</th>
                                        </tr>
                                    </thead>
                                    <tbody>{rows}</tbody>
                                </table>
                            }
                        })}
                    <p class="buttons">
                        // Enter in a field presses the first button of a form: it is not to overwrite.
                        <button hidden></button>
                        {merged}
                        <a class="button" href=href data-noscroll on:click=take>{locale.say(TAKE_STORED)}</a>
                        <button class="button" name="over" value=entry.version.to_string()>
                            {locale.say(SAVE_MINE)}
                        </button>
                    </p>
                </div>
            </div>
        })
    }
}

/// Whether something was refused because of a newer version.
pub(super) fn is_stale(refusal: &Refusal) -> bool {
    matches!(refusal, Refusal::Stale(_))
}
