//! Objections to a notice, and their answers.

use super::{Notice, NoticeState, ReleaseBar, ReleaseReason};
use crate::{
    Date,
    objection::{ANSWERED, Objection, ObjectionAnswer},
    request_state::Rules,
};

impl Notice {
    /// Takes an objection, in whatever state the notice is: early, in time, or late and then marked
    /// so. One that follows a sending proves receipt on its day at the latest; one made after
    /// consent takes the consent back; one from somebody who could not be found shows where to write.
    ///
    /// # Errors
    /// When it asks for nothing, comes from the future, or its id is taken.
    pub fn object(self, objection: Objection, today: Date, rules: Rules<'_>) -> Result<Self, ReleaseBar> {
        objection.check(today)?;
        if self.objections.iter().any(|known| known.id == objection.id) {
            return ReleaseReason::ObjectionIdUnknownOrTaken.at(ANSWERED);
        }
        let mut notice = self.recount(rules)?.reply(objection.received, today, rules)?;
        let late = notice
            .window()
            .is_some_and(|window| objection.received > window.last_day);
        notice.objections.push(Objection { late, ..objection });
        notice.state = match notice.state {
            NoticeState::WindowOpen { window } => NoticeState::Objected { window },
            NoticeState::Clear { window, .. } if !late => NoticeState::Objected { window },
            NoticeState::Consented { .. } | NoticeState::Unlocated { .. } => NoticeState::Identified,
            other => other,
        };
        Ok(notice)
    }

    /// Answers an objection in writing.
    ///
    /// # Errors
    /// When no objection has this id, or as [`Objection::answered`].
    pub fn answer(mut self, id: &str, answer: ObjectionAnswer, today: Date) -> Result<Self, ReleaseBar> {
        let Some(at) = self.objections.iter().position(|known| known.id == id) else {
            return ReleaseReason::ObjectionIdUnknownOrTaken.at(ANSWERED);
        };
        let answered = self.objections[at].clone().answered(answer, today)?;
        self.objections[at] = answered;
        Ok(self)
    }

    /// An objection that a longer window reaches is late no more.
    pub(super) fn heed_objections(mut self) -> Self {
        if let Some(last_day) = self.window().map(|window| window.last_day) {
            for objection in &mut self.objections {
                objection.late = objection.late && objection.received > last_day;
            }
        }
        self
    }

    /// Nothing asked in time is unanswered, and nothing granted forbids the release.
    pub(super) fn objections_settled(&self) -> Result<(), ReleaseBar> {
        self.objections_answered()?;
        if self.objections.iter().any(Objection::keeps_whole) {
            return ReleaseReason::ObjectionAccepted.at(ANSWERED);
        }
        Ok(())
    }

    pub(crate) fn objections_answered(&self) -> Result<(), ReleaseBar> {
        match self.objections.iter().find(|objection| objection.open()) {
            Some(open) if self.kind.objection_holds() => {
                let received = open.received;
                ReleaseReason::ObjectionUnanswered { received }.at(ANSWERED)
            }
            _ => Ok(()),
        }
    }
}
