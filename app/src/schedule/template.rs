//! The page at `/desk/templates`: the templates of a week, each with what it holds; the
//! address opens the form in which one is renamed or deleted (`?edit=3`).

mod words;

use self::words::*;
use super::start::{address_of, api};
use crate::control::{Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::{Open, address, use_open};
use crate::panel::{Feet, Panel, Saved, no_such_row};
use crate::parts::{Field, Icon, Notice, RefusalNotice, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, say_counted, use_locale, use_today};
use chrono::Datelike as _;
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{EntryDraft, Source, Template};
use domain::words as names;
use leptos::prelude::*;

/// The address of the page.
const PATH: &str = "/desk/templates";
const RENAME: &str = "schedule.rename_template";
const DELETE: &str = "schedule.delete_template";

/// The templates, to be read again after each deed.
type List = Resource<Answer<Vec<Template>>>;

/// The page at its address; it asks the server when it is shown.
pub fn templates_page() -> AnyView {
    let list: List = Resource::new(|| (), |()| api::list_templates());
    view! {
        <PageTitle text=say(TEMPLATES)/>
        <Transition>
            {move || Suspend::new(async move {
                match list.await {
                    Ok(templates) => page(list, templates),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn page(list: List, templates: Vec<Template>) -> AnyView {
    let open = use_open();
    let this = IsoWeek::of(use_today());
    let templates = StoredValue::new(templates);
    let name =
        move |id| templates.with_value(|all| all.iter().find(|t| t.id.0 == id).map(|t| t.name.clone()));
    let rows = move || {
        let open = open.get();
        templates.with_value(|all| match all.is_empty() {
            true => {
                view! { <StateBox icon="copy" title=say(NONE_YET)><p>{say(NONE_YET_HINT)}</p></StateBox> }
                    .into_any()
            }
            false => {
                let rows = all.iter().map(|t| row(t, this.next(), open == Open::Edit(t.id.0)));
                view! { <ul class="requests">{rows.collect_view()}</ul> }.into_any()
            }
        })
    };
    let panel = move || match open.get() {
        Open::Edit(id) => {
            let found = templates.with_value(|all| all.iter().find(|t| t.id.0 == id).cloned());
            Some(found.map_or_else(no_such_row, |template| edit(list, &template)))
        }
        _ => None,
    };
    view! {
        <div class="head">
            <div>
                <h1>{say(TEMPLATES)}</h1>
                <p>{say(LEAD)}</p>
            </div>
            <div class="buttons">
                <a class="button" href=address_of(this.next(), Source::Week(this))>
                    <Icon name="add"/>
                    {say(OF_THIS_WEEK)}
                </a>
            </div>
        </div>
        <Saved name/>
        <div class="with-panel">{rows} {panel}</div>
    }
    .into_any()
}

fn row(template: &Template, next: IsoWeek, current: bool) -> AnyView {
    let id = template.id;
    let at = spoken::date_time(template.at.with_timezone(&names::vietnam()).naive_local());
    let lines = template.entries.iter().map(|draft| view! { <li>{spelt(draft)}</li> });
    view! {
        <li aria-current=current.then_some("true")>
            <div class="what">
                <h2><a href=address(PATH, &format!("edit={id}"), "")>{template.name.clone()}</a></h2>
                <p class="soft">
                    {say_counted(template.entries.len(), [ENTRY, ENTRIES])} " · " {template.by.clone()} ", " {at}
                </p>
                <details class="more">
                    <summary><Icon name="down"/>{say(WHAT_IT_HOLDS)}</summary>
                    <ul class="held">{lines.collect_view()}</ul>
                </details>
            </div>
            <a class="button" data-size="small" href=address_of(next, Source::Template(id))>
                {say(START_WITH_IT)}
                " "
                {next.number()}
            </a>
        </li>
    }
    .into_any()
}

/// "Thứ Hai 07:30 - 08:00: Giao ban".
fn spelt(draft: &EntryDraft) -> String {
    let locale = use_locale();
    let day = spoken::parse_date(&draft.date);
    let day = day.map(|day| spoken::weekday(locale, day.weekday())).unwrap_or_default();
    let part = SessionPart::of_code(&draft.part).unwrap_or(SessionPart::Morning);
    let time = |typed: &str| spoken::parse_time(typed);
    let hours = names::hours(locale, time(&draft.start), time(&draft.end), part);
    format!("{day} {hours}: {}", draft.content)
}

fn edit(list: List, template: &Template) -> AnyView {
    let id = template.id;
    let form = Form::of(RENAME, Some(id.0), template.version);
    let (issues, sending) = (form.issues, form.sending);
    let name = form.typed.as_ref().map_or_else(|| template.name.clone(), |f| f.text("template_name"));
    let go = sending.onward();
    let after = go.clone();
    let rename = sending.submit(
        move |fields: Fields| api::rename_template(id, fields.number("seen"), fields.text("template_name")),
        move |_: Template| {
            list.refetch();
            after(&address(PATH, &format!("saved={id}"), ""), Default::default());
        },
    );
    let gone = Form::of(DELETE, Some(id.0), template.version);
    let leaving = gone.sending;
    let delete = leaving.submit(
        move |fields: Fields| api::delete_template(id, fields.number("seen")),
        move |()| {
            list.refetch();
            go(PATH, Default::default());
        },
    );
    let close = Signal::derive(|| PATH.to_owned());
    view! {
        <Panel title=TEMPLATE note=template.name.clone() close>
            <form class="form" method="post" novalidate on:submit=rename>
                <Hidden form/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    <Field name="template_name" issues>
                        <Line name="template_name" value=name issues required=true/>
                    </Field>
                </div>
                <Feet close busy=sending.busy/>
            </form>
            <form class="form" method="post" on:submit=delete>
                <Hidden form=gone/>
                <div class="body">
                    <RefusalNotice refusal=leaving.refusal/>
                    <Notice tone="amber"><p>{say(DELETE_HINT)}</p></Notice>
                </div>
                <footer>
                    <button class="button" data-kind="danger">
                        <Icon name="delete"/>
                        {say(DELETE_TEMPLATE)}
                    </button>
                </footer>
            </form>
        </Panel>
    }
    .into_any()
}

/// The plain forms of this page.
#[cfg(feature = "ssr")]
pub(super) async fn carry_out(verb: &str, fields: &Fields) -> Answer<String> {
    let id = fields.row("id")?.map(domain::TemplateId).ok_or(domain::Refusal::NotFound)?;
    let seen = fields.number("seen");
    if verb == "delete_template" {
        api::delete_template(id, seen).await?;
        return Ok(PATH.to_owned());
    }
    let renamed = api::rename_template(id, seen, fields.text("template_name")).await?;
    Ok(address(PATH, &format!("saved={}", renamed.id), ""))
}
