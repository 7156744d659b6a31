//! How a test starts a portal, and the people who use it.

pub mod forms;
pub mod html;
#[path = "../../records/tests/support/kept_movie.rs"]
#[expect(dead_code, reason = "other tests need other parts of it")]
pub mod movie;
pub mod people;
pub mod portal;
pub mod release;
pub mod shifted_clock;
pub mod time;

pub use people::{Answer, Custodian, Receipt, Resident};
pub use portal::Portal;

/// Yesterday and other days, as a form wants them. The program runs on the system's clock.
pub fn days_ago(days: i64) -> String {
    #[expect(clippy::disallowed_methods, reason = "the program under test runs on the same clock")]
    let now = jiff::Timestamp::now();
    let agency = jiff::tz::TimeZone::get("America/Chicago").expect("the agency's time zone");
    let today = now.to_zoned(agency).date();
    today
        .checked_sub(jiff::Span::new().days(days))
        .expect("a day")
        .to_string()
}

/// A form that can be filed.
pub fn sound_form() -> Vec<(&'static str, String)> {
    vec![
        ("track", "public".into()),
        ("incident_date", days_ago(3)),
        ("time_from", "14:00".into()),
        ("time_to", "15:00".into()),
        ("place", "12th Street and Oak Street".into()),
        ("division", "central".into()),
        ("description", "A traffic stop of a blue car".into()),
        ("media", "body_worn".into()),
        ("media", "in_car".into()),
        ("name", "Ana Ruiz".into()),
        ("email", "ana@example.org".into()),
        ("language", "en".into()),
        ("notify", "email".into()),
        ("website", String::new()),
    ]
}

/// The same form with one answer changed.
pub fn form_with(name: &'static str, value: &str) -> Vec<(&'static str, String)> {
    let mut form = sound_form();
    form.retain(|(known, _)| *known != name);
    form.push((name, value.to_owned()));
    form
}

/// A fresh key of a form.
pub fn fresh_key() -> String {
    use std::sync::atomic::{AtomicU64, Ordering};
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!(
        "{:016x}{:016x}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    )
}
