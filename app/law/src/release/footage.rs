//! The gate's lines about recordings: status, orders, copy, approval.

use std::collections::HashSet;

use super::{GateItem, GateLine, ReleaseFacts, ReleaseRecording, line};
use crate::{
    disclosure_order::{DisclosureOrder, OrderKind},
    notice::{NoticeKind, ReleaseBar, ReleaseReason},
    recording::RecordingStatus,
    redaction::ReleaseCopy,
    span::Spans,
};

const ORDER: &str = "RSMo 610.100.5";

impl ReleaseFacts {
    /// Something is chosen, nothing stands in the case twice, and nobody belongs elsewhere.
    pub(super) fn chosen(&self) -> Result<(), ReleaseBar> {
        if self.recordings.is_empty() {
            return ReleaseReason::NothingChosen.at("RSMo 610.023");
        }
        let mut recordings = HashSet::new();
        let mut people = HashSet::new();
        let once = self.recordings.iter().all(|recording| recordings.insert(&recording.id));
        let belongs = self.people.iter().all(|shown| {
            let person = &shown.person;
            recordings.contains(&person.recording) && people.insert((&person.recording, &person.pseudonym))
        });
        if once && belongs {
            return Ok(());
        }
        ReleaseReason::Mismatched.at("RSMo 610.100.8")
    }

    pub(super) fn recording_lines(&self, recording: &ReleaseRecording) -> Vec<GateLine> {
        let id = || recording.id.clone();
        let mut lines = vec![
            line(GateItem::Footage { recording: id() }, self.open(recording)),
            line(GateItem::PeopleLog { recording: id() }, recording.logged()),
            line(GateItem::Restraints { recording: id() }, self.unrestrained(recording)),
            line(GateItem::Copy { recording: id() }, recording.copied()),
            line(GateItem::Approval { recording: id() }, recording.approved()),
        ];
        if recording.scene.crime_scene_of_deceased {
            lines.push(line(GateItem::NextOfKin { recording: id() }, self.kin_known(recording)));
        }
        lines
    }

    /// What went out may stay out, as far as statute and courts go: each recording is open, or orders in
    /// force open what its copy shows, and no court forbids any of it. Days and answers lie before a
    /// release; what comes after it is the court's, or the status's.
    pub(super) fn stays_open(&self) -> Result<(), ReleaseBar> {
        for recording in &self.recordings {
            self.open(recording)?;
            self.unrestrained(recording)?;
        }
        self.unenjoined()
    }

    /// The footage is open by statute, or orders in force open all that the copy shows. A status
    /// that rests on an order lasts no longer than the order.
    fn open(&self, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        if matches!(recording.status, RecordingStatus::InactiveOpen { .. }) {
            return Ok(());
        }
        let orders: Vec<&DisclosureOrder> = self.disclosing(recording).collect();
        let in_force = || orders.iter().filter(|order| order.in_force(self.today).is_ok());
        if in_force().next().is_none() {
            return Err(self.unopened(recording, &orders));
        }
        let opened = in_force()
            .map(|order| order.spans(&recording.id, recording.length_ms))
            .fold(Spans::none(), |all, spans| all.union(&spans));
        let spans = recording.shown().subtract(&opened);
        if spans.is_empty() {
            return Ok(());
        }
        ReleaseReason::OutsideOrder { spans }.at(ORDER)
    }

    /// Why no order opens it: what the last one lacks, or why the footage is closed.
    fn unopened(&self, recording: &ReleaseRecording, orders: &[&DisclosureOrder]) -> ReleaseBar {
        if let Some(Err(lacking)) = orders.last().map(|order| order.in_force(self.today)) {
            return lacking;
        }
        match recording.status.releasable() {
            Err(closed) => ReleaseBar {
                reason: ReleaseReason::FootageClosed { closed: closed.reason },
                section: closed.section,
            },
            Ok(()) => ReleaseBar {
                reason: ReleaseReason::OrderMissing,
                section: crate::bar::Section::of(ORDER),
            },
        }
    }

    /// Orders that disclose a recording, verified or not.
    fn disclosing(&self, recording: &ReleaseRecording) -> impl Iterator<Item = &DisclosureOrder> {
        let discloses = |order: &&DisclosureOrder| order.kind == OrderKind::Disclose && order.names(&recording.id);
        self.orders.iter().filter(discloses)
    }

    /// What orders close or enjoin is not shown, and what they hide is hidden. They are heeded even
    /// before they are verified.
    fn unrestrained(&self, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        let heeded = |order: &&DisclosureOrder| order.heeded(self.today) && order.names(&recording.id);
        for order in self.orders.iter().filter(heeded) {
            match order.kind {
                OrderKind::Close | OrderKind::Enjoin => {
                    let forbidden = order.spans(&recording.id, recording.length_ms);
                    let spans = recording.shown().intersect(&forbidden);
                    refuse(order, spans, |spans| ReleaseReason::SpansRestrained { spans })?;
                }
                OrderKind::Redact => {
                    let spans = unhidden(order, recording);
                    refuse(order, spans, |spans| ReleaseReason::OrderedRedactionMissing { spans })?;
                }
                OrderKind::Disclose | OrderKind::Preserve | OrderKind::Refuse => {}
            }
        }
        Ok(())
    }

    /// Somebody deceased is in the people log, with a notice to next of kin (610.205.3).
    fn kin_known(&self, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        let kind = NoticeKind::NextOfKin;
        let known = self.people.iter().any(|shown| {
            let here = shown.person.recording == recording.id && shown.person.deceased;
            here && shown.notices.iter().any(|notice| notice.kind == kind)
        });
        if known {
            return Ok(());
        }
        ReleaseReason::NoticeMissing.at(kind.section())
    }

    /// Orders relied on that set terms (610.100.5(5)).
    pub(super) fn on_terms(&self) -> impl Iterator<Item = &DisclosureOrder> {
        let closed = |recording: &&ReleaseRecording| !matches!(recording.status, RecordingStatus::InactiveOpen { .. });
        let relied = self.recordings.iter().filter(closed);
        let orders = relied.flat_map(|recording| self.disclosing(recording));
        orders.filter(|order| order.heeded(self.today) && !order.terms.is_empty())
    }

    /// Their terms are confirmed, if there are any: each order's, for a later order has its own.
    pub(super) fn terms(&self) -> Option<Result<(), ReleaseBar>> {
        self.on_terms().next()?;
        if self.on_terms().all(|order| self.terms_confirmed.contains(&order.id)) {
            return Some(Ok(()));
        }
        Some(ReleaseReason::TermsUnconfirmed.at("RSMo 610.100.5(5)"))
    }
}

/// Refuses if anything is left; an order not verified yet is named as such.
fn refuse(
    order: &DisclosureOrder,
    spans: Spans,
    reason: impl FnOnce(Spans) -> ReleaseReason,
) -> Result<(), ReleaseBar> {
    match (spans.is_empty(), &order.verified_by) {
        (true, _) => Ok(()),
        (false, None) => ReleaseReason::OrderNotVerified.at(ORDER),
        (false, Some(_)) => reason(spans).at(ORDER),
    }
}

/// What an order hides and the copy does not.
fn unhidden(order: &DisclosureOrder, recording: &ReleaseRecording) -> Spans {
    let here = order.scope.iter().filter(|scope| scope.recording == recording.id);
    here.map(|scope| {
        let spans = scope.within(recording.length_ms);
        match &recording.copy {
            Some(copy) => copy.not_withheld(&spans, scope.hide),
            None => spans,
        }
    })
    .fold(Spans::none(), |all, spans| all.union(&spans))
}

impl ReleaseRecording {
    /// What of it is to be shown: all of it, as long as there is no copy.
    pub(crate) fn shown(&self) -> Spans {
        match &self.copy {
            Some(copy) => copy.shown(self.length_ms),
            None => Spans::whole(self.length_ms),
        }
    }

    /// What of some spans lies within it.
    pub(super) fn clip(&self, spans: &Spans) -> Spans {
        spans.intersect(&Spans::whole(self.length_ms))
    }

    fn logged(&self) -> Result<(), ReleaseBar> {
        if self.people_logged {
            return Ok(());
        }
        ReleaseReason::PeopleLogOpen.at("RSMo 610.100.8")
    }

    fn copied(&self) -> Result<(), ReleaseBar> {
        self.copy_or_bar()?.sound(self.length_ms)
    }

    fn approved(&self) -> Result<(), ReleaseBar> {
        self.copy_or_bar()?.approved()
    }

    fn copy_or_bar(&self) -> Result<&ReleaseCopy, ReleaseBar> {
        match &self.copy {
            Some(copy) => Ok(copy),
            None => ReleaseReason::CopyMissing.at("RSMo 610.100.3"),
        }
    }
}
