//! The forms' other half: what a POST does. One file per form; each asks the office, then goes on with
//! 303, or shows the same page again with what was typed.

mod act;
mod filing;
mod follow;
mod notice;
mod people;
mod private;
mod program;
mod recordings;
mod staff;
mod track;

pub use act::{act, add_closure};
pub use filing::{close_receipt, file};
pub use follow::{confirm, follow, stop};
pub use notice::{check, leave, object, open};
pub use people::{act_on_notice, add_person, files, person, release};
pub use private::private;
pub use program::edit_program;
pub use recordings::{import_recordings, new_order, new_recording, order, recording};
pub use staff::{first, sign_in, sign_out};
pub use track::track;

use super::state::AppState;
use office::forms::SubmissionKey;

/// A form that came without a sound key, from a program for instance, gets one of its own; it is then
/// not told apart from the same form posted again.
fn keyed(state: &AppState, key: &mut String) {
    if SubmissionKey::parse(key).is_none() {
        *key = state.office.submission_key();
    }
}
