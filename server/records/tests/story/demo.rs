//! Fictional data.

use demo::DemoError;
use law::request::Stage;
use office::{
    desk::{LibraryDesk as _, PublicDesk as _},
    views::{LogFilter, PublicStatus},
};

use crate::support::Town;

crate::on_both_engines!(
    fictional_data_shows_every_stage_and_is_sound,
    the_same_seed_gives_the_same_year,
    fictional_data_never_mixes_with_real_data,
);

const LINKED: &str = "SELECT number FROM records_request q WHERE EXISTS \
     (SELECT 1 FROM request_recording l WHERE l.request_id = q.id)";

async fn fictional_data_shows_every_stage_and_is_sound(town: Town) {
    let folder = tempfile::tempdir().unwrap();
    let videos: Vec<_> = (1..=3)
        .map(|number| folder.path().join(format!("{number}.mp4")))
        .collect();
    for (number, video) in (1..).zip(&videos) {
        std::fs::write(video, super::releases::movie_of(number, 36_000)).unwrap();
    }
    let made = demo::fill(&town.office, 400, 7, &videos).await.unwrap();
    assert_eq!(made.requests, 400);
    assert!(town.office.is_demo());
    assert!(town.second_counter().await.is_demo());
    town.is_sound().await;
    let custodian = town.custodian().await.staff.custodian().unwrap();
    for number in town.texts(LINKED).await {
        let number = office::TrackingNumber::parse(&number).unwrap();
        super::obstacles::agree(&town, &custodian, &number).await;
    }
    for stage in [
        Stage::Received,
        Stage::UnderReview,
        Stage::Clarify,
        Stage::Delayed,
        Stage::FeePending,
        Stage::NoRecord,
        Stage::WaitInactive,
        Stage::Denied,
        Stage::CourtPending,
        Stage::Ordered,
        Stage::OrderDenied,
        Stage::Withdrawn,
        Stage::Redacting,
        Stage::NoticeGate,
        Stage::Released,
        Stage::Partial,
    ] {
        let found = town
            .office
            .log(LogFilter {
                status: Some(stage),
                ..LogFilter::default()
            })
            .await
            .unwrap();
        assert!(found.total > 0, "nothing is {stage:?}");
    }
    assert_eq!(records::store::outbox::waiting(town.office.store()).await.unwrap(), 0);
    assert!(town.count("SELECT COUNT(*) FROM outbox").await > 20);
    let library = town.office.library(1).await.unwrap();
    assert!(library.total > 3, "the library holds {}", library.total);
    for one in [
        "SELECT COUNT(*) FROM objection",
        "SELECT COUNT(*) FROM deletion",
        "SELECT COUNT(*) FROM release WHERE stopped_at IS NOT NULL",
        "SELECT COUNT(*) FROM disclosure_order WHERE verified_by IS NOT NULL",
    ] {
        assert!(town.count(one).await > 0, "{one}");
    }
    let (email, password) = &made.accounts[0];
    assert!(crate::accounts::tries(&town, email, password).await.unwrap().is_some());
}

async fn year(town: &Town, seed: u64) -> Vec<PublicStatus> {
    demo::fill(&town.office, 60, seed, &[]).await.unwrap();
    let mut statuses = Vec::new();
    for page in 1..=3 {
        for line in town
            .office
            .log(LogFilter {
                page,
                ..LogFilter::default()
            })
            .await
            .unwrap()
            .lines
        {
            statuses.push(town.office.status(&line.number).await.unwrap().unwrap());
        }
    }
    statuses
}

async fn the_same_seed_gives_the_same_year(town: Town) {
    let first = year(&town, 7).await;
    assert_eq!(first.len(), 60);
    assert_eq!(year(&Town::on_sqlite().await, 7).await, first);
    assert_ne!(year(&Town::on_sqlite().await, 8).await, first);
}

async fn fictional_data_never_mixes_with_real_data(town: Town) {
    town.resident("Ana").files().await;
    assert!(matches!(
        demo::fill(&town.office, 10, 1, &[]).await,
        Err(DemoError::NotEmpty)
    ));
    assert!(!town.office.is_demo());
}
