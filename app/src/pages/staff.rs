//! The console.

mod accounts;
mod act;
mod calendar;
mod first;
mod queue;
mod request;
mod sign_in;

pub use accounts::Accounts;
pub use act::ActPage;
pub use calendar::Calendar;
pub use first::First;
pub use queue::Queue;
pub use request::RequestPage;
pub use sign_in::SignIn;
