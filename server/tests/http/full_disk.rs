//! The disk is full: people are told and keep what they typed, and all goes on once there is room again.

use std::{fs::File, io::Write as _, path::Path};

use sqlx::Executor as _;

use crate::support::{Portal, portal::database, sound_form};

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
