//! The panels of the letter: what the Office writes into it, and the number under which it
//! goes out.

use super::deed;
use super::words::*;
use crate::control::{Area, Choice, Form, Line};
use crate::meeting::act::Act;
use crate::meeting::choices::named;
use crate::meeting::page::Here;
use crate::meeting::panel::close;
use crate::panel::{Feet, Panel};
use crate::parts::{Field, Icon};
use crate::visit::say;
use domain::meeting::{Dossier, InvitationDraft, People};
use leptos::prelude::*;

/// What the Office writes into the letter.
pub fn write_panel(dossier: &Dossier, people: &People, here: Here) -> AnyView {
    let close = close(dossier.meeting.id);
    let invitation = &people.invitation;
    let form = Form::of("meeting.save_invitation", Some(dossier.meeting.id.0), invitation.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| InvitationDraft::of(&invitation.plan), deed::letter);
    let (persons, signers) = (named(&dossier.offer.persons), named(&dossier.offer.persons));
    view! {
        <Panel title=WRITE note=dossier.meeting.proposal.content.clone() close>
            <Act form again=here.again>
                <div class="body">
                    <div class="fields">
                        <Field name="requirements" hint=ONE_A_LINE issues>
                            <Area name="requirements" value=shown.requirements issues/>
                        </Field>
                        <Field name="contact" issues>
                            <Choice name="contact" options=persons chosen=shown.contact none=NO_CHOICE issues/>
                        </Field>
                        <Field name="contact_phone" issues>
                            <Line name="contact_phone" value=shown.contact_phone issues kind="tel"/>
                        </Field>
                        <Field name="signing" span=6 issues>
                            <Line name="signing" value=shown.signing issues/>
                        </Field>
                        <Field name="signer_title" span=6 issues>
                            <Line name="signer_title" value=shown.signer_title issues/>
                        </Field>
                        <Field name="signer" issues>
                            <Choice name="signer" options=signers chosen=shown.signer none=NO_CHOICE issues/>
                        </Field>
                        <Field name="recipients" hint=ONE_A_LINE issues>
                            <Area name="recipients" value=shown.recipients issues/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// The number, and the button that sends the letter out.
pub fn issue_panel(dossier: &Dossier, people: &People, here: Here) -> AnyView {
    let close = close(dossier.meeting.id);
    let meeting = &dossier.meeting;
    if people.is_told() {
        return view! {
            <Panel title=ISSUE_AGAIN note=meeting.proposal.content.clone() close>
                <p class="body">{say(NOTHING_NEW)}</p>
            </Panel>
        }
        .into_any();
    }
    let form = Form::of("meeting.issue_invitation", Some(meeting.id.0), people.invitation.stamp(meeting));
    let (issues, sending) = (form.issues, form.sending);
    let number = match (&form.typed, people.invitation.number) {
        (_, Some(number)) => {
            view! { <p>{say(NUMBER)} " " <b>{people.letter.numbered(number)}</b></p> }.into_any()
        }
        (typed, None) => {
            let shown = typed
                .as_ref()
                .map_or_else(|| people.letter.numbered(people.next), |fields| fields.text("number"));
            view! {
                <div class="fields">
                    <Field name="number" hint=NEXT_NUMBER issues>
                        <Line name="number" value=shown issues required=true/>
                    </Field>
                </div>
            }
            .into_any()
        }
    };
    let title = if people.invitation.issues.is_empty() { ISSUE } else { ISSUE_AGAIN };
    let href = close.get_untracked();
    view! {
        <Panel title note=meeting.proposal.content.clone() close>
            <Act form again=here.again>
                <div class="body">
                    {number}
                    <p class="soft">{say(ISSUE_NOTE)}</p>
                </div>
                <footer>
                    <button class="button" data-kind="primary" aria-busy=move || sending.busy.get().to_string()>
                        <Icon name="send"/>
                        {say(title)}
                    </button>
                    <a class="button" href=href>{say(crate::panel::CANCEL)}</a>
                </footer>
            </Act>
        </Panel>
    }
    .into_any()
}
