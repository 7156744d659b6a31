//! `daylight deadline`: works without a database, so it knows the profile's closures alone.

use law::{deadline::Deadline, profile::DeadlineError};
use office::Lang;
use texts::LawWords as _;

use super::Failure;
use crate::{config::Config, output::line};

/// Prints a deadline.
///
/// # Errors
/// When there is no such rule or the start is no day.
pub fn deadline(config: &Config, rule: &str, start: &str, json: bool) -> Result<(), Failure> {
    let deadline = config
        .profile
        .deadline(rule, start, &[])
        .map_err(|error| wrong(config, &error))?;
    if json {
        line(serde_json::to_string_pretty(&deadline).map_err(Failure::from_error)?)
    } else {
        line(describe(&deadline))
    }
}

/// The date alone, then each step.
fn describe(deadline: &Deadline) -> String {
    let mut lines = vec![
        deadline.date.to_string(),
        format!("{} ({})", deadline.rule, deadline.section),
    ];
    lines.extend(deadline.work.iter().map(|step| Lang::En.step(step)));
    lines.push(format!("Calendar: {}", deadline.calendar));
    if let Some(other) = &deadline.other {
        lines.push(format!(
            "The other reading gives {} ({}, {})",
            other.date, other.rule, other.section
        ));
    }
    lines.join("\n")
}

fn wrong(config: &Config, error: &DeadlineError) -> Failure {
    let DeadlineError::UnknownRule(asked) = error else {
        return Failure::Usage(error.to_string());
    };
    let near = near(asked, config.profile.rules().iter().map(|rule| rule.name.as_str()));
    Failure::Usage(format!("no rule is named {asked:?}; near it are {}", near.join(", ")))
}

/// The five names most like what was typed, by the pairs of letters they share.
fn near<'a>(asked: &str, names: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let asked = asked.to_ascii_uppercase();
    let pairs: Vec<&[u8]> = asked.as_bytes().windows(2).collect();
    let likeness = |name: &str| name.as_bytes().windows(2).filter(|pair| pairs.contains(pair)).count();
    let mut names: Vec<&str> = names.collect();
    names.sort_by_key(|name| (std::cmp::Reverse(likeness(name)), *name));
    names.truncate(5);
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_rule_finds_the_rule() {
        let names = ["MO_ARREST_30", "MO_SUNSHINE_3BD", "CHI_COPA_60"];
        assert_eq!(near("mo_sunshine_3db", names.into_iter())[0], "MO_SUNSHINE_3BD");
    }
}
