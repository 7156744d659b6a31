//! To the requester: a day by which the office had to act has passed.

use law::{Date, clock::ClockId};
use office::{Lang, TrackingNumber};
use texts::{DateWords as _, LawWords as _, LetterWords as _};

use super::{Addressed, Letter, Sender, block::Body};

/// That a day passed without an act, and what can be done about it.
pub fn overdue(
    sender: &Sender,
    to: &str,
    lang: Lang,
    number: &TrackingNumber,
    (clock, due): (ClockId, Date),
    stop_token: &str,
) -> Letter {
    let mut body = Body::new(lang.letter_overdue_title());
    body.facts(vec![
        (lang.letter_number(), number.to_string()),
        (lang.letter_overdue_day(), lang.day(due)),
    ]);
    body.paragraph(lang.letter_overdue_opening(due));
    body.paragraph(lang.clock_duty(clock));
    body.heading(lang.letter_what_now());
    body.paragraph(lang.letter_overdue_open());
    body.paragraph(lang.letter_court());
    let subject = lang.letter_overdue_subject(number.as_str());
    let addressed = Addressed {
        sender,
        to,
        lang,
        number,
        stop_token,
    };
    addressed.to_requester("overdue", subject, body)
}
