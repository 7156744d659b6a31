//! What is looked at for many things at once takes as many statements as for a few.

use std::sync::{Mutex, MutexGuard, PoisonError};

use law::{
    disclosure_order::OrderKind,
    recording::{InactiveGround, LocationKind, Scene, StatusChange},
    redaction::Sha256,
};
use office::{
    desk::{LibraryDesk as _, OrderDesk as _, RecordingDesk as _, ReleaseDesk as _},
    forms::{FileKind, NewFile, OrderForm, Publication, SceneForm, StatusForm},
    permission::Custodian,
};
use records::secret;
use tracing::{
    Event, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Id, Record},
};

use super::{
    recordings::{deletes, line, read},
    releases::{Release, arrives, movie},
};
use crate::support::{Town, WEDNESDAY};

/// The statements that were sent since somebody began to listen.
static SENT: Mutex<Vec<String>> = Mutex::new(Vec::new());

fn sent() -> MutexGuard<'static, Vec<String>> {
    SENT.lock().unwrap_or_else(PoisonError::into_inner)
}

struct Listener;

impl Visit for Listener {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "summary" {
            sent().push(value.to_owned());
        }
    }

    fn record_debug(&mut self, _field: &Field, _value: &dyn std::fmt::Debug) {}
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "sqlx::query"
    }

    fn new_span(&self, _span: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _span: &Id, _values: &Record<'_>) {}

    fn record_follows_from(&self, _span: &Id, _follows: &Id) {}

    fn event(&self, event: &Event<'_>) {
        event.record(&mut Listener);
    }

    fn enter(&self, _span: &Id) {}

    fn exit(&self, _span: &Id) {}
}

/// Begins to listen, for this program's life: a test is one, and listens before it opens its town.
fn listens() {
    let _ = tracing::subscriber::set_global_default(Listener);
}

/// How many statements some work sends.
async fn statements<T>(work: impl Future<Output = T>) -> (T, usize) {
    let before = sent().len();
    let done = work.await;
    (done, sent().len() - before)
}

/// The library with so many files, each named by an order.
async fn library_of(files: u8) -> (usize, usize) {
    let town = Town::on_sqlite().await;
    let release = Release::begins(&town).await;
    let (office, cole, number) = (&town.office, &release.case.cole, release.case.filed.number());
    release.copies(1, "").await;
    for no in 2..=files {
        let id = office
            .register(cole, read(&town, &line(&town, &format!("AX-{no}"))))
            .await
            .unwrap();
        let scene = SceneForm {
            scene: Scene {
                location: LocationKind::Public,
                crime_scene_of_deceased: false,
            },
            people_logged: true,
            version: 1,
        };
        office.judge(cole, &id, scene).await.unwrap();
        let status = StatusForm {
            change: StatusChange::Inactive {
                ground: InactiveGround::NotPursued,
                since: WEDNESDAY,
            },
            reason: "The detective said so.".into(),
            version: 2,
        };
        office.change_status(cole, &id, status).await.unwrap();
        office.link(cole, &id, number).await.unwrap();
        let at = arrives(&office.incoming(), &movie(no));
        office
            .keep_file(cole, &id, NewFile::of(FileKind::Copy, at, "copy.mp4".into()))
            .await
            .unwrap();
        let copy = office
            .files(&release.rhea, &id)
            .await
            .unwrap()
            .unwrap()
            .copies
            .remove(0);
        office
            .approve(&release.rhea, &copy.id, &copy.copy.sha256, copy.version)
            .await
            .unwrap();
    }
    release.tries().await.unwrap();
    for out in office.delivered(&release.case.filed.requester()).await.unwrap() {
        let publication = Publication {
            title: format!("A street, {}", out.id),
            warning: "Somebody shouts.".into(),
        };
        office
            .propose_publication(cole, number, &out.id, publication)
            .await
            .unwrap();
        release.approves_proposal(&release.rhea).await.unwrap();
    }
    let scope: Vec<String> = (1..=files).map(|no| format!("AX-{no}")).collect();
    let order = OrderForm {
        key: secret::key(),
        kind: OrderKind::Preserve.key().into(),
        court: "Circuit Court of Jackson County".into(),
        case_number: "26CV-1234".into(),
        judge: "Hon. Juniper".into(),
        dated: "2026-02-03".into(),
        scope: scope.join("\n"),
        ..OrderForm::default()
    };
    office.enter_order(cole, order.check().unwrap()).await.unwrap();
    let (found, page) = statements(office.library(1)).await;
    let found = found.unwrap();
    assert_eq!(
        (found.total, found.lines.len()),
        (u64::from(files), usize::from(files.min(25)))
    );
    let (own, private) = statements(office.delivered(&release.case.filed.requester())).await;
    assert_eq!(own.unwrap().len(), usize::from(files));
    (page, private)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_library_of_fifty_files_takes_no_more_statements_than_one_of_five() {
    listens();
    let five = Box::pin(library_of(5)).await;
    assert!(five.0 > 5 && five.1 > 2, "{five:?} were heard");
    assert_eq!(Box::pin(library_of(50)).await, five);
}

/// Deleted footage with an original each: its files.
async fn deleted(town: &Town, cole: &Custodian, numbers: std::ops::Range<u8>) -> Vec<Sha256> {
    let mut files = Vec::new();
    for number in numbers {
        let mut form = line(town, &format!("GX-{number}"));
        form.started_at = "2025-06-01T18:10:00-05:00".into();
        form.ended_at = "2025-06-01T18:40:00-05:00".into();
        let id = town.office.register(cole, read(town, &form)).await.unwrap();
        let at = arrives(&town.office.incoming(), &movie(number));
        let kept = town
            .office
            .keep_file(cole, &id, NewFile::of(FileKind::Original, at, "file".into()))
            .await;
        files.push(kept.unwrap().sha256);
        deletes(town, cole, &id).await.unwrap();
    }
    files
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_holds_footage_is_worked_out_once_for_all_files_that_go() {
    listens();
    let town = Town::on_sqlite().await;
    let cole = town.custodian().await.staff.custodian().unwrap();
    let looks = |from: usize| {
        let sent = sent();
        sent.iter()
            .skip(from)
            .filter(|sql| sql.starts_with("WITH shown AS"))
            .count()
    };
    for (numbers, expected) in [(1..3, 2), (10..40, 2)] {
        let files = deleted(&town, &cole, numbers.clone()).await;
        let before = sent().len();
        assert_eq!(town.office.remove_deleted().await, Ok(files.len() as u64));
        assert_eq!(
            looks(before),
            expected,
            "{numbers:?}: one to decide, one before they go"
        );
        for file in &files {
            assert_eq!(town.office.file_held(&cole, file).await, Ok(None));
        }
    }
    town.is_sound().await;
}
