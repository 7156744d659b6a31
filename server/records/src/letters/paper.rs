//! Letters on paper: a notice to a person shown, and the answer to an objection.
//!
//! A letter is a piece of a page: markup of classes alone, which the portal's print style turns into
//! large print. Its code stands in it as a place, [`CODE`] and [`SQUARE`], that is filled when the
//! letter is printed; what is kept holds no code.

use fast_qr::{QRBuilder, convert::svg::SvgBuilder};
use law::{
    Date, DateTime,
    notice::NoticeKind,
    objection::ObjectionAnswer,
    request::{Media, Track},
    span::Spans,
};
use office::{AccessCode, Lang, forms::Contact};
use texts::{DateWords as _, LawWords as _, NoticeWords as _, ReleaseWords as _};

use super::{Sender, render::Html};

/// Where the code goes, in groups of four.
pub(super) const CODE: &str = "\u{E000}";
/// Where the square goes that a phone reads.
const SQUARE: &str = "\u{E001}";

/// What a notice says.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as on the page of the notice")]
pub struct NoticeContent<'a> {
    pub kind: NoticeKind,
    pub camera: Media,
    pub started: DateTime,
    pub place: &'a str,
    pub track: Track,
    pub seen: &'a Spans,
    pub heard: &'a Spans,
    pub court: &'a str,
    pub self_help: &'a str,
    pub sent_on: Date,
}

impl NoticeContent<'_> {
    /// What the video is, as every letter tells it.
    pub(super) fn facts(&self, lang: Lang) -> Vec<(&'static str, String)> {
        let when = format!("{} {}", lang.day(self.started.date()), self.started.strftime("%H:%M"));
        let you = format!("{} {}", lang.notice_seen(self.seen), lang.notice_heard(self.heard));
        vec![
            (lang.notice_camera(), lang.media(self.camera).to_owned()),
            (lang.notice_when(), when),
            (lang.notice_where(), self.place.to_owned()),
            (lang.notice_who(), lang.notice_role(self.track).to_owned()),
            (lang.notice_you(), you),
            (lang.notice_shown(), lang.notice_shown_text(self.seen, self.heard)),
        ]
    }
}

/// The other language.
pub(super) const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::En => Lang::Es,
        Lang::Es => Lang::En,
    }
}

/// A notice with its reply slip and the sheet for a neutral envelope, in the person's language first.
pub fn notice_paper(sender: &Sender, contact: &Contact, notified: &NoticeContent<'_>) -> String {
    let mut page = Html(String::new());
    for lang in [contact.language, other(contact.language)] {
        open(&mut page, lang, contact, notified.sent_on);
        page.within("<h1>", lang.notice_title(), "</h1>\n");
        notice_text(&mut page, sender, lang, notified);
        answer_how(&mut page, sender, lang);
        tear_off(&mut page, sender, lang);
        page.markup("</article>\n");
    }
    envelope(&mut page, sender, contact);
    page.0
}

/// The answer to an objection.
pub fn answer_paper(
    sender: &Sender,
    contact: &Contact,
    court: &str,
    received: Date,
    answer: &ObjectionAnswer,
) -> String {
    let mut page = Html(String::new());
    for lang in [contact.language, other(contact.language)] {
        open(&mut page, lang, contact, answer.on());
        page.within("<h1>", lang.paper_answer_title(), "</h1>\n");
        page.within("<p>", &lang.paper_answer_opening(received), "</p>\n");
        match answer {
            ObjectionAnswer::Accepted { .. } => page.within("<p>", lang.paper_answer_accepted(), "</p>\n"),
            ObjectionAnswer::SettledByRedaction { asks, reasons, .. } => {
                page.within("<p>", lang.paper_answer_settled(), "</p>\n<ul>\n");
                for ask in asks {
                    page.within("<li>", &lang.ask(ask), "</li>\n");
                }
                page.markup("</ul>\n");
                if !reasons.is_empty() {
                    page.within("<blockquote>", reasons, "</blockquote>\n");
                }
            }
            ObjectionAnswer::Overruled { reasons, .. } => {
                page.within("<p>", lang.paper_answer_overruled(), "</p>\n<blockquote>");
                page.within("", reasons, "</blockquote>\n");
            }
        }
        page.within("<p>", &lang.paper_answer_court(court), "</p>\n");
        foot(&mut page, sender, lang);
        page.markup("</article>\n");
    }
    envelope(&mut page, sender, contact);
    page.0
}

/// Words with the code in its place.
pub fn with_code(words: &str, code: &AccessCode) -> String {
    words.replace(CODE, &code.grouped())
}

/// That an objection on paper has arrived.
pub fn receipt_paper(sender: &Sender, contact: &Contact, today: Date, received: Date, late: bool) -> String {
    let mut page = Html(String::new());
    for lang in [contact.language, other(contact.language)] {
        open(&mut page, lang, contact, today);
        page.within("<h1>", lang.objection_filed_title(), "</h1>\n");
        page.within("<p>", &lang.objection_filed_lead(received, late), "</p>\n");
        page.within("<p>", &lang.paper_receipt_how(&sender.url(lang, "/notice")), "</p>\n");
        code(&mut page, lang.objection_filed_code());
        page.markup("</div>\n");
        page.within("<p>", lang.objection_filed_court(), "</p>\n");
        foot(&mut page, sender, lang);
        page.markup("</article>\n");
    }
    envelope(&mut page, sender, contact);
    page.0
}

/// A letter with its code in place: exactly what leaves.
pub fn document_with_code(sender: &Sender, document: &str, code: Option<&AccessCode>) -> String {
    let Some(code) = code else {
        return document.to_owned();
    };
    // The first sheet is in the person's own language; the square opens the page in it.
    let first = |lang: Lang| document.find(&format!("lang=\"{}\"", lang.key())).unwrap_or(usize::MAX);
    let lang = if first(Lang::Es) < first(Lang::En) {
        Lang::Es
    } else {
        Lang::En
    };
    let address = format!("{}#{}", sender.url(lang, "/notice"), code.bare());
    let square = QRBuilder::new(address)
        .build()
        .map(|square| SvgBuilder::default().to_str(&square))
        .unwrap_or_default();
    with_code(document, code).replace(SQUARE, &square)
}

fn open(page: &mut Html, lang: Lang, contact: &Contact, on: Date) {
    page.markup("<article class=\"bwc-letter\" lang=\"");
    page.markup(lang.key());
    page.markup("\">\n");
    address(page, contact);
    page.within("<p class=\"bwc-letter-date\">", &lang.day(on), "</p>\n");
}

fn address(page: &mut Html, contact: &Contact) {
    page.within("<p class=\"bwc-letter-address\">", &contact.name, "");
    for line in contact.postal_address.lines() {
        page.within("<br>", line, "");
    }
    page.markup("</p>\n");
}

fn section(page: &mut Html, title: &str, paragraphs: &[&str]) {
    page.within("<h2>", title, "</h2>\n");
    for paragraph in paragraphs.iter().filter(|words| !words.is_empty()) {
        page.within("<p>", paragraph, "</p>\n");
    }
}

fn notice_text(page: &mut Html, sender: &Sender, lang: Lang, notified: &NoticeContent<'_>) {
    page.within("<p>", &lang.notice_opening(notified.kind, &sender.agency), "</p>\n");
    page.within("<h2>", lang.notice_what(), "</h2>\n<dl>\n");
    for (name, fact) in notified.facts(lang) {
        page.within("<dt>", name, "</dt>\n");
        page.within("<dd>", &fact, "</dd>\n");
    }
    page.markup("</dl>\n");
    section(
        page,
        lang.notice_days_title(),
        &[lang.notice_days_rule(notified.kind), lang.notice_silent()],
    );
    let help = if notified.self_help.is_empty() {
        String::new()
    } else {
        lang.notice_self_help(notified.self_help)
    };
    section(
        page,
        lang.notice_right_title(),
        &[&lang.notice_right(notified.court), &help],
    );
    section(
        page,
        lang.notice_effect_title(),
        &[lang.notice_effect(notified.kind), lang.notice_not_court()],
    );
    section(
        page,
        lang.notice_blur_title(),
        &[lang.notice_blur(), lang.notice_private()],
    );
}

fn answer_how(page: &mut Html, sender: &Sender, lang: Lang) {
    section(
        page,
        lang.paper_how_title(),
        &[&lang.paper_how(&sender.url(lang, "/notice"))],
    );
    code(page, lang.paper_code());
    page.0.push_str(SQUARE);
    page.markup("</div>\n");
    page.within("<p>", &lang.paper_genuine(&sender.url(lang, "/notice/check")), "</p>\n");
    foot(page, sender, lang);
}

/// The place of a code, in a frame that is still open.
fn code(page: &mut Html, name: &str) {
    page.within("<div class=\"bwc-letter-code\"><p>", name, "<br><strong>");
    page.0.push_str(CODE);
    page.markup("</strong></p>");
}

fn foot(page: &mut Html, sender: &Sender, lang: Lang) {
    page.within("<p class=\"bwc-letter-foot\">", lang.paper_not_legal(), " ");
    page.within("", &sender.agency, "</p>\n");
}

fn tear_off(page: &mut Html, sender: &Sender, lang: Lang) {
    page.within(
        "<section class=\"bwc-letter-tear\"><h2>",
        lang.paper_tear(),
        "</h2>\n<ul>\n",
    );
    for words in [
        lang.paper_tear_object(),
        lang.paper_tear_blur(),
        lang.paper_tear_mute(),
        lang.paper_tear_consent(),
    ] {
        page.within("<li>", words, "</li>\n");
    }
    page.within(
        "</ul>\n<p>",
        lang.paper_tear_sign(),
        ": <span class=\"bwc-letter-line\"></span></p>\n",
    );
    page.within("<p>", lang.paper_code(), ": ");
    page.0.push_str(CODE);
    page.within("</p>\n<p>", &sender.agency, "</p>\n");
    lines(page, "<p>", &sender.return_address);
    page.markup("</section>\n");
}

/// An address of several lines; nothing where it is not known.
fn lines(page: &mut Html, open: &'static str, address: &str) {
    let mut lines = address.lines();
    if let Some(first) = lines.next() {
        page.within(open, first, "");
        lines.for_each(|line| page.within("<br>", line, ""));
        page.markup("</p>\n");
    }
}

/// Nothing on the envelope tells what is in it.
fn envelope(page: &mut Html, sender: &Sender, contact: &Contact) {
    page.markup("<section class=\"bwc-letter-envelope\">\n");
    lines(page, "<p class=\"bwc-letter-return\">", &sender.return_address);
    address(page, contact);
    page.markup("</section>\n");
}
