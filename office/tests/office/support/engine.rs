//! Where an office's memory lies during a test: a file of its own, or a database of its own.

use office::{Engine, Office};
use sea_orm::{ConnectionTrait, Database};
use std::path::PathBuf;
use std::process::id;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::runtime::{Builder, Runtime};

/// A database that only one test knows.
pub struct Place {
    pub engine: Engine,
    pub url: String,
    name: String,
}

static NEXT: AtomicU32 = AtomicU32::new(1);

impl Place {
    fn new(engine: Engine, name: String) -> Self {
        let url = match engine {
            Engine::Sqlite => format!("sqlite://{}", folder().join(&name).display()),
            Engine::Postgres => format!("{}/{name}", server().expect("a server")),
        };
        Self { engine, url, name }
    }

    fn next(engine: Engine) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        Self::new(engine, format!("giaoban_test_{}_{number}", id()))
    }

    /// The folder of its files.
    pub fn files(&self) -> PathBuf {
        folder().join(format!("{}.files", self.name))
    }

    pub fn remove(&self) {
        let _ = std::fs::remove_dir_all(self.files());
        match self.engine {
            Engine::Sqlite => {
                for end in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(folder().join(format!("{}{end}", self.name)));
                }
            }
            Engine::Postgres => on_server(&format!("DROP DATABASE {} WITH (FORCE)", self.name)),
        }
    }
}

pub fn runtime() -> Runtime {
    let mut builder = Builder::new_multi_thread();
    // Unoptimised, the walk over all verbs needs more than the usual 2 MB.
    builder.worker_threads(2).thread_stack_size(8 << 20).enable_all().build().expect("a runtime")
}

/// A copy of the demo office; `None` when there is no such server.
pub fn a_copy_of_the_demo(engine: Engine) -> Option<Place> {
    let template = template(engine)?;
    let place = Place::next(engine);
    match engine {
        Engine::Sqlite => {
            let copy = folder().join(&place.name);
            std::fs::copy(folder().join(&template.name), copy).expect("a copy of the template");
        }
        Engine::Postgres => {
            let (copy, template) = (&place.name, &template.name);
            on_server(&format!("CREATE DATABASE {copy} TEMPLATE {template} STRATEGY FILE_COPY"));
        }
    }
    Some(place)
}

/// A place without tables; `None` when there is no such server.
pub fn an_empty_place(engine: Engine) -> Option<Place> {
    if engine == Engine::Postgres {
        server()?;
    }
    let place = Place::next(engine);
    if engine == Engine::Postgres {
        on_server(&format!("CREATE DATABASE {}", place.name));
    }
    Some(place)
}

fn template(engine: Engine) -> Option<&'static Place> {
    static SQLITE: OnceLock<Option<Place>> = OnceLock::new();
    static POSTGRES: OnceLock<Option<Place>> = OnceLock::new();
    let kept = match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    };
    kept.get_or_init(|| {
        if engine == Engine::Postgres {
            server()?;
        }
        remove_leftovers(engine);
        let name = format!("giaoban_test_{}_template", id());
        if engine == Engine::Postgres {
            on_server(&format!("CREATE DATABASE {name}"));
        }
        let place = Place::new(engine, name);
        runtime().block_on(async {
            let office = Office::open(&place.url).await.expect("an empty office");
            office::demo::load(&office, None).await.expect("the demo office");
            office.close().await.expect("a closed template");
        });
        Some(place)
    })
    .as_ref()
}

/// The server's address without the name of a database.
fn server() -> Option<String> {
    let url = std::env::var("GIAOBAN_TEST_POSTGRES").ok()?;
    let (server, _) = url.rsplit_once('/').expect("postgres://user@host:port/database");
    Some(server.to_owned())
}

fn folder() -> PathBuf {
    let folder = std::env::temp_dir().join("giaoban-office-tests");
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    folder
}

fn on_server(statement: &str) {
    runtime().block_on(async {
        let db = administration().await;
        db.execute_unprepared(statement).await.expect(statement);
        db.close().await.expect("a closed connection");
    });
}

async fn administration() -> sea_orm::DatabaseConnection {
    let url = std::env::var("GIAOBAN_TEST_POSTGRES").expect("a server");
    Database::connect(url).await.expect("the server answers")
}

/// The template lives as long as the process, and a process cannot remove what it leaves; the
/// next one does.
fn remove_leftovers(engine: Engine) {
    let names = match engine {
        Engine::Sqlite => std::fs::read_dir(folder())
            .expect("the temporary folder")
            .filter_map(|file| file.ok()?.file_name().into_string().ok())
            .collect(),
        Engine::Postgres => runtime().block_on(databases()),
    };
    for name in names.into_iter().filter(|name| !is_in_use(name)) {
        match engine {
            Engine::Sqlite => {
                let path = folder().join(name);
                let _ = std::fs::remove_file(&path).or_else(|_| std::fs::remove_dir_all(&path));
            }
            Engine::Postgres => on_server(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")),
        }
    }
}

async fn databases() -> Vec<String> {
    let db = administration().await;
    let rows = db
        .query_all_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Postgres,
            "SELECT datname FROM pg_database WHERE datname LIKE 'giaoban\\_test\\_%'",
        ))
        .await
        .expect("a list of databases");
    db.close().await.expect("a closed connection");
    rows.iter().map(|row| row.try_get("", "datname").expect("a name")).collect()
}

/// Whether the process in the name still runs (or is nobody's number).
fn is_in_use(name: &str) -> bool {
    let owner = name.strip_prefix("giaoban_test_").and_then(|rest| rest.split('_').next());
    owner.is_none_or(|pid| std::path::Path::new("/proc").join(pid).exists())
}
