//! Long work of the office, in this program and beside it, keeps no resident waiting.

use std::{
    fmt::Write as _,
    process::{Child, Command, Output, Stdio},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use sqlx::Executor as _;

use crate::support::{
    Portal, Resident, fresh_key,
    portal::{database, program},
    sound_form,
};

/// Residents who file one request after another.
const RESIDENTS: usize = 4;
/// The longest that one of them may wait, on a machine that runs other tests beside.
const LONGEST: Duration = Duration::from_secs(2);

/// A register of half-hour recordings.
fn register(lines: u32, prefix: &str) -> String {
    let mut csv = "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,\
                   location_kind\n"
        .to_owned();
    for line in 0..lines {
        let (day, hour, minute) = (line / 1440 % 28 + 1, line / 60 % 24, line % 60);
        let start = format!("2026-06-{day:02}T{hour:02}:{minute:02}");
        let _ = writeln!(
            csv,
            "{prefix}-{line:07},body_worn,{},central,{start}:00Z,{start}:59Z,,Post {},26-{line:06},non_evidence,public",
            1000 + line % 900,
            line % 500
        );
    }
    csv
}

/// Files one request after another until told to stop; how many, and the longest that one took.
async fn files(url: String, stop: Arc<AtomicBool>) -> (usize, Duration) {
    let person = Resident::at(&url);
    let (mut filed, mut longest) = (0, Duration::ZERO);
    while !stop.load(Ordering::Relaxed) {
        let mut form = sound_form();
        form.push(("key", fresh_key()));
        let begun = Instant::now();
        let answer = person
            .try_send(person.form("/request", &form))
            .await
            .expect("an answer");
        longest = longest.max(begun.elapsed());
        assert_eq!(answer.status, 303, "refused: {}", answer.text());
        filed += 1;
    }
    (filed, longest)
}

/// Residents file as long as some work goes on: none is refused, and none waits long.
async fn nobody_waits_for<T>(portal: &Portal, work: impl Future<Output = T>) -> T {
    let stop = Arc::new(AtomicBool::new(false));
    let residents: Vec<_> = (0..RESIDENTS)
        .map(|_| tokio::spawn(files(portal.url.clone(), Arc::clone(&stop))))
        .collect();
    let done = work.await;
    stop.store(true, Ordering::Relaxed);
    for resident in residents {
        let (filed, longest) = resident.await.expect("nobody is refused");
        assert!(filed > 0, "somebody could not file at all");
        assert!(longest < LONGEST, "somebody waited {longest:.1?}");
    }
    done
}

/// Another command on the same data, and how it ends.
fn beside(portal: &Portal, arguments: &[&str]) -> Child {
    let mut command: Command = program(&portal.file(""), &[]);
    let command = command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().expect("the program starts")
}

async fn ends(child: Child) -> Output {
    let output = tokio::task::spawn_blocking(move || child.wait_with_output());
    output.await.expect("a thread").expect("it ends")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

async fn recordings(portal: &Portal) -> i64 {
    let mut database = database(portal).await;
    let counted = sqlx::query_scalar("SELECT COUNT(*) FROM recording").fetch_one(&mut database);
    counted.await.expect("a count")
}

#[tokio::test]
async fn an_import_a_copy_an_export_and_a_check_beside_the_portal_keep_nobody_waiting() {
    let portal = Portal::open();
    std::fs::write(portal.file("list.csv"), register(30_000, "BULK")).expect("a list");
    let import = ends(beside(&portal, &["recordings", "import", "list.csv"]));
    let imported = nobody_waits_for(&portal, import).await;
    assert!(said(&imported).contains("30000 recordings registered"), "{imported:?}");
    assert_eq!(recordings(&portal).await, 30_000);
    for arguments in [
        &["backup", "copy.db"][..],
        &["holds", "export"],
        &["check"],
        &["recordings", "import", "list.csv"],
    ] {
        let output = nobody_waits_for(&portal, ends(beside(&portal, arguments))).await;
        // Each line of the list is registered already.
        let expected = arguments[0] != "recordings";
        assert_eq!(output.status.success(), expected, "{arguments:?}: {output:?}");
    }
    assert_eq!(recordings(&portal).await, 30_000);
}

#[tokio::test]
async fn an_import_by_the_console_keeps_nobody_waiting() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@records.example").await;
    let form = [("csv", register(20_000, "BULK"))];
    let answer = nobody_waits_for(&portal, kim.browser.post("/staff/recordings/import", &form)).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(recordings(&portal).await, 20_000);
}

/// What there is of an import while it goes on.
const LAID_DOWN: &str = "SELECT COUNT(*) FROM recording_import WHERE accepted_at IS NULL";
const HALF_ENTERED: &str = "SELECT COUNT(*) FROM recording_import WHERE accepted_at IS NOT NULL AND EXISTS \
     (SELECT 1 FROM recording r WHERE r.entered_at >= accepted_at)";

#[tokio::test]
async fn an_import_that_is_killed_half_way_registers_all_or_nothing() {
    let portal = Portal::open();
    for (kill, (moment, expected)) in (0_u32..).zip([(LAID_DOWN, 0), (HALF_ENTERED, 5_000), (LAID_DOWN, 0)]) {
        let (list, prefix) = (format!("list-{kill}.csv"), format!("KILL{kill}"));
        std::fs::write(portal.file(&list), register(5_000, &prefix)).expect("a list");
        let before = recordings(&portal).await;
        let mut watch = database(&portal).await;
        let mut import = beside(&portal, &["recordings", "import", &list]);
        while sqlx::query_scalar::<_, i64>(moment)
            .fetch_one(&mut watch)
            .await
            .expect("a count")
            == 0
        {
            assert!(import.try_wait().expect("a status").is_none(), "it was too quick");
        }
        import.kill().expect("a signal");
        import.wait().expect("a status");
        // Whoever opens the database next sees it whole; so does the portal, a moment later.
        let check = portal.run(&["check"], "");
        assert!(check.status.success(), "{check:?}");
        assert_eq!(recordings(&portal).await - before, expected, "{moment}");
        let again = portal.run(&["recordings", "import", &list], "");
        assert_eq!(again.status.success(), expected == 0, "{again:?}");
        assert_eq!(recordings(&portal).await - before, 5_000);
    }
}

#[tokio::test]
async fn statistics_that_another_program_counts_anew_keep_nobody_waiting() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut filed = 0;
    for _ in 0..100 {
        ana.files_a_request().await;
        filed += 1;
    }
    let mut other = database(&portal).await;
    for _ in 0..3 {
        other
            .execute("UPDATE setting SET content = '0' WHERE name = 'totals_version'")
            .await
            .expect("totals of another version");
        let migrated = nobody_waits_for(&portal, ends(beside(&portal, &["migrate"]))).await;
        assert!(migrated.status.success(), "{migrated:?}");
    }
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
    let requests: i64 = sqlx::query_scalar("SELECT COUNT(*) FROM records_request")
        .fetch_one(&mut other)
        .await
        .expect("a count");
    assert!(requests > filed);
}
