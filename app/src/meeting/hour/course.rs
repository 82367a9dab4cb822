//! The agenda by its hours for those who take part: first when the own item comes.

use super::{COURSE, EXPECTED, NO_HOUR, OWN_ITEM, mark, turn};
use crate::parts::Icon;
use crate::visit::{say, use_locale};
use chrono::NaiveDateTime;
use domain::calendar::spoken;
use domain::meeting::{Course, CourseLine, Hour, Turn};
use domain::words;
use leptos::prelude::*;

/// The hours of all items; nothing for a meeting without an agenda.
pub fn course(course: &Course, now: NaiveDateTime) -> Option<AnyView> {
    if course.lines.is_empty() {
        return None;
    }
    let hours = course.hours(now);
    let lines: Vec<(&CourseLine, &Hour)> =
        course.lines.iter().zip(&hours).filter(|(line, _)| !line.is_carried).collect();
    let own = lines.iter().filter(|(line, _)| line.is_own).map(|(line, hour)| own(line, hour));
    let own = own.collect_view();
    let has_begun = course.has_begun();
    let rows = lines.iter().map(|(line, hour)| row(line, hour, has_begun)).collect_view();
    Some(
        view! {
            <section class="course" aria-labelledby="course">
                <h2 id="course">{say(COURSE)}</h2>
                <div role="status">{own}</div>
                <ol>{rows}</ol>
            </section>
        }
        .into_any(),
    )
}

/// "Mục của quý cơ quan dự kiến 09:40, chậm 15 phút: Đề án trạm y tế".
fn own(line: &CourseLine, hour: &Hour) -> AnyView {
    let begins = hour.begins.map(spoken::time);
    let stands = match (hour.turn, begins) {
        (Turn::Waits, Some(begins)) => format!("{} {begins}", say(EXPECTED)),
        (Turn::Waits, None) => say(NO_HOUR).to_owned(),
        (turn, begins) => {
            let told = say(words::turn(turn)).to_lowercase();
            begins.map_or(told.clone(), |begins| format!("{told}, {begins}"))
        }
    };
    let late = words::late(use_locale(), hour).filter(|_| hour.turn == Turn::Waits);
    let late = late.map(|late| format!(", {late}"));
    let content = line.content.clone();
    view! {
        <p class="own">
            <Icon name="clock"/>
            <span><b>{say(OWN_ITEM)} " " {stands} {late}</b> ": " {content}</span>
        </p>
    }
    .into_any()
}

fn row(line: &CourseLine, hour: &Hour, has_begun: bool) -> AnyView {
    let begins = hour.begins.or(hour.planned).map(spoken::time);
    let presenter = (!line.presenter.is_empty()).then(|| line.presenter.clone());
    let late = words::late(use_locale(), hour).filter(|_| hour.turn == Turn::Waits);
    let badge = (has_begun && hour.turn != Turn::Waits).then(|| mark(hour.turn));
    view! {
        <li data-turn=turn(hour.turn) data-own=line.is_own.then_some("")>
            <b class="when">{begins}</b>
            <span>
                {line.content.clone()} " " <small class="soft">{presenter}</small>
            </span>
            <span class="stands">{badge} <small>{late}</small></span>
        </li>
    }
    .into_any()
}
