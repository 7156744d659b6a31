//! The law's checklist and the database's obstacles name the same reasons.

use jiff::ToSpan as _;
use law::{
    Date,
    disclosure_order::OrderKind,
    notice::{Decision, ReleaseReason},
    objection::{Ask, ObjectionAnswer, Relief},
    recording::{InactiveGround, StatusChange},
    redaction::RedactionKind,
    release::{GateItem, GateLine},
};
use office::{
    TrackingNumber,
    desk::{Depicted, DepictedDesk as _, OrderDesk as _, ReleaseDesk as _},
    forms::{NoticeAct, OrderAct},
    views::{ReleaseView, Staff},
};
use proptest::{
    option,
    prelude::*,
    sample::{select, subsequence},
    strategy::ValueTree as _,
    test_runner::TestRunner,
};
use records::{clock::noon, secret, store::Tx};

use super::{
    notices::{objection, spans},
    recordings::order,
    releases::Release,
};
use crate::support::{Town, WEDNESDAY, zone};

crate::on_both_engines!(law_and_database_agree_whatever_is_redacted_ordered_and_promised,);

/// An obstacle of the database: of which recording, its rank, its reason.
type Obstacle = (String, i64, String);

/// Obstacles of which the law knows nothing: the audit log's day, a newer copy, an original among the redacted copies, a
/// notice that is not what its content says. The office sees to these.
const BESIDE_THE_LAW: [i64; 4] = [1, 3, 4, 13];

/// Writes a day into the audit log, as somebody would have to who dates a release by hand.
pub async fn lie_about_the_day(tx: &mut Tx, day: Date) {
    let lie = format!(
        "INSERT INTO audit_entry (subject, subject_id, seq, at, on_date, act, event) \
         VALUES ('recording', '{}', 1, {}, '{day}', 'by_hand', '{{}}')",
        secret::key(),
        noon(day, &zone()).as_microsecond()
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(lie))
        .execute(tx.conn().await.unwrap())
        .await
        .unwrap();
}

/// What the database would refuse a release for, on the clock's day. Nothing of it stays.
async fn obstacles(town: &Town, number: &TrackingNumber) -> Vec<Obstacle> {
    const FOUND: &str = "SELECT o.recording_id, o.rank, o.reason FROM release_obstacle o \
         JOIN records_request q ON q.id = o.request_id WHERE o.release_id IS NULL AND q.number = $1 ORDER BY o.rank";
    let mut tx = town.office.store().begin().await.unwrap();
    lie_about_the_day(&mut tx, town.clock_day()).await;
    sqlx::query_as(FOUND)
        .bind(number.as_str())
        .fetch_all(tx.conn().await.unwrap())
        .await
        .unwrap()
}

/// Which ranks one bar of the law comes under: the database names one of the first, and each that it names is among the
/// second. A line of the checklist tells only the first of its reasons.
fn ranks(line: &GateLine) -> Option<(&'static [i64], &'static [i64])> {
    let reason = &line.bar()?.reason;
    Some(match &line.what {
        GateItem::Footage { .. } => (&[7], &[7]),
        GateItem::PeopleLog { .. } => (&[6], &[6]),
        GateItem::Restraints { .. } => match reason {
            ReleaseReason::SpansRestrained { .. } => (&[8], &[8, 9]),
            ReleaseReason::OrderedRedactionMissing { .. } => (&[9], &[8, 9]),
            _ => (&[8, 9], &[8, 9]),
        },
        GateItem::Copy { .. } if *reason == ReleaseReason::RedactionUnsound => (&[5], &[5]),
        GateItem::Copy { .. } | GateItem::Approval { .. } => (&[2], &[2]),
        GateItem::NextOfKin { .. } => (&[18], &[18]),
        GateItem::Promises { .. } => match reason {
            ReleaseReason::WaitPromised { .. } => (&[14], &[14, 15]),
            _ => (&[15], &[14, 15]),
        },
        GateItem::Notice { .. } => match reason {
            // What a person became after their notice is the law's alone.
            ReleaseReason::ReceiverUnfit { .. } => return None,
            ReleaseReason::NoticeMissing => (&[16, 18], &[16, 17, 18]),
            ReleaseReason::NotDepicted => (&[17], &[17, 11, 12, 19]),
            ReleaseReason::ActionPending { .. } => (&[11], &[10, 11, 12, 19]),
            ReleaseReason::SpansRestrained { .. } | ReleaseReason::Enjoined { .. } => (&[10, 19], &[10, 11, 12, 19]),
            ReleaseReason::WindowOpen { .. }
            | ReleaseReason::ObjectionUnanswered { .. }
            | ReleaseReason::ObjectionAccepted => (&[12], &[10, 11, 12, 19]),
            _ => (&[19], &[10, 11, 12, 19]),
        },
        // The library's lines are in its own checklist.
        _ => return None,
    })
}

fn recording(line: &GateLine) -> Option<&str> {
    match &line.what {
        GateItem::Footage { recording }
        | GateItem::PeopleLog { recording }
        | GateItem::Restraints { recording }
        | GateItem::Copy { recording }
        | GateItem::Approval { recording }
        | GateItem::NextOfKin { recording }
        | GateItem::Notice { recording, .. }
        | GateItem::Promises { recording, .. } => Some(recording),
        _ => None,
    }
}

fn compare(view: &ReleaseView, found: &[Obstacle]) {
    for id in view.recordings.keys() {
        let lines = view.checklist.iter().filter(|line| recording(line) == Some(id));
        let law: Vec<_> = lines.filter_map(|line| Some((line, ranks(line)?))).collect();
        let database: Vec<_> = found.iter().filter(|(of, _, _)| of == id).collect();
        for (line, (named, _)) in &law {
            let known = database.iter().any(|(_, rank, _)| named.contains(rank));
            assert!(known, "the database lets {line:?} pass: {database:?}");
        }
        for (_, rank, reason) in database {
            let known = law.iter().any(|(_, (_, covered))| covered.contains(rank));
            assert!(
                known || BESIDE_THE_LAW.contains(rank),
                "the law knows nothing of {rank} {reason:?}: {law:?}"
            );
        }
    }
}

/// Law and database name the same reasons against a release on a request.
pub async fn agree(town: &Town, by: &Staff, number: &TrackingNumber) {
    let view = town.office.release_view(by, number).await.unwrap().unwrap();
    compare(&view, &obstacles(town, number).await);
}

const REDACTIONS: [&str; 10] = [
    "blur 0:10-0:40 Person B",
    "blur 0:10-0:25 Person C",
    "blur 0:25-0:40 Person C",
    "mute 0:20-0:50",
    "mute 0:00-0:35",
    "cut 0:35-0:50",
    "cut 0:20-0:30",
    "cut 1:00-1:10",
    "cut 0:50-12:00",
    "cut 10:00-30:00",
];
const SCOPES: [&str; 5] = [
    "AX-1",
    "AX-1 0:00-10:00",
    "AX-1 0:30-0:45",
    "AX-1 9:00-30:00",
    "AX-1 0:15-0:20, 29:00-30:00",
];

/// An order: its kind, how it hides, what it reaches, whether it is verified, and how many days it lasts.
type Ordered = (OrderKind, Option<RedactionKind>, &'static str, bool, Option<i64>);

fn any_order() -> impl Strategy<Value = Ordered> {
    use OrderKind::{Close, Disclose, Enjoin, Redact};
    use RedactionKind::{Blur, Cut, Mute};
    let kinds = vec![
        (Disclose, None),
        (Close, None),
        (Enjoin, None),
        (Redact, None),
        (Redact, Some(Blur)),
        (Redact, Some(Mute)),
        (Redact, Some(Cut)),
    ];
    (
        select(kinds),
        select(SCOPES.to_vec()),
        any::<bool>(),
        option::of(0_i64..3),
    )
        .prop_map(|((kind, hide), scope, verified, days)| (kind, hide, scope, verified, days))
}

impl Release<'_> {
    async fn is_ordered(&self, (kind, hide, scope, verified, days): Ordered) {
        let town = self.case.town;
        let mut new = order(kind, scope);
        new.hide = hide;
        new.last_day = days.map(|days| town.clock_day() + days.days());
        let id = town.office.enter_order(&self.case.cole, new).await.unwrap();
        if verified {
            let verified = town.office.act_on_order(&self.rhea, &id, OrderAct::Verify, 1).await;
            verified.unwrap();
        }
    }

    /// Person B is hidden in the copy; Person C was promised as much, and a court forbade a part.
    async fn concerns_two(&self) {
        let town = self.case.town;
        let hidden = self.case.tells("Person B").await;
        let out = NoticeAct::RedactOut { on: WEDNESDAY };
        self.case.does(&hidden, out).await.unwrap();
        let promised = self.case.tells("Person C").await;
        let asks = vec![
            Ask::BlurMe,
            Ask::MuteMe,
            Ask::Cut {
                spans: spans("1:00-1:10"),
            },
        ];
        let by = Depicted {
            notice: promised.clone(),
        };
        let filed = objection(Relief::Part { asks });
        town.office.object(&by, filed).await.unwrap();
        let objection = self.case.sees(&promised).await.objections[0].objection.id.clone();
        let answer = ObjectionAnswer::Accepted { on: WEDNESDAY };
        let answered = NoticeAct::Answer { objection, answer };
        self.case.does(&promised, answered).await.unwrap();
        let forbids = NoticeAct::Decide {
            action: None,
            dated: WEDNESDAY,
            decision: Decision::EnjoinPart {
                spans: spans("0:20-0:30"),
                until: Some(WEDNESDAY + 8.days()),
            },
            ends: true,
        };
        self.case.does(&promised, forbids).await.unwrap();
    }
}

async fn law_and_database_agree_whatever_is_redacted_ordered_and_promised(town: Town) {
    let release = Release::closed(&town).await;
    release.concerns_two().await;
    let redactions = subsequence(REDACTIONS.to_vec(), 0..=REDACTIONS.len());
    let rounds = (redactions, option::weighted(0.4, any_order()));
    let mut runner = TestRunner::deterministic();
    for number in 1..=40 {
        let (redactions, ordered) = rounds.new_tree(&mut runner).unwrap().current();
        let list: Vec<String> = redactions.iter().map(|one| format!("{one} | RSMo 610.100.3")).collect();
        release.copies(number, &list.join("\n")).await;
        if let Some(ordered) = ordered {
            release.is_ordered(ordered).await;
        }
        release.agrees().await;
        if number % 2 == 0 {
            town.today_is(town.clock_day() + 1.day());
        }
        if number == 20 {
            let inactive = StatusChange::Inactive {
                ground: InactiveGround::NotPursued,
                since: WEDNESDAY,
            };
            release.status(inactive).await;
        }
    }
}
