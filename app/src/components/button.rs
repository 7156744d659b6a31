//! Buttons, and links that look like them.

use leptos::prelude::*;

/// How much a button weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The page's main action: one on a page.
    #[default]
    Main,
    /// Another action.
    Second,
    /// An action that ends something.
    Stop,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Main => "bwc-button",
            Self::Second => "bwc-button bwc-button--second",
            Self::Stop => "bwc-button bwc-button--stop",
        }
    }
}

/// A button that sends its form.
#[component]
pub fn Button(
    /// Weight.
    #[prop(optional)]
    kind: ButtonKind,
    /// Field name sent with the form, for a form with several buttons.
    #[prop(optional, into)]
    name: Option<String>,
    /// Value sent under that name.
    #[prop(optional, into)]
    value: Option<String>,
    children: Children,
) -> impl IntoView {
    view! { <button type="submit" class=kind.class() name=name value=value>{children()}</button> }
}

/// A link that leads to the page's action.
#[component]
pub fn ButtonLink(
    /// Where it leads, with the language.
    #[prop(into)]
    href: String,
    /// Weight.
    #[prop(optional)]
    kind: ButtonKind,
    children: Children,
) -> impl IntoView {
    view! { <a class=kind.class() href=href>{children()}</a> }
}
