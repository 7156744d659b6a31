//! One renderer for both shapes of a letter.
//!
//! In HTML, markup is `&'static str` and words go through [`Html::words`], which escapes: there is no
//! third way to write, so nothing anybody typed can become markup. No pictures, nothing fetched.

use office::Lang;

use super::block::{Block, Body};

/// Width of a line of text; addresses of pages are never broken.
const WIDTH: usize = 72;

/// The letter as plain text.
pub(super) fn text(body: &Body) -> String {
    let mut out = String::new();
    wrap(&mut out, &body.title, "", "");
    out.push_str(&"=".repeat(body.title.chars().count().min(WIDTH)));
    out.push('\n');
    for block in &body.blocks {
        out.push('\n');
        match block {
            Block::Heading(words) => {
                wrap(&mut out, words, "", "");
                out.push_str(&"-".repeat(words.chars().count().min(WIDTH)));
                out.push('\n');
            }
            Block::Paragraph(words) | Block::Locked(words, _) => wrap(&mut out, words, "", ""),
            Block::Own(_, words) => words.lines().for_each(|line| wrap(&mut out, line, "", "")),
            Block::Facts(facts) => {
                for (label, fact) in facts {
                    wrap(&mut out, &format!("{label}: {fact}"), "", "    ");
                }
            }
            Block::List(lines) => lines.iter().for_each(|line| wrap(&mut out, line, "- ", "  ")),
            Block::Quote(words) => words.lines().for_each(|line| wrap(&mut out, line, "> ", "> ")),
            Block::Link(words, url) => {
                wrap(&mut out, &format!("{words}:"), "", "");
                wrap(&mut out, url, "", "");
            }
            Block::Rule => out.push_str("--\n"),
        }
    }
    out
}

/// Adds words in lines of at most [`WIDTH`] characters; a longer word keeps its line to itself.
fn wrap(out: &mut String, words: &str, first: &str, then: &str) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in clean(words).split_whitespace() {
        if !empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(line.trim_end());
            out.push('\n');
            line.clear();
            line.push_str(then);
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    out.push_str(line.trim_end());
    out.push('\n');
}

/// The letter as HTML.
pub(super) fn html(body: &Body, lang: Lang) -> String {
    let mut page = Html(String::new());
    page.markup("<!doctype html>\n<html lang=\"");
    page.markup(lang.key());
    page.markup(HEAD);
    page.words(&body.title);
    page.markup("</title></head>\n");
    page.markup(OPEN);
    page.words(&body.title);
    page.markup("</h1>\n");
    for block in &body.blocks {
        page.block(block);
    }
    page.markup("</div></body></html>\n");
    page.0
}

/// No colors of our own for words and ground: the reader's mail program chooses, light or dark.
const HEAD: &str = "\"><head><meta charset=\"utf-8\">\
    <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
    <meta name=\"color-scheme\" content=\"light dark\"><title>";
const OPEN: &str = "<body style=\"margin:0;padding:0\">\n\
    <div style=\"overflow-wrap:anywhere;word-break:break-word;max-width:36em;margin:0 auto;padding:24px 16px;font:17px/1.55 'Public Sans',system-ui,sans-serif\">\n\
    <h1 style=\"font-size:24px;line-height:1.25;margin:0 0 16px\">";
const QUOTE: &str = "<blockquote style=\"margin:0 0 16px;padding:0 0 0 16px;border-left:4px solid #757b83\">";

pub(super) struct Html(pub(super) String);

impl Html {
    /// Markup, known when the program was built.
    pub(super) fn markup(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Words, escaped for text and for quoted attributes alike.
    pub(super) fn words(&mut self, words: &str) {
        for character in clean(words).chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                other => self.0.push(other),
            }
        }
    }

    /// Words between two pieces of markup.
    pub(super) fn within(&mut self, open: &'static str, words: &str, close: &'static str) {
        self.markup(open);
        self.words(words);
        self.markup(close);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(words) => {
                self.within(
                    "<h2 style=\"font-size:19px;line-height:1.3;margin:24px 0 8px\">",
                    words,
                    "</h2>\n",
                );
            }
            Block::Paragraph(words) | Block::Locked(words, _) => {
                self.within("<p style=\"margin:0 0 16px\">", words, "</p>\n");
            }
            Block::Own(_, words) => {
                self.markup("<p style=\"margin:0 0 16px\">");
                for (place, line) in words.lines().enumerate() {
                    self.markup(if place > 0 { "<br>\n" } else { "" });
                    self.words(line);
                }
                self.markup("</p>\n");
            }
            Block::Facts(facts) => {
                self.markup("<p style=\"margin:0 0 16px\">");
                for (place, (label, fact)) in facts.iter().enumerate() {
                    self.markup(if place > 0 { "<br>\n" } else { "" });
                    self.within("", label, ": ");
                    self.within("<strong>", fact, "</strong>");
                }
                self.markup("</p>\n");
            }
            Block::List(lines) => {
                self.markup("<ul style=\"margin:0 0 16px;padding:0 0 0 20px\">\n");
                for line in lines {
                    self.within("<li style=\"margin:0 0 8px\">", line, "</li>\n");
                }
                self.markup("</ul>\n");
            }
            Block::Quote(words) => {
                self.markup(QUOTE);
                for (place, line) in words.lines().enumerate() {
                    self.markup(if place > 0 { "<br>\n" } else { "" });
                    self.words(line);
                }
                self.markup("</blockquote>\n");
            }
            Block::Link(words, url) => {
                self.within(
                    "<p style=\"margin:0 0 16px\">",
                    words,
                    ":<br>\n<a style=\"overflow-wrap:anywhere;word-break:break-word\" href=\"",
                );
                self.within("", url, "\">");
                self.within("", url, "</a></p>\n");
            }
            Block::Rule => {
                self.markup("<hr style=\"border:0;border-top:1px solid #757b83;margin:24px 0 16px\">\n");
            }
        }
    }
}

/// Words without what could hide in them: control characters and overrides of text direction
/// (Unicode UAX 9) become the replacement character; tab and line end stay.
fn clean(words: &str) -> String {
    let hostile = |c: char| {
        matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
            || (c.is_control() && !matches!(c, '\n' | '\t'))
    };
    words
        .chars()
        .map(|c| if hostile(c) { char::REPLACEMENT_CHARACTER } else { c })
        .collect()
}
