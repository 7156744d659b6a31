//! The rules as people meet them: worked examples, the profile files, and what always holds.

mod corrections;
mod days;
mod fees;
mod holds;
mod profile;
mod properties;
mod support;
mod workflow;
