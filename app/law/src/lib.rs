//! The law's rules, pure: no clock, no database, no page.
//!
//! What an agency may and must do, and by when, under a [`profile::Profile`] (first: Kansas City,
//! Missouri, RSMo chapter 610). Every function takes the day as an argument, every refusal is a
//! [`bar::Bar`] that names its reason and section, every date comes with its work.

pub mod bar;
mod bilingual;
pub mod calendar;
pub mod capacity;
pub mod clock;
pub mod closeness;
pub mod court;
pub mod coverage;
pub mod deadline;
pub mod deletion_list;
pub mod denial;
pub mod disclosure_order;
pub mod event;
pub mod fee;
pub mod hold;
mod keys;
pub mod notice;
pub mod objection;
pub mod person;
pub mod profile;
pub mod proposal;
pub mod publication;
pub mod recording;
pub mod redaction;
pub mod release;
pub mod request;
pub mod request_order;
pub mod request_state;
pub mod retention;
pub mod span;
pub mod viewing;

pub use bilingual::{Bilingual, both, month_name};
pub use jiff::civil::{Date, DateTime, Time};
