//! Counts as text: `request/2026-02/public/central/denied`.
//!
//! Parts are joined by slashes; the last may be free text. The order of texts is the order in which
//! rows are taken, so that two writers cannot wait for each other.

use std::{fmt, str::FromStr};

use law::{
    clock::ClockId,
    disclosure_order::OrderKind,
    hold::HoldKind,
    request::Track,
    request_order::{Petitioner, Ruling},
};

use super::{Count, Deleted, MilestoneEnd, NoticeCount, Span, Timeliness};
use crate::{Outcome, Reason};

/// A text that names no count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadCount(pub String);

impl fmt::Display for BadCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} names no count", self.0)
    }
}

impl std::error::Error for BadCount {}

/// Stands for a division that nobody named.
const NOWHERE: &str = "-";
/// Stands for a hold without end.
const NO_END: &str = "-";

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request {
                filed,
                track,
                division,
                outcome,
            } => {
                let division = if division.is_empty() { NOWHERE } else { division };
                write!(f, "request/{filed}/{}/{division}/{}", track.key(), outcome.key())
            }
            Self::Reason { filed, outcome, reason } => write!(f, "reason/{filed}/{}/{}", outcome.key(), reason.key()),
            Self::Waiting { filed, since } => write!(f, "waiting/{filed}/{since}"),
            Self::Passed { span, filed, how, days } => {
                write!(f, "passed/{}/{filed}/{}/{days}", span.key(), how.key())
            }
            Self::OnTheWay { span, filed } => write!(f, "on_the_way/{}/{filed}", span.key()),
            Self::Clock { id, due, how } => write!(f, "clock/{}/{due}/{}", id.key(), how.key()),
            Self::Petition { month, by } => write!(f, "petition/{month}/{}", by.key()),
            Self::Order { month, ruling } => write!(f, "order/{month}/{}", ruling.key()),
            Self::RecordingOrder { year, kind } => write!(f, "recording_order/{year}/{}", kind.key()),
            Self::Hold { filed, kind, until } => {
                write!(f, "hold/{filed}/{}/", kind.key())?;
                match until {
                    Some(last) => write!(f, "{last}"),
                    None => f.write_str(NO_END),
                }
            }
            Self::Deletion { month, what } => write!(f, "deletion/{month}/{}", what.key()),
            Self::Gap { month, reason } => write!(f, "gap/{month}/{}", reason.key()),
            Self::Notice { year, what } => write!(f, "notice/{year}/{}", what.key()),
        }
    }
}

impl FromStr for Count {
    type Err = BadCount;

    fn from_str(text: &str) -> Result<Self, BadCount> {
        read(text).ok_or_else(|| BadCount(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Count> {
    let (kind, rest) = text.split_once('/')?;
    let parts: Vec<&str> = rest.splitn(if kind == "reason" { 3 } else { 5 }, '/').collect();
    Some(match (kind, parts.as_slice()) {
        ("request", &[filed, track, division, outcome]) => Count::Request {
            filed: filed.parse().ok()?,
            track: Track::parse(track)?,
            division: if division == NOWHERE { "" } else { division }.to_owned(),
            outcome: Outcome::parse(outcome)?,
        },
        ("reason", &[filed, outcome, reason]) => Count::Reason {
            filed: filed.parse().ok()?,
            outcome: Outcome::parse(outcome)?,
            reason: Reason::parse(reason),
        },
        ("waiting", &[filed, since]) => Count::Waiting {
            filed: filed.parse().ok()?,
            since: since.parse().ok()?,
        },
        ("passed", &[span, filed, how, days]) => Count::Passed {
            span: Span::parse(span)?,
            filed: filed.parse().ok()?,
            how: MilestoneEnd::parse(how)?,
            days: days.parse().ok()?,
        },
        ("on_the_way", &[span, filed]) => Count::OnTheWay {
            span: Span::parse(span)?,
            filed: filed.parse().ok()?,
        },
        ("clock", &[id, due, how]) => Count::Clock {
            id: ClockId::parse(id)?,
            due: due.parse().ok()?,
            how: Timeliness::parse(how)?,
        },
        ("hold", &[filed, kind, until]) => Count::Hold {
            filed: filed.parse().ok()?,
            kind: HoldKind::parse(kind)?,
            until: if until == NO_END {
                None
            } else {
                Some(until.parse().ok()?)
            },
        },
        (kind, &[when, which]) => read_pair(kind, when, which)?,
        _ => return None,
    })
}

/// The counts with two parts.
fn read_pair(kind: &str, when: &str, which: &str) -> Option<Count> {
    Some(match kind {
        "petition" => Count::Petition {
            month: when.parse().ok()?,
            by: Petitioner::parse(which)?,
        },
        "order" => Count::Order {
            month: when.parse().ok()?,
            ruling: Ruling::parse(which)?,
        },
        "recording_order" => Count::RecordingOrder {
            year: when.parse().ok()?,
            kind: OrderKind::parse(which)?,
        },
        "deletion" => Count::Deletion {
            month: when.parse().ok()?,
            what: Deleted::parse(which)?,
        },
        "gap" => Count::Gap {
            month: when.parse().ok()?,
            reason: law::coverage::GapReason::parse(which)?,
        },
        "notice" => Count::Notice {
            year: when.parse().ok()?,
            what: NoticeCount::parse(which)?,
        },
        _ => return None,
    })
}
