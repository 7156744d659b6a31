//! What letters say, and what they never say.

use law::{
    bar::Section,
    clock::{Clock, ClockId, Ending},
    recording::NoRecordReason,
    request_state::{AwaitedStep, Party},
};
use office::AccessCode;

use super::*;

const DAY: Date = Date::constant(2026, 8, 3);
const HOSTILE: &str =
    "<script>alert(1)</script>\r\nBcc: x@y.example\n\"><img src=x onerror='alert(2)'> & \u{202E}evil\0";

fn sender() -> Sender {
    Sender {
        base_url: "https://records.example.org".to_owned(),
        agency: "Kansas City, Missouri, Police Department".to_owned(),
        return_address: "1125 Locust Street\nKansas City, MO 64106".into(),
        telephone: "816-555-0100".into(),
        mail: crate::mail::MailAddresses::default(),
        denials: Vec::new(),
    }
}

fn number() -> TrackingNumber {
    TrackingNumber::make("KC", 2026, 0x3_1F2A)
}

fn next(what: AwaitedStep) -> Next {
    Next {
        what,
        who: Party::Custodian,
        by: Some((ClockId::C1, DAY)),
        beside: None,
        today: DAY,
        overdue: false,
        since: DAY,
        step_day: None,
        earlier_day: None,
    }
}

fn clock() -> Clock {
    Clock {
        id: ClockId::C6,
        rule: "MO_FEE_WITHDRAW_90D".to_owned(),
        start: DAY,
        due: DAY,
        outer: None,
        ended: None,
    }
}

/// Writes a letter to Ana in a language.
fn to_ana(lang: Lang, write: impl FnOnce(&Writing<'_>) -> Letter) -> Letter {
    write(&Writing {
        sender: &sender(),
        to: "ana@example.org",
        name: HOSTILE,
        lang,
        number: &number(),
        stop_token: "c0ffee",
        templates: &Templates::default(),
        edits: None,
    })
}

fn receipt(lang: Lang, act_by: Date, today: Date) -> Letter {
    to_ana(lang, |writing| filed(writing, DAY, (act_by, today), DAY))
}

fn to_requester(lang: Lang, events: &[Event], words: Option<&str>, next_step: Option<&str>) -> Letter {
    let told = Moved {
        events,
        next: &next(AwaitedStep::Decision),
        words,
        next_step,
        papers: &[],
        warning_waits: true,
    };
    to_ana(lang, |writing| moved(writing, &told))
}

/// Every letter there is, with hostile words wherever somebody's words go.
fn every_letter() -> Vec<Letter> {
    let denied = Event::Denied {
        provision: Section(HOSTILE.to_owned().into()),
    };
    let events = [
        vec![
            Event::ClarificationAsked { last_day: DAY },
            Event::ClockStarted { clock: clock() },
        ],
        vec![Event::FeeAsked {
            lines: Vec::new(),
            deposit_cents: None,
            anew: false,
            cents: 1250,
            last_day: DAY,
        }],
        vec![
            Event::ClockEnded {
                clock: ClockId::C1,
                due: DAY,
                how: Ending::Met,
            },
            denied,
        ],
        vec![Event::ClosedActive { confirmed_on: DAY }],
        vec![Event::NoRecord {
            why: NoRecordReason::NotFound,
        }],
        vec![Event::Lapsed],
        vec![],
    ];
    let mut letters = Vec::new();
    for lang in Lang::ALL {
        letters.push(receipt(lang, DAY, DAY));
        letters.push(confirm_following(
            &sender(),
            "ana@example.org",
            lang,
            &number(),
            "c0ffee",
        ));
        for events in &events {
            letters.push(to_requester(lang, events, Some(HOSTILE), Some(HOSTILE)));
            let next = next(AwaitedStep::Decision);
            letters.push(followed(
                &sender(),
                "ana@example.org",
                lang,
                &number(),
                events,
                &next,
                "c0ffee",
            ));
        }
    }
    letters
}

/// The words of a page, as a reader sees them.
fn words_of_html(html: &str) -> Vec<String> {
    let body = html.split_once("<body").unwrap().1;
    let mut plain = String::new();
    let mut in_tag = true;
    for character in body.chars() {
        match character {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                plain.push(' ');
            }
            other if !in_tag => plain.push(other),
            _ => {}
        }
    }
    let plain = plain
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'");
    plain
        .replace("&amp;", "&")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// The words of a text, without the marks of quotes, lists and lines.
fn words_of_text(text: &str) -> Vec<String> {
    let marks = |line: &&str| !line.is_empty() && !line.chars().all(|c| matches!(c, '=' | '-'));
    let lines = text.lines().filter(marks);
    let bare = lines.map(|line| {
        line.strip_prefix("> ")
            .or(line.strip_prefix(">"))
            .or(line.strip_prefix("- "))
            .unwrap_or(line)
    });
    bare.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[test]
fn text_and_html_say_the_same() {
    for letter in every_letter() {
        assert_eq!(
            words_of_text(&letter.text),
            words_of_html(&letter.html),
            "{}",
            letter.text
        );
    }
}

#[test]
fn nothing_that_anybody_wrote_becomes_markup_or_a_hidden_character() {
    for letter in every_letter() {
        for bad in ["<script", "<img", "\u{202E}", "\0", "\r"] {
            assert!(!letter.html.contains(bad), "{bad:?} in {}", letter.html);
        }
        assert!(!letter.text.contains(['\u{202E}', '\0', '\r']));
        assert!(!letter.subject.contains('<') && letter.subject.chars().all(|c| !c.is_control()));
        assert_eq!(
            letter.html.matches(" href=\"https://records.example.org/").count(),
            letter.html.matches("<a ").count()
        );
    }
}

#[test]
fn a_long_link_breaks_no_mail_on_a_phone() {
    for letter in every_letter() {
        for link in letter.html.split("<a ").skip(1) {
            let tag = link.split('>').next().unwrap_or_default();
            assert!(tag.contains("overflow-wrap:anywhere"), "{tag}");
        }
    }
}

#[test]
fn lines_of_text_stay_within_72_characters() {
    for letter in every_letter() {
        for line in letter.text.lines().filter(|line| !line.starts_with("https://")) {
            assert!(line.chars().count() <= 72, "{line}");
        }
    }
}

#[test]
fn every_letter_says_who_sent_it_from_where_and_that_it_is_no_advice() {
    for letter in every_letter() {
        for said in [
            "Kansas City, Missouri, Police Department",
            "https://records.example.org",
        ] {
            assert!(
                letter
                    .text
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
                    .contains(said),
                "{}",
                letter.text
            );
        }
        assert!(letter.html.contains(letter.lang.letter_not_advice()));
        assert!(letter.subject.contains(number().as_str()));
        assert!(letter.html.contains(&format!("<html lang=\"{}\">", letter.lang.key())));
        assert!(!letter.html.contains("<img") && !letter.html.contains("url("));
    }
}

#[test]
fn no_letter_carries_anything_shaped_like_an_access_code() {
    for letter in every_letter() {
        for word in letter
            .text
            .split_whitespace()
            .chain(letter.html.split(['"', '<', '>', ' ', '/']))
        {
            assert!(AccessCode::parse(word).is_err(), "{word}");
        }
    }
}

#[test]
fn what_is_entered_after_its_days_says_that_they_have_passed() {
    let later = law::Date::constant(2026, 12, 31);
    let letter = receipt(Lang::En, DAY, later);
    let passed = texts::LetterWords::letter_overdue_opening(Lang::En, DAY);
    assert!(
        letter.text.contains(passed.split('.').next().unwrap_or_default()),
        "{}",
        letter.text
    );
    assert!(!letter.text.contains("gives the records custodian until"));
}

#[test]
fn the_receipt_by_mail_says_where_the_code_is() {
    let letter = receipt(Lang::En, DAY, DAY);
    assert!(letter.html.contains("The code is on your receipt."));
    assert!(letter.text.contains("https://records.example.org/track\n"));
    let stop = "https://records.example.org/follow/stop/c0ffee";
    assert_eq!(
        letter.stop_url.as_deref(),
        Some(stop),
        "whoever filed can stop mails in each"
    );
    assert!(letter.text.contains(stop));
}

#[test]
fn a_question_says_what_silence_does_and_by_which_day() {
    let letter = to_requester(
        Lang::En,
        &[Event::ClarificationAsked { last_day: DAY }],
        Some("Which street?"),
        None,
    );
    assert_eq!(letter.subject, format!("Request {}: a question for you", number()));
    for said in ["Which street?", "withdrawn", "610.026.2(2)", "Monday, August 3, 2026"] {
        assert!(letter.html.contains(said), "{said}");
    }
}

#[test]
fn a_denial_names_its_section_the_grounds_and_the_court() {
    let provision = Section::of("RSMo 610.021(14)");
    let events = [
        Event::ClockEnded {
            clock: ClockId::C1,
            due: DAY,
            how: Ending::Met,
        },
        Event::Denied { provision },
    ];
    let letter = to_requester(
        Lang::Es,
        &events,
        Some("Es un registro cerrado."),
        Some("Pida la parte abierta."),
    );
    assert_eq!(letter.subject, format!("Solicitud {}: denegada", number()));
    for said in [
        "RSMo 610.021(14)",
        "Es un registro cerrado.",
        "Pida la parte abierta.",
        "610.023.4",
        "610.100.5",
    ] {
        assert!(letter.html.contains(said), "{said}");
    }
}

#[test]
fn who_follows_reads_public_words_only_and_can_stop() {
    let letter = followed(
        &sender(),
        "a@b.example",
        Lang::Es,
        &number(),
        &[Event::CustodianWrote],
        &next(AwaitedStep::Decision),
        "c0ffee",
    );
    let stop = "https://records.example.org/es/follow/stop/c0ffee";
    assert_eq!(letter.stop_url.as_deref(), Some(stop));
    assert!(letter.text.contains(stop) && letter.html.contains(stop));
    assert!(!letter.html.contains("/track"));
}

#[test]
fn a_token_with_other_characters_cannot_leave_its_link() {
    let letter = confirm_following(&sender(), "a@b.example", Lang::En, &number(), "ab\"c\r\n/../d");
    assert!(
        letter
            .text
            .contains("https://records.example.org/follow/confirm/abcd\n")
    );
}

#[test]
fn a_warning_that_waits_is_in_the_letter_with_the_link_to_it_and_an_approval_is_called_one() {
    for lang in Lang::ALL {
        let letter = to_requester(lang, &[Event::RedactionApproved], None, None);
        assert!(letter.html.contains(lang.letter_warning_waits()), "{}", letter.text);
        assert!(letter.text.contains("/private#warning"), "{}", letter.text);
        assert!(!letter.subject.contains("prepar"), "{}", letter.subject);
    }
}
