//! The panel beside a list: its frame, its buttons, and what it says when a row
//! was saved or is not there.

use crate::dom::focus_when_drawn;
use crate::fields::DEED;
#[cfg(feature = "hydrate")]
use crate::later::is_taking_over;
use crate::list::use_saved;
use crate::parts::{Icon, Notice, RefusalNotice};
use crate::send::Sending;
use crate::visit::say;
use domain::Word;
use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

domain::words! {
    SAVE: "Lưu" | "Save";
    CANCEL: "Thôi" | "Never mind";
    CLOSE: "Đóng" | "Close";
    SAVED: "Đã lưu" | "Saved";
    NO_SUCH_ROW: "Không còn mục này trong danh sách." | "This is not in the list.";
}

/// What was saved last, in words.
#[component]
pub fn Saved(
    /// The name of a row.
    name: impl Fn(i64) -> Option<String> + Send + Sync + 'static,
) -> impl IntoView {
    let saved = use_saved();
    move || {
        saved.get().and_then(&name).map(|name| {
            view! { <Notice tone="green"><p>{say(SAVED)} ": " {name}</p></Notice> }
        })
    }
}

/// The frame of a form beside a list.
#[component]
pub fn Panel(
    /// Its heading.
    title: Word,
    /// A line below the heading.
    #[prop(into)]
    note: String,
    /// The address without the panel.
    #[prop(into)]
    close: Signal<String>,
    /// The form.
    children: Children,
) -> impl IntoView {
    let navigate = use_navigate();
    let opener = come_in();
    let shut = move |event: KeyboardEvent| {
        // Within a word that is being composed the key belongs to the input method.
        if event.key() != "Escape" || event.default_prevented() || event.is_composing() {
            return;
        }
        event.prevent_default();
        // The board listens for the same key.
        event.stop_propagation();
        navigate(&close.get_untracked(), NavigateOptions { scroll: false, ..NavigateOptions::default() });
        if let Some(link) = &opener {
            focus_when_drawn(link.clone());
        }
    };
    view! {
        <aside class="panel" aria-labelledby="panel-title" tabindex="-1" on:keydown=shut>
            <header>
                <div>
                    <h2 id="panel-title">{say(title)}</h2>
                    <small>{note}</small>
                </div>
                <a class="button" data-kind="icon" href=move || close.get() aria-label=say(CLOSE)>
                    <Icon name="close"/>
                </a>
            </header>
            {children()}
        </aside>
    }
}

/// Takes the keyboard into a panel that somebody has opened by a link, and names the link.
/// A panel that is drawn anew after a deed, or that came with the page, takes nothing.
#[cfg(feature = "hydrate")]
fn come_in() -> Option<String> {
    if is_taking_over() {
        return None;
    }
    let at = document().active_element().filter(|at| at.tag_name() != "BODY");
    let link = at.as_ref().and_then(|at| at.get_attribute("href"));
    if at.is_none() || link.is_some() {
        focus_when_drawn(".panel");
    }
    link.map(|to| format!("a[href='{to}']"))
}

/// Nobody has a keyboard on the server.
#[cfg(not(feature = "hydrate"))]
fn come_in() -> Option<String> {
    None
}

/// The buttons below a form.
#[component]
pub fn Feet(
    /// The address without the panel.
    #[prop(into)]
    close: Signal<String>,
    /// Whether the form is on its way.
    busy: RwSignal<bool>,
    /// What the form does, where it does more than keep what was typed.
    #[prop(default = SAVE)]
    does: Word,
    /// The icon of that.
    #[prop(default = "check")]
    icon: &'static str,
    /// `danger` for what takes something away.
    #[prop(default = "primary")]
    kind: &'static str,
) -> impl IntoView {
    view! {
        <footer>
            <button class="button" data-kind=kind aria-busy=move || busy.get().to_string()>
                <Icon name=icon/>
                {say(does)}
            </button>
            <a class="button" href=move || close.get()>{say(CANCEL)}</a>
        </footer>
    }
}

/// The form below that of a row: one button takes the row out.
#[component]
pub fn TakeOut<F>(
    /// The verb.
    deed: &'static str,
    /// The row.
    #[prop(into)]
    row: String,
    /// The version that was seen.
    seen: i32,
    /// What the button says.
    word: Word,
    /// The state of the form.
    sending: Sending,
    /// What the browser's program does.
    take: F,
    /// Further fields of the form.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    F: Fn(SubmitEvent) + 'static,
{
    view! {
        <form class="body" method="post" on:submit=take>
            <input type="hidden" name=DEED value=deed/>
            <input type="hidden" name="id" value=row/>
            <input type="hidden" name="seen" value=seen.to_string()/>
            {children.map(|children| children())}
            <RefusalNotice refusal=sending.refusal/>
            <button class="button" data-kind="danger"><Icon name="close"/>{say(word)}</button>
        </form>
    }
}

/// Instead of a form, when the address names a row that is not there.
pub fn no_such_row() -> AnyView {
    view! {
        <aside class="panel">
            <div class="body">
                <Notice tone="amber"><p>{say(NO_SUCH_ROW)}</p></Notice>
                // The same page without its query.
                <p><a class="button" href="?">{say(CLOSE)}</a></p>
            </div>
        </aside>
    }
    .into_any()
}
