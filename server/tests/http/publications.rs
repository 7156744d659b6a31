//! The public library over HTTP: one person proposes, another approves, one takes down; what every page says of it.

use reqwest::Method;

use crate::support::{
    Portal, html,
    release::{HALF_AN_HOUR, movie, sha256},
    sound_form,
};

#[tokio::test]
async fn two_people_make_a_video_public_and_one_takes_it_down() {
    for lang in ["", "/es"] {
        let portal = Portal::open();
        let case = portal.begins_a_release().await;
        let (kim, rhea, stranger) = (&case.kim.browser, &case.rhea.browser, portal.resident());
        let video = movie(HALF_AN_HOUR, b"what was filmed");
        let release = case.releases_copy(&video).await;
        let form = format!("{lang}{}", case.release_page());
        let public = format!("/library/{release}/video.mp4");

        let untitled = [
            ("act", "propose"),
            ("release", release.as_str()),
            ("title", ""),
            ("warning", "Somebody shouts in the rain"),
        ];
        let refused = kim.post(&form, &untitled).await;
        assert_eq!(refused.status, 422);
        assert!(refused.is_refused_at("title") && refused.text().contains("Somebody shouts in the rain"));
        let by_reviewer = rhea.post(&form, &untitled).await;
        assert_eq!(by_reviewer.status, 403, "who approves does not propose");
        let titled = [
            ("act", "propose"),
            ("release", release.as_str()),
            ("title", "Oak Street"),
            ("warning", "Somebody shouts"),
        ];
        kim.posted(&form, &titled).await;
        assert_eq!(stranger.get(&public).await.status, 404, "proposed is not public");
        let queue = rhea.get(&format!("{lang}/staff/queue")).await.text();
        assert!(queue.contains("/staff/library"), "the queue tells of it");
        let waiting = rhea.get(&format!("{lang}/staff/library")).await.text();
        assert!(waiting.contains("Oak Street") && waiting.contains(&case.receipt.number));

        let opened = kim.get(&format!("{form}?act=approve")).await.text();
        let proposal = html::choice(&opened, "publication").expect("the proposal");
        let approve = [("act", "approve"), ("publication", proposal.as_str())];
        let alone = kim.post(&form, &approve).await;
        assert_eq!(alone.status, 409, "{}", alone.text());
        let unexplained = [("act", "send_back"), ("publication", proposal.as_str()), ("reason", "")];
        assert_eq!(rhea.post(&form, &unexplained).await.status, 422);
        let back = [
            ("act", "send_back"),
            ("publication", proposal.as_str()),
            ("reason", "The title names a street"),
        ];
        rhea.posted(&form, &back).await;
        assert_ne!(
            rhea.post(&form, &approve).await.status,
            303,
            "what went back does not wait"
        );
        let page = kim.get(&form).await.text();
        assert!(page.contains("The title names a street"), "who proposed reads why");
        case.publishes(&release).await;

        let tag = format!("\"{}\"", sha256(&video));
        assert_eq!(stranger.get(&public).await.status, 200);
        let list = stranger.get(&format!("{lang}/library")).await.text();
        assert!(list.contains("Oak Street, an afternoon"));
        let now = rhea.get(&format!("{lang}/staff/library?view=public")).await.text();
        assert!(now.contains("Oak Street, an afternoon"));

        let down = [
            ("act", "take_down"),
            ("release", release.as_str()),
            ("reason", "A name is heard at 1:12"),
        ];
        assert_eq!(rhea.post(&form, &down).await.status, 403);
        kim.posted(&form, &down).await;
        for (method, name, value) in [
            (Method::GET, "Accept", "*/*"),
            (Method::HEAD, "Accept", "*/*"),
            (Method::GET, "Range", "bytes=0-9"),
            (Method::GET, "If-None-Match", tag.as_str()),
            (Method::GET, "If-Range", tag.as_str()),
        ] {
            let asked = stranger.raw(method.clone(), &public).header(name, value);
            assert_eq!(stranger.send(asked).await.status, 303, "{method} {name}");
        }
        let gone = stranger.get(&format!("{lang}/library/{release}")).await;
        assert_eq!(gone.status, 410);
        assert!(!gone.text().contains("1:12"), "why is the office's");
        let list = stranger.get(&format!("{lang}/library")).await.text();
        assert!(!list.contains(&release));
        let private = format!("/requests/{}/private/files/{release}/video.mp4", case.receipt.number);
        assert_eq!(case.ana.get(&private).await.status, 200, "the delivery goes on");
        let ended = rhea.get(&format!("{lang}/staff/library?view=ended")).await.text();
        assert!(ended.contains("A name is heard at 1:12"));
    }
}

#[tokio::test]
async fn a_delivery_to_a_person_shown_is_not_made_public_through_any_form() {
    let portal = Portal::open();
    let mut form = sound_form();
    form.retain(|(name, _)| *name != "track");
    form.extend([("track", "depicted".into()), ("relation", "It is me".into())]);
    form.iter_mut()
        .filter(|(name, _)| *name == "name")
        .for_each(|(_, value)| "Ana Reyes".clone_into(value));
    let case = portal.begins_a_release_of(&form).await;
    let release = case.releases_copy(&movie(HALF_AN_HOUR, b"what was filmed")).await;
    let propose = [
        ("act", "propose"),
        ("release", release.as_str()),
        ("title", "Ana"),
        ("warning", "Nothing"),
    ];
    let refused = case.kim.browser.post(&case.release_page(), &propose).await;
    assert_eq!(refused.status, 409);
    assert!(refused.text().contains("Ana"), "what was typed is kept");
    let page = case.kim.browser.get(&case.release_page()).await.text();
    assert!(!page.contains("act=propose"), "nor is it offered");
    assert!(
        page.contains("public track") && page.contains("610.100.2(4)"),
        "the page says why"
    );
    let stranger = portal.resident();
    assert_eq!(stranger.get(&format!("/library/{release}")).await.status, 404);
}
