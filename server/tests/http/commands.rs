//! The commands, as an operator types them.

use std::process::Output;

use tempfile::TempDir;

use crate::support::{Portal, portal::program};

fn run(folder: &TempDir, settings: &[(&str, &str)], arguments: &[&str]) -> Output {
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    program(folder.path(), &settings)
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

#[test]
fn a_deadline_is_told_date_first_and_needs_no_database() {
    let folder = folder();
    let text = run(&folder, &[], &["deadline", "MO_SUNSHINE_3BD", "2026-02-11"]);
    assert!(text.status.success(), "{text:?}");
    assert_eq!(said(&text).lines().next(), Some("2026-02-18"));
    assert!(said(&text).contains("Lincoln"), "{}", said(&text));
    let json = run(&folder, &[], &["deadline", "MO_SUNSHINE_3BD", "2026-02-11", "--json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["date"], "2026-02-18");
    assert_eq!(
        std::fs::read_dir(folder.path()).expect("the folder").count(),
        0,
        "nothing is made"
    );
}

#[test]
fn every_row_of_the_table_of_deadlines_comes_out() {
    let folder = folder();
    let rows = include_str!("../../../app/law/tests/deadlines.csv");
    for row in rows.lines().skip(1).filter(|row| !row.is_empty()) {
        let mut fields = row.split(',');
        let mut next = || fields.next().expect("a field");
        let (rule, start, expected) = (next(), next(), next());
        let told = run(&folder, &[], &["deadline", rule, start]);
        assert_eq!(
            said(&told).lines().next(),
            Some(expected),
            "{row} {}",
            complained(&told)
        );
    }
}

#[test]
fn an_unknown_rule_is_told_with_its_neighbors() {
    let told = run(&folder(), &[], &["deadline", "MO_SUNSHINE_3DB", "2026-02-11"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(complained(&told).contains("MO_SUNSHINE_3BD"), "{}", complained(&told));
    assert_eq!(complained(&told).lines().count(), 1);
    let told = run(&folder(), &[], &["deadline", "MO_SUNSHINE_3BD", "yesterday"]);
    assert_eq!(told.status.code(), Some(2));
}

#[test]
fn a_wrong_setting_stops_the_start_with_one_line() {
    for (variable, value) in [
        ("DATABASE_URL", "mysql://x"),
        ("LEPTOS_SITE_ADDR", "somewhere"),
        ("DAYLIGHT_BASE_URL", "records"),
        ("DAYLIGHT_MAIL", "pigeon"),
        ("DAYLIGHT_PROFILE", "atlantis"),
        ("DAYLIGHT_LOG", "xml"),
        ("DAYLIGHT_TRUSTED_PROXIES", "many"),
        ("DAYLIGHT_RATE_LIMIT", "perhaps"),
    ] {
        let told = run(&folder(), &[(variable, value)], &["serve"]);
        assert_eq!(told.status.code(), Some(2), "{variable}: {told:?}");
        let line = complained(&told);
        assert!(
            line.contains(variable) && line.contains(value) && line.contains("expected"),
            "{line}"
        );
        assert_eq!(line.lines().count(), 1, "{line}");
    }
    let public = [("LEPTOS_SITE_ADDR", "0.0.0.0:0"), ("DAYLIGHT_RATE_LIMIT", "off")];
    assert_eq!(run(&folder(), &public, &["serve"]).status.code(), Some(2));
}

#[test]
fn the_help_explains_commands_and_variables() {
    let help = said(&run(&folder(), &[], &["help"]));
    for word in [
        "serve",
        "staff",
        "deadline",
        "holds",
        "demo",
        "migrate",
        "backup",
        "restore",
        "check",
        "DATABASE_URL",
        "DAYLIGHT_MAIL",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert_eq!(run(&folder(), &[], &["dance"]).status.code(), Some(2));
    assert_eq!(
        run(
            &folder(),
            &[],
            &[
                "staff",
                "add",
                "--email",
                "a@b.example",
                "--name",
                "A",
                "--role",
                "king"
            ]
        )
        .status
        .code(),
        Some(2)
    );
}

#[tokio::test]
async fn an_account_from_the_command_line_gets_a_password_once() {
    let portal = Portal::open();
    let arguments = [
        "staff",
        "add",
        "--email",
        "kim@example.org",
        "--name",
        "Kim Lee",
        "--role",
        "custodian",
    ];
    let added = portal.run(&arguments, "");
    assert!(added.status.success(), "{added:?}");
    let password = said(&added)
        .lines()
        .last()
        .and_then(|line| line.split(": ").nth(1))
        .expect("a password")
        .to_owned();
    let kim = portal.resident();
    let inside = kim
        .post(
            "/staff/sign-in",
            &[("email", "kim@example.org"), ("password", password.as_str())],
        )
        .await;
    assert_eq!(inside.status, 303);
    let again = portal.run(&arguments, "");
    assert_eq!(again.status.code(), Some(1));
    let short = portal.run(
        &[
            "staff",
            "add",
            "--email",
            "b@b.example",
            "--name",
            "B",
            "--role",
            "auditor",
            "--password-stdin",
        ],
        "short\n",
    );
    assert_eq!(short.status.code(), Some(2));
}

#[tokio::test]
async fn a_backup_made_while_serving_comes_back_whole() {
    let portal = Portal::open();
    let receipt = portal.resident().files_a_request().await;
    let copy = portal.file("copy.db");
    let copy = copy.to_str().expect("a path");
    let made = portal.run(&["backup", copy], "");
    assert!(made.status.success(), "{made:?}");
    assert!(said(&made).starts_with("1 request "), "{made:?}");
    let refused = portal.run(&["restore", copy], "");
    assert_eq!(refused.status.code(), Some(1), "the target is not empty");

    let elsewhere = folder();
    let secret = portal.file("secret.key");
    let settings = [("DAYLIGHT_SECRET_FILE", secret.to_str().expect("a path"))];
    let restored = run(&elsewhere, &settings, &["restore", copy]);
    assert!(restored.status.success(), "{restored:?}");
    assert!(run(&elsewhere, &settings, &["check"]).status.success());
    let holds = run(&elsewhere, &settings, &["holds", "export"]);
    assert!(said(&holds).contains(&receipt.number), "{holds:?}");
    let strange = run(&folder(), &[], &["restore", secret.to_str().expect("a path")]);
    assert_eq!(strange.status.code(), Some(1), "no database at all");
}

#[tokio::test]
async fn a_backup_never_lands_on_what_is_there_or_on_what_it_reads() {
    let portal = Portal::open();
    portal.resident().files_a_request().await;
    let database = portal.file("daylight.db");
    std::fs::hard_link(&database, portal.file("second-name.db")).expect("a second name");
    std::os::unix::fs::symlink(&database, portal.file("link.db")).expect("a link");
    std::fs::write(portal.file("letter.txt"), "somebody's").expect("a file");
    std::fs::create_dir_all(portal.file("taken.db.files/ab")).expect("a folder");
    let before = in_folder(&portal);
    for name in [
        "daylight.db",
        "daylight.db-wal",
        "daylight.db-shm",
        "daylight.db-journal",
        "second-name.db",
        "link.db",
        "letter.txt",
        "secret.key",
        "taken.db",
        "files/inside.db",
        "nowhere/copy.db",
    ] {
        let refused = portal.run(&["backup", name], "");
        assert_eq!(refused.status.code(), Some(1), "{name}: {refused:?}");
        let words = complained(&refused);
        assert!(words.lines().count() == 1 && words.contains(name), "{words}");
        assert_eq!(in_folder(&portal), before, "{name}");
    }
    assert_eq!(std::fs::read(portal.file("letter.txt")).expect("a file"), b"somebody's");
    portal.resident().files_a_request().await;
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
    let made = portal.run(&["backup", "copy.db"], "");
    assert!(said(&made).starts_with("2 requests"), "{made:?}");
}

/// Names of everything in the portal's folder, but for letters.
fn in_folder(portal: &Portal) -> Vec<String> {
    let entries = std::fs::read_dir(portal.file("")).expect("the folder").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name != "mail").collect();
    names.sort();
    names
}

const BEFORE_A_DATABASE: [&[&str]; 5] = [
    &["backup", "copy.db"],
    &["check"],
    &["holds", "export"],
    &["recordings", "import", "list.csv"],
    &[
        "staff",
        "add",
        "--email",
        "kim@example.org",
        "--name",
        "Kim",
        "--role",
        "custodian",
    ],
];

#[test]
fn in_the_wrong_folder_a_command_says_where_it_looked_and_makes_nothing() {
    let list = b"source_id,camera\n";
    for arguments in BEFORE_A_DATABASE {
        let folder = folder();
        std::fs::write(folder.path().join("list.csv"), list).expect("a list");
        let refused = run(&folder, &[], arguments);
        assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {refused:?}");
        let words = complained(&refused);
        let place = folder.path().join("daylight.db");
        assert!(
            words.lines().count() == 1 && words.contains(&place.display().to_string()),
            "{arguments:?}: {words}"
        );
        assert_eq!(std::fs::read_dir(folder.path()).expect("the folder").count(), 1);

        // A file that is there and empty, or holds something else, is no database of ours either.
        for other in ["", "something else altogether, and long enough to be looked at"] {
            std::fs::write(&place, other).expect("a file");
            let refused = run(&folder, &[], arguments);
            assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {refused:?}");
            assert_eq!(complained(&refused).lines().count(), 1, "{refused:?}");
            assert_eq!(
                std::fs::read(&place).expect("a file"),
                other.as_bytes(),
                "{arguments:?}"
            );
            assert!(!folder.path().join("secret.key").exists() && !folder.path().join("copy.db").exists());
        }
    }
}

#[test]
fn a_database_is_made_by_migrate_and_other_commands_want_its_very_version() {
    let folder = folder();
    let made = run(&folder, &[], &["migrate"]);
    assert!(made.status.success(), "{made:?}");
    let again = run(&folder, &[], &["migrate"]);
    assert_eq!(said(&again), said(&made));
    assert!(run(&folder, &[], &["check"]).status.success());
    assert!(run(&folder, &[], BEFORE_A_DATABASE[4]).status.success());
    for (change, way_on, copied) in [
        ("SET version = version - 100", "daylight migrate", true),
        ("SET version = version + 500", "newer program", false),
    ] {
        at_version(&folder, change);
        for arguments in &BEFORE_A_DATABASE[1..3] {
            let refused = run(&folder, &[], arguments);
            assert_eq!(refused.status.code(), Some(1), "{arguments:?}: {refused:?}");
            assert!(complained(&refused).contains(way_on), "{refused:?}");
        }
        let copy = run(&folder, &[], &["backup", "before.db"]);
        assert_eq!(copy.status.success(), copied, "{copy:?}");
    }
    // A secret that is gone is not made anew.
    at_version(&folder, "SET version = version - 400");
    std::fs::remove_file(folder.path().join("secret.key")).expect("the secret");
    let refused = run(&folder, &[], &["check"]);
    assert!(
        refused.status.code() == Some(1) && complained(&refused).contains("secret.key"),
        "{refused:?}"
    );
    assert!(!folder.path().join("secret.key").exists());
}

/// Moves the number of every migration that ran.
#[tokio::main(flavor = "current_thread")]
async fn at_version(folder: &TempDir, change: &str) {
    sqlx::any::install_default_drivers();
    let url = format!("sqlite://{}", folder.path().join("daylight.db").display());
    let mut database = <sqlx::AnyConnection as sqlx::Connection>::connect(&url)
        .await
        .expect("the database");
    let change = sqlx::AssertSqlSafe(format!("UPDATE _sqlx_migrations {change}"));
    sqlx::raw_sql(change).execute(&mut database).await.expect("a change");
}

#[test]
fn an_empty_file_is_no_backup_to_restore() {
    let folder = folder();
    std::fs::write(folder.path().join("empty.db"), "").expect("a file");
    let refused = run(&folder, &[], &["restore", "empty.db"]);
    assert_eq!(refused.status.code(), Some(1), "{refused:?}");
    assert!(complained(&refused).contains("holds no records"), "{refused:?}");
    let left = std::fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 1, "nothing is left behind");
}

#[tokio::test]
async fn fictional_data_goes_only_into_an_empty_database() {
    let folder = folder();
    let made = run(&folder, &[], &["demo", "--requests", "12", "--seed", "7"]);
    assert!(made.status.success(), "{made:?}");
    assert_eq!(
        run(&folder, &[], &["demo"]).status.code(),
        Some(1),
        "never into a database that holds something"
    );
    assert!(run(&folder, &[], &["check"]).status.success());
    let holds = said(&run(&folder, &[], &["holds", "export"]));
    assert!(holds.lines().count() > 1, "{holds}");
}
