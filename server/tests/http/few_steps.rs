//! A release in few steps, as forms are posted: people with their addresses, letters, receipts, and a copy with its list.

use reqwest::Method;

use crate::support::{
    Portal, days_ago,
    html::{choice, words},
    release::{HALF_AN_HOUR, movie},
};

#[tokio::test]
async fn letters_lead_to_their_sheets_and_receipts_are_entered_for_those_that_are_ticked() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let (kim, release) = (&case.kim.browser, case.release_page());
    let people = format!("/staff/recordings/{}/people", case.recording);
    let known = [
        ("act", "person"),
        ("pseudonym", "Person A"),
        ("seen", "0:10-0:40"),
        ("name", "Ana Varga"),
        ("postal_address", "12 Oak Street\nKansas City MO"),
    ];
    // Without "nobody else", the next person is asked for, under a pseudonym that is free.
    assert_eq!(kim.posted(&people, &known).await, format!("{people}?done=1"));
    let log = kim.get(&people).await.text();
    assert!(log.contains("value=\"Person B\""), "{log}");
    let twice = kim.post(&people, &known).await;
    assert!(
        twice.status == 422 && twice.is_refused_at("pseudonym"),
        "{}",
        twice.text()
    );
    let last = [
        ("act", "person"),
        ("pseudonym", "Person B"),
        ("seen", "1:00-1:10"),
        ("name", "Bela Varga"),
        ("postal_address", "12 Oak Street\nKansas City MO"),
        ("people_logged", "yes"),
    ];
    let files = format!("/staff/recordings/{}/files?logged=1", case.recording);
    assert_eq!(kim.posted(&people, &last).await, files);

    let send = [
        ("act", "send_all"),
        ("channel", "certified_mail"),
        ("audience", "requester"),
    ];
    let sheets = kim.posted(&release, &send).await;
    let of = format!("/staff/letters?on={}&of={}&done=1", days_ago(0), case.receipt.number);
    assert_eq!(sheets, of);
    assert_eq!(kim.get(&sheets).await.text().matches("bwc-letters-one").count(), 2);
    let stranger = kim
        .get(&format!("/staff/letters?on={}&of=KC-26-0000-00", days_ago(0)))
        .await;
    assert_eq!(stranger.status, 404);

    // What comes next is open on the page, with both ticked.
    let page = kim.get(&release).await.text();
    let first = choice(&page, "notice").expect("a letter to tick");
    let receive = |notice: &'static str, on: &str, proof: &'static str| {
        let (notice, on) = (
            if notice.is_empty() {
                String::new()
            } else {
                first.clone()
            },
            on.to_owned(),
        );
        vec![
            ("act", "receive_all".to_owned()),
            ("notice", notice),
            ("on", on),
            ("proof", proof.to_owned()),
        ]
    };
    let posts = async |form: Vec<(&str, String)>| {
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        kim.post(&release, &form).await
    };
    let today = days_ago(0);
    let nobody = [
        ("act", "receive_all"),
        ("on", today.as_str()),
        ("proof", "certified_mail"),
    ];
    let nobody = kim.post(&release, &nobody).await;
    assert!(nobody.status == 422 && words(&nobody.text()).contains("Tick whose letters were received"));
    let ahead = posts(receive("first", &days_ago(-2), "certified_mail")).await;
    assert!(ahead.status == 422 && ahead.is_refused_at("on"), "{}", ahead.text());
    let unfit = posts(receive("first", &today, "publication")).await;
    assert!(
        unfit.status == 422 && words(&unfit.text()).contains("does not follow from how the notice was sent"),
        "{}",
        unfit.text()
    );
    let done = posts(receive("first", &today, "certified_mail")).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let page = kim.get(&release).await.text();
    let left = choice(&page, "notice").expect("the other one");
    assert_ne!(left, first);
    // Somebody who had the page open before sends what is entered already: nothing is entered twice.
    let again = posts(receive("first", &today, "certified_mail")).await;
    assert!([303, 409].contains(&again.status), "{}", again.text());
}

#[tokio::test]
async fn a_copy_sent_in_pieces_comes_with_its_list_which_is_read_before_a_byte_travels() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = &case.kim.browser;
    let video = movie(HALF_AN_HOUR, &[7; 4_000]);
    let bytes = video.len().to_string();
    let begin = |list: &'static str| {
        let form = [
            ("recording", case.recording.clone()),
            ("kind", "copy".to_owned()),
            ("name", "copy.mp4".to_owned()),
            ("bytes", bytes.clone()),
            ("redactions", list.to_owned()),
        ];
        async move {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
            kim.post("/staff/uploads", &form).await
        }
    };
    let unread = begin("hide the face").await;
    assert_eq!(unread.status, 422, "{}", unread.text());
    assert!(unread.text().contains("hide the face"), "{}", unread.text());
    let list = "blur 0:10-0:20 | RSMo 610.100.3";
    let answer = begin(list).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    let said: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    let path = format!("/staff/uploads/{}", said["id"].as_str().expect("an id"));
    let put = kim.raw(Method::PUT, &format!("{path}?offset=0"));
    let put = kim.send(put.header("Sec-Fetch-Site", "same-origin").body(video)).await;
    assert_eq!(put.status, 200, "{}", put.text());
    // A list that does not fit the recording is mended, and the file stays.
    let beyond = [("redactions", "blur 5:00:00-6:00:00 | RSMo 610.100.3")];
    let refused = kim.post(&format!("{path}/finish"), &beyond).await;
    assert!((400..500).contains(&refused.status), "{}", refused.text());
    // Nor is one that cannot be read taken for none.
    let twice = [("redactions", list), ("redactions", list)];
    let unread = kim.post(&format!("{path}/finish"), &twice).await;
    assert_eq!(unread.status, 400, "{}", unread.text());
    let kept = kim.post(&format!("{path}/finish"), &[("redactions", list)]).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    let page = kim
        .get(&format!("/staff/recordings/{}/files", case.recording))
        .await
        .text();
    assert!(page.contains("redaction-list") && page.contains("610.100.3"), "{page}");
}
