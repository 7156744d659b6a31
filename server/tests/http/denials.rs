//! A denial, in whole and in part, by the pages of the console: only with a section of the list, a plain sentence and a next step.

use crate::support::{Portal, html};

#[tokio::test]
async fn a_denial_in_part_is_typed_in_rows_and_told_in_the_docket_the_letter_and_the_private_page() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let receipt = ana.files_a_request().await;
    let number = receipt.number.as_str();
    let row = |what, cited, why| {
        [
            ("withheld_what", what),
            ("withheld_provision", cited),
            ("withheld_why", why),
        ]
    };
    let given = [
        ("given", "redacted_recordings"),
        ("given_words", "The whole stop on Main Street."),
        ("next_step", "Ask for the reasons in writing."),
    ];
    let rows = |second: &'static str| {
        let first = row("faces", "RSMo 610.100.3", "Bystanders could be harmed.");
        let second = row("minutes", second, "A child is questioned.");
        [&given[..], &first[..], &row("", "", "")[..], &second[..]].concat()
    };

    // Another row is a page with what was typed, and nothing was sent.
    let more = [&rows("RSMo 211.321.3")[..], &[("more", "1")]].concat();
    let form = kim.form(number, "deny_in_part", &more).await;
    let longer = kim.sends(number, "deny_in_part", &form).await;
    assert_eq!(longer.status, 200, "{}", longer.text());
    let page = longer.text();
    assert_eq!(page.matches("name=\"withheld_what\"").count(), 4);
    assert!(page.contains("A child is questioned.") && page.contains("The whole stop on Main Street."));
    assert_eq!(ana.status(number).await, "received");

    // A section that is not on the list, in the third row.
    let form = kim.form(number, "deny_in_part", &rows("RSMo 610.023.3")).await;
    let refused = kim.sends(number, "deny_in_part", &form).await;
    assert_eq!(refused.status, 422);
    let page = refused.text();
    assert!(
        page.contains("href=\"#withheld_provision-3\"") && page.contains("id=\"withheld_provision-3\""),
        "{page}"
    );
    // A row half filled.
    let half = [
        &given[..],
        &[
            ("withheld_what", "faces"),
            ("withheld_provision", ""),
            ("withheld_why", ""),
        ],
    ]
    .concat();
    let form = kim.form(number, "deny_in_part", &half).await;
    assert_eq!(kim.sends(number, "deny_in_part", &form).await.status, 422);
    let form = kim.form(number, "deny_in_part", &given).await;
    assert_eq!(
        kim.sends(number, "deny_in_part", &form).await.status,
        422,
        "nothing withheld"
    );
    assert_eq!(ana.status(number).await, "received");

    kim.does(number, "deny_in_part", &rows("RSMo 211.321.3")).await;
    assert_eq!(ana.status(number).await, "under_review", "what is given follows");
    let public = html::words(&ana.get(&format!("/requests/{number}")).await.text());
    for said in [
        "denied in part",
        "faces or bodies of people (RSMo 610.100.3)",
        "some minutes of a recording (RSMo 211.321.3)",
    ] {
        assert!(public.contains(said), "{said}: {public}");
    }
    assert!(
        !public.contains("Bystanders could be harmed"),
        "the docket has no words of staff"
    );
    let private = html::words(&ana.opens(&receipt).await.text());
    for said in [
        "The whole stop on Main Street.",
        "Bystanders could be harmed.",
        "A child is questioned.",
    ] {
        assert!(private.contains(said), "{said}: {private}");
    }
}

#[tokio::test]
async fn a_denial_names_only_a_section_of_the_list_and_shows_their_words() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let page = kim
        .browser
        .get(&format!("/staff/requests/{number}/act/deny"))
        .await
        .text();
    let words = html::words(&page);
    assert!(words.contains("RSMo 610.021(14)") && words.contains("Records which are protected from disclosure by law"));
    let denial = |provision| {
        [
            ("provision", provision),
            ("text", "It is closed."),
            ("next_step", "Ask a court."),
        ]
    };
    let form = kim.form(&number, "deny", &denial("RSMo 610.023.3")).await;
    let refused = kim.sends(&number, "deny", &form).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.value("text").as_deref(), Some("It is closed."));
    kim.does(&number, "deny", &denial("§ 610.021(14)")).await;
    assert_eq!(ana.status(&number).await, "denied");
}
