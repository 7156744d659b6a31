//! The next date.

use law::{Date, clock::ClockId};
use leptos::prelude::*;
use texts::DateWords;

use super::Day;
use crate::context::lang;

/// The date that matters next, large, with the days left.
#[component]
pub fn NextDate(
    /// What happens by then.
    #[prop(into)]
    label: String,
    /// The day.
    date: Date,
    /// The clock that it is the due day of.
    #[prop(default = None)]
    clock: Option<ClockId>,
    /// Whole days from today; negative when it has passed.
    days_left: i32,
) -> impl IntoView {
    let lang = lang();
    view! {
        <p class="bwc-next-date" class:bwc-next-date--late={days_left < 0}>
            <span class="bwc-next-date__label">{label}</span>
            " "
            <span class="bwc-next-date__day"><Day date clock/></span>
            " "
            <span class="bwc-next-date__left">{lang.days_left(days_left)}</span>
        </p>
    }
}
