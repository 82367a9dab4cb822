//! The whole week as a short list: hour and content, each line a link to its day.

use super::reach::Book;
use super::tell::{deputies, leaders};
use super::words::*;
use crate::visit::{say, use_locale};
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::PublishedEntry;
use domain::schedule::publication::FaceStanding;
use domain::words;
use leptos::prelude::*;

/// The list of a week; where the entries are those of many leaders each says whose it is,
/// and where somebody else goes in the place of the reader, who does.
pub(super) fn list(week: IsoWeek, entries: &[PublishedEntry], book: &Book) -> AnyView {
    let locale = use_locale();
    let days = week.days().into_iter().map(|day| {
        let lines =
            entries.iter().map(|entry| &entry.published.face).filter(|face| face.date == day).map(|face| {
                let hour = face.start.map(spoken::time);
                let hour = hour.unwrap_or_else(|| say(words::part(face.part)).to_owned());
                let content = face.content.clone();
                let content = match face.standing {
                    FaceStanding::Going => content.into_any(),
                    _ => view! { <s>{content}</s> }.into_any(),
                };
                let whose =
                    deputies(face, &book.posts).or_else(|| leaders(face).filter(|_| book.is_of_many()));
                let whose = whose.map(|names| view! { <small>{names} " · "</small> });
                view! { <li><b>{hour}</b> " " {whose} {content}</li> }
            });
        let lines: Vec<_> = lines.collect();
        let none = lines.is_empty().then(|| view! { <li class="soft">{say(NO_ENTRIES)}</li> });
        view! {
            <li>
                <a href=format!("#d{day}")>{spoken::short_date(locale, day)}</a>
                <ul>{lines} {none}</ul>
            </li>
        }
    });
    view! {
        <section class="whole-week" aria-labelledby="week-h">
            <h2 id="week-h">{say(WHOLE_WEEK)}</h2>
            <ol>{days.collect_view()}</ol>
        </section>
    }
    .into_any()
}
