//! People shown in footage: their notices, days, objections and actions, and the gate before a release.

mod acts;
mod copies;
mod courts;
mod deletion_list;
mod diary;
mod gate;
mod notices;
mod objections;
mod publication;
mod random;
mod register;
mod retention;
mod spans;
mod support;
