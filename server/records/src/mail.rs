//! Mail: letters leave the office over SMTP, or as files, or into memory for tests.
//!
//! SMTP cannot deliver exactly once: when the line breaks after the last byte, nobody knows. So each
//! letter keeps one Message-ID for life, an attempt that may have failed is made again, and a mail
//! program that sees the same Message-ID twice shows it once.

mod address;
mod files;
mod message;
mod server_refusal;
#[cfg(test)]
pub(crate) mod sink;
mod smtp;
#[cfg(test)]
mod tests;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;

use crate::letters::Sender;

pub use address::{MailAddress, MailAddresses, mail_domain};
pub use message::Mail;

/// What became of an attempt to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// Handed over.
    Sent,
    /// Not now: the line broke, or an answer of 4xx. Says why, without personal data.
    Later(String),
    /// The mail server refuses us, not the letter: our sender's address, our password, how we speak. It goes out once that
    /// is mended. Says why, without personal data.
    RefusesUs(String),
    /// The mail server cannot be reached or says nothing: no other letter would fare better. Says why, without personal data.
    Unreachable(String),
    /// Never: the recipient or the letter is refused, or the address cannot be used. A person must look. Says why,
    /// without personal data.
    Never(String),
}

/// Where letters leave. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Mailer(Backend);

#[derive(Clone, Debug)]
enum Backend {
    Smtp(Arc<smtp::Smtp>),
    Files(PathBuf),
    Memory(Arc<Mutex<Vec<SentMail>>>),
}

/// A letter that was posted into memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentMail {
    /// Who got it.
    pub to: String,
    /// Its Message-ID, in angle brackets.
    pub message_id: String,
    /// The whole message as it would have gone over the line.
    pub message: String,
}

impl Mailer {
    /// Reads the setting: `file:DIR`, `smtp://user:pass@host:port` or `smtps://…`.
    ///
    /// `smtp://` begins in the clear and asks for TLS: it must have it where a password would travel
    /// beyond this machine, and takes it if offered where none does. `?tls=required`,
    /// `?tls=opportunistic` and `?tls=none` say otherwise.
    ///
    /// # Errors
    /// The value, without its password, and what was expected.
    pub fn parse(value: &str) -> Result<Self, String> {
        let value = value.trim();
        let expected = |why: &str| {
            let shown = smtp::without_password(value);
            format!("{shown}: {why}; expected file:DIR, smtp://user:pass@host:port or smtps://user:pass@host:port")
        };
        if let Some(folder) = value.strip_prefix("file:") {
            return if folder.is_empty() {
                Err(expected("no folder is named"))
            } else {
                Ok(Self(Backend::Files(folder.into())))
            };
        }
        if value.starts_with("smtp://") || value.starts_with("smtps://") {
            let smtp = smtp::Smtp::parse(value).map_err(|why| expected(&why))?;
            return Ok(Self(Backend::Smtp(Arc::new(smtp))));
        }
        Err(expected("this is no way to send mail"))
    }

    /// Whether letters go to a mail server, and so to people.
    pub fn reaches_people(&self) -> bool {
        matches!(self.0, Backend::Smtp(_))
    }

    /// Waits only so long for a connection or a letter: for tests.
    #[cfg(test)]
    pub(crate) fn impatient(self, patience: std::time::Duration) -> Self {
        match self.0 {
            Backend::Smtp(smtp) => {
                let smtp = Arc::into_inner(smtp).expect("only here").impatient(patience);
                Self(Backend::Smtp(Arc::new(smtp)))
            }
            other => Self(other),
        }
    }

    /// Takes away what a program that was killed left of letters it was writing. Whole ones are not touched.
    pub fn sweep(&self) {
        if let Backend::Files(folder) = &self.0 {
            files::sweep(folder);
        }
    }

    /// Letters stay in memory: for tests.
    pub fn memory() -> Self {
        Self(Backend::Memory(Arc::default()))
    }

    /// What was posted into memory, oldest first; nothing for the other ways.
    pub fn posted(&self) -> Vec<SentMail> {
        match &self.0 {
            Backend::Memory(posted) => posted.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Backend::Smtp(_) | Backend::Files(_) => Vec::new(),
        }
    }

    /// Tries once to send.
    pub async fn attempt(&self, sender: &Sender, mail: &Mail, now: Timestamp) -> Attempt {
        let message = match message::compose(sender, mail, now) {
            Ok(message) => message,
            Err(why) => return Attempt::Never(why.to_owned()),
        };
        match &self.0 {
            Backend::Smtp(smtp) => smtp.send(&message).await,
            Backend::Files(folder) => files::write(folder.clone(), mail.file_name(), message.formatted()).await,
            Backend::Memory(posted) => {
                let message = String::from_utf8_lossy(&message.formatted()).into_owned();
                let letter = SentMail {
                    to: mail.to.clone(),
                    message_id: mail.bracketed_id(),
                    message,
                };
                posted.lock().unwrap_or_else(PoisonError::into_inner).push(letter);
                Attempt::Sent
            }
        }
    }
}
