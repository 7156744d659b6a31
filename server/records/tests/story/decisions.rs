//! A court's decision that was entered by mistake is taken back by an entry that names the first: what it freed closes at once, what
//! it forbids is heeded until two have said so.

use jiff::civil::date;
use law::{
    notice::{Decision, NoticeActKind, NoticeStateKind, ReleaseReason, Standing},
    proposal::ProposalKind,
    release::StopGround,
};
use office::{
    desk::{Depicted, DepictedDesk as _, LibraryDesk as _, ProposalDesk as _},
    forms::NoticeAct,
    views::AuditAct,
};

use super::{
    notices::{Case, bar, spans},
    releases::Release,
};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    what_a_mistaken_decision_freed_closes_at_once_and_stops_what_went_out,
    what_a_mistaken_decision_forbids_holds_until_two_have_said_so,
    a_decision_that_was_right_counts_on,
);

const CLEARED: jiff::civil::Date = date(2026, 2, 18);

async fn sued(case: &Case<'_>, id: &str) -> String {
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court".into(),
        filed: Some(WEDNESDAY),
        served: Some(WEDNESDAY),
    };
    case.does(id, action).await.unwrap();
    case.sees(id).await.notice.actions[0].id.clone()
}

fn decide(action: &str, decision: Decision, ends: bool) -> NoticeAct {
    NoticeAct::Decide {
        action: Some(action.to_owned()),
        dated: CLEARED,
        decision,
        ends,
    }
}

fn take_back(decision: usize) -> NoticeAct {
    NoticeAct::TakeBackDecision {
        decision,
        reason: "The decision of another person's action.".into(),
    }
}

async fn by_hand(town: &Town, sql: &str) {
    let refused = town.raw(sqlx::AssertSqlSafe(sql.to_owned())).await;
    let refused = refused.expect_err(sql).to_string();
    assert!(refused.contains("second person"), "{sql}: {refused}");
}

async fn what_a_mistaken_decision_freed_closes_at_once_and_stops_what_went_out(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let case = &release.case;
    let id = case.tells("Person B").await;
    let action = sued(case, &id).await;
    town.today_is(CLEARED);
    case.does(&id, decide(&action, Decision::Freed, true)).await.unwrap();
    release.goes().await;
    town.today_is(date(2026, 2, 19));
    // One person: it closes.
    case.enters(&id, take_back(0)).await.unwrap();
    let seen = case.sees(&id).await;
    assert_eq!((seen.line.state, seen.waiting), (NoticeStateKind::ActionPending, None));
    let numbered = |entry: &AuditAct| match entry {
        AuditAct::NoticeActed { did, entry, .. } => Some((*did, *entry)),
        _ => None,
    };
    let acted: Vec<_> = seen.entries.iter().map(|entry| numbered(&entry.act)).collect();
    let at = acted
        .iter()
        .position(|did| *did == Some((NoticeActKind::Decide, None)))
        .expect("the entry of the decision");
    let first = i64::try_from(at + 1).unwrap();
    assert_eq!(
        acted.last().copied().flatten(),
        Some((NoticeActKind::TakeBackDecision, Some(first))),
        "its entry names the first"
    );
    assert_eq!(seen.notice.orders.len(), 1, "nothing is overwritten");
    let delivered = town.office.delivered(&case.filed.requester()).await.unwrap().remove(0);
    assert_eq!(delivered.stop.unwrap().ground, StopGround::Closed);
    // Whom the notice is for reads what is so, and why it was otherwise.
    let bela = Depicted { notice: id.clone() };
    let read = town.office.depicted(&bela).await.unwrap();
    assert_eq!(
        (read.standing, read.corrected),
        (Standing::InCourt, Some(date(2026, 2, 19)))
    );
    assert_eq!(bar(case.enters(&id, take_back(0)).await), ReleaseReason::NoSuchDecision);
    town.is_sound().await;
}

async fn what_a_mistaken_decision_forbids_holds_until_two_have_said_so(town: Town) {
    let release = Release::begins(&town).await;
    release.copies(1, "").await;
    let case = &release.case;
    let id = case.tells("Person B").await;
    let action = sued(case, &id).await;
    town.today_is(CLEARED);
    let part = Decision::EnjoinPart {
        spans: spans("0:20-0:30"),
        until: None,
    };
    case.does(&id, decide(&action, part, true)).await.unwrap();
    let held = release.is_held_back().await;
    assert!(matches!(held[..], [ReleaseReason::SpansRestrained { .. }]), "{held:?}");
    // Cole entered them as they came: what it forbids at once, what it freed by two. Both were another person's.
    let orders = case.sees(&id).await.notice.orders;
    assert_eq!(orders.len(), 2);
    case.enters(&id, take_back(1)).await.unwrap();
    let seen = case.sees(&id).await;
    assert_eq!(seen.line.state, NoticeStateKind::EnjoinedPart);
    let held = release.is_held_back().await;
    assert!(
        matches!(held[..], [ReleaseReason::ActionPending { .. }]),
        "the action runs: {held:?}"
    );
    assert!(seen.waiting.is_none(), "the first entry of it forbids the same");
    case.enters(&id, take_back(0)).await.unwrap();
    assert_eq!(
        case.sees(&id).await.waiting.unwrap().kind,
        ProposalKind::TakeBackDecision
    );
    assert_eq!(town.count("SELECT COUNT(*) FROM notice_restraint").await, 1);
    by_hand(&town, "DELETE FROM notice_restraint").await;
    by_hand(
        &town,
        "UPDATE notice SET state = 'window_open', pending_actions = 0, version = version + 1",
    )
    .await;
    let own = case.cole.reviewer().unwrap();
    let line = town.office.to_verify(&case.sol).await.unwrap().entries.remove(0);
    assert_eq!(
        bar(town.office.verify_proposal(&own, &line.id).await),
        ReleaseReason::SamePerson
    );
    case.seconds().await.unwrap();
    let seen = case.sees(&id).await;
    assert_eq!(seen.line.state, NoticeStateKind::ActionPending);
    assert_eq!(town.count("SELECT COUNT(*) FROM notice_restraint").await, 0);
    // The papers show no action of theirs either; then a look at the docket ends the days.
    case.does(&id, NoticeAct::Reject { on: CLEARED, action }).await.unwrap();
    release.clears(&id).await;
    release.goes().await;
    town.is_sound().await;
}

async fn a_decision_that_was_right_counts_on(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let enjoined = NoticeAct::Decide {
        action: None,
        dated: WEDNESDAY,
        decision: Decision::EnjoinAll { until: None },
        ends: false,
    };
    case.does(&id, enjoined).await.unwrap();
    case.enters(&id, take_back(0)).await.unwrap();
    assert!(!case.sees(&id).await.notice.orders[0].counts());
    let line = town.office.to_verify(&case.sol).await.unwrap().entries.remove(0);
    town.office
        .refuse_proposal(&case.sol, &line.id, "The order names this person.".into())
        .await
        .unwrap();
    let seen = case.sees(&id).await;
    assert!(seen.notice.orders[0].counts());
    assert_eq!((seen.line.state, seen.waiting), (NoticeStateKind::EnjoinedAll, None));
    town.is_sound().await;
}
