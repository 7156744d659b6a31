//! The statistics count what the docket tells.

use jiff::{ToSpan as _, civil::date};
use law::{
    disclosure_order::OrderKind, notice::Decision, objection::Relief, person::Receiver, recording::NoRecordReason,
    request::Act,
};
use office::{
    desk::{Depicted, DepictedDesk as _, OrderDesk as _, PublicDesk as _, RecordingDesk as _, StatisticsDesk as _},
    forms::{Deletion, FilingForm, NoticeAct, OrderAct},
    views::Role,
};
use sqlx::AssertSqlSafe;

use super::{
    notices::{Case, objection},
    recordings::{at_noon, order, read},
};
use crate::support::Town;

crate::on_both_engines!(
    after_a_year_the_running_totals_are_what_the_docket_gives,
    the_public_sees_a_new_request_within_half_a_minute,
    nobody_can_tell_from_two_looks_that_somebody_objected,
    what_happens_to_people_shown_and_to_recordings_is_counted_as_it_happens,
    footage_that_was_gone_when_it_was_asked_for_is_not_said_to_be_lost,
    a_portal_whose_totals_another_version_counted_counts_anew,
    a_portal_from_before_the_totals_counts_its_docket_once,
    a_year_without_requests_has_no_figures,
    what_is_not_counted_yet_is_counted_once_whoever_counts,
    one_request_that_cannot_be_read_keeps_no_other_from_being_counted,
    figures_are_as_of_the_day_on_which_they_were_counted,
);

async fn after_a_year_the_running_totals_are_what_the_docket_gives(town: Town) {
    demo::fill(&town.office, 150, 7, &[]).await.unwrap();
    assert!(town.office.totals_agree().await.unwrap());
    let shown = town.office.statistics(None).await.unwrap().unwrap();
    let months = shown.figures.table("by_month").unwrap();
    assert!(months.rows.len() > 1);
    assert_eq!(shown.figures.lost(), 0);
    town.raw("UPDATE total SET number = number + 1").await.unwrap();
    assert!(!town.office.totals_agree().await.unwrap());
    assert!(!town.office.check().await.unwrap().is_empty());
}

async fn six_file(town: &Town) {
    for _ in 0..6 {
        let form: FilingForm = town.resident("Ana").form();
        town.resident("Ana").files_form(form).await;
    }
}

async fn counted(town: &Town) -> String {
    town.office.fold_statistics().await.unwrap();
    let shown = town.office.statistics(Some(2026)).await.unwrap().unwrap();
    let months = shown.figures.table("by_month").unwrap();
    format!("{:?}", months.total)
}

fn seconds_later(town: &Town, seconds: i64) {
    use records::clock::Clock as _;
    town.clock.set(town.clock.now() + seconds.seconds());
}

async fn the_public_sees_a_new_request_within_half_a_minute(town: Town) {
    assert_eq!(counted(&town).await, "Some(Shown(0))", "a portal that has just opened");
    seconds_later(&town, 30);
    six_file(&town).await;
    assert_eq!(counted(&town).await, "Some(Shown(6))");
    six_file(&town).await;
    seconds_later(&town, 30);
    assert_eq!(counted(&town).await, "Some(Shown(12))");
    let first = town.office.statistics(None).await.unwrap().unwrap();
    let second = town.office.statistics(Some(2026)).await.unwrap().unwrap();
    assert!(std::sync::Arc::ptr_eq(&first, &second), "read once for all who ask");
    town.today_is(date(2026, 2, 10));
    let tomorrow = town.office.statistics(None).await.unwrap().unwrap();
    assert_eq!(tomorrow.as_of, date(2026, 2, 10), "the waits have grown");
}

async fn yearly(town: &Town) -> String {
    seconds_later(town, 30);
    town.office.fold_statistics().await.unwrap();
    let figures = town.office.statistics(None).await.unwrap().unwrap().figures.clone();
    format!("{:?} {:?}", figures.notices, figures.recording_orders)
}

async fn nobody_can_tell_from_two_looks_that_somebody_objected(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let before = yearly(&town).await;
    let bela = Depicted { notice: id.clone() };
    town.office.object(&bela, objection(Relief::Whole)).await.unwrap();
    assert_eq!(yearly(&town).await, before);
    // The next year tells the year that is over, and stays as it was when it began.
    town.today_is(date(2027, 1, 4));
    town.office.settle_year().await.unwrap();
    let over = yearly(&town).await;
    assert_ne!(over, before);
    let shown = town.office.statistics(None).await.unwrap().unwrap();
    assert_eq!(shown.figures.notices.rows[0].key, "2026");
    let late = NoticeAct::Object {
        on: date(2026, 2, 18),
        objection: Box::new(objection(Relief::Whole)),
    };
    case.does(&id, late).await.unwrap();
    town.today_is(date(2027, 6, 1));
    assert_eq!(yearly(&town).await, over);
    assert!(town.office.totals_agree().await.unwrap());
}

async fn count(town: &Town, key: &str) -> u64 {
    town.office.fold_statistics().await.unwrap();
    let running = town.office.totals().await.unwrap();
    running.get(&key.parse().unwrap())
}

async fn what_happens_to_people_shown_and_to_recordings_is_counted_as_it_happens(town: Town) {
    let case = Case::begins(&town).await;
    let today = town.clock_day();
    let id = case.tells("Person B").await;
    case.does(&id, NoticeAct::Return { on: today }).await.unwrap();
    case.sends(&id, Receiver::Person).await;
    town.office
        .object(&Depicted { notice: id.clone() }, objection(Relief::Whole))
        .await
        .unwrap();
    let action = NoticeAct::Action {
        id: None,
        court: "Circuit Court of Jackson County".into(),
        filed: Some(today),
        served: Some(today),
    };
    case.does(&id, action).await.unwrap();
    let decide = NoticeAct::Decide {
        action: Some(case.sees(&id).await.notice.actions[0].id.clone()),
        dated: today,
        decision: Decision::EnjoinAll { until: None },
        ends: true,
    };
    case.does(&id, decide).await.unwrap();
    // Footage of another time, which nobody holds, is deleted; an order is verified.
    let elsewhere = at_noon(&town, "AX-2");
    let gone = town.office.register(&case.cole, read(&town, &elsewhere)).await.unwrap();
    let deletion = Deletion {
        on: today,
        rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
        breach: false,
        version: 1,
    };
    town.office.record_deletion(&case.cole, &gone, deletion).await.unwrap();
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    let new = order(OrderKind::Redact, "AX-1 0:00-10:00");
    let order_id = town.office.enter_order(&case.cole, new).await.unwrap();
    assert_eq!(
        count(&town, "recording_order/2026/redact").await,
        0,
        "nobody verified it"
    );
    town.office
        .act_on_order(&rhea, &order_id, OrderAct::Verify, 1)
        .await
        .unwrap();
    for key in [
        "notice/2026/sent",
        "notice/2026/received",
        "notice/2026/objection",
        "notice/2026/court_action",
        "notice/2026/enjoined",
        "deletion/2026-02/by_rule",
        "recording_order/2026/redact",
    ] {
        assert_eq!(count(&town, key).await, 1, "{key}");
    }
    assert!(town.office.totals_agree().await.unwrap());
    assert_eq!(town.office.check().await.unwrap(), Vec::<String>::new());
}

async fn footage_that_was_gone_when_it_was_asked_for_is_not_said_to_be_lost(town: Town) {
    let custodian = town.custodian().await;
    for (on, lost) in [(date(2026, 2, 3), 0), (date(2026, 2, 4), 1)] {
        let filed = town.resident("Ana").files().await;
        let why = NoRecordReason::DeletedInBreach { on };
        custodian.does(filed.number(), Act::FindNoRecord { why }).await.unwrap();
        seconds_later(&town, 30);
        town.office.fold_statistics().await.unwrap();
        let shown = town.office.statistics(None).await.unwrap().unwrap();
        assert_eq!(shown.figures.lost(), lost, "deleted on {on}");
    }
    assert!(town.office.totals_agree().await.unwrap());
}

async fn a_portal_whose_totals_another_version_counted_counts_anew(town: Town) {
    let case = Case::begins(&town).await;
    case.tells("Person B").await;
    town.office.fold_statistics().await.unwrap();
    town.raw("DELETE FROM total WHERE count_key LIKE 'notice/%'")
        .await
        .unwrap();
    assert!(town.second_counter().await.check().await.unwrap().len() == 1);
    town.raw("UPDATE setting SET content = '1' WHERE name = 'totals_version'")
        .await
        .unwrap();
    let upgraded = town.second_counter().await;
    assert!(upgraded.totals_agree().await.unwrap());
    assert_eq!(count(&town, "notice/2026/received").await, 1);
}

async fn a_portal_from_before_the_totals_counts_its_docket_once(town: Town) {
    let ana = town.resident("Ana").files().await;
    let custodian = town.custodian().await;
    custodian.does(ana.number(), Act::Acknowledge).await.unwrap();
    six_file(&town).await;
    for table in ["total", "tally", "uncounted"] {
        town.raw(AssertSqlSafe(format!("DELETE FROM {table}"))).await.unwrap();
    }
    assert!(!town.office.totals_agree().await.unwrap());
    let upgraded = town.second_counter().await;
    assert!(upgraded.totals_agree().await.unwrap());
    ana.writes("Any news?").await.unwrap();
    custodian.does(ana.number(), Act::AskClarification).await.unwrap();
    assert!(town.office.totals_agree().await.unwrap());
}

async fn a_year_without_requests_has_no_figures(town: Town) {
    assert!(town.office.statistics(Some(1999)).await.unwrap().is_none());
    let now = town.office.statistics(None).await.unwrap().unwrap();
    assert_eq!(now.year, town.office.today().year());
}

async fn what_is_not_counted_yet_is_counted_once_whoever_counts(town: Town) {
    let ana = town.resident("Ana").files().await;
    let custodian = town.custodian().await;
    assert!(town.office.totals_agree().await.unwrap(), "what waits is no error");
    assert!(town.office.totals().await.unwrap().is_empty());
    let second = town.second_counter().await;
    custodian.does(ana.number(), Act::AskClarification).await.unwrap();
    for _ in 0..3 {
        ana.writes("The north-east corner.").await.unwrap();
        let (one, other) = tokio::join!(town.office.fold_statistics(), second.fold_statistics());
        one.unwrap();
        other.unwrap();
        assert!(town.office.totals_agree().await.unwrap());
    }
    assert_eq!(count(&town, "clock/C1/2026-02-09/in_time").await, 1);
    let before = town.office.totals().await.unwrap();
    town.office.recount().await.unwrap();
    assert_eq!(
        town.office.totals().await.unwrap(),
        before,
        "the fold from nothing gives the same"
    );
}

async fn one_request_that_cannot_be_read_keeps_no_other_from_being_counted(town: Town) {
    let ana = town.resident("Ana").files().await;
    town.office.fold_statistics().await.unwrap();
    town.raw("UPDATE tally SET content = content || '?'").await.unwrap();
    ana.writes("Any news?").await.unwrap();
    six_file(&town).await;
    assert_eq!(counted(&town).await, "Some(Shown(7))", "hers as far as it was counted");
    let wrong = town.office.check().await.unwrap();
    assert!(
        wrong
            .iter()
            .any(|line| line.starts_with("request ") && line.contains("leave it out")),
        "{wrong:?}"
    );
    six_file(&town).await;
    seconds_later(&town, 30);
    assert_eq!(counted(&town).await, "Some(Shown(13))");
    town.raw("UPDATE tally SET content = rtrim(content, '?')")
        .await
        .unwrap();
    ana.writes("Still waiting.").await.unwrap();
    town.office.fold_statistics().await.unwrap();
    assert_eq!(
        town.office.check().await.unwrap(),
        Vec::<String>::new(),
        "it can be read again"
    );
    town.office.recount().await.unwrap();
    assert!(
        town.office.totals_agree().await.unwrap(),
        "counting anew reads the docket"
    );
}

async fn figures_are_as_of_the_day_on_which_they_were_counted(town: Town) {
    six_file(&town).await;
    assert_eq!(counted(&town).await, "Some(Shown(6))");
    let friday = town.clock_day();
    town.today_is(date(2026, 2, 10));
    let as_of = async || town.office.statistics(None).await.unwrap().unwrap().as_of;
    assert_eq!(as_of().await, date(2026, 2, 10), "nothing waits");
    six_file(&town).await;
    seconds_later(&town, 30);
    assert_eq!(as_of().await, friday, "nobody counts");
    town.office.fold_statistics().await.unwrap();
    seconds_later(&town, 30);
    assert_eq!(as_of().await, date(2026, 2, 10));
}
