//! What custodians do to a notice.

use law::{
    Date,
    notice::{Audience, Channel, Consent, Decision, NoticeActKind, ProofKind, Receipt},
    objection::{AnswerKind, ObjectionAnswer},
    person::Receiver,
    span::Spans,
};
use serde::{Deserialize, Serialize};

use super::{
    TEXT_MAX, field,
    objection::{NewObjection, NewPaper, ask_fields},
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
    /// Key of the [`Audience`].
    pub audience: String,
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
    pub reason: String,
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

echo!(NoticeForm {
    on,
    channel,
    to,
    audience,
    proof,
    how,
    identity,
    court,
    filed,
    served,
    decision,
    until,
    ends,
    answer,
    reasons,
    reason,
    relief,
    cut,
    wait_until,
    capacity,
    words,
    reply,
    language
});

/// What a custodian does to a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in the law's notice")]
pub enum NoticeAct {
    Send {
        on: Date,
        channel: Channel,
        to: Receiver,
        audience: Audience,
    },
    Receive {
        receipt: Receipt,
        /// What shows it, such as the green card: arrived and looked at.
        papers: Vec<NewPaper>,
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
    Talk {
        on: Date,
    },
    Clear {
        checked: Date,
    },
    Object {
        on: Date,
        objection: Box<NewObjection>,
    },
    Answer {
        objection: String,
        answer: ObjectionAnswer,
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
    TakeBackDecision {
        /// Its place among the decisions of the notice, from 0.
        decision: usize,
        reason: String,
    },
}

impl NoticeAct {
    /// Its name without its facts.
    pub const fn kind(&self) -> NoticeActKind {
        match self {
            Self::Send { .. } => NoticeActKind::Send,
            Self::Receive { .. } => NoticeActKind::Receive,
            Self::Return { .. } => NoticeActKind::Return,
            Self::Search { .. } => NoticeActKind::Search,
            Self::Unlocated { .. } => NoticeActKind::Unlocated,
            Self::Consent { .. } => NoticeActKind::Consent,
            Self::Exempt => NoticeActKind::Exempt,
            Self::RedactOut { .. } => NoticeActKind::RedactOut,
            Self::TakeBack => NoticeActKind::TakeBack,
            Self::Talk { .. } => NoticeActKind::Talk,
            Self::Clear { .. } => NoticeActKind::Clear,
            Self::Object { .. } => NoticeActKind::Object,
            Self::Answer { .. } => NoticeActKind::Answer,
            Self::Action { .. } => NoticeActKind::Action,
            Self::Reject { .. } => NoticeActKind::Reject,
            Self::Decide { .. } => NoticeActKind::Decide,
            Self::TakeBackDecision { .. } => NoticeActKind::TakeBackDecision,
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
        let kind = NoticeActKind::parse(&self.act).ok_or_else(|| Errors::one("act", Problem::Missing))?;
        match self.act(kind, &mut errors) {
            Some(act) if errors.is_empty() => Ok(act),
            _ => Err(errors),
        }
    }

    fn act(&self, kind: NoticeActKind, e: &mut Errors) -> Option<NoticeAct> {
        Some(match kind {
            NoticeActKind::Send => self.send(e)?,
            NoticeActKind::Receive => self.receive(e)?,
            NoticeActKind::Return => NoticeAct::Return { on: self.on(e)? },
            NoticeActKind::Search => {
                let how = field::required(e, "how", &self.how, 300);
                NoticeAct::Search { on: self.on(e)?, how }
            }
            NoticeActKind::Unlocated => NoticeAct::Unlocated { on: self.on(e)? },
            NoticeActKind::Consent => self.consent(e)?,
            NoticeActKind::Exempt => NoticeAct::Exempt,
            NoticeActKind::RedactOut => NoticeAct::RedactOut { on: self.on(e)? },
            NoticeActKind::TakeBack => NoticeAct::TakeBack,
            NoticeActKind::Talk => NoticeAct::Talk { on: self.on(e)? },
            NoticeActKind::Clear => NoticeAct::Clear { checked: self.on(e)? },
            NoticeActKind::Object => self.object(e)?,
            NoticeActKind::Answer => {
                let objection = field::line(e, "objection", &self.objection, 60);
                let answer = self.answer(e)?;
                NoticeAct::Answer { objection, answer }
            }
            NoticeActKind::Action => self.action(e),
            NoticeActKind::Reject => {
                let (on, action) = (self.on(e), field::required(e, "action", &self.action, 60));
                NoticeAct::Reject { on: on?, action }
            }
            NoticeActKind::Decide => self.decide(e)?,
            NoticeActKind::TakeBackDecision => {
                let reason = field::required(e, "reason", &self.reason, 300);
                let chosen = field::required(e, "decision", &self.decision, 20);
                // No notice has so many: the law says that there is no such decision.
                let decision = chosen.parse().unwrap_or(usize::MAX);
                NoticeAct::TakeBackDecision { decision, reason }
            }
        })
    }

    fn send(&self, e: &mut Errors) -> Option<NoticeAct> {
        let (on, channel) = (
            self.on(e),
            field::required_choice(e, "channel", &self.channel, Channel::parse),
        );
        let to = field::required_choice(e, "to", &self.to, Receiver::parse);
        let audience = self.audience(e);
        Some(NoticeAct::Send {
            on: on?,
            channel: channel?,
            to: to?,
            audience: audience?,
        })
    }

    fn receive(&self, e: &mut Errors) -> Option<NoticeAct> {
        let (on, proof) = (
            self.on(e),
            field::required_choice(e, "proof", &self.proof, ProofKind::parse),
        );
        let receipt = Receipt { on: on?, proof: proof? };
        Some(NoticeAct::Receive {
            receipt,
            papers: Vec::new(),
        })
    }

    fn consent(&self, e: &mut Errors) -> Option<NoticeAct> {
        let (on, by) = (self.on(e), field::required_choice(e, "to", &self.to, Receiver::parse));
        let audience = self.audience(e);
        let consent = Consent {
            on: on?,
            by: by?,
            audience: audience?,
            identity_verified: self.identity == "yes",
        };
        Some(NoticeAct::Consent { consent })
    }

    fn object(&self, e: &mut Errors) -> Option<NoticeAct> {
        let on = self.on(e);
        let lang = Lang::parse(&self.language).unwrap_or_default();
        let objection = ask_fields!(self).objection(e, &self.key, &self.reply, lang);
        Some(NoticeAct::Object {
            on: on?,
            objection: Box::new(objection?),
        })
    }

    fn action(&self, e: &mut Errors) -> NoticeAct {
        let court = field::required(e, "court", &self.court, 120);
        let filed = field::date(e, "filed", &self.filed);
        let served = field::date(e, "served", &self.served);
        field::in_order(e, filed, "served", served);
        NoticeAct::Action {
            id: self.known_action(),
            court,
            filed,
            served,
        }
    }

    fn decide(&self, e: &mut Errors) -> Option<NoticeAct> {
        let (dated, decision) = (self.on(e), self.decision(e));
        Some(NoticeAct::Decide {
            action: self.known_action(),
            dated: dated?,
            decision: decision?,
            ends: self.ends == "yes",
        })
    }

    /// A form that does not ask says what letters have always said.
    fn audience(&self, e: &mut Errors) -> Option<Audience> {
        if self.audience.trim().is_empty() {
            return Some(Audience::Requester);
        }
        field::required_choice(e, "audience", &self.audience, Audience::parse)
    }

    fn on(&self, e: &mut Errors) -> Option<Date> {
        field::required_date(e, "on", &self.on)
    }

    fn known_action(&self) -> Option<String> {
        let id = self.action.trim();
        (!id.is_empty()).then(|| id.to_owned())
    }

    fn answer(&self, e: &mut Errors) -> Option<ObjectionAnswer> {
        let on = self.on(e);
        let reasons = field::text(e, "reasons", &self.reasons, TEXT_MAX);
        let kind = field::required_choice(e, "answer", &self.answer, AnswerKind::parse)?;
        Some(match kind {
            AnswerKind::Accepted => ObjectionAnswer::Accepted { on: on? },
            AnswerKind::SettledByRedaction => {
                let asks = ask_fields!(self).asks(e);
                ObjectionAnswer::SettledByRedaction { on: on?, asks, reasons }
            }
            AnswerKind::Overruled => {
                if reasons.is_empty() {
                    e.add("reasons", Problem::Missing);
                }
                ObjectionAnswer::Overruled { on: on?, reasons }
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
