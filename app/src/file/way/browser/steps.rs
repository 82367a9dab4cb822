//! The way of a file, step by step: each step is one request, and its answer decides the
//! next one.

use super::held::{HELD, forget, keep, told_of};
use super::next;
use crate::file::way::{Course, Way, Ways};
use domain::Refusal;
use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::time::Duration;
use web_sys::{Blob, ProgressEvent, XmlHttpRequest};

const BEGIN: &str = "/files/uploads";
const SPEAKS: (&str, &str) = ("Tus-Resumable", "1.0.0");
/// The longest wait before a cut line is tried again, in seconds.
const PATIENCE: u64 = 30;

/// Goes on where the office stands, or begins.
pub(super) fn step(ways: Ways, way: Way) {
    way.course.set(Course::Sending);
    match HELD.with_borrow(|all| all.get(&way.number).and_then(|held| held.address.clone())) {
        Some(address) => ask(ways, way, address),
        None => begin(ways, way),
    }
}

fn begin(ways: Ways, way: Way) {
    let Some(told) = HELD.with_borrow(|all| all.get(&way.number).map(|held| told_of(ways, held))) else {
        return;
    };
    let headers = [("Upload-Length", way.size.to_string()), ("Upload-Metadata", told)];
    send(ways, way, "POST", BEGIN, &headers, None, |ways, way, answer| match answer.status() {
        Ok(201) => {
            let Ok(Some(address)) = answer.get_response_header("Location") else { return lost(ways, way) };
            HELD.with_borrow_mut(|all| {
                if let Some(held) = all.get_mut(&way.number) {
                    keep(ways, &held.file, &address);
                    held.address = Some(address.clone());
                }
            });
            push(ways, way, address, 0);
        }
        status => other(ways, way, status.unwrap_or_default(), &answer),
    });
}

fn ask(ways: Ways, way: Way, address: String) {
    let to = address.clone();
    send(ways, way, "HEAD", &address, &[], None, move |ways, way, answer| match answer.status() {
        Ok(200) => push(ways, way, to, offset_of(&answer)),
        Ok(404) => {
            HELD.with_borrow_mut(|all| {
                if let Some(held) = all.get_mut(&way.number) {
                    forget(ways, &held.file);
                    held.address = None;
                }
            });
            begin(ways, way);
        }
        status => other(ways, way, status.unwrap_or_default(), &answer),
    });
}

fn push(ways: Ways, way: Way, address: String, offset: u64) {
    let _ = way.sent.try_set(offset);
    let rest = HELD.with_borrow(|all| {
        all.get(&way.number)?.file.slice_with_f64_and_f64(offset as f64, way.size as f64).ok()
    });
    let Some(rest) = rest else { return };
    let headers = [
        ("Upload-Offset", offset.to_string()),
        ("Content-Type", "application/offset+octet-stream".to_owned()),
    ];
    let to = address.clone();
    send(ways, way, "PATCH", &address, &headers, Some((rest, offset)), move |ways, way, answer| match answer
        .status()
    {
        Ok(204) if offset_of(&answer) == way.size => arrived(ways, &way),
        Ok(204 | 404) => ask(ways, way, to),
        Ok(409) if matches!(refusal(&answer), Refusal::WrongOffset { .. }) => ask(ways, way, to),
        status => other(ways, way, status.unwrap_or_default(), &answer),
    });
}

fn arrived(ways: Ways, way: &Way) {
    if let Some(held) = HELD.with_borrow_mut(|all| all.remove(&way.number)) {
        forget(ways, &held.file);
    }
    let _ = ways.list.try_update(|list| list.retain(|other| other.number != way.number));
    ways.kept.run(way.name.clone());
    next(ways);
}

/// No answer means that the line is cut; any other one is a no.
fn other(ways: Ways, way: Way, status: u16, answer: &XmlHttpRequest) {
    if status == 0 || status == 502 || status == 503 {
        return lost(ways, way);
    }
    let refusal = refusal(answer);
    HELD.with_borrow(|all| {
        // Whoever signs in again can go on.
        if let Some(held) = all.get(&way.number).filter(|_| refusal != Refusal::SignInNeeded) {
            forget(ways, &held.file);
        }
    });
    let _ = way.course.try_set(Course::Refused(refusal));
    next(ways);
}

fn lost(ways: Ways, way: Way) {
    let tries = HELD.with_borrow_mut(|all| {
        let held = all.get_mut(&way.number)?;
        held.tries += 1;
        Some(held.tries)
    });
    let Some(tries) = tries else { return };
    let _ = way.course.try_set(Course::Lost);
    let wait = 2_u64.saturating_pow(tries).min(PATIENCE);
    set_timeout(
        move || {
            if way.course.try_get_untracked() == Some(Course::Lost) {
                step(ways, way);
            }
        },
        Duration::from_secs(wait),
    );
}

fn send(
    ways: Ways,
    way: Way,
    method: &str,
    address: &str,
    headers: &[(&str, String)],
    body: Option<(Blob, u64)>,
    then: impl FnOnce(Ways, Way, XmlHttpRequest) + 'static,
) {
    let Ok(request) = opened(method, address) else { return lost(ways, way) };
    for (name, value) in headers {
        // A header that the browser does not let through is missed by the office, which says so.
        let _ = request.set_request_header(name, value);
    }
    let (number, sent, answer) = (way.number, way.sent, request.clone());
    let ended = Closure::once_into_js(move || then(ways, way, answer));
    request.set_onloadend(Some(ended.unchecked_ref()));
    if let (Some((_, offset)), Ok(upload)) = (&body, request.upload()) {
        let offset = *offset;
        let progress = Closure::<dyn Fn(ProgressEvent)>::new(move |event: ProgressEvent| {
            let _ = sent.try_set(offset + event.loaded() as u64);
        });
        upload.set_onprogress(Some(progress.into_js_value().unchecked_ref()));
    }
    HELD.with_borrow_mut(|all| {
        if let Some(held) = all.get_mut(&number) {
            held.asked = Some(request.clone());
        }
    });
    // What cannot be sent ends with the status of a cut line.
    let _ = match &body {
        Some((body, _)) => request.send_with_opt_blob(Some(body)),
        None => request.send(),
    };
}

/// A request that speaks our version of the protocol.
pub(super) fn opened(method: &str, address: &str) -> Result<XmlHttpRequest, JsValue> {
    let request = XmlHttpRequest::new()?;
    request.open_with_async(method, address, true)?;
    request.set_request_header(SPEAKS.0, SPEAKS.1)?;
    Ok(request)
}

fn offset_of(answer: &XmlHttpRequest) -> u64 {
    let offset = answer.get_response_header("Upload-Offset").ok().flatten();
    offset.and_then(|offset| offset.parse().ok()).unwrap_or_default()
}

fn refusal(answer: &XmlHttpRequest) -> Refusal {
    let text = answer.response_text().ok().flatten().unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|_| match answer.status() {
        Ok(401) => Refusal::SignInNeeded,
        status => Refusal::Broken { reference: format!("HTTP {}", status.unwrap_or_default()) },
    })
}
