//! Boxes that set a few words apart.

use leptos::prelude::*;

/// What a banner is about; said by its words, shown by its color.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Something to know.
    #[default]
    Plain,
    /// Done, open, in time.
    Open,
    /// Somebody must act.
    Waiting,
    /// Overdue, refused, wrong.
    Stop,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Plain => "bwc-banner",
            Self::Open => "bwc-banner bwc-banner--open",
            Self::Waiting => "bwc-banner bwc-banner--waiting",
            Self::Stop => "bwc-banner bwc-banner--stop",
        }
    }
}

/// A box with a title: something that the reader must not miss.
#[component]
pub fn Banner(
    /// Title, in bold.
    #[prop(into)]
    title: String,
    /// What it is about.
    #[prop(optional)]
    tone: Tone,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=tone.class()>
            <p class="bwc-banner__title">{title}</p>
            {children()}
        </div>
    }
}

/// A quiet box beside the flow of the text.
#[component]
pub fn Inset(children: Children) -> impl IntoView {
    view! { <div class="bwc-inset">{children()}</div> }
}
