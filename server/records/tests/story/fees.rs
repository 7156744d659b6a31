//! What copies cost, from the estimate to the money that is given back: what each side says is kept, and read by those it is for.

use law::{
    bar::Reason,
    fee::{Calculation, FeeCategory, FeeLine},
    request::{Act, ActKind, Stage},
};
use office::desk::RequesterDesk as _;

use crate::support::{Town, WEDNESDAY, barred, message};

crate::on_both_engines!(
    a_fee_is_estimated_accepted_paid_in_two_parts_and_given_back,
    a_fee_that_is_challenged_stands_until_less_is_asked_or_it_is_waived,
);

/// An hour and a half at $23.50, and a disk for $12: $47.25.
fn lines() -> Vec<FeeLine> {
    let hours = Calculation::Hours {
        hundredths: 150,
        rate_cents: 2_350,
    };
    vec![
        FeeLine::worked_out(FeeCategory::StaffCopying, hours).unwrap(),
        FeeLine::amount(FeeCategory::Medium, 1_200),
    ]
}

fn pays(cents: u64) -> Act {
    Act::SettleFee {
        waived: false,
        received: None,
        cents: Some(cents),
        receipt: Some("2026-17".to_owned()),
    }
}

async fn a_fee_is_estimated_accepted_paid_in_two_parts_and_given_back(town: Town) {
    let cole = town.custodian().await;
    let ana = town.resident("Ana").files().await;
    let number = ana.number();
    let estimate = Act::EstimateFee { lines: lines() };
    cole.does(number, estimate).await.unwrap();
    assert_eq!(
        ana.status().await.stage,
        Stage::Received,
        "an estimate asks for nothing"
    );
    town.office.accept_fee(&ana.requester()).await.unwrap();
    let asked = Act::AskFee {
        lines: lines(),
        deposit_cents: Some(2_000),
    };
    cole.does(number, asked).await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::FeePending);
    let too_much = cole.does(number, pays(4_726)).await;
    assert_eq!(barred(too_much), Reason::PaymentTooLarge { cents: 4_725 });
    cole.does(number, pays(2_000)).await.unwrap();
    let state = cole.sees(number).await.state;
    assert_ne!(state.stage(), Stage::FeePending, "the deposit came: the work goes on");
    assert_eq!(state.account.balance_cents(&state.fee), 2_725);
    cole.does(number, pays(2_725)).await.unwrap();
    let given_back = Act::RefundFee {
        cents: 525,
        on: WEDNESDAY,
        receipt: None,
    };
    cole.does(number, given_back).await.unwrap();
    // Whoever looks from another program reads the same.
    let second = town.second_counter().await;
    let own = second.private(&ana.requester()).await.unwrap();
    assert_eq!(own.account.kept_cents(), 4_200);
    assert_eq!(
        own.account.payments.iter().map(|paid| paid.cents).collect::<Vec<_>>(),
        [2_000, 2_725]
    );
    town.is_sound().await;
}

async fn a_fee_that_is_challenged_stands_until_less_is_asked_or_it_is_waived(town: Town) {
    let cole = town.custodian().await;
    let ana = town.resident("Ana").files().await;
    let number = ana.number();
    let early = town.office.challenge_fee(&ana.requester(), message("Too much.")).await;
    assert_eq!(barred(early), Reason::NoFeeAsked);
    let asked = Act::AskFee {
        lines: lines(),
        deposit_cents: None,
    };
    cole.does(number, asked).await.unwrap();
    town.office
        .challenge_fee(&ana.requester(), message("Review is not a cost."))
        .await
        .unwrap();
    let seen = cole.sees(number).await;
    assert_eq!(seen.state.stage(), Stage::FeePending);
    assert!(seen.state.account.challenged_on.is_some());
    assert!(seen.messages.iter().any(|told| told.text.contains("Review")));
    let less = Act::AskFee {
        lines: vec![FeeLine::amount(FeeCategory::Medium, 1_200)],
        deposit_cents: None,
    };
    cole.does(number, less).await.unwrap();
    let waived = Act::SettleFee {
        waived: true,
        received: None,
        cents: None,
        receipt: None,
    };
    cole.does(number, waived).await.unwrap();
    let state = cole.sees(number).await.state;
    assert_eq!(state.fee.cents(), 0);
    assert!(!cole.could(number, ActKind::RefundFee).await, "nothing was paid");
    town.is_sound().await;
}
