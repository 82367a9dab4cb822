//! Cars and the people of the Office: "xe 00A-001.03", "xe 16 chỗ", "CVP
//! Thuận", "LĐVP: đ/c Cảnh", "CV Quân".

use super::super::names::{name_words, only};
use crate::people::{Person, Service};
use crate::schedule::quick::line::Line;
use crate::schedule::quick::word::Sort;

/// A car by the end of its plate (four characters at least), or by its seats
/// when it is the only one that has so many.
pub(super) fn car(line: &mut Line) {
    for at in 0..line.len() {
        let Some(said) = line.any(at, &["xe biển số", "xe số", "đi xe", "xe :", "xe"]) else {
            continue;
        };
        let seats =
            line.word(said).and_then(|w| w.number(2)).filter(|_| line.says(said + 1, "chỗ").is_some());
        let all = line.directory.vehicles.iter();
        let (end, cars): (usize, Vec<_>) = match seats {
            Some(seats) => (said + 2, all.filter(|car| u32::try_from(car.seats) == Ok(seats)).collect()),
            None => {
                let more = |at: &usize| {
                    let word = line.word(*at).filter(|_| line.free(*at) && (*at == said || line.glued(*at)));
                    word.is_some_and(|w| w.sort != Sort::Sign || matches!(w.plain.as_str(), "-" | "."))
                };
                let end = (said..line.len()).take_while(more).last().map_or(said, |last| last + 1);
                let typed = bare(line.slice(said..end));
                (end, all.filter(|car| typed.len() > 3 && bare(&car.plate).ends_with(&typed)).collect())
            }
        };
        if let [car] = cars[..]
            && line.draft.vehicle.is_empty()
            && (line.begins(at) || line.ends(end))
        {
            line.draft.vehicle = car.id.to_string();
            return line.take(at..end, "vehicle", car.plate.clone());
        }
    }
}

fn bare(plate: &str) -> String {
    plate.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
}

/// People of the Office, each in a part of its own.
pub(super) fn read(line: &mut Line) {
    for at in 0..line.len() {
        if line.begins(at)
            && let Some((person, end)) = person(line, at)
        {
            let (id, name, service) = (person.id.to_string(), person.name.clone(), person.service);
            if service == Service::OfficeLeader {
                line.draft.office_leader = id;
                line.take(at..end, "office_leader", name);
            } else {
                line.draft.specialist = id;
                line.take(at..end, "specialist", name);
            }
        }
    }
}

fn person<'d>(line: &Line<'d>, at: usize) -> Option<(&'d Person, usize)> {
    let leaders: &[&str] = &[
        "lãnh đạo văn phòng",
        "lãnh đạo vp",
        "lđvp",
        "phó chánh văn phòng",
        "pcvp",
        "chánh văn phòng",
        "cvp",
    ];
    let posts: [(&[&str], Service); 2] = [
        (leaders, Service::OfficeLeader),
        (&["chuyên viên theo dõi", "chuyên viên", "cv theo dõi", "cv"], Service::Specialist),
    ];
    let titled = posts.into_iter().find_map(|(said, service)| Some((line.any(at, said)?, service)));
    let (mut end, service) = titled.map_or((at, None), |(end, service)| (end, Some(service)));
    end += usize::from(titled.is_some() && line.is_sign(end, ':'));
    let polite = line.any(end, &["đồng chí", "đ / c", "đc", "ông", "bà", "anh", "chị"]);
    let introduced = polite.is_some() || titled.is_some();
    let start = polite.unwrap_or(end);
    let mut found: Vec<&'d Person> = Vec::new();
    let mut stop = start;
    for person in &line.directory.staff {
        let serves = matches!(person.service, Service::OfficeLeader | Service::Specialist);
        if !serves || service.is_some_and(|service| service != person.service) {
            continue;
        }
        let name = name_words(&person.name);
        let most = if introduced { name.len() } else { 1 };
        let here = (0..most).find_map(|skipped| follows(line, start, name.get(skipped..)?));
        match here {
            Some(end) if end > stop => (stop, found) = (end, vec![person]),
            Some(end) if end == stop && end > start => found.push(person),
            _ => {}
        }
    }
    let person = only(line, &found, |person| person.valid)?;
    line.ends(stop).then_some((person, stop))
}

fn follows(line: &Line, at: usize, name: &[super::super::word::Word]) -> Option<usize> {
    name.iter()
        .enumerate()
        .all(|(after, wanted)| {
            let word = line.word(at + after).filter(|_| line.free(at + after));
            word.is_some_and(|w| w.plain == wanted.plain && (w.marks == 0 || w.marks == wanted.marks))
        })
        .then(|| at + name.len())
}
