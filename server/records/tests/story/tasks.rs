//! What waits for each role is the first thing that it is shown.

use jiff::ToSpan as _;
use law::request::Act;
use office::{
    desk::{ProposalDesk as _, QueueDesk as _},
    forms::FileKind,
    views::{QueueFilter, Role, Staff, Task, TaskKind},
};

use super::releases::{Release, movie};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    a_copy_waits_for_whoever_did_not_make_it_until_it_is_approved,
    each_role_is_told_what_is_its_own_and_nothing_else,
);

async fn tasks(town: &Town, by: &Staff) -> Vec<(TaskKind, u64)> {
    let queue = town.office.queue(by, QueueFilter::default()).await.unwrap();
    let pair = |Task { kind, number, .. }: Task| (kind, number);
    queue.tasks.into_iter().map(pair).collect()
}

async fn a_copy_waits_for_whoever_did_not_make_it_until_it_is_approved(town: Town) {
    let release = Release::begins(&town).await;
    release.sends_file(FileKind::Copy, &movie(9)).await.unwrap();
    let waits = (TaskKind::Copy, 1);
    assert!(tasks(&town, &release.rhea).await.contains(&waits));
    assert!(
        !tasks(&town, &release.case.cole).await.contains(&waits),
        "who made it does not approve it"
    );
    let listed = town.office.to_verify(&release.case.cole).await.unwrap().copies;
    assert_eq!((listed.len(), listed[0].own), (1, true), "but sees that it waits");
    release.copies(8, "").await;
    assert!(!tasks(&town, &release.rhea).await.contains(&waits));
    assert!(town.office.to_verify(&release.rhea).await.unwrap().copies.is_empty());
}

async fn each_role_is_told_what_is_its_own_and_nothing_else(town: Town) {
    let cole = town.custodian().await;
    town.resident("Ana").files().await;
    let bela = town.resident("Bela").files().await;
    cole.does(
        bela.number(),
        Act::CloseActive {
            confirmed_on: WEDNESDAY,
        },
    )
    .await
    .unwrap();
    let role = async |name, role| town.staff(name, role).await.staff;
    let supervisor = tasks(&town, &role("Sue", Role::Supervisor).await).await;
    assert_eq!(supervisor, [(TaskKind::Unassigned, 2)]);
    let prosecutor = tasks(&town, &role("Paul", Role::Prosecutor).await).await;
    assert_eq!(prosecutor, [(TaskKind::Investigation, 1)]);
    for (name, quiet) in [("Rita", Role::Reviewer), ("Otto", Role::Auditor)] {
        assert_eq!(tasks(&town, &role(name, quiet).await).await, [], "{name}");
    }
    assert_eq!(
        tasks(&town, &cole.staff).await,
        [],
        "what a custodian does is the queue"
    );
    town.today_is(WEDNESDAY.checked_add(30.days()).unwrap());
    let later = tasks(&town, &role("Sam", Role::Supervisor).await).await;
    assert!(later.contains(&(TaskKind::Overdue, 1)), "{later:?}");
}
