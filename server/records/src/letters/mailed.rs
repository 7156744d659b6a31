//! Letters by e-mail to people shown who agreed to that (RSMo 432.220.2), in a form they can keep (432.235.1): the same
//! words as on paper, in both languages. The code stands in them as a place that is filled when they are sent.

use law::{Date, objection::ObjectionAnswer};
use office::Lang;
use texts::{NoticeWords as _, ReleaseWords as _};

use super::{
    Letter, Sender,
    block::{Block, Body},
    paper::{CODE, NoticeContent, other},
    render,
};

/// The notice.
pub fn noticed(sender: &Sender, to: &str, lang: Lang, notified: &NoticeContent<'_>) -> Letter {
    let mut body = Body::new(lang.notice_title());
    notice_text(&mut body, sender, lang, notified);
    body.push(Block::Rule);
    body.heading(other(lang).notice_title());
    notice_text(&mut body, sender, other(lang), notified);
    letter("noticed", sender, to, lang, lang.paper_subject(), body)
}

/// The answer to an objection.
pub fn answered(
    sender: &Sender,
    to: &str,
    lang: Lang,
    court: &str,
    received: Date,
    answer: &ObjectionAnswer,
) -> Letter {
    let mut body = Body::new(lang.paper_answer_title());
    for (place, lang) in [lang, other(lang)].into_iter().enumerate() {
        if place > 0 {
            body.push(Block::Rule);
            body.heading(lang.paper_answer_title());
        }
        body.paragraph(lang.paper_answer_opening(received));
        match answer {
            ObjectionAnswer::Accepted { .. } => body.paragraph(lang.paper_answer_accepted()),
            ObjectionAnswer::SettledByRedaction { asks, reasons, .. } => {
                body.paragraph(lang.paper_answer_settled());
                body.push(Block::List(asks.iter().map(|ask| lang.ask(ask)).collect()));
                if !reasons.is_empty() {
                    body.push(Block::Quote(reasons.clone()));
                }
            }
            ObjectionAnswer::Overruled { reasons, .. } => {
                body.paragraph(lang.paper_answer_overruled());
                body.push(Block::Quote(reasons.clone()));
            }
        }
        body.paragraph(lang.paper_answer_court(court));
        body.link(lang.notice_open(), sender.url(lang, "/notice"));
    }
    letter("answered", sender, to, lang, lang.paper_answer_title(), body)
}

fn letter(kind: &'static str, sender: &Sender, to: &str, lang: Lang, subject: &'static str, mut body: Body) -> Letter {
    body.foot(sender, lang, &[&sender.answers_in_public(lang)]);
    Letter {
        kind,
        to: to.to_owned(),
        lang,
        subject: subject.to_owned(),
        text: render::text(&body),
        html: render::html(&body, lang),
        stop_url: None,
    }
}

fn notice_text(body: &mut Body, sender: &Sender, lang: Lang, notified: &NoticeContent<'_>) {
    body.paragraph(lang.notice_opening(notified.kind, &sender.agency));
    body.heading(lang.notice_what());
    body.push(Block::Facts(notified.facts(lang)));
    body.heading(lang.notice_days_title());
    body.paragraph(lang.notice_days_rule(notified.kind));
    body.paragraph(lang.notice_silent());
    body.heading(lang.notice_right_title());
    body.paragraph(lang.notice_right(notified.court));
    if !notified.self_help.is_empty() {
        body.paragraph(lang.notice_self_help(notified.self_help));
    }
    body.heading(lang.notice_effect_title());
    body.paragraph(lang.notice_effect(notified.kind));
    body.paragraph(lang.notice_not_court());
    body.heading(lang.notice_blur_title());
    body.paragraph(lang.notice_blur());
    body.paragraph(lang.notice_private());
    let page = sender.url(lang, "/notice");
    body.heading(lang.paper_how_title());
    body.paragraph(lang.mailed_how(&page));
    body.push(Block::Facts(vec![(lang.paper_code(), CODE.to_owned())]));
    body.link(lang.notice_open(), page);
    body.paragraph(lang.paper_genuine(&sender.url(lang, "/notice/check")));
}
