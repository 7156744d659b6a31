//! Faults that a portal must survive: kills, a database that goes away, full disks, cut connections, long work.
//!
//! `make faults` runs all of them against the release build at full size and prints what it counted; `make test` runs them
//! small. Whoever files writes down each request that was acknowledged, with its number and code, and looks each one up
//! afterwards. A loss is an error.

pub mod cuts;
pub mod disks;
pub mod kills;
pub mod people;
pub mod portal;
pub mod postgres;
pub mod waits;

/// What a trial gives, or in one line what was lost or could not be done.
pub type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
