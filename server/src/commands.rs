//! What the program does: one function per command.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use records::{RecordsOffice, Setup, files::Files, store::backup};

use crate::{
    cli::{Command, HoldsCommand, RecordingsCommand, StaffCommand},
    config::Config,
};

mod deadline;
mod demo;
mod recordings;
mod serve;
mod staff;

pub use deadline::deadline;

/// Why a command was not done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It was not asked rightly.
    #[error("{0}")]
    Usage(String),
    /// It could not be done.
    #[error("{0}")]
    Undone(String),
}

impl Failure {
    /// Something else said why.
    pub fn from_error(error: impl std::fmt::Display) -> Self {
        Self::Undone(error.to_string())
    }

    /// What the program ends with.
    pub fn code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Undone(_) => ExitCode::FAILURE,
        }
    }
}

/// Runs a command that needs the database.
///
/// # Errors
/// Says in one line what could not be done.
pub async fn run(config: Config, command: Command) -> Result<(), Failure> {
    match command {
        Command::Serve { no_worker } => serve::serve(config, !no_worker).await,
        Command::Staff(StaffCommand::Add {
            email,
            name,
            role,
            password_stdin,
        }) => staff::add(&*office(&config).await?, email, name, role, password_stdin).await,
        Command::Deadline { rule, start, json } => deadline(&config, &rule, &start, json),
        Command::Recordings(RecordingsCommand::Import {
            file,
            dry_run,
            skip_bad,
        }) => recordings::import(&*office(&config).await?, &file, dry_run, skip_bad).await,
        Command::Holds(HoldsCommand::Export) => {
            print!(
                "{}",
                office(&config)
                    .await?
                    .holds_export()
                    .await
                    .map_err(Failure::from_error)?
            );
            Ok(())
        }
        Command::Demo { requests, seed } => demo::demo(&*office(&config).await?, requests, seed).await,
        Command::Backup { file } => office(&config).await?.backup(&file).await.map_err(Failure::from_error),
        Command::Restore { file } => backup::restore(&config.database_url, &Files::within(files_dir(&config)), &file)
            .await
            .map_err(Failure::from_error),
        Command::Check => check(&*office(&config).await?).await,
    }
}

/// Opens the office at its usual address.
async fn office(config: &Config) -> Result<Arc<RecordsOffice>, Failure> {
    open(config, config.base_url(config.site_addr)).await
}

async fn open(config: &Config, base_url: String) -> Result<Arc<RecordsOffice>, Failure> {
    let mut setup = Setup::new(
        &config.database_url,
        config.profile.clone(),
        &config.secret_file,
        base_url,
    );
    setup.files_dir = files_dir(config);
    RecordsOffice::open(setup).await.map_err(Failure::from_error)
}

/// Where files are kept.
fn files_dir(config: &Config) -> PathBuf {
    config.data_dir.join("files")
}

async fn check(office: &RecordsOffice) -> Result<(), Failure> {
    let wrong = office.check().await.map_err(Failure::from_error)?;
    for line in &wrong {
        println!("{line}");
    }
    match office.orphans().await.map_err(Failure::from_error)? {
        0 => {}
        count => println!("{count} files belong to no record; they are taken away three days after they came"),
    }
    match wrong.len() {
        0 => {
            println!("Everything is in order");
            Ok(())
        }
        count => Err(Failure::Undone(format!("{count} things are wrong"))),
    }
}
