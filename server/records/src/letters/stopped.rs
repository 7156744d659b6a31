//! A video that was released cannot be watched any more: to the requester, and to who follows the request.

use law::{Date, release::StopGround};
use office::{Lang, TrackingNumber, letter::LetterKind};
use texts::{DateWords as _, LetterWords as _};

use super::{Follower, Letter, Sender, Writing, block::Body};

/// Why a video stopped, and when.
#[derive(Clone, Copy, Debug)]
pub struct StopReason<'a> {
    /// The day.
    pub on: Date,
    /// What stopped it.
    pub ground: StopGround,
    /// The section that it rests on.
    pub section: &'a str,
    /// The custodian's own words, where there are any.
    pub words: Option<&'a str>,
}

/// To the requester: your video was stopped, when, why, and how it can go on.
pub fn stopped(writing: &Writing<'_>, why: &StopReason<'_>) -> Letter {
    let Writing { lang, number, .. } = *writing;
    let mut body = Body::new(lang.letter_stopped_title());
    body.facts(vec![
        (lang.letter_number(), number.to_string()),
        (lang.letter_stopped_on(), lang.day(why.on)),
    ]);
    body.paragraph(lang.letter_stopped_what());
    body.paragraph(lang.letter_stopped_why(why.ground, why.section));
    body.quoted(lang.letter_custodian_writes(), why.words);
    body.heading(lang.letter_what_now());
    writing.advise(&mut body, LetterKind::Stopped);
    let subject = lang.letter_stopped_subject(number.as_str());
    writing.to_requester("stopped", (LetterKind::Stopped, Some(why.on)), subject, body)
}

/// To who follows a request: the same in public words, without why.
pub fn followed_stop(sender: &Sender, to: &str, lang: Lang, number: &TrackingNumber, on: Date, token: &str) -> Letter {
    let mut body = Body::new(lang.letter_followed_title());
    body.facts(vec![
        (lang.letter_number(), number.to_string()),
        (lang.letter_stopped_on(), lang.day(on)),
    ]);
    body.paragraph(lang.letter_followed_stopped());
    let follower = Follower {
        sender,
        to,
        lang,
        number,
        stop_token: token,
    };
    follower.letter(body)
}
