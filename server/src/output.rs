//! What a command says on standard output. `println!` breaks the program where the output is closed or its disk is full;
//! here that is a failure like others, which a server may pass over.

use std::{
    fmt::Display,
    io::{self, Write as _},
};

use jiff::Zoned;

use crate::commands::Failure;

/// A line on standard output.
///
/// # Errors
/// [`Failure::Undone`] when it cannot be written.
pub fn line(line: impl Display) -> Result<(), Failure> {
    text(&format!("{line}\n"))
}

/// Lines that go to standard output many at a time.
#[derive(Debug, Default)]
pub struct Gathered(String);

impl Gathered {
    /// How many bytes wait.
    const MOST: usize = 64 * 1024;

    /// Adds text, line ends included.
    ///
    /// # Errors
    /// [`Failure::Undone`] when what waited cannot be written.
    pub fn add(&mut self, lines: &str) -> Result<(), Failure> {
        self.0.push_str(lines);
        if self.0.len() < Self::MOST {
            return Ok(());
        }
        text(&std::mem::take(&mut self.0))
    }

    /// Writes what waits.
    ///
    /// # Errors
    /// [`Failure::Undone`] when it cannot be written.
    pub fn end(self) -> Result<(), Failure> {
        text(&self.0)
    }
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

/// An instant with its distance from UTC, as programs read it (RFC 3339): of the hour that comes twice in autumn, it says which.
pub fn with_offset(at: &Zoned) -> String {
    at.timestamp().display_with_offset(at.offset()).to_string()
}
