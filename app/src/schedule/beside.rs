//! What stands around the board: the head of the week, quick entry, the panel of an entry,
//! the tray. It is a lazy part of its own, fetched when the board itself can be used already:
//! a third of what the page loads is in it.

use super::address::{self, Panel};
use super::form::{Beginning, entry_form};
use super::open::Open;
use super::toast::Told;
use super::words::*;
use super::{card, clash, face, halt, head, history, keys, quick, sieve, toast, tray};
use crate::parts::{Badge, Icon, Notice};
use crate::send::Sending;
use crate::visit::{say, use_locale, use_today};
use domain::calendar::spoken;
use domain::schedule::{Entry, EntryDraft};
use domain::{Word, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// A piece of the page. Each is one element.
pub(super) enum Beside {
    /// The days, the state of the week and its steps.
    Head(Sending),
    /// The line that becomes an entry, and whether the page was written with it.
    Quick(bool),
    /// What is shown of the board.
    Sieve,
    /// What collides.
    Found,
    /// Requests that wait.
    Tray,
    /// The panel at the side.
    Panel(Panel),
    /// What was just done.
    Toasts(Told),
    /// The list of keys.
    Keys,
}

/// Draws a piece.
fn draw(open: Open, piece: Beside) -> AnyView {
    match piece {
        Beside::Head(sent) => head::head(open, sent),
        Beside::Quick(is_written) => quick::quick(open, is_written),
        Beside::Sieve => sieve::sieve(open),
        Beside::Found => view! { <div class="found">{clash::clashes(open)}</div> }.into_any(),
        Beside::Tray => tray::tray(open),
        Beside::Panel(panel) => panel_of(open, panel),
        Beside::Toasts(told) => toast::toasts(open, told),
        Beside::Keys => keys::list(),
    }
}

/// The server draws everything at once.
#[cfg(not(feature = "hydrate"))]
pub(super) fn beside(open: Open, piece: Beside) -> AnyView {
    draw(open, piece)
}

/// Nothing is fetched on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn when_fetched(_: impl FnOnce() + 'static) {}

/// Nothing is fetched on the server.
#[cfg(not(feature = "hydrate"))]
pub(super) fn when_tried(_: impl FnOnce() + 'static) {}

#[cfg(feature = "hydrate")]
pub use part::{begin, first_try};
#[cfg(feature = "hydrate")]
pub(super) use part::{beside, when_fetched, when_tried};

/// The code of the pieces in a browser.
#[cfg(feature = "hydrate")]
mod part {
    use super::super::open::Open;
    use super::{Beside, draw};
    use crate::later::{fetched, later, turn};
    use leptos::prelude::*;
    use leptos::wasm_split::{SplitLoaderError, wasm_split};
    use std::cell::{Cell, RefCell};
    use std::time::Duration;

    type Draw = fn(Open, Beside) -> AnyView;
    type Work = Box<dyn FnOnce()>;

    thread_local! {
        static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
        static IS_ASKED: Cell<bool> = const { Cell::new(false) };
        /// What waits, and whether it waits only for the first answer, whatever that is.
        static WAITING: RefCell<Vec<(bool, Work)>> = const { RefCell::new(Vec::new()) };
    }

    /// Between two attempts to fetch the part.
    const PAUSE: Duration = Duration::from_secs(3);

    /// The address of what draws leads the splitting tool to everything that is drawn.
    #[wasm_split(board_beside, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn board_beside() -> Result<Draw, SplitLoaderError> {
        Ok(draw)
    }

    /// Asks for the part once, and waits for the answer.
    pub async fn first_try() {
        if let Ok(draw) = board_beside().await {
            DRAW.set(Some(draw));
        }
    }

    /// Asks for the part, without a connection again and again; the page is what the server
    /// wrote until then.
    pub fn begin() {
        if DRAW.get().is_none() && !IS_ASKED.replace(true) {
            ask();
        }
    }

    fn ask() {
        leptos::task::spawn_local(async {
            first_try().await;
            let is_there = DRAW.get().is_some();
            if is_there {
                IS_ASKED.set(false);
            } else {
                set_timeout(ask, PAUSE);
            }
            let all = WAITING.take();
            let (now, on): (Vec<_>, Vec<_>) = all.into_iter().partition(|(tried, _)| is_there || *tried);
            WAITING.with_borrow_mut(|waiting| waiting.extend(on));
            for (_, work) in now {
                set_timeout(work, Duration::ZERO);
            }
        });
    }

    fn wait(tried: bool, work: Work) {
        WAITING.with_borrow_mut(|waiting| waiting.push((tried, work)));
        begin();
    }

    /// Does some work when the pieces can be drawn.
    pub(in super::super) fn when_fetched(work: impl FnOnce() + 'static) {
        match DRAW.get() {
            Some(_) => work(),
            None => wait(false, Box::new(turn(work))),
        }
    }

    /// Does some work after the pieces have been drawn, or when they cannot be had yet.
    pub(in super::super) fn when_tried(work: impl FnOnce() + 'static) {
        match DRAW.get() {
            Some(_) => work(),
            None => wait(true, Box::new(turn(work))),
        }
    }

    /// A piece, when its code is there. The panel is drawn at once: what is typed there
    /// must be heard.
    pub(in super::super) fn beside(open: Open, piece: Beside) -> AnyView {
        match DRAW.get() {
            Some(draw) if matches!(piece, Beside::Panel(_)) => draw(open, piece),
            Some(draw) => later(move || draw(open, piece)),
            None => {
                // The others are the same whatever happens, and may be open or filled already.
                let is_fixed = !matches!(piece, Beside::Head(_) | Beside::Found | Beside::Toasts(_));
                let is_as_written = move || is_fixed || open.is_as_written();
                fetched(
                    |work| wait(false, work),
                    is_as_written,
                    move || match DRAW.get() {
                        Some(draw) => draw(open, piece),
                        None => ().into_any(),
                    },
                )
            }
        }
    }
}

/// The panel with its heading.
fn panel_of(open: Open, panel: Panel) -> AnyView {
    let locale = use_locale();
    let entry = match panel {
        Panel::Entry(id) | Panel::Copy(id) | Panel::History(id) | Panel::Ask(_, id) => Some(open.entry(id)),
        _ => None,
    };
    let content = match (panel, entry.clone()) {
        (_, Some(None)) => missing(),
        (Panel::Entry(_), Some(Some(entry))) => {
            let draft = EntryDraft { reason: entry.reason.clone(), ..EntryDraft::of(&entry.plan) };
            entry_form(open, Beginning { entry: Some(entry), draft })
        }
        (Panel::Copy(_), Some(Some(entry))) => {
            entry_form(open, Beginning { entry: None, draft: EntryDraft::of(&entry.plan) })
        }
        (Panel::New(date, part, leader), _) => {
            let today = use_today();
            let usual = if open.week.contains(today) { today } else { open.week.monday() };
            let line = use_query_map().with_untracked(|query| query.get(quick::LINE));
            let draft = match line.filter(|line| !line.trim().is_empty()) {
                Some(line) => quick::read(open, &line).draft,
                None => EntryDraft::blank(date.unwrap_or(usual), part, leader),
            };
            entry_form(open, Beginning { entry: None, draft })
        }
        (Panel::History(id), _) => history::panel(open, id),
        (Panel::Ask(ask, _), Some(Some(entry))) => halt::ask(open, ask, &entry),
        (Panel::Return, _) => halt::return_week(open),
        (Panel::Remark, _) => halt::remark(open),
        _ => missing(),
    };
    let about = entry.flatten().filter(|_| !matches!(panel, Panel::Copy(_))).map(|entry| {
        let Entry { plan, .. } = &entry;
        let published = open.board.with_untracked(|b| b.week.published.is_some());
        let badge = card::mark_badge(face::mark_of(&entry, published));
        let first = entry.published_in.is_none().then(|| view! { <Badge icon="internal" text=say(UNPUBLISHED)/> });
        view! {
            <small>
                {spoken::long_date(locale, plan.date)} ", " {say(words::part(plan.part))} " " {badge} " " {first}
            </small>
        }
    });
    view! {
        <aside class="panel" aria-labelledby="panel-h" tabindex="-1">
            <header>
                <div>
                    <h2 id="panel-h">{say(heading(panel))}</h2>
                    {about}
                </div>
                <a class="button" data-kind="icon" href=address::board(open.week) data-noscroll aria-label=say(CLOSE)>
                    <Icon name="close"/>
                </a>
            </header>
            {content}
        </aside>
    }
    .into_any()
}

fn heading(panel: Panel) -> Word {
    match panel {
        Panel::New(..) | Panel::Copy(_) => NEW_ENTRY,
        Panel::History(_) => HISTORY,
        Panel::Ask(address::Ask::Move, _) => MOVE_ENTRY,
        Panel::Ask(address::Ask::Postpone, _) => POSTPONE_ENTRY,
        Panel::Ask(address::Ask::Cancel, _) => CANCEL_ENTRY,
        Panel::Ask(address::Ask::Resume, _) => RESUME_ENTRY,
        Panel::Ask(address::Ask::Remove, _) => REMOVE_ENTRY,
        Panel::Return => RETURN_WEEK,
        Panel::Remark => words::field("remark"),
        Panel::Entry(_) | Panel::Closed => EDIT_ENTRY,
    }
}

/// The entry of an old address: moved to another week, or removed.
fn missing() -> AnyView {
    view! { <div class="body"><Notice tone="amber"><p>{say(NOT_IN_WEEK)}</p></Notice></div> }.into_any()
}
