//! Orders and copies as they are entered and checked, and keys that forms and tables rely on.

use crate::support::{approved_copy, day, disclosure, hash, person, redaction, spans};
use law::{
    bar::Section,
    disclosure_order::{DisclosureOrder, OrderAct, OrderActKind, OrderKind, TermKind},
    notice::{Channel, Content, NoticeActKind, NoticeKind, NoticeStateKind, ProofKind, ReleaseReason},
    objection::{AnswerKind, Ground},
    person::Receiver,
    recording::{LocationKind, RecordingActKind, StatusChangeKind},
    redaction::{CopyActKind, RedactionKind, ReleaseCopy, Sha256},
    release::ReleaseActKind,
    retention::{KeepCategory, KeepGround},
};

#[test]
fn an_order_is_verified_once_and_by_somebody_else() {
    let entered = DisclosureOrder {
        verified_by: None,
        ..disclosure()
    };
    let today = day("2026-03-02");
    let verify = |order: &DisclosureOrder, by: &str| order.clone().decide(OrderAct::Verify, by, today);
    let reason = |result: Result<DisclosureOrder, law::notice::ReleaseBar>| result.expect_err("refused").reason;
    assert_eq!(reason(verify(&entered, "custodian")), ReleaseReason::SamePerson);
    let verified = verify(&entered, "reviewer").expect("verified");
    assert_eq!(verified.in_force(today), Ok(()));
    assert_eq!(reason(verify(&verified, "auditor")), ReleaseReason::AlreadyDone);
}

#[test]
fn an_order_that_cannot_be_one_is_not_entered() {
    let reason = |change: fn(&mut DisclosureOrder)| {
        let mut order = disclosure();
        change(&mut order);
        order.check(day("2026-03-02"), false).err().map(|bar| bar.reason)
    };
    assert_eq!(reason(|_| ()), None);
    assert_eq!(reason(|order| order.scope.clear()), Some(ReleaseReason::ScopeMissing));
    assert_eq!(
        reason(|order| order.scope[0].spans = Some(spans(""))),
        Some(ReleaseReason::ScopeMissing)
    );
    let latest = day("2026-03-02");
    assert_eq!(
        reason(|order| order.dated = day("2026-03-03")),
        Some(ReleaseReason::InFuture { latest })
    );
    let earliest = day("2026-02-20");
    assert_eq!(
        reason(|order| order.last_day = Some(day("2026-02-19"))),
        Some(ReleaseReason::TooEarly { earliest })
    );
}

#[test]
fn a_copy_is_approved_by_somebody_else_who_saw_exactly_that_file() {
    let made = ReleaseCopy {
        approval: None,
        ..approved_copy()
    };
    let reason = |by: &str, seen| {
        made.clone()
            .approve(by, &seen, day("2026-03-02"))
            .expect_err("refused")
            .reason
    };
    assert_eq!(reason("redactor", hash('a')), ReleaseReason::SamePerson);
    assert_eq!(reason("supervisor", hash('b')), ReleaseReason::HashChanged);
    let again = approved_copy().approve("auditor", &hash('a'), day("2026-03-03"));
    assert_eq!(again.expect_err("refused").reason, ReleaseReason::AlreadyDone);
    let remade = ReleaseCopy {
        sha256: hash('b'),
        ..approved_copy()
    };
    assert!(
        remade.approve("supervisor", &hash('b'), day("2026-03-03")).is_ok(),
        "a new file can be approved anew"
    );
}

#[test]
fn each_redaction_names_its_provision_its_reviewer_and_time_within_the_recording() {
    let mut copy = approved_copy();
    copy.redactions = vec![redaction(RedactionKind::Blur, "0-120", None)];
    assert!(copy.sound(120_000).is_ok());
    assert!(copy.sound(119_999).is_err());
    copy.redactions[0].citation = Section::of("to be safe");
    assert!(copy.sound(120_000).is_err());
    copy.redactions[0].citation = Section::of("610.100.3");
    copy.redactions[0].reviewer = " ".to_owned();
    assert!(copy.sound(120_000).is_err());
}

#[test]
fn seconds_withheld_count_each_moment_once() {
    let mut copy = approved_copy();
    assert_eq!(copy.seconds_withheld(), 0);
    copy.redactions = vec![
        redaction(RedactionKind::Blur, "0-10", Some("Person 0")),
        redaction(RedactionKind::Mute, "5-12.001", None),
        redaction(RedactionKind::Cut, "5-6", None),
    ];
    assert_eq!(copy.seconds_withheld(), 13);
    assert_eq!(copy.shown(20_000), spans("0-5, 6-20"));
    let ana = person(0);
    assert_eq!(copy.still_seen(&ana), spans(""));
    assert_eq!(copy.still_heard(&ana), spans("0-5"));
    assert_eq!(copy.still_seen(&person(1)), spans("10-20"));
}

#[test]
fn a_hash_is_sixty_four_digits_in_either_case() {
    let upper = "AB".repeat(32);
    assert_eq!(Sha256::parse(&upper).expect("a hash").as_str(), upper.to_lowercase());
    for wrong in ["", "a", &"g".repeat(64), &"a".repeat(65), &"ä".repeat(32)] {
        assert!(Sha256::parse(wrong).is_err(), "{wrong}");
        assert!(serde_json::from_value::<Sha256>(wrong.to_owned().into()).is_err());
    }
}

#[test]
fn keys_are_the_names_that_json_has() {
    fn same<T: serde::Serialize + Copy>(all: &[T], key: impl Fn(T) -> &'static str) {
        for one in all {
            assert_eq!(serde_json::to_string(one).expect("json"), format!("\"{}\"", key(*one)));
        }
    }
    same(&NoticeKind::ALL, NoticeKind::key);
    same(&NoticeStateKind::ALL, NoticeStateKind::key);
    same(&Content::ALL, Content::key);
    same(&Channel::ALL, Channel::key);
    same(&ProofKind::ALL, ProofKind::key);
    same(&Receiver::ALL, Receiver::key);
    same(&Ground::ALL, Ground::key);
    same(&AnswerKind::ALL, AnswerKind::key);
    same(&OrderKind::ALL, OrderKind::key);
    same(&TermKind::ALL, TermKind::key);
    same(&RedactionKind::ALL, RedactionKind::key);
    same(&LocationKind::ALL, LocationKind::key);
    same(&StatusChangeKind::ALL, StatusChangeKind::key);
    same(&NoticeActKind::ALL, NoticeActKind::key);
    same(&OrderActKind::ALL, OrderActKind::key);
    same(&RecordingActKind::ALL, RecordingActKind::key);
    same(&CopyActKind::ALL, CopyActKind::key);
    same(&ReleaseActKind::ALL, ReleaseActKind::key);
    same(&KeepGround::ALL, KeepGround::key);
    same(&KeepCategory::ALL, KeepCategory::key);
}
