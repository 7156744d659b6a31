//! The forms' other half: what a POST does. One file per form; each asks the office, then goes on with
//! 303, or shows the same page again with what was typed. What
//! changes anything does so once for each form: [`super::submission`].

mod accounts;
mod act;
mod capacities;
mod court;
mod coverage;
mod deletions;
mod filing;
mod follow;
mod intake;
mod letter;
mod matches;
mod note;
mod notice;
mod people;
mod private;
mod program;
mod proposal;
mod queue;
mod recordings;
mod staff;
mod template;
mod track;
mod viewing;

pub use accounts::{account, invite, own};
pub use act::{act, add_closure, erase};
pub use capacities::{person_capacities, request_capacities};
pub use court::{court_case, new_case};
pub use coverage::coverage;
pub use deletions::{deletion_csv, deletion_list, make_deletion_list};
pub use filing::{close_receipt, file};
pub use follow::{confirm, follow, stop};
pub use intake::{intake, reissue_code};
pub use letter::letter;
pub use matches::matches;
pub use note::{mention, notice_note, recording_note, request_note};
pub use notice::{check, leave, object, open, wish};
pub use people::{act_on_notice, add_person, files, person, release};
pub use private::private;
pub use program::{edit_program, edit_program_fields};
pub use proposal::proposal;
pub use queue::{absence, assign, queue, request};
pub use recordings::{act_on_import, import_recordings, new_order, new_recording, order, recording};
pub use staff::{confirm_again, first, link, second_factor, sign_in, sign_out};
pub use template::edit_template;
pub use track::track;
pub use viewing::{family_viewing, viewing};

use axum::response::Response;
use office::{
    OfficeResult,
    forms::{Echo, RefusedValue, at_its_field},
    views::LetterPreview,
};

use super::page::Page;

/// Shows the letters of an act that was only looked at, or the form again with why it would not be done.
async fn shown<F: Clone + Echo + Send + Sync + 'static>(
    page: Page,
    form: F,
    letters: OfficeResult<LetterPreview>,
) -> Response {
    match letters {
        Ok(letters) => page.with(letters, form).await,
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// Leads on to where the work of a form leads, or shows the form again with what was typed and why it was not done.
async fn answer<F: Clone + Echo + Send + Sync + 'static>(
    page: Page,
    form: F,
    worked: OfficeResult<String>,
) -> Response {
    match worked {
        Ok(onward) => page.redirect(&onward),
        Err(refusal) => page.rerender_with_errors(form, refusal).await,
    }
}

/// The same, of a form whose values the law may refuse: each is told at its field.
async fn answer_at_fields<F: Clone + Echo + RefusedValue + Send + Sync + 'static>(
    page: Page,
    form: F,
    worked: OfficeResult<String>,
) -> Response {
    let worked = worked.map_err(|refusal| at_its_field(&form, refusal));
    answer(page, form, worked).await
}
