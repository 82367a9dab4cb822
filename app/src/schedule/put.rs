//! Putting an entry down somewhere else on the board: judged while it is carried,
//! by mouse, finger or keyboard alike, and saved by the same verbs as the form.
//!
//! What needs a reason or is refused goes on in the form, already filled in; it is
//! never saved behind somebody's back.

use super::address;
use super::api;
use super::face::named;
use super::form::fields::fields_of;
use super::open::Open;
use super::toast::Toast;
use super::turns::in_turn;
use super::undo::Mark;
use super::words::*;
use chrono::Datelike as _;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{
    Conflict, Entry, EntryDraft, Place, Plan, Save, Saved, Severity, conflict, conflicts,
};
use domain::{EntryId, Locale, PositionId, Refusal, words};
use leptos::prelude::*;

/// An entry in somebody's hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// Which one.
    pub id: EntryId,
    /// The column that it was taken from.
    pub from: Option<PositionId>,
    /// Whether the entry itself stays and a copy is put down.
    pub copy: bool,
}

/// Entries that were cut or copied; they go along to another week.
#[derive(Clone)]
pub(super) struct Clip {
    /// They, as they were then.
    pub taken: Vec<Entry>,
    /// The one that is pasted into the place itself; the others go as far as it does.
    pub held: Held,
    /// Whether it is still said what was taken: a copy can be pasted again without.
    pub is_told: bool,
}

impl Clip {
    /// What was taken, as long as that is to be said.
    pub fn told(&self, locale: Locale) -> Option<String> {
        let verb = if self.held.copy { WAS_COPIED } else { WAS_CUT };
        let contents: Vec<_> = self.taken.iter().map(|entry| words::excerpt(&entry.plan.content)).collect();
        let (verb, hint, number) = (locale.say(verb), locale.say(CLIPPED), contents.len());
        self.is_told.then(|| format!("{verb} {number} {hint} {}", contents.join("; ")))
    }
}

/// What the rules say to a place.
pub(super) struct Verdict {
    /// The entry as it is now.
    pub entry: Entry,
    /// Its plan there.
    pub plan: Plan,
    /// What stands in the way.
    pub found: Vec<Conflict>,
}

impl Verdict {
    /// How heavy it is, for the look of a place.
    pub fn tone(&self) -> &'static str {
        match conflict::heaviest(&self.found) {
            Some(Severity::Refuse) => "red",
            Some(Severity::Reason | Severity::Warn) => "amber",
            _ => "green",
        }
    }

    /// The place and what stands in the way there, in words.
    pub fn words(&self, open: Open, to: Place) -> String {
        let locale = open.locale;
        let leader = to.leader.and_then(|id| open.board.with_untracked(|b| named(&b.directory, id)));
        // Without an hour the hours would say the lane once more.
        let timed = self.plan.start.is_some();
        let hours = timed.then(|| words::hours(locale, self.plan.start, self.plan.end, self.plan.part));
        let place = format!(
            "{}, {}{}{}",
            spoken::short_date(locale, to.date),
            locale.say(words::part(to.part)),
            hours.map(|hours| format!(", {hours}")).unwrap_or_default(),
            leader.map(|name| format!(" · {name}")).unwrap_or_default()
        );
        let first = self.found.iter().find(|c| c.severity > Severity::Note);
        match first {
            Some(first) => format!("{place}. {}", words::conflict(locale, first)),
            None => format!("{place}. {}", locale.say(FREE_HERE)),
        }
    }

    /// Whether it passes without another word.
    fn passes(&self) -> bool {
        let heavy = conflict::heaviest(&self.found).is_some_and(|s| s >= Severity::Reason);
        !heavy || (!self.entry.conflict_reason.is_empty() && !self.is_refused())
    }

    fn is_refused(&self) -> bool {
        conflict::heaviest(&self.found) == Some(Severity::Refuse)
    }
}

/// What the rules say to putting this entry there. Nothing when it is not on the
/// board, or when this person may not arrange it there.
pub(super) fn judge(open: Open, held: Held, to: Place) -> Option<Verdict> {
    judge_entry(open, open.entry(held.id)?, held, to)
}

fn judge_entry(open: Open, entry: Entry, held: Held, to: Place) -> Option<Verdict> {
    open.board.with_untracked(|board| {
        let hours = board.directory.hours_on(to.date);
        let plan = entry.plan.taken(held.from, to, &hours);
        let before = if held.copy { Vec::new() } else { entry.plan.positions() };
        if !open.actor.with_value(|a| a.may_arrange(&before, &plan.positions())) {
            return None;
        }
        let goes = held.copy || entry.standing.is_going();
        let itself = (!held.copy).then_some(held.id);
        let found = if goes && open.week.contains(to.date) {
            conflicts(&board.entries, itself, &plan, &board.directory)
        } else {
            Vec::new()
        };
        Some(Verdict { entry, plan, found })
    })
}

/// Puts it down, and with it those that are chosen together with it. `go` leads to an
/// address of this page.
pub(super) fn put(open: Open, held: Held, to: Place, go: impl Fn(&str) + 'static) {
    put_taken(open, together(open, held.id), held, to, go);
}

/// The entry, or all that are chosen when it is one of them.
pub(super) fn together(open: Open, id: EntryId) -> Vec<Entry> {
    let chosen = open.chosen.get_untracked();
    let ids = if chosen.contains(&id) { chosen } else { vec![id] };
    ids.into_iter().filter_map(|id| open.entry(id)).collect()
}

/// Puts down what was taken, on this week or on another one.
pub(super) fn put_taken(
    open: Open,
    mut taken: Vec<Entry>,
    held: Held,
    to: Place,
    go: impl Fn(&str) + 'static,
) {
    if taken.len() > 1 {
        put_all(open, &taken, held, to);
    } else if let Some(entry) = taken.pop() {
        put_entry(open, entry, held, to, go);
    }
}

/// Puts down an entry that may be of another week.
fn put_entry(open: Open, entry: Entry, held: Held, to: Place, go: impl Fn(&str) + 'static) {
    let Some(verdict) = judge_entry(open, entry, held, to) else {
        return open.complain(open.locale.say(NOT_SERVED).to_owned());
    };
    if !held.copy && verdict.plan == verdict.entry.plan {
        return;
    }
    if verdict.passes() {
        carry_out(open, held, verdict, go);
    } else if open.entry(held.id).is_some() {
        ask(open, held, &verdict, &go);
    } else {
        open.complain(verdict.words(open, to));
    }
}

/// Changes how long an entry lasts, by minutes.
pub(super) fn stretch(open: Open, id: EntryId, minutes: i64, go: impl Fn(&str) + 'static) {
    let Some(entry) = open.entry(id) else { return };
    let held = Held { id, from: None, copy: false };
    let verdict = open.board.with_untracked(|board| {
        let plan = entry.plan.lasting(minutes, &board.directory.hours_on(entry.plan.date));
        let found = conflicts(&board.entries, Some(id), &plan, &board.directory);
        Verdict { entry, plan, found }
    });
    let on = verdict.plan.positions();
    if !open.actor.with_value(|a| a.may_arrange(&on, &on)) {
        return open.complain(open.locale.say(NOT_SERVED).to_owned());
    }
    if verdict.plan == verdict.entry.plan {
        return;
    }
    if verdict.passes() {
        carry_out(open, held, verdict, go);
    } else {
        ask(open, held, &verdict, &go);
    }
}

/// Until when an entry would last, in words.
pub(super) fn lasting(open: Open, id: EntryId, minutes: i64) -> Option<String> {
    let entry = open.entry(id)?;
    let hours = open.board.with_untracked(|b| b.directory.hours_on(entry.plan.date));
    let end = entry.plan.lasting(minutes, &hours).end?;
    Some(format!("{} {}", open.locale.say(LASTS_UNTIL), spoken::time(end)))
}

/// Puts several down at once: each goes as many days further as the one in the hand,
/// and into its lane; only that one changes its leader. One after another, so that
/// each is judged with those before it; what cannot pass stays where it is and is said.
fn put_all(open: Open, taken: &[Entry], hand: Held, to: Place) {
    let Some(home) = taken.iter().find(|entry| entry.id == hand.id).map(|entry| &entry.plan) else { return };
    let days = to.date - home.date;
    let works: Vec<(Entry, Held, Place)> = taken
        .iter()
        .filter_map(|entry| {
            let from = entry.plan.attending.first().map(|a| a.position);
            let (from, leader) = if entry.id == hand.id { (hand.from, to.leader) } else { (from, from) };
            let date = entry.plan.date.checked_add_signed(days)?;
            let part = if to.part == home.part { entry.plan.part } else { to.part };
            let held = Held { id: entry.id, from, copy: hand.copy };
            Some((entry.clone(), held, Place { date, part, leader }))
        })
        .collect();
    open.chosen.set(Vec::new());
    open.toast.set(None);
    in_turn(open, async move {
        let (mut refused, mut marks) = (Vec::new(), Vec::new());
        let mut last = None;
        for (entry, held, to) in works {
            // Those before it may have changed it; one of another week is not on this board.
            let entry = open.entry(held.id).unwrap_or(entry);
            let content = words::excerpt(&entry.plan.content);
            let Some(verdict) = judge_entry(open, entry, held, to) else {
                refused.push(format!("{content}: {}", open.locale.say(NOT_SERVED)));
                continue;
            };
            if !held.copy && verdict.plan == verdict.entry.plan {
                continue;
            }
            if !verdict.passes() {
                refused.push(format!("{content}: {}", verdict.words(open, to)));
                continue;
            }
            let Verdict { entry, plan, .. } = verdict;
            match save(held, &entry, &plan).await {
                Ok((verb, saved)) => {
                    let old = (!held.copy).then_some(entry);
                    marks.extend(Mark::of(verb, old, Some(saved.entry.clone())));
                    open.take_in(saved.entry);
                    last = Some(if held.copy { "copy" } else { verb });
                }
                Err(no) => refused.push(format!("{content}: {}", who_was_first(open.locale, &no))),
            }
        }
        open.remember(marks);
        if !refused.is_empty() {
            open.complain(refused.join(" "));
        } else if let Some(verb) = last {
            open.toast.set(Some(Toast { undo: !open.is_left(), ..Toast::of(verb) }));
        }
        open.refreshed().await;
    });
}

/// Opens the form with the entry as it would be there, so that the conflicts are
/// read and a reason can be given.
fn ask(open: Open, held: Held, verdict: &Verdict, go: &impl Fn(&str)) {
    open.toast.set(None);
    // Why the first one was changed is no reason of its copy.
    let reason = if held.copy { String::new() } else { verdict.entry.reason.clone() };
    let draft = EntryDraft { reason, ..EntryDraft::of(&verdict.plan) };
    let (id, seen) = if held.copy { (None, 0) } else { (Some(held.id), verdict.entry.version) };
    open.lay_anew(Some(fields_of(id, seen, &draft, &verdict.entry.conflict_reason)));
    let panel = if held.copy { "copy" } else { "entry" };
    go(&format!("{}?{panel}={}", address::board(open.week), held.id));
}

fn carry_out(open: Open, held: Held, verdict: Verdict, go: impl Fn(&str) + 'static) {
    let Verdict { entry, plan, .. } = verdict;
    open.toast.set(None);
    let leaves = IsoWeek::of(plan.date) != open.week;
    if !held.copy {
        // Shown at once; the answer puts right what the server sees otherwise.
        open.draw(entry.clone(), plan.clone());
    }
    in_turn(open, async move {
        // The deed before this one may have been about the same entry.
        let version = open.entry(held.id).map_or(entry.version, |e| e.version);
        let entry = Entry { version, ..entry };
        let answer = save(held, &entry, &plan).await;
        match answer {
            Ok((verb, saved)) => {
                let old = (!held.copy).then(|| entry.clone());
                let moved_to = old.as_ref().and_then(|old| new_place(open, &old.plan, &saved.entry.plan));
                if !held.copy {
                    open.answered(held.id, Some(saved.entry.clone()));
                }
                let mark = Mark::of(verb, old, Some(saved.entry));
                let undo = open.remember(mark) && !open.is_left();
                let verb = if held.copy { "copy" } else { verb };
                open.toast.set(Some(Toast { undo, moved_to, ..Toast::of(verb) }));
                open.refreshed().await;
            }
            Err(refused) => {
                // Also where the board cannot be asked for: without a session, without a network.
                if !held.copy {
                    open.answered(held.id, None);
                }
                open.refreshed().await;
                match refused {
                    Refusal::Conflicts(found) if !leaves && !open.is_left() => {
                        ask(open, held, &Verdict { entry, plan, found }, &go);
                    }
                    other => open.refused(&other),
                }
            }
        }
    });
}

/// "T4 03/02, 14:00", with those to whom it goes; nothing when it stays where it was.
pub(super) fn new_place(open: Open, old: &Plan, now: &Plan) -> Option<String> {
    let added = now.attending.iter().filter(|a| old.attending.iter().all(|b| b.position != a.position));
    let names: Vec<String> = open
        .board
        .with_untracked(|b| added.filter_map(|attending| named(&b.directory, attending.position)).collect());
    if (old.date, old.part, old.start) == (now.date, now.part, now.start) && names.is_empty() {
        return None;
    }
    let day = spoken::short_date(open.locale, now.date);
    let hour = words::hours(open.locale, now.start, None, now.part);
    let to = if names.is_empty() { String::new() } else { format!(" · {}", names.join(", ")) };
    Some(format!("{day}, {hour}{to}"))
}

/// Why something was refused that was done without a form: nothing was typed that could
/// be kept.
pub(super) fn why_not(locale: Locale, refusal: &Refusal) -> String {
    match refusal {
        Refusal::Stale(_) => format!("{} {}", who_was_first(locale, refusal), locale.say(NOTHING_DONE)),
        refusal => words::refusal(locale, refusal),
    }
}

/// Who changed an entry meanwhile, and when; of any other refusal what it says.
pub(super) fn who_was_first(locale: Locale, refusal: &Refusal) -> String {
    let Refusal::Stale(stale) = refusal else { return words::refusal(locale, refusal) };
    let at = spoken::time(stale.at.with_timezone(&words::vietnam()).time());
    format!("{} {} {at}.", stale.by, locale.say(CHANGED_IT_AT))
}

/// Saves what was put down: by the verb that tells most of it.
async fn save(held: Held, entry: &Entry, plan: &Plan) -> Result<(&'static str, Saved), Refusal> {
    let stays = plan.attending == entry.plan.attending && length(plan) == length(&entry.plan);
    let answer = if stays && !held.copy {
        let reason = entry.conflict_reason.clone();
        let moved = api::move_entry(held.id, entry.version, plan.date, plan.part, plan.start, reason).await;
        moved.map(|saved| ("move_entry", saved))
    } else {
        let (id, seen, reason, conflict_reason) = if held.copy {
            (None, 0, String::new(), String::new())
        } else {
            (Some(held.id), entry.version, entry.reason.clone(), entry.conflict_reason.clone())
        };
        let draft = EntryDraft { reason, ..EntryDraft::of(plan) };
        api::save_entry(Save { id, seen, draft, conflict_reason, ..Save::default() })
            .await
            .map(|saved| ("save_entry", saved))
    };
    answer.map_err(|refused| refused.0)
}

fn length(plan: &Plan) -> Option<chrono::TimeDelta> {
    Some(plan.end? - plan.start?)
}

/// The same weekday, lane and column one week later or earlier.
pub(super) fn in_week(place: Place, week: IsoWeek) -> Place {
    let days = chrono::Days::new(place.date.weekday().num_days_from_monday().into());
    Place { date: week.monday().checked_add_days(days).unwrap_or(place.date), ..place }
}
