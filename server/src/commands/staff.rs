//! `daylight staff`.

use std::{fmt::Write as _, io::BufRead as _};

use office::{
    AccessCode, Lang, Problem, Refusal,
    forms::{AccountChange, PASSWORD_MAX},
    views::{Account, Role},
};
use records::{AddStaffError, NewStaff, RecordsOffice, secret};
use serde_json::json;
use texts::ProblemWords as _;

use super::Failure;
use crate::{
    cli::StaffCommand,
    output::{line, text, with_offset},
};

/// Does what was asked of accounts.
///
/// # Errors
/// One clear line where it cannot be done.
pub async fn run(office: &RecordsOffice, base_url: &str, command: StaffCommand) -> Result<(), Failure> {
    match command {
        StaffCommand::Add {
            email,
            name,
            role,
            password_stdin,
        } => add(office, email, name, role, password_stdin).await,
        StaffCommand::List { json } => list(office, json).await,
        StaffCommand::Disable { email } => {
            let account = change(office, &email, AccountChange::Disable).await?;
            line(format_args!(
                "{} is disabled, and every session has ended",
                who(&account)
            ))
        }
        StaffCommand::Enable { email } => {
            let account = change(office, &email, AccountChange::Enable).await?;
            line(format_args!("{} is enabled", who(&account)))
        }
        StaffCommand::Role { email, role } => {
            let account = change(office, &email, AccountChange::Role(role)).await?;
            line(format_args!("{} is {} now", who(&account), role.key()))
        }
        StaffCommand::Password { email, password_stdin } => {
            if password_stdin {
                set_password(office, &email).await
            } else {
                let account = change(office, &email, AccountChange::Reset).await?;
                print_link(office, base_url, &account).await
            }
        }
        StaffCommand::SignOut { email } => {
            let account = change(office, &email, AccountChange::SignOut).await?;
            line(format_args!("Every session of {} has ended", who(&account)))
        }
    }
}

/// Makes an account, with a typed password or one that is made up.
async fn add(office: &RecordsOffice, email: String, name: String, role: Role, stdin: bool) -> Result<(), Failure> {
    let password = if stdin {
        typed()?
    } else {
        AccessCode::make(&secret::random()).grouped()
    };
    let shown = (!stdin).then(|| password.clone());
    let new = NewStaff {
        name,
        email,
        role,
        password,
    };
    let staff = office.add_staff(new).await.map_err(|error| match error {
        AddStaffError::Missing | AddStaffError::Password(_) => Failure::Usage(error.to_string()),
        AddStaffError::Taken | AddStaffError::Refused(_) => Failure::from_error(error),
    })?;
    line(format_args!(
        "{} ({}) can sign in as {}",
        staff.name,
        staff.email,
        staff.role.key()
    ))?;
    match shown {
        Some(password) => line(format_args!("Password, shown only now: {password}")),
        None => Ok(()),
    }
}

async fn print_link(office: &RecordsOffice, base_url: &str, account: &Account) -> Result<(), Failure> {
    let link = office
        .waiting_link(&account.staff.id)
        .await
        .map_err(Failure::from_error)?;
    let link = link.ok_or_else(|| Failure::Undone("the link was used or replaced already".to_owned()))?;
    line(format_args!(
        "One-time link to choose the password, until {}: {base_url}/staff/link/{}",
        with_offset(&link.until),
        link.token
    ))
}

async fn list(office: &RecordsOffice, as_json: bool) -> Result<(), Failure> {
    let accounts = office.all_accounts().await.map_err(Failure::from_error)?;
    if as_json {
        let all: Vec<_> = accounts.iter().map(as_value).collect();
        let list = serde_json::to_string_pretty(&all).map_err(Failure::from_error)?;
        return line(list);
    }
    let mut table = String::new();
    for account in &accounts {
        let last = account
            .signed_in
            .as_ref()
            .map_or_else(|| "never".to_owned(), with_offset);
        let also = if account.staff.administers && account.staff.role != Role::Admin {
            " and administers"
        } else {
            ""
        };
        let _ = writeln!(
            table,
            "{}\t{}\t{}{also}\t{}\tlast sign-in {last}",
            account.staff.email,
            account.staff.name,
            account.staff.role.key(),
            state(account),
        );
    }
    text(&table)
}

fn as_value(account: &Account) -> serde_json::Value {
    json!({
        "email": account.staff.email,
        "name": account.staff.name,
        "role": account.staff.role.key(),
        "administers": account.staff.administers,
        "state": state(account),
        "enabled": account.disabled_on.is_none(),
        "created_on": account.created_on.to_string(),
        "disabled_on": account.disabled_on.map(|day| day.to_string()),
        "last_sign_in": account.signed_in.as_ref().map(with_offset),
        "second_factor": account.second_factor,
        "officer": account.staff.officer,
    })
}

const fn state(account: &Account) -> &'static str {
    match (account.disabled_on, account.has_password) {
        (Some(_), _) => "disabled",
        (None, true) => "enabled",
        (None, false) => "invited",
    }
}

async fn known(office: &RecordsOffice, email: &str) -> Result<Account, Failure> {
    let found = office.account_of(email).await.map_err(Failure::from_error)?;
    found.ok_or_else(|| told(&Refusal::NotFound, email))
}

/// Changes an account, as the operator.
async fn change(office: &RecordsOffice, email: &str, change: AccountChange) -> Result<Account, Failure> {
    let account = known(office, email).await?;
    office
        .change_account_as(None, &account.staff.id, change)
        .await
        .map_err(|refusal| told(&refusal, email))?;
    Ok(account)
}

async fn set_password(office: &RecordsOffice, email: &str) -> Result<(), Failure> {
    let account = known(office, email).await?;
    office
        .set_password(&account.staff.id, typed()?)
        .await
        .map_err(|refusal| match &refusal {
            Refusal::Invalid { errors } if errors.of("password").is_some() => {
                Failure::Usage(told(&refusal, email).to_string())
            }
            _ => told(&refusal, email),
        })?;
    line(format_args!(
        "The password of {} is set, and every session has ended",
        who(&account)
    ))
}

fn who(account: &Account) -> String {
    format!("{} ({})", account.staff.name, account.staff.email)
}

/// Why it cannot be done, in one line.
fn told(refusal: &Refusal, email: &str) -> Failure {
    let first: Option<&Problem> = match refusal {
        Refusal::Invalid { errors } => errors.0.first().map(|(_, problem)| problem),
        _ => None,
    };
    Failure::Undone(match (refusal, first) {
        (_, Some(problem)) => format!("{email}: {}", Lang::En.problem(problem)),
        (Refusal::NotFound, _) => format!("there is no account with the e-mail address {email}"),
        _ => refusal.to_string(),
    })
}

fn typed() -> Result<String, Failure> {
    let mut line = String::new();
    // More than a password can hold, and no more.
    let most = u64::try_from(PASSWORD_MAX * 4 + 2).unwrap_or(u64::MAX);
    let read = std::io::Read::take(std::io::stdin().lock(), most).read_line(&mut line);
    read.map_err(|error| Failure::Usage(format!("the password cannot be read from standard input: {error}")))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
