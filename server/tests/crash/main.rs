//! `kill -9` in the middle of writes, fifty times: what was acknowledged is there
//! afterwards, what was not is there whole or not at all, each start is clean. The same
//! of a paper that is on its way into an S3 bucket.
//!
//! Four desks save without a pause. The server is killed as soon as a number of saves
//! came back that differs from round to round, while the other desks still wait.

#![allow(clippy::unwrap_used, reason = "what is expected and does not come fails the test")]

mod bucket;
mod client;
mod desk;
mod house;
mod memory;

use bucket::{Bucket, Paper};
use desk::Ledger;
use domain::calendar::week::IsoWeek;
use domain::schedule::Save;
use house::{House, Server};
use std::sync::mpsc::channel;
use std::thread;

const ROUNDS: u32 = 50;
const DESKS: usize = 4;
/// Rounds that write into the same week before the next one is opened.
const ROUNDS_PER_WEEK: u32 = 10;

#[test]
fn what_was_acknowledged_survives_fifty_kills() {
    let house = House::with_demo("desks", Vec::new());
    let mut server = house.open();
    let cookie = desk::sign_in(&house, "thuky");
    let mut ledgers: Vec<(IsoWeek, Ledger)> = Vec::new();
    let mut week: IsoWeek = "2027-W01".parse().unwrap();
    let mut number = 20_261_204_u32;
    let mut acknowledged = 0;
    for round in 0..ROUNDS {
        if round % ROUNDS_PER_WEEK == 0 {
            week = week.next();
            ledgers.push((week, Ledger::new()));
        }
        let (_, ledger) = ledgers.last_mut().unwrap();
        // A plain congruential generator: the same kills in every run.
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let wanted = 1 + (number >> 16) % 16;
        let (heard, under_way) = work_until_killed(&house, server, &cookie, week, round, wanted, ledger);
        acknowledged += heard;

        server = house.open();
        memory::is_sound(&house);
        desk::compare(&house, &cookie, week, ledger, &under_way);
    }
    for (week, mut ledger) in ledgers {
        desk::compare(&house, &cookie, week, &mut ledger, &[]);
    }
    assert!(acknowledged >= ROUNDS, "the desks must have been at work, and {acknowledged} saves came back");
}

#[test]
fn a_paper_on_its_way_into_a_bucket_survives_a_kill() {
    let bucket = Bucket::open();
    let house = House::with_demo("bucket", bucket.said());
    let before = bucket.contents();
    let server = house.open();
    let cookie = desk::sign_in(&house, "sotaichinh");
    let paper = Paper::of(32 * 1024 * 1024);
    let request = bucket::own_request(&house, &cookie);
    let at = paper.announced(&house, &cookie, &request);
    let half = paper.bytes.len() / 2;
    let received = paper.sent(&house, &cookie, &at, 0, half);
    assert_eq!(received, half, "acknowledged");
    let acknowledged = bucket.pieces();
    let _line = paper.begun(&house, &cookie, &at, half);
    bucket.wait_for(acknowledged + 1);
    server.kill();

    let server = house.open();
    let stands = paper.asked(&house, &cookie, &at);
    assert!(stands >= half, "{stands} of {half} that were acknowledged");
    assert_eq!(paper.sent(&house, &cookie, &at, stands, paper.bytes.len()), paper.bytes.len());
    let kept = paper.kept(&house, &cookie);
    paper.is_read(&house, &cookie, &kept);
    assert_eq!(bucket.contents(), before + 1);
    assert_eq!(bucket.pieces(), 0, "pieces that were joined");

    paper.removed(&house, &cookie, &kept);
    assert_eq!(bucket.contents(), before, "what was taken away is away");
    server.kill();
}

/// Four desks write until the server is killed, after `wanted` answers. Returns how
/// many came back and what was still under way.
fn work_until_killed(
    house: &House,
    server: Server,
    cookie: &str,
    week: IsoWeek,
    round: u32,
    wanted: u32,
    ledger: &mut Ledger,
) -> (u32, Vec<Save>) {
    let (tell, told) = channel();
    let desks: Vec<_> = week.days()[..DESKS]
        .iter()
        .enumerate()
        .map(|(at, day)| {
            let client = house.client(cookie).unwrap();
            let (name, tell, day) = (format!("đợt {round}, bàn {at}"), tell.clone(), *day);
            thread::spawn(move || desk::write_until_cut(client, day, &name, &tell))
        })
        .collect();
    drop(tell);
    let (mut heard, mut server) = (0, Some(server));
    // The list ends when the last desk has lost its connection.
    for (id, known) in told {
        ledger.insert(id, known);
        heard += 1;
        if heard == wanted {
            server.take().unwrap().kill();
        }
    }
    let under_way = desks.into_iter().map(|desk| desk.join().unwrap()).collect();
    (heard, under_way)
}
