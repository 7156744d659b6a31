//! One file per page; staff pages in `staff`.
#![expect(clippy::needless_pass_by_value, reason = "a leptos component owns its props")]

pub mod staff;

mod about;
mod address;
mod asked;
mod certificate;
mod custodian;
mod deadline;
mod filed;
mod follow;
mod home;
mod law;
mod library;
mod log;
mod notice;
mod private;
pub mod program;
mod refusal;
mod request;
mod send_again;
pub mod statistics;
mod status;
mod track;

pub use about::{Accessibility, Privacy};
pub use certificate::{OwnCertificate, StaffCertificate};
pub use deadline::DeadlinePage;
pub use filed::Filed;
pub use follow::{Follow, FollowConfirm, FollowStop};
pub use home::Home;
pub use law::{Law, Petition};
pub use library::{Library, LibraryVideo};
pub use log::Log;
pub use notice::{CheckLetter, ConsentWish, FamilyViewingPage, NoticePage, Objection};
pub use private::Private;
pub use program::{Program, ProgramSection};
pub use refusal::{NotFound, RefusalPage};
pub use request::Request;
pub use send_again::SendAgain;
pub use statistics::StatisticsPage;
pub use status::{Status, TimelinePage};
pub use track::Track;
