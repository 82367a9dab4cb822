//! Letters: what is written, with the headers that keep machines from
//! answering (RFC 3834) and a Message-ID of our own.

use super::Postman;
use crate::access::random;
use crate::failure::{Failure, Result};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use domain::Locale;
use domain::calendar::spoken;
use domain::words;
use lettre::Message;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, SinglePart};

/// A letter that only shows that letters arrive.
///
/// # Errors
/// When the address is none.
pub fn test_letter(postman: &Postman, to: &str, now: DateTime<Utc>) -> Result<Message> {
    let here = now.with_timezone(&words::vietnam()).naive_local();
    let text = format!(
        "Kính gửi ông/bà,\n\n\
         Đây là thư thử của hệ thống lịch công tác Giao Ban tại {url}, gửi {date}, lúc {time}.\n\
         Nhận được thư này nghĩa là máy chủ gửi thư đã được cấu hình đúng. \
         Ông/bà không cần trả lời thư này.\n\n\
         Giao Ban\n",
        url = postman.public_url,
        date = spoken::long_date(Locale::Vi, here.date()),
        time = here.format("%H:%M"),
    );
    let to: Mailbox = to.parse().map_err(|e| Failure::Other(format!("{to}: {e}")))?;
    let header = |name: &'static str, value: &str| {
        HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
    };
    Message::builder()
        .from(postman.from.clone())
        .to(to)
        .date(now.into())
        .message_id(Some(format!("<{}@{}>", URL_SAFE_NO_PAD.encode(random::<18>()?), postman.host)))
        .subject("Thư thử từ hệ thống lịch công tác Giao Ban")
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "OOF, AutoReply"))
        .singlepart(SinglePart::builder().header(ContentType::TEXT_PLAIN).body(text))
        .map_err(|e| Failure::Other(format!("the letter cannot be written: {e}")))
}
