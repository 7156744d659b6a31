//! `daylight demo`.

use records::{RecordsOffice, office::demo::DemoError};

use super::Failure;

/// Fills an empty database with fictional data, and prints who can sign in.
///
/// # Errors
/// When the database is not empty.
pub async fn demo(office: &RecordsOffice, requests: u32, seed: u64) -> Result<(), Failure> {
    let made = office
        .demo(requests, seed)
        .await
        .map_err(|error: DemoError| Failure::from_error(error))?;
    println!(
        "{} fictional requests. Who can sign in at /staff/sign-in:",
        made.requests
    );
    for (email, password) in made.accounts {
        println!("  {email}  {password}");
    }
    Ok(())
}
