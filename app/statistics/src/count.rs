//! What is counted: the keys of the running totals, typed and as text.

use law::{
    Date,
    clock::ClockId,
    coverage::GapReason,
    disclosure_order::OrderKind,
    hold::HoldKind,
    keyed,
    request::Track,
    request_order::{Petitioner, Ruling},
};

use crate::{Month, Outcome, Reason};

mod text;

pub use text::BadCount;

/// A count among the running totals. As text (`Display`, `FromStr`) it is the key of a table row.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Count {
    /// Requests, by where they stand now.
    Request {
        /// Month of receipt.
        filed: Month,
        /// On what right.
        track: Track,
        /// Key of the division; empty if none was named.
        division: String,
        /// Where they stand.
        outcome: Outcome,
    },
    /// Requests denied, or without a recording, by the reason.
    Reason {
        /// Month of receipt.
        filed: Month,
        /// Denied or no recording.
        outcome: Outcome,
        /// The ground.
        reason: Reason,
    },
    /// Requests closed while an investigation is active.
    Waiting {
        /// Year of receipt.
        filed: i16,
        /// The day from which they wait.
        since: Date,
    },
    /// Requests that reached something, or left before they did, by whole days since receipt.
    Passed {
        /// What they were on the way to.
        span: Span,
        /// Year of receipt.
        filed: i16,
        /// Whether they reached it.
        how: MilestoneEnd,
        /// Days since receipt.
        days: u32,
    },
    /// Requests still on the way to something, by day of receipt.
    OnTheWay {
        /// To what.
        span: Span,
        /// Day of receipt.
        filed: Date,
    },
    /// Clocks of the agency's duties: C1 (act) and C8 (the promised day).
    Clock {
        /// Which.
        id: ClockId,
        /// The day due.
        due: Date,
        /// How it went.
        how: Timeliness,
    },
    /// Petitions and motions, by who filed them.
    Petition {
        /// Month of filing with the court.
        month: Month,
        /// Who.
        by: Petitioner,
    },
    /// Verified orders about a request, by what they say.
    Order {
        /// Month of the order.
        month: Month,
        /// What it says.
        ruling: Ruling,
    },
    /// Verified orders about recordings, by what they do. Published as totals of whole years only: an
    /// injunction may answer somebody who is shown.
    RecordingOrder {
        /// Year of the order.
        year: i16,
        /// What it does.
        kind: OrderKind,
    },
    /// Requests for which a hold of a kind was placed, by its last day.
    Hold {
        /// Year of receipt.
        filed: i16,
        /// Which kind.
        kind: HoldKind,
        /// The last day; none while it stands without end.
        until: Option<Date>,
    },
    /// What was deleted.
    Deletion {
        /// Month.
        month: Month,
        /// Which.
        what: Deleted,
    },
    /// Gaps of coverage sheets, the newest of each request.
    Gap {
        /// Month in which the sheet was kept.
        month: Month,
        /// Why there is a gap.
        reason: GapReason,
    },
    /// Notices to people shown, and what they answered. Published as totals of whole years only.
    Notice {
        /// Year.
        year: i16,
        /// What.
        what: NoticeCount,
    },
}

/// What a request is on the way to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Span {
    /// That it is taken up, which is no answer.
    TakenUp,
    /// The first answer, question, fee or explained delay, with which clock C1 ends as met (RSMo 610.023.3).
    FirstAction,
    /// The first release, whole or in part.
    Release,
}

/// How a request's way to something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MilestoneEnd {
    /// It got there.
    Reached,
    /// It ended otherwise; it is counted as long as it was on the way.
    Left,
}

/// How a duty with a day went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Timeliness {
    /// Not done yet; missed once the day has passed.
    Running,
    /// Done by the day.
    InTime,
    /// Done after the day, or needless only after it.
    Late,
    /// No longer needed by the day: the request ended, or a new promise replaced the old one.
    Moot,
}

/// What was deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Deleted {
    /// A recording, under a retention rule and with nothing against it.
    ByRule,
    /// What a request asked for, on the day it was filed or later. The target is none.
    WhileRequested,
}

/// What is counted about notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NoticeCount {
    /// Sent.
    Sent,
    /// Received.
    Received,
    /// The person was not found, and is not yet.
    Unlocated,
    /// Objections made here or on paper.
    Objection,
    /// Court actions filed and served.
    CourtAction,
    /// A court forbade the display, whole or in part.
    Enjoined,
}

keyed!(Span { TakenUp => "taken_up", FirstAction => "first_action", Release => "release" });
keyed!(MilestoneEnd { Reached => "reached", Left => "left" });
keyed!(Timeliness { Running => "running", InTime => "in_time", Late => "late", Moot => "moot" });
keyed!(Deleted { ByRule => "by_rule", WhileRequested => "while_requested" });
keyed!(NoticeCount {
    Sent => "sent",
    Received => "received",
    Unlocated => "unlocated",
    Objection => "objection",
    CourtAction => "court_action",
    Enjoined => "enjoined",
});
