//! `giaoban serve`: opens the doors, and closes them without dropping anybody.

use crate::assets::Assets;
use crate::command::one_line;
use crate::config::Config;
use crate::door::{Door, Inside};
use crate::file;
use crate::front::Front;
use crate::health;
use axum::ServiceExt as _;
use axum::serve::ListenerExt as _;
use leptos::config::LeptosOptions;
use office::Office;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

/// How often the publications of other processes are looked for.
const LOOK_EVERY: Duration = Duration::from_secs(1);

pub(crate) async fn serve(config: Config) -> Result<(), String> {
    log(&config)?;
    health::install()?;
    let office = Office::open(&config.database).await.map_err(one_line)?;
    let office = office.keeping_files(&config.files).map_err(one_line)?;
    if let Some(why) = unsafe_to_serve(&config, &office).await.map_err(one_line)? {
        return Err(why);
    }
    let office = set_clock(&config, office).await?;
    let assets = Assets::open().map_err(|e| format!("the site cannot be read: {e}"))?;
    let site = assets.manifest().map_err(|e| format!("the site's manifest cannot be read: {e}"))?;
    let listener = TcpListener::bind(config.listen)
        .await
        .map_err(|e| format!("cannot listen on {}: {e}", config.listen))?;
    tracing::info!(address = %config.listen, "open");

    let looking = tokio::spawn(look_for_publications(office.clone()));
    let sweeping = tokio::spawn(file::sweep(office.clone()));
    let tidying = tokio::spawn(health::tidy());
    let streams = office.clone();
    let door = Door::to(Inside {
        office,
        config: Arc::new(config),
        assets: Arc::new(assets),
        site: Arc::new(site),
        leptos: LeptosOptions::builder().output_name("giaoban").build(),
    });
    // An answer is written at once and whole; there is nothing to wait for.
    let listener = listener.tap_io(|connection| {
        let _ = connection.set_nodelay(true);
    });
    let service = Front::of(door).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            told_to_stop().await;
            streams.end_streams();
        })
        .await
        .map_err(|e| e.to_string())?;
    looking.abort();
    tidying.abort();
    sweeping.abort();
    tracing::info!("closed");
    Ok(())
}

/// Why this database may not be served to others: demo passwords open it.
pub(crate) async fn unsafe_to_serve(config: &Config, office: &Office) -> office::Result<Option<String>> {
    if office::demo::is_half_loaded(office).await? {
        return Ok(Some(
            "the loading of the demo office was interrupted; run giaoban demo again, or remove the database"
                .into(),
        ));
    }
    let demo = office::setting::is_demo(office).await?;
    if config.now.is_some() && !demo {
        return Ok(Some("GIAOBAN_NOW is accepted only together with a demo database".into()));
    }
    if config.is_open_to_others() && office::access::has_demo_password(office).await? {
        return Ok(Some(
            "accounts with the demo password exist and others can reach this server; \
             give every account a password of its own first"
                .into(),
        ));
    }
    Ok(None)
}

/// A demo lives in its own week; everybody else in the present.
async fn set_clock(config: &Config, office: Office) -> Result<Office, String> {
    if config.now.is_some() {
        return Ok(office.at(config.now));
    }
    if office::setting::is_demo(&office).await.map_err(one_line)? {
        let now = office::demo::now().map_err(one_line)?;
        return Ok(office.running_from(now));
    }
    Ok(office)
}

fn log(config: &Config) -> Result<(), String> {
    let filter = EnvFilter::try_new(&config.log).map_err(|e| format!("GIAOBAN_LOG: {e}"))?;
    let lines = tracing_subscriber::fmt().with_env_filter(filter);
    let set = if config.log_json { lines.json().try_init() } else { lines.try_init() };
    set.map_err(|e| e.to_string())
}

async fn look_for_publications(office: Office) {
    let mut ticks = tokio::time::interval(LOOK_EVERY);
    loop {
        ticks.tick().await;
        if let Err(failure) = office.refresh_stamp().await {
            tracing::warn!("publications cannot be looked for: {}", one_line(failure));
        }
    }
}

async fn told_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
        }
        Err(_) => {
            let _ = interrupt.await;
        }
    }
    tracing::info!("closing: requests under way are finished first");
}
