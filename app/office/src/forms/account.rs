//! Staff accounts: signing in, passwords, second factors, and what administrators do.

use law::keyed;
use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem, views::Role};

/// The form at `/staff/sign-in`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct SignInForm {
    pub email: String,
    pub password: String,
    /// Path to go to afterwards; only a path under `/staff` is followed.
    pub next: String,
}

echo!(SignInForm { email });

/// The forms at `/staff/sign-in/code` and `/staff/confirm`: a code of the second factor, or a recovery code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct FactorForm {
    pub code: String,
    /// As in [`SignInForm`].
    pub next: String,
}

echo!(FactorForm {});

/// First account, from a one-time link.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct NewPasswordForm {
    pub token: String,
    pub name: String,
    pub email: String,
    pub password: String,
    pub again: String,
}

echo!(NewPasswordForm { name, email });

/// An account that can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewPassword {
    pub token: String,
    pub name: String,
    pub email: String,
    pub password: String,
}

/// Least length of a password in characters (NIST SP 800-63B-4, 3.1.1.2: fifteen where it is the
/// only factor; OWASP ASVS 5.0, 6.2.1 and 6.2.9).
pub const PASSWORD_MIN: usize = 15;
/// Greatest length of a password in characters.
pub const PASSWORD_MAX: usize = 200;

impl NewPasswordForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self) -> Result<NewPassword, Errors> {
        let mut errors = Errors::default();
        let (name, email) = who(&mut errors, &self.name, &self.email);
        twice(&mut errors, &self.password, &self.again);
        match email {
            Some(email) if errors.is_empty() => Ok(NewPassword {
                token: self.token.clone(),
                name,
                email,
                password: self.password.clone(),
            }),
            _ => Err(errors),
        }
    }
}

fn who(errors: &mut Errors, name: &str, email: &str) -> (String, Option<String>) {
    let name = field::required(errors, "name", name, 120);
    let email = field::email(errors, "email", email);
    if email.is_none() && errors.of("email").is_none() {
        errors.add("email", Problem::Missing);
    }
    (name, email)
}

fn twice(errors: &mut Errors, password: &str, again: &str) {
    if let Some(problem) = password_problem(password) {
        errors.add("password", problem);
    } else if password != again {
        errors.add("again", Problem::PasswordsDiffer);
    }
}

/// What is wrong with a password.
pub fn password_problem(password: &str) -> Option<Problem> {
    match password.chars().count() {
        0 => Some(Problem::Missing),
        length if length < PASSWORD_MIN => Some(Problem::TooShort { min: PASSWORD_MIN }),
        length if length > PASSWORD_MAX => Some(Problem::TooLong { max: PASSWORD_MAX }),
        _ => None,
    }
}

/// The form at `/staff/link/{token}`: a password for an account that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct ChosenPasswordForm {
    pub token: String,
    pub password: String,
    pub again: String,
}

echo!(ChosenPasswordForm {});

impl ChosenPasswordForm {
    /// Reads the form.
    ///
    /// # Errors
    /// Every problem.
    pub fn check(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        twice(&mut errors, &self.password, &self.again);
        if errors.is_empty() {
            Ok(self.password.clone())
        } else {
            Err(errors)
        }
    }
}

/// What somebody does with their own account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnAct {
    /// Chooses another password.
    Password,
    /// Ends every other session.
    SignOut,
    /// Begins to enroll a second factor.
    Begin,
    /// Shows its first code.
    Enroll,
    /// Makes new recovery codes.
    Codes,
    /// Takes the second factor away.
    Remove,
    /// Gets the daily mail of what is due.
    MailOn,
    /// Does without it.
    MailOff,
}

keyed!(OwnAct {
    Password => "password",
    SignOut => "sign_out",
    Begin => "begin",
    Enroll => "enroll",
    Codes => "codes",
    Remove => "remove",
    MailOn => "mail_on",
    MailOff => "mail_off",
});

/// The forms at `/staff/account`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct OwnAccountForm {
    /// Key of the [`OwnAct`].
    pub act: String,
    /// The password until now.
    pub current: String,
    pub password: String,
    pub again: String,
    pub code: String,
}

echo!(OwnAccountForm {});

impl OwnAccountForm {
    /// Reads the new password.
    ///
    /// # Errors
    /// Every problem.
    pub fn password(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        if self.current.is_empty() {
            errors.add("current", Problem::Missing);
        }
        twice(&mut errors, &self.password, &self.again);
        if errors.is_empty() {
            Ok(self.password.clone())
        } else {
            Err(errors)
        }
    }
}

/// What an administrator does with an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountAct {
    /// Makes one, with a one-time link.
    Invite,
    /// Gives another role.
    Role,
    /// Makes a one-time link for another password.
    Reset,
    /// Ends every session.
    SignOut,
    /// Links to an officer of the register.
    Officer,
    /// Takes a lost second factor away.
    RemoveFactor,
    /// Disables it.
    Disable,
    /// Enables it again.
    Enable,
}

keyed!(AccountAct {
    Invite => "invite",
    Role => "role",
    Reset => "reset",
    SignOut => "sign_out",
    Officer => "officer",
    RemoveFactor => "remove_factor",
    Disable => "disable",
    Enable => "enable",
});

/// The forms at `/staff/accounts` and `/staff/accounts/{id}`: `act` says which.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the forms")]
pub struct AccountForm {
    /// Key of the [`AccountAct`].
    pub act: String,
    pub name: String,
    pub email: String,
    pub role: String,
    pub officer: String,
}

echo!(AccountForm {
    name,
    email,
    role,
    officer
});

/// An account to be made, whose holder chooses the password.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct NewAccount {
    pub name: String,
    pub email: String,
    pub role: Role,
}

/// What is to be changed of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in AccountAct")]
pub enum AccountChange {
    Role(Role),
    Reset,
    SignOut,
    Officer(Option<String>),
    RemoveFactor,
    Disable,
    Enable,
}

impl AccountForm {
    /// Reads whom to invite.
    ///
    /// # Errors
    /// Every problem.
    pub fn invited(&self) -> Result<NewAccount, Errors> {
        let mut errors = Errors::default();
        let (name, email) = who(&mut errors, &self.name, &self.email);
        let role = field::required_choice(&mut errors, "role", &self.role, Role::parse);
        match (email, role) {
            (Some(email), Some(role)) if errors.is_empty() => Ok(NewAccount { name, email, role }),
            _ => Err(errors),
        }
    }

    /// Reads what to change; `None` where the act is none of these.
    ///
    /// # Errors
    /// Every problem.
    pub fn change(&self) -> Result<Option<AccountChange>, Errors> {
        let mut errors = Errors::default();
        let change = match AccountAct::parse(&self.act) {
            None | Some(AccountAct::Invite) => None,
            Some(AccountAct::Role) => {
                let role = field::required_choice(&mut errors, "role", &self.role, Role::parse);
                role.map(AccountChange::Role)
            }
            Some(AccountAct::Officer) => {
                let officer = field::line(&mut errors, "officer", &self.officer, 60);
                Some(AccountChange::Officer((!officer.is_empty()).then_some(officer)))
            }
            Some(AccountAct::Reset) => Some(AccountChange::Reset),
            Some(AccountAct::SignOut) => Some(AccountChange::SignOut),
            Some(AccountAct::RemoveFactor) => Some(AccountChange::RemoveFactor),
            Some(AccountAct::Disable) => Some(AccountChange::Disable),
            Some(AccountAct::Enable) => Some(AccountChange::Enable),
        };
        if errors.is_empty() { Ok(change) } else { Err(errors) }
    }
}
