//! Every row of `deadlines.csv`, and that the explanation gives the day.

use law::profile::Profile;

fn kansas_city() -> Profile {
    Profile::built_in("kansas-city-mo").expect("the built-in profile")
}

#[test]
fn every_row_of_the_table_holds_and_its_explanation_gives_the_same_day() {
    let profile = kansas_city();
    let mut rows = csv::Reader::from_path(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/deadlines.csv")).expect("table");
    let mut seen = 0;
    for row in rows.records() {
        let row = row.expect("row");
        let (rule, start, expected, why) = (&row[0], &row[1], &row[2], &row[3]);
        let deadline = profile.deadline(rule, start, &[]).expect("deadline");
        assert_eq!(
            deadline.date.to_string(),
            expected,
            "{rule} from {start}: {why}\n{:#?}",
            deadline.work
        );
        assert_eq!(deadline.replay(), deadline.date, "{rule} from {start}");
        seen += 1;
    }
    assert_eq!(seen, 48);
}
