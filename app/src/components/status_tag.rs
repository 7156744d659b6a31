//! The status of a request, in a word, a shape and a color.

use law::request::Stage;
use leptos::prelude::*;
use texts::{CommonWords, LawWords};

use crate::context::lang;

/// A stage's tag; a second one says when a day was missed.
#[component]
pub fn StatusTag(
    /// The stage.
    stage: Stage,
    /// Whether a duty is past its day.
    #[prop(optional)]
    late: bool,
) -> impl IntoView {
    let lang = lang();
    let (class, shape) = class_and_shape(stage);
    view! {
        <span class=class data-status=stage.key()>
            <Mark shape/>
            {lang.stage(stage)}
        </span>
        {late.then(|| view! { " "<span class="bwc-status-tag bwc-status-tag--stop"><Mark shape=STOP/>{lang.overdue()}</span> })}
    }
}

/// Filled circle: released, clear.
const OPEN: &str = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z";
/// Triangle: somebody must act.
const WAITING: &str = "M8 2l7 12H1z";
/// Square: closed by law, or ended.
const CLOSED: &str = "M2.5 2.5h11v11h-11z";
/// Octagon: refused, overdue.
const STOP: &str = "M5 1.5h6l3.5 3.5v6L11 14.5H5L1.5 11V5z";

const fn class_and_shape(stage: Stage) -> (&'static str, &'static str) {
    match stage {
        Stage::Ordered | Stage::Ready | Stage::Released | Stage::Partial => {
            ("bwc-status-tag bwc-status-tag--open", OPEN)
        }
        Stage::Received
        | Stage::UnderReview
        | Stage::Clarify
        | Stage::Delayed
        | Stage::FeePending
        | Stage::CourtPending
        | Stage::Redacting
        | Stage::NoticeGate => ("bwc-status-tag bwc-status-tag--waiting", WAITING),
        Stage::WaitInactive | Stage::NoRecord | Stage::Withdrawn => ("bwc-status-tag bwc-status-tag--closed", CLOSED),
        Stage::Denied | Stage::OrderDenied => ("bwc-status-tag bwc-status-tag--stop", STOP),
    }
}

#[component]
fn Mark(shape: &'static str) -> impl IntoView {
    view! {
        <svg class="bwc-status-tag__mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=shape fill="currentColor"/>
        </svg>
    }
}
