//! The letter that offers a family to see a recording before it becomes public.

use law::Date;
use office::forms::Contact;
use texts::{DateWords as _, ViewingWords as _};

use super::{
    Sender,
    paper::{envelope, foot, open, other},
    render::Html,
};

/// What the offer says.
#[derive(Clone, Copy, Debug)]
pub struct ViewingContent<'a> {
    /// Its day.
    pub offered: Date,
    /// By when it is to be answered.
    pub answer_by: Date,
    /// Whom the family can turn to; empty if nobody is named.
    pub support: &'a str,
}

/// The offer on paper, in the person's language. It names neither the recording nor what it shows: whoever opens it by mistake
/// learns nothing.
pub fn viewing_paper(sender: &Sender, contact: &Contact, content: &ViewingContent<'_>) -> String {
    let mut page = Html(String::new());
    let lang = contact.language;
    open(&mut page, sender, lang, contact, content.offered);
    page.within("<h1>", lang.viewing_letter_title(), "</h1>\n");
    page.within("<p>", &lang.viewing_letter_opening(&sender.agency), "</p>\n");
    page.within(
        "<p>",
        &lang.viewing_letter_answer(&lang.day(content.answer_by), &sender.url(lang, "/notice")),
        "</p>\n",
    );
    if !sender.telephone.is_empty() {
        page.within("<p>", &lang.viewing_letter_call(&sender.telephone), "</p>\n");
    }
    page.within("<p>", lang.viewing_letter_bring(), "</p>\n");
    if !content.support.is_empty() {
        page.within("<p>", &lang.viewing_support(content.support), "</p>\n");
    }
    page.within("<p>", lang.viewing_letter_free(), "</p>\n");
    foot(&mut page, sender, lang, other(lang).viewing_letter_title());
    page.markup("</article>\n");
    envelope(&mut page, sender, contact);
    page.0
}
