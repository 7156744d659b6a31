//! For whoever watches the portal.

use reqwest::Method;

use crate::support::Portal;

#[tokio::test]
async fn the_portal_says_that_it_is_alive_and_able() {
    let portal = Portal::open();
    let ana = portal.resident();
    assert_eq!(
        (ana.get("/healthz").await.status, ana.get("/readyz").await.status),
        (200, 200)
    );
}

#[tokio::test]
async fn figures_name_routes_and_nobody() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    ana.opens(&receipt).await;
    ana.get(&format!("/requests/{}?q=secretquery", receipt.number)).await;
    ana.send(ana.raw(Method::from_bytes(b"MADEUP").expect("a method"), "/nowhere/secretpath"))
        .await;
    let figures = ana.get("/metrics").await;
    assert_eq!(figures.status, 200);
    let text = figures.text();
    assert!(text.contains("route=\"/requests/{number}\""), "{text}");
    for private in [
        receipt.number.as_str(),
        &receipt.code,
        "secretquery",
        "secretpath",
        "MADEUP",
        "127.0.0.1",
        "KC-",
    ] {
        assert!(!text.contains(private), "{private}: {text}");
    }
    let through_a_proxy = ana
        .raw(Method::GET, "/metrics")
        .header("X-Forwarded-For", "198.51.100.7");
    assert_eq!(ana.send(through_a_proxy).await.status, 404);
}

#[tokio::test]
async fn told_to_end_the_portal_ends_well() {
    let mut portal = Portal::open();
    portal.resident().files_a_request().await;
    assert!(portal.ends_when_told(), "{}", portal.said());
}
