//! To the requester: a day by which the office had to act has passed.

use law::{Date, clock::ClockId};
use office::letter::LetterKind;
use texts::{DateWords as _, LawWords as _, LetterWords as _};

use super::{
    Letter, Writing,
    block::{Block, Body},
    moved::COURT,
};

/// That a day passed without an act, and what can be done about it.
pub fn overdue(writing: &Writing<'_>, (clock, due): (ClockId, Date)) -> Letter {
    let Writing { lang, number, .. } = *writing;
    let mut body = Body::new(lang.letter_overdue_title());
    body.facts(vec![
        (lang.letter_number(), number.to_string()),
        (lang.letter_overdue_day(), lang.day(due)),
    ]);
    body.push(Block::Locked(lang.letter_overdue_opening(due), None));
    body.paragraph(lang.clock_duty(clock));
    body.heading(lang.letter_what_now());
    writing.advise(&mut body, LetterKind::Overdue);
    body.required(lang.letter_court(), COURT);
    let subject = lang.letter_overdue_subject(number.as_str());
    writing.to_requester("overdue", (LetterKind::Overdue, Some(due)), subject, body)
}
