//! The rows of a file, one after the other, in one transaction.
//!
//! A row may name one that comes later: a unit above it, whoever acts for a post. It
//! is put down without that name first and gets it when all are there, so that things
//! keep the order of the file.

mod name;
mod thing;

use super::{Taken, wrong};
use crate::desk::Desk;
use crate::export::{Book, Member, Post, Section};
use crate::failure::{Failure, Result};
use crate::{people, setting};
use domain::people::{PersonDraft, PositionDraft, UnitDraft};
use domain::{Issue, Locale, PersonId, PositionId, Problem, Refusal, UnitId, words};
use name::{Found, Names};
use sea_orm::ConnectionTrait;
use std::collections::HashSet;

pub(super) async fn all(desk: &Desk, book: &Book, first_line: Option<usize>) -> Result<Taken> {
    let writing = desk.write().await?;
    let mut reading = Reading::open(&writing.tx, desk, book, first_line).await?;
    reading.units(&book.units).await?;
    reading.persons(&book.persons).await?;
    reading.positions(&book.positions).await?;
    reading.rooms(&book.rooms).await?;
    reading.vehicles(&book.vehicles).await?;
    reading.holidays(&book.holidays).await?;
    if !reading.lines.is_empty() {
        return Err(wrong(&reading.lines));
    }
    let stamp = setting::raise_stamp(&writing.tx).await?;
    writing.commit().await?;
    desk.office.raise_stamp(stamp);
    Ok(Taken {
        units: book.units.len(),
        persons: book.persons.len(),
        positions: book.positions.len(),
        rooms: book.rooms.len(),
        vehicles: book.vehicles.len(),
        holidays: book.holidays.len(),
    })
}

/// The number of no row.
const NOWHERE: &str = "?";

/// Which row something is wrong with.
#[derive(Clone, Copy)]
struct Row<'a> {
    room: &'a str,
    at: usize,
    name: &'a str,
}

/// A file that is being read.
struct Reading<'a, C> {
    db: &'a C,
    desk: &'a Desk,
    /// What is wrong, a line for each.
    lines: Vec<String>,
    /// The number of the first row's line in a table.
    first_line: Option<usize>,
    units: Names,
    persons: Names,
    positions: Names,
    /// Fields of the present row that name a refused row: reported there already.
    excused: Vec<String>,
    /// Who was there before, so that nobody is read in twice.
    known: HashSet<(String, Option<i64>)>,
}

impl<'a, C: ConnectionTrait> Reading<'a, C> {
    async fn open(db: &'a C, desk: &'a Desk, book: &Book, first_line: Option<usize>) -> Result<Self> {
        let persons = people::persons(db).await?;
        let mut positions = people::positions(db).await?;
        positions.sort_by_key(|p| p.id.0);
        let mut reading = Self {
            db,
            desk,
            lines: Vec::new(),
            excused: Vec::new(),
            first_line,
            units: Names::of(people::units(db).await?.into_iter().map(|u| (u.code, u.id.0))),
            persons: Names::numbered(persons.iter().map(|p| (p.id.0, p.name.as_str()))),
            positions: Names::numbered(positions.iter().map(|p| (p.id.0, p.slug.as_str()))),
            known: persons.iter().map(|p| (crate::export::key(&p.name), p.unit.map(|u| u.0))).collect(),
        };
        reading.units.expect(book.units.iter().map(|u| u.code.clone()));
        let twice = reading.persons.expect(name::own_keys(&book.persons, |p| (&p.key, &p.name)));
        reading.named_twice("Cá nhân", &book.persons, &twice, |p| &p.name);
        let twice = reading.positions.expect(name::own_keys(&book.positions, |p| (&p.key, &p.slug)));
        reading.named_twice("Chức vụ", &book.positions, &twice, |p| &p.title);
        Ok(reading)
    }

    fn named_twice<T>(&mut self, room: &str, rows: &[T], twice: &[usize], name: impl Fn(&T) -> &String) {
        for at in twice {
            let row = Row { room, at: *at, name: name(&rows[*at]) };
            self.note(row, &[Issue::new("key", Problem::Taken)]);
        }
    }

    async fn units(&mut self, units: &[Section]) -> Result<()> {
        let mut later = Vec::new();
        for (at, unit) in units.iter().enumerate() {
            let row = Row { room: "Đơn vị", at, name: &unit.code };
            let draft = UnitDraft {
                code: unit.code.clone(),
                name: unit.name.clone(),
                short_name: unit.short_name.clone(),
                kind: unit.kind.clone(),
                parent: String::new(),
                from: unit.from.clone(),
                to: unit.to.clone(),
            };
            let (parent, waits) = self.find("parent", &unit.parent, |r| &r.units);
            let draft = UnitDraft { parent, ..draft };
            let saved = people::put_unit(self.db, self.desk, None, 0, draft.clone()).await;
            let id = self.judge(row, saved)?.map(|saved| saved.id.0);
            self.units.put(&unit.code, id);
            if let (true, Some(id)) = (waits, id) {
                later.push((row, id, draft, &unit.parent));
            }
        }
        for (row, id, draft, parent) in later {
            let (parent, _) = self.find("parent", parent, |r| &r.units);
            let draft = UnitDraft { parent, ..draft };
            let saved = people::put_unit(self.db, self.desk, Some(UnitId(id)), 1, draft).await;
            self.judge(row, saved)?;
        }
        Ok(())
    }

    async fn persons(&mut self, persons: &[Member]) -> Result<()> {
        let keys = name::own_keys(persons, |p| (&p.key, &p.name));
        for ((at, person), key) in persons.iter().enumerate().zip(keys) {
            let row = Row { room: "Cá nhân", at, name: &person.name };
            let (unit, _) = self.find("unit", &person.unit, |r| &r.units);
            if self.known.contains(&(crate::export::key(&person.name), unit.parse().ok())) {
                self.note(row, &[Issue::new("name", Problem::Taken)]);
            }
            let draft = PersonDraft {
                name: person.name.clone(),
                title: person.title.clone(),
                unit,
                email: person.email.clone(),
                phone: person.phone.clone(),
                duties: person.duties.clone(),
                service: person.service.clone(),
                from: person.from.clone(),
                to: person.to.clone(),
            };
            let saved = people::put_person(self.db, self.desk, None, 0, draft).await;
            let id = self.judge(row, saved)?.map(|saved| saved.id.0);
            self.persons.put(&key, id);
        }
        Ok(())
    }

    async fn positions(&mut self, positions: &[Post]) -> Result<()> {
        let keys = name::own_keys(positions, |p| (&p.key, &p.slug));
        let mut later = Vec::new();
        for ((at, post), key) in positions.iter().enumerate().zip(keys) {
            let row = Row { room: "Chức vụ", at, name: &post.title };
            let (acting, waits) = self.find("acting", &post.acting, |r| &r.positions);
            let draft = PositionDraft {
                slug: post.slug.clone(),
                title: post.title.clone(),
                short_title: post.short_title.clone(),
                person: self.find("person", &post.person, |r| &r.persons).0,
                unit: self.find("unit", &post.unit, |r| &r.units).0,
                precedence: post.precedence.to_string(),
                portfolio: post.portfolio.clone(),
                has_calendar: if post.has_calendar { "on" } else { "" }.to_owned(),
                office_leader: self.find("office_leader", &post.office_leader, |r| &r.persons).0,
                acting,
                from: post.from.clone(),
                to: post.to.clone(),
            };
            let saved = people::put_position(self.db, self.desk, None, 0, draft.clone()).await;
            let id = self.judge(row, saved)?.map(|saved| saved.id.0);
            self.positions.put(&key, id);
            let Some(id) = id else { continue };
            for secretary in &post.secretaries {
                match self.find("serves", secretary, |r| &r.persons).0.parse() {
                    Ok(secretary) => {
                        let secretary = PersonId(secretary);
                        let done = people::put_serving(self.db, self.desk, secretary, PositionId(id));
                        self.judge(row, done.await)?;
                    }
                    Err(_) => self.note(row, &[Issue::new("serves", Problem::Unknown)]),
                }
            }
            if waits {
                later.push((row, id, draft, &post.acting));
            }
        }
        for (row, id, draft, acting) in later {
            let (acting, _) = self.find("acting", acting, |r| &r.positions);
            let draft = PositionDraft { acting, ..draft };
            let saved = people::put_position(self.db, self.desk, Some(PositionId(id)), 1, draft).await;
            self.judge(row, saved)?;
        }
        Ok(())
    }

    /// The number that a key stands for, as a form would hold it, and whether it is still
    /// to come. What leads nowhere is a number that the rule refuses.
    fn find(&mut self, field: &str, key: &str, of: impl Fn(&Self) -> &Names) -> (String, bool) {
        if key.trim().is_empty() {
            return (String::new(), false);
        }
        match of(self).find(key) {
            Found::Here(id) => (id.to_string(), false),
            Found::Coming => (String::new(), true),
            Found::Nowhere => (NOWHERE.to_owned(), false),
            Found::Refused => {
                self.excused.push(field.to_owned());
                (String::new(), false)
            }
        }
    }

    /// What was saved, or a line for each of its issues.
    fn judge<T>(&mut self, row: Row<'_>, saved: Result<T>) -> Result<Option<T>> {
        match saved {
            Ok(saved) => {
                self.excused.clear();
                Ok(Some(saved))
            }
            Err(Failure::Refused(Refusal::Invalid(issues))) => {
                self.note(row, &issues);
                Ok(None)
            }
            Err(Failure::Refused(refusal)) => {
                let place = self.place(row);
                self.lines.push(format!("{place}: {}", words::refusal(Locale::Vi, &refusal)));
                Ok(None)
            }
            Err(broken) => Err(broken),
        }
    }

    fn note(&mut self, row: Row<'_>, issues: &[Issue]) {
        let place = self.place(row);
        let excused = std::mem::take(&mut self.excused);
        for issue in issues {
            if issue.problem == Problem::Required && excused.contains(&issue.field) {
                continue;
            }
            let field = match issue.field.as_str() {
                "key" => "Khóa (key)",
                "capacity" => "Số chỗ",
                "driver" => "Lái xe",
                "source" => "Căn cứ",
                code => Locale::Vi.say(words::field(code)),
            };
            self.lines.push(format!("{place}: {field}: {}", words::problem(Locale::Vi, &issue.problem)));
        }
    }

    fn place(&self, row: Row<'_>) -> String {
        let place = match self.first_line {
            Some(first) => format!("dòng {}", row.at + first),
            None => format!("{} thứ {}", row.room, row.at + 1),
        };
        if row.name.is_empty() { place } else { format!("{place} ({})", row.name) }
    }
}
