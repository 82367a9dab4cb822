//! Deeds on the board are carried out one after another, each upon the answer to the
//! one before: whoever presses keys faster than the server answers is not told that
//! their own last change was somebody else's. Until all are answered the browser asks before
//! it leaves the page.

use super::open::Open;
use crate::dom::hold_page;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Poll, Waker};

type Deed = Pin<Box<dyn Future<Output = ()>>>;

#[derive(Default)]
struct Turns {
    waiting: VecDeque<Deed>,
    is_running: bool,
    /// Who waits until all are done.
    after: Vec<Waker>,
}

thread_local! {
    // One tab has one board, and one thread.
    static TURNS: RefCell<Turns> = RefCell::default();
}

/// Carries a deed out when those before it are done, also when its week was left
/// meanwhile. On a week that was left already none begins.
pub(super) fn in_turn(open: Open, deed: impl Future<Output = ()> + 'static) {
    if open.is_left() {
        return;
    }
    let begins = TURNS.with_borrow_mut(|turns| {
        turns.waiting.push_back(Box::pin(open.outlive(deed)));
        !std::mem::replace(&mut turns.is_running, true)
    });
    if begins {
        hold_page(true);
        leptos::task::spawn_local(async {
            while let Some(next) = next() {
                next.await;
            }
            hold_page(false);
        });
    }
}

fn next() -> Option<Deed> {
    let (next, after) = TURNS.with_borrow_mut(|turns| {
        let next = turns.waiting.pop_front();
        turns.is_running = next.is_some();
        let after = if turns.is_running { Vec::new() } else { std::mem::take(&mut turns.after) };
        (next, after)
    });
    after.into_iter().for_each(Waker::wake);
    next
}

/// Waits until every deed is answered; says whether there was one.
pub(super) async fn settled() -> bool {
    let was_running = TURNS.with_borrow(|turns| turns.is_running);
    poll_fn(|context| {
        TURNS.with_borrow_mut(|turns| {
            if turns.is_running {
                turns.after.push(context.waker().clone());
                return Poll::Pending;
            }
            Poll::Ready(())
        })
    })
    .await;
    was_running
}
