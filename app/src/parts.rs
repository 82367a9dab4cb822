//! The small parts that every room uses: icons, notices, fields with their
//! error beside them, badges, states. Markup and classes are those of
//! `style/_parts.css`.

use crate::visit::{say, use_locale};
use domain::{Issue, Refusal, Word, words};
use leptos::prelude::*;

domain::words! {
    NOTHING_HERE: "Chưa có gì ở đây." | "Nothing here yet.";
    SOMETHING_BROKE: "Trang này gặp lỗi" | "This page broke";
    PAGE_NOT_FOUND: "Không tìm thấy trang" | "Page not found";
    NOT_FOR_YOU: "Không có quyền xem trang này" | "You may not see this page";
    NOT_FOUND_HINT: "Địa chỉ có thể đã đổi, hoặc mục này không dành cho bạn." | "The address may have changed, or this is not for you.";
    NO_CONNECTION: "Không có kết nối" | "No connection";
    NO_CONNECTION_HINT: "Trang tự mở lại khi có mạng." | "The page opens by itself when there is a connection again.";
    TRY_AGAIN: "Thử lại" | "Try again";
    BACK_HOME: "Về trang đầu" | "Back to the start";
    SIGN_IN_AGAIN: "Đăng nhập lại" | "Sign in again";
    LOADING: "Đang tải" | "Loading";
    SAVED_IS: "Đang lưu trong hệ thống" | "Stored now";
    YOU_SAW: "Khi bạn mở" | "When you opened it";
}

/// An icon of the sprite.
#[component]
pub fn Icon(
    /// Its name in `public/icons.svg`.
    name: &'static str,
) -> impl IntoView {
    view! { <svg class="i" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}

/// A state in a word, with an icon and a tone.
#[component]
pub fn Badge(
    /// `green`, `blue`, `amber`, `red` or empty for grey.
    #[prop(default = "")]
    tone: &'static str,
    /// Icon name.
    icon: &'static str,
    /// The word.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let tone = (!tone.is_empty()).then_some(tone);
    view! { <span class="badge" data-tone=tone><Icon name=icon/>{text}</span> }
}

/// A message across the page or the panel.
#[component]
pub fn Notice(
    /// `green`, `blue`, `amber` or `red`.
    tone: &'static str,
    /// The message.
    children: Children,
) -> impl IntoView {
    let icon = match tone {
        "green" => "done",
        "blue" => "info",
        "amber" => "warning",
        _ => "error",
    };
    view! { <div class="notice" data-tone=tone role="alert"><Icon name=icon/><div>{children()}</div></div> }
}

/// The first letters of the last two words of a name: "Lã Minh Quân", "MQ"; large ones also
/// of an office that is written small ("Văn thư Sở Y tế", "YT").
pub fn initials(name: &str) -> String {
    let names: Vec<&str> = name.split_whitespace().collect();
    let letters = names.iter().rev().take(2).rev().filter_map(|name| name.chars().next());
    letters.flat_map(char::to_uppercase).collect()
}

/// A refusal above a form, with the way out.
#[component]
pub fn RefusalNotice(
    /// What was refused, if anything.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let locale = use_locale();
    move || {
        refusal.get().map(|refusal| {
            let sentence = words::refusal(locale, &refusal);
            match refusal {
                Refusal::Stale(stale) => view! {
                    <div class="notice stale" data-tone="amber" role="alert">
                        <Icon name="compare"/>
                        <div>
                            <p>{sentence}</p>
                            <dl>
                                {stale
                                    .changes
                                    .iter()
                                    .map(|change| {
                                        view! {
                                            <dt>{locale.say(words::field(&change.field))}</dt>
                                            <dd>
                                                <del>{words::value(locale, &change.field, &change.before)}</del>
                                                " → "
                                                <ins>{words::value(locale, &change.field, &change.after)}</ins>
                                            </dd>
                                        }
                                    })
                                    .collect_view()}
                            </dl>
                        </div>
                    </div>
                }
                .into_any(),
                Refusal::SignInNeeded => view! {
                    <Notice tone="amber">
                        <p>{sentence}</p>
                        <p><a href="/sign-in" target="_blank">{say(SIGN_IN_AGAIN)}</a></p>
                    </Notice>
                }
                .into_any(),
                _ => view! { <Notice tone="red"><p>{sentence}</p></Notice> }.into_any(),
            }
        })
    }
}

/// The issues of a refusal, for [`Field`].
pub fn issues_of(refusal: Option<&Refusal>) -> Vec<Issue> {
    match refusal {
        Some(Refusal::Invalid(issues)) => issues.clone(),
        _ => Vec::new(),
    }
}

/// The words of what is wrong with a field, if something is.
pub fn problem_of(issues: &[Issue], field: &str) -> Option<String> {
    let locale = use_locale();
    let found: Vec<String> = issues
        .iter()
        .filter(|issue| issue.field == field)
        .map(|issue| words::problem(locale, &issue.problem))
        .collect();
    (!found.is_empty()).then(|| found.join(" "))
}

/// A labelled field with its hint and its error beside it. The control inside
/// takes `id` = the field's name and `aria-describedby` = `{name}-error`.
#[component]
pub fn Field(
    /// Code name of the field.
    name: &'static str,
    /// Width in twelfths; 12 when it is not given.
    #[prop(default = 12)]
    span: u8,
    /// Another label than the field's own.
    #[prop(optional)]
    label: Option<Word>,
    /// A line below the control.
    #[prop(optional)]
    hint: Option<Word>,
    /// What is wrong in the form.
    #[prop(into)]
    issues: Signal<Vec<Issue>>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let label = say(label.unwrap_or_else(|| words::field(name)));
    let problem = move || issues.with(|issues| problem_of(issues, name));
    view! {
        <div class="field" data-span=(span != 12).then(|| span.to_string())>
            <label for=name>{label}</label>
            {children()}
            {hint.map(|hint| view! { <p class="hint" id=format!("{name}-hint")>{say(hint)}</p> })}
            {move || {
                problem()
                    .map(|text| {
                        view! {
                            <p class="error" id=format!("{name}-error")>
                                <Icon name="error"/>
                                <span>{text}</span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// Whether a control is to be marked as wrong; for `aria-invalid`.
pub fn is_wrong(issues: Signal<Vec<Issue>>, field: &'static str) -> impl Fn() -> Option<&'static str> + Copy {
    move || issues.with(|issues| issues.iter().any(|i| i.field == field)).then_some("true")
}

/// A state instead of content: empty, not found, broken.
#[component]
pub fn StateBox(
    /// Icon name.
    icon: &'static str,
    /// Heading.
    #[prop(into)]
    title: String,
    /// Whether it stands for the whole page, and its heading for the page's.
    #[prop(default = false)]
    whole: bool,
    /// What to do now.
    children: Children,
) -> impl IntoView {
    let heading =
        if whole { view! { <h1>{title}</h1> }.into_any() } else { view! { <h2>{title}</h2> }.into_any() };
    view! { <div class="state"><Icon name=icon/>{heading}{children()}</div> }
}

/// An address that leads nowhere. It stands in the first load, so it says little.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <StateBox icon="search" title=say(PAGE_NOT_FOUND) whole=true>
            <p>{say(NOT_FOUND_HINT)}</p>
            <p class="buttons"><a class="button" href="/desk" rel="external">{say(BACK_HOME)}</a></p>
        </StateBox>
    }
}

/// A page's content that could not be had, in words.
pub fn refused_page(refusal: &Refusal) -> AnyView {
    if *refusal == Refusal::NoConnection {
        return offline_page();
    }
    let sentence = words::refusal(use_locale(), refusal);
    let (icon, title) = match refusal {
        Refusal::NotFound | Refusal::Removed { .. } => ("search", PAGE_NOT_FOUND),
        Refusal::NotYours => ("restricted", NOT_FOR_YOU),
        _ => ("error", SOMETHING_BROKE),
    };
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(status(refusal));
    }
    view! {
        <StateBox icon=icon title=say(title) whole=true>
            <p>{sentence}</p>
            <p class="buttons"><a class="button" href="/desk" rel="external">{say(BACK_HOME)}</a></p>
        </StateBox>
    }
    .into_any()
}

/// Nothing came over the line; the page is asked for again as soon as there is one.
fn offline_page() -> AnyView {
    #[cfg(feature = "hydrate")]
    {
        use leptos::ev;
        let online: ev::Custom<leptos::web_sys::Event> = ev::Custom::new("online");
        let handle = window_event_listener(online, |_| {
            // A page that cannot be loaded again stays, with its link.
            let _ = location().reload();
        });
        on_cleanup(move || handle.remove());
    }
    view! {
        <StateBox icon="offline" title=say(NO_CONNECTION) whole=true>
            <p>{say(NO_CONNECTION_HINT)}</p>
            <p class="buttons"><a class="button" href="" rel="external">{say(TRY_AGAIN)}</a></p>
        </StateBox>
    }
    .into_any()
}

/// The HTTP status that says the same as a refusal (RFC 9110, 15.5).
#[cfg(feature = "ssr")]
pub fn status(refusal: &Refusal) -> axum::http::StatusCode {
    use axum::http::StatusCode;
    match refusal {
        Refusal::SignInNeeded | Refusal::WrongPassword => StatusCode::UNAUTHORIZED,
        Refusal::NotYours => StatusCode::FORBIDDEN,
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Removed { .. } => StatusCode::GONE,
        Refusal::TooMany { .. } | Refusal::TooManyRequests { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Stale(_)
        | Refusal::WrongState { .. }
        | Refusal::WrongRequestState { .. }
        | Refusal::WrongOffset { .. }
        | Refusal::WrongMeetingState { .. }
        | Refusal::WrongItemState { .. }
        | Refusal::Begun
        | Refusal::WrongAnswer { .. }
        | Refusal::AgendaFrozen
        | Refusal::NotInSession(_)
        | Refusal::HasMeeting => StatusCode::CONFLICT,
        Refusal::NoConnection | Refusal::Broken { .. } => StatusCode::INTERNAL_SERVER_ERROR,
        Refusal::Invalid(_)
        | Refusal::Conflicts(_)
        | Refusal::NothingToPublish
        | Refusal::AlreadyPublished => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn a_face_shows_the_last_two_words_in_large_letters() {
        assert_eq!(initials("Lã Minh Quân"), "MQ");
        assert_eq!(initials("Văn thư Sở Y tế"), "YT");
        assert_eq!(initials(" Đặng "), "Đ");
        assert_eq!(initials(""), "");
    }
}
