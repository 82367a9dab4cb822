//! The choices of the form: codes with their names, and what the directory
//! offers on the day of the entry.

use crate::parts::{Icon, problem_of};
use crate::schedule::words::*;
use crate::visit::say;
use chrono::NaiveDate;
use domain::people::{Person, Service, Unit, UnitKind};
use domain::schedule::Directory;
use domain::{Issue, Word, words};
use leptos::prelude::*;

/// Codes and names of a list of choices.
pub(in crate::schedule) fn coded<T: Copy>(
    all: &[T],
    code: impl Fn(T) -> &'static str,
    word: impl Fn(T) -> Word,
) -> Vec<(String, String)> {
    all.iter().map(|one| (code(*one).to_owned(), say(word(*one)).to_owned())).collect()
}

/// A choice of few, side by side.
pub(in crate::schedule) fn segment(
    name: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    issues: Signal<Vec<Issue>>,
) -> AnyView {
    let options = options.into_iter().map(|(value, text)| {
        let checked = value == chosen;
        view! { <label><input type="radio" name=name value=value checked=checked/>{text}</label> }
    });
    let problem = move || {
        issues.with(|issues| problem_of(issues, name)).map(|text| {
            view! { <p class="error"><Icon name="error"/><span>{text}</span></p> }
        })
    };
    view! {
        <fieldset class="field">
            <legend class="label">{say(words::field(name))}</legend>
            <div class="segment">{options.collect_view()}</div>
            {problem}
        </fieldset>
    }
    .into_any()
}

/// Units that exist on the day, and the one that is chosen already.
pub(super) fn units(
    directory: &Directory,
    day: NaiveDate,
    chosen: &str,
    fits: impl Fn(&Unit) -> bool,
) -> Vec<(String, String)> {
    directory
        .units
        .iter()
        .filter(|u| u.id.to_string() == chosen || (u.valid.contains(day) && fits(u)))
        .map(|u| (u.id.to_string(), u.short_name.clone()))
        .collect()
}

/// Divisions of the Office follow an entry.
pub(super) fn is_division(unit: &Unit) -> bool {
    unit.kind == UnitKind::Division
}

/// People of the Office in a service.
pub(super) fn staff(
    directory: &Directory,
    day: NaiveDate,
    chosen: &str,
    service: Service,
) -> Vec<(String, String)> {
    let fits = |p: &&Person| p.id.to_string() == chosen || (p.service == service && p.valid.contains(day));
    directory.staff.iter().filter(fits).map(|p| (p.id.to_string(), p.name.clone())).collect()
}

/// Rooms with their seats.
pub(super) fn rooms(directory: &Directory) -> Vec<(String, String)> {
    directory.rooms.iter().map(|r| (r.id.to_string(), format!("{} ({})", r.name, r.capacity))).collect()
}

/// Cars with their seats.
pub(super) fn vehicles(directory: &Directory) -> Vec<(String, String)> {
    let seats = say(SEATS);
    directory
        .vehicles
        .iter()
        .map(|v| (v.id.to_string(), format!("{} ({} {seats})", v.plate, v.seats)))
        .collect()
}

/// The places that join by video, as boxes to tick.
pub(super) fn sites(directory: &Directory, day: NaiveDate, chosen: &[String]) -> AnyView {
    let is_chosen = |u: &Unit| chosen.contains(&u.id.to_string());
    let joins = |u: &Unit| {
        matches!(
            u.kind,
            UnitKind::Locality | UnitKind::Department | UnitKind::ManagementBoard | UnitKind::ArmedForces
        )
    };
    let boxes =
        directory.units.iter().filter(|u| is_chosen(u) || (u.valid.contains(day) && joins(u))).map(|u| {
            view! {
                <label class="choice">
                    <input type="checkbox" name="remote_sites" value=u.id.to_string() checked=is_chosen(u)/>
                    {u.short_name.clone()}
                </label>
            }
        });
    let count = (!chosen.is_empty()).then(|| format!(" ({})", chosen.len()));
    view! {
        <details class="more" open=!chosen.is_empty()>
            <summary><Icon name="down"/>{say(words::field("remote_sites"))}{count}</summary>
            <fieldset>
                <legend class="only-read">{say(words::field("remote_sites"))}</legend>
                <div class="choices">{boxes.collect_view()}</div>
            </fieldset>
        </details>
    }
    .into_any()
}
