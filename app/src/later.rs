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

/// Does some work in a turn of its own, unless what surrounds it has gone by then.
#[cfg(feature = "hydrate")]
pub use piece::soon;

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

    pub fn soon(work: impl FnOnce() + 'static) {
        let owner = Owner::current();
        let gone = Rc::new(Cell::new(false));
        let is_gone = StoredValue::new_local(Rc::clone(&gone));
        on_cleanup(move || is_gone.with_value(|gone| gone.set(true)));
        WAITING.set(WAITING.get() + 1);
        set_timeout(
            move || {
                WAITING.set(WAITING.get() - 1);
                match owner {
                    _ if gone.get() => {}
                    Some(owner) => owner.with(work),
                    None => work(),
                }
            },
            Duration::ZERO,
        );
    }

    /// The view, not made yet.
    pub struct Later(Box<dyn FnOnce() -> AnyView + Send>);

    impl Later {
        pub fn of(view: impl FnOnce() -> AnyView + Send + 'static) -> Self {
            Self(Box::new(view))
        }
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
            LaterState(Rc::new(RefCell::new(Piece::Taken((self.0)().build()))))
        }

        fn rebuild(self, state: &mut LaterState) {
            let mut piece = state.0.borrow_mut();
            match &mut *piece {
                Piece::Taken(state) => (self.0)().rebuild(state),
                Piece::Written(element) => {
                    let mut fresh = (self.0)().build();
                    element.insert_before_this(&mut fresh);
                    element.remove();
                    *piece = Piece::Taken(fresh);
                }
            }
        }
    }

    impl RenderHtml for Later {
        type AsyncOutput = AnyView;
        type Owned = Self;

        const MIN_LENGTH: usize = 0;

        fn dry_resolve(&mut self) {}

        async fn resolve(self) -> AnyView {
            (self.0)()
        }

        fn to_html_with_buf(
            self,
            buf: &mut String,
            position: &mut Position,
            escape: bool,
            mark_branches: bool,
            extra_attrs: Vec<AnyAttribute>,
        ) {
            (self.0)().to_html_with_buf(buf, position, escape, mark_branches, extra_attrs);
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
                let state = (self.0)().hydrate::<FROM_SERVER>(cursor, position);
                return LaterState(Rc::new(RefCell::new(Piece::Taken(state))));
            };
            position.set(Position::NextChild);
            let piece = Rc::new(RefCell::new(Piece::Written(element)));
            let there = Rc::downgrade(&piece);
            soon(move || {
                let Some(piece) = there.upgrade() else { return };
                let element = match &*piece.borrow() {
                    Piece::Written(element) => element.clone(),
                    Piece::Taken(_) => return,
                };
                let (cursor, position) = (Cursor::new(element), PositionState::new(Position::Current));
                let state = (self.0)().hydrate::<FROM_SERVER>(&cursor, &position);
                piece.replace(Piece::Taken(state));
            });
            LaterState(piece)
        }

        fn into_owned(self) -> Self {
            self
        }
    }
}
