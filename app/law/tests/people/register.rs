//! The legal status of one recording in the register.

use crate::support::day;
use law::{
    bar::Reason,
    recording::{InactiveGround, RecordingStatus, StatusChange, StatusChangeKind, StatusKind},
    request_order::Ruling,
};

fn inactive() -> StatusChange {
    StatusChange::Inactive {
        ground: InactiveGround::ConvictionsFinal,
        since: day("2026-02-27"),
    }
}

fn change(status: RecordingStatus, change: &StatusChange) -> Result<StatusKind, Reason> {
    let changed = status.change(change, day("2026-03-02"));
    changed.map(|status| status.kind()).map_err(|bar| bar.reason)
}

#[test]
fn footage_from_a_home_may_be_kept_closed_only_after_the_investigation() {
    let active = RecordingStatus::ActiveClosed {
        confirmed_on: day("2026-02-01"),
    };
    assert_eq!(
        change(active.clone(), &StatusChange::CloseNonpublic),
        Err(Reason::InvestigationActive)
    );
    assert_eq!(
        change(RecordingStatus::Undetermined, &StatusChange::CloseNonpublic),
        Err(Reason::StatusUnknown)
    );
    let open = active.change(&inactive(), day("2026-03-02")).expect("inactive");
    assert_eq!(
        change(open, &StatusChange::CloseNonpublic),
        Ok(StatusKind::NonpublicClosable)
    );
    assert_eq!(
        change(RecordingStatus::NonpublicClosable, &StatusChange::CloseNonpublic),
        Err(Reason::AlreadyDone)
    );
    assert_eq!(
        change(RecordingStatus::NonpublicClosable, &inactive()),
        Ok(StatusKind::InactiveOpen)
    );
}

#[test]
fn a_closed_record_opens_only_by_an_order_or_when_it_is_determined_anew() {
    for closed in [
        RecordingStatus::Reclosed {
            since: day("2026-02-01"),
        },
        RecordingStatus::ConfidentialOther,
    ] {
        assert!(change(closed.clone(), &inactive()).is_err());
        let order = StatusChange::Order {
            ruling: Ruling::Disclose,
        };
        assert_eq!(change(closed.clone(), &order), Ok(StatusKind::CourtOrdered));
        assert_eq!(change(closed, &StatusChange::Redetermine), Ok(StatusKind::Undetermined));
    }
    assert_eq!(
        change(RecordingStatus::ConfidentialOther, &StatusChange::CloseConfidential),
        Err(Reason::AlreadyDone)
    );
    assert_eq!(
        change(RecordingStatus::Undetermined, &StatusChange::Redetermine),
        Err(Reason::AlreadyDone)
    );
}

#[test]
fn no_status_rests_on_a_day_that_has_not_come() {
    let since = day("2026-03-03");
    let latest = day("2026-03-02");
    assert_eq!(
        change(RecordingStatus::Undetermined, &StatusChange::Reclose { since }),
        Err(Reason::InFuture { latest })
    );
}

#[test]
fn what_the_register_says_is_possible_is_what_happens() {
    let today = day("2026-03-02");
    let statuses = [
        RecordingStatus::Undetermined,
        RecordingStatus::ActiveClosed { confirmed_on: today },
        RecordingStatus::InactiveOpen {
            ground: InactiveGround::NotPursued,
            since: today,
        },
        RecordingStatus::NonpublicClosable,
        RecordingStatus::Reclosed { since: today },
        RecordingStatus::CourtOrdered { before: None },
        RecordingStatus::ConfidentialOther,
    ];
    let changes = [
        StatusChange::CloseActive { confirmed_on: today },
        inactive(),
        StatusChange::CloseNonpublic,
        StatusChange::Reclose { since: today },
        StatusChange::CloseConfidential,
        StatusChange::Order { ruling: Ruling::Refuse },
        StatusChange::Redetermine,
    ];
    assert_eq!(changes.each_ref().map(StatusChange::kind), StatusChangeKind::ALL);
    for status in &statuses {
        for one in &changes {
            let may = status.may_change(one.kind()).map_err(|bar| bar.reason);
            assert_eq!(may.err(), change(status.clone(), one).err(), "{status:?} {one:?}");
        }
    }
}
