//! A published week as JSON, for machines. The names of the fields are a promise
//! (docs/decisions/0004-public-data.md): they are listed here one by one, so
//! that nothing is published because somebody added it elsewhere.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use domain::bulletin::BulletinWeek;
use domain::calendar::spoken;
use domain::duty::PublicDuty;
use domain::schedule::publication::{Face, Mark, Published};
use office::Result;
use serde::Serialize;

#[derive(Serialize)]
struct WeekData<'a> {
    week: String,
    from: NaiveDate,
    to: NaiveDate,
    page: String,
    publication: Option<Edition>,
    publications: Vec<Edition>,
    remark: &'a str,
    holidays: Vec<Holiday<'a>>,
    leaders: Vec<Leader<'a>>,
    entries: Vec<Entry<'a>>,
    duty: Vec<Duty<'a>>,
}

#[derive(Serialize)]
struct Edition {
    number: i32,
    published: String,
}

#[derive(Serialize)]
struct Holiday<'a> {
    date: NaiveDate,
    name: &'a str,
}

#[derive(Serialize)]
struct Duty<'a> {
    date: NaiveDate,
    part: &'static str,
    title: &'a str,
    name: &'a str,
    hotline: &'a str,
}

#[derive(Serialize)]
struct Leader<'a> {
    slug: &'a str,
    title: &'a str,
    short_title: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Entry<'a> {
    uid: &'a str,
    date: NaiveDate,
    part: &'static str,
    start: Option<String>,
    end: Option<String>,
    kind: &'static str,
    content: &'a str,
    leaders: Vec<Attending<'a>>,
    acting: Option<Person<'a>>,
    participants: &'a str,
    place: &'a str,
    host_unit: &'a str,
    preparing_unit: &'a str,
    format: &'static str,
    remote_sites: &'a [String],
    invitation: Option<&'static str>,
    standing: &'static str,
    moved_to: Option<NaiveDate>,
    reason: &'a str,
    mark: &'static str,
    changed_in: Option<i32>,
    changes: Vec<Change<'a>>,
    created: String,
    revised: String,
    sequence: i32,
}

#[derive(Serialize)]
struct Attending<'a> {
    slug: &'a str,
    title: &'a str,
    name: &'a str,
    role: &'static str,
    in_place_of: Option<Person<'a>>,
}

#[derive(Serialize)]
struct Person<'a> {
    title: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Change<'a> {
    field: &'a str,
    before: &'a str,
    after: &'a str,
}

/// Writes the week; one line, since it is for machines.
///
/// # Errors
/// Never for a week of the bulletin.
pub(super) fn json(week: &BulletinWeek, site: &str) -> Result<String> {
    let edition = |(number, at): &(i32, DateTime<Utc>)| Edition { number: *number, published: instant(*at) };
    let data = WeekData {
        week: week.week.to_string(),
        from: week.week.monday(),
        to: week.week.sunday(),
        page: format!("{site}/weeks/{}", week.week),
        publication: week.publication.as_ref().map(edition),
        publications: week.publications.iter().map(edition).collect(),
        remark: &week.remark,
        holidays: week.holidays.iter().map(|(date, name)| Holiday { date: *date, name }).collect(),
        leaders: week
            .leaders
            .iter()
            .map(|l| Leader { slug: &l.slug, title: &l.title, short_title: &l.short_title, name: &l.name })
            .collect(),
        entries: week.entries.iter().map(entry).collect(),
        duty: week.duty.iter().map(duty).collect(),
    };
    Ok(serde_json::to_string(&data)?)
}

fn duty(duty: &PublicDuty) -> Duty<'_> {
    Duty {
        date: duty.date,
        part: duty.part.code(),
        title: &duty.title,
        name: &duty.name,
        hotline: &duty.hotline,
    }
}

fn entry(published: &Published) -> Entry<'_> {
    let face: &Face = &published.face;
    Entry {
        uid: &published.uid,
        date: face.date,
        part: face.part.code(),
        start: face.start.map(spoken::time),
        end: face.end.map(spoken::time),
        kind: face.kind.code(),
        content: &face.content,
        leaders: attending(face),
        acting: face.acting.as_ref().map(|(title, name)| Person { title, name }),
        participants: &face.participants,
        place: &face.place,
        host_unit: &face.host,
        preparing_unit: &face.preparing,
        format: face.format.code(),
        remote_sites: &face.remote_sites,
        invitation: face.invitation.map(|mode| mode.code()),
        standing: face.standing.code(),
        moved_to: face.moved_to,
        reason: &face.reason,
        mark: published.mark.code(),
        changed_in: (published.mark != Mark::Kept).then_some(published.changed_in),
        changes: published
            .was
            .iter()
            .map(|c| Change { field: &c.field, before: &c.before, after: &c.after })
            .collect(),
        created: instant(published.created),
        revised: instant(published.revised),
        sequence: published.sequence,
    }
}

fn attending(face: &Face) -> Vec<Attending<'_>> {
    face.leaders
        .iter()
        .map(|l| Attending {
            slug: &l.slug,
            title: &l.title,
            name: &l.name,
            role: l.role.code(),
            in_place_of: l.in_place_of.as_ref().map(|(title, name)| Person { title, name }),
        })
        .collect()
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// "08:30", or nothing.
pub(super) fn hour(time: Option<NaiveTime>) -> String {
    time.map(spoken::time).unwrap_or_default()
}
