//! What is not public is nowhere: marked secrets go through publication, and
//! every public address is searched for them in every disguise.

use crate::support::House;
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use domain::duty::DutyDraft;
use domain::schedule::{EntryDraft, Save};
use domain::text::plain;
use office::schedule;

const WEEK: &str = "2026-W51";

/// A text that stands nowhere else and keeps its marks.
fn secret(number: usize) -> String {
    format!("Kín{number}Đẫm{}Ổ", (number * 7919) % 1000)
}

fn public_text(number: usize) -> String {
    format!("Rõ{number}Ràng{}Ạ", (number * 104_729) % 1000)
}

/// Everything that the public can ask for.
fn addresses() -> Vec<String> {
    let mut all = vec![
        "/".to_owned(),
        "/subscribe".to_owned(),
        "/sitemap.xml".to_owned(),
        "/feeds/public.ics".to_owned(),
        "/feeds/public/leaders/ct.ics".to_owned(),
        "/nothing".to_owned(),
    ];
    all.push(format!("/leaders/ct?week={WEEK}"));
    for part in [".ics", ".json", ".csv", ".json?publication=1", ".csv?publication=1", "/changes"] {
        all.push(format!("/weeks/{WEEK}{part}"));
    }
    for query in
        ["", "?view=leaders", "?view=table", "?publication=1", "?lang=en", "/changes?publication=2&against=1"]
    {
        all.push(format!("/weeks/{WEEK}{query}"));
    }
    all
}

#[tokio::test]
async fn no_public_address_holds_what_is_not_public() {
    let house = House::open().await;
    let board = schedule::board(&house.desk(), WEEK.parse().unwrap()).await.unwrap();
    let directory = &board.directory;
    let leader = directory.leaders.iter().find(|l| l.slug == "ct").unwrap().id;
    let staff = directory.staff.iter().find(|p| !p.phone.is_empty()).unwrap();
    let car = &directory.vehicles[0];
    let (mut next, mut secrets, mut shown) = (0, Vec::new(), Vec::new());
    let mut hidden = || {
        next += 1;
        secrets.push(secret(next));
        secret(next)
    };
    let mut open = |number| {
        shown.push(public_text(number));
        public_text(number)
    };
    let mut saved = Vec::new();
    for (number, (visibility, wording)) in [
        ("internal", ""),
        ("internal", "wording"),
        ("restricted", ""),
        ("restricted", "wording"),
        ("public", ""),
        ("public", "wording"),
    ]
    .into_iter()
    .enumerate()
    {
        let (public, replaced) = (visibility == "public", !wording.is_empty());
        let mut text = |shown: bool| if shown { open(number) } else { hidden() };
        let wording = match (visibility, replaced) {
            ("internal", true) => text(false),
            (_, true) => text(true),
            _ => String::new(),
        };
        let draft = EntryDraft {
            content: text(public && !replaced),
            participants: text(public),
            place: text(public),
            note: text(false),
            public_wording: wording,
            visibility: visibility.to_owned(),
            specialist: staff.id.to_string(),
            vehicle: car.id.to_string(),
            start: format!("{:02}:00", 8 + number),
            end: format!("{:02}:30", 8 + number),
            part: if number < 4 { "morning" } else { "afternoon" }.to_owned(),
            ..EntryDraft::blank(
                "2026-12-16".parse().unwrap(),
                domain::calendar::SessionPart::Morning,
                Some(leader),
            )
        };
        saved.push((house.save(draft.clone()).await.entry, draft));
    }
    let driver = directory.staff.iter().find(|p| Some(p.id) == car.driver).unwrap();
    let duty = DutyDraft {
        date: "2026-12-19".into(),
        duty_leader: leader.to_string(),
        office_leader: staff.id.to_string(),
        specialist: staff.id.to_string(),
        driver: driver.id.to_string(),
        note: hidden(),
        ..DutyDraft::default()
    };
    office::duty::save_duty(&house.desk(), None, 0, duty).await.unwrap();
    house.publish(WEEK).await;
    // What was public becomes internal, and what stays public gets other words.
    for (at, visibility) in [(4, "internal"), (5, "public"), (3, "restricted")] {
        let (entry, mut draft) = saved[at].clone();
        draft.visibility = visibility.to_owned();
        draft.content = hidden();
        draft.note = hidden();
        draft.reason = if at == 5 { "Đổi lời".to_owned() } else { hidden() };
        let save = Save {
            id: Some(entry.id),
            seen: entry.version,
            draft,
            conflict_reason: hidden(),
            ..Save::default()
        };
        schedule::save_entry(&house.desk(), save).await.unwrap();
    }
    house.publish(WEEK).await;
    secrets.extend([driver.name.clone(), staff.phone.clone(), staff.name.clone(), car.plate.clone()]);
    assert!(secrets.len() > 25);

    for address in addresses() {
        let reply = house.get(&address).await;
        let headers = format!("{:?}", reply.headers);
        // Lines of a calendar are folded; a secret may stand across two.
        let body = reply.text().replace("\r\n ", "");
        for text in [body.as_str(), &headers] {
            let bare = plain(text);
            for secret in &secrets {
                for disguise in disguises(secret) {
                    assert!(!text.contains(&disguise), "{address} holds {disguise}");
                }
                assert!(!bare.contains(&plain(secret)), "{address} holds {secret} without its marks");
            }
        }
    }
    // The search would have found them: what is public is there, also under its older
    // number, except what was taken back.
    let page = house.get(&format!("/weeks/{WEEK}?publication=1")).await;
    let back = &saved[4].1;
    let taken_back = [&back.content, &back.participants, &back.place];
    for text in &shown {
        assert_eq!(page.text().contains(text.as_str()), !taken_back.contains(&text), "{text}");
    }
}

fn disguises(secret: &str) -> Vec<String> {
    let percent: String = secret.bytes().map(|b| format!("%{b:02X}")).collect();
    let partly: String = secret
        .chars()
        .map(|c| {
            if c.is_ascii() {
                c.to_string()
            } else {
                c.to_string().bytes().map(|b| format!("%{b:02X}")).collect()
            }
        })
        .collect();
    let escaped: String = secret
        .chars()
        .map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", c as u32) })
        .collect();
    let mut all =
        vec![secret.to_owned(), partly.to_lowercase(), partly, percent.to_lowercase(), percent, escaped];
    // Base64 looks different at each of three places within a longer text.
    for before in 0..3 {
        let text = format!("{}{secret}", &"xxx"[..before]);
        let first = (before * 8).div_ceil(6);
        let whole = text.len() / 3 * 4;
        all.push(STANDARD_NO_PAD.encode(&text)[first..whole].to_owned());
        all.push(URL_SAFE_NO_PAD.encode(&text)[first..whole].to_owned());
    }
    all
}

#[tokio::test]
async fn html_in_every_text_stays_text() {
    let house = House::open().await;
    let board = schedule::board(&house.desk(), WEEK.parse().unwrap()).await.unwrap();
    let leader = board.directory.leaders.iter().find(|l| l.slug == "ct").unwrap().id;
    let bad = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;<!>";
    house
        .save(EntryDraft {
            content: bad.to_owned(),
            participants: bad.to_owned(),
            place: bad.to_owned(),
            reason: bad.to_owned(),
            start: "08:00".to_owned(),
            visibility: "public".to_owned(),
            ..EntryDraft::blank(
                "2026-12-16".parse().unwrap(),
                domain::calendar::SessionPart::Morning,
                Some(leader),
            )
        })
        .await;
    house.publish(WEEK).await;
    for view in ["", "?view=leaders", "?view=table", "/changes", "?lang=en"] {
        let reply = house.get(&format!("/weeks/{WEEK}{view}")).await;
        let page = scraper::Html::parse_document(reply.text());
        let count = |selector: &str| page.select(&scraper::Selector::parse(selector).unwrap()).count();
        assert_eq!((count("script"), count("img"), count("[onerror]")), (1, 0, 0), "{view}");
        if view.starts_with("/changes") {
            continue;
        }
        let text: String = page.root_element().text().collect();
        assert!(text.contains(bad), "{view}: what was typed is shown as it was typed");
    }
}
