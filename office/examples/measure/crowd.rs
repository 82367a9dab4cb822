//! A week of three hundred entries, as full as a year's end: nine for each leader on
//! each day, none of which collides with another.

use crate::Outcome;
use chrono::NaiveDate;
use domain::PositionId;
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Entry, EntryDraft, Save};
use office::access::Visit;
use office::{Desk, Office, schedule};

/// Entries of one leader on one day.
const EACH: u32 = 9;
const MOST: usize = 300;

pub(crate) async fn measure(url: &str) -> Outcome {
    let office = Office::open(url).await?;
    office::demo::load(&office, None).await?;
    let office = office.running_from(office::demo::now()?);
    let desk = chief(&office).await?;
    let week = IsoWeek::of(office.today()).next().next();
    let directory = schedule::board(&desk, week).await?.directory;
    let places = week.days().into_iter().flat_map(|day| {
        let leaders = directory.leaders.iter().map(|leader| leader.id);
        leaders.flat_map(move |leader| (0..EACH).map(move |number| (day, leader, 7 * 60 + number * 75)))
    });
    for (number, (day, leader, minute)) in places.take(MOST).enumerate() {
        entry(&desk, day, leader, minute, &format!("Họp nghe báo cáo tiến độ công trình số {number}"))
            .await?;
    }
    println!("crowd_week {week}");
    println!("crowd_entries {}", schedule::board(&desk, week).await?.entries.len());
    office.close().await?;
    Ok(())
}

/// The desk of the Chief of Office, who may do everything with a week.
pub(crate) async fn chief(office: &Office) -> Outcome<Desk> {
    let chief = "chanhvanphong@minhgiang.example";
    let newcomer = office::access::sign_in(office, chief, "giao-ban-demo", &Visit::default()).await?;
    Ok(office.desk(newcomer.actor))
}

/// An hour of a leader, from this minute of the day on.
pub(crate) async fn entry(
    desk: &Desk,
    day: NaiveDate,
    leader: PositionId,
    minute: u32,
    content: &str,
) -> Outcome<Entry> {
    let time = |minute: u32| {
        let time = chrono::NaiveTime::from_hms_opt(minute / 60, minute % 60, 0);
        time.map(spoken::time).unwrap_or_default()
    };
    let part = match minute {
        0..720 => SessionPart::Morning,
        720..1080 => SessionPart::Afternoon,
        _ => SessionPart::Evening,
    };
    let draft = EntryDraft {
        start: time(minute),
        end: time(minute + 60),
        content: content.to_owned(),
        place: "Trụ sở UBND tỉnh".to_owned(),
        ..EntryDraft::blank(day, part, Some(leader))
    };
    let save = Save { draft, conflict_reason: "đã thống nhất".to_owned(), ..Save::default() };
    Ok(schedule::save_entry(desk, save).await?.entry)
}
