//! How a notice goes from state to state until the person's days are over (README.md (b)).

use serde::{Deserialize, Serialize};

use super::{Attempt, Audience, Notice, NoticeKind, NoticeState, ReleaseBar, ReleaseReason, Sending};
use crate::{
    Date,
    person::{Person, Receiver},
    recording::{LocationKind, Scene},
};

/// Consent in writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its day.
    pub on: Date,
    /// Who gives it for the person.
    pub by: Receiver,
    /// To whom the recording may be shown.
    pub audience: Audience,
    /// Whether their identity was verified.
    pub identity_verified: bool,
}

impl Notice {
    /// A person in the people log is to get a notice of this kind.
    ///
    /// # Errors
    /// When the log does not say where they are seen or heard; for the statutory notice, when the
    /// recording is from a public place; for next of kin, when it shows nobody deceased.
    pub fn identify(kind: NoticeKind, person: &Person, scene: Scene) -> Result<Self, ReleaseBar> {
        person.depicted()?;
        match kind {
            NoticeKind::Statute8 if scene.location == LocationKind::Public => {
                ReleaseReason::PublicPlace.at(kind.section())
            }
            NoticeKind::NextOfKin if !(person.deceased && scene.crime_scene_of_deceased) => {
                ReleaseReason::NoDeceased.at(kind.section())
            }
            _ => Ok(Self {
                kind,
                state: NoticeState::Identified,
                attempts: Vec::new(),
                objections: Vec::new(),
                actions: Vec::new(),
                orders: Vec::new(),
            }),
        }
    }

    /// No notice is due to people affiliated with a law enforcement agency (610.100.8). That
    /// exemption says nothing of next of kin.
    ///
    /// # Errors
    /// When the person is not so affiliated or is exempt already, or a court is at work.
    pub fn exempt(self, person: &Person) -> Result<Self, ReleaseBar> {
        self.may_be_exempt(person)?;
        Ok(self.to(NoticeState::Exempt))
    }

    /// Face and voice are removed: no "image or sound" is left. The gate looks at the copy itself.
    ///
    /// # Errors
    /// When the person is exempt, or a court is at work.
    pub fn redact_out(self, on: Date, today: Date) -> Result<Self, ReleaseBar> {
        self.may_be_redacted_out()?;
        ReleaseReason::not_after(on, today, self.kind.section())?;
        Ok(self.to(NoticeState::RedactedOut { on }))
    }

    /// The person, or who may speak for them, consents in writing.
    ///
    /// # Errors
    /// When somebody else consents, their identity is not verified, or a court is at work.
    pub fn consent(self, person: &Person, consent: Consent, today: Date) -> Result<Self, ReleaseBar> {
        self.may_be_consented()?;
        let section = self.kind.section();
        let Consent { on, by, audience, .. } = consent;
        if let NoticeState::Consented { audience: known, .. } = self.state
            && audience <= known
        {
            return ReleaseReason::AlreadyDone.at(section);
        }
        ReleaseReason::not_after(on, today, section)?;
        person.receives_by(by)?;
        if !consent.identity_verified {
            return ReleaseReason::IdentityUnverified.at(section);
        }
        Ok(self.to(NoticeState::Consented { on, by, audience }))
    }

    /// An exemption, redaction, consent or search proves wrong, or is taken back: to be sent anew.
    ///
    /// # Errors
    /// From every other state.
    pub fn take_back(self) -> Result<Self, ReleaseBar> {
        self.may_be_taken_back()?;
        Ok(self.to(NoticeState::Identified))
    }

    /// An address was looked for; the state stays.
    ///
    /// # Errors
    /// When the day has not come yet.
    pub fn search(self, on: Date, how: &str, today: Date) -> Result<Self, ReleaseBar> {
        let how = how.to_owned();
        self.log(Attempt::Searched { on, how }, today)
    }

    /// The person was talked with about consent. Nothing changes by it: consent is written, by somebody who is known.
    ///
    /// # Errors
    /// When the day has not come yet.
    pub fn talk(self, on: Date, today: Date) -> Result<Self, ReleaseBar> {
        ReleaseReason::not_after(on, today, self.kind.section())?;
        Ok(self)
    }

    /// Nobody can find the person. The statute has no exception for it: redact, or ask the court.
    ///
    /// # Errors
    /// [`ReleaseReason::NothingTried`] without a logged try, or when a notice is on its way.
    pub fn unlocated(self, on: Date, today: Date) -> Result<Self, ReleaseBar> {
        self.may_be_unlocated()?;
        ReleaseReason::not_after(on, today, self.kind.section())?;
        Ok(self.to(NoticeState::Unlocated { on }))
    }

    /// The notice goes out, for the first time or once more. Sending starts nothing; while a court
    /// has the matter, it changes no state.
    ///
    /// # Errors
    /// When the letter lacks something, tells somebody settled of no wider audience, goes to somebody who may not receive it, or is dated before
    /// an earlier one came back or was received; or when receipt is proven.
    pub fn send(self, person: &Person, sending: &Sending, today: Date) -> Result<Self, ReleaseBar> {
        self.may_be_sent()?;
        if self.is_settled() && !self.widens_to(sending.audience) {
            // A person whose days are over, or who consented, is written to again only for a wider audience.
            return self.wrong();
        }
        person.receives_by(sending.to)?;
        if let Some(content) = sending.missing() {
            return ReleaseReason::ContentMissing { content }.at(self.kind.section());
        }
        let Sending {
            on,
            channel,
            to,
            audience,
            ..
        } = *sending;
        let sent = Attempt::Sent {
            on,
            channel,
            to,
            audience,
        };
        let sent = self.log(sent, today)?;
        if sent.state.in_court() {
            return Ok(sent);
        }
        Ok(sent.to(NoticeState::Sent { on }))
    }

    /// The notice came back, or the proof of its receipt proved wrong: to be sent again.
    ///
    /// # Errors
    /// When none is out, or the day is impossible.
    pub fn returned(self, on: Date, today: Date) -> Result<Self, ReleaseBar> {
        self.may_return()?;
        Ok(self.log(Attempt::Returned { on }, today)?.to(NoticeState::Identified))
    }

    fn log(mut self, attempt: Attempt, today: Date) -> Result<Self, ReleaseBar> {
        ReleaseReason::not_after(attempt.on(), today, self.kind.section())?;
        let after = |earlier: &&Attempt| match &attempt {
            Attempt::Sent { .. } => matches!(earlier, Attempt::Returned { .. } | Attempt::Received { .. }),
            Attempt::Returned { .. } => matches!(earlier, Attempt::Sent { .. } | Attempt::Received { .. }),
            Attempt::Searched { .. } | Attempt::Received { .. } => false,
        };
        if let Some(earliest) = self.attempts.iter().filter(after).map(Attempt::on).max() {
            ReleaseReason::not_before(attempt.on(), earliest, self.kind.section())?;
        }
        self.attempts.push(attempt);
        Ok(self)
    }

    pub(super) fn to(self, state: NoticeState) -> Self {
        Self { state, ..self }
    }

    pub(super) fn wrong<T>(&self) -> Result<T, ReleaseBar> {
        ReleaseReason::WrongState { state: self.state() }.at(self.kind.section())
    }
}
