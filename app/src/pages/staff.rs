//! The console.

mod absences;
mod accounts;
mod act;
mod assign;
mod audit;
mod calendar;
mod capacities;
mod components;
mod console_form;
mod court;
mod coverage;
mod deletions;
mod erase;
mod files;
mod first_account;
mod intake;
mod letter_preview;
mod library;
mod link;
mod mail;
mod notes;
mod notices;
mod orders;
mod own_account;
mod people;
mod program;
mod proposals;
mod queue;
mod recordings;
mod release;
mod request;
mod second_factor;
mod sheets;
mod sign_in;
mod templates;
mod viewings;

use leptos::prelude::*;
use office::{
    OfficeResult, Refusal,
    views::{Role, Staff},
};

use crate::context::visitor;

pub use absences::AbsencesPage;
pub use accounts::{AccountPage, Accounts};
pub use act::ActPage;
pub use assign::AssignPage;
pub use audit::{Audit, ReadingPage, audit_filter};
pub use calendar::Calendar;
pub use capacities::{PersonCapacities, RequestCapacities};
pub use components::ComponentsPage;
pub use court::{CourtCasePage, CourtCases, NewCourtCase};
pub use coverage::CoveragePage;
pub use deletions::{DeletionListPage, DeletionLists};
pub use erase::Erase;
pub use files::Files;
pub use first_account::First;
pub use intake::{NewCode, NewRequest, NewestReceipt, RequestReceipt};
pub use library::Publications;
pub use link::Link;
pub use mail::{Mail, MailLetter};
pub use notes::{Mentions, NoticeNotes, RecordingNotes, RequestNotes};
pub use notices::{Envelopes, Letters, NoticePage, Notices};
pub use orders::{NewOrder, OrderPage, Orders};
pub use own_account::OwnAccountPage;
pub use people::{People, PersonPage};
pub use program::{ProgramFields, ProgramText, ProgramTexts};
pub use proposals::{ProposalPage, Proposals};
pub use queue::Queue;
pub use recordings::{ImportPage, ImportRecordings, NewRecording, RecordingPage, Recordings};
pub use release::ReleasePage;
pub use request::{MatchesPage, RequestPage};
pub use second_factor::{Confirm, SecondFactor};
pub use sheets::RequestSheets;
pub use sign_in::SignIn;
pub use templates::{LetterTemplate, LetterTemplates};
pub use viewings::{NoticeViewings, Viewings};

/// A link to a file for whoever may open it; its name alone for others.
fn file_link(href: String, words: String, may_open: fn(Role) -> bool) -> AnyView {
    if may(may_open) {
        view! { <a href=href>{words}</a> }.into_any()
    } else {
        view! { <span>{words}</span> }.into_any()
    }
}

/// Whether the role of whoever is signed in allows it.
fn may(allowed: fn(Role) -> bool) -> bool {
    signed_in().is_ok_and(|by| allowed(by.role))
}

/// Who is signed in. The session layer sends who is not to sign in first.
pub(super) fn signed_in() -> OfficeResult<Staff> {
    visitor().staff.ok_or(Refusal::SignIn)
}
