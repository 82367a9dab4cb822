//! Packing: which coding the asker takes (RFC 9110, 12.5.3), and making it.

use axum::http::{HeaderMap, header};
use std::io::Write as _;

/// How a body is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Coding {
    Plain,
    Gzip,
    Brotli,
}

/// The best coding that the asker accepts; plain when they say nothing.
pub(super) fn preferred(asked: &HeaderMap) -> Coding {
    let (mut brotli, mut gzip) = (0, 0);
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter();
    for item in lists.filter_map(|list| list.to_str().ok()).flat_map(|list| list.split(',')) {
        let mut words = item.split(';').map(str::trim);
        let name = words.next().unwrap_or_default();
        let weight =
            words.find_map(|w| w.strip_prefix("q=").or(w.strip_prefix("Q="))).map_or(1000, thousandths);
        if name.eq_ignore_ascii_case("br") {
            brotli = weight;
        } else if name.eq_ignore_ascii_case("gzip") || name.eq_ignore_ascii_case("x-gzip") {
            gzip = weight;
        }
    }
    match (brotli, gzip) {
        (0, 0) => Coding::Plain,
        (b, g) if b >= g => Coding::Brotli,
        _ => Coding::Gzip,
    }
}

/// "0.75" in thousandths; what cannot be read is no.
fn thousandths(quality: &str) -> u32 {
    quality.parse::<f32>().map_or(0, |q| (q.clamp(0.0, 1.0) * 1000.0) as u32)
}

/// The body in a coding; it may take milliseconds and belongs on a thread that may wait.
pub(super) fn packed(coding: Coding, plain: &[u8]) -> Vec<u8> {
    match coding {
        Coding::Plain => plain.to_vec(),
        Coding::Gzip => gzip(plain),
        Coding::Brotli => brotli(plain),
    }
}

/// Large bodies are feeds, which change often and are mostly asked for as gzip:
/// they are packed quickly, pages well.
fn brotli(plain: &[u8]) -> Vec<u8> {
    const LARGE: usize = 256 * 1024;
    let quality = if plain.len() > LARGE { 5 } else { 10 };
    let mut packed = Vec::with_capacity(plain.len() / 4);
    let mut writer = brotli::CompressorWriter::new(&mut packed, 16 * 1024, quality, 22);
    let written = writer.write_all(plain).and_then(|()| writer.flush());
    debug_assert!(written.is_ok(), "memory takes every byte");
    drop(writer);
    packed
}

fn gzip(plain: &[u8]) -> Vec<u8> {
    let packed = Vec::with_capacity(plain.len() / 4);
    let mut writer = flate2::write::GzEncoder::new(packed, flate2::Compression::new(6));
    let written = writer.write_all(plain);
    debug_assert!(written.is_ok(), "memory takes every byte");
    writer.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn asking(list: &'static str) -> Coding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, list.parse().unwrap());
        preferred(&headers)
    }

    #[test]
    fn the_asker_decides_and_brotli_wins_a_tie() {
        assert_eq!(preferred(&HeaderMap::new()), Coding::Plain);
        assert_eq!(asking("gzip, deflate, br"), Coding::Brotli);
        assert_eq!(asking("gzip"), Coding::Gzip);
        assert_eq!(asking("br;q=0.5, GZIP;q=0.8"), Coding::Gzip);
        assert_eq!(asking("br;q=0, gzip;q=0.0"), Coding::Plain);
        assert_eq!(asking("brx, identity"), Coding::Plain);
    }

    #[test]
    fn what_was_packed_is_there_again() {
        let text = "Lịch công tác tuần 49. ".repeat(20_000);
        for size in [0, 10, text.len()] {
            let plain = &text.as_bytes()[..size];
            let mut unpacked = Vec::new();
            brotli::Decompressor::new(&brotli(plain)[..], 4096).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, plain);
            unpacked.clear();
            flate2::read::GzDecoder::new(&gzip(plain)[..]).read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, plain);
        }
    }
}
