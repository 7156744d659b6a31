//! Files of recordings as evidence systems and spreadsheets save them.

use jiff::civil::date;
use office::views::{BadLine, ImportReport};
use records::office::recordings::import::Mode;

use crate::support::Town;

crate::on_both_engines!(
    a_bad_line_has_the_number_that_a_text_editor_shows,
    what_a_spreadsheet_adds_by_itself_is_forgiven,
    what_a_spreadsheet_changed_is_told_in_its_words,
    an_offset_is_kept_and_a_day_without_a_time_is_told,
);

macro_rules! case {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../cases/", $name)).as_slice())
    };
}

async fn import(town: &Town, file: &[u8]) -> ImportReport {
    town.today_is(date(2026, 12, 1));
    let report = town.office.import_lines(file.to_vec(), None, Mode::DryRun);
    report.await.unwrap()
}

/// The bad lines, each with the names of its columns that are wrong.
fn wrong(report: &ImportReport) -> Vec<(u64, String)> {
    let columns = |bad: &BadLine| {
        bad.errors
            .0
            .iter()
            .map(|(name, _)| name.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    report.bad.iter().map(|bad| (bad.line, columns(bad))).collect()
}

async fn a_bad_line_has_the_number_that_a_text_editor_shows(town: Town) {
    for ((name, file), line) in [
        (case!("unix-lf.csv"), 4),
        (case!("excel-crlf.csv"), 4),
        (case!("blank-line-before.csv"), 7),
        (case!("mac-cr.csv"), 4),
    ] {
        let report = import(&town, file).await;
        assert_eq!(wrong(&report), [(line, "camera".to_owned())], "{name}");
        assert_eq!(report.good, 3, "{name}");
    }
    let (_, twin) = case!("crlf-duplicate.csv");
    let report = import(&town, twin).await;
    assert_eq!(wrong(&report), [(4, "source_id".to_owned())]);
    assert!(
        format!("{:?}", report.bad).contains("SameNumber { line: 2 }"),
        "{:?}",
        report.bad
    );
}

async fn what_a_spreadsheet_adds_by_itself_is_forgiven(town: Town) {
    for ((name, file), good) in [
        (case!("semicolons.csv"), 1),
        (case!("sep-line.csv"), 1),
        (case!("trailing-empty-column.csv"), 1),
        (case!("trailing-empty-rows.csv"), 2),
        (case!("unicode-text-utf16.csv"), 1),
    ] {
        let report = import(&town, file).await;
        assert_eq!((report.good, wrong(&report)), (good, Vec::new()), "{name}");
    }
}

async fn what_a_spreadsheet_changed_is_told_in_its_words(town: Town) {
    let (_, file) = case!("scientific.csv");
    let report = import(&town, file).await;
    let told = [
        (2, "source_id incident_number".to_owned()),
        (3, "incident_number".to_owned()),
        (4, "officer incident_number category".to_owned()),
        (5, "officer".to_owned()),
    ];
    assert_eq!((report.good, wrong(&report)), (0, told.to_vec()));
    let (_, file) = case!("windows-1252.csv");
    let report = import(&town, file).await;
    assert_eq!((report.good, wrong(&report)), (1, vec![(2, "columns".to_owned())]));
}

async fn an_offset_is_kept_and_a_day_without_a_time_is_told(town: Town) {
    let (_, file) = case!("date-only.csv");
    let report = import(&town, file).await;
    assert_eq!((report.good, report.bad.len()), (0, 4), "{:?}", report.bad);
    let (_, file) = case!("short-offsets.csv");
    town.today_is(date(2026, 12, 1));
    let report = town
        .office
        .import_lines(file.to_vec(), None, Mode::AllOrNone)
        .await
        .unwrap();
    assert_eq!(report.bad, Vec::new());
    assert_eq!(
        town.texts("SELECT DISTINCT CAST(started_at AS TEXT) FROM recording")
            .await,
        ["1795197900000000"]
    );
}
