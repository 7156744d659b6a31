//! `daylight staff`.

use std::io::BufRead as _;

use office::{AccessCode, forms::PASSWORD_MAX, views::Role};
use records::{AddStaffError, NewStaff, RecordsOffice, secret};

use super::Failure;
use crate::output::line;

/// Makes an account.
///
/// # Errors
/// When the address has one, or the password is too short.
pub async fn add(office: &RecordsOffice, email: String, name: String, role: Role, stdin: bool) -> Result<(), Failure> {
    let password = if stdin {
        typed()?
    } else {
        AccessCode::make(&secret::random()).grouped()
    };
    let shown = (!stdin).then(|| password.clone());
    let staff = office
        .add_staff(NewStaff {
            name,
            email,
            role,
            password,
        })
        .await
        .map_err(|error| match error {
            AddStaffError::Missing | AddStaffError::Password(_) => Failure::Usage(error.to_string()),
            AddStaffError::Taken | AddStaffError::Refused(_) => Failure::from_error(error),
        })?;
    line(format_args!(
        "{} ({}) can sign in as {}",
        staff.name,
        staff.email,
        staff.role.key()
    ))?;
    if let Some(password) = shown {
        line(format_args!("Password, shown only now: {password}"))?;
    }
    Ok(())
}

fn typed() -> Result<String, Failure> {
    let mut line = String::new();
    // More than a password can hold, and no more.
    let most = u64::try_from(PASSWORD_MAX * 4 + 2).unwrap_or(u64::MAX);
    let read = std::io::Read::take(std::io::stdin().lock(), most).read_line(&mut line);
    read.map_err(|error| Failure::Usage(format!("the password cannot be read from standard input: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
