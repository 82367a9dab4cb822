//! Who goes, as what, and in whose place: one line for each leader of the week.

use super::fields::{INSTEAD, LEADER};
use crate::parts::{Icon, problem_of};
use crate::schedule::words::*;
use crate::visit::say;
use domain::schedule::{Directory, EntryDraft, LeaderRole};
use domain::{Actor, Issue, PositionId, Role, words};
use leptos::prelude::*;

/// The lines of the leaders.
pub(super) fn leaders(
    directory: &Directory,
    draft: &EntryDraft,
    actor: &Actor,
    issues: RwSignal<Vec<Issue>>,
) -> AnyView {
    let names: Vec<(String, String)> = directory
        .leaders
        .iter()
        .map(|l| (l.id.to_string(), format!("{} {}", l.short_title, l.person_name)))
        .collect();
    let lines = directory.leaders.iter().zip(&names).map(|(leader, (id, name))| {
        let role = draft.leaders.get(id).map_or("", String::as_str);
        let original = draft.in_place_of.get(id).map_or("", String::as_str);
        let serves = serves(actor, leader.id);
        let roles = LeaderRole::ALL.iter().map(|r| {
            view! { <option value=r.code() selected=r.code() == role>{say(words::leader_role(*r))}</option> }
        });
        let originals = names.iter().filter(|(other, _)| other != id).map(|(other, name)| {
            view! { <option value=other.clone() selected=other == original>{name.clone()}</option> }
        });
        let field = format!("{LEADER}{id}");
        // Whoever is not served is neither put on nor taken off.
        let (free, fixed) = (serves || role.is_empty(), !serves && role.is_empty());
        view! {
            <li>
                <label for=field.clone()>{name.clone()}</label>
                <select id=field.clone() name=field.clone() disabled=fixed aria-describedby="leaders-error">
                    {free.then(|| view! { <option value="">{say(NOT_THERE)}</option> })}
                    {roles.collect_view()}
                </select>
                <select class="instead" name=format!("{INSTEAD}{id}") aria-label=format!("{}: {name}", say(INSTEAD_OF))>
                    <option value="">{say(INSTEAD_OF_NOBODY)}</option>
                    {originals.collect_view()}
                </select>
            </li>
        }
    });
    let problem = move || {
        issues.with(|issues| problem_of(issues, "leaders")).map(|text| {
            view! { <p class="error" id="leaders-error"><Icon name="error"/><span>{text}</span></p> }
        })
    };
    view! {
        <fieldset class="field">
            <legend>{say(LEADERS_AND_ROLES)}</legend>
            <ul class="leaders">{lines.collect_view()}</ul>
            {problem}
        </fieldset>
    }
    .into_any()
}

fn serves(actor: &Actor, leader: PositionId) -> bool {
    actor.roles.contains(&Role::ChiefOfOffice) || actor.serves.contains(&leader)
}
