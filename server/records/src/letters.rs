//! The letters, pure: what happened goes in, words in both shapes come out.
//!
//! A letter is a list of [`Block`]s; one renderer turns it into text and into HTML, so that both say
//! the same. No letter carries the access code: it says that the code is on the receipt.

mod block;
mod daily;
mod mailed;
mod moved;
mod on_paper;
mod overdue;
mod paper;
mod reading;
mod render;
mod stopped;
#[cfg(test)]
mod tests;
mod viewing;
mod wording;

use law::{
    Date,
    bar::Section,
    denial::{self, DenialProvision},
    event::Event,
    request_state::Next,
};
use office::{
    Lang, TrackingNumber,
    letter::LetterKind,
    views::{LetterText, ReadingGrade},
};
use texts::{DateWords as _, LawWords as _, LetterWords as _};

use block::{Block, Body};

use crate::mail::MailAddresses;

pub use daily::{DailyCase, DailyLine, DailyOf, daily};
pub use mailed::{answered, noticed};
pub use moved::{Moved, moved};
pub use on_paper::{Addressee, on_paper, readable};
pub use overdue::overdue;
pub use paper::{
    AnswerContent, NoticeContent, ReceiptContent, answer_paper, document_with_code, notice_paper, receipt_paper,
    with_code, without_code,
};
pub use stopped::{StopReason, followed_stop, stopped};
pub use viewing::{ViewingContent, viewing_paper};
pub use wording::{Correspondence, Rehearsal, Templates, Writing, example};

/// Who sends letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Where the portal is reached, without a slash at the end; never taken from a request.
    pub base_url: String,
    /// The agency's name.
    pub agency: String,
    /// Where mail comes back to, without the agency's name; empty if it is not known.
    pub return_address: String,
    /// The telephone of the records office; empty if it is not known.
    pub telephone: String,
    /// Whose address letters bear by e-mail.
    pub mail: MailAddresses,
    /// The provisions that a denial may rest on, with their words.
    pub denials: Vec<DenialProvision>,
}

impl Sender {
    /// What becomes of an answer to a letter.
    fn answers(&self, lang: Lang) -> String {
        self.mail.reply_to.as_ref().map_or_else(
            || lang.letter_no_reply().to_owned(),
            |reply_to| lang.letter_reply(reply_to.address()),
        )
    }

    /// The same, for who has no private page.
    fn answers_in_public(&self, lang: Lang) -> String {
        self.mail.reply_to.as_ref().map_or_else(
            || lang.letter_machine().to_owned(),
            |reply_to| lang.letter_reply_public(reply_to.address()),
        )
    }

    /// Where the records office is, in one line: agency, address and telephone, as far as they are known.
    fn office(&self) -> String {
        let lines = std::iter::once(self.agency.as_str()).chain(self.return_address.lines());
        let lines = lines.chain(std::iter::once(self.telephone.as_str()));
        let known: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
        known.join(", ")
    }

    /// What each provision is about, and its own words where the profile quotes them.
    fn quote<'p>(&self, body: &mut Body, lang: Lang, cited: impl IntoIterator<Item = &'p Section>) {
        let mut told = Vec::new();
        for section in cited {
            let Some(known) = denial::listed(&self.denials, section) else {
                continue;
            };
            if told.contains(&&known.section) {
                continue;
            }
            told.push(&known.section);
            let words = lang.letter_provision(section, &lang.pick(known.about.clone()), &known.words);
            body.required(words, section.0.as_ref());
        }
    }

    /// A page of the portal in a language.
    fn url(&self, lang: Lang, path: &str) -> String {
        format!("{}{}", self.base_url.trim_end_matches('/'), lang.path(path))
    }
}

/// A letter ready for the outbox.
#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    /// Which: `filed`, `moved`, `stopped`, `overdue`, `followed`, `confirm_following`, `noticed`, `answered`, or to staff `daily`.
    pub kind: &'static str,
    /// Address.
    pub to: String,
    /// Language.
    pub lang: Lang,
    /// Subject: fixed words and a tracking number.
    pub subject: String,
    /// The letter as plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// Where one press stops these letters (RFC 8058), if they can be stopped.
    pub stop_url: Option<String>,
    /// What it was made of, where the office words a part of it.
    pub draft: Option<Draft>,
}

/// What a letter was made of, for its preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// Its kind.
    pub kind: LetterKind,
    /// Its parts.
    pub text: LetterText,
    /// How hard it is to read.
    pub grade: Option<ReadingGrade>,
}

/// Somebody who follows a request, and what stops their letters.
#[derive(Clone, Copy)]
struct Follower<'a> {
    sender: &'a Sender,
    to: &'a str,
    lang: Lang,
    number: &'a TrackingNumber,
    stop_token: &'a str,
}

impl Follower<'_> {
    fn letter(self, mut body: Body) -> Letter {
        let Self {
            sender, lang, number, ..
        } = self;
        body.link(lang.letter_open_public(), public_page(sender, lang, number));
        body.paragraph(lang.letter_followed_why());
        let stop_url = stop_link(sender, lang, self.stop_token, &mut body);
        body.foot(sender, lang, &[&sender.answers_in_public(lang)]);
        Letter {
            kind: "followed",
            to: self.to.to_owned(),
            lang,
            subject: lang.letter_followed_subject(number.as_str()),
            text: render::text(&body),
            html: render::html(&body, lang),
            stop_url: Some(stop_url),
            draft: None,
        }
    }
}

fn stop_link(sender: &Sender, lang: Lang, token: &str, body: &mut Body) -> String {
    let path = format!("/follow/stop/{}", plain_token(token));
    let url = sender.url(lang, &path);
    body.link(lang.letter_stop_link(), url.clone());
    url
}

/// To the requester: the request is here, held, and must be acted on by a day. Never the access
/// code: that is on the receipt.
pub fn filed(writing: &Writing<'_>, received_on: Date, (act_by, today): (Date, Date), kept_until: Date) -> Letter {
    let Writing { lang, number, .. } = *writing;
    let mut body = Body::new(lang.letter_filed_title());
    body.facts(vec![
        (lang.letter_number(), number.to_string()),
        (lang.letter_received_on(), lang.day(received_on)),
        (lang.letter_act_by(), lang.day(act_by)),
    ]);
    body.paragraph(lang.letter_filed_hold(kept_until, received_on));
    body.heading(lang.letter_what_now());
    // What staff enter may have come long ago.
    let next = if act_by < today {
        lang.letter_overdue_opening(act_by)
    } else {
        lang.letter_filed_next(act_by)
    };
    body.required(next, "RSMo 610.023.3");
    let subject = lang.letter_filed_subject(number.as_str());
    writing.to_requester("filed", (LetterKind::Received, Some(act_by)), subject, body)
}

/// To who follows a request: public words only, and a way to stop.
pub fn followed(
    sender: &Sender,
    to: &str,
    lang: Lang,
    number: &TrackingNumber,
    events: &[Event],
    next: &Next,
    stop_token: &str,
) -> Letter {
    let mut body = Body::new(lang.letter_followed_title());
    body.facts(vec![(lang.letter_number(), number.to_string())]);
    what_happened(&mut body, lang, events);
    body.heading(lang.letter_what_now());
    if events.iter().any(|event| matches!(event, Event::Released { .. })) {
        body.paragraph(lang.letter_followed_released());
    } else {
        body.paragraph(lang.next_sentence(next));
    }
    let follower = Follower {
        sender,
        to,
        lang,
        number,
        stop_token,
    };
    follower.letter(body)
}

/// To an address that somebody gave: do you want these letters? Opening the link changes nothing; its
/// page has a button.
pub fn confirm_following(sender: &Sender, to: &str, lang: Lang, number: &TrackingNumber, token: &str) -> Letter {
    let mut body = Body::new(lang.letter_confirm_title());
    body.paragraph(lang.letter_confirm_opening());
    body.facts(vec![(lang.letter_number(), number.to_string())]);
    body.paragraph(lang.letter_confirm_how());
    body.link(
        lang.letter_confirm_link(),
        sender.url(lang, &format!("/follow/confirm/{}", plain_token(token))),
    );
    body.paragraph(lang.letter_confirm_else());
    body.foot(sender, lang, &[&sender.answers_in_public(lang)]);
    Letter {
        kind: "confirm_following",
        to: to.to_owned(),
        lang,
        subject: lang.letter_confirm_subject(number.as_str()),
        text: render::text(&body),
        html: render::html(&body, lang),
        stop_url: None,
        draft: None,
    }
}

/// What happened, a line for each event that means something to a reader. Clocks have their say in
/// the sentence of what happens now, so they are left out unless there is nothing else.
fn what_happened(body: &mut Body, lang: Lang, events: &[Event]) {
    let tells = |event: &&Event| !matches!(event, Event::ClockStarted { .. } | Event::ClockEnded { .. });
    let mut lines: Vec<String> = events.iter().filter(tells).map(|event| lang.event(event)).collect();
    if lines.is_empty() {
        lines = events.iter().map(|event| lang.event(event)).collect();
    }
    if !lines.is_empty() {
        body.heading(lang.letter_what_happened());
        body.push(Block::List(lines));
    }
}

fn public_page(sender: &Sender, lang: Lang, number: &TrackingNumber) -> String {
    sender.url(lang, &format!("/requests/{number}"))
}

/// A token as it stands in a link: letters, digits, hyphen and underscore, nothing else.
fn plain_token(token: &str) -> String {
    token
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect()
}
