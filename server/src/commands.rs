//! What the program does: one function per command.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
    time::Duration,
};

use records::{
    RecordsOffice, Setup,
    files::Files,
    scan::Scanner,
    store::{Opening, Store, StoreSetup, backup, restore},
};

use crate::{
    cli::{Command, HoldsCommand, RecordingsCommand},
    config::Config,
    output::{Gathered, line},
};

mod clock;
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
        Command::Serve { no_worker } => Box::pin(serve::serve(config, !no_worker)).await,
        Command::Staff(command) => {
            let base_url = config.base_url(config.site_addr);
            staff::run(&*office(&config).await?, &base_url, command).await
        }
        Command::Deadline { rule, start, json } => deadline(&config, &rule, &start, json),
        Command::Recordings(RecordingsCommand::Import {
            file,
            dry_run,
            skip_bad,
        }) => recordings::import(&*office(&config).await?, &file, dry_run, skip_bad).await,
        Command::Holds(HoldsCommand::Export) => {
            let office = office(&config).await?;
            let mut lines = Gathered::default();
            let written = office.holds_export(|line| lines.add(&line)).await;
            written.map_err(Failure::from_error)??;
            lines.end()
        }
        Command::Demo { requests, seed } => {
            demo::demo(&*open(&config, Opening::CreateAndMigrate).await?, requests, seed).await
        }
        Command::Migrate => {
            let office = open(&config, Opening::CreateAndMigrate).await?;
            let version = office.store().program_version();
            line(format_args!("The database is at version {version}"))
        }
        Command::Backup { file } => backup(&config, &file).await,
        Command::Restore { file } => restore(&config, &file).await,
        Command::Erase { number, reason } => erase(&*office(&config).await?, &number, &reason).await,
        Command::Check => check(&*office(&config).await?).await,
        Command::Clock(asked) => clock::clock(&*office(&config).await?, &config.profile, asked).await,
    }
}

/// Opens the office that is there.
async fn office(config: &Config) -> Result<Arc<RecordsOffice>, Failure> {
    open(config, Opening::ThisVersion).await
}

async fn open(config: &Config, opening: Opening) -> Result<Arc<RecordsOffice>, Failure> {
    open_at(config, config.base_url(config.site_addr), opening).await
}

async fn open_at(config: &Config, base_url: String, opening: Opening) -> Result<Arc<RecordsOffice>, Failure> {
    let mut setup = Setup::new(
        &config.database_url,
        config.profile.clone(),
        &config.secret_file,
        base_url,
    );
    setup.files_dir = files_dir(config);
    setup.mail = config.mail_addresses.clone();
    let scanner = config
        .clamd
        .clone()
        .map(|clamd| Scanner::new(clamd, config.clamd_patience));
    setup.scanner = scanner.map(Arc::new);
    setup.opening = opening;
    RecordsOffice::open(setup).await.map_err(Failure::from_error)
}

/// Where files are kept.
fn files_dir(config: &Config) -> PathBuf {
    config.data_dir.join("files")
}

/// Copies a database of this version or an older one: before an upgrade is when a copy is needed most.
async fn backup(config: &Config, file: &Path) -> Result<(), Failure> {
    let store = Store::open(&StoreSetup {
        url: config.database_url.clone(),
        mail_domain: String::new(),
        patience: Duration::from_secs(5),
        opening: Opening::AnyOlderVersion,
    })
    .await
    .map_err(Failure::from_error)?;
    let source = backup::Source {
        store: &store,
        url: &config.database_url,
        files: &Files::within(files_dir(config)),
        secret_file: &config.secret_file,
    };
    let version = store.version().await.map_err(Failure::from_error)?;
    let requests = backup::backup(source, file).await.map_err(Failure::from_error)?;
    line(format_args!(
        "{} copied to {}, tables at version {version}; keep {} apart, without it the copy opens nothing",
        counted(requests),
        file.display(),
        config.secret_file.display()
    ))
}

fn counted(requests: u64) -> String {
    match requests {
        1 => "1 request".to_owned(),
        requests => format!("{requests} requests"),
    }
}

async fn restore(config: &Config, file: &Path) -> Result<(), Failure> {
    let files = Files::within(files_dir(config));
    let restored = restore::restore(&config.database_url, &files, file).await;
    let requests = restored.map_err(Failure::from_error)?;
    line(format_args!("{} restored from {}", counted(requests), file.display()))?;
    if !config.secret_file.exists() {
        line(format_args!(
            "Put the secret file of this database back to {} before you serve",
            config.secret_file.display()
        ))?;
    }
    Ok(())
}

async fn erase(office: &RecordsOffice, number: &str, why: &str) -> Result<(), Failure> {
    let typed = number;
    let number = office::TrackingNumber::parse(number).map_err(|_| {
        Failure::Usage(format!(
            "{typed:?} is no tracking number, expected one like KC-26-7F3K-Q2"
        ))
    })?;
    let reason = reason(why)?;
    match office.erase_requester(&number, reason, None).await {
        Ok(true) => line(format_args!(
            "{number}: who filed it and their words are erased; the docket stays and says so"
        )),
        Ok(false) => line(format_args!(
            "{number}: who filed it was erased before; what they wrote since is erased now"
        )),
        Err(office::Refusal::NotFound) => Err(Failure::Undone(format!("there is no request {number}"))),
        Err(refusal) => Err(Failure::from_error(refusal)),
    }
}

/// Why an operator does something, as entries keep it.
fn reason(typed: &str) -> Result<&str, Failure> {
    let reason = typed.trim();
    if reason.is_empty() || reason.chars().count() > 500 || reason.chars().any(char::is_control) {
        return Err(Failure::Usage(
            "--reason must say why, in one line of at most 500 characters".to_owned(),
        ));
    }
    Ok(reason)
}

/// Whether files of people are scanned.
///
/// # Errors
/// What is wrong where they cannot be.
pub async fn scan_told(office: &RecordsOffice) -> Result<String, String> {
    let Some(scanner) = office.scanner() else {
        return Ok("Files that people send are not scanned for viruses: DAYLIGHT_CLAMD is not set".to_owned());
    };
    let address = scanner.address();
    match scanner.version().await {
        Ok(version) => Ok(format!(
            "Files that people send are scanned by clamd at {address}: {version}"
        )),
        Err(error) => Err(format!(
            "clamd at {address} does not answer, so no file of anybody is taken until it does: {error}"
        )),
    }
}

async fn check(office: &RecordsOffice) -> Result<(), Failure> {
    let wrong = office.check().await.map_err(Failure::from_error)?;
    for one in &wrong {
        line(one)?;
    }
    let orphans = office.orphans().await.map_err(Failure::from_error)?;
    match orphans {
        0 => {}
        1 => line("1 file belongs to no record; it is taken away three days after it came")?,
        count => line(format_args!(
            "{count} files belong to no record; they are taken away three days after they came"
        ))?,
    }
    let mut told = office.letters_told().await.map_err(Failure::from_error)?;
    told.extend(office.clock_told().await.map_err(Failure::from_error)?);
    let scan = scan_told(office).await;
    match scan {
        Ok(scanned) => line(scanned)?,
        Err(silent) => told.push(silent),
    }
    for one in &told {
        line(one)?;
    }
    let version = office.store().program_version();
    match (wrong.len(), told.is_empty() && orphans == 0) {
        (0, true) => line(format_args!(
            "Everything is in order, at version {version} of the tables"
        )),
        (0, false) => line(format_args!(
            "What is kept is in order, at version {version} of the tables; what is told above is not done"
        )),
        (1, _) => Err(Failure::Undone("1 thing is wrong".to_owned())),
        (count, _) => Err(Failure::Undone(format!("{count} things are wrong"))),
    }
}
