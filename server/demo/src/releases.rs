//! The second half of the fictional year: recordings, the people in them, notices, objections, copies,
//! releases. Every case has a plan; the days of all plans are lived in order, so that the audit log's
//! days never run backwards.

use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date};
use law::{
    disclosure_order::OrderKind,
    notice::{Channel, NoticeKind, ProofKind, Receipt},
    objection::{Answer as Reply, Ask, Ground, Relief},
    person::{Person, Receiver},
    recording::{InactiveGround, LocationKind, Scene, StatusChange},
    redaction::RedactionKind,
    request::{Act, Media, Stage},
    span::{Span, Spans},
};
use office::{
    Answer, Lang, Refusal, TrackingNumber,
    desk::{NoticeDesk as _, OrderDesk as _, PeopleDesk as _, PublicDesk as _, RecordingDesk as _, ReleaseDesk as _},
    forms::{
        Contact, Deletion, FileKind, Filing, NewObjection, NewOrder, NewRecording, NewRedaction, NoticeAct, OrderAct,
        Publication, SceneForm, StatusForm, SubmissionKey,
    },
    permission::Custodian,
    views::{NoticeLine, Staff},
};

use records::{
    fault::Fault,
    office::{Change, Principal},
    secret,
};

use super::{
    Year,
    chance::Chance,
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
pub(super) struct Ripe {
    pub number: TrackingNumber,
    pub filing: Filing,
    /// When something last happened on it.
    pub at: Timestamp,
    pub custodian: usize,
    pub ordered: bool,
}

/// A case on its way.
struct Case {
    ripe: Ripe,
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
    pub(super) async fn release(&self, mut ripe: Vec<Ripe>, videos: &[PathBuf]) -> Answer<()> {
        self.register_others().await?;
        ripe.truncate(MOST);
        let mut cases: Vec<Case> = ripe
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

    fn case(&self, place: usize, ripe: Ripe, videos: &[PathBuf]) -> Case {
        let mut chance = Chance::of(self.seed ^ 0xD1CE, u32::try_from(place).unwrap_or_default());
        Case {
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
    fn calendar(&self, cases: &[Case]) -> Vec<(Timestamp, usize, PlannedAct)> {
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

    async fn planned_act(&self, case: &mut Case, planned_act: PlannedAct) -> Answer<()> {
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
                office.send_all(by, number, Channel::CertifiedMail).await.map(|_| ())
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
                self.each(case, &NoticeAct::Receive { receipt }).await
            }
            PlannedAct::Object => self.object(case).await,
            PlannedAct::Reply => self.reply(case).await,
            PlannedAct::Clear => {
                let checked = office.today();
                self.each(case, &NoticeAct::Clear { checked }).await
            }
            PlannedAct::Release => office.release(by, number).await,
            PlannedAct::Publish => self.publish(case).await,
            PlannedAct::Reclose => {
                let change = StatusChange::Reclose { since: office.today() };
                self.status(case, change, "The case ended in an acquittal.").await
            }
        }
    }

    fn recording(&self, case: &Case) -> NewRecording {
        let asked = &case.ripe.filing.asked;
        let hour: i8 = asked
            .time_from
            .as_deref()
            .and_then(|time| time.get(..2)?.parse().ok())
            .unwrap_or(12);
        NewRecording {
            source_id: case.source.clone(),
            camera: case.ripe.filing.media.first().copied().unwrap_or(Media::BodyWorn),
            ..self.new_recording(
                asked.incident_date,
                hour,
                asked.place.clone(),
                case.ripe.filing.division.clone(),
            )
        }
    }

    fn new_recording(&self, day: Date, hour: i8, place: String, division: Option<String>) -> NewRecording {
        let zone = self.past.profile().time_zone();
        let started = zone.to_timestamp(day.at(hour, 12, 0, 0)).unwrap_or(self.until);
        let ended = started + SignedDuration::from_secs(SECONDS);
        NewRecording {
            source_id: String::new(),
            camera: Media::BodyWorn,
            officer: "Officer Sample".into(),
            division,
            unit: None,
            started_at: started,
            ended_at: ended,
            uploaded_at: Some(ended + SignedDuration::from_hours(6)),
            place,
            incident_number: None,
            category: Some("non_evidence".into()),
            location: LocationKind::Public,
        }
    }

    /// Recordings that nobody asked about; the oldest are deleted by the rule, where nothing holds them.
    async fn register_others(&self) -> Answer<()> {
        let by = &self.crew.custodians[0];
        self.clock.set(self.until - super::YEAR + SignedDuration::from_hours(1));
        let first = self.past.today();
        for one in 0..BESIDE {
            let mut chance = Chance::of(self.seed ^ 0x00BE_51DE, one);
            let before = i64::from(1 + chance.below(300));
            let day = first.checked_sub(before.days()).unwrap_or(first);
            let hour = i8::try_from(chance.below(23)).unwrap_or_default();
            let new = NewRecording {
                source_id: format!("EX-B{one:03}"),
                ..self.new_recording(day, hour, "Corner of Example Avenue and 12th Street".into(), None)
            };
            let id = self.past.register(by, new).await?;
            if before > 185 {
                let deletion = Deletion {
                    on: first,
                    rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
                    version: 1,
                };
                match self.past.record_deletion(by, &id, deletion).await {
                    Ok(()) | Err(Refusal::MustBeRetained { .. }) => {}
                    Err(other) => return Err(other),
                }
            }
        }
        Ok(())
    }

    async fn log(&self, case: &Case) -> Answer<()> {
        let spans = |text: &str| Spans::parse(text).unwrap_or_default();
        let seen = ["0:02-0:12", "0:08-0:20", "0:15-0:28"];
        for place in 0..case.people {
            let person = Person {
                pseudonym: format!("Person {}", char::from(b'A' + u8::try_from(place).unwrap_or_default())),
                recording: case.recording.clone(),
                seen: spans(seen[usize::try_from(place).unwrap_or_default() % seen.len()]),
                heard: Spans::none(),
                police_affiliated: false,
                minor: false,
                incapacitated: false,
                deceased: false,
            };
            let id = self.past.log_person(&case.by, person).await?;
            let contact = Contact {
                receiver: Receiver::Person,
                name: format!(
                    "Fictional {}",
                    char::from(b'A' + u8::try_from(place).unwrap_or_default())
                ),
                postal_address: format!("{} Example Street\nKansas City, MO 64106", 100 + place),
                email: None,
                email_agreed_on: None,
                phone: String::new(),
                language: if place == 1 { Lang::Es } else { Lang::En },
                safe_contact: String::new(),
            };
            self.past.keep_contact(&case.by, &id, contact).await?;
        }
        let version = self.version(case).await?;
        let scene = SceneForm {
            scene: Scene {
                location: LocationKind::Public,
                crime_scene_of_deceased: false,
            },
            people_logged: true,
            version,
        };
        self.past.judge(&case.by, &case.recording, scene).await
    }

    async fn version(&self, case: &Case) -> Answer<i64> {
        let recording = self.past.recording(&case.by, &case.recording).await?;
        Ok(recording.ok_or(Refusal::NotFound)?.version)
    }

    /// The recording opens as the request's footage did.
    async fn open_footage(&self, case: &Case) -> Answer<()> {
        let today = self.past.today();
        if case.ripe.ordered {
            return self.court_opens(case).await;
        }
        let change = StatusChange::Inactive {
            ground: InactiveGround::NotPursued,
            since: today,
        };
        self.status(case, change, "As on the request.").await
    }

    /// The court's order, entered by one person and verified by another.
    async fn court_opens(&self, case: &Case) -> Answer<()> {
        let dated = self.past.today();
        let order = NewOrder {
            key: SubmissionKey::parse(&secret::key()).ok_or(Refusal::NotFound)?,
            kind: OrderKind::Disclose,
            court: "Circuit Court of Example County".into(),
            case_number: "26EX-CV00001".into(),
            judge: "Judge Sample".into(),
            dated,
            effective: dated,
            last_day: None,
            number: Some(case.ripe.number.clone()),
            scope: vec![(case.source.clone(), None)],
            hide: None,
            excused: Vec::new(),
            terms: Vec::new(),
            document: None,
        };
        let id = self.past.enter_order(&case.by, order).await?;
        self.past
            .act_on_order(&self.crew.reviewer, &id, OrderAct::Verify, 1)
            .await
    }

    async fn status(&self, case: &Case, change: StatusChange, reason: &str) -> Answer<()> {
        let version = self.version(case).await?;
        let form = StatusForm {
            change,
            reason: reason.into(),
            version,
        };
        self.past.change_status(&case.by, &case.recording, form).await
    }

    /// An act on the request itself.
    async fn act(&self, case: &Case, act: Act) -> Answer<()> {
        let by = Principal::Staff(Staff::clone(&case.by));
        self.past.change(Change::new(case.ripe.number.clone(), by, act)).await
    }

    /// A copy with its redaction list: a number plate, if one is shown, and the person who asked for it.
    async fn send_copy(&self, case: &Case, of: &str) -> Answer<()> {
        let video = case.video.as_ref().ok_or(Refusal::NotFound)?;
        let (_, at) = self.past.arrival().await?;
        tokio::fs::copy(video, &at).await.map_err(Fault::from)?;
        let name = format!("{}-copy.mp4", case.source);
        let kept = self
            .past
            .keep_file(&case.by, &case.recording, FileKind::Copy, at.clone(), name)
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

    async fn approve(&self, case: &Case) -> Answer<()> {
        let reviewer = &self.crew.reviewer;
        let files = self.past.files(reviewer, &case.recording).await?;
        let files = files.ok_or(Refusal::NotFound)?;
        let copy = files.copies.first().ok_or(Refusal::NotFound)?;
        self.past
            .approve(reviewer, &copy.id, &copy.copy.sha256, copy.version)
            .await
    }

    async fn notices(&self, case: &Case) -> Answer<Vec<NoticeLine>> {
        let release = self.past.release_view(&case.by, &case.ripe.number).await?;
        Ok(release.ok_or(Refusal::NotFound)?.notices)
    }

    /// The same act on every notice of a case.
    async fn each(&self, case: &Case, act: &NoticeAct) -> Answer<()> {
        for line in self.notices(case).await? {
            self.on_notice(case, &line, act.clone()).await?;
        }
        Ok(())
    }

    async fn on_notice(&self, case: &Case, line: &NoticeLine, act: NoticeAct) -> Answer<()> {
        let notice = self.past.notice(&case.by, &line.id).await?.ok_or(Refusal::NotFound)?;
        self.past.act_on_notice(&case.by, &line.id, act, notice.version).await
    }

    /// Person A objects on paper, which a custodian keys.
    async fn object(&self, case: &Case) -> Answer<()> {
        let lines = self.notices(case).await?;
        let line = lines.iter().find(|line| line.kind == NoticeKind::AgencyPolicy);
        let line = line.ok_or(Refusal::NotFound)?;
        let relief = match case.plan {
            Plan::Blurred => Relief::Part {
                asks: vec![Ask::BlurMe],
            },
            _ => Relief::Whole,
        };
        let key = SubmissionKey::parse(&secret::key()).ok_or(Refusal::NotFound)?;
        let objection = NewObjection {
            key,
            capacity: Receiver::Person,
            relief,
            grounds: vec![Ground::Privacy],
            words: "I was only walking past.".into(),
            reply: String::new(),
            lang: Lang::En,
            court: None,
            papers: Vec::new(),
        };
        let act = NoticeAct::Object {
            on: self.past.today(),
            objection: Box::new(objection),
        };
        self.on_notice(case, line, act).await
    }

    async fn reply(&self, case: &Case) -> Answer<()> {
        let on = self.past.today();
        let lines = self.notices(case).await?;
        let line = lines.iter().find(|line| line.unanswered > 0).ok_or(Refusal::NotFound)?;
        let notice = self.past.notice(&case.by, &line.id).await?.ok_or(Refusal::NotFound)?;
        let open = notice.objections.iter().find(|view| view.objection.answer.is_none());
        let objection = open.ok_or(Refusal::NotFound)?.objection.id.clone();
        let answer = match case.plan {
            Plan::Blurred => Reply::SettledByRedaction {
                on,
                asks: vec![Ask::BlurMe],
            },
            Plan::Granted => Reply::Accepted { on },
            _ => Reply::Overruled {
                on,
                reasons: "The recording was made on a public street, and nobody can be recognized.".into(),
            },
        };
        self.on_notice(case, line, NoticeAct::Answer { objection, answer })
            .await?;
        if case.plan == Plan::Blurred {
            self.send_copy(case, &line.pseudonym).await?;
            self.approve(case).await?;
        }
        Ok(())
    }

    async fn publish(&self, case: &Case) -> Answer<()> {
        let release = self.past.release_view(&case.by, &case.ripe.number).await?;
        let release = release.ok_or(Refusal::NotFound)?;
        let one = release.released.first().ok_or(Refusal::NotFound)?;
        let publication = Publication {
            title: format!("Fictional: {}", case.ripe.filing.asked.place),
            warning: "A test picture and a tone; no person is shown.".into(),
        };
        let number = &case.ripe.number;
        self.past.publish_release(&case.by, number, &one.id, publication).await
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
