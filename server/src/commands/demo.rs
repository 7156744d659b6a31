//! `daylight demo`.

use records::RecordsOffice;

use super::Failure;

/// Fills an empty database with fictional data.
///
/// # Errors
/// When the database is not empty.
pub async fn demo(office: &RecordsOffice, requests: u32, seed: u64) -> Result<(), Failure> {
    let _ = (office, requests, seed);
    Err(Failure::Undone("not yet".into()))
}
