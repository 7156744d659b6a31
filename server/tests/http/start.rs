//! How the program starts, and how it says why it does not.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt as _,
    process::Output,
};

use tempfile::TempDir;

use crate::support::{Portal, portal::program};

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

fn run(folder: &TempDir, settings: &[(&str, &str)], arguments: &[&str]) -> Output {
    let settings: Vec<_> = settings
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let mut command = program(folder.path(), &settings);
    command.args(arguments).output().expect("the program runs")
}

/// The one line in which a command says why it was not done.
fn why(output: &Output) -> String {
    assert!(!output.status.success(), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

fn is_empty(folder: &TempDir) -> bool {
    fs::read_dir(folder.path()).expect("the folder").count() == 0
}

#[test]
fn without_the_built_site_nothing_starts_and_nothing_is_made() {
    let home = folder();
    let empty = folder();
    let half = folder();
    fs::create_dir(half.path().join("pkg")).expect("a folder");
    fs::write(half.path().join("pkg/daylight.css"), "body {}").expect("a file");
    for site in [
        empty.path().join("nowhere"),
        empty.path().to_owned(),
        half.path().to_owned(),
    ] {
        let site = site.to_str().expect("a path");
        let refused = run(&home, &[("LEPTOS_SITE_ROOT", site)], &["serve"]);
        let said = why(&refused);
        assert!(said.contains("LEPTOS_SITE_ROOT") && said.contains(site), "{said}");
        assert!(is_empty(&home), "{said}");
    }
}

#[test]
fn a_profile_that_cannot_be_read_is_told_by_file_line_and_cause() {
    let home = folder();
    let file = folder();
    let path = file.path().join("place.toml");
    let path_text = path.to_str().expect("a path");
    for (text, line) in [
        ("key = \"x\"\ncode = \"X\"\nname = = \"?\"\n", "line 3"),
        ("key = \"x\"\n\n\nstrange = [\n  1,\n", "line"),
    ] {
        fs::write(&path, text).expect("a file");
        let said = why(&run(&home, &[("DAYLIGHT_PROFILE", path_text)], &["serve"]));
        assert!(said.contains(path_text) && said.contains(line), "{said}");
    }
    // What is well formed and cannot be meant.
    let sound = include_str!("../../../app/law/profiles/kansas-city-mo.toml");
    for (was, is) in [
        ("second_factor = []", "second_factor = [\"king\"]"),
        ("code = \"KC\"", "code = \"kc\""),
        ("link_hours = 72", "link_hours = 0"),
        ("third Monday of January", "third Moonday of January"),
    ] {
        let line = sound.lines().position(|line| line.contains(was)).expect("the text") + 1;
        fs::write(&path, sound.replacen(was, is, 1)).expect("a file");
        let said = why(&run(&home, &[("DAYLIGHT_PROFILE", path_text)], &["serve"]));
        assert!(
            said.contains(path_text) && said.contains(&format!("line {line}:")),
            "{said}"
        );
    }
}

#[test]
fn a_database_that_cannot_be_opened_says_why_and_no_password() {
    let home = folder();
    let here = home.path().display();
    for (url, cause) in [
        ("postgres://ana:geheim@127.0.0.1:1/records".to_owned(), "refused"),
        (format!("sqlite://{here}"), "unable to open"),
    ] {
        for arguments in [&["serve"][..], &["check"]] {
            let said = why(&run(&home, &[("DATABASE_URL", &url)], arguments));
            assert!(said.contains("DATABASE_URL") && said.contains(cause), "{said}");
            assert!(!said.contains("geheim") && !said.contains("timed out"), "{said}");
        }
    }
}

#[test]
fn a_database_with_another_secret_is_refused_and_no_key_is_left_behind() {
    let (first, second) = (folder(), folder());
    assert!(run(&first, &[], &["migrate"]).status.success());
    let url = format!("sqlite://{}", first.path().join("daylight.db").display());
    for arguments in [&["serve"][..], &["migrate"]] {
        let said = why(&run(&second, &[("DATABASE_URL", &url)], arguments));
        assert!(said.contains("secret.key"), "{said}");
        assert!(is_empty(&second), "{said}");
    }
    fs::write(second.path().join("secret.key"), "ab".repeat(32)).expect("a key");
    let said = why(&run(&second, &[("DATABASE_URL", &url)], &["serve"]));
    assert!(said.contains("does not belong"), "{said}");
}

#[test]
fn programs_that_start_at_once_agree_on_one_database_and_one_secret() {
    let home = folder();
    let starts: Vec<_> = (0..4)
        .map(|_| {
            program(home.path(), &[])
                .arg("migrate")
                .spawn()
                .expect("the program starts")
        })
        .collect();
    for mut start in starts {
        assert!(start.wait().expect("a status").success());
    }
    assert!(run(&home, &[], &["check"]).status.success());
}

#[tokio::test]
async fn new_files_are_for_their_owner_and_a_key_that_others_can_read_is_told() {
    let portal = Portal::open();
    portal.resident().files_a_request().await;
    for name in ["daylight.db", "daylight.db-wal", "daylight.db-turn", "secret.key"] {
        let mode = fs::metadata(portal.file(name)).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{name}: {mode:o}");
    }
    assert!(!portal.said().contains("Others may read"));
    fs::set_permissions(portal.file("secret.key"), Permissions::from_mode(0o644)).expect("rights");
    let portal = portal.killed_and_restarted();
    portal.says("Others may read the secret file").await;
}

#[test]
fn a_restore_that_fails_leaves_nothing() {
    let (source, target) = (folder(), folder());
    assert!(run(&source, &[], &["migrate"]).status.success());
    let copy = source.path().join("copy.db");
    let copy = copy.to_str().expect("a path");
    assert!(run(&source, &[], &["backup", copy]).status.success());
    let mut bytes = fs::read(copy).expect("the copy");
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0x5a);
    fs::write(copy, bytes).expect("a damaged copy");
    let database = format!("sqlite://{}/new/below/daylight.db", target.path().display());
    let data = target.path().join("data");
    let settings = [
        ("DATABASE_URL", database.as_str()),
        ("DAYLIGHT_DATA_DIR", data.to_str().expect("a path")),
    ];
    let said = why(&run(&target, &settings, &["restore", copy]));
    assert!(said.contains("cannot be restored"), "{said}");
    assert!(is_empty(&target), "{said}");
}

#[test]
fn commands_say_which_version_of_the_tables_they_found() {
    let home = folder();
    let made = run(&home, &[], &["migrate"]);
    let made = String::from_utf8_lossy(&made.stdout).into_owned();
    let version = made.trim().rsplit(' ').next().expect("a version");
    for arguments in [&["backup", "copy.db"][..], &["check"]] {
        let said = run(&home, &[], arguments);
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        assert!(said.contains(&format!("version {version}")), "{said}");
    }
}
