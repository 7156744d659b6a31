//! From the file to the profile: every value checked, every refusal with its place.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;

use super::{
    ActReading, AddressProgram, ClockRules, DayOffRule, Division, DutyReading, Interpretation, Profile, Rule,
    file::{
        AddressProgramFile, CalendarFile, DenialFile, HolidayFile, InterpretationFile, PlaceFile, ProfileFile,
        RuleFile, Unclassified, Unit,
    },
    lines::Wrong,
};
use crate::{
    Date,
    bar::Section,
    both,
    calendar::{Calendar, Holiday, Recurrence},
    deadline::Span,
    denial::DenialProvision,
    fee::FeeCategory,
};

/// Builds the profile from its file and the other places' rules.
pub fn profile(own: ProfileFile, others: Vec<PlaceFile>) -> Result<Profile, Wrong> {
    zone(&["zone"], "zone", &own.zone)?;
    code(&own.code)?;
    lawful_fees(&own.state, &own.fees.allowed)?;
    let Unclassified::Never = own.retention.unclassified;
    let calendars = calendars(&own.calendars)?;
    let rules = rules(own.rules, &own.key, &own.zone, &calendars).map_err(|wrong| wrong.within(&["rule"]))?;
    let comparisons = comparisons(others, &calendars)?;
    let named = |place: &str, name: &str| {
        let path: Vec<&str> = place.split('.').collect();
        find(&rules, &path, place, name)
    };
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
        act_reading: act_reading(&own.interpretations)?,
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
        office_days: own.office_days.checked()?,
        papers: own.papers.checked()?,
        viewing: own.viewing,
        lapse_threshold_cents: own.lapse.threshold_cents,
        fees: own.fees.allowed,
        denials: denials(own.denials)?,
        hourly_at_most_cents: own.fees.hourly_at_most_cents,
        calendars,
        rules,
        comparisons,
        clocks,
    })
}

/// `path` says where the value stands in the file, `place` how people call it.
fn wrong<T>(path: &[&str], place: &str, expected: &str) -> Result<T, Wrong> {
    Err(Wrong::new(path, format!("{place}: {expected}")))
}

fn zone(path: &[&str], place: &str, name: &str) -> Result<(), Wrong> {
    match TimeZone::get(name) {
        Ok(_) => Ok(()),
        Err(_) => wrong(
            path,
            place,
            &format!("`{name}` is not an IANA time zone such as `America/Chicago`"),
        ),
    }
}

fn code(code: &str) -> Result<(), Wrong> {
    if (1..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Ok(());
    }
    wrong(
        &["code"],
        "code",
        &format!("`{code}` is not one to four capital letters"),
    )
}

/// *Gross v. Parson*, 624 S.W.3d 877 (Mo. banc 2021), and RSMo 610.026.1(2).
fn lawful_fees(state: &str, allowed: &[FeeCategory]) -> Result<(), Wrong> {
    let barred = [FeeCategory::Review, FeeCategory::Redaction, FeeCategory::Attorney];
    match allowed
        .iter()
        .enumerate()
        .find(|(_, category)| state == "MO" && barred.contains(category))
    {
        None => Ok(()),
        Some((at, category)) => wrong(
            &["fees", "allowed", &at.to_string()],
            "fees.allowed",
            &format!(
                "`{}` may not be charged for video in Missouri (RSMo 610.026.1(2))",
                category.key()
            ),
        ),
    }
}

fn divisions(files: impl Iterator<Item = (String, String)>) -> Result<Vec<Division>, Wrong> {
    let mut known: Vec<Division> = Vec::new();
    for (at, (key, name)) in files.enumerate() {
        let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !plain || name.is_empty() || known.iter().any(|division| division.key == key) {
            return wrong(
                &["division", &at.to_string(), "key"],
                &format!("division {} `{key}`", at + 1),
                "expected a new key of a-z and _ and a name",
            );
        }
        known.push(Division { key, name });
    }
    Ok(known)
}

/// Each names a specific provision, as a denial must (610.023.4).
fn denials(files: Vec<DenialFile>) -> Result<Vec<DenialProvision>, Wrong> {
    let provision = |(at, file): (usize, DenialFile)| match Section::parse(&file.section) {
        Some(section) => Ok(DenialProvision {
            section,
            about: both(file.en, file.es),
            words: file.words,
        }),
        None => wrong(
            &["denial", &at.to_string(), "section"],
            "denial.section",
            &format!(
                "`{}` names no specific provision such as `RSMo 610.021(14)`",
                file.section
            ),
        ),
    };
    files.into_iter().enumerate().map(provision).collect()
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

/// Where the choice of this name stands in the file, and what it says; the first place where there is none.
fn chosen<'f>(files: &'f [InterpretationFile], id: &str) -> (String, Option<&'f str>) {
    let at = files.iter().position(|file| file.id == id);
    let said = at.and_then(|at| files.get(at)).map(|file| file.chosen.as_str());
    (at.unwrap_or_default().to_string(), said)
}

/// The choice `agency_duty_reading` decides which of two days binds the agency (README.md (f) 3).
fn duty_reading(files: &[InterpretationFile]) -> Result<DutyReading, Wrong> {
    let id = "agency_duty_reading";
    let (at, chosen) = chosen(files, id);
    match chosen {
        Some("earlier") => Ok(DutyReading::Earlier),
        Some("later") => Ok(DutyReading::Later),
        _ => wrong(
            &["interpretation", &at, "chosen"],
            &format!("interpretation `{id}`"),
            "expected one with chosen = \"earlier\" or \"later\"",
        ),
    }
}

/// The choice `act_on_request_reading` decides what ends the three days of C1. A file that does not say holds the agency to an
/// answer.
fn act_reading(files: &[InterpretationFile]) -> Result<ActReading, Wrong> {
    let id = "act_on_request_reading";
    let (at, chosen) = chosen(files, id);
    match chosen {
        None | Some("answer") => Ok(ActReading::Answer),
        Some("any_act") => Ok(ActReading::AnyAct),
        Some(_) => wrong(
            &["interpretation", &at, "chosen"],
            &format!("interpretation `{id}`"),
            "expected chosen = \"answer\" or \"any_act\"",
        ),
    }
}

fn date(path: &[&str], place: &str, text: &str) -> Result<Date, Wrong> {
    text.parse()
        .or_else(|_| wrong(path, place, &format!("`{text}` is not a day (YYYY-MM-DD)")))
}

fn calendars(files: &BTreeMap<String, CalendarFile>) -> Result<Vec<Calendar>, Wrong> {
    let within = |wrong: Wrong| wrong.within(&["calendar"]);
    files
        .iter()
        .map(|(key, file)| calendar(key, file, files).map_err(within))
        .collect()
}

fn calendar(key: &str, file: &CalendarFile, files: &BTreeMap<String, CalendarFile>) -> Result<Calendar, Wrong> {
    let place = format!("calendar.{key}");
    let base = match &file.extends {
        None => None,
        Some(name) => match files.get(name) {
            Some(base) if base.extends.is_none() => Some((name.as_str(), base)),
            _ => {
                return wrong(
                    &[key, "extends"],
                    &place,
                    &format!("extends `{name}`, expected a calendar that extends none"),
                );
            }
        },
    };
    let (mut holidays, mut closed) = (Vec::new(), Vec::new());
    for (key, file) in base.into_iter().chain([(key, file)]) {
        for (at, one) in file.holidays.iter().enumerate() {
            let path = [key, "holidays", &at.to_string()];
            holidays.push(holiday(&place, one).map_err(|wrong| wrong.within(&path))?);
        }
        for (at, day) in file.closed.iter().enumerate() {
            let path = [key, "closed", &at.to_string(), "on"];
            closed.push((date(&path, &format!("{place}.closed"), &day.on)?, day.reason.clone()));
        }
    }
    let base = base.map(|(_, base)| base);
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

fn holiday(place: &str, file: &HolidayFile) -> Result<Holiday, Wrong> {
    let place = format!("{place}, holiday `{}`", file.key);
    let Some(on) = Recurrence::parse(&file.on) else {
        return wrong(
            &["on"],
            &place,
            &format!("`{}` is not like `July 4` or `third Monday of January`", file.on),
        );
    };
    let from = file
        .from
        .as_deref()
        .map(|from| date(&["from"], &place, from))
        .transpose()?;
    let until = file
        .until
        .as_deref()
        .map(|until| date(&["until"], &place, until))
        .transpose()?;
    Ok(Holiday {
        key: file.key.clone(),
        on,
        from,
        until,
    })
}

fn rules(files: Vec<RuleFile>, place: &str, zone: &str, calendars: &[Calendar]) -> Result<Vec<Rule>, Wrong> {
    let mut rules: Vec<Rule> = Vec::new();
    for (at, file) in files.into_iter().enumerate() {
        let at = at.to_string();
        let rule = rule(file, place, zone, calendars).map_err(|wrong| wrong.within(&[&at]))?;
        if rules.iter().any(|known| known.name == rule.name) {
            return wrong(&[&at, "name"], &format!("rule `{}`", rule.name), "named twice");
        }
        rules.push(rule);
    }
    for (at, rule) in rules.iter().enumerate() {
        if let Some(other) = &rule.other {
            let path = [&*at.to_string(), "other"];
            find(&rules, &path, &format!("rule `{}`, other", rule.name), other)?;
        }
    }
    Ok(rules)
}

fn rule(file: RuleFile, place: &str, zone: &str, calendars: &[Calendar]) -> Result<Rule, Wrong> {
    let at = format!("rule `{}`", file.name);
    let calendar = (file.calendar != "none").then_some(file.calendar);
    if let Some(key) = &calendar
        && !calendars.iter().any(|calendar| calendar.key == *key)
    {
        return wrong(
            &["calendar"],
            &at,
            &format!("calendar `{key}` is not one of this profile's, nor `none`"),
        );
    }
    let counts_open_days = matches!(file.unit, Unit::BusinessDays) || file.roll == DayOffRule::Rule4401;
    if calendar.is_none() && counts_open_days {
        return wrong(&["calendar"], &at, "calendar is `none`, but its unit or roll needs one");
    }
    if !(1..=3_660).contains(&file.length) {
        return wrong(&["length"], &at, &format!("length {} is not 1 to 3660", file.length));
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

fn comparisons(places: Vec<PlaceFile>, calendars: &[Calendar]) -> Result<Vec<Rule>, Wrong> {
    let mut all = Vec::new();
    for place in places {
        zone(&[], &format!("place `{}`, zone", place.key), &place.zone)?;
        // They come with the program: no line of the profile is theirs.
        let read = rules(place.rules, &place.key, &place.zone, calendars);
        all.extend(read.map_err(|wrong| wrong.within(&["place"]))?);
    }
    Ok(all)
}

fn find(rules: &[Rule], path: &[&str], place: &str, name: &str) -> Result<Rule, Wrong> {
    match rules.iter().find(|rule| rule.name == name) {
        Some(rule) => Ok(rule.clone()),
        None => wrong(path, place, &format!("no rule is named `{name}`")),
    }
}

fn days(place: &str, rule: &Rule) -> Result<u32, Wrong> {
    if let Span::Days(days) = rule.length {
        return Ok(days);
    }
    let path: Vec<&str> = place.split('.').collect();
    wrong(&path, place, &format!("rule `{}` is not counted in days", rule.name))
}
