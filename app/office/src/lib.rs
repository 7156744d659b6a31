//! The port: everything the records office can be asked, and the forms, views and refusals that go back and forth.
//!
//! [`desk`] is the table of contents: who may ask what. [`forms`] are the raw forms as they come
//! from a browser with the checks that turn them into typed values; [`views`] are the answers.
//! No SQL, no page, no cookie: the same code runs in the program and in the browser.

pub mod code;
pub mod desk;
pub mod forms;
pub mod lang;
pub mod letter;
pub mod permission;
pub mod problem;
pub mod refusal;
pub mod views;

pub use code::{AccessCode, TrackingNumber};
pub use desk::Office;
pub use lang::Lang;
pub use problem::{Errors, Problem};
pub use refusal::{OfficeResult, Refusal};
