//! The lines that a week can begin with, judged again with each tick.

use super::deed::{self, Done};
use super::words::*;
use super::{Asked, Kept, address_of, line, saved_notice};
use crate::control::Line as Text;
use crate::fields::{DEED, Fields, Returned};
use crate::parts::{Field, Icon, RefusalNotice};
use crate::schedule::address;
use crate::send::{Sending, fields_now};
use crate::visit::{say, use_actor, use_locale, use_visit};
use chrono::NaiveDate;
use domain::Deed;
use domain::calendar::spoken;
use domain::schedule::start::judged;
use domain::schedule::{Conflict, Proposal, Severity, Source, Starting, conflict};
use leptos::html;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is ticked when the page is opened.
fn ticked(starting: &Starting, asked: &Asked, typed: Option<&Fields>) -> BTreeSet<String> {
    if let Some(typed) = typed {
        return typed.all("take").into_iter().collect();
    }
    if !asked.left.is_empty() {
        return asked.left.clone();
    }
    let is_ticked = |p: &&Proposal| match asked.tick.as_str() {
        "" => p.ticked,
        "all" => true,
        "none" => false,
        keys => keys.split('.').any(|key| key == p.key),
    };
    starting.proposals.iter().filter(is_ticked).map(|p| p.key.clone()).collect()
}

pub(super) fn form(starting: Arc<Starting>, asked: &Asked, again: Callback<()>, kept: Kept) -> AnyView {
    let locale = use_locale();
    let week = starting.board.week.iso;
    let source = starting.source;
    let visit = use_visit();
    let returned = Returned::of(deed::START).or_else(|| Returned::of(deed::KEEP));
    let sending = Sending::of(deed::START);
    sending.refusal.set(returned.as_ref().map(|r| r.refusal.clone()));
    Effect::new(move |_| visit.update_value(|v| v.returned = None));
    let typed = returned.map(|r| r.fields);
    let issues = sending.issues();

    let first = ticked(&starting, asked, typed.as_ref());
    let chosen = RwSignal::new(first.clone());
    let node = NodeRef::<html::Form>::new();
    let follow = move || {
        if let Some(fields) = fields_now(node) {
            chosen.set(fields.all("take").into_iter().collect());
        }
    };
    // Boxes may have been ticked before our program was there.
    Effect::new(move |_| follow());
    let chief = use_actor().can(Deed::OverrideConflict);
    let verdicts = {
        let starting = Arc::clone(&starting);
        Memo::new(move |_| {
            chosen.with(|chosen| {
                let takes = |p: &Proposal, found: &[Conflict]| {
                    let refused = conflict::heaviest(found) == Some(Severity::Refuse) && !chief;
                    chosen.contains(&p.key) && !refused
                };
                judged(&starting.board.entries, &starting.proposals, &starting.board.directory, takes)
            })
        })
    };

    let mut days: Vec<(Option<NaiveDate>, Vec<AnyView>)> = Vec::new();
    for (number, proposal) in starting.proposals.iter().enumerate() {
        let day = spoken::parse_date(&proposal.draft.date);
        let verdict = Signal::derive(move || verdicts.with(|v| v.get(number).cloned().unwrap_or_default()));
        let line = line::Line {
            proposal,
            directory: &starting.board.directory,
            ticked: first.contains(&proposal.key),
            left: asked.left.contains(&proposal.key),
            why: typed.as_ref().map(|f| f.text(&deed::why(&proposal.key))).unwrap_or_default(),
        };
        let line = line::line(line, verdict, chief);
        match days.last_mut().filter(|(known, _)| *known == day) {
            Some((_, lines)) => lines.push(line),
            None => days.push((day, vec![line])),
        }
    }
    let days = days.into_iter().map(|(day, lines)| {
        let name = day.map(|day| spoken::long_date(locale, day)).unwrap_or_default();
        view! {
            <section class="day-of-start">
                <h2>{name}</h2>
                <ul class="proposals">{lines}</ul>
            </section>
        }
    });

    let go = sending.onward();
    let saved = RwSignal::new(None::<String>);
    let submit = sending.submit(
        move |fields: Fields| async move { deed::carry_out(&fields).await },
        move |done: Done| match done {
            // Whoever keeps a template goes on with the week: what is ticked stays.
            Done::Kept(_, _, template) => {
                saved.try_set(Some(template.name.clone()));
                kept.try_update(|kept| kept.push((template.id, template.name)));
            }
            begun @ Done::Begun(..) => {
                again.try_run(());
                go(&begun.way_on(week), Default::default());
            }
        },
    );
    let saved = move || {
        let name = saved.get().filter(|_| sending.refusal.with(Option::is_none));
        name.map(|name| saved_notice(&name))
    };
    let count = move || chosen.with(BTreeSet::len);
    let tick = |which: &str| format!("{}&tick={which}", address_of(week, source));
    view! {
        <form class="start" method="post" novalidate node_ref=node on:change=move |_| follow() on:submit=submit>
            <input type="hidden" name="week" value=week.to_string()/>
            <input type="hidden" name="from" value=source.to_string()/>
            <RefusalNotice refusal=sending.refusal/>
            <p class="ticks">
                <a href=tick("")>{say(TICK_USUAL)}</a>
                <a href=tick("all")>{say(TICK_ALL)}</a>
                <a href=tick("none")>{say(TICK_NONE)}</a>
            </p>
            {days.collect_view()}
            <footer class="start-feet">
                <button
                    class="button"
                    data-kind="primary"
                    name=DEED
                    value=deed::START
                    aria-busy=move || sending.busy.get().to_string()
                >
                    <Icon name="check"/>
                    {say(PUT_INTO)}
                    " "
                    {week.number()}
                    " ("
                    {count}
                    ")"
                </button>
                <a class="button" href=address::board(week)>{say(BACK_TO_BOARD)}</a>
            </footer>
            {keeping(source, typed.as_ref(), issues)}
            {saved}
        </form>
    }
    .into_any()
}

/// Saving what is ticked as a template; a template itself is not saved again.
fn keeping(source: Source, typed: Option<&Fields>, issues: Signal<Vec<domain::Issue>>) -> Option<AnyView> {
    if !matches!(source, Source::Week(_)) {
        return None;
    }
    let name = typed.map(|f| f.text("template_name")).unwrap_or_default();
    let open = !name.is_empty() || issues.with_untracked(|i| i.iter().any(|i| i.field == "template_name"));
    Some(
        view! {
            <details class="more" open=open>
                <summary><Icon name="down"/>{say(KEEP_AS_TEMPLATE)}</summary>
                <p class="soft">{say(KEEP_HINT)}</p>
                <div class="fields">
                    <Field name="template_name" issues>
                        <Text name="template_name" value=name issues/>
                    </Field>
                </div>
                <button class="button" name=DEED value=deed::KEEP>
                    <Icon name="copy"/>
                    {say(KEEP)}
                </button>
            </details>
        }
        .into_any(),
    )
}
