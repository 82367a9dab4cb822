//! The page at `/desk/meetings/rules`: the deadlines of each kind with their legal basis and
//! how their days are counted, changed by whoever changes the settings of the office.

use super::act::Act;
use super::api;
use super::deed::{self, MEETINGS};
use super::words::*;
use crate::control::{Choice, Form, Line};
use crate::list::{address, use_saved};
use crate::panel::{Feet, Panel};
use crate::parts::{Field, Icon, Notice, refused_page};
use crate::title::PageTitle;
use crate::visit::{say, use_actor};
use domain::calendar::Counting;
use domain::meeting::{CountingDraft, KINDS, MeetingRules, RuleDraft, Rules};
use domain::schedule::EntryKind;
use domain::{Deed, words};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

const PATH: &str = "/desk/meetings/rules";

/// The page at its address; it asks the server when it is shown.
pub fn rules_page() -> AnyView {
    let query = use_query_map();
    let all = Resource::new(|| (), |()| api::read_rules());
    let open =
        Memo::new(move |_| query.with(|query| query.get("edit").and_then(|code| EntryKind::of_code(&code))));
    let saved = use_saved();
    let again = Callback::new(move |()| all.refetch());
    // Whoever administers comes here without a part in meetings.
    let reads = use_actor().can(Deed::ReadMeeting);
    let back = reads.then(|| view! { <p class="soft"><a href=MEETINGS>{say(MEETINGS_TITLE)}</a></p> });
    view! {
        <PageTitle text=say(RULES)/>
        {back}
        <h1>{say(RULES)}</h1>
        <p class="soft">{say(RULES_LEAD)}</p>
        {move || saved.get().map(|_| view! { <Notice tone="green"><p>{say(RULES_SAVED)}</p></Notice> })}
        <Transition>
            {move || Suspend::new(async move {
                match all.await {
                    Ok(rules) => {
                        let may = use_actor().can(Deed::EditSettings);
                        let (table, counting) = (table(&rules, may), counting(&rules, may, again));
                        view! {
                            <div class="with-panel">
                                <div>{table} {counting}</div>
                                {move || open.get().filter(|_| may).map(|kind| rule_panel(&rules, kind, again))}
                            </div>
                        }
                            .into_any()
                    }
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn table(rules: &MeetingRules, may: bool) -> AnyView {
    let days = |days: Option<u32>| days.map_or_else(|| "—".to_owned(), |days| days.to_string());
    let rows = KINDS.into_iter().map(|kind| {
        let Rules { invitation, papers, conclusion, half_days, basis, .. } = rules.of(kind);
        let name = say(words::kind(kind));
        let name = if may {
            view! { <a href=address(PATH, &format!("edit={}", kind.code()), "")>{name}</a> }.into_any()
        } else {
            name.into_any()
        };
        let cell = |field: &str, text: String| view! { <td data-label=say(words::field(field))>{text}</td> };
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cell("invitation_days", days(invitation))}
                {cell("paper_days", days(papers))}
                {cell("conclusion_days", days(conclusion))}
                {cell("half_days", days(half_days))}
                {cell("basis", basis)}
            </tr>
        }
    });
    let heads = ["kind", "invitation_days", "paper_days", "conclusion_days", "half_days", "basis"]
        .into_iter()
        .map(|field| view! { <th scope="col">{say(words::field(field))}</th> });
    view! {
        <div class="table-box rules">
            <table class="table">
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn rule_panel(rules: &MeetingRules, kind: EntryKind, again: Callback<()>) -> AnyView {
    let form = Form::named("meeting.save_rule", kind.code().to_owned(), rules.version);
    let (issues, sending) = (form.issues, form.sending);
    let shown = form.typed.as_ref().map_or_else(|| RuleDraft::of(&rules.of(kind)), deed::rule);
    let close = Signal::derive(|| PATH.to_owned());
    view! {
        <Panel title=RULES note=say(words::kind(kind)) close>
            <Act form again>
                <div class="body">
                    <p class="soft">{say(RULE_HINT)}</p>
                    <div class="fields">
                        <Field name="invitation_days" issues>
                            <Line name="invitation_days" value=shown.invitation_days issues/>
                        </Field>
                        <Field name="paper_days" issues>
                            <Line name="paper_days" value=shown.paper_days issues/>
                        </Field>
                        <Field name="conclusion_days" issues>
                            <Line name="conclusion_days" value=shown.conclusion_days issues/>
                        </Field>
                        <Field name="half_days" issues>
                            <Line name="half_days" value=shown.half_days issues/>
                        </Field>
                        <Field name="basis" issues>
                            <Line name="basis" value=shown.basis issues required=true/>
                        </Field>
                    </div>
                </div>
                <Feet close busy=sending.busy/>
            </Act>
        </Panel>
    }
    .into_any()
}

/// What holds for all kinds: to be read by everybody here, a form for whoever may change it.
fn counting(rules: &MeetingRules, may: bool, again: Callback<()>) -> AnyView {
    let body = if may {
        counting_form(rules, again)
    } else {
        view! {
            <dl class="facts">
                <dt>{say(words::field("counting"))}</dt>
                <dd>{say(rules.counting.word())}</dd>
                <dt>{say(words::field("amber_days"))}</dt>
                <dd>{rules.amber}</dd>
            </dl>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="counting-title">
            <h2 id="counting-title">{say(COUNTING)}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn counting_form(rules: &MeetingRules, again: Callback<()>) -> AnyView {
    let form = Form::of("meeting.save_counting", None, rules.version);
    let issues = form.issues;
    let shown = form.typed.as_ref().map_or_else(|| CountingDraft::of(rules), deed::counting);
    let ways = Counting::ALL.map(|way| (way.code().to_owned(), say(way.word()).to_owned()));
    view! {
        <Act form again>
            <div class="body">
                <div class="fields">
                    <Field name="counting" hint=COUNTING_HINT issues>
                        <Choice name="counting" options=ways.to_vec() chosen=shown.counting issues required=true/>
                    </Field>
                    <Field name="amber_days" hint=AMBER_HINT issues>
                        <Line name="amber_days" value=shown.amber_days issues required=true/>
                    </Field>
                </div>
                <p class="buttons">
                    <button class="button"><Icon name="check"/>{say(SAVE_COUNTING)}</button>
                </p>
            </div>
        </Act>
    }
    .into_any()
}
