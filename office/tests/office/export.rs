//! Everything goes out in open formats, nothing secret does, and what was written is
//! read again.

mod import;

use crate::ical::logical_lines;
use crate::support::{TestOffice, on_both, refused};
use domain::{Actor, Refusal, Role};
use office::Desk;
use office::export::{self, Manifest, TABLES};
use sea_orm::{ConnectionTrait, Database, FromQueryResult, JsonValue, Statement};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

const BASE: &str = "https://lich.minhgiang.example";

/// Whoever stands at the machine.
pub fn operator(office: &office::Office) -> Desk {
    office.desk(Actor { roles: Role::ALL.to_vec(), ..Actor::job("giaoban") })
}

/// A folder that does not exist yet.
pub fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("giaoban-export-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

pub async fn exported(office: &office::Office, folder: &Path) -> Manifest {
    export::write(&operator(office), folder, BASE).await.expect("an export")
}

fn text(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect(name)
}

fn rows(folder: &Path, table: &str) -> Vec<Value> {
    serde_json::from_str(&text(folder, &format!("tables/{table}.json"))).expect(table)
}

async fn tables_of(office: &TestOffice) -> (Vec<String>, sea_orm::DatabaseConnection) {
    let db = Database::connect(&office.url).await.expect("a connection");
    let sql = match office.engine {
        office::Engine::Sqlite => "SELECT name FROM sqlite_master WHERE type = 'table'",
        office::Engine::Postgres => "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    };
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = JsonValue::find_by_statement(statement).all(&db).await.expect("tables");
    let names = rows.iter().map(|row| row["name"].as_str().expect("a name").to_owned());
    let ours = names.filter(|name| !name.starts_with("sqlite_") && name != "seaql_migrations");
    (ours.collect(), db)
}

on_both! {
    async fn no_table_is_forgotten(office: TestOffice) {
        let (tables, db) = tables_of(&office).await;
        let known: BTreeSet<&str> = TABLES.iter().map(|t| t.name).collect();
        assert_eq!(tables.iter().map(String::as_str).collect::<BTreeSet<_>>(), known);
        let folder = folder(&format!("tables-{:?}", office.engine));
        exported(&office, &folder).await;
        for table in TABLES.iter().filter(|t| t.leaves) {
            let sql = format!("SELECT * FROM \"{}\"", table.name);
            let statement = Statement::from_string(db.get_database_backend(), sql);
            let stored = db.query_all_raw(statement).await.expect("rows");
            let rows = rows(&folder, table.name);
            assert_eq!(rows.len(), stored.len(), "{}", table.name);
            let Some(first) = stored.first() else { continue };
            let columns = first.column_names().len() - table.secret.len();
            for row in &rows {
                let row = row.as_object().expect("a row");
                assert_eq!(row.len(), columns, "{}: {row:?}", table.name);
                assert!(table.secret.iter().all(|s| !row.contains_key(*s)), "{}", table.name);
            }
        }
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    async fn rows_look_the_same_from_both_engines(office: TestOffice) {
        let folder = folder(&format!("rows-{:?}", office.engine));
        exported(&office, &folder).await;
        let entry = &rows(&folder, "entry")[0];
        assert_eq!(entry["date"], "2026-11-30");
        assert_eq!(entry["version"], 1);
        assert!(entry["note"].is_string() && entry["moved_to"].is_null());
        let publication = &rows(&folder, "publication")[0];
        let at = publication["at"].as_str().expect("an instant");
        assert!(at.starts_with("2026-11-2") && at.ends_with('Z'), "{at}");
        assert!(rows(&folder, "room")[0]["video_conference"].is_boolean());
        assert!(rows(&folder, "published_entry")[0]["frozen"]["published"]["face"]["content"].is_string());
        assert!(rows(&folder, "change")[0]["fields"].is_array());
        let account = &rows(&folder, "account")[0];
        assert!(account["email"].as_str().expect("an address").contains('@'));
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    async fn no_secret_leaves(office: TestOffice) {
        let visit = office::access::Visit { client: "Firefox".into(), address: "192.0.2.7".into() };
        let (email, password) = ("thuky@minhgiang.example", office::access::DEMO_PASSWORD);
        let inside = office::access::sign_in(&office, email, password, &visit).await.expect("signed in");
        let folder = folder(&format!("secrets-{:?}", office.engine));
        let manifest = exported(&office, &folder).await;
        for file in &manifest.files {
            let text = text(&folder, &file.name);
            for secret in ["argon2", inside.secret.as_str(), "secret_hash", "password_hash", "192.0.2.7"] {
                assert!(!text.contains(secret), "{} holds {secret}", file.name);
            }
        }
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    async fn the_manifest_lists_every_file_with_its_sum(office: TestOffice) {
        let folder = folder(&format!("manifest-{:?}", office.engine));
        let manifest = exported(&office, &folder).await;
        let written: Manifest = serde_json::from_str(&text(&folder, export::MANIFEST)).expect("a manifest");
        assert_eq!(written, manifest);
        assert_eq!((manifest.product.as_str(), manifest.format), ("Giao Ban", export::FORMAT));
        assert_eq!(manifest.version, env!("CARGO_PKG_VERSION"));
        assert!(manifest.office.contains("Minh Giang"), "{}", manifest.office);
        let mut listed = BTreeSet::new();
        for file in &manifest.files {
            let bytes = std::fs::read(folder.join(&file.name)).expect("a file");
            let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!((bytes.len() as u64, sum), (file.bytes, file.sha256.clone()), "{}", file.name);
            listed.insert(file.name.clone());
        }
        let mut found: BTreeSet<String> = names(&folder).into_iter().filter(|n| n != "tables").collect();
        found.extend(names(&folder.join("tables")).into_iter().map(|n| format!("tables/{n}")));
        found.remove(export::MANIFEST);
        assert_eq!(found, listed);
        let again = export::write(&operator(&office), &folder, BASE).await.expect_err("not empty");
        assert!(again.to_string().contains("is not empty"), "{again}");
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    async fn a_spreadsheet_and_a_calendar_lie_beside(office: TestOffice) {
        let folder = folder(&format!("sheets-{:?}", office.engine));
        let manifest = exported(&office, &folder).await;
        let count = |name: &str| manifest.files.iter().find(|f| f.name == name).expect(name).rows;
        let sheet = text(&folder, "entries.csv");
        assert!(sheet.starts_with("\u{feff}uid,date,part,"));
        assert_eq!(count("entries.csv"), 58);
        assert!(sheet.contains("\"Chủ tịch Đặng Hữu Khiêm (Chủ trì)\""), "leaders are named");
        let calendar = std::fs::read(folder.join("publications.ics")).expect("a calendar");
        let events = logical_lines(&calendar).iter().filter(|l| *l == "BEGIN:VEVENT").count();
        assert_eq!((events, count("publications.ics")), (58, 58));
        std::fs::remove_dir_all(&folder).expect("removed");
    }

    async fn only_who_may_see_everything_takes_it_out(office: TestOffice) {
        let folder = folder(&format!("rights-{:?}", office.engine));
        for desk in [office.secretary(), office.chief(), office.administrator()] {
            assert_eq!(refused(export::write(&desk, &folder, BASE).await), Refusal::NotYours);
        }
        assert!(!folder.exists());
    }
}

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).expect("a folder");
    files.map(|f| f.expect("a file").file_name().to_string_lossy().into_owned()).collect()
}
