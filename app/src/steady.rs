//! A page that stands while what it shows is asked for again: it is drawn once and
//! follows a signal, so that a press is never lost to a list that is drawn anew.

use crate::parts::refused_page;
use crate::refused::{Answer, Refused};
use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;

/// Shows what the server answers. Later answers change the signal only; the page is
/// drawn anew when a refusal comes, or goes.
pub fn steady<T: Clone + PartialEq + Send + Sync + 'static>(
    answers: Resource<Answer<T>>,
    draw: impl Fn(Signal<T>) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    view! {
        <Transition>
            {move || Suspend::new(async move {
                let first = ScopedFuture::new_untracked(async move { answers.await }).await;
                follow(answers, first, draw)
            })}
        </Transition>
    }
    .into_any()
}

fn follow<T: Clone + PartialEq + Send + Sync + 'static>(
    answers: Resource<Answer<T>>,
    first: Answer<T>,
    draw: impl Fn(Signal<T>) -> AnyView + Send + 'static,
) -> AnyView {
    let answer = RwSignal::new(first);
    Effect::new(move |_| {
        if let Some(new) = answers.get().filter(|new| answer.with_untracked(|known| known != new)) {
            answer.set(new);
        }
    });
    let refused: Memo<Option<Refused>> = Memo::new(move |_| answer.with(|a| a.as_ref().err().cloned()));
    let page = move || {
        refused.track();
        match answer.get_untracked() {
            Ok(first) => {
                let shown = RwSignal::new(first);
                Effect::new(move |_| {
                    let new = answer.with(|a| a.as_ref().ok().cloned());
                    if let Some(new) = new.filter(|new| shown.with_untracked(|known| known != new)) {
                        shown.set(new);
                    }
                });
                draw(shown.into())
            }
            Err(refused) => refused_page(&refused.0),
        }
    };
    page.into_any()
}
