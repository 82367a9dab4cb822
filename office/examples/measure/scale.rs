//! Whether an office gets slower by the years behind it: the same questions and the
//! same save with few and with many entries in the database.

use crate::Outcome;
use crate::crowd::chief;
use domain::calendar::week::IsoWeek;
use domain::schedule::{EntryDraft, Save};
use office::{Office, bulletin, feed, schedule};
use std::time::Instant;

const RUNS: usize = 101;
const URL: &str = "https://lich.example";

pub(crate) async fn measure(url: &str, events: &str) -> Outcome {
    let size: usize = events.parse()?;
    let office = Office::open(url).await?;
    let loaded = Instant::now();
    office::demo::load(&office, Some(size)).await?;
    println!("load_s {:.1}", loaded.elapsed().as_secs_f64());
    let office = office.running_from(office::demo::now()?);
    let desk = chief(&office).await?;
    let week = IsoWeek::of(office.today());

    let mut times = Times::default();
    for _ in 0..RUNS {
        let began = Instant::now();
        bulletin::week(&office, week, None).await?;
        times.take(began);
    }
    println!("page_ms {:.4}", times.median());

    for _ in 0..RUNS {
        let began = Instant::now();
        schedule::board(&desk, week).await?;
        times.take(began);
    }
    println!("board_ms {:.4}", times.median());

    let entries = schedule::board(&desk, week).await?.entries;
    let mut entry = entries.into_iter().find(|entry| entry.standing.is_going()).ok_or("an empty week")?;
    for number in 0..RUNS {
        let draft = EntryDraft {
            note: format!("lần {number}"),
            reason: entry.reason.clone(),
            ..EntryDraft::of(&entry.plan)
        };
        let conflict_reason = "đã thống nhất".to_owned();
        let save =
            Save { id: Some(entry.id), seen: entry.version, draft, conflict_reason, ..Save::default() };
        let began = Instant::now();
        entry = schedule::save_entry(&desk, save).await?.entry;
        times.take(began);
    }
    println!("save_ms {:.4}", times.median());

    for _ in 0..RUNS / 10 {
        let began = Instant::now();
        feed::public_feed(&office, None, URL).await?;
        times.take(began);
    }
    println!("feed_ms {:.4}", times.median());
    office.close().await?;
    Ok(())
}

#[derive(Default)]
struct Times(Vec<f64>);

impl Times {
    fn take(&mut self, began: Instant) {
        self.0.push(began.elapsed().as_secs_f64() * 1000.0);
    }

    /// The one in the middle, and begins anew.
    fn median(&mut self) -> f64 {
        let mut times = std::mem::take(&mut self.0);
        times.sort_by(f64::total_cmp);
        times[times.len() / 2]
    }
}
