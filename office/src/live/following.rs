//! An ear of one's own: what a follower may hear, and how they are gone again.

use super::{Heard, Letter, Live, News};
use crate::desk::Desk;
use crate::failure::{Failure, Result};
use domain::calendar::week::IsoWeek;
use domain::schedule::Present;
use domain::{AccountId, Deed, Refusal};
use tokio::sync::{broadcast, oneshot, watch};

/// Somebody's ear; dropped, they are gone from the week.
#[derive(Debug)]
pub struct Following {
    live: Live,
    news: broadcast::Receiver<News>,
    ended: watch::Receiver<bool>,
    on: Option<(IsoWeek, AccountId)>,
    first: Vec<Heard>,
    /// The version of the week that was heard of last.
    version: i32,
}

/// Follows a week: its versions, and who is on it. Begins with how it stands now.
///
/// # Errors
/// Refused without [`Deed::ReadDesk`], or when the office is closing.
pub async fn follow_week(desk: &Desk, week: IsoWeek) -> Result<Following> {
    desk.may(Deed::ReadDesk)?;
    let account = desk.actor.account.ok_or(Refusal::SignInNeeded)?;
    let live = desk.office.live().clone();
    live.begin();
    let mut following = Following {
        news: live.0.news.subscribe(),
        ended: live.0.ended.subscribe(),
        on: Some((week, account)),
        first: Vec::new(),
        version: 0,
        live,
    };
    let (answer, told) = oneshot::channel();
    let who = Present { account, name: desk.actor.name.clone() };
    following.live.post(Letter::Opened { week, who, answer });
    let (version, people) = told.await.map_err(|_| Failure::Other("the office is closing".into()))?;
    following.first = vec![Heard::Week(version), Heard::People(people)];
    following.version = version;
    Ok(following)
}

/// Follows what becomes of requests.
///
/// # Errors
/// Refused for those who may neither register nor decide.
pub async fn follow_requests(desk: &Desk) -> Result<Following> {
    desk.may(Deed::RegisterRequest).or_else(|_| desk.may(Deed::DecideRequest))?;
    let live = desk.office.live().clone();
    live.begin();
    Ok(Following {
        news: live.0.news.subscribe(),
        ended: live.0.ended.subscribe(),
        on: None,
        first: Vec::new(),
        version: 0,
        live,
    })
}

impl Following {
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
            match (news, self.on) {
                (Ok(News::Week(week, version)), Some((on, _))) if week == on && version != self.version => {
                    self.version = version;
                    return Some(Heard::Week(version));
                }
                (Ok(News::People(week, people)), Some((on, _))) if week == on => {
                    return Some(Heard::People(people));
                }
                (Ok(News::Requests), None) => return Some(Heard::Requests),
                (Ok(_), _) => {}
                (Err(broadcast::error::RecvError::Lagged(_)), _) => return Some(Heard::Missed),
                (Err(broadcast::error::RecvError::Closed), _) => return None,
            }
        }
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        if let Some((week, account)) = self.on {
            self.live.post(Letter::Closed { week, account });
        }
    }
}
