//! Files over HTTP: hostile ones, interrupted ones, released ones, and their way into a backup and back.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use reqwest::Method;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::support::{
    Answer, Portal, Resident,
    movie::boxed,
    portal::{PASSWORD, program},
    release::{HALF_AN_HOUR, movie, sha256},
};

/// Everything in a folder and below.
fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if path.is_dir() { files_in(&path) } else { vec![path] }
        })
        .collect()
}

fn told(answer: &Answer) -> String {
    let said: serde_json::Value = serde_json::from_slice(&answer.body).unwrap_or_default();
    said["wrong"].as_str().unwrap_or_default().to_owned()
}

fn number(answer: &Answer, name: &str) -> u64 {
    let said: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    said[name].as_u64().expect("a number")
}

/// Bytes without a pattern, the same each time.
fn noise(length: usize) -> Vec<u8> {
    let mut seed = 610_u64;
    let next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33).to_le_bytes()[0]
    };
    std::iter::repeat_with(next).take(length).collect()
}

#[tokio::test]
async fn a_released_video_is_read_by_ranges_until_its_record_is_closed_again() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let video = movie(HALF_AN_HOUR, &noise(200_000));
    case.sends_copy(&video).await;
    let captions = case.sends("captions", "words.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n");
    assert_eq!(captions.await.status, 303);
    case.approves().await;
    let late = case.sends("transcript", "words.txt", b"Hello").await;
    assert!(
        late.status == 422 && late.is_refused_at("file"),
        "the copy is approved without it"
    );
    let release = case.releases().await;
    let stranger = portal.resident();
    let public = format!("/library/{release}/video.mp4");
    assert_eq!(stranger.get(&public).await.status, 404, "delivered is not published");
    case.publishes(&release).await;

    let whole = stranger.get(&public).await;
    assert_eq!((whole.status, whole.body == video), (200, true));
    assert_eq!(whole.header("content-type"), "video/mp4");
    assert_eq!(whole.header("x-content-type-options"), "nosniff");
    assert!(whole.header("content-security-policy").contains("default-src 'none'"));
    assert!(whole.header("content-disposition").starts_with("inline"));
    assert_eq!(whole.header("accept-ranges"), "bytes");
    let kept = stranger.get(&format!("{public}?download")).await;
    assert!(kept.header("content-disposition").starts_with("attachment"));
    let words = stranger.get(&format!("/library/{release}/captions.vtt")).await;
    assert_eq!(words.header("content-type"), "text/vtt; charset=utf-8");

    let range = |range: &'static str, since: Option<String>| {
        let request = stranger.raw(Method::GET, &public).header("Range", range);
        let request = match since {
            Some(since) => request.header("If-Range", since),
            None => request,
        };
        stranger.send(request)
    };
    let part = range("bytes=1000-1999", None).await;
    assert_eq!((part.status, &part.body[..]), (206, &video[1000..2000]));
    assert_eq!(part.header("content-range"), format!("bytes 1000-1999/{}", video.len()));
    let end = range("bytes=-5", None).await;
    assert_eq!((end.status, &end.body[..]), (206, &video[video.len() - 5..]));
    let beyond = range("bytes=9000000-", None).await;
    assert_eq!(beyond.status, 416);
    assert_eq!(beyond.header("content-range"), format!("bytes */{}", video.len()));
    let modified = whole.header("last-modified").to_owned();
    assert_eq!(range("bytes=0-9", Some(modified)).await.status, 206);
    let tag = format!("\"{}\"", sha256(&video));
    assert_eq!(whole.header("etag"), tag);
    assert_eq!(range("bytes=0-9", Some(tag.clone())).await.status, 206);
    let again = stranger.raw(Method::GET, &public).header("If-None-Match", tag);
    assert_eq!(
        stranger.send(again).await.status,
        304,
        "whoever has it need not fetch it"
    );
    let other = "Thu, 01 Jan 2015 00:00:00 GMT".to_owned();
    let all = range("bytes=0-9", Some(other)).await;
    assert_eq!((all.status, all.body.len()), (200, video.len()), "of another file, all");

    let number = &case.receipt.number;
    let private = format!("/requests/{number}/private/files/{release}/video.mp4");
    assert_eq!(case.ana.get(&private).await.body, video);
    assert_eq!(stranger.get(&private).await.status, 303, "it is Ana's");
    case.recloses().await;
    let stopped = stranger.get(&format!("/es{public}")).await;
    assert_eq!(
        stopped.location.as_deref(),
        Some(format!("/es/library/{release}").as_str())
    );
    let page = stranger.get(&format!("/es/library/{release}")).await;
    assert!(page.text().contains("cerrado otra vez"), "{}", page.text());
    let hers = case.ana.get(&format!("/es{private}")).await;
    assert_eq!(
        hers.location.as_deref(),
        Some(format!("/es/requests/{number}/private").as_str())
    );
}

#[tokio::test]
async fn hostile_files_are_told_at_their_field_and_the_portal_goes_on() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let whole = movie(HALF_AN_HOUR, &[7; 64]);
    let streamed = [whole.clone(), boxed(b"moof", b"")].concat();
    let longer = movie(HALF_AN_HOUR + 10_000, &[7; 64]);
    let hostile: [(&str, &str, &[u8], &str); 8] = [
        ("copy", "empty.mp4", b"", "This file is empty"),
        (
            "copy",
            "list.mp4",
            b"#EXTM3U\n#EXTINF:9,\nhttp://10.0.0.1/\n",
            "not an MP4",
        ),
        ("original", "page.mp4", b"<html><script>alert(1)</script>", "not an MP4"),
        ("copy", "cut.mp4", &whole[..whole.len() - 9], "breaks off"),
        ("copy", "stream.mp4", &streamed, "plain MP4"),
        ("copy", "longer.mp4", &longer, "longer than the recording"),
        ("captions", "words.vtt", b"1\n00:00 --> 00:01\nno header", "WebVTT"),
        ("transcript", "words.txt", b"\xff\xfe\x00w", "UTF-8"),
    ];
    for (kind, name, bytes, words) in hostile {
        let refused = case.sends(kind, name, bytes).await;
        assert_eq!(refused.status, 422, "{name}: {}", refused.text());
        assert!(
            refused.is_refused_at("file") && refused.text().contains(words),
            "{name}: {}",
            refused.text()
        );
    }
    let two = [("file", "a.mp4", whole.as_slice()), ("file", "b.mp4", whole.as_slice())];
    let fields = [("act", "upload"), ("file_kind", "copy")];
    let path = format!("/staff/recordings/{}/files", case.recording);
    let refused = case.kim.browser.posts_files(&path, &fields, &two).await;
    assert!(
        refused.status == 422 && refused.is_refused_at("file"),
        "{}",
        refused.text()
    );
    assert_eq!(
        files_in(&portal.file("files")),
        Vec::<PathBuf>::new(),
        "nothing of it is left"
    );
    // Whoever may not send files is told before one is read.
    let hers = case.rhea.browser.posts_files(&path, &fields, &two[..1]).await;
    assert_eq!(hers.status, 403, "{}", hers.text());
    case.sends_copy(&whole).await;
}

#[tokio::test]
async fn papers_are_looked_at_and_only_handed_over_to_be_kept() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    let fields = [
        ("code", code.as_str()),
        ("relief", "whole"),
        ("capacity", "person"),
        ("words", "It was my worst day"),
    ];
    let path = "/notice/objection";
    let page = b"<html><script>alert(document.cookie)</script></html>".as_slice();
    let refused = bela
        .posts_files(path, &fields, &[("papers", "petition.pdf", page)])
        .await;
    assert!(
        refused.status == 422 && refused.is_refused_at("papers"),
        "{}",
        refused.text()
    );
    assert_eq!(refused.value("words").as_deref(), Some("It was my worst day"));
    let eleven: Vec<_> = (0..11)
        .map(|_| ("papers", "a.pdf", b"%PDF-1.7\n%%EOF".as_slice()))
        .collect();
    let refused = bela.posts_files(path, &fields, &eleven).await;
    assert!(
        refused.is_refused_at("papers") && refused.text().contains("at most 10"),
        "{}",
        refused.text()
    );
    let large = [b"%PDF-1.7".as_slice(), &vec![b' '; 21 * 1024 * 1024]].concat();
    let refused = bela.posts_files(path, &fields, &[("papers", "a.pdf", &large)]).await;
    assert!(
        refused.is_refused_at("papers") && refused.text().contains("20 MiB"),
        "{}",
        refused.text()
    );
    let elsewhere = bela
        .posts_files(path, &fields, &[("words", "a.pdf", b"%PDF-1.7\n%%EOF")])
        .await;
    assert_eq!(
        elsewhere.status,
        422,
        "no file is asked for there: {}",
        elsewhere.text()
    );

    let paper = b"%PDF-1.7 a stamped petition\n%%EOF";
    let taken = bela
        .posts_files(path, &fields, &[("papers", "petition.pdf", paper)])
        .await;
    assert_eq!(taken.status, 303, "{}", taken.text());
    let place = format!("/staff/files/{}", sha256(paper));
    let seen = case.kim.browser.get(&place).await;
    assert_eq!((seen.status, seen.body.as_slice()), (200, paper.as_slice()));
    assert_eq!(seen.header("content-type"), "application/pdf");
    assert!(
        seen.header("content-disposition").starts_with("attachment"),
        "even when asked to show it"
    );
    assert_eq!(seen.header("x-content-type-options"), "nosniff");
    assert_eq!(case.rhea.browser.get(&place).await.status, 403, "she serves no notices");
    assert_eq!(bela.get(&place).await.status, 303, "nor does he");
}

#[tokio::test]
async fn captions_are_shown_to_staff_as_what_they_are() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let release = case.releases_copy(&movie(HALF_AN_HOUR, &[6; 64])).await;
    let none = case
        .ana
        .get(&format!(
            "/requests/{}/private/files/{release}/captions.vtt",
            case.receipt.number
        ))
        .await;
    assert_eq!(none.status, 303, "this copy has none");
    case.sends_copy(&movie(HALF_AN_HOUR, &[7; 64])).await;
    let words = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n";
    assert_eq!(case.sends("captions", "words.vtt", words).await.status, 303);
    let seen = case.rhea.browser.get(&format!("/staff/files/{}", sha256(words))).await;
    assert_eq!(seen.header("content-type"), "text/vtt; charset=utf-8");
    let auditor = portal.staff("ada@example.org", "auditor").await;
    let hers = auditor.browser.get(&format!("/staff/files/{}", sha256(words))).await;
    assert_eq!(hers.status, 403);
}

/// Writes to a portal without end; how much it took before it went away, and what it said.
async fn pours(portal: &Portal, path: &str, begins: &[u8], more: &[u8]) -> (usize, String) {
    let address = portal.url.strip_prefix("http://").expect("an address");
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: multipart/form-data; boundary=frontier\r\nContent-Length: 1073741824\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.expect("a request");
    stream.write_all(begins).await.expect("its beginning");
    let (mut from, mut to) = stream.split();
    let mut poured = 0;
    let pour = async {
        while poured < 200_000_000 && to.write_all(more).await.is_ok() {
            poured += more.len();
        }
    };
    let mut said = Vec::new();
    let hear = async {
        let mut piece = [0; 4096];
        while let Ok(bytes @ 1..) = from.read(&mut piece).await {
            said.extend_from_slice(&piece[..bytes]);
        }
    };
    // Whoever is told and goes on all the same is not listened to any more.
    let both = async { tokio::join!(pour, hear) };
    let _ = tokio::time::timeout(Duration::from_secs(20), both).await;
    let status = String::from_utf8_lossy(&said)
        .lines()
        .next()
        .unwrap_or_default()
        .to_owned();
    (poured, status)
}

#[tokio::test]
async fn a_stranger_fills_neither_memory_nor_disk() {
    let portal = Portal::open();
    let before = portal.resident_kib();
    let part = |head: &str| format!("--frontier\r\nContent-Disposition: form-data; {head}\r\n\r\n").into_bytes();
    let file = part("name=\"papers\"; filename=\"a.pdf\"");
    let attacks = [
        (part("name=\"words\""), "413", "a field without end"),
        (b"--frontier\r\nX: ".to_vec(), "413", "a header without end"),
        (b"no frontier at all".to_vec(), "413", "no form"),
        (file.clone(), "422", "a paper before its code"),
        (
            [part("name=\"code\""), b"0000\r\n".to_vec(), file].concat(),
            "422",
            "no code",
        ),
        (
            part("name=\"video\"; filename=\"a.mp4\""),
            "422",
            "a file nobody asks for",
        ),
    ];
    for (head, status, what) in attacks {
        let (poured, said) = pours(&portal, "/notice/objection", &head, &vec![b'x'; 65_536]).await;
        assert!(said.contains(status), "{what}: {said}");
        assert!(poured < 40_000_000, "{what}: {poured} bytes were taken");
    }
    let grown = portal.resident_kib().saturating_sub(before);
    assert!(grown < 64 * 1024, "{grown} KiB more");
    assert_eq!(files_in(&portal.file("files")), Vec::<PathBuf>::new());
    let boxes: Vec<(&str, &str)> = (0..70).map(|_| ("grounds", "privacy")).collect();
    let many = portal.resident().posts_files("/notice/objection", &boxes, &[]).await;
    assert_eq!(many.status, 413, "more parts than the form has");
    assert_eq!(
        portal.resident().get("/notice/objection").await.status,
        200,
        "it goes on"
    );
}

#[tokio::test]
async fn whoever_sends_files_without_end_is_asked_to_wait_and_loses_no_word() {
    let portal = Portal::with(&[]);
    let stranger = portal.resident();
    let paper = [("papers", "a.pdf", b"%PDF-1.7\n%%EOF".as_slice())];
    let fields = [("words", "It was my worst day")];
    for _ in 0..100 {
        let answer = stranger.posts_files("/notice/objection", &fields, &paper).await;
        if answer.status == 429 {
            assert_eq!(answer.value("words").as_deref(), Some("It was my worst day"));
            return;
        }
        assert_eq!(answer.status, 422);
    }
    panic!("nobody was asked to wait");
}

/// Somebody who uploads with a script, and whose connection can be cut.
struct Uploader {
    browser: Resident,
    address: String,
    cookie: String,
}

impl Uploader {
    async fn signs_in(portal: &Portal) -> Self {
        let browser = portal.resident();
        let form = [("email", "kim@example.org"), ("password", PASSWORD), ("next", "")];
        let inside = browser.post("/staff/sign-in", &form).await;
        let cookie = inside.header("set-cookie").split(';').next().expect("a cookie");
        Self {
            cookie: cookie.to_owned(),
            address: portal.url.trim_start_matches("http://").to_owned(),
            browser,
        }
    }

    async fn begins(&self, recording: &str, kind: &str, bytes: usize) -> String {
        let bytes = bytes.to_string();
        let form = [
            ("recording", recording),
            ("kind", kind),
            ("name", "a.mp4"),
            ("bytes", &bytes),
        ];
        let begun = self.browser.post("/staff/uploads", &form).await;
        assert_eq!(begun.status, 201, "{}", begun.text());
        let said: serde_json::Value = serde_json::from_slice(&begun.body).expect("JSON");
        said["id"].as_str().expect("an id").to_owned()
    }

    async fn offset(&self, id: &str) -> u64 {
        number(&self.browser.get(&format!("/staff/uploads/{id}")).await, "offset")
    }

    async fn puts(&self, id: &str, offset: usize, bytes: &[u8]) -> Answer {
        let request = self
            .browser
            .raw(Method::PUT, &format!("/staff/uploads/{id}?offset={offset}"));
        let request = request.header("Sec-Fetch-Site", "same-origin").body(bytes.to_vec());
        self.browser.send(request).await
    }

    async fn finishes(&self, id: &str) -> Answer {
        let nothing: [(&str, &str); 0] = [];
        self.browser
            .post(&format!("/staff/uploads/{id}/finish"), &nothing)
            .await
    }

    /// Begins to send a piece, and stops in the middle of it.
    async fn stalls(&self, id: &str, offset: usize, announced: usize, sent: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).await.expect("a connection");
        let head = format!(
            "PUT /staff/uploads/{id}?offset={offset} HTTP/1.1\r\nHost: {}\r\nCookie: {}\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Length: {announced}\r\n\r\n",
            self.address, self.cookie
        );
        stream.write_all(head.as_bytes()).await.expect("a request");
        stream.write_all(sent).await.expect("half of it");
        stream.flush().await.expect("on its way");
        stream
    }
}

#[tokio::test]
async fn a_file_arrives_whole_through_twenty_interruptions() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = Uploader::signs_in(&portal).await;
    let video = movie(HALF_AN_HOUR, &noise(6_000_000));
    let id = kim.begins(&case.recording, "copy", video.len()).await;
    let mut here = 0;
    for cut in 0..20 {
        let sent = 20_000 + 7_919 * cut;
        let stream = kim
            .stalls(&id, here, video.len() - here, &video[here..here + sent])
            .await;
        // Some are cut when all of what was sent has arrived, some earlier.
        tokio::time::sleep(Duration::from_millis(if cut % 3 == 0 { 0 } else { 30 })).await;
        drop(stream);
        // What came of it is put to the rest a moment later.
        let mut before = None;
        loop {
            let now = usize::try_from(kim.offset(&id).await).expect("a length");
            if before == Some(now) {
                here = now;
                break;
            }
            before = Some(now);
            tokio::time::sleep(Duration::from_millis(60)).await;
        }
    }
    assert!(here > 1_000_000, "what came before an interruption counts: {here}");
    let early = kim.finishes(&id).await;
    assert_eq!((early.status, told(&early).is_empty()), (409, false), "some is missing");
    while here < video.len() {
        let answer = kim.puts(&id, here, &video[here..]).await;
        assert!(matches!(answer.status, 200 | 409), "{}", answer.text());
        here = usize::try_from(number(&answer, "offset")).expect("a length");
    }
    let kept = kim.finishes(&id).await;
    assert_eq!(kept.status, 200, "{}", kept.text());
    assert!(kept.text().contains(&sha256(&video)), "{}", kept.text());
    let again = kim.finishes(&id).await;
    assert_eq!((again.status, again.body), (200, kept.body), "the answer may get lost");
    let seen = case.rhea.browser.get(&format!("/staff/files/{}", sha256(&video))).await;
    assert!(seen.body == video);
}

#[tokio::test]
async fn a_piece_that_was_held_up_does_no_harm_to_those_after_it() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = Uploader::signs_in(&portal).await;
    let video = movie(HALF_AN_HOUR, &noise(300_000));
    let id = kim.begins(&case.recording, "copy", video.len()).await;
    let mut held_up = kim.stalls(&id, 0, 200_000, &vec![9; 100_000]).await;
    let (one, two) = tokio::join!(kim.puts(&id, 0, &video[..200_000]), kim.puts(&id, 0, &video[..200_000]));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "one of two at once is taken");
    assert_eq!(kim.puts(&id, 200_000, &video[200_000..]).await.status, 200);
    held_up.write_all(&vec![9; 100_000]).await.expect("the rest of it");
    let mut said = [0; 12];
    held_up.read_exact(&mut said).await.expect("an answer");
    assert_eq!(&said, b"HTTP/1.1 409");
    let more = kim.puts(&id, video.len(), b"more").await;
    assert_eq!(
        (more.status, told(&more).is_empty()),
        (413, false),
        "no more than was announced"
    );
    let kept = kim.finishes(&id).await;
    assert!(kept.text().contains(&sha256(&video)), "{}", kept.text());
}

#[tokio::test]
async fn a_script_is_told_in_words_whatever_it_does_wrong() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = Uploader::signs_in(&portal).await;
    let id = kim.begins(&case.recording, "copy", 500).await;
    let path = format!("/staff/uploads/{id}");
    let (stranger, rhea) = (portal.resident(), &case.rhea.browser);
    let large = "9".repeat(140_000);
    let begin = |kind: &'static str, bytes: &'static str| {
        [
            ("recording", case.recording.as_str()),
            ("kind", kind),
            ("name", "a"),
            ("bytes", bytes),
        ]
    };
    let playlist = kim.begins(&case.recording, "copy", 7).await;
    assert_eq!(kim.puts(&playlist, 0, b"#EXTM3U").await.status, 200);
    let elsewhere = kim
        .browser
        .raw(Method::PUT, &path)
        .header("Sec-Fetch-Site", "cross-site");
    let answers = [
        (stranger.get(&path).await, 401),
        (stranger.post("/staff/uploads", &begin("copy", "5")).await, 401),
        (rhea.post("/staff/uploads", &begin("copy", "5")).await, 403),
        (rhea.get(&path).await, 404),
        (kim.browser.get("/staff/uploads/unknown").await, 404),
        (kim.browser.post(&path, &[("a", "b")]).await, 405),
        (kim.browser.send(elsewhere).await, 403),
        (kim.browser.post("/staff/uploads", &[("kind", "copy")]).await, 400),
        (
            kim.browser.post("/staff/uploads", &[("name", large.as_str())]).await,
            413,
        ),
        (kim.browser.post("/staff/uploads", &begin("song", "5")).await, 422),
        (kim.browser.post("/staff/uploads", &begin("copy", "0")).await, 422),
        (
            kim.browser.post("/staff/uploads", &begin("copy", "17179869185")).await,
            422,
        ),
        (kim.finishes(&playlist).await, 422),
        (kim.finishes(&playlist).await, 404),
    ];
    for (place, (answer, status)) in answers.iter().enumerate() {
        assert_eq!(answer.status, *status, "{place}: {}", answer.text());
        assert!(!told(answer).is_empty(), "{place}: {}", answer.text());
        assert_eq!(answer.header("content-type"), "application/json", "{place}");
    }
    let spanish = stranger.get(&format!("/es{path}")).await;
    assert_ne!(told(&spanish), told(&answers[0].0), "in the reader's language");
}

#[tokio::test]
async fn files_come_with_the_backup_and_back() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let (first, second) = (movie(HALF_AN_HOUR, &[1; 64]), movie(HALF_AN_HOUR, &[2; 64]));
    case.sends_copy(&first).await;
    let copy = portal.file("copy.db");
    let (name, secret) = (
        copy.display().to_string(),
        portal.file("secret.key").display().to_string(),
    );
    let done = portal.run(&["backup", &name], "");
    assert!(done.status.success(), "{done:?}");
    case.sends_copy(&second).await;
    let again = portal.run(&["backup", &name], "");
    assert_eq!(again.status.code(), Some(1), "the one before is not touched");
    let copy = portal.file("second.db");
    let name = copy.display().to_string();
    assert!(portal.run(&["backup", &name], "").status.success());
    let beside = portal.file("second.db.files");
    assert_eq!(files_in(&beside).len(), 2);
    let refused = portal.run(&["restore", &name], "");
    assert_eq!(refused.status.code(), Some(1), "the target is not empty");

    let settings = [("DAYLIGHT_SECRET_FILE".to_owned(), secret)];
    let elsewhere = |arguments: &[&str], folder: &Path| {
        let done = program(folder, &settings).args(arguments).output().expect("it runs");
        let words = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
        (done.status.code(), words)
    };
    let folder = tempfile::TempDir::new().expect("a folder");
    let home = folder.path();
    let place = |hash: &str, root: &Path| root.join(&hash[..2]).join(hash);
    let (one, two) = (sha256(&first), sha256(&second));
    // A folder that holds files is not written over.
    let stray = place(&one, &home.join("files"));
    std::fs::create_dir_all(stray.parent().expect("a folder")).expect("a folder");
    std::fs::write(&stray, b"somebody's").expect("a file");
    let (code, words) = elsewhere(&["restore", &name], home);
    assert!(code == Some(1) && words.contains("not empty"), "{words}");
    std::fs::remove_file(&stray).expect("gone");
    // A backup that lacks a file, or holds another, is told before anything is written.
    let (kept, away) = (place(&two, &beside), portal.file("away"));
    std::fs::rename(&kept, &away).expect("away");
    let (code, words) = elsewhere(&["restore", &name], home);
    assert!(
        code == Some(1) && words.contains(&two) && words.contains("missing"),
        "{words}"
    );
    std::fs::write(&kept, &first).expect("another");
    let (code, words) = elsewhere(&["restore", &name], home);
    assert!(code == Some(1) && words.contains("something else"), "{words}");
    assert!(!home.join("daylight.db").exists() && files_in(&home.join("files")).is_empty());
    std::fs::rename(&away, &kept).expect("back");

    let (code, words) = elsewhere(&["restore", &name], home);
    assert_eq!(code, Some(0), "{words}");
    assert_eq!(std::fs::read(place(&one, &home.join("files"))).expect("a file"), first);
    std::fs::write(home.join("files").join(&one[..2]).join("stray"), b"nobody's").expect("a file");
    let (code, words) = elsewhere(&["check"], home);
    assert!(
        code == Some(0) && words.contains("1 file belongs to no record"),
        "{words}"
    );
    std::fs::remove_file(place(&two, &home.join("files"))).expect("gone");
    let (code, words) = elsewhere(&["check"], home);
    assert!(
        code == Some(1) && words.contains(&format!("file {two}: it is missing")),
        "{words}"
    );
}

#[tokio::test]
async fn whoever_chose_no_file_is_told_so() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let fields = [("act", "upload"), ("file_kind", "copy")];
    let path = format!("/staff/recordings/{}/files", case.recording);
    let none = case.kim.browser.posts_files(&path, &fields, &[("file", "", b"")]).await;
    assert!(none.status == 422 && none.is_refused_at("file"), "no file was chosen");
}

/// A file among the cases.
fn case_file(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/records/tests/cases");
    std::fs::read(format!("{folder}/{name}")).expect("a case")
}

#[tokio::test]
async fn who_approves_a_copy_sees_what_is_in_it_and_what_was_taken_out() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let path = format!("/staff/recordings/{}/files", case.recording);
    for (name, words) in [
        ("redacted-mdta.mp4", "PAT EXAMPLE"),
        ("redacted-quicktime.mov", "victim address"),
        ("redacted-quicktime-named.mp4", "victim address"),
    ] {
        let sent = case_file(name);
        assert!(sent.windows(words.len()).any(|some| some == words.as_bytes()), "{name}");
        let fields = [("act", "upload"), ("file_kind", "copy")];
        let kept = case
            .kim
            .browser
            .posts_files(&path, &fields, &[("file", name, &sent)])
            .await;
        assert_eq!(kept.status, 303, "{name}: {}", kept.text());
        let page = case.rhea.browser.get(&path).await.text();
        for told in [
            "H.264 High",
            "AAC LC",
            "320 × 180",
            "What was taken out",
            "moov/",
            &sha256(&sent),
        ] {
            assert!(page.contains(told), "{name}: {told}");
        }
        let look = page
            .split("src=\"/staff/files/")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let seen = case
            .rhea
            .browser
            .get(&format!("/staff/files/{}", look.expect("a file")))
            .await;
        assert_eq!(seen.header("content-type"), "video/mp4");
        assert!(
            !seen.body.windows(words.len()).any(|some| some == words.as_bytes()),
            "{name}"
        );
    }
    let spanish = case.rhea.browser.get(&format!("/es{path}")).await.text();
    assert!(
        spanish.contains("Qué se quitó") && spanish.contains("Imagen"),
        "in the reader's language"
    );
}

#[tokio::test]
async fn what_cannot_be_played_or_has_stowaways_is_told_by_name_with_and_without_script() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let kim = Uploader::signs_in(&portal).await;
    let path = format!("/staff/recordings/{}/files", case.recording);
    for (name, told) in [
        ("hevc-main10.mp4", "HEVC (H.265) Main 10"),
        ("mpeg4-part2.mp4", "MPEG-4 Part 2"),
        ("h264-444.mp4", "H.264 High 4:4:4 Predictive"),
        ("sound-only.mp4", "only sound (AAC LC)"),
        ("muted-but-not.mp4", "sounds: 2 (2: AAC LC; 3: AAC LC)"),
    ] {
        let sent = case_file(name);
        let fields = [("act", "upload"), ("file_kind", "copy")];
        let refused = case
            .kim
            .browser
            .posts_files(&path, &fields, &[("file", name, &sent)])
            .await;
        assert!(refused.status == 422 && refused.is_refused_at("file"), "{name}");
        assert!(refused.text().contains(told), "{name}: {}", refused.text());
        let id = kim.begins(&case.recording, "copy", sent.len()).await;
        assert_eq!(kim.puts(&id, 0, &sent).await.status, 200);
        let refused = kim.finishes(&id).await;
        assert_eq!(refused.status, 422, "{name}");
        assert!(self::told(&refused).contains(told), "{name}: {}", refused.text());
        // The original is kept as it is, and what that means for a copy is told.
        let fields = [("act", "upload"), ("file_kind", "original")];
        let kept = case
            .kim
            .browser
            .posts_files(&path, &fields, &[("file", name, &sent)])
            .await;
        assert_eq!(kept.status, 303, "{name}: {}", kept.text());
    }
    let page = case.kim.browser.get(&path).await.text();
    for told in [
        "HEVC (H.265) Main 10",
        "MPEG-4 Part 2",
        "High 4:4:4",
        "no picture, only sound",
        "ffmpeg -i",
    ] {
        assert!(page.contains(told), "{told}");
    }
}

#[tokio::test]
async fn nobody_without_an_open_notice_writes_a_byte_to_the_disk() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let files = portal.file("files");
    let part = |head: &str| format!("--frontier\r\nContent-Disposition: form-data; {head}\r\n\r\n").into_bytes();
    // Of the right shape, and no notice's.
    for (code, written) in [(case.receipt.code.as_str(), false), (code.as_str(), true)] {
        let mut head = [part("name=\"code\""), code.as_bytes().to_vec(), b"\r\n".to_vec()].concat();
        head.extend(part("name=\"papers\"; filename=\"a.pdf\""));
        head.extend(vec![b'x'; 300_000]);
        let address = portal.url.trim_start_matches("http://").to_owned();
        let mut stream = TcpStream::connect(&address).await.expect("a connection");
        let request = format!(
            "POST /notice/objection HTTP/1.1\r\nHost: {address}\r\nSec-Fetch-Site: same-origin\r\n\
             Content-Type: multipart/form-data; boundary=frontier\r\nContent-Length: 9000000\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await.expect("a head");
        stream.write_all(&head).await.expect("half a form");
        tokio::time::sleep(Duration::from_millis(600)).await;
        assert_eq!(!files_in(&files).is_empty(), written, "{code}");
        drop(stream);
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    // The words and the place of the mistake are kept.
    let fields = [("words", "It was my worst day"), ("code", case.receipt.code.as_str())];
    let paper = [("papers", "a.pdf", b"%PDF-1.7\n%%EOF".as_slice())];
    let refused = portal
        .resident()
        .posts_files("/notice/objection", &fields, &paper)
        .await;
    assert!(
        refused.status == 422 && refused.is_refused_at("code"),
        "{}",
        refused.text()
    );
    assert_eq!(refused.value("words").as_deref(), Some("It was my worst day"));
    assert_eq!(files_in(&files), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn codes_tried_with_files_are_counted_like_all_others() {
    let portal = Portal::with(&[]);
    let ana = portal.resident();
    let receipt = ana.files_a_request().await;
    let paper = [("papers", "a.pdf", b"%PDF-1.7\n%%EOF".as_slice())];
    let fields = [("code", receipt.code.as_str())];
    for _ in 0..60 {
        let answer = ana.posts_files("/notice/objection", &fields, &paper).await;
        if answer.status == 429 {
            let alone = ana.post("/notice", &fields).await;
            assert_eq!(alone.status, 429, "one budget for both");
            return;
        }
        assert_eq!(answer.status, 422);
    }
    panic!("nobody was asked to wait");
}

#[tokio::test]
async fn an_unused_file_field_is_no_file_in_any_form() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let (kim, today) = (&case.kim.browser, crate::support::days_ago(0));
    let release = kim
        .get(&format!("/staff/requests/{}/release", case.receipt.number))
        .await
        .text();
    let notice = release.split("/staff/notices/").nth(1).expect("a notice");
    let notice = format!("/staff/notices/{}", notice.split('"').next().expect("its id"));
    let objection = [("relief", "whole"), ("capacity", "person")];
    let keyed = [
        ("act", "object"),
        ("on", &today),
        ("relief", "whole"),
        ("capacity", "person"),
        ("language", "en"),
    ];
    for prefix in ["", "/es"] {
        let bela = portal.resident();
        bela.post("/notice", &[("code", &code)]).await;
        for (somebody, path, form) in [
            (&bela, format!("{prefix}/notice/objection"), &objection[..]),
            (kim, format!("{prefix}{notice}"), &keyed[..]),
        ] {
            let page = somebody.get(&format!("{path}?act=object")).await;
            let [version, key] = ["version", "key"].map(|name| page.value(name).unwrap_or_default());
            let mut form = form.to_vec();
            form.extend([("version", version.as_str()), ("key", &key)]);
            let taken = somebody.posts_files(&path, &form, &[("papers", "", b"")]).await;
            assert_eq!(taken.status, 303, "{path}: {}", taken.text());
        }
        // Where a file must come, its lack is told as that, beside whatever else is wrong.
        let order = [("kind", "disclose"), ("court", "Circuit Court"), ("case_number", "1")];
        let none = kim
            .posts_files(&format!("{prefix}/staff/orders/new"), &order, &[("document", "", b"")])
            .await;
        assert!(none.status == 422 && none.is_refused_at("document"), "{}", none.text());
        assert!(none.is_refused_at("dated"), "both are told: {}", none.text());
        let path = format!("{prefix}/staff/recordings/{}/files", case.recording);
        let fields = [("act", "upload"), ("file_kind", "copy")];
        let none = kim.posts_files(&path, &fields, &[("file", "", b"")]).await;
        assert!(none.status == 422 && none.is_refused_at("file"), "{}", none.text());
    }
    assert_eq!(files_in(&portal.file("files")), Vec::<PathBuf>::new());
}

#[tokio::test]
async fn a_paper_is_looked_at_beyond_its_first_bytes() {
    let portal = Portal::open();
    let case = portal.begins_a_release().await;
    let code = case.tells_somebody().await;
    let bela = portal.resident();
    bela.post("/notice", &[("code", &code)]).await;
    let fields = [
        ("relief", "whole"),
        ("capacity", "person"),
        ("words", "It was my worst day"),
    ];
    for (name, bytes, told) in [
        ("tiny.pdf", b"%PDF-1.4 tiny".as_slice(), "tiny.pdf"),
        ("photo.jpg", b"\xFF\xD8\xFF\xE0 cut", "photo.jpg"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "scan.png"),
        ("", b"words", "A file without a name"),
        ("empty.pdf", b"", "This file is empty"),
    ] {
        let good = ("papers", "good.pdf", b"%PDF-1.7\n%%EOF".as_slice());
        let refused = bela
            .posts_files("/notice/objection", &fields, &[good, ("papers", name, bytes)])
            .await;
        assert!(refused.status == 422 && refused.is_refused_at("papers"), "{name}");
        assert!(refused.text().contains(told), "{name}: {}", refused.text());
        assert_eq!(refused.value("words").as_deref(), Some("It was my worst day"));
    }
    assert_eq!(
        files_in(&portal.file("files")),
        Vec::<PathBuf>::new(),
        "nothing of what was refused stays"
    );
}

#[tokio::test]
async fn the_largest_video_is_what_the_setting_says() {
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_UPLOAD_LIMIT", "1MiB")]);
    let case = portal.begins_a_release().await;
    let kim = Uploader::signs_in(&portal).await;
    let over = movie(HALF_AN_HOUR, &noise(1_100_000));
    let begin = [
        ("recording", case.recording.as_str()),
        ("kind", "copy"),
        ("name", "a"),
        ("bytes", "1048577"),
    ];
    let refused = kim.browser.post("/staff/uploads", &begin).await;
    assert!(
        refused.status == 422 && told(&refused).contains("larger than 1 MiB"),
        "{}",
        refused.text()
    );
    let path = format!("/staff/recordings/{}/files", case.recording);
    let fields = [("act", "upload"), ("file_kind", "copy")];
    let refused = case
        .kim
        .browser
        .posts_files(&path, &fields, &[("file", "a.mp4", &over)])
        .await;
    assert!(
        refused.status == 422 && refused.text().contains("larger than 1 MiB"),
        "{}",
        refused.text()
    );
    let under = movie(HALF_AN_HOUR, &noise(1_000_000));
    let kept = case
        .kim
        .browser
        .posts_files(&path, &fields, &[("file", "a.mp4", &under)])
        .await;
    assert_eq!(kept.status, 303, "{}", kept.text());
    assert!(
        case.kim.browser.get(&path).await.text().contains("1.0 MB"),
        "the page says so"
    );
}
