//! Files with what people write: known by what is in them, bounded, handed over to whom they are for and to nobody else,
//! and scanned where the office scans.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use crate::support::{Answer, Portal, Receipt, Resident, days_ago, fresh_key, html, sound_form};

type File<'a> = (&'a str, &'a str, &'a [u8]);

const PDF: File<'static> = ("papers", "passport.pdf", b"%PDF-1.4\nher passport\n%%EOF\n");

/// A whole PNG.
fn png() -> Vec<u8> {
    let chunk = |kind: &[u8], inside: &[u8]| {
        let length = u32::try_from(inside.len()).expect("short");
        [&length.to_be_bytes()[..], kind, inside, &[0; 4]].concat()
    };
    let size = [0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0];
    let mark = b"\x89PNG\r\n\x1a\n".to_vec();
    [mark, chunk(b"IHDR", &size), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")].concat()
}

/// Somebody with their own page open.
struct Requester {
    browser: Resident,
    receipt: Receipt,
}

impl Requester {
    async fn on(portal: &Portal) -> Self {
        let browser = portal.resident();
        let receipt = browser.files_a_request().await;
        browser.opens(&receipt).await;
        Self { browser, receipt }
    }

    fn page(&self) -> String {
        format!("/requests/{}/private", self.receipt.number)
    }

    async fn sends(&self, act: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        let key = fresh_key();
        let mut form = vec![("key", key.as_str()), ("act", act)];
        form.extend_from_slice(fields);
        self.browser.posts_files(&self.page(), &form, files).await
    }

    async fn writes(&self, text: &str, files: &[File<'_>]) -> Answer {
        self.sends("write", &[("text", text)], files).await
    }

    /// The addresses of the files on the page.
    async fn papers(&self) -> Vec<String> {
        links(&self.browser.get(&self.page()).await.text(), "/private/papers/")
    }
}

fn links(page: &str, part: &str) -> Vec<String> {
    let all = html::tags(page, "a")
        .into_iter()
        .filter_map(|mut link| link.remove("href"));
    all.filter(|href| href.contains(part)).collect()
}

/// That the page came back with what was typed, and says at the field what to do about the files.
fn is_kept(answer: &Answer, typed: &str, told: &str) {
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.is_refused_at("papers"), "{}", answer.text());
    let text = answer.text();
    assert!(text.contains(typed), "what was typed stands there: {text}");
    assert!(text.contains(told), "{told}: {text}");
}

#[tokio::test]
async fn a_file_is_handed_over_to_whom_it_is_for_and_is_not_there_for_anybody_else() {
    let portal = Portal::open();
    let ana = Requester::on(&portal).await;
    let photo = png();
    let files = [PDF, ("papers", "C:\\fakepath\\photo ñ.exe", &photo)];
    let sent = ana.writes("My passport and a photo", &files).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let page = ana.browser.get(&ana.page()).await.text();
    assert!(
        page.contains("passport.pdf") && page.contains("oto ñ.exe.png"),
        "{page}"
    );
    let papers = ana.papers().await;
    assert_eq!(papers.len(), 2);
    let got = ana.browser.get(&papers[0]).await;
    assert_eq!((got.status, &got.body[..]), (200, PDF.2));
    assert_eq!(got.header("content-type"), "application/pdf");
    assert_eq!(
        got.header("content-disposition"),
        "attachment; filename=\"passport.pdf\"; filename*=UTF-8''passport.pdf"
    );
    let policy = got.header("content-security-policy");
    assert!(
        policy.contains("sandbox") && policy.contains("default-src 'none'"),
        "{policy}"
    );
    assert_eq!(
        (got.header("x-content-type-options"), got.header("cache-control")),
        ("nosniff", "no-store")
    );
    let named = ana.browser.get(&papers[1]).await;
    let named = named.header("content-disposition");
    assert!(
        named.starts_with("attachment; ") && named.contains("oto%20%C3%B1.exe.png") && !named.contains("ñ"),
        "{named}"
    );

    // For another requester, and for nobody in particular, it is what is not there.
    let bea = Requester::on(&portal).await;
    let id = papers[0].rsplit('/').next().expect("an id");
    let hers = bea.browser.get(&format!("{}/papers/{id}", bea.page())).await;
    let nothing = bea.browser.get(&format!("{}/papers/nothing", bea.page())).await;
    assert_eq!((hers.status, nothing.status), (404, 404));
    let plain = |answer: &Answer, id: &str| html::without_nonce(&answer.text()).replace(id, "ID");
    assert_eq!(plain(&hers, id), plain(&nothing, "nothing"), "byte for byte");
    for somebody in [&bea.browser, &portal.resident()] {
        let answer = somebody.get(&papers[0]).await;
        assert_eq!(answer.status, 303, "led to where one shows the code");
    }

    // Staff who work requests download it too, and that is kept; others are told nothing.
    let kim = portal.custodian("kim@example.org").await.browser;
    let desk = format!("/staff/requests/{}", ana.receipt.number);
    let console = kim.get(&desk).await.text();
    let file = links(&console, "/staff/files/").remove(0);
    let got = kim.get(&file).await;
    assert_eq!(&got.body[..], PDF.2);
    assert!(got.header("content-disposition").starts_with("attachment"));
    assert!(got.header("content-security-policy").contains("sandbox"));
    for (email, role) in [("otto@example.org", "auditor"), ("rhea@example.org", "reviewer")] {
        let other = portal.staff(email, role).await.browser;
        assert!(!other.get(&desk).await.text().contains("passport.pdf"));
        let unknown = format!("/staff/files/{}", "0".repeat(64));
        let (theirs, none) = (other.get(&file).await, other.get(&unknown).await);
        assert_eq!((theirs.status, none.status), (403, 403));
        let log = other
            .get("/staff/audit.csv?act=paper_opened&subject=request")
            .await
            .text();
        assert_eq!(log.lines().count(), 2, "who opened it: {log}");
    }
    let public = portal
        .resident()
        .get(&format!("/requests/{}", ana.receipt.number))
        .await
        .text();
    assert!(!public.contains("passport.pdf"));
}

#[tokio::test]
async fn a_file_is_known_by_what_is_in_it_and_what_was_typed_stays() {
    let portal = Portal::open();
    let ana = Requester::on(&portal).await;
    let disguised: [(&str, &[u8]); 7] = [
        ("letter.pdf", b"MZ\x90\x00 a program"),
        ("photo.png", b"<html><script>alert(1)</script></html>"),
        ("drawing.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("contract.pdf", b"PK\x03\x04 a document with macros"),
        ("half.pdf", b"%PDF-1.4 it breaks off"),
        ("scan.tif", b"II*\x00\x08\x00\x00\x00\x00\x00"),
        ("empty.pdf", b""),
    ];
    for (name, bytes) in disguised {
        let answer = ana
            .writes("Words that took me an hour", &[PDF, ("papers", name, bytes)])
            .await;
        let told = if bytes.is_empty() { "This file is empty" } else { name };
        is_kept(&answer, "Words that took me an hour", told);
        assert!(answer.text().contains("a browser does not keep them"), "{name}");
    }
    assert!(
        ana.papers().await.is_empty(),
        "of a form that is refused nothing is kept"
    );
    let photo = png();
    let named_otherwise = ana.writes("A picture", &[("papers", "picture.pdf", &photo)]).await;
    assert_eq!(named_otherwise.status, 303, "{}", named_otherwise.text());
    let papers = ana.papers().await;
    let got = ana.browser.get(&papers[0]).await;
    assert_eq!(got.header("content-type"), "image/png");
    assert!(got.header("content-disposition").contains("picture.pdf.png"));
}

#[tokio::test]
async fn files_are_few_and_small_and_come_only_with_what_asks_for_them() {
    let portal = Portal::open();
    let ana = Requester::on(&portal).await;
    let eleven = vec![PDF; 11];
    is_kept(&ana.writes("Too many", &eleven).await, "Too many", "at most 10 files");
    let mut large = b"%PDF-1.4\n".to_vec();
    large.resize(20 * 1024 * 1024, b' ');
    large.extend_from_slice(b"\n%%EOF\n");
    let larger = ana.writes("Too large", &[("papers", "large.pdf", &large)]).await;
    is_kept(&larger, "Too large", "larger than 20 MiB");
    for act in ["challenge_fee", "withdraw", "ask_grounds", "leave"] {
        let answer = ana.sends(act, &[("text", "Words")], &[PDF]).await;
        assert_eq!(answer.status, 422, "{act}: {}", answer.text());
        assert!(answer.text().contains("No file is asked for here"), "{act}");
    }
    let elsewhere = ana.writes("In another field", &[("picture", PDF.1, PDF.2)]).await;
    assert_eq!(elsewhere.status, 422, "{}", elsewhere.text());
    assert!(ana.papers().await.is_empty());

    // Without script an unused field is sent as an empty part.
    let unused = ana.writes("No files at all", &[("papers", "", b"")]).await;
    assert_eq!(unused.status, 303, "{}", unused.text());

    // The profile says how many, how large and of which kinds.
    let strict = include_str!("../../../app/law/profiles/kansas-city-mo.toml")
        .replace("\nnumber = 10\n", "\nnumber = 1\n")
        .replace("each_mib = 20", "each_mib = 1")
        .replace("together_mib = 60", "together_mib = 1")
        .replace("kinds = [\"pdf\", \"jpeg\", \"png\"]", "kinds = [\"pdf\", \"tiff\"]");
    let folder = tempfile::tempdir().expect("a folder");
    let profile = folder.path().join("strict.toml");
    std::fs::write(&profile, strict).expect("a profile");
    let profile = profile.display().to_string();
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_PROFILE", &profile)]);
    let bea = Requester::on(&portal).await;
    let page = bea.browser.get(&bea.page()).await.text();
    assert!(page.contains("One file: PDF or TIFF, at most 1 MiB."), "{page}");
    is_kept(&bea.writes("Two", &[PDF, PDF]).await, "Two", "Choose only one file");
    let photo = png();
    let answer = bea.writes("A photo", &[("papers", "a.png", &photo)]).await;
    is_kept(&answer, "A photo", "no whole PDF or TIFF");
    assert_eq!(bea.writes("One", &[PDF]).await.status, 303);
}

#[tokio::test]
async fn proof_of_who_somebody_is_needs_its_papers_and_says_what_they_show() {
    let portal = Portal::open();
    let ana = Requester::on(&portal).await;
    let page = ana.browser.get(&ana.page()).await.text();
    assert!(
        page.contains("value=\"send_proof\"") && page.contains("multipart/form-data"),
        "{page}"
    );
    let empty = ana.sends("send_proof", &[("text", "I am her daughter")], &[]).await;
    assert_eq!(empty.status, 422, "{}", empty.text());
    for said in ["Choose what the files show", "Choose the papers", "I am her daughter"] {
        assert!(empty.text().contains(said), "{said}: {}", empty.text());
    }
    let fields = [("relation_proof", "kinship"), ("text", "I am her daughter")];
    assert_eq!(ana.sends("send_proof", &fields, &[PDF]).await.status, 303);
    let kim = portal.custodian("kim@example.org").await.browser;
    let desk = kim.get(&format!("/staff/requests/{}", ana.receipt.number)).await.text();
    for said in ["that we are related", "I am her daughter", "passport.pdf"] {
        assert!(desk.contains(said), "{said}: {desk}");
    }
    let es = ana.browser.get(&format!("/es{}", ana.page())).await.text();
    assert!(es.contains("Enviar la prueba") && es.contains("PDF, JPEG o PNG"));
}

#[tokio::test]
async fn the_custodian_sends_files_with_a_letter_and_a_preview_keeps_none() {
    let portal = Portal::open();
    let ana = Requester::on(&portal).await;
    let kim = portal.custodian("kim@example.org").await;
    let number = ana.receipt.number.as_str();
    let reply = async |go: &str, files: &[File<'_>]| {
        let form = kim
            .form(number, "reply", &[("text", "Enclosed is the form."), ("go", go)])
            .await;
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let path = format!("/staff/requests/{number}/act/reply");
        kim.browser.posts_files(&path, &form, files).await
    };
    let ours: File<'_> = ("papers", "our form.pdf", b"%PDF-1.4\nour form\n%%EOF\n");
    let looked = reply("preview", &[ours]).await;
    assert_eq!(looked.status, 200, "{}", looked.text());
    let text = looked.text();
    assert!(text.contains("our form.pdf"), "the letter names it: {text}");
    assert!(text.contains("choose your files again"), "{text}");
    assert!(ana.papers().await.is_empty());
    let kept = std::fs::read_dir(portal.file("files")).map_or(0, Iterator::count);
    assert!(kept <= 1, "nothing but the folder of arrivals");
    let bad = reply("preview", &[("papers", "our form.pdf", b"no paper")]).await;
    is_kept(&bad, "Enclosed is the form.", "our form.pdf");
    let sent = reply("send", &[ours]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let papers = ana.papers().await;
    assert_eq!(ana.browser.get(&papers[0]).await.body, ours.2);

    // An act without words to the requester takes none.
    let form = kim.form(number, "acknowledge", &[]).await;
    let form: Vec<(&str, &str)> = form
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let path = format!("/staff/requests/{number}/act/acknowledge");
    let refused = kim.browser.posts_files(&path, &form, &[ours]).await;
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("No file is asked for here"));
}

#[tokio::test]
async fn the_green_card_is_kept_with_the_receipt_of_the_notice() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    case.tells_somebody().await;
    let page = case.kim.browser.get(&case.release_page()).await.text();
    let notice = links(&page, "/staff/notices/").remove(0);
    let form = case.kim.browser.get(&format!("{notice}?act=receive")).await;
    assert!(form.text().contains("multipart/form-data"), "{}", form.text());
    let [version, key] = ["version", "key"].map(|name| form.value(name).unwrap_or_default());
    let today = days_ago(0);
    let fields = [
        ("act", "receive"),
        ("version", version.as_str()),
        ("key", &key),
        ("on", &today),
        ("proof", "certified_mail"),
    ];
    let card: File<'_> = ("papers", "green card.pdf", b"%PDF-1.4\nsigned\n%%EOF\n");
    let sent = case.kim.browser.posts_files(&notice, &fields, &[card]).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let seen = case.kim.browser.get(&notice).await.text();
    assert!(seen.contains("green card.pdf"), "{seen}");
    let file = links(&seen, "/staff/files/").remove(0);
    assert_eq!(case.kim.browser.get(&file).await.body, card.2);
    assert!(!case.rhea.browser.get(&notice).await.text().contains("green card.pdf"));
    assert_eq!(case.rhea.browser.get(&file).await.status, 403);
}

/// A clamd that says one thing of every file, after a while; `None`: it takes the file and never answers.
struct Clamd {
    address: String,
    asked: Arc<AtomicU64>,
}

impl Clamd {
    fn says(said: impl Fn(&[u8]) -> Option<&'static str> + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address").to_string();
        let asked = Arc::new(AtomicU64::new(0));
        let counted = Arc::clone(&asked);
        std::thread::spawn(move || {
            let mut open = Vec::new();
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut command = Vec::new();
                let mut byte = [0];
                while stream.read_exact(&mut byte).is_ok() && byte != [0] {
                    command.push(byte[0]);
                }
                if command == b"zVERSION" {
                    let _ = stream.write_all(b"ClamAV 1.4.2/27500\0");
                    continue;
                }
                let (mut file, mut length) = (Vec::new(), [0; 4]);
                while stream.read_exact(&mut length).is_ok() && length != [0; 4] {
                    let from = file.len();
                    file.resize(from + u32::from_be_bytes(length) as usize, 0);
                    stream.read_exact(&mut file[from..]).expect("a piece");
                }
                counted.fetch_add(1, Ordering::SeqCst);
                match said(&file) {
                    Some(said) => drop(stream.write_all(format!("{said}\0").as_bytes())),
                    None => open.push(stream),
                }
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> u64 {
        self.asked.load(Ordering::SeqCst)
    }
}

/// What every scanner finds in the file made for trying that (eicar.org); here a word stands for it.
const FOUND: &[u8] = b"%PDF-1.4\nHARMFUL\n%%EOF\n";

#[tokio::test]
async fn every_file_of_somebody_is_scanned_and_a_harmful_one_is_taken_nowhere() {
    let clamd = Clamd::says(|file| {
        let harmful = file.windows(7).any(|some| some == b"HARMFUL");
        Some(if harmful {
            "stream: Eicar-Signature FOUND"
        } else {
            "stream: OK"
        })
    });
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_CLAMD", &clamd.address)]);
    portal.says("are scanned by clamd").await;
    let checked = portal.run(&["check"], "");
    let told = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(
        told.contains("scanned by clamd at") && told.contains("ClamAV 1.4.2"),
        "{told}"
    );

    let ana = Requester::on(&portal).await;
    assert_eq!(ana.writes("Clean", &[PDF]).await.status, 303);
    assert_eq!(clamd.asked(), 1);
    let found = ana
        .writes("Do not lose me", &[PDF, ("papers", "card.pdf", FOUND)])
        .await;
    is_kept(&found, "Do not lose me", "something harmful in card.pdf");
    assert_eq!(ana.papers().await.len(), 1, "no file of that form was taken");

    // What staff scan, and what is sent with an objection, goes the same way.
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    bela.posted("/notice", &[("code", code.as_str())]).await;
    let objection = [("relief", "whole"), ("capacity", "person"), ("words", "My worst day")];
    let answer = bela
        .posts_files("/notice/objection", &objection, &[("papers", "petition.pdf", FOUND)])
        .await;
    is_kept(&answer, "My worst day", "something harmful in petition.pdf");
    let mut filing = sound_form();
    let key = fresh_key();
    filing.extend([("key", key), ("received_on", days_ago(0)), ("channel", "letter".into())]);
    let filing: Vec<(&str, &str)> = filing.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let kim = &case.kim.browser;
    let answer = kim
        .posts_files("/staff/requests/new", &filing, &[("papers", "letter.pdf", FOUND)])
        .await;
    assert!(
        answer.status == 422 && answer.is_refused_at("papers"),
        "{}",
        answer.text()
    );
    let order = kim.get("/staff/orders/new").await;
    let key = order.value("key").unwrap_or_default();
    let fields = [
        ("key", key.as_str()),
        ("kind", "preserve"),
        ("court", "Circuit Court"),
        ("case_number", "26CV-1"),
        ("judge", "Judge Sample"),
        ("dated", &days_ago(1)),
        ("scope", "AX-1"),
    ];
    let answer = kim
        .posts_files("/staff/orders/new", &fields, &[("document", "order.pdf", FOUND)])
        .await;
    assert!(answer.status == 422, "{}", answer.text());
}

#[tokio::test]
async fn nothing_is_taken_unscanned_where_the_scan_is_down_or_too_slow() {
    let silent = Clamd::says(|_| None);
    let nobody = TcpListener::bind("127.0.0.1:0").expect("a port");
    let down = nobody.local_addr().expect("an address").to_string();
    drop(nobody);
    for (address, seconds) in [(&down, "30"), (&silent.address, "1")] {
        let portal = Portal::with(&[
            ("DAYLIGHT_RATE_LIMIT", "off"),
            ("DAYLIGHT_CLAMD", address),
            ("DAYLIGHT_CLAMD_SECONDS", seconds),
        ]);
        let ana = Requester::on(&portal).await;
        let asked = std::time::Instant::now();
        let answer = ana.writes("It must not be lost", &[PDF]).await;
        assert!(
            asked.elapsed() < Duration::from_secs(20),
            "it is not waited for longer than that"
        );
        is_kept(&answer, "It must not be lost", "The virus scan does not answer now");
        assert!(ana.papers().await.is_empty());
        assert_eq!(
            ana.writes("It must not be lost", &[]).await.status,
            303,
            "words go through"
        );
        let ready = portal.resident().get("/readyz").await;
        assert_eq!(ready.status, 200);
        assert!(ready.text().contains("clamd does not answer"), "{}", ready.text());
        let kim = portal.custodian("kim@example.org").await.browser;
        assert!(
            kim.get("/staff/queue")
                .await
                .text()
                .contains("The virus scan does not answer")
        );
        if *address == down {
            let checked = portal.run(&["check"], "");
            let told = String::from_utf8_lossy(&checked.stdout).into_owned();
            assert!(told.contains("does not answer, so no file"), "{told}");
            assert!(!told.contains("Everything is in order"), "{told}");
        }
    }
}
