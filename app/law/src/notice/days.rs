//! The person's days: receipt begins them, closures lengthen them, and once they are over the notice
//! can be cleared.

use super::{Attempt, Notice, NoticeState, ProofKind, Receipt, ReleaseBar, ReleaseReason, Window};
use crate::{Date, request_state::Rules};

impl Notice {
    /// Receipt is proven, which starts the days. Proof of a later day of receipt moves the window
    /// later; no proof ever moves it earlier.
    ///
    /// # Errors
    /// When none was sent in a way that such a proof follows from, or the day is impossible.
    pub fn receive(mut self, receipt: Receipt, today: Date, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        self.receivable(receipt, today)?;
        let Receipt { on, proof } = receipt;
        if self.beside_an_answer(receipt) {
            self.attempts.push(Attempt::Received { on, proof });
            return Ok(self);
        }
        let window = Window::reckon(self.kind, on, proof, rules)?;
        self.attempts.push(Attempt::Received { on, proof });
        Ok(self.with_window(window))
    }

    fn receivable(&self, receipt: Receipt, today: Date) -> Result<(), ReleaseBar> {
        self.may_be_received()?;
        let section = self.kind.section();
        match self.window() {
            _ if self.beside_an_answer(receipt) => return self.follows(receipt, today),
            _ if !self.awaits_receipt() => return self.wrong(),
            Some(Window { received, .. }) if receipt.on <= *received => {
                return ReleaseReason::AlreadyReceived { received: *received }.at(section);
            }
            _ => {}
        }
        let known = self
            .attempts
            .iter()
            .filter(|attempt| matches!(attempt, Attempt::Received { .. }));
        if let Some(earliest) = known.map(Attempt::on).max() {
            ReleaseReason::not_before(receipt.on, earliest, section)?;
        }
        self.follows(receipt, today)
    }

    /// Such a proof follows from how the notice was sent, and its day has come.
    fn follows(&self, receipt: Receipt, today: Date) -> Result<(), ReleaseBar> {
        let section = self.kind.section();
        ReleaseReason::not_after(receipt.on, today, section)?;
        if self.on_its_way().any(|sent| sent.leads_to(receipt)) {
            return Ok(());
        }
        ReleaseReason::ProofUnfit { proof: receipt.proof }.at(section)
    }

    /// Whether a proof that is no answer joins an answer, days that one began or consent, and changes nothing of it. It is
    /// kept because it may be told to the recipient of the recording, and an answer may not.
    fn beside_an_answer(&self, receipt: Receipt) -> bool {
        let entered = receipt.proof == ProofKind::CodeEntered;
        let in_days = |window: &Window| entered || receipt.on <= window.received;
        let later = |known: Receipt| receipt.on > known.on;
        self.has_answer()
            && self.window().is_none_or(in_days)
            && receipt.proof != ProofKind::Reply
            && self.proven_apart().is_none_or(later)
    }

    /// Receipt as something other than the person's own answer proves it; the latest day counts, as it does for the window.
    pub fn proven_apart(&self) -> Option<Receipt> {
        let apart = self.on_its_way().filter_map(|attempt| match attempt {
            Attempt::Received { on, proof } if *proof != ProofKind::Reply => Some(Receipt { on: *on, proof: *proof }),
            _ => None,
        });
        apart.max_by_key(|receipt| receipt.on)
    }

    /// The days are over and the court's docket shows no action that counts.
    ///
    /// # Errors
    /// While days are left, while an objection that came in time is unanswered, when the docket was
    /// looked at before the days were over, or when the office agreed not to release.
    pub fn clear(self, checked: Date, today: Date, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        let section = self.kind.section();
        let notice = self.recount(rules)?;
        let window = notice.may_be_cleared(today)?.clone();
        ReleaseReason::not_after(checked, today, section)?;
        if checked < window.opens_on {
            let from = window.opens_on;
            return ReleaseReason::DocketUnchecked { from }.at(section);
        }
        Ok(notice.to(NoticeState::Clear { window, checked }))
    }

    /// The same notice under rules as they are now: a closure of the court entered since may
    /// lengthen the window, bring an action or objection into it, and reopen what was clear.
    ///
    /// # Errors
    /// [`ReleaseReason::RuleMissing`].
    pub fn recount(self, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        let kind = self.kind;
        match self.window().cloned() {
            None => Ok(self),
            Some(window) => Ok(self.with_window(window.recount(kind, rules)?)),
        }
    }

    /// The days as the recipient of a recording may know them (610.100.8): counted only from what proves receipt without any
    /// answer of the person, and the same whether or not there was one, since a day that an answer has moved or begun tells of
    /// it.
    ///
    /// # Errors
    /// [`ReleaseReason::RuleMissing`].
    pub fn told_window(&self, rules: Rules<'_>) -> Result<Option<Window>, ReleaseBar> {
        let reckon = |Receipt { on, proof }| Window::reckon(self.kind, on, proof, rules);
        self.proven_apart().map(reckon).transpose()
    }

    /// A reply proves receipt, on its day, of what was sent before.
    pub(super) fn reply(self, on: Date, today: Date, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        let receipt = Receipt {
            on,
            proof: ProofKind::Reply,
        };
        let sent = matches!(self.state, NoticeState::Sent { .. });
        if sent && self.receivable(receipt, today).is_ok() {
            return self.receive(receipt, today, rules);
        }
        Ok(self)
    }

    /// The notice with its window begun or moved, and all that follows from that.
    fn with_window(self, window: Window) -> Self {
        let state = match self.state.clone() {
            NoticeState::Clear { checked, .. } if checked >= window.opens_on => NoticeState::Clear { window, checked },
            court if court.in_court() => court.within(window),
            _ => self.running(window),
        };
        self.to(state).heed_objections().heed_court()
    }

    /// The state of a notice whose days run, or are over and not yet cleared.
    pub(super) fn running(&self, window: Window) -> NoticeState {
        if self.objections.is_empty() {
            NoticeState::WindowOpen { window }
        } else {
            NoticeState::Objected { window }
        }
    }

    /// The state of a notice that has not reached anybody: on its way, or to be sent.
    pub(super) fn unreceived(&self) -> NoticeState {
        match self
            .on_its_way()
            .find(|attempt| !matches!(attempt, Attempt::Searched { .. }))
        {
            Some(Attempt::Sent { on, .. }) => NoticeState::Sent { on: *on },
            _ => NoticeState::Identified,
        }
    }

    /// What went out since the last return.
    pub(super) fn on_its_way(&self) -> impl Iterator<Item = &Attempt> {
        let back = |attempt: &&Attempt| !matches!(attempt, Attempt::Returned { .. });
        self.attempts.iter().rev().take_while(back)
    }
}
