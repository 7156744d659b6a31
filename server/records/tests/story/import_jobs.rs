//! Long files of recordings, which the worker registers in steps.

use std::{sync::Arc, time::Duration};

use jiff::{SignedDuration, civil::date};
use law::recording::LocationKind;
use office::{
    Refusal,
    desk::{ImportDesk as _, RecordingDesk as _},
    forms::RecordingForm,
    permission::Custodian,
    views::{CsvFile, ImportStage, ImportView},
};
use records::{RecordsOffice, store::import_jobs};

use crate::support::Town;

crate::on_both_engines!(
    a_long_file_is_registered_by_the_worker,
    a_bad_line_at_the_end_leaves_nothing_and_every_bad_line_is_told,
    whoever_cancels_leaves_nothing,
    an_import_is_canceled_while_it_is_laid_down,
    an_import_that_was_killed_is_gone_on_with,
    of_two_workers_one_registers_and_one_thought_dead_writes_no_more,
    what_is_registered_meanwhile_stops_the_whole_file,
    a_file_that_is_gone_is_told,
);

const HEAD: &str =
    "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,location_kind";

/// A line of an evidence system.
fn line(no: usize) -> String {
    format!(
        "L-{no},body_worn,{},central,2026-01-{:02}T10:00:00-06:00,2026-01-{:02}T10:30:00-06:00,,Oak Street {no},26-{no},,public",
        no % 700,
        1 + no % 28,
        1 + no % 28
    )
}

fn file(lines: impl IntoIterator<Item = String>) -> CsvFile {
    let lines: Vec<String> = std::iter::once(HEAD.to_owned()).chain(lines).collect();
    CsvFile::Typed(lines.join("\n").into_bytes())
}

async fn custodian(town: &Town) -> Custodian {
    town.today_is(date(2026, 12, 1));
    town.custodian().await.staff.custodian().unwrap()
}

async fn sees(town: &Town, by: &Custodian, id: &str, page: u32) -> ImportView {
    town.office.import_job(by, id, page).await.unwrap().expect("an import")
}

async fn stage(town: &Town, by: &Custodian, id: &str) -> ImportStage {
    sees(town, by, id, 1).await.line.stage
}

/// Nothing of any import is there: no recording, no entry, nothing laid down, no file.
async fn nothing_is_left(town: &Town) {
    for sql in [
        "SELECT COUNT(*) FROM recording",
        "SELECT COUNT(*) FROM audit_entry WHERE subject = 'recording'",
        "SELECT COUNT(*) FROM recording_import",
        "SELECT COUNT(*) FROM recording_import_part",
    ] {
        assert_eq!(town.count(sql).await, 0, "{sql}");
    }
    no_file_waits(town);
}

fn no_file_waits(town: &Town) {
    let incoming = town.folder().join("data/files/incoming");
    let waiting = std::fs::read_dir(incoming).map_or(0, Iterator::count);
    assert_eq!(waiting, 0, "files that wait");
}

async fn a_long_file_is_registered_by_the_worker(town: Town) {
    let cole = custodian(&town).await;
    for (rows, long) in [(20_000, true), (19_999, false)] {
        // The line that names the columns is one of them.
        let at = town.folder().join("list.csv");
        std::fs::write(&at, "a line\r\n\r\n".repeat(rows + 2)).unwrap();
        let name = "list.csv".to_owned();
        let arrived = CsvFile::Arrived { name, at };
        assert_eq!(town.office.is_long(&arrived).await.unwrap(), long, "{rows}");
    }
    let pasted = town.office.is_long(&file((0..20_002).map(line))).await;
    assert!(!pasted.unwrap(), "what was pasted is shown again where a line is bad");
    let id = town
        .office
        .begin_import(&cole, file((0..2_345).map(line)))
        .await
        .unwrap();
    let waits = sees(&town, &cole, &id, 1).await;
    assert_eq!(
        (waits.line.stage, waits.line.by.as_str()),
        (ImportStage::Waiting, "Cole")
    );
    assert_eq!(town.office.imports(&cole).await.unwrap()[0], waits.line);
    assert!(town.office.work_on_imports().await.unwrap());
    let done = sees(&town, &cole, &id, 1).await;
    assert_eq!(
        (done.line.stage, done.rows, done.done),
        (ImportStage::Done, Some(2_345), 2_345)
    );
    assert!(done.ended.is_some() && done.bad == 0, "{done:?}");
    assert_eq!(town.count("SELECT COUNT(*) FROM recording").await, 2_345);
    let entered =
        "SELECT COUNT(*) FROM audit_entry WHERE subject = 'recording' AND act = 'registered' AND staff_id IS NOT NULL";
    assert_eq!(town.count(entered).await, 2_345);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording_import_part").await, 0);
    no_file_waits(&town);
    assert!(!town.office.work_on_imports().await.unwrap(), "it is done once");
    assert_eq!(
        town.office
            .import_job(&cole, "0198c0de-0000-7000-8000-000000000000", 1)
            .await,
        Ok(None)
    );
    assert_eq!(
        town.office.cancel_import(&cole, &id).await,
        Err(Refusal::Stale),
        "what is registered stays"
    );
    town.is_sound().await;
}

async fn a_bad_line_at_the_end_leaves_nothing_and_every_bad_line_is_told(town: Town) {
    let cole = custodian(&town).await;
    // The last line alone.
    let last = (0..4_000).map(line).chain([line(4_000).replace("body_worn", "drone")]);
    let id = town.office.begin_import(&cole, file(last)).await.unwrap();
    assert!(town.office.work_on_imports().await.unwrap());
    let told = sees(&town, &cole, &id, 1).await;
    assert_eq!((told.line.stage, told.bad, told.pages), (ImportStage::Refused, 1, 1));
    let fault = &told.faults[0];
    assert_eq!((fault.line, fault.column.as_str()), (4_002, "camera"));
    assert!(
        !fault.words.en.is_empty() && fault.words.en != fault.words.es,
        "{fault:?}"
    );
    nothing_is_left(&town).await;
    // Very many, some of recordings that are registered, as they are and otherwise.
    town.office.import(&cole, file([line(7), line(8)])).await.unwrap();
    let bad = (0..3_000).map(|no| match no {
        7 => line(7),
        8 => line(8).replace("Oak Street", "Elm Street"),
        no if no % 10 == 0 => line(no).replace("body_worn", "drone"),
        no => line(no),
    });
    let id = town.office.begin_import(&cole, file(bad)).await.unwrap();
    assert!(town.office.work_on_imports().await.unwrap());
    let told = sees(&town, &cole, &id, 1).await;
    assert_eq!((told.bad, told.known, told.changed, told.pages), (302, 1, 1, 4));
    assert_eq!(told.line.stage, ImportStage::Refused);
    let mut lines = Vec::new();
    for page in 1..=4 {
        lines.extend(
            sees(&town, &cole, &id, page)
                .await
                .faults
                .iter()
                .map(|fault| fault.line),
        );
    }
    let mut expected: Vec<u64> = (0..300).map(|no| no * 10 + 2).collect();
    expected.extend([9, 10]);
    expected.sort_unstable();
    assert_eq!(lines, expected);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording").await, 2);
}

async fn whoever_cancels_leaves_nothing(town: Town) {
    let cole = custodian(&town).await;
    let id = town.office.begin_import(&cole, file((0..300).map(line))).await.unwrap();
    town.office.cancel_import(&cole, &id).await.unwrap();
    assert!(!town.office.work_on_imports().await.unwrap());
    let view = sees(&town, &cole, &id, 1).await;
    assert_eq!(
        (view.line.stage, view.ended_by.as_deref()),
        (ImportStage::Canceled, Some("Cole"))
    );
    assert_eq!(town.office.cancel_import(&cole, &id).await, Err(Refusal::Stale));
    let nobody = town
        .office
        .cancel_import(&cole, "0198c0de-0000-7000-8000-000000000000")
        .await;
    assert_eq!(nobody, Err(Refusal::NotFound));
    nothing_is_left(&town).await;
}

fn a_minute_passes(town: &Town) {
    town.clock.set(town.clock_now() + SignedDuration::from_mins(1));
}

/// A worker as another task, as it is in the program.
fn works(office: &Arc<RecordsOffice>) -> tokio::task::JoinHandle<bool> {
    let office = Arc::clone(office);
    tokio::spawn(async move { office.work_on_imports().await.unwrap() })
}

/// Waits until some rows are laid down.
async fn is_laid_down(town: &Town, by: &Custodian, id: &str) {
    loop {
        let view = sees(town, by, id, 1).await;
        assert!(view.line.stage.may_cancel(), "it was too quick: {view:?}");
        if view.line.stage == ImportStage::Laying && view.done > 0 {
            assert!(view.percent.is_some() && view.rows.is_some(), "{view:?}");
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

async fn an_import_is_canceled_while_it_is_laid_down(town: Town) {
    let cole = custodian(&town).await;
    let id = town
        .office
        .begin_import(&cole, file((0..12_000).map(line)))
        .await
        .unwrap();
    let work = works(&town.office);
    is_laid_down(&town, &cole, &id).await;
    town.office.cancel_import(&cole, &id).await.unwrap();
    assert!(work.await.unwrap());
    assert!(!town.office.work_on_imports().await.unwrap(), "nothing waits");
    assert_eq!(stage(&town, &cole, &id).await, ImportStage::Canceled);
    nothing_is_left(&town).await;
}

async fn an_import_that_was_killed_is_gone_on_with(town: Town) {
    let cole = custodian(&town).await;
    let id = town
        .office
        .begin_import(&cole, file((0..12_000).map(line)))
        .await
        .unwrap();
    let work = works(&town.office);
    is_laid_down(&town, &cole, &id).await;
    work.abort();
    assert!(work.await.is_err(), "it was too quick");
    assert_eq!(
        town.count("SELECT COUNT(*) FROM recording").await,
        0,
        "nobody sees it half"
    );
    assert!(!town.office.work_on_imports().await.unwrap(), "somebody may be at it");
    a_minute_passes(&town);
    assert!(sees(&town, &cole, &id, 1).await.interrupted);
    assert!(town.office.work_on_imports().await.unwrap());
    assert_eq!(stage(&town, &cole, &id).await, ImportStage::Done);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording").await, 12_000);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording_import_part").await, 0);
    no_file_waits(&town);
    town.is_sound().await;
}

async fn of_two_workers_one_registers_and_one_thought_dead_writes_no_more(town: Town) {
    let cole = custodian(&town).await;
    let other = town.second_counter().await;
    let id = town
        .office
        .begin_import(&cole, file((0..1_500).map(line)))
        .await
        .unwrap();
    let (one, two) = (works(&town.office), works(&other));
    let (one, two) = (one.await.unwrap(), two.await.unwrap());
    assert!(one != two, "{one} {two}");
    assert_eq!(stage(&town, &cole, &id).await, ImportStage::Done);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording").await, 1_500);
    // A worker stops for a minute: another takes over, and the first one's next step is refused.
    let id = town
        .office
        .begin_import(&cole, file((2_000..2_500).map(line)))
        .await
        .unwrap();
    let store = town.office.store();
    let slow = import_jobs::claim(store, town.office.now_micros())
        .await
        .unwrap()
        .expect("a claim");
    assert!(
        import_jobs::claim(store, town.office.now_micros())
            .await
            .unwrap()
            .is_none()
    );
    a_minute_passes(&town);
    assert!(works(&other).await.unwrap());
    let mut tx = store.begin().await.unwrap();
    let now = town.office.now_micros();
    let counts = import_jobs::Counts::default();
    assert!(
        !import_jobs::advance(&mut tx, &slow, import_jobs::Progress::default(), now)
            .await
            .unwrap()
    );
    assert!(
        !import_jobs::begin_stage(&mut tx, &slow, ImportStage::Checking, None, now)
            .await
            .unwrap()
    );
    assert!(
        !import_jobs::end(&mut tx, &slow, ImportStage::Failed, counts, now)
            .await
            .unwrap()
    );
    tx.give_up().await.unwrap();
    assert_eq!(stage(&town, &cole, &id).await, ImportStage::Done);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording").await, 2_000);
    other.close().await;
}

async fn what_is_registered_meanwhile_stops_the_whole_file(town: Town) {
    let cole = custodian(&town).await;
    let id = town
        .office
        .begin_import(&cole, file((0..12_000).map(line)))
        .await
        .unwrap();
    let work = works(&town.office);
    is_laid_down(&town, &cole, &id).await;
    // PostgreSQL has some of them in its transaction, for which a colleague would wait; the last is in none yet.
    let form = RecordingForm {
        source_id: "L-11999".into(),
        camera: "body_worn".into(),
        officer: "12".into(),
        started_at: "2026-01-05T10:00:00-06:00".into(),
        ended_at: "2026-01-05T10:30:00-06:00".into(),
        place: "Oak Street".into(),
        location_kind: LocationKind::Public.key().into(),
        ..RecordingForm::default()
    };
    let new = form.check(&town.office.recording_context()).unwrap();
    town.office.register(&cole, new).await.unwrap();
    assert!(work.await.unwrap());
    let view = sees(&town, &cole, &id, 1).await;
    assert_eq!((view.line.stage, view.bad, view.changed), (ImportStage::Refused, 1, 1));
    assert_eq!(view.faults[0].line, 12_001);
    assert_eq!(town.texts("SELECT source_id FROM recording").await, ["L-11999"]);
    assert_eq!(town.count("SELECT COUNT(*) FROM recording_import_part").await, 0);
}

async fn a_file_that_is_gone_is_told(town: Town) {
    let cole = custodian(&town).await;
    let id = town.office.begin_import(&cole, file((0..300).map(line))).await.unwrap();
    for waiting in std::fs::read_dir(town.folder().join("data/files/incoming")).unwrap() {
        std::fs::remove_file(waiting.unwrap().path()).unwrap();
    }
    assert!(town.office.work_on_imports().await.unwrap());
    assert_eq!(stage(&town, &cole, &id).await, ImportStage::Failed);
    nothing_is_left(&town).await;
}
