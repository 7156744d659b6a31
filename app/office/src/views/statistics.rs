//! The public statistics, as published.

use law::Date;
use statistics::{Cameras, Publication};

/// The figures of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistics {
    /// The year of receipt.
    pub year: i16,
    /// Years that have figures, the newest first.
    pub years: Vec<i16>,
    /// The day of reading.
    pub as_of: Date,
    /// The figures, small counts hidden.
    pub figures: Publication,
    /// Cameras against the stated goal, from the program's facts.
    pub cameras: Cameras,
}
