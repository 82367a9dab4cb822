//! Values that are not text: dates, times, numbers and web addresses.

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, Timelike, Utc};

/// Appends `20261130`. Years that do not fit four digits become the nearest that does.
pub(super) fn push_date(out: &mut Vec<u8>, date: NaiveDate) {
    let year = date.year().clamp(0, 9999).unsigned_abs();
    push_two(out, year / 100);
    push_two(out, year % 100);
    push_two(out, date.month());
    push_two(out, date.day());
}

/// Appends `20261130T080000`.
pub(super) fn push_local(out: &mut Vec<u8>, time: NaiveDateTime) {
    push_date(out, time.date());
    out.push(b'T');
    push_two(out, time.hour());
    push_two(out, time.minute());
    push_two(out, time.second());
}

/// Appends `20261130T010000Z`.
pub(super) fn push_utc(out: &mut Vec<u8>, moment: DateTime<Utc>) {
    push_local(out, moment.naive_utc());
    out.push(b'Z');
}

fn push_two(out: &mut Vec<u8>, number: u32) {
    let digit = |number: u32| b"0123456789"[number as usize % 10];
    out.extend_from_slice(&[digit(number / 10), digit(number)]);
}

/// Appends an INTEGER that is not negative; RFC 5545 (3.3.8) ends it at 31 bits.
pub(super) fn push_integer(out: &mut Vec<u8>, number: i64) {
    let number = number.clamp(0, i64::from(i32::MAX));
    out.extend_from_slice(number.to_string().as_bytes());
}

/// Whether this is an address that a browser may be sent to.
pub(super) fn is_web_address(address: &str) -> bool {
    ["https://", "http://"].iter().any(|scheme| {
        let start = address.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && address.len() > scheme.len()
    })
}

/// Appends an address; what RFC 3986 does not allow in one is percent-encoded, line breaks too.
pub(super) fn push_uri(out: &mut Vec<u8>, uri: &str) {
    for octet in uri.bytes() {
        if octet.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&octet) {
            out.push(octet);
        } else {
            let digit = |nibble: u8| b"0123456789ABCDEF"[usize::from(nibble)];
            out.extend_from_slice(&[b'%', digit(octet >> 4), digit(octet & 15)]);
        }
    }
}
