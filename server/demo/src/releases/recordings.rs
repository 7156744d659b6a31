//! Recordings, the people in them, and their legal status.

use jiff::{SignedDuration, ToSpan as _, civil::Date};
use law::{
    disclosure_order::OrderKind,
    person::{Person, Receiver},
    recording::{InactiveGround, LocationKind, Scene, StatusChange},
    request::Media,
    span::Spans,
};
use office::{
    Lang, OfficeResult, Refusal,
    desk::{OrderDesk as _, PeopleDesk as _, PublicDesk as _, RecordingDesk as _},
    forms::{Contact, Deletion, NewOrder, NewRecording, OrderAct, SceneForm, StatusForm, SubmissionKey},
};
use records::secret;

use super::{
    super::{YEAR, Year, chance::Random},
    BESIDE, DemoRelease, SECONDS,
};

impl Year {
    pub(super) fn recording(&self, case: &DemoRelease) -> NewRecording {
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

    pub(super) fn new_recording(&self, day: Date, hour: i8, place: String, division: Option<String>) -> NewRecording {
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
    pub(super) async fn register_others(&self) -> OfficeResult<()> {
        let by = &self.crew.custodians[0];
        self.clock.set(self.until - YEAR + SignedDuration::from_hours(1));
        let first = self.past.today();
        for one in 0..BESIDE {
            let mut chance = Random::of(self.seed ^ 0x00BE_51DE, one);
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
                    breach: false,
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

    pub(super) async fn log(&self, case: &DemoRelease) -> OfficeResult<()> {
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
            let id = self.past.log_person(&case.by, person.into()).await?;
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

    pub(super) async fn version(&self, case: &DemoRelease) -> OfficeResult<i64> {
        let recording = self.past.recording(&case.by, &case.recording).await?;
        Ok(recording.ok_or(Refusal::NotFound)?.version)
    }

    /// The recording opens as the request's footage did.
    pub(super) async fn open_footage(&self, case: &DemoRelease) -> OfficeResult<()> {
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
    pub(super) async fn court_opens(&self, case: &DemoRelease) -> OfficeResult<()> {
        let dated = self.past.today();
        let order = NewOrder {
            appeal_by: None,
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
            audience: case.audience(),
            terms: Vec::new(),
            document: None,
        };
        let id = self.past.enter_order(&case.by, order).await?;
        self.past
            .act_on_order(&self.crew.reviewer, &id, OrderAct::Verify, 1)
            .await
    }

    pub(super) async fn status(&self, case: &DemoRelease, change: StatusChange, reason: &str) -> OfficeResult<()> {
        let version = self.version(case).await?;
        let form = StatusForm {
            change,
            reason: reason.into(),
            version,
        };
        self.past.change_status(&case.by, &case.recording, form).await
    }
}
