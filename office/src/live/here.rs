//! Who is on which week, as far as this process knows.
//!
//! Of its own streams it knows exactly; of those of other processes it was told, and
//! whoever has not been spoken of for a while is gone with their process.

use domain::AccountId;
use domain::calendar::week::IsoWeek;
use domain::schedule::Present;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

#[derive(Debug)]
struct Seen {
    /// Streams of this process.
    own: u32,
    heard: Instant,
}

/// The people on all weeks.
#[derive(Debug, Default)]
pub(super) struct Here {
    weeks: BTreeMap<IsoWeek, BTreeMap<AccountId, Seen>>,
    names: HashMap<AccountId, String>,
    versions: HashMap<IsoWeek, i32>,
}

impl Here {
    /// One more stream of this process; whether it is a new person for everybody.
    pub(super) fn open(&mut self, week: IsoWeek, who: Present, now: Instant) -> bool {
        self.names.insert(who.account, who.name);
        let seen = self.weeks.entry(week).or_default();
        let is_new = !seen.contains_key(&who.account);
        seen.entry(who.account).or_insert(Seen { own: 0, heard: now }).own += 1;
        is_new
    }

    /// One stream less; whether the person is gone with it.
    pub(super) fn close(&mut self, week: IsoWeek, account: AccountId) -> bool {
        let Some(seen) = self.weeks.get_mut(&week).and_then(|week| week.get_mut(&account)) else {
            return false;
        };
        seen.own = seen.own.saturating_sub(1);
        seen.own == 0 && self.forget(week, account)
    }

    /// Another process has this person; whether that is new.
    pub(super) fn heard_of(&mut self, week: IsoWeek, account: AccountId, now: Instant) -> bool {
        let seen = self.weeks.entry(week).or_default();
        match seen.get_mut(&account) {
            Some(known) => {
                known.heard = now;
                false
            }
            None => {
                seen.insert(account, Seen { own: 0, heard: now });
                true
            }
        }
    }

    /// Takes somebody from a week; whether they were on it.
    pub(super) fn forget(&mut self, week: IsoWeek, account: AccountId) -> bool {
        let Some(seen) = self.weeks.get_mut(&week) else { return false };
        let was_here = seen.remove(&account).is_some();
        if seen.is_empty() {
            self.weeks.remove(&week);
            self.versions.remove(&week);
        }
        was_here
    }

    /// Forgets those of other processes who have not been spoken of for so long;
    /// the weeks that they were on.
    pub(super) fn expire(&mut self, now: Instant, after: Duration) -> Vec<IsoWeek> {
        let mut left = Vec::new();
        for (week, seen) in &self.weeks {
            let gone = |seen: &&Seen| seen.own == 0 && now.duration_since(seen.heard) > after;
            let accounts = seen.iter().filter(|(_, seen)| gone(seen)).map(|(account, _)| *account);
            left.extend(accounts.map(|account| (*week, account)));
        }
        left.into_iter()
            .filter(|(week, account)| self.forget(*week, *account))
            .map(|(week, _)| week)
            .collect()
    }

    pub(super) fn is_own(&self, week: IsoWeek, account: AccountId) -> bool {
        self.weeks.get(&week).and_then(|week| week.get(&account)).is_some_and(|seen| seen.own > 0)
    }

    /// The accounts with streams of this process on a week.
    pub(super) fn own(&self, week: IsoWeek) -> Vec<AccountId> {
        let seen = self.weeks.get(&week).into_iter().flatten();
        seen.filter(|(_, seen)| seen.own > 0).map(|(account, _)| *account).collect()
    }

    pub(super) fn all_own(&self) -> Vec<(IsoWeek, AccountId)> {
        self.weeks().flat_map(|week| self.own(week).into_iter().map(move |account| (week, account))).collect()
    }

    pub(super) fn weeks(&self) -> impl Iterator<Item = IsoWeek> + '_ {
        self.weeks.keys().copied()
    }

    /// Whether a stream of this process follows the week.
    pub(super) fn is_followed(&self, week: IsoWeek) -> bool {
        self.weeks.get(&week).is_some_and(|week| week.values().any(|seen| seen.own > 0))
    }

    /// Whether followers have not heard of this version of the week yet.
    pub(super) fn is_new(&mut self, week: IsoWeek, version: i32) -> bool {
        self.versions.insert(week, version) != Some(version)
    }

    /// Those on a week whose names are not known yet.
    pub(super) fn nameless(&self, week: IsoWeek) -> Vec<AccountId> {
        let accounts = self.weeks.get(&week).into_iter().flat_map(BTreeMap::keys);
        accounts.filter(|account| !self.names.contains_key(account)).copied().collect()
    }

    pub(super) fn name(&mut self, account: AccountId, name: String) {
        self.names.insert(account, name);
    }

    /// The people on a week, always in the same order.
    pub(super) fn people(&self, week: IsoWeek) -> Arc<[Present]> {
        let accounts = self.weeks.get(&week).into_iter().flat_map(BTreeMap::keys);
        accounts
            .map(|account| Present {
                account: *account,
                name: self.names.get(account).cloned().unwrap_or_default(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn present(account: i64) -> Present {
        Present { account: AccountId(account), name: format!("Nguyễn Văn {account}") }
    }

    #[test]
    fn a_person_with_two_tabs_is_here_until_the_second_is_closed() {
        let (week, now) = ("2026-W49".parse().unwrap(), Instant::now());
        let mut here = Here::default();
        assert!(here.open(week, present(1), now));
        assert!(!here.open(week, present(1), now));
        assert!(here.open(week, present(2), now));
        assert_eq!(here.people(week).as_ref(), [present(1), present(2)]);
        assert!(!here.close(week, AccountId(1)));
        assert!(here.close(week, AccountId(1)));
        assert!(!here.close(week, AccountId(1)));
        assert_eq!(here.people(week).as_ref(), [present(2)]);
        assert!(here.close(week, AccountId(2)));
        assert_eq!(here.weeks().count(), 0);
    }

    #[test]
    fn people_of_a_process_that_died_are_gone_after_a_while() {
        let (week, begin) = ("2026-W49".parse().unwrap(), Instant::now());
        let after = |seconds| begin + Duration::from_secs(seconds);
        let mut here = Here::default();
        here.open(week, present(1), begin);
        assert!(here.heard_of(week, AccountId(5), begin));
        assert_eq!(here.nameless(week), [AccountId(5)]);
        here.name(AccountId(5), "Trần Thị 5".into());
        assert!(!here.heard_of(week, AccountId(5), after(40)));
        assert!(here.expire(after(85), Duration::from_secs(45)).is_empty());
        assert_eq!(here.expire(after(86), Duration::from_secs(45)), [week]);
        assert_eq!(here.people(week).as_ref(), [present(1)], "one's own streams never expire");
    }
}
