//! `/track` and the private page.

use reqwest::Method;

use crate::support::{Portal, Receipt, fresh_key, html};

#[tokio::test]
async fn without_a_code_one_comes_to_the_public_page() {
    let portal = Portal::open();
    let receipt = portal.resident().files_a_request().await;
    let sloppy = receipt.number.to_lowercase().replace('-', " ");
    let answer = portal
        .resident()
        .post("/track", &[("number", sloppy.as_str()), ("code", "")])
        .await;
    assert_eq!(
        (answer.status, answer.location),
        (303, Some(format!("/requests/{}", receipt.number)))
    );
}

#[tokio::test]
async fn a_wrong_code_and_an_unknown_number_are_answered_alike_to_the_byte() {
    let portal = Portal::open();
    let (ana, ben) = (portal.resident(), portal.resident());
    let (one, two) = (ana.files_a_request().await, ben.files_a_request().await);
    let unknown = unknown_number(&one.number);
    let wrong = portal
        .resident()
        .post("/track", &[("number", &one.number), ("code", &two.code)])
        .await;
    let nobody = portal
        .resident()
        .post("/track", &[("number", &unknown), ("code", &two.code)])
        .await;
    assert_eq!((wrong.status, nobody.status), (422, 422));
    let plain = |page: &str, number: &str| html::without_nonce(page).replace(number, "NUMBER");
    assert_eq!(plain(&wrong.text(), &one.number), plain(&nobody.text(), &unknown));
    let names = |answer: &crate::support::Answer| answer.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&wrong), names(&nobody));
    assert!(wrong.text().contains("do not belong together"), "{}", wrong.text());
}

/// A number with sound check characters that nobody has.
fn unknown_number(known: &str) -> String {
    let year: i16 = known[3..5].parse().expect("a year");
    (0..9)
        .map(|random| office::TrackingNumber::make("KC", year, random).to_string())
        .find(|made| made != known)
        .expect("one")
}

#[tokio::test]
async fn a_slip_of_the_pen_is_told_as_one_and_is_no_failed_try() {
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "on")]);
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let last = receipt.code.chars().last().expect("a character");
    let slip = format!(
        "{}{}",
        &receipt.code[..receipt.code.len() - 1],
        if last == '7' { '8' } else { '7' }
    );
    for _ in 0..15 {
        let answer = ana
            .post("/track", &[("number", &receipt.number), ("code", &slip)])
            .await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.text().contains("typing mistake in this code"),
            "{}",
            answer.text()
        );
    }
    assert_eq!(ana.opens(&receipt).await.status, 200, "fifteen slips later");
}

#[tokio::test]
async fn a_private_page_opens_with_its_own_code_alone() {
    let portal = Portal::open();
    let (ana, ben) = (portal.resident(), portal.resident());
    let (hers, his) = (ana.files_a_request().await, ben.files_a_request().await);
    ana.opens(&hers).await;
    let path = format!("/requests/{}/private", his.number);
    let closed = ana.get(&path).await;
    let stranger = portal.resident().get(&path).await;
    assert_eq!((closed.status, closed.location.as_deref()), (303, Some("/track")));
    assert_eq!(
        (stranger.status, stranger.location, stranger.body),
        (closed.status, closed.location, closed.body)
    );

    let act = [("act", "withdraw"), ("key", &fresh_key())];
    assert_eq!(ana.post(&path, &act).await.status, 401);
    let forged = portal
        .resident()
        .form(&path, &act)
        .header("Cookie", "daylight_request=0123456789abcdef");
    assert_eq!(portal.resident().send(forged).await.status, 401);
    assert_eq!(ben.status(&his.number).await, "received");
}

#[tokio::test]
async fn a_requester_writes_withdraws_and_leaves() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let page = ana.opens(&receipt).await;
    assert_eq!(page.header("cache-control"), "no-store");
    let path = format!("/requests/{}/private", receipt.number);

    let empty = ana
        .post(&path, &[("act", "write"), ("key", &fresh_key()), ("text", " ")])
        .await;
    assert_eq!(empty.status, 422);
    let key = fresh_key();
    for _ in 0..2 {
        let written = ana
            .post(
                &path,
                &[("act", "write"), ("key", key.as_str()), ("text", "It was a red car")],
            )
            .await;
        assert_eq!(written.status, 303, "{}", written.text());
    }
    assert_eq!(
        ana.get(&path).await.text().matches("It was a red car").count(),
        1,
        "posted twice, kept once"
    );
    let strange = ana.post(&path, &[("act", "release"), ("key", &fresh_key())]).await;
    assert_eq!(strange.status, 422);

    assert_eq!(
        ana.post(&path, &[("act", "withdraw"), ("key", &fresh_key())])
            .await
            .status,
        303
    );
    assert_eq!(ana.status(&receipt.number).await, "withdrawn");
    let barred = ana
        .post(&path, &[("act", "write"), ("key", &fresh_key()), ("text", "Wait")])
        .await;
    assert!(matches!(barred.status, 303 | 409), "{}", barred.status);

    let left = ana.post(&path, &[("act", "leave")]).await;
    assert_eq!(
        (left.status, left.location),
        (303, Some(format!("/requests/{}", receipt.number)))
    );
    assert_eq!(ana.get(&path).await.status, 303, "the page is closed");
}

#[tokio::test]
async fn a_planted_session_never_becomes_a_real_one() {
    let portal = Portal::open();
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let planted = "daylight_request=11111111111111111111111111111111";
    let form = [("number", receipt.number.as_str()), ("code", receipt.code.as_str())];
    let opened = ana.send(ana.form("/track", &form).header("Cookie", planted)).await;
    assert_eq!(opened.status, 303);
    assert!(!opened.header("set-cookie").contains("1111111111"));
    let eve = portal.resident();
    let path = format!("/requests/{}/private", receipt.number);
    let tried = eve.send(eve.raw(Method::GET, &path).header("Cookie", planted)).await;
    assert_eq!(tried.status, 303);
}

#[tokio::test]
async fn a_code_of_another_shape_is_told_apart() {
    let portal = Portal::open();
    let ana = portal.resident();
    let Receipt { number, .. } = ana.files_a_request().await;
    for (number, code, told) in [
        (number.as_str(), "hello", "not an access code"),
        ("12", "", "not a tracking number"),
        ("", "", "Enter the tracking number"),
    ] {
        let answer = ana.post("/track", &[("number", number), ("code", code)]).await;
        assert_eq!(answer.status, 422);
        assert!(answer.text().contains(told), "{told}: {}", answer.text());
    }
}
