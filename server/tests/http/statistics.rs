//! The public statistics, as people and programs ask for them.

use crate::support::Portal;

const TABLES: [&str; 18] = [
    "by_outcome",
    "by_month",
    "by_track",
    "by_division",
    "acted_in_time",
    "first_action",
    "first_action_curve",
    "release",
    "release_curve",
    "promises",
    "petitions",
    "orders",
    "holds",
    "coverage_gaps",
    "deletions",
    "deleted_while_requested",
    "recording_orders",
    "cameras",
];

#[tokio::test]
async fn everybody_reads_the_figures_and_takes_each_table_along() {
    let portal = Portal::open();
    let ana = portal.resident();
    for path in ["/statistics", "/es/statistics"] {
        let page = ana.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.text().contains("<svg"), "charts are drawn on the server");
        assert!(page.text().contains("<details"), "each figure has its definition");
    }
    for table in TABLES {
        let csv = ana.get(&format!("/statistics/{table}.csv")).await;
        assert_eq!(csv.status, 200, "{table}");
        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        assert!(csv.text().starts_with("key,name,"), "{table}: {}", csv.text());
    }
    let spanish = ana.get("/es/statistics/cameras.csv").await;
    assert!(spanish.text().starts_with("clave,nombre,"));
}

#[tokio::test]
async fn each_figure_says_what_it_counts_out_of_what_over_which_time_and_what_it_does_not_say() {
    let portal = Portal::open();
    let ana = portal.resident();
    let page = ana.get("/statistics").await.text();
    let figures: Vec<&str> = page.split("<section data-figure=").skip(1).collect();
    assert_eq!(
        figures.len(),
        statistics::definitions::ALL.len(),
        "no figure is dropped"
    );
    for figure in figures {
        for said in ["Counted", "Out of", "Period", "What it does not say"] {
            assert!(figure.contains(&format!("<dt>{said}</dt>")), "{said}: {figure}");
        }
    }
    for (words, why) in [
        ("(RSMo 610.100.2(2))", "a wait rests on a section of law"),
        ("percent of the stated goal", "cameras against the goal"),
        (
            "Only years that are over are shown.",
            "people hear why this year is not there",
        ),
        ("within a minute", "people hear how old the figures are"),
    ] {
        assert!(page.contains(words), "{why}");
    }
}

#[tokio::test]
async fn a_year_or_table_that_does_not_exist_is_answered_clearly() {
    let portal = Portal::open();
    let ana = portal.resident();
    for path in [
        "/statistics?year=1999",
        "/statistics?year=-3",
        "/statistics?year=2026-13",
        "/es/statistics?year=999999999999",
        "/statistics?year=%3Cscript%3E",
    ] {
        let page = ana.get(path).await;
        assert_eq!(page.status, 422, "{path}");
        assert!(
            page.text().contains("/statistics?year="),
            "{path} offers the years there are"
        );
        assert!(!page.text().contains("<script>"));
    }
    for path in [
        "/statistics/none.csv",
        "/statistics/by_month",
        "/statistics/by_month.csv?year=1999",
        "/statistics/by_month.csv?year=x",
        "/statistics/..%2fdaylight.db",
    ] {
        assert_eq!(ana.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_home_page_hides_the_numbers_that_the_statistics_hide() {
    let portal = Portal::open();
    let ana = portal.resident();
    ana.files_a_request().await;
    for (path, hidden, note) in [
        ("/", "hidden", "Numbers from 1 to 4 are hidden"),
        ("/es", "oculto", "Los números del 1 al 4 se ocultan"),
    ] {
        let page = ana.get(path).await.text();
        let numbers: Vec<&str> = page.split("class=\"bwc-home__number\">").skip(1).collect();
        let numbers: Vec<&str> = numbers.iter().filter_map(|rest| rest.split('<').next()).collect();
        assert_eq!(numbers, [hidden, hidden, "0", "0"], "{path}");
        assert!(page.contains(note), "{page}");
    }
}
