//! The program behind `daylight`: commands, settings, web counter.

// The types of views are deep.
#![recursion_limit = "256"]

pub mod cli;
pub mod commands;
pub mod config;
pub mod log;
pub mod serve;
pub mod web;
