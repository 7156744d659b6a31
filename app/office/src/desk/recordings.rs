//! The register of recordings, and court orders about them.

use async_trait::async_trait;

use crate::{
    OfficeResult, TrackingNumber,
    forms::{Deletion, NewOrder, NewRecording, OrderAct, RecordingContext, SceneForm, StatusForm, Unlink},
    permission::{Auditor, Custodian},
    views::{
        AuditFilter, AuditLine, AuditPage, OrderPage, OrderView, ReadingReport, RecordingFilter, RecordingPage,
        RecordingView, Staff,
    },
};

/// An audit log longer than this is exported in parts, by days.
pub const AUDIT_EXPORT: u32 = 50_000;

/// What staff may ask of the register of recordings. Everybody reads; custodians change.
#[async_trait]
pub trait RecordingDesk: Send + Sync {
    /// What a line of the register is checked against.
    fn recording_context(&self) -> RecordingContext;

    /// Recordings that fit a filter, the latest first.
    async fn recordings(&self, by: &Staff, filter: RecordingFilter) -> OfficeResult<RecordingPage>;

    /// A recording with everything that the office knows of it.
    async fn recording(&self, by: &Staff, id: &str) -> OfficeResult<Option<RecordingView>>;

    /// Registers one recording; its id.
    async fn register(&self, by: &Custodian, recording: NewRecording) -> OfficeResult<String>;

    /// Changes a recording's legal status.
    async fn change_status(&self, by: &Custodian, id: &str, form: StatusForm) -> OfficeResult<()>;

    /// Judges what a recording shows, and whether its people log is complete.
    async fn judge(&self, by: &Custodian, id: &str, form: SceneForm) -> OfficeResult<()>;

    /// The audit log, the newest first: what was done to recordings, people, notices, orders, releases and accounts, and what
    /// was opened.
    async fn audit(&self, by: &Staff, filter: AuditFilter) -> OfficeResult<AuditPage>;

    /// All of it that is wanted, for a file; at most [`AUDIT_EXPORT`] entries, the newest.
    async fn audit_lines(&self, by: &Staff, filter: AuditFilter) -> OfficeResult<Vec<AuditLine>>;

    /// Who opened unusually much of what is private.
    async fn reading(&self, by: &Auditor) -> OfficeResult<ReadingReport>;

    /// Says that a recording answers a request; saying it twice is no error.
    async fn link(&self, by: &Custodian, id: &str, number: &TrackingNumber) -> OfficeResult<()>;

    /// Takes back that a recording answers a request. The first entry stays.
    async fn unlink(&self, by: &Custodian, id: &str, unlink: Unlink) -> OfficeResult<()>;

    /// Keeps that the evidence system deleted a recording. Refused while anything holds it, unless it is entered as the
    /// breach that it is.
    async fn record_deletion(&self, by: &Custodian, id: &str, deletion: Deletion) -> OfficeResult<()>;
}

/// Court orders as data: entered by one person, verified by another.
#[async_trait]
pub trait OrderDesk: Send + Sync {
    /// All orders, the newest first.
    async fn orders(&self, by: &Staff, page: u32) -> OfficeResult<OrderPage>;

    /// An order.
    async fn order(&self, by: &Staff, id: &str) -> OfficeResult<Option<OrderView>>;

    /// Enters an order; its id. The same key again gives the first one.
    async fn enter_order(&self, by: &Custodian, order: NewOrder) -> OfficeResult<String>;

    /// Verifies or stays an order.
    async fn act_on_order(&self, by: &Staff, id: &str, act: OrderAct, version: i64) -> OfficeResult<()>;
}
