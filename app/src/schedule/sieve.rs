//! What is shown of the board: one leader, one kind, one state, one unit; and how it
//! lies. Nothing is taken from the week, and conflicts are always judged over all of it.

use super::open::Open;
use super::words::*;
use crate::dom::focus_when_drawn;
#[cfg(feature = "hydrate")]
use crate::dom::{show_set, tell_chosen};
#[cfg(feature = "hydrate")]
use crate::later::{is_taking_over, soon};
use crate::parts::Icon;
use crate::visit::say;
use domain::schedule::{Entry, EntryKind, Visibility};
use domain::{PositionId, UnitId, Word, words};
use leptos::html::Div;
use leptos::prelude::*;

/// What is let through.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Sieve {
    /// Only this leader's column.
    pub leader: Option<PositionId>,
    kind: Option<EntryKind>,
    state: Option<State>,
    unit: Option<UnitId>,
    /// Leaders as rows.
    pub turned: bool,
}

/// States of an entry that somebody looks for.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Clashes,
    New,
    Halted,
    Internal,
}

const STATES: [(State, &str, Word); 4] = [
    (State::Clashes, "clashes", STATE_CLASHES),
    (State::New, "new", STATE_NEW),
    (State::Halted, "halted", STATE_HALTED),
    (State::Internal, "internal", STATE_INTERNAL),
];

impl Sieve {
    /// Whether an entry is shown. `clashes`: whether it is in conflict.
    pub fn lets(&self, entry: &Entry, clashes: bool) -> bool {
        let plan = &entry.plan;
        let units = [plan.host_unit, plan.preparing_unit, plan.division];
        let in_state = |state| match state {
            State::Clashes => clashes,
            State::New => entry.published_in.is_none(),
            State::Halted => !entry.standing.is_going(),
            State::Internal => plan.visibility != Visibility::Public,
        };
        self.kind.is_none_or(|kind| kind == plan.kind)
            && self.state.is_none_or(in_state)
            && self.unit.is_none_or(|unit| units.contains(&Some(unit)) || plan.remote_sites.contains(&unit))
    }

    /// What a week that is opened begins with: all of it, lying as this browser keeps it. A page
    /// that came from the server lies as it was written until it has been taken over.
    pub fn of_browser() -> Self {
        #[cfg(feature = "hydrate")]
        return Self { turned: !is_taking_over() && kept::is_turned(), ..Self::default() };
        #[cfg(not(feature = "hydrate"))]
        Self::default()
    }

    fn is_open(&self) -> bool {
        self.leader.is_none() && self.kind.is_none() && self.state.is_none() && self.unit.is_none()
    }
}

/// The choices above the board.
pub(super) fn sieve(open: Open) -> AnyView {
    let leaders = open.board.with_untracked(|b| {
        let leader =
            |p: &domain::people::Position| (p.id.to_string(), format!("{} {}", p.short_title, p.person_name));
        b.directory.leaders.iter().map(leader).collect::<Vec<_>>()
    });
    let units = open.board.with_untracked(|b| {
        let unit = |u: &domain::people::Unit| (u.id.to_string(), u.short_name.clone());
        b.directory.units.iter().map(unit).collect::<Vec<_>>()
    });
    let kinds =
        EntryKind::ALL.iter().map(|kind| (kind.code().to_owned(), say(words::kind(*kind)).to_owned()));
    let states = STATES.map(|(_, code, word)| (code.to_owned(), say(word).to_owned()));
    let change = move |set: fn(&mut Sieve, &str)| move |value: String| open.sieve.update(|s| set(s, &value));
    let live = move || open.sieve.with(Sieve::is_open);
    let here = NodeRef::<Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(here) = here.get() {
            // Chosen before our program was there.
            tell_chosen(&here);
            show_set(&here);
            // After the other pieces, which are taken over as they were written.
            soon(move || {
                if kept::is_turned() {
                    lay(open, true);
                }
            });
        }
    });
    // A box that was ticked before our program was there is left as it is.
    let turned = move || open.sieve.with(|sieve| sieve.turned).then_some(true);
    view! {
        <div class="sieve">
            <details>
                <summary>
                    <Icon name="more"/>
                    {say(SHOWN)}
                    {move || (!live()).then(|| view! { <b>{say(SHOWS_PART)} ": " {counted(open)}</b> })}
                    <Icon name="down"/>
                </summary>
                <div class="choices" node_ref=here>
                    {choice(LEADER, ALL_LEADERS, leaders, change(|s, id| s.leader = id.parse().ok().map(PositionId)))}
                    {choice(words::field("kind"), ALL_KINDS, kinds.collect(), change(|s, code| s.kind = EntryKind::of_code(code)))}
                    {choice(words::field("state"), ALL_STATES, states.to_vec(), change(|s, code| {
                        s.state = STATES.iter().find(|(_, known, _)| *known == code).map(|(state, ..)| *state);
                    }))}
                    {choice(words::field("unit"), ALL_UNITS, units, change(|s, id| s.unit = id.parse().ok().map(UnitId)))}
                    <label class="tick">
                        <input
                            type="checkbox"
                            prop:checked=turned
                            on:change=move |event| lay(open, event_target_checked(&event))
                        />
                        {say(TURNED)}
                    </label>
                    <div class="buttons" role="group" aria-label=say(DENSITY)>
                        <button class="button" type="button" data-set="density=" aria-pressed="true">{say(COMFORTABLE)}</button>
                        <button class="button" type="button" data-set="density=dense" aria-pressed="false">{say(DENSE)}</button>
                    </div>
                </div>
            </details>
            {move || (!live()).then(|| view! {
                <button class="button" type="button" on:click=move |_| show_all(open, here)>{say(SHOW_ALL)}</button>
            })}
        </div>
    }
    .into_any()
}

/// "0 / 58 lịch": how many entries are let through, of all of the week.
fn counted(open: Open) -> String {
    let sieve = open.sieve.get();
    open.board.with(|board| {
        open.clashes.with(|clashes| {
            let shown = board.entries.iter().filter(|entry| {
                sieve.leader.is_none_or(|leader| entry.plan.positions().contains(&leader))
                    && sieve.lets(entry, clashes.of_entry(entry.id).is_some())
            });
            format!("{} / {} {}", shown.count(), board.entries.len(), say(ENTRIES_SHOWN))
        })
    })
}

/// Lets everything through again; how the board lies stays. The button goes with this, and
/// hands the focus on.
fn show_all(open: Open, here: NodeRef<Div>) {
    choose_all(here);
    open.sieve.update(|sieve| *sieve = Sieve { turned: sieve.turned, ..Sieve::default() });
    focus_when_drawn(".sieve summary");
}

/// Nobody chooses on the server.
#[cfg(not(feature = "hydrate"))]
fn choose_all(_: NodeRef<Div>) {}

/// Sets the choices themselves back: they are the browser's, so that what is chosen before our
/// program is there stays.
#[cfg(feature = "hydrate")]
fn choose_all(here: NodeRef<Div>) {
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::HtmlSelectElement;
    let list = here.get_untracked().and_then(|here| here.query_selector_all("select").ok());
    let Some(list) = list else { return };
    for select in (0..list.length()).filter_map(|at| list.get(at)?.dyn_into::<HtmlSelectElement>().ok()) {
        select.set_value("");
    }
}

/// Lays the board with the leaders as rows or as columns, here and from now on in this browser.
fn lay(open: Open, turned: bool) {
    #[cfg(feature = "hydrate")]
    kept::keep_turned(turned);
    if open.sieve.with_untracked(|sieve| sieve.turned) != turned {
        open.sieve.update(|sieve| sieve.turned = turned);
    }
}

fn choice(label: Word, all: Word, options: Vec<(String, String)>, set: impl Fn(String) + 'static) -> AnyView {
    let options = options.into_iter().map(|(value, text)| view! { <option value=value>{text}</option> });
    view! {
        <label>
            <span>{say(label)}</span>
            <select on:change=move |event| set(event_target_value(&event))>
                <option value="">{say(all)}</option>
                {options.collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// What this browser keeps of how boards lie, as the script of the page keeps how dense they are.
#[cfg(feature = "hydrate")]
mod kept {
    use leptos::prelude::window;
    use leptos::web_sys::Storage;

    const TURNED: &str = "turned";

    pub(super) fn is_turned() -> bool {
        store().and_then(|store| store.get_item(TURNED).ok().flatten()).is_some()
    }

    pub(super) fn keep_turned(turned: bool) {
        if let Some(store) = store() {
            // A full store only costs the comfort.
            let _ = if turned { store.set_item(TURNED, "on") } else { store.remove_item(TURNED) };
        }
    }

    fn store() -> Option<Storage> {
        window().local_storage().ok()?
    }
}
