//! The days of a request, for every calendar program: read here as strictly as any of them reads (RFC 5545).

use std::collections::BTreeMap;

use crate::support::{Portal, days_ago};

/// An event, its properties by name; parameters stay on the name.
type Event = BTreeMap<String, String>;

/// Reads a calendar, and refuses whatever the standard refuses.
fn read(calendar: &[u8]) -> Vec<Event> {
    let text = std::str::from_utf8(calendar).expect("UTF-8");
    assert!(text.ends_with("\r\n"), "every line ends with CRLF");
    assert_eq!(
        text.matches('\n').count(),
        text.matches("\r\n").count(),
        "no bare line end"
    );
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(|c| c.is_control() && c != '\t'), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
    let mut lines = unfolded.split_terminator("\r\n");
    assert_eq!(lines.next(), Some("BEGIN:VCALENDAR"));
    let (mut events, mut open, mut head): (Vec<Event>, Option<Event>, Event) = (Vec::new(), None, Event::new());
    for line in lines {
        let (name, value) = line.split_once(':').expect("a name and a value");
        let bare = name.split(';').next().expect("a name");
        assert!(
            !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'),
            "{line}"
        );
        match (name, value) {
            ("BEGIN", "VEVENT") => assert!(open.replace(Event::new()).is_none(), "nested"),
            ("END", "VEVENT") => events.push(open.take().expect("an open event")),
            ("END", "VCALENDAR") => {}
            _ => {
                let into = open.as_mut().unwrap_or(&mut head);
                assert!(
                    into.insert(name.to_owned(), value.to_owned()).is_none(),
                    "twice: {line}"
                );
            }
        }
    }
    assert!(unfolded.ends_with("END:VCALENDAR\r\n") && open.is_none());
    assert_eq!(head.get("VERSION").map(String::as_str), Some("2.0"));
    assert!(head.get("PRODID").is_some_and(|id| id.starts_with("-//")), "{head:?}");
    assert!(!events.is_empty(), "a calendar has at least one component");
    let instant = |value: &str| value.len() == 16 && value.ends_with('Z') && value.as_bytes()[8] == b'T';
    let mut uids: Vec<&String> = events.iter().map(|event| &event["UID"]).collect();
    for event in &events {
        assert!(
            instant(&event["DTSTAMP"]) && instant(&event["LAST-MODIFIED"]),
            "{event:?}"
        );
        let day = &event["DTSTART;VALUE=DATE"];
        assert!(day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()), "{event:?}");
        assert!(["CONFIRMED", "CANCELLED"].contains(&&*event["STATUS"]), "{event:?}");
        event["SEQUENCE"].parse::<u32>().expect("a number");
        for text in ["SUMMARY", "DESCRIPTION"] {
            let plain = event[text]
                .replace("\\\\", "")
                .replace("\\n", "")
                .replace("\\,", "")
                .replace("\\;", "");
            assert!(!plain.contains(['\\', ',', ';']), "not escaped: {plain}");
        }
    }
    uids.sort();
    uids.dedup();
    assert_eq!(uids.len(), events.len(), "an identifier for each");
    events
}

fn the<'e>(events: &'e [Event], what: &str) -> &'e Event {
    let mut found = events.iter().filter(|event| event["UID"].contains(what));
    let one = found.next().unwrap_or_else(|| panic!("no {what} in {events:#?}"));
    assert!(found.next().is_none(), "one {what}");
    one
}

#[tokio::test]
async fn whatever_is_taken_back_the_changes_of_a_day_only_count_upwards() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let (ten, twenty) = (days_ago(-10), days_ago(-20));
    let explain = |day| [("text", "Three cameras are searched"), ("promised", day)];
    let mut known = std::collections::HashMap::new();
    for step in 0..4 {
        let (act, fields) = match step {
            0 => ("explain_delay", explain(&ten).to_vec()),
            1 => ("take_back", vec![("text", "A slip of mine")]),
            2 => ("explain_delay", explain(&twenty).to_vec()),
            _ => ("ask_clarification", vec![("text", "Which corner?")]),
        };
        kim.does(&number, act, &fields).await;
        let answer = ana.get(&format!("/requests/{number}/calendar.ics")).await;
        for event in read(answer.text().as_bytes()) {
            let now = (
                event["SEQUENCE"].parse::<u32>().expect("a number"),
                event["STATUS"].clone(),
            );
            let before = known.insert(event["UID"].clone(), now.clone());
            let rises = before.as_ref().is_none_or(|before| now.0 > before.0 || now == *before);
            assert!(rises, "step {step}: {event:?} after {before:?}");
        }
    }
}

#[tokio::test]
async fn a_day_that_moves_stays_the_same_event_and_an_ended_request_says_so() {
    let portal = Portal::open();
    let (ana, kim) = (portal.resident(), portal.custodian("kim@example.org").await);
    let number = ana.files_a_request().await.number;
    let calendar = async |lang: &str| {
        let answer = ana.get(&format!("{lang}/requests/{number}/calendar.ics")).await;
        read(answer.text().as_bytes())
    };
    let filed = calendar("").await;
    let first = the(&filed, "-C1-").clone();
    assert_eq!((&*first["STATUS"], &*first["SEQUENCE"]), ("CONFIRMED", "0"));

    kim.does(
        &number,
        "explain_delay",
        &[("text", "Much to do"), ("promised", &days_ago(-10))],
    )
    .await;
    let delayed = calendar("").await;
    let acted = the(&delayed, "-C1-");
    assert_eq!(
        (&acted["UID"], &*acted["STATUS"], &*acted["SEQUENCE"]),
        (&first["UID"], "CANCELLED", "1")
    );
    let promised = the(&delayed, "-C8-").clone();
    assert_eq!((&*promised["STATUS"], &*promised["SEQUENCE"]), ("CONFIRMED", "0"));
    assert_eq!(promised["DTSTART;VALUE=DATE"], days_ago(-10).replace('-', ""));

    kim.does(
        &number,
        "explain_delay",
        &[("text", "More to do"), ("promised", &days_ago(-20))],
    )
    .await;
    let moved = calendar("/es").await;
    let moved = the(&moved, "-C8-");
    assert_eq!(
        (&moved["UID"], &*moved["STATUS"], &*moved["SEQUENCE"]),
        (&promised["UID"], "CONFIRMED", "1")
    );
    assert_eq!(moved["DTSTART;VALUE=DATE"], days_ago(-20).replace('-', ""));
    assert!(
        moved["LAST-MODIFIED"].starts_with(&days_ago(0).replace('-', "")),
        "{moved:?}"
    );

    kim.does(
        &number,
        "deny",
        &[
            ("text", "No"),
            ("next_step", "Ask a court"),
            ("provision", "RSMo 610.021(14)"),
        ],
    )
    .await;
    for lang in ["", "/es"] {
        let ended = calendar(lang).await;
        let end = the(&ended, "-ended@");
        assert_eq!((&*end["STATUS"], &*end["SEQUENCE"]), ("CONFIRMED", "0"));
        assert_eq!(end["DTSTART;VALUE=DATE"], days_ago(0).replace('-', ""));
        assert_eq!(the(&ended, "-C8-")["STATUS"], "CANCELLED");
        assert!(the(&ended, "-C8-")["SEQUENCE"].parse::<u32>().expect("a number") >= 2);
    }
    kim.does(&number, "reopen", &[("text", "It was found")]).await;
    let open = calendar("").await;
    let end = the(&open, "-ended@");
    assert_eq!((&*end["STATUS"], &*end["SEQUENCE"]), ("CANCELLED", "1"));
}

#[tokio::test]
async fn a_target_that_is_for_proxies_alone_is_refused_and_breaks_nothing() {
    use std::io::{Read as _, Write as _};
    let portal = Portal::open();
    for method in ["GET", "POST", "CONNECT", "OPTIONS"] {
        let place = portal.url.strip_prefix("http://").expect("a place");
        let mut line = std::net::TcpStream::connect(place).expect("a line");
        let asked = format!("{method} x:443 HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        line.write_all(asked.as_bytes()).expect("it listens");
        let mut answer = String::new();
        line.read_to_string(&mut answer).expect("it answers");
        assert!(answer.starts_with("HTTP/1.1 400 "), "{method}: {answer}");
    }
    assert!(!portal.said().contains("broke"), "{}", portal.said());
}
