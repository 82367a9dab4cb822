//! The form with which the next meetings of a body are planned, and what it leads to.

use super::{CHOSEN, LAST_NUMBER, MOST_SESSIONS, Neighbour};
use crate::access::optional_id;
use crate::calendar::hours::SessionPart;
use crate::calendar::spoken;
use crate::calendar::working_day::{Holiday, WorkingDays};
use crate::id::PositionId;
use crate::meeting::{Body, Meeting, Offer};
use crate::refusal::{Issue, Problem};
use crate::request::{MINUTES, Placing};
use crate::schedule::series::draft::{Repeats, SeriesDraft};
use crate::schedule::series::{OnDayOff, Series, SeriesError};
use crate::schedule::{Conflict, EntryKind};
use crate::text::{self, Issues};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form with which the next meetings of a body are planned.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanDraft {
    /// The rule; `repeats` may also be [`CHOSEN`].
    pub rule: SeriesDraft,
    /// The first day, from which the rule counts.
    pub first: String,
    /// Chosen days, one after the other.
    pub days: String,
    /// The title; `{số}`, `{tháng}`, `{quý}` and `{năm}` stand for those of each meeting.
    pub content: String,
    /// The number of the first of them.
    pub session: String,
    /// "08:30", also "8h30"; or empty.
    pub start: String,
    /// Part code; an hour says it better.
    pub part: String,
    /// Length in minutes.
    pub minutes: String,
    /// Number of the chairing post.
    pub chair: String,
    /// Room number or empty.
    pub room: String,
    /// Place in words.
    pub place: String,
    /// Why conflicts are accepted.
    pub conflict_reason: String,
    /// The day on which each of the shown ones takes place, by the day of the rule.
    pub moved: BTreeMap<String, String>,
    /// Days of the rule that are taken; those that were not shown yet are.
    pub taken: Vec<String>,
}

/// One meeting that is planned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// The day of the rule, or the chosen one.
    pub of: NaiveDate,
    /// The day on which it takes place.
    pub date: NaiveDate,
    /// Its number; none when it is left out.
    pub number: Option<u32>,
    /// Its title.
    pub content: String,
}

/// What was planned; a checked [`PlanDraft`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sessions {
    /// All days in their order, also those that are left out.
    pub all: Vec<Session>,
    /// The post that chairs.
    pub chair: PositionId,
    /// The part of the day.
    pub part: SessionPart,
    /// The hour, when it is known.
    pub start: Option<NaiveTime>,
    /// How long each takes.
    pub minutes: u32,
    /// Where and how, but for the day.
    pub placing: Placing,
}

impl Sessions {
    /// Those that are taken, with their numbers.
    pub fn taken(&self) -> impl Iterator<Item = (&Session, u32)> {
        self.all.iter().filter_map(|session| Some((session, session.number?)))
    }

    /// The form of the place of one of them.
    pub fn placing(&self, session: &Session) -> Placing {
        Placing { date: session.date.to_string(), ..self.placing.clone() }
    }
}

/// A planned meeting with what is to be known of its day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Foreseen {
    /// The meeting.
    pub session: Session,
    /// What the table of exceptional days says of the day of the rule.
    pub off: Option<Holiday>,
    /// What it says of the day itself: a holiday, or one that is worked in exchange.
    pub exception: Option<Holiday>,
    /// What stands in its way.
    pub conflicts: Vec<Conflict>,
    /// What cannot be accepted on that day.
    pub issues: Vec<Issue>,
}

/// What the page of planning shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Planning {
    /// The body.
    pub body: Body,
    /// The last meeting of it that is known.
    pub last: Option<Neighbour>,
    /// The form: what was asked, or what is usual.
    pub draft: PlanDraft,
    /// The meetings that it leads to; none before the first question.
    pub foreseen: Vec<Foreseen>,
    /// What is wrong in the form.
    pub issues: Vec<Issue>,
    /// Whether their kind has an agenda to begin with.
    pub has_template: bool,
    /// What the form offers.
    pub offer: Offer,
}

impl PlanDraft {
    /// What a body usually asks for next: as its last meeting was, on the same weekday of the
    /// next month, or in a month.
    pub fn usual(
        body: &Body,
        last: Option<&Meeting>,
        number: u32,
        days: &WorkingDays,
        today: NaiveDate,
    ) -> Self {
        let in_a_month = || today.checked_add_months(Months::new(1)).unwrap_or(today);
        let next = last.and_then(|last| month_after(last.day())).filter(|day| *day > today);
        // A holiday keeps its weekday, which the rule goes by, and is moved from by the rule.
        let weekday = next.filter(|day| day.weekday().number_from_monday() <= 5);
        let first = weekday.unwrap_or_else(|| days.on_or_after(next.unwrap_or_else(in_a_month)));
        let chair = body.chair.or(last.map(|last| last.proposal.chair));
        Self {
            rule: SeriesDraft {
                repeats: Repeats::MonthlyByWeekday.code().to_owned(),
                count: "3".to_owned(),
                on_day_off: OnDayOff::NextWorkingDay.code().to_owned(),
                ..SeriesDraft::default()
            },
            first: first.to_string(),
            content: title(body),
            session: number.to_string(),
            start: last.and_then(Meeting::start).map_or("08:00".to_owned(), spoken::time),
            part: last.map_or(SessionPart::Morning, Meeting::part).code().to_owned(),
            minutes: last.map_or(180, |last| last.proposal.minutes.max(1)).to_string(),
            chair: chair.map(|chair| chair.to_string()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Whether nothing was asked yet.
    pub fn is_blank(&self) -> bool {
        self.rule.repeats.is_empty()
    }

    /// Checks what was typed.
    ///
    /// # Errors
    /// All issues, by field; the day of one meeting is named `date.2026-12-22`.
    pub fn check(&self, offer: &Offer, days: &WorkingDays, today: NaiveDate) -> Result<Sessions, Vec<Issue>> {
        let mut issues = Issues::default();
        let mut all = self.times(days, today, &mut issues);
        let content = issues.needed_line("content", &self.content, text::LINE);
        let first = issues.take("session", text::number(&self.session, 1..=LAST_NUMBER));
        let start = match self.start.trim() {
            "" => None,
            typed => {
                let read = spoken::parse_time(typed);
                if read.is_none() {
                    issues.note("start", Problem::NotATime);
                }
                read
            }
        };
        let part = start.map(SessionPart::of_time).or(SessionPart::of_code(&self.part));
        let part = issues.chosen("part", &self.part, part);
        let minutes = issues.take("minutes", text::number(&self.minutes, MINUTES));
        let chair = issues.take("chair", optional_id(&self.chair)).map(PositionId);
        match chair {
            None => issues.note("chair", Problem::Required),
            Some(id) if offer.chairs.iter().all(|chair| chair.id != id) => {
                issues.note("chair", Problem::Unknown);
            }
            Some(_) => {}
        }
        let room = issues.take("room", optional_id(&self.room));
        if room.is_some_and(|id| offer.rooms.iter().all(|room| room.id.0 != id)) {
            issues.note("room", Problem::Unknown);
        }
        let place = issues.take("place", text::line(&self.place, text::LINE));
        if issues.is_empty() && !all.iter().any(|session| session.number.is_some()) {
            issues.note("taken", Problem::Required);
        }
        all.sort_by_key(|session| (session.date, session.of));
        let mut next = first;
        for session in &mut all {
            session.content = titled(&content, session.number.map(|_| next), session.date);
            if session.number.is_some() {
                session.number = Some(next);
                next += 1;
            }
        }
        let part = part.unwrap_or(SessionPart::Morning);
        let chair = chair.unwrap_or(PositionId(0));
        let placing = Placing {
            date: String::new(),
            part: part.code().to_owned(),
            start: start.map(spoken::time).unwrap_or_default(),
            minutes: minutes.to_string(),
            chair: chair.to_string(),
            room: room.map(|room| room.to_string()).unwrap_or_default(),
            place,
            conflict_reason: self.conflict_reason.clone(),
        };
        issues.or(Sessions { all, chair, part, start, minutes, placing })
    }

    /// The days: of the rule or chosen, each moved or left out as the form says. A number
    /// says that it is taken; which one is told later.
    fn times(&self, days: &WorkingDays, today: NaiveDate, issues: &mut Issues) -> Vec<Session> {
        let times = if self.rule.repeats == CHOSEN {
            self.chosen(issues).into_iter().map(|day| (day, day)).collect()
        } else {
            self.ruled(days, issues)
        };
        if times.len() > MOST_SESSIONS as usize {
            issues.note("count", Problem::TooManyDays { max: MOST_SESSIONS });
            return Vec::new();
        }
        let mut all: Vec<Session> = Vec::new();
        for (of, usual) in times {
            let typed = self.moved.get(&of.to_string());
            let takes = typed.is_none() || self.taken.contains(&of.to_string());
            let field = format!("date.{of}");
            let date = match typed.map(|typed| spoken::parse_date(typed)) {
                None => usual,
                Some(Some(day)) => day,
                Some(None) => {
                    issues.note(&field, Problem::NotADate);
                    continue;
                }
            };
            let known = all.iter().any(|other| other.number.is_some() && other.date == date);
            if takes && date < today {
                issues.note(if typed.is_some() { &field } else { "first" }, Problem::Past);
            } else if takes && !crate::calendar::is_supported(date) {
                issues.note(&field, Problem::DateOutOfRange);
            } else if takes && known {
                issues.note(&field, Problem::Repeated);
            }
            all.push(Session { of, date, number: takes.then_some(0), content: String::new() });
        }
        all
    }

    fn ruled(&self, days: &WorkingDays, issues: &mut Issues) -> Vec<(NaiveDate, NaiveDate)> {
        let Some(first) = spoken::parse_date(&self.first) else {
            let empty = self.first.trim().is_empty();
            issues.note("first", if empty { Problem::Required } else { Problem::NotADate });
            return Vec::new();
        };
        let series: Series = match self.rule.check(first) {
            Ok(series) => series,
            Err(wrong) => {
                for issue in wrong {
                    issues.note(&issue.field, issue.problem);
                }
                return Vec::new();
            }
        };
        if let Err(wrong) = series.check() {
            issues.note(
                "first",
                match wrong {
                    SeriesError::OutOfRange => Problem::DateOutOfRange,
                    _ => Problem::Unknown,
                },
            );
            return Vec::new();
        }
        let last = series.days().take(MOST_SESSIONS as usize + 1).last().unwrap_or(first);
        let farthest = last.checked_add_days(Days::new(31)).unwrap_or(last);
        series.between(first, farthest, days).into_iter().map(|time| (time.of, time.date)).collect()
    }

    fn chosen(&self, issues: &mut Issues) -> Vec<NaiveDate> {
        let typed = self.days.split([',', ';', ' ', '\n', '\t']).map(str::trim).filter(|one| !one.is_empty());
        let read: Option<Vec<NaiveDate>> = typed.map(spoken::parse_date).collect();
        let Some(mut read) = read else {
            issues.note("days", Problem::NotADate);
            return Vec::new();
        };
        if read.is_empty() {
            issues.note("days", Problem::Required);
        }
        read.sort_unstable();
        read.dedup();
        read
    }
}

/// The same weekday of the next month: the second Wednesday after a second Wednesday.
fn month_after(day: NaiveDate) -> Option<NaiveDate> {
    let nth = |day: NaiveDate| (day.day() - 1) / 7;
    let four_weeks = day.checked_add_days(Days::new(28))?;
    let five_weeks = day.checked_add_days(Days::new(35)).filter(|later| nth(*later) == nth(day));
    Some(if nth(four_weeks) == nth(day) { four_weeks } else { five_weeks.unwrap_or(four_weeks) })
}

/// The title with which a body usually meets.
fn title(body: &Body) -> String {
    match body.kind {
        EntryKind::RegularSession => "Phiên họp thường kỳ thứ {số}, tháng {tháng}/{năm}".to_owned(),
        _ => format!("Phiên họp thứ {{số}} của {}", body.name),
    }
}

/// A title with number, month, quarter and year in their places.
fn titled(title: &str, number: Option<u32>, date: NaiveDate) -> String {
    let quarter = ["I", "II", "III", "IV"][date.month0() as usize / 3];
    let number = number.map_or_else(|| "…".to_owned(), |number| number.to_string());
    title
        .replace("{số}", &number)
        .replace("{tháng}", &format!("{:02}", date.month()))
        .replace("{quý}", quarter)
        .replace("{năm}", &date.year().to_string())
}
