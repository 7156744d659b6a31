//! What a refusal of a mail server is about (RFC 5321 4.2, RFC 3463): us, or the recipient and the letter.
//!
//! A refusal of us says nothing of the letter: once the operator has mended the setting, it goes out. The stage alone does
//! not tell the two apart, since many servers say what they think of the sender only after RCPT, or after the message.

/// How far a conversation had come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Greeting, EHLO, TLS, password, MAIL FROM: nothing about the recipient was said yet.
    BeforeRecipient,
    /// RCPT TO.
    Recipient,
    /// DATA and the message.
    Message,
}

/// Whom a refusal for ever is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// Us: sender, password, address, how we speak.
    Us,
    /// The recipient, or this letter.
    Letter,
}

/// Whom an answer of 5xx is about; `words` is its text.
pub(super) fn about(stage: Stage, code: u16, words: &str) -> About {
    // Syntax, sequence, commands, "does not accept mail", passwords (RFC 4954), parameters (RFC 5321).
    let speech = matches!(code, 500..=504 | 521 | 523..=530 | 534 | 535 | 538 | 555);
    if stage == Stage::BeforeRecipient || speech {
        return About::Us;
    }
    let us = match enhanced(words).map(parts) {
        // The sender's address; 5.2.252: "send as" is denied; 5.5: the protocol.
        Some((1, 7 | 8) | (2, 252) | (5, _)) => true,
        // Security and policy: these are about one mailbox, and all others, but for the general ones, about the sender.
        Some((7, 2 | 13 | 17 | 18)) => false,
        Some((7, detail)) if detail > 2 => true,
        // General ones say in words what they mean.
        Some((7, _) | (_, 0)) | None => speaks_of_sender(words),
        Some(_) => false,
    };
    if us { About::Us } else { About::Letter }
}

/// The enhanced status code at the beginning of an answer, such as `5.1.1` (RFC 3463).
pub(super) fn enhanced(words: &str) -> Option<&str> {
    let first = words.split_whitespace().next()?;
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (first.split('.').count() == 3 && first.split('.').all(number)).then_some(first)
}

/// Subject and detail.
fn parts(enhanced: &str) -> (u16, u16) {
    let mut parts = enhanced.split('.').skip(1).map(|part| part.parse().unwrap_or_default());
    (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
}

/// Whether the words are about who sends. Addresses are left out: they are anybody's.
fn speaks_of_sender(words: &str) -> bool {
    const SAYS: [&str; 19] = [
        "sender",
        "send as",
        "sendas",
        "mail from",
        "from address",
        "from header",
        "relay",
        "authenticat",
        "credential",
        "permission",
        "not permitted to send",
        "spf",
        "dkim",
        "dmarc",
        "client host",
        "blocked using",
        "blocklist",
        "blacklist",
        "reputation",
    ];
    let bare: Vec<&str> = words.split_whitespace().filter(|word| !word.contains('@')).collect();
    let bare = bare.join(" ").to_lowercase();
    SAYS.iter().any(|says| bare.contains(says))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_of_the_sender_is_about_us_wherever_it_is_said() {
        for (stage, code, words) in [
            (Stage::BeforeRecipient, 550, "5.1.1 anything"),
            (Stage::BeforeRecipient, 535, "5.7.8 Authentication credentials invalid"),
            (Stage::BeforeRecipient, 554, "no service for you"),
            (Stage::Recipient, 530, "5.7.0 Authentication required"),
            (Stage::Recipient, 503, "bad sequence of commands"),
            (
                Stage::Recipient,
                550,
                "5.1.8 <x@y.example>: Sender address rejected: Domain not found",
            ),
            (
                Stage::Recipient,
                550,
                "5.7.60 SMTP; Client does not have permissions to send as this sender",
            ),
            (
                Stage::Recipient,
                554,
                "5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example",
            ),
            (Stage::Recipient, 554, "5.7.1 <ana@example.org>: Relay access denied"),
            (Stage::Recipient, 550, "relay not permitted"),
            (
                Stage::Message,
                554,
                "5.2.252 SendAsDenied; daylight not allowed to send as",
            ),
            (Stage::Message, 550, "5.7.26 This mail is unauthenticated"),
            (
                Stage::Message,
                550,
                "5.7.1 Unauthenticated email is not accepted due to the domain's DMARC policy",
            ),
            (
                Stage::Message,
                553,
                "Sender address does not belong to the authenticated user",
            ),
        ] {
            assert_eq!(about(stage, code, words), About::Us, "{code} {words}");
        }
    }

    #[test]
    fn a_refusal_of_the_recipient_or_of_the_words_ends_the_letter() {
        for (stage, code, words) in [
            (Stage::Recipient, 550, "5.1.1 <sender@example.org>: no such user"),
            (Stage::Recipient, 550, "no such user here <relay@example.org>"),
            (Stage::Recipient, 552, "5.2.2 mailbox full"),
            (Stage::Recipient, 550, "5.4.1 Recipient address rejected: Access denied"),
            (Stage::Recipient, 550, "5.7.1 Recipient address rejected"),
            (Stage::Recipient, 550, "5.7.13 account disabled"),
            (Stage::Recipient, 556, "5.1.10 the domain takes no mail"),
            (Stage::Message, 554, "5.6.0 message content rejected"),
            (Stage::Message, 554, "5.7.1 this looks like spam"),
            (Stage::Message, 552, "5.3.4 message too big"),
            (Stage::Message, 554, "no"),
        ] {
            assert_eq!(about(stage, code, words), About::Letter, "{code} {words}");
        }
    }

    #[test]
    fn only_the_codes_of_an_answer_are_kept() {
        assert_eq!(enhanced("5.1.1 <ana@example.org>: no such user"), Some("5.1.1"));
        assert_eq!(enhanced("no such user ana@example.org"), None);
        assert_eq!(enhanced("1.2.3.4 is blocked"), None);
    }
}
