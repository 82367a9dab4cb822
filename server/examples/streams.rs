//! How fast a change reaches five hundred who follow its week.
//!
//! The server runs in this process and is followed over real connections; the change is
//! made at another office on the same database. On PostgreSQL that one stands for another
//! process: it is heard by NOTIFY, over one LISTEN connection for all streams.

#![forbid(unsafe_code)]

use domain::calendar::week::IsoWeek;
use domain::schedule::{Entry, EntryDraft, Save};
use leptos::config::LeptosOptions;
use office::access::{Newcomer, Visit};
use office::{Desk, Engine, Office, schedule};
use server::assets::Assets;
use server::config::Config;
use server::door::{Door, Inside};
use server::front::Front;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

const STREAMS: usize = 500;
const CHANGES: usize = 40;
/// Changes come as people make them, not as fast as they can be saved.
const PAUSE: Duration = Duration::from_millis(250);

type Outcome<T = ()> = Result<T, Box<dyn Error + Send + Sync>>;

#[tokio::main]
async fn main() -> Outcome {
    let config = Arc::new(Config::read()?);
    let office = Office::open(&config.database).await?;
    office::demo::load(&office, None).await?;
    let now = office::demo::now()?;
    let office = office.running_from(now);
    let elsewhere = match office.engine() {
        Engine::Sqlite => office.clone(),
        Engine::Postgres => Office::open(&config.database).await?.running_from(now),
    };
    let visit = Visit::default();
    let chief = "chanhvanphong@minhgiang.example";
    let Newcomer { secret, actor } = office::access::sign_in(&office, chief, "giao-ban-demo", &visit).await?;
    let desk = elsewhere.desk(actor);
    let week = IsoWeek::of(office.today());

    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let door = Door::to(Inside {
        office: office.clone(),
        config,
        assets: Arc::new(Assets::of([])),
        site: Arc::default(),
        leptos: LeptosOptions::builder().output_name("giaoban").build(),
    });
    let service = axum::ServiceExt::into_make_service_with_connect_info::<SocketAddr>(Front::of(door));
    tokio::spawn(async move { axum::serve(listener, service).await });

    let (heard, mut ears) = mpsc::unbounded_channel();
    for _ in 0..STREAMS {
        let stream = follow(address, week, &secret).await?;
        tokio::spawn(listen(stream, heard.clone()));
    }
    // Each hears first how the week stands now.
    for _ in 0..STREAMS {
        ears.recv().await.ok_or("a stream ended")?;
    }
    let mut times = Vec::new();
    let mut entry = editable(&desk, week).await?;
    for number in 0..CHANGES {
        tokio::time::sleep(PAUSE).await;
        while ears.try_recv().is_ok() {}
        entry = save(&desk, entry, number).await?;
        let told = Instant::now();
        for _ in 0..STREAMS {
            let at: Instant = ears.recv().await.ok_or("a stream ended")?;
            times.push(at.saturating_duration_since(told).as_secs_f64() * 1000.0);
        }
    }
    times.sort_by(f64::total_cmp);
    println!("streams_median_ms {:.2}", times[times.len() / 2]);
    println!("streams_p99_ms {:.2}", times[times.len() * 99 / 100]);
    Ok(())
}

/// Opens a stream; what is read from it begins with the answer's head.
async fn follow(address: SocketAddr, week: IsoWeek, secret: &str) -> Outcome<TcpStream> {
    let mut stream = TcpStream::connect(address).await?;
    let asked = format!(
        "GET /desk/weeks/{week}/live HTTP/1.1\r\nHost: {address}\r\nCookie: giaoban={secret}\r\n\r\n"
    );
    stream.write_all(asked.as_bytes()).await?;
    Ok(stream)
}

/// Tells when a version of the week is heard.
async fn listen(mut stream: TcpStream, heard: mpsc::UnboundedSender<Instant>) -> std::io::Result<()> {
    let mut buffer = [0_u8; 4096];
    loop {
        let read = stream.read(&mut buffer).await?;
        if read == 0 {
            return Ok(());
        }
        let at = Instant::now();
        // The server writes an event at once and whole.
        if buffer[..read].windows(11).any(|text| text == b"event: week") && heard.send(at).is_err() {
            return Ok(());
        }
    }
}

async fn editable(desk: &Desk, week: IsoWeek) -> Outcome<Entry> {
    let entries = schedule::board(desk, week).await?.entries;
    Ok(entries.into_iter().find(|entry| entry.standing.is_going()).ok_or("an empty week")?)
}

async fn save(desk: &Desk, entry: Entry, number: usize) -> Outcome<Entry> {
    let draft = EntryDraft {
        note: format!("lần {number}"),
        reason: entry.reason.clone(),
        ..EntryDraft::of(&entry.plan)
    };
    let conflict_reason = "đã thống nhất".to_owned();
    let save = Save { id: Some(entry.id), seen: entry.version, draft, conflict_reason, ..Save::default() };
    Ok(schedule::save_entry(desk, save).await?.entry)
}
