//! To a member of staff: what is due. Numbers, days and links; nothing of whoever filed.

use law::{Date, clock::ClockId, request_order::CourtCase};
use office::{Lang, TrackingNumber};
use texts::{CourtWords as _, LawWords as _, LetterWords as _, StatusWords as _};

use super::{Letter, Sender, block::Body, render};

/// Whose request it is, for whoever reads the mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DailyOf<'a> {
    /// Their own.
    Own,
    /// Somebody's for whom they stand in today, by name.
    Covered(&'a str),
    /// Nobody's.
    Nobody,
}

/// A request with something due.
#[derive(Clone, Copy, Debug)]
pub struct DailyLine<'a> {
    /// Its number.
    pub number: &'a TrackingNumber,
    /// The clock whose day it is; `None`: the office's own day.
    pub clock: Option<ClockId>,
    /// The day.
    pub day: Date,
    /// Whose it is.
    pub of: DailyOf<'a>,
}

/// A court case with a day.
#[derive(Clone, Debug)]
pub struct DailyCase {
    /// Our id.
    pub id: String,
    /// Its number and court.
    pub case: CourtCase,
    /// The day.
    pub day: Date,
    /// Whose it is.
    pub holder: Option<String>,
}

/// What is due to one member of staff. `total` counts the requests that the mail does not name too.
pub fn daily(
    sender: &Sender,
    to: &str,
    lang: Lang,
    (lines, cases): (&[DailyLine<'_>], &[DailyCase]),
    total: u64,
    today: Date,
) -> Letter {
    let mut body = Body::new(lang.letter_daily_title());
    for line in lines {
        let who = match line.of {
            DailyOf::Own => lang.letter_daily_mine().to_owned(),
            DailyOf::Covered(name) => lang.letter_daily_cover(name),
            DailyOf::Nobody => lang.letter_daily_nobody().to_owned(),
        };
        let what = line
            .clock
            .map_or_else(|| lang.office_day_label(), |clock| lang.clock(clock));
        body.heading(line.number.to_string());
        body.paragraph(lang.letter_daily_line(what, line.day, line.day < today, line.clock.is_none(), &who));
        let page = sender.url(lang, &format!("/staff/requests/{}", line.number));
        body.link(lang.letter_daily_open(), page);
    }
    for one in cases {
        let who = one
            .holder
            .clone()
            .unwrap_or_else(|| lang.letter_daily_nobody().to_owned());
        body.heading(lang.court_case_title(&one.case.number));
        body.paragraph(lang.letter_daily_line(lang.court_cases_title(), one.day, one.day < today, false, &who));
        body.link(
            lang.court_of_order_open(),
            sender.url(lang, &format!("/staff/court/{}", one.id)),
        );
    }
    let more = total.saturating_sub(u64::try_from(lines.len()).unwrap_or(u64::MAX));
    if more > 0 {
        body.paragraph(lang.letter_daily_more(more));
    }
    body.link(lang.letter_daily_queue(), sender.url(lang, "/staff/queue"));
    body.link(lang.letter_daily_stop(), sender.url(lang, "/staff/account"));
    body.foot(sender, lang, &[lang.letter_machine()]);
    Letter {
        kind: "daily",
        to: to.to_owned(),
        lang,
        subject: lang.letter_daily_subject(usize::try_from(total).unwrap_or(usize::MAX).saturating_add(cases.len())),
        text: render::text(&body),
        html: render::html(&body, lang),
        stop_url: None,
        draft: None,
    }
}
