//! A rule that gives a day: a value of a profile, not a function of its own.

use serde::{Deserialize, Serialize};

use crate::{Bilingual, bar::Section, deadline::Span};

/// A rule of law or policy that gives a day from a start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, for example `MO_SUNSHINE_3BD`.
    pub name: String,
    /// The key that the words know its title by, for example `act_on_request`.
    pub title: String,
    /// The place it belongs to: the profile's key, or another place's, for example `chicago`.
    pub place: String,
    /// IANA name of the time zone in which an instant given as start becomes a day.
    pub zone: String,
    /// What starts it.
    pub from: StartEvent,
    /// How long it runs.
    pub length: Span,
    /// Key of the calendar it is counted on; none where every day counts.
    pub calendar: Option<String>,
    /// What happens when the last day is a day off.
    pub roll: DayOffRule,
    /// Which day the result names.
    pub names: Names,
    /// Where it stands.
    pub section: Section,
    /// What it says, and which choices were made, in plain words.
    pub note: Bilingual<String>,
    /// Name of the other defensible reading of the same duty, where there is one.
    pub other: Option<String>,
}

/// What starts a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StartEvent {
    /// The custodian received the request.
    Receipt,
    /// Written grounds were asked for.
    GroundsAsked,
    /// A person shown received the notice; sending does not count.
    NoticeReceived,
    /// The notice was given.
    NoticeGiven,
    /// The act or event that a court rule counts from.
    Event,
    /// A question or a fee went to the requester.
    Asked,
    /// The request lapsed.
    Lapse,
    /// The violation could be ascertained.
    Ascertained,
    /// The violation happened.
    Violation,
    /// The offense was committed.
    Offense,
    /// A complaint or allegation was made.
    Complaint,
    /// The incident happened.
    Incident,
    /// The agency knew, or should have known, of the incident.
    Knew,
    /// The footage was recorded.
    Recorded,
}

crate::keys::keyed!(StartEvent {
    Receipt => "receipt",
    GroundsAsked => "grounds_asked",
    NoticeReceived => "notice_received",
    NoticeGiven => "notice_given",
    Event => "event",
    Asked => "asked",
    Lapse => "lapse",
    Ascertained => "ascertained",
    Violation => "violation",
    Offense => "offense",
    Complaint => "complaint",
    Incident => "incident",
    Knew => "knew",
    Recorded => "recorded",
});

/// What happens when the last day is a day off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOffRule {
    /// Nothing: the day stands.
    None,
    /// Only a Sunday moves to Monday (RSMo 1.040).
    Sunday,
    /// It moves past Saturdays, Sundays and holidays; in a period under seven days these are not
    /// counted at all (Rule 44.01(a), RSMo 506.060.1).
    Rule4401,
}

crate::keys::keyed!(DayOffRule {
    None => "none",
    Sunday => "sunday",
    Rule4401 => "rule4401",
});

/// Which day the result names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Names {
    /// The last day of the period.
    LastDay,
    /// The first day after it.
    DayAfter,
}

crate::keys::keyed!(Names {
    LastDay => "last_day",
    DayAfter => "day_after",
});
