//! The panel beside a list: its frame, its buttons, and what it says when a row
//! was saved or is not there.

use crate::fields::DEED;
use crate::list::use_saved;
use crate::parts::{Icon, Notice, RefusalNotice};
use crate::send::Sending;
use crate::visit::say;
use domain::Word;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

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
    view! {
        <aside class="panel" aria-labelledby="panel-title">
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

/// The buttons below a form.
#[component]
pub fn Feet(
    /// The address without the panel.
    #[prop(into)]
    close: Signal<String>,
    /// Whether the form is on its way.
    busy: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <footer>
            <button class="button" data-kind="primary" aria-busy=move || busy.get().to_string()>
                <Icon name="check"/>
                {say(SAVE)}
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
