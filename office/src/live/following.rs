//! An ear of one's own: what a follower may hear, and how they are gone again.

use super::{Heard, Letter, Live, News};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use crate::meeting;
use domain::calendar::week::IsoWeek;
use domain::schedule::Present;
use domain::{AccountId, Deed, MeetingId, Refusal};
use tokio::sync::{broadcast, oneshot, watch};

/// What somebody follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Week(IsoWeek, AccountId),
    Requests,
    Publications,
    Meeting(MeetingId),
}

/// Somebody's ear; dropped, they are gone from the week.
#[derive(Debug)]
pub struct Following {
    live: Live,
    news: broadcast::Receiver<News>,
    ended: watch::Receiver<bool>,
    what: What,
    first: Vec<Heard>,
    /// The version of the week that was heard of last.
    version: i32,
    /// Whether the requests beside a week are theirs to decide.
    decides: bool,
}

/// Follows a week: its versions, who is on it, and, for those who decide about them, that
/// something about requests changed. Begins with how it stands now.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`], or when the office is closing.
pub async fn follow_week(desk: &Desk, week: IsoWeek) -> Result<Following> {
    desk.may(Deed::ReadDesk)?;
    let account = desk.actor.account.ok_or(Refusal::SignInNeeded)?;
    let mut following = Following::begin(desk, What::Week(week, account));
    let (answer, told) = oneshot::channel();
    let who = Present { account, name: desk.actor.name.clone() };
    following.live.post(Letter::Opened { week, who, answer });
    let (version, people) = told.await.map_err(|_| Failure::Other("the office is closing".into()))?;
    following.first = vec![Heard::Week(version), Heard::People(people)];
    following.version = version;
    following.decides = desk.actor.can(Deed::DecideRequest);
    Ok(following)
}

/// Follows what becomes of requests, also that what they became may be published now.
///
/// # Errors
/// Refused for those who may neither register nor decide.
pub async fn follow_requests(desk: &Desk) -> Result<Following> {
    desk.may(Deed::RegisterRequest).or_else(|_| desk.may(Deed::DecideRequest))?;
    Ok(Following::begin(desk, What::Requests))
}

/// Follows what is published, of any week: that it was, and of which week.
///
/// # Errors
/// Refused without [`Deed::ReadPublished`].
pub async fn follow_publications(desk: &Desk) -> Result<Following> {
    desk.may(Deed::ReadPublished)?;
    Ok(Following::begin(desk, What::Publications))
}

/// Follows a meeting: that something about it changed. Begins with a look, for what
/// happened since the page was made.
///
/// # Errors
/// Refused without [`Deed::ReadMeeting`]; [`Refusal::NotFound`] for whoever may not know
/// of it.
pub async fn follow_meeting(desk: &Desk, id: MeetingId) -> Result<Following> {
    desk.may(Deed::ReadMeeting)?;
    let mut following = Following::begin(desk, What::Meeting(id));
    meeting::may_know(desk, id).await?;
    following.first = vec![Heard::Meeting(id)];
    Ok(following)
}

impl Following {
    fn begin(desk: &Desk, what: What) -> Self {
        let live = desk.office.live().clone();
        live.begin();
        let (news, ended) = (live.0.news.subscribe(), live.0.ended.subscribe());
        Self { news, ended, what, first: Vec::new(), version: 0, decides: false, live }
    }

    /// Waits for the next thing; `None` when the office closes.
    pub async fn next(&mut self) -> Option<Heard> {
        if !self.first.is_empty() {
            return Some(self.first.remove(0));
        }
        loop {
            let news = tokio::select! {
                _ = self.ended.wait_for(|ended| *ended) => return None,
                news = self.news.recv() => news,
            };
            match (news, self.what) {
                (Ok(News::Week(week, version)), What::Week(on, _))
                    if week == on && version != self.version =>
                {
                    self.version = version;
                    return Some(Heard::Week(version));
                }
                (Ok(News::People(week, people)), What::Week(on, _)) if week == on => {
                    return Some(Heard::People(people));
                }
                (Ok(News::Requests), What::Week(..)) if self.decides => return Some(Heard::Requests),
                (Ok(News::Published(week)), What::Publications) => return Some(Heard::Published(week)),
                (Ok(News::Requests | News::Published(_) | News::Anything), What::Requests) => {
                    return Some(Heard::Requests);
                }
                (Ok(News::Meeting(meeting)), What::Meeting(of)) if meeting == of => {
                    return Some(Heard::Meeting(meeting));
                }
                (Ok(News::Anything), What::Publications | What::Meeting(_)) => return Some(Heard::Missed),
                (Ok(_), _) => {}
                (Err(broadcast::error::RecvError::Lagged(_)), _) => return Some(Heard::Missed),
                (Err(broadcast::error::RecvError::Closed), _) => return None,
            }
        }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        if let What::Week(week, account) = self.what {
            self.live.post(Letter::Closed { week, account });
        }
    }
}
