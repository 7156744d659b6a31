//! Recordings: one by hand, many by CSV, a change of status, a deletion.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use law::{
    Date,
    recording::{InactiveGround, LocationKind, Scene, StatusChange, StatusChangeKind},
    request::Media,
};
use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem, TrackingNumber, problem::RecordingProblem};

/// Columns of the recordings CSV, in their order.
pub const RECORDING_COLUMNS: [&str; 11] = [
    "source_id",
    "camera",
    "officer",
    "division",
    "started_at",
    "ended_at",
    "uploaded_at",
    "place",
    "incident_number",
    "category",
    "location_kind",
];

/// Longest recording in hours.
const LONGEST_HOURS: i64 = 100;

/// A line of the recordings CSV, or the form at `/staff/recordings/new`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the columns of the file")]
pub struct RecordingForm {
    pub source_id: String,
    pub camera: String,
    pub officer: String,
    pub division: String,
    pub started_at: String,
    pub ended_at: String,
    pub uploaded_at: String,
    pub place: String,
    pub incident_number: String,
    pub category: String,
    pub location_kind: String,
}

echo!(RecordingForm {
    source_id,
    camera,
    officer,
    division,
    started_at,
    ended_at,
    uploaded_at,
    place,
    incident_number,
    category,
    location_kind
});

/// A recording that can be registered. Instants are microseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the columns of the file")]
pub struct NewRecording {
    pub source_id: String,
    pub camera: Media,
    pub officer: String,
    /// Key of a division of the profile.
    pub division: Option<String>,
    /// The unit as the evidence system writes it.
    pub unit: Option<String>,
    pub started_at: Timestamp,
    pub ended_at: Timestamp,
    pub uploaded_at: Option<Timestamp>,
    pub place: String,
    pub incident_number: Option<String>,
    /// None: unclassified, and never on a deletion list.
    pub category: Option<String>,
    pub location: LocationKind,
}

/// What the check must know of the world.
#[derive(Clone, Debug)]
pub struct RecordingContext {
    /// Now.
    pub now: Timestamp,
    /// The agency's time zone, for times typed by hand.
    pub zone: TimeZone,
    /// Keys and names of the divisions.
    pub divisions: Vec<(String, String)>,
}

impl RecordingForm {
    /// Reads a line.
    ///
    /// # Errors
    /// Every problem, in the order of the columns.
    pub fn check(&self, context: &RecordingContext) -> Result<NewRecording, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        for (name, typed) in [
            ("source_id", &self.source_id),
            ("officer", &self.officer),
            ("division", &self.division),
            ("incident_number", &self.incident_number),
            ("category", &self.category),
        ] {
            if changed_by_spreadsheet(typed) {
                e.add(
                    name,
                    RecordingProblem::ChangedBySpreadsheet {
                        value: typed.trim().to_owned(),
                    },
                );
            }
        }
        let source_id = field::line(e, "source_id", &self.source_id, 120);
        if source_id.is_empty() {
            e.add("source_id", Problem::Missing);
        }
        let camera = known_word(e, "camera", &self.camera, media, &["body_worn", "in_car"]);
        let officer = field::line(e, "officer", &self.officer, 120);
        let unit = non_blank(field::line(e, "division", &self.division, 120));
        let division = unit.as_deref().and_then(|unit| context.division(unit));
        let started_at = field::required_choice(e, "started_at", &self.started_at, Some);
        let started_at = started_at.and_then(|typed| context.instant(e, "started_at", typed));
        let ended_at = field::required_choice(e, "ended_at", &self.ended_at, Some);
        let ended_at = ended_at.and_then(|typed| context.instant(e, "ended_at", typed));
        if let (Some(start), Some(end)) = (started_at, ended_at) {
            length(e, start, end);
        }
        let uploaded_at = match self.uploaded_at.trim() {
            "" => None,
            typed => context.instant(e, "uploaded_at", typed),
        };
        let place = field::text(e, "place", &self.place, 300);
        let incident_number = non_blank(field::line(e, "incident_number", &self.incident_number, 60));
        let category = non_blank(field::line(e, "category", &self.category, 60));
        let locations = LocationKind::ALL.map(LocationKind::key);
        let location = known_word(e, "location_kind", &self.location_kind, LocationKind::parse, &locations);
        let (Some(camera), Some(started_at), Some(ended_at), Some(location), true) =
            (camera, started_at, ended_at, location, errors.is_empty())
        else {
            return Err(errors);
        };
        Ok(NewRecording {
            source_id,
            camera,
            officer,
            division,
            unit,
            started_at,
            ended_at,
            uploaded_at,
            place,
            incident_number,
            category,
            location,
        })
    }
}

/// One of some words. Whoever writes a file has no list to choose from, so they are told.
fn known_word<'a, T>(
    e: &mut Errors,
    name: &str,
    typed: &'a str,
    read: impl Fn(&'a str) -> Option<T>,
    known: &[&str],
) -> Option<T> {
    let typed = typed.trim();
    let found = read(typed);
    if typed.is_empty() {
        e.add(name, Problem::Missing);
    } else if found.is_none() {
        let known = known.join(", ");
        e.add(name, RecordingProblem::UnknownWord { known });
    }
    found
}

fn non_blank(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// Whether a spreadsheet shows this in the place of what was typed: a long number in scientific notation, a date made of
/// `11-1`, a column that is too narrow, or an error value.
fn changed_by_spreadsheet(typed: &str) -> bool {
    let typed = typed.trim();
    let digits = |text: &str| !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit());
    let scientific = typed.split_once(['E', 'e']).is_some_and(|(number, power)| {
        let number = number.strip_prefix('-').unwrap_or(number);
        let (whole, rest) = number.split_once(['.', ',']).unwrap_or((number, "0"));
        power.strip_prefix(['+', '-']).is_some_and(digits) && digits(whole) && digits(rest)
    });
    let date = typed.split_once('-').is_some_and(|(one, other)| {
        let month = |text: &str| {
            const MONTHS: [&str; 12] = [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ];
            MONTHS.contains(&text.to_lowercase().as_str())
        };
        (digits(one) && one.len() <= 2 && month(other)) || (month(one) && digits(other) && other.len() <= 2)
    });
    let hashes = typed.len() > 2 && typed.chars().all(|sign| sign == '#');
    let error = matches!(
        typed,
        "#REF!" | "#N/A" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NUM!" | "#NULL!" | "#SPILL!" | "#CALC!"
    );
    scientific || date || hashes || error
}

fn media(typed: &str) -> Option<Media> {
    match typed {
        "body_worn" => Some(Media::BodyWorn),
        "in_car" => Some(Media::InCar),
        _ => None,
    }
}

fn length(errors: &mut Errors, start: Timestamp, end: Timestamp) {
    let seconds = end.duration_since(start).as_secs();
    if end <= start {
        errors.add("ended_at", RecordingProblem::EndNotAfterStart);
    } else if seconds > LONGEST_HOURS * 3600 {
        errors.add("ended_at", RecordingProblem::TooLong { hours: LONGEST_HOURS });
    }
}

impl RecordingContext {
    /// An instant of ISO 8601, or a time of the agency's clock as a browser's field gives it. A day without a time of day is
    /// none, and neither is a time that the agency's clock shows twice or never, on the days when it is changed.
    fn instant(&self, errors: &mut Errors, name: &str, typed: &str) -> Option<Timestamp> {
        let local = |typed: &str| {
            let civil: DateTime = typed.parse().ok()?;
            self.zone.to_ambiguous_timestamp(civil).unambiguous().ok()
        };
        let read = has_time_of_day(typed)
            .then(|| typed.parse().ok().or_else(|| local(typed)))
            .flatten();
        match read {
            None => errors.add(name, RecordingProblem::NotAnInstant),
            Some(instant) if instant > self.now => errors.add(name, Problem::InFuture),
            Some(_) => {}
        }
        read
    }

    fn division(&self, typed: &str) -> Option<String> {
        let same = |known: &str| known.eq_ignore_ascii_case(typed);
        let mut known = self.divisions.iter();
        known
            .find(|(key, name)| same(key) || same(name))
            .map(|(key, _)| key.clone())
    }
}

/// Hours and minutes at least, and no 60th second.
fn has_time_of_day(typed: &str) -> bool {
    let time = typed.split_once(['T', 't', ' ']).map_or("", |(_, time)| time);
    let clock = time.split(|sign: char| !sign.is_ascii_digit() && sign != ':').next();
    let digits: String = clock.unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    digits.len() >= 4 && digits.get(4..6).is_none_or(|seconds| seconds < "60")
}

/// The forms at `/staff/recordings/{id}`: `act` says which was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct RecordingActForm {
    /// Key of the [`law::recording::RecordingActKind`].
    pub act: String,
    pub version: String,
    pub change: String,
    pub on: String,
    pub ground: String,
    pub reason: String,
    pub number: String,
    pub rule: String,
    /// `yes` where it was deleted although it had to be kept.
    pub breach: String,
    pub location_kind: String,
    /// `yes` where 610.205 protects what it shows.
    pub crime_scene: String,
    /// `yes` once everybody in it is in its people log.
    pub people_logged: String,
}

echo!(RecordingActForm {
    change,
    on,
    ground,
    reason,
    rule,
    location_kind,
    crime_scene,
    people_logged,
    breach
});

/// What a recording shows, as judged by a custodian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneForm {
    /// Where, and of whom.
    pub scene: Scene,
    /// Whether the people log is complete.
    pub people_logged: bool,
    /// The version that was seen.
    pub version: i64,
}

/// A change of status that can be put to the law.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusForm {
    /// The change.
    pub change: StatusChange,
    /// Why, in the custodian's words.
    pub reason: String,
    /// The version that was seen.
    pub version: i64,
}

/// A deletion in the evidence system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deletion {
    /// The day.
    pub on: Date,
    /// The retention rule relied on.
    pub rule: String,
    /// Whether it was deleted although it had to be kept.
    pub breach: bool,
    /// The version that was seen.
    pub version: i64,
}

/// A link to a request that was a mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlink {
    /// The request.
    pub number: TrackingNumber,
    /// Why, in the custodian's words.
    pub reason: String,
}

impl RecordingActForm {
    fn version(&self) -> i64 {
        self.version.parse().unwrap_or_default()
    }

    /// Reads a change of status.
    ///
    /// # Errors
    /// Every problem.
    pub fn status(&self) -> Result<StatusForm, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let kind = field::required_choice(e, "change", &self.change, StatusChangeKind::parse);
        let reason = field::required(e, "reason", &self.reason, 1000);
        let change = kind.and_then(|kind| self.change(e, kind));
        match change {
            Some(change) if errors.is_empty() => Ok(StatusForm {
                change,
                reason,
                version: self.version(),
            }),
            _ => Err(errors),
        }
    }

    /// Reads what the recording shows.
    ///
    /// # Errors
    /// Every problem.
    pub fn scene(&self) -> Result<SceneForm, Errors> {
        let mut errors = Errors::default();
        match field::required_choice(&mut errors, "location_kind", &self.location_kind, LocationKind::parse) {
            Some(location) => Ok(SceneForm {
                scene: Scene {
                    location,
                    crime_scene_of_deceased: self.crime_scene == "yes",
                },
                people_logged: self.people_logged == "yes",
                version: self.version(),
            }),
            None => Err(errors),
        }
    }

    fn change(&self, e: &mut Errors, kind: StatusChangeKind) -> Option<StatusChange> {
        let day = |e: &mut Errors| field::required_date(e, "on", &self.on);
        Some(match kind {
            StatusChangeKind::CloseActive => StatusChange::CloseActive { confirmed_on: day(e)? },
            StatusChangeKind::Inactive => {
                let since = day(e);
                let ground = field::required_choice(e, "ground", &self.ground, InactiveGround::parse);
                StatusChange::Inactive {
                    ground: ground?,
                    since: since?,
                }
            }
            StatusChangeKind::CloseNonpublic => StatusChange::CloseNonpublic,
            StatusChangeKind::Reclose => StatusChange::Reclose { since: day(e)? },
            StatusChangeKind::CloseConfidential => StatusChange::CloseConfidential,
            StatusChangeKind::Redetermine => StatusChange::Redetermine,
            // An order changes the status when its second person verifies it, not by hand.
            StatusChangeKind::Order => {
                e.add("change", Problem::UnknownChoice);
                return None;
            }
        })
    }

    /// Reads the number of a request.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn link(&self) -> Result<TrackingNumber, Errors> {
        TrackingNumber::parse(&self.number).map_err(|problem| Errors::one("number", problem))
    }

    /// Reads which link was a mistake, and why.
    ///
    /// # Errors
    /// Every problem.
    pub fn unlink(&self) -> Result<Unlink, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let number = TrackingNumber::parse(&self.number).map_err(|problem| e.add("number", problem));
        let reason = field::required(e, "reason", &self.reason, 1000);
        match number {
            Ok(number) if errors.is_empty() => Ok(Unlink { number, reason }),
            _ => Err(errors),
        }
    }

    /// Reads a deletion.
    ///
    /// # Errors
    /// Every problem.
    pub fn deletion(&self, today: Date) -> Result<Deletion, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let on = field::required_date(e, "on", &self.on);
        if on.is_some_and(|on| on > today) {
            e.add("on", Problem::InFuture);
        }
        let rule = field::required(e, "rule", &self.rule, 200);
        match on {
            Some(on) if errors.is_empty() => Ok(Deletion {
                on,
                rule,
                breach: self.breach == "yes",
                version: self.version(),
            }),
            _ => Err(errors),
        }
    }
}

/// The form at `/staff/recordings/import`: lines of the recordings CSV.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportForm {
    /// The file's text, header included.
    pub csv: String,
}

echo!(ImportForm { csv });

/// The form at `/staff/recordings/imports/{id}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportActForm {
    /// `cancel`.
    pub act: String,
}

echo!(ImportActForm {});

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(typed: &str) -> Option<String> {
        let context = RecordingContext {
            now: "2027-01-01T00:00:00Z".parse().unwrap(),
            zone: TimeZone::get("America/Chicago").unwrap(),
            divisions: Vec::new(),
        };
        let mut errors = Errors::default();
        let read = context.instant(&mut errors, "started_at", typed);
        assert_eq!(read.is_none(), !errors.is_empty(), "{typed}");
        read.map(|instant| instant.to_string())
    }

    #[test]
    fn an_offset_is_never_dropped() {
        for typed in [
            "2026-11-20T18:05:00+00:00",
            "2026-11-20T18:05+00",
            "20261120T1805+0000",
            "20261120T180500+00",
            "2026-11-20T13:05-05",
            "2026-11-20 18:05:00Z",
            "2026-11-20T12:05",
            "2026-11-20T12:05:00",
        ] {
            assert_eq!(instant(typed).as_deref(), Some("2026-11-20T18:05:00Z"), "{typed}");
        }
    }

    #[test]
    fn a_day_is_no_instant_and_neither_is_a_time_that_comes_twice_or_never() {
        for typed in [
            "2026-11-19",
            "20261119",
            "2026-11-19T18",
            "2026-11-19T18:05:60",
            "2026-11-01T01:30",
            "2026-03-08T02:30",
            "",
        ] {
            assert_eq!(instant(typed), None, "{typed}");
        }
        assert_eq!(
            instant("2026-11-01T01:30-06:00").as_deref(),
            Some("2026-11-01T07:30:00Z")
        );
    }

    #[test]
    fn what_a_spreadsheet_made_of_an_identifier_is_told() {
        for changed in ["2.02611E+13", "2,6081E+11", "1-Nov", "########", "#REF!", "#N/A"] {
            assert!(changed_by_spreadsheet(changed), "{changed}");
        }
        for kept in [
            "EX-2",
            "4711",
            "26-08104",
            "1E3",
            "E-7",
            "N/A",
            "#7",
            "11-2026",
            "non_evidence",
            "",
        ] {
            assert!(!changed_by_spreadsheet(kept), "{kept}");
        }
    }
}
