//! The way of a file, step by step: each step is one request, and its answer decides the
//! next one.

use super::{Course, Way, Ways};
use domain::{Problem, Refusal};
use leptos::ev::{DragEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::time::Duration;
use web_sys::{Blob, Element, File, FileList, HtmlInputElement, HtmlSelectElement};
use web_sys::{ProgressEvent, Storage, XmlHttpRequest};

const BEGIN: &str = "/files/uploads";
const SPEAKS: (&str, &str) = ("Tus-Resumable", "1.0.0");
/// The longest wait before a cut line is tried again, in seconds.
const PATIENCE: u64 = 30;

/// What the browser holds of a file on its way.
struct Held {
    file: File,
    said: Said,
    address: Option<String>,
    asked: Option<XmlHttpRequest>,
    tries: u32,
}

thread_local! {
    static HELD: RefCell<HashMap<u32, Held>> = RefCell::default();
    static NEXT: Cell<u32> = const { Cell::new(1) };
}

/// What was said of the files beside them.
#[derive(Clone)]
struct Said {
    replaces: Option<String>,
    reason: String,
}

impl Said {
    /// What the form says; refused while it does not say that nothing is a state secret.
    fn of(form: Option<&Element>) -> Result<Self, Refusal> {
        let within = |selector: &str| form?.query_selector(selector).ok().flatten();
        let input = |selector: &str| within(selector)?.dyn_into::<HtmlInputElement>().ok();
        if !input("[name=no_secrets]").is_some_and(|box_| box_.checked()) {
            return Err(Refusal::field("no_secrets", Problem::Required));
        }
        let reason = input("[name=version_reason]").map(|input| input.value());
        if reason.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
            return Err(Refusal::field("version_reason", Problem::Required));
        }
        let select = within("select").and_then(|select| select.dyn_into::<HtmlSelectElement>().ok());
        let replaces = select.map(|select| select.value()).filter(|id| !id.is_empty());
        Ok(Self { replaces, reason: reason.unwrap_or_default() })
    }
}

/// Takes the files of the form.
pub(in super::super) fn take_form(ways: Ways, event: &SubmitEvent) -> Result<(), Refusal> {
    let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let said = Said::of(form.as_ref());
    let input = form.and_then(|form| form.query_selector("input[type=file]").ok().flatten());
    let input = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let files = input.as_ref().and_then(|input| input.files());
    let files = files.filter(|files| files.length() > 0);
    let files = files.ok_or_else(|| Refusal::field("file", Problem::Required))?;
    take(ways, &files, said?);
    if let Some(input) = input {
        input.set_value("");
    }
    Ok(())
}

/// Takes the files that were dropped on the form.
pub(in super::super) fn take_drop(ways: Ways, event: &DragEvent) -> Result<(), Refusal> {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let form = target.and_then(|target| target.closest("form").ok().flatten());
    if let Some(files) = event.data_transfer().and_then(|data| data.files()) {
        take(ways, &files, Said { replaces: None, ..Said::of(form.as_ref())? });
    }
    Ok(())
}

fn take(ways: Ways, files: &FileList, said: Said) {
    // What holds one file takes one at a time.
    let most = if ways.owner.holds_one() { 1 } else { files.length() };
    let files: Vec<File> = (0..files.length().min(most)).filter_map(|at| files.get(at)).collect();
    // Two files cannot both stand in the place of one.
    let replaces = said.replaces.filter(|_| files.len() == 1);
    for file in files {
        let number = NEXT.replace(NEXT.get() + 1);
        let way = Way {
            number,
            name: file.name(),
            size: file.size() as u64,
            sent: RwSignal::new(0),
            course: RwSignal::new(Course::Waiting),
        };
        let address = storage().and_then(|store| store.get_item(&mark(ways, &file)).ok().flatten());
        let said = Said { replaces: replaces.clone(), reason: said.reason.clone() };
        let held = Held { file, said, address, asked: None, tries: 0 };
        HELD.with_borrow_mut(|all| all.insert(number, held));
        ways.list.update(|list| list.push(way));
    }
    next(ways);
}

/// Holds a file.
pub(in super::super) fn pause(ways: Ways, number: u32) {
    if let Some(way) = find(ways, number) {
        way.course.set(Course::Paused);
        stop(number);
        next(ways);
    }
}

/// Lets a file that was held go on, after those that go.
pub(in super::super) fn go_on(ways: Ways, number: u32) {
    if let Some(way) = find(ways, number) {
        way.course.set(Course::Waiting);
        next(ways);
    }
}

/// Gives a file up, here and in the office.
pub(in super::super) fn give_up(ways: Ways, number: u32) {
    stop(number);
    if let Some(held) = HELD.with_borrow_mut(|all| all.remove(&number)) {
        forget(ways, &held.file);
        if let Some(address) = held.address
            && let Ok(request) = opened("DELETE", &address)
        {
            // What does not arrive is swept away after a day.
            let _ = request.send();
        }
    }
    ways.list.update(|list| list.retain(|way| way.number != number));
    next(ways);
}

/// The form is gone: what goes stops, and can be gone on with when it is chosen again.
pub(in super::super) fn leave(ways: Ways) {
    for way in ways.list.try_get_untracked().unwrap_or_default() {
        stop(way.number);
        HELD.with_borrow_mut(|all| all.remove(&way.number));
    }
}

fn stop(number: u32) {
    let asked = HELD.with_borrow_mut(|all| all.get_mut(&number).and_then(|held| held.asked.take()));
    if let Some(asked) = asked {
        // Nobody listens to what comes back now.
        asked.set_onloadend(None);
        let _ = asked.abort();
    }
}

/// Lets the first that waits go, when none goes.
fn next(ways: Ways) {
    let goes = |way: &Way| matches!(way.course.get_untracked(), Course::Sending | Course::Lost);
    let list = ways.list.try_get_untracked().unwrap_or_default();
    if list.iter().any(goes) {
        return;
    }
    if let Some(way) = list.into_iter().find(|way| way.course.get_untracked() == Course::Waiting) {
        step(ways, way);
    }
}

/// Goes on where the office stands, or begins.
fn step(ways: Ways, way: Way) {
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
                    if let Some(store) = storage() {
                        // A full store only costs the comfort.
                        let _ = store.set_item(&mark(ways, &held.file), &address);
                    }
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

fn opened(method: &str, address: &str) -> Result<XmlHttpRequest, leptos::wasm_bindgen::JsValue> {
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

/// What the office is told of a file: names, and their values in Base64.
fn told_of(ways: Ways, held: &Held) -> String {
    let mut told = vec![
        ("filename", held.file.name()),
        ("owner", ways.owner.code().to_owned()),
        ("id", ways.owner.row().to_string()),
        ("no_secrets", "on".to_owned()),
        ("version_reason", held.said.reason.clone()),
    ];
    told.extend(held.said.replaces.clone().map(|id| ("replaces", id)));
    let pair = |(name, value): (&str, String)| {
        let bytes: String = value.bytes().map(char::from).collect();
        format!("{name} {}", window().btoa(&bytes).unwrap_or_default())
    };
    told.into_iter().map(pair).collect::<Vec<_>>().join(",")
}

/// Under which name the address of a file that was not finished is kept.
fn mark(ways: Ways, file: &File) -> String {
    let (owner, row) = (ways.owner.code(), ways.owner.row());
    format!("upload {owner} {row} {} {} {}", file.size(), file.last_modified(), file.name())
}

fn forget(ways: Ways, file: &File) {
    if let Some(store) = storage() {
        let _ = store.remove_item(&mark(ways, file));
    }
}

fn storage() -> Option<Storage> {
    window().local_storage().ok()?
}

fn find(ways: Ways, number: u32) -> Option<Way> {
    ways.list.with_untracked(|list| list.iter().find(|way| way.number == number).cloned())
}
