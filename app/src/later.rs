//! Taking a page over in pieces. A browser compiles each function of ours when it is first
//! called; a whole room at once would hold up what a person types for half a second on a
//! slow machine. What does not matter in the first moment waits for a turn of its own. Until
//! then it is what the server wrote: its links lead, its forms are sent.

use leptos::prelude::*;

/// A part of a page that is taken over in a turn of its own. What it draws is one element,
/// whatever happens later, and asks the server for nothing.
pub fn later(view: impl FnOnce() -> AnyView + Send + 'static) -> AnyView {
    #[cfg(feature = "hydrate")]
    return piece::Later::of(view).into_any();
    #[cfg(not(feature = "hydrate"))]
    view()
}

/// A part of a page that is taken over, like any [`later`] one, when its code has been
/// fetched. It is drawn anew instead when it is not as it was written any more; where there
/// is nothing written yet, an empty element stands for it.
#[cfg(feature = "hydrate")]
pub fn fetched(
    when_fetched: piece::When,
    is_as_written: impl Fn() -> bool + Send + 'static,
    view: impl FnOnce() -> AnyView + Send + 'static,
) -> AnyView {
    piece::Later::fetched(when_fetched, is_as_written, view).into_any()
}

/// Does some work in a turn of its own, unless what surrounds it has gone by then.
#[cfg(feature = "hydrate")]
pub use piece::soon;

/// The work as it is done in such a turn; the page is not whole before.
#[cfg(feature = "hydrate")]
pub use piece::turn;

/// Whether what is drawn now stands on the page already, as the server wrote it.
pub fn is_taking_over() -> bool {
    cfg!(feature = "hydrate") && Owner::current_shared_context().is_some_and(|page| page.during_hydration())
}

/// Whether every piece has been taken over.
#[cfg(feature = "hydrate")]
pub use piece::is_whole;

/// The server writes once, and whole.
#[cfg(not(feature = "hydrate"))]
pub fn soon(_: impl FnOnce() + 'static) {}

#[cfg(feature = "hydrate")]
mod piece {
    use crate::dom::Focused;
    use leptos::prelude::*;
    use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
    use leptos::tachys::hydration::Cursor;
    use leptos::tachys::no_attrs;
    use leptos::tachys::view::any_view::AnyViewState;
    use leptos::tachys::view::{Mountable, Position, PositionState};
    use leptos::wasm_bindgen::JsCast;
    use leptos::web_sys::{Element, Node};
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;
    use std::time::Duration;

    thread_local! {
        static WAITING: Cell<usize> = const { Cell::new(0) };
    }

    pub fn is_whole() -> bool {
        WAITING.get() == 0
    }

    /// Has some work done when what it needs has been fetched.
    pub type When = fn(Box<dyn FnOnce()>);

    pub fn soon(work: impl FnOnce() + 'static) {
        set_timeout(turn(work), Duration::ZERO);
    }

    pub fn turn(work: impl FnOnce() + 'static) -> impl FnOnce() + 'static {
        let owner = Owner::current();
        let gone = Rc::new(Cell::new(false));
        let is_gone = StoredValue::new_local(Rc::clone(&gone));
        on_cleanup(move || is_gone.with_value(|gone| gone.set(true)));
        WAITING.set(WAITING.get() + 1);
        move || {
            WAITING.set(WAITING.get() - 1);
            match owner {
                _ if gone.get() => {}
                Some(owner) => owner.with(work),
                None => work(),
            }
        }
    }

    /// The view, not made yet.
    pub struct Later {
        when_fetched: Option<When>,
        is_as_written: Box<dyn Fn() -> bool + Send>,
        view: Box<dyn FnOnce() -> AnyView + Send>,
    }

    impl Later {
        pub fn of(view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
            Self { when_fetched: None, is_as_written: Box::new(|| true), view: Box::new(view) }
        }

        pub fn fetched(
            when_fetched: When,
            is_as_written: impl Fn() -> bool + Send + 'static,
            view: impl FnOnce() -> AnyView + Send + 'static,
        ) -> Self {
            let (is_as_written, view) = (Box::new(is_as_written), Box::new(view));
            Self { when_fetched: Some(when_fetched), is_as_written, view }
        }

        /// Puts the view where the element is, when its turn comes.
        fn in_place_of(self, element: Element, is_written: bool) -> LaterState {
            let Self { when_fetched, is_as_written, view } = self;
            let piece = Rc::new(RefCell::new(Piece::Written(element)));
            let there = Rc::downgrade(&piece);
            let work = move || {
                let Some(piece) = there.upgrade() else { return };
                let element = match &*piece.borrow() {
                    Piece::Written(element) => element.clone(),
                    Piece::Taken(_) => return,
                };
                let state = if is_written && is_as_written() {
                    let (cursor, position) = (Cursor::new(element), PositionState::new(Position::Current));
                    view().hydrate::<true>(&cursor, &position)
                } else {
                    instead_of(&element, view())
                };
                piece.replace(Piece::Taken(state));
            };
            match when_fetched {
                Some(when_fetched) => when_fetched(Box::new(turn(work))),
                None => soon(work),
            }
            LaterState(piece)
        }
    }

    /// Draws the view anew where the element is; the keyboard stays where it was.
    fn instead_of(element: &Element, view: AnyView) -> AnyViewState {
        let is_inside = document().active_element().is_some_and(|at| element.contains(Some(&at)));
        let focused = is_inside.then(Focused::now);
        let mut fresh = view.build();
        element.insert_before_this(&mut fresh);
        element.remove();
        if let Some(focused) = focused {
            focused.stays();
        }
        fresh
    }

    no_attrs!(Later);

    /// What stands on the page: taken over, or still as the server wrote it.
    enum Piece {
        Taken(AnyViewState),
        Written(Element),
    }

    /// The state of a [`Later`].
    pub struct LaterState(Rc<RefCell<Piece>>);

    impl Mountable for LaterState {
        fn unmount(&mut self) {
            match &mut *self.0.borrow_mut() {
                Piece::Taken(state) => state.unmount(),
                Piece::Written(element) => element.remove(),
            }
        }

        fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
            match &mut *self.0.borrow_mut() {
                Piece::Taken(state) => state.mount(parent, marker),
                Piece::Written(element) => element.mount(parent, marker),
            }
        }

        fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
            match &*self.0.borrow() {
                Piece::Taken(state) => state.insert_before_this(child),
                Piece::Written(element) => element.insert_before_this(child),
            }
        }

        fn elements(&self) -> Vec<Element> {
            match &*self.0.borrow() {
                Piece::Taken(state) => state.elements(),
                Piece::Written(element) => vec![element.clone()],
            }
        }
    }

    impl Render for Later {
        type State = LaterState;

        fn build(self) -> LaterState {
            if self.when_fetched.is_none() {
                return LaterState(Rc::new(RefCell::new(Piece::Taken((self.view)().build()))));
            }
            match document().create_element("span") {
                // Stands for the view until its code is there.
                Ok(place) => self.in_place_of(place, false),
                Err(_) => LaterState(Rc::new(RefCell::new(Piece::Taken(().into_any().build())))),
            }
        }

        fn rebuild(self, state: &mut LaterState) {
            let written = match &mut *state.0.borrow_mut() {
                Piece::Taken(state) => return (self.view)().rebuild(state),
                Piece::Written(element) => element.clone(),
            };
            let mut fresh = self.build();
            written.insert_before_this(&mut fresh);
            written.remove();
            *state = fresh;
        }
    }

    impl RenderHtml for Later {
        type AsyncOutput = AnyView;
        type Owned = Self;

        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> AnyView {
            (self.view)()
        }

        fn to_html_with_buf(
            self,
            buf: &mut String,
            position: &mut Position,
            escape: bool,
            mark_branches: bool,
            extra_attrs: Vec<AnyAttribute>,
        ) {
            (self.view)().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
        }

        fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> LaterState {
            match position.get() {
                Position::Current => {}
                Position::FirstChild => cursor.child(),
                _ => cursor.sibling(),
            }
            let Ok(element) = cursor.current().dyn_into::<Element>() else {
                // Not what the server was to write: the page's own way of saying so.
                position.set(Position::Current);
                let state = (self.view)().hydrate::<FROM_SERVER>(cursor, position);
                return LaterState(Rc::new(RefCell::new(Piece::Taken(state))));
            };
            position.set(Position::NextChild);
            self.in_place_of(element, true)
        }

        fn into_owned(self) -> Self {
            self
        }
    }
}
