//! A hundred thousand random stories of three people: none reaches an unlawful release, and no
//! window ever shrinks.

use std::cell::Cell;

use crate::{
    diary::{Entry, Verdict, lawful},
    support::{Town, action, day, disclosure, hash, redaction, spans},
};
use jiff::ToSpan;
use law::{
    Date,
    calendar::{CalendarOwner, Closure},
    fee::{Fee, FeeCategory, FeeLine},
    notice::{
        Action, ActionOrder, Channel, Consent, Decision, Notice, NoticeActKind, NoticeStateKind, ProofKind, Receipt,
        ReleaseBar, Sending,
    },
    objection::{Ask, ObjectionAnswer},
    person::Receiver,
    recording::RecordingStatus,
    redaction::RedactionKind,
};
use proptest::{
    prelude::*,
    test_runner::{RngAlgorithm, TestRunner},
};

const PEOPLE: usize = 3;

#[derive(Clone, Copy, Debug)]
enum Happening {
    Onward,
    Send,
    Receive,
    Return,
    Unlocated,
    Consent,
    RedactOut,
    TakeBack,
    Clear,
    Object,
    Answer,
    Sue,
    Decide,
    CourtCloses,
    Hide,
    Recount,
    Office,
}

type Step = (Happening, usize, u8, i64);

fn any_step() -> impl Strategy<Value = Step> {
    use Happening::{
        Answer, Clear, Consent, CourtCloses, Decide, Hide, Object, Office, Onward, Receive, Recount, RedactOut, Return,
        Send, Sue, TakeBack, Unlocated,
    };
    let all = [
        Onward,
        Onward,
        Onward,
        Onward,
        Onward,
        Onward,
        Onward,
        Onward,
        Send,
        Receive,
        Receive,
        Return,
        Unlocated,
        Consent,
        RedactOut,
        TakeBack,
        Clear,
        Object,
        Object,
        Answer,
        Answer,
        Sue,
        Sue,
        Decide,
        CourtCloses,
        Hide,
        Recount,
        Office,
    ];
    (proptest::sample::select(all.to_vec()), 0..PEOPLE, any::<u8>(), 0_i64..7)
}

/// The town, and beside it the diary from which the naive reading judges.
struct World {
    town: Town,
    diary: [Vec<Entry>; PEOPLE],
    hidden: [bool; PEOPLE],
    closed: Vec<Date>,
    last_days: [Option<Date>; PEOPLE],
}

impl World {
    fn new() -> Self {
        Self {
            town: Town::with(PEOPLE),
            diary: Default::default(),
            hidden: [false; PEOPLE],
            closed: Vec::new(),
            last_days: [None; PEOPLE],
        }
    }

    fn today(&self) -> Date {
        self.town.case.today
    }

    fn ago(&self, n: u8) -> Date {
        self.today().saturating_sub(i64::from(n % 5).days())
    }

    fn step(&mut self, (what, who, n, days): Step) {
        self.town.case.today = self.today().saturating_add(days.days());
        match what {
            Happening::Onward => self.onward(who, n),
            Happening::CourtCloses => self.court_closes(n),
            Happening::Hide => self.hide(who),
            Happening::Office => self.office(n),
            _ => self.person(what, who, n),
        }
        for who in 0..PEOPLE {
            let last_day = self.town.notice(who).window().map(|window| window.last_day);
            if last_day.is_some() {
                assert!(
                    last_day >= self.last_days[who],
                    "a window shrank: {:?}",
                    self.diary[who]
                );
                self.last_days[who] = last_day;
            }
        }
    }

    /// What brings the release nearer.
    fn onward(&mut self, who: usize, n: u8) {
        let what = match self.town.state(who) {
            NoticeStateKind::Identified if n.is_multiple_of(8) => Happening::Consent,
            NoticeStateKind::Identified | NoticeStateKind::Unlocated => Happening::Send,
            NoticeStateKind::Sent => Happening::Receive,
            NoticeStateKind::Objected if n.is_multiple_of(2) => Happening::Answer,
            NoticeStateKind::ActionPending | NoticeStateKind::EnjoinedAll => Happening::Decide,
            NoticeStateKind::RedactedOut | NoticeStateKind::EnjoinedPart if !self.hidden[who] => return self.hide(who),
            _ => Happening::Clear,
        };
        self.person(what, who, n);
    }

    fn person(&mut self, what: Happening, who: usize, n: u8) {
        let (today, ago) = (self.today(), self.ago(n));
        match what {
            Happening::Send => self.send(who, n),
            Happening::Receive => self.receive(who, n),
            Happening::Return => self.note(who, Entry::Returned, |notice, _| notice.returned(ago, today)),
            Happening::Unlocated => self.note(who, Entry::Unlocated, |notice, _| notice.unlocated(ago, today)),
            Happening::Consent => {
                let person = self.town.case.people[who].person.clone();
                let consent = Consent {
                    on: ago,
                    by: Receiver::Person,
                    identity_verified: true,
                    audience: law::notice::Audience::Requester,
                };
                self.note(who, Entry::Consented, |notice, _| {
                    notice.consent(&person, consent, today)
                });
            }
            Happening::RedactOut => self.note(who, Entry::RedactedOut, |notice, _| notice.redact_out(ago, today)),
            Happening::TakeBack => self.note(who, Entry::TakenBack, |notice, _| notice.take_back()),
            Happening::Clear => {
                let checked = if n < 200 { today } else { ago };
                self.note(who, Entry::Cleared(checked), |notice, town| {
                    notice.clear(checked, today, town.rules())
                });
            }
            Happening::Object => self.object(who, n),
            Happening::Answer => self.answer(who, n),
            Happening::Sue => self.sue(who, n),
            Happening::Decide => self.decide(who, n),
            _ => drop(self.town.attempt(who, |notice, _, _, rules| notice.recount(rules))),
        }
    }

    /// Does it if the law lets it, and then writes it down.
    fn note(&mut self, who: usize, entry: Entry, change: impl FnOnce(Notice, &Town) -> Result<Notice, ReleaseBar>) {
        let bar = self.bar(who, &entry);
        match change(self.town.notice(who).clone(), &self.town) {
            Ok(changed) => {
                assert_eq!(bar, None, "done all the same: {entry:?} after {:?}", self.diary[who]);
                self.town.case.people[who].notices[0] = changed;
                self.diary[who].push(entry);
            }
            Err(refused) => assert!(bar.is_none_or(|bar| bar == refused), "{entry:?}: {refused}"),
        }
    }

    /// What the law says of such an act before its facts are known. Clearing looks at the closures known first.
    fn bar(&self, who: usize, entry: &Entry) -> Option<ReleaseBar> {
        let kind = match entry {
            Entry::Sent(_) => NoticeActKind::Send,
            Entry::Received(_) => NoticeActKind::Receive,
            Entry::Returned => NoticeActKind::Return,
            Entry::Unlocated => NoticeActKind::Unlocated,
            Entry::Consented => NoticeActKind::Consent,
            Entry::RedactedOut => NoticeActKind::RedactOut,
            Entry::TakenBack => NoticeActKind::TakeBack,
            Entry::Cleared(_) => NoticeActKind::Clear,
            Entry::Objected { .. } => NoticeActKind::Object,
            Entry::Answered { .. } => NoticeActKind::Answer,
            Entry::Sued { .. } => NoticeActKind::Action,
            Entry::Decided { .. } => NoticeActKind::Decide,
        };
        let mut notice = self.town.notice(who).clone();
        if kind == NoticeActKind::Clear {
            notice = notice.recount(self.town.rules()).expect("the built-in rules");
        }
        notice.bar(kind, &self.town.case.people[who].person, self.today())
    }

    fn send(&mut self, who: usize, n: u8) {
        let (today, on) = (self.today(), self.ago(n));
        let person = self.town.case.people[who].person.clone();
        let letter = Sending::complete(on, Channel::ALL[usize::from(n) % 4], Receiver::Person);
        self.note(who, Entry::Sent(on), |notice, _| notice.send(&person, &letter, today));
    }

    /// What joins an answer and moves no day is no word of the diary.
    fn receive(&mut self, who: usize, n: u8) {
        let (today, on, before) = (self.today(), self.ago(n), self.diary[who].len());
        let proof = ProofKind::ALL[usize::from(n) % 5];
        self.note(who, Entry::Received(on), |notice, world| {
            notice.receive(Receipt { on, proof }, today, world.rules())
        });
        let window = self.town.notice(who).window();
        if window.is_none_or(|window| window.received != on) {
            self.diary[who].truncate(before);
        }
    }

    fn object(&mut self, who: usize, n: u8) {
        let (today, on, id) = (self.today(), self.ago(n), self.town.notice(who).objections.len());
        let whole = n.is_multiple_of(2);
        let asks = if whole { vec![] } else { vec![Ask::BlurMe, Ask::MuteMe] };
        let objection = crate::support::objection(&id.to_string(), &on.to_string(), asks);
        let entry = Entry::Objected {
            id,
            on,
            whole,
            late: self.late(who, on),
        };
        self.note(who, entry, |notice, town| notice.object(objection, today, town.rules()));
    }

    /// Late by the naive reading: after the last day of the receipt noted last.
    fn late(&self, who: usize, on: Date) -> bool {
        let receipt = self.diary[who].iter().rev().find_map(|entry| match entry {
            Entry::Received(on) => Some(Some(*on)),
            Entry::Returned | Entry::Consented | Entry::RedactedOut | Entry::TakenBack => Some(None),
            _ => None,
        });
        let known = self.town.notice(who).window().map(|window| window.received);
        let last = |received| crate::diary::last_day(received, &self.closed);
        receipt.flatten().max(known).is_some_and(|received| on > last(received))
    }

    fn answer(&mut self, who: usize, n: u8) {
        let (today, on) = (self.today(), self.today());
        let open = self
            .town
            .notice(who)
            .objections
            .iter()
            .position(|one| one.answer.is_none());
        let Some(id) = open else { return };
        let answer = match n % 4 {
            0 => ObjectionAnswer::Accepted { on },
            1 => ObjectionAnswer::SettledByRedaction {
                reasons: String::new(),
                on,
                asks: vec![Ask::BlurMe],
            },
            _ => crate::support::overruled(&on.to_string()),
        };
        let entry = Entry::Answered {
            id,
            granted: n.is_multiple_of(4),
        };
        self.note(who, entry, |notice, _| notice.answer(&id.to_string(), answer, today));
    }

    fn sue(&mut self, who: usize, n: u8) {
        let (today, on, id) = (self.today(), self.ago(n), usize::from(n / 7 % 2));
        let known = self
            .town
            .notice(who)
            .actions
            .iter()
            .find(|known| known.id == id.to_string());
        let (filed, served) = match known {
            Some(Action { filed: None, .. }) => (Some(on), None),
            Some(Action { served: None, .. }) => (None, Some(on)),
            Some(_) => return,
            None => [(Some(on), None), (None, Some(on)), (Some(on), Some(on))][usize::from(n % 3)],
        };
        let suit = Action {
            id: id.to_string(),
            filed,
            served,
            ..action(None, None)
        };
        self.note(who, Entry::Sued { id, filed, served }, |notice, town| {
            notice.act(&suit, today, town.rules())
        });
    }

    fn decide(&mut self, who: usize, n: u8) {
        let (dated, ends) = (self.today(), n % 4 != 3);
        let known = self.town.notice(who).actions.iter().find(|known| known.ended.is_none());
        let Some(id) = known.and_then(|known| known.id.parse::<usize>().ok()) else {
            return;
        };
        let until = n.is_multiple_of(2).then(|| dated.saturating_add(9.days()));
        let own = self.town.case.people[who].person.spans();
        let (what, decision) = match n % 5 {
            0 => (Verdict::Whole, Decision::EnjoinAll { until }),
            1 => (Verdict::OwnPart, Decision::EnjoinPart { spans: own, until }),
            _ => (Verdict::Freed, Decision::Freed),
        };
        let order = ActionOrder {
            action: Some(id.to_string()),
            dated,
            decision,
            ends_action: ends,
            taken_back: None,
        };
        let entry = Entry::Decided {
            id,
            dated,
            until,
            what,
            ends,
        };
        self.note(who, entry, |notice, _| notice.decide(&order, dated));
    }

    fn court_closes(&mut self, n: u8) {
        let somebodys = self.town.notice(usize::from(n) % PEOPLE).window();
        let on = match somebodys {
            Some(window) if n < 128 => window.last_day,
            _ => self.today().saturating_add((i64::from(n % 16) - 3).days()),
        };
        self.closed.push(on);
        self.town.closures.push(Closure {
            office: CalendarOwner::Court,
            on,
            reason: "Ice".to_owned(),
        });
    }

    fn hide(&mut self, who: usize) {
        self.hidden[who] = !self.hidden[who];
        let copy = self.town.case.recordings[0].copy.as_mut().expect("a copy");
        copy.redactions = (0..PEOPLE)
            .filter(|who| self.hidden[*who])
            .map(|who| redaction(RedactionKind::Cut, &format!("{}-{}", who * 10, who * 10 + 10), None))
            .collect();
    }

    /// The office's own part: status, order, file, fee.
    fn office(&mut self, n: u8) {
        let case = &mut self.town.case;
        match n % 6 {
            0 => {
                case.recordings[0].status = RecordingStatus::ActiveClosed {
                    confirmed_on: case.today,
                }
            }
            1 => {
                let mut order = disclosure();
                order.last_day = Some(case.today.saturating_add(i64::from(n % 16).days()));
                order.verified_by = n.is_multiple_of(4).then(|| "reviewer".to_owned());
                case.orders = vec![order];
            }
            2 => case.recordings[0].copy.as_mut().expect("a copy").sha256 = hash(if n < 128 { 'a' } else { 'b' }),
            3 => {
                let lines = vec![FeeLine {
                    category: FeeCategory::Copy,
                    cents: 100,
                    by: None,
                }];
                case.fee = if n < 128 {
                    Fee::Paid { on: case.today }
                } else {
                    Fee::Asked { lines, on: case.today }
                };
            }
            _ => {
                case.recordings[0] = law::release::ReleaseRecording {
                    copy: case.recordings[0].copy.clone(),
                    ..crate::support::recording()
                }
            }
        }
    }

    /// The naive reading of all of it.
    fn lawful(&self) -> bool {
        let case = &self.town.case;
        let recording = &case.recordings[0];
        let open = matches!(recording.status, RecordingStatus::InactiveOpen { .. });
        let ordered = case.orders.iter().any(|order| {
            order.verified_by.as_deref() == Some("reviewer") && order.last_day.is_none_or(|last| case.today <= last)
        });
        let same = recording.copy.as_ref().is_some_and(|copy| copy.sha256 == hash('a'));
        let paid = !matches!(case.fee, Fee::Asked { .. });
        let people = (0..PEOPLE).all(|who| lawful(&self.diary[who], &self.closed, case.today, self.hidden[who]));
        (open || ordered) && same && paid && people
    }
}

#[test]
fn a_hundred_thousand_random_stories_reach_no_unlawful_release() {
    let config = ProptestConfig {
        cases: 100_000,
        rng_algorithm: RngAlgorithm::XorShift,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let (released, held) = (Cell::new(0_u32), Cell::new(0_u32));
    let story = proptest::collection::vec(any_step(), 8..30);
    let outcome = TestRunner::new(config).run(&story, |steps| {
        let mut world = World::new();
        for step in steps {
            world.step(step);
            if world.town.tries().is_err() {
                held.set(held.get() + 1);
                continue;
            }
            released.set(released.get() + 1);
            prop_assert!(world.lawful(), "on {}: {:#?}", world.today(), world.diary);
        }
        Ok(())
    });
    outcome.unwrap_or_else(|failure| panic!("{failure}"));
    assert!(
        released.get() > 10_000,
        "only {} of {} moments were free",
        released.get(),
        held.get()
    );
}

#[test]
fn the_naive_reading_refuses_what_is_plainly_unlawful() {
    let (on, hidden) = (day("2026-03-02"), false);
    let received = [Entry::Sent(on), Entry::Received(on), Entry::Cleared(day("2026-03-13"))];
    assert!(!lawful(&received[..0], &[], day("2026-03-20"), hidden));
    assert!(!lawful(&received[..2], &[], day("2026-03-13"), hidden));
    assert!(!lawful(&received, &[], day("2026-03-12"), hidden));
    assert!(lawful(&received, &[], day("2026-03-13"), hidden));
    assert!(!lawful(&received, &[day("2026-03-12")], day("2026-03-13"), hidden));
    assert_eq!(spans("0-10").length_ms(), 10_000);
}
