//! The letter as plain text, in the order of model 1.7 of Decree 30/2020/NĐ-CP. Letters
//! are written in Vietnamese, whatever the language of the screen.

use super::Letter;
use crate::calendar::spoken;
use crate::locale::Locale;
use crate::words::invitee_part;
use chrono::{Datelike, NaiveDate};

/// The letter. `number` and `day` are left open while it is not issued; `issue` counts
/// from 1, and everything above is an adjustment.
pub fn letter_text(letter: &Letter, number: Option<u32>, issue: u32, day: Option<NaiveDate>) -> String {
    let number = number.map_or_else(|| format!("....../{}", letter.mark()), |number| letter.numbered(number));
    let place = if letter.place_name.is_empty() { "......" } else { &letter.place_name };
    let mut lines = vec![
        letter.committee.to_uppercase(),
        format!("Số: {number}"),
        String::new(),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned(),
        "Độc lập - Tự do - Hạnh phúc".to_owned(),
        String::new(),
        format!("{place}, {}", document_day(day)),
        String::new(),
        "GIẤY MỜI".to_owned(),
    ];
    if issue > 1 {
        lines.push(format!("(Điều chỉnh lần {})", issue - 1));
    }
    lines.extend([
        letter.content.clone(),
        String::new(),
        format!("{} trân trọng kính mời:", letter.committee),
    ]);
    for (part, names) in &letter.invited {
        lines.push(format!("- {}: {}.", Locale::Vi.say(invitee_part(*part)), names.join("; ")));
    }
    lines.extend([
        String::new(),
        format!("Nội dung: {}.", letter.content.trim_end_matches('.')),
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
    lines.extend([
        format!("Liên hệ: {}, điện thoại {}./.", letter.contact, letter.contact_phone),
        String::new(),
        letter.signing.clone(),
        letter.signer_title.clone(),
        String::new(),
        letter.signer.clone(),
    ]);
    if let Some((last, before)) = letter.recipients.split_last() {
        lines.extend([String::new(), "Nơi nhận:".to_owned()]);
        lines.extend(before.iter().map(|line| format!("- {};", line.trim_end_matches(['.', ';']))));
        lines.push(format!("- {}.", last.trim_end_matches(['.', ';'])));
    }
    lines.push(String::new());
    lines.join("\n")
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
