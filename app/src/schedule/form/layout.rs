//! The fields of an entry in the order in which a secretary thinks of them:
//! when and what, who, where, who serves, what the public reads.

use super::choices::{coded, is_division, rooms, segment, sites, staff, units, vehicles};
use super::consent::consent;
use super::leaders::leaders;
use crate::control::{Area, Choice, Line};
use crate::parts::{Field, Icon, Notice, is_wrong};
use crate::schedule::address;
use crate::schedule::open::Open;
use crate::schedule::words::*;
use crate::send::Sending;
use crate::visit::{say, use_locale};
use domain::calendar::hours::SessionPart;
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::people::Service;
use domain::schedule::absence::is_absence;
use domain::schedule::{
    Directory, Entry, EntryDraft, EntryKind, Format, InvitationMode, Standing, Visibility,
};
use domain::{Issue, Word, words};
use leptos::prelude::*;

/// Everything between the judgement and the buttons.
pub(super) fn layout(
    open: Open,
    directory: &Directory,
    draft: &EntryDraft,
    published: bool,
    wrong: RwSignal<Vec<Issue>>,
) -> AnyView {
    let issues: Signal<Vec<Issue>> = wrong.into();
    let day = spoken::parse_date(&draft.date).unwrap_or(open.week.monday());
    let choice = |name: &'static str, options, chosen: &str, none| {
        let chosen = chosen.to_owned();
        view! {
            <Field name span=6 issues>
                <Choice name options chosen none issues/>
            </Field>
        }
        .into_any()
    };
    let kind = draft.kind.clone();
    let [content, place, participants, wording, note, reason] = [
        &draft.content,
        &draft.place,
        &draft.participants,
        &draft.public_wording,
        &draft.note,
        &draft.reason,
    ]
    .map(String::clone);
    let parts = coded(&SessionPart::ALL, SessionPart::code, words::part);
    let kinds = coded(EntryKind::ALL, EntryKind::code, words::kind);
    let formats = coded(Format::ALL, Format::code, short_format);
    let invitations = coded(InvitationMode::ALL, InvitationMode::code, words::invitation);
    let visibilities = coded(Visibility::ALL, Visibility::code, words::visibility);
    let any = |_: &domain::people::Unit| true;
    let serving = [&draft.office_leader, &draft.specialist, &draft.division, &draft.vehicle];
    let served = serving.iter().any(|s| !s.is_empty());
    view! {
        <div class="fields">
            {date("date", &draft.date, issues)} {segment("part", parts, &draft.part, issues)}
            {time("start", &draft.start, issues)} {time("end", &draft.end, issues)}
            <Field name="kind" issues>
                <Choice name="kind" options=kinds chosen=kind issues required=true/>
            </Field>
            <Field name="content" issues>
                <Area name="content" value=content issues required=true/>
            </Field>
        </div>
        {leaders(directory, draft, &open.actor.get_value(), wrong)} {consent(directory, draft, issues)}
        <div class="fields">
            {choice("room", rooms(directory), &draft.room, NO_ROOM)}
            <Field name="place" span=6 label=OTHER_PLACE issues>
                <Line name="place" value=place issues/>
            </Field>
            {segment("format", formats, &draft.format, issues)}
        </div>
        {sites(directory, day, &draft.remote_sites)}
        <div class="fields">
            <Field name="participants" issues>
                <Area name="participants" value=participants issues/>
            </Field>
            {choice("host_unit", units(directory, day, &draft.host_unit, any), &draft.host_unit, NONE)}
            {choice("preparing_unit", units(directory, day, &draft.preparing_unit, any), &draft.preparing_unit, NONE)}
            {choice("invitation", invitations, &draft.invitation, NONE)}
        </div>
        <details class="more" open=served>
            <summary><Icon name="down"/>{say(SERVICE)}</summary>
            <div class="fields">
                {choice(
                    "office_leader",
                    staff(directory, day, &draft.office_leader, Service::OfficeLeader),
                    &draft.office_leader,
                    NONE,
                )}
                {choice(
                    "specialist",
                    staff(directory, day, &draft.specialist, Service::Specialist),
                    &draft.specialist,
                    NONE,
                )}
                {choice("division", units(directory, day, &draft.division, is_division), &draft.division, NONE)}
                {choice("vehicle", vehicles(directory), &draft.vehicle, NO_VEHICLE)}
            </div>
        </details>
        <div class="fields">
            {segment("visibility", visibilities, &draft.visibility, issues)}
            <Field name="public_wording" hint=PUBLIC_WORDING_HINT issues>
                <Area name="public_wording" value=wording issues/>
            </Field>
            <Field name="note" issues>
                <Area name="note" value=note issues/>
            </Field>
            {published
                .then(|| {
                    view! {
                        <Field name="reason" label=REASON_OF_CHANGE hint=REASON_HINT issues>
                            <Line name="reason" value=reason issues/>
                        </Field>
                    }
                })}
        </div>
    }
    .into_any()
}

/// The formats side by side: the words of the glossary are too long for it.
fn short_format(format: Format) -> Word {
    if format == Format::Hybrid { HYBRID } else { words::format(format) }
}

/// A day with its weekday and its lunar date spelt out below.
pub(in crate::schedule) fn date(name: &'static str, value: &str, issues: Signal<Vec<Issue>>) -> AnyView {
    let locale = use_locale();
    let value = value.to_owned();
    let shown = RwSignal::new(value.clone());
    let spelt = move || {
        let day = shown.with(|day| spoken::parse_date(day))?;
        let lunar = LunarDate::of(day).map(|l| format!(", {} {}", l.short(locale), say(LUNAR_LONG)));
        Some(format!("{}{}", spoken::long_date(locale, day), lunar.unwrap_or_default()))
    };
    view! {
        <Field name span=6 issues>
            <input
                id=name
                name=name
                type="date"
                value=value
                aria-describedby=format!("{name}-hint {name}-error")
                aria-invalid=is_wrong(issues, name)
                on:input=move |event| shown.set(event_target_value(&event))
            />
            <p class="hint" id=format!("{name}-hint")>{spelt}</p>
        </Field>
    }
    .into_any()
}

/// A time of day, as it is spoken: "8h30", "08:30".
pub(in crate::schedule) fn time(name: &'static str, value: &str, issues: Signal<Vec<Issue>>) -> AnyView {
    let value = value.to_owned();
    view! {
        <Field name span=6 issues>
            <input
                id=name
                name=name
                inputmode="text"
                autocomplete="off"
                placeholder=if name == "start" { "08:30" } else { "10:00" }
                value=value
                aria-describedby=format!("{name}-error")
                aria-invalid=is_wrong(issues, name)
            />
        </Field>
    }
    .into_any()
}

/// The field of a button that goes on elsewhere after saving, and what it says.
pub(in crate::schedule) const THEN: &str = "then";
/// To the rule by which the entry comes again.
pub(in crate::schedule) const SERIES: &str = "series";

/// Saving, and the other deeds of an entry.
pub(super) fn footer(open: Open, entry: Option<&Entry>, may: bool, sending: Sending) -> AnyView {
    let link = |query: &str, icon: &'static str, word, kind: Option<&'static str>| {
        let id = entry.map(|e| e.id.to_string()).unwrap_or_default();
        view! {
            <a class="button" data-size="small" data-kind=kind href=format!("?{query}={id}") data-noscroll>
                <Icon name=icon/>
                {say(word)}
            </a>
        }
        .into_any()
    };
    let creates = open.actor.with_value(|a| a.can(domain::Deed::EditEntry));
    let links = entry.map(|entry| {
        let going = entry.standing.is_going();
        let mut links = Vec::new();
        if may && going {
            links.push(link("move", "arrow", MOVE, None));
            links.push(link("postpone", "pause", POSTPONE, None));
            links.push(link("cancel", "cancel", CANCEL, Some("danger")));
        }
        if may && !going {
            links.push(link("resume", "undo", RESUME, None));
        }
        if may && entry.published_in.is_none() {
            links.push(link("remove", "delete", REMOVE, Some("danger")));
        }
        if creates {
            links.push(link("copy", "copy", COPY, None));
        }
        if may && going && is_absence(entry.plan.kind) {
            let week = IsoWeek::of(entry.plan.date);
            let href = format!("{}/absence?end={}", address::board(week), entry.id);
            links.push(
                view! {
                    <a class="button" data-size="small" data-kind="danger" href=href>
                        <Icon name="cancel"/>
                        {say(END_ABSENCE)}
                    </a>
                }
                .into_any(),
            );
        }
        if creates && may {
            let href = super::super::series::of(entry.id);
            links.push(
                view! {
                    <a class="button" data-size="small" href=href>
                        <Icon name="refresh"/>
                        {say(REPEAT)}
                    </a>
                }
                .into_any(),
            );
        }
        if domain::meeting::is_meeting(entry.plan.kind) {
            let href = format!("/desk/meetings?entry={}", entry.id);
            links.push(
                view! {
                    <a class="button" data-size="small" href=href>
                        <Icon name="people"/>
                        {say(MEETING)}
                    </a>
                }
                .into_any(),
            );
        }
        links.push(link("history", "journal", HISTORY, None));
        links
    });
    let again = (entry.is_none() && may).then(|| {
        view! {
            <button class="button" name=THEN value=SERIES>
                <Icon name="refresh"/>
                {say(SAVE_AND_REPEAT)}
            </button>
        }
    });
    let halted = entry.and_then(|e| match &e.standing {
        Standing::Going => None,
        Standing::Postponed(halt) => Some((POSTPONED, halt.clone())),
        Standing::Cancelled(halt) => Some((CANCELLED, halt.clone())),
    });
    let halted = halted.map(|(word, halt)| {
        let to = halt.moved_to.map(|day| format!(" {} {}.", say(MOVED_TO), spoken::date(day)));
        view! {
            <Notice tone="amber">
                <p><b>{say(word)} ": "</b> {halt.reason} {to}</p>
            </Notice>
        }
    });
    view! {
        {halted}
        <footer>
            {may
                .then(|| {
                    view! {
                        <button
                            class="button save"
                            data-kind="primary"
                            aria-busy=move || sending.busy.get().then_some("true")
                        >
                            <Icon name="check"/>
                            {say(SAVE)}
                            <kbd aria-hidden="true">"Ctrl+S"</kbd>
                        </button>
                    }
                })}
            {again}
            {links}
        </footer>
    }
    .into_any()
}
