//! Deletion lists: what may be on one, who approves it, and what is different from what was deleted.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use law::{
    deletion_list::{Candidate, Difference, ListActKind, ListBar, ListState, Reported, differences},
    recording::{InactiveGround, RecordingStatus},
    retention::{Keep, KeepCategory, KeepGround, RetainedRecording},
};
use proptest::prelude::*;

use crate::support::{day, kansas_city};

fn any_status() -> impl Strategy<Value = RecordingStatus> {
    let since = day("2026-01-05");
    proptest::sample::select(vec![
        RecordingStatus::Undetermined,
        RecordingStatus::ActiveClosed { confirmed_on: since },
        RecordingStatus::InactiveOpen {
            ground: InactiveGround::NotPursued,
            since,
        },
        RecordingStatus::NonpublicClosable,
        RecordingStatus::Reclosed { since },
        RecordingStatus::ConfidentialOther,
    ])
}

fn any_keeps() -> impl Strategy<Value = Vec<Keep>> {
    let grounds = proptest::sample::select(KeepGround::ALL.to_vec());
    let last = proptest::option::of(0_i64..800);
    let keep = (grounds, last).prop_map(|(ground, last)| Keep {
        ground,
        last_day: last.map(|days| day("2026-01-01").saturating_add(days.days())),
    });
    proptest::collection::vec(keep, 0..3)
}

proptest! {
    #[test]
    fn nothing_held_unclassified_asked_for_or_young_is_ever_on_a_list(
        made in 0_i64..700,
        today in 0_i64..1000,
        category in proptest::sample::select(vec!["", " ", "non_evidence", "precheck", "felony", "use_of_force"]),
        status in any_status(),
        keeps in any_keeps(),
        asked_for in any::<bool>(),
    ) {
        let recorded = day("2025-06-01").saturating_add(made.days());
        let today = day("2025-06-01").saturating_add(today.days());
        let recording = RetainedRecording {
            recorded,
            category: category.to_owned(),
            status: status.clone(),
            keeps: keeps.clone(),
        };
        let listed = Candidate { recording, asked_for }.may_be_listed(today, kansas_city());
        if let Ok(permit) = listed {
            prop_assert!(!asked_for, "an open request has it");
            prop_assert!(keeps.iter().all(|keep| !keep.stands(today)), "{keeps:?}");
            let closed = matches!(status, RecordingStatus::ActiveClosed { .. } | RecordingStatus::Reclosed { .. });
            prop_assert!(!closed, "{status:?}");
            let days = match permit.category {
                KeepCategory::NonEvidence => 180,
                KeepCategory::Precheck => 30,
            };
            prop_assert_eq!(permit.category.key(), category);
            prop_assert!(today > recorded.saturating_add(days.days()), "before its days were over");
            prop_assert_eq!(permit.kept_until, recorded.saturating_add(days.days()));
        }
    }

    #[test]
    fn each_recording_is_different_in_one_way_or_as_it_should_be(
        listed in proptest::collection::btree_set(0_u8..20, 0..12),
        gone in proptest::collection::btree_map(0_u8..25, (any::<bool>(), 0_u8..3), 0..15),
    ) {
        let name = |n: &u8| format!("BW-{n}");
        let on_list: BTreeSet<String> = listed.iter().map(name).collect();
        let kept = |kind: u8| match kind {
            0 => None,
            1 => Some(KeepGround::Request),
            _ => Some(KeepGround::Case),
        };
        let bar = |ground: KeepGround| law::retention::DeletionBar {
            reason: law::retention::KeepReason::Held { ground, last_day: None },
            section: ground.section(),
        };
        let reported: Vec<Reported> = gone
            .iter()
            .map(|(n, (known, kind))| Reported {
                source_id: name(n),
                known: *known,
                kept_for: kept(*kind).map(bar),
            })
            .collect();
        let found = differences(&on_list, &reported);
        for n in 0_u8..25 {
            let expected = match (listed.contains(&n), gone.get(&n)) {
                (true, None) => Some(Difference::NotDeleted),
                (_, Some((false, _))) => Some(Difference::Unknown),
                (_, Some((true, 1))) => Some(Difference::WhileRequested),
                (_, Some((true, 2))) => Some(Difference::WhileKept),
                (false, Some(_)) => Some(Difference::NotListed),
                (false, None) | (true, Some(_)) => None,
            };
            prop_assert_eq!(found.get(&name(&n)).copied(), expected);
        }
    }
}

#[test]
fn another_person_approves_a_list_once_and_only_what_was_approved_is_compared() {
    use ListActKind as A;
    let made = ListState::after([]);
    assert_eq!(made.bar(A::Approve, true, false), Some(ListBar::SamePerson));
    assert_eq!(made.bar(A::Approve, false, true), Some(ListBar::OnRecording));
    assert_eq!(made.bar(A::Approve, false, false), None);
    assert_eq!(made.bar(A::Confirm, false, false), Some(ListBar::WrongState));
    let approved = ListState::after([A::Approve]);
    assert_eq!(approved.bar(A::Approve, false, false), Some(ListBar::WrongState));
    assert_eq!(approved.bar(A::SendBack, false, false), Some(ListBar::WrongState));
    assert_eq!(approved.bar(A::Confirm, true, true), None);
    let back = ListState::after([A::SendBack]);
    for act in A::ALL {
        assert_eq!(back.bar(act, false, false), Some(ListBar::WrongState), "{act:?}");
    }
}
