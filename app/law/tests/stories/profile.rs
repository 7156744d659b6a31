//! The profile files, and what is said about a wrong one.

use crate::support::{day, kansas_city};
use law::{
    calendar::{CalendarOwner, Closure},
    deadline::{DayOff, Step},
    profile::{DeadlineError, Profile},
};

const FILE: &str = include_str!("../../profiles/kansas-city-mo.toml");

fn refused(change: impl Fn(&str) -> String) -> String {
    Profile::parse(&change(FILE))
        .expect_err("a wrong file is refused")
        .to_string()
}

#[test]
fn the_built_in_profile_is_sound() {
    let profile = Profile::parse(FILE).expect("it reads");
    assert_eq!((profile.key.as_str(), profile.code.as_str()), ("kansas-city-mo", "KC"));
    assert_eq!((profile.keep_days, profile.precheck_keep_days), (180, 30));
    assert_eq!(profile.divisions.len(), 6);
    assert!(
        profile
            .rules()
            .iter()
            .chain(profile.comparisons())
            .all(|rule| !rule.note.es.is_empty())
    );
    assert!(
        profile
            .interpretations()
            .iter()
            .all(|choice| !choice.note.en.is_empty())
    );
    assert_eq!(Profile::built_in("atlantis"), None);
}

#[test]
fn an_operator_is_told_which_value_is_wrong_and_where() {
    let unknown = refused(|file| file.replace("short_name", "shortname"));
    assert!(unknown.contains("shortname") && unknown.contains("line"), "{unknown}");
    let calendar = refused(|file| file.replacen("calendar = \"custodian\"", "calendar = \"moon\"", 1));
    assert!(
        calendar.contains("MO_SUNSHINE_3BD") && calendar.contains("moon"),
        "{calendar}"
    );
    let fee = refused(|file| file.replace("allowed = [\"copy\"", "allowed = [\"redaction\", \"copy\""));
    assert!(fee.contains("fees.allowed") && fee.contains("redaction"), "{fee}");
    let zone = refused(|file| file.replace("America/Chicago", "America/Kansas_Citty"));
    assert!(zone.contains("zone") && zone.contains("Citty"), "{zone}");
    let holiday = refused(|file| file.replace("third Monday of January", "3rd Mon Jan"));
    assert!(holiday.contains("king"), "{holiday}");
    let clock = refused(|file| file.replace("act = \"MO_SUNSHINE_3BD\"", "act = \"MO_MOON\""));
    assert!(clock.contains("clocks.act") && clock.contains("MO_MOON"), "{clock}");
    let unclassified = refused(|file| file.replace("unclassified = \"never\"", "unclassified = \"180\""));
    assert!(unclassified.contains("never"), "{unclassified}");
    let reading = refused(|file| file.replace("chosen = \"earlier\"", "chosen = \"maybe\""));
    assert!(reading.contains("agency_duty_reading"), "{reading}");
}

/// The line that holds this text, from 1.
fn line_with(text: &str) -> usize {
    FILE.lines().position(|line| line.contains(text)).expect("the text") + 1
}

#[test]
fn whatever_is_wrong_with_a_profile_is_told_with_its_line_in_one_line() {
    let first_rule = line_with("[[rule]]");
    let after = |from: usize, text: &str| {
        let found = FILE.lines().skip(from - 1).position(|line| line.starts_with(text));
        from + found.expect("the text")
    };
    let length = FILE.lines().nth(after(first_rule, "length") - 1).expect("a line");
    for (was, is) in [
        ("zone = \"America/Chicago\"", "zone = \"America/Chicagoo\""),
        ("code = \"KC\"", "code = \"kc\""),
        ("allowed = [\"copy\"", "allowed = [\"redaction\", \"copy\""),
        ("third Monday of January", "3rd Mon Jan"),
        ("act = \"MO_SUNSHINE_3BD\"", "act = \"MO_MOON\""),
        ("chosen = \"earlier\"", "chosen = \"maybe\""),
        ("suppress_below = 5", "suppress_below = -1"),
        ("threshold_cents = 100_000", "threshold_cents = -1"),
        ("link_hours = 72", "link_hours = 0"),
        ("each_mib = 20", "each_mib = 0"),
        ("together_mib = 60", "together_mib = 19"),
        ("of_one_request = 40", "of_one_request = 1001"),
        ("kinds = [\"pdf\", \"jpeg\", \"png\"]", "kinds = []"),
        ("kinds = [\"pdf\", \"jpeg\", \"png\"]", "kinds = [\"docx\"]"),
        (length, "length = 0"),
        (length, "length = -3"),
        ("calendar = \"custodian\"", "calendar = \"moon\""),
        ("second_factor = []", "second_factor = \"custodian\""),
    ] {
        let line = line_with(was);
        let said = refused(|file| file.replacen(was, is, 1));
        assert!(
            said.starts_with(&format!("line {line}: ")),
            "{is}: {said}, not line {line}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let division = line_with("[[division]]");
    let key = FILE.lines().nth(after(division, "key") - 1).expect("a key");
    let said = refused(|file| file.replacen(key, "key = \"Not plain\"", 1));
    assert!(said.starts_with(&format!("line {}: ", line_with(key))), "{said}");
    let missing = refused(|file| file.replacen("agency = ", "# agency = ", 1));
    assert!(missing.contains("agency"), "{missing}");
}

#[test]
fn a_start_that_is_no_day_is_refused_with_what_was_expected() {
    let profile = kansas_city();
    for start in [
        "",
        "2026-02-30",
        "2026-3-2",
        "yesterday",
        "1899-12-31",
        "2200-01-01",
        "2026-W10-5",
        "2026-03-06T05:30",
        "２０２６-03-06",
    ] {
        let refused = profile.deadline("MO_SUNSHINE_3BD", start, &[]);
        assert!(
            matches!(refused, Err(DeadlineError::BadStart(_))),
            "{start}: {refused:?}"
        );
    }
    let refused = profile.deadline("MO_MOON", "2026-03-02", &[]);
    assert_eq!(refused, Err(DeadlineError::UnknownRule("MO_MOON".to_owned())));
}

#[test]
fn an_instant_late_at_night_counts_as_the_day_in_kansas_city() {
    let profile = kansas_city();
    let deadline = profile
        .deadline("MO_SUNSHINE_3BD", "2026-03-06T05:30:00Z", &[])
        .expect("deadline");
    assert_eq!(deadline.start, day("2026-03-05"));
    assert!(matches!(&deadline.work[0], Step::LocalDay { zone, .. } if zone == "America/Chicago"));
    assert_eq!(deadline.replay(), deadline.date);
}

#[test]
fn a_reader_sees_why_lincoln_day_and_washington_day_did_not_count() {
    let deadline = kansas_city()
        .deadline("MO_SUNSHINE_3BD", "2026-02-11", &[])
        .expect("deadline");
    let names: Vec<_> = deadline
        .work
        .iter()
        .filter_map(|step| match step {
            Step::Skipped {
                why: DayOff::Holiday { name, observed },
                ..
            } => Some((name.as_str(), *observed)),
            _ => None,
        })
        .collect();
    assert_eq!(names, [("lincoln", false), ("washington", false)]);
}

#[test]
fn both_readings_of_a_duty_are_given() {
    let profile = kansas_city();
    let other = |rule, start| {
        profile
            .deadline(rule, start, &[])
            .expect("deadline")
            .other
            .map(|other| other.date)
    };
    assert_eq!(other("MO_SUNSHINE_3BD", "2026-07-01"), Some(day("2026-07-07")));
    assert_eq!(other("MO_610_100_4_30D", "2026-01-15"), Some(day("2026-02-14")));
    assert_eq!(
        other("MO_610_100_4_30D_STRICT1040", "2026-01-15"),
        Some(day("2026-02-17"))
    );
    assert_eq!(other("MO_ENFORCE_1Y", "2026-01-15"), None);
}

#[test]
fn a_day_on_which_the_office_was_shut_by_snow_is_passed_over_with_its_reason() {
    let snow = |office| {
        [Closure {
            office,
            on: day("2026-03-04"),
            reason: "Snow".to_owned(),
        }]
    };
    let profile = kansas_city();
    let due = |office| {
        profile
            .deadline("MO_SUNSHINE_3BD", "2026-03-02", &snow(office))
            .expect("deadline")
    };
    assert_eq!(due(CalendarOwner::Custodian).date, day("2026-03-06"));
    assert_eq!(
        due(CalendarOwner::Court).date,
        day("2026-03-05"),
        "the court's closure is not the custodian's"
    );
    let shut = Step::Skipped {
        on: day("2026-03-04"),
        why: DayOff::Closure {
            reason: "Snow".to_owned(),
        },
    };
    assert!(due(CalendarOwner::Custodian).work.contains(&shut));
}

#[test]
fn footage_that_nobody_asked_for_is_kept_for_a_hundred_and_eighty_days() {
    assert_eq!(kansas_city().kept_until(day("2025-09-01")), day("2026-02-28"));
}

#[test]
fn a_table_that_leaves_a_line_out_has_the_built_in_value_or_is_refused_with_its_line() {
    let whole = Profile::parse(FILE).expect("it reads");
    let mut table = "";
    let mut left_out = 0;
    for (at, line) in FILE.lines().enumerate() {
        if line.starts_with('[') {
            table = line;
        }
        let plain = table.starts_with('[') && !table.starts_with("[[") && !table.starts_with("[calendar");
        let value = line
            .split_once(" = ")
            .filter(|(key, value)| !key.starts_with('#') && !value.starts_with("\"\"\""));
        let Some((key, _)) = value.filter(|_| plain) else {
            continue;
        };
        left_out += 1;
        let lines = FILE.lines().enumerate().filter(|(other, _)| *other != at);
        let file: Vec<&str> = lines.map(|(_, line)| line).collect();
        match Profile::parse(&file.join("\n")) {
            Ok(profile) => assert_eq!(profile, whole, "{table} without {key}"),
            Err(refused) => assert!(
                refused.to_string().starts_with("line "),
                "{table} without {key}: {refused}"
            ),
        }
    }
    assert!(left_out > 25, "{left_out}");
}
