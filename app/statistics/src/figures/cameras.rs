//! Cameras against the stated goal: figures of the program, not of the docket.

use super::label;
use crate::{
    Cell, Public,
    table::Label,
    words::{self, table},
};

/// A published number of cameras.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CameraRow {
    /// Where: a division, or divisions that were counted together.
    pub place: Label,
    /// How many, as the source says.
    pub cameras: u64,
    /// Whether the source reports them as in service, not only as expected.
    pub in_service: bool,
}

/// Cameras against the stated goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cameras {
    /// Published numbers.
    pub rows: Vec<CameraRow>,
    /// The stated goal, if there is one.
    pub goal: Option<u64>,
}

impl Cameras {
    /// Cameras that a source reports as in service.
    pub fn in_service(&self) -> u64 {
        self.rows
            .iter()
            .filter(|row| row.in_service)
            .map(|row| row.cameras)
            .sum()
    }

    /// In service as a share of the goal, in tenths of a percent.
    pub fn per_mille(&self) -> Option<u32> {
        Cell::Shown(self.in_service()).per_mille(Cell::Shown(self.goal?))
    }

    /// As a table: what is in service, row by row; what is only expected; the goal. Nothing adds up
    /// here, so there are no sums but that of what is in service.
    pub fn table(&self) -> Public {
        let row = |row: &CameraRow| (row.place.clone(), row.cameras);
        let goal = self.goal.map(|goal| (label("goal", table::GOAL), goal));
        let (served, expected): (Vec<&CameraRow>, Vec<&CameraRow>) = self.rows.iter().partition(|row| row.in_service);
        let all = served.into_iter().chain(expected).map(row).chain(goal);
        let (rows, cells) = all.map(|(label, cameras)| (label, vec![Cell::Shown(cameras)])).unzip();
        Public {
            key: "cameras",
            columns: vec![words::label("cameras", table::CAMERAS)],
            rows,
            cells,
            row_totals: Vec::new(),
            column_totals: Vec::new(),
            total: None,
        }
    }
}
