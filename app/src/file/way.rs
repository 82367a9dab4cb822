//! The way of a file from this browser to the office, by tus 1.0.0: announced, sent from
//! where the office stands, paused, cut off and gone on with. One goes at a time.
//!
//! The address of what was not finished is kept in the browser: the same file chosen
//! again, even after the page was left, goes on instead of beginning anew.

use domain::Refusal;
use domain::file::Owner;
use leptos::prelude::*;

/// How a file on its way stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Course {
    /// Others go first.
    Waiting,
    /// It goes.
    Sending,
    /// The person holds it.
    Paused,
    /// The line is cut; it will be tried again.
    Lost,
    /// The office does not take it.
    Refused(Refusal),
}

/// A file on its way.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// Its number on this page.
    pub(super) number: u32,
    /// Its name.
    pub(super) name: String,
    /// Its length.
    pub(super) size: u64,
    /// How much has gone.
    pub(super) sent: RwSignal<u64>,
    /// How it stands.
    pub(super) course: RwSignal<Course>,
}

/// All files on their way to one thing.
#[derive(Clone, Copy)]
pub(super) struct Ways {
    /// What they will belong to.
    pub(super) owner: Owner,
    /// The files, those first that go first.
    pub(super) list: RwSignal<Vec<Way>>,
    /// Called with the name of one that was kept.
    pub(super) kept: Callback<String>,
}

impl Ways {
    /// No files yet.
    pub(super) fn to(owner: Owner, kept: Callback<String>) -> Self {
        Self { owner, list: RwSignal::new(Vec::new()), kept }
    }
}

#[cfg(feature = "hydrate")]
mod browser;
#[cfg(feature = "hydrate")]
pub(super) use browser::{
    choose, give_up, go_on, hand_over, leave, pause, take_drop, take_form, take_handed,
};

/// A server sends nothing: the form goes whole.
#[cfg(not(feature = "hydrate"))]
mod nowhere {
    use super::Ways;
    use domain::Refusal;
    use domain::file::Owner;
    use leptos::ev::{DragEvent, SubmitEvent};

    pub(in super::super) fn take_form(_: Ways, _: &SubmitEvent) -> Result<(), Refusal> {
        Ok(())
    }
    pub(in super::super) fn take_drop(_: Ways, _: &DragEvent) -> Result<(), Refusal> {
        Ok(())
    }
    pub(in super::super) fn choose(_: &SubmitEvent) -> Result<(), Refusal> {
        Ok(())
    }
    pub(in super::super) fn hand_over(_: Owner) -> bool {
        false
    }
    pub(in super::super) fn take_handed(_: Ways) {}
    pub(in super::super) fn pause(_: Ways, _: u32) {}
    pub(in super::super) fn go_on(_: Ways, _: u32) {}
    pub(in super::super) fn give_up(_: Ways, _: u32) {}
    pub(in super::super) fn leave(_: Ways) {}
}
#[cfg(not(feature = "hydrate"))]
pub(super) use nowhere::{
    choose, give_up, go_on, hand_over, leave, pause, take_drop, take_form, take_handed,
};
