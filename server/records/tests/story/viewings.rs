//! A family is offered to see a recording before it becomes public.

use jiff::civil::date;
use law::{
    capacity::CapacityKind,
    notice::ReleaseReason,
    person::{Person, Receiver},
    viewing::{ViewingState, ViewingStep, ViewingWay},
};
use office::{
    desk::{
        AdminDesk as _, Depicted, DepictedDesk as _, NoticeDesk as _, QueueDesk as _, RequesterDesk as _,
        ViewingDesk as _,
    },
    forms::{FamilyAnswer, NewViewing, StepTaken},
    views::{PrintRun, QueueFilter, Role, TaskKind},
};

use super::notices::{Case, bar};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    a_family_is_offered_to_see_it_first_and_every_step_is_kept,
    nobody_sees_it_for_somebody_without_proof_and_what_was_said_goes_with_the_request,
    what_a_family_was_promised_is_listed_though_the_request_is_over,
);

fn offer(receiver: Receiver) -> NewViewing {
    NewViewing {
        receiver,
        way: ViewingWay::Mail,
        on: WEDNESDAY,
        answer_by: None,
        support: "Vera Canary, 816 555 0199".into(),
    }
}

fn step(step: ViewingStep, words: &str) -> StepTaken {
    StepTaken {
        step,
        on: WEDNESDAY,
        day: (step == ViewingStep::Appoint).then_some(WEDNESDAY),
        words: words.into(),
    }
}

async fn a_family_is_offered_to_see_it_first_and_every_step_is_kept(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person B"), Receiver::Person).await;
    let notice = case.opens().await.remove(0).1;
    let (office, cole) = (&town.office, &case.cole);
    let slip = NewViewing {
        on: date(2020, 1, 1),
        ..offer(Receiver::Person)
    };
    let early = office.offer_viewing(cole, &notice, slip).await;
    assert_eq!(
        bar(early),
        ReleaseReason::TooEarly { earliest: WEDNESDAY },
        "nobody is offered it before they are known"
    );
    office
        .offer_viewing(cole, &notice, offer(Receiver::Person))
        .await
        .unwrap();
    let again = office.offer_viewing(cole, &notice, offer(Receiver::Person)).await;
    assert_eq!(bar(again), ReleaseReason::ViewingOpen, "one at a time");
    let early = office
        .step_viewing(cole, &notice, step(ViewingStep::Appoint, "10:00"))
        .await;
    assert_eq!(bar(early), ReleaseReason::ViewingStepUnfit, "nobody has answered");
    let letters = office.letters_of(cole, WEDNESDAY, PrintRun::Post, None).await.unwrap();
    let letter = letters
        .iter()
        .find(|letter| letter.kind == "viewing")
        .expect("a letter to print");
    let words = letter.document.as_deref().unwrap();
    assert!(
        words.contains("Vera Canary") && words.contains("antes de que sea pública"),
        "{words}"
    );

    let bela = Depicted { notice: notice.clone() };
    let told = office.depicted(&bela).await.unwrap().viewing.expect("an offer");
    assert_eq!((told.state, told.answer_by), (ViewingState::Offered, date(2026, 2, 14)));
    let yes = FamilyAnswer {
        step: ViewingStep::Accept,
        capacity: Receiver::Person,
        words: "After five, Canary".into(),
    };
    office.answer_viewing(&bela, yes).await.unwrap();
    let open = office.open_viewings(cole).await.unwrap();
    assert_eq!(
        (open.len(), open[0].state, open[0].day),
        (1, ViewingState::Accepted, Some(WEDNESDAY))
    );
    office
        .step_viewing(cole, &notice, step(ViewingStep::Appoint, "17:30, Room 2"))
        .await
        .unwrap();
    let told = office.depicted(&bela).await.unwrap().viewing.expect("an offer");
    assert_eq!((told.day, told.place.as_str()), (Some(WEDNESDAY), "17:30, Room 2"));
    office
        .step_viewing(cole, &notice, step(ViewingStep::Hold, "Bela Canary and her son"))
        .await
        .unwrap();
    assert!(office.open_viewings(cole).await.unwrap().is_empty());

    let seen = office.viewings(cole, &notice).await.unwrap().unwrap();
    let said = format!("{:?}", seen.viewings);
    assert!(
        said.contains("Bela Canary and her son") && said.contains("After five"),
        "{said}"
    );
    let pru = town.staff("Pru", Role::Prosecutor).await.staff;
    let seen = office.viewings(&pru, &notice).await.unwrap().unwrap();
    assert_eq!(seen.viewings[0].state, ViewingState::Held);
    let said = format!("{:?}", seen.viewings[0].steps);
    assert!(
        !said.contains("Canary"),
        "who came is for those who serve notices: {said}"
    );
    for by_hand in [
        "DELETE FROM viewing_step",
        "UPDATE viewing_step SET step = 'miss'",
        "UPDATE viewing SET way = 'telephone'",
        "DELETE FROM viewing",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    town.is_sound().await;
}

async fn nobody_sees_it_for_somebody_without_proof_and_what_was_said_goes_with_the_request(town: Town) {
    let case = Case::begins(&town).await;
    let child = Person {
        minor: true,
        ..case.person("Child A")
    };
    let person = case.logs(child, Receiver::ParentOrGuardian).await;
    let notice = case.opens().await.remove(0).1;
    let receiver = Receiver::ParentOrGuardian;
    let (office, cole) = (&town.office, &case.cole);
    let unproven = office.offer_viewing(cole, &notice, offer(receiver)).await;
    assert_eq!(bar(unproven), ReleaseReason::CapacityUnproven { receiver });
    case.proves(&person, CapacityKind::Parent).await;
    office.offer_viewing(cole, &notice, offer(receiver)).await.unwrap();
    office
        .step_viewing(cole, &notice, step(ViewingStep::Accept, "By telephone"))
        .await
        .unwrap();
    let waiting = office.queue(cole, QueueFilter::default()).await.unwrap();
    assert!(
        waiting
            .tasks
            .iter()
            .any(|task| task.kind == TaskKind::Viewing && task.number == 1),
        "whoever works requests is told: {:?}",
        waiting.tasks
    );
    let adam = town.staff("Adam", Role::Admin).await.staff.administrator().unwrap();
    office
        .erase(&adam, case.filed.number(), "Asked for it".into())
        .await
        .unwrap();
    assert_eq!(town.count("SELECT COUNT(*) FROM viewing_words").await, 0);
    assert_eq!(
        town.count("SELECT COUNT(*) FROM viewing_step").await,
        1,
        "that it was accepted stays"
    );
    town.is_sound().await;
}

async fn what_a_family_was_promised_is_listed_though_the_request_is_over(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person B"), Receiver::Person).await;
    let notice = case.opens().await.remove(0).1;
    let (office, cole) = (&town.office, &case.cole);
    office
        .offer_viewing(cole, &notice, offer(Receiver::Person))
        .await
        .unwrap();
    for (taken, words) in [(ViewingStep::Accept, ""), (ViewingStep::Appoint, "17:30")] {
        office.step_viewing(cole, &notice, step(taken, words)).await.unwrap();
    }
    office.withdraw(&case.filed.requester()).await.unwrap();
    let open = office.open_viewings(cole).await.unwrap();
    assert_eq!((open.len(), open[0].state), (1, ViewingState::Appointed));
    office
        .step_viewing(cole, &notice, step(ViewingStep::Hold, "Bela"))
        .await
        .unwrap();
    assert!(office.open_viewings(cole).await.unwrap().is_empty());
}
