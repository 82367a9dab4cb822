//! The public feed from database to bytes, with an exact number of events in it.
//!
//! The demo week is repeated until the window of the feed is full; then the
//! public copies are multiplied, or taken away from the far end, until the feed
//! carries the number that was asked for.

use crate::{Outcome, cpu};
use office::{Office, feed};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::time::Instant;

/// Enough entries for every week of the window.
const FULL_WINDOW: usize = 7000;
const RUNS: u32 = 11;
const URL: &str = "https://lich.example";

pub(crate) async fn measure(url: &str, sizes: &[&str]) -> Outcome {
    if !url.starts_with("sqlite:") {
        return Err("the feed is measured on SQLite".into());
    }
    let office = Office::open(url).await?;
    office::demo::load(&office, Some(FULL_WINDOW)).await?;
    let office = office.at(Some(office::demo::now()?));
    let db = Database::connect(url).await?;
    for size in sizes {
        let size: usize = size.parse()?;
        fill(&office, &db, size).await?;
        let bytes = feed::public_feed(&office, None, URL).await?.len();
        let (mut times, before) = (Vec::new(), cpu::seconds()?);
        for _ in 0..RUNS {
            let began = Instant::now();
            feed::public_feed(&office, None, URL).await?;
            times.push(began.elapsed().as_secs_f64() * 1000.0);
        }
        let each = (cpu::seconds()? - before) * 1000.0 / f64::from(RUNS);
        times.sort_by(f64::total_cmp);
        println!("feed_{size}_ms {:.2}", times[times.len() / 2]);
        println!("feed_{size}_cpu_ms {each:.2}");
        println!("feed_{size}_bytes {bytes}");
    }
    db.close().await?;
    office.close().await?;
    Ok(())
}

/// Changes the public copies until the feed carries exactly `size` events.
async fn fill(office: &Office, db: &DatabaseConnection, size: usize) -> Outcome {
    let mut round = 0;
    let mut carried = events(office).await?;
    while carried < size {
        round += 1;
        let name = format!("{size}-{round}-");
        db.execute_unprepared(&format!(
            "INSERT INTO bulletin_entry (publication_id, uid, date, shown) \
             SELECT publication_id, '{name}' || uid, date, \
                    replace(shown, '\"uid\":\"', '\"uid\":\"{name}') \
             FROM bulletin_entry"
        ))
        .await?;
        carried = events(office).await?;
    }
    let (first, last) = domain::feed::window(office.today());
    db.execute_unprepared(&format!(
        "DELETE FROM bulletin_entry WHERE uid IN ( \
             SELECT e.uid FROM bulletin_entry e \
             JOIN bulletin_publication p ON p.id = e.publication_id \
             WHERE p.latest AND p.monday BETWEEN '{first}' AND '{last}' \
             ORDER BY e.date DESC, e.uid LIMIT {})",
        carried - size
    ))
    .await?;
    match events(office).await? {
        carried if carried == size => Ok(()),
        carried => Err(format!("the feed carries {carried} events instead of {size}").into()),
    }
}

async fn events(office: &Office) -> Outcome<usize> {
    let bytes = feed::public_feed(office, None, URL).await?;
    Ok(String::from_utf8(bytes)?.matches("BEGIN:VEVENT").count())
}
