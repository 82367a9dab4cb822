//! An office to tell a story in, and the desks of its people.

use super::engine::Place;
use super::form::AnEntry;
use super::moment;
use chrono::{DateTime, TimeDelta, Utc};
use domain::calendar::week::IsoWeek;
use domain::schedule::{Board, Directory, Entry, EntryDraft, Review, Save, Step, Week};
use domain::{Actor, PersonId, PositionId, Role, RoomId, UnitId, VehicleId};
use office::access::{self, DEMO_PASSWORD, Visit};
use office::{Desk, Engine, Office, schedule};
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// An office of one test.
#[derive(Clone)]
pub struct TestOffice {
    pub engine: Engine,
    pub url: String,
    pub files: PathBuf,
    office: Office,
    directory: Arc<Directory>,
    actors: Arc<Actors>,
    now: Arc<Mutex<DateTime<Utc>>>,
}

struct Actors {
    secretary: Actor,
    chief: Actor,
    administrator: Actor,
}

impl Deref for TestOffice {
    type Target = Office;

    fn deref(&self) -> &Office {
        &self.office
    }
}

impl TestOffice {
    pub(super) async fn open(place: &Place) -> Self {
        let now = office::demo::now().expect("the clock of the demo");
        let office = Office::open(&place.url).await.expect("an office").at(Some(now));
        let folder = place.files();
        let office =
            office.keeping_files(&format!("file://{}", folder.display())).expect("a place for files");
        let reading = Actor { roles: Role::ALL.to_vec(), ..Actor::job("Người chuẩn bị") };
        let desk = office.desk(reading);
        let board = schedule::board(&desk, "2026-W49".parse().expect("a week")).await.expect("a board");
        let accounts = access::list_accounts(&desk).await.expect("accounts");
        let actor = |email: &str| {
            let account = accounts.iter().find(|a| a.email == email).expect("an account of the demo");
            let serving = &board.directory.serving;
            Actor {
                account: Some(account.id),
                person: account.person,
                name: account.name.clone(),
                unit: account.unit,
                roles: account.roles.clone(),
                serves: serving
                    .iter()
                    .filter(|s| Some(s.secretary) == account.person)
                    .map(|s| s.position)
                    .collect(),
                holds: Vec::new(),
                acts: Vec::new(),
            }
        };
        let actors = Actors {
            secretary: actor("thuky@minhgiang.example"),
            chief: actor("chanhvanphong@minhgiang.example"),
            administrator: actor("quantri@minhgiang.example"),
        };
        Self {
            engine: place.engine,
            url: place.url.clone(),
            files: folder,
            office,
            directory: Arc::new(board.directory),
            actors: Arc::new(actors),
            now: Arc::new(Mutex::new(now)),
        }
    }

    pub(super) async fn close(self) {
        self.office.close().await.expect("a closed office");
    }

    /// Sets the clock of the desks: "2026-12-04 17:10".
    pub fn at(&self, local: &str) {
        *self.now.lock().expect("the clock") = moment(local);
    }

    /// Lets the clock of the desks run on.
    pub fn minutes_later(&self, minutes: i64) {
        *self.now.lock().expect("the clock") += TimeDelta::minutes(minutes);
    }

    /// The same office with its own clock set to that of the desks.
    pub fn clocked(&self) -> Office {
        self.office.clone().at(Some(*self.now.lock().expect("the clock")))
    }

    /// The desk of anybody.
    pub fn desk_of(&self, actor: Actor) -> Desk {
        self.clocked().desk(actor)
    }

    /// The secretary, who serves all leaders of the demo.
    pub fn secretary(&self) -> Desk {
        self.desk_of(self.actors.secretary.clone())
    }

    /// A secretary who serves only these leaders.
    pub fn secretary_of(&self, slugs: &[&str]) -> Desk {
        let serves = slugs.iter().map(|slug| self.post(slug)).collect();
        self.desk_of(Actor { serves, ..self.actors.secretary.clone() })
    }

    pub fn chief(&self) -> Desk {
        self.desk_of(self.actors.chief.clone())
    }

    pub fn administrator(&self) -> Desk {
        self.desk_of(self.actors.administrator.clone())
    }

    pub fn nobody(&self) -> Desk {
        self.desk_of(Actor::nobody())
    }

    /// The holder of a post with a calendar, signed in.
    pub async fn leader(&self, slug: &str) -> Desk {
        let local = match slug {
            "ct" => "chutich",
            "pcttt" => "pcttt",
            "pct-kt" => "pct1",
            "pct-nn" => "pct2",
            "pct-vx" => "pct3",
            other => panic!("no account for {other}"),
        };
        self.signed_in(local).await
    }

    /// The officer of the unit with this code, signed in.
    pub async fn officer(&self, code: &str) -> Desk {
        self.signed_in(&code.to_lowercase()).await
    }

    /// The head of the unit with this code, signed in; only the Department of Finance has one.
    pub async fn head(&self, code: &str) -> Desk {
        assert_eq!(code, "STC", "no account for the head of {code}");
        self.signed_in("giamdocsotaichinh").await
    }

    async fn signed_in(&self, local: &str) -> Desk {
        let email = format!("{local}@minhgiang.example");
        let newcomer = access::sign_in(&self.clocked(), &email, DEMO_PASSWORD, &Visit::default())
            .await
            .expect("a sign-in of the demo");
        self.desk_of(newcomer.actor)
    }

    pub fn post(&self, slug: &str) -> PositionId {
        let found = self.directory.leaders.iter().find(|l| l.slug == slug);
        found.unwrap_or_else(|| panic!("no post {slug}")).id
    }

    pub fn unit(&self, code: &str) -> UnitId {
        let found = self.directory.units.iter().find(|u| u.code == code);
        found.unwrap_or_else(|| panic!("no unit {code}")).id
    }

    pub fn person(&self, name: &str) -> PersonId {
        let found = self.directory.staff.iter().find(|p| p.name == name);
        found.unwrap_or_else(|| panic!("no person {name}")).id
    }

    pub fn room(&self, name: &str) -> RoomId {
        let found = self.directory.rooms.iter().find(|r| r.name == name);
        found.unwrap_or_else(|| panic!("no room {name}")).id
    }

    pub fn vehicle(&self, plate: &str) -> VehicleId {
        let found = self.directory.vehicles.iter().find(|v| v.plate == plate);
        found.unwrap_or_else(|| panic!("no car {plate}")).id
    }

    /// A form to fill in.
    pub fn an_entry(&self) -> AnEntry {
        AnEntry::new(self.clone())
    }

    /// The secretary puts an entry on the board.
    pub async fn put(&self, form: AnEntry) -> Entry {
        let save = Save { draft: form.draft(), ..Save::default() };
        schedule::save_entry(&self.secretary(), save).await.expect("a saved entry").entry
    }

    /// The secretary changes an entry as it is now.
    pub async fn change(&self, entry: &Entry, change: impl FnOnce(&mut EntryDraft)) -> Entry {
        let known = self.now_of(entry).await;
        let mut draft = EntryDraft::of(&known.plan);
        change(&mut draft);
        let save = Save { id: Some(known.id), seen: known.version, draft, ..Save::default() };
        schedule::save_entry(&self.secretary(), save).await.expect("a changed entry").entry
    }

    pub async fn now_of(&self, entry: &Entry) -> Entry {
        schedule::working_entry(&self.chief(), entry.id).await.expect("the entry")
    }

    pub async fn board(&self, week: IsoWeek) -> Board {
        schedule::board(&self.chief(), week).await.expect("a board")
    }

    pub async fn review(&self, week: IsoWeek) -> Review {
        schedule::review(&self.chief(), week).await.expect("a review")
    }

    /// A step of the Chief of Office, who sees the week as it is.
    pub async fn step(&self, week: IsoWeek, step: Step) -> Week {
        let seen = self.board(week).await.week.version;
        let reason = if step == Step::Publish { "Theo lịch mới" } else { "" };
        schedule::take_step(&self.chief(), week, step, seen, reason).await.expect("a step")
    }

    /// Submitted, approved, published.
    pub async fn publish(&self, week: IsoWeek) -> Week {
        self.step(week, Step::Submit).await;
        self.step(week, Step::Approve).await;
        self.step(week, Step::Publish).await
    }
}
