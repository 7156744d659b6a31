//! Hostile text in every field, shown on every page that shows it: nothing of it becomes markup.

use crate::support::{Portal, fresh_key, sound_form};

/// Each ends what it may stand in, and begins something that runs.
const HOSTILE: [&str; 5] = [
    "</textarea><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style></noscript><svg onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;<!--",
];

/// What a browser would run, as it would stand in the page unescaped.
/// An apostrophe ends nothing: leptos puts attributes in quotation marks.
const RUNS: [&str; 5] = [
    "<script>alert",
    "<img src=x",
    "='' onmouseover",
    "<svg onload",
    "&lt;script&gt;alert(1)&lt;/script&gt;<!--",
];

fn harmless(page: &str, place: &str) {
    for runs in RUNS {
        assert!(!page.contains(runs), "{runs} in {place}: {page}");
    }
}

#[tokio::test]
async fn what_a_resident_types_never_runs_in_anybodys_browser() {
    let portal = Portal::open();
    let kim = portal.custodian("kim@example.org").await;
    for hostile in HOSTILE {
        let ana = portal.resident();
        let mut form = sound_form();
        for field in [
            "place",
            "report_number",
            "officers",
            "people",
            "description",
            "name",
            "phone",
            "postal_address",
            "relation",
            "represents",
            "civil_claim",
        ] {
            form.retain(|(name, _)| *name != field);
            // The shortest field takes forty characters.
            form.push((field, hostile.chars().take(40).collect()));
        }
        let receipt = ana.files(&form).await;
        harmless(&ana.opens(&receipt).await.text(), "the private page");
        let private = format!("/requests/{}/private", receipt.number);
        ana.post(&private, &[("act", "write"), ("key", &fresh_key()), ("text", hostile)])
            .await;
        let page = ana.get(&private).await.text();
        assert!(page.contains("alert(1)"), "it is shown as text");
        harmless(&page, "the messages");

        let number = &receipt.number;
        for path in [
            format!("/staff/requests/{number}"),
            format!("/staff/requests/{number}/act/reply"),
            "/staff/queue".into(),
            format!("/requests/{number}"),
            "/requests".into(),
            format!("/es/requests/{number}"),
        ] {
            harmless(&kim.browser.get(&path).await.text(), &path);
        }
        kim.does(number, "ask_clarification", &[("text", hostile)]).await;
        harmless(&ana.get(&private).await.text(), "the question");
        harmless(
            &kim.browser.get(&format!("/staff/requests/{number}")).await.text(),
            "the custodian's page",
        );
    }
}

#[tokio::test]
async fn what_is_shown_again_after_a_refusal_never_runs() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    for hostile in HOSTILE {
        let form: Vec<(&str, String)> = sound_form()
            .into_iter()
            .map(|(name, value)| {
                (
                    name,
                    if matches!(name, "website" | "media") {
                        value
                    } else {
                        hostile.to_owned()
                    },
                )
            })
            .collect();
        let refused = ana.post("/request", &form).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.value("description").as_deref(), Some(hostile), "kept as typed");
        harmless(&refused.text(), "the form");
        harmless(
            &ana.post("/track", &[("number", hostile), ("code", hostile)])
                .await
                .text(),
            "/track",
        );
        let follow = format!("/requests/{number}/follow");
        harmless(
            &ana.post(&follow, &[("email", hostile), ("website", "")]).await.text(),
            "following",
        );
        let sign_in = [("email", hostile), ("password", hostile), ("next", hostile)];
        harmless(&ana.post("/staff/sign-in", &sign_in).await.text(), "signing in");
        let fields = ["text", "next_step", "provision", "court", "case_number"].map(|name| (name, hostile));
        for act in ["deny", "record_petition", "enter_order"] {
            let mut form = kim.form(&number, act, &fields).await;
            form.push(("promised".into(), hostile.into()));
            harmless(&kim.sends(&number, act, &form[..1]).await.text(), act);
            let form: Vec<(String, String)> = form.into_iter().filter(|(name, _)| name != "version").collect();
            harmless(&kim.sends(&number, act, &form).await.text(), act);
        }
        let query: String = reqwest::Url::parse_with_params("http://x/", &[("q", hostile)])
            .expect("a query")
            .query()
            .unwrap_or("")
            .into();
        harmless(&ana.get(&format!("/requests?{query}")).await.text(), "the search");
        let query = query.replace("q=", "next=");
        harmless(&ana.get(&format!("/staff/sign-in?{query}")).await.text(), "next");
        let query = query.replace("next=", "rule=") + "&start=x";
        harmless(
            &ana.get(&format!("/law/deadline?{query}")).await.text(),
            "the calculator",
        );
    }
}
