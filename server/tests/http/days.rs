//! Every open request has a day, or says since when it lies: on the pages, in the calendar, in the forms.

use crate::support::{Portal, days_ago, html};

#[tokio::test]
async fn whoever_filed_sees_the_three_days_run_on_after_it_was_taken_up() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    kim.does(&number, "acknowledge", &[]).await;
    for (lang, reading) in [("", "Here it is not"), ("/es", "Aquí no basta")] {
        let page = ana.get(&format!("{lang}/requests/{number}")).await.text();
        assert!(page.contains("data-clock=\"C1\""), "{lang}: the days run on");
        assert!(
            page.contains("data-reading=\"act_on_request_reading\"") && page.contains(reading),
            "{lang}"
        );
    }
    let calendar = ana.get(&format!("/requests/{number}/calendar.ics")).await.text();
    let calendar = calendar.replace("\r\n ", "");
    assert!(calendar.contains("Who must act: the records custodian"), "{calendar}");

    let kept = days_ago(-30);
    kim.does(
        &number,
        "explain_delay",
        &[("text", "The server is being moved."), ("promised", &kept)],
    )
    .await;
    let page = ana.get(&format!("/requests/{number}")).await.text();
    assert!(
        page.contains(&format!("datetime=\"{kept}\" data-clock=\"C8\"")),
        "the promised day is the next"
    );
}

#[tokio::test]
async fn a_delay_is_explained_in_words_and_with_a_day_that_can_be_meant() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let tries = async |text: &str, promised: &str| {
        let fields = [("text", text), ("promised", promised)];
        let form = kim.form(&number, "explain_delay", &fields).await;
        kim.sends(&number, "explain_delay", &form).await
    };
    for (text, promised) in [
        ("x", days_ago(-9)),
        ("Much work", days_ago(-60)),
        ("The server is being moved.", "2099-01-04".to_owned()),
    ] {
        let refused = tries(text, &promised).await;
        assert!(
            matches!(refused.status, 409 | 422),
            "{text} {promised}: {}",
            refused.status
        );
        assert_eq!(refused.value("text").as_deref(), Some(text), "nothing typed is lost");
    }
    assert_eq!(tries("The server is being moved.", &days_ago(-9)).await.status, 303);
    let same = tries("The server is  being moved.", &days_ago(-19)).await;
    assert_eq!(same.status, 422, "{}", same.text());
    let again = kim
        .browser
        .get(&format!("/staff/requests/{number}/act/explain_delay"))
        .await
        .text();
    assert!(again.contains("explained once already"), "{again}");
    assert_eq!(tries("The move takes a week longer.", &days_ago(-19)).await.status, 303);
    let page = ana.get(&format!("/requests/{number}")).await.text();
    assert!(
        page.contains("A day was promised once before"),
        "the public is told how often"
    );
}

#[tokio::test]
async fn what_the_law_gives_no_day_has_one_of_the_offices_own_everywhere() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    // What is entered mostly happened today.
    let form = kim
        .browser
        .get(&format!("/staff/requests/{number}/act/close_active"))
        .await;
    let today = form.value("confirmed_on").expect("a day");
    assert_eq!(today, days_ago(0));
    kim.does(&number, "close_active", &[("confirmed_on", &today)]).await;
    let page = ana.get(&format!("/requests/{number}")).await.text();
    let day = html::attribute(&page, "data-office-day").expect("the office's own day");
    assert!(page.contains("not the law"), "{page}");
    for path in ["/staff/queue".to_owned(), format!("/staff/requests/{number}")] {
        let page = kim.browser.get(&path).await.text();
        assert!(page.contains(&format!("data-office-day=\"{day}\"")), "{path}");
    }
    assert!(
        ana.get("/requests")
            .await
            .text()
            .contains(&format!("datetime=\"{day}\""))
    );
    let calendar = async || {
        let text = ana
            .get(&format!("/requests/{number}/calendar.ics"))
            .await
            .text()
            .replace("\r\n ", "");
        let event = text
            .split("BEGIN:VEVENT")
            .find(|event| event.contains("-office@"))
            .map(str::to_owned);
        event.expect("the office's day")
    };
    let sequence = |event: &str| {
        let (_, number) = event.split_once("SEQUENCE:").expect("a number");
        number
            .lines()
            .next()
            .and_then(|number| number.parse::<u32>().ok())
            .expect("a number")
    };
    let before = calendar().await;
    assert!(
        before.contains(&day.replace('-', "")) && before.contains("STATUS:CONFIRMED"),
        "{before}"
    );
    kim.does(
        &number,
        "deny",
        &[
            ("text", "No"),
            ("next_step", "Ask a court"),
            ("provision", "RSMo 610.021(14)"),
        ],
    )
    .await;
    let after = calendar().await;
    assert!(
        after.contains("STATUS:CANCELLED") && sequence(&after) > sequence(&before),
        "{after}"
    );
}

#[tokio::test]
async fn a_message_is_marked_as_read_and_the_daily_mail_turned_off() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let receipt = ana.files_a_request().await;
    let number = &receipt.number;
    ana.opens(&receipt).await;
    let thanks = [("act", "write"), ("text", "Thank you")];
    assert_eq!(
        ana.post(&format!("/requests/{number}/private"), &thanks).await.status,
        303
    );
    let path = format!("/staff/requests/{number}");
    let page = kim.browser.get(&path).await.text();
    assert!(page.contains("data-unread=\"1\"") && page.contains("Mark as read"));
    let seen = crate::support::html::hidden(&page, "read");
    let version = seen
        .iter()
        .find(|(name, _)| name == "version")
        .expect("a version")
        .1
        .clone();
    let read = [("act", "read"), ("version", version.as_str())];
    // What came since the page was read keeps its mark.
    ana.post(
        &format!("/requests/{number}/private"),
        &[("act", "write"), ("text", "One more thing")],
    )
    .await;
    assert_eq!(kim.browser.post(&path, &read).await.status, 409);
    let page = kim.browser.get(&path).await.text();
    assert!(page.contains("data-unread=\"2\""), "{page}");
    let seen = crate::support::html::hidden(&page, "read");
    let version = seen
        .iter()
        .find(|(name, _)| name == "version")
        .expect("a version")
        .1
        .clone();
    let read = [("act", "read"), ("version", version.as_str())];
    assert_eq!(kim.browser.post(&path, &read).await.status, 303);
    assert!(!kim.browser.get(&path).await.text().contains("data-unread"));
    let other = portal.staff("rita@example.org", "reviewer").await;
    assert_eq!(other.browser.post(&path, &[("act", "read")]).await.status, 403);

    let own = kim.browser.get("/staff/account").await.text();
    assert!(own.contains("Stop the daily mail"));
    assert_eq!(
        kim.browser.post("/staff/account", &[("act", "mail_off")]).await.status,
        303
    );
    assert!(
        kim.browser
            .get("/staff/account")
            .await
            .text()
            .contains("Get the daily mail")
    );
    assert!(!other.browser.get("/staff/account").await.text().contains("daily mail"));
}

#[tokio::test]
async fn the_pages_of_following_say_which_request() {
    let portal = Portal::open();
    let (ana, ben) = (portal.resident(), portal.resident());
    let number = ana.files_a_request().await.number;
    let follow = format!("/requests/{number}/follow");
    let shown = |page: &str| page.contains(&format!("class=\"bwc-number\">{number}"));
    assert!(shown(&ben.get(&follow).await.text()));
    ben.post(&follow, &[("email", "ben@example.org"), ("website", "")])
        .await;
    for outcome in ["asked", "confirmed", "stopped"] {
        assert!(
            shown(&ben.get(&format!("{follow}?{outcome}=1")).await.text()),
            "{outcome}"
        );
    }
    let letters = portal.letters_come(2).await;
    let letter = letters
        .iter()
        .find(|letter| letter.contains("To: ben@example.org"))
        .expect("a letter");
    let confirm = crate::csrf::links(letter, &portal.url)
        .into_iter()
        .find(|path| path.contains("/confirm/"))
        .expect("a link");
    assert!(shown(&ben.get(&confirm).await.text()));
}
