//! What can be typed after `daylight`.

use std::{fmt::Write as _, path::PathBuf};

use clap::{Parser, Subcommand};
use office::views::Role;

use crate::config::{VARIABLES, Variable};

/// The records portal for police camera footage.
#[derive(Debug, Parser)]
#[command(
    name = "daylight",
    version,
    about = "The records portal for police camera footage",
    after_long_help = variables()
)]
pub struct Cli {
    /// What to do; `serve` if nothing is said.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What the program does.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Web server and worker in one process (the default). On an empty database it prints a one-time link for
    /// the first staff account.
    Serve {
        /// Serve only: another process posts the letters and watches the clocks.
        #[arg(long)]
        no_worker: bool,
    },
    /// Staff accounts.
    #[command(subcommand, arg_required_else_help = true)]
    Staff(StaffCommand),
    /// A deadline with its work shown; the first line is the date alone.
    Deadline {
        /// Name of the rule, for example `MO_SUNSHINE_3BD`.
        rule: String,
        /// Day (2026-03-02) or instant (2026-03-02T17:30:00-06:00) from which it is counted.
        start: String,
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// The register of recordings.
    #[command(subcommand, arg_required_else_help = true)]
    Recordings(RecordingsCommand),
    /// What must not be deleted.
    #[command(subcommand, arg_required_else_help = true)]
    Holds(HoldsCommand),
    /// Fills an empty database with fictional data, the same for the same seed.
    Demo {
        /// How many requests.
        #[arg(long, default_value_t = 500, value_name = "N")]
        requests: u32,
        /// Whence the fiction grows.
        #[arg(long, default_value_t = 1, value_name = "S")]
        seed: u64,
    },
    /// Makes the database if there is none and brings its tables to this program's version, as `serve` does. No other
    /// command makes a database or a secret file, or changes a table.
    Migrate,
    /// Writes a consistent copy of the database to the new file FILE, also while serving, and the files it names to the
    /// new folder FILE.files beside it: without using more space where the disk is the same. Says how many requests it
    /// holds. Take both to another machine. The secret file is not part of it: keep that apart.
    Backup {
        /// A file that is not there yet.
        file: PathBuf,
    },
    /// Brings a backup, with its folder FILE.files, into an empty database and an empty folder of files.
    Restore {
        /// What `backup` wrote.
        file: PathBuf,
    },
    /// Erases who filed a request and their words, also from letters to them; the docket stays and says so. Copies made by
    /// `backup`, and letters written as files, are elsewhere and keep them.
    Erase {
        /// The request's number, for example KC-26-7F3K-Q2.
        number: String,
        /// Why; staff can read it.
        #[arg(long)]
        reason: String,
    },
    /// Verifies the database and every file it names, prints what is wrong; exit 1 if anything is.
    Check,
    /// The clock by which every act has its day.
    #[command(subcommand, arg_required_else_help = true)]
    Clock(ClockCommand),
}

/// The clock.
#[derive(Debug, Subcommand)]
pub enum ClockCommand {
    /// Shows what the clock says, the newest entry of the records, and what is wrong; exit 1 if anything is.
    Show,
    /// Says that the clock is right: you looked at another one. Entries that lie ahead of it are set aside, so that no day is
    /// taken from them; what they tell stands. A running program whose clock jumped goes on without a restart. An entry of the
    /// audit log keeps it.
    Confirm {
        /// What time it is, by the clock that you looked at: 2026-03-02T17:30 where the agency is, or
        /// 2026-03-02T17:30:00-06:00. The machine's clock must say the same, within five minutes.
        #[arg(long)]
        time: String,
        /// Why; staff can read it.
        #[arg(long)]
        reason: String,
    },
}

/// Staff accounts.
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Makes an account. Without --password-stdin it makes up a password and prints it once.
    Add {
        /// E-mail address, with which the person signs in.
        #[arg(long)]
        email: String,
        /// Name, as colleagues read it.
        #[arg(long)]
        name: String,
        /// custodian, reviewer, supervisor, prosecutor, auditor or admin.
        #[arg(long, value_parser = role)]
        role: Role,
        /// Read the password from the first line of standard input.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Lists every account: e-mail address, name, role, state, last sign-in.
    List {
        /// As JSON.
        #[arg(long)]
        json: bool,
    },
    /// Disables an account: every session ends at once, and nobody signs in.
    Disable {
        /// E-mail address.
        email: String,
    },
    /// Enables a disabled account again.
    Enable {
        /// E-mail address.
        email: String,
    },
    /// Gives another role.
    Role {
        /// E-mail address.
        email: String,
        /// custodian, reviewer, supervisor, prosecutor, auditor or admin.
        #[arg(value_parser = role)]
        role: Role,
    },
    /// Prints a one-time link for another password; with --password-stdin it sets the password and ends every session.
    Password {
        /// E-mail address.
        email: String,
        /// Read the password from the first line of standard input.
        #[arg(long)]
        password_stdin: bool,
    },
    /// Ends every session of an account.
    SignOut {
        /// E-mail address.
        email: String,
    },
}

/// The register of recordings.
#[derive(Debug, Subcommand)]
pub enum RecordingsCommand {
    /// Registers the recordings of a CSV file; tells each bad line by number, and writes nothing if any is bad.
    Import {
        /// The file: UTF-8, with a first line that names the columns.
        file: PathBuf,
        /// Only look; write nothing.
        #[arg(long)]
        dry_run: bool,
        /// Pass over bad lines and register the good ones.
        #[arg(long, conflicts_with = "dry_run")]
        skip_bad: bool,
    },
}

/// What must not be deleted.
#[derive(Debug, Subcommand)]
pub enum HoldsCommand {
    /// CSV of recordings and time ranges that must not be deleted, on standard output.
    Export,
}

fn role(key: &str) -> Result<Role, String> {
    let known = || Role::ALL.map(Role::key).join(", ");
    Role::parse(key).ok_or_else(|| format!("expected one of {}", known()))
}

/// The part of the help that explains each variable.
fn variables() -> String {
    let mut text = "Variables of the environment:\n".to_owned();
    for Variable { name, default, meaning } in VARIABLES {
        let _ = write!(text, "  {name}\n          {meaning}\n          [default: {default}]\n");
    }
    text.push_str("\nExit codes: 0 done, 1 it could not be done, 2 it was not asked rightly.");
    text
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_commands_hang_together() {
        Cli::command().debug_assert();
    }

    #[test]
    fn the_help_names_every_variable() {
        let help = Cli::command().render_long_help().to_string();
        for Variable { name, .. } in VARIABLES {
            assert!(help.contains(name), "{name}");
        }
    }
}
