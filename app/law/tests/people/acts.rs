//! What can be done now to a notice, a recording, an order, a copy and a release: said before, and kept to.

use crate::support::{Town, action, approved_copy, day, disclosure, hash, objection, overruled, redaction};
use law::{
    disclosure_order::{DisclosureOrder, OrderAct, OrderActKind},
    notice::{NoticeActKind, NoticeStateKind, ReleaseReason},
    person::Receiver,
    recording::RecordingActKind,
    redaction::{CopyActKind, RedactionKind, ReleaseCopy},
    release::{ReleaseActKind, ReleaseProgress},
};
use proptest::prelude::*;

/// What can be done to Ana's notice today.
fn possible(town: &Town) -> Vec<NoticeActKind> {
    let free = |kind: &NoticeActKind| bar(town, *kind).is_none();
    NoticeActKind::ALL.into_iter().filter(free).collect()
}

fn bar(town: &Town, kind: NoticeActKind) -> Option<ReleaseReason> {
    let person = &town.case.people[0].person;
    let bar = town.notice(0).bar(kind, person, town.case.today);
    bar.map(|bar| bar.reason)
}

#[test]
fn whoever_is_identified_is_written_to_and_called_unlocated_only_after_a_try() {
    use NoticeActKind::{Action, Consent, Decide, Object, RedactOut, Search, Send, Talk, Unlocated};
    let mut town = Town::with(1);
    assert_eq!(
        possible(&town),
        [Send, Search, Object, Consent, RedactOut, Action, Decide, Talk]
    );
    assert_eq!(bar(&town, Unlocated), Some(ReleaseReason::NothingTried));
    town.happens(0, |notice, _, today, _| {
        notice.search(today, "The telephone book", today)
    });
    assert_eq!(bar(&town, Unlocated), None);
}

#[test]
fn a_notice_is_cleared_only_once_the_days_are_over_and_the_objection_is_answered() {
    let mut town = Town::ana_received("2026-02-04");
    let last_day = town.last_day(0);
    assert_eq!(
        bar(&town, NoticeActKind::Clear),
        Some(ReleaseReason::WindowOpen { last_day })
    );
    town.objects(0, objection("1", "2026-02-04", Vec::new()));
    town.on("2026-03-02");
    let received = day("2026-02-04");
    assert_eq!(
        bar(&town, NoticeActKind::Clear),
        Some(ReleaseReason::ObjectionUnanswered { received })
    );
    assert_eq!(bar(&town, NoticeActKind::Answer), None);
    town.answers(0, "1", overruled("2026-03-02"));
    assert_eq!(bar(&town, NoticeActKind::Clear), None);
    assert_eq!(bar(&town, NoticeActKind::Answer), Some(ReleaseReason::AlreadyAnswered));
}

#[test]
fn while_a_court_has_it_nobody_consents_or_is_hidden_and_only_its_action_can_be_rejected() {
    let mut town = Town::ana_received("2026-02-04");
    assert_eq!(bar(&town, NoticeActKind::Reject), Some(ReleaseReason::NoSuchAction));
    town.sues(0, &action(Some("2026-02-04"), Some("2026-02-04")));
    for kind in [NoticeActKind::Consent, NoticeActKind::RedactOut, NoticeActKind::Exempt] {
        assert!(
            matches!(bar(&town, kind), Some(ReleaseReason::ActionPending { .. })),
            "{kind:?}"
        );
    }
    assert_eq!(bar(&town, NoticeActKind::Reject), None);
}

#[test]
fn only_police_are_exempt_and_only_once_until_that_is_taken_back() {
    let mut town = Town::with(1);
    assert_eq!(
        bar(&town, NoticeActKind::Exempt),
        Some(ReleaseReason::NotPoliceAffiliated)
    );
    town.case.people[0].person.police_affiliated = true;
    town.happens(0, |notice, person, _, _| notice.exempt(person));
    assert_eq!(bar(&town, NoticeActKind::Exempt), Some(ReleaseReason::AlreadyDone));
    let state = NoticeStateKind::Exempt;
    assert_eq!(
        bar(&town, NoticeActKind::Send),
        Some(ReleaseReason::WrongState { state })
    );
    assert_eq!(bar(&town, NoticeActKind::TakeBack), None);
}

#[test]
fn proof_of_receipt_joins_consent_only_where_something_was_sent() {
    let mut town = Town::with(1);
    town.consents(0, Receiver::Person);
    assert_eq!(bar(&town, NoticeActKind::Receive), Some(ReleaseReason::NotSent));
    let mut town = Town::with(1);
    town.sends(0).consents(0, Receiver::Person);
    assert_eq!(bar(&town, NoticeActKind::Receive), None);
}

#[test]
fn what_is_entered_of_a_deleted_recording_stays_but_its_record_can_be_closed_again() {
    for kind in RecordingActKind::ALL {
        assert_eq!(kind.bar(None), None);
        let bar = kind.bar(Some(day("2026-02-04")));
        assert_eq!(
            bar.is_none(),
            matches!(kind, RecordingActKind::Status | RecordingActKind::Unlink),
            "{kind:?}"
        );
        assert!(bar.is_none_or(|bar| bar.section.0.contains("RSMo")));
    }
}

proptest! {
    #[test]
    fn an_order_does_what_was_not_barred_and_nothing_else(
        verified: bool, stayed: bool, by in prop::sample::select(vec!["custodian", "reviewer", "auditor"]),
        act in 0_usize..3,
    ) {
        let today = day("2026-03-02");
        let since = today;
        let act = [OrderAct::Verify, OrderAct::Stay { since }, OrderAct::Lift][act];
        let order = DisclosureOrder {
            verified_by: verified.then(|| "reviewer".to_owned()),
            stayed_since: stayed.then_some(since),
            ..disclosure()
        };
        let bar = order.bar(act.kind(), by);
        let decided = order.clone().decide(act, by, today);
        prop_assert_eq!(decided.as_ref().err(), bar.as_ref());
        if let Ok(decided) = decided {
            prop_assert!(decided.bar(act.kind(), by).is_some(), "done once");
            prop_assert_eq!(decided.stayed_since.is_some(), (stayed && act != OrderAct::Lift) || act.kind() == OrderActKind::Stay);
        }
    }

    #[test]
    fn a_copy_is_changed_or_approved_as_was_not_barred(
        approved: bool, reviewed: bool, by in prop::sample::select(vec!["redactor", "reviewer", "supervisor"]),
    ) {
        let mut copy = approved_copy();
        if reviewed {
            copy.redactions = vec![redaction(RedactionKind::Blur, "0-10", None)];
        }
        if !approved {
            copy = ReleaseCopy { approval: None, ..copy };
        }
        prop_assert_eq!(copy.bar(CopyActKind::Upload, by), None);
        let list = vec![redaction(RedactionKind::Mute, "0-10", None)];
        let redacted = copy.clone().redact(list, by, 120_000);
        prop_assert_eq!(redacted.err(), copy.bar(CopyActKind::Redactions, by));
        let seen = copy.clone().approve(by, &hash('a'), day("2026-03-02"));
        prop_assert_eq!(seen.err(), copy.bar(CopyActKind::Approve, by));
    }

    #[test]
    fn a_release_is_prepared_while_something_is_left_to_release(
        recordings in 0_usize..3, out in 0_usize..3, notices in 0_usize..2, sent in 0_usize..2, released in 0_usize..2,
        going in 0_usize..2, private: bool, proposed in 0_usize..2, public in 0_usize..2,
    ) {
        let going = going.min(released);
        let (proposed, public) = (proposed.min(going), public.min(going));
        let progress = ReleaseProgress {
            recordings, out: out.min(recordings), notices, sent: sent.min(notices), released, going, private, proposed, public,
        };
        let left = progress.out < recordings;
        for kind in ReleaseActKind::ALL {
            let free = match kind {
                ReleaseActKind::Plan | ReleaseActKind::Release => left,
                ReleaseActKind::OpenAll => left || (recordings > 0 && !private),
                ReleaseActKind::SendAll => recordings > 0,
                ReleaseActKind::ReceiveAll => progress.sent > 0,
                ReleaseActKind::Propose => going > 0 && !private,
                ReleaseActKind::Stop => going > 0,
                ReleaseActKind::Approve | ReleaseActKind::SendBack => proposed > 0,
                ReleaseActKind::TakeDown => public > 0,
            };
            let bar = progress.bar(kind);
            prop_assert_eq!(bar.is_none(), free, "{:?}", kind);
            prop_assert!(bar.is_none_or(|bar| bar.section.0 == kind.section()));
        }
    }
}

#[test]
fn nobody_approves_what_they_made_and_an_approved_list_stays() {
    let copy = approved_copy();
    let reason = |kind, by| copy.bar(kind, by).map(|bar| bar.reason);
    assert_eq!(
        reason(CopyActKind::Approve, "redactor"),
        Some(ReleaseReason::SamePerson)
    );
    assert_eq!(
        reason(CopyActKind::Approve, "auditor"),
        Some(ReleaseReason::AlreadyDone)
    );
    assert_eq!(
        reason(CopyActKind::Redactions, "redactor"),
        Some(ReleaseReason::AlreadyDone)
    );
}
