//! What the requester may ask behind number and code.

use async_trait::async_trait;
use law::{
    bar::Reason,
    request::{Act, ActKind},
};
use office::{
    OfficeResult, Refusal,
    desk::{Requester, RequesterDesk},
    forms::{Message, NewProof},
    views::{PaperFile, PrivateView},
};
use texts::PaperWords as _;

use super::{
    RecordsOffice,
    change::{Change, Principal},
};
use crate::store::{
    holds, messages, requesters, requests,
    status::{self, Reader},
};

/// The requester's acts, in the order in which they are shown.
pub(super) const ACTS: [ActKind; 7] = [
    ActKind::AnswerClarification,
    ActKind::AskGrounds,
    ActKind::Write,
    ActKind::AcceptFee,
    ActKind::NarrowRequest,
    ActKind::ChallengeFee,
    ActKind::Withdraw,
];

fn with_words(by: &Requester, act: Act, message: Message) -> Change {
    Change {
        key: Some(message.key),
        text: Some(message.text),
        papers: message.papers,
        ..Change::new(by.number.clone(), Principal::Requester, act)
    }
}

/// Pressing the button twice is no error.
fn twice_is_once(answer: OfficeResult<()>) -> OfficeResult<()> {
    match answer {
        Err(Refusal::Barred { bar }) if bar.reason == Reason::AlreadyDone => Ok(()),
        other => other,
    }
}

#[async_trait]
impl RequesterDesk for RecordsOffice {
    async fn private(&self, by: &Requester) -> OfficeResult<PrivateView> {
        let known = status::find(&self.store, &by.number).await?.ok_or(Refusal::NotFound)?;
        let known = self.standing_now(known).await?.unsealed_for(Reader::Requester);
        let requester = requesters::find(self.store.reader(), &known.id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let now = self.now();
        let email = requester.address().map(str::to_owned);
        let (messages, papers) = messages::with_papers(&self.store, &known.id).await?;
        Ok(PrivateView {
            status: self.public_status(&known, now),
            asked: requester.asked,
            language: requester.language,
            held: holds::footage_of(self.store.reader(), &known.id)
                .await?
                .map(|footage| self.held_view(&footage)),
            notify: requester.notify,
            email,
            fee: known.state.fee.clone(),
            account: known.state.account.clone(),
            cases: self.own_cases(&known.id).await?,
            messages,
            papers,
            acts: ACTS
                .into_iter()
                .map(|kind| (kind, known.state.bar(kind, now.today)))
                .collect(),
        })
    }

    async fn write(&self, by: &Requester, message: Message) -> OfficeResult<()> {
        self.change(with_words(by, Act::Write, message)).await
    }

    async fn answer(&self, by: &Requester, message: Message) -> OfficeResult<()> {
        self.change(with_words(by, Act::AnswerClarification, message)).await
    }

    async fn send_proof(&self, by: &Requester, proof: NewProof) -> OfficeResult<()> {
        let known = requests::find(self.store.reader(), &by.number)
            .await?
            .ok_or(Refusal::NotFound)?;
        let requester = requesters::find(self.store.reader(), &known.id).await?;
        let lang = requester.map(|requester| requester.language).unwrap_or_default();
        let said = lang.relation_proof_sent(proof.proof);
        let message = Message {
            key: proof.key,
            text: if proof.text.is_empty() {
                said
            } else {
                format!("{said}\n\n{}", proof.text)
            },
            papers: proof.papers,
        };
        let change = Change {
            proof: Some(proof.proof),
            ..with_words(by, Act::Write, message)
        };
        self.change(change).await
    }

    async fn private_paper(&self, by: &Requester, id: &str) -> OfficeResult<Option<PaperFile>> {
        self.paper_of_requester(by, id).await
    }

    async fn accept_fee(&self, by: &Requester) -> OfficeResult<()> {
        twice_is_once(
            self.change(Change::new(by.number.clone(), Principal::Requester, Act::AcceptFee))
                .await,
        )
    }

    async fn narrow(&self, by: &Requester, message: Message) -> OfficeResult<()> {
        self.change(with_words(by, Act::NarrowRequest, message)).await
    }

    async fn challenge_fee(&self, by: &Requester, message: Message) -> OfficeResult<()> {
        self.change(with_words(by, Act::ChallengeFee, message)).await
    }

    async fn ask_grounds(&self, by: &Requester) -> OfficeResult<()> {
        twice_is_once(
            self.change(Change::new(by.number.clone(), Principal::Requester, Act::AskGrounds))
                .await,
        )
    }

    async fn change_mail(&self, by: &Requester, email: Option<String>) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, &by.number).await?.ok_or(Refusal::NotFound)?;
        requesters::change_mail(&mut tx, &request_id, email.as_deref()).await?;
        Ok(tx.commit().await?)
    }

    async fn withdraw(&self, by: &Requester) -> OfficeResult<()> {
        twice_is_once(
            self.change(Change::new(by.number.clone(), Principal::Requester, Act::Withdraw))
                .await,
        )
    }
}
