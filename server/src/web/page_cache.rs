//! Public pages that look the same to everybody: each is made once, compressed once, and kept until anything
//! changes. Who has one already is told so (RFC 9110, 13).
//!
//! A page belongs to a generation: the day, what this program has written so far, and the version of the database, at which it
//! looks twice a second, so that also what another replica wrote is seen. Where it cannot look, a page is made anew each second.
//! With the second for which a shared cache may keep it, and two in which the worker counts, a change is everywhere within five
//! seconds.

use std::{
    collections::HashMap,
    convert::Infallible,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, Method, StatusCode},
    response::Response,
};
use law::Date;
use office::Lang;
use quick_cache::{Weighter, sync::Cache};
use records::{RecordsOffice, store::Version};
use tokio::sync::watch;

use super::{
    cached_page::CachedPage,
    lang,
    policy::{CacheRule, policy_of},
};

/// For how long what another replica wrote may stay unseen.
const SPAN: Duration = Duration::from_secs(1);
/// How often the version of the database is looked at.
const LOOKS: Duration = Duration::from_millis(500);
/// After a change what the program keeps in memory beside the pages, such as the figures, is at most so old as before it. A page
/// that was made in this time is made once more after it.
const SETTLES: Duration = Duration::from_secs(2);
/// How long a page is kept at most, should anything that is not in the database change it.
const OLDEST: Duration = Duration::from_secs(30);
/// What all pages together may weigh, in bytes: over a thousand status pages, each in its encodings.
const CAPACITY: u64 = 64 * 1024 * 1024;
/// Largest page that is kept, in bytes.
pub const MOST: usize = 4 * 1024 * 1024;

/// How long anybody waits for a page that is being made.
const LONGEST: Duration = Duration::from_secs(45);

/// The pages that were made, each in its encodings.
pub struct PageCache {
    pages: Arc<Cache<Key, Arc<CachedPage>, Weight>>,
    making: Arc<Mutex<HashMap<Key, watch::Receiver<Option<Made>>>>>,
    opened: Instant,
    seen: Arc<Mutex<Seen>>,
}

/// What was last seen of the database.
#[derive(Debug, Default)]
struct Seen {
    version: Option<Version>,
    /// How many versions were seen.
    count: u64,
    /// When the version was asked for that is the newest.
    at: Option<Instant>,
    /// When it was found to differ from the one before.
    changed: Option<Instant>,
}

/// What became of a page.
#[derive(Clone, Debug)]
pub enum Made {
    /// The page.
    Page(Arc<CachedPage>),
    /// It could not be made; the same for all who waited.
    Failed(Arc<Failure>),
    /// It belongs to whose request made it; the others ask for themselves.
    Unshared(Arc<Mutex<Option<Response>>>),
    /// It did not come.
    TooLate,
}

/// An answer that says why there is no page.
#[derive(Debug)]
pub struct Failure {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
}

impl Made {
    /// Of one asker.
    pub fn unshared(response: Response) -> Self {
        Self::Unshared(Arc::new(Mutex::new(Some(response))))
    }

    /// Of all askers.
    pub fn failed(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self::Failed(Arc::new(Failure { status, headers, body }))
    }
}

impl Failure {
    /// The same for each who waited.
    pub fn answer(&self) -> Response {
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        response
    }
}

/// A page that is being made, until this is dropped.
struct Making {
    key: Key,
    making: Arc<Mutex<HashMap<Key, watch::Receiver<Option<Made>>>>>,
}

impl Drop for Making {
    fn drop(&mut self) {
        self.making
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&self.key);
    }
}

/// A page and when it was true.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    lang: Lang,
    path: String,
    generation: Generation,
}

/// While this stays the same, so does every public page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Generation {
    day: Date,
    written: u64,
    state: State,
}

/// What is known of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum State {
    /// The version that was seen, by its number, whether it is older than [`SETTLES`], and a span of [`OLDEST`].
    Seen(u64, bool, u64),
    /// Nobody has looked of late: a span of [`SPAN`].
    Unseen(u64),
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<CachedPage>> for Weight {
    fn weight(&self, key: &Key, page: &Arc<CachedPage>) -> u64 {
        let bytes = page.bytes() + key.path.len() + 512;
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }
}

impl Default for PageCache {
    fn default() -> Self {
        Self {
            pages: Arc::new(Cache::with_weighter(1_000, CAPACITY, Weight)),
            making: Arc::default(),
            opened: Instant::now(),
            seen: Arc::default(),
        }
    }
}

impl PageCache {
    /// The page, if it is here.
    pub fn get(&self, key: &Key) -> Option<Arc<CachedPage>> {
        self.pages.get(key)
    }

    /// What became of the page: whoever asks first begins to make it, in a task of its own, and all who wait hear of it at
    /// once, but none waits longer than [`LONGEST`].
    pub async fn get_or_make<F>(&self, key: &Key, make: impl FnOnce() -> F) -> Made
    where
        F: Future<Output = Made> + Send + 'static,
    {
        let mut outcome = {
            let mut begun = self.making.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(page) = self.get(key) {
                return Made::Page(page);
            }
            if let Some(known) = begun.get(key) {
                known.clone()
            } else {
                let (tell, told) = watch::channel(None);
                begun.insert(key.clone(), told.clone());
                let place = Making {
                    key: key.clone(),
                    making: Arc::clone(&self.making),
                };
                let (work, pages) = (make(), Arc::clone(&self.pages));
                tokio::spawn(async move {
                    let done = work.await;
                    if let Made::Page(page) = &done {
                        pages.insert(place.key.clone(), Arc::clone(page));
                    }
                    // Whoever comes from now on asks anew; dropped in a panic too.
                    drop(place);
                    tell.send_replace(Some(done));
                });
                told
            }
        };
        let told = tokio::time::timeout(LONGEST, outcome.wait_for(Option::is_some)).await;
        match told {
            Ok(Ok(done)) => done.clone().unwrap_or(Made::TooLate),
            _ => Made::TooLate,
        }
    }

    /// Under what a request's page stands on a day, when so much has been written.
    pub fn key_of(&self, request: &Request, day: Date, written: u64) -> Key {
        Key {
            lang: lang::asked(request.extensions()),
            path: request.uri().path().to_owned(),
            generation: Generation {
                day,
                written,
                state: self.state(),
            },
        }
    }

    fn state(&self) -> State {
        let passed = self.opened.elapsed().as_secs();
        let seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.at {
            Some(at) if at.elapsed() < SPAN => {
                let settled = seen.changed.is_some_and(|changed| changed.elapsed() >= SETTLES);
                State::Seen(seen.count, settled, passed / OLDEST.as_secs())
            }
            _ => State::Unseen(passed / SPAN.as_secs()),
        }
    }

    /// Looks at the version of the database as long as the program runs.
    pub async fn watch(&self, records: &RecordsOffice) -> Infallible {
        loop {
            let asked = Instant::now();
            // Whoever asks for a page is told why there is none.
            if let Ok(version) = records.database_version().await {
                let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
                if seen.version.as_ref() != Some(&version) {
                    seen.count += 1;
                    seen.changed = Some(Instant::now());
                    seen.version = Some(version);
                }
                seen.at = Some(asked);
            }
            tokio::time::sleep(LOOKS).await;
        }
    }
}

/// Pages that everybody sees alike, and for which nothing was typed.
pub fn is_cacheable(request: &Request) -> bool {
    request.uri().query().is_none_or(str::is_empty) && is_shared(request)
}

/// Pages that everybody sees alike.
pub fn is_shared(request: &Request) -> bool {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    reads && policy_of(request).cache == CacheRule::Shared
}
