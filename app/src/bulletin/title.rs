//! The head of a week: letterhead for paper, the title with its publication, the
//! neighbouring weeks, the views and the tools.

use super::Reader;
use super::day::Day;
use super::icon;
use super::week::View;
use super::words::*;
use chrono::{DateTime, Datelike, Utc};
use domain::bulletin::BulletinWeek;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use maud::{Markup, html};

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
pub(super) fn letterhead(reader: &Reader, at: DateTime<Utc>) -> Markup {
    let day = local(at).date();
    let place = &reader.office.place_name;
    let dated = format!("{place}, ngày {:02} tháng {:02} năm {}", day.day(), day.month(), day.year());
    html! {
        div.official lang=[reader.written()] {
            p { (reader.office.committee_name.to_uppercase()) br; b { "VĂN PHÒNG" } }
            p {
                b { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" br; u { "Độc lập - Tự do - Hạnh phúc" } }
                br; i { (dated) }
            }
        }
    }
}

/// The place of the signature, on paper only.
pub(super) fn signature(reader: &Reader) -> Markup {
    html! {
        p.official.sign lang=[reader.written()] { span {} span { b { "CHÁNH VĂN PHÒNG" } br; br; br; br; } }
    }
}

/// Previous week, jump to a day, next week. `address` makes the link of a week.
pub(super) fn weeks(
    reader: &Reader,
    week: IsoWeek,
    action: &str,
    address: impl Fn(IsoWeek) -> String,
) -> Markup {
    let near = |to: IsoWeek| to.is_supported().then(|| (address(to), week_short(reader.locale, to)));
    let day = if week.contains(reader.today) { reader.today } else { week.monday() };
    html! {
        nav.weeks aria-label=(reader.say(CHOOSE_WEEK)) {
            @if let Some((href, text)) = near(week.previous()) {
                a href=(href) rel="prev" { (icon::PREVIOUS) (text) }
            }
            details.drop {
                summary { (reader.say(OTHER_WEEK)) (icon::DOWN) }
                form action=(action) {
                    label for="jump" { (reader.say(WEEK_OF_DAY)) }
                    input #jump type="date" name="date" value=(format_args!("{day}")) required;
                    button { (reader.say(SHOW)) }
                }
            }
            @if let Some((href, text)) = near(week.next()) {
                a href=(href) rel="next" { (text) (icon::NEXT) }
            }
        }
    }
}

/// Title, publication and remark.
pub(super) fn title(
    reader: &Reader,
    week: IsoWeek,
    publication: Option<(i32, DateTime<Utc>)>,
    remark: &str,
) -> Markup {
    html! {
        div.title {
            h1 { (week_title(reader.locale, week)) " " small { (week_span(week)) } }
            @if let Some((number, at)) = publication {
                p.edition {
                    b { (edition(reader.locale, number)) } " · "
                    time datetime=(moment_code(at)) { (moment(at)) }
                    @if !remark.is_empty() { " · " span lang=[reader.written()] { (remark) } }
                }
            }
        }
    }
}

/// The clear words above an old publication.
pub(super) fn old_copy(reader: &Reader, week: &BulletinWeek) -> Markup {
    let shown = week.publication.map(|(number, _)| number);
    let last = week.publications.last().map(|(number, _)| *number);
    html! {
        @if let (true, Some(last)) = (shown != last, last) {
            p.mark data-mark="postponed" {
                (icon::mark("#pause")) " " b { (reader.say(OLD_COPY)) } " "
                a href=(format_args!("/weeks/{}", week.week)) {
                    (reader.say(CURRENT_COPY)) " (" (edition(reader.locale, last)) ")"
                }
            }
        }
    }
}

/// The views; `changed` counts the entries that the publications changed.
pub(super) fn views(reader: &Reader, links: &Links, changed: usize) -> Markup {
    let tab = |view: View, word| {
        let here = (links.view == Some(view)).then_some("page");
        html! { a href=(links.to_view(view)) aria-current=[here] { (reader.say(word)) } }
    };
    let here = links.view.is_none().then_some("page");
    html! {
        nav.views aria-label=(reader.say(VIEWS)) {
            (tab(View::Days, BY_DAY))
            (tab(View::Leaders, BY_LEADER))
            (tab(View::Table, OFFICIAL_TABLE))
            a href=(format_args!("/weeks/{}/changes", links.week)) aria-current=[here] {
                (reader.say(CHANGES)) @if changed > 0 { " (" (changed) ")" }
            }
        }
    }
}

/// Subscribe, download, print, data.
pub(super) fn tools(reader: &Reader, links: &Links) -> Markup {
    let week = links.week;
    let number = links.old.map(|n| format!("?publication={n}")).unwrap_or_default();
    html! {
        nav.tools aria-label=(reader.say(TOOLS)) {
            a href="/subscribe" { (icon::SUBSCRIBE) (reader.say(SUBSCRIBE)) }
            a href=(format_args!("/weeks/{week}.ics")) { (icon::DOWNLOAD) (reader.say(DOWNLOAD_WEEK)) }
            @if links.view == Some(View::Table) {
                button.prefs data-print="" { (icon::PRINT) (reader.say(PRINT)) }
            } @else {
                a href=(links.to_view(View::Table)) { (icon::PRINT) (reader.say(PRINT_SHEET)) }
            }
            a href=(format_args!("/weeks/{week}.json{number}")) { (reader.say(OPEN_DATA)) " JSON" }
            a href=(format_args!("/weeks/{week}.csv{number}")) { "CSV" }
        }
    }
}

/// The seven days with their lunar dates; each leads to its place in the page.
pub(super) fn strip(reader: &Reader, days: &[Day]) -> Markup {
    html! {
        nav.strip aria-label=(reader.say(DAYS_OF_WEEK)) {
            @for (day, lunar) in days {
                a href=(format_args!("#d{day}")) aria-current=[(*day == reader.today).then_some("date")] {
                    small { (spoken::weekday_short(reader.locale, day.weekday())) }
                    b { (format_args!("{:02}", day.day())) span { (format_args!("/{:02}", day.month())) } }
                    small {
                        @if let Some(lunar) = lunar { (lunar.short(reader.locale)) }
                        span { (reader.say(LUNAR_SHORT)) }
                    }
                }
            }
        }
    }
}
