//! What others do is heard at once: who changed which week, who looks at it.
//!
//! A commit tells what it touched, by name only; whoever follows asks for the
//! contents by the verb that checks their rights. Within a process this goes from
//! hand to hand; processes that share PostgreSQL tell each other by NOTIFY, over one
//! LISTEN connection each (`listen`). Who is on a week is known to the living processes
//! alone and stored nowhere (`here`).

mod following;
mod here;
mod listen;
mod told;

pub use self::following::{Following, follow_meeting, follow_publications, follow_requests, follow_week};
pub(crate) use self::told::Told;

use self::here::Here;
use crate::schedule;
use crate::store::Engine;
use domain::calendar::week::IsoWeek;
use domain::schedule::Present;
use domain::{AccountId, BodyId, EntryId, MeetingId};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{broadcast, mpsc, oneshot, watch};
use tokio::time::interval;

/// How often processes say again who is here, and look for what they may have missed.
const AGAIN: Duration = Duration::from_secs(15);
/// News that a slow follower may be behind before it is told that it missed some.
const BEHIND: usize = 256;

/// What a follower hears.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// The week is in this version now.
    Week(i32),
    /// Who is on the week, by name.
    People(Arc<[Present]>),
    /// A week was published.
    Published(IsoWeek),
    /// A request was sent, changed or decided.
    Requests,
    /// A meeting is not as it was.
    Meeting(MeetingId),
    /// Something was missed: look again.
    Missed,
}

#[derive(Clone, Debug)]
enum News {
    Week(IsoWeek, i32),
    People(IsoWeek, Arc<[Present]>),
    Published(IsoWeek),
    Requests,
    Meeting(MeetingId),
    /// Whatever is not a week that somebody is on may have changed.
    Anything,
}

/// What reaches the one who passes news on.
#[derive(Debug)]
enum Letter {
    Told(Told),
    Opened { week: IsoWeek, who: Present, answer: oneshot::Sender<(i32, Arc<[Present]>)> },
    Closed { week: IsoWeek, account: AccountId },
}

/// The ear and mouth of a process.
#[derive(Clone, Debug)]
pub(crate) struct Live(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    db: DatabaseConnection,
    url: String,
    engine: Engine,
    is_followed: AtomicBool,
    letters: mpsc::UnboundedSender<Letter>,
    inbox: std::sync::Mutex<Option<mpsc::UnboundedReceiver<Letter>>>,
    news: broadcast::Sender<News>,
    ended: watch::Sender<bool>,
}

impl Live {
    pub(crate) fn new(db: DatabaseConnection, engine: Engine, url: &str) -> Self {
        let (letters, inbox) = mpsc::unbounded_channel();
        Self(Arc::new(Inside {
            db,
            url: url.to_owned(),
            engine,
            is_followed: AtomicBool::new(false),
            letters,
            inbox: std::sync::Mutex::new(Some(inbox)),
            news: broadcast::Sender::new(BEHIND),
            ended: watch::Sender::new(false),
        }))
    }

    /// Tells everybody, in all processes. What was told is saved already, so it is no
    /// failure when nobody hears of it before they look again.
    pub(crate) async fn tell(&self, told: &BTreeSet<Told>) {
        match self.0.engine {
            Engine::Sqlite => {
                if self.0.is_followed.load(Ordering::Acquire) {
                    told.iter().for_each(|told| self.post(Letter::Told(*told)));
                }
            }
            Engine::Postgres => {
                for told in told {
                    self.notify(*told).await;
                }
            }
        }
    }

    /// Ends all streams, so that the process can close.
    pub(crate) fn end(&self) {
        self.0.ended.send_replace(true);
    }

    async fn notify(&self, told: Told) {
        let values = [listen::CHANNEL.into(), told.to_string().into()];
        let notify = Statement::from_sql_and_values(DbBackend::Postgres, "SELECT pg_notify($1, $2)", values);
        if let Err(error) = self.0.db.execute_raw(notify).await {
            tracing::warn!(%error, "other processes were not told");
        }
    }

    /// Says something to other processes, when there can be any.
    async fn spread(&self, told: Told) {
        if self.0.engine == Engine::Postgres {
            self.notify(told).await;
        }
    }

    fn post(&self, letter: Letter) {
        // Nobody reads letters once everything has ended.
        let _ = self.0.letters.send(letter);
    }

    /// Begins to pass news on, when nobody does yet.
    fn begin(&self) {
        self.0.is_followed.store(true, Ordering::Release);
        let inbox = self.0.inbox.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
        let Some(inbox) = inbox else { return };
        if self.0.engine == Engine::Postgres {
            tokio::spawn(listen::listen(self.0.url.clone(), self.clone(), self.0.ended.subscribe()));
        }
        tokio::spawn(self.clone().pass_on(inbox));
    }

    async fn pass_on(self, mut inbox: mpsc::UnboundedReceiver<Letter>) {
        let mut ended = self.0.ended.subscribe();
        let mut again = interval(AGAIN);
        let mut here = Here::default();
        let mut letters = Vec::new();
        loop {
            let is_time = tokio::select! {
                _ = ended.wait_for(|ended| *ended) => return,
                _ = inbox.recv_many(&mut letters, BEHIND) => false,
                _ = again.tick() => true,
            };
            let mut touched = BTreeSet::new();
            let mut crowds = BTreeSet::new();
            let mut newcomers = Vec::new();
            let mut others = BTreeSet::new();
            let (mut entries, mut bodies) = (BTreeSet::new(), BTreeSet::new());
            for letter in letters.drain(..) {
                match letter {
                    Letter::Told(Told::Week(week)) => drop(touched.insert(week)),
                    Letter::Told(Told::Entry(entry)) => drop(entries.insert(entry)),
                    Letter::Told(Told::Body(body)) => drop(bodies.insert(body)),
                    Letter::Told(
                        told @ (Told::Requests | Told::Published(_) | Told::Meeting(_) | Told::Anything),
                    ) => {
                        if told == Told::Anything {
                            touched.extend(here.weeks());
                        }
                        others.insert(told);
                    }
                    Letter::Told(Told::Who(week)) => {
                        for account in here.own(week) {
                            self.spread(Told::Here(week, account)).await;
                        }
                    }
                    Letter::Told(Told::Here(week, account)) => {
                        if here.heard_of(week, account, Instant::now()) {
                            crowds.insert(week);
                        }
                    }
                    Letter::Told(Told::Gone(week, account)) => {
                        if here.is_own(week, account) {
                            self.spread(Told::Here(week, account)).await;
                        } else if here.forget(week, account) {
                            crowds.insert(week);
                        }
                    }
                    Letter::Opened { week, who, answer } => {
                        let account = who.account;
                        if here.open(week, who, Instant::now()) {
                            crowds.insert(week);
                            self.spread(Told::Here(week, account)).await;
                            self.spread(Told::Who(week)).await;
                        }
                        touched.insert(week);
                        newcomers.push((week, answer));
                    }
                    Letter::Closed { week, account } => {
                        if here.close(week, account) {
                            crowds.insert(week);
                            self.spread(Told::Gone(week, account)).await;
                        }
                    }
                }
            }
            if is_time {
                crowds.extend(here.expire(Instant::now(), AGAIN * 3));
                for (week, account) in here.all_own() {
                    self.spread(Told::Here(week, account)).await;
                }
                touched.extend(here.weeks());
            }
            others.extend(self.meetings(entries, bodies).await.into_iter().map(Told::Meeting));
            for told in others {
                match told {
                    Told::Meeting(meeting) => self.say(News::Meeting(meeting)),
                    Told::Published(week) => self.say(News::Published(week)),
                    Told::Requests => self.say(News::Requests),
                    _ => self.say(News::Anything),
                }
            }
            crowds.retain(|week| here.is_followed(*week));
            for week in crowds {
                let people = self.people(&mut here, week).await;
                self.say(News::People(week, people));
            }
            touched.retain(|week| here.is_followed(*week));
            for (week, version) in self.versions(touched).await {
                if here.is_new(week, version) {
                    self.say(News::Week(week, version));
                }
            }
            for (week, answer) in newcomers {
                let version = self.versions(BTreeSet::from([week])).await;
                let people = self.people(&mut here, week).await;
                // Whoever is gone again needs no answer.
                let _ = answer.send((version.first().map_or(0, |(_, version)| *version), people));
            }
        }
    }

    fn say(&self, news: News) {
        // Without followers there is nobody to hear.
        let _ = self.0.news.send(news);
    }

    async fn versions(&self, weeks: BTreeSet<IsoWeek>) -> Vec<(IsoWeek, i32)> {
        schedule::versions_of(&self.0.db, &weeks).await.unwrap_or_else(|failure| {
            tracing::warn!(%failure, "the weeks that were told of cannot be looked at");
            Vec::new()
        })
    }

    async fn meetings(&self, entries: BTreeSet<EntryId>, bodies: BTreeSet<BodyId>) -> Vec<MeetingId> {
        if entries.is_empty() && bodies.is_empty() {
            return Vec::new();
        }
        crate::meeting::concerned(&self.0.db, entries, bodies).await.unwrap_or_else(|failure| {
            tracing::warn!(%failure, "the meetings of entries and bodies cannot be looked at");
            Vec::new()
        })
    }

    async fn people(&self, here: &mut Here, week: IsoWeek) -> Arc<[Present]> {
        for account in here.nameless(week) {
            match crate::access::name_of(&self.0.db, account).await {
                Ok(name) => here.name(account, name),
                Err(failure) => tracing::warn!(%failure, "the name of an account cannot be read"),
            }
        }
        here.people(week)
    }
}
