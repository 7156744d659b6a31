//! A request for camera footage.

use jiff::{ToSpan, civil::Date};
use law::request::{Media, Track};
use serde::{Deserialize, Serialize};

use super::{SubmissionKey, TEXT_MAX, field};
use crate::{Errors, Lang, Problem};

/// The form at `/request`, as typed. `website` is a field that people never see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields as the people who fill them see them")]
pub struct FilingForm {
    pub key: String,
    pub track: String,
    pub incident_date: String,
    pub incident_date_to: String,
    pub time_from: String,
    pub time_to: String,
    pub place: String,
    pub division: String,
    pub report_number: String,
    pub officers: String,
    pub people: String,
    pub description: String,
    pub media: Vec<String>,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub postal_address: String,
    pub relation: String,
    pub represents: String,
    pub civil_claim: String,
    pub language: String,
    pub notify: String,
    pub needed_by: String,
    /// When it came, where staff enter a request that came beside the portal ([`super::IntakeForm`]).
    pub received_on: String,
    /// The way it came, as there.
    pub channel: String,
    /// `yes`: this page can ask whether it is another request. A program that sends the form cannot be asked.
    pub asks: String,
    /// `yes`: sent too, although one like it was sent from the same browser a moment ago.
    pub another: String,
    pub website: String,
}

echo!(FilingForm {
    track,
    incident_date,
    incident_date_to,
    time_from,
    time_to,
    place,
    division,
    report_number,
    officers,
    people,
    description,
    name,
    email,
    phone,
    postal_address,
    relation,
    represents,
    civil_claim,
    language,
    notify,
    needed_by,
    received_on,
    channel
});

/// Names of the form's fields in their order on the page.
pub const FILING_FIELDS: [&str; 22] = [
    "track",
    "incident_date",
    "incident_date_to",
    "time_from",
    "time_to",
    "place",
    "division",
    "report_number",
    "officers",
    "people",
    "description",
    "media",
    "name",
    "relation",
    "represents",
    "civil_claim",
    "email",
    "phone",
    "postal_address",
    "notify",
    "language",
    "needed_by",
];

/// How the requester wants to hear of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Notify {
    /// By e-mail.
    Email,
    /// Not at all: they look themselves.
    None,
}

law::keyed!(Notify { Email => "email", None => "none" });

/// What was asked for, in the requester's words: private.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "as the form's fields of the same names")]
pub struct RequestDetails {
    pub incident_date: Date,
    /// Equal to `incident_date` when one day is asked about.
    pub incident_date_to: Date,
    /// `HH:MM`, local time.
    pub time_from: Option<String>,
    /// `HH:MM`, local time; before `time_from` when the span runs past midnight onto a later day.
    pub time_to: Option<String>,
    pub place: String,
    pub report_number: String,
    pub officers: String,
    pub people: String,
    pub description: String,
    pub name: String,
    pub email: Option<String>,
    pub phone: String,
    pub postal_address: String,
    pub relation: String,
    pub represents: String,
    pub civil_claim: String,
    pub needed_by: Option<Date>,
}

impl RequestDetails {
    /// The same with nothing in it that the requester wrote.
    #[must_use]
    pub fn blank(&self) -> Self {
        let none = String::new;
        Self {
            incident_date: self.incident_date,
            incident_date_to: self.incident_date_to,
            time_from: None,
            time_to: None,
            place: none(),
            report_number: none(),
            officers: none(),
            people: none(),
            description: none(),
            name: none(),
            email: None,
            phone: none(),
            postal_address: none(),
            relation: none(),
            represents: none(),
            civil_claim: none(),
            needed_by: None,
        }
    }
}

/// A request that can be filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filing {
    /// Posting the same key again finds the first request.
    pub key: SubmissionKey,
    /// On what right.
    pub track: Track,
    /// Kinds of camera; never empty.
    pub media: Vec<Media>,
    /// Key of a division of the profile, if given.
    pub division: Option<String>,
    /// Language of letters.
    pub language: Lang,
    /// How they want to hear of changes.
    pub notify: Notify,
    /// The private part.
    pub asked: RequestDetails,
}

impl Filing {
    /// Whether a request filed a moment ago asks for the same: on the same right, about the same time and place, with the same
    /// things to search by. What else is told, and by whom, may differ.
    pub fn is_like(&self, track: Track, asked: &RequestDetails) -> bool {
        let same = |one: &str, other: &str| one.trim().to_lowercase() == other.trim().to_lowercase();
        let mine = &self.asked;
        self.track == track
            && mine.incident_date == asked.incident_date
            && mine.incident_date_to == asked.incident_date_to
            && mine.time_from == asked.time_from
            && mine.time_to == asked.time_to
            && same(&mine.place, &asked.place)
            && same(&mine.report_number, &asked.report_number)
            && same(&mine.officers, &asked.officers)
            && same(&mine.people, &asked.people)
            && same(&mine.description, &asked.description)
    }

    /// The address that letters go to, if any are wanted.
    pub fn address(&self) -> Option<&str> {
        self.asked.email.as_deref().filter(|_| self.notify == Notify::Email)
    }
}

/// What the check must know of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilingContext {
    /// Today in the agency's time zone.
    pub today: Date,
    /// Keys and names of the divisions.
    pub divisions: Vec<(String, String)>,
    /// Language of the page, taken where none is chosen.
    pub lang: Lang,
}

/// No police camera footage is older.
const EARLIEST: Date = jiff::civil::date(1990, 1, 1);
/// The end of a day, as people write it.
const MIDNIGHT: &str = "24:00";
/// Longest range of days that one request may ask about.
const RANGE_DAYS: u32 = 31;

impl FilingForm {
    /// Reads the whole form.
    ///
    /// # Errors
    /// Every problem, in the order of the fields on the page.
    pub fn check(&self, context: &FilingContext) -> Result<Filing, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let track = field::choice(e, "track", &self.track, track).unwrap_or(Track::Public);
        let (incident_date, last_day) = self.days(e, context.today);
        let (time_from, time_to, over_midnight) = self.times(e, incident_date == last_day);
        let (time_from, incident_date, last_day) =
            from_midnight(e, time_from, (incident_date, last_day), context.today);
        let incident_date_to = if over_midnight {
            last_day.and_then(|day| day.tomorrow().ok())
        } else {
            last_day
        };
        if over_midnight && incident_date_to.is_some_and(|day| day > context.today) && e.of("incident_date").is_none() {
            e.add("time_to", Problem::InFuture);
        }
        let place = field::text(e, "place", &self.place, 300);
        let division = field::choice(e, "division", &self.division, |typed| division(context, typed));
        let report_number = field::line(e, "report_number", &self.report_number, 60);
        let officers = field::text(e, "officers", &self.officers, 300);
        let people = field::text(e, "people", &self.people, 1000);
        let description = field::text(e, "description", &self.description, TEXT_MAX);
        if [&place, &report_number, &officers, &people, &description]
            .into_iter()
            .all(String::is_empty)
        {
            e.add("place", Problem::NothingToSearchBy);
        }
        let media = self.media(e);
        let speaks_for_someone = track != Track::Public;
        let must = |e: &mut Errors, name: &str, typed: &str, max| {
            if speaks_for_someone {
                field::required(e, name, typed, max)
            } else {
                field::text(e, name, typed, max)
            }
        };
        let name = must(e, "name", &self.name, 120);
        let relation = must(e, "relation", &self.relation, 120);
        let represents = field::text(e, "represents", &self.represents, 120);
        let civil_claim = if track == Track::Civil {
            field::required(e, "civil_claim", &self.civil_claim, TEXT_MAX)
        } else {
            field::text(e, "civil_claim", &self.civil_claim, TEXT_MAX)
        };
        let email = field::email(e, "email", &self.email);
        let phone = field::line(e, "phone", &self.phone, 40);
        let postal_address = field::text(e, "postal_address", &self.postal_address, 300);
        let notify = field::choice(e, "notify", &self.notify, notify);
        let notify = notify.unwrap_or(if email.is_some() { Notify::Email } else { Notify::None });
        if notify == Notify::Email && email.is_none() && e.of("email").is_none() {
            e.add("email", Problem::Missing);
        }
        let language = field::choice(e, "language", &self.language, Lang::parse).unwrap_or(context.lang);
        let needed_by = field::date(e, "needed_by", &self.needed_by);
        if needed_by.is_some_and(|day| day < context.today) {
            e.add("needed_by", Problem::InPast);
        }
        let Some(key) = SubmissionKey::parse(&self.key) else {
            e.add("key", Problem::Missing);
            return Err(errors);
        };
        let (Some(incident_date), Some(incident_date_to), true) = (incident_date, incident_date_to, errors.is_empty())
        else {
            return Err(errors);
        };
        let asked = RequestDetails {
            incident_date,
            incident_date_to,
            time_from,
            time_to,
            place,
            report_number,
            officers,
            people,
            description,
            name,
            email,
            phone,
            postal_address,
            relation,
            represents,
            civil_claim,
            needed_by,
        };
        Ok(Filing {
            key,
            track,
            media,
            division,
            language,
            notify,
            asked,
        })
    }

    fn days(&self, errors: &mut Errors, today: Date) -> (Option<Date>, Option<Date>) {
        let first = field::required_date(errors, "incident_date", &self.incident_date);
        let last = field::date(errors, "incident_date_to", &self.incident_date_to);
        if let Some(problem) = first.and_then(|day| day_problem(day, today)) {
            errors.add("incident_date", problem);
        }
        if let Some(problem) = last.and_then(|day| day_problem(day, today)) {
            errors.add("incident_date_to", problem);
        }
        if let (Some(first), Some(last)) = (first, last)
            && errors.of("incident_date_to").is_none()
        {
            if last < first {
                errors.add("incident_date_to", Problem::EndBeforeStart);
            } else if first
                .checked_add(i64::from(RANGE_DAYS).days())
                .is_ok_and(|limit| last > limit)
            {
                errors.add("incident_date_to", Problem::RangeTooLong { days: RANGE_DAYS });
            }
        }
        let blank = self.incident_date_to.trim().is_empty();
        (first, if blank { first } else { last })
    }

    /// From and to, and whether *to* is on the day after the last one: it is midnight, or earlier than *from* on one day.
    fn times(&self, errors: &mut Errors, one_day: bool) -> (Option<String>, Option<String>, bool) {
        let from = field::time(errors, "time_from", &self.time_from);
        let to = field::time(errors, "time_to", &self.time_to);
        let midnight = to.as_deref() == Some(MIDNIGHT);
        let from_midnight = from.as_deref() == Some(MIDNIGHT);
        let before = one_day && !from_midnight && matches!((&from, &to), (Some(from), Some(to)) if to < from);
        let to = if midnight { Some("00:00".to_owned()) } else { to };
        (from, to, midnight || before)
    }

    fn media(&self, errors: &mut Errors) -> Vec<Media> {
        let read: Vec<Option<Media>> = self.media.iter().map(|typed| media(typed)).collect();
        if read.contains(&None) {
            errors.add("media", Problem::UnknownChoice);
        }
        let chosen: Vec<Media> = [Media::BodyWorn, Media::InCar]
            .into_iter()
            .filter(|kind| read.contains(&Some(*kind)))
            .collect();
        if chosen.is_empty() {
            vec![Media::BodyWorn, Media::InCar]
        } else {
            chosen
        }
    }
}

/// From midnight at the end of a day is from the beginning of the next.
fn from_midnight(
    errors: &mut Errors,
    from: Option<String>,
    (first, last): (Option<Date>, Option<Date>),
    today: Date,
) -> (Option<String>, Option<Date>, Option<Date>) {
    if from.as_deref() != Some(MIDNIGHT) {
        return (from, first, last);
    }
    let next = first.and_then(|day| day.tomorrow().ok());
    if next.is_some_and(|next| next > today) && errors.of("incident_date").is_none() {
        errors.add("time_from", Problem::InFuture);
    }
    (Some("00:00".to_owned()), next, last.max(next))
}

/// What is wrong with a day of an incident.
fn day_problem(day: Date, today: Date) -> Option<Problem> {
    if day > today {
        Some(Problem::InFuture)
    } else {
        (day < EARLIEST).then_some(Problem::TooOld { earliest: EARLIEST })
    }
}

fn track(typed: &str) -> Option<Track> {
    Some(match typed {
        "public" => Track::Public,
        "depicted" => Track::Depicted,
        "civil" => Track::Civil,
        "next_of_kin" => Track::NextOfKin,
        _ => return None,
    })
}

fn media(typed: &str) -> Option<Media> {
    Some(match typed {
        "body_worn" => Media::BodyWorn,
        "in_car" => Media::InCar,
        _ => return None,
    })
}

fn notify(typed: &str) -> Option<Notify> {
    Some(match typed {
        "email" => Notify::Email,
        "none" => Notify::None,
        _ => return None,
    })
}

fn division(context: &FilingContext, typed: &str) -> Option<String> {
    let same = |known: &str| known.eq_ignore_ascii_case(typed);
    context
        .divisions
        .iter()
        .find(|(key, name)| same(key) || same(name))
        .map(|(key, _)| key.clone())
}
