//! Objections: in time or late, whole or in part, and what the answers bind the office to.

use crate::support::{Town, court_closed, day, objection, overruled, redaction, spans};
use law::{
    notice::{NoticeStateKind, ReleaseReason},
    objection::{AnswerKind, Ask, ObjectionAnswer},
    person::Receiver,
    redaction::RedactionKind,
};

#[test]
fn an_objection_that_nobody_answers_holds_the_release_for_good() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-12").objects(0, objection("o", "2026-03-12", vec![]));
    assert_eq!(town.state(0), NoticeStateKind::Objected);
    let received = day("2026-03-12");
    for today in ["2026-03-13", "2026-12-31", "2030-01-02"] {
        town.on(today);
        assert_eq!(town.held(), [ReleaseReason::ObjectionUnanswered { received }]);
        assert_eq!(
            town.refused(0, |notice, _, today, rules| notice.clear(today, today, rules)),
            ReleaseReason::ObjectionUnanswered { received }
        );
    }
}

#[test]
fn an_overruled_objection_frees_the_release_only_after_the_window() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-03").objects(0, objection("o", "2026-03-03", vec![]));
    town.on("2026-03-04").answers(0, "o", overruled("2026-03-04"));
    let last_day = day("2026-03-12");
    assert_eq!(town.held(), [ReleaseReason::WindowOpen { last_day }]);
    town.on("2026-03-12");
    assert_eq!(town.held(), [ReleaseReason::WindowOpen { last_day }]);
    town.on("2026-03-13").clears(0).releases();
    let kept = town.notice(0).objections[0].answer.as_ref().map(ObjectionAnswer::kind);
    assert_eq!(kept, Some(AnswerKind::Overruled), "what was said stays with the notice");
}

#[test]
fn an_objection_settled_by_redaction_binds_the_copy() {
    let mut town = Town::ana_received("2026-03-02");
    town.objects(0, objection("o", "2026-03-02", vec![]));
    let settled = ObjectionAnswer::SettledByRedaction {
        reasons: String::new(),
        on: day("2026-03-02"),
        asks: vec![Ask::BlurMe, Ask::MuteMe],
    };
    town.answers(0, "o", settled).on("2026-03-13").clears(0);
    let left = spans("0-10");
    assert_eq!(town.held(), [ReleaseReason::PromiseUnkept { left }]);
    town.withholds(redaction(RedactionKind::Blur, "0-10", Some("Person 7")));
    assert_eq!(town.held().len(), 1, "somebody else's blur keeps no promise to Ana");
    town.withholds(redaction(RedactionKind::Blur, "0-10", Some("Person 0")))
        .withholds(redaction(RedactionKind::Mute, "0-4", None));
    assert_eq!(town.held(), [ReleaseReason::PromiseUnkept { left: spans("4-10") }]);
    town.withholds(redaction(RedactionKind::Mute, "0:04-0:10", None));
    assert!(town.releases().partial());
}

#[test]
fn what_was_accepted_in_part_is_done_before_anything_leaves() {
    let mut town = Town::ana_received("2026-03-02");
    let wait = day("2026-04-01");
    let asks = vec![Ask::Cut { spans: spans("30-40") }, Ask::WaitUntil { day: wait }];
    town.objects(0, objection("o", "2026-03-02", asks));
    let on = day("2026-03-02");
    town.answers(0, "o", ObjectionAnswer::Accepted { on })
        .on("2026-03-13")
        .clears(0);
    assert_eq!(town.held(), [ReleaseReason::PromiseUnkept { left: spans("30-40") }]);
    town.withholds(redaction(RedactionKind::Blur, "30-40", Some("Person 0")));
    assert_eq!(town.held().len(), 1, "a blur is no cut");
    town.withholds(redaction(RedactionKind::Cut, "29-41", None));
    assert_eq!(town.held(), [ReleaseReason::WaitPromised { day: wait }]);
    town.on("2026-03-31");
    assert_eq!(town.held(), [ReleaseReason::WaitPromised { day: wait }]);
    town.on("2026-04-01").releases();
}

#[test]
fn an_objection_accepted_whole_lets_nothing_out_that_shows_the_person() {
    let mut town = Town::ana_received("2026-03-02");
    town.objects(0, objection("o", "2026-03-02", vec![]));
    town.answers(0, "o", ObjectionAnswer::Accepted { on: day("2026-03-02") });
    town.on("2026-05-01");
    assert_eq!(town.held(), [ReleaseReason::ObjectionAccepted]);
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.clear(today, today, rules)),
        ReleaseReason::ObjectionAccepted
    );
    town.happens(0, |notice, _, today, _| notice.redact_out(today, today));
    let (seen, heard) = (spans("0-10"), spans("0-10"));
    assert_eq!(town.held(), [ReleaseReason::StillShown { seen, heard }]);
    town.withholds(redaction(RedactionKind::Cut, "0-10", None)).releases();
}

#[test]
fn an_objection_on_the_last_day_is_in_time_and_redaction_alone_is_no_answer() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-12").objects(0, objection("o", "2026-03-12", vec![]));
    assert!(!town.notice(0).objections[0].late);
    town.withholds(redaction(RedactionKind::Cut, "0-10", None))
        .happens(0, |notice, _, today, _| notice.redact_out(today, today));
    let received = day("2026-03-12");
    assert_eq!(town.held(), [ReleaseReason::ObjectionUnanswered { received }]);
    town.answers(0, "o", overruled("2026-03-12")).releases();
}

#[test]
fn a_late_objection_is_taken_marked_and_read_and_holds_nothing() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-13")
        .objects(0, objection("o", "2026-03-13", vec![Ask::BlurMe]));
    assert!(town.notice(0).objections[0].late);
    town.clears(0).releases();
    town.objects(0, objection("p", "2026-03-13", vec![])).releases();
    assert_eq!(town.state(0), NoticeStateKind::Clear);
    town.answers(0, "o", ObjectionAnswer::Accepted { on: day("2026-03-13") });
    assert_eq!(
        town.held(),
        [ReleaseReason::PromiseUnkept { left: spans("0-10") }],
        "late or not, what is promised binds"
    );
}

#[test]
fn a_paper_objection_counts_from_its_true_day_even_keyed_after_all_was_clear() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-13").clears(0).on("2026-03-16");
    town.objects(0, objection("paper", "2026-03-11", vec![]));
    assert!(!town.notice(0).objections[0].late);
    let received = day("2026-03-11");
    assert_eq!(town.held(), [ReleaseReason::ObjectionUnanswered { received }]);
    town.answers(0, "paper", overruled("2026-03-16"));
    assert_eq!(
        town.held(),
        [ReleaseReason::DocketUnchecked {
            from: day("2026-03-13")
        }]
    );
    town.clears(0).releases();
}

#[test]
fn a_longer_window_reaches_an_objection_that_was_late() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-13").objects(0, objection("o", "2026-03-13", vec![]));
    assert!(town.notice(0).objections[0].late);
    town.closures.push(court_closed("2026-03-12"));
    town.happens(0, |notice, _, _, rules| notice.recount(rules));
    assert!(!town.notice(0).objections[0].late);
}

#[test]
fn an_objection_is_judged_by_the_closures_known_when_it_is_taken() {
    let mut town = Town::ana_received("2026-03-02");
    town.closures.push(court_closed("2026-03-12"));
    town.on("2026-03-13").objects(0, objection("o", "2026-03-13", vec![]));
    assert!(!town.notice(0).objections[0].late);
}

#[test]
fn an_objection_made_before_any_letter_is_early_not_late() {
    let mut town = Town::with(1);
    town.objects(0, objection("o", "2026-03-02", vec![]));
    assert_eq!(town.state(0), NoticeStateKind::Identified);
    town.on("2026-03-03").sends(0).receives(0, "2026-03-03");
    assert_eq!(town.state(0), NoticeStateKind::Objected);
    town.on("2026-04-01");
    assert_eq!(
        town.held(),
        [ReleaseReason::ObjectionUnanswered {
            received: day("2026-03-02")
        }]
    );
}

#[test]
fn an_objection_after_consent_takes_the_consent_back() {
    let mut town = Town::with(1);
    town.consents(0, Receiver::Person).releases();
    town.on("2026-03-05").objects(0, objection("o", "2026-03-05", vec![]));
    assert_eq!(town.state(0), NoticeStateKind::Identified);
    assert!(town.tries().is_err());
    town.consents(0, Receiver::Person).releases();
}

#[test]
fn an_answer_needs_a_question_a_possible_day_and_reasons() {
    let mut town = Town::ana_received("2026-03-02");
    let empty = |id| objection(id, "2026-03-02", vec![Ask::Cut { spans: spans("") }]);
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.object(empty("o"), today, rules)),
        ReleaseReason::ReliefMissing
    );
    town.on("2026-03-04").objects(0, objection("o", "2026-03-04", vec![]));
    let again = objection("o", "2026-03-04", vec![]);
    let taken = ReleaseReason::ObjectionIdUnknownOrTaken;
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.object(again, today, rules)),
        taken
    );
    let mut refuse = |id: &str, answer| town.refused(0, |notice, _, today, _| notice.answer(id, answer, today));
    assert_eq!(refuse("x", overruled("2026-03-04")), taken);
    assert_eq!(
        refuse("o", overruled("2026-03-05")),
        ReleaseReason::InFuture {
            latest: day("2026-03-04")
        }
    );
    assert_eq!(
        refuse("o", overruled("2026-03-03")),
        ReleaseReason::TooEarly {
            earliest: day("2026-03-04")
        }
    );
    let on = day("2026-03-04");
    let blank = ObjectionAnswer::Overruled {
        on,
        reasons: " \n".to_owned(),
    };
    assert_eq!(refuse("o", blank), ReleaseReason::ReasonsMissing);
    let nothing = ObjectionAnswer::SettledByRedaction {
        on,
        asks: vec![],
        reasons: String::new(),
    };
    assert_eq!(refuse("o", nothing), ReleaseReason::ReliefMissing);
    town.answers(0, "o", overruled("2026-03-04"));
    let later = ObjectionAnswer::Accepted { on };
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice.answer("o", later, today)),
        ReleaseReason::AlreadyAnswered
    );
}
