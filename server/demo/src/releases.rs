//! The second half of the fictional year: recordings, the people in them, notices, objections, copies,
//! releases. Every case has a plan; the days of all plans are lived in order, so that the audit log's
//! days never run backwards.

mod notices;
mod recordings;

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use law::{
    notice::{Audience, Channel, ProofKind, Receipt},
    recording::StatusChange,
    redaction::RedactionKind,
    request::{Act, Stage, Track},
    span::Span,
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::{NoticeDesk as _, PublicDesk as _, RecordingDesk as _, ReleaseDesk as _},
    forms::{FileKind, Filing, NewFile, NewRedaction, NoticeAct, Publication},
    permission::Custodian,
    views::Staff,
};
use records::{
    fault::Fault,
    office::{Change, Principal},
};

use super::{
    Year,
    chance::Random,
    plans::{PLANS, Plan, PlannedAct, planned_acts},
    scripts::weekend,
};

/// How long a fictional recording is, in seconds; the made-up video is a little shorter.
const SECONDS: i64 = 40;

/// At most so many requests come to a release.
const MOST: usize = 120;

/// Recordings that nobody asked about, some of them deleted by the rule.
const BESIDE: u32 = 60;

/// A request whose footage may leave.
#[derive(Clone, Debug)]
pub(super) struct ReleasableRequest {
    pub number: TrackingNumber,
    pub filing: Filing,
    /// When something last happened on it.
    pub at: Timestamp,
    pub custodian: usize,
    pub ordered: bool,
}

/// A case on its way.
struct DemoRelease {
    ripe: ReleasableRequest,
    plan: Plan,
    by: Custodian,
    source: String,
    recording: String,
    video: Option<PathBuf>,
    people: u32,
    /// Nothing more happens on it: the law, or the want of a video, stands in the way.
    ended: bool,
}

impl Year {
    /// Lets the footage of ripe requests leave, as far as the year goes. Without videos every case ends before its copy.
    pub(super) async fn release(&self, mut ripe: Vec<ReleasableRequest>, videos: &[PathBuf]) -> OfficeResult<()> {
        self.register_others().await?;
        ripe.truncate(MOST);
        let mut cases: Vec<DemoRelease> = ripe
            .into_iter()
            .enumerate()
            .map(|(place, ripe)| self.case(place, ripe, videos))
            .collect();
        for (at, place, planned_act) in self.calendar(&cases) {
            let case = &mut cases[place];
            if case.ended {
                continue;
            }
            self.clock.set(at);
            match self.planned_act(case, planned_act).await {
                Ok(()) => {}
                Err(Refusal::Unavailable { incident }) => return Err(Refusal::Unavailable { incident }),
                Err(_) => case.ended = true,
            }
        }
        self.clock.set(self.until);
        Ok(())
    }

    fn case(&self, place: usize, ripe: ReleasableRequest, videos: &[PathBuf]) -> DemoRelease {
        let mut chance = Random::of(self.seed ^ 0xD1CE, u32::try_from(place).unwrap_or_default());
        DemoRelease {
            plan: PLANS[place % PLANS.len()],
            by: self.crew.custodians[ripe.custodian % 2].clone(),
            source: format!("EX-{:04}", place + 1),
            recording: String::new(),
            video: (!videos.is_empty()).then(|| videos[place % videos.len()].clone()),
            people: 1 + chance.below(3),
            ended: false,
            ripe,
        }
    }

    /// Everything planned in every case that comes before now, in the order of their days.
    fn calendar(&self, cases: &[DemoRelease]) -> Vec<(Timestamp, usize, PlannedAct)> {
        let mut all = Vec::new();
        for (place, case) in cases.iter().enumerate() {
            let mut at = case.ripe.at + SignedDuration::from_mins(5 * i64::try_from(place).unwrap_or_default());
            for (days, planned_act) in planned_acts(case.plan) {
                at += SignedDuration::from_hours(24 * i64::from(days));
                while weekend(self.past.profile().local_day(at)) {
                    at += SignedDuration::from_hours(24);
                }
                at += SignedDuration::from_secs(1);
                all.push((at, place, planned_act));
            }
        }
        all.retain(|(at, ..)| *at < self.until);
        all.sort_by_key(|(at, ..)| *at);
        all
    }

    async fn planned_act(&self, case: &mut DemoRelease, planned_act: PlannedAct) -> OfficeResult<()> {
        let (office, by, number) = (&self.past, &case.by, &case.ripe.number);
        match planned_act {
            PlannedAct::Register => {
                case.recording = office.register(by, self.recording(case)).await?;
                office.link(by, &case.recording, number).await
            }
            PlannedAct::Log => self.log(case).await,
            PlannedAct::OpenFootage => self.open_footage(case).await,
            PlannedAct::Redacting => self.act(case, Act::StartRedaction).await,
            PlannedAct::Copy => self.send_copy(case, "").await,
            PlannedAct::Approve => self.approve(case).await,
            PlannedAct::Send => {
                office.open_notices(by, number).await?;
                let channel = Channel::CertifiedMail;
                office.send_all(by, number, channel, case.audience()).await.map(|_| ())
            }
            PlannedAct::Return => {
                let on = office.today();
                self.each(case, &NoticeAct::Return { on }).await
            }
            PlannedAct::Receive => {
                let receipt = Receipt {
                    on: office.today(),
                    proof: ProofKind::CertifiedMail,
                };
                self.each(
                    case,
                    &NoticeAct::Receive {
                        receipt,
                        papers: Vec::new(),
                    },
                )
                .await
            }
            PlannedAct::Object => self.object(case).await,
            PlannedAct::Reply => self.reply(case).await,
            PlannedAct::Clear => {
                let checked = office.today();
                self.each(case, &NoticeAct::Clear { checked }).await
            }
            PlannedAct::Release => office.release(by, number, Vec::new()).await,
            PlannedAct::Propose => self.propose(case).await,
            PlannedAct::Publish => self.publish(case).await,
            PlannedAct::Reclose => {
                let change = StatusChange::Reclose { since: office.today() };
                self.status(case, change, "The case ended in an acquittal.").await
            }
        }
    }

    /// An act on the request itself.
    async fn act(&self, case: &DemoRelease, act: Act) -> OfficeResult<()> {
        let by = Principal::Staff(Staff::clone(&case.by));
        self.past.change(Change::new(case.ripe.number.clone(), by, act)).await
    }

    /// A copy with its redaction list: a number plate, if one is shown, and the person who asked for it.
    async fn send_copy(&self, case: &DemoRelease, of: &str) -> OfficeResult<()> {
        let video = case.video.as_ref().ok_or(Refusal::NotFound)?;
        let (_, at) = self.past.arrival().await?;
        tokio::fs::copy(video, &at).await.map_err(Fault::from)?;
        let name = format!("{}-copy.mp4", case.source);
        let kept = self
            .past
            .keep_file(&case.by, &case.recording, NewFile::of(FileKind::Copy, at.clone(), name))
            .await;
        tokio::fs::remove_file(&at).await.map_err(Fault::from)?;
        kept?;
        let files = self.past.files(&case.by, &case.recording).await?;
        let files = files.ok_or(Refusal::NotFound)?;
        let copy = files.copies.first().ok_or(Refusal::NotFound)?;
        let line = |span: &str, of: Option<String>| {
            let span = Span::parse(span).ok()?;
            Some(NewRedaction {
                kind: RedactionKind::Blur,
                span,
                of,
                citation: law::bar::Section::of("RSMo 610.100.3"),
            })
        };
        let plate = line("0:22-0:25", None).filter(|_| case.plan != Plan::Quiet);
        let mut list: Vec<NewRedaction> = plate.into_iter().collect();
        if !of.is_empty() {
            list.extend(line("0:02-0:12", Some(of.to_owned())));
        }
        self.past.redact(&case.by, &copy.id, list, copy.version).await
    }

    async fn approve(&self, case: &DemoRelease) -> OfficeResult<()> {
        let reviewer = &self.crew.reviewer;
        let files = self.past.files(reviewer, &case.recording).await?;
        let files = files.ok_or(Refusal::NotFound)?;
        let copy = files.copies.first().ok_or(Refusal::NotFound)?;
        self.past
            .approve(reviewer, &copy.id, &copy.copy.sha256, copy.version)
            .await
    }

    /// A custodian proposes it for the library. What the law keeps out stays out, and the case goes on.
    async fn propose(&self, case: &DemoRelease) -> OfficeResult<()> {
        let release = self.past.release_view(&case.by, &case.ripe.number).await?;
        let release = release.ok_or(Refusal::NotFound)?;
        let one = release.released.first().ok_or(Refusal::NotFound)?;
        let publication = Publication {
            title: format!("Fictional: {}", case.ripe.filing.asked.place),
            warning: "A test picture and a tone; no person is shown.".into(),
        };
        let number = &case.ripe.number;
        let proposed = self.past.propose_publication(&case.by, number, &one.id, publication);
        unless_barred(proposed.await)
    }

    /// Another person approves it.
    async fn publish(&self, case: &DemoRelease) -> OfficeResult<()> {
        let (reviewer, number) = (&self.crew.reviewer, &case.ripe.number);
        let release = self.past.release_view(reviewer, number).await?;
        let release = release.ok_or(Refusal::NotFound)?;
        let waiting = release.publications.iter().find_map(|one| one.waiting.as_ref());
        let Some(waiting) = waiting else {
            return Ok(());
        };
        unless_barred(self.past.approve_publication(reviewer, number, &waiting.id).await)
    }
}

impl DemoRelease {
    /// To whom its notices say that the video is to be shown.
    fn audience(&self) -> Audience {
        if self.ripe.filing.track == Track::Public {
            Audience::Public
        } else {
            Audience::Requester
        }
    }
}

fn unless_barred(done: OfficeResult<()>) -> OfficeResult<()> {
    match done {
        Err(Refusal::Stopped { .. }) => Ok(()),
        other => other,
    }
}

/// Whether a request's footage may leave: open, or opened by a court.
pub(super) fn is_ripe(stage: Stage, footage: &law::recording::RecordingStatus) -> Option<bool> {
    use law::recording::StatusKind;
    match (stage, footage.kind()) {
        (Stage::UnderReview, StatusKind::InactiveOpen) => Some(false),
        (Stage::Ordered, _) => Some(true),
        _ => None,
    }
}
