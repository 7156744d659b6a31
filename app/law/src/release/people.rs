//! The gate's lines about people: their notices, and what they were promised.

use super::{GateItem, GateLine, PersonShown, ReleaseFacts, ReleaseRecording, line};
use crate::{
    disclosure_order::OrderKind,
    notice::{Notice, NoticeEffect, NoticeKind, NoticeState, ReleaseBar, ReleaseReason},
    objection::{ANSWERED, Ask, Objection},
    person::Person,
    recording::Scene,
    redaction::{RedactionKind, ReleaseCopy},
    request_state::Rules,
    span::Spans,
};

impl NoticeKind {
    /// Whether the agency may not release without such a notice to a person. The agency's own is
    /// asked for on every release, for everybody who is not of the police. The recipient's comes
    /// after receipt, so it is never asked for; one that runs is heeded.
    pub const fn required(self, person: &Person, scene: Scene) -> bool {
        match self {
            Self::AgencyPolicy => !person.police_affiliated,
            Self::Statute8 => false,
            Self::NextOfKin => person.deceased && scene.crime_scene_of_deceased,
        }
    }
}

impl ReleaseFacts {
    pub(super) fn person_lines(&self, shown: &PersonShown, rules: Rules<'_>) -> Vec<GateLine> {
        let person = &shown.person;
        let Some(recording) = self.recordings.iter().find(|one| one.id == person.recording) else {
            // `GateItem::Chosen` says that the person belongs to none of the recordings.
            return Vec::new();
        };
        let mut lines = Vec::new();
        for kind in NoticeKind::ALL {
            let notices: Vec<&Notice> = shown.notices.iter().filter(|notice| notice.kind == kind).collect();
            if notices.is_empty() && kind.required(person, recording.scene) {
                lines.push(line(
                    item(person, kind),
                    ReleaseReason::NoticeMissing.at(kind.section()),
                ));
            }
            for notice in notices {
                lines.push(line(
                    item(person, kind),
                    self.notice_free(notice, person, recording, rules),
                ));
                if notice
                    .objections
                    .iter()
                    .any(|objection| !objection.promised().is_empty())
                {
                    let what = promises(person, kind);
                    lines.push(line(what, self.promises_kept(notice, person, recording)));
                }
            }
        }
        for notice in &shown.elsewhere {
            if let Err(bar) = self.court_free(notice, recording, rules) {
                lines.push(line(item(person, notice.kind), Err(bar)));
            }
        }
        if lines.is_empty() {
            let kind = NoticeKind::AgencyPolicy;
            lines.push(line(item(person, kind), Ok(())));
        }
        lines
    }

    /// A notice leaves room for the release, under the closures known today.
    fn notice_free(
        &self,
        notice: &Notice,
        person: &Person,
        recording: &ReleaseRecording,
        rules: Rules<'_>,
    ) -> Result<(), ReleaseBar> {
        let section = notice.kind.section();
        let exempt = person.police_affiliated && notice.kind != NoticeKind::NextOfKin;
        match notice.state {
            NoticeState::Exempt if !exempt => return ReleaseReason::NotPoliceAffiliated.at(section),
            _ if exempt => {}
            _ => person.depicted()?,
        }
        match notice.clone().recount(rules)?.way(self.today) {
            NoticeEffect::Free if exempt => Ok(()),
            // What is known of the person now counts: a child's receipt or consent binds nobody.
            NoticeEffect::Free => notice.reached().map_or(Ok(()), |receiver| person.receives_by(receiver)),
            NoticeEffect::Barred(bar) if !exempt || by_court(&bar) => Err(bar),
            NoticeEffect::Barred(_) | NoticeEffect::IfHidden(_) | NoticeEffect::IfHiddenOrExcused(_) if exempt => {
                Ok(())
            }
            NoticeEffect::Barred(bar) => Err(bar),
            NoticeEffect::IfHidden(bar) => hidden(person, recording).map_err(|reason| ReleaseBar { reason, ..bar }),
            NoticeEffect::IfHiddenOrExcused(_) if self.excused(person) => Ok(()),
            NoticeEffect::IfHiddenOrExcused(bar) => hidden(person, recording).map_err(|_| bar),
            NoticeEffect::IfWithout(enjoined) => {
                let spans = recording.shown().intersect(&enjoined);
                if spans.is_empty() {
                    return Ok(());
                }
                ReleaseReason::SpansRestrained { spans }.at(section)
            }
        }
    }

    /// Nothing in the notice is pending before a court, and the copy shows nothing that one enjoined.
    fn court_free(&self, notice: &Notice, recording: &ReleaseRecording, rules: Rules<'_>) -> Result<(), ReleaseBar> {
        notice.clone().recount(rules)?.none_pending()?;
        self.unenjoined_in(notice, recording)
    }

    /// The copy shows nothing that a court enjoined in this notice.
    fn unenjoined_in(&self, notice: &Notice, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        let section = notice.kind.section();
        let Some((spans, until)) = notice.forbidden(self.today) else {
            return Ok(());
        };
        match spans.map(|spans| recording.shown().intersect(&spans)) {
            None => ReleaseReason::Enjoined { until }.at(section),
            Some(spans) if spans.is_empty() => Ok(()),
            Some(spans) => ReleaseReason::SpansRestrained { spans }.at(section),
        }
    }

    /// No court enjoined in an action of anybody shown what the copies show.
    pub(super) fn unenjoined(&self) -> Result<(), ReleaseBar> {
        for shown in &self.people {
            let here = self.recordings.iter().filter(|one| one.id == shown.person.recording);
            for recording in here {
                for notice in shown.notices.iter().chain(&shown.elsewhere) {
                    self.unenjoined_in(notice, recording)?;
                }
            }
        }
        Ok(())
    }

    /// An order in force excuses the notice of a person whom nobody can find.
    fn excused(&self, person: &Person) -> bool {
        let discloses = self.orders.iter().filter(|order| order.kind == OrderKind::Disclose);
        let mut in_force = discloses.filter(|order| order.in_force(self.today).is_ok());
        in_force.any(|order| order.excuses(person))
    }

    /// The copy does what the answers to a person's objections promised.
    fn promises_kept(&self, notice: &Notice, person: &Person, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        for ask in notice.objections.iter().flat_map(Objection::promised) {
            let left = match (ask, &recording.copy) {
                (Ask::WaitUntil { day }, _) if self.today < *day => {
                    return ReleaseReason::WaitPromised { day: *day }.at(ANSWERED);
                }
                (Ask::WaitUntil { .. }, _) => Spans::none(),
                (ask, Some(copy)) => recording.clip(&left_of(ask, copy, person)),
                (_, None) => return ReleaseReason::CopyMissing.at(ANSWERED),
            };
            if !left.is_empty() {
                return ReleaseReason::PromiseUnkept { left }.at(ANSWERED);
            }
        }
        Ok(())
    }
}

/// What a copy leaves of something it was to withhold.
fn left_of(ask: &Ask, copy: &ReleaseCopy, person: &Person) -> Spans {
    match ask {
        Ask::BlurMe => copy.still_seen(person),
        Ask::MuteMe => copy.still_heard(person),
        Ask::Cut { spans } => copy.not_withheld(spans, Some(RedactionKind::Cut)),
        Ask::WaitUntil { .. } => Spans::none(),
    }
}

/// A person is neither seen nor heard in the copy.
pub(crate) fn hidden(person: &Person, recording: &ReleaseRecording) -> Result<(), ReleaseReason> {
    let Some(copy) = &recording.copy else {
        return Err(ReleaseReason::CopyMissing);
    };
    let (seen, heard) = (
        recording.clip(&copy.still_seen(person)),
        recording.clip(&copy.still_heard(person)),
    );
    if seen.is_empty() && heard.is_empty() {
        return Ok(());
    }
    Err(ReleaseReason::StillShown { seen, heard })
}

/// Whether it is a court that stands in the way, which an exemption does not change.
const fn by_court(bar: &ReleaseBar) -> bool {
    matches!(
        bar.reason,
        ReleaseReason::ActionPending { .. } | ReleaseReason::Enjoined { .. }
    )
}

fn item(person: &Person, kind: NoticeKind) -> GateItem {
    GateItem::Notice {
        recording: person.recording.clone(),
        pseudonym: person.pseudonym.clone(),
        kind,
    }
}

fn promises(person: &Person, kind: NoticeKind) -> GateItem {
    GateItem::Promises {
        recording: person.recording.clone(),
        pseudonym: person.pseudonym.clone(),
        kind,
    }
}
