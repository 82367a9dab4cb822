//! Putting a request on the board: its times with what stands in their way, and
//! the form, which begins with the time that was chosen.

use super::card::{facts, time};
use super::form::{chairs, rooms};
use super::page::PATH;
use super::tray::{TrayPage, other_steps, papers};
use super::words::*;
use super::{api, draft};
use crate::control::{Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::address;
use crate::panel::Panel;
use crate::parts::{Field, Icon, Notice, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, use_actor, use_locale};
use domain::calendar::hours::SessionPart;
use domain::request::{Placing, Request, Tray, Waiting, rivals};
use domain::schedule::{Conflict, Severity, Slot, conflict};
use domain::{Deed, Issue, Refusal, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// The panel of acceptance.
pub fn accept(page: TrayPage, tray: Signal<Tray>, waiting: &Waiting, back: String) -> AnyView {
    let request = &waiting.request;
    let id = request.id;
    let form = Form::of("request.accept", Some(id.0), request.version);
    let (issues, sending) = (form.issues, form.sending);
    let query = use_query_map();
    let asked = query.with_untracked(|q| q.get("slot").and_then(|n| n.parse::<usize>().ok()));
    let free = query.with_untracked(|q| q.get("free").and_then(|code| Slot::of_code(&code)));
    let slots: Vec<_> = request.wanted.slots().copied().collect();
    // A free time that was chosen stands in the place of what was asked for.
    let chosen = match free {
        Some(_) => None,
        None => Some(asked.filter(|at| *at < slots.len()).unwrap_or(0)),
    };
    let taken = chosen.and_then(|at| slots.get(at).copied()).or(free.map(wished));
    let shown = match (&form.typed, taken) {
        (Some(typed), _) => draft::placing(typed),
        (None, Some(slot)) => Placing::at(request, &slot),
        (None, None) => Placing::default(),
    };
    // What stands in the way may change while the form stands.
    let now =
        Memo::new(move |_| tray.with(|tray| tray.requests.iter().find(|w| w.request.id == id).cloned()));
    let known = Memo::new(move |_| {
        now.with(|now| chosen.and_then(|at| now.as_ref()?.conflicts.get(at).cloned()).unwrap_or_default())
    });
    let after = address(PATH, &format!("saved={id}"), &back);
    let navigate = sending.onward();
    let send = sending.submit(
        move |fields: Fields| api::accept_request(id, fields.number("seen"), draft::placing(&fields)),
        move |_: Request| {
            page.tray.refetch();
            navigate(&after, Default::default());
        },
    );
    let parts = SessionPart::ALL.map(|p| (p.code().to_owned(), say(words::part(p)).to_owned())).to_vec();
    let (chairs, rooms) = tray.with_untracked(|tray| (chairs(&tray.choices), rooms(&tray.choices)));
    let close = address(PATH, "", &back);
    let (own, aside) = (back.clone(), back.clone());
    let times = move || {
        now.with(|now| now.as_ref().map(|now| (times(now, chosen, &own), free_times(now, free, &own))))
    };
    let rivals = Memo::new(move |_| {
        let rivals = |tray: &Tray| Some(others(&now.get()?.request, tray));
        tray.with(rivals).unwrap_or_default()
    });
    let about = view! { {facts(request)} {papers(tray, request)} {times} {move || rivals.with(|found| beside(found, &aside))} };
    let steps = other_steps(request, &back);
    let kept = back.clone();
    let reason = reason(sending, known, shown.conflict_reason, issues);
    view! {
        <Panel title=ACCEPT note=request.unit_name.clone() close=Signal::derive(move || close.clone())>
            <div class="body">
                {about}
            </div>
            <form class="form" method="post" novalidate on:submit=send>
                <Hidden form back=Signal::derive(move || kept.clone())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="date" span=6 issues>
                            <Day name="date" value=shown.date issues/>
                        </Field>
                        <Field name="part" span=6 issues>
                            <Choice name="part" options=parts chosen=shown.part issues/>
                        </Field>
                        <Field name="start" span=6 issues>
                            <Line name="start" value=shown.start issues/>
                        </Field>
                        <Field name="minutes" span=6 issues>
                            <Line name="minutes" value=shown.minutes issues required=true/>
                        </Field>
                        <Field name="chair" label=CHAIR issues>
                            <Choice
                                name="chair"
                                options=chairs
                                chosen=shown.chair
                                none=NO_CHAIR
                                issues
                                required=true
                            />
                        </Field>
                        <Field name="room" span=6 issues>
                            <Choice name="room" options=rooms chosen=shown.room none=NO_ROOM issues/>
                        </Field>
                        <Field name="place" span=6 issues>
                            <Line name="place" value=shown.place issues/>
                        </Field>
                    </div>
                    {reason}
                    <p class="soft">{say(ACCEPT_HINT)}</p>
                </div>
                <footer>
                    <button class="button" data-kind="primary" aria-busy=move || sending.busy.get().to_string()>
                        <Icon name="check"/>
                        {say(ACCEPT)}
                    </button>
                    {steps}
                </footer>
            </form>
        </Panel>
    }
    .into_any()
}

/// The times of the request: each with its conflicts as sentences, and a link
/// that puts it into the form.
fn times(waiting: &Waiting, chosen: Option<usize>, back: &str) -> AnyView {
    let request = &waiting.request;
    let minutes = request.wanted.minutes;
    let lines = request.wanted.slots().zip([WISHED, FIRST_OTHER, SECOND_OTHER]).enumerate();
    let lines = lines.map(|(at, (slot, name))| {
        let found = waiting.conflicts.get(at).cloned().unwrap_or_default();
        let href = address(PATH, &format!("edit={}&slot={at}", request.id), back);
        let take = if Some(at) == chosen {
            view! { <small class="soft">{say(TAKEN)}</small> }.into_any()
        } else {
            view! { <a class="button" data-size="small" href=href>{say(USE)}</a> }.into_any()
        };
        view! {
            <li aria-current=(Some(at) == chosen).then_some("true")>
                <p>
                    <small class="soft">{say(name)}</small>
                    <b>{time(slot, minutes)}</b>
                </p>
                {take}
                {sentences(&found)}
            </li>
        }
    });
    view! { <ul class="slots">{lines.collect_view()}</ul> }.into_any()
}

/// When none of its times will do: when all concerned are free, with a link that puts
/// the time into the form.
fn free_times(waiting: &Waiting, chosen: Option<Slot>, back: &str) -> Option<AnyView> {
    if waiting.free.is_empty() {
        return None;
    }
    let request = &waiting.request;
    let lines = waiting.free.iter().map(|slot| {
        let href = address(PATH, &format!("edit={}&free={}", request.id, slot.code()), back);
        let text = time(&wished(*slot), request.wanted.minutes);
        view! {
            <a
                class="button"
                data-size="small"
                href=href
                aria-current=(chosen == Some(*slot)).then_some("true")
            >
                {text}
            </a>
        }
    });
    let lines = lines.collect_view();
    Some(
        view! {
            <div class="free-times" role="group" aria-label=say(FREE_TIMES)>
                <p class="small soft">{say(FREE_TIMES)} ":"</p>
                {lines}
            </div>
        }
        .into_any(),
    )
}

/// A free time as one that a unit could have asked for.
fn wished(slot: Slot) -> domain::request::Slot {
    domain::request::Slot { date: slot.date, part: slot.part, start: slot.start }
}

fn sentences(found: &[Conflict]) -> AnyView {
    let locale = use_locale();
    let worth: Vec<_> = found.iter().filter(|c| c.severity > Severity::Note).collect();
    if worth.is_empty() {
        return view! { <p class="clash" data-tone="green"><Icon name="done"/><span>{say(FREE)}</span></p> }
            .into_any();
    }
    worth
        .into_iter()
        .map(|conflict| {
            let (tone, icon) =
                if conflict.severity == Severity::Refuse { ("red", "error") } else { ("amber", "warning") };
            let text = words::conflict(locale, conflict);
            view! { <p class="clash" data-tone=tone><Icon name=icon/><span>{text}</span></p> }
        })
        .collect_view()
        .into_any()
}

/// The requests that cannot all be granted as wished.
fn others(request: &Request, tray: &Tray) -> Vec<(Request, bool, bool)> {
    let found = rivals(request, tray.requests.iter().map(|w| &w.request));
    found.into_iter().map(|rival| (rival.request.clone(), rival.chair, rival.room)).collect()
}

fn beside(found: &[(Request, bool, bool)], back: &str) -> Option<AnyView> {
    if found.is_empty() {
        return None;
    }
    let lines = found.iter().map(|(other, chair, room)| {
        let href = address(PATH, &format!("edit={}", other.id), back);
        let same: Vec<&str> = [(chair, SAME_CHAIR), (room, SAME_ROOM)]
            .into_iter()
            .filter(|(shared, _)| **shared)
            .map(|(_, word)| say(word))
            .collect();
        view! {
            <p>
                {other.unit_name.clone()} ": " <a href=href>{other.wanted.content.clone()}</a> " ("
                {same.join(", ")} ")"
            </p>
        }
    });
    let lines = lines.collect_view();
    Some(view! { <Notice tone="amber"><h3>{say(RIVALS)}</h3>{lines}</Notice> }.into_any())
}

/// Why a conflict is accepted: asked when one is known, or once the verb said so.
fn reason(
    sending: Sending,
    known: Memo<Vec<Conflict>>,
    typed: String,
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let locale = use_locale();
    let chief = use_actor().can(Deed::OverrideConflict);
    let asks = move |found: &[Conflict]| match conflict::heaviest(found) {
        Some(Severity::Reason) => true,
        Some(Severity::Refuse) => chief,
        _ => false,
    };
    let asked = move || {
        let said: Vec<Conflict> = sending.refusal.with(|r| match r {
            Some(Refusal::Conflicts(list)) => list.clone(),
            _ => Vec::new(),
        });
        let texts: Vec<String> = said.iter().map(|c| words::conflict(locale, c)).collect();
        let notice = (!texts.is_empty()).then(|| {
            view! {
                <Notice tone="red">
                    {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
                </Notice>
            }
        });
        let value = typed.clone();
        let field = (known.with(|known| asks(known)) || !said.is_empty()).then(|| {
            view! {
                <Field name="conflict_reason" hint=CONFLICT_REASON_HINT issues>
                    <Line name="conflict_reason" value issues/>
                </Field>
            }
        });
        view! { {notice} {field} }
    };
    asked.into_any()
}
