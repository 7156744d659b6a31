//! Public pages that look the same to everybody: each is made once, compressed once, and kept until anything
//! changes. Who has one already is told so (RFC 9110, 13).
//!
//! A page belongs to a generation: the day, what this program has written so far, and a span of seconds, after which also what
//! another replica wrote is seen. With the half minute for which a shared cache may keep it, a change is everywhere
//! within a minute.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{extract::Request, http::Method};
use law::Date;
use office::Lang;
use quick_cache::{Weighter, sync::Cache};

use super::{
    cached_page::CachedPage,
    lang,
    policy::{CacheRule, policy_of},
};

/// For how long what another replica wrote may stay unseen.
const SPAN: Duration = Duration::from_secs(20);
/// What all pages together may weigh, in bytes.
const CAPACITY: u64 = 16 * 1024 * 1024;
/// Largest page that is kept, in bytes.
pub const MOST: usize = 4 * 1024 * 1024;

/// The pages that were made, each in its encodings.
pub struct PageCache {
    pages: Cache<Key, Arc<CachedPage>, Weight>,
    opened: Instant,
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
    span: u64,
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
            pages: Cache::with_weighter(1_000, CAPACITY, Weight),
            opened: Instant::now(),
        }
    }
}

impl PageCache {
    /// The page, if it is here.
    pub fn get(&self, key: &Key) -> Option<Arc<CachedPage>> {
        self.pages.get(key)
    }

    /// The page; whoever asks first makes it, and the others wait.
    ///
    /// # Errors
    /// What `make` gave instead of a page.
    pub async fn get_or_make<E>(
        &self,
        key: &Key,
        make: impl Future<Output = Result<Arc<CachedPage>, E>>,
    ) -> Result<Arc<CachedPage>, E> {
        self.pages.get_or_insert_async(key, make).await
    }

    /// Under what a request's page stands on a day, when so much has been written.
    pub fn key_of(&self, request: &Request, day: Date, written: u64) -> Key {
        Key {
            lang: lang::asked(request.extensions()),
            path: request.uri().path().to_owned(),
            generation: Generation {
                day,
                written,
                span: self.opened.elapsed().as_secs() / SPAN.as_secs(),
            },
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
