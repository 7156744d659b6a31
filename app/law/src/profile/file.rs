//! The profile file as it is written: every field named here, every other refused.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{DayOffRule, Names, OfficeDays, PaperRules, ProfileError, StaffRules, StartEvent};
use crate::{Bilingual, calendar::CalendarOwner, fee::FeeCategory};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileFile {
    pub key: String,
    pub code: String,
    pub agency: String,
    pub short_name: String,
    pub state: String,
    pub zone: String,
    pub court: String,
    #[serde(default)]
    pub self_help: String,
    #[serde(default)]
    pub return_address: String,
    #[serde(default)]
    pub telephone: String,
    #[serde(default)]
    pub hours: Bilingual<String>,
    pub address_program: Option<AddressProgramFile>,
    pub retention: Retention,
    pub fees: Fees,
    pub lapse: Lapse,
    pub statistics: Statistics,
    #[serde(default)]
    pub staff: StaffRules,
    #[serde(default = "OfficeDays::unset")]
    pub office_days: OfficeDays,
    #[serde(default)]
    pub papers: PaperRules,
    #[serde(default)]
    pub viewing: crate::viewing::ViewingRules,
    pub clocks: Clocks,
    #[serde(default, rename = "division")]
    pub divisions: Vec<DivisionFile>,
    #[serde(default, rename = "denial")]
    pub denials: Vec<DenialFile>,
    #[serde(default, rename = "interpretation")]
    pub interpretations: Vec<InterpretationFile>,
    #[serde(default, rename = "calendar")]
    pub calendars: BTreeMap<String, CalendarFile>,
    #[serde(rename = "rule")]
    pub rules: Vec<RuleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddressProgramFile {
    pub address: String,
    pub section: String,
    pub note: Bilingual<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    pub rule: String,
    pub precheck_rule: String,
    pub unclassified: Unclassified,
    #[serde(default = "half_an_hour")]
    pub hold_margin_minutes: u32,
    #[serde(default = "ninety_days")]
    pub sent_letters_days: u32,
}

const fn ninety_days() -> u32 {
    90
}

const fn half_an_hour() -> u32 {
    30
}

/// Unclassified recordings never reach a deletion list; no other value is accepted.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unclassified {
    Never,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fees {
    pub allowed: Vec<FeeCategory>,
    pub hourly_at_most_cents: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lapse {
    pub rule: String,
    pub long_rule: String,
    pub threshold_cents: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statistics {
    pub suppress_below: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clocks {
    pub act: String,
    pub grounds: String,
    pub civil: String,
    pub enforce: String,
    pub enforce_outer: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DivisionFile {
    pub key: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DenialFile {
    pub section: String,
    pub en: String,
    pub es: String,
    #[serde(default)]
    pub words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterpretationFile {
    pub id: String,
    pub section: String,
    pub chosen: String,
    pub en: String,
    pub es: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFile {
    pub version: String,
    /// The calendar whose holidays and moves this one takes over.
    pub extends: Option<String>,
    pub office: Option<CalendarOwner>,
    #[serde(default)]
    pub sunday_to_monday: bool,
    #[serde(default)]
    pub saturday_to_friday: bool,
    #[serde(default)]
    pub holidays: Vec<HolidayFile>,
    #[serde(default)]
    pub closed: Vec<ClosedFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HolidayFile {
    pub key: String,
    pub on: String,
    pub from: Option<String>,
    pub until: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosedFile {
    pub on: String,
    pub reason: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    BusinessDays,
    Days,
    Months,
    Years,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleFile {
    pub name: String,
    pub title: String,
    pub from: StartEvent,
    pub length: u32,
    pub unit: Unit,
    /// Key of a calendar, or `none`.
    pub calendar: String,
    pub roll: DayOffRule,
    pub names: Names,
    pub section: String,
    pub note: Bilingual<String>,
    pub other: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlacesFile {
    #[serde(rename = "place")]
    pub places: Vec<PlaceFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceFile {
    pub key: String,
    pub zone: String,
    #[serde(rename = "rule")]
    pub rules: Vec<RuleFile>,
}

/// Reads a profile file.
pub fn read(toml: &str) -> Result<ProfileFile, ProfileError> {
    toml::from_str(toml).map_err(|error| told(&error, toml))
}

/// Reads the file of other places.
pub fn read_places(toml: &str) -> Result<Vec<PlaceFile>, ProfileError> {
    let file: PlacesFile = toml::from_str(toml).map_err(|error| told(&error, toml))?;
    Ok(file.places)
}

/// What is wrong with a file, and in which line, in one line.
fn told(error: &toml::de::Error, toml: &str) -> ProfileError {
    let why = error.message().split_whitespace().collect::<Vec<_>>().join(" ");
    let before = error.span().and_then(|span| toml.get(..span.start));
    ProfileError(match before {
        Some(before) => format!("line {}: {why}", before.matches('\n').count() + 1),
        None => why,
    })
}
