//! What may be deleted, and why not.

use crate::support::{day, disclosure, kansas_city};
use law::{
    disclosure_order::{DisclosureOrder, OrderKind},
    hold::{Hold, HoldKind},
    recording::RecordingStatus,
    request_order::Ruling,
    retention::{DeletionPermit, Keep, KeepCategory, KeepGround, KeepReason, RetainedRecording},
};

fn stop() -> RetainedRecording {
    RetainedRecording {
        recorded: day("2025-09-01"),
        category: "non_evidence".to_owned(),
        status: RecordingStatus::Undetermined,
        keeps: Vec::new(),
    }
}

fn on(kept: &RetainedRecording, today: &str) -> Result<DeletionPermit, KeepReason> {
    kept.may_delete(day(today), kansas_city()).map_err(|kept| kept.reason)
}

#[test]
fn footage_that_nobody_needs_is_kept_through_day_one_hundred_and_eighty() {
    let kept_until = day("2026-02-28");
    assert_eq!(on(&stop(), "2026-02-28"), Err(KeepReason::Young { kept_until }));
    let category = KeepCategory::NonEvidence;
    assert_eq!(on(&stop(), "2026-03-01"), Ok(DeletionPermit { category, kept_until }));
    let check = RetainedRecording {
        category: "precheck".to_owned(),
        recorded: day("2026-01-31"),
        ..stop()
    };
    assert_eq!(
        on(&check, "2026-03-02"),
        Err(KeepReason::Young {
            kept_until: day("2026-03-02")
        })
    );
    assert!(on(&check, "2026-03-03").is_ok());
}

#[test]
fn a_request_on_day_one_hundred_and_seventy_nine_wins() {
    let hold = Hold::place(HoldKind::Request, day("2026-02-27"));
    let kept_for = |last_day| {
        Err(KeepReason::Held {
            ground: KeepGround::Request,
            last_day,
        })
    };
    let mut kept = RetainedRecording {
        keeps: vec![Keep::from(&hold)],
        ..stop()
    };
    assert_eq!(on(&kept, "2030-01-01"), kept_for(None));
    let last_day = day("2028-03-01");
    kept.keeps = vec![Keep::from(&hold.until(last_day))];
    assert_eq!(on(&kept, "2028-03-01"), kept_for(Some(last_day)));
    assert!(on(&kept, "2028-03-02").is_ok());
}

#[test]
fn footage_that_nobody_classified_or_no_schedule_knows_is_never_deleted() {
    for blank in ["", "  "] {
        let kept = RetainedRecording {
            category: blank.to_owned(),
            ..stop()
        };
        assert_eq!(on(&kept, "2099-01-01"), Err(KeepReason::Unclassified));
    }
    let category = "felony".to_owned();
    let kept = RetainedRecording {
        category: category.clone(),
        ..stop()
    };
    assert_eq!(on(&kept, "2099-01-01"), Err(KeepReason::NoSchedule { category }));
}

#[test]
fn the_longest_hold_is_the_one_named() {
    let end = |ground, last: &str| Keep {
        ground,
        last_day: Some(day(last)),
    };
    let keeps = vec![
        end(KeepGround::Complaint, "2026-06-01"),
        end(KeepGround::Notice, "2026-09-01"),
        end(KeepGround::Claim, "2026-03-01"),
    ];
    let mut kept = RetainedRecording { keeps, ..stop() };
    let ground = |kept: &RetainedRecording, today| match on(kept, today) {
        Err(KeepReason::Held { ground, .. }) => Some(ground),
        _ => None,
    };
    assert_eq!(ground(&kept, "2026-04-01"), Some(KeepGround::Notice));
    kept.keeps.push(Keep::because(KeepGround::Order));
    assert_eq!(ground(&kept, "2026-04-01"), Some(KeepGround::Order));
}

#[test]
fn an_open_case_and_a_record_closed_again_are_kept_by_their_status() {
    for (status, ground) in [
        (
            RecordingStatus::ActiveClosed {
                confirmed_on: day("2025-09-02"),
            },
            KeepGround::Case,
        ),
        (
            RecordingStatus::Reclosed {
                since: day("2026-01-01"),
            },
            KeepGround::ClosedRecord,
        ),
    ] {
        let kept = RetainedRecording { status, ..stop() };
        assert_eq!(
            on(&kept, "2040-01-01"),
            Err(KeepReason::Held { ground, last_day: None })
        );
    }
}

#[test]
fn an_order_to_preserve_keeps_what_it_names_even_before_it_is_verified() {
    let order = DisclosureOrder {
        kind: OrderKind::Preserve,
        verified_by: None,
        last_day: Some(day("2027-01-04")),
        ..disclosure()
    };
    assert_eq!(order.keep("V2"), None);
    assert_eq!(disclosure().keep("V1"), None);
    let kept = RetainedRecording {
        keeps: order.keep("V1").into_iter().collect(),
        ..stop()
    };
    let ground = KeepGround::Order;
    let last_day = Some(day("2027-01-04"));
    assert_eq!(on(&kept, "2027-01-04"), Err(KeepReason::Held { ground, last_day }));
    assert!(on(&kept, "2027-01-05").is_ok());
}

#[test]
fn a_court_that_opens_footage_frees_it_for_nobody_to_destroy() {
    for (before, ground) in [
        (
            RecordingStatus::ActiveClosed {
                confirmed_on: day("2026-01-05"),
            },
            KeepGround::Case,
        ),
        (
            RecordingStatus::Reclosed {
                since: day("2026-01-05"),
            },
            KeepGround::ClosedRecord,
        ),
    ] {
        let ordered = before.clone().order(Ruling::Disclose).order(Ruling::DiscloseInPart);
        let json = serde_json::to_string(&ordered).expect("json");
        let kept = RetainedRecording {
            status: serde_json::from_str(&json).expect("a status"),
            ..stop()
        };
        let held = KeepReason::Held { ground, last_day: None };
        assert_eq!(on(&kept, "2030-01-01"), Err(held));
        assert_eq!(ordered.order(Ruling::Refuse), before, "closed again as it was");
    }
    let old: RecordingStatus = serde_json::from_str(r#"{"status":"court_ordered"}"#).expect("an older row");
    assert_eq!(old, RecordingStatus::CourtOrdered { before: None });
}
