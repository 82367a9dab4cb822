//! Finished answers, kept until something that readers can see changes.
//!
//! An answer is valid for one stamp of the office and one day. A hit touches no
//! database and copies nothing but headers; a miss is made once, however many
//! wait for it. The number and the bytes of what is kept are bounded, so that
//! walking through all weeks cannot fill the memory.

mod answer;
mod coding;
mod condition;

pub use answer::Answer;
pub use condition::is_fresh;

use axum::body::Body;
use axum::http::{HeaderMap, Response};
use chrono::NaiveDate;
use domain::Locale;
use office::Office;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use tokio::sync::OnceCell;

/// Answers that are kept at most, and the bytes of all of them together.
const NUMBER: usize = 512;
const BYTES: usize = 16 * 1024 * 1024;

/// What an answer depends on besides its address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    stamp: i64,
    today: NaiveDate,
}

impl Moment {
    /// The present moment of this office.
    pub fn of(office: &Office) -> Self {
        Self { stamp: office.stamp(), today: office.today() }
    }
}

/// The shelf of finished answers, by language and address.
#[derive(Default)]
pub struct Cache {
    shelves: [RwLock<HashMap<Box<str>, Arc<Slot>>>; 2],
}

struct Slot {
    moment: Moment,
    answer: OnceCell<Arc<Answer>>,
    used: AtomicBool,
}

impl Slot {
    /// Itself, unless it is no longer true; it has been of use then.
    fn true_at(self: &Arc<Self>, moment: Moment) -> Option<&Arc<Self>> {
        if self.moment != moment {
            return None;
        }
        // Written only when it changes: all processors read this.
        if !self.used.load(Ordering::Relaxed) {
            self.used.store(true, Ordering::Relaxed);
        }
        Some(self)
    }
}

impl Cache {
    /// What is sent at once to whoever asked with these headers: the answer for
    /// an address when it is there, packed as asked for, and still true.
    pub fn respond(
        &self,
        address: &str,
        locale: Locale,
        moment: Moment,
        asked: &HeaderMap,
    ) -> Option<Response<Body>> {
        let shelf = self.shelf(locale).read().unwrap_or_else(PoisonError::into_inner);
        shelf.get(address)?.true_at(moment)?.answer.get()?.ready(asked)
    }

    /// The answer for an address; made by `make` if it must be. A refusal of
    /// `make` is not kept.
    ///
    /// # Errors
    /// What `make` fails with.
    pub async fn find_or<E>(
        &self,
        address: &str,
        locale: Locale,
        moment: Moment,
        make: impl AsyncFnOnce() -> Result<Answer, E>,
    ) -> Result<Arc<Answer>, E> {
        let slot = match self.slot(address, locale, moment) {
            Some(slot) => slot,
            None => self.open(address, locale, moment),
        };
        let made = slot.answer.get_or_try_init(async || make().await.map(Arc::new)).await;
        if made.is_err() {
            self.forget(address, locale, &slot);
        }
        made.cloned()
    }

    fn slot(&self, address: &str, locale: Locale, moment: Moment) -> Option<Arc<Slot>> {
        let shelf = self.shelf(locale).read().unwrap_or_else(PoisonError::into_inner);
        shelf.get(address)?.true_at(moment).cloned()
    }

    fn open(&self, address: &str, locale: Locale, moment: Moment) -> Arc<Slot> {
        let mut shelf = self.shelf(locale).write().unwrap_or_else(PoisonError::into_inner);
        if let Some(slot) = shelf.get(address).filter(|slot| slot.moment == moment) {
            return Arc::clone(slot);
        }
        make_room(&mut shelf, moment);
        let slot = Arc::new(Slot { moment, answer: OnceCell::new(), used: AtomicBool::new(true) });
        shelf.insert(address.into(), Arc::clone(&slot));
        slot
    }

    fn forget(&self, address: &str, locale: Locale, slot: &Arc<Slot>) {
        let mut shelf = self.shelf(locale).write().unwrap_or_else(PoisonError::into_inner);
        if shelf.get(address).is_some_and(|kept| Arc::ptr_eq(kept, slot)) {
            shelf.remove(address);
        }
    }

    fn shelf(&self, locale: Locale) -> &RwLock<HashMap<Box<str>, Arc<Slot>>> {
        &self.shelves[usize::from(locale == Locale::En)]
    }
}

/// First goes what is no longer true, then what nobody asked for since the last
/// time room was made, then anything.
fn make_room(shelf: &mut HashMap<Box<str>, Arc<Slot>>, moment: Moment) {
    if fits(shelf) {
        return;
    }
    shelf.retain(|_, slot| slot.moment == moment);
    if !fits(shelf) {
        shelf.retain(|_, slot| slot.used.swap(false, Ordering::Relaxed));
    }
    while !fits(shelf) {
        let Some(any) = shelf.keys().next().cloned() else {
            return;
        };
        shelf.remove(&any);
    }
}

fn fits(shelf: &HashMap<Box<str>, Arc<Slot>>) -> bool {
    // Both languages share the bounds.
    let bytes: usize = shelf.values().filter_map(|slot| slot.answer.get()).map(|a| a.weight()).sum();
    shelf.len() < NUMBER / 2 && bytes < BYTES / 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;
    use std::convert::Infallible;
    use std::sync::atomic::AtomicUsize;

    fn moment(stamp: i64) -> Moment {
        Moment { stamp, today: NaiveDate::from_ymd_opt(2026, 12, 4).unwrap() }
    }

    fn answer(text: &str) -> Answer {
        Answer::new(HeaderMap::new(), HeaderValue::from_static("W/\"x\""), None, text.to_owned().into())
    }

    async fn put(cache: &Cache, address: &str, stamp: i64, size: usize) {
        let make = async || Ok::<_, Infallible>(answer(&"x".repeat(size)));
        cache.find_or(address, Locale::Vi, moment(stamp), make).await.unwrap();
    }

    #[tokio::test]
    async fn an_answer_is_true_for_its_stamp_and_language_only() {
        let cache = Cache::default();
        put(&cache, "/", 1, 10).await;
        let there = |locale, stamp| cache.respond("/", locale, moment(stamp), &HeaderMap::new()).is_some();
        assert!(there(Locale::Vi, 1));
        assert!(!there(Locale::En, 1) && !there(Locale::Vi, 2));
    }

    #[tokio::test]
    async fn who_waits_for_the_same_answer_shares_it() {
        let (cache, made) = (Arc::new(Cache::default()), Arc::new(AtomicUsize::new(0)));
        let ask = || {
            let (cache, made) = (Arc::clone(&cache), Arc::clone(&made));
            tokio::spawn(async move {
                let make = async || {
                    tokio::task::yield_now().await;
                    made.fetch_add(1, Ordering::SeqCst);
                    Ok::<_, Infallible>(answer("page"))
                };
                cache.find_or("/", Locale::Vi, moment(1), make).await.unwrap();
            })
        };
        let asked: Vec<_> = (0..20).map(|_| ask()).collect();
        for one in asked {
            one.await.unwrap();
        }
        assert_eq!(made.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn a_refusal_is_not_kept() {
        let cache = Cache::default();
        let refused = cache.find_or("/", Locale::Vi, moment(1), async || Err("no")).await;
        assert!(refused.is_err());
        assert!(cache.shelf(Locale::Vi).read().unwrap().is_empty());
    }

    #[tokio::test]
    async fn neither_number_nor_bytes_grow_without_end() {
        let cache = Cache::default();
        for n in 0..2 * NUMBER {
            put(&cache, &format!("/weeks/{n}"), 1, 10).await;
        }
        assert!(cache.shelf(Locale::Vi).read().unwrap().len() <= NUMBER / 2);
        for n in 0..40 {
            put(&cache, &format!("/feeds/{n}"), 2, 1_000_000).await;
        }
        let shelf = cache.shelf(Locale::Vi).read().unwrap();
        let bytes: usize = shelf.values().map(|s| s.answer.get().unwrap().weight()).sum();
        assert!(bytes <= BYTES / 2 + 1_000_000, "{bytes}");
        assert!(shelf.values().all(|slot| slot.moment == moment(2)));
    }
}
