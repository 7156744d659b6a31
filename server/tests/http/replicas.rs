//! Two programs on one database.

use std::time::{Duration, Instant};

use sqlx::Connection as _;

use crate::support::{Portal, Resident, form_with, fresh_key};

/// How soon a change is seen everywhere.
const SEEN: Duration = Duration::from_secs(5);

/// Two programs on one PostgreSQL, with a schema of their own; `None` where the environment says that there is no PostgreSQL on
/// purpose.
async fn two(settings: &[(&str, &str)]) -> Option<(Portal, Portal)> {
    let server = std::env::var("DAYLIGHT_TEST_POSTGRES").expect(
        "DAYLIGHT_TEST_POSTGRES must be the URL of a PostgreSQL for tests, or `none`; `.ci/postgres` starts one",
    );
    if server == "none" {
        return None;
    }
    sqlx::any::install_default_drivers();
    let schema = format!("replicas_{}", fresh_key());
    let mut admin = sqlx::AnyConnection::connect(&server).await.expect("PostgreSQL");
    let create = sqlx::AssertSqlSafe(format!("CREATE SCHEMA {schema}"));
    sqlx::query(create).execute(&mut admin).await.expect("a schema");
    let url = format!("{server}?options=-c%20search_path%3D{schema}");
    let mut settings = settings.to_vec();
    settings.push(("DATABASE_URL", &url));
    let first = Portal::with(&settings);
    let folder = first.file("").display().to_string();
    settings.push(("DAYLIGHT_DATA_DIR", &folder));
    let second = Portal::with(&settings);
    Some((first, second))
}

#[tokio::test]
async fn who_files_without_end_at_two_programs_is_limited_as_at_one() {
    let Some((one, two)) = two(&[]).await else { return };
    let (one, two) = (one.resident(), two.resident());
    let (mut filed, mut refused) = (0, 0);
    for no in 0..30 {
        let ana = if no % 2 == 0 { &one } else { &two };
        let form = form_with("description", &format!("Traffic stop number {no}"));
        let answer = ana.post("/request", &form).await;
        match answer.status {
            303 => filed += 1,
            429 => {
                refused += 1;
                let wait: u32 = answer.header("retry-after").parse().expect("seconds");
                assert!((1..=21).contains(&wait), "{wait}");
                assert_eq!(answer.value("place").as_deref(), Some("12th Street and Oak Street"));
            }
            other => panic!("{other}: {}", answer.text()),
        }
    }
    assert!(
        (20..=22).contains(&filed) && refused >= 8,
        "{filed} filed, {refused} refused"
    );
}

/// For how long a shared cache may keep a page besides.
fn shared(header: &str) -> Duration {
    let seconds = header.split(',').find_map(|part| part.trim().strip_prefix("s-maxage="));
    let stale = header.contains("stale-");
    assert!(!stale, "{header}");
    Duration::from_secs(seconds.map_or(0, |seconds| seconds.parse().expect("seconds")))
}

/// Looks at a page over and over, so that it is always kept, until it holds these words.
async fn sees(somebody: &Resident, path: &str, words: &str, since: Instant) {
    loop {
        let page = somebody.get(path).await;
        let old = since.elapsed() + shared(page.header("cache-control"));
        assert!(old < SEEN, "{path} shows nothing of {words} after {old:?}");
        if page.text().contains(words) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn what_changes_at_one_program_is_seen_at_the_other_within_five_seconds() {
    let Some((one, two)) = two(&[("DAYLIGHT_RATE_LIMIT", "off")]).await else {
        return;
    };
    let kim = one.custodian("kim@example.org").await;
    let (ana, ben) = (one.resident(), two.resident());
    for path in ["/", "/requests", "/statistics"] {
        assert_eq!(ben.get(path).await.status, 200, "{path}");
    }
    let (none, before) = (ben.get("/statistics").await.text(), Instant::now());
    let receipt = ana.files_a_request().await;
    sees(&ben, "/requests", &receipt.number, before).await;
    let page = format!("/requests/{}", receipt.number);
    let old = ben.get(&page).await.text();
    loop {
        let now = ben.get("/statistics").await;
        let age = before.elapsed() + shared(now.header("cache-control"));
        if now.text() != none {
            break;
        }
        assert!(age < SEEN, "the statistics count nothing after {age:?}");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let before = Instant::now();
    kim.does(&receipt.number, "acknowledge", &[]).await;
    while ben.get(&page).await.text() == old {
        assert!(before.elapsed() < SEEN, "the page of a request stays as it was");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}
