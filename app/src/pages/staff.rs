//! The console.

mod accounts;
mod act;
mod calendar;
mod first;
mod program;
mod queue;
mod request;
mod sign_in;

use office::{Answer, Refusal, views::Staff};

use crate::front::visitor;

pub use accounts::Accounts;
pub use act::ActPage;
pub use calendar::Calendar;
pub use first::First;
pub use program::{ProgramText, ProgramTexts};
pub use queue::Queue;
pub use request::RequestPage;
pub use sign_in::SignIn;

/// Who is signed in. The session layer sends who is not to sign in first.
fn signed_in() -> Answer<Staff> {
    visitor().staff.ok_or(Refusal::SignIn)
}
