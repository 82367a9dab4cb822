//! The days below the window are laid out while nothing else is to be done, so that little
//! of it is left for the frame in which a day comes into sight under something that is
//! carried. They stay out of every other frame: the style sheet hides them until then.

use crate::dom::among;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};
use std::cell::RefCell;
use std::vec::IntoIter;

/// The head of each day that the style sheet leaves for when it is seen.
const UNSEEN: &str = ".board tbody:nth-of-type(n+3) .day";

/// Lays out what is not seen yet of the board as it is drawn now. A browser that does not
/// tell when it is idle lays a day out when it is seen.
pub(super) fn lay_out() {
    lay_out_next(among(UNSEEN).into_iter());
}

fn lay_out_next(waiting: IntoIter<Element>) {
    // The browser calls it once, and says only that it may call.
    let waiting = RefCell::new(waiting);
    let next = move || {
        let Some(head) = waiting.borrow_mut().next() else { return };
        // Asking for its height lays its day out, and a browser keeps what it has laid out.
        let _ = head.dyn_ref::<HtmlElement>().map(HtmlElement::offset_height);
        lay_out_next(waiting.take());
    };
    let _ = request_idle_callback_with_handle(next);
}
