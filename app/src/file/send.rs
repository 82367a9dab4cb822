//! The form that sends papers. With our program each goes its own way, with a bar, a
//! pause and a second beginning where it was cut off; without it the form is sent whole.

use super::pick::{Pick, Vouch};
use super::way::{self, Course, Way, Ways};
use super::words::*;
use crate::control::Line;
use crate::fields::{DEED, Returned};
use crate::parts::{Field, Icon, RefusalNotice};
use crate::send::Sending;
use crate::visit::{say, use_locale};
use domain::file::{File, Owner, newest};
use domain::{Locale, Refusal, words};
use leptos::ev::{DragEvent, SubmitEvent};
use leptos::prelude::*;

/// The form below a list of papers.
#[component]
pub fn SendForm(
    /// What they will belong to.
    owner: Owner,
    /// What is there already, all versions.
    all: RwSignal<Vec<File>>,
    /// The query of the page that a plain form comes back to.
    back: String,
    /// Whether a new version owes a reason.
    asks_why: bool,
    /// Called when one was kept.
    kept: Callback<()>,
) -> impl IntoView {
    let locale = use_locale();
    let sending = Sending::of("file.attach");
    let (refusal, issues) = (sending.refusal, sending.issues());
    let said = RwSignal::new(String::new());
    let received = Callback::new(move |name: String| {
        let _ = said.try_set(format!("{}: {name}", locale.say(RECEIVED)));
        kept.run(());
    });
    let ways = Ways::to(owner, received);
    on_cleanup(move || way::leave(ways));
    Effect::new(move |_| way::take_handed(ways));
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        refusal.set(way::take_form(ways, &event).err());
    };
    let over = RwSignal::new(false);
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        refusal.set(way::take_drop(ways, &event).err());
    };
    let drag = move |event: DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let instead = move || {
        all.with(|all| {
            let known = newest(all).into_iter();
            let options =
                known.map(|file| view! { <option value=file.id.to_string()>{file.name.clone()}</option> });
            let options = options.collect_view();
            (!all.is_empty() && !owner.holds_one()).then(|| {
                view! {
                    <div class="field">
                        <label for="replaces">{say(INSTEAD_OF)}</label>
                        <select id="replaces" name="replaces">
                            <option value="">{say(NEW_FILE)}</option>
                            {options}
                        </select>
                    </div>
                }
            })
        })
    };
    let typed = Returned::of("file.attach").map(|returned| returned.fields).unwrap_or_default();
    let (confirmed, reason) = (!typed.get("no_secrets").is_empty(), typed.text("version_reason"));
    let why = asks_why.then(|| {
        view! {
            <Field name="version_reason" issues>
                <Line name="version_reason" value=reason issues required=true/>
            </Field>
        }
    });
    let (label, hint) = if owner.holds_one() { (ADD_ONE, ADD_ONE_HINT) } else { (ADD, ADD_HINT) };
    let under_way = move || {
        ways.list.with(|list| {
            let rows = list.iter().map(|way| row(ways, way.clone())).collect_view();
            (!list.is_empty())
                .then(|| view! { <ul class="files ways" aria-label=say(ON_THE_WAY)>{rows}</ul> })
        })
    };
    view! {
        {under_way}
        <p class="soft" role="status">{said}</p>
        <form
            class="form send-files"
            method="post"
            enctype="multipart/form-data"
            novalidate
            data-over=move || over.get().then_some("")
            on:submit=send
            on:dragover=drag
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            <RefusalNotice refusal/>
            <input type="hidden" name=DEED value="file.attach"/>
            <input type="hidden" name="owner" value=owner.code()/>
            <input type="hidden" name="id" value=owner.row().to_string()/>
            <input type="hidden" name="back" value=back/>
            {instead}
            {why}
            <Vouch issues checked=confirmed/>
            <Field name="file" label=label hint=hint issues>
                <Pick issues multiple=!owner.holds_one()/>
            </Field>
            <p class="buttons">
                <button class="button"><Icon name="send"/>{say(SEND)}</button>
                <span class="soft">{say(DROP_HERE)}</span>
            </p>
        </form>
    }
}

/// A file on its way.
fn row(ways: Ways, way: Way) -> AnyView {
    let locale = use_locale();
    let Way { number, size, sent, course, .. } = way;
    let (name, label) = (way.name.clone(), way.name.clone());
    let told = move || course.with(|course| told(locale, course, sent.get(), size));
    let refused = move || course.with(|course| matches!(course, Course::Refused(_)));
    let goes = move || course.with(|course| matches!(course, Course::Sending | Course::Lost));
    let (pause, go_on) = (format!("{} {name}", say(PAUSE)), format!("{} {name}", say(GO_ON)));
    let give_up = format!("{} {name}", say(GIVE_UP));
    let switch = move || {
        let (pause, go_on) = (pause.clone(), go_on.clone());
        if goes() {
            let press = move |_| way::pause(ways, number);
            view! {
                <button type="button" class="button" data-kind="icon" aria-label=pause on:click=press>
                    <Icon name="pause"/>
                </button>
            }
            .into_any()
        } else if course.with(|course| *course == Course::Paused) {
            let press = move |_| way::go_on(ways, number);
            view! {
                <button type="button" class="button" data-size="small" aria-label=go_on on:click=press>
                    {say(GO_ON)}
                </button>
            }
            .into_any()
        } else {
            ().into_any()
        }
    };
    view! {
        <li data-refused=move || refused().then_some("")>
            <Icon name="file"/>
            <div class="what">
                <p>{name}</p>
                <progress max=size.to_string() value=move || sent.get().to_string() aria-label=label></progress>
                <p class=move || if refused() { "error" } else { "soft" }>{told}</p>
            </div>
            <div class="buttons">
                {switch}
                <button
                    type="button"
                    class="button"
                    data-kind="icon"
                    aria-label=give_up
                    on:click=move |_| way::give_up(ways, number)
                >
                    <Icon name="close"/>
                </button>
            </div>
        </li>
    }
    .into_any()
}

/// How a file on its way stands, in words.
fn told(locale: Locale, course: &Course, sent: u64, size: u64) -> String {
    let far = || format!("{} / {}", words::size(locale, sent), words::size(locale, size));
    match course {
        Course::Waiting => format!("{}, {}", locale.say(WAITS), words::size(locale, size)),
        Course::Sending if sent >= size => locale.say(LOOKED_AT).to_owned(),
        Course::Sending => far(),
        Course::Paused => format!("{} {}", locale.say(PAUSED), far()),
        Course::Lost => format!("{} ({})", locale.say(LOST), far()),
        Course::Refused(Refusal::Invalid(issues)) => {
            let problems = issues.iter().map(|issue| words::problem(locale, &issue.problem));
            problems.collect::<Vec<_>>().join(" ")
        }
        Course::Refused(refusal) => words::refusal(locale, refusal),
    }
}
