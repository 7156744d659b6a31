//! `daylight recordings`: the register of recordings from a file.

use std::path::Path;

use office::{Lang, views::ImportReport};
use records::{RecordsOffice, office::recordings::import::Mode};
use texts::ProblemWords as _;

use super::Failure;
use crate::output::line;

/// `daylight recordings import FILE.csv`: all lines or none, unless bad ones are passed over.
///
/// # Errors
/// When the file cannot be read, or any line is bad.
pub async fn import(office: &RecordsOffice, file: &Path, dry_run: bool, skip_bad: bool) -> Result<(), Failure> {
    let shown = file.display();
    std::fs::File::open(file).map_err(|why| Failure::Undone(format!("{shown} cannot be read: {why}")))?;
    let mode = match (dry_run, skip_bad) {
        (true, _) => Mode::DryRun,
        (false, true) => Mode::SkipBad,
        (false, false) => Mode::AllOrNone,
    };
    let imported = office
        .import_lines(file.to_owned(), None, mode)
        .await
        .map_err(Failure::from_error)?;
    for bad in &imported.bad {
        for (column, problem) in &bad.errors.0 {
            line(format_args!(
                "line {}: {column}: {}",
                bad.line,
                Lang::En.problem(problem)
            ))?;
        }
    }
    line(summary(&imported, mode))?;
    match (imported.bad.len(), mode) {
        (0, _) | (_, Mode::SkipBad) => Ok(()),
        (1, _) => Err(Failure::Undone("1 line is bad".to_owned())),
        (bad, _) => Err(Failure::Undone(format!("{bad} lines are bad"))),
    }
}

fn summary(imported: &ImportReport, mode: Mode) -> String {
    let lines = |one: bool| if one { "line" } else { "lines" };
    let bad = imported.bad.len();
    let bad = format!("{bad} {} bad", lines(bad == 1));
    let good = imported.good;
    let recordings = if good == 1 { "recording" } else { "recordings" };
    match (imported.kept, mode) {
        (true, _) => format!("{good} {recordings} registered, {bad}"),
        (false, Mode::DryRun) => format!("{good} {recordings} would be registered, {bad}; nothing was written"),
        (false, _) => format!("Nothing was written: {good} {} good, {bad}", lines(good == 1)),
    }
}
