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
    /// Key of the [`super::PersonActKind`].
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
    /// Why somebody is taken out of the log.
    pub reason: String,
    /// `yes` where nobody else is in the recording.
    pub people_logged: String,
}

echo!(PersonForm {
    reason,
    people_logged,
    pseudonym,
    seen,
    heard,
    receiver,
    name,
    postal_address,
    email,
    email_agreed_on,
    phone,
    language,
    safe_contact
});

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

impl Contact {
    /// Whether notices may go by e-mail: there is an address, and the person agreed (432.220.2).
    pub const fn agrees_to_email(&self) -> bool {
        self.email.is_some() && self.email_agreed_on.is_some()
    }
}

/// Somebody to be put into a people log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// Who they are, and where they are seen and heard.
    pub person: Person,
    /// How to reach them, if it is known already.
    pub contact: Option<Contact>,
    /// Whether nobody else is in the recording.
    pub completes: bool,
}

impl From<Person> for NewPerson {
    fn from(person: Person) -> Self {
        Self {
            person,
            contact: None,
            completes: false,
        }
    }
}

/// What a people log says of a person, apart from who they are: everything that can be corrected. Fields as in
/// [`Person`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields of Person")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts that a custodian ticks"
)]
pub struct PersonFacts {
    pub seen: Spans,
    pub heard: Spans,
    pub police_affiliated: bool,
    pub minor: bool,
    pub incapacitated: bool,
    pub deceased: bool,
}

impl PersonFacts {
    /// The person of whom they are said.
    #[must_use]
    pub fn of(self, pseudonym: String, recording: String) -> Person {
        Person {
            pseudonym,
            recording,
            seen: self.seen,
            heard: self.heard,
            police_affiliated: self.police_affiliated,
            minor: self.minor,
            incapacitated: self.incapacitated,
            deceased: self.deceased,
        }
    }
}

impl From<Person> for PersonFacts {
    fn from(person: Person) -> Self {
        Self {
            seen: person.seen,
            heard: person.heard,
            police_affiliated: person.police_affiliated,
            minor: person.minor,
            incapacitated: person.incapacitated,
            deceased: person.deceased,
        }
    }
}

impl PersonForm {
    /// The version that was seen; 0 for somebody new.
    pub fn version(&self) -> i64 {
        self.version.trim().parse().unwrap_or_default()
    }

    /// Reads somebody new in a recording, with how to reach them where that is typed: then whoever usually receives for such a
    /// person receives, unless somebody else is chosen.
    ///
    /// # Errors
    /// Every problem.
    pub fn person(&self, recording: &str) -> Result<NewPerson, Errors> {
        let mut errors = Errors::default();
        let pseudonym = field::line(&mut errors, "pseudonym", &self.pseudonym, 60);
        if pseudonym.is_empty() {
            errors.add("pseudonym", Problem::Missing);
        }
        let person = self
            .facts_with(errors)
            .map(|facts| facts.of(pseudonym, recording.to_owned()));
        if !self.says_how_to_reach() {
            return Ok(NewPerson {
                completes: self.people_logged == "yes",
                ..person?.into()
            });
        }
        let usual = person
            .as_ref()
            .ok()
            .and_then(|person| person.receivers().first().copied());
        let contact = match usual {
            Some(usual) if self.receiver.is_empty() => Self {
                receiver: usual.key().to_owned(),
                ..self.clone()
            }
            .contact(),
            _ => self.contact(),
        };
        match (person, contact) {
            (Ok(person), Ok(contact)) => Ok(NewPerson {
                person,
                contact: Some(contact),
                completes: self.people_logged == "yes",
            }),
            (Err(mut errors), Err(more)) => {
                // Who receives follows from who the person is, which is not readable yet.
                errors.0.extend(
                    more.0
                        .into_iter()
                        .filter(|(name, _)| name != "receiver" || !self.receiver.is_empty()),
                );
                Err(errors)
            }
            (Err(errors), Ok(_)) | (Ok(_), Err(errors)) => Err(errors),
        }
    }

    fn says_how_to_reach(&self) -> bool {
        let typed = [
            &self.receiver,
            &self.name,
            &self.postal_address,
            &self.email,
            &self.email_agreed_on,
            &self.phone,
            &self.safe_contact,
        ];
        typed.into_iter().any(|typed| !typed.trim().is_empty())
    }

    /// Reads what the log is to say of somebody who is in it. Their pseudonym stays: letters and orders name it.
    ///
    /// # Errors
    /// Every problem.
    pub fn facts(&self) -> Result<PersonFacts, Errors> {
        self.facts_with(Errors::default())
    }

    fn facts_with(&self, mut errors: Errors) -> Result<PersonFacts, Errors> {
        let e = &mut errors;
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
        Ok(PersonFacts {
            seen,
            heard,
            police_affiliated: is("police_affiliated"),
            minor: is("minor"),
            incapacitated: is("incapacitated"),
            deceased: is("deceased"),
        })
    }

    /// Reads why somebody is taken out of the log.
    ///
    /// # Errors
    /// When no reason is given.
    pub fn reason(&self) -> Result<String, Errors> {
        let mut errors = Errors::default();
        let reason = field::required(&mut errors, "reason", &self.reason, 1000);
        if errors.is_empty() { Ok(reason) } else { Err(errors) }
    }

    /// Reads a contact.
    ///
    /// # Errors
    /// Every problem.
    pub fn contact(&self) -> Result<Contact, Errors> {
        let mut errors = Errors::default();
        let e = &mut errors;
        let receiver = field::required_choice(e, "receiver", &self.receiver, Receiver::parse);
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
            _ => Err(errors),
        }
    }
}
