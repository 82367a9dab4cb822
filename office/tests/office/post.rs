//! A letter leaves the Office: into a folder, and through a relay.

mod relay;

use chrono::{DateTime, Utc};
use office::post::{Postman, test_letter};
use relay::Relay;
use std::path::PathBuf;

const FROM: &str = "Giao Ban <lich@minhgiang.example>";
const URL: &str = "https://lich.minhgiang.example";
const TO: &str = "can.bo@minhgiang.example";

fn now() -> DateTime<Utc> {
    "2026-12-04T10:10:00Z".parse().expect("a moment")
}

fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("giaoban-post-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// The headers with their folds undone, and the text.
fn read(letter: &str) -> (Vec<(String, String)>, String) {
    let (head, body) = letter.split_once("\r\n\r\n").expect("headers and a text");
    let headers = head
        .replace("\r\n ", " ")
        .split("\r\n")
        .map(|line| line.split_once(": ").expect("a header"))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    (headers, body.to_owned())
}

fn assert_a_proper_letter(letter: &str) {
    assert!(letter.is_ascii(), "no raw 8-bit header or text");
    assert!(letter.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])));
    let (headers, body) = read(letter);
    let the = |name: &str| {
        let found: Vec<_> = headers.iter().filter(|(n, _)| n == name).map(|(_, v)| v.as_str()).collect();
        let [value] = found.as_slice() else { panic!("{name} {} times", found.len()) };
        (*value).to_owned()
    };
    assert_eq!(the("date"), "Fri, 04 Dec 2026 10:10:00 +0000");
    assert_eq!(the("from"), "\"Giao Ban\" <lich@minhgiang.example>");
    assert_eq!(the("to"), TO);
    assert_eq!(the("mime-version"), "1.0");
    assert!(the("message-id").ends_with("@lich.minhgiang.example>"), "{}", the("message-id"));
    assert_eq!(the("auto-submitted"), "auto-generated");
    assert_eq!(the("x-auto-response-suppress"), "OOF, AutoReply");
    assert!(the("subject").split(' ').all(|w| w.len() <= 75), "encoded words are short");
    assert!(!headers.iter().any(|(n, _)| n == "bcc"));
    assert_eq!(the("content-transfer-encoding"), "base64");
    let text = decoded(&body);
    assert!(text.contains("gửi Thứ Sáu, 04/12/2026, lúc 17:10"), "{text}");
    assert!(text.contains(URL) && text.contains("Nhận được thư này"), "{text}");
}

fn decoded(body: &str) -> String {
    use base64::Engine as _;
    let joined: String = body.split_whitespace().collect();
    let bytes = base64::engine::general_purpose::STANDARD.decode(joined).expect("base64");
    String::from_utf8(bytes).expect("UTF-8")
}

#[tokio::test]
async fn a_folder_keeps_letters_as_files() {
    let folder = folder("kept");
    let postman = Postman::open(&format!("file://{}", folder.display()), FROM, URL).expect("a postman");
    postman.look().await.expect("the folder is made");
    for _ in 0..2 {
        postman.send(test_letter(&postman, TO, now()).expect("a letter")).await.expect("sent");
    }
    let letters: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder").map(|f| f.unwrap().path()).collect();
    assert_eq!(letters.len(), 2);
    for letter in letters {
        assert_eq!(letter.extension().and_then(|e| e.to_str()), Some("eml"));
        assert_a_proper_letter(&std::fs::read_to_string(letter).expect("a letter"));
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[tokio::test]
async fn a_relay_gets_the_letter_with_its_envelope() {
    let relay = Relay::that_says("250 2.0.0 queued as 17");
    let postman = Postman::open(&format!("smtp://{}", relay.address()), FROM, URL).expect("a postman");
    let answer = postman.send(test_letter(&postman, TO, now()).expect("a letter")).await.expect("sent");
    assert_eq!(answer, "250 2.0.0 queued as 17");
    let heard = relay.heard();
    assert_eq!(heard.commands[0], "EHLO lich.minhgiang.example");
    assert!(heard.commands[1].starts_with("MAIL FROM:<lich@minhgiang.example>"), "{:?}", heard.commands);
    assert_eq!(heard.commands[2], format!("RCPT TO:<{TO}>"));
    assert_a_proper_letter(&heard.letter);
}

#[tokio::test]
async fn what_the_relay_says_against_a_letter_is_heard() {
    let relay = Relay::that_says("554 5.7.1 not from here");
    let postman = Postman::open(&format!("smtp://{}", relay.address()), FROM, URL).expect("a postman");
    let said = postman.send(test_letter(&postman, TO, now()).expect("a letter")).await.expect_err("refused");
    assert!(said.to_string().contains("not from here"), "{said}");
}

#[test]
fn a_way_that_leads_nowhere_is_named_and_no_password_travels_openly() {
    for (way, why) in [
        ("relay.example", "must begin with smtp://"),
        ("http://relay.example", "must begin with smtp://"),
        ("file://", "must begin with smtp://"),
        ("smtp://u:bi-mat@relay.example", "open line"),
        ("smtp://u:bi-mat@relay.example:587", "open line"),
        ("smtp://", "host"),
    ] {
        let said = Postman::open(way, FROM, URL).expect_err(way).to_string();
        assert!(said.contains(why) && !said.contains("bi-mat"), "{way}: {said}");
    }
    for way in
        ["smtps://u:p@relay.example", "smtp://u:p@127.0.0.1:2525", "smtp://u:p@relay.example?tls=required"]
    {
        assert!(Postman::open(way, FROM, URL).is_ok(), "{way}");
    }
    let said = Postman::open("file:///tmp", "không phải địa chỉ", URL).expect_err("no sender").to_string();
    assert!(said.starts_with("GIAOBAN_MAIL_FROM="), "{said}");
}
