//! Staff accounts.

use serde::{Deserialize, Serialize};

use super::field;
use crate::{Errors, Problem};

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
        let name = field::required(&mut errors, "name", &self.name, 120);
        let email = field::email(&mut errors, "email", &self.email);
        if email.is_none() && errors.of("email").is_none() {
            errors.add("email", Problem::Missing);
        }
        if let Some(problem) = password_problem(&self.password) {
            errors.add("password", problem);
        } else if self.password != self.again {
            errors.add("again", Problem::PasswordsDiffer);
        }
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

/// What is wrong with a password.
pub fn password_problem(password: &str) -> Option<Problem> {
    match password.chars().count() {
        0 => Some(Problem::Missing),
        length if length < PASSWORD_MIN => Some(Problem::TooShort { min: PASSWORD_MIN }),
        length if length > PASSWORD_MAX => Some(Problem::TooLong { max: PASSWORD_MAX }),
        _ => None,
    }
}
