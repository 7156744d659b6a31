//! A letter as a mail message: typed addresses, fixed headers, text and HTML.

use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use lettre::{
    Message,
    message::{
        Mailbox, MultiPart,
        header::{HeaderName, HeaderValue},
    },
};

use super::address::{address, visible_ascii};
use crate::letters::Sender;

/// A letter on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// One for the life of the letter.
    pub message_id: String,
    /// Address.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// As text.
    pub text: String,
    /// As HTML.
    pub html: String,
    /// Where one press stops these letters (RFC 8058), if they can be stopped.
    pub stop_url: Option<String>,
}

impl Mail {
    /// The Message-ID in angle brackets.
    pub(super) fn bracketed_id(&self) -> String {
        format!("<{}>", self.message_id.trim_matches(['<', '>']))
    }

    /// The name of its file: the same for the same letter, so that a second attempt writes over the
    /// first.
    pub(super) fn file_name(&self) -> String {
        let bare = self.message_id.trim_matches(['<', '>']);
        let local = bare.split('@').next().unwrap_or(bare);
        let plain: String = local
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' })
            .take(120)
            .collect();
        format!("{plain}.eml")
    }
}

/// Makes the message.
///
/// Says why when it must not be made: an address, subject or link that holds what could become a
/// header of its own. The reason names no person.
pub(super) fn compose(sender: &Sender, mail: &Mail, now: Timestamp) -> Result<Message, &'static str> {
    let from = sender
        .mail
        .from(&sender.base_url, &sender.agency)
        .ok_or("the sender's address is unusable")?;
    let to = address(&mail.to).ok_or("the address is unusable")?;
    let id = mail.bracketed_id();
    if !one_line(&mail.subject) || mail.subject.chars().count() > 200 {
        return Err("the subject is unusable");
    }
    if !visible_ascii(&id) || id.len() > 250 {
        return Err("the Message-ID is unusable");
    }
    let mut message = Message::builder()
        .from(from)
        .to(Mailbox::new(None, to))
        .subject(&mail.subject)
        .message_id(Some(id))
        .date(instant(now))
        .raw_header(header("Auto-Submitted", "auto-generated"));
    if let Some(reply_to) = sender.mail.reply_to() {
        message = message.reply_to(reply_to);
    }
    if let Some(url) = &mail.stop_url {
        if !visible_ascii(url) || url.contains(['<', '>', ',']) {
            return Err("the address for stopping is unusable");
        }
        message = message
            .raw_header(header("List-Unsubscribe", &format!("<{url}>")))
            .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
    message
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
        .map_err(|_| "the message cannot be put together")
}

fn one_line(text: &str) -> bool {
    !text
        .chars()
        .any(|c| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'))
}

/// A header of visible ASCII, written as it is.
fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), value.to_owned(), value.to_owned())
}

fn instant(now: Timestamp) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(u64::try_from(now.as_second()).unwrap_or_default())
}
