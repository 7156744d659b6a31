//! The letters to whoever filed a request: which kinds there are, which of their paragraphs the office words itself, and what a
//! paragraph must say.

use std::collections::BTreeMap;

use law::{Bilingual, keyed};

use crate::{Lang, Problem};

/// A kind of letter, with a template of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LetterKind {
    Received,
    Question,
    Delay,
    Fee,
    FeeSettled,
    InvestigationActive,
    InvestigationInactive,
    Reclosed,
    Court,
    NoRecord,
    Denied,
    DeniedInPart,
    Grounds,
    Message,
    Released,
    Stopped,
    Overdue,
    Ended,
    CodeReissued,
    News,
}

keyed!(LetterKind {
    Received => "received",
    Question => "question",
    Delay => "delay",
    Fee => "fee",
    FeeSettled => "fee_settled",
    InvestigationActive => "investigation_active",
    InvestigationInactive => "investigation_inactive",
    Reclosed => "reclosed",
    Court => "court",
    NoRecord => "no_record",
    Denied => "denied",
    DeniedInPart => "denied_in_part",
    Grounds => "grounds",
    Message => "message",
    Released => "released",
    Stopped => "stopped",
    Overdue => "overdue",
    Ended => "ended",
    CodeReissued => "code_reissued",
    News => "news",
});

/// A paragraph that the office words itself. Everything else in a letter is a fact, somebody's own words, or a sentence that the
/// law or the safety of the code requires.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum ParagraphKey {
    Greeting,
    Opening,
    /// What whoever filed can do, where the law says nothing of it.
    Advice,
    Closing,
}

keyed!(ParagraphKey {
    Greeting => "greeting",
    Opening => "opening",
    Advice => "advice",
    Closing => "closing",
});

/// A fact that is filled in where a paragraph names it in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placeholder {
    /// Name of whoever filed.
    Name,
    /// Tracking number.
    Number,
    /// The day that the letter is about: [`LetterKind::has_day`].
    Day,
    /// The agency's name.
    Agency,
    /// Agency, address and telephone in one line.
    Office,
}

keyed!(Placeholder {
    Name => "name",
    Number => "number",
    Day => "day",
    Agency => "agency",
    Office => "office",
});

/// Longest paragraph, in characters.
pub const PARAGRAPH_MAX: usize = 2000;

impl LetterKind {
    /// Whether a member of staff does the act that it tells of. What the portal writes by itself goes to an address that
    /// nobody has checked, so nothing that anybody typed stands in it.
    pub const fn by_staff(self) -> bool {
        !matches!(self, Self::Received | Self::Overdue | Self::Ended | Self::CodeReissued)
    }

    /// Whether it is about a day: the last one for the office, or to answer or pay; the one promised; the one on which a video
    /// stopped.
    pub const fn has_day(self) -> bool {
        matches!(
            self,
            Self::Received | Self::Question | Self::Delay | Self::Fee | Self::Stopped | Self::Overdue
        )
    }

    /// The paragraphs that are the office's own, in their order.
    pub const fn paragraphs(self) -> &'static [ParagraphKey] {
        use ParagraphKey as P;
        match self {
            Self::InvestigationActive | Self::Released | Self::Stopped | Self::Overdue | Self::Ended => {
                &[P::Greeting, P::Opening, P::Advice, P::Closing]
            }
            _ => &[P::Greeting, P::Opening, P::Closing],
        }
    }

    /// The facts that a paragraph of this kind may name.
    pub fn placeholders(self) -> Vec<Placeholder> {
        let may = |placeholder: &Placeholder| match placeholder {
            Placeholder::Name => self.by_staff(),
            Placeholder::Day => self.has_day(),
            Placeholder::Number | Placeholder::Agency | Placeholder::Office => true,
        };
        Placeholder::ALL.into_iter().filter(may).collect()
    }

    /// The facts that this paragraph must name.
    pub const fn required(self, paragraph: ParagraphKey) -> &'static [Placeholder] {
        match paragraph {
            ParagraphKey::Opening if self.has_day() => &[Placeholder::Number, Placeholder::Day],
            ParagraphKey::Opening => &[Placeholder::Number],
            ParagraphKey::Closing => &[Placeholder::Agency],
            ParagraphKey::Greeting | ParagraphKey::Advice => &[],
        }
    }

    /// What is wrong with a paragraph of a template in one language, if anything is.
    pub fn flaw(self, paragraph: ParagraphKey, words: &str) -> Option<Problem> {
        let mut named = Vec::new();
        for piece in pieces(words) {
            match piece {
                Piece::Named(name) => match Placeholder::parse(name) {
                    Some(known) if self.placeholders().contains(&known) => named.push(known),
                    _ => {
                        return Some(Problem::UnknownPlaceholder {
                            typed: format!("{{{name}}}"),
                            known: braced(&self.placeholders()),
                        });
                    }
                },
                Piece::Brace(brace) => {
                    return Some(Problem::UnknownPlaceholder {
                        typed: brace.to_string(),
                        known: braced(&self.placeholders()),
                    });
                }
                Piece::Words(_) => {}
            }
        }
        let missing: Vec<Placeholder> = self.required(paragraph).to_vec();
        let missing: Vec<Placeholder> = missing.into_iter().filter(|one| !named.contains(one)).collect();
        (!missing.is_empty()).then(|| Problem::PlaceholderMissing {
            names: braced(&missing),
        })
    }
}

fn braced(placeholders: &[Placeholder]) -> String {
    let all: Vec<String> = placeholders.iter().map(|one| format!("{{{}}}", one.key())).collect();
    all.join(", ")
}

/// A part of a paragraph.
enum Piece<'a> {
    Words(&'a str),
    /// What stands between braces.
    Named(&'a str),
    /// A brace without its other.
    Brace(char),
}

fn pieces(words: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = words;
    while let Some(at) = rest.find(['{', '}']) {
        found.push(Piece::Words(&rest[..at]));
        let end = rest[at..].find('}').filter(|_| rest[at..].starts_with('{'));
        if let Some(end) = end {
            found.push(Piece::Named(&rest[at + 1..at + end]));
            rest = &rest[at + end + 1..];
        } else {
            found.push(Piece::Brace(if rest[at..].starts_with('{') { '{' } else { '}' }));
            rest = &rest[at + 1..];
        }
    }
    found.push(Piece::Words(rest));
    found
}

/// A paragraph with the facts in place. What a fact says is never read as a placeholder itself.
pub fn filled(words: &str, fact: impl Fn(Placeholder) -> String) -> String {
    let mut out = String::new();
    for piece in pieces(words) {
        match piece {
            Piece::Words(words) => out.push_str(words),
            Piece::Named(name) => out.push_str(&Placeholder::parse(name).map_or_else(|| format!("{{{name}}}"), &fact)),
            Piece::Brace(brace) => out.push(brace),
        }
    }
    out
}

/// The office's own paragraphs of a kind of letter, in both languages.
pub type Paragraphs = BTreeMap<ParagraphKey, Bilingual<String>>;

/// By which way a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum LetterWay {
    Email,
    Paper,
    Both,
}

keyed!(LetterWay {
    Email => "email",
    Paper => "paper",
    Both => "both",
});

impl LetterWay {
    /// Whether it goes by e-mail.
    pub const fn mails(self) -> bool {
        matches!(self, Self::Email | Self::Both)
    }

    /// Whether it goes on paper.
    pub const fn prints(self) -> bool {
        matches!(self, Self::Paper | Self::Both)
    }
}

/// What a custodian made of a letter at its preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterEdits {
    /// The kind that was shown.
    pub kind: LetterKind,
    /// In which language.
    pub lang: Lang,
    /// The office's own paragraphs, facts filled in, as they are to go out.
    pub paragraphs: BTreeMap<ParagraphKey, String>,
    /// The way, where one was chosen.
    pub way: Option<LetterWay>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_names_only_facts_that_its_letter_has_and_those_that_it_must() {
        let flaw = |kind: LetterKind, words| kind.flaw(ParagraphKey::Opening, words);
        assert_eq!(flaw(LetterKind::Denied, "About {number}."), None);
        for (kind, words) in [
            (LetterKind::Denied, "About {number} by {day}."),
            (LetterKind::Denied, "About {number} {nombre}."),
            (LetterKind::Denied, "About {number} {."),
            (LetterKind::Denied, "About {number} }."),
            (LetterKind::Received, "About {number}, {name}, by {day}."),
        ] {
            let found = flaw(kind, words);
            assert!(
                matches!(found, Some(Problem::UnknownPlaceholder { .. })),
                "{words}: {found:?}"
            );
        }
        let missing = flaw(LetterKind::Question, "About {number}.");
        assert_eq!(missing, Some(Problem::PlaceholderMissing { names: "{day}".into() }));
    }

    #[test]
    fn a_name_that_looks_like_a_placeholder_stays_a_name() {
        let fact = |placeholder| match placeholder {
            Placeholder::Name => "{number}".to_owned(),
            _ => "KC-26".to_owned(),
        };
        assert_eq!(
            filled("Dear {name}, about {number}.", fact),
            "Dear {number}, about KC-26."
        );
    }
}
