//! The public statistics, as people and programs ask for them.

use crate::support::Portal;

const TABLES: [&str; 10] = [
    "by_month",
    "by_track",
    "by_division",
    "acted_in_time",
    "promises",
    "petitions",
    "orders",
    "holds",
    "deletions",
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
