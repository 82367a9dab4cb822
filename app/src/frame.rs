//! What stands around every page of the signed-in app: the header with the
//! rooms a person may enter, the menu with their name, the offline mark.

use crate::parts::{Icon, initials};
use crate::visit::{say, use_actor, use_visit};
use domain::calendar::week::IsoWeek;
use domain::{Deed, words};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

domain::words! {
    SKIP: "Tới nội dung chính" | "Skip to content";
    ROOMS: "Các phần" | "Rooms";
    WEEK: "Lịch tuần" | "Week";
    MY: "Của tôi" | "Mine";
    REQUESTS: "Đăng ký" | "Requests";
    PEOPLE: "Nhân sự" | "People";
    JOURNAL: "Nhật ký" | "Journal";
    SETTINGS: "Cài đặt" | "Settings";
    SESSIONS: "Phiên đăng nhập" | "Sessions";
    BULLETIN: "Trang công khai" | "Public page";
    SIGN_OUT: "Đăng xuất" | "Sign out";
    TEXT_SIZE: "Cỡ chữ" | "Text size";
    SMALL: "Chữ nhỏ" | "Small text";
    MEDIUM: "Chữ vừa" | "Normal text";
    LARGE: "Chữ to" | "Large text";
    THEME: "Nền" | "Theme";
    AS_SYSTEM: "Theo máy" | "As the system";
    LIGHT: "Sáng" | "Light";
    DARK: "Tối" | "Dark";
    CONTRAST: "Tương phản" | "High contrast";
    LANGUAGE: "Ngôn ngữ" | "Language";
    OFFLINE: "Mất kết nối. Nội dung đang gõ vẫn được giữ." | "You are offline. What you type is kept.";
}

/// The header and the place for a page.
#[component]
pub fn Frame(
    /// The page.
    children: Children,
) -> impl IntoView {
    let visit = use_visit();
    let committee = visit.with_value(|v| v.committee.clone());
    view! {
        <a class="skip" href="#main">{say(SKIP)}</a>
        <header class="top">
            <a class="brand" href="/desk" rel="external">
                <Brand/>
                <span><b>"Giao Ban"</b><small>{committee}</small></span>
            </a>
            <Rooms/>
            <div class="top-end"><Menu/></div>
        </header>
        <Offline/>
        {children()}
    }
    .into_any()
}

/// The mark of the product: a week with its gold "now".
#[component]
pub fn Brand() -> impl IntoView {
    view! {
        <svg viewBox="0 0 40 40" aria-hidden="true">
            <rect width="40" height="40" rx="7" fill="#b9232a"></rect>
            <path d="M8 12.5h24" stroke="#f1c04a" stroke-width="2.5"></path>
            <g fill="#fff">
                <rect x="8" y="18" width="5" height="5" rx="1"></rect>
                <rect x="17.5" y="18" width="5" height="5" rx="1"></rect>
                <rect x="27" y="18" width="5" height="5" rx="1" fill="#f1c04a"></rect>
                <rect x="8" y="27" width="5" height="5" rx="1"></rect>
                <rect x="17.5" y="27" width="5" height="5" rx="1"></rect>
            </g>
        </svg>
    }
}

#[component]
fn Rooms() -> impl IntoView {
    let actor = use_actor();
    let week = use_visit().with_value(|v| IsoWeek::of(v.today()));
    let path = use_location().pathname;
    let room = move |href: String, start: &'static str, icon: &'static str, word| {
        let here = move || path.with(|p| p.starts_with(start)).then_some("page");
        view! { <A href=href attr:aria-current=here><Icon name=icon/><span>{say(word)}</span></A> }
    };
    let people = actor.can(Deed::ReadPeople);
    let requests = actor.can(Deed::RegisterRequest) || actor.can(Deed::DecideRequest);
    view! {
        <nav class="rooms" aria-label=say(ROOMS)>
            {actor
                .can(Deed::ReadDesk)
                .then(|| room(format!("/desk/weeks/{week}"), "/desk/weeks", "week", WEEK))}
            {requests.then(|| room("/desk/requests".into(), "/desk/requests", "send", REQUESTS))}
            {people.then(|| room("/desk/people".into(), "/desk/people", "people", PEOPLE))}
            {actor
                .can(Deed::ReadJournal)
                .then(|| room("/desk/journal".into(), "/desk/journal", "journal", JOURNAL))}
            {people.then(|| room("/desk/settings".into(), "/desk/settings", "settings", SETTINGS))}
            {actor.can(Deed::ReadPublished).then(|| room("/my".into(), "/my", "mobile", MY))}
        </nav>
    }
}

#[component]
fn Menu() -> impl IntoView {
    let actor = use_actor();
    let roles: Vec<&str> = actor.roles.iter().map(|r| say(words::role(*r))).collect();
    let initials = initials(&actor.name);
    let switch = |value: &'static str, text: &'static str, label: Option<&'static str>| {
        view! { <button type="button" data-set=value aria-pressed="false" aria-label=label>{text}</button> }
    };
    view! {
        <details class="menu">
            <summary>
                <span class="face" aria-hidden="true">{initials}</span>
                <span>{actor.name.clone()}<small>{roles.join(", ")}</small></span>
            </summary>
            <div class="list">
                <A href="/my/sessions"><Icon name="device"/>{say(SESSIONS)}</A>
                <a href="/" rel="external"><Icon name="public"/>{say(BULLETIN)}</a>
                <hr/>
                <div class="switches">
                    <p id="sw-text">{say(TEXT_SIZE)}</p>
                    <div class="segment" role="group" aria-labelledby="sw-text">
                        {switch("text=small", "A-", Some(say(SMALL)))}
                        {switch("text=", "A", Some(say(MEDIUM)))}
                        {switch("text=large", "A+", Some(say(LARGE)))}
                    </div>
                    <p id="sw-theme">{say(THEME)}</p>
                    <div class="segment" role="group" aria-labelledby="sw-theme">
                        {switch("theme=", say(AS_SYSTEM), None)}
                        {switch("theme=light", say(LIGHT), None)}
                        {switch("theme=dark", say(DARK), None)}
                        {switch("theme=contrast", say(CONTRAST), None)}
                    </div>
                    <p id="sw-lang">{say(LANGUAGE)}</p>
                    <div class="segment" role="group" aria-labelledby="sw-lang">
                        <a href="?lang=vi" rel="external" lang="vi">"Tiếng Việt"</a>
                        <a href="?lang=en" rel="external" lang="en">"English"</a>
                    </div>
                </div>
                <hr/>
                <form method="post" action="/sign-out">
                    <button><Icon name="sign-out"/>{say(SIGN_OUT)}</button>
                </form>
            </div>
        </details>
    }
}

/// A bar while the browser has no network; it never shows on the server.
#[component]
fn Offline() -> impl IntoView {
    let offline = RwSignal::new(false);
    #[cfg(feature = "hydrate")]
    {
        use leptos::ev;
        for (event, state) in [(ev::Custom::new("offline"), true), (ev::Custom::new("online"), false)] {
            let event: ev::Custom<leptos::web_sys::Event> = event;
            let handle = window_event_listener(event, move |_| offline.set(state));
            on_cleanup(move || handle.remove());
        }
    }
    view! {
        <Show when=move || offline.get()>
            <p class="offline" role="status"><Icon name="offline"/>{say(OFFLINE)}</p>
        </Show>
    }
}
