//! Answering an objection in writing, to whom made it.

use law::notice::{Channel, NoticeActKind};
use office::{OfficeResult, Refusal, problem::NoticeProblem};

use super::receivers::{for_capacity, usual_channel, with_care};
use super::{Moment, NewLetter, RecordsOffice, StoredNotice, Tx, notices, objections, people};
use crate::{
    ids::new_id,
    letters::{AnswerContent, answer_paper, answered},
    secret::token_hash,
    store::outbox,
};

impl RecordsOffice {
    /// Answers an objection in writing: the answer goes into the notice, the letter is kept.
    pub(super) async fn answer(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        objection: &str,
        answer: &law::objection::ObjectionAnswer,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let notice = kept.notice.clone().answer(objection, answer.clone(), now.today)?;
        let known = notice.objections.iter().find(|known| known.id == objection).cloned();
        let known = known.ok_or(Refusal::NotFound)?;
        objections::answered(tx, objection, now.at, by).await?;
        let contacts = people::contacts(tx.conn().await?, &kept.person_id).await?;
        let to = for_capacity(&contacts, known.capacity);
        let mut contact = to
            .ok_or_else(|| Refusal::field("answer", NoticeProblem::NoContactForAnswer))?
            .clone();
        if let Some(lang) = objections::language(tx, objection).await? {
            contact.language = lang;
        }
        let agreed = contact.email.clone().filter(|_| contact.email_agreed_on.is_some());
        let agreed = agreed.filter(|_| !with_care(&contact));
        let content = AnswerContent {
            kind: notice.kind,
            objection: &known,
            answer,
            court: &self.profile.court,
            over: notice.window().is_some_and(|window| answer.on() > window.last_day),
            shown: contact.receiver.shown(),
        };
        let (channel, document) = if let Some(email) = agreed {
            let letter = answered(&self.sender, &email, contact.language, &content);
            outbox::post(tx, &kept.request_id, &letter, now.at);
            (Channel::EmailAgreed, letter.html)
        } else {
            let document = answer_paper(&self.sender, &contact, &content);
            (usual_channel(&contact), document)
        };
        self.shows_notice(&contact, channel, &document);
        let letter = NewLetter {
            id: &new_id(),
            notice_id: &kept.id,
            kind: "answer",
            channel: channel.key(),
            document: &document,
            code_no: 0,
            objection_id: None,
            sha256: &token_hash(&document),
            sent_on: answer.on(),
            at: now.at,
            by,
        };
        notices::add_letter(tx, &letter).await?;
        self.keep_notice(tx, StoredNotice { notice, ..kept }, NoticeActKind::Answer, by, now)
            .await
    }
}
