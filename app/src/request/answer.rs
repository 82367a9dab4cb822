//! The short forms: one reason, one button.

use super::api;
use super::page::PATH;
use super::words::*;
use crate::control::{Form, Hidden, Line};
use crate::fields::Fields;
use crate::list::address;
use crate::panel::Panel;
use crate::parts::{Field, Icon, RefusalNotice};
use crate::refused::Answer as Answered;
use crate::visit::say;
use domain::request::Request;
use domain::{RequestId, Word};
use leptos::prelude::*;

/// What is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// By the unit: it wants it no more.
    Withdraw,
    /// By the Office: complete it.
    Return,
    /// By the Office: no.
    Refuse,
}

impl Answer {
    fn deed(self) -> &'static str {
        match self {
            Answer::Withdraw => "request.withdraw",
            Answer::Return => "request.return",
            Answer::Refuse => "request.refuse",
        }
    }

    fn words(self) -> (Word, Word) {
        match self {
            Answer::Withdraw => (WITHDRAW, WITHDRAW_HINT),
            Answer::Return => (RETURN, RETURN_HINT),
            Answer::Refuse => (REFUSE, REFUSE_HINT),
        }
    }

    async fn send(self, id: RequestId, seen: i32, reason: String) -> Answered<Request> {
        match self {
            Answer::Withdraw => api::withdraw_request(id, seen, reason).await,
            Answer::Return => api::return_request(id, seen, reason).await,
            Answer::Refuse => api::refuse_request(id, seen, reason).await,
        }
    }
}

/// The panel of one answer; `back` is the query of the list, `about` tells the
/// request once more.
pub fn answer(
    request: &Request,
    answer: Answer,
    back: String,
    about: AnyView,
    saved: impl Fn(Request) + Clone + Send + 'static,
) -> AnyView {
    let id = request.id;
    let form = Form::of(answer.deed(), Some(id.0), request.version);
    let (issues, sending) = (form.issues, form.sending);
    let typed = form.typed.as_ref().map(|f| f.text("reason")).unwrap_or_default();
    let (button, hint) = answer.words();
    let to = address(PATH, &format!("edit={id}"), &back);
    let after = address(PATH, &format!("saved={id}"), &back);
    let navigate = sending.onward();
    let send = sending.submit(
        move |fields: Fields| answer.send(id, fields.number("seen"), fields.text("reason")),
        move |request: Request| {
            saved(request);
            navigate(&after, Default::default());
        },
    );
    let (close, kept) = (to.clone(), back);
    view! {
        <Panel title=button note=request.unit_name.clone() close=Signal::derive(move || close.clone())>
            <form class="form" method="post" novalidate on:submit=send>
                <Hidden form back=Signal::derive(move || kept.clone())/>
                <div class="body">
                    <RefusalNotice refusal=sending.refusal/>
                    {about}
                    <p class="soft">{say(hint)}</p>
                    <Field name="reason" issues>
                        <Line name="reason" value=typed issues required=answer != Answer::Withdraw/>
                    </Field>
                </div>
                <footer>
                    <button class="button" data-kind="danger" aria-busy=move || sending.busy.get().to_string()>
                        <Icon name="check"/>
                        {say(button)}
                    </button>
                    <a class="button" href=to>{say(BACK)}</a>
                </footer>
            </form>
        </Panel>
    }
    .into_any()
}
