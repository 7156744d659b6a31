//! What staff read: limited to whom it is for, kept, and nobody decides on a recording they are on.

use crate::support::{
    Portal, Resident, html,
    release::{HALF_AN_HOUR, movie},
};

/// The path of an account's page.
async fn account(root: &Resident, email: &str) -> String {
    let list = root.get("/staff/accounts").await.text();
    let row = list.split("<tr>").find(|row| row.contains(email)).expect("a row");
    html::tags(row, "a")[0]["href"].clone()
}

#[tokio::test]
async fn a_requesters_name_and_words_are_for_who_works_the_request() {
    let portal = Portal::open();
    let number = portal.resident().files_a_request().await.number;
    let path = format!("/staff/requests/{number}");
    let kim = portal.custodian("kim@example.org").await.browser;
    assert!(kim.get(&path).await.text().contains("Ana Ruiz"));
    for role in ["reviewer", "supervisor", "prosecutor", "auditor", "admin"] {
        let other = portal.staff(&format!("{role}@example.org"), role).await.browser;
        let page = other.get(&path).await;
        let text = page.text();
        assert_eq!(page.status, 200, "{role}");
        assert!(
            text.contains("data-private=\"closed\"") && !text.contains("Ana Ruiz"),
            "{role}"
        );
        assert!(
            text.contains("Request received") || text.contains("bwc-timeline"),
            "the docket"
        );
    }
}

#[tokio::test]
async fn whoever_opens_footage_or_a_private_part_is_in_the_audit_log_once_a_session() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let film = movie(HALF_AN_HOUR, &[7; 64]);
    case.sends_copy(&film).await;
    let path = format!("/staff/requests/{}", case.receipt.number);
    let files = format!("/staff/recordings/{}/files", case.recording);
    let page = case.rhea.browser.get(&files).await.text();
    let look = page.split("/staff/files/").nth(1).expect("a link to the copy");
    let look = format!("/staff/files/{}", &look[..64]);
    for _ in 0..3 {
        assert_eq!(case.rhea.browser.get(&look).await.status, 200);
        case.kim.browser.get(&path).await;
    }
    let root = portal.staff("root@example.org", "admin").await.browser;
    let count = async |act: &str, words: &str| {
        let page = root.get(&format!("/staff/audit?act={act}")).await.text();
        page.matches(words).count()
    };
    assert_eq!(count("file_opened", "Opened: ").await, 1);
    assert_eq!(count("private_opened", "private part was opened").await, 1);
    // Whoever may not open a file is not led to it.
    let auditor = portal.staff("aud@example.org", "auditor").await.browser;
    let page = auditor.get(&files).await.text();
    assert!(!page.contains("/staff/files/"));
    assert!(
        !auditor
            .get("/staff/notices")
            .await
            .text()
            .contains("\"/staff/letters\"")
    );
}

#[tokio::test]
async fn whoever_is_on_a_recording_does_not_decide_on_it_and_is_told_why() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    case.sends_copy(&movie(HALF_AN_HOUR, &[7; 64])).await;
    let root = portal.staff("root@example.org", "admin").await.browser;
    let link = async |email: &str, officer: &str| {
        let page = account(&root, email).await;
        let kept = root.post(&page, &[("act", "officer"), ("officer", officer)]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
    };
    let files = format!("/staff/recordings/{}/files", case.recording);
    let rhea = &case.rhea.browser;
    let page = rhea.get(&files).await;
    let [copy, version, sha256] = ["copy", "version", "sha256"].map(|name| page.value(name).unwrap_or_default());
    let approval = [
        ("act", "approve"),
        ("copy", copy.as_str()),
        ("version", version.as_str()),
        ("sha256", sha256.as_str()),
    ];
    link("rhea@example.org", " 4711 ").await;
    let offered = rhea.get(&files).await.text();
    assert!(
        offered.contains("data-conflict") && !offered.contains("id=\"approve\""),
        "not offered, and told why"
    );
    let refused = rhea.post(&files, &approval).await;
    assert_eq!(refused.status, 409);
    assert!(
        refused.text().contains("You are the officer of this recording"),
        "{}",
        refused.text()
    );
    link("rhea@example.org", "").await;
    case.approves().await;

    link("kim@example.org", "4711").await;
    let release = format!("/staff/requests/{}/release", case.receipt.number);
    let refused = case.kim.browser.post(&release, &[("act", "release")]).await;
    assert_eq!(refused.status, 409, "{}", refused.text());
    link("kim@example.org", "4712").await;
    case.releases().await;
}

#[tokio::test]
async fn the_audit_log_is_filtered_exported_and_tells_who_read_unusually_much() {
    let portal = Portal::open();
    let ana = portal.resident();
    let mut numbers = Vec::new();
    for _ in 0..12 {
        numbers.push(ana.files_a_request().await.number);
    }
    let kim = portal.custodian("kim@example.org").await.browser;
    let lee = portal.custodian("lee@example.org").await.browser;
    lee.get(&format!("/staff/requests/{}", numbers[0])).await;
    let auditor = portal.staff("aud@example.org", "auditor").await.browser;
    assert!(
        auditor
            .get("/staff/audit/reading")
            .await
            .text()
            .contains("Nobody opened unusually much")
    );
    for number in &numbers {
        kim.get(&format!("/staff/requests/{number}")).await;
    }
    assert_eq!(kim.get("/staff").await.status, 200, "the names of the queue");
    let report = auditor.get("/staff/audit/reading").await.text();
    assert!(report.contains("more than three times the median"), "the definition");
    let row = report.split("<tbody>").nth(1).expect("a row");
    let counts = "<td>12</td><td>0</td><td>0</td><td>1</td><td>13</td>";
    assert!(row.contains(counts) && row.matches("<tr>").count() == 1, "{row}");
    assert_eq!(kim.get("/staff/audit/reading").await.status, 403);

    let page = async |query: &str| auditor.get(&format!("/staff/audit?{query}")).await;
    let rows = |text: &str| {
        text.split("<tbody>")
            .nth(1)
            .map_or(0, |body| body.matches("<tr>").count())
    };
    assert_eq!(rows(&page("act=private_opened").await.text()), 13);
    let all = page("act=private_opened&subject=request").await.text();
    let people = all.split("name=\"who\"").nth(1).expect("the choice of people");
    let people = people.split("</select>").next().expect("its end");
    let lees = html::tags(people, "option")
        .into_iter()
        .filter_map(|mut option| option.remove("value"));
    let lees: Vec<String> = lees.filter(|value| value.len() > 20).collect();
    let mut counts = Vec::new();
    for who in &lees {
        counts.push(rows(&page(&format!("act=private_opened&who={who}")).await.text()));
    }
    counts.sort_unstable();
    assert_eq!(counts, [0, 1, 12], "by person");
    assert_eq!(rows(&page("subject=account&act=signed_in").await.text()), 3);
    assert_eq!(rows(&page("act=private_opened&to=2020-01-01").await.text()), 0);
    let wrong = page("from=yesterday").await;
    assert!(wrong.text().contains("from-error"), "told at its field");

    let file = auditor.get("/staff/audit.csv?act=private_opened").await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.text().lines().count(), 14, "{}", file.text());
    assert!(file.text().contains(&numbers[0]) && file.text().contains("private_opened"));
    let stranger = portal.resident();
    assert_eq!(stranger.get("/staff/audit.csv").await.status, 303);
    // A name that a spreadsheet would take for a formula is text.
    let evil = portal.run(
        &[
            "staff",
            "add",
            "--email",
            "eve@example.org",
            "--name",
            "=1+1",
            "--role",
            "admin",
            "--password-stdin",
        ],
        crate::support::portal::PASSWORD,
    );
    assert!(evil.status.success());
    let form = [
        ("email", "eve@example.org"),
        ("password", crate::support::portal::PASSWORD),
        ("next", ""),
    ];
    assert_eq!(portal.resident().post("/staff/sign-in", &form).await.status, 303);
    let file = auditor.get("/staff/audit.csv?act=signed_in").await.text();
    assert!(file.contains(",'=1+1,"), "{file}");
}

#[tokio::test]
async fn acts_on_requests_are_in_the_audit_page_its_filter_and_its_file() {
    let portal = Portal::open();
    let ana = portal.resident();
    let (first, second) = (ana.files_a_request().await.number, ana.files_a_request().await.number);
    let kim = portal.custodian("kim@example.org").await;
    kim.does(&first, "acknowledge", &[]).await;
    kim.does(&second, "acknowledge", &[]).await;
    let auditor = portal.staff("aud@example.org", "auditor").await.browser;
    let page = auditor
        .get(&format!("/staff/audit?act=acknowledge&subject=request&id={first}"))
        .await
        .text();
    let body = page.split("<tbody>").nth(1).expect("lines");
    assert!(
        body.contains(&format!("/staff/requests/{first}")) && !body.contains(&second),
        "{body}"
    );
    assert!(
        page.contains("<option value=\"acknowledge\" selected"),
        "the kind is offered and kept"
    );
    let file = auditor.get("/staff/audit.csv?act=acknowledge").await.text();
    let lines: Vec<&str> = file.lines().skip(1).collect();
    assert!(
        lines
            .iter()
            .all(|line| line.contains(",acknowledge,") && line.contains(",request,")),
        "{file}"
    );
    for number in [&first, &second] {
        assert!(lines.iter().any(|line| line.contains(number.as_str())), "{file}");
    }
    let all = auditor.get("/es/staff/audit.csv?subject=request").await.text();
    assert!(all.contains("private_opened") && all.contains("acknowledge"), "{all}");
    assert!(!all.contains("Ana Ruiz"), "nothing private");
}
