//! Where log lines go: standard error, so that standard output holds only what was asked for.

use tracing_appender::non_blocking::{NonBlocking, WorkerGuard};
use tracing_subscriber::{EnvFilter, fmt};

use crate::config::LogFormat;

/// Begins to log. Libraries speak only when something is wrong. Lines are written by a thread of their own, so that nobody
/// waits for whoever reads them; it writes what is left when the guard is dropped.
///
/// Lines that wait are bounded, by default of the library 128,000; what comes on top is lost.
#[must_use = "dropped, it ends the log"]
pub fn begin(format: LogFormat) -> WorkerGuard {
    let (lines, guard) = NonBlocking::new(std::io::stderr());
    subscribe(format, lines);
    guard
}

fn subscribe(format: LogFormat, lines: NonBlocking) {
    let filter = EnvFilter::new("warn,server=info,records=info,daylight=info");
    // A line that cannot be written, because the disk is full or nobody reads, is lost; complaining about it on the same
    // standard error would break the program.
    let lines = fmt()
        .with_env_filter(filter)
        .with_writer(lines)
        .log_internal_errors(false);
    // A second logger is no reason not to run.
    let _ = match format {
        LogFormat::Text => lines.with_ansi(false).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
}
