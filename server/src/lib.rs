//! The program behind `daylight`: commands, settings, web state.

// Both break the program where the disk is full or nobody reads: see `server::output`.
#![warn(clippy::print_stderr, clippy::print_stdout)]
// The types of views are deep.
#![recursion_limit = "256"]

pub mod cli;
pub mod commands;
pub mod config;
pub mod log;
pub mod output;
pub mod serve;
pub mod web;
