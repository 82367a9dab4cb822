//! No secret leaves: random weeks, full of marked texts, are published twice, and everything that
//! the public can read is searched for the marks in every disguise. The weeks are the same in
//! every run, so that a failure can be looked at again.

use crate::support::{TestOffice, on_both};
use base64::Engine as _;
use domain::calendar::week::IsoWeek;
use domain::duty::DutyDraft;
use domain::schedule::{EntryDraft, Save, Step};
use domain::text::plain;
use office::{bulletin, duty, feed, journal, schedule};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

const CASES: u32 = 24;

/// An entry to put on the board, and what becomes of it after the first publication.
#[derive(Clone, Debug)]
struct Story {
    day: u64,
    part: &'static str,
    visibility: &'static str,
    leader: usize,
    later: Later,
    secretly_changed: bool,
}

#[derive(Clone, Copy, Debug)]
enum Later {
    Stays,
    Hidden,
    Restricted,
    Shown,
    Reworded,
    Moved,
    Cancelled,
    Postponed,
}

fn visibilities() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["public", "internal", "restricted"])
}

fn stories() -> impl Strategy<Value = Vec<Story>> {
    use Later::{Cancelled, Hidden, Moved, Postponed, Restricted, Reworded, Shown, Stays};
    let later = vec![Stays, Hidden, Restricted, Shown, Reworded, Moved, Cancelled, Postponed];
    let part = prop::sample::select(vec!["morning", "afternoon", "evening", "all_day"]);
    let story = (0..7u64, part, visibilities(), 0..5usize, prop::sample::select(later), any::<bool>())
        .prop_map(|(day, part, visibility, leader, later, secretly_changed)| Story {
            day,
            part,
            visibility,
            leader,
            later,
            secretly_changed,
        });
    prop::collection::vec(story, 1..6)
}

/// Makes marks and remembers them: a word with Vietnamese letters, so that disguises differ.
struct Marks {
    case: u32,
    made: Vec<String>,
}

impl Marks {
    fn new(case: u32) -> Self {
        Self { case, made: Vec::new() }
    }

    fn secret(&mut self, of: &str) -> String {
        let mark = format!("Mật{}x{}đ", self.case, self.made.len());
        self.made.push(mark.clone());
        format!("{of} {mark}")
    }
}

/// The person, the car and the driver whose names are marks.
struct Backstage {
    office_leader: String,
    specialist: String,
    driver: String,
    vehicle: String,
}

/// Gives people of the Office and a car names that are marks. Cars have no verb yet.
async fn marked_backstage(office: &TestOffice, marks: &mut Marks) -> Backstage {
    use domain::people::PersonDraft;
    use office::people::{list_persons, save_person};
    use sea_orm::{ConnectionTrait, Database};
    let chief = office.chief();
    for name in ["Mạc Đăng Thuận", "Quách Tuấn Anh", "Âu Văn Bình"] {
        let persons = list_persons(&chief).await.expect("persons");
        let person = persons.iter().find(|p| p.id == office.person(name)).expect("a person");
        let draft =
            PersonDraft { name: marks.secret(""), phone: marks.secret(""), ..PersonDraft::of(person) };
        save_person(&chief, Some(person.id), person.version, draft).await.expect("marked");
    }
    let vehicle = office.vehicle("00A-001.01");
    let db = Database::connect(&office.url).await.expect("a connection");
    let plate = marks.secret("");
    db.execute_unprepared(&format!("UPDATE vehicle SET plate = '{plate}' WHERE id = {vehicle}"))
        .await
        .expect("marked");
    db.close().await.expect("closed");
    Backstage {
        office_leader: office.person("Mạc Đăng Thuận").to_string(),
        specialist: office.person("Quách Tuấn Anh").to_string(),
        driver: office.person("Âu Văn Bình").to_string(),
        vehicle: vehicle.to_string(),
    }
}

/// Fills in every field; those that the public may not read carry marks.
fn fill(draft: &mut EntryDraft, visibility: &str, marks: &mut Marks) {
    draft.visibility = visibility.into();
    draft.note = marks.secret("Ghi chú");
    draft.agreed_by = marks.secret("Đồng ý");
    let mut text = |field: &str| match visibility {
        "public" => format!("{field} công khai"),
        _ => marks.secret(field),
    };
    draft.content = text("Nội dung");
    draft.participants = text("Thành phần");
    draft.place = text("Địa điểm");
    draft.reason = text("Lý do");
    draft.public_wording = match visibility {
        "internal" => marks.secret("Diễn đạt"),
        "restricted" => "Làm việc theo giấy mời".into(),
        _ => String::new(),
    };
}

fn form(
    office: &TestOffice,
    week: IsoWeek,
    story: &Story,
    backstage: &Backstage,
    marks: &mut Marks,
) -> EntryDraft {
    let leader = ["ct", "pcttt", "pct-kt", "pct-nn", "pct-vx"][story.leader];
    let date = (week.monday() + chrono::Days::new(story.day)).to_string();
    let mut draft = office.an_entry().on(&date).chaired_by(leader).draft();
    draft.part = story.part.into();
    draft.office_leader.clone_from(&backstage.office_leader);
    draft.specialist.clone_from(&backstage.specialist);
    draft.vehicle.clone_from(&backstage.vehicle);
    draft.division = office.unit("KT").to_string();
    let acting = if leader == "ct" { "pcttt" } else { "ct" };
    draft.acting = office.post(acting).to_string();
    fill(&mut draft, story.visibility, marks);
    draft
}

async fn save(office: &TestOffice, save: Save, marks: &mut Marks) -> domain::schedule::Entry {
    let save = Save { conflict_reason: marks.secret("Vẫn làm"), ..save };
    schedule::save_entry(&office.chief(), save).await.expect("saved").entry
}

async fn publish(office: &TestOffice, week: IsoWeek, marks: &mut Marks) {
    office.step(week, Step::Submit).await;
    let seen = office.step(week, Step::Approve).await.version;
    let reason = marks.secret("Phát hành");
    schedule::publish(&office.chief(), week, seen, &reason).await.expect("published");
}

/// Somebody is on duty on Sunday, with marked people and a marked note.
async fn on_duty(office: &TestOffice, week: IsoWeek, backstage: &Backstage, marks: &mut Marks) {
    let draft = DutyDraft {
        date: week.sunday().to_string(),
        duty_leader: office.post("pct-kt").to_string(),
        office_leader: backstage.office_leader.clone(),
        specialist: backstage.specialist.clone(),
        driver: backstage.driver.clone(),
        hotline: "(0200) 3.000.115".into(),
        note: marks.secret("Ghi chú trực"),
        ..DutyDraft::default()
    };
    duty::save_duty(&office.chief(), None, 0, draft).await.expect("on duty");
}

/// What becomes of an entry between the two publications. What was public before may be repeated
/// by nobody once it is not.
async fn edit(office: &TestOffice, entry: &domain::schedule::Entry, story: &Story, marks: &mut Marks) {
    let now = office.now_of(entry).await;
    let mut draft = EntryDraft::of(&now.plan);
    let visibility = match story.later {
        Later::Hidden => "internal",
        Later::Restricted => "restricted",
        Later::Shown => "public",
        _ => story.visibility,
    };
    match story.later {
        Later::Stays => return,
        Later::Cancelled | Later::Postponed => {
            let reason = match story.visibility {
                "public" => "Bận".to_owned(),
                _ => marks.secret("Bận"),
            };
            let desk = office.chief();
            if matches!(story.later, Later::Cancelled) {
                schedule::cancel_entry(&desk, now.id, now.version, &reason).await.expect("cancelled");
            } else {
                schedule::postpone_entry(&desk, now.id, now.version, &reason, None).await.expect("postponed");
            }
            return;
        }
        Later::Moved => draft.part = "evening".into(),
        _ => {}
    }
    fill(&mut draft, visibility, marks);
    if story.secretly_changed {
        draft.vehicle.clear();
    }
    save(office, Save { id: Some(now.id), seen: now.version, draft, ..Save::default() }, marks).await;
}

/// Everything of a week that the public can read, folds undone.
async fn everything_public(office: &TestOffice, week: IsoWeek) -> String {
    let mut texts = Vec::new();
    let mut add = |value: serde_json::Result<String>| texts.push(value.expect("JSON"));
    for number in [None, Some(1), Some(2)] {
        add(serde_json::to_string_pretty(&bulletin::week(office, week, number).await.expect("a week")));
        let changes = bulletin::changes(office, week, None, number).await.expect("changes");
        add(serde_json::to_string_pretty(&changes));
    }
    add(serde_json::to_string(&bulletin::leaders(office).await.expect("leaders")));
    let at = Some(week.monday().and_time(chrono::NaiveTime::MIN).and_utc());
    let office = office.clocked().at(at);
    for leader in [None, Some("ct"), Some("pct-kt")] {
        let bytes = feed::public_feed(&office, leader, "https://lich.example").await.expect("a feed");
        texts.push(crate::ical::logical_lines(&bytes).join("\n"));
    }
    texts.join("\n")
}

/// A mark as it is, without its marks, percent-encoded, and in base64 at each of three offsets.
fn disguises(mark: &str) -> Vec<String> {
    let percent: String = mark.bytes().map(|b| format!("%{b:02X}")).collect();
    let mixed: String = mark
        .chars()
        .map(|c| match c {
            c if c.is_ascii() => c.to_string(),
            c => c.to_string().bytes().map(|b| format!("%{b:02X}")).collect(),
        })
        .collect();
    let encode = |text: &[u8]| base64::engine::general_purpose::STANDARD_NO_PAD.encode(text);
    let inner = |skip: usize| {
        let shifted = [vec![b' '; skip], mark.as_bytes().to_vec()].concat();
        let encoded = encode(&shifted);
        encoded[if skip == 0 { 0 } else { 4 }..encoded.len() - 2].to_owned()
    };
    vec![mark.to_owned(), plain(mark), percent, mixed, inner(0), inner(1), inner(2)]
}

/// The disguise in which a mark stands in a text, when it does.
fn found_in(public: &str, marks: &Marks) -> Option<String> {
    let plainly = plain(public);
    marks
        .made
        .iter()
        .flat_map(|mark| disguises(mark))
        .find(|disguise| public.contains(disguise) || plainly.contains(disguise))
}

#[test]
fn the_search_sees_through_every_disguise() {
    let mut marks = Marks::new(7);
    let secret = marks.secret("Ghi chú");
    let base64 = |text: String| base64::engine::general_purpose::URL_SAFE.encode(text);
    let percent: String = secret.bytes().map(|b| format!("%{b:02X}")).collect();
    for leak in [
        format!("trước {secret} sau"),
        plain(&secret).to_uppercase(),
        percent,
        "https://x.example/?q=Ghi%20ch%C3%BA%20M%E1%BA%ADt7x0%C4%91".to_owned(),
        base64(format!("{secret} sau")),
        base64(format!("a{secret} sau")),
        base64(format!("ab{secret} sau")),
    ] {
        assert!(found_in(&leak, &marks).is_some(), "{leak}");
    }
    assert_eq!(found_in("Ghi chú Mật7x1đ", &marks), None);
}

on_both! {
    async fn no_secret_leaves_the_office(office: TestOffice) {
        let mut runner = TestRunner::new_with_rng(
            Config::default(),
            proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
        );
        let first = IsoWeek::new(2027, 1).expect("a week").monday();
        let mut shown = 0;
        for case in 0..CASES {
            let stories = stories().new_tree(&mut runner).expect("stories").current();
            let week = IsoWeek::of(first + chrono::Days::new(7 * u64::from(case)));
            let mut marks = Marks::new(case);
            let backstage = marked_backstage(&office, &mut marks).await;
            let mut entries = Vec::new();
            for story in &stories {
                let draft = form(&office, week, story, &backstage, &mut marks);
                entries.push(save(&office, Save { draft, ..Save::default() }, &mut marks).await);
            }
            on_duty(&office, week, &backstage, &mut marks).await;
            publish(&office, week, &mut marks).await;
            for (entry, story) in entries.iter().zip(&stories) {
                edit(&office, entry, story, &mut marks).await;
            }
            schedule::set_remark(&office.chief(), week, office.board(week).await.week.version, "Đã điều chỉnh")
                .await.expect("a remark");
            publish(&office, week, &mut marks).await;

            let public = everything_public(&office, week).await;
            assert_eq!(found_in(&public, &marks), None, "got out of {stories:#?}");
            shown += public.matches("công khai").count();
            assert!(public.contains("3.000.115"), "who is on duty was read");
            let official = schedule::official_week(&office.chief(), week, None).await.expect("a week");
            let inside = serde_json::to_string(&official).expect("JSON");
            assert!(marks.made.iter().any(|mark| inside.contains(mark)), "the marks are in the office");
            let told = journal::list(&office.chief(), None, None).await.expect("lines");
            assert!(marks.made.iter().any(|mark| format!("{told:?}").contains(mark)), "and in its journal");
        }
        assert!(shown > 100, "what is public was read: {shown}");
    }
}
