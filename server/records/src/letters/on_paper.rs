//! A letter to whoever filed, on paper: the words of the mail, with name and address for the window of the envelope.

use law::Date;
use office::Lang;
use texts::{DateWords as _, LetterWords as _};

use super::{Letter, Sender, paper::letterhead, render::Html};

/// Who gets a letter on paper.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Addressee<'a> {
    pub name: &'a str,
    pub postal_address: &'a str,
    pub lang: Lang,
}

/// A letter as markup of classes alone, for the portal's print style. `html` is the letter as it goes by mail.
pub fn on_paper(sender: &Sender, to: Addressee<'_>, on: Date, html: &str) -> String {
    let lang = to.lang;
    let mut page = Html(String::new());
    page.markup("<article class=\"bwc-letter\" lang=\"");
    page.markup(lang.key());
    page.markup("\">\n");
    letterhead(&mut page, sender, lang);
    address(&mut page, to);
    page.within("<p class=\"bwc-letter-date\">", &lang.day(on), "</p>\n");
    page.0.push_str(&words_of(html));
    page.within("<p class=\"bwc-letter-foot\">", lang.letter_paper_why(), " ");
    page.within("", lang.letter_paper_answer(), " ");
    page.within("", lang.letter_not_advice(), "");
    page.markup("</p>\n</article>\n<section class=\"bwc-letter-envelope\">\n<p class=\"bwc-letter-return\">");
    for (place, line) in sender.return_address.lines().enumerate() {
        page.within(if place > 0 { "<br>" } else { "" }, line, "");
    }
    page.markup("</p>\n");
    address(&mut page, to);
    page.markup("</section>\n");
    page.0
}

fn address(page: &mut Html, to: Addressee<'_>) {
    page.within("<p class=\"bwc-letter-address\">", to.name, "");
    for line in to.postal_address.lines() {
        page.within("<br>", line, "");
    }
    page.markup("</p>\n");
}

/// The words of a letter between its title and its foot, without the looks of a mail. Quotes in words are written as
/// references, so that `style="` stands only in our own markup.
fn words_of(html: &str) -> String {
    let from = html.find("<h1").unwrap_or_default();
    let to = html.rfind("<hr").unwrap_or(html.len()).max(from);
    without_styles(&html[from..to])
}

fn without_styles(html: &str) -> String {
    const STYLE: &str = " style=\"";
    let mut rest = html;
    let mut words = String::with_capacity(rest.len());
    while let Some(at) = rest.find(STYLE) {
        words.push_str(&rest[..at]);
        let style = &rest[at + STYLE.len()..];
        rest = style.find('"').map_or("", |end| &style[end + 1..]);
    }
    words + rest
}

/// The words of a letter by e-mail as it was sent, title to foot, for a page of the console: no looks of a mail, headings below
/// the page's own, and nothing that acts for whoever filed.
pub fn readable(html: &str) -> String {
    const STOP: &str = "/follow/stop/";
    let from = html.find("<h1").unwrap_or_default();
    let to = html.rfind("</div>").unwrap_or(html.len()).max(from);
    let mut words = without_styles(&html[from..to])
        .replace("<h2", "<h4")
        .replace("</h2", "</h4")
        .replace("<h1", "<h3")
        .replace("</h1", "</h3")
        .replace("</a>", "");
    while let Some(at) = words.find("<a ") {
        let end = words[at..].find('>').map_or(words.len(), |end| at + end + 1);
        words.replace_range(at..end, "");
    }

    if let Some(at) = words.find(STOP) {
        let from = at + STOP.len();
        let end = words[from..].find('<').map_or(words.len(), |end| from + end);
        words.replace_range(from..end, "…");
    }
    words
}

impl Letter {
    /// The same letter as it goes on paper.
    pub fn on_paper(&self, sender: &Sender, to: Addressee<'_>, on: Date) -> String {
        on_paper(sender, to, on, &self.html)
    }
}
