//! What a notice means for a release on a day.

use super::{Notice, NoticeKind, NoticeState, ReleaseBar, ReleaseReason, Window, court::Injunction};
use crate::{Date, bar::Section, deadline::reckon::next, span::Spans};

/// What a notice asks of a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoticeEffect {
    /// Nothing.
    Free,
    /// It waits.
    Barred(ReleaseBar),
    /// The copy hides the person whole, or it waits for this reason.
    IfHidden(ReleaseBar),
    /// The copy hides the person whole, or a court excused the notice, or it waits.
    IfHiddenOrExcused(ReleaseBar),
    /// The copy leaves out these spans.
    IfWithout(Spans),
}

impl NoticeEffect {
    /// What bars, where no copy is looked at and no order excuses the notice.
    fn alone(self, section: &'static str) -> Result<(), ReleaseBar> {
        match self {
            Self::Free | Self::IfHidden(_) => Ok(()),
            Self::Barred(bar) | Self::IfHiddenOrExcused(bar) => Err(bar),
            Self::IfWithout(spans) => ReleaseReason::SpansRestrained { spans }.at(section),
        }
    }
}

impl Notice {
    /// What stands in the way on a day, as far as the notice alone knows. Days are those of the
    /// state; [`Notice::recount`] brings them up to the closures known.
    pub(crate) fn way(&self, today: Date) -> NoticeEffect {
        self.way_or_bar(today).unwrap_or_else(NoticeEffect::Barred)
    }

    /// What this notice alone puts in the way of a release on a day; whether the copy hides the person, or an order
    /// excuses the notice, only the gate can tell.
    pub fn stands_in_the_way(&self, today: Date) -> Option<ReleaseBar> {
        // While one person alone says that an injunction was a mistake, it forbids on: that, and no action, is what is known.
        if let Some(forbidden) = self.forbidden(today).filter(|_| self.taking_back_waits(today)) {
            let reason = match forbidden {
                (None, until) => ReleaseReason::Enjoined { until },
                (Some(_), _) => ReleaseReason::SecondPersonAwaited,
            };
            return reason.at::<()>(self.kind.section()).err();
        }
        self.way(today).alone(self.kind.section()).err()
    }

    fn way_or_bar(&self, today: Date) -> Result<NoticeEffect, ReleaseBar> {
        let settled = matches!(self.state, NoticeState::Exempt | NoticeState::Consented { .. });
        self.court_and_days(today)?;
        if settled || self.kind == NoticeKind::Statute8 {
            return Ok(self.enjoined_way(today));
        }
        self.objections_answered()?;
        if !matches!(self.state, NoticeState::RedactedOut { .. }) {
            self.objections_settled()?;
        }
        self.state_way(today)
    }

    /// Whether the person can be let go from the list of those to be heard: nothing of theirs waits for an answer or for a
    /// court.
    ///
    /// # Errors
    /// What is open.
    pub fn may_be_let_go(&self) -> Result<(), ReleaseBar> {
        self.none_pending()?;
        self.objections_answered()
    }

    /// No action is pending.
    pub(crate) fn none_pending(&self) -> Result<(), ReleaseBar> {
        let section = self.kind.section();
        if let Some((filed, served)) = self.pending() {
            return ReleaseReason::ActionPending { filed, served }.at(section);
        }
        if let NoticeState::ActionPending { filed, served, .. } = self.state {
            return ReleaseReason::ActionPending { filed, served }.at(section);
        }
        Ok(())
    }

    /// Nothing is pending or enjoined whole, and no days are left.
    fn court_and_days(&self, today: Date) -> Result<(), ReleaseBar> {
        let section = self.kind.section();
        self.none_pending()?;
        if let Some(Injunction { spans: None, until }) = self.enjoined(today) {
            return ReleaseReason::Enjoined { until }.at(section);
        }
        match self.window().filter(|window| window.is_open(today)) {
            Some(Window { last_day, .. }) => ReleaseReason::WindowOpen { last_day: *last_day }.at(section),
            None => Ok(()),
        }
    }

    /// Whether the recipient of a recording may display it on a day, as far as this person's notice
    /// goes (610.100.8). The portal shows it; it does not police what people say.
    ///
    /// # Errors
    /// What the statute, or a court, puts in the way.
    pub fn may_display(&self, today: Date) -> Result<(), ReleaseBar> {
        self.court_and_days(today)?;
        if matches!(self.state, NoticeState::Exempt | NoticeState::Consented { .. }) {
            return Ok(());
        }
        self.state_way(today)?.alone(self.kind.section())
    }

    /// What the state alone asks for, once days, court and objections leave room.
    fn state_way(&self, today: Date) -> Result<NoticeEffect, ReleaseBar> {
        let section = self.kind.section();
        match &self.state {
            NoticeState::Identified
            | NoticeState::EnjoinedAll { window: None, .. }
            | NoticeState::EnjoinedPart { window: None, .. } => ReleaseReason::NotSent.at(section),
            NoticeState::Sent { .. } => ReleaseReason::ReceiptUnproven.at(section),
            NoticeState::Unlocated { .. } => {
                Ok(NoticeEffect::IfHiddenOrExcused(bar(ReleaseReason::Unlocated, section)))
            }
            NoticeState::RedactedOut { .. } => {
                let (seen, heard) = (Spans::none(), Spans::none());
                Ok(NoticeEffect::IfHidden(bar(
                    ReleaseReason::StillShown { seen, heard },
                    section,
                )))
            }
            NoticeState::WindowOpen { window } | NoticeState::Objected { window } => {
                let from = window.opens_on;
                ReleaseReason::DocketUnchecked { from }.at(section)
            }
            NoticeState::Clear { window, checked } if *checked < window.opens_on => {
                let from = window.opens_on;
                ReleaseReason::DocketUnchecked { from }.at(section)
            }
            _ => Ok(self.enjoined_way(today)),
        }
    }

    fn enjoined_way(&self, today: Date) -> NoticeEffect {
        match self.enjoined(today) {
            Some(Injunction { spans: Some(spans), .. }) => NoticeEffect::IfWithout(spans),
            _ => NoticeEffect::Free,
        }
    }

    /// First day on which this notice leaves room for a release, as far as days go: none where no
    /// days have begun, or none are given.
    pub fn opens_on(&self) -> Option<Date> {
        match &self.state {
            NoticeState::EnjoinedAll { window, until } => {
                let lifted = next((*until)?);
                Some(window.as_ref().map_or(lifted, |window| window.opens_on.max(lifted)))
            }
            state => state.window().map(|window| window.opens_on),
        }
    }
}

fn bar(reason: ReleaseReason, section: &'static str) -> ReleaseBar {
    ReleaseBar {
        reason,
        section: Section::of(section),
    }
}
