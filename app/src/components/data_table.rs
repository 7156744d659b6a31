//! Tables.

use leptos::prelude::*;

/// A table that scrolls inside its own box and keeps its first column. The rows are the children:
/// `<tr>` with a `<th scope="row">` first.
#[component]
pub fn DataTable(
    /// Id of the caption, one for each table of a page.
    #[prop(into)]
    id: String,
    /// What the table shows.
    #[prop(into)]
    caption: String,
    /// Heads of the columns.
    head: Vec<String>,
    /// Whether only programs that read aloud need the caption, since a heading says the same.
    #[prop(optional)]
    quiet_caption: bool,
    /// Whether each row is one line, for a list to work through.
    #[prop(optional)]
    dense: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="bwc-data-table" class:bwc-dense=dense role="region" aria-labelledby=id.clone() tabindex="0">
            <table class="bwc-data-table__table">
                <caption class="bwc-data-table__caption" class:bwc-unseen=quiet_caption id=id.clone()>{caption}</caption>
                <thead>
                    <tr>{head.into_iter().map(|head| view! { <th scope="col">{head}</th> }).collect_view()}</tr>
                </thead>
                <tbody>{children()}</tbody>
            </table>
        </div>
    }
}
