//! The public statistics, pure: no SQL, no clock, no page.
//!
//! The docket is counted once, by a fold: every event gives [`Increments`] on a set of running
//! [`Totals`] (a [`RequestTally`] remembers what one request has counted for so far); a notice counts for what
//! it says ([`notice_counts`]). A [`Record`] reads
//! figures from the totals as of a day, in tables whose small counts are hidden so that no sum gives
//! them away ([`TableSet::publish`]), with survival curves that count open requests as open
//! ([`survival`]). Each figure has a [`definitions::Definition`] in both languages. [`csv`] and
//! [`chart`] write what a page shows.

mod calendar;
pub mod chart;

mod count;
pub mod csv;
pub mod definitions;

mod figures;
mod guard;
pub mod home;
mod notices;
mod outcome;
mod request_tally;
pub mod survival;
pub mod table;
mod totals;
pub mod words;

pub use calendar::{Month, Period};
pub use count::{BadCount, Count, Deleted, MilestoneEnd, NoticeCount, Span, Timeliness};
pub use figures::{CameraRow, Cameras, Durations, Publication, Quantile, Record, Step};
pub use guard::Finding;
pub use notices::notice_counts;
pub use outcome::{Outcome, Reason};
pub use request_tally::{Entry, Increments, RequestTally};
pub use table::{Cell, Public, TableSet};
pub use totals::Totals;
