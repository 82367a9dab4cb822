//! The lazy parts of the app: what is loaded together because the same person
//! uses it. Six parts (the sixth is what stands around the board), not one for each page: the cut makes a file for every
//! set of parts that share code, and ten parts made a hundred and fifty.
//!
//! A part asks for nothing before it is loaded (`data` is empty), so that the
//! types of its rooms stay out of the first load.

use crate::access::accounts::accounts_page;
use crate::access::sessions::sessions_page;
use crate::duty::page::duty_page;
use crate::journal::page::journal_page;
use crate::live::taken_over;
use crate::meeting::page::room;
use crate::my::page::my_page;
use crate::people::persons::persons_page;
use crate::people::positions::positions_page;
use crate::people::units::units_page;
use crate::request::page::requests_page;
use crate::schedule::absence::absence_page;
#[cfg(feature = "hydrate")]
use crate::schedule::beside::{begin, first_try};
use crate::schedule::page::board_page;
use crate::schedule::publications::publications_page;
use crate::schedule::review::review_page;
use crate::schedule::series::series_page;
use crate::schedule::start::start_page;
use crate::schedule::template::templates_page;
use crate::setting::calendar::calendar_page;
use crate::setting::page::settings_page;
use crate::setting::travel::travel_page;
use crate::waiting::page::waiting_page;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::{LazyRoute, lazy_route};

/// The board, which is open all day and is to be there at once.
#[derive(Clone, Copy)]
pub struct BoardPart;

impl LazyRoute for BoardPart {
    fn data() -> Self {
        Self
    }

    async fn view(_this: Self) -> AnyView {
        board_part().await
    }

    /// A panel that the page was written with is taken over with the board; otherwise what
    /// stands around it comes later, but is on its way meanwhile.
    async fn preload() {
        #[cfg(feature = "hydrate")]
        {
            __preload_board_part().await;
            let is_first =
                document().document_element().is_some_and(|page| !page.has_attribute("data-taken"));
            if is_first && window().location().search().is_ok_and(|asked| !asked.is_empty()) {
                first_try().await;
            }
            begin();
        }
    }
}

#[lazy]
fn board_part() -> AnyView {
    comes_with_page("board_part");
    if use_location().search.with_untracked(|asked| !asked.is_empty()) {
        comes_with_page("board_beside");
    }
    board_page()
}

/// What surrounds the board: review, beginning, templates, series, the past of a week.
#[derive(Clone, Copy)]
pub struct SchedulePart;

#[lazy_route]
impl LazyRoute for SchedulePart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        stands("schedule_part");
        match here().rsplit('/').next() {
            Some("review") => review_page(),
            Some("start") => start_page(),
            Some("absence") => absence_page(),
            Some("series") => series_page(),
            Some("templates") => templates_page(),
            _ => publications_page(),
        }
    }
}

/// What the Office looks after: requests, people, journal, settings, accounts.
#[derive(Clone, Copy)]
pub struct OfficePart;

#[lazy_route]
impl LazyRoute for OfficePart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        stands("office_part");
        match here().as_str() {
            "/desk/people/persons" => persons_page(),
            "/desk/people/positions" => positions_page(),
            "/desk" => waiting_page(),
            "/desk/duty" => duty_page(),
            "/desk/requests" => requests_page(),
            "/desk/journal" => journal_page(),
            "/desk/settings" => settings_page(),
            "/desk/settings/travel" => travel_page(),
            "/desk/settings/calendar" => calendar_page(),
            "/desk/settings/accounts" => accounts_page(),
            _ => units_page(),
        }
    }
}

/// Meetings and the bodies that meet.
#[derive(Clone, Copy)]
pub struct MeetingPart;

#[lazy_route]
impl LazyRoute for MeetingPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        stands("meeting_part");
        room()
    }
}

/// What is one's own: the phone, one's sessions.
#[derive(Clone, Copy)]
pub struct MyPart;

#[lazy_route]
impl LazyRoute for MyPart {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        stands("my_part");
        if here().ends_with("/sessions") { sessions_page() } else { my_page() }
    }
}

/// A part is shown: its files come with the page, and the page says when it is taken over.
fn stands(part: &str) {
    comes_with_page(part);
    taken_over();
}

/// The files of a part come with the page.
fn comes_with_page(_part: &str) {
    #[cfg(feature = "ssr")]
    crate::shell::fetch_with_page(_part);
}

/// The path of the page that is being shown.
fn here() -> String {
    use_location().pathname.with_untracked(|path| path.trim_end_matches('/').to_owned())
}
