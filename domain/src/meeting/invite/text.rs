//! The letter as plain text, in the order of model 1.7 of Decree 30/2020/NĐ-CP. Letters
//! are written in Vietnamese, whatever the language of the screen.

use super::Letter;
use crate::calendar::spoken;
use crate::locale::Locale;
use crate::words::invitee_part;
use chrono::{Datelike, NaiveDate};

/// The letter as plain text, see [`LetterSheet::of`].
pub fn letter_text(letter: &Letter, number: Option<u32>, issue: u32, day: Option<NaiveDate>) -> String {
    LetterSheet::of(letter, number, issue, day).text()
}

/// The letter in the places that the decree gives its parts: two columns on top, the text
/// across the page, two columns below.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSheet {
    /// Who sends it, and its number.
    pub agency: [String; 2],
    /// The name of the country, and its motto.
    pub motto: [&'static str; 2],
    /// Place and day.
    pub dated: String,
    /// What it is, and what it is about.
    pub title: Vec<String>,
    /// What it says; a line without anything parts two paragraphs.
    pub body: Vec<String>,
    /// Form of signing, title of the signer.
    pub signing: [String; 2],
    /// Name of the signer.
    pub signer: String,
    /// Nơi nhận with its heading, or nothing.
    pub recipients: Vec<String>,
}

impl LetterSheet {
    /// `number` and `day` are left open while it is not issued; `issue` counts from 1, and
    /// everything above is an adjustment.
    pub fn of(letter: &Letter, number: Option<u32>, issue: u32, day: Option<NaiveDate>) -> Self {
        let number =
            number.map_or_else(|| format!("....../{}", letter.mark()), |number| letter.numbered(number));
        let place = if letter.place_name.is_empty() { "......" } else { &letter.place_name };
        let adjusted = (issue > 1).then(|| format!("(Điều chỉnh lần {})", issue - 1));
        let title = ["GIẤY MỜI".to_owned()].into_iter().chain(adjusted).chain([letter.content.clone()]);
        Self {
            agency: [letter.committee.to_uppercase(), format!("Số: {number}")],
            motto: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"],
            dated: format!("{place}, {}", document_day(day)),
            title: title.collect(),
            body: body(letter),
            signing: [letter.signing.clone(), letter.signer_title.clone()],
            signer: letter.signer.clone(),
            recipients: recipients(letter),
        }
    }

    /// One part below the other.
    fn text(self) -> String {
        let empty = || vec![String::new()];
        let mut parts = vec![
            self.agency.to_vec(),
            empty(),
            self.motto.map(str::to_owned).to_vec(),
            empty(),
            vec![self.dated],
            empty(),
            self.title,
            empty(),
            self.body,
            empty(),
            self.signing.to_vec(),
            empty(),
            vec![self.signer],
        ];
        if !self.recipients.is_empty() {
            parts.extend([empty(), self.recipients]);
        }
        parts.push(empty());
        parts.concat().join("\n")
    }
}

/// From those who are invited to whom they ask; what it is about stands above it already.
fn body(letter: &Letter) -> Vec<String> {
    let mut lines = vec![format!("{} trân trọng kính mời:", letter.committee)];
    for (part, names) in &letter.invited {
        lines.push(format!("- {}: {}.", Locale::Vi.say(invitee_part(*part)), names.join("; ")));
    }
    lines.extend([
        String::new(),
        format!("Chủ trì: {}.", letter.chair),
        format!("Thời gian: {}.", hours(letter)),
        format!("Địa điểm: {}.", letter.place),
    ]);
    if !letter.requirements.is_empty() {
        lines.push("Yêu cầu:".to_owned());
        lines.extend(
            letter.requirements.iter().map(|line| format!("- {}.", line.trim_end_matches(['.', ';']))),
        );
    }
    lines.push(format!("Liên hệ: {}, điện thoại {}./.", letter.contact, letter.contact_phone));
    lines
}

fn recipients(letter: &Letter) -> Vec<String> {
    let Some((last, before)) = letter.recipients.split_last() else { return Vec::new() };
    let mut lines = vec!["Nơi nhận:".to_owned()];
    lines.extend(before.iter().map(|line| format!("- {};", line.trim_end_matches(['.', ';']))));
    lines.push(format!("- {}.", last.trim_end_matches(['.', ';'])));
    lines
}

/// "08 giờ 30, Thứ Hai, ngày 30 tháng 11 năm 2026".
fn hours(letter: &Letter) -> String {
    let day = format!(
        "{}, {}",
        spoken::weekday(Locale::Vi, letter.date.weekday()),
        document_day(Some(letter.date))
    );
    let at = |time| spoken::document_time(Locale::Vi, time);
    match (letter.start, letter.end) {
        (Some(start), Some(end)) => format!("từ {} đến {}, {day}", at(start), at(end)),
        (Some(start), None) => format!("{}, {day}", at(start)),
        _ => day,
    }
}

/// "ngày 03 tháng 02 năm 2026": a zero before days below ten and before January and February.
fn document_day(day: Option<NaiveDate>) -> String {
    let Some(day) = day else { return "ngày ... tháng ... năm ......".to_owned() };
    let month = if day.month() < 3 { format!("{:02}", day.month()) } else { day.month().to_string() };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}
