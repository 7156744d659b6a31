//! Letters on paper: a notice to a person shown, and the answer to an objection.
//!
//! A letter is a piece of a page: markup of classes alone, which the portal's print style turns into
//! large print. Its code stands in it as a place, [`CODE`] and [`SQUARE`], that is filled when the
//! letter is printed; what is kept holds no code.

use std::borrow::Cow;

use fast_qr::{QRBuilder, convert::svg::SvgBuilder};
use law::{
    Date, DateTime,
    notice::{Audience, NoticeKind},
    objection::{Objection, ObjectionAnswer, Relief},
    person::Shown,
    request::{Media, Track},
    span::Spans,
};
use office::{AccessCode, Lang, forms::Contact};
use texts::{
    DateWords as _, DeskWords as _, LawWords as _, NoticeLetterWords as _, NoticeTitle, NoticeWords as _,
    ObjectionWords as _,
};

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
    pub audience: Audience,
    pub seen: &'a Spans,
    pub heard: &'a Spans,
    pub court: &'a str,
    pub self_help: &'a str,
    pub sent_on: Date,
    pub shown: Shown,
}

/// What the answer to an objection says.
#[derive(Clone, Copy, Debug)]
pub struct AnswerContent<'a> {
    /// Which notice.
    pub kind: NoticeKind,
    /// The objection.
    pub objection: &'a Objection,
    /// Its answer.
    pub answer: &'a ObjectionAnswer,
    /// The court.
    pub court: &'a str,
    /// Whether the person's days were over on the day of the answer.
    pub over: bool,
    /// Whom it tells of.
    pub shown: Shown,
}

impl AnswerContent<'_> {
    /// What the answer says will be done, and what was asked and not granted.
    pub(super) fn granted_and_not(&self, lang: Lang) -> (Vec<String>, Vec<String>) {
        let answered = Objection {
            answer: Some(self.answer.clone()),
            ..self.objection.clone()
        };
        let ask = |ask: &_| lang.objection_ask(ask, self.shown);
        let granted = match (self.answer, &answered.relief) {
            (ObjectionAnswer::Accepted { .. }, _) => asked(lang, &answered, self.shown),
            (ObjectionAnswer::SettledByRedaction { asks, .. }, _) => asks.iter().map(ask).collect(),
            (ObjectionAnswer::Overruled { .. }, _) => Vec::new(),
        };
        let not = answered.not_granted();
        let whole = not.whole.then(|| lang.notice_asks_whole().to_owned());
        (granted, whole.into_iter().chain(not.asks.iter().map(ask)).collect())
    }
}

/// What an objection asks for.
pub(super) fn asked(lang: Lang, objection: &Objection, shown: Shown) -> Vec<String> {
    match &objection.relief {
        Relief::Whole => vec![lang.notice_asks_whole().to_owned()],
        Relief::Part { asks } => asks.iter().map(|ask| lang.objection_ask(ask, shown)).collect(),
    }
}

impl NoticeContent<'_> {
    /// What the video is, as every letter tells it.
    pub(super) fn facts(&self, lang: Lang) -> Vec<(Cow<'static, str>, String)> {
        let when = format!(
            "{}, {}",
            lang.day(self.started.date()),
            lang.time_of_day(self.started.time())
        );
        let where_shown = format!(
            "{} {}",
            lang.notice_seen(self.seen, self.shown),
            lang.notice_heard(self.heard, self.shown)
        );
        vec![
            (lang.notice_camera().into(), lang.media(self.camera).to_owned()),
            (lang.notice_when().into(), when),
            (lang.notice_where().into(), self.place.to_owned()),
            (lang.notice_who().into(), lang.notice_role(self.track).to_owned()),
            (
                lang.notice_to_whom().into(),
                lang.notice_audience(self.audience).to_owned(),
            ),
            (lang.notice_you(self.shown).into(), where_shown),
            (
                lang.notice_shown().into(),
                lang.notice_shown_text(self.seen, self.heard, self.shown),
            ),
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

/// A notice with its reply slip and the sheet for a neutral envelope, in the person's language; a line of the other says where
/// it is read in that.
pub fn notice_paper(sender: &Sender, contact: &Contact, notified: &NoticeContent<'_>) -> String {
    let mut page = Html(String::new());
    let lang = contact.language;
    open(&mut page, sender, lang, contact, notified.sent_on);
    let title = lang.notice_title(NoticeTitle::MayBeReleased, notified.shown);
    page.within("<h1>", &title, "</h1>\n");
    notice_text(&mut page, sender, lang, notified);
    answer_how(&mut page, sender, lang, notified.shown);
    tear_off(&mut page, sender, lang, notified.shown);
    page.markup("</article>\n");
    envelope(&mut page, sender, contact);
    page.0
}

/// The answer to an objection.
pub fn answer_paper(sender: &Sender, contact: &Contact, content: &AnswerContent<'_>) -> String {
    let mut page = Html(String::new());
    let lang = contact.language;
    open(&mut page, sender, lang, contact, content.answer.on());
    page.within("<h1>", lang.paper_answer_title(), "</h1>\n");
    let opening = lang.paper_answer_opening(content.objection.received, content.shown);
    page.within("<p>", &opening, "</p>\n");
    let (granted, not_granted) = content.granted_and_not(lang);
    let (says, reasons) = answer_says(lang, content);
    page.within("<p>", says, "</p>\n");
    list(&mut page, &granted);
    if let Some(reasons) = reasons {
        page.within("<blockquote>", reasons, "</blockquote>\n");
    }
    if !not_granted.is_empty() {
        page.within("<p>", lang.paper_answer_not_granted(), "</p>\n");
        list(&mut page, &not_granted);
    }
    page.within("<p>", &lang.paper_answer_court(content.court, content.over), "</p>\n");
    foot(&mut page, sender, lang, other(lang).paper_answer_title());
    page.markup("</article>\n");
    envelope(&mut page, sender, contact);
    page.0
}

/// The sentence that answers, and the reasons where there are any.
pub(super) fn answer_says<'a>(lang: Lang, content: &AnswerContent<'a>) -> (&'static str, Option<&'a str>) {
    match content.answer {
        ObjectionAnswer::Accepted { .. } => (lang.paper_answer_accepted(), None),
        ObjectionAnswer::SettledByRedaction { reasons, .. } => (
            lang.paper_answer_settled(),
            Some(reasons.as_str()).filter(|reasons| !reasons.is_empty()),
        ),
        ObjectionAnswer::Overruled { reasons, .. } => {
            (lang.paper_answer_overruled(content.kind, content.over), Some(reasons))
        }
    }
}

fn list(page: &mut Html, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    page.markup("<ul>\n");
    for line in lines {
        page.within("<li>", line, "</li>\n");
    }
    page.markup("</ul>\n");
}

/// A letter with a gap where its code goes, for who may only look at it.
pub fn without_code(document: &str) -> String {
    document.replace(CODE, "···· ···· ···· ····").replace(SQUARE, "")
}

/// Words with the code in its place.
pub fn with_code(words: &str, code: &AccessCode) -> String {
    words.replace(CODE, &code.grouped())
}

/// What the receipt of an objection says.
#[derive(Clone, Copy, Debug)]
pub struct ReceiptContent<'a> {
    /// The objection as it was taken.
    pub objection: &'a Objection,
    /// What the papers are called that came with it.
    pub papers: &'a [&'a str],
    /// Whether it holds the release until it is answered.
    pub holds: bool,
    /// First day on which the days leave room for a release, while that is still to come.
    pub opens_on: Option<Date>,
}

/// That an objection on paper has arrived: what it asks, which papers came, until when an answer is due.
pub fn receipt_paper(sender: &Sender, contact: &Contact, today: Date, content: &ReceiptContent<'_>) -> String {
    let mut page = Html(String::new());
    let lang = contact.language;
    let objection = content.objection;
    open(&mut page, sender, lang, contact, today);
    page.within("<h1>", lang.objection_filed_title(), "</h1>\n");
    let lead = lang.objection_filed_lead(objection.received, objection.late);
    page.within("<p>", &lead, "</p>\n");
    page.within("<h2>", lang.objection_filed_asked(), "</h2>\n");
    list(&mut page, &asked(lang, objection, contact.receiver.shown()));
    page.within("<h2>", lang.objection_filed_papers(), "</h2>\n");
    if content.papers.is_empty() {
        page.within("<p>", lang.objection_no_papers(), "</p>\n");
    }
    list(
        &mut page,
        &content.papers.iter().map(ToString::to_string).collect::<Vec<_>>(),
    );
    page.within("<h2>", lang.objection_due_title(), "</h2>\n");
    page.within("<p>", &lang.objection_due(content.holds, content.opens_on), "</p>\n");
    page.within("<p>", &lang.paper_receipt_how(&sender.url(lang, "/notice")), "</p>\n");
    code(&mut page, lang.objection_filed_code());
    page.markup("</div>\n");
    page.within("<p>", lang.objection_filed_court(objection.late), "</p>\n");
    foot(&mut page, sender, lang, other(lang).objection_filed_title());
    page.markup("</article>\n");
    envelope(&mut page, sender, contact);
    page.0
}

/// A letter with its code in place: exactly what leaves.
pub fn document_with_code(sender: &Sender, document: &str, code: Option<&AccessCode>) -> String {
    let Some(code) = code else {
        return document.to_owned();
    };
    // The letter is in the person's own language; the square opens the page in it.
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

pub(super) fn open(page: &mut Html, sender: &Sender, lang: Lang, contact: &Contact, on: Date) {
    page.markup("<article class=\"bwc-letter\" lang=\"");
    page.markup(lang.key());
    page.markup("\">\n");
    letterhead(page, sender, lang);
    address(page, contact);
    page.within("<p class=\"bwc-letter-date\">", &lang.day(on), "</p>\n");
}

/// Who writes, and where they are reached: by letter and by telephone.
pub(super) fn letterhead(page: &mut Html, sender: &Sender, lang: Lang) {
    page.within("<p class=\"bwc-letter-head\"><b>", &sender.agency, "</b>");
    for line in sender.return_address.lines() {
        page.within("<br>", line, "");
    }
    if !sender.telephone.is_empty() {
        page.within("<br>", &lang.paper_telephone(&sender.telephone), "");
    }
    page.markup("</p>\n");
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
    if let Some(why) = lang.notice_why_you(notified.shown) {
        page.within("<p>", why, "</p>\n");
    }
    page.within(
        "<p>",
        &lang.notice_opening(notified.kind, &sender.agency, notified.shown),
        "</p>\n",
    );
    page.within("<h2>", lang.notice_what(), "</h2>\n<dl>\n");
    for (name, fact) in notified.facts(lang) {
        page.within("<dt>", &name, "</dt>\n");
        page.within("<dd>", &fact, "</dd>\n");
    }
    page.markup("</dl>\n");
    section(
        page,
        lang.notice_days_title(),
        &[lang.notice_days_rule(notified.kind), lang.notice_silent(notified.kind)],
    );
    let help = if notified.self_help.is_empty() {
        String::new()
    } else {
        format!("{} {}", lang.notice_self_help(), notified.self_help)
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
        &lang.notice_blur_title(notified.shown),
        &[&lang.notice_blur(notified.shown), lang.notice_private(notified.shown)],
    );
    section(page, lang.notice_consent_title(), &[lang.notice_consent(notified.kind)]);
}

fn answer_how(page: &mut Html, sender: &Sender, lang: Lang, shown: Shown) {
    section(
        page,
        lang.paper_how_title(),
        &[&lang.paper_how(&sender.url(lang, "/notice"))],
    );
    code(page, lang.paper_code());
    page.0.push_str(SQUARE);
    page.markup("</div>\n");
    page.within("<p>", &lang.paper_genuine(&sender.url(lang, "/notice/check")), "</p>\n");
    foot(
        page,
        sender,
        lang,
        &other(lang).notice_title(NoticeTitle::MayBeReleased, shown),
    );
}

/// The place of a code, in a frame that is still open.
fn code(page: &mut Html, name: &str) {
    page.within("<div class=\"bwc-letter-code\"><p>", name, "<br><strong>");
    page.0.push_str(CODE);
    page.markup("</strong></p>");
}

/// What the letter is, in the other language, with where it is read in that; and that it is no advice.
pub(super) fn foot(page: &mut Html, sender: &Sender, lang: Lang, title: &str) {
    let other = other(lang);
    page.markup("<p class=\"bwc-letter-foot\" lang=\"");
    page.markup(other.key());
    page.within(
        "\">",
        &other.paper_other_language(title, &sender.url(other, "/notice")),
        "</p>\n",
    );
    page.within("<p class=\"bwc-letter-foot\">", lang.paper_not_legal(), "</p>\n");
}

fn tear_off(page: &mut Html, sender: &Sender, lang: Lang, shown: Shown) {
    page.within(
        "<section class=\"bwc-letter-tear\"><h2>",
        lang.paper_tear(),
        "</h2>\n<ul>\n",
    );
    for words in lang.paper_tear_choices(shown) {
        page.within("<li>", &words, "</li>\n");
    }
    page.within(
        "</ul>\n<p>",
        lang.paper_tear_sign(),
        ": <span class=\"bwc-letter-line\"></span></p>\n",
    );
    page.within("<p>", lang.paper_code(), ": ");
    page.0.push_str(CODE);
    page.within("</p>\n<p>", &sender.agency, "");
    for line in sender.return_address.lines() {
        page.within(", ", line, "");
    }
    page.markup("</p>\n</section>\n");
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
pub(super) fn envelope(page: &mut Html, sender: &Sender, contact: &Contact) {
    page.markup("<section class=\"bwc-letter-envelope\">\n");
    lines(page, "<p class=\"bwc-letter-return\">", &sender.return_address);
    address(page, contact);
    page.markup("</section>\n");
}
