//! Long work of the office, in this program and beside it, keeps no resident waiting.

use std::{
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use sqlx::Executor as _;

use crate::{
    faults::trials::{
        portal::Place,
        waits::{beside, register},
    },
    support::{
        Portal, Resident, fresh_key, html,
        portal::{database, program},
        sound_form,
    },
};

/// Residents who file one request after another.
const RESIDENTS: usize = 4;
/// The longest that one of them may wait, on a machine that runs other tests beside.
const LONGEST: Duration = Duration::from_secs(2);

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

async fn recordings(portal: &Portal) -> i64 {
    let mut database = database(portal).await;
    let counted = sqlx::query_scalar("SELECT COUNT(*) FROM recording").fetch_one(&mut database);
    counted.await.expect("a count")
}

#[tokio::test]
async fn an_import_a_copy_an_export_and_a_check_beside_the_portal_keep_nobody_waiting() {
    let portal = Portal::open();
    std::fs::write(portal.file("list.csv"), register(20_000, "BULK")).expect("a list");
    let place = Place {
        program: env!("CARGO_BIN_EXE_daylight").into(),
        home: portal.file(""),
        postgres: None,
    };
    for arguments in [
        &["recordings", "import", "list.csv"][..],
        &["backup", "copy.db"],
        &["holds", "export"],
        &["check"],
        &["migrate"],
    ] {
        if arguments == ["migrate"] {
            let mut other = database(&portal).await;
            let outdated = other.execute("UPDATE setting SET content = '0' WHERE name = 'totals_version'");
            outdated.await.expect("totals of another version");
        }
        let waited = beside(&place, &portal.url, RESIDENTS, arguments).await;
        let waited = waited.expect("it is done, and nothing is lost");
        assert!(waited.filed > 0 && waited.refused == 0, "{arguments:?}: {waited:?}");
        assert!(
            waited.longest < LONGEST && waited.longest <= waited.took + LONGEST,
            "{arguments:?}: {waited:?}"
        );
    }
    assert_eq!(recordings(&portal).await, 20_000);
    let again = portal.run(&["recordings", "import", "list.csv"], "");
    assert!(!again.status.success(), "each line is registered already");
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
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

#[tokio::test]
async fn a_list_larger_than_what_can_be_pasted_is_registered_from_its_file() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@records.example").await;
    let page = kim.browser.get("/staff/recordings/import").await;
    assert!(
        page.text().contains("256 MiB"),
        "the limit is told before: {}",
        page.text()
    );
    let key = page.value("key").expect("a key");
    // Empty lines count for the size alone.
    let mut list = register(2_000, "FILE").into_bytes();
    list.resize(list.len() + (9 << 20), b'\n');
    let fields = [("key", key.as_str()), ("csv", "")];
    let file = ("csv_file", "list.csv", list.as_slice());
    let answer = kim
        .browser
        .posts_files("/staff/recordings/import", &fields, &[file])
        .await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert_eq!(recordings(&portal).await, 2_000);
    let key = fresh_key();
    let fields = [("key", key.as_str()), ("csv", "")];
    let refused = kim
        .browser
        .posts_files("/staff/recordings/import", &fields, &[file])
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.is_refused_at("csv_file"), "{}", refused.text());
    assert_eq!(recordings(&portal).await, 2_000);
}

/// Sends a file by the console; the page that shows how far it is.
async fn sends(kim: &Resident, key: &str, list: &[u8]) -> String {
    let (fields, file) = ([("key", key), ("csv", "")], ("csv_file", "list.csv", list));
    let answer = kim.posts_files("/staff/recordings/import", &fields, &[file]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let onward = answer.location.expect("onward");
    assert!(onward.starts_with("/staff/recordings/imports/"), "{onward}");
    onward
}

/// Where an import stands, as its page says.
async fn stage(kim: &Resident, page: &str) -> String {
    let page = kim.get(page).await;
    assert_eq!(page.status, 200, "{}", page.text());
    let underway = ["waiting", "checking", "laying", "entering"];
    let stage = html::attribute(&page.text(), "data-import").expect("a stage");
    let reloads = !page.header("refresh").is_empty();
    assert_eq!(reloads, underway.contains(&stage.as_str()), "{stage}");
    stage
}

async fn comes_to(kim: &Resident, page: &str, wanted: &str) {
    let until = Instant::now() + Duration::from_mins(3);
    loop {
        let seen = stage(kim, page).await;
        if seen == wanted {
            return;
        }
        assert!(Instant::now() < until, "it is still {seen}");
        let ended = ["done", "refused", "canceled", "failed"].contains(&seen.as_str());
        assert!(!ended, "it ended as {seen}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Waits until some rows are laid down, so that it is half way.
async fn is_half_way(portal: &Portal) {
    const LAID: &str = "SELECT COUNT(*) FROM import_job WHERE stage = 'laying' AND done > 0";
    let mut watch = database(portal).await;
    let until = Instant::now() + Duration::from_mins(2);
    while sqlx::query_scalar::<_, i64>(LAID)
        .fetch_one(&mut watch)
        .await
        .expect("a count")
        == 0
    {
        assert!(Instant::now() < until, "nothing is laid down");
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn a_long_file_has_a_page_that_shows_how_far_it_is_and_keeps_nobody_waiting() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@records.example").await.browser;
    let key = fresh_key();
    let list = register(30_000, "LONG").into_bytes();
    let page = sends(&kim, &key, &list).await;
    assert_eq!(sends(&kim, &key, &list).await, page, "the same form does its work once");
    let still = kim.get(&format!("{page}?still=1")).await;
    assert_eq!((still.status, still.header("refresh")), (200, ""));
    assert!(kim.get(&format!("/es{page}")).await.is_page_in("es"));
    assert!(
        kim.get("/staff/recordings/import").await.text().contains(&page),
        "it is listed"
    );
    nobody_waits_for(&portal, comes_to(&kim, &page, "done")).await;
    assert_eq!(recordings(&portal).await, 30_000);
    assert!(kim.get(&page).await.text().contains("30,000"));
    let missing = kim
        .get("/staff/recordings/imports/0198c0de-0000-7000-8000-000000000009")
        .await;
    assert_eq!(missing.status, 404);
    let late = kim.post(&page, &[("act", "cancel")]).await;
    assert_eq!(late.status, 409, "what is registered stays");
    assert_eq!(recordings(&portal).await, 30_000);
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
}

#[tokio::test]
async fn a_bad_line_at_the_end_of_a_hundred_thousand_leaves_nothing() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@records.example").await.browser;
    let mut list = register(100_000, "LAST");
    let camera = list.rfind("body_worn").expect("a camera");
    list.replace_range(camera..camera + "body_worn".len(), "drone");
    let page = sends(&kim, &fresh_key(), list.as_bytes()).await;
    comes_to(&kim, &page, "refused").await;
    assert!(kim.get(&page).await.text().contains("100001"));
    assert_eq!(recordings(&portal).await, 0);
}

#[tokio::test]
async fn a_long_file_is_canceled_half_way_and_leaves_nothing() {
    const LEFT: &str = "SELECT (SELECT COUNT(*) FROM recording_import) + (SELECT COUNT(*) FROM recording_import_part)";
    let portal = Portal::open();
    let kim = portal.custodian("kim@records.example").await.browser;
    let page = sends(&kim, &fresh_key(), register(60_000, "STOP").as_bytes()).await;
    is_half_way(&portal).await;
    let canceled = kim
        .post(&page, &[("key", fresh_key().as_str()), ("act", "cancel")])
        .await;
    assert_eq!(canceled.status, 303, "{}", canceled.text());
    assert_eq!(stage(&kim, &page).await, "canceled");
    let mut watch = database(&portal).await;
    let until = Instant::now() + Duration::from_mins(1);
    while sqlx::query_scalar::<_, i64>(LEFT)
        .fetch_one(&mut watch)
        .await
        .expect("a count")
        > 0
    {
        assert!(Instant::now() < until, "what was laid down stays");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(recordings(&portal).await, 0);
}

#[tokio::test]
async fn a_long_file_is_gone_on_with_after_a_kill() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@records.example").await.browser;
    let page = sends(&kim, &fresh_key(), register(30_000, "KILL").as_bytes()).await;
    is_half_way(&portal).await;
    let portal = portal.killed_and_restarted();
    assert_eq!(recordings(&portal).await, 0, "nobody sees it half");
    let lee = portal.custodian("lee@records.example").await.browser;
    comes_to(&lee, &page, "done").await;
    assert_eq!(recordings(&portal).await, 30_000);
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
}

#[tokio::test]
async fn of_two_programs_one_registers_a_long_file() {
    let portal = Portal::open();
    let folder = portal.file("").display().to_string();
    let file = format!("sqlite://{folder}/daylight.db");
    let beside = Portal::with(&[("DATABASE_URL", &file), ("DAYLIGHT_DATA_DIR", &folder)]);
    let kim = portal.custodian("kim@records.example").await.browser;
    let page = sends(&kim, &fresh_key(), register(25_000, "TWO").as_bytes()).await;
    comes_to(&kim, &page, "done").await;
    assert_eq!(recordings(&portal).await, 25_000);
    let mut watch = database(&portal).await;
    drop(beside);
    let begun = sqlx::query_scalar::<_, i64>("SELECT attempts FROM import_job").fetch_one(&mut watch);
    assert_eq!(begun.await.expect("a number"), 1);
}

/// What there is of an import while it goes on.
const LAID_DOWN: &str = "SELECT COUNT(*) FROM recording_import WHERE accepted_at IS NULL";
const HALF_ENTERED: &str = "SELECT COUNT(*) FROM recording_import WHERE accepted_at IS NOT NULL AND EXISTS \
     (SELECT 1 FROM recording r WHERE r.source_id LIKE 'KILL1%')";

#[tokio::test]
async fn an_import_that_is_killed_half_way_registers_all_or_nothing() {
    let portal = Portal::open();
    for (kill, (moment, expected)) in (0_u32..).zip([(LAID_DOWN, 0), (HALF_ENTERED, 5_000), (LAID_DOWN, 0)]) {
        let (list, prefix) = (format!("list-{kill}.csv"), format!("KILL{kill}"));
        std::fs::write(portal.file(&list), register(5_000, &prefix)).expect("a list");
        let before = recordings(&portal).await;
        let mut watch = database(&portal).await;
        let mut import = program(&portal.file(""), &[]);
        let import = import.args(["recordings", "import", &list]).stdout(Stdio::null());
        let mut import = import.spawn().expect("the program starts");
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
async fn the_fiction_that_fills_a_running_portal_keeps_nobody_waiting() {
    let portal = Portal::open();
    let mut fiction = program(&portal.file(""), &[]);
    let fiction = fiction.args(["demo", "--requests", "40"]).stdout(Stdio::null());
    let mut fiction = fiction.spawn().expect("the program starts");
    let mut watch = database(&portal).await;
    // It begins in an empty database alone.
    while filed(&mut watch).await == 0 {
        assert!(fiction.try_wait().expect("a status").is_none(), "it was refused");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let made = nobody_waits_for(&portal, async {
        loop {
            if let Some(status) = fiction.try_wait().expect("a status") {
                return status;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    });
    assert!(made.await.success());
    assert!(
        filed(&mut watch).await > 40,
        "the fiction and those who filed beside it"
    );
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
    // Where anything is, no fiction is added.
    assert!(!portal.run(&["demo"], "").status.success());
}

async fn filed(database: &mut sqlx::AnyConnection) -> i64 {
    let counted = sqlx::query_scalar("SELECT COUNT(*) FROM records_request").fetch_one(database);
    counted.await.expect("a count")
}
