//! Letters by e-mail and on paper, as those who answer for them see them.

use law::keyed;

/// Why a letter by e-mail was not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterCause {
    /// The recipient or the letter is refused for ever.
    Recipient,
    /// The mail server refuses our sender, password or how we speak: ours to mend.
    Sender,
    /// The mail server was not reached, or did not take it now.
    Server,
}

keyed!(LetterCause {
    Recipient => "recipient",
    Sender => "sender",
    Server => "server",
});
