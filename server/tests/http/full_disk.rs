//! The disk is full: people are told and keep what they typed, and all goes on once there is room again.

use std::{fs::File, io::Write as _, path::Path};

use sqlx::Executor as _;

use crate::support::{Portal, portal::database, release::movie, sound_form};

/// Fills a disk to the brim, with a file of this name.
fn fill(file: &Path) {
    let mut filler = File::create(file).expect("a file");
    for block in [1024 * 1024, 4096, 1] {
        let block = vec![0_u8; block];
        while filler.write_all(&block).is_ok() {}
    }
}

#[tokio::test]
async fn a_full_disk_keeps_the_words_and_filing_goes_on_by_itself_once_there_is_room() {
    let mut portal = Portal::on_a_small_disk(24);
    let ana = portal.resident();
    let before = ana.files_a_request().await;
    let filler = portal.disk("filler");
    let mut refused = 0;
    for _ in 0..3 {
        fill(&filler);
        // What is free inside the database is used up at some time.
        for _ in 0..40 {
            let answer = ana.post("/request", &sound_form()).await;
            if answer.status == 303 {
                continue;
            }
            assert_eq!(answer.status, 503, "{}", answer.text());
            assert_eq!(answer.value("place").as_deref(), Some("12th Street and Oak Street"));
            assert_eq!(
                answer.value("description").as_deref(),
                Some("A traffic stop of a blue car")
            );
            assert_eq!(ana.status(&before.number).await, "received", "reading goes on");
            refused += 1;
            break;
        }
        std::fs::remove_file(&filler).expect("room");
        let after = ana.files_a_request().await;
        assert_eq!(ana.status(&after.number).await, "received");
    }
    assert!(refused > 0, "the disk was never full");
    assert!(portal.runs());
}

#[tokio::test]
async fn a_log_that_cannot_be_written_stops_nobody() {
    for format in ["text", "json"] {
        let settings = [("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_LOG", format)];
        let mut portal = Portal::with_log_on_a_full_disk(&settings);
        let ana = portal.resident();
        ana.files_a_request().await;
        let mut other = database(&portal).await;
        other.execute("BEGIN IMMEDIATE").await.expect("a lock");
        let refused = ana.post("/request", &sound_form()).await;
        assert_eq!(refused.status, 503, "{format}: {}", refused.text());
        other.execute("ROLLBACK").await.expect("the lock is given back");
        ana.files_a_request().await;
        assert!(portal.runs(), "{format}");
    }
}

#[tokio::test]
async fn below_a_floor_of_free_space_no_file_is_taken_and_filing_and_objecting_go_on() {
    let portal = Portal::on_a_small_disk(48);
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    bela.post("/notice", &[("code", &code)]).await;
    let filler = portal.disk("filler");
    fill(&filler);
    // Less than a twentieth is left, and enough for many filings.
    let brim = std::fs::metadata(&filler).expect("a file").len();
    let file = File::options().write(true).open(&filler).expect("a file");
    file.set_len(brim - 1_800_000).expect("some room");
    drop(file);

    let key = || async { bela.get("/notice/objection").await.value("key").unwrap_or_default() };
    let (first, second) = (key().await, key().await);
    let objection = |key: &str| {
        [
            ("relief", "whole"),
            ("capacity", "person"),
            ("words", "It was my worst day"),
            ("key", key),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let paper = ("papers", "a.pdf", b"%PDF-1.7\n%%EOF".as_slice());
    let form = objection(&first);
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let refused = bela.posts_files("/notice/objection", &form, &[paper]).await;
    assert_eq!(refused.status, 507, "{}", refused.text());
    assert_eq!(refused.value("words").as_deref(), Some("It was my worst day"));
    assert!(
        refused.text().contains("Send the form without files"),
        "{}",
        refused.text()
    );
    let begin = [
        ("recording", case.recording.as_str()),
        ("kind", "copy"),
        ("name", "a.mp4"),
        ("bytes", "500000"),
    ];
    let refused = case.kim.browser.post("/staff/uploads", &begin).await;
    assert_eq!(refused.status, 507, "{}", refused.text());
    let fields = [("act", "upload"), ("file_kind", "copy")];
    let path = format!("/staff/recordings/{}/files", case.recording);
    let file = ("file", "a.mp4", movie(60_000, &[1; 64]));
    let refused = case
        .kim
        .browser
        .posts_files(&path, &fields, &[(file.0, file.1, &file.2)])
        .await;
    assert_eq!(refused.status, 507, "{}", refused.text());
    // Without files both go on.
    portal.resident().files_a_request().await;
    let form = objection(&second);
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let taken = bela
        .posts_files("/notice/objection", &form, &[("papers", "", b"")])
        .await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    std::fs::remove_file(&filler).expect("room");
    let again = case.kim.browser.post("/staff/uploads", &begin).await;
    assert_eq!(again.status, 201, "{}", again.text());
}
