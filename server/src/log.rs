//! Where log lines go: standard error, so that standard output holds only what was asked for.

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::LogFormat;

/// Begins to log. Libraries speak only when something is wrong.
pub fn begin(format: LogFormat) {
    let filter = EnvFilter::new("warn,server=info,records=info,daylight=info");
    // A line that cannot be written, because the disk is full or nobody reads, is lost; complaining about it on the same
    // standard error would break the program.
    let lines = fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .log_internal_errors(false);
    // A second logger is no reason not to run.
    let _ = match format {
        LogFormat::Text => lines.with_ansi(false).try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
}
