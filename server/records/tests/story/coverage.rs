//! Coverage sheets: what should have recorded, and the gaps that everybody may count.

use law::{
    coverage::{CoverageLine, GapReason},
    request::Media,
};
use office::desk::{CoverageDesk as _, StatisticsDesk as _};
use statistics::Cell;

use crate::support::Town;

crate::on_both_engines!(a_newer_sheet_stands_beside_the_older_and_its_gaps_alone_are_counted);

fn gap(who: &str, reason: GapReason) -> CoverageLine {
    CoverageLine {
        who: who.to_owned(),
        camera: Media::InCar,
        found: None,
        gap: Some(reason),
        why: "The unit said so.".to_owned(),
    }
}

async fn a_newer_sheet_stands_beside_the_older_and_its_gaps_alone_are_counted(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let ana = town.resident("Ana").files().await;
    let number = ana.number();
    let first = vec![
        gap("Car 12", GapReason::NotActivated),
        gap("Car 14", GapReason::CameraFailed),
    ];
    town.office.keep_coverage(&cole, number, first).await.unwrap();
    let second = vec![gap("Car 12", GapReason::PolicyException)];
    town.office.keep_coverage(&cole, number, second.clone()).await.unwrap();
    let seen = town.office.coverage(&cole, number).await.unwrap().unwrap();
    assert_eq!(seen.lines, second);
    assert_eq!(town.count("SELECT COUNT(*) FROM coverage_sheet").await, 2);
    for by_hand in [
        "DELETE FROM coverage_gap",
        "UPDATE coverage_gap SET reason = 'no_contact'",
        "DELETE FROM coverage_sheet",
        "UPDATE coverage_sheet SET content = '[]'",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    let shown = town.office.statistics(Some(2026)).await.unwrap().unwrap();
    let cell = |reason: GapReason| shown.figures.coverage_gaps.cell(reason.key(), "gaps");
    assert_eq!(cell(GapReason::PolicyException), Some(Cell::Shown(1)));
    assert_eq!(cell(GapReason::NotActivated), Some(Cell::Shown(0)));
    town.is_sound().await;
}
