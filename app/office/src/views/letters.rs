//! Letters by e-mail and on paper, as those who answer for them see them.

use law::{Date, keyed};

use crate::TrackingNumber;

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

/// Where a letter by e-mail stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    /// It waits to be sent, for the first time or once more.
    Waiting,
    /// It could not be sent, and nobody tries it again by itself.
    Failed,
    /// A mail server took it.
    Sent,
    /// It came back although a mail server had taken it.
    Returned,
    /// It failed or came back, and a member of staff has dealt with it.
    Settled,
}

keyed!(MailState {
    Waiting => "waiting",
    Failed => "failed",
    Sent => "sent",
    Returned => "returned",
    Settled => "settled",
});

/// A letter by e-mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLine {
    /// Our id.
    pub id: String,
    /// The request it is about.
    pub number: TrackingNumber,
    /// The notice it carries, if it carries one.
    pub notice: Option<String>,
    /// Its subject: fixed words and the number.
    pub subject: String,
    /// Address; empty for those who do not work requests, and once erased.
    pub to: String,
    /// Day on which it was written.
    pub on: Date,
    /// Where it stands.
    pub state: MailState,
    /// Why it is not sent, and what the mail server said; no personal data.
    pub why: Option<(LetterCause, String)>,
    /// How often it was tried.
    pub attempts: u32,
    /// What can be done with it.
    pub acts: Vec<LetterActKind>,
}

/// A letter on paper to whoever filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    /// Our id.
    pub id: String,
    /// The request it is about.
    pub number: TrackingNumber,
    /// The day on whose print run it is.
    pub made_on: Date,
    /// The day on which it was given to the post.
    pub posted_on: Option<Date>,
    /// The day on which it came back.
    pub returned_on: Option<Date>,
    /// What can be done with it.
    pub acts: Vec<LetterActKind>,
}

/// What is done with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterActKind {
    /// It is tried again at once.
    Again,
    /// It goes to another address, and later ones too where it is whoever filed.
    Address,
    /// Its words go into the print queue.
    Paper,
    /// Nothing more is to be done with it.
    Aside,
    /// It was given to the post.
    Posted,
    /// It came back.
    Returned,
}

keyed!(LetterActKind {
    Again => "again",
    Address => "address",
    Paper => "paper",
    Aside => "aside",
    Posted => "posted",
    Returned => "returned",
});

/// Which letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LettersView {
    /// Those by e-mail that failed or came back, and wait for a person.
    #[default]
    Failed,
    /// Those by e-mail that wait to be sent.
    Waiting,
    /// Those on paper that are not posted yet.
    Paper,
}

keyed!(LettersView {
    Failed => "failed",
    Waiting => "waiting",
    Paper => "paper",
});

/// How many letters need a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetterCounts {
    /// By e-mail: failed or came back.
    pub failed: u64,
    /// By e-mail: waiting.
    pub waiting: u64,
    /// Of those that wait: the mail server refuses our sender.
    pub sender_refused: u64,
    /// On paper: not posted yet.
    pub paper: u64,
}

/// A page of letters, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LettersPage {
    /// Which.
    pub view: LettersView,
    /// Those by e-mail; at most [`super::PAGE_LINES`].
    pub mails: Vec<MailLine>,
    /// Those on paper; at most [`super::PAGE_LINES`].
    pub papers: Vec<PaperLine>,
    /// How many there are in this part.
    pub total: u64,
    /// From 1.
    pub page: u32,
    /// How many in each part.
    pub counts: LetterCounts,
}

/// The letters of one thing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LettersOf {
    /// By e-mail, the newest first.
    pub mails: Vec<MailLine>,
    /// On paper, the newest first.
    pub papers: Vec<PaperLine>,
}

/// One letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LetterView {
    /// By e-mail.
    Mail(MailLine),
    /// On paper.
    Paper(PaperLine),
}

/// How whoever filed hears of the last entry of the docket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldBy {
    /// A letter by e-mail was written.
    Mail,
    /// A letter on paper is in the print queue.
    Paper,
    /// Only their private page says it.
    Page,
}
