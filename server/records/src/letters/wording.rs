//! The paragraphs of a letter that are the office's own: from their template, or as a custodian changed them at the preview.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use law::{
    Date,
    event::Event,
    release::StopGround,
    request_state::{AwaitedStep, Next, Party},
};
use office::{
    Lang, TrackingNumber,
    letter::{LetterEdits, LetterKind, ParagraphKey, Paragraphs, Placeholder, filled},
    views::{LetterPreview, LetterText, PreviewedLetter},
};
use texts::{DateWords as _, LetterWords as _, built_in_letter};

use super::{
    Draft, Letter, Moved, Sender, StopReason,
    block::{Block, Body},
    filed, moved, overdue, public_page, reading, render, stop_link, stopped,
};

/// The templates that were changed: of each kind the newest version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates(pub BTreeMap<LetterKind, Paragraphs>);

impl Templates {
    /// A paragraph as its template has it, with places for facts. What an older program published and a newer one asks more of
    /// is filled up with the built-in words.
    fn paragraph(&self, kind: LetterKind, paragraph: ParagraphKey, lang: Lang) -> String {
        let changed = self.0.get(&kind).and_then(|known| known.get(&paragraph)).cloned();
        let words = changed.or_else(|| built_in_letter(kind).remove(&paragraph));
        words.map(|words| lang.pick(words)).unwrap_or_default()
    }
}

/// A letter that is being written to whoever filed a request.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    /// Who sends it.
    pub sender: &'a Sender,
    /// Address by e-mail; empty on paper.
    pub to: &'a str,
    /// Name of whoever filed.
    pub name: &'a str,
    /// Language.
    pub lang: Lang,
    /// The request.
    pub number: &'a TrackingNumber,
    /// What stops such letters.
    pub stop_token: &'a str,
    /// The templates.
    pub templates: &'a Templates,
    /// What a custodian made of it.
    pub edits: Option<&'a LetterEdits>,
}

impl Writing<'_> {
    /// A paragraph with its facts.
    fn words(&self, kind: LetterKind, paragraph: ParagraphKey, day: Option<Date>) -> String {
        let edits = self.edits.filter(|edits| edits.kind == kind && edits.lang == self.lang);
        if let Some(words) = edits.and_then(|edits| edits.paragraphs.get(&paragraph)) {
            return words.clone();
        }
        let template = self.templates.paragraph(kind, paragraph, self.lang);
        filled(&template, |fact| match fact {
            Placeholder::Name if self.name.trim().is_empty() => self.lang.letter_nameless().to_owned(),
            Placeholder::Name => self.name.trim().to_owned(),
            Placeholder::Number => self.number.to_string(),
            Placeholder::Day => day.map(|day| self.lang.day(day)).unwrap_or_default(),
            Placeholder::Agency => self.sender.agency.clone(),
            Placeholder::Office => self.sender.office(),
        })
    }

    /// What whoever filed can do, in the office's own words.
    pub(super) fn advise(&self, body: &mut Body, kind: LetterKind) {
        let words = self.words(kind, ParagraphKey::Advice, None);
        body.push(Block::Own(ParagraphKey::Advice, words));
    }

    /// The letter: greeting and first words before what the body says, the signature after it; then how to open the request, how
    /// to change the address or stop these letters, and why they get one.
    pub(super) fn to_requester(
        self,
        key: &'static str,
        (kind, day): (LetterKind, Option<Date>),
        subject: String,
        mut body: Body,
    ) -> Letter {
        let Self {
            sender, lang, number, ..
        } = self;
        let own = |paragraph| Block::Own(paragraph, self.words(kind, paragraph, day));
        body.blocks
            .splice(0..0, [own(ParagraphKey::Greeting), own(ParagraphKey::Opening)]);
        body.push(own(ParagraphKey::Closing));
        body.push(Block::Locked(lang.letter_code_on_receipt().to_owned(), None));
        body.link(lang.letter_open_private(), sender.url(lang, "/track"));
        body.link(lang.letter_open_public(), public_page(sender, lang, number));
        body.paragraph(lang.letter_change_address());
        let stop_url = stop_link(sender, lang, self.stop_token, &mut body);
        body.foot(sender, lang, &[lang.letter_why_requester(), &sender.answers(lang)]);
        let text = LetterText {
            lang,
            subject: subject.clone(),
            title: body.title.clone(),
            parts: body.parts(),
        };
        Letter {
            kind: key,
            to: self.to.to_owned(),
            lang,
            subject,
            text: render::text(&body),
            html: render::html(&body, lang),
            stop_url: Some(stop_url),
            draft: Some(Draft {
                kind,
                text,
                grade: reading::grade(&body.prose(), lang),
            }),
        }
    }
}

/// What a form says of the letter of its act, and what becomes of it.
#[derive(Debug, Default)]
pub struct Correspondence {
    /// What a custodian made of the letter.
    pub edits: Option<LetterEdits>,
    /// Whether a letter took them.
    taken: AtomicBool,
    /// Where nothing is to be done, and the letters are to be shown.
    pub rehearsal: Option<Rehearsal>,
}

/// An act that is put to the law and undone, so that its letters can be seen.
#[derive(Debug)]
pub struct Rehearsal {
    /// The custodian's language.
    pub lang: Lang,
    letters: Mutex<Vec<(Option<&'static str>, PreviewedLetter)>>,
}

impl Correspondence {
    /// Of an act that is done.
    pub fn of(edits: Option<LetterEdits>) -> Self {
        Self {
            edits,
            ..Self::default()
        }
    }

    /// Of an act that is only looked at, for somebody of this language.
    pub fn rehearsed(edits: Option<LetterEdits>, lang: Lang) -> Self {
        let letters = Mutex::default();
        Self {
            rehearsal: Some(Rehearsal { lang, letters }),
            ..Self::of(edits)
        }
    }

    /// Notes that a letter of this kind was written.
    pub fn wrote(&self, kind: LetterKind) {
        if self.edits.as_ref().is_some_and(|edits| edits.kind == kind) {
            self.taken.store(true, Ordering::Release);
        }
    }

    /// Whether what a custodian wrote is in no letter.
    pub fn is_lost(&self) -> bool {
        self.edits.is_some() && self.rehearsal.is_none() && !self.taken.load(Ordering::Acquire)
    }

    /// The letters that were written in a rehearsal.
    pub fn preview(&self) -> LetterPreview {
        let letters = self.rehearsal.as_ref().map(Rehearsal::letters).unwrap_or_default();
        LetterPreview { letters }
    }
}

impl Rehearsal {
    /// Keeps a letter to be shown. One of a `key` takes the place of the last of the same: of several steps one letter tells.
    pub fn shows(&self, key: Option<&'static str>, letter: PreviewedLetter) {
        let mut letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        if key.is_some() {
            letters.retain(|(known, _)| *known != key);
        }
        letters.push((key, letter));
    }

    fn letters(&self) -> Vec<PreviewedLetter> {
        let letters = self.letters.lock().unwrap_or_else(PoisonError::into_inner);
        letters.iter().map(|(_, letter)| letter.clone()).collect()
    }
}

/// A letter of example facts in these words, for whoever writes a template.
pub fn example(sender: &Sender, code: &str, kind: LetterKind, paragraphs: &Paragraphs, lang: Lang) -> LetterText {
    const DAY: Date = Date::constant(2026, 9, 21);
    let number = TrackingNumber::make(code, DAY.year(), 0x3_1F2A);
    let templates = Templates(BTreeMap::from([(kind, paragraphs.clone())]));
    let writing = Writing {
        sender,
        to: "",
        name: lang.letter_example_name(),
        lang,
        number: &number,
        stop_token: "",
        templates: &templates,
        edits: None,
    };
    let next = Next {
        what: AwaitedStep::Decision,
        who: Party::Custodian,
        by: None,
        beside: None,
        today: DAY,
        overdue: false,
        since: DAY,
        step_day: None,
        earlier_day: None,
    };
    let told = |events: &[Event]| {
        let told = Moved {
            events,
            next: &next,
            words: None,
            next_step: None,
            papers: &[],
            warning_waits: false,
        };
        moved(&writing, &told)
    };
    let letter = match kind {
        LetterKind::Received => filed(&writing, DAY, (DAY, DAY), DAY),
        LetterKind::Overdue => overdue(&writing, (law::clock::ClockId::C1, DAY)),
        LetterKind::Stopped => {
            let why = StopReason {
                on: DAY,
                ground: StopGround::Office,
                section: "",
                words: None,
            };
            stopped(&writing, &why)
        }
        kind => told(&[example_event(kind, DAY)]),
    };
    letter.draft.map_or_else(
        || LetterText {
            lang,
            subject: letter.subject,
            title: String::new(),
            parts: Vec::new(),
        },
        |draft| draft.text,
    )
}

/// An event that a letter of this kind tells of.
fn example_event(kind: LetterKind, day: Date) -> Event {
    use law::recording::{InactiveGround, NoRecordReason};
    match kind {
        LetterKind::Question => Event::ClarificationAsked { last_day: day },
        LetterKind::Delay => Event::DelayExplained {
            promised: day,
            again: 0,
        },
        LetterKind::Fee => Event::FeeAsked {
            lines: Vec::new(),
            deposit_cents: None,
            anew: false,
            cents: 1250,
            last_day: day,
        },
        LetterKind::FeeSettled => Event::FeeSettled {
            cents: None,
            left_cents: 0,
            receipt: None,
            waived: false,
            received: None,
        },
        LetterKind::InvestigationActive => Event::ClosedActive { confirmed_on: day },
        LetterKind::InvestigationInactive => Event::BecameInactive {
            ground: InactiveGround::NotPursued,
            since: day,
        },
        LetterKind::Reclosed => Event::Reclosed { since: day },
        LetterKind::NoRecord => Event::NoRecord {
            why: NoRecordReason::NotFound,
        },
        LetterKind::Denied => Event::Denied {
            provision: law::bar::Section::of("RSMo 610.021(14)"),
        },
        LetterKind::DeniedInPart => Event::DeniedInPart {
            given: law::denial::GivenPart::RedactedRecordings,
            withheld: vec![law::denial::Withheld {
                what: law::denial::WithheldPart::WholeRecordings,
                provision: law::bar::Section::of("RSMo 610.021(14)"),
            }],
        },
        LetterKind::Grounds => Event::GroundsGiven,
        LetterKind::Message => Event::CustodianWrote,
        LetterKind::Released => Event::Released { partial: true },
        LetterKind::Ended => Event::Withdrawn,
        LetterKind::CodeReissued => Event::CodeReissued,
        LetterKind::Court => Event::PetitionEnded {
            how: law::request_order::PetitionEnd::Dismissed,
            on: day,
            stage: law::request::Stage::UnderReview,
        },
        LetterKind::News | LetterKind::Received | LetterKind::Stopped | LetterKind::Overdue => Event::Acknowledged,
    }
}
