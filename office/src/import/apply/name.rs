//! The keys under which rows name each other.

use crate::export;
use std::collections::HashMap;

/// What a key leads to.
pub(super) enum Found {
    /// A row with this number.
    Here(i64),
    /// A row of the file that comes later.
    Coming,
    /// A row of the file that was refused.
    Refused,
    /// Nothing.
    Nowhere,
}

enum State {
    Here(i64),
    Coming,
    Refused,
}

/// Keys, read without regard to case, marks and spaces.
pub(super) struct Names(HashMap<String, State>);

impl Names {
    pub(super) fn of(known: impl IntoIterator<Item = (String, i64)>) -> Self {
        Self(known.into_iter().map(|(name, id)| (export::key(&name), State::Here(id))).collect())
    }

    /// Things without a key of their own: those that an export gives them.
    pub(super) fn numbered<'a>(known: impl IntoIterator<Item = (i64, &'a str)>) -> Self {
        Self::of(export::keys(known).into_iter().map(|(id, key)| (key, id)))
    }

    /// Rows of the file come before what was there. Returns the rows whose key another
    /// row has.
    pub(super) fn expect(&mut self, keys: impl IntoIterator<Item = String>) -> Vec<usize> {
        let mut twice = Vec::new();
        for (at, name) in keys.into_iter().enumerate() {
            let key = export::key(&name);
            if matches!(self.0.get(&key), Some(State::Coming)) {
                twice.push(at);
            } else {
                self.0.insert(key, State::Coming);
            }
        }
        twice
    }

    /// The row of this key was put down under a number, or refused.
    pub(super) fn put(&mut self, name: &str, id: Option<i64>) {
        self.0.insert(export::key(name), id.map_or(State::Refused, State::Here));
    }

    pub(super) fn find(&self, name: &str) -> Found {
        match self.0.get(&export::key(name)) {
            Some(State::Here(id)) => Found::Here(*id),
            Some(State::Coming) => Found::Coming,
            Some(State::Refused) => Found::Refused,
            None => Found::Nowhere,
        }
    }
}

/// The key of each row: its own, or the one that an export would give it.
pub(super) fn own_keys<T>(rows: &[T], key_and_name: impl Fn(&T) -> (&String, &String)) -> Vec<String> {
    let nameless = rows.iter().enumerate().filter(|(_, row)| key_and_name(row).0.trim().is_empty());
    let given = export::keys(nameless.map(|(at, row)| (at as i64, key_and_name(row).1.as_str())));
    rows.iter()
        .enumerate()
        .map(|(at, row)| given.get(&(at as i64)).cloned().unwrap_or_else(|| key_and_name(row).0.clone()))
        .collect()
}
