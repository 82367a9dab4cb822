//! The page at `/desk/weeks/{week}/review`: what will change against the last
//! publication, for readers who are signed in and for the public, and what
//! stands in the way.

mod panel;

use self::panel::panel;
use super::card::mark_badge;
use super::head::edition;
use super::page::week_of_address;
use super::words::*;
use super::{address, api};
use crate::parts::{Badge, Icon, StateBox, refused_page};
use crate::refused::Answer;
use crate::title::PageTitle;
use crate::visit::{say, use_locale};
use domain::calendar::hours::SessionPart;
use domain::calendar::spoken;
use domain::duty::PublishedDuty;
use domain::schedule::publication::Difference;
use domain::schedule::{Mark, Review};
use domain::{Refusal, words};
use leptos::prelude::*;

/// The page before publishing.
#[derive(Clone, Copy)]
pub struct ReviewPage {
    review: Resource<Answer<Review>>,
}

impl ReviewPage {
    fn open() -> Self {
        let week = week_of_address();
        let review = Resource::new(
            move || week.get(),
            |week| async move {
                match week {
                    Some(week) => api::review(week).await,
                    None => Err(Refusal::NotFound.into()),
                }
            },
        );
        Self { review }
    }
}

/// The page at its address; it asks the server when it is shown.
pub fn review_page() -> AnyView {
    let this = ReviewPage::open();
    view! {
        <PageTitle text=say(REVIEW_TITLE)/>
        <Transition>
            {move || Suspend::new(async move {
                match this.review.await {
                    Ok(review) => page(&review),
                    Err(refused) => refused_page(&refused.0),
                }
            })}
        </Transition>
    }
    .into_any()
}

fn page(review: &Review) -> AnyView {
    let locale = use_locale();
    let week = &review.week;
    let against = week.published.map(|(number, at)| {
        let at = spoken::date_time(at.with_timezone(&words::vietnam()).naive_local());
        format!("{} {} ({at})", say(AGAINST), edition(locale, number))
    });
    let hidden = review.differences.iter().filter(|d| !is_public(review, d)).count();
    let count = |mark: Mark| {
        let many = review.differences.iter().filter(|d| d.mark == mark).count();
        let (_, tone, icon) = super::card::looks(mark)?;
        (many > 0).then(|| {
            view! { <Badge tone=tone icon=icon text=format!("{many} {}", say(words::mark(mark)).to_lowercase())/> }
        })
    };
    let lines = review.differences.iter().map(|d| difference(d, is_public(review, d)));
    let public = review.public.iter().map(|d| difference(d, true));
    view! {
        <nav class="crumbs" aria-label=say(PLACE)>
            <ol>
                <li><a href=address::board(week.iso)>{say(WEEK)} " " {week.iso.number()}</a></li>
                <li>{say(REVIEW_TITLE)}</li>
            </ol>
        </nav>
        <div class="week-head">
            <div class="title">
                <h1>{say(WHAT_CHANGES)} " " <small>{against}</small></h1>
            </div>
        </div>
        <div class="review">
            <div class="changes">
                <p class="count">
                    {Mark::ALL.into_iter().map(count).collect_view()}
                    {(hidden > 0)
                        .then(|| view! { <Badge icon="internal" text=format!("{hidden} {}", say(NOT_PUBLIC))/> })}
                </p>
                {if review.changed && review.differences.is_empty() {
                    ().into_any()
                } else if review.changed {
                    view! { <ul class="diff">{lines.collect_view()}</ul> }.into_any()
                } else {
                    view! { <StateBox icon="done" title=say(NOTHING_CHANGED)>""</StateBox> }.into_any()
                }}
                {duty_changes(review)}
                <details class="more" open=review.public.len() < 6>
                    <summary>
                        <Icon name="down"/>
                        {say(PUBLIC_WILL_SEE)}
                        " ("
                        {review.public.len()}
                        ")"
                    </summary>
                    {if review.public.is_empty() {
                        view! { <p class="soft">{say(PUBLIC_SEES_NOTHING)}</p> }.into_any()
                    } else {
                        view! { <ul class="diff">{public.collect_view()}</ul> }.into_any()
                    }}
                </details>
            </div>
            {panel(review)}
        </div>
    }
    .into_any()
}

/// Duties that publishing would change, old and new in names.
fn duty_changes(review: &Review) -> Option<AnyView> {
    if review.duty.is_empty() {
        return None;
    }
    let locale = use_locale();
    let told = |duty: &PublishedDuty| {
        let leader = format!("{} {}", duty.title, duty.name).trim().to_owned();
        let parts = [&leader, &duty.office_leader, &duty.specialist, &duty.driver, &duty.hotline, &duty.note];
        parts.into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let lines = review.duty.iter().filter_map(|change| {
        let now = change.after.as_ref().or(change.before.as_ref())?;
        let part = SessionPart::of_code(&now.part).unwrap_or(SessionPart::AllDay);
        let before = change.before.as_ref().map(|duty| view! { <del>{told(duty)}</del> " → " });
        let after = change.after.as_ref().map_or_else(|| say(NO_DUTY).to_owned(), told);
        Some(view! {
            <li>
                <Badge icon="duty" text=say(words::part(part))/>
                <time datetime=now.date.to_string()>
                    <b>{spoken::short_date(locale, now.date)}</b>
                </time>
                <div>
                    <p>{before} <ins>{after}</ins></p>
                </div>
            </li>
        })
    });
    Some(
        view! {
            <h2>{say(DUTY_CHANGES)}</h2>
            <ul class="diff">{lines.collect_view()}</ul>
        }
        .into_any(),
    )
}

/// Whether the public will see something of a difference.
fn is_public(review: &Review, difference: &Difference) -> bool {
    review.public.iter().any(|public| public.uid == difference.uid)
}

pub(super) fn difference(difference: &Difference, public: bool) -> AnyView {
    let locale = use_locale();
    let face = &difference.face;
    let badge = mark_badge(difference.mark)
        .unwrap_or_else(|| view! { <Badge icon="done" text=say(words::mark(difference.mark))/> }.into_any());
    let fields = difference.fields.iter().map(|change| {
        view! {
            <dt>{locale.say(words::field(&change.field))}</dt>
            <dd>
                <del>{words::value(locale, &change.field, &change.before)}</del>
                " → "
                <ins>{words::value(locale, &change.field, &change.after)}</ins>
            </dd>
        }
    });
    let chairs: Vec<String> = face.leaders.iter().map(|l| format!("{} {}", l.title, l.name)).collect();
    let leaders = difference.fields.is_empty().then(|| {
        view! { <dt>{locale.say(words::field("leaders"))}</dt><dd>{chairs.join(", ")}</dd> }
    });
    let reason = (!face.reason.is_empty()).then(|| {
        view! { <dt>{locale.say(words::field("reason"))}</dt><dd>{face.reason.clone()}</dd> }
    });
    view! {
        <li>
            {badge}
            <time datetime=face.date.to_string()>
                <b>{spoken::short_date(locale, face.date)}</b>
                {words::hours(locale, face.start, face.end, face.part)}
            </time>
            <div>
                <p>{face.content.clone()}</p>
                <dl>{fields.collect_view()} {leaders} {reason}</dl>
                {(!public).then(|| view! { <p class="small soft">{say(NOT_SHOWN_TO_PUBLIC)}</p> })}
            </div>
        </li>
    }
    .into_any()
}
