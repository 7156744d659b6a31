//! What is publicly known of the program, and its editing.

use std::collections::HashSet;

use crate::support::{Portal, html};

#[tokio::test]
async fn everybody_reads_the_facts_with_their_sources_in_both_languages() {
    let portal = Portal::open();
    let ana = portal.resident();
    for (path, words) in [
        ("/program", "340 cameras"),
        ("/es/program", "340 cámaras"),
        ("/program/policy", "Source"),
        ("/program/funding", "Where sources disagree"),
        ("/program/commitments", "Source"),
        ("/program/complaints", "KC_OCC_FILE_90D"),
        ("/program/retention", "180"),
        ("/program/access", "judge"),
        ("/es/program/complaints", "Fuente"),
    ] {
        let page = ana.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(page.text().contains(words), "{path} says {words}");
    }
    for section in program::SectionKey::ALL {
        let path = match section {
            program::SectionKey::WhoHasCameras => "/program".to_owned(),
            other => format!("/program/{}", other.key()),
        };
        for path in [path.clone(), format!("/es{path}")] {
            let page = ana.get(&path).await.text();
            let (facts, dates) = (" class=\"bwc-program__fact\"", " data-dated");
            assert!(page.contains(facts), "{path}");
            assert_eq!(page.matches(facts).count(), page.matches(dates).count(), "{path}");
        }
    }
    for path in ["/program", "/es/program/funding", "/program/commitments"] {
        let page = ana.get(path).await.text();
        let steps = page.split("class=\"bwc-program__steps\"").nth(1).expect("a time line");
        let steps = steps.split("</ol>").next().unwrap_or_default();
        assert_eq!(
            steps.matches("class=\"bwc-program__step\"").count(),
            steps.matches("class=\"bwc-program__source\"").count(),
            "each step names its source: {steps}"
        );
    }
    for path in ["/program/nothing", "/es/program/who_has_cameras", "/program/policy/2"] {
        assert_eq!(ana.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn an_administrator_previews_and_publishes_and_what_is_wrong_keeps_the_text() {
    let portal = Portal::open();
    let alex = portal.staff("alex@example.org", "admin").await.browser;
    let path = "/staff/program/policy";
    let opened = alex.get(path).await;
    assert_eq!(opened.status, 200);
    let title = program::Program::built_in();
    let title = &title.section(program::SectionKey::Policy).expect("a policy").title.en;
    let text = program::Program::built_in().text(program::TextKey::Section(program::SectionKey::Policy));
    let edited = text.replace(title.as_str(), "The policy <b>anew</b>");
    let form = |act, text, reason| [("act", act), ("version", "0"), ("text", text), ("reason", reason)];

    let preview = alex.post(path, &form("preview", &edited, "")).await;
    assert!(
        preview.text().contains("The policy &lt;b&gt;anew&lt;/b&gt;"),
        "the preview shows the edit as text"
    );
    assert!(
        !alex.get("/program/policy").await.text().contains("anew"),
        "a preview publishes nothing"
    );

    let broken = format!("{edited}\n[[fact]]\nid = \"kept words\"\n");
    let refused = alex.post(path, &form("publish", &broken, "why")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("kept words"), "what was typed is kept");

    let unexplained = alex.post(path, &form("publish", &edited, "")).await;
    assert_eq!(unexplained.status, 422);
    assert_eq!(alex.post(path, &form("publish", &edited, "A vote")).await.status, 303);
    assert!(
        alex.get("/program/policy")
            .await
            .text()
            .contains("The policy &lt;b&gt;anew&lt;/b&gt;")
    );
    let late = alex.post(path, &form("publish", &edited, "Again")).await;
    assert_eq!(late.status, 409, "somebody was faster");

    let kim = portal.custodian("kim@example.org").await.browser;
    assert_eq!(kim.get(path).await.status, 403);
    assert_eq!(kim.post(path, &form("publish", &edited, "Mine")).await.status, 403);
}

#[tokio::test]
async fn no_place_on_a_page_of_the_program_is_named_twice_and_its_links_answer() {
    let portal = Portal::open();
    let somebody = portal.resident();
    let front = somebody.get("/program").await.text();
    let links = |page: &str| -> Vec<String> {
        let all = html::tags(page, "a");
        all.into_iter().filter_map(|link| link.get("href").cloned()).collect()
    };
    let mut pages: Vec<String> = links(&front);
    pages.retain(|link| link.starts_with("/program"));
    pages.push("/program".to_owned());
    let mut followed = HashSet::new();
    for page in pages {
        let text = somebody.get(page.split('#').next().expect("a path")).await.text();
        let mut ids = HashSet::new();
        for tag in ["section", "h2", "h3", "li", "table", "div", "input"] {
            for id in html::tags(&text, tag)
                .into_iter()
                .filter_map(|tag| tag.get("id").cloned())
            {
                assert!(ids.insert(id.clone()), "{page} names {id} twice");
            }
        }
        for link in links(&text)
            .into_iter()
            .filter(|link| link.starts_with("/law/deadline?"))
        {
            if followed.insert(link.clone()) {
                let answer = somebody.get(&link).await;
                assert_eq!(answer.status, 200, "{page} leads to {link}");
                let rule = link.split("rule=").nth(1).expect("a rule");
                assert!(answer.text().contains(rule), "{link} chooses the rule");
            }
        }
    }
    assert!(!followed.is_empty());
}
