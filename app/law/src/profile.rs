//! An agency's profile: names, calendars, rules, retention, choices, all as data.

use crate::{
    Bilingual,
    bar::Section,
    calendar::Calendar,
    denial::{self, DenialProvision},
    fee::{FeeCategory, FeeLaw},
    viewing::ViewingRules,
};

mod build;
mod file;
mod lines;
mod office_days;
mod papers;
mod rule;
mod staff;

pub use lines::line_of;
pub use office_days::OfficeDays;
pub use papers::{PaperKind, PaperRules};
pub use rule::{DayOffRule, Names, Rule, StartEvent};
pub use staff::StaffRules;

/// An agency's profile. Made by [`Profile::built_in`] or [`Profile::parse`].
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Key of the profile, for example `kansas-city-mo`.
    pub key: String,
    /// Letters that begin its tracking numbers, for example `KC`.
    pub code: String,
    /// Agency's full name.
    pub agency: String,
    /// Agency's short name, for example `KCPD`.
    pub short_name: String,
    /// The court of the agency's principal place of business (610.027.1).
    pub court: String,
    /// Where people without an attorney find the court's help; empty if none is known.
    pub self_help: String,
    /// Where mail comes back to, in lines; never the agency's name, which stands on envelopes. Empty if it is not known.
    pub return_address: String,
    /// The custodian's telephone number; empty if it is not known.
    pub telephone: String,
    /// When the custodian's office is open; empty if it is not known.
    pub hours: Bilingual<String>,
    /// The state's program for people whose address is protected, where it has one.
    pub address_program: Option<AddressProgram>,
    /// IANA name of the time zone in which its days are counted.
    pub zone: String,
    /// Divisions a requester may choose from.
    pub divisions: Vec<Division>,
    /// Days for which footage that nobody holds is kept.
    pub keep_days: u32,
    /// Names of the rules under which footage may be deleted.
    pub retention_rules: Vec<String>,
    /// Days for which recordings of camera checks before a shift are kept.
    pub precheck_keep_days: u32,
    /// Minutes before and after the time that a requester names for which footage is held too.
    pub hold_margin_minutes: u32,
    /// Days after which a letter that was sent loses address and words; what a person shown was sent stays as evidence.
    pub sent_letters_days: u32,
    /// Statistics hide a count smaller than this.
    pub suppress_below: u32,
    /// A fee above this sum, in US cents, lapses after the longer time (610.026.2(2)).
    pub lapse_threshold_cents: u64,
    /// How staff sign in.
    pub staff: StaffRules,
    /// Days that the office sets itself.
    pub office_days: OfficeDays,
    /// Which files people may send with what they write.
    pub papers: PaperRules,
    /// What it says of family viewings before publication.
    pub viewing: ViewingRules,
    fees: Vec<FeeCategory>,
    denials: Vec<DenialProvision>,
    hourly_at_most_cents: Option<u32>,
    interpretations: Vec<Interpretation>,
    calendars: Vec<Calendar>,
    rules: Vec<Rule>,
    comparisons: Vec<Rule>,
    pub(crate) duty_reading: DutyReading,
    pub(crate) act_reading: ActReading,
    pub(crate) clocks: ClockRules,
}

/// A state's program for people whose address is protected: its agent receives letters for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressProgram {
    /// Where letters go, in lines.
    pub address: String,
    /// Where the law makes it an agent for service.
    pub section: crate::bar::Section,
    /// What whoever writes must know, in plain words.
    pub note: Bilingual<String>,
}

/// A division of the agency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Form value, for example `central`.
    pub key: String,
    /// Name as people know it.
    pub name: String,
}

/// A choice between defensible readings of the law, which counsel must confirm; shown to people
/// beside what rests on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpretation {
    /// Its name, for example `agency_duty_reading`.
    pub id: String,
    /// The provision read.
    pub section: crate::bar::Section,
    /// The reading chosen.
    pub chosen: String,
    /// What the question is and what was chosen, in plain words.
    pub note: Bilingual<String>,
}

/// Which of two defensible days binds the agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DutyReading {
    Earlier,
    Later,
}

/// What counts as acting upon a request within the three days (610.023.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ActReading {
    /// An answer, a question, a fee, or an explanation of the delay with the earliest day.
    Answer,
    /// Any act of the office upon the request, taking it up too.
    AnyAct,
}

/// The rules behind the clocks C1 to C7.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ClockRules {
    pub act: Rule,
    pub grounds: Rule,
    pub civil: Rule,
    pub lapse: Rule,
    pub lapse_long: Rule,
    pub enforce: Rule,
    pub enforce_outer: Rule,
}

/// A profile file that cannot be used; says where and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ProfileError(pub String);

/// No deadline can be given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeadlineError {
    /// No rule of this name.
    #[error("no rule is named {0}")]
    UnknownRule(String),
    /// The start is neither a day nor an instant, or outside 1900 to 2199.
    #[error("{0} is not a day (YYYY-MM-DD) or an instant (RFC 3339) between 1900 and 2199")]
    BadStart(String),
}

const KANSAS_CITY: &str = include_str!("../profiles/kansas-city-mo.toml");
const OTHER_PLACES: &str = include_str!("../profiles/other-places.toml");

impl Profile {
    /// A profile that comes with the program: `kansas-city-mo`.
    pub fn built_in(key: &str) -> Option<Self> {
        // The test `the_built_in_profile_is_sound` keeps the file readable.
        if key == "kansas-city-mo" {
            Self::parse(KANSAS_CITY).ok()
        } else {
            None
        }
    }

    /// Reads a profile file (TOML). The rules of other places, for comparison, are added to it.
    ///
    /// # Errors
    /// Says in which line which value is wrong, and what was expected.
    pub fn parse(toml: &str) -> Result<Self, ProfileError> {
        let own = file::read(toml)?;
        let others = file::read_places(OTHER_PLACES)?;
        build::profile(own, others).map_err(|wrong| wrong.in_file(toml))
    }

    /// Its own rules, in the order of the file.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Other places' rules, for comparison; [`Profile::deadline`] knows them too.
    pub fn comparisons(&self) -> &[Rule] {
        &self.comparisons
    }

    /// The rule of this name, its own first.
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        self.rules
            .iter()
            .chain(&self.comparisons)
            .find(|rule| rule.name == name)
    }

    /// The choices between readings of the law that this profile makes.
    pub fn interpretations(&self) -> &[Interpretation] {
        &self.interpretations
    }

    /// The choice of this name.
    pub fn interpretation(&self, id: &str) -> Option<&Interpretation> {
        self.interpretations.iter().find(|choice| choice.id == id)
    }

    /// Its calendars.
    pub fn calendars(&self) -> &[Calendar] {
        &self.calendars
    }

    /// The calendar of this key, for example `court`.
    pub fn calendar(&self, key: &str) -> Option<&Calendar> {
        self.calendars.iter().find(|calendar| calendar.key == key)
    }

    /// The provisions that a denial may rest on, in the order of the file; none where the profile lists none, and then any
    /// specific provision may be named.
    pub fn denials(&self) -> &[DenialProvision] {
        &self.denials
    }

    /// The listed provision that a citation names, or a part of it.
    pub fn denial(&self, cited: &Section) -> Option<&DenialProvision> {
        denial::listed(&self.denials, cited)
    }

    /// The categories that a fee for video may have (610.026.1(2)).
    pub fn fees_allowed(&self) -> &[FeeCategory] {
        &self.fees
    }

    /// What a fee for video may be made of (610.026.1(2)).
    pub fn fee_law(&self) -> FeeLaw<'_> {
        FeeLaw {
            allowed: &self.fees,
            hourly_at_most_cents: self.hourly_at_most_cents,
        }
    }
}
