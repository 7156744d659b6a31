//! A recording, the people in it, and the release that somebody waits for.

use std::sync::LazyLock;

use law::{
    Date,
    bar::Section,
    calendar::{CalendarOwner, Closure},
    disclosure_order::{DisclosureOrder, OrderKind, Scope},
    fee::Fee,
    notice::{
        Action, ActionOrder, Channel, Consent, Decision, Notice, NoticeKind, NoticeStateKind, ProofKind, Receipt,
        ReleaseBar, ReleaseReason, Sending,
    },
    objection::{Ask, Ground, Objection, ObjectionAnswer, Relief},
    person::{Person, Receiver},
    profile::Profile,
    recording::{InactiveGround, LocationKind, RecordingStatus, Scene},
    redaction::{Redaction, RedactionKind, ReleaseCopy, Sha256},
    release::{PersonShown, Release, ReleaseFacts, ReleaseRecording, may_release},
    request_state::Rules,
    span::{Span, Spans},
};

pub fn kansas_city() -> &'static Profile {
    static PROFILE: LazyLock<Profile> =
        LazyLock::new(|| Profile::built_in("kansas-city-mo").expect("the built-in profile"));
    &PROFILE
}

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

pub fn spans(text: &str) -> Spans {
    Spans::parse(text).expect("spans")
}

pub fn hash(digit: char) -> Sha256 {
    Sha256::parse(&digit.to_string().repeat(64)).expect("a hash")
}

pub fn court_closed(on: &str) -> Closure {
    Closure {
        office: CalendarOwner::Court,
        on: day(on),
        reason: "Ice".to_owned(),
    }
}

/// Ana, Ben, Cleo … each seen and heard for ten seconds of their own.
pub fn person(number: usize) -> Person {
    let from = 10 * number;
    let own = spans(&format!("{from}-{}", from + 10));
    Person {
        pseudonym: format!("Person {number}"),
        recording: "V1".to_owned(),
        seen: own.clone(),
        heard: own,
        police_affiliated: false,
        minor: false,
        incapacitated: false,
        deceased: false,
    }
}

pub const STREET: Scene = Scene {
    location: LocationKind::Public,
    crime_scene_of_deceased: false,
};

pub const HOME: Scene = Scene {
    location: LocationKind::Nonpublic,
    crime_scene_of_deceased: false,
};

pub fn approved_copy() -> ReleaseCopy {
    let copy = ReleaseCopy {
        sha256: hash('a'),
        made_by: "redactor".to_owned(),
        authors: Vec::new(),
        redactions: Vec::new(),
        approval: None,
    };
    copy.approve("supervisor", &hash('a'), day("2026-03-02"))
        .expect("approved")
}

/// Two minutes of open footage from the street, with an approved copy and a complete people log.
pub fn recording() -> ReleaseRecording {
    ReleaseRecording {
        id: "V1".to_owned(),
        length_ms: 120_000,
        status: RecordingStatus::InactiveOpen {
            ground: InactiveGround::NotPursued,
            since: day("2026-01-05"),
        },
        scene: STREET,
        people_logged: true,
        copy: Some(approved_copy()),
    }
}

pub fn redaction(kind: RedactionKind, span: &str, of: Option<&str>) -> Redaction {
    Redaction {
        kind,
        span: Span::parse(span).expect("a span"),
        of: of.map(str::to_owned),
        citation: Section::of("RSMo 610.100.3"),
        reviewer: "reviewer".to_owned(),
    }
}

/// A disclosure order of the whole recording, verified, without end.
pub fn disclosure() -> DisclosureOrder {
    DisclosureOrder {
        id: "order".to_owned(),
        court: "Circuit Court of Jackson County".to_owned(),
        case_number: "2616-CV00001".to_owned(),
        judge: "Hon. R. Rivera".to_owned(),
        dated: day("2026-02-20"),
        kind: OrderKind::Disclose,
        scope: vec![Scope {
            recording: "V1".to_owned(),
            spans: None,
            hide: None,
        }],
        terms: Vec::new(),
        excused: Vec::new(),
        audience: law::notice::Audience::Requester,
        effective: day("2026-02-20"),
        last_day: None,
        stayed_since: None,
        document: None,
        entered_by: "custodian".to_owned(),
        verified_by: Some("reviewer".to_owned()),
    }
}

pub fn objection(id: &str, received: &str, asks: Vec<Ask>) -> Objection {
    Objection {
        id: id.to_owned(),
        received: day(received),
        capacity: Receiver::Person,
        relief: if asks.is_empty() {
            Relief::Whole
        } else {
            Relief::Part { asks }
        },
        grounds: vec![Ground::Privacy],
        late: false,
        answer: None,
    }
}

pub fn overruled(on: &str) -> ObjectionAnswer {
    ObjectionAnswer::Overruled {
        on: day(on),
        reasons: "The street is public, and the face was shown on the news.".to_owned(),
    }
}

pub fn action(filed: Option<&str>, served: Option<&str>) -> Action {
    Action {
        id: "suit".to_owned(),
        court: "Circuit Court of Jackson County".to_owned(),
        filed: filed.map(day),
        served: served.map(day),
        ended: None,
        rejected: None,
    }
}

pub fn court_says(decision: Decision, dated: &str) -> ActionOrder {
    ActionOrder {
        action: Some("suit".to_owned()),
        dated: day(dated),
        decision,
        ends_action: true,
        taken_back: None,
    }
}

/// A release that somebody waits for, with people who each have a notice of one kind.
pub struct Town {
    pub case: ReleaseFacts,
    pub closures: Vec<Closure>,
}

impl Town {
    /// So many people in the footage, each identified for the agency's notice.
    pub fn with(people: usize) -> Self {
        let people = (0..people).map(person).map(|person| PersonShown {
            notices: vec![Notice::identify(NoticeKind::AgencyPolicy, &person, STREET).expect("a notice")],
            person,
            elsewhere: Vec::new(),
        });
        Self {
            case: ReleaseFacts {
                today: day("2026-03-02"),
                recordings: vec![recording()],
                people: people.collect(),
                orders: Vec::new(),
                terms_confirmed: Vec::new(),
                warning_acknowledged: false,
                fee: Fee::None,
            },
            closures: Vec::new(),
        }
    }

    /// Ana alone, who received her certified letter on a day.
    pub fn ana_received(on: &str) -> Self {
        let mut town = Self::with(1);
        town.on(on).sends(0).receives(0, on);
        town
    }

    pub fn on(&mut self, today: &str) -> &mut Self {
        self.case.today = day(today);
        self
    }

    pub fn rules(&self) -> Rules<'_> {
        Rules {
            profile: kansas_city(),
            closures: &self.closures,
        }
    }

    pub fn notice(&self, who: usize) -> &Notice {
        &self.case.people[who].notices[0]
    }

    pub fn state(&self, who: usize) -> NoticeStateKind {
        self.notice(who).state()
    }

    pub fn last_day(&self, who: usize) -> Date {
        self.notice(who).window().expect("a window").last_day
    }

    /// Something happens to a person's notice, if the law lets it.
    pub fn attempt(
        &mut self,
        who: usize,
        change: impl FnOnce(Notice, &Person, Date, Rules<'_>) -> Result<Notice, ReleaseBar>,
    ) -> Result<(), ReleaseBar> {
        let PersonShown { person, notices, .. } = &self.case.people[who];
        let changed = change(notices[0].clone(), person, self.case.today, self.rules())?;
        self.case.people[who].notices[0] = changed;
        Ok(())
    }

    pub fn happens(
        &mut self,
        who: usize,
        change: impl FnOnce(Notice, &Person, Date, Rules<'_>) -> Result<Notice, ReleaseBar>,
    ) -> &mut Self {
        let today = self.case.today;
        self.attempt(who, change)
            .unwrap_or_else(|bar| panic!("person {who} on {today}: {bar}"));
        self
    }

    pub fn refused(
        &mut self,
        who: usize,
        change: impl FnOnce(Notice, &Person, Date, Rules<'_>) -> Result<Notice, ReleaseBar>,
    ) -> ReleaseReason {
        self.attempt(who, change).expect_err("the law forbids it").reason
    }

    pub fn sends(&mut self, who: usize) -> &mut Self {
        self.happens(who, |notice, person, today, _| {
            let to = person.receivers()[0];
            notice.send(person, &Sending::complete(today, Channel::CertifiedMail, to), today)
        })
    }

    /// A letter that says that the public is to see it.
    pub fn tells_of_the_public(&mut self, who: usize) -> &mut Self {
        self.happens(who, |notice, person, today, _| {
            let letter = Sending::complete(today, Channel::CertifiedMail, person.receivers()[0]);
            notice.send(person, &letter.naming(law::notice::Audience::Public), today)
        })
    }

    pub fn receives(&mut self, who: usize, on: &str) -> &mut Self {
        let receipt = Receipt {
            on: day(on),
            proof: ProofKind::CertifiedMail,
        };
        self.happens(who, |notice, _, today, rules| notice.receive(receipt, today, rules))
    }

    pub fn objects(&mut self, who: usize, objection: Objection) -> &mut Self {
        self.happens(who, |notice, _, today, rules| notice.object(objection, today, rules))
    }

    pub fn answers(&mut self, who: usize, id: &str, answer: ObjectionAnswer) -> &mut Self {
        self.happens(who, |notice, _, today, _| notice.answer(id, answer, today))
    }

    pub fn sues(&mut self, who: usize, action: &Action) -> &mut Self {
        self.happens(who, |notice, _, today, rules| notice.act(action, today, rules))
    }

    pub fn court(&mut self, who: usize, order: &ActionOrder) -> &mut Self {
        self.happens(who, |notice, _, today, _| notice.decide(order, today))
    }

    /// The docket is looked at today and shows nothing.
    pub fn clears(&mut self, who: usize) -> &mut Self {
        self.happens(who, |notice, _, today, rules| notice.clear(today, today, rules))
    }

    pub fn consents(&mut self, who: usize, by: Receiver) -> &mut Self {
        self.happens(who, |notice, person, on, _| {
            let consent = Consent {
                on,
                by,
                identity_verified: true,
                audience: law::notice::Audience::Requester,
            };
            notice.consent(person, consent, on)
        })
    }

    pub fn withholds(&mut self, redaction: Redaction) -> &mut Self {
        let copy = self.case.recordings[0].copy.as_mut().expect("a copy");
        copy.redactions.push(redaction);
        self
    }

    pub fn releases(&self) -> Release {
        self.tries().unwrap_or_else(|bars| panic!("held: {bars:?}"))
    }

    /// What holds the release, in the order of the checklist.
    pub fn held(&self) -> Vec<ReleaseReason> {
        let bars = self.tries().expect_err("nothing holds the release");
        bars.into_iter().map(|bar| bar.reason).collect()
    }

    pub fn tries(&self) -> Result<Release, Vec<ReleaseBar>> {
        may_release(&self.case, self.rules())
    }
}
