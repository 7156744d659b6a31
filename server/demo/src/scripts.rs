//! How requests go. Each script is a list of acts with the days between them; the law decides what
//! becomes of each.

use jiff::{
    ToSpan as _,
    civil::{Date, Weekday},
};
use law::{
    bar::Section,
    fee::{FeeCategory, FeeLine},
    recording::{InactiveGround, NoRecordReason},
    request::Act,
    request_order::{Petition, Petitioner, RequestOrder, Ruling},
};

use super::chance::Random;

/// Who acts.
#[derive(Clone, Copy)]
pub(super) enum ScriptActor {
    Requester,
    Custodian,
    Reviewer,
    Portal,
}

/// One act.
#[derive(Clone, Copy)]
pub(super) struct Step {
    /// Days since the step before.
    pub days: u16,
    pub by: ScriptActor,
    /// The act, on its day.
    pub act: fn(Date) -> Act,
    pub text: Option<&'static str>,
    pub then: Option<&'static str>,
}

/// What will happen to a request.
pub(super) struct Script {
    /// Which custodian works on it.
    pub custodian: usize,
    pub steps: Vec<Step>,
}

const fn step(days: u16, by: ScriptActor, act: fn(Date) -> Act) -> Step {
    Step {
        days,
        by,
        act,
        text: None,
        then: None,
    }
}

impl Step {
    const fn saying(self, text: &'static str) -> Self {
        Self {
            text: Some(text),
            ..self
        }
    }

    const fn next(self, then: &'static str) -> Self {
        Self {
            then: Some(then),
            ..self
        }
    }
}

const TAKEN_UP: Step = step(1, ScriptActor::Custodian, |_| Act::Acknowledge);
const TAKEN_UP_LATE: Step = step(8, ScriptActor::Custodian, |_| Act::Acknowledge);
const CLOSED: Step = step(1, ScriptActor::Custodian, |today| Act::CloseActive {
    confirmed_on: today,
});
const CONFIRMED: Step = step(88, ScriptActor::Custodian, |today| Act::CloseActive {
    confirmed_on: today,
});
const OPENED: Step = step(40, ScriptActor::Custodian, |today| Act::RecordInactive {
    ground: InactiveGround::NotPursued,
    since: today,
});
const OPENED_SOON: Step = step(12, ScriptActor::Custodian, |today| Act::RecordInactive {
    ground: InactiveGround::NotPursued,
    since: today,
});
const FINAL: Step = step(40, ScriptActor::Custodian, |today| Act::RecordInactive {
    ground: InactiveGround::ConvictionsFinal,
    since: today,
});
const ASKED: Step = step(1, ScriptActor::Custodian, |_| Act::AskClarification)
    .saying("Which side of the street was it, and roughly at what time?");
const ANSWERED: Step =
    step(9, ScriptActor::Requester, |_| Act::AnswerClarification).saying("On the north side, shortly after nine.");
const LAPSED: Step = step(93, ScriptActor::Portal, |_| Act::Lapse { notice_given: None });
const DELAYED: Step = step(1, ScriptActor::Custodian, |today| Act::ExplainDelay {
    promised: today.checked_add(25.days()).unwrap_or(today),
})
.saying("The recordings of that week are on a system that is being moved; we can search it then.");
const NOT_MADE: Step = step(2, ScriptActor::Custodian, |_| Act::FindNoRecord {
    why: NoRecordReason::NotMade,
})
.saying("No officer who wears a camera was there at that time.");
const NOT_FOUND: Step = step(2, ScriptActor::Custodian, |_| Act::FindNoRecord {
    why: NoRecordReason::NotFound,
})
.saying("A search by place, day and time found nothing.");
/// Days before this answer on which the footage was deleted: at most a week lies between filing and answer.
const GONE: i64 = 10;
const DELETED: Step = step(2, ScriptActor::Custodian, |today| Act::FindNoRecord {
    why: NoRecordReason::Deleted {
        on: today.checked_sub(GONE.days()).unwrap_or(today),
    },
})
.saying("The footage reached the end of its retention before anybody asked for it.");
const DENIED: Step = step(2, ScriptActor::Custodian, |_| Act::Deny {
    provision: Section::of("RSMo 211.321.3"),
})
.saying("The footage is part of a juvenile record, which only a court can open.")
.next("You can ask the juvenile court for access.");
const GROUNDS_ASKED: Step = step(3, ScriptActor::Requester, |_| Act::AskGrounds);
const GROUNDS_GIVEN: Step = step(2, ScriptActor::Custodian, |_| Act::GiveGrounds)
    .saying("Section 211.321.3 keeps records of juveniles closed except by order of the court.");
const WROTE: Step = step(4, ScriptActor::Requester, |_| Act::Write).saying("Is there any news about my request?");
const REPLIED: Step = step(1, ScriptActor::Custodian, |_| Act::Reply)
    .saying("Not yet; the date on the page of your request still stands.");
const WITHDRAWN: Step = step(5, ScriptActor::Requester, |_| Act::Withdraw);
const REOPENED: Step =
    step(20, ScriptActor::Custodian, |_| Act::Reopen).saying("A recording was found on another officer's camera.");
const FEE: Step = step(3, ScriptActor::Custodian, |_| Act::AskFee {
    lines: vec![
        FeeLine {
            category: FeeCategory::Copy,
            cents: 500,
            by: None,
        },
        FeeLine {
            category: FeeCategory::StaffCopying,
            cents: 1850,
            by: None,
        },
    ],
    deposit_cents: None,
})
.saying("Copying takes about an hour of staff time.");
const PAID: Step = step(7, ScriptActor::Custodian, |_| Act::SettleFee {
    waived: false,
    received: None,
    cents: None,
    receipt: None,
});
const WAIVED: Step = step(4, ScriptActor::Custodian, |_| Act::SettleFee {
    waived: true,
    received: None,
    cents: None,
    receipt: None,
});
const PETITION: Step = step(50, ScriptActor::Custodian, |today| Act::RecordPetition {
    petition: Petition {
        by: Petitioner::Requester,
        court: "Circuit Court of Example County".into(),
        case_number: "26EX-CV00001".into(),
        filed_on: today.checked_sub(4.days()).unwrap_or(today),
        served_on: Some(today.checked_sub(1.days()).unwrap_or(today)),
    },
});
const ORDER: Step = step(45, ScriptActor::Custodian, |today| Act::EnterOrder {
    order: order(today, Ruling::Disclose),
});
const ORDER_IN_PART: Step = step(45, ScriptActor::Custodian, |today| Act::EnterOrder {
    order: order(today, Ruling::DiscloseInPart),
});
const ORDER_AGAINST: Step = step(45, ScriptActor::Custodian, |today| Act::EnterOrder {
    order: order(today, Ruling::Refuse),
});
const VERIFIED: Step = step(1, ScriptActor::Reviewer, |_| Act::VerifyOrder { same_person: false });

fn order(today: Date, ruling: Ruling) -> RequestOrder {
    RequestOrder {
        court: "Circuit Court of Example County".into(),
        case_number: "26EX-CV00001".into(),
        dated: today.checked_sub(1.days()).unwrap_or(today),
        ruling,
        register: None,
    }
}

/// Scripts, each as often as its number says.
const SCRIPTS: [(u32, &[Step]); 19] = [
    (18, &[TAKEN_UP, CLOSED, CONFIRMED, WROTE, REPLIED, CONFIRMED, CONFIRMED]),
    (
        8,
        &[
            TAKEN_UP,
            CLOSED,
            CONFIRMED,
            GROUNDS_ASKED,
            GROUNDS_GIVEN,
            CONFIRMED,
            OPENED,
        ],
    ),
    (6, &[TAKEN_UP, CLOSED, WROTE, REPLIED, CONFIRMED, FINAL, FEE, PAID]),
    (9, &[TAKEN_UP, OPENED_SOON]),
    (9, &[TAKEN_UP, ASKED, ANSWERED, CLOSED, CONFIRMED, CONFIRMED]),
    (5, &[TAKEN_UP, ASKED, ANSWERED, NOT_FOUND]),
    (6, &[TAKEN_UP, ASKED, LAPSED]),
    (9, &[TAKEN_UP, DELAYED, WROTE, REPLIED, CLOSED, CONFIRMED, CONFIRMED]),
    (3, &[TAKEN_UP_LATE, DELAYED, WROTE]),
    (8, &[TAKEN_UP, WROTE, REPLIED, NOT_MADE]),
    (3, &[TAKEN_UP, DELETED, GROUNDS_ASKED, WROTE, REPLIED]),
    (6, &[TAKEN_UP, DENIED, GROUNDS_ASKED, GROUNDS_GIVEN]),
    (4, &[TAKEN_UP, CLOSED, PETITION, ORDER, VERIFIED]),
    (2, &[TAKEN_UP, CLOSED, PETITION, ORDER_IN_PART, VERIFIED]),
    (3, &[TAKEN_UP_LATE, CLOSED, PETITION, ORDER_AGAINST, VERIFIED]),
    (3, &[TAKEN_UP, WROTE, REPLIED, WITHDRAWN]),
    (3, &[TAKEN_UP, FEE, WAIVED, WROTE, REPLIED, CLOSED, CONFIRMED]),
    (2, &[TAKEN_UP, FEE, LAPSED]),
    (2, &[TAKEN_UP, NOT_FOUND, REOPENED, CLOSED, CONFIRMED]),
];

impl Script {
    /// Whether the footage has to be so old that its retention had run out when it was asked for.
    pub(super) fn asks_too_late(&self) -> bool {
        let asks = |step: &Step| {
            let act = (step.act)(Date::constant(2026, 1, 5));
            matches!(
                act,
                Act::FindNoRecord {
                    why: NoRecordReason::Deleted { .. }
                }
            )
        };
        self.steps.iter().any(asks)
    }

    /// One of the scripts.
    pub(super) fn drawn(chance: &mut Random) -> Self {
        let all: u32 = SCRIPTS.iter().map(|(weight, _)| weight).sum();
        let mut drawn = chance.below(all);
        let mut steps = SCRIPTS[0].1;
        for (weight, script) in SCRIPTS {
            if drawn < weight {
                steps = script;
                break;
            }
            drawn -= weight;
        }
        let custodian = usize::from(chance.chance(40));
        Self {
            custodian,
            steps: steps.to_vec(),
        }
    }
}

/// Whether the office is closed for the weekend.
pub(super) fn weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
