//! People logs, and how to reach the people in them.

use law::{
    Date,
    person::{Person, Receiver},
    span::Spans,
};
use serde::{Deserialize, Serialize};

use super::{field, order::bad_span};
use crate::{Errors, Lang, Problem};

/// The forms at `/staff/recordings/{id}/people` and `/staff/people/{id}`: a person, or a contact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct PersonForm {
    /// `person`, `contact`.
    pub act: String,
    pub version: String,
    pub pseudonym: String,
    pub seen: String,
    pub heard: String,
    /// Any of `police_affiliated`, `minor`, `incapacitated`, `deceased`.
    pub facts: Vec<String>,
    pub receiver: String,
    pub name: String,
    pub postal_address: String,
    pub email: String,
    pub email_agreed_on: String,
    pub phone: String,
    pub language: String,
    pub safe_contact: String,
}

/// How to reach a person, or who receives for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields of the form")]
pub struct Contact {
    pub receiver: Receiver,
    pub name: String,
    pub postal_address: String,
    pub email: Option<String>,
    /// Since when they agree to electronic notice (432.220.2).
    pub email_agreed_on: Option<Date>,
    pub phone: String,
    /// The language of their letters.
    pub language: Lang,
    /// What keeps them safe when they are reached, in words.
    pub safe_contact: String,
}

impl PersonForm {
    /// The version that was seen; 0 for somebody new.
    pub fn version(&self) -> i64 {
        self.version.trim().parse().unwrap_or_default()
    }

    /// Reads a person of a recording.
    ///
    /// # Errors
    /// Every problem.
    pub fn person(&self, recording: &str) -> Result<Person, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let pseudonym = field::line(e, "pseudonym", &self.pseudonym, 60);
        if pseudonym.is_empty() {
            e.add("pseudonym", Problem::Missing);
        }
        let mut spans = |name: &str, typed: &str| {
            Spans::parse(typed).unwrap_or_else(|_| {
                e.add(name, bad_span(typed));
                Spans::none()
            })
        };
        let (seen, heard) = (spans("seen", &self.seen), spans("heard", &self.heard));
        if seen.is_empty() && heard.is_empty() && errors.is_empty() {
            errors.add("seen", Problem::Missing);
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let is = |fact: &str| self.facts.iter().any(|ticked| ticked == fact);
        Ok(Person {
            pseudonym,
            recording: recording.to_owned(),
            seen,
            heard,
            police_affiliated: is("police_affiliated"),
            minor: is("minor"),
            incapacitated: is("incapacitated"),
            deceased: is("deceased"),
        })
    }

    /// Reads a contact.
    ///
    /// # Errors
    /// Every problem.
    pub fn contact(&self) -> Result<Contact, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let receiver = field::choice(e, "receiver", &self.receiver, Receiver::parse);
        let name = field::required(e, "name", &self.name, 200);
        let postal_address = field::text(e, "postal_address", &self.postal_address, 500);
        let email = field::email(e, "email", &self.email);
        let email_agreed_on = field::date(e, "email_agreed_on", &self.email_agreed_on);
        if email_agreed_on.is_some() && email.is_none() && e.of("email").is_none() {
            e.add("email", Problem::Missing);
        }
        let phone = field::line(e, "phone", &self.phone, 60);
        let safe_contact = field::text(e, "safe_contact", &self.safe_contact, 1_000);
        match receiver {
            Some(receiver) if errors.is_empty() => Ok(Contact {
                receiver,
                name,
                postal_address,
                email,
                email_agreed_on,
                phone,
                language: Lang::parse(&self.language).unwrap_or_default(),
                safe_contact,
            }),
            Some(_) => Err(errors),
            None => {
                if errors.of("receiver").is_none() {
                    errors.add("receiver", Problem::Missing);
                }
                Err(errors)
            }
        }
    }
}
