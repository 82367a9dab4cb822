//! What stands around every page of the signed-in app: the header with the
//! rooms a person may enter, the menu with their name, the offline mark.

use crate::later::later;
use crate::parts::{Icon, initials};
use crate::request::page::PATH as REQUESTS_AT;
use crate::visit::{Waits, say, use_actor, use_visit};
use domain::calendar::week::IsoWeek;
use domain::waiting::Counts;
use domain::{Actor, Deed, Word, words};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

domain::words! {
    SKIP: "Tới nội dung chính" | "Skip to content";
    ROOMS: "Các phần" | "Rooms";
    MORE_ROOMS: "Các phần khác" | "Further rooms";
    WAITING: "Việc chờ" | "To do";
    DUTY: "Lịch trực" | "Duty";
    WEEK: "Lịch tuần" | "Week";
    MY: "Của tôi" | "Mine";
    REQUESTS: "Đăng ký" | "Requests";
    MEETINGS: "Cuộc họp" | "Meetings";
    ITEMS: "Nội dung" | "Items";
    INVITATIONS: "Giấy mời" | "Invitations";
    PAPERS: "Tài liệu" | "Papers";
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
            {later(|| view! { <Rooms/> }.into_any())}
            <div class="top-end">{later(|| view! { <Menu/> }.into_any())}</div>
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

/// One's own invitations: a room of those who have no desk, in the menu of the others.
const INVITED: &str = "/desk/invitations";

/// What the own unit proposes to bodies; a room of those who agree to it.
const PROPOSED: &str = "/desk/bodies";

/// Meetings; a leader finds there what waits for the word of the chair.
const MEETINGS_AT: &str = "/desk/meetings";

/// The papers of meetings, with what the own unit owes.
const PAPERS_AT: &str = "/desk/papers";

/// A room in the header.
struct Room {
    href: String,
    /// What the addresses of the room begin with.
    start: &'static str,
    icon: &'static str,
    word: Word,
    /// Whether a phone has it in the menu instead of its bar, where six have room.
    in_menu: bool,
}

/// The rooms that a person may enter.
fn rooms(actor: &Actor, week: IsoWeek) -> Vec<Room> {
    let is_desk = actor.can(Deed::ReadDesk);
    let waits = actor.home() == "/desk";
    let items = actor.can(Deed::AgreeItem) || actor.speaks_for().is_some();
    let requests = actor.can(Deed::RegisterRequest) || actor.can(Deed::DecideRequest);
    let meetings = actor.can(Deed::ReadMeeting);
    let invited = actor.can(Deed::AnswerInvitation);
    let people = actor.can(Deed::ReadPeople);
    let journal = actor.can(Deed::ReadJournal);
    let published = actor.can(Deed::ReadPublished);
    let board = format!("/desk/weeks/{week}");
    [
        (waits, "/desk".to_owned(), "/desk", "home", WAITING, false),
        (is_desk, board, "/desk/weeks", "week", WEEK, false),
        (requests, REQUESTS_AT.to_owned(), REQUESTS_AT, "send", REQUESTS, false),
        (meetings, MEETINGS_AT.to_owned(), MEETINGS_AT, "substitute", MEETINGS, false),
        (items, PROPOSED.to_owned(), PROPOSED, "check", ITEMS, !actor.can(Deed::AgreeItem)),
        (invited && !is_desk, INVITED.to_owned(), INVITED, "file", INVITATIONS, false),
        (meetings && !is_desk, PAPERS_AT.to_owned(), PAPERS_AT, "copy", PAPERS, false),
        (is_desk, "/desk/duty".to_owned(), "/desk/duty", "duty", DUTY, is_desk),
        (people, "/desk/people".to_owned(), "/desk/people", "people", PEOPLE, is_desk),
        (journal, "/desk/journal".to_owned(), "/desk/journal", "journal", JOURNAL, is_desk),
        (people, "/desk/settings".to_owned(), "/desk/settings", "settings", SETTINGS, is_desk),
        (published, "/my".to_owned(), "/my", "mobile", MY, false),
    ]
    .into_iter()
    .filter(|(may, ..)| *may)
    .map(|(_, href, start, icon, word, in_menu)| Room { href, start, icon, word, in_menu })
    .collect()
}

/// The link to a room, marked while its pages are shown.
fn way(room: Room) -> AnyView {
    let Room { href, start, icon, word, in_menu } = room;
    let path = use_location().pathname;
    let is_here = move |path: &String| if start == "/desk" { path == start } else { path.starts_with(start) };
    let here = move || path.with(is_here).then_some("page");
    let in_menu = in_menu.then_some("");
    let counted: Option<fn(Counts) -> u32> = match start {
        REQUESTS_AT => Some(|counts| counts.requests),
        MEETINGS_AT => Some(|counts| counts.proposals),
        INVITED => Some(|counts| counts.invitations),
        PROPOSED => Some(|counts| counts.agreements + counts.opinions),
        PAPERS_AT => Some(|counts| counts.papers),
        _ => None,
    };
    let waits = expect_context::<Waits>().0;
    let count = counted.map(|of| {
        move || {
            let count = Some(of(waits.get())).filter(|count| *count > 0);
            count.map(|count| view! { <b class="count">" (" {count} ")"</b> })
        }
    });
    // The other rooms lie below the address of the desk.
    let exact = start == "/desk";
    view! {
        <A href=href exact=exact attr:aria-current=here attr:data-in-menu=in_menu>
            <Icon name=icon/>
            <span>{say(word)}</span>
            {count}
        </A>
    }
    .into_any()
}

#[component]
fn Rooms() -> impl IntoView {
    let week = use_visit().with_value(|v| IsoWeek::of(v.today()));
    let ways = rooms(&use_actor(), week).into_iter().map(way);
    view! { <nav class="rooms" aria-label=say(ROOMS)>{ways.collect_view()}</nav> }
}

#[component]
fn Menu() -> impl IntoView {
    let actor = use_actor();
    let roles: Vec<&str> = actor.roles.iter().map(|r| say(words::role(*r))).collect();
    let initials = initials(&actor.name);
    let week = use_visit().with_value(|v| IsoWeek::of(v.today()));
    let ways: Vec<AnyView> = rooms(&actor, week).into_iter().filter(|room| room.in_menu).map(way).collect();
    let ways =
        (!ways.is_empty()).then(|| view! { <nav class="more-rooms" aria-label=say(MORE_ROOMS)>{ways}</nav> });
    let invited = (actor.can(Deed::ReadDesk) && actor.can(Deed::AnswerInvitation)).then(|| {
        way(Room {
            href: INVITED.to_owned(),
            start: INVITED,
            icon: "file",
            word: INVITATIONS,
            in_menu: false,
        })
    });
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
                {ways}
                {invited}
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
