//! The page at `/desk/weeks/{week}`: the board and what stands beside it.

use super::address::{self, Panel};
use super::clash::{Clashes, clashes};
use super::form::{Beginning, entry_form};
use super::open::Open;
use super::put::Clip;
use super::toast::Toast;
use super::words::*;
use super::{api, drag, focus, grid, halt, head, history, keys, live, quick, sieve, toast, tray};
use crate::dom::focus_when_drawn;
use crate::later::{later, soon};
use crate::parts::{Badge, Icon, Notice, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_actor, use_locale, use_today, use_visit};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Board, Entry, EntryDraft};
use domain::{Deed, EntryId, Refusal, Word, words};
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
                match this.board.await {
                    Ok(board) => week(board, panel, toast, clip),
                    Err(refused) => refused_page(&refused.0),
                }
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
            sieve: RwSignal::default(),
            asking: RwSignal::new(false),
            dropped: StoredValue::new(0.0),
            people: RwSignal::default(),
            fresh: StoredValue::default(),
            deeds: StoredValue::default(),
            is_behind: StoredValue::default(),
            hand: RwSignal::new(None),
            now,
            locale,
            actor: StoredValue::new(actor),
            ground: stands,
        }
    });
    let visit = use_visit();
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
    // After everything that waits for its turn when the page stands: what is heard shows there.
    soon(move || {
        soon(move || {
            // Before the keys: Escape is first for what the pointer carries.
            drag::listen(open);
            keys::listen(open);
            focus::follow(open);
            live::follow(open);
            is_live.set(true);
        });
    });
    // What the pieces begin with is what the page was written with, whatever is pressed meanwhile.
    let (sent, told) = (head::steps_sent(open), toast::told());
    // A plain form that came back is shown once, with the page it came back on.
    Effect::new(move |_| visit.update_value(|v| v.returned = None));
    let may = |deed| open.actor.with_value(|actor| actor.can(deed));
    let typed = quick::typed();
    let quick = may(Deed::EditEntry).then(|| later(move || quick::quick(open, typed)));
    let tray = may(Deed::DecideRequest).then(|| later(move || tray::tray(open)));
    view! {
        {later(move || head::head(open, sent))} {quick} {later(move || sieve::sieve(open))}
        {later(move || view! { <div class="found">{clashes(open)}</div> }.into_any())} {tray}
        <div class="desk" data-live=move || is_live.get().then_some("")>
            {move || if is_bare.get() { nothing_yet(open) } else { grid::grid(open) }}
            // A form that is laid anew begins with fresh controls, so that nothing
            // typed for one entry is taken for another.
            <For
                each=move || Some((panel.get(), open.turn.get())).filter(|(p, _)| *p != Panel::Closed)
                key=|shown| *shown
                children=move |(shown, _)| aside(open, shown)
            />
        </div>
        {later(move || toast::toasts(open, told))} {later(move || drag::label(open))} {later(keys::list)}
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

/// The panel with its heading.
fn aside(open: Open, panel: Panel) -> AnyView {
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
        let badge = super::card::mark_badge(super::face::mark_of(&entry, published));
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

/// Takes the keyboard into the panel that was just opened.
fn into_panel() {
    focus_when_drawn(".panel");
}

/// Gives the keyboard back to the card that the panel was about.
fn back_to_card(id: Option<EntryId>) {
    if let Some(id) = id {
        focus_when_drawn(format!(".card[href='?entry={id}']"));
    }
}
