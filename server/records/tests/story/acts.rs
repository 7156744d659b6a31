//! What custodians and requesters do to a request.

use jiff::{ToSpan as _, civil::date};
use law::{
    bar::{Reason, Section},
    calendar::{CalendarOwner, Closure},
    clock::ClockId,
    denial::{GivenPart, Withheld, WithheldPart},
    event::Event,
    recording::{InactiveGround, NoRecordReason, StatusKind},
    request::{Act, ActKind, Reception, ReplyChannel, Stage},
    request_order::Ruling,
};
use office::{
    Problem, Refusal,
    desk::{AdminDesk as _, CustodianDesk as _, PublicDesk as _, RequesterDesk as _},
    forms::FilingForm,
    views::{Actor, PublicStatus, QueueView, Role},
};

use crate::support::{Town, WEDNESDAY, barred, message, order, petition, staff_act};

crate::on_both_engines!(
    of_two_custodians_at_once_the_second_is_told,
    the_same_act_sent_twice_is_done_once,
    closed_while_active_confirmed_again_then_open,
    an_order_is_verified_by_a_second_person,
    an_unanswered_question_lapses_after_ninety_days,
    a_closure_entered_later_moves_the_days_of_who_must_answer_and_none_of_the_agency,
    each_slip_that_is_taken_back_names_its_own_entry,
    a_message_in_the_wrong_box_answers_the_question_all_the_same,
    nobody_loses_a_request_by_a_question_they_were_never_told_of,
    a_letter_that_never_arrived_lets_nothing_lapse,
    days_to_pay_that_began_anew_lapse_only_after_a_letter_that_tells_of_them,
    an_answered_question_does_not_lapse,
    a_served_suit_keeps_a_request_from_lapsing,
    a_withdrawn_request_ends_and_can_be_reopened,
    written_grounds_are_due_in_three_business_days,
    a_denial_in_part_tells_what_is_given_and_what_is_withheld,
    a_message_is_kept_once_and_seen_as_unread,
    a_broken_promise_shows_as_overdue,
    no_record_is_told_with_its_reason,
    only_the_right_roles_act,
    letters_go_to_the_requester_and_never_carry_the_code,
);

async fn of_two_custodians_at_once_the_second_is_told(town: Town) {
    let ana = town.resident("Ana").files().await;
    let (cole, dora) = (town.custodian().await, town.staff("Dora", Role::Custodian).await);
    let version = cole.sees(ana.number()).await.version;
    let delay = Act::ExplainDelay {
        promised: date(2026, 3, 2),
    };
    let first = cole.does_seeing(ana.number(), Act::Acknowledge, version);
    let second = dora.does_seeing(ana.number(), delay.clone(), version);
    let (first, second) = tokio::join!(first, second);
    assert!(first.is_ok() != second.is_ok(), "{first:?} {second:?}");
    assert_eq!(first.and(second), Err(Refusal::Stale));
    let lines = ana.status().await.docket;
    let acts = lines
        .iter()
        .filter(|line| matches!(line.event, Event::Acknowledged | Event::DelayExplained { .. }));
    assert_eq!(acts.count(), 1);
    // What was typed can be sent again once the custodian has looked.
    if lines.iter().any(|line| line.event == Event::Acknowledged) {
        dora.does(ana.number(), delay).await.unwrap();
    }
    town.is_sound().await;
}

async fn the_same_act_sent_twice_is_done_once(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let act = staff_act(Act::Reply, cole.sees(ana.number()).await.version);
    town.office.act(&cole.staff, ana.number(), act.clone()).await.unwrap();
    town.office.act(&cole.staff, ana.number(), act).await.unwrap();
    assert_eq!(ana.private().await.messages.len(), 1);
    assert_eq!(town.count("SELECT COUNT(*) FROM outbox WHERE kind = 'moved'").await, 1);
}

async fn closed_while_active_confirmed_again_then_open(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let number = ana.number();
    cole.does(number, Act::Acknowledge).await.unwrap();
    cole.does(
        number,
        Act::CloseActive {
            confirmed_on: WEDNESDAY,
        },
    )
    .await
    .unwrap();
    let status = ana.status().await;
    assert_eq!(
        (status.stage, status.footage.kind()),
        (Stage::WaitInactive, StatusKind::ActiveClosed)
    );
    assert_eq!(town.office.figures().await.unwrap().waiting, 1);
    town.today_is(date(2026, 5, 5));
    cole.does(
        number,
        Act::CloseActive {
            confirmed_on: date(2026, 5, 5),
        },
    )
    .await
    .unwrap();
    assert!(matches!(
        ana.status().await.docket.last().unwrap().event,
        Event::ActiveConfirmed { .. }
    ));
    let waiting = cole.queue(QueueView::Waiting).await;
    assert_eq!(waiting.lines[0].number, *number);
    town.today_is(date(2026, 9, 1));
    let ground = InactiveGround::NotPursued;
    cole.does(
        number,
        Act::RecordInactive {
            ground,
            since: date(2026, 8, 30),
        },
    )
    .await
    .unwrap();
    let status = ana.status().await;
    assert_eq!(
        (status.stage, status.footage.kind()),
        (Stage::UnderReview, StatusKind::InactiveOpen)
    );
    assert_eq!(town.office.figures().await.unwrap().waiting, 0);
    assert_eq!(cole.queue(QueueView::Waiting).await.total, 0);
    town.is_sound().await;
}

async fn an_order_is_verified_by_a_second_person(town: Town) {
    let ana = town.resident("Ana").files().await;
    let (cole, rita) = (town.custodian().await, town.staff("Rita", Role::Reviewer).await);
    let number = ana.number();
    cole.does(
        number,
        Act::RecordPetition {
            petition: petition(WEDNESDAY),
        },
    )
    .await
    .unwrap();
    let entered = Act::EnterOrder {
        order: order(WEDNESDAY, Ruling::Disclose),
    };
    cole.does(number, entered).await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::CourtPending);
    assert_eq!(cole.sees(number).await.order_entered_by.as_deref(), Some("Cole"));
    // Whatever the form says, the office knows who entered it.
    let verify = Act::VerifyOrder { same_person: false };
    assert_eq!(barred(cole.does(number, verify.clone()).await), Reason::SamePerson);
    assert!(!cole.could(number, ActKind::VerifyOrder).await);
    assert!(rita.could(number, ActKind::VerifyOrder).await);
    rita.does(number, verify).await.unwrap();
    let status = ana.status().await;
    assert_eq!(
        (status.stage, status.footage.kind()),
        (Stage::Ordered, StatusKind::CourtOrdered)
    );
    assert_eq!(cole.sees(number).await.order_entered_by, None);
    let names: Vec<_> = rita
        .sees(number)
        .await
        .docket
        .into_iter()
        .filter_map(|line| line.staff)
        .collect();
    assert!(
        names.contains(&"Cole".to_owned()) && names.contains(&"Rita".to_owned()),
        "{names:?}"
    );
}

async fn an_unanswered_question_lapses_after_ninety_days(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    town.letters_go_out().await;
    let next = ana.status().await.next;
    let Some((ClockId::C6, last_day)) = next.by else {
        panic!("{next:?}")
    };
    town.today_is(last_day);
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert_eq!(ana.status().await.stage, Stage::Clarify);
    town.today_is(last_day.tomorrow().unwrap());
    assert_eq!(town.office.lapse_due().await.unwrap(), 1);
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    let status = ana.status().await;
    assert_eq!(status.stage, Stage::Withdrawn);
    assert!(
        status
            .docket
            .iter()
            .any(|line| line.event == Event::Lapsed && line.by == Actor::Portal)
    );
    assert!(status.held_until.is_some());
    town.is_sound().await;
}

async fn a_closure_entered_later_moves_the_days_of_who_must_answer_and_none_of_the_agency(town: Town) {
    let ana = town.resident("Ana").files().await;
    let bela = town.resident("Bela").files().await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    let due = |status: &PublicStatus| status.next.by.unwrap().1;
    let (last_day, act_by) = (due(&ana.status().await), due(&bela.status().await));
    town.letters_go_out().await;
    let admin = town.staff("Ada", Role::Admin).await.staff.administrator().unwrap();
    town.today_is(town.clock_day().tomorrow().unwrap());
    for on in [last_day, act_by] {
        let closure = Closure {
            office: CalendarOwner::Custodian,
            on,
            reason: "Snow".into(),
        };
        town.office.add_closure(&admin, closure).await.unwrap();
    }
    let (ana_sees, bela_sees) = (ana.status().await, bela.status().await);
    assert!(due(&ana_sees) > last_day);
    let clock = |status: &PublicStatus, id| status.clocks.iter().find(|one| one.clock.id == id).cloned().unwrap();
    let moved = clock(&ana_sees, ClockId::C6);
    assert_eq!(moved.moved_from, Some(last_day));
    assert_eq!(
        moved.deadline.unwrap().date,
        moved.clock.due,
        "the work shown leads to the day shown"
    );
    assert!(ana_sees.docket.iter().any(|line| line.event
        == Event::LapseExtended {
            last_day: moved.clock.due
        }));
    let stays = clock(&bela_sees, ClockId::C1);
    assert_eq!((stays.clock.due, stays.moved_from), (act_by, None));
    assert_eq!(stays.unheeded.len(), 1);
    assert_eq!(stays.unheeded[0].on, act_by);
    // On the old last day nothing lapses yet.
    town.today_is(due(&ana_sees));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    town.is_sound().await;
}

async fn each_slip_that_is_taken_back_names_its_own_entry(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let next_day = || town.today_is(town.clock_day().tomorrow().unwrap());
    let received = Reception {
        on: town.clock_day(),
        channel: ReplyChannel::Telephone,
    };
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    next_day();
    cole.does(ana.number(), Act::RecordAnswer { received }).await.unwrap();
    next_day();
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    for _ in 0..3 {
        next_day();
        cole.does(ana.number(), Act::TakeBack { entry: 0 }).await.unwrap();
    }
    let docket = ana.status().await.docket;
    let asked = |event: &Event| matches!(event, Event::ClarificationAsked { .. });
    let answered = |event: &Event| matches!(event, Event::AnswerRecorded { .. });
    let first = |is: &dyn Fn(&Event) -> bool| docket.iter().find(|line| is(&line.event)).unwrap().seq;
    let last = |is: &dyn Fn(&Event) -> bool| docket.iter().rfind(|line| is(&line.event)).unwrap().seq;
    let named: Vec<i64> = docket
        .iter()
        .filter_map(|line| match line.event {
            Event::TakenBack { entry, .. } => Some(entry),
            _ => None,
        })
        .collect();
    let on = |seq: i64| docket.iter().find(|line| line.seq == seq).unwrap().on;
    let days: Vec<_> = named.iter().map(|seq| on(*seq)).collect();
    assert_eq!(days, [on(last(&asked)), on(first(&answered)), on(first(&asked))]);
}

async fn a_message_in_the_wrong_box_answers_the_question_all_the_same(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    town.letters_go_out().await;
    town.office
        .write(&ana.requester(), message("It was the blue car."))
        .await
        .unwrap();
    assert_eq!(ana.status().await.stage, Stage::UnderReview);
    town.today_is(town.clock_day().checked_add(200.days()).unwrap());
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
}

async fn nobody_loses_a_request_by_a_question_they_were_never_told_of(town: Town) {
    let form = FilingForm {
        email: String::new(),
        notify: "none".into(),
        postal_address: "7 Canary Row, Kansas City".into(),
        ..town.resident("Ana").form()
    };
    let ana = town.resident("Ana").files_form(form).await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    town.letters_go_out().await;
    assert!(cole.sees(ana.number()).await.answer_unannounced);
    town.today_is(date(2026, 9, 1));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert_eq!(ana.status().await.stage, Stage::Clarify);

    // They open their page: the ninety days count from here, though the page is opened again later.
    ana.opens_page().await;
    assert!(!cole.sees(ana.number()).await.answer_unannounced);
    town.today_is(date(2026, 11, 15));
    ana.opens_page().await;
    town.today_is(date(2026, 11, 30));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    town.today_is(date(2026, 12, 1));
    assert_eq!(town.office.lapse_due().await.unwrap(), 1);
    assert_eq!(ana.status().await.stage, Stage::Withdrawn);
}

async fn a_letter_that_never_arrived_lets_nothing_lapse(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    town.letters_go_out().await;
    ana.opens_page().await;
    town.today_is(date(2026, 2, 5));
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    town.raw("UPDATE outbox SET gave_up_at = created_at WHERE sent_at IS NULL")
        .await
        .unwrap();
    town.today_is(date(2027, 2, 5));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert!(cole.sees(ana.number()).await.answer_unannounced);
}

async fn days_to_pay_that_began_anew_lapse_only_after_a_letter_that_tells_of_them(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    town.today_is(date(2026, 2, 5));
    let lines = vec![law::fee::FeeLine {
        category: law::fee::FeeCategory::Copy,
        cents: 482,
        by: None,
    }];
    cole.does(
        ana.number(),
        Act::AskFee {
            lines,
            deposit_cents: None,
        },
    )
    .await
    .unwrap();
    town.letters_go_out().await;
    ana.opens_page().await;
    town.today_is(date(2026, 2, 20));
    ana.writes("How was it worked out?").await.unwrap();
    town.today_is(date(2026, 3, 2));
    cole.does(ana.number(), Act::Reply).await.unwrap();
    let letter = town
        .texts("SELECT body_text FROM outbox WHERE kind = 'moved' AND sent_at IS NULL")
        .await;
    assert!(
        letter.len() == 1 && letter[0].contains("610.026.2(2)") && letter[0].contains("June 1, 2026"),
        "{letter:?}"
    );
    // That letter never reaches her, and what told her of the first days tells nothing of these.
    town.raw("UPDATE outbox SET gave_up_at = created_at WHERE sent_at IS NULL")
        .await
        .unwrap();
    assert!(cole.sees(ana.number()).await.answer_unannounced);
    town.today_is(date(2027, 2, 5));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    ana.opens_page().await;
    assert!(!cole.sees(ana.number()).await.answer_unannounced);
    town.today_is(date(2027, 6, 5));
    assert_eq!(town.office.lapse_due().await.unwrap(), 1);
    town.is_sound().await;
}

async fn an_answered_question_does_not_lapse(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    ana.answers("The left corner").await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::UnderReview);
    town.today_is(date(2027, 1, 4));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
}

async fn a_served_suit_keeps_a_request_from_lapsing(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let mut served = petition(WEDNESDAY);
    served.served_on = Some(WEDNESDAY);
    cole.does(ana.number(), Act::RecordPetition { petition: served })
        .await
        .unwrap();
    assert_eq!(
        town.texts("SELECT kind FROM hold ORDER BY no").await,
        vec!["request", "lawsuit"]
    );
    let export = town.holds_export().await;
    assert_eq!(export.lines().count(), 3, "{export}");
    town.today_is(date(2027, 1, 4));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    town.is_sound().await;
}

async fn a_withdrawn_request_ends_and_can_be_reopened(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    town.office.withdraw(&ana.requester()).await.unwrap();
    town.office.withdraw(&ana.requester()).await.unwrap();
    let status = ana.status().await;
    assert_eq!(status.stage, Stage::Withdrawn);
    assert!(status.held_until.is_some_and(|day| day > date(2028, 1, 1)));
    assert_eq!(town.office.figures().await.unwrap().open, 0);
    assert_eq!(barred(cole.does(ana.number(), Act::Acknowledge).await), Reason::Ended);
    let ended = cole.queue(QueueView::Ended).await;
    assert_eq!(ended.lines[0].number, *ana.number());
    cole.does(ana.number(), Act::Reopen).await.unwrap();
    let status = ana.status().await;
    assert_eq!((status.stage, status.held_until), (Stage::UnderReview, None));
    town.is_sound().await;
}

async fn written_grounds_are_due_in_three_business_days(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let number = ana.number();
    assert_eq!(
        barred(town.office.ask_grounds(&ana.requester()).await),
        Reason::NothingDenied
    );
    let provision = Section::parse("RSMo 610.021(14)").unwrap();
    cole.does(number, Act::Deny { provision }).await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::Denied);
    town.office.ask_grounds(&ana.requester()).await.unwrap();
    let status = ana.status().await;
    assert_eq!(status.next.by.map(|(clock, _)| clock), Some(ClockId::C2));
    // Denied, and yet on the custodian's list until the grounds are written.
    let queue = cole.queue(QueueView::Open).await;
    assert_eq!((queue.total, queue.lines[0].number.clone()), (1, number.clone()));
    cole.does(number, Act::GiveGrounds).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.total, 0);
    let letters = town.texts("SELECT body_text FROM outbox ORDER BY created_at, id").await;
    assert!(letters.iter().any(|text| text.contains("These are the grounds.")));
    assert!(
        ana.private()
            .await
            .messages
            .iter()
            .any(|message| message.text.contains("You can ask a court."))
    );
}

async fn a_denial_in_part_tells_what_is_given_and_what_is_withheld(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let number = ana.number();
    let part = |what, cited| Withheld {
        what,
        provision: Section::of(cited),
    };
    let listed = vec![
        part(WithheldPart::Faces, "RSMo 610.100.3"),
        part(WithheldPart::Minutes, "RSMo 610.021(14)"),
    ];
    let in_part = |withheld| Act::DenyInPart {
        given: GivenPart::RedactedRecordings,
        withheld,
    };
    let unlisted = vec![listed[0].clone(), part(WithheldPart::Sound, "RSMo 610.023.3")];
    assert_eq!(
        cole.does(number, in_part(unlisted)).await,
        Err(Refusal::field("withheld_provision-2", Problem::ProvisionNotListed))
    );
    cole.does(number, in_part(listed.clone())).await.unwrap();
    let status = ana.status().await;
    assert_eq!(status.stage, Stage::UnderReview);
    let told = status.docket.iter().find_map(|line| match &line.event {
        Event::DeniedInPart { withheld, .. } => Some(withheld.clone()),
        _ => None,
    });
    assert_eq!(told, Some(listed));
    let letters = town.texts("SELECT body_text FROM outbox ORDER BY created_at, id").await;
    let letter = letters
        .iter()
        .find(|text| text.contains("denied in part"))
        .expect("a letter");
    let plain = letter.replace(['|', '>'], " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "The whole stop, as soon as faces are covered.",
        "1. Faces or bodies of people (RSMo 610.100.3): This is the reason of part 1.",
        "2. Some minutes of a recording (RSMo 610.021(14)): This is the reason of part 2.",
        "Records which are protected from disclosure by law",
        "You can ask a court.",
        "RSMo 610.027.5",
    ] {
        assert!(plain.contains(said), "{said}: {plain}");
    }
    assert!(
        ana.private()
            .await
            .messages
            .iter()
            .any(|message| message.text.contains("part 2"))
    );
    town.office.ask_grounds(&ana.requester()).await.unwrap();
    cole.does(number, Act::GiveGrounds).await.unwrap();
    town.is_sound().await;
}

async fn a_message_is_kept_once_and_seen_as_unread(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let words = message("Is there news?");
    town.office.write(&ana.requester(), words.clone()).await.unwrap();
    town.office.write(&ana.requester(), words).await.unwrap();
    ana.writes("Hello again").await.unwrap();
    assert_eq!(ana.private().await.messages.len(), 2);
    let queue = cole.queue(QueueView::Open).await;
    assert_eq!(queue.lines[0].unread, 2);
    cole.does(ana.number(), Act::Reply).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.lines[0].unread, 0);
    town.is_sound().await;
}

async fn a_broken_promise_shows_as_overdue(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let promised = WEDNESDAY.checked_add(20.days()).unwrap();
    cole.does(ana.number(), Act::ExplainDelay { promised }).await.unwrap();
    town.today_is(promised);
    assert_eq!(cole.queue(QueueView::Open).await.counts.today, 1);
    town.today_is(promised.tomorrow().unwrap());
    let overdue = cole.queue(QueueView::Overdue).await;
    assert_eq!((overdue.total, overdue.counts.overdue, overdue.counts.today), (1, 1, 0));
    assert!(ana.status().await.next.overdue);
    assert_eq!(town.office.figures().await.unwrap().overdue, 1);
}

async fn no_record_is_told_with_its_reason(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    cole.does(
        ana.number(),
        Act::FindNoRecord {
            why: NoRecordReason::NotMade,
        },
    )
    .await
    .unwrap();
    let status = ana.status().await;
    assert_eq!(status.stage, Stage::NoRecord);
    let told = Event::NoRecord {
        why: NoRecordReason::NotMade,
    };
    assert!(
        status
            .docket
            .iter()
            .any(|line| line.event == told && line.by == Actor::Custodian)
    );
}

async fn only_the_right_roles_act(town: Town) {
    let ana = town.resident("Ana").files().await;
    for (name, role) in [
        ("Rita", Role::Reviewer),
        ("Paul", Role::Prosecutor),
        ("Aud", Role::Auditor),
        ("Adam", Role::Admin),
    ] {
        let desk = town.staff(name, role).await;
        assert_eq!(
            desk.does(ana.number(), Act::Acknowledge).await,
            Err(Refusal::NotYours),
            "{name}"
        );
    }
    let cole = town.custodian().await;
    // The requester's own acts, and what has no desk yet, are not the custodian's.
    for act in [
        Act::Withdraw,
        Act::AnswerClarification,
        Act::Lapse { notice_given: None },
        Act::Deliver { partial: false },
    ] {
        assert_eq!(cole.does(ana.number(), act).await, Err(Refusal::NotYours));
    }
    assert_eq!(ana.status().await.stage, Stage::Received);
}

async fn letters_go_to_the_requester_and_never_carry_the_code(town: Town) {
    let ana = town.resident("Ana").files().await;
    let mut silent = town.resident("Bela").form();
    silent.notify = "none".into();
    let bela = town.resident("Bela").files_form(silent).await;
    let cole = town.custodian().await;
    for filed in [&ana, &bela] {
        cole.does(filed.number(), Act::Acknowledge).await.unwrap();
        filed.writes("I am on it").await.unwrap();
        cole.does(filed.number(), Act::AskClarification).await.unwrap();
        filed.answers("The left corner").await.unwrap();
    }
    let recipients = town.texts("SELECT recipient FROM outbox").await;
    assert_eq!(recipients, vec!["ana.canary@example.org"; 4]);
    let letters = town
        .texts("SELECT subject || body_text || body_html FROM outbox")
        .await
        .concat();
    assert!(letters.contains("Which corner was it?"));
    for code in [ana.receipt.code.grouped(), ana.receipt.code.bare().to_owned()] {
        assert!(!letters.contains(&code));
    }
}
