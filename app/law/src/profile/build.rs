//! From the file to the profile: every value checked, every refusal with its place.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{
    AddressProgram, ClockRules, DayOffRule, Division, DutyReading, Interpretation, Profile, ProfileError, Rule,
    file::{
        AddressProgramFile, CalendarFile, HolidayFile, InterpretationFile, PlaceFile, ProfileFile, RuleFile,
        Unclassified, Unit,
    },
};
use crate::{
    Date,
    bar::Section,
    both,
    calendar::{Calendar, Holiday, Recurrence},
    deadline::Span,
    fee::FeeCategory,
};

/// Builds the profile from its file and the other places' rules.
pub fn profile(own: ProfileFile, others: Vec<PlaceFile>) -> Result<Profile, ProfileError> {
    zone("zone", &own.zone)?;
    code(&own.code)?;
    lawful_fees(&own.state, &own.fees.allowed)?;
    let Unclassified::Never = own.retention.unclassified;
    let calendars = calendars(&own.calendars)?;
    let rules = rules(own.rules, &own.key, &own.zone, &calendars)?;
    let comparisons = comparisons(others, &calendars)?;
    let named = |place: &str, name: &str| find(&rules, place, name);
    let clocks = ClockRules {
        act: named("clocks.act", &own.clocks.act)?,
        grounds: named("clocks.grounds", &own.clocks.grounds)?,
        civil: named("clocks.civil", &own.clocks.civil)?,
        lapse: named("lapse.rule", &own.lapse.rule)?,
        lapse_long: named("lapse.long_rule", &own.lapse.long_rule)?,
        enforce: named("clocks.enforce", &own.clocks.enforce)?,
        enforce_outer: named("clocks.enforce_outer", &own.clocks.enforce_outer)?,
    };
    let keep_days = days("retention.rule", &named("retention.rule", &own.retention.rule)?)?;
    let precheck = named("retention.precheck_rule", &own.retention.precheck_rule)?;
    Ok(Profile {
        keep_days,
        retention_rules: vec![own.retention.rule, precheck.name.clone()],
        precheck_keep_days: days("retention.precheck_rule", &precheck)?,
        divisions: divisions(own.divisions.into_iter().map(|file| (file.key, file.name)))?,
        duty_reading: duty_reading(&own.interpretations)?,
        interpretations: own.interpretations.into_iter().map(interpretation).collect(),
        key: own.key,
        code: own.code,
        agency: own.agency,
        short_name: own.short_name,
        court: own.court,
        self_help: own.self_help,
        return_address: own.return_address,
        telephone: own.telephone,
        hours: own.hours,
        address_program: own.address_program.map(address_program),
        zone: own.zone,
        hold_margin_minutes: own.retention.hold_margin_minutes,
        sent_letters_days: own.retention.sent_letters_days,
        suppress_below: own.statistics.suppress_below,
        staff: own.staff.checked()?,
        lapse_threshold_cents: own.lapse.threshold_cents,
        fees: own.fees.allowed,
        calendars,
        rules,
        comparisons,
        clocks,
    })
}

fn wrong<T>(place: &str, expected: &str) -> Result<T, ProfileError> {
    Err(ProfileError(format!("{place}: {expected}")))
}

fn zone(place: &str, name: &str) -> Result<(), ProfileError> {
    match TimeZone::get(name) {
        Ok(_) => Ok(()),
        Err(_) => wrong(
            place,
            &format!("`{name}` is not an IANA time zone such as `America/Chicago`"),
        ),
    }
}

fn code(code: &str) -> Result<(), ProfileError> {
    if (1..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(());
    }
    wrong("code", &format!("`{code}` is not one to four capital letters"))
}

/// *Gross v. Parson*, 624 S.W.3d 877 (Mo. banc 2021), and RSMo 610.026.1(2).
fn lawful_fees(state: &str, allowed: &[FeeCategory]) -> Result<(), ProfileError> {
    let barred = [FeeCategory::Review, FeeCategory::Redaction, FeeCategory::Attorney];
    match allowed
        .iter()
        .find(|category| state == "MO" && barred.contains(category))
    {
        None => Ok(()),
        Some(category) => wrong(
            "fees.allowed",
            &format!(
                "`{}` may not be charged for video in Missouri (RSMo 610.026.1(2))",
                category.key()
            ),
        ),
    }
}

fn divisions(files: impl Iterator<Item = (String, String)>) -> Result<Vec<Division>, ProfileError> {
    let mut known: Vec<Division> = Vec::new();
    for (at, (key, name)) in files.enumerate() {
        let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !plain || name.is_empty() || known.iter().any(|division| division.key == key) {
            return wrong(
                &format!("division {} `{key}`", at + 1),
                "expected a new key of a-z and _ and a name",
            );
        }
        known.push(Division { key, name });
    }
    Ok(known)
}

fn address_program(file: AddressProgramFile) -> AddressProgram {
    AddressProgram {
        address: file.address,
        section: Section(file.section.into()),
        note: file.note,
    }
}

fn interpretation(file: InterpretationFile) -> Interpretation {
    Interpretation {
        id: file.id,
        section: Section(file.section.into()),
        chosen: file.chosen,
        note: both(file.en, file.es),
    }
}

/// The choice `agency_duty_reading` decides which of two days binds the agency (README.md (f) 3).
fn duty_reading(files: &[InterpretationFile]) -> Result<DutyReading, ProfileError> {
    let id = "agency_duty_reading";
    let chosen = files.iter().find(|file| file.id == id).map(|file| file.chosen.as_str());
    match chosen {
        Some("earlier") => Ok(DutyReading::Earlier),
        Some("later") => Ok(DutyReading::Later),
        _ => wrong(
            &format!("interpretation `{id}`"),
            "expected one with chosen = \"earlier\" or \"later\"",
        ),
    }
}

fn date(place: &str, text: &str) -> Result<Date, ProfileError> {
    text.parse()
        .or_else(|_| wrong(place, &format!("`{text}` is not a day (YYYY-MM-DD)")))
}

fn calendars(files: &BTreeMap<String, CalendarFile>) -> Result<Vec<Calendar>, ProfileError> {
    files.iter().map(|(key, file)| calendar(key, file, files)).collect()
}

fn calendar(key: &str, file: &CalendarFile, files: &BTreeMap<String, CalendarFile>) -> Result<Calendar, ProfileError> {
    let place = format!("calendar.{key}");
    let base = match &file.extends {
        None => None,
        Some(name) => match files.get(name) {
            Some(base) if base.extends.is_none() => Some(base),
            _ => {
                return wrong(
                    &place,
                    &format!("extends `{name}`, expected a calendar that extends none"),
                );
            }
        },
    };
    let mut holidays = Vec::new();
    for file in base.iter().flat_map(|base| &base.holidays).chain(&file.holidays) {
        holidays.push(holiday(&place, file)?);
    }
    let mut closed = Vec::new();
    for day in base.iter().flat_map(|base| &base.closed).chain(&file.closed) {
        closed.push((date(&format!("{place}.closed"), &day.on)?, day.reason.clone()));
    }
    Ok(Calendar {
        key: key.to_owned(),
        version: file.version.clone(),
        office: file.office,
        holidays,
        sunday_to_monday: file.sunday_to_monday || base.is_some_and(|base| base.sunday_to_monday),
        saturday_to_friday: file.saturday_to_friday || base.is_some_and(|base| base.saturday_to_friday),
        closed,
    })
}

fn holiday(place: &str, file: &HolidayFile) -> Result<Holiday, ProfileError> {
    let place = format!("{place}, holiday `{}`", file.key);
    let Some(on) = Recurrence::parse(&file.on) else {
        return wrong(
            &place,
            &format!("`{}` is not like `July 4` or `third Monday of January`", file.on),
        );
    };
    let from = file.from.as_deref().map(|from| date(&place, from)).transpose()?;
    let until = file.until.as_deref().map(|until| date(&place, until)).transpose()?;
    Ok(Holiday {
        key: file.key.clone(),
        on,
        from,
        until,
    })
}

fn rules(files: Vec<RuleFile>, place: &str, zone: &str, calendars: &[Calendar]) -> Result<Vec<Rule>, ProfileError> {
    let mut rules: Vec<Rule> = Vec::new();
    for file in files {
        let rule = rule(file, place, zone, calendars)?;
        if rules.iter().any(|known| known.name == rule.name) {
            return wrong(&format!("rule `{}`", rule.name), "named twice");
        }
        rules.push(rule);
    }
    for rule in &rules {
        if let Some(other) = &rule.other {
            find(&rules, &format!("rule `{}`, other", rule.name), other)?;
        }
    }
    Ok(rules)
}

fn rule(file: RuleFile, place: &str, zone: &str, calendars: &[Calendar]) -> Result<Rule, ProfileError> {
    let at = format!("rule `{}`", file.name);
    let calendar = (file.calendar != "none").then_some(file.calendar);
    if let Some(key) = &calendar
        && !calendars.iter().any(|calendar| calendar.key == *key)
    {
        return wrong(
            &at,
            &format!("calendar `{key}` is not one of this profile's, nor `none`"),
        );
    }
    let counts_open_days = matches!(file.unit, Unit::BusinessDays) || file.roll == DayOffRule::Rule4401;
    if calendar.is_none() && counts_open_days {
        return wrong(&at, "calendar is `none`, but its unit or roll needs one");
    }
    if !(1..=3_660).contains(&file.length) {
        return wrong(&at, &format!("length {} is not 1 to 3660", file.length));
    }
    Ok(Rule {
        name: file.name,
        title: file.title,
        place: place.to_owned(),
        zone: zone.to_owned(),
        from: file.from,
        length: match file.unit {
            Unit::BusinessDays => Span::BusinessDays(file.length),
            Unit::Days => Span::Days(file.length),
            Unit::Months => Span::Months(file.length),
            Unit::Years => Span::Years(file.length),
        },
        calendar,
        roll: file.roll,
        names: file.names,
        section: Section(file.section.into()),
        note: file.note,
        other: file.other,
    })
}

fn comparisons(places: Vec<PlaceFile>, calendars: &[Calendar]) -> Result<Vec<Rule>, ProfileError> {
    let mut all = Vec::new();
    for place in places {
        zone(&format!("place `{}`, zone", place.key), &place.zone)?;
        all.extend(rules(place.rules, &place.key, &place.zone, calendars)?);
    }
    Ok(all)
}

fn find(rules: &[Rule], place: &str, name: &str) -> Result<Rule, ProfileError> {
    match rules.iter().find(|rule| rule.name == name) {
        Some(rule) => Ok(rule.clone()),
        None => wrong(place, &format!("no rule is named `{name}`")),
    }
}

fn days(place: &str, rule: &Rule) -> Result<u32, ProfileError> {
    match rule.length {
        Span::Days(days) => Ok(days),
        _ => wrong(place, &format!("rule `{}` is not counted in days", rule.name)),
    }
}
