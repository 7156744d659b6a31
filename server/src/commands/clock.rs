//! `daylight clock`.

use jiff::{SignedDuration, Timestamp, civil::DateTime};
use law::profile::Profile;
use records::RecordsOffice;

use super::Failure;
use crate::{cli::ClockCommand, output::line};

/// The time that an operator names may differ from the clock by so much: they read it from another one.
const READ: SignedDuration = SignedDuration::from_mins(5);

/// Shows the clock, or confirms it.
pub async fn clock(office: &RecordsOffice, profile: &Profile, asked: ClockCommand) -> Result<(), Failure> {
    match asked {
        ClockCommand::Show => show(office).await,
        ClockCommand::Confirm { time, reason } => confirm(office, profile, &time, &reason).await,
    }
}

async fn show(office: &RecordsOffice) -> Result<(), Failure> {
    let found = office.clock_report().await.map_err(Failure::from_error)?;
    line(format_args!("The clock says {:.0}", found.clock))?;
    match found.newest {
        Some(newest) => line(format_args!("The newest entry is of {newest:.0}"))?,
        None => line("There is no entry yet")?,
    }
    if found.ahead > 0 {
        line(format_args!(
            "{} entries of docket and audit log lie ahead of the clock; if it is right, `daylight clock confirm` sets them aside",
            found.ahead
        ))?;
    }
    if let Some(told) = office.clock_told().await.map_err(Failure::from_error)? {
        line(told)?;
    }
    match found.trouble {
        None => Ok(()),
        Some(trouble) => Err(Failure::Undone(trouble.to_string())),
    }
}

async fn confirm(office: &RecordsOffice, profile: &Profile, time: &str, reason: &str) -> Result<(), Failure> {
    let named = instant(time, profile).ok_or_else(|| {
        Failure::Usage(format!(
            "{time:?} is no time, expected one like 2026-03-02T17:30, on the agency's clock, or 2026-03-02T17:30:00-06:00"
        ))
    })?;
    let reason = super::reason(reason)?;
    let clock = office.clock().now();
    if clock.duration_since(named).abs() > READ {
        return Err(Failure::Undone(format!(
            "the clock says {clock:.0}, and you say {named:.0}: set the clock right first"
        )));
    }
    let set_aside = office.confirm_clock(reason).await.map_err(Failure::from_error)?;
    line("The clock is confirmed; every program that runs on these records goes by it within a minute")?;
    match set_aside {
        0 => Ok(()),
        1 => line("1 entry that lay ahead of it is set aside: no day is taken from it, and what it tells stands"),
        count => line(format_args!(
            "{count} entries that lay ahead of it are set aside: no day is taken from them, and what they tell stands"
        )),
    }
}

fn instant(time: &str, profile: &Profile) -> Option<Timestamp> {
    let civil = || {
        let time: DateTime = time.parse().ok()?;
        profile.time_zone().to_timestamp(time).ok()
    };
    time.parse().ok().or_else(civil)
}
