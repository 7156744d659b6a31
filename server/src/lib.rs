//! The program behind `daylight`: commands, settings, web counter.

pub mod cli;
pub mod commands;
pub mod config;
pub mod log;
pub mod serve;
pub mod web;
