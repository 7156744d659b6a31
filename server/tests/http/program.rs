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

/// Everything that the form of a text holds, as a browser would send it.
fn held(page: &str) -> Vec<(String, String)> {
    let form = page
        .split("<form")
        .find(|rest| rest.contains(" id=\"fields\""))
        .expect("the form");
    let form = form.split("</form>").next().expect("its end");
    let mut held = Vec::new();
    for rest in form.split('<').map(|rest| format!("<{rest}")) {
        let named = |tag: &str| {
            html::tags(&rest, tag)
                .into_iter()
                .next()
                .and_then(|mut tag| tag.remove("name"))
        };
        let put = |held: &mut Vec<(String, String)>, name: String, value: String| held.push((name, value));
        if let Some(name) = named("input") {
            let value = html::tags(&rest, "input")[0].get("value").cloned().unwrap_or_default();
            put(&mut held, name, value);
        } else if let Some(name) = named("textarea") {
            let value = html::value(&format!("{rest}</textarea>"), &name).unwrap_or_default();
            put(&mut held, name, value);
        } else if let Some(name) = named("select") {
            put(&mut held, name, String::new());
        } else if let Some(option) = html::tags(&rest, "option").into_iter().next()
            && option.contains_key("selected")
        {
            let last = held.last_mut().expect("a list");
            last.1 = option.get("value").cloned().unwrap_or_default();
        }
    }
    held
}

/// The same with one value changed: the nth of its name, from 0.
fn with(held: &[(String, String)], name: &str, nth: usize, value: &str) -> Vec<(String, String)> {
    let mut held = held.to_vec();
    let field = held.iter_mut().filter(|(known, _)| known == name).nth(nth);
    field.unwrap_or_else(|| panic!("no {name}")).1 = value.into();
    held
}

fn pressing<'f>(held: &'f [(String, String)], act: &'f str, reason: &'f str) -> Vec<(&'f str, &'f str)> {
    let typed = held
        .iter()
        .filter(|(name, _)| name != "reason")
        .map(|(name, value)| (&**name, &**value));
    typed.chain([("reason", reason), ("act", act)]).collect()
}

#[tokio::test]
async fn an_administrator_edits_each_text_in_a_form_that_says_the_same_as_its_toml() {
    let portal = Portal::open();
    let alex = portal.staff("alex@example.org", "admin").await.browser;
    let list = alex.get("/staff/program").await.text();
    for key in program::TextKey::all() {
        let path = format!("/staff/program/{}/fields", key.key());
        assert!(list.contains(&format!("href=\"{path}\"")), "the list leads to {path}");
        let opened = held(&alex.get(&path).await.text());
        let published = alex.post(&path, &pressing(&opened, "publish", "Nothing new")).await;
        assert_eq!(published.status, 303, "{path}: {:?}", html::words(&published.text()));
        let toml = alex.get(&format!("/staff/program/{}", key.key())).await.text();
        let toml = html::value(&toml, "text").expect("a text");
        assert_eq!(toml, program::Program::built_in().text(key), "{path} loses nothing");
    }
}

#[tokio::test]
async fn entries_are_added_moved_and_taken_out_without_script_and_a_flaw_is_told_at_its_field() {
    let portal = Portal::open();
    let alex = portal.staff("alex@example.org", "admin").await.browser;
    let path = "/staff/program/funding/fields";
    let opened = held(&alex.get(path).await.text());
    let facts = |held: &[(String, String)]| -> Vec<String> {
        let texts = held.iter().filter(|(name, _)| name == "fact_en");
        texts.map(|(_, text)| text.clone()).collect()
    };
    let before = facts(&opened);
    let typed = with(&opened, "fact_en", 1, "Typed <and> kept");

    let longer = alex.post(path, &pressing(&typed, "add-fact", "because")).await;
    assert_eq!(longer.status, 200);
    assert!(
        html::value(&longer.text(), "reason").is_some_and(|reason| reason == "because"),
        "the reason is kept"
    );
    let longer = held(&longer.text());
    let grown = facts(&longer);
    assert_eq!(
        (grown.len(), &*grown[1], &*grown[before.len()]),
        (before.len() + 1, "Typed <and> kept", "")
    );
    assert!(
        !alex.get("/program/funding").await.text().contains("Typed"),
        "nothing is published"
    );

    // Sources go with their facts when an entry above them is taken out.
    let shorter = held(&alex.post(path, &pressing(&longer, "remove-fact-0", "")).await.text());
    assert_eq!(facts(&shorter)[0], "Typed <and> kept");
    let sources = |held: &[(String, String)], row: &str| -> Vec<String> {
        let all = held
            .iter()
            .filter(|(name, value)| name == "fact_sources" && value.starts_with(row));
        all.map(|(_, value)| value.split_once(':').expect("a row").1.to_owned())
            .collect()
    };
    assert_eq!(sources(&shorter, "1:"), sources(&opened, "2:"));
    let moved = held(&alex.post(path, &pressing(&shorter, "up-fact-1", "")).await.text());
    assert_eq!(facts(&moved)[1], "Typed <and> kept");

    // The new entry says only its English: what lacks is told at its fields, and nothing typed is lost.
    let last = before.len();
    let half = with(&longer, "fact_en", last, "The City paid once more in 2022.");
    let refused = alex.post(path, &pressing(&half, "publish", "A vote")).await;
    assert_eq!(refused.status, 422);
    let page = refused.text();
    for field in ["fact_es", "fact_topic", "fact_sources"] {
        let place = format!("#{field}-{}", last + 1);
        assert!(page.contains(&place), "the summary leads to {place}");
        assert!(
            page.contains(&format!("id=\"{field}-{}-error\"", last + 1)),
            "{field} says what is wrong"
        );
    }
    assert!(page.contains("The City paid once more in 2022."));
    let money = with(&longer, "fact_figure_value", 0, "a lot");
    let refused = alex.post(path, &pressing(&money, "preview", "")).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text().contains("id=\"fact_figure_value-1-error\""));

    let whole = with(&half, "fact_es", last, "La ciudad pagó otra vez en 2022.");
    let whole = with(&whole, "fact_topic", last, "cost");
    let whole = with(&whole, "fact_date", last, "2022");
    let mut whole = whole;
    whole.push(("fact_sources".to_owned(), format!("{last}:press_2021")));
    let preview = alex.post(path, &pressing(&whole, "preview", "")).await;
    assert_eq!(preview.status, 200);
    assert!(
        preview.text().contains("Typed &lt;and&gt; kept"),
        "the preview shows the page"
    );
    assert!(!alex.get("/program/funding").await.text().contains("once more"));
    assert_eq!(
        alex.post(path, &pressing(&whole, "publish", "A vote")).await.status,
        303
    );
    assert!(
        alex.get("/program/funding")
            .await
            .text()
            .contains("The City paid once more in 2022.")
    );
    let other = with(&whole, "key", 0, &"7".repeat(32));
    let late = alex.post(path, &pressing(&other, "publish", "Again")).await;
    assert_eq!(late.status, 409, "somebody was faster");
    assert!(
        late.text().contains("Typed &lt;and&gt; kept"),
        "and nothing typed is lost"
    );

    // Back to what came with the program, by the form.
    let old = held(&alex.get(&format!("{path}?from=0")).await.text());
    assert_eq!(facts(&old), before);
    assert_eq!(
        alex.post(path, &pressing(&old, "publish", "Taken back")).await.status,
        303
    );
    assert!(!alex.get("/program/funding").await.text().contains("once more"));
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
