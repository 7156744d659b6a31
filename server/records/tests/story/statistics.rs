//! The statistics count what the docket tells.

use jiff::civil::date;
use law::request::Act;
use office::{
    desk::{PublicCounter as _, StatisticsDesk as _},
    forms::FilingForm,
};
use sqlx::AssertSqlSafe;

use crate::support::Town;

crate::on_both_engines!(
    after_a_year_the_running_totals_are_what_the_docket_gives,
    the_public_sees_the_figures_of_the_morning_until_the_next_day,
    a_portal_from_before_the_totals_counts_its_docket_once,
    a_year_without_requests_has_no_figures,
);

async fn after_a_year_the_running_totals_are_what_the_docket_gives(town: Town) {
    town.office.demo(150, 7, &[]).await.unwrap();
    assert!(town.office.totals_agree().await.unwrap());
    let shown = town.office.statistics(None).await.unwrap().unwrap();
    let months = shown.figures.table("by_month").unwrap();
    assert!(months.rows.len() > 1);
    assert_eq!(shown.figures.deleted_while_requested(), 0);
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
    let shown = town.office.statistics(Some(2026)).await.unwrap().unwrap();
    let months = shown.figures.table("by_month").unwrap();
    format!("{:?}", months.total)
}

async fn the_public_sees_the_figures_of_the_morning_until_the_next_day(town: Town) {
    six_file(&town).await;
    let morning = counted(&town).await;
    assert_eq!(morning, "Some(Shown(6))");
    six_file(&town).await;
    assert_eq!(counted(&town).await, morning);
    town.today_is(date(2026, 2, 10));
    town.office.take_snapshot().await.unwrap();
    assert_eq!(counted(&town).await, "Some(Shown(12))");
}

async fn a_portal_from_before_the_totals_counts_its_docket_once(town: Town) {
    let ana = town.resident("Ana").files().await;
    let custodian = town.custodian().await;
    custodian.does(ana.number(), Act::Acknowledge).await.unwrap();
    six_file(&town).await;
    for table in ["total", "total_story"] {
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
