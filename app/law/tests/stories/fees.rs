//! What copies cost: the arithmetic, and each way from an estimate to a refund.

use law::{
    bar::Reason,
    clock::ClockId,
    event::Event,
    fee::{Calculation, Fee, FeeCategory, FeeLaw, FeeLine, sum_cents},
    request::{Act, Stage, Track},
};
use proptest::prelude::*;

use super::support::{Desk, day, kansas_city};

fn staff_time(hundredths: u32, rate_cents: u32) -> FeeLine {
    FeeLine::worked_out(FeeCategory::StaffCopying, Calculation::Hours { hundredths, rate_cents }).expect("fits")
}

/// An hour and a half at $23.50, and a disk for $12.
fn lines() -> Vec<FeeLine> {
    vec![staff_time(150, 2_350), FeeLine::amount(FeeCategory::Medium, 1_200)]
}

fn ask(deposit_cents: Option<u64>) -> Act {
    Act::AskFee {
        lines: lines(),
        deposit_cents,
    }
}

fn pay(cents: Option<u64>) -> Act {
    Act::SettleFee {
        waived: false,
        received: None,
        cents,
        receipt: Some("2026-17".to_owned()),
    }
}

fn days_to_pay(desk: &Desk) -> Option<law::Date> {
    desk.state.running(ClockId::C6).map(|clock| clock.due)
}

#[test]
fn hours_times_rate_is_exact_and_a_part_of_a_cent_is_left_out() {
    assert_eq!(staff_time(150, 2_350).cents, 3_525);
    assert_eq!(staff_time(33, 1_999).cents, 659, "6.5967 dollars");
    assert_eq!(sum_cents(&lines()), 4_725);
    let pieces = Calculation::Pieces {
        number: 3,
        each_cents: 1_005,
    };
    assert_eq!(pieces.cents(), Some(3_015));
}

#[test]
fn an_amount_that_its_calculation_does_not_give_is_not_asked_for() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let mut wrong = lines();
    wrong[0].cents += 1;
    let ask = Act::AskFee {
        lines: wrong,
        deposit_cents: None,
    };
    assert_eq!(desk.refused("2026-03-03", &ask), Reason::FeeCategoryNotAllowed);
}

#[test]
fn no_hour_costs_more_than_the_average_pay_where_the_profile_says_it() {
    let law = FeeLaw {
        hourly_at_most_cents: Some(2_350),
        ..kansas_city().fee_law()
    };
    assert_eq!(law.allows(&lines()), Ok(()));
    let above = law.allows(&[staff_time(100, 2_351)]).expect_err("above the average");
    assert_eq!(above.reason, Reason::RateAboveAverage { at_most_cents: 2_350 });
}

#[test]
fn an_estimate_asks_for_nothing_and_starts_no_day() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    assert_eq!(desk.refused("2026-03-03", &Act::AcceptFee), Reason::NoFeeAsked);
    desk.act("2026-03-03", &Act::EstimateFee { lines: lines() });
    assert_eq!((desk.state.stage(), days_to_pay(&desk)), (Stage::Received, None));
    assert!(desk.state.running(ClockId::C1).is_some(), "an estimate is no answer");
    desk.act("2026-03-03", &Act::AcceptFee);
    assert_eq!(desk.refused("2026-03-03", &Act::AcceptFee), Reason::AlreadyDone);
    desk.act("2026-03-04", &ask(None));
    assert_eq!(
        desk.state.account.accepted_on, None,
        "the fee itself is not accepted yet"
    );
}

#[test]
fn a_challenge_stops_no_clock_and_closes_nothing_and_who_asks_for_less_has_the_full_days_again() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    desk.act("2026-03-03", &ask(None));
    let last_day = days_to_pay(&desk);
    desk.act("2026-03-20", &Act::ChallengeFee);
    assert_eq!(desk.events, [Event::FeeChallenged]);
    assert_eq!((desk.state.stage(), days_to_pay(&desk)), (Stage::FeePending, last_day));
    desk.act("2026-03-21", &Act::NarrowRequest);
    assert_eq!((desk.state.stage(), days_to_pay(&desk)), (Stage::FeePending, None));
    let less = Act::AskFee {
        lines: vec![FeeLine::amount(FeeCategory::Medium, 1_200)],
        deposit_cents: None,
    };
    desk.act("2026-03-23", &less);
    assert!(days_to_pay(&desk) > last_day);
    assert!(
        matches!(
            &desk.events[0],
            Event::FeeAsked {
                cents: 1_200,
                anew: true,
                ..
            }
        ),
        "{:?}",
        desk.events
    );
}

#[test]
fn a_fee_asked_anew_never_gives_fewer_days_and_counts_what_was_paid() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let long = Act::AskFee {
        lines: vec![FeeLine::amount(FeeCategory::Programming, 100_001)],
        deposit_cents: None,
    };
    desk.act("2026-03-03", &long);
    let last_day = days_to_pay(&desk).expect("150 days");
    desk.act("2026-03-04", &pay(Some(1_000)));
    assert_eq!(
        days_to_pay(&desk),
        Some(last_day),
        "what is paid in part leaves the days"
    );
    desk.act("2026-03-05", &ask(None));
    assert_eq!(days_to_pay(&desk), Some(last_day));
    assert_eq!(desk.state.account.balance_cents(&desk.state.fee), 3_725);
    assert_eq!(desk.refused("2026-03-05", &ask(None)), Reason::AlreadyDone);
}

#[test]
fn after_the_deposit_the_work_goes_on_and_the_rest_is_paid_before_delivery() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    assert_eq!(
        desk.refused("2026-03-03", &ask(Some(4_726))),
        Reason::DepositTooLarge { cents: 4_725 }
    );
    desk.act("2026-03-03", &ask(Some(2_000))).act("2026-03-09", &pay(None));
    assert_eq!((desk.state.stage(), days_to_pay(&desk)), (Stage::UnderReview, None));
    assert!(desk.state.fee.unsettled(), "the rest holds the delivery");
    assert_eq!(
        desk.refused("2026-03-10", &pay(Some(2_726))),
        Reason::PaymentTooLarge { cents: 2_725 }
    );
    desk.act("2026-03-10", &pay(None));
    assert_eq!(desk.state.fee, Fee::Paid { on: day("2026-03-10") });
    assert_eq!(desk.state.account.kept_cents(), 4_725);
}

#[test]
fn what_was_not_used_is_given_back_and_a_second_fee_follows_the_first() {
    let mut desk = Desk::filed(Track::Public, "2026-03-02");
    let refund = |cents| Act::RefundFee {
        cents,
        on: day("2026-03-12"),
        receipt: None,
    };
    assert_eq!(
        desk.refused("2026-03-12", &refund(1)),
        Reason::RefundTooLarge { cents: 0 }
    );
    desk.act("2026-03-03", &ask(None))
        .act("2026-03-09", &pay(None))
        .act("2026-03-12", &refund(725));
    assert_eq!(
        desk.refused("2026-03-12", &refund(4_001)),
        Reason::RefundTooLarge { cents: 4_000 }
    );
    assert!(matches!(desk.state.fee, Fee::Paid { .. }), "nothing is owed again");
    desk.act("2026-03-16", &ask(None));
    assert_eq!(desk.state.account.balance_cents(&desk.state.fee), 4_725);
    desk.act("2026-03-17", &Act::TakeBack { entry: 9 });
    assert!(matches!(desk.state.fee, Fee::Paid { .. }));
    desk.act("2026-03-17", &Act::TakeBack { entry: 7 });
    assert_eq!(desk.state.account.kept_cents(), 4_725, "the refund was a slip");
}

proptest! {
    #[test]
    fn a_sum_is_exactly_that_of_its_lines_and_no_line_more_than_it_cost(
        typed in prop::collection::vec((0_u32..1_000_000, 0_u32..100_000, any::<bool>()), 1..6),
    ) {
        let lines: Vec<FeeLine> = typed
            .iter()
            .filter_map(|(times, cents, of_time)| {
                let (category, by) = if *of_time {
                    (FeeCategory::StaffCopying, Calculation::Hours { hundredths: *times, rate_cents: *cents })
                } else {
                    (FeeCategory::Copy, Calculation::Pieces { number: *times % 1_000, each_cents: *cents })
                };
                FeeLine::worked_out(category, by)
            })
            .collect();
        let mut sum = 0_u128;
        for line in &lines {
            // In ten-thousandths of a dollar, which needs no rounding.
            let exact = match line.by.expect("worked out") {
                Calculation::Hours { hundredths, rate_cents } => u128::from(hundredths) * u128::from(rate_cents),
                Calculation::Pieces { number, each_cents } => u128::from(number) * u128::from(each_cents) * 100,
            };
            let asked = u128::from(line.cents) * 100;
            prop_assert!(asked <= exact && exact - asked < 100, "{asked} {exact}");
            sum += u128::from(line.cents);
        }
        prop_assert_eq!(u128::from(sum_cents(&lines)), sum);
    }
}
