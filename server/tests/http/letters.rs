//! A relay that lets only its own account send; letters that fail, in the console; erasing who filed.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use crate::support::{Portal, Resident};

/// What the relay does from now on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Takes letters of `records@agency.example` alone, and says so after the letter.
    OnlyItsAccount,
    /// Refuses every recipient.
    NoSuchUser,
    /// Says nothing at all.
    Mute,
}

struct Relay {
    port: u16,
    mode: Arc<Mutex<Mode>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Relay {
    fn open(mode: Mode) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let (mode, taken) = (Arc::new(Mutex::new(mode)), Arc::default());
        let relay = Self {
            port,
            mode: Arc::clone(&mode),
            taken: Arc::clone(&taken),
        };
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (mode, taken) = (Arc::clone(&mode), Arc::clone(&taken));
                std::thread::spawn(move || speak(&stream, &mode, &taken));
            }
        });
        relay
    }

    fn turn(&self, mode: Mode) {
        *self.mode.lock().expect("the mode") = mode;
    }

    fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    async fn takes(&self, count: usize) -> Vec<String> {
        for _ in 0..300 {
            let taken = self.taken.lock().expect("letters").clone();
            if taken.len() >= count {
                return taken;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{count} letters")
    }
}

fn speak(stream: &TcpStream, mode: &Mutex<Mode>, taken: &Mutex<Vec<String>>) -> Option<()> {
    let mode = || *mode.lock().expect("the mode");
    while mode() == Mode::Mute {
        std::thread::sleep(Duration::from_millis(50));
    }
    let say = |words: &str| (&*stream).write_all(format!("{words}\r\n").as_bytes()).ok();
    let mut lines = BufReader::new(stream).lines();
    let mut ours = false;
    say("220 relay")?;
    loop {
        let line = lines.next()?.ok()?;
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => say("250 relay")?,
            "MAIL" => {
                ours = line.contains("<records@agency.example>");
                say("250 ok")?;
            }
            "RCPT" if mode() == Mode::NoSuchUser => say("550 5.1.1 no such user")?,
            "DATA" => {
                say("354 go")?;
                let mut letter = String::new();
                loop {
                    let line = lines.next()?.ok()?;
                    if line == "." {
                        break;
                    }
                    letter += &line;
                    letter.push('\n');
                }
                if ours {
                    taken.lock().expect("letters").push(letter);
                    say("250 taken")?;
                } else {
                    say("554 5.2.252 SendAsDenied")?;
                }
            }
            "QUIT" => return say("221 bye"),
            _ => say("250 ok")?,
        }
    }
}

/// The first letter of a list in the console, when it is there.
async fn listed(kim: &Resident, view: &str) -> (String, String) {
    for _ in 0..200 {
        let page = kim.get(&format!("/staff/mail?view={view}")).await.text();
        if let Some((_, rest)) = page.split_once("href=\"/staff/mail/") {
            let id = rest.split('"').next().expect("an id").to_owned();
            if page.contains("5.2.252") || page.contains("5.1.1") || view == "paper" {
                return (format!("/staff/mail/{id}"), page);
            }
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("nothing in {view}");
}

#[tokio::test]
async fn a_relay_that_refuses_our_sender_ends_no_letter_and_gets_it_once_the_sender_is_set() {
    let relay = Relay::open(Mode::OnlyItsAccount);
    let url = relay.url();
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_MAIL", &url)]);
    assert!(
        portal
            .says("set DAYLIGHT_BASE_URL")
            .await
            .contains("which nobody else can open")
    );
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await.browser);
    ana.files_a_request().await;
    let (_, page) = listed(&kim, "waiting").await;
    assert!(page.contains("The mail server refuses our sender"), "{page}");
    let queue = kim.get("/staff/queue").await.text();
    assert!(
        queue.contains("1 letter waits because our sender is refused"),
        "{queue}"
    );
    let metrics = kim.get("/metrics").await.text();
    assert!(
        metrics.contains("daylight_letters_total{outcome=\"sender_refused\"}"),
        "{metrics}"
    );
    assert!(metrics.contains("daylight_letters_sender_refused 1"), "{metrics}");
    let check = portal.run(&["check"], "");
    assert!(check.status.success());
    let said = String::from_utf8_lossy(&check.stdout).into_owned();
    assert!(
        said.contains("1 letters wait because the mail server refuses our sender"),
        "{said}"
    );

    let portal = portal.restarted_with(&[("DAYLIGHT_MAIL_FROM", "Records <records@agency.example>")]);
    let letters = relay.takes(1).await;
    assert!(
        letters[0].contains("From: Records <records@agency.example>"),
        "{}",
        letters[0]
    );
    drop(portal);
}

#[tokio::test]
async fn a_letter_that_failed_is_on_the_list_and_staff_send_it_again_elsewhere_or_on_paper() {
    let relay = Relay::open(Mode::NoSuchUser);
    let url = relay.url();
    let from = ("DAYLIGHT_MAIL_FROM", "records@agency.example");
    let portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_MAIL", &url), from]);
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await.browser);
    let number = ana.files_a_request().await.number;
    let (letter, page) = listed(&kim, "failed").await;
    assert!(page.contains(&number) && page.contains("5.1.1"), "{page}");
    assert!(kim.get("/staff/queue").await.text().contains("1 letter failed"));
    let of_request = kim.get(&format!("/staff/requests/{number}")).await.text();
    assert!(of_request.contains(&format!("href=\"{letter}\"")), "{of_request}");
    let wrong = kim.post(&letter, &[("act", "address"), ("email", "no address")]).await;
    assert_eq!(wrong.status, 422);
    relay.turn(Mode::OnlyItsAccount);
    let done = kim
        .post(&letter, &[("act", "address"), ("email", "ana@new.example.org")])
        .await;
    assert_eq!((done.status, done.location), (303, Some(format!("{letter}?done=1"))));
    let taken = relay.takes(1).await;
    assert!(taken[0].contains("To: ana@new.example.org"), "{}", taken[0]);
    let spanish = kim.get("/es/staff/mail").await.text();
    assert!(spanish.contains("Ninguna carta falló ni volvió."), "{spanish}");
}

#[tokio::test]
async fn the_program_ends_in_time_though_its_relay_says_nothing() {
    let relay = Relay::open(Mode::Mute);
    let url = relay.url();
    let mut portal = Portal::with(&[("DAYLIGHT_RATE_LIMIT", "off"), ("DAYLIGHT_MAIL", &url)]);
    portal.resident().files_a_request().await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    let begun = Instant::now();
    assert!(portal.ends_when_told(), "{}", portal.said());
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[tokio::test]
async fn a_requester_is_erased_by_command_and_in_the_console_and_the_docket_says_so() {
    let portal = Portal::open();
    let ana = portal.resident();
    let kim = portal.staff("kim@example.org", "admin").await.browser;
    let (first, second) = (ana.files_a_request().await.number, ana.files_a_request().await.number);
    let erased = portal.run(&["erase", &first, "--reason", "A court ordered it"], "");
    assert!(erased.status.success(), "{erased:?}");
    // What they wrote since goes by the same command.
    let again = portal.run(&["erase", &first, "--reason", "A court ordered it"], "");
    assert!(again.status.success(), "{again:?}");
    let unknown = portal.run(&["erase", "KC-26-0000-00", "--reason", "x"], "");
    assert!(!unknown.status.success());
    assert!(!portal.run(&["erase", &second, "--reason", " "], "").status.success());
    let page = kim.get(&format!("/staff/requests/{first}")).await.text();
    assert!(
        page.contains("A court ordered it") && !page.contains("ana@example.org"),
        "{page}"
    );
    let status = ana.get(&format!("/requests/{first}")).await.text();
    assert!(status.contains("what they wrote, was erased"), "{status}");

    let form = format!("/staff/requests/{second}/erase");
    assert_eq!(kim.post(&form, &[("reason", "")]).await.status, 422);
    let done = kim.post(&form, &[("reason", "They asked for it")]).await;
    assert_eq!(done.status, 303, "{}", done.text());
    assert!(
        kim.get(&format!("/staff/requests/{second}"))
            .await
            .text()
            .contains("They asked for it")
    );
    let check = portal.run(&["check"], "");
    assert!(check.status.success(), "{check:?}");
}
