//! What calendars may read: feeds of what was published to the public.
//!
//! The bytes are written in `ical`; what a feed carries is decided in
//! `domain::feed`. Nothing here reads the working week: a draft cannot leak,
//! because no query of a feed can reach it.

pub mod ical;

use crate::bulletin::{self, store};
use crate::desk::Office;
use crate::failure::Result;
use crate::setting;
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use domain::calendar::hours::{HoursTable, SessionPart};
use domain::calendar::week::IsoWeek;
use domain::feed::{carries, is_busy, window};
use domain::schedule::publication::{Face, FaceStanding, Published};
use domain::{Locale, Refusal, words};
use ical::{Feed, FeedClass, FeedColour, FeedEvent, FeedStatus, FeedTime};

/// The state of a public feed, without its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Validator {
    /// The newest publication in the window; 0 before the first.
    pub newest: i64,
    /// First day of the window.
    pub first: NaiveDate,
    /// Version of the office's names, which stand in the feed.
    pub names: i32,
    /// When that publication was, for Last-Modified.
    pub modified: Option<DateTime<Utc>>,
}

/// What a public feed would answer with now. Two small queries, no rendering
/// (requirement F26).
///
/// # Errors
/// When the database fails.
pub async fn public_validator(office: &Office) -> Result<Validator> {
    let (first, last) = window(office.today());
    let newest = store::newest(office.db(), first, last).await?;
    Ok(Validator {
        newest: newest.map_or(0, |(id, _)| id),
        first,
        names: setting::profile(office).await?.version,
        modified: newest.map(|(_, at)| at),
    })
}

/// The public feed: of everybody, or of the leader with this slug.
///
/// # Errors
/// [`Refusal::NotFound`] for a slug that no published week of the window names.
pub async fn public_feed(office: &Office, leader: Option<&str>, base_url: &str) -> Result<Vec<u8>> {
    let profile = setting::profile(office).await?;
    let today = office.today();
    let (first, last) = window(today);
    let name = match leader {
        None => format!("Lịch công tác {}", profile.committee_short),
        Some(slug) => {
            let leader = store::leader(office.db(), slug, first, last).await?.ok_or(Refusal::NotFound)?;
            format!("Lịch công tác {} {}", leader.short_title, leader.name)
        }
    };
    let hours = setting::hours(office.db()).await?;
    let is_carried = |p: &Published| {
        carries(&p.face, today) && leader.is_none_or(|slug| p.face.leaders.iter().any(|l| l.slug == slug))
    };
    let mut events: Vec<FeedEvent> = Vec::new();
    for week in store::between(office.db(), first, last).await? {
        events.extend(week?.into_iter().filter(is_carried).map(|p| event(p, &hours, base_url)));
    }
    Ok(ical::write(&Feed {
        name: &name,
        office: &profile.office_name,
        product_version: env!("CARGO_PKG_VERSION"),
        colour: Some(FeedColour::Firebrick),
        publish_method: None,
        events: &events,
    }))
}

/// One published week as a calendar file, for download: nothing is left out
/// because of its age. `None` when the week has no publication.
///
/// # Errors
/// When the database fails.
pub async fn week_file(office: &Office, iso: IsoWeek, base_url: &str) -> Result<Option<Vec<u8>>> {
    let week = bulletin::week(office, iso, None).await?;
    if week.publication.is_none() {
        return Ok(None);
    }
    let profile = setting::profile(office).await?;
    let hours = setting::hours(office.db()).await?;
    let name = format!("Lịch công tác {} tuần {}", profile.committee_short, iso.number());
    let events: Vec<FeedEvent> = week.entries.into_iter().map(|p| event(p, &hours, base_url)).collect();
    Ok(Some(ical::write(&Feed {
        name: &name,
        office: &profile.office_name,
        product_version: env!("CARGO_PKG_VERSION"),
        colour: Some(FeedColour::Firebrick),
        publish_method: None,
        events: &events,
    })))
}

pub(crate) fn event(published: Published, hours: &HoursTable, base_url: &str) -> FeedEvent {
    let Published { uid, sequence, created, revised, face, .. } = published;
    let busy = is_busy(&face);
    let description = description(&face);
    FeedEvent {
        uid,
        sequence: sequence.into(),
        created,
        revised,
        when: time(&face, hours),
        summary: summary(&face),
        location: face.place.clone(),
        description,
        status: match face.standing {
            FaceStanding::Going => FeedStatus::Confirmed,
            FaceStanding::Postponed | FaceStanding::Cancelled => FeedStatus::Cancelled,
        },
        busy,
        class: FeedClass::Public,
        categories: vec![Locale::Vi.say(words::kind(face.kind)).to_owned()],
        url: Some(format!("{base_url}/weeks/{}#d{}", IsoWeek::of(face.date), face.date)),
        conference: None,
    }
}

/// Without an end an entry lasts until its part of the day does; without an
/// hour it takes the whole part, and a whole day is a day.
fn time(face: &Face, hours: &HoursTable) -> FeedTime {
    if face.part == SessionPart::AllDay && face.start.is_none() {
        return FeedTime::AllDay { first: face.date, last: face.date };
    }
    let (from, to) = face.part.bounds(&hours.on(face.date));
    let at = |time: NaiveTime| NaiveDateTime::new(face.date, time);
    let start = at(face.start.unwrap_or(from));
    let end = at(face.end.unwrap_or(to));
    let end = if end > start { end } else { start + TimeDelta::minutes(30) };
    FeedTime::Timed { start, end }
}

fn summary(face: &Face) -> String {
    let postponed = if face.standing == FaceStanding::Postponed { "(Hoãn) " } else { "" };
    format!("{postponed}{}", face.content)
}

/// Everything in words, because most clients show nothing else.
fn description(face: &Face) -> String {
    let vi = Locale::Vi;
    let mut lines = Vec::new();
    for leader in &face.leaders {
        let role = vi.say(words::leader_role(leader.role));
        let line = format!("{role}: {} {}", leader.title, leader.name);
        lines.push(match &leader.in_place_of {
            Some((title, name)) => format!("{line} (thay {title} {name})"),
            None => line,
        });
    }
    let mut add = |word: &str, text: &str| {
        if !text.is_empty() {
            lines.push(format!("{word}: {text}"));
        }
    };
    add(vi.say(words::field("acting")), &face.acting_name());
    add("Thành phần", &face.participants);
    add("Cơ quan chuẩn bị", &face.preparing);
    add("Điểm cầu", &face.remote_sites.join(", "));
    if let Some(mode) = face.invitation {
        add("Hình thức mời", vi.say(words::invitation(mode)));
    }
    if let Some(day) = face.moved_to {
        add("Chuyển sang ngày", &words::plain_date(day));
    }
    add("Lý do", &face.reason);
    lines.join("\n")
}
