//! Every form that takes files takes one just under its limit, and says so of one just over it.

use crate::support::{Portal, days_ago, release::sha256};

/// Largest paper, in bytes.
const PAPER: usize = 20 * 1024 * 1024;

fn paper(bytes: usize) -> Vec<u8> {
    let mut paper = b"%PDF-1.4\n".to_vec();
    paper.resize(bytes - 6, b'x');
    paper.extend(b"\n%%EOF");
    paper
}

#[tokio::test]
async fn a_paper_just_under_the_limit_is_taken_wherever_papers_are() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let (kim, today) = (&case.kim.browser, days_ago(0));
    let release = kim
        .get(&format!("/staff/requests/{}/release", case.receipt.number))
        .await
        .text();
    let notice = release.split("/staff/notices/").nth(1).expect("a notice");
    let notice = format!("/staff/notices/{}", notice.split('"').next().expect("its id"));
    let bela = portal.resident();
    bela.post("/notice", &[("code", &code)]).await;

    let objection = [("relief", "whole"), ("capacity", "person")];
    let order = [
        ("kind", "disclose"),
        ("court", "Circuit Court of Jackson County"),
        ("case_number", "2616-CV01234"),
        ("dated", &today),
        ("scope", "AX-1"),
    ];
    let keyed = [
        ("act", "object"),
        ("on", &today),
        ("relief", "whole"),
        ("capacity", "person"),
        ("language", "en"),
    ];
    for (somebody, path, field, form) in [
        (&bela, "/notice/objection", "papers", &objection[..]),
        (kim, "/staff/orders/new", "document", &order[..]),
        (kim, &notice, "papers", &keyed[..]),
    ] {
        let page = somebody.get(&format!("{path}?act=object")).await;
        let mut form = form.to_vec();
        let [version, key] = ["version", "key"].map(|name| page.value(name).unwrap_or_default());
        form.extend([("version", version.as_str()), ("key", &key)]);
        let over = paper(PAPER + 1);
        let refused = somebody.posts_files(path, &form, &[(field, "paper.pdf", &over)]).await;
        assert_eq!(refused.status, 422, "{path}");
        assert!(
            refused.text().contains("larger than 20 MiB"),
            "{path}: {}",
            refused.text()
        );
        let under = paper(PAPER);
        let taken = somebody.posts_files(path, &form, &[(field, "paper.pdf", &under)]).await;
        assert_eq!(taken.status, 303, "{path}: {}", taken.text());
        let kept = kim.get(&format!("/staff/files/{}", sha256(&under))).await;
        assert_eq!(kept.body.len(), PAPER, "{path}");
    }
}
