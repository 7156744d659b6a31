//! Every term speaks both languages.

use law::{
    Date,
    bar::{Bar, Reason, Section},
    clock::{Clock, ClockEnd, ClockId, Ending},
    deadline::{DayOff, Span, Step},
    event::{ClockMoved, Event},
    fee::FeeCategory,
    hold::HoldKind,
    recording::{InactiveGround, NoRecordReason, RecordingStatus},
    request::{ActKind, Media, ReceiptMistake, Reception, ReplyChannel, Stage, Track, section},
    request_order::{CourtCase, PetitionEnd, Petitioner, Ruling},
    request_state::{AwaitedStep, Next, Party},
};
use office::{
    Lang,
    views::{Actor, Role},
};

use super::{LawWords, footage::dollars, rules, steps::HOLIDAYS};
use crate::DateWords;

const DAY: Date = Date::constant(2026, 2, 17);

/// Says it in both languages and checks that both say something of their own.
fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
    let said = [say(Lang::En), say(Lang::Es)];
    for words in &said {
        assert!(!words.trim().is_empty() && !words.contains("  "), "{words:?}");
        assert!(!words.chars().any(char::is_control), "{words:?}");
    }
    assert!(
        !said[0].contains(' ') || said[0] != said[1],
        "the same in both: {}",
        said[0]
    );
    said
}

/// A sentence: begins with a capital or a digit and ends with a full stop.
fn sentence(say: impl Fn(Lang) -> String) {
    for words in both(say) {
        assert!(words.ends_with('.'), "{words}");
        assert!(!words.starts_with(char::is_lowercase), "{words}");
        assert!(!words.contains(".."), "{words}");
    }
}

#[test]
fn every_short_term_speaks_both_languages() {
    for it in Stage::ALL {
        both(|lang| lang.stage(it).to_owned());
    }
    for it in Track::ALL {
        both(|lang| lang.track(it).to_owned());
    }
    for it in Media::ALL {
        both(|lang| lang.media(it).to_owned());
    }
    for it in Party::ALL {
        both(|lang| lang.who(it).to_owned());
    }
    for it in Role::ALL {
        both(|lang| lang.role(it).to_owned());
    }
    for it in [Actor::Requester, Actor::Custodian, Actor::Portal] {
        both(|lang| lang.actor(it).to_owned());
    }
    for it in ActKind::ALL {
        both(|lang| lang.act(it).to_owned());
    }
    for it in ClockId::ALL {
        both(|lang| lang.clock(it).to_owned());
    }
    for it in Ending::ALL {
        both(|lang| lang.ending(it).to_owned());
    }
    for it in InactiveGround::ALL {
        both(|lang| lang.ground(it).to_owned());
    }
    for it in HoldKind::ALL {
        both(|lang| lang.hold(it).to_owned());
    }
    for it in Ruling::ALL {
        both(|lang| lang.ruling(it).to_owned());
    }
    for it in Petitioner::ALL {
        both(|lang| lang.petitioner(it).to_owned());
    }
    for it in FeeCategory::ALL {
        both(|lang| lang.fee_category(it).to_owned());
    }
}

#[test]
fn a_hint_cites_the_section_of_its_act() {
    for act in ActKind::ALL {
        sentence(|lang| lang.act_hint(act).to_owned());
        for lang in Lang::ALL {
            assert!(lang.act_hint(act).contains(&*section(act).0), "{}", lang.act_hint(act));
        }
    }
}

#[test]
fn a_clock_says_what_it_is_and_under_which_section() {
    for clock in ClockId::ALL {
        sentence(|lang| lang.clock_duty(clock).to_owned());
        for lang in Lang::ALL {
            assert!(lang.clock_duty(clock).contains("(RSMo 610."));
        }
    }
}

/// Something awaited on a day long before its own, or long after.
fn awaited(what: AwaitedStep, by: Option<(ClockId, Date)>, overdue: bool) -> Next {
    Next {
        what,
        who: Party::Custodian,
        by,
        beside: None,
        today: Date::constant(if overdue { 2027 } else { 2025 }, 5, 4),
        overdue,
        since: Date::constant(2025, 1, 6),
        step_day: None,
        earlier_day: None,
    }
}

#[test]
fn what_who_and_by_when_is_a_sentence_for_every_case() {
    for what in AwaitedStep::ALL {
        let days = ClockId::ALL.map(|clock| Some((clock, DAY)));
        for by in days.into_iter().chain([None]) {
            for overdue in [false, true] {
                let next = awaited(what, by, overdue);
                sentence(|lang| lang.next_sentence(&next));
                both(|lang| lang.next_short(&next).to_owned());
                for lang in Lang::ALL {
                    assert_eq!(lang.next_sentence(&next).contains(&lang.day(DAY)), by.is_some());
                }
            }
        }
    }
}

#[test]
fn that_the_law_sets_no_day_never_stands_alone() {
    let says = |what: &AwaitedStep| !matches!(what, AwaitedStep::Nothing | AwaitedStep::CourtMatter);
    for what in AwaitedStep::ALL {
        let said = Lang::En.next_sentence(&awaited(what, None, false));
        assert_eq!(said.contains("The law sets no"), says(&what), "{said}");
    }
    for what in AwaitedStep::ALL.into_iter().filter(says) {
        for overdue in [false, true] {
            let without = awaited(what, None, overdue);
            let own = Next {
                step_day: Some(DAY),
                earlier_day: None,
                ..without.clone()
            };
            sentence(|lang| lang.next_sentence(&own));
            for lang in Lang::ALL {
                assert!(lang.next_sentence(&without).contains(&lang.day(without.since)));
                assert!(lang.next_sentence(&own).contains(&lang.day(DAY)));
            }
            assert!(!Lang::En.next_sentence(&own).contains("overdue"), "no day of the law's");
        }
    }
}

#[test]
fn a_day_that_runs_beside_is_said_too() {
    let next = Next {
        beside: Some((ClockId::C3, DAY)),
        ..awaited(
            AwaitedStep::Clarification,
            Some((ClockId::C6, Date::constant(2028, 5, 1))),
            true,
        )
    };
    let said = Lang::En.next_sentence(&next);
    assert!(said.contains("The last day is Monday, May 1, 2028"), "{said}");
    assert!(said.contains("This is overdue: the footage had to be given"), "{said}");
}

#[test]
fn a_day_set_by_the_law_is_not_called_a_promise() {
    let next = |clock| awaited(AwaitedStep::PromisedAct, Some((clock, DAY)), false);
    assert_eq!(Lang::En.next_short(&next(ClockId::C8)), "Custodian promised a day");
    assert_eq!(Lang::En.next_short(&next(ClockId::C3)), "Custodian must act");
}

#[test]
fn an_overdue_duty_is_said_plainly_with_the_remedy() {
    let next = awaited(AwaitedStep::Decision, Some((ClockId::C1, DAY)), true);
    let said = Lang::En.next_sentence(&next);
    assert!(
        said.contains("overdue") && said.contains("Tuesday, February 17, 2026") && said.contains("610.027"),
        "{said}"
    );
    assert!(Lang::Es.next_sentence(&next).contains("retraso"));
}

#[test]
fn every_bar_says_why_and_ends_with_its_section() {
    for reason in reasons() {
        let bar = Bar {
            reason,
            section: Section::of("RSMo 610.023"),
        };
        sentence(|lang| lang.bar(&bar));
        for lang in Lang::ALL {
            assert!(lang.bar(&bar).ends_with("(RSMo 610.023)."));
        }
    }
}

#[test]
fn every_event_is_a_sentence() {
    for event in events() {
        sentence(|lang| lang.event(&event));
    }
}

#[test]
fn every_status_of_the_footage_is_a_sentence() {
    let grounds = InactiveGround::ALL.map(|ground| RecordingStatus::InactiveOpen { ground, since: DAY });
    let others = [
        RecordingStatus::Undetermined,
        RecordingStatus::ActiveClosed { confirmed_on: DAY },
        RecordingStatus::NonpublicClosable,
        RecordingStatus::Reclosed { since: DAY },
        RecordingStatus::CourtOrdered { before: None },
        RecordingStatus::ConfidentialOther,
    ];
    for status in grounds.into_iter().chain(others) {
        sentence(|lang| lang.footage(&status));
    }
    for ground in InactiveGround::ALL {
        sentence(|lang| lang.ground_long(ground).to_owned());
    }
    for why in no_records() {
        sentence(|lang| lang.no_record(&why));
    }
}

#[test]
fn a_date_is_worked_out_in_sentences() {
    let off = [
        DayOff::Saturday,
        DayOff::Sunday,
        DayOff::Holiday {
            name: "lincoln".to_owned(),
            observed: true,
        },
        DayOff::Holiday {
            name: "truman".to_owned(),
            observed: false,
        },
        DayOff::Closure {
            reason: "snow".to_owned(),
        },
    ];
    for why in off {
        both(|lang| lang.day_off(&why));
        sentence(|lang| {
            lang.step(&Step::Skipped {
                on: DAY,
                why: why.clone(),
            })
        });
        sentence(|lang| {
            lang.step(&Step::Rolled {
                from: DAY,
                why: why.clone(),
            })
        });
    }
    for span in [
        Span::BusinessDays(1),
        Span::BusinessDays(3),
        Span::Days(1),
        Span::Days(10),
        Span::Months(1),
        Span::Months(6),
        Span::Years(1),
        Span::Years(2),
    ] {
        both(|lang| lang.span(span));
        sentence(|lang| {
            lang.step(&Step::Added {
                span,
                to: DAY,
                clamped: false,
            })
        });
        sentence(|lang| {
            lang.step(&Step::Added {
                span,
                to: DAY,
                clamped: true,
            })
        });
    }
    sentence(|lang| {
        lang.step(&Step::LocalDay {
            on: DAY,
            zone: "America/Chicago".to_owned(),
        })
    });
    sentence(|lang| lang.step(&Step::FirstDayExcluded { on: DAY }));
    sentence(|lang| lang.step(&Step::Counted { on: DAY, number: 1 }));
    sentence(|lang| lang.step(&Step::DayAfter { on: DAY }));
}

#[test]
fn every_holiday_and_every_rule_has_its_name() {
    for (key, _) in HOLIDAYS {
        both(|lang| lang.holiday(key));
    }
    assert_eq!(Lang::En.holiday("founders_day"), "founders day");
    for (rule, _) in rules::TITLES {
        both(|lang| lang.rule_title(rule).unwrap_or_default().to_owned());
    }
    assert_eq!(Lang::En.rule_title("NO_SUCH_RULE"), None);
}

#[test]
fn every_rule_of_the_table_of_deadlines_has_a_title() {
    for line in include_str!("../../../law/tests/deadlines.csv").lines().skip(1) {
        let rule = line.split(',').next().unwrap_or_default();
        assert!(
            rule.is_empty() || Lang::Es.rule_title(rule).is_some(),
            "{rule} has no title"
        );
    }
}

#[test]
fn amounts_are_dollars_and_cents() {
    assert_eq!(dollars(5), "$0.05");
    assert_eq!(dollars(1250), "$12.50");
    assert_eq!(dollars(123_456_789), "$1,234,567.89");
}

fn no_records() -> [NoRecordReason; 5] {
    [
        NoRecordReason::NotMade,
        NoRecordReason::Deleted { on: DAY },
        NoRecordReason::DeletedInBreach { on: DAY },
        NoRecordReason::OtherAgency,
        NoRecordReason::NotFound,
    ]
}

fn reasons() -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Stage::ALL.map(|stage| Reason::WrongStage { stage }).into();
    reasons.extend([
        Reason::NoFeeAsked,
        Reason::RateAboveAverage { at_most_cents: 2_350 },
        Reason::DepositTooLarge { cents: 1250 },
        Reason::PaymentTooLarge { cents: 1250 },
        Reason::LessThanDue { cents: 1250 },
        Reason::RefundTooLarge { cents: 1250 },
        Reason::NoOrderEntered,
        Reason::NothingToTakeBack,
        Reason::ReceivedByPortal,
        Reason::ReceivedAfterEntry { entered: DAY },
        Reason::BeforeAsked { asked: DAY },
        Reason::CameLate { last_day: DAY },
        Reason::BeforeFiling { filed: DAY },
        Reason::CaseSaysSo,
        Reason::CaseNotFiled,
        Reason::CaseEnded,
        Reason::CaseNotDecided,
        Reason::NoOrderToStay,
        Reason::NotStayed,
        Reason::NotSealed,
        Reason::BeforeSeal { dated: DAY },
        Reason::NoSuchEntry,
        Reason::OrderStands,
        Reason::OrderMistaken,
        Reason::BeforeIncident { incident: DAY },
        Reason::TimeNotExpired { last_day: DAY },
        Reason::DeletedTooSoon { kept_until: DAY },
        Reason::DeletedWhileHeld { received: DAY },
        Reason::AlreadyDone,
        Reason::Ended,
        Reason::InvestigationActive,
        Reason::Reclosed,
        Reason::ConfidentialOther,
        Reason::NonpublicClosed,
        Reason::StatusUnknown,
        Reason::InvestigationNotActive,
        Reason::PromiseNotAhead { earliest: DAY },
        Reason::PromiseTooFar { latest: DAY },
        Reason::RecordingDeleted { on: DAY },
        Reason::InFuture { latest: DAY },
        Reason::BeforeReceipt { received: DAY },
        Reason::OrderNotVerified,
        Reason::SamePerson,
        Reason::OnRecording,
        Reason::SuitPending,
        Reason::NotLapsedYet { last_day: DAY },
        Reason::LapseNotAnnounced,
        Reason::NothingDenied,
        Reason::FeeCategoryNotAllowed,
        Reason::FeeUnsettled,
        Reason::RedactionUnapproved,
        Reason::RedactionNotBegun,
        Reason::NoticeOpen,
        Reason::MotionLate { last_day: DAY },
        Reason::WrongTrack,
        Reason::ProvisionNotNamed,
    ]);
    reasons
}

#[expect(clippy::too_many_lines, reason = "one list, an entry for each event")]
fn events() -> Vec<Event> {
    let clock = |id| Clock {
        id,
        rule: "R".to_owned(),
        start: DAY,
        due: DAY,
        outer: Some(DAY),
        ended: None,
    };
    let mut events: Vec<Event> = Track::ALL.map(|track| Event::Filed { track, received: None }).into();
    events.extend(ReplyChannel::ALL.map(|channel| Event::Filed {
        track: Track::Public,
        received: Some(Reception { on: DAY, channel }),
    }));
    events.push(Event::CodeReissued);
    events.extend(ReceiptMistake::ALL.map(|why| Event::ReceiptCorrected {
        entry: 1,
        was: DAY,
        received: Reception {
            on: DAY,
            channel: ReplyChannel::Letter,
        },
        why,
        clocks: vec![ClockMoved {
            was: DAY,
            clock: clock(ClockId::C1),
        }],
    }));
    for kind in HoldKind::ALL {
        events.extend([Event::HoldPlaced { kind }, Event::HoldEnds { kind, last_day: DAY }]);
    }
    for id in ClockId::ALL {
        events.push(Event::ClockStarted { clock: clock(id) });
        events.extend(Ending::ALL.map(|how| Event::ClockEnded {
            clock: id,
            due: DAY,
            how,
        }));
    }
    events.extend(InactiveGround::ALL.map(|ground| Event::BecameInactive { ground, since: DAY }));
    events.extend(Petitioner::ALL.map(|by| Event::CourtAsked {
        by,
        filed_on: DAY,
        case: None,
    }));
    events.extend(Ruling::ALL.map(|ruling| Event::OrderVerified {
        ruling,
        dated: DAY,
        case: None,
    }));
    events.extend(law::court::EntryKind::ALL.into_iter().flat_map(|kind| {
        [true, false].map(|corrected| Event::CourtEntered {
            kind,
            on: DAY,
            case: CourtCase {
                court: "Circuit Court".into(),
                number: "2616-CV01234".into(),
            },
            corrected,
        })
    }));
    events.push(Event::CourtMatter);
    events.extend(no_records().map(|why| Event::NoRecord { why }));
    events.extend([true, false].map(|waived| Event::FeeSettled {
        waived,
        received: None,
        cents: None,
        left_cents: 0,
        receipt: None,
    }));
    events.extend(ReplyChannel::ALL.map(|channel| Event::AnswerRecorded {
        received: Reception { on: DAY, channel },
    }));
    events.extend(ReplyChannel::ALL.map(|channel| Event::FeeSettled {
        waived: false,
        received: Some(Reception { on: DAY, channel }),
        cents: None,
        left_cents: 0,
        receipt: None,
    }));
    events.extend(PetitionEnd::ALL.map(|how| Event::PetitionEnded {
        how,
        on: DAY,
        stage: Stage::UnderReview,
    }));
    events.extend(ActKind::ALL.map(|act| Event::TakenBack {
        entry: 7,
        act,
        stage: Stage::UnderReview,
    }));
    events.extend(ClockId::ALL.map(|id| Event::ClockResumed {
        clock: clock(id),
        was: ClockEnd {
            on: DAY,
            how: Ending::Met,
        },
    }));
    events.extend([true, false].map(|partial| Event::Released { partial }));
    events.extend([
        Event::Acknowledged,
        Event::ClarificationAsked { last_day: DAY },
        Event::ClarificationAnswered,
        Event::CourtAsked {
            by: Petitioner::Agency,
            filed_on: DAY,
            case: Some(CourtCase {
                court: "Circuit Court".into(),
                number: "2616-CV01234".into(),
            }),
        },
        Event::DelayExplained {
            promised: DAY,
            again: 0,
        },
        Event::DelayExplained {
            promised: DAY,
            again: 2,
        },
        Event::FeeAsked {
            cents: 1250,
            last_day: DAY,
            lines: Vec::new(),
            deposit_cents: None,
            anew: false,
        },
        Event::FeeAsked {
            cents: 1250,
            last_day: DAY,
            lines: Vec::new(),
            deposit_cents: Some(600),
            anew: true,
        },
        Event::FeeEstimated {
            cents: 1250,
            lines: Vec::new(),
        },
        Event::FeeAccepted,
        Event::FeeChallenged,
        Event::RequestNarrowed,
        Event::FeeRefunded {
            cents: 400,
            on: DAY,
            receipt: Some("R-17".to_owned()),
        },
        Event::FeeSettled {
            waived: false,
            received: None,
            cents: Some(600),
            left_cents: 650,
            receipt: Some("R-16".to_owned()),
        },
        Event::ClosedActive { confirmed_on: DAY },
        Event::ActiveConfirmed { confirmed_on: DAY },
        Event::Reclosed { since: DAY },
        Event::OrderEntered { dated: DAY, case: None },
        Event::Denied {
            provision: Section::of("RSMo 610.021(14)"),
        },
        Event::GroundsAsked,
        Event::GroundsGiven,
        Event::CustodianWrote,
        Event::RequesterWrote,
        Event::Withdrawn,
        Event::Lapsed,
        Event::LapseExtended { last_day: DAY },
        Event::Reopened,
        Event::RedactionStarted,
        Event::RedactionApproved,
        Event::GateOpened,
    ]);
    events
}
