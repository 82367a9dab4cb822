//! Finding things on the page in a browser: where the keyboard goes on, what a pointer is
//! over. On the server there is nothing to find.

#[cfg(feature = "hydrate")]
use leptos::prelude::{document, request_animation_frame, window};
#[cfg(feature = "hydrate")]
use leptos::wasm_bindgen::JsCast;
#[cfg(feature = "hydrate")]
use leptos::web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement};

/// The first element that a selector finds.
#[cfg(feature = "hydrate")]
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// All elements that a selector finds.
#[cfg(feature = "hydrate")]
pub fn among(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// Gives the focus to an element; says whether there was one.
#[cfg(feature = "hydrate")]
pub fn focus(element: Option<Element>) -> bool {
    element.and_then(|e| e.dyn_into::<HtmlElement>().ok()).is_some_and(|e| e.focus().is_ok())
}

/// Presses a button or a link; says whether there was one.
#[cfg(feature = "hydrate")]
pub fn press(selector: &str) -> bool {
    let element = find(selector).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    element.inspect(HtmlElement::click).is_some()
}

/// There is nothing to press on the server.
#[cfg(not(feature = "hydrate"))]
pub fn press(_: &str) -> bool {
    false
}

/// The card in somebody's hand: a copy of it that follows the pointer, without the
/// `mark` by which the card is known.
#[cfg(feature = "hydrate")]
pub fn ghost(card: &Element, mark: &str) -> Option<HtmlElement> {
    let ghost: HtmlElement = card.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let frame = card.get_bounding_client_rect();
    ghost.class_list().add_1("ghost").ok()?;
    ghost.remove_attribute(mark).ok()?;
    let style = ghost.style();
    for (name, value) in [("left", frame.left()), ("top", frame.top()), ("width", frame.width())] {
        style.set_property(name, &format!("{value}px")).ok()?;
    }
    document().body()?.append_child(&ghost).ok()?;
    card.set_attribute("data-held", "").ok()?;
    Some(ghost)
}

/// Does some work and leaves in the browser's own measurements (User Timing) how long it
/// took the last time.
#[cfg(feature = "hydrate")]
pub fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let clock = window().performance();
    if let Some(clock) = &clock {
        clock.clear_measures_with_measure_name(name);
        // A browser that cannot measure works all the same.
        let _ = clock.mark(name);
    }
    let done = work();
    if let Some(clock) = &clock {
        let _ = clock.measure_with_start_mark(name, name);
        clock.clear_marks_with_mark_name(name);
    }
    done
}

/// Gives the focus to what a selector finds once the page is drawn.
#[cfg(feature = "hydrate")]
pub fn focus_when_drawn(selector: impl Into<String>) {
    let selector = selector.into();
    request_animation_frame(move || {
        focus(find(&selector));
    });
}

/// Nothing has the focus on the server.
#[cfg(not(feature = "hydrate"))]
pub fn focus_when_drawn(_: impl Into<String>) {}

/// The field into which somebody types now, by its id or its name.
#[cfg(feature = "hydrate")]
pub fn typing() -> Option<String> {
    let at = document().active_element()?;
    let is_field = matches!(at.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT");
    let id = Some(at.id()).filter(|id| !id.is_empty());
    is_field.then(|| id.or_else(|| at.get_attribute("name")).unwrap_or_default())
}

/// Nobody types on the server.
#[cfg(not(feature = "hydrate"))]
pub fn typing() -> Option<String> {
    None
}

/// Has whatever follows a field hear of it, as if somebody had changed it.
#[cfg(feature = "hydrate")]
pub fn tell(field: &Element, name: &str) {
    if let Ok(event) = document().create_event("Event") {
        event.init_event_with_bubbles_and_cancelable(name, true, false);
        // A field that was taken away meanwhile has nobody who follows it.
        let _ = field.dispatch_event(&event);
    }
}

/// Has the program hear what was chosen around here before it was there.
#[cfg(feature = "hydrate")]
pub fn tell_chosen(around: &Element) {
    let Ok(list) = around.query_selector_all("select, [type=checkbox]") else { return };
    for field in (0..list.length()).filter_map(|at| list.get(at)?.dyn_into::<Element>().ok()) {
        let select = field.dyn_ref::<HtmlSelectElement>().is_some_and(|select| !select.value().is_empty());
        if select || field.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked) {
            tell(&field, "change");
        }
    }
}

/// Shows which of the buttons around here are chosen that set how pages look. The script of
/// the page does so when the page comes and when one is pressed; these were drawn later.
#[cfg(feature = "hydrate")]
pub fn show_set(around: &Element) {
    let Some(page) = document().document_element() else { return };
    let Ok(list) = around.query_selector_all("[data-set]") else { return };
    for button in (0..list.length()).filter_map(|at| list.get(at)?.dyn_into::<Element>().ok()) {
        let set = button.get_attribute("data-set").unwrap_or_default();
        let Some((name, value)) = set.split_once('=') else { continue };
        let is_so = page.get_attribute(&format!("data-{name}")).unwrap_or_default() == value;
        // A button that cannot be marked sets the same.
        let _ = button.set_attribute("aria-pressed", if is_so { "true" } else { "false" });
    }
}

/// What has the focus, by a mark that outlives a new drawing.
pub struct Focused {
    #[cfg(feature = "hydrate")]
    mark: Option<String>,
}

#[cfg(feature = "hydrate")]
impl Focused {
    /// What has the focus now.
    pub fn now() -> Self {
        let at = document().active_element();
        let named = at.as_ref().map(Element::id).filter(|id| !id.is_empty()).map(|id| format!("[id='{id}']"));
        let link = || at.as_ref()?.get_attribute("href").map(|to| format!("a[href='{to}']"));
        Self { mark: named.or_else(link) }
    }

    /// Gives the focus back once the page is drawn, when something else has got it.
    pub fn stays(self) {
        let Some(mark) = self.mark else { return };
        request_animation_frame(move || {
            let should = find(&mark);
            if should != document().active_element() {
                focus(should);
            }
        });
    }
}

#[cfg(not(feature = "hydrate"))]
impl Focused {
    /// Nothing has the focus on the server.
    pub fn now() -> Self {
        Self {}
    }

    /// Nothing has the focus on the server.
    pub fn stays(self) {}
}

/// Whether the browser asks before it leaves the page, because something is on its way.
#[cfg(feature = "hydrate")]
pub fn hold_page(is_held: bool) {
    use leptos::wasm_bindgen::closure::Closure;
    use leptos::web_sys::Event;
    thread_local! {
        static ASK: Closure<dyn Fn(Event)> = Closure::new(|event: Event| event.prevent_default());
    }
    ASK.with(|ask| window().set_onbeforeunload(is_held.then(|| ask.as_ref().unchecked_ref())));
}

/// The server leaves no page.
#[cfg(not(feature = "hydrate"))]
pub fn hold_page(_: bool) {}
