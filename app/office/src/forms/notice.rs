//! What custodians do to a notice.

use law::{
    Date,
    notice::{Channel, Consent, Decision, ProofKind, Receipt},
    objection::{Answer, AnswerKind},
    person::Receiver,
    span::Spans,
};
use serde::{Deserialize, Serialize};

use super::{
    TEXT_MAX, field,
    objection::{NewObjection, ask_fields},
    order::bad_span,
};
use crate::{Errors, Lang, Problem};

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
