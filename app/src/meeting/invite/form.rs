//! The forms of an answer and of a decision about a deputy.

use super::deed;
use super::words::*;
use crate::control::{Area, Form};
use crate::meeting::act::Act;
use crate::parts::Field;
use crate::visit::say;
use domain::meeting::{AnswerDraft, AnswerStep, Invitee, Who};
use domain::words;
use leptos::prelude::*;

/// The form with a button for each of the steps; `own` says that the person answers for
/// themselves and stays on the page of the own invitation.
pub fn answer_form(invitee: &Invitee, steps: &[AnswerStep], own: bool, again: Callback<()>) -> AnyView {
    let form = Form::of("meeting.answer_invitation", Some(invitee.id.0), invitee.version);
    let issues = form.issues;
    let decides = steps.iter().all(|step| step.is_decision());
    let given = invitee.answers.iter().rfind(|answer| !answer.step.is_decision());
    let shown = match (&form.typed, given.filter(|_| !decides)) {
        (Some(typed), _) => deed::answer(typed),
        (None, Some(given)) => AnswerDraft::of(given),
        (None, None) => AnswerDraft::default(),
    };
    let hint = if matches!(invitee.who, Who::Unit(_)) { COMING_HINT } else { COMING_ALSO };
    let coming = (!decides).then(|| {
        view! {
            <Field name="coming" hint issues>
                <Area name="coming" value=shown.coming issues/>
            </Field>
        }
    });
    let why = if decides { REFUSE_HINT } else { REASON_HINT };
    let buttons = steps.iter().map(|step| {
        let kind = match step {
            AnswerStep::Confirm | AnswerStep::AgreeDeputy => Some("primary"),
            AnswerStep::Decline | AnswerStep::RefuseDeputy => Some("danger"),
            AnswerStep::AskDeputy => None,
        };
        view! {
            <button class="button" data-kind=kind name="step" value=step.code()>{say(words::answer_step(*step))}</button>
        }
    });
    let buttons = buttons.collect_view();
    view! {
        <Act form again class="answer-form">
            {own.then(|| view! { <input type="hidden" name="own" value="yes"/> })}
            <div class="fields">
                {coming}
                <Field name="reason" hint=why issues>
                    <Area name="reason" value=shown.reason issues/>
                </Field>
            </div>
            <p class="buttons">{buttons}</p>
        </Act>
    }
    .into_any()
}
