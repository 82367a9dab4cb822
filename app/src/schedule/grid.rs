//! The board on the page. It is drawn as text once, by the server or by the browser; after
//! a change only the places are drawn again whose faces are others now, and the rest of the
//! board, with its focus, is left alone.

use super::drawing::Drawing;
use super::face::{Faces, faces};
use super::open::Open;
use super::skeleton::{Skeleton, skeleton};
use crate::later::{is_taking_over, soon};
use leptos::html::Div;
use leptos::prelude::*;

/// The whole board.
pub(super) fn grid(open: Open) -> AnyView {
    let (skeleton, faces) = (skeleton(open), faces(open));
    let here = NodeRef::new();
    let written = open.board.with_untracked(|b| b.week.version);
    let drawn = (!is_taking_over()).then(|| {
        skeleton.with_untracked(|skeleton| {
            faces.with_untracked(|faces| Drawing { open, skeleton, faces }.board())
        })
    });
    soon(move || {
        keep_drawn(open, here, skeleton, faces, written);
        keep_marked(open);
    });
    view! { <div class="board-box" node_ref=here inner_html=drawn></div> }.into_any()
}

/// The server draws once.
#[cfg(not(feature = "hydrate"))]
fn keep_drawn(_: Open, _: NodeRef<Div>, _: Memo<Skeleton>, _: Memo<Faces>, _: i32) {}

#[cfg(not(feature = "hydrate"))]
fn keep_marked(_: Open) {}

/// Draws again what is another now. `written`: the version of the week that stands there.
#[cfg(feature = "hydrate")]
fn keep_drawn(open: Open, here: NodeRef<Div>, skeleton: Memo<Skeleton>, faces: Memo<Faces>, written: i32) {
    use super::dom::cell_of;
    use std::collections::HashSet;
    Effect::new(move |before: Option<(Skeleton, Faces)>| {
        let now = (skeleton.get(), faces.get());
        let drawing = Drawing { open, skeleton: &now.0, faces: &now.1 };
        match &before {
            None if open.board.with_untracked(|b| b.week.version == written) => {}
            Some((skeleton, faces)) if *skeleton == now.0 => {
                let places: HashSet<_> = faces.keys().chain(now.1.keys()).collect();
                for place in places.into_iter().filter(|place| faces.get(place) != now.1.get(place)) {
                    if let Some((cell, inside)) = cell_of(*place).zip(drawing.place(*place)) {
                        cell.set_inner_html(&inside);
                    }
                }
            }
            _ => {
                if let Some(here) = here.get_untracked() {
                    here.set_inner_html(&drawing.board());
                }
            }
        }
        now
    });
}

/// Shows which card the panel is about, and which are chosen.
#[cfg(feature = "hydrate")]
fn keep_marked(open: Open) {
    use super::dom::entry_of;
    use crate::dom::among;
    Effect::new(move |before: Option<()>| {
        let (current, chosen) = (open.panel.get().entry(), open.chosen.get());
        // As they were drawn.
        if before.is_none() {
            return;
        }
        for card in among(".board .card") {
            let Some((id, _)) = entry_of(&card) else { continue };
            let mark = |name: &str, value: &str, is_so: bool| {
                let _ = match is_so {
                    true => card.set_attribute(name, value),
                    false => card.remove_attribute(name),
                };
            };
            mark("aria-current", "true", current == Some(id));
            mark("data-chosen", "", chosen.contains(&id));
        }
    });
}
