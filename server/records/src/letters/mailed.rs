//! Letters by e-mail to people shown who agreed to that (RSMo 432.220.2), in a form they can keep (432.235.1): the same
//! words as on paper, in both languages. The code stands in them as a place that is filled when they are sent.

use office::Lang;
use texts::{NoticeLetterWords as _, NoticeTitle, NoticeWords as _};

use super::{
    Letter, Sender,
    block::{Block, Body},
    paper::{AnswerContent, CODE, NoticeContent, answer_says, other},
    render,
};

/// The notice.
pub fn noticed(sender: &Sender, to: &str, lang: Lang, notified: &NoticeContent<'_>) -> Letter {
    let mut body = Body::new(lang.notice_title(NoticeTitle::MayBeReleased, notified.shown));
    notice_text(&mut body, sender, lang, notified);
    body.push(Block::Rule);
    body.heading(other(lang).notice_title(NoticeTitle::MayBeReleased, notified.shown));
    notice_text(&mut body, sender, other(lang), notified);
    letter("noticed", sender, to, lang, lang.paper_subject(), body)
}

/// The answer to an objection.
pub fn answered(sender: &Sender, to: &str, lang: Lang, content: &AnswerContent<'_>) -> Letter {
    let mut body = Body::new(lang.paper_answer_title());
    for (place, lang) in [lang, other(lang)].into_iter().enumerate() {
        if place > 0 {
            body.push(Block::Rule);
            body.heading(lang.paper_answer_title());
        }
        body.paragraph(lang.paper_answer_opening(content.objection.received, content.shown));
        let (granted, not_granted) = content.granted_and_not(lang);
        let (says, reasons) = answer_says(lang, content);
        body.paragraph(says);
        body.list(granted);
        if let Some(reasons) = reasons {
            body.push(Block::Quote(reasons.to_owned()));
        }
        if !not_granted.is_empty() {
            body.paragraph(lang.paper_answer_not_granted());
            body.list(not_granted);
        }
        body.paragraph(lang.paper_answer_court(content.court, content.over));
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
        draft: None,
    }
}

fn notice_text(body: &mut Body, sender: &Sender, lang: Lang, notified: &NoticeContent<'_>) {
    if let Some(why) = lang.notice_why_you(notified.shown) {
        body.paragraph(why);
    }
    body.paragraph(lang.notice_opening(notified.kind, &sender.agency, notified.shown));
    body.heading(lang.notice_what());
    body.facts(notified.facts(lang));
    body.heading(lang.notice_days_title());
    body.paragraph(lang.notice_days_rule(notified.kind));
    body.paragraph(lang.notice_silent(notified.kind));
    body.heading(lang.notice_right_title());
    body.paragraph(lang.notice_right(notified.court));
    if !notified.self_help.is_empty() {
        body.paragraph(format!("{} {}", lang.notice_self_help(), notified.self_help));
    }
    body.heading(lang.notice_effect_title());
    body.paragraph(lang.notice_effect(notified.kind));
    body.paragraph(lang.notice_not_court());
    body.heading(lang.notice_blur_title(notified.shown));
    body.paragraph(lang.notice_blur(notified.shown));
    body.paragraph(lang.notice_private(notified.shown));
    body.heading(lang.notice_consent_title());
    body.paragraph(lang.notice_consent(notified.kind));
    let page = sender.url(lang, "/notice");
    body.heading(lang.paper_how_title());
    body.paragraph(lang.mailed_how(&page));
    body.facts(vec![(lang.paper_code(), CODE.to_owned())]);
    body.link(lang.notice_open(), page);
    body.paragraph(lang.paper_genuine(&sender.url(lang, "/notice/check")));
}
