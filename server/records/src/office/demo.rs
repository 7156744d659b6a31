//! Fictional data.
