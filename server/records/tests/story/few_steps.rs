//! A release with few steps: people with their addresses, letters, receipts and the docket, each for all at once.

use jiff::ToSpan as _;
use law::{
    notice::{Audience, Channel, NoticeStateKind, ProofKind, Receipt, ReleaseReason},
    person::{Person, Receiver},
    release::{ReleaseActKind, next_act},
};
use office::{
    Lang, Refusal,
    desk::{NoticeDesk as _, PeopleDesk as _, QueueDesk as _, RecordingDesk as _, ReleaseDesk as _},
    forms::{Contact, CopyForm, FileKind, NewFile, NewPerson, PersonForm, SeenNotice},
    views::{NoticeChoice, PrintRun, QueueFilter, ReleaseView, TaskKind},
};

use super::{
    notices::Case,
    releases::{Release, arrives, movie},
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    people_are_logged_with_their_addresses_and_the_log_is_closed,
    letters_receipts_and_the_docket_are_done_for_all_at_once,
    a_copy_comes_with_its_list_or_not_at_all,
);

fn contact(name: &str) -> Contact {
    Contact {
        receiver: Receiver::Person,
        name: name.into(),
        postal_address: "12 Canary Court\nKansas City MO".into(),
        email: None,
        email_agreed_on: None,
        phone: String::new(),
        language: Lang::En,
        safe_contact: String::new(),
    }
}

fn reachable(person: Person, completes: bool) -> NewPerson {
    NewPerson {
        contact: Some(contact(&person.pseudonym)),
        person,
        completes,
    }
}

async fn view(release: &Release<'_>) -> ReleaseView {
    let (office, number) = (&release.case.town.office, release.case.filed.number());
    office.release_view(&release.case.cole, number).await.unwrap().unwrap()
}

fn seen(choices: &[NoticeChoice]) -> Vec<SeenNotice> {
    choices.iter().map(|one| one.seen.clone()).collect()
}

async fn people_are_logged_with_their_addresses_and_the_log_is_closed(town: Town) {
    let case = Case::begins(&town).await;
    // A child is reached through whoever usually receives for one; an address that no letter finds is told, and nobody is logged.
    let typed = PersonForm {
        pseudonym: "Child A".into(),
        seen: "0:10-0:20".into(),
        facts: vec!["minor".into()],
        name: "Guardian Name".into(),
        email: "not an address".into(),
        people_logged: "yes".into(),
        ..PersonForm::default()
    };
    let errors = typed.person(&case.recording).expect_err("no such address");
    assert!(errors.of("email").is_some() && errors.of("receiver").is_none());
    let unfit = NewPerson {
        contact: Some(contact("Child A")),
        person: Person {
            minor: true,
            ..case.person("Child A")
        },
        completes: true,
    };
    assert!(matches!(
        town.office.log_person(&case.cole, unfit).await,
        Err(Refusal::Stopped { .. })
    ));
    let log = || async { town.office.people(&case.cole, &case.recording).await.unwrap().unwrap() };
    let nobody = log().await;
    assert!(nobody.people.is_empty() && !nobody.complete, "nothing half written");
    let mended = PersonForm {
        email: String::new(),
        postal_address: "1 Main Street".into(),
        ..typed
    };
    let child = mended.person(&case.recording).unwrap();
    assert_eq!(
        child.contact.as_ref().map(|contact| contact.receiver),
        Some(Receiver::ParentOrGuardian)
    );
    let id = town.office.log_person(&case.cole, child).await.unwrap();
    let now = log().await;
    assert!(now.complete && now.people[0].reachable);
    let person = town.office.person(&case.cole, &id).await.unwrap().unwrap();
    assert_eq!(person.contacts[0].name, "Guardian Name");
    // Said once more, nothing changes.
    let version = town
        .office
        .recording(&case.cole, &case.recording)
        .await
        .unwrap()
        .unwrap()
        .version;
    town.office.complete_log(&case.cole, &case.recording).await.unwrap();
    let after = town
        .office
        .recording(&case.cole, &case.recording)
        .await
        .unwrap()
        .unwrap()
        .version;
    assert_eq!(version, after);
}

async fn letters_receipts_and_the_docket_are_done_for_all_at_once(town: Town) {
    let release = Release::begins(&town).await;
    let (case, office, number) = (&release.case, &town.office, release.case.filed.number());
    for pseudonym in ["Person A", "Person B"] {
        office
            .log_person(&case.cole, reachable(case.person(pseudonym), false))
            .await
            .unwrap();
    }
    release.copies(1, "blur 0:10-0:40 Person A | RSMo 610.100.3").await;
    // Nothing was opened: sending does both.
    assert_eq!(next_act(&view(&release).await.checklist), Some(ReleaseActKind::SendAll));
    let sent = office
        .send_all(&case.cole, number, Channel::CertifiedMail, Audience::Requester)
        .await;
    assert_eq!(sent, Ok(2));
    let sheets = office
        .letters_of(&case.cole, WEDNESDAY, PrintRun::Post, Some(number.clone()))
        .await
        .unwrap();
    assert_eq!(sheets.len(), 2);
    let stranger = town.resident("Bea").files().await;
    let others = office
        .letters_of(&case.cole, WEDNESDAY, PrintRun::Post, Some(stranger.number().clone()))
        .await;
    assert_eq!(others.unwrap().len(), 0);

    // Both cards came back. One that a colleague has entered in the meantime stops both.
    let before = view(&release).await;
    assert_eq!(next_act(&before.checklist), Some(ReleaseActKind::ReceiveAll));
    let both = seen(&before.receivable);
    assert_eq!(both.len(), 2);
    let receipt = Receipt {
        on: WEDNESDAY,
        proof: ProofKind::CertifiedMail,
    };
    let mut stale = both.clone();
    stale[1].version -= 1;
    let refused = office.receive_all(&case.cole, number, stale, receipt).await;
    assert_eq!(refused, Err(Refusal::Stale));
    let unfit = Receipt {
        proof: ProofKind::Publication,
        ..receipt
    };
    assert!(matches!(
        office.receive_all(&case.cole, number, both.clone(), unfit).await,
        Err(Refusal::Stopped { .. })
    ));
    let not_yet = view(&release).await;
    assert!(
        not_yet.notices.iter().all(|line| line.state == NoticeStateKind::Sent),
        "all or none"
    );
    // It waits on the first page of whoever serves notices, with the way there, as long as it is the only one.
    let task = async |kind: TaskKind| {
        let queue = office.queue(&case.cole, QueueFilter::default()).await.unwrap();
        queue
            .tasks
            .into_iter()
            .find(|task| task.kind == kind)
            .map(|task| task.path().to_owned())
    };
    let release_page = format!("/staff/requests/{number}/release");
    assert_eq!(task(TaskKind::Receipt).await, Some(release_page.clone()));
    office.receive_all(&case.cole, number, both, receipt).await.unwrap();
    assert_eq!(
        (task(TaskKind::Receipt).await, task(TaskKind::Docket).await),
        (None, None)
    );
    let running = view(&release).await;
    assert!(
        running
            .notices
            .iter()
            .all(|line| line.state == NoticeStateKind::WindowOpen)
    );
    assert_eq!(next_act(&running.checklist), None);
    assert!(running.clearable.is_empty(), "their days are not over");

    // Of another request nothing is touched.
    let elsewhere = office
        .receive_all(&case.cole, stranger.number(), seen(&running.clearable), receipt)
        .await;
    assert!(elsewhere.is_err());

    // The days are over: without the docket nothing leaves, with it the same step clears and releases.
    town.today_is(WEDNESDAY.saturating_add(20.days()));
    assert_eq!(task(TaskKind::Docket).await, Some(release_page));
    let over = view(&release).await;
    assert_eq!(next_act(&over.checklist), Some(ReleaseActKind::Release));
    let cleared = seen(&over.clearable);
    assert_eq!(cleared.len(), 2);
    assert!(
        release
            .bars()
            .await
            .iter()
            .all(|bar| matches!(bar, ReleaseReason::DocketUnchecked { .. }))
    );
    let one = vec![cleared[0].clone()];
    assert!(office.release(&case.cole, number, one).await.is_err());
    let still = view(&release).await;
    assert_eq!(still.clearable.len(), 2, "what did not release cleared nobody");
    office.release(&case.cole, number, cleared).await.unwrap();
    let out = view(&release).await;
    assert!(out.notices.iter().all(|line| line.state == NoticeStateKind::Clear));
    assert_eq!(out.released.len(), 1);
}

async fn a_copy_comes_with_its_list_or_not_at_all(town: Town) {
    let release = Release::begins(&town).await;
    let (case, office) = (&release.case, &town.office);
    let keeps = async |typed: &str| {
        let list = CopyForm {
            redactions: typed.into(),
            ..CopyForm::default()
        };
        let at = arrives(&office.incoming(), &movie(1));
        let file = NewFile {
            redactions: list.redactions().unwrap(),
            ..NewFile::of(FileKind::Copy, at, "copy.mp4".into())
        };
        office.keep_file(&case.cole, &case.recording, file).await
    };
    keeps("blur 5:00:00-6:00:00 Person A | RSMo 610.100.3")
        .await
        .expect_err("beyond the end");
    let files = office.files(&case.cole, &case.recording).await.unwrap().unwrap();
    assert!(files.copies.is_empty(), "neither the copy nor its list");
    keeps("blur 0:10-0:40 Person A | RSMo 610.100.3").await.unwrap();
    let files = office.files(&case.cole, &case.recording).await.unwrap().unwrap();
    assert_eq!(files.copies[0].copy.redactions.len(), 1);
    assert_eq!(files.requests, vec![case.filed.number().clone()]);
}
