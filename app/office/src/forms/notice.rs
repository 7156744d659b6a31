//! What is done to a notice: by custodians, and by the people it is for.

use law::{
    Date,
    notice::{Channel, Consent, Decision, ProofKind, Receipt},
    objection::{Answer, AnswerKind, Ask, Ground, Relief},
    person::Receiver,
    redaction::Sha256,
    span::Spans,
};
use serde::{Deserialize, Serialize};

use super::{SubmissionKey, TEXT_MAX, field, order::bad_span};
use crate::{AccessCode, Errors, Lang, Problem};

/// The forms at `/staff/notices/{id}`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct NoticeForm {
    pub act: String,
    pub key: String,
    pub version: String,
    pub on: String,
    pub channel: String,
    pub to: String,
    pub proof: String,
    pub how: String,
    pub identity: String,
    pub court: String,
    pub filed: String,
    pub served: String,
    pub action: String,
    pub decision: String,
    pub until: String,
    pub ends: String,
    pub objection: String,
    pub answer: String,
    pub reasons: String,
    /// `whole` or `part`.
    pub relief: String,
    /// Any of `blur_me`, `mute_me`, `cut`, `wait_until`.
    pub asks: Vec<String>,
    pub cut: String,
    pub wait_until: String,
    pub grounds: Vec<String>,
    pub capacity: String,
    pub words: String,
    pub reply: String,
    pub language: String,
}

/// What somebody asks for or is promised: shared by objections and their answers.
struct AskFields<'a> {
    relief: &'a str,
    asks: &'a [String],
    cut: &'a str,
    wait_until: &'a str,
    grounds: &'a [String],
    capacity: &'a str,
    words: &'a str,
}

/// The shared fields of a form.
macro_rules! ask_fields {
    ($form:expr) => {
        AskFields {
            relief: &$form.relief,
            asks: &$form.asks,
            cut: &$form.cut,
            wait_until: &$form.wait_until,
            grounds: &$form.grounds,
            capacity: &$form.capacity,
            words: &$form.words,
        }
    };
}

/// What a custodian does to a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the law's notice")]
pub enum NoticeAct {
    Send {
        on: Date,
        channel: Channel,
        to: Receiver,
    },
    Receive {
        receipt: Receipt,
    },
    Return {
        on: Date,
    },
    Search {
        on: Date,
        how: String,
    },
    Unlocated {
        on: Date,
    },
    Consent {
        consent: Consent,
    },
    Exempt,
    RedactOut {
        on: Date,
    },
    TakeBack,
    Clear {
        checked: Date,
    },
    Object {
        on: Date,
        objection: Box<NewObjection>,
    },
    Answer {
        objection: String,
        answer: Answer,
    },
    Action {
        id: Option<String>,
        court: String,
        filed: Option<Date>,
        served: Option<Date>,
    },
    Reject {
        on: Date,
        action: String,
    },
    Decide {
        action: Option<String>,
        dated: Date,
        decision: Decision,
        ends: bool,
    },
}

impl NoticeAct {
    /// Its key, as in the forms.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Send { .. } => "send",
            Self::Receive { .. } => "receive",
            Self::Return { .. } => "return",
            Self::Search { .. } => "search",
            Self::Unlocated { .. } => "unlocated",
            Self::Consent { .. } => "consent",
            Self::Exempt => "exempt",
            Self::RedactOut { .. } => "redact_out",
            Self::TakeBack => "take_back",
            Self::Clear { .. } => "clear",
            Self::Object { .. } => "object",
            Self::Answer { .. } => "answer",
            Self::Action { .. } => "action",
            Self::Reject { .. } => "reject",
            Self::Decide { .. } => "decide",
        }
    }
}

/// An objection as somebody makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewObjection {
    /// Posting the same key again does nothing more.
    pub key: SubmissionKey,
    /// In whose capacity.
    pub capacity: Receiver,
    /// What is asked for.
    pub relief: Relief,
    /// On which grounds.
    pub grounds: Vec<Ground>,
    /// In their own words; may be empty.
    pub words: String,
    /// How they want the answer; may be empty.
    pub reply: String,
    /// Their language.
    pub lang: Lang,
    /// Days on which a petition was filed and served, where they say so.
    pub court: Option<(Option<Date>, Option<Date>)>,
    /// Papers that came with it, arrived and looked at.
    pub papers: Vec<NewPaper>,
}

/// A paper that came with an objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPaper {
    /// As it was called.
    pub name: String,
    /// By its first bytes.
    pub media_type: &'static str,
    /// Its SHA-256, as kept.
    pub sha256: Sha256,
    /// Its size.
    pub bytes: u64,
}

impl AskFields<'_> {
    fn asks(&self, e: &mut Errors) -> Vec<Ask> {
        let is = |ask: &str| self.asks.iter().any(|ticked| ticked == ask);
        let mut asks = Vec::new();
        if is("blur_me") {
            asks.push(Ask::BlurMe);
        }
        if is("mute_me") {
            asks.push(Ask::MuteMe);
        }
        if is("cut") || !self.cut.trim().is_empty() {
            match Spans::parse(self.cut) {
                Ok(spans) if !spans.is_empty() => asks.push(Ask::Cut { spans }),
                Ok(_) => e.add("cut", Problem::Missing),
                Err(_) => e.add("cut", bad_span(self.cut)),
            }
        }
        if is("wait_until") || !self.wait_until.trim().is_empty() {
            let day = field::required_date(e, "wait_until", self.wait_until);
            asks.extend(day.map(|day| Ask::WaitUntil { day }));
        }
        if asks.is_empty() && e.is_empty() {
            e.add("asks", Problem::Missing);
        }
        asks
    }

    fn objection(&self, e: &mut Errors, key: &str, reply: &str, lang: Lang) -> Option<NewObjection> {
        let relief = match self.relief {
            "whole" => Some(Relief::Whole),
            "part" => Some(Relief::Part { asks: self.asks(e) }),
            "" => {
                e.add("relief", Problem::Missing);
                None
            }
            _ => {
                e.add("relief", Problem::UnknownChoice);
                None
            }
        };
        let grounds = self.grounds.iter().filter_map(|key| Ground::parse(key)).collect();
        let capacity = field::choice(e, "capacity", self.capacity, Receiver::parse).unwrap_or(Receiver::Person);
        let words = field::text(e, "words", self.words, TEXT_MAX);
        let reply = field::text(e, "reply", reply, 500);
        let key = SubmissionKey::parse(key);
        if key.is_none() {
            e.add("relief", Problem::Missing);
        }
        let (key, relief) = key.zip(relief).filter(|_| e.is_empty())?;
        Some(NewObjection {
            key,
            capacity,
            relief,
            grounds,
            words,
            reply,
            lang,
            court: None,
            papers: Vec::new(),
        })
    }
}

impl NoticeForm {
    /// The version that was seen.
    pub fn version(&self) -> i64 {
        self.version.trim().parse().unwrap_or_default()
    }

    /// Reads the act; days are checked by the law.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self) -> Result<NoticeAct, Errors> {
        let mut errors = Errors::default();
        let act = self.act(&mut errors);
        match act {
            Some(act) if errors.is_empty() => Ok(act),
            _ if errors.is_empty() => Err(Errors::one("act", Problem::Missing)),
            _ => Err(errors),
        }
    }

    fn act(&self, e: &mut Errors) -> Option<NoticeAct> {
        Some(match self.act.as_str() {
            "send" => {
                let (on, channel) = (
                    self.day(e, "on", &self.on),
                    must(e, "channel", &self.channel, Channel::parse),
                );
                let to = must(e, "to", &self.to, Receiver::parse);
                NoticeAct::Send {
                    on: on?,
                    channel: channel?,
                    to: to?,
                }
            }
            "receive" => {
                let (on, proof) = (
                    self.day(e, "on", &self.on),
                    must(e, "proof", &self.proof, ProofKind::parse),
                );
                NoticeAct::Receive {
                    receipt: Receipt { on: on?, proof: proof? },
                }
            }
            "return" => NoticeAct::Return {
                on: self.day(e, "on", &self.on)?,
            },
            "search" => {
                let how = field::required(e, "how", &self.how, 300);
                NoticeAct::Search {
                    on: self.day(e, "on", &self.on)?,
                    how,
                }
            }
            "unlocated" => NoticeAct::Unlocated {
                on: self.day(e, "on", &self.on)?,
            },
            "consent" => {
                let (on, by) = (self.day(e, "on", &self.on), must(e, "to", &self.to, Receiver::parse));
                let identity_verified = self.identity == "yes";
                NoticeAct::Consent {
                    consent: Consent {
                        on: on?,
                        by: by?,
                        identity_verified,
                    },
                }
            }
            "exempt" => NoticeAct::Exempt,
            "redact_out" => NoticeAct::RedactOut {
                on: self.day(e, "on", &self.on)?,
            },
            "take_back" => NoticeAct::TakeBack,
            "clear" => NoticeAct::Clear {
                checked: self.day(e, "on", &self.on)?,
            },
            _ => return self.heard(e),
        })
    }

    /// What was said: by the person, by the office, by a court.
    fn heard(&self, e: &mut Errors) -> Option<NoticeAct> {
        Some(match self.act.as_str() {
            "object" => {
                let on = self.day(e, "on", &self.on);
                let lang = Lang::parse(&self.language).unwrap_or_default();
                let objection = ask_fields!(self).objection(e, &self.key, &self.reply, lang);
                NoticeAct::Object {
                    on: on?,
                    objection: Box::new(objection?),
                }
            }
            "answer" => {
                let objection = field::line(e, "objection", &self.objection, 60);
                NoticeAct::Answer {
                    objection,
                    answer: self.answer(e)?,
                }
            }
            "action" => {
                let court = field::required(e, "court", &self.court, 120);
                let (filed, served) = (
                    field::date(e, "filed", &self.filed),
                    field::date(e, "served", &self.served),
                );
                NoticeAct::Action {
                    id: self.known_action(),
                    court,
                    filed,
                    served,
                }
            }
            "reject" => {
                let (on, action) = (
                    self.day(e, "on", &self.on),
                    field::required(e, "action", &self.action, 60),
                );
                NoticeAct::Reject { on: on?, action }
            }
            "decide" => {
                let (dated, decision) = (self.day(e, "on", &self.on), self.decision(e));
                NoticeAct::Decide {
                    action: self.known_action(),
                    dated: dated?,
                    decision: decision?,
                    ends: self.ends == "yes",
                }
            }
            _ => return None,
        })
    }

    #[expect(clippy::unused_self, reason = "reads as the other fields do")]
    fn day(&self, e: &mut Errors, name: &str, typed: &str) -> Option<Date> {
        field::required_date(e, name, typed)
    }

    fn known_action(&self) -> Option<String> {
        let id = self.action.trim();
        (!id.is_empty()).then(|| id.to_owned())
    }

    fn answer(&self, e: &mut Errors) -> Option<Answer> {
        let on = self.day(e, "on", &self.on);
        let reasons = field::text(e, "reasons", &self.reasons, TEXT_MAX);
        let kind = must(e, "answer", &self.answer, AnswerKind::parse)?;
        Some(match kind {
            AnswerKind::Accepted => Answer::Accepted { on: on? },
            AnswerKind::SettledByRedaction => {
                let asks = ask_fields!(self).asks(e);
                Answer::SettledByRedaction { on: on?, asks }
            }
            AnswerKind::Overruled => {
                if reasons.is_empty() {
                    e.add("reasons", Problem::Missing);
                }
                Answer::Overruled { on: on?, reasons }
            }
        })
    }

    fn decision(&self, e: &mut Errors) -> Option<Decision> {
        let until = field::date(e, "until", &self.until);
        match self.decision.as_str() {
            "freed" => Some(Decision::Freed),
            "enjoin_all" => Some(Decision::EnjoinAll { until }),
            "enjoin_part" => match Spans::parse(&self.cut) {
                Ok(spans) if !spans.is_empty() => Some(Decision::EnjoinPart { spans, until }),
                Ok(_) => {
                    e.add("cut", Problem::Missing);
                    None
                }
                Err(_) => {
                    e.add("cut", bad_span(&self.cut));
                    None
                }
            },
            _ => {
                e.add("decision", Problem::Missing);
                None
            }
        }
    }
}

fn must<T>(errors: &mut Errors, name: &str, typed: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
    let chosen = field::choice(errors, name, typed, read);
    if chosen.is_none() && errors.of(name).is_none() {
        errors.add(name, Problem::Missing);
    }
    chosen
}

/// The form at `/notice` and `/notice/check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CodeForm {
    pub code: String,
    /// `leave` closes the notice.
    pub act: String,
}

impl CodeForm {
    /// Reads the code.
    ///
    /// # Errors
    /// What is wrong with it; a slip of the pen is told as such.
    pub fn check(&self) -> Result<AccessCode, Errors> {
        AccessCode::parse(&self.code).map_err(|problem| Errors::one("code", problem))
    }
}

/// The form at `/notice/objection`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct ObjectionForm {
    pub key: String,
    /// The letter's code, where the notice is not open.
    pub code: String,
    pub reply: String,
    pub filed: String,
    pub served: String,
    /// `whole` or `part`.
    pub relief: String,
    /// Any of `blur_me`, `mute_me`, `cut`, `wait_until`.
    pub asks: Vec<String>,
    pub cut: String,
    pub wait_until: String,
    pub grounds: Vec<String>,
    pub capacity: String,
    pub words: String,
}

impl ObjectionForm {
    /// Reads the objection.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self, lang: Lang) -> Result<NewObjection, Errors> {
        let mut errors = Errors::default();
        let filed = field::date(&mut errors, "filed", &self.filed);
        let served = field::date(&mut errors, "served", &self.served);
        match ask_fields!(self).objection(&mut errors, &self.key, &self.reply, lang) {
            Some(objection) => Ok(NewObjection {
                court: (filed.is_some() || served.is_some()).then_some((filed, served)),
                ..objection
            }),
            None => Err(errors),
        }
    }
}
