//! What notices count for, worked out by hand.

use law::{
    Date,
    notice::{Action, ActionOrder, Attempt, Channel, Decision, Notice, NoticeKind, NoticeState, ProofKind},
    objection::{Ground, Objection, Relief},
    person::Receiver,
};
use statistics::{Count, Increments, NoticeCount, notice_counts};

use crate::support::day;

fn identified() -> Notice {
    Notice {
        kind: NoticeKind::AgencyPolicy,
        state: NoticeState::Identified,
        attempts: Vec::new(),
        objections: Vec::new(),
        actions: Vec::new(),
        orders: Vec::new(),
    }
}

fn sent(on: &str) -> Attempt {
    Attempt::Sent {
        on: day(on),
        channel: Channel::Mail,
        to: Receiver::Person,
        audience: law::notice::Audience::Requester,
    }
}

fn received(on: &str) -> Attempt {
    Attempt::Received {
        on: day(on),
        proof: ProofKind::Reply,
    }
}

fn objection(id: &str, on: &str) -> Objection {
    Objection {
        id: id.to_owned(),
        received: day(on),
        capacity: Receiver::Person,
        relief: Relief::Whole,
        grounds: vec![Ground::Privacy],
        late: false,
        answer: None,
    }
}

fn counts(expected: &[(i16, NoticeCount, i64)]) -> Increments {
    let counted = |&(year, what, number): &(i16, NoticeCount, i64)| (Count::Notice { year, what }, number);
    let mut steps: Increments = expected.iter().map(counted).collect();
    steps.sort_by_key(|(count, _)| count.to_string());
    steps
}

#[test]
fn a_notice_that_nobody_has_sent_counts_for_nothing() {
    assert_eq!(notice_counts(&identified()), []);
}

#[test]
fn a_letter_sent_twice_and_received_once_counts_once_each_in_its_year() {
    let attempts = vec![
        sent("2025-12-20"),
        Attempt::Returned { on: day("2025-12-28") },
        sent("2025-12-30"),
        received("2026-01-02"),
    ];
    let notice = Notice {
        attempts,
        objections: vec![objection("one", "2026-01-03"), objection("two", "2026-02-01")],
        ..identified()
    };
    let expected = [
        (2025, NoticeCount::Sent, 1),
        (2026, NoticeCount::Received, 1),
        (2026, NoticeCount::Objection, 2),
    ];
    assert_eq!(notice_counts(&notice), counts(&expected));
}

#[test]
fn an_action_counts_once_filed_and_served_and_a_ban_once_however_often_it_is_renewed() {
    let action = |id: &str, filed: Option<Date>, served: Option<Date>| Action {
        id: id.to_owned(),
        court: "Circuit Court of Jackson County".to_owned(),
        filed,
        served,
        ended: None,
        rejected: None,
    };
    let order = |dated: &str, decision| ActionOrder {
        action: Some("served".to_owned()),
        dated: day(dated),
        decision,
        ends_action: false,
        taken_back: None,
    };
    let forever = || Decision::EnjoinAll { until: None };
    let notice = Notice {
        actions: vec![
            action("served", Some(day("2025-12-30")), Some(day("2026-01-05"))),
            action("filed", Some(day("2026-01-05")), None),
        ],
        orders: vec![
            order("2026-01-08", Decision::Freed),
            order("2026-01-09", forever()),
            order("2026-02-09", forever()),
        ],
        ..identified()
    };
    let expected = [(2026, NoticeCount::CourtAction, 1), (2026, NoticeCount::Enjoined, 1)];
    assert_eq!(notice_counts(&notice), counts(&expected));
}

#[test]
fn somebody_who_is_found_after_all_is_no_longer_counted_as_not_found() {
    let lost = Notice {
        state: NoticeState::Unlocated { on: day("2026-03-01") },
        ..identified()
    };
    assert_eq!(notice_counts(&lost), counts(&[(2026, NoticeCount::Unlocated, 1)]));
    assert_eq!(notice_counts(&identified()), []);
}
