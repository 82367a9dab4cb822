//! The head of a week: letterhead for paper, the neighbouring weeks, the title
//! with its publication, the views and the tools.

use super::Reader;
use super::frame::icon;
use super::part::lunar_short;
use super::week::View;
use super::words::*;
use chrono::{DateTime, Datelike, Utc};
use domain::bulletin::BulletinWeek;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use leptos::prelude::*;

/// Where the links of the head lead to.
pub(super) struct Links {
    /// The week.
    pub week: IsoWeek,
    /// The view that is shown; `None` on the list of changes.
    pub view: Option<View>,
    /// The old publication that is shown, if it is one.
    pub old: Option<i32>,
}

impl Links {
    fn to_view(&self, view: View) -> String {
        let mut query: Vec<String> = Vec::new();
        query.extend(view.code().map(|code| format!("view={code}")));
        query.extend(self.old.map(|number| format!("publication={number}")));
        let query = query.join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        format!("/weeks/{}{mark}{query}", self.week)
    }
}

/// The national letterhead, on paper only. It is Vietnamese in both languages.
pub(super) fn letterhead(reader: &Reader, at: Option<DateTime<Utc>>) -> impl IntoView + use<> {
    let day = at.map_or(reader.today, |at| local(at).date());
    let place = &reader.office.place_name;
    let dated = format!("{place}, ngày {:02} tháng {:02} năm {}", day.day(), day.month(), day.year());
    view! {
        <div class="official" lang=reader.written()>
            <p>{reader.office.committee_name.to_uppercase()}<br/><b>"VĂN PHÒNG"</b></p>
            <p><b>"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"<br/><u>"Độc lập - Tự do - Hạnh phúc"</u></b><br/><i>{dated}</i></p>
        </div>
    }
}

/// The place of the signature, on paper only.
pub(super) fn signature(reader: &Reader) -> impl IntoView + use<> {
    view! {
        <p class="official sign" lang=reader.written()><span></span><span><b>"CHÁNH VĂN PHÒNG"</b><br/><br/><br/><br/></span></p>
    }
}

/// Previous week, jump to a day, next week. `address` makes the link of a week.
pub(super) fn weeks(
    reader: &Reader,
    week: IsoWeek,
    action: String,
    address: impl Fn(IsoWeek) -> String,
) -> AnyView {
    let link = |to: IsoWeek| to.is_supported().then(|| (address(to), week_short(reader.locale, to)));
    let previous = link(week.previous()).map(|(href, text)| {
        view! { <a href=href rel="prev">{icon("#previous")}{text}</a> }
    });
    let next = link(week.next()).map(|(href, text)| {
        view! { <a href=href rel="next">{text}{icon("#next")}</a> }
    });
    let day = if week.contains(reader.today) { reader.today } else { week.monday() };
    view! {
        <nav class="weeks" aria-label=reader.say(CHOOSE_WEEK)>
            {previous}
            <details class="drop">
                <summary>{reader.say(OTHER_WEEK)}{icon("#down")}</summary>
                <form action=action>
                    <label for="jump">{reader.say(WEEK_OF_DAY)}</label>
                    <input id="jump" type="date" name="date" value=day.to_string() required/>
                    <button>{reader.say(SHOW)}</button>
                </form>
            </details>
            {next}
        </nav>
    }
    .into_any()
}

/// Title, publication and remark.
pub(super) fn title(
    reader: &Reader,
    week: IsoWeek,
    publication: Option<(i32, DateTime<Utc>)>,
    remark: String,
) -> impl IntoView + use<> {
    let edition = publication.map(|(number, at)| {
        let remark = (!remark.is_empty()).then(|| view! { " · "<span lang=reader.written()>{remark}</span> });
        view! {
            <p class="edition">
                <b>{edition(reader.locale, number)}</b>" · "
                <time datetime=moment_code(at)>{moment(at)}</time>{remark}
            </p>
        }
    });
    view! {
        <div class="title">
            <h1>{week_title(reader.locale, week)}" "<small>{week_span(week)}</small></h1>
            {edition}
        </div>
    }
}

/// The clear words above an old publication.
pub(super) fn old_copy(reader: &Reader, week: &BulletinWeek) -> Option<impl IntoView + use<>> {
    let (number, _) = week.publication?;
    let (last, _) = *week.publications.last()?;
    (number != last).then(|| {
        view! {
            <p class="mark" data-mark="postponed">
                {icon("#pause")}" "<b>{reader.say(OLD_COPY)}</b>" "
                <a href=format!("/weeks/{}", week.week)>{reader.say(CURRENT_COPY)}" ("{edition(reader.locale, last)}")"</a>
            </p>
        }
    })
}

/// The views; `changed` counts the entries that the publications changed.
pub(super) fn views(reader: &Reader, links: &Links, changed: usize) -> impl IntoView + use<> {
    let tab = |view: View, text: &'static str| {
        let here = (links.view == Some(view)).then_some("page");
        view! { <a href=links.to_view(view) aria-current=here>{text}</a> }
    };
    let here = links.view.is_none().then_some("page");
    let count = (changed > 0).then(|| format!(" ({changed})"));
    view! {
        <nav class="views" aria-label=reader.say(VIEWS)>
            {tab(View::Days, reader.say(BY_DAY))}
            {tab(View::Leaders, reader.say(BY_LEADER))}
            {tab(View::Table, reader.say(OFFICIAL_TABLE))}
            <a href=format!("/weeks/{}/changes", links.week) aria-current=here>{reader.say(CHANGES)}{count}</a>
        </nav>
    }
}

/// Subscribe, download, print, data.
pub(super) fn tools(reader: &Reader, links: &Links) -> impl IntoView + use<> {
    let week = links.week;
    let number = links.old.map(|n| format!("?publication={n}")).unwrap_or_default();
    let paper = match links.view {
        Some(View::Table) => view! {
            <button class="prefs" data-print="">{icon("#print")}{reader.say(PRINT)}</button>
        }
        .into_any(),
        _ => view! {
            <a href=links.to_view(View::Table)>{icon("#print")}{reader.say(PRINT_SHEET)}</a>
        }
        .into_any(),
    };
    view! {
        <nav class="tools" aria-label=reader.say(TOOLS)>
            <a href="/subscribe">{icon("#subscribe")}{reader.say(SUBSCRIBE_ICAL)}</a>
            <a href=format!("/weeks/{week}.ics")>{icon("#download")}{reader.say(DOWNLOAD_WEEK)}</a>
            {paper}
            <a href=format!("/weeks/{week}.json{number}")>{reader.say(OPEN_DATA)}" JSON"</a>
            <a href=format!("/weeks/{week}.csv{number}")>"CSV"</a>
        </nav>
    }
}

/// The seven days with their lunar dates; each leads to its place in the page.
pub(super) fn strip(reader: &Reader, week: IsoWeek) -> impl IntoView + use<> {
    let days: Vec<AnyView> = week
        .days()
        .into_iter()
        .map(|day| {
            let today = (day == reader.today).then_some("date");
            let (number, month) = (format!("{:02}", day.day()), format!("/{:02}", day.month()));
            view! {
                <a href=format!("#d{day}") aria-current=today>
                    <small>{spoken::weekday_short(reader.locale, day.weekday())}</small>
                    <b>{number}<span>{month}</span></b>
                    <small>{lunar_short(reader, day)}<span>{reader.say(LUNAR_SHORT)}</span></small>
                </a>
            }
            .into_any()
        })
        .collect();
    view! { <nav class="strip" aria-label=reader.say(DAYS_OF_WEEK)>{days}</nav> }
}
