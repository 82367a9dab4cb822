//! The form of a row of the roster.

use super::api;
use super::page::DutyPage;
use super::words::*;
use crate::control::{Choice, Day, Form, Hidden, Line};
use crate::fields::Fields;
use crate::panel::{Feet, Panel, TakeOut};
use crate::parts::{Field, RefusalNotice};
use crate::send::Sending;
use crate::visit::say;
use chrono::NaiveDate;
use domain::calendar::hours::SessionPart;
use domain::duty::{Duty, DutyDraft, Roster, hotline};
use domain::people::{Person, Service};
use domain::{DutyId, Refusal};
use leptos::prelude::*;
use std::sync::Arc;

/// The form as it was typed.
pub fn typed(fields: &Fields) -> DutyDraft {
    DutyDraft {
        date: fields.text("date"),
        to: fields.text("to"),
        part: fields.text("part"),
        duty_leader: fields.text("duty_leader"),
        office_leader: fields.text("office_leader"),
        specialist: fields.text("specialist"),
        driver: fields.text("driver"),
        hotline: fields.text("hotline"),
        note: fields.text("note"),
    }
}

/// The panel that puts somebody on duty, or changes who is.
#[component]
pub fn DutyForm(
    /// The page.
    page: DutyPage,
    /// The row, or nothing for a new one.
    duty: Option<Duty>,
    /// The day that a new one is for.
    day: Option<NaiveDate>,
    /// The month, and who can be chosen.
    known: Arc<Roster>,
) -> impl IntoView {
    let id = duty.as_ref().map(|duty| duty.id);
    let version = duty.as_ref().map_or(0, |duty| duty.version);
    let form = Form::of("duty.save_duty", id.map(|id| id.0), version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = match (&form.typed, &duty) {
        (Some(fields), _) => typed(fields),
        (None, Some(duty)) => DutyDraft::of(duty),
        (None, None) => blank(day, &known),
    };
    let (leaders, part) = (leaders(&known), shown.part.clone());
    let staff = |service, chosen: &str| people(&known, service, chosen);
    let office_leaders = staff(Service::OfficeLeader, &shown.office_leader);
    let specialists = staff(Service::Specialist, &shown.specialist);
    let drivers = staff(Service::Driver, &shown.driver);
    let parts = [SessionPart::AllDay, SessionPart::Morning, SessionPart::Afternoon, SessionPart::Evening]
        .map(|part| (part.code().to_owned(), say(part.word()).to_owned()));
    let part = if part.is_empty() { SessionPart::AllDay.code().to_owned() } else { part };
    let close = Signal::derive(move || page.month.get().address());
    let navigate = sending.onward();
    let save = sending.submit(
        move |fields| {
            let draft = typed(&fields);
            let judged = draft.check(id, &known.duties, &known.directory).map_err(Refusal::Invalid);
            async move {
                judged?;
                api::save_duty(id, fields.number("seen"), draft).await
            }
        },
        move |_| {
            page.roster.refetch();
            navigate(&format!("{}&done=saved", close.get_untracked()), Default::default());
        },
    );
    view! {
        <Panel title=if id.is_some() { EDIT_DUTY } else { ADD_DUTY } note=say(DUTY_NOTE) close>
            <form class="form" method="post" novalidate on:submit=save>
                <Hidden form/>
                <input type="hidden" name="month" value=page.month.get_untracked().code()/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <div class="fields">
                        <Field name="date" span=6 issues>
                            <Day name="date" value=shown.date issues required=true/>
                        </Field>
                        {id
                            .is_none()
                            .then(|| {
                                view! {
                                    <Field name="to" span=6 label=UNTIL issues>
                                        <Day name="to" value=shown.to issues/>
                                        <p class="hint">{say(UNTIL_HINT)}</p>
                                    </Field>
                                }
                            })}
                        <Field name="part" span=6 issues>
                            <Choice name="part" options=parts.to_vec() chosen=part issues/>
                        </Field>
                        <Field name="hotline" span=6 issues>
                            <Line name="hotline" kind="tel" value=shown.hotline issues/>
                        </Field>
                        <Field name="duty_leader" issues>
                            <Choice name="duty_leader" options=leaders chosen=shown.duty_leader none=NO_CHOICE issues/>
                        </Field>
                        <Field name="office_leader" issues>
                            <Choice name="office_leader" options=office_leaders chosen=shown.office_leader none=NO_CHOICE issues/>
                        </Field>
                        <Field name="specialist" span=6 issues>
                            <Choice name="specialist" options=specialists chosen=shown.specialist none=NO_CHOICE issues/>
                        </Field>
                        <Field name="driver" span=6 issues>
                            <Choice name="driver" options=drivers chosen=shown.driver none=NO_CHOICE issues/>
                        </Field>
                        <Field name="note" issues>
                            <Line name="note" value=shown.note issues/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </form>
            {id.map(|id| view! { <Remove page id version/> })}
        </Panel>
    }
}

/// A new row; the number that is answered seldom changes.
fn blank(day: Option<NaiveDate>, known: &Roster) -> DutyDraft {
    let mut numbers = known.duties.iter().rev().filter_map(|duty| hotline(&duty.hotline).ok());
    DutyDraft {
        date: day.map(|day| day.to_string()).unwrap_or_default(),
        hotline: numbers.find(|number| !number.is_empty()).unwrap_or_default(),
        ..DutyDraft::default()
    }
}

fn leaders(known: &Roster) -> Vec<(String, String)> {
    let name = |post: &domain::people::Position| {
        (post.id.to_string(), format!("{} {}", post.short_title, post.person_name))
    };
    known.directory.leaders.iter().map(name).collect()
}

/// People of the Office for a service who are here in the month, and whoever is chosen.
fn people(known: &Roster, service: Service, chosen: &str) -> Vec<(String, String)> {
    let is_offered = |person: &&Person| {
        let here = person.service == service && person.valid.meets(known.first, known.last);
        here || person.id.to_string() == chosen
    };
    let offered = known.directory.staff.iter().filter(is_offered);
    offered.map(|person| (person.id.to_string(), person.name.clone())).collect()
}

/// The button that takes the row out.
#[component]
fn Remove(page: DutyPage, id: DutyId, version: i32) -> impl IntoView {
    let deed = "duty.remove_duty";
    let sending = Sending::of(deed);
    let navigate = sending.onward();
    let remove = sending.submit(
        move |_| api::remove_duty(id, version),
        move |()| {
            page.roster.refetch();
            let to = format!("{}&done=saved", page.month.get_untracked().address());
            navigate(&to, Default::default());
        },
    );
    view! {
        <TakeOut deed row=id.to_string() seen=version word=REMOVE sending take=remove>
            <input type="hidden" name="month" value=page.month.get_untracked().code()/>
        </TakeOut>
    }
}
