//! The public library, a gate of its own behind the release gate.
//!
//! What was delivered to one person is not thereby for everybody. Into the library goes only what was asked for on the
//! public track (610.023), is open or was opened to the public by a court (610.100.2(4), 610.100.5), has no term of an order
//! against it, and shows nobody who was not told, or did not consent, that the public is to see it (610.100.8). Two people
//! decide; one is enough to take it out.

use serde::{Deserialize, Serialize};

use crate::{
    disclosure_order::{DisclosureOrder, OrderKind},
    notice::{Audience, Notice, NoticeKind, ReleaseBar, ReleaseReason},
    recording::{LocationKind, RecordingStatus},
    redaction::Sha256,
    release::{self, GateItem, GateLine, PersonShown, ReleaseFacts, ReleaseRecording, hidden, line},
    request::Track,
    request_state::Rules,
    span::Spans,
    viewing::{self, Viewing},
};

const ORDER: &str = "RSMo 610.100.5";

/// Everything that the gate of the library looks at, for one released file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicationFacts {
    /// On what right the request was made.
    pub track: Track,
    /// What the release gate looks at, of the one recording, with the newest copy of it and the notices on this request.
    pub release: ReleaseFacts,
    /// Whether the links of the release have stopped.
    pub stopped: bool,
    /// Whether the file released is not the newest copy.
    pub newer_copy: bool,
    /// Whether one person alone freed something of it, before two had to. What is in the library stays there on it.
    #[serde(default)]
    pub freed_by_one: bool,
    /// What became of family viewings, where the profile demands them for whoever died.
    #[serde(default)]
    pub viewing: Option<ViewingFacts>,
}

/// The family viewings of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewingFacts {
    /// Every offer, with the pseudonym of whom its notice is about.
    pub viewings: Vec<(String, Viewing)>,
}

impl ViewingFacts {
    /// The offers about one person, or all.
    fn about(&self, shown: Option<&str>) -> Vec<Viewing> {
        let about = self.viewings.iter();
        let about = about.filter(|(one, _)| shown.is_none_or(|shown| shown == one));
        about.map(|(_, viewing)| viewing.clone()).collect()
    }
}

/// A file that may go into the public library once a second person agrees. Only [`may_publish`] makes one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Publishable {
    recording: String,
    sha256: Sha256,
}

impl Publishable {
    /// The recording's id.
    pub fn recording(&self) -> &str {
        &self.recording
    }

    /// The hash of exactly the file.
    pub const fn sha256(&self) -> &Sha256 {
        &self.sha256
    }
}

/// The checklist of the library: the same lines in the same order for the same case, whatever their marks.
pub fn checklist(facts: &PublicationFacts, rules: Rules<'_>) -> Vec<GateLine> {
    let mut lines = facts.lasting_lines();
    lines.extend(facts.release.recordings.iter().map(|recording| {
        let found = if facts.freed_by_one {
            ReleaseReason::FreedByOne.at("RSMo 610.100")
        } else {
            Ok(())
        };
        let recording = recording.id.clone();
        line(GateItem::FreedByTwo { recording }, found)
    }));
    lines.extend(facts.viewing_line());
    // Warning, fee and the confirmation of terms are the requester's.
    let of_release = release::gate(&facts.release, rules).into_iter();
    lines.extend(of_release.filter(|line| !matches!(line.what, GateItem::Warning | GateItem::Fee | GateItem::Terms)));
    lines
}

/// The file that may be published, if every line of the checklist is free.
///
/// # Errors
/// Everything that stands in the way, in the order of the checklist.
pub fn may_publish(facts: &PublicationFacts, rules: Rules<'_>) -> Result<Publishable, Vec<ReleaseBar>> {
    let lines = checklist(facts, rules);
    let bars: Vec<ReleaseBar> = lines.iter().filter_map(GateLine::bar).cloned().collect();
    let file = facts.release.recordings.first().and_then(|recording| {
        Some(Publishable {
            recording: recording.id.clone(),
            sha256: recording.copy.as_ref()?.sha256.clone(),
        })
    });
    match file {
        Some(file) if bars.is_empty() => Ok(file),
        _ => Err(bars),
    }
}

/// Whether what is in the library may stay there on a day. Days and answers lie before a publication; whether the footage is
/// open to the public, what courts forbid, and whom people shown were told of, must hold as long as it is there.
///
/// # Errors
/// The first thing that no longer holds.
pub fn may_stay(facts: &PublicationFacts) -> Result<(), ReleaseBar> {
    let lines = facts.lasting_lines();
    match lines.iter().find_map(GateLine::bar) {
        Some(bar) => Err(bar.clone()),
        None => release::may_stay(&facts.release),
    }
}

/// Whether two people decide: whoever proposed lets nothing into the library.
///
/// # Errors
/// [`ReleaseReason::SamePerson`].
pub fn may_approve(proposed_by: &str, by: &str) -> Result<(), ReleaseBar> {
    if proposed_by == by {
        return ReleaseReason::SamePerson.at("RSMo 610.023");
    }
    Ok(())
}

/// Whether what is delivered on a request may ever become public: only what was asked for as anybody may ask (610.023).
///
/// # Errors
/// [`ReleaseReason::TrackNotPublic`], with the section on which it is delivered instead.
pub fn public_track(track: Track) -> Result<(), ReleaseBar> {
    let section = match track {
        Track::Public => return Ok(()),
        Track::Depicted => "RSMo 610.100.2(4)",
        Track::Civil => "RSMo 610.100.4",
        Track::Court => ORDER,
        Track::NextOfKin => "RSMo 610.205.1",
    };
    ReleaseReason::TrackNotPublic.at(section)
}

impl PublicationFacts {
    /// What must hold as long as the file is in the library.
    fn lasting_lines(&self) -> Vec<GateLine> {
        let mut lines = vec![
            line(GateItem::PublicTrack, public_track(self.track)),
            line(GateItem::Going, self.going()),
        ];
        for recording in &self.release.recordings {
            let id = || recording.id.clone();
            lines.push(line(GateItem::Cleared { recording: id() }, self.cleared(recording)));
            lines.push(line(GateItem::PublicTerms { recording: id() }, self.no_term(recording)));
        }
        for shown in &self.release.people {
            lines.extend(self.audience_lines(shown));
        }
        lines
    }

    /// Where the profile demands it, nobody who died is shown to the public before their own family was offered to see it. Where
    /// nobody of the people log died at the scene of a death, an offer to anybody shown there counts.
    fn viewing_line(&self) -> Option<GateLine> {
        let facts = self.viewing.as_ref()?;
        let recording = self.release.recordings.first()?;
        let dead = self.release.people.iter().filter(|one| one.person.deceased);
        let mut awaited: Vec<Option<&str>> = dead.map(|one| Some(one.person.pseudonym.as_str())).collect();
        if awaited.is_empty() && recording.scene.crime_scene_of_deceased {
            awaited.push(None);
        }
        if awaited.is_empty() {
            return None;
        }
        let mut found = awaited
            .into_iter()
            .map(|shown| viewing::before_publication(&facts.about(shown), self.release.today));
        let recording = recording.id.clone();
        Some(line(GateItem::Viewing { recording }, found.try_for_each(|one| one)))
    }

    fn going(&self) -> Result<(), ReleaseBar> {
        if self.stopped {
            return ReleaseReason::ReleaseStopped.at("RSMo 610.023");
        }
        if self.newer_copy {
            return ReleaseReason::NewerCopy.at("RSMo 610.100.3");
        }
        Ok(())
    }

    /// Open footage of a public place, or all that the copy shows opened to the public by orders in force. An order that opens
    /// it to who asked opens it to nobody else.
    fn cleared(&self, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        let open = matches!(recording.status, RecordingStatus::InactiveOpen { .. });
        let public_place = recording.scene.location == LocationKind::Public;
        if open && public_place {
            return Ok(());
        }
        let opens = |order: &&DisclosureOrder| {
            order.kind == OrderKind::Disclose
                && order.audience == Audience::Public
                && order.names(&recording.id)
                && order.in_force(self.release.today).is_ok()
        };
        let opened = self.release.orders.iter().filter(opens);
        let opened = opened
            .map(|order| order.spans(&recording.id, recording.length_ms))
            .fold(Spans::none(), |all, spans| all.union(&spans));
        let spans = recording.shown().subtract(&opened);
        if spans.is_empty() {
            return Ok(());
        }
        let section = if open { "RSMo 610.100.2(4)" } else { ORDER };
        ReleaseReason::NotClearedForPublic { spans }.at(section)
    }

    /// No order in effect, verified or not, says when, where, how or to whom it is shown.
    fn no_term(&self, recording: &ReleaseRecording) -> Result<(), ReleaseBar> {
        let orders = self.release.orders.iter();
        let heeded = orders.filter(|order| order.names(&recording.id) && order.terms_heeded(self.release.today));
        let mut terms = heeded.flat_map(|order| &order.terms).map(|term| term.kind);
        match terms.find(|kind| kind.bars_public()) {
            Some(term) => ReleaseReason::TermAgainstPublic { term }.at("RSMo 610.100.5(5)"),
            None => Ok(()),
        }
    }

    /// Whoever the copy still shows was told of the public in every notice that they had, and needs one.
    fn audience_lines(&self, shown: &PersonShown) -> Vec<GateLine> {
        let person = &shown.person;
        let here = self.release.recordings.iter().find(|one| one.id == person.recording);
        let Some(recording) = here.filter(|recording| hidden(person, recording).is_err()) else {
            return Vec::new();
        };
        let mut lines = Vec::new();
        for kind in NoticeKind::ALL {
            let notices = || shown.notices.iter().filter(move |notice| notice.kind == kind);
            if person.police_affiliated && kind != NoticeKind::NextOfKin {
                continue;
            }
            let needed = kind.required(person, recording.scene);
            // One that is not asked for counts once it was sent.
            let told = if needed {
                notices().next().is_some() && notices().all(Notice::told_of_public)
            } else {
                notices().all(|notice| !notice.was_sent() || notice.told_of_public())
            };
            if needed || !told {
                let what = GateItem::Audience {
                    recording: recording.id.clone(),
                    pseudonym: person.pseudonym.clone(),
                    kind,
                };
                let found = if told {
                    Ok(())
                } else {
                    ReleaseReason::PublicNotTold.at(kind.section())
                };
                lines.push(line(what, found));
            }
        }
        lines
    }
}
