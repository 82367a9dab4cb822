//! Twenty secretaries at one week for a minute, each moving an entry of their own to
//! and fro: how long the slowest moves take, and whether every acknowledged one stays.

use crate::Outcome;
use crate::crowd::{chief, entry};
use chrono::NaiveTime;
use domain::calendar::hours::SessionPart;
use domain::calendar::week::IsoWeek;
use domain::schedule::Entry;
use office::{Desk, Office, schedule};
use std::time::{Duration, Instant};

const HANDS: usize = 20;
const FOR: Duration = Duration::from_secs(60);

pub(crate) async fn measure(url: &str) -> Outcome {
    let office = Office::open(url).await?;
    office::demo::load(&office, None).await?;
    let office = office.running_from(office::demo::now()?);
    let desk = chief(&office).await?;
    let week = IsoWeek::of(office.today()).next().next();
    let leaders = schedule::board(&desk, week).await?.directory.leaders;
    let mut entries = Vec::new();
    for (number, day) in week.days().iter().cycle().take(HANDS).enumerate() {
        let leader = &leaders[number % leaders.len()];
        entries.push(entry(&desk, *day, leader.id, 8 * 60, &format!("Họp số {number}")).await?);
    }
    let began = Instant::now();
    let hands = entries.into_iter().map(|entry| tokio::spawn(hand(desk.clone(), entry, began)));
    let (mut times, mut last) = (Vec::new(), Vec::new());
    for hand in hands.collect::<Vec<_>>() {
        let (mut took, entry) = hand.await??;
        times.append(&mut took);
        last.push(entry);
    }
    let board = schedule::board(&desk, week).await?;
    let kept = last.iter().filter(|entry| {
        let stored = board.entries.iter().find(|e| e.id == entry.id);
        stored.is_some_and(|e| (e.version, e.plan.start) == (entry.version, entry.plan.start))
    });
    println!("hands_lost {}", last.len() - kept.count());
    times.sort_by(f64::total_cmp);
    println!("hands_moves {}", times.len());
    println!("hands_median_ms {:.2}", times[times.len() / 2]);
    println!("hands_p99_ms {:.2}", times[times.len() * 99 / 100]);
    office.close().await?;
    Ok(())
}

/// Moves an entry between two hours; the time of each move in milliseconds, and the
/// entry as the last acknowledgement had it.
async fn hand(desk: Desk, mut entry: Entry, began: Instant) -> office::Result<(Vec<f64>, Entry)> {
    let hours = [NaiveTime::from_hms_opt(8, 0, 0), NaiveTime::from_hms_opt(9, 0, 0)];
    let mut times = Vec::new();
    while began.elapsed() < FOR {
        let start = hours[(times.len() + 1) % 2];
        let (date, move_began) = (entry.plan.date, Instant::now());
        let why = "đã thống nhất";
        let moved =
            schedule::move_entry(&desk, entry.id, entry.version, date, SessionPart::Morning, start, why)
                .await?;
        times.push(move_began.elapsed().as_secs_f64() * 1000.0);
        entry = moved.entry;
    }
    Ok((times, entry))
}
