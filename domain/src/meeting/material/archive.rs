//! Names inside the archive of a pack: folders by the number of the item, papers by their
//! place in it, fit for every file system that they are unpacked on.

use super::{Material, Pack};
use crate::file::{File, Kind};

/// How long a folder's name may be.
const FOLDER: usize = 60;
/// How long the name of a paper may be, without its number and extension.
const PAPER: usize = 80;

impl Pack {
    /// The newest version of each paper with its name in the archive, in the order of the
    /// agenda. Without agenda numbers, what belongs to the whole meeting leads.
    pub fn archived(&self, whole: &str) -> Vec<(String, &Material, &File)> {
        let head = |material: &Material| {
            let place = self.heads.iter().position(|(item, _)| Some(*item) == material.item);
            place.map_or_else(|| (0, whole), |at| (at + 1, self.heads[at].1.as_str()))
        };
        let (mut found, mut before, mut number) = (Vec::new(), None, 0);
        for material in &self.materials {
            let (item, content) = head(material);
            number = if before == Some(item) { number + 1 } else { 1 };
            before = Some(item);
            if let Some(file) = material.file() {
                let folder = format!("{item:02} {}", safe(content, FOLDER));
                let (stem, extension) = parts(file);
                let name = format!("{item:02}.{number:02} {}.{extension}", safe(stem, PAPER));
                found.push((format!("{}/{name}", folder.trim_end()), material, file));
            }
        }
        found
    }
}

fn parts(file: &File) -> (&str, &str) {
    match file.name.rsplit_once('.') {
        Some((stem, extension)) if Kind::of_name(&file.name).is_some() => (stem, extension),
        _ => (file.name.as_str(), file.kind.code()),
    }
}

/// A name without what some file system refuses, and not longer than that.
fn safe(name: &str, most: usize) -> String {
    let letter = |c: char| match c {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => ' ',
        c if c.is_control() => ' ',
        c => c,
    };
    let name: String = name.chars().map(letter).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let name: String = name.chars().take(most).collect();
    name.trim_matches(|c: char| c == '.' || c == ' ').to_owned()
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_name_is_fit_for_every_file_system() {
        assert_eq!(safe("../..\\etc: <b>\"tờ trình\"?*", 80), "etc b tờ trình");
        assert_eq!(safe("con . ", 80), "con");
        assert_eq!(safe(&"ệ".repeat(90), 60).chars().count(), 60);
        assert_eq!(safe("...", 60), "");
    }
}
