//! What a request holds: time, whatever the clock showed, and whatever camera of whatever division recorded in it.

use jiff::civil::date;
use law::hold::ClockChange;
use office::{
    desk::{MatchDesk as _, PublicDesk as _},
    forms::{FilingForm, SubmissionKey},
};
use records::office::recordings::import::Mode;

use crate::support::{Filed, Town};

crate::on_both_engines!(
    both_readings_of_a_doubled_hour_are_held,
    a_skipped_hour_is_held_and_told,
    a_rough_guess_of_time_division_or_camera_holds_all_the_same,
    a_hold_of_an_earlier_version_covers_everything_until_it_is_worked_out,
);

const DOUBLED_HOUR: &[u8] = include_bytes!("../cases/doubled-hour.csv");
const ROUGH_TIME: &[u8] = include_bytes!("../cases/rough-time.csv");

async fn imports(town: &Town, file: &[u8]) {
    let report = town.office.import_lines(file.to_vec(), None, Mode::AllOrNone).await;
    assert!(report.unwrap().bad.is_empty());
}

/// The numbers of the recordings that the export forbids to delete.
async fn held(town: &Town) -> Vec<String> {
    let export = town.holds_export().await;
    let last = |line: &str| line.rsplit(',').next().unwrap_or_default().to_owned();
    export
        .lines()
        .skip(1)
        .map(last)
        .filter(|name| !name.is_empty())
        .collect()
}

fn asking(town: &Town, day: &str, hours: (&str, &str)) -> FilingForm {
    FilingForm {
        incident_date: day.into(),
        time_from: hours.0.into(),
        time_to: hours.1.into(),
        ..town.resident("Ana").form()
    }
}

async fn asks<'t>(town: &'t Town, day: &str, hours: (&str, &str)) -> Filed<'t> {
    town.resident("Ana").files_form(asking(town, day, hours)).await
}

async fn both_readings_of_a_doubled_hour_are_held(town: Town) {
    town.today_is(date(2026, 12, 1));
    imports(&town, DOUBLED_HOUR).await;
    let ana = asks(&town, "2026-11-01", ("01:00", "02:00")).await;
    assert_eq!(held(&town).await, ["FB-3", "FB-1"], "not the one at four o'clock");
    let told = ana.receipt.held.unwrap();
    assert_eq!(told.from, date(2026, 11, 1).at(0, 30, 0, 0));
    assert_eq!(told.to, date(2026, 11, 1).at(2, 30, 0, 0));
    assert_eq!(told.change, Some(ClockChange::Doubled));
    let cole = town.custodian().await.staff;
    let suggested = town
        .office
        .recordings_of(&cole, ana.number(), 1)
        .await
        .unwrap()
        .suggested;
    let suggested: Vec<&str> = suggested.iter().map(|one| one.line.source_id.as_str()).collect();
    assert_eq!(suggested, ["FB-3", "FB-1"]);
}

async fn a_skipped_hour_is_held_and_told(town: Town) {
    town.today_is(date(2027, 4, 1));
    let ana = asks(&town, "2027-03-14", ("02:15", "02:45")).await;
    let told = ana.receipt.held.unwrap();
    assert_eq!(told.change, Some(ClockChange::Skipped));
    assert_eq!(told.from, date(2027, 3, 14).at(0, 45, 0, 0));
    assert_eq!(told.to, date(2027, 3, 14).at(4, 15, 0, 0));
}

async fn a_rough_guess_of_time_division_or_camera_holds_all_the_same(town: Town) {
    town.today_is(date(2026, 12, 1));
    imports(&town, ROUGH_TIME).await;
    let form = asking(&town, "2026-11-20", ("14:30", "15:00"));
    let key = SubmissionKey::parse(&form.key).unwrap();
    let ana = town.resident("Ana").files_form(form).await;
    assert_eq!(held(&town).await, ["RT-3", "RT-2", "RT-1"]);
    // The division that was asked about comes first all the same, and of it what runs in the time.
    let cole = town.custodian().await.staff;
    let suggested = town
        .office
        .recordings_of(&cole, ana.number(), 1)
        .await
        .unwrap()
        .suggested;
    let suggested: Vec<&str> = suggested.iter().map(|one| one.line.source_id.as_str()).collect();
    assert_eq!(suggested, ["RT-2", "RT-1", "RT-3"]);
    // The same form again is told the same.
    let again = town.office.receipt(&key).await.unwrap().unwrap();
    assert_eq!(again.held, ana.receipt.held);
}

async fn a_hold_of_an_earlier_version_covers_everything_until_it_is_worked_out(town: Town) {
    town.today_is(date(2026, 12, 1));
    imports(&town, DOUBLED_HOUR).await;
    let ana = asks(&town, "2026-11-01", ("01:00", "02:00")).await;
    let old = "INSERT INTO hold (request_id, no, kind, placed_on, recorded_from, recorded_to, division, media) \
         SELECT request_id, 2, kind, placed_on, '2026-11-01T06:00', '2026-11-01T06:30', division, media FROM hold";
    town.raw(old).await.unwrap();
    assert_eq!(held(&town).await, ["FB-3", "FB-1", "FB-2"]);
    town.second_counter().await;
    assert_eq!(held(&town).await, ["FB-3", "FB-1"], "{}", ana.number());
    for by_hand in [
        "UPDATE hold SET covers_to = covers_from",
        "UPDATE hold SET covers_from = NULL",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
}
