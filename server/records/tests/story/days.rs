//! Nothing stands without a day: in the queue, on the page, in the mail of each morning.

use jiff::{ToSpan as _, civil::date};
use law::{
    bar::Section,
    clock::ClockId,
    fee::{FeeCategory, FeeLine},
    recording::{InactiveGround, NoRecordReason},
    request::{Act, Stage, Track},
    request_order::{Petitioner, Ruling},
    request_state::AwaitedStep,
};
use office::{
    Lang, Problem, Refusal,
    desk::{CustodianDesk as _, OwnAccountDesk as _, QueueDesk as _},
    forms::{Assign, NewAbsence},
    views::{DueIn, QueueFilter, QueueView, Role},
};
use records::office::{Change, Principal};

use crate::support::{Desk, Filed, Town, order, petition, staff_act};

crate::on_both_engines!(
    taking_up_leaves_the_three_days_running_until_an_answer,
    a_delay_is_not_explained_twice_in_the_same_words,
    a_delay_with_a_wrong_day_is_explained_anew_in_the_same_words,
    a_day_that_a_nearer_one_hides_is_told_too,
    a_passed_day_of_the_offices_own_is_a_part_of_the_queue,
    an_order_that_waits_since_an_earlier_version_comes_back_to_the_queue,
    requests_of_an_earlier_version_get_their_day_after_the_next_start,
    an_order_that_came_after_the_end_stays_in_the_queue,
    the_thirty_days_of_a_civil_claim_stay_overdue_in_the_queue,
    a_word_of_thanks_is_marked_as_read_without_an_act,
    staff_are_written_to_once_a_day_of_what_is_due,
    whoever_turned_the_daily_mail_off_gets_none,
    each_track_comes_to_each_end_with_a_day_at_every_step,
);

async fn taking_up_leaves_the_three_days_running_until_an_answer(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let (_, due) = ana.status().await.next.by.unwrap();
    cole.does(ana.number(), Act::Acknowledge).await.unwrap();
    let next = ana.status().await.next;
    assert_eq!((next.what, next.by), (AwaitedStep::Answer, Some((ClockId::C1, due))));
    town.today_is(due.tomorrow().unwrap());
    assert_eq!(town.office.tell_overdue().await.unwrap(), 1);
    assert_eq!(cole.queue(QueueView::Overdue).await.total, 1);
    let promised = due.checked_add(20.days()).unwrap();
    cole.does(ana.number(), Act::ExplainDelay { promised }).await.unwrap();
    assert_eq!(ana.status().await.next.by, Some((ClockId::C8, promised)));
    assert_eq!(cole.queue(QueueView::Overdue).await.total, 0);
    town.is_sound().await;
}

async fn a_delay_is_not_explained_twice_in_the_same_words(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let explain = async |day: i8, text: &str| {
        let version = cole.sees(ana.number()).await.version;
        let promised = date(2026, 3, day);
        let mut act = staff_act(Act::ExplainDelay { promised }, version);
        act.text = Some(text.to_owned());
        town.office.act(&cole.staff, ana.number(), act).await
    };
    explain(2, "The server is being moved.").await.unwrap();
    let again = explain(9, "the  server is being moved.").await;
    assert_eq!(again, Err(Refusal::field("text", Problem::SameAsBefore)));
    explain(9, "The move takes a week longer.").await.unwrap();
    let seen = cole.sees(ana.number()).await;
    assert_eq!(seen.state.promises(), 2);
}

async fn a_delay_with_a_wrong_day_is_explained_anew_in_the_same_words(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let explain = async |promised| {
        let mut act = staff_act(Act::ExplainDelay { promised }, cole.sees(ana.number()).await.version);
        act.text = Some("The server is being moved.".to_owned());
        town.office.act(&cole.staff, ana.number(), act).await
    };
    explain(date(2026, 3, 9)).await.unwrap();
    let version = cole.sees(ana.number()).await.version;
    let mut slip = staff_act(Act::TakeBack { entry: 0 }, version);
    slip.text = Some("The day was wrong.".to_owned());
    town.office.act(&cole.staff, ana.number(), slip).await.unwrap();
    explain(date(2026, 3, 2)).await.unwrap();
    assert_eq!(cole.sees(ana.number()).await.state.promises(), 1);
    let again = explain(date(2026, 3, 5)).await;
    assert_eq!(again, Err(Refusal::field("text", Problem::SameAsBefore)));
    town.is_sound().await;
}

async fn a_day_that_a_nearer_one_hides_is_told_too(town: Town) {
    let bea = civil(&town).await;
    let (_, three_days) = bea.status().await.next.by.unwrap();
    town.today_is(three_days.tomorrow().unwrap());
    assert_eq!(town.office.tell_overdue().await.unwrap(), 1);
    let status = bea.status().await;
    let civil = status.clocks.iter().find(|clock| clock.clock.id == ClockId::C3);
    let thirty = civil.unwrap().clock.due;
    town.today_is(thirty);
    assert_eq!(town.office.tell_overdue().await.unwrap(), 0, "it has not passed");
    town.today_is(thirty.tomorrow().unwrap());
    assert_eq!(town.office.tell_overdue().await.unwrap(), 1);
    assert_eq!(town.office.tell_overdue().await.unwrap(), 0);
    town.is_sound().await;
}

async fn a_passed_day_of_the_offices_own_is_a_part_of_the_queue(town: Town) {
    let ana = town.resident("Ana").files().await;
    let _bea = town.resident("Bea").files().await;
    let cole = town.custodian().await;
    let confirmed_on = town.clock_day();
    cole.does(ana.number(), Act::CloseActive { confirmed_on })
        .await
        .unwrap();
    let day = ana.status().await.next.office_day().unwrap();
    let passed = QueueFilter {
        due: Some(DueIn::OwnPassed),
        ..QueueFilter::default()
    };
    town.today_is(day);
    assert_eq!(cole.finds(passed.clone()).await.total, 0);
    town.today_is(day.tomorrow().unwrap());
    let found = cole.finds(passed).await;
    assert_eq!((found.total, found.counts.own_passed), (1, 1));
    assert_eq!(found.lines[0].number, *ana.number());
}

async fn an_order_that_waits_since_an_earlier_version_comes_back_to_the_queue(town: Town) {
    let ana = town.resident("Ana").files().await;
    let bea = town.resident("Bea").files().await;
    let cole = town.custodian().await;
    for filed in [&ana, &bea] {
        let provision = Section::of("RSMo 610.021(14)");
        cole.does(filed.number(), Act::Deny { provision }).await.unwrap();
    }
    let order = order(town.clock_day(), Ruling::Disclose);
    cole.does(ana.number(), Act::EnterOrder { order }).await.unwrap();
    // An earlier version closed what had ended, and kept no step.
    let old = "UPDATE records_request SET step_since = NULL, office_due = NULL, closed_on = ended_on";
    town.raw(old).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.total, 0);
    town.second_counter().await;
    let open = cole.queue(QueueView::Open).await;
    assert_eq!(open.total, 1);
    assert_eq!(open.lines[0].number, *ana.number());
    let ended = town
        .texts("SELECT ended_on FROM records_request WHERE closed_on IS NULL")
        .await;
    assert_eq!(ended.len(), 1, "it stays ended");
    town.is_sound().await;
}

async fn requests_of_an_earlier_version_get_their_day_after_the_next_start(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let confirmed_on = town.clock_day();
    cole.does(ana.number(), Act::CloseActive { confirmed_on })
        .await
        .unwrap();
    let known = ana.status().await.next;
    let state = town.texts("SELECT state FROM records_request").await.remove(0);
    let mut old: serde_json::Value = serde_json::from_str(&state).unwrap();
    old.as_object_mut().unwrap().remove("step");
    let old = format!("UPDATE records_request SET state = '{old}', step_since = NULL, office_due = NULL");
    town.raw(sqlx::AssertSqlSafe(old)).await.unwrap();
    assert_eq!(ana.status().await.next.office_day(), None);
    town.second_counter().await;
    assert_eq!(ana.status().await.next, known);
    let day = known.office_day().unwrap().to_string();
    assert_eq!(town.texts("SELECT office_due FROM records_request").await, [day]);
    // And the law still lets the next act happen.
    cole.does(ana.number(), Act::Reply).await.unwrap();
    town.is_sound().await;
}

async fn an_order_that_came_after_the_end_stays_in_the_queue(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let provision = Section::of("RSMo 610.021(14)");
    cole.does(ana.number(), Act::Deny { provision }).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.total, 0);
    let order = order(town.clock_day(), Ruling::Disclose);
    cole.does(ana.number(), Act::EnterOrder { order }).await.unwrap();
    let open = cole.queue(QueueView::Open).await;
    assert_eq!(open.total, 1);
    assert_eq!(open.lines[0].next.what, AwaitedStep::OrderVerification);
    assert!(open.lines[0].next.office_day().is_some());
}

async fn the_thirty_days_of_a_civil_claim_stay_overdue_in_the_queue(town: Town) {
    let cole = town.custodian().await;
    let ana = civil(&town).await;
    let bea = civil(&town).await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    cole.does(bea.number(), inactive(&town)).await.unwrap();
    cole.does(bea.number(), Act::StartRedaction).await.unwrap();
    let due = date(2026, 6, 1);
    town.today_is(due);
    for filed in [&ana, &bea] {
        let seen = cole.sees(filed.number()).await.status.next;
        assert!(seen.overdue, "{seen:?}");
        assert!(
            seen.nearest()
                .is_some_and(|(clock, _)| matches!(clock, ClockId::C1 | ClockId::C3)),
            "{seen:?}"
        );
    }
    let overdue = cole.queue(QueueView::Overdue).await;
    assert_eq!((overdue.total, overdue.counts.overdue), (2, 2));
    assert!(
        overdue
            .lines
            .iter()
            .all(|line| line.next.overdue && line.next.nearest().is_some())
    );
}

async fn civil(town: &Town) -> Filed<'_> {
    let mut form = town.resident("Ana").form();
    (form.track, form.civil_claim) = ("civil".into(), "Ortiz v. City".into());
    form.relation = "party".into();
    town.resident("Ana").files_form(form).await
}

fn inactive(town: &Town) -> Act {
    Act::RecordInactive {
        ground: InactiveGround::NotPursued,
        since: town.clock_day(),
    }
}

async fn a_word_of_thanks_is_marked_as_read_without_an_act(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    ana.writes("Thank you").await.unwrap();
    let seen = cole.sees(ana.number()).await;
    assert_eq!(seen.unread, 1);
    let by = cole.staff.custodian().unwrap();
    town.office.mark_read(&by, ana.number(), seen.version).await.unwrap();
    let after = cole.sees(ana.number()).await;
    assert_eq!(
        (after.unread, after.version, after.docket.len()),
        (0, seen.version, seen.docket.len())
    );
    let unread = QueueFilter {
        unread: true,
        ..QueueFilter::default()
    };
    assert_eq!(cole.finds(unread).await.total, 0);
    ana.writes("One more thing").await.unwrap();
    assert_eq!(cole.sees(ana.number()).await.unread, 1);
}

const DAILY: &str = "SELECT recipient FROM outbox WHERE kind = 'daily' ORDER BY created_at, recipient";
const WORDS: &str = "SELECT subject || body_text || body_html FROM outbox WHERE kind = 'daily'";

async fn staff_are_written_to_once_a_day_of_what_is_due(town: Town) {
    let (ana, bea, cleo) = (
        town.resident("Ana").files().await,
        town.resident("Bea").files().await,
        town.resident("Cleo").files().await,
    );
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    let rita = town.staff("Rita", Role::Reviewer).await;
    give(&town, &ana, &cole).await;
    give(&town, &bea, &dana).await;
    assert_eq!(
        town.office.mail_due().await.unwrap(),
        0,
        "not on the day an account is made"
    );
    let day = town.clock_day().tomorrow().unwrap();
    // Before the office's hour nobody is written to.
    town.clock
        .set(records::clock::noon(day, &crate::support::zone()) - 8.hours());
    assert_eq!(town.office.mail_due().await.unwrap(), 0);
    town.today_is(day);
    assert_eq!(town.office.mail_due().await.unwrap(), 2);
    assert_eq!(town.office.mail_due().await.unwrap(), 0, "once a day");
    assert_eq!(town.texts(DAILY).await, ["cole@example.org", "dana@example.org"]);
    assert_ne!(rita.staff.id, cole.staff.id);
    for words in town.texts(WORDS).await {
        let own = if words.contains(ana.number().as_str()) {
            &ana
        } else {
            &bea
        };
        assert!(
            words.contains(own.number().as_str()) && words.contains(cleo.number().as_str()),
            "{words}"
        );
        assert_ne!(
            words.contains(ana.number().as_str()),
            words.contains(bea.number().as_str())
        );
        assert!(
            !words.to_lowercase().contains("canary"),
            "nothing of whoever filed: {words}"
        );
        assert!(words.contains("/staff/requests/"));
    }
    // Whoever stands in is written to of both.
    let absence = NewAbsence {
        staff: None,
        from: day,
        to: day.checked_add(5.days()).unwrap(),
        cover: Some(cole.staff.id.clone()),
    };
    town.office.enter_absence(&dana.staff, absence).await.unwrap();
    town.letters_go_out().await;
    town.today_is(day.tomorrow().unwrap());
    assert_eq!(town.office.mail_due().await.unwrap(), 2);
    let words =
        "SELECT body_text FROM outbox WHERE kind = 'daily' AND recipient = 'cole@example.org' AND sent_at IS NULL";
    let covered = town.texts(words).await.remove(0);
    let covered = covered.split_whitespace().collect::<Vec<_>>().join(" ");
    for filed in [&ana, &bea, &cleo] {
        assert!(covered.contains(filed.number().as_str()));
    }
    assert!(covered.contains("You stand in for Dana"), "{covered}");
    // They are no letters to requesters that a person must look after.
    assert_eq!(cole.sees(ana.number()).await.letters.mails.len(), 1);
    town.is_sound().await;
}

async fn give(town: &Town, filed: &Filed<'_>, to: &Desk<'_>) {
    let assign = Assign {
        numbers: vec![filed.number().clone()],
        to: Some(to.staff.id.clone()),
        note: String::new(),
    };
    let by = to.staff.custodian().unwrap();
    town.office.assign(&by, assign).await.unwrap();
}

async fn whoever_turned_the_daily_mail_off_gets_none(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let rita = town.staff("Rita", Role::Reviewer).await;
    let wants = async |desk: &Desk<'_>| town.office.own_account(&desk.staff).await.unwrap().daily_mail;
    assert_eq!((wants(&cole).await, wants(&rita).await), (Some(true), None));
    town.office.set_daily_mail(&cole.staff, false, Lang::En).await.unwrap();
    assert_eq!(wants(&cole).await, Some(false));
    town.today_is(town.clock_day().tomorrow().unwrap());
    assert_eq!(town.office.mail_due().await.unwrap(), 0);
    town.office.set_daily_mail(&cole.staff, true, Lang::Es).await.unwrap();
    assert_eq!(town.office.mail_due().await.unwrap(), 1);
    let words = town.texts(WORDS).await.remove(0);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        words.contains("Nadie la tiene") && words.contains(ana.number().as_str()),
        "{words}"
    );
    // Once nothing is due, nothing is written.
    cole.does(
        ana.number(),
        Act::ExplainDelay {
            promised: date(2026, 4, 1),
        },
    )
    .await
    .unwrap();
    town.today_is(town.clock_day().tomorrow().unwrap());
    assert_eq!(town.office.mail_due().await.unwrap(), 0);
}

/// A way to an end: what is done, day after day, and where it ends.
fn ways(today: law::Date) -> Vec<(Stage, Vec<Act>)> {
    let fee = Act::AskFee {
        lines: vec![FeeLine {
            category: FeeCategory::Copy,
            cents: 500,
            by: None,
        }],
        deposit_cents: None,
    };
    let paid = Act::SettleFee {
        waived: true,
        received: None,
        cents: None,
        receipt: None,
    };
    let open = Act::RecordInactive {
        ground: InactiveGround::NotPursued,
        since: today,
    };
    let wait = Act::CloseActive { confirmed_on: today };
    let promise = Act::ExplainDelay {
        promised: today.checked_add(60.days()).unwrap(),
    };
    let mut suit = petition(today);
    suit.by = Petitioner::Requester;
    let asked = Act::RecordPetition { petition: suit };
    let ruled = |ruling| Act::EnterOrder {
        order: order(today, ruling),
    };
    let verified = Act::VerifyOrder { same_person: false };
    let deny = Act::Deny {
        provision: Section::of("RSMo 610.021(14)"),
    };
    let out = |partial| {
        [
            Act::StartRedaction,
            Act::FinishRedaction,
            Act::OpenGate,
            Act::Deliver { partial },
        ]
    };
    let none = Act::FindNoRecord {
        why: NoRecordReason::NotMade,
    };
    let with = |acts: &[Act], more: &[Act]| [acts, more].concat();
    vec![
        (Stage::Denied, vec![Act::Acknowledge, promise, deny]),
        (
            Stage::NoRecord,
            vec![Act::Acknowledge, Act::AskClarification, Act::Write, none],
        ),
        (Stage::Withdrawn, vec![fee.clone(), Act::Withdraw]),
        (
            Stage::Released,
            with(&[Act::Acknowledge, open.clone(), fee, paid], &out(false)),
        ),
        (Stage::Partial, with(&[wait.clone(), open], &out(true))),
        (
            Stage::OrderDenied,
            vec![wait.clone(), asked.clone(), ruled(Ruling::Refuse), verified.clone()],
        ),
        (
            Stage::Released,
            with(&[wait, asked, ruled(Ruling::Disclose), verified], &out(false)),
        ),
    ]
}

async fn each_track_comes_to_each_end_with_a_day_at_every_step(town: Town) {
    let cole = town.custodian().await;
    let rita = town.staff("Rita", Role::Reviewer).await;
    for track in [Track::Public, Track::Depicted, Track::Civil, Track::NextOfKin] {
        for (end, acts) in ways(town.clock_day()) {
            let mut form = town.resident("Ana").form();
            form.track = track.key().into();
            form.relation = if track == Track::Public {
                String::new()
            } else {
                "child".into()
            };
            form.represents = if track == Track::Public {
                String::new()
            } else {
                "Bo Canary".into()
            };
            if track == Track::Civil {
                form.civil_claim = "Ortiz v. City".into();
            }
            let filed = town.resident("Ana").files_form(form).await;
            for act in acts {
                let by = match act {
                    Act::Write | Act::Withdraw => Principal::Requester,
                    Act::VerifyOrder { .. } => Principal::Staff(rita.staff.clone()),
                    _ => Principal::Staff(cole.staff.clone()),
                };
                let told = format!("{act:?} of {track:?}");
                let change = Change::new(filed.number().clone(), by, act);
                town.office
                    .change(change)
                    .await
                    .unwrap_or_else(|why| panic!("{told}: {why:?}"));
                let next = filed.status().await.next;
                let day = next.nearest().map(|(_, day)| day).or(next.office_day());
                assert!(day.is_some() || next.what == AwaitedStep::Nothing, "{told}: {next:?}");
            }
            assert_eq!(filed.status().await.stage, end, "{track:?}");
        }
    }
    // And by silence: of each track a question that nobody answers.
    let silent = town.resident("Ana").files().await;
    cole.does(silent.number(), Act::AskClarification).await.unwrap();
    town.letters_go_out().await;
    town.today_is(date(2026, 6, 1));
    town.office.lapse_due().await.unwrap();
    assert_eq!(silent.status().await.stage, Stage::Withdrawn);
}
