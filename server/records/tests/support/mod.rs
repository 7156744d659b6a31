//! A town with a records office in it, and people who come to its counter.

#[path = "kept_movie.rs"]
#[expect(dead_code, reason = "other tests need other parts of it")]
pub mod movie;

use std::{sync::Arc, time::Duration};

use jiff::{civil::Date, tz::TimeZone};
use law::{
    profile::Profile,
    request::{Act, ActKind},
    request_order::{Petition, Petitioner, RequestOrder, Ruling},
};
use office::{
    Lang, OfficeResult, Refusal, TrackingNumber,
    desk::{CustodianDesk as _, PublicDesk as _, QueueDesk as _, Requester, RequesterDesk as _},
    forms::{Filing, FilingForm, InPart, Message, StaffAct, SubmissionKey, WithheldWords},
    views::{PrivateView, PublicStatus, QueueFilter, QueuePage, QueueView, Receipt, Role, Staff, StaffRequest},
};
use records::{
    Hashing, NewStaff, RecordsOffice, Setup,
    clock::{SetClock, noon},
    secret,
    store::Dialect,
};

/// A day like others: a Wednesday.
pub const WEDNESDAY: Date = jiff::civil::date(2026, 2, 4);
/// A password that is long enough.
pub const PASSWORD: &str = "a long enough password";

/// A records office on a day that the test sets.
pub struct Town {
    /// The office.
    pub office: Arc<RecordsOffice>,
    /// Its clock.
    pub clock: Arc<SetClock>,
    setup: Setup,
    folder: tempfile::TempDir,
}

impl Town {
    /// A town whose office keeps its records in SQLite.
    pub async fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("data/daylight.db").display());
        Self::at(url, folder).await
    }

    /// A town whose office keeps its records in PostgreSQL, in a schema of its own; `None` when the
    /// environment says that there is no PostgreSQL on purpose.
    pub async fn on_postgres() -> Option<Self> {
        let server = std::env::var("DAYLIGHT_TEST_POSTGRES").expect(
            "DAYLIGHT_TEST_POSTGRES must be the URL of a PostgreSQL for tests, or `none`; `.ci/postgres` starts one",
        );
        if server == "none" {
            return None;
        }
        sqlx::any::install_default_drivers();
        let schema = format!("story_{}", secret::key());
        let admin = sqlx::AnyPool::connect(&server)
            .await
            .expect("the PostgreSQL of DAYLIGHT_TEST_POSTGRES answers");
        let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
        sqlx::query(create).execute(&admin).await.unwrap();
        admin.close().await;
        let url = format!("{server}?options=-c%20search_path%3D{schema}");
        Some(Self::at(url, tempfile::tempdir().unwrap()).await)
    }

    /// What an office is opened with whose database is new and empty, beside this one and of the same engine.
    pub async fn empty_beside(&self) -> Setup {
        let name = format!("beside_{}", secret::key());
        let data = self.folder.path().join(&name);
        std::fs::create_dir_all(&data).unwrap();
        let database_url = match self.dialect() {
            Dialect::Sqlite => {
                let file = data.join("daylight.db");
                std::fs::File::create(&file).unwrap();
                format!("sqlite://{}", file.display())
            }
            Dialect::Postgres => {
                self.raw(sqlx::AssertSqlSafe(format!("CREATE SCHEMA {name}")))
                    .await
                    .unwrap();
                let (server, _) = self.setup.database_url.split_once('?').expect("a schema");
                format!("{server}?options=-c%20search_path%3D{name}")
            }
        };
        Setup {
            database_url,
            secret_file: data.join("secret.key"),
            ..self.setup.clone()
        }
    }

    async fn at(database_url: String, folder: tempfile::TempDir) -> Self {
        let profile = Profile::built_in("kansas-city-mo").unwrap();
        let clock = Arc::new(SetClock::at(noon(WEDNESDAY, &zone())));
        let secret_file = folder.path().join("data/secret.key");
        let mut setup = Setup::new(database_url, profile, secret_file, "https://records.example.org");
        setup.clock = Arc::<SetClock>::clone(&clock);
        setup.hashing = Hashing::quick();
        setup.patience = Duration::from_secs(20);
        let office = RecordsOffice::open(setup.clone()).await.unwrap();
        Self {
            office,
            clock,
            setup,
            folder,
        }
    }

    /// The same town under rules of its own.
    pub async fn under(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.setup.profile);
        self.office.close().await;
        self.office = RecordsOffice::open(self.setup.clone()).await.unwrap();
        self
    }

    /// Which engine keeps the records.
    pub fn dialect(&self) -> Dialect {
        self.office.store().dialect()
    }

    /// The folder of the town's files.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Where the records are.
    pub fn database_url(&self) -> &str {
        &self.setup.database_url
    }

    /// A second counter of the same office, as another program would open it, with little patience.
    pub async fn impatient_counter(&self) -> Arc<RecordsOffice> {
        self.counter(Duration::from_secs(1)).await
    }

    /// A second counter of the same office, as another program would open it.
    pub async fn second_counter(&self) -> Arc<RecordsOffice> {
        self.counter(self.setup.patience).await
    }

    async fn counter(&self, patience: Duration) -> Arc<RecordsOffice> {
        RecordsOffice::open(Setup {
            patience,
            ..self.setup.clone()
        })
        .await
        .unwrap()
    }

    /// There is room on the disk again, for a connection that was told how many pages there may be.
    pub async fn makes_room(&self) {
        let mut tx = self.office.store().begin().await.unwrap();
        if self.dialect() == Dialect::Sqlite {
            let room = "PRAGMA max_page_count = 1000000";
            sqlx::raw_sql(room).execute(tx.conn().await.unwrap()).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// It is noon of another day now.
    pub fn today_is(&self, day: Date) {
        self.clock.set_noon(day, &zone());
    }

    /// The day it is.
    pub fn clock_day(&self) -> Date {
        self.office.today()
    }

    /// The instant it is.
    pub fn clock_now(&self) -> jiff::Timestamp {
        jiff::Timestamp::from_microsecond(self.office.now_micros()).unwrap()
    }

    /// A resident.
    pub fn resident(&self, name: &'static str) -> Resident<'_> {
        Resident { town: self, name }
    }

    /// A member of staff with an account.
    pub async fn staff(&self, name: &str, role: Role) -> Desk<'_> {
        let email = format!("{}@example.org", name.to_lowercase());
        let new = NewStaff {
            name: name.to_owned(),
            email,
            role,
            password: PASSWORD.to_owned(),
        };
        Desk {
            town: self,
            staff: self.office.add_staff(new).await.unwrap(),
        }
    }

    /// A custodian with an account.
    pub async fn custodian(&self) -> Desk<'_> {
        self.staff("Cole", Role::Custodian).await
    }

    /// A number that the database counts.
    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql)
            .fetch_one(self.office.store().reader())
            .await
            .unwrap()
    }

    /// Texts that the database finds.
    pub async fn texts(&self, sql: &'static str) -> Vec<String> {
        sqlx::query_scalar(sql)
            .fetch_all(self.office.store().reader())
            .await
            .unwrap()
    }

    /// A statement that reaches past the office.
    pub async fn raw(&self, sql: impl sqlx::SqlSafeStr) -> Result<u64, sqlx::Error> {
        use sqlx::Executor as _;
        let done = self.office.store().reader().execute(sqlx::raw_sql(sql)).await?;
        Ok(done.rows_affected())
    }

    /// Every letter that waits is handed to the mail server now.
    pub async fn letters_go_out(&self) {
        let now = self.office.now_micros();
        let sent = format!("UPDATE outbox SET sent_at = {now} WHERE sent_at IS NULL AND gave_up_at IS NULL");
        self.raw(sqlx::AssertSqlSafe(sent)).await.unwrap();
    }

    /// What must not be deleted, as the evidence system gets it.
    pub async fn holds_export(&self) -> String {
        let mut sheet = String::new();
        let given = self.office.holds_export(|line| {
            sheet += &line;
            Ok::<_, std::convert::Infallible>(())
        });
        given.await.unwrap().unwrap();
        sheet
    }

    /// Nothing is wrong with the records.
    pub async fn is_sound(&self) {
        assert_eq!(self.office.check().await.unwrap(), Vec::<String>::new());
    }
}

/// The agency's time zone.
pub fn zone() -> TimeZone {
    TimeZone::get("America/Chicago").unwrap()
}

/// A key of a form.
pub fn form_key() -> SubmissionKey {
    SubmissionKey::parse(&secret::key()).unwrap()
}

/// Somebody who asks for footage.
pub struct Resident<'t> {
    town: &'t Town,
    name: &'static str,
}

impl<'t> Resident<'t> {
    /// The form as this person fills it, with an e-mail address.
    pub fn form(&self) -> FilingForm {
        FilingForm {
            key: secret::key(),
            track: "public".into(),
            incident_date: self.town.office.today().yesterday().unwrap().to_string(),
            time_from: "18:00".into(),
            time_to: "19:30".into(),
            place: "Canary Row 7, behind the bakery".into(),
            division: "central".into(),
            people: "A woman with a red canary umbrella".into(),
            description: "The canary sang while the car was searched".into(),
            media: vec!["body_worn".into()],
            name: format!("{} Canarysdotter", self.name),
            email: format!("{}.canary@example.org", self.name.to_lowercase()),
            phone: "816 555 0100 canary".into(),
            notify: "email".into(),
            ..FilingForm::default()
        }
    }

    /// Files the form as usual.
    pub async fn files(&self) -> Filed<'t> {
        self.files_form(self.form()).await
    }

    /// Files this form.
    pub async fn files_form(&self, form: FilingForm) -> Filed<'t> {
        let filing = self.town.read(&form);
        Filed {
            town: self.town,
            receipt: self.town.office.file(filing).await.unwrap(),
        }
    }
}

impl Town {
    /// A form as the counter reads it.
    pub fn read(&self, form: &FilingForm) -> Filing {
        form.check(&self.office.filing_context(Lang::En)).unwrap()
    }
}

/// A request that was filed, with its receipt.
pub struct Filed<'t> {
    town: &'t Town,
    /// The receipt.
    pub receipt: Receipt,
}

impl Filed<'_> {
    /// Its number.
    pub const fn number(&self) -> &TrackingNumber {
        &self.receipt.number
    }

    /// The requester behind number and code.
    pub fn requester(&self) -> Requester {
        Requester {
            number: self.receipt.number.clone(),
        }
    }

    /// Opens the private page with number and code.
    pub async fn opens_page(&self) {
        self.town
            .office
            .begin_requester_session(&self.requester())
            .await
            .unwrap();
    }

    /// What everybody sees.
    pub async fn status(&self) -> PublicStatus {
        self.town.office.status(self.number()).await.unwrap().unwrap()
    }

    /// What the requester sees.
    pub async fn private(&self) -> PrivateView {
        self.town.office.private(&self.requester()).await.unwrap()
    }

    /// Writes to the custodian.
    pub async fn writes(&self, text: &str) -> OfficeResult<()> {
        self.town.office.write(&self.requester(), message(text)).await
    }

    /// Answers the custodian's question.
    pub async fn answers(&self, text: &str) -> OfficeResult<()> {
        self.town.office.answer(&self.requester(), message(text)).await
    }
}

/// A message with a key of its own.
pub fn message(text: &str) -> Message {
    Message {
        key: form_key(),
        text: text.to_owned(),
        papers: Vec::new(),
    }
}

/// A member of staff at work.
pub struct Desk<'t> {
    town: &'t Town,
    /// The account.
    pub staff: Staff,
}

impl<'t> Desk<'t> {
    /// The desk of somebody who has an account already.
    pub const fn of(town: &'t Town, staff: Staff) -> Self {
        Self { town, staff }
    }
}

impl Desk<'_> {
    /// A part of the queue as this desk sees it.
    pub async fn queue(&self, view: QueueView) -> QueuePage {
        self.finds(QueueFilter {
            view,
            ..QueueFilter::default()
        })
        .await
    }

    /// What part of the queue this desk sees through a filter.
    pub async fn finds(&self, filter: QueueFilter) -> QueuePage {
        self.town.office.queue(&self.staff, filter).await.unwrap()
    }

    /// A request as this desk sees it.
    pub async fn sees(&self, number: &TrackingNumber) -> StaffRequest {
        self.town.office.request(&self.staff, number).await.unwrap().unwrap()
    }

    /// Does an act on a request as it is now.
    pub async fn does(&self, number: &TrackingNumber, act: Act) -> OfficeResult<()> {
        let version = self.sees(number).await.version;
        self.does_seeing(number, act, version).await
    }

    /// Does an act on a request as it was seen.
    pub async fn does_seeing(&self, number: &TrackingNumber, act: Act, version: i64) -> OfficeResult<()> {
        self.town.office.act(&self.staff, number, staff_act(act, version)).await
    }

    /// Whether this desk could do an act now.
    pub async fn could(&self, number: &TrackingNumber, kind: ActKind) -> bool {
        self.sees(number)
            .await
            .acts
            .iter()
            .any(|(act, bar)| *act == kind && bar.is_none())
    }
}

/// An act with words where they are needed.
pub fn staff_act(act: Act, version: i64) -> StaffAct {
    let words = match act.kind() {
        ActKind::AskClarification => Some("Which corner was it?"),
        ActKind::ExplainDelay => Some("The recordings are on another system."),
        ActKind::FindNoRecord => Some("No camera was there."),
        ActKind::Deny => Some("The law keeps this closed."),
        ActKind::GiveGrounds => Some("These are the grounds."),
        ActKind::Reply => Some("Thank you for writing."),
        ActKind::RecordAnswer => Some("The north corner, she said."),
        ActKind::TakeBack => Some("It was meant for another request."),
        ActKind::RefundFee => Some("The disk was not used."),
        _ => None,
    };
    let denies = matches!(act.kind(), ActKind::Deny | ActKind::DenyInPart);
    let next_step = denies.then(|| "You can ask a court.".to_owned());
    let in_part = match &act {
        Act::DenyInPart { withheld, .. } => Some(InPart {
            given: "The whole stop, as soon as faces are covered.".to_owned(),
            withheld: (1..)
                .zip(withheld)
                .map(|(row, part)| WithheldWords {
                    row,
                    part: part.clone(),
                    why: format!("This is the reason of part {row}."),
                })
                .collect(),
        }),
        _ => None,
    };
    StaffAct {
        key: form_key(),
        version,
        act,
        text: words.map(str::to_owned),
        next_step,
        scope: None,
        in_part,
        rate_basis: None,
        search: None,
        papers: Vec::new(),
    }
}

/// A petition of the requester.
pub fn petition(filed_on: Date) -> Petition {
    Petition {
        by: Petitioner::Requester,
        court: "Circuit Court of Jackson County".into(),
        case_number: "26CV-1234".into(),
        filed_on,
        served_on: None,
    }
}

/// A court's order.
pub fn order(dated: Date, ruling: Ruling) -> RequestOrder {
    RequestOrder {
        court: "Circuit Court of Jackson County".into(),
        case_number: "26CV-1234".into(),
        dated,
        ruling,
        register: None,
    }
}

/// It was refused because the law bars it.
pub fn barred<T: std::fmt::Debug>(answer: OfficeResult<T>) -> law::bar::Reason {
    match answer {
        Err(Refusal::Barred { bar }) => bar.reason,
        other => panic!("the law should bar this, but the answer is {other:?}"),
    }
}

/// Tells each story on both engines.
#[macro_export]
macro_rules! on_both_engines {
    ($($story:ident),+ $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                super::$story($crate::support::Town::on_sqlite().await).await;
            })+
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                if let Some(town) = $crate::support::Town::on_postgres().await {
                    super::$story(town).await;
                }
            })+
        }
    };
}
