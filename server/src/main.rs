//! The program `daylight`: reads the command line, does one thing, says in one line what went wrong.

// Both break the program where the disk is full or nobody reads: see `server::output`.
#![warn(clippy::print_stderr, clippy::print_stdout)]
// The types of views are deep.
#![recursion_limit = "256"]

use std::{io::Write as _, process::ExitCode};

use clap::{CommandFactory as _, Parser as _, error::ErrorKind};
use server::{
    cli::{Cli, Command},
    commands::{self, Failure},
    config::Config,
    log, output,
};

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return report_usage(&error),
    };
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Where even that cannot be written, the exit code says it.
            let said = failure.to_string();
            let lines: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            let _ = writeln!(std::io::stderr(), "daylight: {}", lines.join(" "));
            failure.code()
        }
    }
}

/// `daylight help` explains the variables too.
fn report_usage(error: &clap::Error) -> ExitCode {
    if error.kind() == ErrorKind::DisplayHelp && std::env::args().nth(1).as_deref() == Some("help") {
        let mut command = Cli::command();
        let wanted = std::env::args().nth(2);
        if wanted.is_none() {
            return match output::line(command.render_long_help()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(failure) => failure.code(),
            };
        }
    }
    error.exit()
}

fn run(cli: Cli) -> Result<(), Failure> {
    let config = Config::from_env().map_err(|wrong| Failure::Usage(wrong.to_string()))?;
    let _log = log::begin(config.log);
    let command = cli.command.unwrap_or(Command::Serve { no_worker: false });
    if let Command::Deadline { rule, start, json } = command {
        return commands::deadline(&config, &rule, &start, json);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failure::from_error)?;
    runtime.block_on(commands::run(config, command))
}
