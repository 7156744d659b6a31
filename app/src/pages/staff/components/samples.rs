//! A made-up request, with what belongs to it.

use law::{
    Date,
    clock::{Clock, ClockEnd, ClockId, Ending},
    deadline::Deadline,
    event::Event,
    fee::{Calculation, Fee, FeeAccount, FeeCategory, FeeLine, Payment},
    hold::{ClockChange, HoldKind},
    objection::{Ask, Ground, Objection, ObjectionAnswer, Relief},
    person::Receiver,
    recording::RecordingStatus,
    redaction::RedactionKind,
    request::{ActKind, Media, Stage, Track},
    request_state::{AwaitedStep, Next, Party},
};
use office::{
    TrackingNumber,
    views::{
        Actor, ClockView, DocketLine, HeldView, MessageView, ObjectionView, Paper, PublicStatus, RelationProof,
        ReleasedView, WithheldPart,
    },
};
use texts::ComponentWords;

use crate::context::{lang, office};

/// The day of everything.
pub const TODAY: Date = Date::constant(2026, 2, 11);

/// An access code that opens nothing.
pub const ACCESS_CODE: &str = "0000-0000-0000-0000";

fn fee_lines() -> Vec<FeeLine> {
    let time = Calculation::Hours {
        hundredths: 150,
        rate_cents: 2_350,
    };
    let time = FeeLine::worked_out(FeeCategory::StaffCopying, time);
    let disk = FeeLine::amount(FeeCategory::Medium, 600);
    time.into_iter().chain([disk]).collect()
}

/// A fee that is asked for.
pub fn fee() -> Fee {
    Fee::Asked {
        lines: fee_lines(),
        on: TODAY,
    }
}

/// An estimate alone.
pub fn estimated() -> FeeAccount {
    FeeAccount {
        estimate: Some((fee_lines(), TODAY)),
        accepted_on: Some(TODAY),
        ..FeeAccount::default()
    }
}

/// A deposit that was paid, something given back, and a challenge.
pub fn account() -> FeeAccount {
    let money = |cents, receipt: Option<&str>| Payment {
        cents,
        on: TODAY,
        receipt: receipt.map(str::to_owned),
    };
    FeeAccount {
        deposit_cents: Some(2_000),
        challenged_on: Some(TODAY),
        payments: vec![money(2_000, Some("2026-17"))],
        refunds: vec![money(100, None)],
        ..FeeAccount::default()
    }
}

fn tracking_number() -> TrackingNumber {
    TrackingNumber::make("KC", 2026, 0)
}

/// Its number.
pub fn number() -> String {
    tracking_number().to_string()
}

/// The hash of a file that is not there.
pub fn sha256() -> String {
    "0123456789abcdef".repeat(4)
}

/// The first rule of the place, worked out.
pub fn deadline() -> Option<Deadline> {
    let office = office();
    let profile = office.profile();
    let rule = profile.rules().first()?;
    profile.deadline(&rule.name, &TODAY.to_string(), &[]).ok()
}

/// A clock that runs, one that was met late, and one of the agency's own promise.
pub fn clocks() -> Vec<ClockView> {
    let view = |id, ended, deadline| ClockView {
        moved_from: None,
        unheeded: Vec::new(),
        clock: Clock {
            id,
            rule: String::new(),
            start: TODAY,
            due: TODAY,
            outer: None,
            ended,
        },
        deadline,
        days_left: 3,
        late: ended.is_some(),
    };
    let met = ClockEnd {
        on: TODAY,
        how: Ending::Met,
    };
    vec![
        view(ClockId::C1, None, deadline()),
        view(ClockId::C3, Some(met), deadline()),
        view(ClockId::C8, None, None),
    ]
}

/// What happened.
pub fn docket() -> Vec<DocketLine> {
    let line = |seq, on, by, event| DocketLine { seq, on, by, event };
    let hold = Event::HoldPlaced {
        kind: HoldKind::Request,
    };
    vec![
        line(
            1,
            TODAY,
            Actor::Requester,
            Event::Filed {
                track: Track::Public,
                received: None,
            },
        ),
        line(2, TODAY, Actor::Portal, hold),
        line(3, Date::constant(2026, 2, 17), Actor::Requester, Event::Withdrawn),
    ]
}

/// Where it stands.
pub fn status() -> PublicStatus {
    PublicStatus {
        number: tracking_number(),
        received_on: TODAY,
        track: Track::Public,
        media: vec![Media::BodyWorn],
        division: Some("Metro".to_owned()),
        incident_month: "2026-01".to_owned(),
        today: TODAY,
        stage: Stage::Received,
        next: Next {
            what: AwaitedStep::Acknowledgement,
            who: Party::Custodian,
            by: Some((ClockId::C1, Date::constant(2026, 2, 17))),
            beside: None,
            today: TODAY,
            overdue: false,
            since: TODAY,
            step_day: None,
            earlier_day: None,
        },
        footage: RecordingStatus::Undetermined,
        held_until: None,
        clocks: clocks(),
        docket: docket(),
        video: None,
    }
}

/// A question and its answer.
pub fn messages() -> Vec<MessageView> {
    let message = |by, act| MessageView {
        on: TODAY,
        by,
        act,
        text: lang().sample_text().to_owned(),
        taken_back: None,
        papers: Vec::new(),
    };
    vec![
        message(Actor::Custodian, ActKind::AskClarification),
        message(Actor::Requester, ActKind::AnswerClarification),
    ]
}

/// A paper that came with a message, and one that is to prove something.
pub fn papers() -> Vec<Paper> {
    let paper = |proof| Paper {
        id: "sample".to_owned(),
        name: "document.pdf".to_owned(),
        bytes: 120_000,
        sha256: sha256(),
        proof,
    };
    vec![paper(None), paper(Some(RelationProof::Identity))]
}

/// An objection, answered or not.
pub fn objection(answered: bool) -> ObjectionView {
    let overruled = ObjectionAnswer::Overruled {
        on: TODAY,
        reasons: lang().sample_text().to_owned(),
    };
    ObjectionView {
        objection: Objection {
            id: String::new(),
            received: TODAY,
            capacity: Receiver::Person,
            relief: Relief::Part {
                asks: vec![Ask::BlurMe, Ask::MuteMe],
            },
            grounds: vec![Ground::Privacy, Ground::Minor],
            late: answered,
            answer: answered.then_some(overruled),
        },
        words: lang().sample_text().to_owned(),
        reply: lang().sample_name().to_owned(),
        papers: Vec::new(),
    }
}

/// A released video with one part withheld.
pub fn video() -> ReleasedView {
    ReleasedView {
        id: "sample".to_owned(),
        number: tracking_number(),
        camera: Media::BodyWorn,
        started: TODAY.at(22, 40, 0, 0),
        length_ms: 754_000,
        on: TODAY,
        sha256: sha256(),
        bytes: 48_000_000,
        seconds_withheld: 53,
        withheld: vec![WithheldPart {
            kind: RedactionKind::Blur,
            span: "0:12-1:05".to_owned(),
            seconds: 53,
            citation: "RSMo 610.100.3".to_owned(),
        }],
        captions: true,
        transcript: true,
        title: None,
        warning: None,
        stopped_on: None,
        stop: None,
    }
}

pub fn held(change: Option<ClockChange>) -> HeldView {
    let at = |hour| TODAY.at(hour, 30, 0, 0);
    HeldView {
        from: at(0),
        to: at(2),
        change,
    }
}
