//! The page at `/desk/weeks/{week}`: the board and what stands beside it.

use super::address::{self, Panel};
use super::beside::{Beside, beside, when_fetched, when_tried};
use super::clash::Clashes;
use super::open::Open;
use super::put::Clip;
use super::sieve::Sieve;
use super::toast::Toast;
use super::words::*;
use super::{api, drag, focus, grid, head, keys, live, toast};
use crate::dom::{focus_when_drawn, typing};
use crate::later::{is_taking_over, later, soon};
use crate::live::taken_over;
use crate::parts::{Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_locale, use_visit};
use domain::calendar::week::IsoWeek;
use domain::schedule::Board;
use domain::{Deed, EntryId, Refusal};
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};

/// The page of a week.
#[derive(Clone, Copy)]
pub struct BoardPage {
    week: Memo<Option<IsoWeek>>,
    board: Resource<Answer<Board>>,
}

/// The week that the address names, when there is such a week.
pub(super) fn week_of_address() -> Memo<Option<IsoWeek>> {
    let params = use_params_map();
    Memo::new(move |_| params.with(|p| p.get("week").and_then(|week| week.parse().ok())))
}

impl BoardPage {
    fn open() -> Self {
        let week = week_of_address();
        let board = Resource::new(
            move || week.get(),
            |week| async move {
                match week {
                    Some(week) => api::board(week).await,
                    None => Err(Refusal::NotFound.into()),
                }
            },
        );
        Self { week, board }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn board_page() -> AnyView {
    let this = BoardPage::open();
    let panel = {
        let query = use_query_map();
        Memo::new(move |_| query.with(Panel::of))
    };
    let (toast, clip) = (RwSignal::new(None), RwSignal::new(None));
    let title = move || match this.week.get() {
        Some(week) => head::name_of(week).0,
        None => say(crate::parts::PAGE_NOT_FOUND).to_owned(),
    };
    view! {
        <PageTitle text=Signal::derive(title)/>
        <Transition>
            {move || Suspend::new(async move {
                let page = match this.board.await {
                    Ok(board) => week(board, panel, toast, clip),
                    Err(refused) => refused_page(&refused.0),
                };
                // Not before its pieces wait for their turn.
                taken_over();
                page
            })}
        </Transition>
    }
    .into_any()
}

fn week(
    board: Board,
    panel: Memo<Panel>,
    toast: RwSignal<Option<Toast>>,
    clip: RwSignal<Option<Clip>>,
) -> AnyView {
    let iso = board.week.iso;
    // What can be undone stays with the week that was left; a word of it may come along.
    if toast.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.undo)) {
        toast.update(|toast| *toast = toast.take().map(|toast| Toast { undo: false, ..toast }));
    }
    let (now, locale, actor) = (use_visit().with_value(|v| v.local_now()), use_locale(), use_actor());
    let ground = Open::ground();
    // Of the page, unlike the rest: with the page it lets go.
    let stands = StoredValue::new(ground.clone());
    let open = ground.with(|| {
        let board = RwSignal::new(board);
        Open {
            week: iso,
            board,
            clashes: Memo::new(move |_| board.with(Clashes::of)),
            panel,
            turn: RwSignal::new(0),
            refill: RwSignal::new(None),
            toast,
            past: RwSignal::default(),
            carried: RwSignal::new(None),
            chosen: RwSignal::new(Vec::new()),
            clip,
            pasted: RwSignal::new(false),
            sieve: RwSignal::new(Sieve::of_browser()),
            asking: RwSignal::new(false),
            dropped: StoredValue::new(0.0),
            drawn: StoredValue::default(),
            asked: RwSignal::default(),
            people: RwSignal::default(),
            fresh: StoredValue::default(),
            deeds: StoredValue::default(),
            is_behind: StoredValue::default(),
            hand: RwSignal::new(None),
            now,
            locale,
            actor: StoredValue::new(actor),
            is_changed: StoredValue::default(),
            ground: stands,
        }
    });
    #[cfg(feature = "hydrate")]
    open.note_changes();
    let visit = use_visit();
    let may = |deed| open.actor.with_value(|actor| actor.can(deed));
    Effect::new(move |before: Option<Option<EntryId>>| {
        let now = panel.get();
        if now == Panel::Closed {
            back_to_card(before.flatten());
        } else if before.is_some() {
            into_panel();
        }
        now.entry()
    });
    // Where something is to be put down there are places, also without entries.
    let is_put_here = move || open.asking.get() || open.pasted.get() || open.clip.with(Option::is_some);
    let is_bare = Memo::new(move |_| {
        panel.get() == Panel::Closed && !is_put_here() && open.board.with(|b| b.entries.is_empty())
    });
    // Tells from outside that our program has taken the board over.
    let is_live = RwSignal::new(false);
    // After the board itself has been taken over: what is heard shows there.
    soon(move || {
        soon(move || {
            // Before the keys: Escape is first for what the pointer carries.
            drag::listen(open);
            // The focus is back before a key is heard.
            focus::follow(open);
            keys::listen(open);
            is_live.set(true);
        });
    });
    // What the pieces begin with is what the page was written with, whatever is pressed meanwhile.
    let (sent, told) = (head::steps_sent(open), toast::told());
    let top = [
        Some(Beside::Head(sent)),
        may(Deed::EditEntry).then(|| Beside::Quick(is_taking_over())),
        Some(Beside::Sieve),
        Some(Beside::Found),
        may(Deed::DecideRequest).then_some(Beside::Tray),
    ];
    // A plain form that came back is shown once, with the page it came back on.
    Effect::new(move |_| visit.update_value(|v| v.returned = None));
    // After the pieces: what others do would change what they were written with.
    when_tried(move || soon(move || live::follow(open)));
    let top = top.map(|piece| piece.map(|piece| beside(open, piece)));
    view! {
        {top.into_iter().flatten().collect_view()}
        <div class="desk" data-live=move || is_live.get().then_some("")>
            {move || if is_bare.get() { nothing_yet(open) } else { grid::grid(open) }}
            // A form that is laid anew begins with fresh controls, so that nothing
            // typed for one entry is taken for another.
            <For
                each=move || Some((panel.get(), open.turn.get())).filter(|(p, _)| *p != Panel::Closed)
                key=|shown| *shown
                children=move |(shown, _)| beside(open, Beside::Panel(shown))
            />
        </div>
        {beside(open, Beside::Toasts(told))} {later(move || drag::label(open))} {beside(open, Beside::Keys)}
    }
    .into_any()
}

/// A week without entries.
fn nothing_yet(open: Open) -> AnyView {
    let may = open.actor.with_value(|a| a.can(Deed::EditEntry));
    view! {
        <StateBox icon="week" title=say(EMPTY_WEEK)>
            <p>{say(EMPTY_WEEK_HINT)}</p>
            {may
                .then(|| {
                    view! {
                        <div class="buttons">
                            <a class="button" data-kind="primary" href="?new" data-noscroll>
                                <Icon name="add"/>
                                {say(FIRST_ENTRY)}
                            </a>
                            <a class="button" href=format!("{}/start", address::board(open.week))>
                                <Icon name="copy"/>
                                {say(START_WEEK)}
                            </a>
                        </div>
                    }
                })}
        </StateBox>
    }
    .into_any()
}

/// Takes the keyboard into the panel that was just opened.
fn into_panel() {
    let typed = typing();
    when_fetched(move || {
        // Whoever has begun to type elsewhere while it was fetched stays there.
        if typing() == typed {
            focus_when_drawn(".panel");
        }
    });
}

/// Gives the keyboard back to the card that the panel was about.
fn back_to_card(id: Option<EntryId>) {
    if let Some(id) = id {
        focus_when_drawn(format!(".card[href='?entry={id}']"));
    }
}
