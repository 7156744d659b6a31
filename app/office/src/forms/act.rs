//! What a custodian does to a request: one form for all acts, each with its own fields.

use law::{
    bar::Section,
    recording::{InactiveGround, NoRecordReason},
    request::{Act, ActKind, ReceiptMistake, Reception, ReplyChannel},
    request_order::{Petition, PetitionEnd, Petitioner, RequestOrder, Ruling},
};
use serde::{Deserialize, Serialize};

use super::{
    NewPaper, SubmissionKey, TEXT_MAX,
    denial::InPart,
    fee, field,
    order::{OrderScope, order_scope},
};
use crate::{Errors, Problem};

/// A custodian's act as typed. Which fields count depends on `act`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct ActForm {
    /// Key of the [`ActKind`].
    pub act: String,
    pub key: String,
    /// Version of the request that the custodian saw.
    pub version: String,
    /// Words to the requester: question, cause, plain sentence, message.
    pub text: String,
    /// What the requester can do next; a denial needs it.
    pub next_step: String,
    pub promised: String,
    pub confirmed_on: String,
    pub ground: String,
    pub since: String,
    pub why: String,
    pub deleted_on: String,
    pub provision: String,
    pub court: String,
    pub case_number: String,
    pub by: String,
    pub filed_on: String,
    pub served_on: String,
    pub dated: String,
    pub ruling: String,
    /// Dollars and cents, for example `12.50`, per fee line; empty lines are passed over.
    pub fee_copy: String,
    pub fee_staff_copying: String,
    pub fee_programming: String,
    pub fee_medium: String,
    /// Number and price of one, or hours (`1.5`) and hourly rate, of the same lines.
    pub fee_copy_number: String,
    pub fee_copy_each: String,
    pub fee_staff_copying_hours: String,
    pub fee_staff_copying_rate: String,
    pub fee_programming_hours: String,
    pub fee_programming_rate: String,
    pub fee_medium_number: String,
    pub fee_medium_each: String,
    /// How the hourly rate was worked out; hours need it.
    pub fee_rate_basis: String,
    /// What of a fee is asked for before the work; empty: all of it.
    pub deposit: String,
    pub waived: String,
    /// What was paid or given back; empty: what is due first.
    pub amount: String,
    pub receipt: String,
    pub refunded_on: String,
    /// Day on which an answer or a payment came, and how.
    pub received_on: String,
    pub channel: String,
    /// Key of the [`ReceiptMistake`].
    pub mistake: String,
    pub petition_end: String,
    pub ended_on: String,
    /// Recordings and moments that an order names; empty: all that are linked to the request.
    pub scope: String,
    /// What is given where a part is denied: key of a [`law::denial::GivenPart`], and its words.
    pub given: String,
    pub given_words: String,
    /// What is withheld, a row each: key of a [`law::denial::WithheldPart`], provision, plain sentence.
    pub withheld_what: Vec<String>,
    pub withheld_provision: Vec<String>,
    pub withheld_why: Vec<String>,
    /// Of a search without a recording: the rule of a deletion, the other agency, who searched, and when.
    pub rule: String,
    pub agency: String,
    pub searched_by: String,
    pub searched_on: String,
    /// Pressed to get another row, not to send.
    pub more: String,
}

echo!(ActForm {
    text,
    next_step,
    promised,
    confirmed_on,
    ground,
    since,
    why,
    deleted_on,
    provision,
    court,
    case_number,
    by,
    filed_on,
    served_on,
    dated,
    ruling,
    fee_copy,
    fee_staff_copying,
    fee_programming,
    fee_medium,
    fee_copy_number,
    fee_copy_each,
    fee_staff_copying_hours,
    fee_staff_copying_rate,
    fee_programming_hours,
    fee_programming_rate,
    fee_medium_number,
    fee_medium_each,
    fee_rate_basis,
    deposit,
    waived,
    amount,
    receipt,
    refunded_on,
    received_on,
    channel,
    mistake,
    petition_end,
    ended_on,
    scope,
    given,
    given_words,
    rule,
    agency,
    searched_by,
    searched_on
} rows {
    withheld_what,
    withheld_provision,
    withheld_why
});

/// A custodian's act that can be put to the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffAct {
    /// Posting the same key again does nothing more.
    pub key: SubmissionKey,
    /// Version of the request that the custodian saw.
    pub version: i64,
    /// What the law looks at. `VerifyOrder` carries `same_person: false`; the office, which knows
    /// who entered the order, puts the truth in.
    pub act: Act,
    /// Words to the requester, if any.
    pub text: Option<String>,
    /// What the requester can do next, if told.
    pub next_step: Option<String>,
    /// The recordings that an order names; `None`: all that are linked to the request.
    pub scope: Option<OrderScope>,
    /// The words of a denial in part, which the office puts into the language of whoever filed.
    pub in_part: Option<InPart>,
    /// How the hourly rate of a fee was worked out.
    pub rate_basis: Option<String>,
    /// What the certificate says of a search without a recording.
    pub search: Option<Search>,
    /// Files that go with its words, or that came on paper; arrived and looked at.
    pub papers: Vec<NewPaper>,
}

/// Whether files may go with the words of an act to the requester, or with what came from them.
pub const fn takes_papers(kind: ActKind) -> bool {
    matches!(
        kind,
        ActKind::AskClarification
            | ActKind::RecordAnswer
            | ActKind::ExplainDelay
            | ActKind::FindNoRecord
            | ActKind::Deny
            | ActKind::DenyInPart
            | ActKind::GiveGrounds
            | ActKind::EstimateFee
            | ActKind::AskFee
            | ActKind::RefundFee
            | ActKind::Reply
    )
}

/// What the certificate says of a search without a recording, beside its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The rule under which it was deleted; empty if none is named.
    pub rule: String,
    /// The other agency that holds it; else empty.
    pub agency: String,
    /// Who searched; empty: the records custodian.
    pub by: String,
    /// When; `None`: on the day of the act.
    pub on: Option<law::Date>,
}

impl ActForm {
    /// Which act, if it is one that a custodian does.
    pub fn kind(&self) -> Option<ActKind> {
        ActKind::parse(&self.act)
    }

    /// Reads the fields that this act needs; days are checked against today by the law.
    ///
    /// # Errors
    /// Every problem, each at its field.
    pub fn check(&self, kind: ActKind) -> Result<StaffAct, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let act = self.act(e, kind);
        let needs_text = matches!(
            kind,
            ActKind::AskClarification
                | ActKind::ExplainDelay
                | ActKind::FindNoRecord
                | ActKind::Deny
                | ActKind::GiveGrounds
                | ActKind::RecordAnswer
                | ActKind::TakeBack
                | ActKind::Reply
                | ActKind::RefundFee
        ) || (kind == ActKind::SettleFee && !matches!(self.waived.trim(), "" | "no"));
        let text = if needs_text {
            field::required(e, "text", &self.text, TEXT_MAX)
        } else {
            field::text(e, "text", &self.text, TEXT_MAX)
        };
        // How much it must say hangs on the day and on what was said before, which the office knows.
        if kind == ActKind::ExplainDelay && !text.is_empty() && field::letters(&text) < 3 {
            e.add("text", Problem::NotDetailed);
        }
        let in_part = (kind == ActKind::DenyInPart).then(|| self.in_part(e));
        let search = (kind == ActKind::FindNoRecord).then(|| self.search(e));
        let next_step = if matches!(kind, ActKind::Deny | ActKind::DenyInPart) {
            field::required(e, "next_step", &self.next_step, TEXT_MAX)
        } else {
            field::text(e, "next_step", &self.next_step, TEXT_MAX)
        };
        let fee = matches!(kind, ActKind::AskFee | ActKind::EstimateFee);
        let hours = [&self.fee_staff_copying_hours, &self.fee_programming_hours];
        let rate_basis = if fee && hours.into_iter().any(|hours| !hours.trim().is_empty()) {
            field::required(e, "fee_rate_basis", &self.fee_rate_basis, TEXT_MAX)
        } else {
            String::new()
        };
        let named = kind == ActKind::EnterOrder && !self.scope.trim().is_empty();
        let scope = named.then(|| order_scope(e, &self.scope));
        let version = self.version.trim().parse::<i64>().ok();
        let key = SubmissionKey::parse(&self.key);
        if version.is_none() || key.is_none() {
            e.add("act", Problem::Missing);
        }
        match (act, key, version) {
            (Some(act), Some(key), Some(version)) if errors.is_empty() => {
                let given = |text: String| (!text.is_empty()).then_some(text);
                Ok(StaffAct {
                    key,
                    version,
                    act,
                    text: given(text),
                    next_step: given(next_step),
                    scope,
                    in_part,
                    rate_basis: given(rate_basis),
                    search,
                    papers: Vec::new(),
                })
            }
            _ => Err(errors),
        }
    }

    fn act(&self, e: &mut Errors, kind: ActKind) -> Option<Act> {
        Some(match kind {
            ActKind::Acknowledge => Act::Acknowledge,
            ActKind::AskClarification => Act::AskClarification,
            ActKind::ExplainDelay => Act::ExplainDelay {
                promised: field::required_date(e, "promised", &self.promised)?,
            },
            ActKind::AskFee => Act::AskFee {
                lines: fee::lines(self, e),
                deposit_cents: fee::amount(e, "deposit", &self.deposit),
            },
            ActKind::RecordAnswer => Act::RecordAnswer {
                received: self.received(e)?,
            },
            ActKind::CorrectReceipt => {
                let on = field::required_date(e, "received_on", &self.received_on);
                let why = field::required_choice(e, "mistake", &self.mistake, ReceiptMistake::parse);
                // The office, which keeps the docket, puts in which entry.
                Act::CorrectReceipt {
                    on: on?,
                    why: why?,
                    entry: 0,
                }
            }
            ActKind::SettleFee => {
                let waived = !matches!(self.waived.trim(), "" | "no");
                let told = [
                    &self.waived,
                    &self.received_on,
                    &self.channel,
                    &self.amount,
                    &self.receipt,
                ];
                if told.into_iter().all(|field| field.trim().is_empty()) {
                    e.add("waived", Problem::Missing);
                }
                let said = !self.received_on.trim().is_empty() || !self.channel.trim().is_empty();
                let received = if said && !waived { Some(self.received(e)?) } else { None };
                Act::SettleFee {
                    waived,
                    received,
                    cents: fee::amount(e, "amount", &self.amount).filter(|_| !waived),
                    receipt: fee::receipt(e, &self.receipt),
                }
            }
            ActKind::EstimateFee => Act::EstimateFee {
                lines: fee::lines(self, e),
            },
            ActKind::RefundFee => fee::refund(self, e)?,
            ActKind::CloseActive => Act::CloseActive {
                confirmed_on: field::required_date(e, "confirmed_on", &self.confirmed_on)?,
            },
            ActKind::RecordInactive => {
                let ground = field::required_choice(e, "ground", &self.ground, InactiveGround::parse);
                let since = field::required_date(e, "since", &self.since);
                Act::RecordInactive {
                    ground: ground?,
                    since: since?,
                }
            }
            ActKind::Reclose => Act::Reclose {
                since: field::required_date(e, "since", &self.since)?,
            },
            ActKind::RecordPetition => Act::RecordPetition {
                petition: self.petition(e)?,
            },
            ActKind::EndPetition => {
                let how = field::required_choice(e, "petition_end", &self.petition_end, PetitionEnd::parse);
                let on = field::required_date(e, "ended_on", &self.ended_on);
                Act::EndPetition { how: how?, on: on? }
            }
            // The office, which keeps the docket, puts in which entry.
            ActKind::TakeBack => Act::TakeBack { entry: 0 },
            ActKind::EnterOrder => Act::EnterOrder { order: self.order(e)? },
            ActKind::VerifyOrder => Act::VerifyOrder { same_person: false },
            ActKind::FindNoRecord => Act::FindNoRecord {
                why: self.no_record(e)?,
            },
            ActKind::Deny => Act::Deny {
                provision: Section(field::required(e, "provision", &self.provision, 120).into()),
            },
            ActKind::DenyInPart => self.deny_in_part(e)?,
            ActKind::GiveGrounds => Act::GiveGrounds,
            ActKind::Reply => Act::Reply,
            ActKind::Reopen => Act::Reopen,
            ActKind::StartRedaction => Act::StartRedaction,
            // Acts of the requester, and what the portal enters by itself.
            ActKind::AnswerClarification
            | ActKind::AskGrounds
            | ActKind::Write
            | ActKind::AcceptFee
            | ActKind::ChallengeFee
            | ActKind::NarrowRequest
            | ActKind::Withdraw
            | ActKind::Lapse
            | ActKind::ExtendLapse
            | ActKind::FinishRedaction
            | ActKind::OpenGate
            | ActKind::Deliver => {
                e.add("act", Problem::UnknownChoice);
                return None;
            }
        })
    }

    fn received(&self, e: &mut Errors) -> Option<Reception> {
        let on = field::required_date(e, "received_on", &self.received_on);
        let channel = field::required_choice(e, "channel", &self.channel, ReplyChannel::parse);
        Some(Reception {
            on: on?,
            channel: channel?,
        })
    }

    fn petition(&self, e: &mut Errors) -> Option<Petition> {
        let by = field::required_choice(e, "by", &self.by, Petitioner::parse);
        let (court, case_number) = self.court(e);
        let filed_on = field::required_date(e, "filed_on", &self.filed_on);
        let served_on = field::date(e, "served_on", &self.served_on);
        field::in_order(e, filed_on, "served_on", served_on);
        Some(Petition {
            by: by?,
            court,
            case_number,
            filed_on: filed_on?,
            served_on,
        })
    }

    fn order(&self, e: &mut Errors) -> Option<RequestOrder> {
        let ruling = field::required_choice(e, "ruling", &self.ruling, Ruling::parse);
        let (court, case_number) = self.court(e);
        let dated = field::required_date(e, "dated", &self.dated);
        Some(RequestOrder {
            court,
            case_number,
            dated: dated?,
            ruling: ruling?,
            register: None,
        })
    }

    fn court(&self, e: &mut Errors) -> (String, String) {
        let court = field::required(e, "court", &self.court, 120);
        (court, field::required(e, "case_number", &self.case_number, 60))
    }

    /// What the certificate says of the search; an agency that holds it is named.
    fn search(&self, e: &mut Errors) -> Search {
        let agency = field::line(e, "agency", &self.agency, 120);
        if self.why.trim() == "other_agency" && agency.is_empty() {
            e.add("agency", Problem::Missing);
        }
        Search {
            rule: field::line(e, "rule", &self.rule, 120),
            agency,
            by: field::line(e, "searched_by", &self.searched_by, 120),
            on: field::date(e, "searched_on", &self.searched_on),
        }
    }

    fn no_record(&self, e: &mut Errors) -> Option<NoRecordReason> {
        Some(match self.why.trim() {
            "not_made" => NoRecordReason::NotMade,
            "deleted" => NoRecordReason::Deleted {
                on: field::required_date(e, "deleted_on", &self.deleted_on)?,
            },
            "deleted_in_breach" => NoRecordReason::DeletedInBreach {
                on: field::required_date(e, "deleted_on", &self.deleted_on)?,
            },
            "other_agency" => NoRecordReason::OtherAgency,
            "not_found" => NoRecordReason::NotFound,
            "" => {
                e.add("why", Problem::Missing);
                return None;
            }
            _ => {
                e.add("why", Problem::UnknownChoice);
                return None;
            }
        })
    }
}
