//! What one move costs to judge: among the three hundred entries of a full week, as the
//! browser and the transaction do, and among the hundred thousand of a year by the index.

use crate::Outcome;
use crate::crowd::chief;
use chrono::Days;
use domain::EntryId;
use domain::calendar::week::IsoWeek;
use domain::schedule::{Entry, EntryIndex, conflicts};
use office::{Office, schedule};
use std::hint::black_box;
use std::time::Instant;

const WEEK: usize = 300;
const YEAR: usize = 100_000;
const RUNS: usize = 501;

pub(crate) async fn measure(url: &str) -> Outcome {
    let office = Office::open(url).await?;
    office::demo::load(&office, None).await?;
    let office = office.running_from(office::demo::now()?);
    let board = schedule::board(&chief(&office).await?, IsoWeek::of(office.today())).await?;
    let copies = |number: usize, spread: u64| -> Vec<Entry> {
        let ids = 1_i64..;
        let originals = board.entries.iter().cycle().zip(ids).take(number);
        originals
            .map(|(entry, id)| {
                let mut copy = entry.clone();
                copy.id = EntryId(id);
                let later = Days::new((id.unsigned_abs() * 7) % spread / 7 * 7);
                copy.plan.date = entry.plan.date.checked_add_days(later).unwrap_or(entry.plan.date);
                copy
            })
            .collect()
    };

    let week = copies(WEEK, 1);
    let moved = &week[WEEK / 2];
    let scan = median(|| {
        black_box(conflicts(black_box(&week), Some(moved.id), &moved.plan, &board.directory));
    });
    println!("conflicts_week_ms {scan:.4}");

    let year = copies(YEAR, 364);
    let index: EntryIndex<&Entry> = year.iter().collect();
    let moved = &year[YEAR / 2];
    let asked = median(|| {
        black_box(index.conflicts(Some(moved.id), black_box(&moved.plan), &board.directory));
    });
    println!("conflicts_year_ms {asked:.4}");
    office.close().await?;
    Ok(())
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
