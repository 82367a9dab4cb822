//! The files that were chosen: taken from the form or dropped on it, held, let go on and
//! given up. What the browser keeps of each is in `browser/held.rs`, the way of the one
//! that goes in `browser/steps.rs`.

mod held;
mod steps;

use self::held::{HELD, Held, Said, address, forget};
use self::steps::{opened, step};
use super::{Course, Way, Ways};
use domain::file::Owner;
use domain::{Problem, Refusal};
use leptos::ev::{DragEvent, SubmitEvent};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::cell::{Cell, RefCell};
use web_sys::{Element, File, FileList, HtmlInputElement};

thread_local! {
    static NEXT: Cell<u32> = const { Cell::new(1) };
    /// Files that were chosen for a thing that is not there yet.
    static CHOSEN: RefCell<Vec<File>> = const { RefCell::new(Vec::new()) };
    /// Files that wait for the papers of this thing to be shown.
    static HANDED: RefCell<Option<(Owner, Vec<File>)>> = const { RefCell::new(None) };
}

/// Takes the files of the form.
pub(in super::super) fn take_form(ways: Ways, event: &SubmitEvent) -> Result<(), Refusal> {
    let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let said = Said::of(form.as_ref());
    let input = input_of(form.as_ref());
    let files = input.as_ref().map(files_of).unwrap_or_default();
    if files.is_empty() {
        return Err(Refusal::field("file", Problem::Required));
    }
    take(ways, files, said?);
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
        take(ways, listed(&files), Said { replaces: None, ..Said::of(form.as_ref())? });
    }
    Ok(())
}

/// Remembers the files of a form whose thing is about to be made. Without files there
/// is nothing to vouch for.
pub(in super::super) fn choose(event: &SubmitEvent) -> Result<(), Refusal> {
    let form = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let files = input_of(form.as_ref()).as_ref().map(files_of).unwrap_or_default();
    if !files.is_empty() {
        Said::of(form.as_ref())?;
    }
    CHOSEN.set(files);
    Ok(())
}

/// The thing is there: its papers will take the chosen files when they are shown. Says
/// whether there are any.
pub(in super::super) fn hand_over(owner: Owner) -> bool {
    let files = CHOSEN.take();
    let any = !files.is_empty();
    HANDED.set(any.then_some((owner, files)));
    any
}

/// Takes the files that were chosen before this thing was there.
pub(in super::super) fn take_handed(ways: Ways) {
    let own = HANDED.with_borrow_mut(|handed| handed.take_if(|(owner, _)| *owner == ways.owner));
    if let Some((_, files)) = own {
        take(ways, files, Said::default());
    }
}

fn input_of(form: Option<&Element>) -> Option<HtmlInputElement> {
    form?.query_selector("input[type=file]").ok().flatten()?.dyn_into().ok()
}

fn files_of(input: &HtmlInputElement) -> Vec<File> {
    input.files().as_ref().map(listed).unwrap_or_default()
}

fn listed(files: &FileList) -> Vec<File> {
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

fn take(ways: Ways, mut files: Vec<File>, said: Said) {
    // What holds one file takes one at a time.
    if ways.owner.holds_one() {
        files.truncate(1);
    }
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
        let address = address(ways, &file);
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

fn find(ways: Ways, number: u32) -> Option<Way> {
    ways.list.with_untracked(|list| list.iter().find(|way| way.number == number).cloned())
}
