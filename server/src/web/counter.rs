//! What every handler stands on: the office, the house, the limits.

use std::sync::Arc;

use app::front::House;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use office::Office;
use records::RecordsOffice;

use super::{address::Proxies, cookies::Jar, limits::Limits, sessions::Sessions, shelf::Shelf};

/// The state of the router; cheap to clone.
#[derive(Clone)]
pub struct Counter(Arc<Inside>);

/// What a [`Counter`] holds.
pub struct Inside {
    /// Whom pages and forms ask.
    pub office: Arc<dyn Office>,
    /// The same office, for what is not asked through the port: sessions, readiness.
    pub records: Arc<RecordsOffice>,
    /// What is the same for every visitor.
    pub house: Arc<House>,
    /// How often somebody may ask.
    pub limits: Limits,
    /// How far to believe `X-Forwarded-For`.
    pub proxies: Proxies,
    /// How our cookies are named and guarded.
    pub jar: Jar,
    /// Public pages ready to hand.
    pub shelf: Shelf,
}

impl Counter {
    /// Wraps it.
    pub fn new(inside: Inside) -> Self {
        Self(Arc::new(inside))
    }

    /// Who is signed in.
    pub const fn sessions(&self) -> Sessions<'_> {
        Sessions { counter: self }
    }
}

impl std::ops::Deref for Counter {
    type Target = Inside;

    fn deref(&self) -> &Inside {
        &self.0
    }
}

impl FromRef<Counter> for LeptosOptions {
    fn from_ref(counter: &Counter) -> Self {
        counter.house.options.clone()
    }
}
