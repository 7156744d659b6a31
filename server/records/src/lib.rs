//! The records office: what stands behind the port that the crate `office` declares.
//!
//! [`RecordsOffice`] is opened from a [`Setup`] and answers everybody who may ask something. A use
//! case loads, lets the law decide, saves, posts its letters and commits, in one transaction.
//! [`store`] holds the SQL, [`letters`] the letters, [`mail`] what sends them, [`worker`] what runs
//! by itself, [`accounts`] who signs in.
//!
//! # Errors
//! What returns [`Stored`](fault::Stored) fails with [`Fault::Database`](fault::Fault::Database) when the engine does not do
//! what it is asked; what returns [`OfficeResult`](::office::OfficeResult) with
//! [`Refusal::Unavailable`](::office::Refusal::Unavailable) then. A function has a section of its own where there is more to
//! say.

#![expect(
    clippy::missing_errors_doc,
    reason = "said once, above, for the errors that all have"
)]
// Both break the program where the disk is full or nobody reads: see `server::output`.
#![warn(clippy::print_stderr, clippy::print_stdout)]

pub mod accounts;
pub mod clock;
mod disk;
pub mod fault;
pub mod files;
pub(crate) mod ids;
pub mod letters;
pub mod mail;
pub mod media;
pub mod office;
pub mod scan;
pub mod secret;
pub mod store;
pub mod worker;

pub use self::{
    accounts::{AddStaffError, Attempt, Begun, Hashing, NewStaff, Place},
    office::{RecordsOffice, Setup, StartError, Submission},
};
