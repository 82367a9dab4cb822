//! What changed for the public between the publications of a week.

use super::Reader;
use super::day::day_name;
use super::document::{Paper, document};
use super::entry::{chair, content, mark_code, when};
use super::mark::mark_of;
use super::title::{Links, title, tools, views, weeks};
use super::words::*;
use domain::bulletin::BulletinChanges;
use domain::calendar::week::IsoWeek;
use domain::schedule::publication::Difference;
use leptos::prelude::*;

/// The whole document. `steps` are the differences to show, the newest first;
/// without any the week has no publication.
pub fn changes_page(reader: &Reader, style: &str, week: IsoWeek, steps: Vec<BulletinChanges>) -> String {
    document(reader, style, || Paper {
        title: format!("{} · {}", reader.say(CHANGES), week_title(reader.locale, week)),
        current: "",
        lasting: false,
        alternate: None,
        body: view! { <ChangesPage reader=reader.clone() week=week steps=steps/> }.into_any(),
    })
}

#[component]
fn ChangesPage(reader: Reader, week: IsoWeek, steps: Vec<BulletinChanges>) -> impl IntoView {
    let reader = &reader;
    let links = Links { week, view: None, old: None };
    let neighbours = weeks(reader, week, "/weeks".to_owned(), |to| format!("/weeks/{to}/changes"));
    let last = steps.first().and_then(|s| s.publications.last().copied());
    let Some((number, _)) = last else {
        return view! {
            {neighbours}
            {title(reader, week, None, String::new())}
            <p class="none">{reader.say(NOT_PUBLISHED)}</p>
        }
        .into_any();
    };
    let copies: Vec<AnyView> = steps
        .first()
        .map(|step| step.publications.clone())
        .unwrap_or_default()
        .into_iter()
        .map(|(n, at)| {
            let address = format!("/weeks/{week}?publication={n}");
            view! { <a href=address>{n}". "{edition(reader.locale, n)}" · "{moment(at)}</a> }.into_any()
        })
        .collect();
    let changed = steps.iter().filter(|s| s.from > 0).map(|s| s.differences.len()).sum();
    let sections: Vec<AnyView> = steps.into_iter().map(|step| section(reader, step)).collect();
    view! {
        {neighbours}
        {title(reader, week, last, String::new())}
        {views(reader, &links, changed)}
        {tools(reader, &links)}
        {sections}
        <nav class="tools" aria-label=reader.say(EARLIER_COPIES)>{copies}</nav>
        {(number > 1).then(|| compare(reader, week, number))}
    }
    .into_any()
}

fn section(reader: &Reader, step: BulletinChanges) -> AnyView {
    let (number, at) = step.to;
    let against = (step.from > 0 && step.from != number - 1)
        .then(|| format!("{} {}", reader.say(WITH_PUBLICATION), step.from));
    let list = if step.from == 0 {
        None
    } else if step.differences.is_empty() {
        Some(view! { <p class="none">{reader.say(NO_CHANGE)}</p> }.into_any())
    } else {
        let items: Vec<AnyView> =
            step.differences.into_iter().map(|difference| item(reader, step.week, difference)).collect();
        Some(view! { <ol class="entries">{items}</ol> }.into_any())
    };
    view! {
        <section class="day">
            <h2>
                {edition(reader.locale, number)}
                <small>{moment(at)}</small>
                {against.map(|text| view! { <small>{text}</small> })}
            </h2>
            <div>{list}</div>
        </section>
    }
    .into_any()
}

fn item(reader: &Reader, week: IsoWeek, difference: Difference) -> AnyView {
    let Difference { mark, face, fields, gone } = difference;
    let code = mark_code(mark);
    let line = if gone {
        Some(view! { <p class="mark" data-mark="cancelled"><b>{reader.say(GONE)}</b>"."</p> }.into_any())
    } else {
        mark_of(reader, mark, &face, &fields, None)
    };
    let day = day_name(reader, face.date);
    let old_start = fields.iter().find(|c| c.field == "start").map(|c| c.before.clone());
    view! {
        <li class="entry" data-mark=code>
            {when(reader, &face, old_start)}
            <div class="what">
                <p class="place"><a href=format!("/weeks/{week}#d{}", face.date)>{day}</a></p>
                {content(reader, face.standing, face.content.clone())}
                {line}
            </div>
            {chair(reader, &face.leaders)}
        </li>
    }
    .into_any()
}

fn compare(reader: &Reader, week: IsoWeek, last: i32) -> impl IntoView + use<> {
    let number = |name: &'static str, value: i32| {
        view! { <input name=name r#type="number" min="1" max=last.to_string() value=value.to_string() required/> }
    };
    view! {
        <form class="weeks" action=format!("/weeks/{week}/changes")>
            <label>{reader.say(COMPARE_PUBLICATION)}" "{number("publication", last)}</label>
            <label>{reader.say(WITH_PUBLICATION)}" "{number("against", 1)}</label>
            <button>{reader.say(COMPARE)}</button>
        </form>
    }
}
