//! The papers on the page of a meeting: in the order of its agenda, with what the Office
//! misses above them and what can be done about each.

use super::deed::PAPERS;
use super::line::{badge, line, moment};
use super::words::*;
use crate::control::Form;
use crate::meeting::act::Act;
use crate::meeting::card::at;
use crate::meeting::deed::page;
use crate::meeting::page::Here;
use crate::meeting::shift::shifts;
use crate::parts::{Icon, StateBox};
use crate::visit::{say, say_counted, use_actor, use_today};
use chrono::NaiveDate;
use domain::meeting::{Dossier, Mark, Material, MeetingState, Pack, SeenBy, shifted_within};
use domain::{Deed, ItemId, MaterialId, MeetingId};
use leptos::prelude::*;

/// The section of papers of a meeting that is on the board.
pub fn section(dossier: &Dossier, here: Here) -> Option<AnyView> {
    let (pack, meeting) = (&dossier.papers, &dossier.meeting);
    if !meeting.state.is_on_board() {
        return None;
    }
    let arranges = meeting.may_add(&use_actor()).is_ok();
    let empty = pack.materials.is_empty().then(|| {
        let hint = if arranges { NO_PAPERS_HINT } else { NONE_FOR_YOU };
        view! { <StateBox icon="file" title=say(NO_PAPERS)><p>{say(hint)}</p></StateBox> }
    });
    let add = arranges.then(|| {
        view! {
            <p class="buttons tools">
                <a class="button" href=format!("{}?do=add_material", page(meeting.id))>
                    <Icon name="add"/>
                    {say(ADD)}
                </a>
            </p>
        }
    });
    let office = use_actor().can(Deed::EditMeeting);
    Some(
        view! {
            <section class="materials" aria-labelledby="materials">
                <h2 id="materials">{say(TITLE)}</h2>
                {office.then(|| missing(pack)).flatten()}
                {empty}
                {archive(pack)}
                {groups(pack, |material| deeds(pack, material, here, arranges))}
                {add}
            </section>
        }
        .into_any(),
    )
}

/// The way to all papers in one archive.
pub fn archive(pack: &Pack) -> Option<AnyView> {
    pack.has_files().then(|| {
        view! {
            <p class="buttons tools">
                <a class="button" href=format!("/files/meetings/{}", pack.meeting) rel="external">
                    <Icon name="download"/>
                    {say(ALL_IN_ONE)}
                </a>
            </p>
        }
        .into_any()
    })
}

/// The materials under the items that they belong to.
pub fn groups(pack: &Pack, deeds: impl Fn(&Material) -> Option<AnyView>) -> AnyView {
    let group = |item: Option<ItemId>, head: String| {
        let one = |m: &Material| line(m, &pack.standing, None, Some(beside(pack, m)), deeds(m));
        let lines: Vec<AnyView> = pack.of(item).into_iter().map(one).collect();
        let note = item.and_then(|item| note(pack, Some(item), None));
        (!lines.is_empty()).then(|| {
            view! {
                <h3>{head}</h3>
                {note}
                <ul>{lines}</ul>
            }
            .into_any()
        })
    };
    let whole = group(None, say(WHOLE).to_owned());
    let items = pack.heads.iter().enumerate();
    let items = items.map(|(at, (id, content))| group(Some(*id), format!("{}. {content}", at + 1)));
    view! { {whole} {items.collect_view()} }.into_any()
}

/// What stands below a paper: who has opened it, and one's own note.
fn beside(pack: &Pack, material: &Material) -> AnyView {
    view! { {seen(pack, material)} {note(pack, None, Some(material.id))} }.into_any()
}

/// "Đã mở 3/7" with who opened it when, for the Office.
fn seen(pack: &Pack, material: &Material) -> Option<AnyView> {
    let all = pack.seen_of(material.id);
    let newest = material.file().map_or(0, |file| file.version);
    let is_newest = |seen: &SeenBy| seen.seen.is_some_and(|(version, ..)| version == newest);
    let count = all.iter().filter(|seen| is_newest(seen)).count();
    let lines = all.iter().map(|seen| {
        let told = match seen.seen {
            None => say(NOT_OPENED).to_owned(),
            Some((version, first, last)) => {
                format!("{} {version}: {} - {}", say(VERSION), at(first), at(last))
            }
        };
        view! { <li>{seen.name.clone()} " · " <span class="soft">{told}</span></li> }
    });
    let lines = lines.collect_view();
    (!all.is_empty()).then(|| {
        view! {
            <details class="more">
                <summary>{say(OPENED)} " " {count} "/" {all.len()} " " <Icon name="down"/></summary>
                <ul>{lines}</ul>
            </details>
        }
        .into_any()
    })
}

/// One's own note about an item or a paper, and the way to write it.
fn note(pack: &Pack, item: Option<ItemId>, material: Option<MaterialId>) -> Option<AnyView> {
    let words = pack.note(item, material).to_owned();
    let of = match (item, material) {
        (Some(item), _) => format!("item-{item}"),
        (_, Some(material)) => format!("paper-{material}"),
        _ => return None,
    };
    let head = item.and_then(|item| pack.heads.iter().find(|(known, _)| *known == item));
    let title = material.and_then(|id| pack.materials.iter().find(|known| known.id == id));
    let name = head.map(|(_, content)| content.clone()).or(title.map(|known| known.plan.title.clone()));
    let word = if words.is_empty() { NOTE } else { EDIT_NOTE };
    let label = format!("{}: {}", say(word), name.unwrap_or_default());
    let shown = (!words.is_empty()).then(|| view! { <span class="said">{words}</span> " " });
    let href = format!("{PAPERS}/{}?note={of}", pack.meeting);
    Some(view! { <p class="note">{shown} <a href=href aria-label=label>{say(word)}</a></p> }.into_any())
}

/// Who has not sent what, since when, and how often each was asked.
fn missing(pack: &Pack) -> Option<AnyView> {
    let mut owed = pack.missing();
    owed.retain(|material| matches!(material.mark, Mark::Amber | Mark::Red));
    if owed.is_empty() {
        return None;
    }
    let rows = owed.into_iter().map(|material| {
        let since = material.plan.due.map(moment);
        let times = say_counted(material.chased.len(), [TIME, TIMES]);
        let asked = (!material.chased.is_empty()).then(|| format!(" · {} {times}", say(CHASED)));
        let to = format!("#paper{}", material.id);
        view! {
            <li>
                <p>
                    <b>{material.unit_name.clone()}</b> ": "
                    <a href=to rel="external">{material.plan.title.clone()}</a>
                </p>
                <p class="soft">{say(DUE)} " " {since} {asked}</p>
                <p class="stands">{badge(material)}</p>
            </li>
        }
    });
    Some(
        view! {
            <div class="missing">
                <h3>{say(MISSING)}</h3>
                <ul>{rows.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

/// What somebody can do about a line.
fn deeds(pack: &Pack, material: &Material, here: Here, arranges: bool) -> Option<AnyView> {
    let actor = use_actor();
    let sends = material.takes_files_of(&actor, pack.state).is_ok();
    if !sends {
        return None;
    }
    let office = actor.can(Deed::EditMeeting);
    let (id, title) = (material.id, material.plan.title.clone());
    let link = |deed: &'static str, word| {
        let name = format!("{}: {title}", say(word));
        view! { <a href=format!("{}?do={deed}&item={id}", page(pack.meeting)) aria-label=name>{say(word)}</a> " " }
    };
    let owed = office && material.is_owed();
    let close = close_form(material, pack.state, pack.date, here.again, Some(pack.meeting));
    let moving = (arranges && pack.of(material.item).len() > 1).then(|| {
        let form = Form::of("meeting.move_material", Some(id.0), pack.version);
        let moves = |way| shifted_within(&pack.materials, id, way).is_some();
        shifts(form, pack.meeting, &title, "paper-", moves, here)
    });
    Some(
        view! {
            <div class="deeds">
                {moving}
                <p>
                    {link("send", SEND)} {arranges.then(|| link("material", EDIT))}
                    {owed.then(|| link("remind", REMIND))} {owed.then(|| link("received", NOTE_RECEIVED))}
                </p>
                {close}
            </div>
        }
        .into_any(),
    )
}

/// The button that closes a paper to its readers from the day of the meeting on, or opens
/// it again.
pub fn close_form(
    material: &Material,
    state: MeetingState,
    date: NaiveDate,
    again: Callback<()>,
    meeting: Option<MeetingId>,
) -> Option<AnyView> {
    if material.files.is_empty() || material.may_close(&use_actor(), state, date, use_today()).is_err() {
        return None;
    }
    let form = Form::of("meeting.close_material", Some(material.id.0), 0);
    let closes = material.closed.is_none();
    let word = if closes { CLOSE } else { OPEN_AGAIN };
    let name = format!("{}: {}", say(word), material.plan.title);
    Some(
        view! {
            <Act form again meeting class="inline">
                <button class="button" data-size="small" name="closed" value=closes.to_string() aria-label=name>
                    <Icon name="restricted"/>
                    {say(word)}
                </button>
            </Act>
        }
        .into_any(),
    )
}
