//! Filing a request, and what it leaves behind.

use jiff::{ToSpan as _, civil::date};
use law::{clock::ClockId, event::Event, hold::HoldKind, request::Stage};
use office::{
    AccessCode, Refusal,
    desk::{PublicDesk as _, RequesterDesk as _},
    forms::FilingForm,
    views::{Actor, Receipt},
};
use sqlx::AssertSqlSafe;

use crate::support::{Town, WEDNESDAY, form_key};
use records::store::Dialect;

crate::on_both_engines!(
    filing_places_hold_docket_and_letter,
    a_filing_that_breaks_off_leaves_nothing,
    the_same_form_twice_is_one_request_with_one_receipt,
    a_form_posted_by_many_at_once_is_one_request,
    many_who_file_at_once_are_each_held_and_told,
    nobody_is_refused_because_of_another_who_files_at_once,
    a_request_on_day_179_wins,
    a_span_across_midnight_is_taken_as_it_is_meant,
    number_and_code_open_the_request_and_nothing_else_does,
    the_public_page_never_shows_who_asked_nor_what,
);

async fn filing_places_hold_docket_and_letter(town: Town) {
    let ana = town.resident("Ana").files().await;
    let status = ana.status().await;
    assert_eq!(status.stage, Stage::Received);
    assert_eq!(
        status.docket.iter().map(|line| line.seq).collect::<Vec<_>>(),
        vec![1, 2, 3]
    );
    assert!(matches!(status.docket[0].event, Event::Filed { .. }));
    assert_eq!(status.docket[0].by, Actor::Requester);
    assert_eq!(
        status.docket[1].event,
        Event::HoldPlaced {
            kind: HoldKind::Request
        }
    );
    assert_eq!(status.held_until, None);
    assert_eq!(status.next.by, Some((ClockId::C1, date(2026, 2, 9))));
    assert_eq!(ana.receipt.act_by.date, date(2026, 2, 9));
    assert!(ana.receipt.mailed);
    assert_eq!(town.count("SELECT COUNT(*) FROM hold").await, 1);
    assert_eq!(town.texts("SELECT kind FROM outbox").await, vec!["filed"]);
    let figures = town.office.figures().await.unwrap();
    assert_eq!((figures.filed, figures.open, figures.overdue), (1, 1, 0));
    town.is_sound().await;
}

async fn a_filing_that_breaks_off_leaves_nothing(town: Town) {
    let form = town.resident("Ana").form();
    for table in ["requester", "docket", "hold", "uncounted", "outbox"] {
        town.raw(AssertSqlSafe(broken(town.dialect(), table))).await.unwrap();
        let answer = town.office.file(town.read(&form)).await;
        assert!(
            matches!(answer, Err(Refusal::Unavailable { .. })),
            "{table}: {answer:?}"
        );
        town.raw(AssertSqlSafe(mended(town.dialect(), table))).await.unwrap();
        for left in ["records_request", "requester", "docket", "hold", "uncounted", "outbox"] {
            let sql = format!("SELECT COUNT(*) FROM {left}");
            let rows: i64 = sqlx::query_scalar(AssertSqlSafe(sql))
                .fetch_one(town.office.store().reader())
                .await
                .unwrap();
            assert_eq!(rows, 0, "{left} after {table} broke");
        }
    }
    town.office.file(town.read(&form)).await.unwrap();
    town.is_sound().await;
}

fn broken(dialect: Dialect, table: &str) -> String {
    match dialect {
        Dialect::Sqlite => {
            format!("CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END")
        }
        Dialect::Postgres => format!(
            "CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$; \
             CREATE TRIGGER broken BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION broken()"
        ),
    }
}

fn mended(dialect: Dialect, table: &str) -> String {
    match dialect {
        Dialect::Sqlite => "DROP TRIGGER broken".to_owned(),
        Dialect::Postgres => format!("DROP TRIGGER broken ON {table}; DROP FUNCTION broken()"),
    }
}

async fn the_same_form_twice_is_one_request_with_one_receipt(town: Town) {
    let form = town.resident("Ana").form();
    let first = town.office.file(town.read(&form)).await.unwrap();
    town.today_is(WEDNESDAY.checked_add(9.days()).unwrap());
    let again = town.office.file(town.read(&form)).await.unwrap();
    let shown = town.office.receipt(&town.read(&form).key).await.unwrap().unwrap();
    for other in [&again, &shown] {
        assert_eq!(other.number, first.number);
        assert_eq!(other.code.bare(), first.code.bare());
        assert_eq!(other.received_on, first.received_on);
        assert_eq!(other.act_by, first.act_by);
        assert_eq!(other.kept_until, first.kept_until);
        assert_eq!(other.mailed, first.mailed);
    }
    assert_eq!(town.count("SELECT COUNT(*) FROM records_request").await, 1);
    assert_eq!(town.count("SELECT COUNT(*) FROM outbox").await, 1);
    assert!(town.office.receipt(&form_key()).await.unwrap().is_none());
}

async fn a_form_posted_by_many_at_once_is_one_request(town: Town) {
    let form = town.resident("Ana").form();
    let posts = (0..8).map(|_| {
        let (office, filing) = (town.office.clone(), town.read(&form));
        tokio::spawn(async move { office.file(filing).await.unwrap().number })
    });
    let mut numbers = Vec::new();
    for post in posts.collect::<Vec<_>>() {
        numbers.push(post.await.unwrap());
    }
    numbers.dedup();
    assert_eq!(numbers.len(), 1);
    assert_eq!(town.count("SELECT COUNT(*) FROM records_request").await, 1);
    town.is_sound().await;
}

/// Files all forms at once; whoever was refused is missing.
async fn at_once(town: &Town, forms: &[FilingForm]) -> Vec<Receipt> {
    let posts = forms.iter().map(|form| {
        let (office, filing) = (town.office.clone(), town.read(form));
        tokio::spawn(async move { office.file(filing).await.ok() })
    });
    let mut receipts = Vec::new();
    for post in posts.collect::<Vec<_>>() {
        receipts.extend(post.await.unwrap());
    }
    receipts
}

async fn many_who_file_at_once_are_each_held_and_told(town: Town) {
    let forms: Vec<FilingForm> = (0..150).map(|_| town.resident("Ana").form()).collect();
    let receipts = at_once(&town, &forms).await;
    assert_eq!(receipts.len(), 150);
    for receipt in &receipts {
        let status = town.office.status(&receipt.number).await.unwrap().unwrap();
        assert_eq!(status.docket.len(), 3);
    }
    assert_eq!(town.count("SELECT COUNT(DISTINCT request_id) FROM hold").await, 150);
    assert_eq!(town.count("SELECT COUNT(DISTINCT request_id) FROM outbox").await, 150);
    assert_eq!(town.office.figures().await.unwrap().filed, 150);
    town.is_sound().await;
}

async fn nobody_is_refused_because_of_another_who_files_at_once(town: Town) {
    town.raw(AssertSqlSafe(match town.dialect() {
        Dialect::Sqlite => {
            "CREATE TRIGGER broken BEFORE INSERT ON requester WHEN NEW.language = 'es' \
             BEGIN SELECT RAISE(ABORT, 'no room'); END"
        }
        Dialect::Postgres => "ALTER TABLE requester ADD CHECK (language <> 'es')",
    }))
    .await
    .unwrap();
    let mut forms: Vec<FilingForm> = (0..30).map(|_| town.resident("Ana").form()).collect();
    for form in forms.iter_mut().step_by(10) {
        form.language = "es".into();
    }
    assert_eq!(at_once(&town, &forms).await.len(), 27);
    for table in ["records_request", "requester", "outbox"] {
        let rows: i64 = sqlx::query_scalar(AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}")))
            .fetch_one(town.office.store().reader())
            .await
            .unwrap();
        assert_eq!(rows, 27, "{table}");
    }
    town.is_sound().await;
}

async fn a_span_across_midnight_is_taken_as_it_is_meant(town: Town) {
    let day = WEDNESDAY.checked_sub(10.days()).unwrap();
    let next = day.tomorrow().unwrap();
    for (last, from, to, kept) in [
        ("", "23:40", "00:20", (next, "23:40", "00:20")),
        ("", "23:30", "24:00", (next, "23:30", "00:00")),
        ("", "24:00", "00:20", (next, "00:00", "00:20")),
        ("", "11:30 pm", "11:50 pm", (day, "23:30", "23:50")),
        ("", "2330", "2350", (day, "23:30", "23:50")),
        (&next.to_string(), "23:40", "00:20", (next, "23:40", "00:20")),
    ] {
        let mut form = town.resident("Ana").form();
        form.incident_date = day.to_string();
        form.incident_date_to = last.into();
        (form.time_from, form.time_to) = (from.into(), to.into());
        let asked = town.read(&form).asked;
        let read = (
            asked.incident_date_to,
            asked.time_from.as_deref(),
            asked.time_to.as_deref(),
        );
        assert_eq!(read, (kept.0, Some(kept.1), Some(kept.2)), "{from} to {to}");
    }
    // From midnight at its end: the next day alone.
    let mut form = town.resident("Ana").form();
    form.incident_date = day.to_string();
    (form.time_from, form.time_to) = ("24:00".into(), "00:20".into());
    assert_eq!(town.read(&form).asked.incident_date, next);
    // Tonight has not been yet.
    let mut form = town.resident("Ana").form();
    form.incident_date = WEDNESDAY.to_string();
    form.incident_date_to = String::new();
    (form.time_from, form.time_to) = ("23:40".into(), "00:20".into());
    let told = form.check(&town.office.filing_context(office::Lang::En)).unwrap_err();
    assert_eq!(told.of("time_to"), Some(&office::Problem::InFuture));
}

async fn a_request_on_day_179_wins(town: Town) {
    let recorded = WEDNESDAY.checked_sub(179.days()).unwrap();
    let mut form = town.resident("Ana").form();
    form.incident_date = recorded.to_string();
    let ana = town.resident("Ana").files_form(form).await;
    assert_eq!(ana.receipt.kept_until, WEDNESDAY.checked_add(1.day()).unwrap());
    // Long after the footage would have been deleted, the export still forbids it.
    town.today_is(date(2026, 12, 24));
    let export = town.holds_export().await;
    let line = export.lines().nth(1).unwrap();
    assert!(line.starts_with(ana.number().as_str()), "{line}");
    assert!(
        line.contains(&format!(",{recorded}T17:30:00-05:00,{recorded}T20:00:00-05:00,")),
        "{line}"
    );
    assert_eq!(ana.status().await.held_until, None);
}

async fn number_and_code_open_the_request_and_nothing_else_does(town: Town) {
    let ana = town.resident("Ana").files().await;
    let bela = town.resident("Bela").files().await;
    let (number, code) = (ana.number(), &ana.receipt.code);
    assert_eq!(town.office.open(number, code).await.unwrap(), Some(ana.requester()));
    let wrong = AccessCode::make(&[7; 26]);
    assert_eq!(town.office.open(number, &wrong).await.unwrap(), None);
    assert_eq!(town.office.open(bela.number(), code).await.unwrap(), None);
    let typed = AccessCode::parse(&code.grouped().to_lowercase().replace('-', " ")).unwrap();
    assert!(town.office.open(number, &typed).await.unwrap().is_some());
    let kept = town.texts("SELECT code_hash FROM records_request").await;
    assert!(kept.iter().all(|hash| !hash.to_uppercase().contains(code.bare())));
}

async fn the_public_page_never_shows_who_asked_nor_what(town: Town) {
    let ana = town.resident("Ana").files().await;
    let custodian = town.custodian().await;
    custodian
        .does(ana.number(), law::request::Act::AskClarification)
        .await
        .unwrap();
    ana.answers("The canary sat on the left corner").await.unwrap();
    ana.writes("Did the canary turn up?").await.unwrap();
    let status = format!("{:?}", ana.status().await).to_lowercase();
    let log = format!(
        "{:?}",
        town.office.log(office::views::LogFilter::default()).await.unwrap()
    )
    .to_lowercase();
    for private in ["canary", "ana", "816 555", "corner"] {
        assert!(!status.contains(private), "{private} in {status}");
        assert!(!log.contains(private), "{private} in {log}");
    }
    for table in ["docket", "records_request", "submission"] {
        let sql = match (town.dialect(), table) {
            (Dialect::Sqlite, "docket") => "SELECT group_concat(event) FROM docket",
            (Dialect::Postgres, "docket") => "SELECT string_agg(event, ',') FROM docket",
            (Dialect::Sqlite, _) => "SELECT group_concat(state || log_text) FROM records_request",
            (Dialect::Postgres, _) => "SELECT string_agg(state || log_text, ',') FROM records_request",
        };
        assert!(
            !town.texts(sql).await.concat().to_lowercase().contains("canary"),
            "{table}"
        );
    }
    let private = town.office.private(&ana.requester()).await.unwrap();
    assert!(private.asked.description.contains("canary"));
    assert_eq!(private.messages.len(), 3);
}
