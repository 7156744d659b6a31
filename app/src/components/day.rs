//! Days, for people and for programs.

use law::{Date, clock::ClockId};
use leptos::prelude::*;
use texts::DateWords;

use crate::context::lang;

/// A day written out, with the day as programs read it. A due day names its clock.
#[component]
pub fn Day(
    /// The day.
    date: Date,
    /// The clock that it is the due day of.
    #[prop(default = None)]
    clock: Option<ClockId>,
    /// Short, for tables.
    #[prop(optional)]
    short: bool,
) -> impl IntoView {
    let lang = lang();
    let words = if short { lang.short_day(date) } else { lang.day(date) };
    view! { <time class="bwc-day" datetime=date.to_string() data-clock=clock.map(ClockId::key)>{words}</time> }
}

/// Whole days from one day to another; negative when it lies before.
pub fn days_between(from: Date, to: Date) -> i32 {
    i32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(i32::MAX)
}
