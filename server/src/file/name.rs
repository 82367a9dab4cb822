//! The name of a file in the header of an answer (RFC 6266): in ASCII for old programs,
//! and as it is, encoded (RFC 8187), for all others.

use axum::http::HeaderValue;
use domain::text::plain;

/// The disposition of a file with this name.
pub(super) fn disposition(name: &str, is_shown: bool) -> HeaderValue {
    let way = if is_shown { "inline" } else { "attachment" };
    let header = format!("{way}; filename=\"{}\"; filename*=UTF-8''{}", ascii(name), encoded(name));
    // Both forms are visible ASCII whatever the name holds.
    HeaderValue::try_from(header).unwrap_or(HeaderValue::from_static("attachment"))
}

/// Letters without their marks; what has no ASCII becomes a line.
fn ascii(name: &str) -> String {
    let letter = |c: char| match c {
        '"' | '\\' | '%' | '/' | ';' => '_',
        ' '..='~' => c,
        _ => {
            let bare = plain(&c.to_string()).chars().next().filter(char::is_ascii_alphanumeric);
            bare.map_or('_', |bare| if c.is_uppercase() { bare.to_ascii_uppercase() } else { bare })
        }
    };
    name.chars().map(letter).collect()
}

fn encoded(name: &str) -> String {
    let mut text = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        match byte {
            b'0'..=b'9'
            | b'A'..=b'Z'
            | b'a'..=b'z'
            | b'!'
            | b'#'
            | b'$'
            | b'&'
            | b'+'
            | b'-'
            | b'.'
            | b'^'
            | b'_'
            | b'`'
            | b'|'
            | b'~' => text.push(byte.into()),
            other => text.push_str(&format!("%{other:02X}")),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_twice_and_breaks_out_of_neither() {
        let told = disposition("Tờ trình \"số\" 45; Đường.pdf", false);
        assert_eq!(
            told,
            "attachment; filename=\"To trinh _so_ 45_ Duong.pdf\"; \
             filename*=UTF-8''T%E1%BB%9D%20tr%C3%ACnh%20%22s%E1%BB%91%22%2045%3B%20%C4%90%C6%B0%E1%BB%9Dng.pdf"
        );
        assert_eq!(disposition("a.png", true), "inline; filename=\"a.png\"; filename*=UTF-8''a.png");
        assert_eq!(
            disposition("会议.pdf", false).to_str().unwrap().split(';').nth(1).unwrap(),
            " filename=\"__.pdf\""
        );
    }
}
