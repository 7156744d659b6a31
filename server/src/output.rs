//! What a command says on standard output. `println!` breaks the program where the output is closed or its disk is full;
//! here that is a failure like others, which a server may pass over.

use std::{
    fmt::Display,
    io::{self, Write as _},
};

use crate::commands::Failure;

/// A line on standard output.
///
/// # Errors
/// [`Failure::Undone`] when it cannot be written.
pub fn line(line: impl Display) -> Result<(), Failure> {
    text(&format!("{line}\n"))
}

/// Text on standard output, as it is.
///
/// # Errors
/// [`Failure::Undone`] when it cannot be written.
pub fn text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    written.map_err(|why| Failure::Undone(format!("standard output cannot be written: {why}")))
}
