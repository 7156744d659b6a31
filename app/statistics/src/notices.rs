//! What a notice to a person shown counts for. It keeps its own history, so its counts are read from
//! what it says now: the fold adds what it counts for now, less what it did before.

use law::{
    Date,
    notice::{Attempt, Decision, Notice, NoticeState},
};

use crate::{Count, Increments, NoticeCount, request_tally::net};

/// What a notice counts for, each thing in the year in which it happened.
pub fn notice_counts(notice: &Notice) -> Increments {
    let sent = notice.attempts.iter().find_map(|attempt| match attempt {
        Attempt::Sent { on, .. } => Some(*on),
        _ => None,
    });
    let received = notice.attempts.iter().find_map(|attempt| match attempt {
        Attempt::Received { on, .. } => Some(*on),
        _ => None,
    });
    let unlocated = match notice.state {
        NoticeState::Unlocated { on } => Some(on),
        _ => None,
    };
    let enjoined = notice
        .orders
        .iter()
        .find(|order| order.is_heeded() && order.decision != Decision::Freed);
    let once = [
        (NoticeCount::Sent, sent),
        (NoticeCount::Received, received),
        (NoticeCount::Unlocated, unlocated),
        (NoticeCount::Enjoined, enjoined.map(|order| order.dated)),
    ];
    let once = once.into_iter().filter_map(|(what, on)| Some((what, on?)));
    let objections = notice.objections.iter();
    let objections = objections.map(|objection| (NoticeCount::Objection, objection.received));
    let actions = notice
        .actions
        .iter()
        .filter_map(|action| action.filed.zip(action.served));
    let actions = actions.map(|(filed, served)| (NoticeCount::CourtAction, filed.max(served)));
    net(once.chain(objections).chain(actions).map(counted).collect())
}

fn counted((what, on): (NoticeCount, Date)) -> (Count, i64) {
    (Count::Notice { year: on.year(), what }, 1)
}
