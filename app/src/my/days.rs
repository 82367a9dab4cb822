//! The days of a week side by side: swiped by finger, walked by links and by keyboard.
//!
//! The browser snaps to a day by itself (CSS scroll snap), so that none of this needs
//! our program; with it the pager begins at the present day.

use super::entry::Line;
use super::reach::Book;
use super::words::*;
use crate::parts::Icon;
use crate::visit::{say, use_locale};
use chrono::{NaiveDate, NaiveDateTime};
use domain::calendar::lunar::LunarDate;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::PublishedEntry;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// The pager of a week; `today` is the present day when it lies in this week.
pub(super) fn days(
    week: IsoWeek,
    entries: &[PublishedEntry],
    now: NaiveDateTime,
    today: Option<NaiveDate>,
    book: &Arc<Book>,
) -> AnyView {
    let pager = NodeRef::<html::Div>::new();
    Effect::new(move |_| begin_at(pager, today));
    let all = week.days();
    let pages = all.into_iter().enumerate().map(|(at, day)| {
        let before = at.checked_sub(1).and_then(|at| all.get(at)).copied();
        let after = all.get(at + 1).copied();
        let of_day: Vec<_> = entries.iter().filter(|e| e.published.face.date == day).cloned().collect();
        page(day, [before, after], of_day, now, today == Some(day), book)
    });
    view! {
        <section class="pager" aria-label=say(DAY_BY_DAY)>
            <div class="pages" node_ref=pager tabindex="0" role="group" aria-label=say(DAY_BY_DAY)>
                {pages.collect_view()}
            </div>
        </section>
    }
    .into_any()
}

fn page(
    day: NaiveDate,
    [before, after]: [Option<NaiveDate>; 2],
    entries: Vec<PublishedEntry>,
    now: NaiveDateTime,
    is_today: bool,
    book: &Arc<Book>,
) -> AnyView {
    let locale = use_locale();
    let lunar = LunarDate::of(day).map(|l| l.short(locale)).unwrap_or_default();
    let link = |to: Option<NaiveDate>, rel: &'static str, icon: &'static str, word| {
        to.map(|to| {
            let name = format!("{}: {}", say(word), spoken::short_date(locale, to));
            view! {
                <a class="button" data-kind="icon" href=format!("#d{to}") rel=rel aria-label=name>
                    <Icon name=icon/>
                </a>
            }
        })
    };
    let today = is_today.then(|| view! { " · " {say(TODAY)} });
    view! {
        <section id=format!("d{day}") aria-labelledby=format!("h{day}") data-today=is_today.then_some("")>
            <header>
                {link(before, "prev", "previous", PREVIOUS_DAY)}
                <h2 id=format!("h{day}")>
                    {spoken::short_date(locale, day)} {today} " " <small class="lunar">{lunar} " " {say(LUNAR)}</small>
                </h2>
                {link(after, "next", "next", NEXT_DAY)}
            </header>
            {if entries.is_empty() {
                view! { <p class="soft">{say(NO_ENTRIES)}</p> }.into_any()
            } else {
                view! { <Line entries now book=book.clone()/> }.into_any()
            }}
        </section>
    }
    .into_any()
}

/// Scrolls the pager, and nothing else of the page, to a day.
#[cfg(feature = "hydrate")]
fn begin_at(pager: NodeRef<html::Div>, day: Option<NaiveDate>) {
    use leptos::wasm_bindgen::JsCast;
    let (Some(pager), Some(day)) = (pager.get(), day) else { return };
    let found = pager.query_selector(&format!("[id='d{day}']")).ok().flatten();
    if let Some(page) = found.and_then(|page| page.dyn_into::<leptos::web_sys::HtmlElement>().ok()) {
        pager.set_scroll_left(page.offset_left());
    }
}

/// There is nothing to scroll on the server.
#[cfg(not(feature = "hydrate"))]
fn begin_at(_: NodeRef<html::Div>, _: Option<NaiveDate>) {}
