//! The page of whoever filed.

use law::{
    Date,
    bar::Bar,
    fee::{Fee, FeeAccount},
    request::ActKind,
};

use super::{Actor, HeldView, OwnCase, Paper, PublicStatus};
use crate::{Lang, forms::Notify, forms::RequestDetails};

/// A message between requester and custodian.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageView {
    /// Day.
    pub on: Date,
    /// Who wrote.
    pub by: Actor,
    /// What it belongs to, for example the question asked.
    pub act: ActKind,
    /// The words.
    pub text: String,
    /// The files that came with it.
    pub papers: Vec<Paper>,
    /// The day on which the act that it belongs to was taken back, because it was a mistake.
    pub taken_back: Option<Date>,
}

/// A requester's own view of the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrivateView {
    /// What everybody may know.
    pub status: PublicStatus,
    /// What was asked.
    pub asked: RequestDetails,
    /// Language of letters.
    pub language: Lang,
    /// What is held.
    pub held: Option<HeldView>,
    /// How they hear of changes.
    pub notify: Notify,
    /// Where letters by e-mail go, if anywhere.
    pub email: Option<String>,
    /// The fee.
    pub fee: Fee,
    /// Its estimate, deposit, payments and refunds.
    pub account: FeeAccount,
    /// The court cases that concern it, the oldest first.
    pub cases: Vec<OwnCase>,
    /// Messages both ways, oldest first.
    pub messages: Vec<MessageView>,
    /// Papers that came with the request itself, or with a step that has no words.
    pub papers: Vec<Paper>,
    /// What the requester can do now, and what stands in the way of the rest:
    /// `AnswerClarification`, `AskGrounds`, `Write`, `AcceptFee`, `NarrowRequest`, `ChallengeFee`, `Withdraw`.
    pub acts: Vec<(ActKind, Option<Bar>)>,
}
