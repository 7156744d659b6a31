//! The clocks of a request.

use law::clock::{ClockId, Ending};
use leptos::prelude::*;
use office::views::ClockView;
use texts::{LawWords, StatusWords};

use super::{ClockWork, Day};
use crate::context::{lang, office};

/// Each clock with its day, how it ended, and the work behind its date.
#[component]
pub fn ClockList(
    /// The clocks, in the order to show.
    clocks: Vec<ClockView>,
    /// Whether the work is open from the start.
    #[prop(optional)]
    open: bool,
) -> impl IntoView {
    let items: Vec<_> = clocks
        .into_iter()
        .map(|clock| view! { <ClockItem clock open/> })
        .collect();
    view! { <ul class="bwc-clock-list">{items}</ul> }
}

#[component]
fn ClockItem(clock: ClockView, open: bool) -> impl IntoView {
    let lang = lang();
    let ended = clock.clock.ended.map(|end| {
        let late = (clock.late && end.how == Ending::Met).then(|| view! { " "<strong>{lang.clock_late()}</strong> });
        view! { " "{lang.ending(end.how)}": "<Day date=end.on short=true/>{late} }
    });
    let left = clock
        .clock
        .runs()
        .then(|| view! { " "{lang.clock_runs(clock.days_left)} });
    let work = match clock.deadline.clone() {
        Some(deadline) => view! { <ClockWork deadline open/> }.into_any(),
        None => view! { <p>{lang.clock_duty(clock.clock.id)}</p> }.into_any(),
    };
    view! {
        <li class="bwc-clock-list__item">
            <p class="bwc-clock-list__name">{lang.clock(clock.clock.id)}</p>
            <p><Day date=clock.clock.due clock=Some(clock.clock.id)/>"."{left}{ended}</p>
            {other_reading(&clock).map(|words| view! { <p>{words}</p> })}
            {reading(&clock).map(|words| view! { <p>{words}</p> })}
            {clock_changes(&clock)}
            {work}
        </li>
    }
}

/// Why a day moved with a closure that was entered later, or did not.
pub fn clock_changes(clock: &ClockView) -> impl IntoView + use<> {
    let lang = lang();
    let moved = clock.moved_from.map(|from| view! { <p>{lang.clock_moved(from)}</p> });
    let unheeded: Vec<_> = clock
        .unheeded
        .iter()
        .map(|closure| view! { <p>{lang.clock_unmoved(closure.on, &closure.reason)}</p> })
        .collect();
    view! { {moved}{unheeded} }
}

/// The day under the other defensible reading of the law, where there is one. A clock that binds the agency is held to
/// the earlier of the two.
pub fn other_reading(clock: &ClockView) -> Option<String> {
    clock
        .clock
        .outer
        .map(|outer| lang().other_reading(outer, clock.clock.id.binds_agency()))
}

/// How the office reads what ends the three days, while they run: a choice that counsel must confirm, shown beside the day.
pub fn reading(clock: &ClockView) -> Option<String> {
    let act = clock.clock.id == ClockId::C1 && clock.clock.runs();
    let (lang, office) = (lang(), office());
    let choice = office
        .profile()
        .interpretation("act_on_request_reading")
        .filter(|_| act)?;
    let note = lang.pick(choice.note.clone());
    Some(lang.read_so(&note, &choice.section))
}
