//! Actions of people shown: the day that counts, and what a court decides.

use crate::support::{Town, action, court_closed, court_says, day, objection, overruled, redaction, spans};
use law::{
    notice::{ActionOrder, Decision, NoticeStateKind, ReleaseReason, Standing},
    person::Receiver,
    redaction::RedactionKind,
};

fn pending(filed: &str, served: &str) -> ReleaseReason {
    ReleaseReason::ActionPending {
        filed: day(filed),
        served: day(served),
    }
}

#[test]
fn an_action_filed_and_served_on_the_last_day_blocks_until_the_court_decides() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-12")
        .sues(0, &action(Some("2026-03-12"), Some("2026-03-12")));
    assert_eq!(town.state(0), NoticeStateKind::ActionPending);
    town.on("2027-01-04");
    assert_eq!(town.held(), [pending("2026-03-12", "2026-03-12")]);
    assert!(matches!(
        town.refused(0, |notice, _, today, rules| notice.clear(today, today, rules)),
        ReleaseReason::WrongState {
            state: NoticeStateKind::ActionPending
        }
    ));
    town.court(0, &court_says(Decision::Freed, "2027-01-04")).releases();
    assert_eq!(town.state(0), NoticeStateKind::Clear);
}

#[test]
fn what_the_papers_do_not_show_holds_nothing_up_and_leaves_the_days() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-05")
        .sues(0, &action(Some("2026-03-04"), Some("2026-03-05")));
    assert_eq!(town.held(), [pending("2026-03-04", "2026-03-05")]);
    let id = town.notice(0).actions[0].id.clone();
    town.happens(0, |notice, _, today, _| notice.reject(&id, today, today));
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    assert_eq!(town.notice(0).actions.len(), 1, "what was said stays");
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice.reject(&id, today, today)),
        ReleaseReason::NoSuchAction
    );
    town.on("2026-03-13").clears(0).releases();
}

#[test]
fn an_action_on_the_day_after_is_recorded_and_blocks_only_once_an_order_exists() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-13")
        .sues(0, &action(Some("2026-03-13"), Some("2026-03-13")));
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    assert_eq!(town.notice(0).actions.len(), 1);
    town.clears(0).releases();
    town.on("2026-03-20")
        .court(0, &court_says(Decision::EnjoinAll { until: None }, "2026-03-20"));
    assert_eq!(town.held(), [ReleaseReason::Enjoined { until: None }]);
}

#[test]
fn a_petition_served_but_never_filed_does_not_count() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10").sues(0, &action(None, Some("2026-03-10")));
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    town.on("2026-03-13").clears(0).releases();
}

#[test]
fn a_petition_filed_in_time_and_served_late_does_not_count() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10").sues(0, &action(Some("2026-03-10"), None));
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    town.on("2026-03-13").sues(0, &action(None, Some("2026-03-13")));
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    town.clears(0).releases();
}

#[test]
fn service_that_becomes_known_later_counts_by_its_own_day() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10").sues(0, &action(Some("2026-03-10"), None));
    town.on("2026-03-13").clears(0).releases();
    town.on("2026-03-16")
        .sues(0, &action(Some("2026-03-10"), Some("2026-03-12")));
    assert_eq!(town.held(), [pending("2026-03-10", "2026-03-12")]);
}

#[test]
fn what_is_known_of_an_action_does_not_change() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10").sues(0, &action(Some("2026-03-10"), None));
    let other = action(Some("2026-03-09"), None);
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.act(&other, today, rules)),
        ReleaseReason::ActionDiffers
    );
    let future = action(Some("2026-03-10"), Some("2026-03-11"));
    assert_eq!(
        town.refused(0, |notice, _, today, rules| notice.act(&future, today, rules)),
        ReleaseReason::InFuture {
            latest: day("2026-03-10")
        }
    );
}

#[test]
fn a_court_closed_on_the_last_day_saves_an_action_filed_on_the_next() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-13")
        .sues(0, &action(Some("2026-03-13"), Some("2026-03-13")));
    town.clears(0).releases();
    town.closures.push(court_closed("2026-03-12"));
    assert_eq!(town.held(), [pending("2026-03-13", "2026-03-13")]);
}

#[test]
fn an_order_that_enjoins_in_part_frees_a_copy_without_that_part() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10")
        .sues(0, &action(Some("2026-03-10"), Some("2026-03-10")));
    let part = Decision::EnjoinPart {
        spans: spans("50-70"),
        until: None,
    };
    town.on("2026-04-01").court(0, &court_says(part, "2026-04-01"));
    assert_eq!(town.state(0), NoticeStateKind::EnjoinedPart);
    assert_eq!(town.held(), [ReleaseReason::SpansRestrained { spans: spans("50-70") }]);
    town.withholds(redaction(RedactionKind::Blur, "50-70", None))
        .withholds(redaction(RedactionKind::Cut, "50-65", None));
    assert_eq!(town.held(), [ReleaseReason::SpansRestrained { spans: spans("65-70") }]);
    town.withholds(redaction(RedactionKind::Cut, "65-70", None));
    assert!(town.releases().partial());
}

#[test]
fn a_temporary_order_leaves_the_action_pending_when_it_runs_out() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10")
        .sues(0, &action(Some("2026-03-10"), Some("2026-03-10")));
    let until = Some(day("2026-03-24"));
    let temporary = ActionOrder {
        ends_action: false,
        ..court_says(Decision::EnjoinAll { until }, "2026-03-10")
    };
    town.court(0, &temporary).on("2026-03-25");
    assert_eq!(town.held(), [pending("2026-03-10", "2026-03-10")]);
    town.on("2026-05-01").court(
        0,
        &court_says(
            Decision::EnjoinAll {
                until: Some(day("2026-06-30")),
            },
            "2026-05-01",
        ),
    );
    town.on("2026-06-30");
    assert_eq!(
        town.held(),
        [ReleaseReason::Enjoined {
            until: Some(day("2026-06-30"))
        }]
    );
    assert_eq!(town.notice(0).opens_on(), Some(day("2026-07-01")));
    town.on("2026-07-01").releases();
}

#[test]
fn a_court_that_frees_early_leaves_the_days_that_are_left() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-05").objects(0, objection("o", "2026-03-05", vec![]));
    town.sues(0, &action(Some("2026-03-05"), Some("2026-03-05")));
    town.on("2026-03-09")
        .court(0, &court_says(Decision::Freed, "2026-03-09"));
    assert_eq!(town.state(0), NoticeStateKind::Objected);
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-03-12")
        }]
    );
    town.answers(0, "o", overruled("2026-03-09"))
        .on("2026-03-13")
        .clears(0)
        .releases();
}

#[test]
fn a_court_that_frees_early_clears_nobody_who_still_has_days() {
    let mut town = Town::ana_received("2026-03-02");
    town.sues(0, &action(Some("2026-03-02"), Some("2026-03-02")));
    town.on("2026-03-12")
        .court(0, &court_says(Decision::Freed, "2026-03-12"));
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    town.on("2026-03-13").clears(0).releases();
}

#[test]
fn two_actions_are_decided_one_by_one() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-10")
        .sues(0, &action(Some("2026-03-10"), Some("2026-03-10")));
    let second = law::notice::Action {
        id: "second".to_owned(),
        ..action(Some("2026-03-09"), Some("2026-03-10"))
    };
    town.sues(0, &second).on("2026-04-01");
    town.court(
        0,
        &court_says(
            Decision::EnjoinPart {
                spans: spans("50-70"),
                until: None,
            },
            "2026-04-01",
        ),
    );
    assert_eq!(town.held(), [pending("2026-03-09", "2026-03-10")]);
    let freed = ActionOrder {
        action: Some("second".to_owned()),
        ..court_says(Decision::Freed, "2026-04-01")
    };
    town.court(0, &freed);
    assert_eq!(
        town.held(),
        [ReleaseReason::SpansRestrained { spans: spans("50-70") }],
        "the first stands"
    );
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice.decide(&freed, today)),
        ReleaseReason::NoSuchAction
    );
}

#[test]
fn of_two_injunctions_each_holds_as_long_as_it_says() {
    let mut town = Town::ana_received("2026-03-02");
    let by = |id: &str, decision| ActionOrder {
        action: Some(id.to_owned()),
        ..court_says(decision, "2026-03-13")
    };
    let part = |text: &str, until: Option<&str>| Decision::EnjoinPart {
        spans: spans(text),
        until: until.map(day),
    };
    town.on("2026-03-13");
    for id in ["suit", "second", "third"] {
        let late = law::notice::Action {
            id: id.to_owned(),
            ..action(Some("2026-03-13"), Some("2026-03-13"))
        };
        town.sues(0, &late);
    }
    let until = Some(day("2026-04-10"));
    town.court(0, &by("suit", Decision::EnjoinAll { until }))
        .court(0, &by("second", part("50-70", None)))
        .court(0, &by("third", part("80-90", Some("2026-05-01"))));
    town.on("2026-04-10");
    assert!(matches!(town.held()[..], [ReleaseReason::Enjoined { .. }]));
    town.on("2026-04-11");
    let held = |text| [ReleaseReason::SpansRestrained { spans: spans(text) }];
    assert_eq!(town.held(), held("50-70, 80-90"));
    town.on("2026-05-02");
    assert_eq!(town.held(), held("50-70"));
}

#[test]
fn an_injunction_that_ended_the_action_can_be_dissolved_later() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-12")
        .sues(0, &action(Some("2026-03-12"), Some("2026-03-12")));
    town.on("2026-04-01")
        .court(0, &court_says(Decision::EnjoinAll { until: None }, "2026-04-01"));
    town.on("2026-09-01")
        .court(0, &court_says(Decision::Freed, "2026-09-01"));
    town.releases();
    assert_eq!(town.notice(0).actions[0].ended, Some(day("2026-04-01")));
    let again = court_says(Decision::Freed, "2026-09-01");
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice.decide(&again, today)),
        ReleaseReason::NoSuchAction
    );
}

#[test]
fn whoever_sues_before_any_letter_has_come_still_gets_the_letter_and_the_days() {
    let mut town = Town::with(1);
    town.sues(0, &action(Some("2026-03-02"), Some("2026-03-02")));
    assert_eq!(town.held(), [pending("2026-03-02", "2026-03-02")]);
    town.on("2026-04-01").sends(0);
    assert_eq!(town.state(0), NoticeStateKind::ActionPending);
    town.court(0, &court_says(Decision::Freed, "2026-04-01"));
    assert_eq!(town.held(), [ReleaseReason::ReceiptUnproven]);
    town.receives(0, "2026-04-01").on("2026-04-14").clears(0).releases();
}

#[test]
fn a_letter_received_while_the_court_has_the_matter_starts_the_days() {
    let mut town = Town::with(1);
    town.sues(0, &action(Some("2026-03-02"), Some("2026-03-02"))).sends(0);
    let part = Decision::EnjoinPart {
        spans: spans("50-70"),
        until: None,
    };
    town.court(0, &court_says(part, "2026-03-02")).receives(0, "2026-03-02");
    assert_eq!(town.state(0), NoticeStateKind::EnjoinedPart);
    town.withholds(redaction(RedactionKind::Cut, "50-70", None));
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-03-12")
        }]
    );
    town.on("2026-03-13").releases();
}

#[test]
fn a_receipt_that_becomes_known_after_an_injunction_frees_nobody_of_the_court() {
    let mut town = Town::with(1);
    town.on("2026-03-02").sends(0);
    town.on("2026-03-20")
        .sues(0, &action(Some("2026-03-18"), Some("2026-03-20")));
    let goes_on = ActionOrder {
        ends_action: false,
        ..court_says(Decision::EnjoinAll { until: None }, "2026-03-21")
    };
    town.on("2026-03-21").court(0, &goes_on);
    // The green card comes back late: by its day the action was.
    town.receives(0, "2026-03-04");
    assert_eq!(town.state(0), NoticeStateKind::EnjoinedAll);
    assert_eq!(town.notice(0).pending(), Some((day("2026-03-18"), day("2026-03-20"))));
}

#[test]
fn an_injunction_does_not_end_before_it_begins() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-05")
        .sues(0, &action(Some("2026-03-04"), Some("2026-03-05")));
    let until = Some(day("2026-03-04"));
    let order = court_says(Decision::EnjoinAll { until }, "2026-03-05");
    town.refused(0, |notice, _, today, _| notice.decide(&order, today));
}

#[test]
fn an_injunction_dissolved_without_an_action_leaves_the_notice_due() {
    let mut town = Town::with(1);
    let order = |decision, dated| ActionOrder {
        action: None,
        ..court_says(decision, dated)
    };
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice
            .decide(&order(Decision::Freed, "2026-03-02"), today)),
        ReleaseReason::NoSuchAction
    );
    town.court(0, &order(Decision::EnjoinAll { until: None }, "2026-03-02"));
    assert_eq!(town.held(), [ReleaseReason::Enjoined { until: None }]);
    let orders = std::mem::take(&mut town.case.people[0].notices[0].orders);
    assert_eq!(
        town.held(),
        [ReleaseReason::Enjoined { until: None }],
        "the state alone holds too"
    );
    town.case.people[0].notices[0].orders = orders;
    town.on("2026-03-09").court(0, &order(Decision::Freed, "2026-03-09"));
    assert_eq!(town.held(), [ReleaseReason::NotSent]);
}

#[test]
fn nobody_consents_or_is_redacted_past_a_pending_action() {
    let mut town = Town::ana_received("2026-03-02");
    town.sues(0, &action(Some("2026-03-02"), Some("2026-03-02")));
    let reason = pending("2026-03-02", "2026-03-02");
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice.redact_out(today, today)),
        reason
    );
    let consent = law::notice::Consent {
        on: day("2026-03-02"),
        by: Receiver::Person,
        identity_verified: true,
        audience: law::notice::Audience::Requester,
    };
    assert_eq!(
        town.refused(0, |notice, ana, today, _| notice.consent(ana, consent, today)),
        reason
    );
    town.case.people[0].person.police_affiliated = true;
    assert_eq!(town.held(), [reason], "not even an officer's suit is passed over");
}

#[test]
fn a_decision_that_freed_by_mistake_is_taken_back_and_the_action_is_pending_again() {
    let mut town = Town::ana_received("2026-03-02");
    town.on("2026-03-12")
        .sues(0, &action(Some("2026-03-12"), Some("2026-03-12")));
    town.on("2026-04-01")
        .court(0, &court_says(Decision::Freed, "2026-04-01"))
        .releases();
    assert_eq!(town.notice(0).frees_taken_back(0), Ok(false), "it closes");
    town.on("2026-04-02").happens(0, |notice, _, today, _| {
        notice.take_back_decision(0, "Another person's", today)
    });
    assert_eq!(town.state(0), NoticeStateKind::ActionPending);
    assert_eq!(town.held(), [pending("2026-03-12", "2026-03-12")]);
    assert_eq!(town.notice(0).orders.len(), 1, "what was entered stays");
    assert_eq!(
        town.refused(0, |notice, _, today, _| notice.take_back_decision(0, "Again", today)),
        ReleaseReason::NoSuchDecision
    );
    // The true decision is entered, and the days end by it.
    town.on("2026-04-10")
        .court(0, &court_says(Decision::Freed, "2026-04-09"))
        .releases();
    assert_eq!(town.state(0), NoticeStateKind::Clear);
}

#[test]
fn days_that_a_decision_closed_are_closed_anew_once_it_is_taken_back() {
    let mut town = Town::ana_received("2026-03-02");
    // Served too late to count, so nothing is pending without the decision.
    town.on("2026-03-13")
        .sues(0, &action(Some("2026-03-13"), Some("2026-03-13")));
    town.on("2026-03-16")
        .court(0, &court_says(Decision::EnjoinAll { until: None }, "2026-03-16"));
    town.on("2026-03-20")
        .court(0, &court_says(Decision::Freed, "2026-03-20"));
    assert_eq!(town.state(0), NoticeStateKind::Clear);
    // The injunction was another person's: without it and its end nobody has looked at the docket.
    assert_eq!(town.notice(0).frees_taken_back(0), Ok(false), "it was replaced");
    town.happens(0, |notice, _, today, _| {
        notice.take_back_decision(0, "Another's", today)
    });
    town.happens(0, |notice, _, today, _| {
        notice.take_back_decision(1, "Another's", today)
    });
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    assert_eq!(
        town.held(),
        [ReleaseReason::DocketUnchecked {
            from: day("2026-03-13")
        }]
    );
    town.clears(0).releases();
}

#[test]
fn a_decision_that_forbids_frees_once_two_have_taken_it_back() {
    let mut town = Town::ana_received("2026-03-02");
    let until = Some(day("2026-06-30"));
    town.on("2026-03-12")
        .sues(0, &action(Some("2026-03-12"), Some("2026-03-12")));
    let temporary = ActionOrder {
        ends_action: false,
        ..court_says(Decision::EnjoinAll { until }, "2026-03-12")
    };
    let part = court_says(
        Decision::EnjoinPart {
            spans: spans("50-70"),
            until: None,
        },
        "2026-04-01",
    );
    town.court(0, &temporary).on("2026-04-01").court(0, &part);
    assert_eq!(town.held(), [ReleaseReason::SpansRestrained { spans: spans("50-70") }]);
    assert_eq!(town.notice(0).frees_taken_back(1), Ok(true), "the part has no last day");
    // One person: what it forbids holds, what it had replaced stands again, and the action runs.
    town.happens(0, |notice, _, today, _| {
        notice.take_back_what_decision_freed(1, "Not this case", today)
    });
    assert_eq!(town.held(), [pending("2026-03-12", "2026-03-12")]);
    assert_eq!(town.notice(0).restraints().len(), 2);
    // Whoever asks is told what stands: the court's word, not an action that nobody else has said is open again.
    let (notice, today) = (town.notice(0), day("2026-04-01"));
    assert_eq!(
        notice.standing_on(false, today),
        Standing::Forbidden {
            parts: None,
            until: None
        }
    );
    assert_eq!(
        notice.stands_in_the_way(today).map(|bar| bar.reason),
        Some(ReleaseReason::Enjoined { until: None })
    );
    // A second person finds that it was no mistake: nothing is free by that word alone.
    let mut kept = town.notice(0).clone();
    kept = kept.keep_decision(1);
    assert_eq!(&kept, town.notice(0));
    town.happens(0, |notice, _, today, _| {
        notice.take_back_decision(1, "Not this case", today)
    });
    assert_eq!(town.notice(0).restraints(), [(None, until)]);
    assert_eq!(town.state(0), NoticeStateKind::EnjoinedAll);
    assert_eq!(town.notice(0).frees_taken_back(0), Ok(true));
    town.happens(0, |notice, _, today, _| {
        notice.take_back_decision(0, "Not this case", today)
    });
    assert_eq!(town.state(0), NoticeStateKind::ActionPending);
    assert_eq!(town.notice(0).standing_on(false, day("2026-04-01")), Standing::InCourt);
}

#[test]
fn an_injunction_of_nobody_here_leaves_the_person_their_days() {
    let mut town = Town::ana_received("2026-03-02");
    let order = ActionOrder {
        action: None,
        ..court_says(Decision::EnjoinAll { until: None }, "2026-03-03")
    };
    town.on("2026-03-03").court(0, &order);
    town.happens(0, |notice, _, today, _| {
        notice.take_back_what_decision_freed(0, "Another person's", today)
    });
    assert_eq!(town.held(), [ReleaseReason::Enjoined { until: None }]);
    // No mistake after all: it counts as it did.
    let kept = town.notice(0).clone().keep_decision(0);
    assert!(kept.orders[0].counts());
    town.happens(0, |notice, _, today, _| {
        notice.take_back_decision(0, "Another person's", today)
    });
    assert_eq!(town.state(0), NoticeStateKind::WindowOpen);
    assert_eq!(
        town.held(),
        [ReleaseReason::WindowOpen {
            last_day: day("2026-03-12")
        }]
    );
    town.on("2026-03-13").clears(0).releases();
}
