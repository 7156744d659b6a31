//! The figures of the home page.

/// The figures on the home page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// All requests ever filed.
    pub filed: u64,
    /// Open ones.
    pub open: u64,
    /// Waiting for an investigation to end.
    pub waiting: u64,
    /// Open and past their day.
    pub overdue: u64,
}
