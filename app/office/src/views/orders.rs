//! Court orders about recordings, as staff see them.

use std::collections::HashMap;

use law::{
    Date,
    disclosure_order::{DisclosureOrder, OrderActKind, OrderKind},
    notice::ReleaseBar,
};

use super::{AuditEntry, ProposalLine};
use crate::TrackingNumber;

/// A line of the list of orders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// Our id.
    pub id: String,
    /// What it does.
    pub kind: OrderKind,
    /// The court.
    pub court: String,
    /// Its case number.
    pub case_number: String,
    /// Day of the order.
    pub dated: Date,
    /// Last day, if it names one.
    pub last_day: Option<Date>,
    /// Whether a second person verified it.
    pub verified: bool,
    /// What keeps it from having effect today, if anything.
    pub lacks: Option<ReleaseBar>,
}

/// A page of the list, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderPage {
    /// At most [`super::PAGE_LINES`].
    pub lines: Vec<OrderLine>,
    /// How many there are.
    pub total: u64,
    /// From 1.
    pub page: u32,
}

/// An order with everything known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderView {
    /// As in the list.
    pub line: OrderLine,
    /// The order. Recordings and people in it are named by our ids.
    pub order: DisclosureOrder,
    /// Numbers in the evidence system, by the ids of the recordings.
    pub recordings: HashMap<String, String>,
    /// The request it belongs to, if to one.
    pub request: Option<TrackingNumber>,
    /// The court case that it belongs to: our id.
    pub case: Option<String>,
    /// Name of who entered it.
    pub entered_by: String,
    /// Name of who verified it.
    pub verified_by: Option<String>,
    /// Goes back with a change.
    pub version: i64,
    /// What happened, oldest first.
    pub entries: Vec<AuditEntry>,
    /// What the reader may do with it now.
    pub acts: Vec<OrderActKind>,
    /// What waits for a second person.
    pub waiting: Option<ProposalLine>,
    /// Whether the reader is the officer of a recording that it names, and so does not decide on it.
    pub conflict: bool,
}
