//! A request that reached the office beside the portal, and a new code for one whose code was lost.

use law::request::{Reception, ReplyChannel};
use serde::{Deserialize, Serialize};

use super::{Echo, Filing, FilingContext, FilingForm, SubmissionKey, field};
use crate::{Errors, Problem, views::CodeGround};

/// Longest account of what was shown, in characters.
const NOTE_MAX: usize = 500;

/// The form at `/staff/requests/new`: that of `/request`, with the day and the way on which it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IntakeForm(pub FilingForm);

impl Echo for IntakeForm {
    fn echo(&self) -> Vec<&str> {
        self.0.echo()
    }
}

impl IntakeForm {
    /// Reads what was asked, and when and how it came.
    ///
    /// # Errors
    /// Every problem, those of the request in the order of its fields.
    pub fn check(&self, context: &FilingContext) -> Result<(Filing, Reception), Errors> {
        let mut came = Errors::default();
        let on = field::required_date(&mut came, "received_on", &self.0.received_on);
        let channel = field::required_choice(&mut came, "channel", &self.0.channel, ReplyChannel::parse);
        if on.is_some_and(|day| day > context.today) {
            came.add("received_on", Problem::InFuture);
        }
        let about = field::date(&mut Errors::default(), "incident_date", &self.0.incident_date);
        let before = on
            .zip(about)
            .is_some_and(|(on, about)| on < about && about <= context.today);
        if before {
            came.add("received_on", Problem::BeforeIncident);
        }
        // What was asked is checked as on the day it came.
        let asked_on = on
            .filter(|day| !before && *day <= context.today)
            .unwrap_or(context.today);
        let filing = self.0.check(&FilingContext {
            today: asked_on,
            ..context.clone()
        });
        match (filing, on, channel) {
            (Ok(filing), Some(on), Some(channel)) if came.is_empty() => Ok((filing, Reception { on, channel })),
            (filing, ..) => {
                came.0.extend(filing.err().unwrap_or_default().0);
                Err(came)
            }
        }
    }
}

/// The form at `/staff/requests/{number}/code`, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct CodeReissueForm {
    pub key: String,
    pub ground: String,
    pub note: String,
}

echo!(CodeReissueForm { ground, note });

/// A new access code, for somebody who lost theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeReissue {
    /// The code is derived from it.
    pub key: SubmissionKey,
    /// What showed that the request is theirs.
    pub ground: CodeGround,
    /// Which facts or paper, in the custodian's words; for the audit log.
    pub note: String,
}

impl CodeReissueForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self) -> Result<CodeReissue, Errors> {
        let mut errors = Errors::default();
        let ground = field::required_choice(&mut errors, "ground", &self.ground, CodeGround::parse);
        let note = field::required(&mut errors, "note", &self.note, NOTE_MAX);
        let key = SubmissionKey::parse(&self.key);
        if key.is_none() {
            errors.add("key", Problem::Missing);
        }
        match (ground, key) {
            (Some(ground), Some(key)) if errors.is_empty() => Ok(CodeReissue { key, ground, note }),
            _ => Err(errors),
        }
    }
}
