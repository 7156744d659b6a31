//! A custodian stops what was released, over HTTP: every address of it, and what every page says.

use reqwest::Method;

use crate::support::{
    Portal,
    release::{HALF_AN_HOUR, movie, sha256},
};

#[tokio::test]
async fn a_custodian_stops_a_video_and_every_page_says_so() {
    for lang in ["", "/es"] {
        let portal = Portal::open();
        let case = portal.begins_a_release().await;
        let video = movie(HALF_AN_HOUR, b"what was filmed");
        let release = case.releases_copy(&video).await;
        case.publishes(&release).await;
        let number = case.receipt.number.clone();
        let status = format!("{lang}/requests/{number}");
        let stranger = portal.resident();
        let ready = stranger.get(&status).await.text();
        let (is_ready, was_stopped) = if lang.is_empty() {
            ("The video was released.", "The video that was released was stopped on")
        } else {
            ("El video se entregó.", "El video que se entregó se detuvo el")
        };
        assert!(ready.contains(is_ready) && !ready.contains(was_stopped));

        let form = format!("{lang}/staff/requests/{number}/release");
        let page = case.kim.browser.get(&format!("{form}?act=stop")).await.text();
        assert!(page.contains("name=\"to_requester\""), "the form is offered");
        let without = [
            ("act", "stop"),
            ("release", release.as_str()),
            ("reason", ""),
            ("to_requester", "We send another copy."),
        ];
        let refused = case.kim.browser.post(&form, &without).await;
        assert_eq!(refused.status, 422);
        assert!(
            refused.text().contains("We send another copy."),
            "what was typed is kept"
        );
        let full = [
            ("act", "stop"),
            ("release", release.as_str()),
            ("reason", "A name is heard at 1:12"),
            ("to_requester", "We send another copy."),
        ];
        let by_reviewer = case.rhea.browser.post(&form, &full).await;
        assert_eq!(by_reviewer.status, 403, "whoever may not release may not stop");
        case.kim.browser.posted(&form, &full).await;

        let public = format!("/library/{release}/video.mp4");
        let private = format!("/requests/{number}/private/files/{release}/video.mp4");
        let tag = format!("\"{}\"", sha256(&video));
        for (who, path) in [(&stranger, &public), (&case.ana, &private)] {
            for (method, name, value) in [
                (Method::GET, "Accept", "*/*"),
                (Method::HEAD, "Accept", "*/*"),
                (Method::GET, "Range", "bytes=0-9"),
                (Method::GET, "If-None-Match", tag.as_str()),
                (Method::HEAD, "If-None-Match", tag.as_str()),
                (Method::GET, "If-Range", tag.as_str()),
            ] {
                let asked = who.raw(method.clone(), path).header(name, value);
                let answer = who.send(asked).await;
                assert_eq!(answer.status, 303, "{method} {path} {name}");
            }
        }
        let gone = stranger.get(&format!("{lang}/library/{release}")).await;
        assert_eq!(gone.status, 410);
        assert!(!gone.text().contains("1:12"), "why is the office's");
        assert!(stranger.get(&status).await.text().contains(was_stopped));
        let own = case.ana.get(&format!("{lang}/requests/{number}/private")).await.text();
        assert!(own.contains("We send another copy.") && !own.contains("1:12") && !own.contains("<video"));
        assert!(own.contains(was_stopped), "no false ready");
        let listed = stranger.get(&format!("{lang}/library")).await.text();
        assert!(!listed.contains(&release));
        let audit = case.kim.browser.get(&format!("{lang}/staff/audit")).await.text();
        assert!(audit.contains("1:12"), "the audit log keeps why");
        let again = case.kim.browser.post(&form, &full).await;
        assert_ne!(again.status, 303, "what stopped stays so");
    }
}
