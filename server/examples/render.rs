//! What one public page costs when no copy of it is kept: CPU time of the whole
//! process, from the request through the database to the finished bytes.
//!
//! Two routers share one shelf of answers but live on different days, so that each
//! finds the other's copy there and must write the page anew.

#![forbid(unsafe_code)]

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use chrono::TimeDelta;
use leptos::config::LeptosOptions;
use office::Office;
use server::assets::Assets;
use server::bulletin;
use server::config::Config;
use server::door::{Door, Inside};
use std::error::Error;
use std::sync::Arc;
use tower::ServiceExt as _;

const PAGES: u32 = 2000;
/// The kernel counts process time in hundredths of a second (USER_HZ).
const TICKS: f64 = 100.0;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Arc::new(Config::read()?);
    let assets = Assets::open()?;
    let site = assets.manifest()?;
    let office = Office::open(&config.database).await?;
    let now = office::demo::now()?;
    let (assets, site) = (Arc::new(assets), Arc::new(site));
    let door = |office: Office| {
        Door::to(Inside {
            office,
            config: Arc::clone(&config),
            assets: Arc::clone(&assets),
            site: Arc::clone(&site),
            leptos: LeptosOptions::builder().output_name("giaoban").build(),
        })
    };
    let routes = bulletin::router(Arc::default());
    let days = [now, now - TimeDelta::days(1)]
        .map(|day| routes.clone().with_state(door(office.clone().at(Some(day)))));
    let mut bytes = 0;
    let mut began = 0.0;
    for number in 0..PAGES + PAGES / 10 {
        if number == PAGES / 10 {
            began = cpu_seconds()?;
        }
        let page = &days[number as usize % 2];
        let asked = Request::get("/weeks/2026-W49").body(Body::empty())?;
        let answer = page.clone().oneshot(asked).await?;
        if answer.status() != StatusCode::OK {
            return Err(format!("the page answers {}", answer.status()).into());
        }
        bytes = to_bytes(answer.into_body(), usize::MAX).await?.len();
    }
    let each = (cpu_seconds()? - began) * 1000.0 / f64::from(PAGES);
    println!("render_cpu_ms {each:.3}\nrender_bytes {bytes}");
    Ok(())
}

/// User and system time of this process with all its threads, from `/proc`.
fn cpu_seconds() -> Result<f64, Box<dyn Error>> {
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    let (_, fields) = stat.rsplit_once(')').ok_or("no process name in /proc/self/stat")?;
    let ticks: f64 =
        fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<f64>().unwrap_or(0.0)).sum();
    Ok(ticks / TICKS)
}
