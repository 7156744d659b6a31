//! The letter of an act before it goes: what can be worded in fields, what cannot as it stands.

use leptos::prelude::*;
use office::{
    Lang,
    forms::{LetterEditForm, letter_field},
    letter::{LetterWay, ParagraphKey},
    views::{LetterPart, LetterPreview, LetterText, PreviewedLetter},
};
use texts::TemplateWords;

use super::notices::document;
use crate::components::{
    Banner, Button, ButtonKind, Choice, Choices, FieldState, Inset, Problems, SummaryList, SummaryRow, TextField, Tone,
};

/// What a page knows of the letter of its form.
#[derive(Clone, Default)]
pub struct LetterState {
    /// What would go, where that was asked for.
    preview: Option<LetterPreview>,
    /// What was typed into it.
    typed: LetterEditForm,
}

impl LetterState {
    /// As the form that was sent to this page left it.
    pub fn found() -> Self {
        Self {
            preview: use_context(),
            typed: use_context().unwrap_or_default(),
        }
    }

    /// Whether the letter is shown.
    pub const fn is_shown(&self) -> bool {
        self.preview.is_some()
    }

    /// That nothing was sent, first in the page.
    pub fn banner(&self, lang: Lang) -> Option<AnyView> {
        self.is_shown().then(|| {
            view! {
                <Banner title=lang.preview_title() tone=Tone::Waiting>
                    <p>{lang.preview_done()}</p>
                    <p><a href="#letter">{lang.letter_as_sent()}</a></p>
                </Banner>
            }
            .into_any()
        })
    }

    /// The button that shows it.
    pub fn button(&self, lang: Lang) -> AnyView {
        let words = if self.is_shown() {
            lang.preview_again()
        } else {
            lang.preview_button()
        };
        view! { <Button name="go" value="preview" kind=ButtonKind::Second>{words}</Button> }.into_any()
    }

    /// The letters within the form; where one was refused, the words that were typed into it.
    pub fn section(&self, lang: Lang, problems: &Problems) -> Option<AnyView> {
        let inside = match &self.preview {
            Some(preview) => letters_of(lang, preview, problems),
            None => self.typed_again(lang, problems)?,
        };
        Some(view! { <section class="bwc-preview" id="letter">{inside}</section> }.into_any())
    }

    /// The fields as they were typed, where the form was refused: nothing typed is lost.
    fn typed_again(&self, lang: Lang, problems: &Problems) -> Option<AnyView> {
        let kind = self.typed.kind()?;
        let fields: Vec<AnyView> = kind
            .paragraphs()
            .iter()
            .map(|paragraph| paragraph_field(lang, *paragraph, self.typed.typed(*paragraph), problems))
            .collect();
        let way = self.typed.letter_way.clone();
        Some(
            view! {
                <h2>{lang.preview_edit()}</h2>
                <input type="hidden" name="letter_kind" value=kind.key()/>
                <input type="hidden" name="letter_lang" value=self.typed.letter_lang.clone()/>
                {(!way.is_empty()).then(|| view! { <input type="hidden" name="letter_way" value=way/> })}
                {fields}
            }
            .into_any(),
        )
    }
}

/// The letters, that to whoever filed with fields in it.
fn letters_of(lang: Lang, preview: &LetterPreview, problems: &Problems) -> AnyView {
    if preview.letters.is_empty() {
        return view! { <h2>{lang.letter_as_sent()}</h2><Inset><p>{lang.preview_none()}</p></Inset> }.into_any();
    }
    let edited = preview.to_requester();
    let letters: Vec<AnyView> = preview
        .letters
        .iter()
        .map(|letter| {
            let edit = edited.is_some_and(|one| std::ptr::eq(one, letter));
            letter_of(lang, letter, edit.then_some(problems))
        })
        .collect();
    view! { {letters} }.into_any()
}

/// One of them; with fields where it is the one that can be worded.
fn letter_of(lang: Lang, letter: &PreviewedLetter, edit: Option<&Problems>) -> AnyView {
    match letter {
        PreviewedLetter::Notice {
            name,
            address,
            lang: written,
            document: markup,
        } => {
            let to = [name.as_str(), &address.replace('\n', ", ")].join(", ");
            let shown = document(markup.clone());
            view! {
                <h2>{lang.preview_to()}" "{to}</h2>
                <p class="bwc-soft">{lang.preview_notice()}</p>
                <div lang=written.key()>{shown}</div>
            }
            .into_any()
        }
        PreviewedLetter::ToRequester {
            kind,
            name,
            email,
            postal_address,
            way,
            text,
            beside,
            grade,
        } => {
            let hidden = edit.is_some().then(|| {
                view! {
                    <input type="hidden" name="letter_kind" value=kind.key()/>
                    <input type="hidden" name="letter_lang" value=text.lang.key()/>
                }
            });
            let mail = email.clone().filter(|_| way.is_some_and(LetterWay::mails));
            let paper = postal_address.clone().filter(|_| way.is_some_and(LetterWay::prints));
            let mut ways: Vec<String> = mail.iter().map(|mail| lang.preview_by_mail(mail)).collect();
            ways.extend(
                paper
                    .iter()
                    .map(|paper| lang.preview_on_paper(&paper.replace('\n', ", "))),
            );
            let unreached = ways
                .is_empty()
                .then(|| view! { <Inset><p>{lang.preview_unreached()}</p></Inset> });
            let ways: Vec<_> = ways.into_iter().map(|way| view! { <br/>{way} }).collect();
            let choose = edit
                .filter(|_| email.is_some() && postal_address.is_some())
                .map(|problems| ways_field(lang, *way, problems));
            let grade = grade.map(|grade| {
                view! {
                    <p data-grade><strong>{lang.letter_grade(grade)}</strong>" "<span class="bwc-soft">{lang.letter_grade_why()}</span></p>
                }
            });
            let other = beside.as_ref().map(|beside| {
                let shown = letter_text(lang, beside);
                view! {
                    <div class="bwc-preview__letter">
                        <h3>{lang.preview_beside(beside.lang)}</h3>
                        <p class="bwc-soft">{lang.preview_not_translated()}</p>
                        {shown}
                    </div>
                }
            });
            let shown = match edit {
                Some(problems) => editable(lang, text, problems),
                None => letter_text(lang, text),
            };
            let (name, subject) = (name.clone(), text.subject.clone());
            view! {
                {hidden}
                <h2>{lang.letter_as_sent()}": "{lang.letter_kind(*kind)}</h2>
                <SummaryList>
                    <SummaryRow name=lang.preview_to()>{name}{ways}</SummaryRow>
                    <SummaryRow name=lang.preview_subject()>{subject}</SummaryRow>
                </SummaryList>
                {unreached}
                {choose}
                {grade}
                <div class="bwc-preview__pair">
                    <div class="bwc-preview__letter"><h3>{lang.preview_language(text.lang)}</h3>{shown}</div>
                    {other}
                </div>
            }
            .into_any()
        }
    }
}

fn ways_field(lang: Lang, way: Option<LetterWay>, problems: &Problems) -> AnyView {
    let choices = LetterWay::ALL
        .map(|way| Choice::new(way.key(), lang.preview_way_of(way)))
        .to_vec();
    let of = FieldState {
        name: "letter_way",
        label: lang.preview_way(),
        values: way.map(|way| way.key().to_owned()).into_iter().collect(),
        error: problems.field("letter_way", lang.preview_way()),
        ..FieldState::default()
    };
    view! { <Choices of choices/> }.into_any()
}

fn paragraph_field(lang: Lang, paragraph: ParagraphKey, words: &str, problems: &Problems) -> AnyView {
    let (name, label) = (letter_field(paragraph), lang.letter_paragraph(paragraph));
    let of = FieldState {
        name,
        label,
        values: vec![words.to_owned()],
        error: problems.field(name, label),
        ..FieldState::default()
    };
    let rows = match paragraph {
        ParagraphKey::Greeting | ParagraphKey::Closing => 1,
        ParagraphKey::Opening | ParagraphKey::Advice => 4,
    };
    view! { <TextField of rows/> }.into_any()
}

/// The letter with a field in the place of each paragraph of the office's own.
fn editable(lang: Lang, text: &LetterText, problems: &Problems) -> AnyView {
    let parts: Vec<AnyView> = text
        .parts
        .iter()
        .map(|part| match part {
            LetterPart::Own { paragraph, words } => paragraph_field(lang, *paragraph, words, problems),
            part => letter_part(lang, text.lang, part),
        })
        .collect();
    let (title, of) = (text.title.clone(), text.lang.key());
    view! { <p class="bwc-preview__title" lang=of>{title}</p>{parts} }.into_any()
}

/// A letter as it stands.
pub fn letter_text(lang: Lang, text: &LetterText) -> AnyView {
    let parts: Vec<AnyView> = text
        .parts
        .iter()
        .map(|part| letter_part(lang, text.lang, part))
        .collect();
    let (title, of) = (text.title.clone(), text.lang.key());
    view! { <p class="bwc-preview__title" lang=of>{title}</p>{parts} }.into_any()
}

fn letter_part(lang: Lang, of: Lang, part: &LetterPart) -> AnyView {
    let of = of.key();
    match part.clone() {
        LetterPart::Heading(words) => view! { <h4 lang=of>{words}</h4> }.into_any(),
        LetterPart::Paragraph(words) => view! { <p lang=of>{words}</p> }.into_any(),
        LetterPart::Own { words, .. } => view! { <p class="bwc-typed" lang=of>{words}</p> }.into_any(),
        LetterPart::Locked { words, section } => {
            let why = section.map_or_else(
                || lang.preview_locked_safety().to_owned(),
                |one| lang.preview_locked(&one),
            );
            view! {
                <div class="bwc-preview__locked" data-locked>
                    <p lang=of>{words}</p>
                    <p class="bwc-soft">{why}</p>
                </div>
            }
            .into_any()
        }
        LetterPart::Facts(facts) => {
            let rows: Vec<_> = facts
                .into_iter()
                .map(|(label, fact)| view! { {label}": "<strong>{fact}</strong><br/> })
                .collect();
            view! { <p lang=of>{rows}</p> }.into_any()
        }
        LetterPart::Lines(lines) => {
            let items: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
            view! { <ul lang=of>{items}</ul> }.into_any()
        }
        LetterPart::Quote(words) => view! { <blockquote class="bwc-typed" lang=of>{words}</blockquote> }.into_any(),
        // What stops letters would do so for whoever filed: the address alone is shown, of others too.
        LetterPart::Link { words, url } => {
            view! { <p lang=of>{words}": "<span class="bwc-preview__url">{url}</span></p> }.into_any()
        }
        LetterPart::Rule => view! { <hr/> }.into_any(),
    }
}

/// The label of a field of a letter, by its name.
pub fn letter_label(lang: Lang, name: &str) -> Option<&'static str> {
    let paragraph = ParagraphKey::ALL
        .into_iter()
        .find(|paragraph| letter_field(*paragraph) == name);
    match (paragraph, name) {
        (Some(paragraph), _) => Some(lang.letter_paragraph(paragraph)),
        (None, "letter_way") => Some(lang.preview_way()),
        (None, "letter") => Some(lang.letter_as_sent()),
        (None, _) => None,
    }
}
