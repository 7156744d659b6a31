//! Sentences one under the other.

use leptos::prelude::*;

/// Sentences as a list.
#[component]
pub fn BulletList<L>(
    /// The sentences.
    lines: L,
) -> impl IntoView
where
    L: IntoIterator<Item = &'static str>,
{
    let items: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul>{items}</ul> }
}
