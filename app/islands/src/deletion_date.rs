//! The day on which footage would be deleted, while a day is typed.

use std::time::Duration;

use law::Date;
use leptos::{ev, prelude::*};
use office::Lang;
use texts::FilingWords;

/// Says how long footage of the day in a date field is kept. The server renders the same words for
/// the day that it knows.
#[island]
pub fn DeletionDate(
    /// Language.
    lang: Lang,
    /// Today in the agency's time zone.
    today: Date,
    /// Days for which footage that nobody holds is kept.
    keep_days: u32,
    /// Id of the date field.
    field: String,
    /// What is in it.
    typed: String,
) -> impl IntoView {
    let note = RwSignal::new(keeping(lang, today, keep_days, &typed));
    Effect::new(move |_| {
        let field = field.clone();
        let tell = move || {
            if let Some(input) = crate::input(&field) {
                note.set(keeping(lang, today, keep_days, &input.value()));
            }
        };
        // The browser may have put back what was typed before.
        tell();
        window_event_listener(ev::input, move |_| tell());
    });
    view! { <p aria-live="polite">{move || note.get()}</p> }
}

/// How long footage of a day is kept, in words; in general where the day is not known.
pub fn keeping(lang: Lang, today: Date, keep_days: u32, typed: &str) -> String {
    let day = typed.trim().parse::<Date>().ok().filter(|day| *day <= today);
    let kept = day.and_then(|day| day.checked_add(Duration::from_hours(u64::from(keep_days) * 24)).ok());
    match (day, kept) {
        (Some(day), Some(kept)) if kept < today => lang.keep_past(day, kept),
        (Some(day), Some(kept)) => lang.keep_until(day, kept),
        _ => lang.keep_general(keep_days),
    }
}

#[cfg(test)]
mod tests {
    use law::profile::Profile;

    use super::*;

    #[test]
    fn the_note_names_the_same_day_as_the_profile() {
        use texts::DateWords;
        let profile = Profile::built_in("kansas-city-mo").expect("the built-in profile");
        let today: Date = "2026-02-04".parse().expect("a day");
        for typed in ["2026-02-04", "2025-09-01", "2025-08-08", "2024-02-29"] {
            let kept = profile.kept_until(typed.parse().expect("a day"));
            let note = keeping(Lang::En, today, profile.keep_days, typed);
            assert!(note.contains(&Lang::En.day(kept)), "{typed}: {note}");
        }
    }

    #[test]
    fn a_day_that_is_none_gets_the_general_words() {
        let today: Date = "2026-02-04".parse().expect("a day");
        for typed in ["", "yesterday", "2026-02-30", "2026-02-05", "9999-12-31", "<b>"] {
            assert_eq!(
                keeping(Lang::Es, today, 180, typed),
                Lang::Es.keep_general(180),
                "{typed}"
            );
        }
    }
}
