//! Nothing is free by the word of one: what frees something waits for a second person, in the law and in the database.

use law::{
    disclosure_order::{OrderAct, OrderKind},
    notice::{Consent, Decision, NoticeStateKind, ReleaseReason},
    person::{Person, Receiver},
    proposal::ProposalKind,
};
use office::{
    Refusal,
    desk::{OrderDesk as _, PeopleDesk as _, ProposalDesk as _, QueueDesk as _},
    forms::NoticeAct,
    views::{AuditAct, ProposalLine, QueueFilter, Role, Task, TaskKind},
};

use super::{
    notices::{Case, bar, spans},
    recordings::order,
    releases::Release,
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    consent_counts_once_a_second_person_has_seen_it,
    an_exemption_needs_two,
    a_court_frees_nobody_by_the_word_of_one,
    a_stay_ends_when_two_have_said_so,
    what_forbids_is_stayed_when_two_have_said_so_and_forbids_again_at_once,
    what_a_court_forbids_is_heeded_while_something_else_waits,
    nobody_is_taken_out_by_the_word_of_one,
    what_is_refused_is_never_done_and_says_why,
    whoever_is_on_the_recording_verifies_nothing,
    nobody_frees_anything_by_hand,
    what_one_freed_before_this_rule_lets_nothing_more_out,
);

async fn waits(case: &Case<'_>) -> ProposalLine {
    let mut lines = case.town.office.to_verify(&case.sol).await.unwrap().entries;
    assert_eq!(lines.len(), 1, "{lines:?}");
    lines.remove(0)
}

fn consent(town: &Town) -> NoticeAct {
    NoticeAct::Consent {
        consent: Consent {
            on: town.clock_day(),
            by: Receiver::Person,
            identity_verified: true,
            audience: law::notice::Audience::Requester,
        },
    }
}

async fn stands(town: &Town, sql: &str, why: &str) {
    let refused = town.raw(sqlx::AssertSqlSafe(sql.to_owned())).await;
    let refused = refused.expect_err(sql).to_string();
    assert!(refused.contains(why), "{sql}: {refused}");
}

async fn consent_counts_once_a_second_person_has_seen_it(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    case.enters(&id, consent(&town)).await.unwrap();
    let seen = case.sees(&id).await;
    assert_eq!(
        seen.line.state,
        NoticeStateKind::WindowOpen,
        "it counts for nothing yet"
    );
    assert!(seen.bar.is_some());
    let line = waits(&case).await;
    assert_eq!(seen.waiting.as_ref(), Some(&line));
    assert_eq!((line.kind, line.entered_by.as_str()), (ProposalKind::Consent, "Cole"));
    let queue = town.office.queue(&case.sol, QueueFilter::default()).await.unwrap();
    assert!(
        queue.tasks.contains(&Task {
            kind: TaskKind::Entry,
            number: 1,
            only: None,
        }),
        "{:?}",
        queue.tasks
    );
    // Not by who entered it, and nothing else of this notice meanwhile.
    let own = case.cole.reviewer().unwrap();
    assert_eq!(
        bar(town.office.verify_proposal(&own, &line.id).await),
        ReleaseReason::SamePerson
    );
    let again = case.enters(&id, consent(&town)).await;
    assert_eq!(bar(again), ReleaseReason::SecondPersonAwaited);
    case.seconds().await.unwrap();
    let seen = case.sees(&id).await;
    assert_eq!((seen.line.state, seen.waiting), (NoticeStateKind::Consented, None));
    let verified = seen.entries.iter().any(|entry| {
        entry.staff.as_deref() == Some("Sol")
            && entry.act
                == AuditAct::ProposalVerified {
                    kind: ProposalKind::Consent,
                }
    });
    assert!(verified, "{:?}", seen.entries);
    // Verified once, it is not done twice.
    let twice = town.office.verify_proposal(&case.sol, &line.id).await;
    assert!(matches!(twice, Err(Refusal::Stale)), "{twice:?}");
    town.is_sound().await;
}

async fn an_exemption_needs_two(town: Town) {
    let case = Case::begins(&town).await;
    let officer = Person {
        police_affiliated: true,
        ..case.person("Officer 1")
    };
    let id = case.logs(officer, Receiver::Person).await;
    let logged = town.office.person(&case.cole, &id).await.unwrap().unwrap().line;
    assert!(!logged.person.police_affiliated, "one says so: a notice is due");
    assert_eq!(waits(&case).await.kind, ProposalKind::Affiliate);
    assert_eq!(
        case.opens().await.len(),
        1,
        "the notice that is due until two have said so"
    );
    case.seconds().await.unwrap();
    let logged = town.office.person(&case.cole, &id).await.unwrap().unwrap().line;
    assert!(logged.person.police_affiliated);
    let notice = case.opens().await.remove(0).1;
    case.enters(&notice, NoticeAct::Exempt).await.unwrap();
    assert_eq!(case.sees(&notice).await.line.state, NoticeStateKind::Identified);
    case.seconds().await.unwrap();
    assert_eq!(case.sees(&notice).await.line.state, NoticeStateKind::Exempt);
    town.is_sound().await;
}

async fn a_court_frees_nobody_by_the_word_of_one(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let action = |id: Option<String>| NoticeAct::Action {
        id,
        court: "Circuit Court".into(),
        filed: Some(WEDNESDAY),
        served: Some(WEDNESDAY),
    };
    case.does(&id, action(None)).await.unwrap();
    let known = case.sees(&id).await.notice.actions[0].id.clone();
    let decide = |decision: Decision, ends: bool| NoticeAct::Decide {
        action: Some(known.clone()),
        dated: WEDNESDAY,
        decision,
        ends,
    };
    let part = |text: &str| Decision::EnjoinPart {
        spans: spans(text),
        until: None,
    };
    let state = async || case.sees(&id).await.line.state;
    // Rejected by one: it still blocks.
    let reject = NoticeAct::Reject {
        on: WEDNESDAY,
        action: known.clone(),
    };
    case.enters(&id, reject).await.unwrap();
    assert_eq!(state().await, NoticeStateKind::ActionPending);
    let line = waits(&case).await;
    town.office
        .refuse_proposal(&case.sol, &line.id, "The papers show it.".into())
        .await
        .unwrap();
    // What a decision forbids holds at once; that the action is over, two say.
    case.enters(&id, decide(part("0:10-0:20"), true)).await.unwrap();
    let seen = case.sees(&id).await;
    assert_eq!(seen.line.state, NoticeStateKind::EnjoinedPart);
    assert!(seen.notice.pending().is_some(), "the action still runs");
    case.seconds().await.unwrap();
    assert!(case.sees(&id).await.notice.pending().is_none());
    // Another part instead: it is forbidden at once, and the first until two have said so.
    case.enters(&id, decide(part("0:30-0:40"), false)).await.unwrap();
    let rows = "SELECT COUNT(*) FROM notice_restraint";
    assert_eq!(town.count(rows).await, 2);
    case.seconds().await.unwrap();
    assert_eq!(town.count(rows).await, 1);
    case.enters(&id, decide(Decision::Freed, false)).await.unwrap();
    assert_eq!(state().await, NoticeStateKind::EnjoinedPart);
    case.seconds().await.unwrap();
    assert_ne!(state().await, NoticeStateKind::EnjoinedPart);
    assert_eq!(town.count(rows).await, 0);
    town.is_sound().await;
}

async fn a_stay_ends_when_two_have_said_so(town: Town) {
    let case = Case::begins(&town).await;
    let id = town
        .office
        .enter_order(&case.cole, order(OrderKind::Disclose, "AX-1"))
        .await
        .unwrap();
    let act = async |act| {
        let version = town.office.order(&case.cole, &id).await.unwrap().unwrap().version;
        let by = if act == OrderAct::Verify {
            &*case.sol
        } else {
            &*case.cole
        };
        town.office.act_on_order(by, &id, act, version).await
    };
    act(OrderAct::Verify).await.unwrap();
    act(OrderAct::Stay { since: WEDNESDAY }).await.unwrap();
    act(OrderAct::Lift).await.unwrap();
    let seen = town.office.order(&case.cole, &id).await.unwrap().unwrap();
    assert_eq!(
        seen.order.stayed_since,
        Some(WEDNESDAY),
        "it is stayed until two have said so"
    );
    assert_eq!(seen.waiting.unwrap().kind, ProposalKind::Lift);
    stands(
        &town,
        "UPDATE disclosure_order SET stayed_since = NULL",
        "second person",
    )
    .await;
    stands(
        &town,
        "UPDATE disclosure_order SET stayed_since = '2030-01-01', version = version + 1",
        "second person",
    )
    .await;
    case.seconds().await.unwrap();
    let seen = town.office.order(&case.cole, &id).await.unwrap().unwrap();
    assert_eq!((seen.order.stayed_since, seen.waiting), (None, None));
    town.is_sound().await;
}

async fn what_forbids_is_stayed_when_two_have_said_so_and_forbids_again_at_once(town: Town) {
    let case = Case::begins(&town).await;
    for kind in [
        OrderKind::Close,
        OrderKind::Enjoin,
        OrderKind::Redact,
        OrderKind::Preserve,
    ] {
        let mut new = order(kind, "AX-1");
        if kind != OrderKind::Preserve {
            // The other order forbids by a term: it shows the recording in one place alone.
            new.terms.clear();
        }
        let id = town.office.enter_order(&case.cole, new).await.unwrap();
        let act = async |act| {
            let version = town.office.order(&case.cole, &id).await.unwrap().unwrap().version;
            town.office.act_on_order(&case.cole, &id, act, version).await
        };
        let by_hand = format!(
            "UPDATE disclosure_order SET stayed_since = '{WEDNESDAY}', version = version + 1 WHERE id = '{id}'"
        );
        stands(&town, &by_hand, "second person").await;
        act(OrderAct::Stay { since: WEDNESDAY }).await.unwrap();
        let seen = town.office.order(&case.cole, &id).await.unwrap().unwrap();
        assert_eq!(
            seen.order.stayed_since, None,
            "{kind:?} is heeded until two have said so"
        );
        assert!(seen.waiting.is_some());
        case.seconds().await.unwrap();
        let seen = town.office.order(&case.cole, &id).await.unwrap().unwrap();
        assert_eq!((seen.order.stayed_since, seen.waiting), (Some(WEDNESDAY), None));
        let earlier =
            format!("UPDATE disclosure_order SET stayed_since = '2026-01-01', version = version + 1 WHERE id = '{id}'");
        stands(&town, &earlier, "second person").await;
        act(OrderAct::Lift).await.unwrap();
        let seen = town.office.order(&case.cole, &id).await.unwrap().unwrap();
        assert_eq!(
            (seen.order.stayed_since, seen.waiting),
            (None, None),
            "it forbids again at once"
        );
    }
    town.is_sound().await;
}

async fn what_a_court_forbids_is_heeded_while_something_else_waits(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court".into(),
        filed: Some(WEDNESDAY),
        served: Some(WEDNESDAY),
    };
    case.does(&id, action).await.unwrap();
    let known = case.sees(&id).await.notice.actions[0].id.clone();
    let reject = NoticeAct::Reject {
        on: WEDNESDAY,
        action: known.clone(),
    };
    case.enters(&id, reject).await.unwrap();
    // The court forbids a part and is done with the action: the end of the action frees, the part forbids.
    let decide = NoticeAct::Decide {
        action: Some(known),
        dated: WEDNESDAY,
        decision: Decision::EnjoinPart {
            spans: spans("0:10-0:20"),
            until: None,
        },
        ends: true,
    };
    let told = bar(case.enters(&id, decide).await);
    assert_eq!(told, ReleaseReason::RestNotEntered, "what frees must be entered again");
    let seen = case.sees(&id).await;
    assert_eq!(seen.line.state, NoticeStateKind::EnjoinedPart, "what forbids is kept");
    assert!(seen.notice.pending().is_some(), "the action still runs");
    assert_eq!(town.count("SELECT COUNT(*) FROM notice_restraint").await, 1);
    town.is_sound().await;
}

async fn nobody_is_taken_out_by_the_word_of_one(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.logs(case.person("Person B"), Receiver::Person).await;
    let by_hand = format!(
        "INSERT INTO person_taken_out (person_id, at, on_date, taken_out_by, reason) \
         VALUES ('{id}', 1, '{WEDNESDAY}', '{}', 'No.')",
        case.cole.id
    );
    stands(&town, &by_hand, "second person").await;
    let look = async || town.office.person(&case.cole, &id).await.unwrap().unwrap().line;
    let reason = "Logged twice".to_owned();
    let version = look().await.version;
    town.office
        .take_out_person(&case.cole, &id, reason.clone(), version)
        .await
        .unwrap();
    let now = look().await;
    assert_eq!(now.taken_out, None, "a notice is due until two have said so");
    assert_eq!(now.waiting.unwrap().kind, ProposalKind::TakeOut);
    assert_eq!(case.opens().await.len(), 1);
    case.seconds().await.unwrap();
    let now = look().await;
    assert_eq!((now.taken_out, now.waiting), (Some(reason), None));
    town.is_sound().await;
}

async fn what_is_refused_is_never_done_and_says_why(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    case.enters(&id, consent(&town)).await.unwrap();
    let line = waits(&case).await;
    let reason = "The signature is of somebody else.".to_owned();
    town.office
        .refuse_proposal(&case.sol, &line.id, reason.clone())
        .await
        .unwrap();
    let seen = case.sees(&id).await;
    assert_eq!(
        (seen.line.state, seen.waiting.is_none()),
        (NoticeStateKind::WindowOpen, true)
    );
    let kind = ProposalKind::Consent;
    let told = seen.entries.iter().any(|entry| {
        entry.act
            == AuditAct::ProposalRefused {
                kind,
                reason: reason.clone(),
            }
    });
    assert!(told, "{:?}", seen.entries);
    let late = town.office.verify_proposal(&case.sol, &line.id).await;
    assert!(matches!(late, Err(Refusal::Stale)), "{late:?}");
    // Whoever entered it may take it back so.
    case.enters(&id, consent(&town)).await.unwrap();
    let own = case.cole.reviewer().unwrap();
    let line = waits(&case).await;
    town.office
        .refuse_proposal(&own, &line.id, "Entered by mistake.".into())
        .await
        .unwrap();
}

async fn whoever_is_on_the_recording_verifies_nothing(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    case.enters(&id, consent(&town)).await.unwrap();
    let line = waits(&case).await;
    town.raw("UPDATE recording SET officer = 'B-17'").await.unwrap();
    let mut olga = town.staff("Olga", Role::Reviewer).await.staff;
    olga.officer = Some("b-17".into());
    let olga = olga.reviewer().unwrap();
    assert_eq!(
        bar(town.office.verify_proposal(&olga, &line.id).await),
        ReleaseReason::OnRecording
    );
    let refused = town.office.refuse_proposal(&olga, &line.id, "No.".into()).await;
    assert_eq!(bar(refused), ReleaseReason::OnRecording);
}

async fn nobody_frees_anything_by_hand(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let bump = "version = version + 1";
    for (set, why) in [
        ("state = 'consented'", "a consent is verified by a second person"),
        ("state = 'exempt'", "an exemption is verified by a second person"),
    ] {
        stands(&town, &format!("UPDATE notice SET {set}"), why).await;
        stands(&town, &format!("UPDATE notice SET {set}, {bump}"), why).await;
    }
    let of_the_police = "UPDATE person SET police_affiliated_at = 1, version = version + 1";
    stands(&town, of_the_police, "second person").await;
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court".into(),
        filed: Some(WEDNESDAY),
        served: Some(WEDNESDAY),
    };
    case.does(&id, action).await.unwrap();
    stands(
        &town,
        "UPDATE notice SET pending_actions = 0, version = version + 1",
        "second person",
    )
    .await;
    stands(
        &town,
        "UPDATE notice SET state = 'clear', version = version + 1",
        "second person",
    )
    .await;
    // Neither by a verification of one's own, nor by one that was never entered, nor by another's.
    let known = case.sees(&id).await.notice.actions[0].id.clone();
    let reject = NoticeAct::Reject {
        on: WEDNESDAY,
        action: known,
    };
    case.enters(&id, reject).await.unwrap();
    let own = "UPDATE proposal SET verified_by = entered_by, verified_at = 1, done_version = 1";
    assert!(town.raw(own).await.is_err(), "{own}");
    stands(&town, "UPDATE proposal SET content = '{}'", "never changed").await;
    stands(&town, "UPDATE proposal SET kind = 'consent'", "never changed").await;
    stands(&town, "DELETE FROM proposal", "never changed").await;
    let at_once = "INSERT INTO proposal (id, subject, subject_id, kind, content, entered_at, entered_on, entered_by, \
         verified_at, verified_by, done_version) SELECT 'x', 'notice', 'x', 'consent', '{}', 1, '2026-02-04', p.entered_by, \
         1, (SELECT MAX(s.id) FROM staff s WHERE s.id <> p.entered_by), 9 FROM proposal p";
    stands(&town, at_once, "entered before").await;
    case.seconds().await.unwrap();
    stands(
        &town,
        "UPDATE proposal SET done_version = done_version + 1",
        "never changed",
    )
    .await;
    // What was verified frees once: not again after it was taken back, nor in another version.
    stands(
        &town,
        "UPDATE notice SET state = 'consented', version = version + 1",
        "second person",
    )
    .await;
    town.is_sound().await;
}

async fn what_one_freed_before_this_rule_lets_nothing_more_out(town: Town) {
    let release = Release::begins(&town).await;
    let case = &release.case;
    let id = case.tells("Person B").await;
    release.copies(1, "").await;
    case.does(&id, consent(&town)).await.unwrap();
    release.agrees().await;
    // As it stood before: consent by the word of one.
    let forget = match town.dialect() {
        records::store::Dialect::Sqlite => "DROP TRIGGER proposal_no_delete; DELETE FROM proposal",
        records::store::Dialect::Postgres => "DROP TRIGGER proposal_no_delete ON proposal; DELETE FROM proposal",
    };
    town.raw(forget).await.unwrap();
    let refused = release.by_hand().await.expect_err("it went").to_string();
    assert!(refused.contains("by the word of one"), "{refused}");
    // Taken back and entered anew, it counts.
    case.does(&id, NoticeAct::TakeBack).await.unwrap();
    case.does(&id, consent(&town)).await.unwrap();
    release.by_hand().await.unwrap();
}
