//! To the requester: a day by which the office had to act has passed.

use law::{Date, clock::ClockId};
use office::{Lang, TrackingNumber};
use texts::{DateWords as _, LawWords as _, LetterWords as _};

use super::{
    Letter, Sender,
    block::{Block, Body},
    public_page, render, stop_link,
};

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
    body.push(Block::Facts(vec![
        (lang.letter_number(), number.to_string()),
        (lang.letter_overdue_day(), lang.day(due)),
    ]));
    body.paragraph(lang.letter_overdue_opening(due));
    body.paragraph(lang.clock_duty(clock));
    body.heading(lang.letter_what_now());
    body.paragraph(lang.letter_overdue_open());
    body.paragraph(lang.letter_court());
    body.paragraph(lang.letter_code_on_receipt());
    body.link(lang.letter_open_private(), sender.url(lang, "/track"));
    body.link(lang.letter_open_public(), public_page(sender, lang, number));
    let stop_url = stop_link(&mut body, sender, lang, stop_token);
    body.foot(sender, lang, &[lang.letter_why_requester(), &sender.answers(lang)]);
    Letter {
        kind: "overdue",
        to: to.to_owned(),
        lang,
        subject: lang.letter_overdue_subject(number.as_str()),
        text: render::text(&body),
        html: render::html(&body, lang),
        stop_url: Some(stop_url),
    }
}
