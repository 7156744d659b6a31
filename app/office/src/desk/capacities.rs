//! In which right somebody acts for a person shown, or for whoever filed.

use async_trait::async_trait;

use crate::{
    OfficeResult, TrackingNumber,
    forms::{CapacityAct, NewCapacity},
    permission::Custodian,
    views::{CapacitiesView, Staff},
};

/// For whom somebody acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Represented {
    /// A person shown, by the id of their line in a people log.
    Person(String),
    /// Whoever filed a request.
    Requester(TrackingNumber),
}

/// Capacities as staff enter and verify them.
#[async_trait]
pub trait CapacityDesk: Send + Sync {
    /// Everybody who acts for somebody, or did. Names are for those who serve notices, and each opening is kept.
    async fn capacities(&self, by: &Staff, of: &Represented) -> OfficeResult<Option<CapacitiesView>>;

    /// Enters a capacity; the entry that it corrects ends.
    async fn enter_capacity(&self, by: &Custodian, of: &Represented, new: NewCapacity) -> OfficeResult<()>;

    /// Keeps what proves a capacity, or that it ended.
    async fn act_on_capacity(&self, by: &Custodian, of: &Represented, id: &str, act: CapacityAct) -> OfficeResult<()>;
}
