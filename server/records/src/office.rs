//! The office itself: what it is made of, and how it opens. One file per desk or subject.

use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use law::{Date, calendar::Closure, profile::Profile, request_state::Rules};
use office::views::AuditAct;

use crate::{
    accounts::Hashing,
    clock::{Clock, ClockWatch, SystemClock},
    disk,
    fault::{Fault, Stored},
    files::Files,
    letters::Sender,
    mail::{self, MailAddresses},
    scan::Scanner,
    secret::{Secret, SecretError},
    store::{OpenError, Opening, Store, StoreSetup, Version, audit_log, settings, sqlite_file},
};

mod admin;
mod capacities;
mod change;
mod clock;
mod conflicts;
mod copies;
mod court;
mod coverage;
mod custodian;
mod daily_mail;
mod deletions;
mod depicted;
mod erase;
mod filing;
mod following;
mod intake;
mod jobs;
mod letters;
mod matches;
mod notes;
mod notices;
mod notify;
mod orders;
mod papers;
mod people;
mod program;
mod proposals;
mod public;
mod queue;
mod reads;
pub mod recordings;
mod register;
mod releases;
mod requester;
mod statistics;
mod submission;
mod tasks;
mod templates;
mod timeline;
mod uploads;
mod viewings;
mod views;

pub use self::{
    change::{Change, Principal},
    submission::Submission,
};

/// What an office is opened with.
#[derive(Clone)]
pub struct Setup {
    /// `sqlite://PATH` or `postgres://…`.
    pub database_url: String,
    /// The agency's profile.
    pub profile: Profile,
    /// Where the secret is.
    pub secret_file: PathBuf,
    /// Where files are kept.
    pub files_dir: PathBuf,
    /// Who looks at the files of people before they are kept; `None`: nobody.
    pub scanner: Option<Arc<Scanner>>,
    /// Where the portal is reached, for links in letters.
    pub base_url: String,
    /// Whose address letters bear by e-mail.
    pub mail: MailAddresses,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// How passwords are hashed.
    pub hashing: Hashing,
    /// How long to wait for a lock or a connection before the answer is "unavailable".
    pub patience: Duration,
    /// Whether a new database and a new secret may be made, and tables changed.
    pub opening: Opening,
}

impl Setup {
    /// A setup with files beside the secret, the system's clock, full password hashing and five seconds of patience.
    pub fn new(
        database_url: impl Into<String>,
        profile: Profile,
        secret_file: impl Into<PathBuf>,
        base_url: impl Into<String>,
    ) -> Self {
        let secret_file = secret_file.into();
        let files_dir = secret_file.parent().map(|folder| folder.join("files"));
        Self {
            files_dir: files_dir.unwrap_or_else(|| PathBuf::from("files")),
            database_url: database_url.into(),
            profile,
            secret_file,
            scanner: None,
            base_url: base_url.into(),
            mail: MailAddresses::default(),
            clock: Arc::new(SystemClock),
            hashing: Hashing::full(),
            patience: Duration::from_secs(5),
            opening: Opening::CreateAndMigrate,
        }
    }
}

/// The office cannot open. Each says what was expected.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The secret file cannot be used.
    #[error(transparent)]
    Secret(#[from] SecretError),
    /// The secret file is another office's: no code would open its request any more.
    #[error("the secret file {0} does not belong to this database; put back the one it was started with")]
    WrongSecret(String),
    /// The database opened, and then failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// The records office. Cheap to clone; every clone is the same office.
#[derive(Clone)]
pub struct RecordsOffice {
    store: Store,
    clock: Arc<dyn Clock>,
    /// None for a clock that is set by hand.
    watch: Option<Arc<ClockWatch>>,
    profile: Arc<Profile>,
    secret: Arc<Secret>,
    sender: Arc<Sender>,
    files: Files,
    scanner: Option<Arc<Scanner>>,
    hashing: Hashing,
    published: Arc<program::ProgramCache>,
    statistics_cache: Arc<statistics::StatisticsCache>,
    demo: Arc<AtomicBool>,
    /// What grows: the folder of files, and an SQLite database.
    grows: Arc<[PathBuf]>,
}

/// Free space, in bytes, below which the operator is told: some days of filing, and room for a backup's beginning.
pub const SPACE_FLOOR: u64 = 512 * 1024 * 1024;

/// An instant with its day in the agency's time zone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    /// Microseconds since 1970.
    pub at: i64,
    /// The day there.
    pub today: Date,
}

impl Moment {
    /// An entry of this moment about a subject, by an account or by the portal itself.
    pub(crate) fn entry<'a>(
        self,
        (subject, subject_id): (audit_log::Subject, &'a str),
        act: &'a AuditAct,
        staff_id: Option<&'a str>,
    ) -> audit_log::Entry<'a, AuditAct> {
        audit_log::Entry {
            subject,
            subject_id,
            at: self.at,
            on: self.today,
            staff_id,
            act: act.key(),
            event: act,
            citation: None,
        }
    }
}

impl RecordsOffice {
    /// A code of a notice, for a letter that is sent now.
    pub(crate) fn notice_code(&self, notice: &str, no: i64) -> office::AccessCode {
        self.secret.notice_code(notice, no)
    }

    /// How often this program has written: as long as it stays the same, it has changed nothing.
    pub fn written(&self) -> u64 {
        self.store.written()
    }

    /// The version of what the database holds, whoever wrote it: as long as it stays the same, every reader sees the same.
    ///
    /// # Errors
    /// When the database is gone.
    pub async fn database_version(&self) -> Stored<Version> {
        self.store.database_version().await
    }

    /// Opens the office: its secret and its database, both made if they are not there and the setup allows it.
    ///
    /// # Errors
    /// Says what is wrong and what was expected.
    pub async fn open(setup: Setup) -> Result<Arc<Self>, StartError> {
        let mail_domain = mail::mail_domain(&setup.base_url);
        let store_setup = StoreSetup {
            url: setup.database_url.clone(),
            mail_domain,
            patience: setup.patience,
            opening: setup.opening,
        };
        // Whoever looks in the wrong folder hears of the database first.
        let store = Store::open(&store_setup).await?;
        let secret = secret_of(&store, &setup).await?;
        if Secret::is_exposed(&setup.secret_file) {
            tracing::warn!(
                "Others may read the secret file {}: make it mode 0600, for its owner alone",
                setup.secret_file.display()
            );
        }
        let database = sqlite_file(&setup.database_url).map(PathBuf::from);
        let grows: Vec<PathBuf> = database.into_iter().chain([setup.files_dir.clone()]).collect();
        let demo = settings::get(&store, settings::DEMO).await?.is_some();
        let sender = Sender {
            base_url: setup.base_url,
            agency: setup.profile.agency.clone(),
            return_address: setup.profile.return_address.clone(),
            telephone: setup.profile.telephone.clone(),
            mail: setup.mail,
            denials: setup.profile.denials().to_vec(),
        };
        if setup.clock.is_by_hand()
            && setup.opening == Opening::CreateAndMigrate
            && settings::get(&store, settings::CLOCK).await?.is_none()
        {
            let mut tx = store.begin().await?;
            settings::clock_by_hand(&mut tx).await?;
            tx.commit().await?;
        }
        let office = Self {
            store,
            watch: clock::watch_of(setup.clock.as_ref()),
            clock: setup.clock,
            profile: Arc::new(setup.profile),
            secret: Arc::new(secret),
            sender: Arc::new(sender),
            files: Files::within(setup.files_dir),
            scanner: setup.scanner,
            hashing: setup.hashing,
            published: Arc::default(),
            statistics_cache: Arc::default(),
            demo: Arc::new(AtomicBool::new(demo)),
            grows: grows.into(),
        };
        // Nothing is dated before what is there already.
        office.clock_trouble().await?;
        office.finish_imports().await?;
        if setup.opening == Opening::CreateAndMigrate {
            office.look_back().await?;
            office.complete_holds().await?;
            office.complete_open_queue().await?;
            // Tried again at the next start.
            if let Err(refusal) = office.open_old_cases().await {
                tracing::error!(?refusal, "The court cases of earlier entries could not be opened");
            }
            office.catch_up().await?;
        }
        Ok(Arc::new(office))
    }

    /// Who sends letters.
    pub(crate) fn sender(&self) -> &Sender {
        &self.sender
    }

    /// The database, for the worker and for tests.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The clock, for the worker.
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// What the clock says, in microseconds since 1970, be it wrong: for sessions and pauses, which are no entries.
    pub fn now_micros(&self) -> i64 {
        self.clock.now().as_microsecond()
    }

    /// The same office with another clock.
    #[must_use]
    pub fn with_clock(&self, clock: Arc<dyn Clock>) -> Self {
        Self {
            watch: clock::watch_of(clock.as_ref()),
            clock,
            ..self.clone()
        }
    }

    /// Says for good that the data here is fictional; the seed says which fiction.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn mark_as_demo(&self, seed: u64) -> Stored<()> {
        let mut tx = self.store.begin().await?;
        settings::set_once(&mut tx, settings::DEMO, &seed.to_string()).await?;
        tx.commit().await?;
        self.demo.store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Says that the fiction is whole: from now on its letters may go out.
    ///
    /// # Errors
    /// [`Fault::Database`].
    pub async fn fiction_is_made(&self) -> Stored<()> {
        let mut tx = self.store.begin().await?;
        settings::set_once(&mut tx, settings::DEMO_MADE, "yes").await?;
        tx.commit().await
    }

    /// Whether somebody is making fiction here, or broke off: nobody is to get its letters.
    pub(crate) async fn is_half_made_fiction(&self) -> Stored<bool> {
        Ok(self.is_demo() && settings::get(&self.store, settings::DEMO_MADE).await?.is_none())
    }

    /// Whether the data is fictional.
    pub fn is_demo(&self) -> bool {
        self.demo.load(Ordering::Relaxed)
    }

    /// Whether the database answers.
    ///
    /// # Errors
    /// When it does not.
    pub async fn ready(&self) -> office::OfficeResult<()> {
        Ok(self.store.ready().await?)
    }

    /// Bytes free on the fullest disk that records or files lie on; `None` where the system does not say.
    pub fn free_space(&self) -> Option<u64> {
        self.grows.iter().filter_map(|path| disk::free(path)).min()
    }

    /// The same, where it is below [`SPACE_FLOOR`].
    pub fn little_space(&self) -> Option<u64> {
        self.free_space().filter(|free| *free < SPACE_FLOOR)
    }

    /// The same office on a database that stands still: everything it reads is of this moment. Whoever opened it closes it.
    async fn at_one_moment(&self) -> Stored<Self> {
        Ok(Self {
            store: self.store.at_one_moment().await?,
            ..self.clone()
        })
    }

    /// Lets work that was begun end, and closes the database.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// The moment by which everything is dated: the clock's, or the one to be believed while the clock cannot be. What only a
    /// right clock may do is refused by then ([`clock_is_right`](Self::clock_is_right)); what goes on (filings, accounts, what
    /// is opened and stopped) leaves no entry of a wrong day.
    pub(crate) fn now(&self) -> Moment {
        let clock = self.clock.now();
        self.moment(self.watch.as_ref().map_or(clock, |watch| watch.believed(clock)))
    }

    fn moment(&self, now: jiff::Timestamp) -> Moment {
        Moment {
            at: now.as_microsecond(),
            today: self.profile.local_day(now),
        }
    }

    /// An instant on the agency's clock, without its distance from UTC.
    pub(crate) fn local(&self, micros: i64) -> law::DateTime {
        self.zoned(micros).datetime()
    }

    /// An instant in the agency's time zone.
    pub(crate) fn zoned(&self, micros: i64) -> jiff::Zoned {
        let instant = jiff::Timestamp::from_microsecond(micros).unwrap_or_default();
        instant.to_zoned(self.profile.time_zone())
    }

    pub(crate) fn rules<'a>(&'a self, closures: &'a [Closure]) -> Rules<'a> {
        Rules {
            profile: &self.profile,
            closures,
        }
    }

    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }

    pub(crate) const fn secret(&self) -> &Arc<Secret> {
        &self.secret
    }

    pub(crate) const fn hashing(&self) -> &Hashing {
        &self.hashing
    }
}

/// The secret that the database was started with; a new database takes one as its own, where the setup allows that. A
/// database that has one never leads to a new file.
async fn secret_of(store: &Store, setup: &Setup) -> Result<Secret, StartError> {
    let file = &setup.secret_file;
    let is_new = settings::get(store, settings::SECRET).await?.is_none();
    let (secret, made) = if is_new && setup.opening == Opening::CreateAndMigrate {
        Secret::open(file)?
    } else {
        (Secret::read(file)?, false)
    };
    if is_new && setup.opening == Opening::CreateAndMigrate {
        let mut tx = store.begin().await?;
        settings::set_once(&mut tx, settings::SECRET, &secret.hash("setting", settings::SECRET)).await?;
        tx.commit().await?;
    }
    if belongs(store, &secret).await? {
        return Ok(secret);
    }
    if made {
        // Another replica was quicker, with a secret of its own.
        let _ = std::fs::remove_file(file);
    }
    Err(StartError::WrongSecret(file.display().to_string()))
}

/// Whether this secret is the one that the database was started with.
async fn belongs(store: &Store, secret: &Secret) -> Stored<bool> {
    let hash = secret.hash("setting", settings::SECRET);
    Ok(settings::get(store, settings::SECRET).await? == Some(hash))
}
