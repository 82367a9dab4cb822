//! What one move costs to judge: among the three hundred entries of a full week, as the
//! browser and the transaction do, and among the hundred thousand of a year by the index.

use crate::Outcome;
use crate::crowd::chief;
use chrono::Days;
use domain::EntryId;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Board, Entry, EntryIndex, conflicts};
use office::{Office, schedule};
use std::hint::black_box;
use std::time::Instant;

const WEEK: usize = 300;
const YEAR: usize = 100_000;
const WEEKS: usize = 52;
const RUNS: usize = 501;

pub(crate) async fn measure(url: &str) -> Outcome {
    let office = Office::open(url).await?;
    office::demo::load(&office, None).await?;
    let office = office.running_from(office::demo::now()?);
    let board = schedule::board(&chief(&office).await?, IsoWeek::of(office.today())).await?;
    // In one week all are of the same leaders and collide with each other.
    let week = copies(&board, WEEK, 1);
    let moved = &week[WEEK / 2];
    let scan = median(|| {
        black_box(conflicts(black_box(&week), Some(moved.id), &moved.plan, &board.directory));
    });
    println!("conflicts_week_ms {scan:.4}");

    let year = copies(&board, YEAR, WEEKS);
    let index: EntryIndex<&Entry> = year.iter().collect();
    let moved = &year[YEAR / 2];
    let asked = median(|| {
        black_box(index.conflicts(Some(moved.id), black_box(&moved.plan), &board.directory));
    });
    println!("conflicts_year_ms {asked:.4}");
    office.close().await?;
    Ok(())
}

/// The entries of the board again and again, over so many weeks. Every further time they
/// belong to the leaders and rooms of another house: no five leaders have a hundred
/// thousand entries in a year.
fn copies(board: &Board, number: usize, weeks: usize) -> Vec<Entry> {
    let rounds = (0..).flat_map(|round| board.entries.iter().map(move |entry| (round, entry)));
    let copy = |(id, (round, entry)): (i64, (usize, &Entry))| {
        let mut copy = Entry { id: EntryId(id), ..entry.clone() };
        let later = Days::new(7 * (round % weeks) as u64);
        copy.plan.date = entry.plan.date.checked_add_days(later).unwrap_or(entry.plan.date);
        let away = if weeks > 1 { 1000 * (round / weeks) as i64 } else { 0 };
        copy.plan.attending.iter_mut().for_each(|attending| attending.position.0 += away);
        if let Some(room) = &mut copy.plan.room {
            room.0 += away;
        }
        copy
    };
    (1..).zip(rounds.take(number)).map(copy).collect()
}

fn median(mut act: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let began = Instant::now();
            act();
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[RUNS / 2]
}
