//! What leaves, and what is refused.

use std::time::Duration;

use super::{
    message::compose,
    sink::{Mode, Sink},
    *,
};

const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn sender() -> Sender {
    Sender {
        base_url: "https://records.example.org/".to_owned(),
        agency: "Kansas City Police Department".to_owned(),
        return_address: String::new(),
        telephone: "816-555-0100".into(),
        denials: Vec::new(),
        mail: MailAddresses::default(),
    }
}

fn mail() -> Mail {
    Mail {
        message_id: "0198-a@records.example.org".to_owned(),
        to: "ana@example.org".to_owned(),
        subject: "Solicitud KC-26-7F3K-Q2: está recibida".to_owned(),
        text: "¡Hola!\n".to_owned(),
        html: "<p>¡Hola!</p>".to_owned(),
        stop_url: Some("https://records.example.org/es/follow/stop/c0ffee".to_owned()),
    }
}

/// Header lines of a message, folded ones joined.
fn headers(message: &[u8]) -> Vec<String> {
    let text = String::from_utf8(message.to_vec()).unwrap();
    let head = text.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ");
    head.split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_letter_carries_its_fixed_headers_and_both_shapes() {
    let message = compose(&sender(), &mail(), NOW).unwrap().formatted();
    let headers = headers(&message);
    for header in [
        "From: \"Kansas City Police Department\" <daylight@records.example.org>",
        "To: ana@example.org",
        "Message-ID: <0198-a@records.example.org>",
        "Date: Thu, 01 Jan 1970 00:00:00 +0000",
        "Auto-Submitted: auto-generated",
        "List-Unsubscribe: <https://records.example.org/es/follow/stop/c0ffee>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    ] {
        assert!(headers.iter().any(|line| line == header), "{header} in {headers:#?}");
    }
    let text = String::from_utf8(message).unwrap();
    assert!(text.contains("multipart/alternative") && text.contains("text/plain") && text.contains("text/html"));
    assert!(text.is_ascii(), "every server takes it");
}

/// Payloads of header injection: line ends of every kind, encoded words, lists, comments, routes.
fn payloads() -> Vec<String> {
    let ends = [
        "\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\0", "\u{b}", "\u{c}", "\t", " ", "%0d%0a", "\\r\\n",
    ];
    let headers = [
        "Bcc: eve@evil.example",
        "To: eve@evil.example",
        "Subject: x",
        "Content-Type: text/html",
        "\r\n<b>x</b>",
    ];
    let words = [
        "=?utf-8?Q?=0d=0aBcc:_eve@evil.example?=",
        "=?utf-8?B?DQpCY2M6IGV2ZUBldmlsLmV4YW1wbGU=?=",
    ];
    let shapes = [
        "ana@example.org,eve@evil.example",
        "<ana@example.org>, <eve@evil.example>",
        "\"a\r\nBcc: e@evil.example\"@x.org",
        "ana@example.org;eve@evil.example",
        "@evil.example:ana@example.org",
        "ana(comment)@example.org",
        "ana@[evil.example]",
        "ana@example.org> RCPT TO:<eve@evil.example",
        "a@b@c.example",
        "ana@exämple.org",
        "änä@example.org",
        "",
    ];
    let mut payloads: Vec<String> = shapes.iter().chain(&words).map(|&shape| shape.to_owned()).collect();
    for end in ends {
        for header in headers.iter().chain(&words) {
            for base in ["ana@example.org", "ana", "ana@", "Request KC-26-7F3K-Q2: received", ""] {
                payloads.push(format!("{base}{end}{header}"));
                payloads.push(format!("{end}{header}{base}"));
            }
        }
    }
    payloads
}

#[test]
fn five_hundred_injections_reach_one_recipient_or_nobody() {
    let expected = headers(&compose(&sender(), &mail(), NOW).unwrap().formatted()).len();
    let payloads = payloads();
    assert!(payloads.len() >= 500, "{}", payloads.len());
    for payload in payloads {
        let fields: [fn(&mut Mail, String); 4] = [
            |mail, bad| mail.to = bad,
            |mail, bad| mail.subject = bad,
            |mail, bad| mail.stop_url = Some(bad),
            |mail, bad| mail.message_id = bad,
        ];
        for (place, set) in fields.into_iter().enumerate() {
            let mut mail = mail();
            set(&mut mail, payload.clone());
            let Ok(message) = compose(&sender(), &mail, NOW) else {
                continue;
            };
            let [to] = message.envelope().to() else {
                panic!("{payload:?} has several recipients")
            };
            let (local, domain) = mail.to.rsplit_once('@').unwrap();
            assert_eq!(
                to.to_string(),
                format!("{local}@{}", idna::domain_to_ascii(domain).unwrap())
            );
            assert!(
                place > 0 || !payload.contains(['\r', '\n', '\0', ' ', ',', '<']),
                "{payload:?}"
            );
            let lines = headers(&message.formatted());
            assert_eq!(lines.len(), expected, "{payload:?} became {lines:#?}");
            assert!(
                !lines
                    .iter()
                    .any(|line| line.starts_with("Bcc") || line.starts_with("Cc"))
            );
        }
        let hostile = Sender {
            agency: payload.clone(),
            return_address: String::new(),
            telephone: "816-555-0100".into(),
            ..sender()
        };
        let message = compose(&hostile, &mail(), NOW).unwrap().formatted();
        assert_eq!(headers(&message).len(), expected, "{payload:?}");
    }
}

#[test]
fn the_agency_sets_whose_address_letters_bear_and_where_answers_go() {
    let sender = Sender {
        mail: MailAddresses {
            from: MailAddress::parse("records@agency.example"),
            reply_to: MailAddress::parse("Records Office <answers@agency.example>"),
        },
        ..sender()
    };
    let message = compose(&sender, &mail(), NOW).unwrap();
    assert_eq!(message.envelope().from().unwrap().to_string(), "records@agency.example");
    let headers = headers(&message.formatted());
    for header in [
        "From: \"Kansas City Police Department\" <records@agency.example>",
        "Reply-To: \"Records Office\" <answers@agency.example>",
        "Message-ID: <0198-a@records.example.org>",
    ] {
        assert!(headers.iter().any(|line| line == header), "{header} in {headers:#?}");
    }
}

#[test]
fn the_sender_is_at_the_host_of_the_portal() {
    assert_eq!(mail_domain("https://Records.example.org:8443/x"), "records.example.org");
    assert_eq!(mail_domain("http://127.0.0.1:3000"), "localhost");
    assert_eq!(mail_domain("http://localhost:3000"), "localhost");
    assert_eq!(mail_domain("http://[::1]:3000"), "localhost");
    assert_eq!(mail_domain("http://a b\r\n/"), "localhost");
    for base in [
        "http://127.0.0.1:3000",
        "http://localhost:3000",
        "https://records.example.org",
    ] {
        let sender = Sender {
            base_url: base.to_owned(),
            ..sender()
        };
        assert_eq!(compose(&sender, &mail(), NOW).map(|_| ()), Ok(()), "{base}");
    }
}

#[tokio::test]
async fn a_wrong_setting_is_told_without_its_password() {
    let told = Mailer::parse("smtp://daylight:hunter2@mail.example.org:x").unwrap_err();
    assert!(
        told.contains("smtp://***@mail.example.org:x") && told.contains("expected file:DIR"),
        "{told}"
    );
    for wrong in [
        "",
        "file:",
        "mail",
        "smtp://",
        "smtp://u:hunter2@",
        "smtp://u:hunter2@h:0",
        "imap://u:hunter2@h",
    ] {
        let told = Mailer::parse(wrong).unwrap_err();
        assert!(
            told.contains("expected file:DIR") && !told.contains("hunter2"),
            "{told}"
        );
    }
    for right in [
        "file:data/mail",
        "smtp://127.0.0.1:2525",
        "smtp://u:p@localhost",
        "smtps://u:p@mail.example.org",
    ] {
        assert!(Mailer::parse(right).is_ok(), "{right}");
    }
}

#[tokio::test]
async fn a_letter_becomes_one_file_however_often_it_is_sent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new/mail");
    let mailer = Mailer::parse(&format!("file:{}", path.display())).unwrap();
    for _ in 0..2 {
        assert_eq!(mailer.attempt(&sender(), &mail(), NOW).await, Attempt::Sent);
    }
    let files: Vec<_> = std::fs::read_dir(&path)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(files, [path.join("0198-a.eml")]);
    let written = std::fs::read_to_string(&files[0]).unwrap();
    assert!(written.contains("Message-ID: <0198-a@records.example.org>"));
    #[cfg(unix)]
    assert_eq!(
        std::os::unix::fs::PermissionsExt::mode(&files[0].metadata().unwrap().permissions()) & 0o777,
        0o600
    );
}

#[tokio::test]
async fn half_a_letter_of_a_program_that_was_killed_is_taken_away_and_whole_ones_stay() {
    let folder = tempfile::tempdir().unwrap();
    let mailer = Mailer::parse(&format!("file:{}", folder.path().display())).unwrap();
    assert_eq!(mailer.attempt(&sender(), &mail(), NOW).await, Attempt::Sent);
    std::fs::write(folder.path().join(".0198-b.eml.4711.0.tmp"), "From: half a l").unwrap();
    std::fs::write(folder.path().join("notes.tmp"), "somebody's own").unwrap();
    mailer.sweep();
    let mut left: Vec<_> = std::fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, ["0198-a.eml", "notes.tmp"]);
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_tried_again_later() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mail"), "a file stands here").unwrap();
    let mailer = Mailer::parse(&format!("file:{}/mail", folder.path().display())).unwrap();
    assert!(matches!(
        mailer.attempt(&sender(), &mail(), NOW).await,
        Attempt::Later(_)
    ));
}

#[tokio::test]
async fn letters_in_memory_can_be_read() {
    let mailer = Mailer::memory();
    assert_eq!(mailer.attempt(&sender(), &mail(), NOW).await, Attempt::Sent);
    let bad = Mail {
        to: "ana@example.org\r\nBcc: eve@evil.example".to_owned(),
        ..mail()
    };
    assert_eq!(
        mailer.attempt(&sender(), &bad, NOW).await,
        Attempt::Never("the address is unusable".to_owned())
    );
    assert_eq!(mailer.posted().len(), 1);
    assert_eq!(mailer.posted()[0].message_id, "<0198-a@records.example.org>");
}

#[tokio::test]
async fn a_server_gets_one_recipient_and_the_whole_letter() {
    let sink = Sink::open(Mode::Accept);
    let mailer = Mailer::parse(&sink.url()).unwrap();
    for _ in 0..3 {
        assert_eq!(mailer.attempt(&sender(), &mail(), NOW).await, Attempt::Sent);
    }
    let received = sink.received();
    assert_eq!(received.len(), 3);
    assert_eq!(received[0].to, ["ana@example.org"]);
    assert_eq!(received[0].parameters, "", "no extension is asked for without need");
    assert_eq!(received[0].message_id(), "<0198-a@records.example.org>");
}

#[tokio::test]
async fn an_address_in_letters_of_any_language_goes_to_a_server_that_takes_it_and_to_no_other() {
    let to_jose = Mail {
        to: "josé@español.example".to_owned(),
        ..mail()
    };
    let sink = Sink::open(Mode::TakesUtf8);
    let mailer = Mailer::parse(&sink.url()).unwrap();
    assert_eq!(mailer.attempt(&sender(), &to_jose, NOW).await, Attempt::Sent);
    let received = sink.received();
    assert_eq!(received[0].to, ["josé@xn--espaol-zwa.example"]);
    assert_eq!(received[0].parameters, "BODY=8BITMIME SMTPUTF8");
    let to = received[0].message.lines().find(|line| line.starts_with("To: "));
    assert_eq!(to, Some("To: josé@xn--espaol-zwa.example"));

    let old = Sink::open(Mode::Accept);
    let mailer = Mailer::parse(&old.url()).unwrap();
    let Attempt::Never(why) = mailer.attempt(&sender(), &to_jose, NOW).await else {
        panic!("taken by a server that does not take it")
    };
    assert!(why.contains("SMTPUTF8") && why.is_ascii(), "{why}");
    assert!(old.received().is_empty());
    assert_eq!(
        mailer.attempt(&sender(), &mail(), NOW).await,
        Attempt::Sent,
        "nobody else is kept waiting"
    );
}

#[tokio::test]
async fn what_may_pass_is_told_apart_from_what_never_will() {
    let attempt = async |mode| {
        let sink = Sink::open(mode);
        Mailer::parse(&sink.url())
            .unwrap()
            .attempt(&sender(), &mail(), NOW)
            .await
    };
    assert_eq!(attempt(Mode::Later).await, Attempt::Later("smtp: 451 4.7.1".to_owned()));
    assert_eq!(attempt(Mode::Never).await, Attempt::Never("smtp: 550 5.1.1".to_owned()));
    let refuses_us = |why: &str| Attempt::RefusesUs(why.to_owned());
    assert_eq!(attempt(Mode::WantsPassword).await, refuses_us("smtp: 530 5.7.0"));
    assert_eq!(attempt(Mode::RefusesSender).await, refuses_us("smtp: 550 5.7.60"));
    assert_eq!(attempt(Mode::RefusesSenderLate).await, refuses_us("smtp: 554 5.2.252"));
    assert!(matches!(attempt(Mode::HangUp).await, Attempt::Unreachable(_)));
    assert!(matches!(attempt(Mode::DropAfterData).await, Attempt::Later(_)));
    let nobody = Mailer::parse("smtp://127.0.0.1:9").unwrap();
    assert!(matches!(
        nobody.attempt(&sender(), &mail(), NOW).await,
        Attempt::Unreachable(_)
    ));
}

#[tokio::test]
async fn a_server_that_falls_silent_is_left_and_its_connection_never_used_again() {
    let sink = Sink::open(Mode::Silent);
    let smtp = smtp::Smtp::parse(&sink.url())
        .unwrap()
        .impatient(Duration::from_millis(300));
    let message = || compose(&sender(), &mail(), NOW).unwrap();
    assert_eq!(
        smtp.send(&message()).await,
        Attempt::Unreachable("smtp: no answer in time".to_owned())
    );
    sink.turn(Mode::Accept);
    assert_eq!(smtp.send(&message()).await, Attempt::Sent);
    assert_eq!(sink.received().len(), 2);
}
