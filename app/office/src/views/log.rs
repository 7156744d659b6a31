//! The public log.

use ::statistics::Month;
use law::{
    Date,
    request::{Stage, Track},
};

use crate::TrackingNumber;

/// A line of the public log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogLine {
    /// Number.
    pub number: TrackingNumber,
    /// Day of receipt.
    pub received_on: Date,
    /// On what right.
    pub track: Track,
    /// Name of the division, if given.
    pub division: Option<String>,
    /// Year and month of the incident, `YYYY-MM`.
    pub incident_month: String,
    /// Stage.
    pub stage: Stage,
    /// Nearest running clock's due day.
    pub due: Option<Date>,
    /// The day that the office set itself, where no clock runs.
    pub office_day: Option<Date>,
}

/// What part of the log is wanted. Only [`crate::forms::LogForm`] reads one from the address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Words searched in number, division name, month; empty for all.
    pub q: String,
    /// Only this stage.
    pub status: Option<Stage>,
    /// Only those received in this month.
    pub month: Option<Month>,
    /// Only those asked on this right.
    pub track: Option<Track>,
    /// Only this division, by its key.
    pub division: Option<String>,
    /// From 1.
    pub page: u32,
}

/// Entries of the log's feed.
pub const FEED_LINES: u32 = 50;

/// Lines of a page of the public log or of the queue.
pub const PAGE_LINES: u32 = 25;

/// A page of the public log, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogPage {
    /// At most [`PAGE_LINES`].
    pub lines: Vec<LogLine>,
    /// How many there are in all pages.
    pub total: u64,
    /// The page shown, from 1; past the end it has no lines.
    pub page: u32,
}
