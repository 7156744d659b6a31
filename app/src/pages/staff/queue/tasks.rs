//! What waits for whoever looks, beside requests, each with the way there.

use leptos::prelude::*;
use office::views::Task;
use texts::TaskWords;

use crate::context::lang;

/// For whom requests are worked by others it is why they are here, so that it is said even where nothing waits.
#[component]
pub fn Tasks(tasks: Vec<Task>, works: bool) -> impl IntoView {
    let lang = lang();
    if tasks.is_empty() {
        return (!works).then(|| view! { <p>{lang.tasks_none()}</p> }).into_any();
    }
    let lines = tasks
        .into_iter()
        .map(|task| {
            view! { <li><a href=lang.path(task.path())>{lang.task(task.kind, task.number)}</a></li> }
        })
        .collect_view();
    view! { <ul class="bwc-queue-tasks" aria-label=lang.tasks_title()>{lines}</ul> }.into_any()
}
