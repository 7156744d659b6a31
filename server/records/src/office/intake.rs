//! Requests that staff enter, and new access codes.

use async_trait::async_trait;
use law::{event::Event, request::Reception};
use office::{
    Lang, OfficeResult, Refusal, TrackingNumber,
    desk::IntakeDesk,
    forms::{CodeReissue, Filing, NewPaper, SubmissionKey},
    permission::Custodian,
    views::{AuditAct, Receipt, Staff},
};

use super::{RecordsOffice, change::enter_beside, conflicts::not_on_request, filing::Intake, letters::About};
use crate::{
    letters,
    store::{
        audit_log::{self, Subject},
        code_reissues, requesters, requests, sessions,
    },
};

#[async_trait]
impl IntakeDesk for RecordsOffice {
    async fn enter_request(
        &self,
        by: &Custodian,
        filing: Filing,
        received: Reception,
        papers: Vec<NewPaper>,
    ) -> OfficeResult<Receipt> {
        let intake = Intake {
            by,
            received,
            papers: &papers,
        };
        self.file_request(&filing, Some(&intake)).await
    }

    async fn reissue_code(&self, by: &Custodian, number: &TrackingNumber, reissue: CodeReissue) -> OfficeResult<Lang> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let before = requests::find(tx.conn().await?, number)
            .await?
            .ok_or(Refusal::NotFound)?;
        not_on_request(&mut tx, by, &before.id).await?;
        let event = Event::CodeReissued;
        let seq = enter_beside(
            &mut tx,
            &before,
            ("reissue_code", &event),
            Some(&by.id),
            before.unread,
            now,
        )
        .await?;
        let code = self.secret.access_code(&reissue.key);
        requests::change_code(&mut tx, &before.id, &self.secret.code_hash(number, &code)).await?;
        sessions::end_all(&mut tx, &before.id).await?;
        code_reissues::add(&mut tx, &before.id, seq, reissue.ground, &reissue.note).await?;
        let act = AuditAct::CodeReissued { ground: reissue.ground };
        let entry = now.entry((Subject::Request, number.as_str()), &act, Some(&by.id));
        audit_log::append(&mut tx, &entry).await?;
        // Whoever filed hears of it, should it have been somebody else who came.
        let requester = requesters::find(tx.conn().await?, &before.id).await?;
        let lang = requester.as_ref().map_or(Lang::En, |requester| requester.language);
        if let Some(requester) = requester {
            let next = before.state.next(now.today);
            let about = About {
                request_id: &before.id,
                at: now.at,
                on: now.today,
                on_paper: true,
                number,
                instead: false,
            };
            let moved = letters::Moved {
                events: &[event],
                next: &next,
                words: None,
                next_step: None,
                papers: &[],
                warning_waits: false,
            };
            self.write_to(&mut tx, &requester, about, |writing| letters::moved(writing, &moved))
                .await?;
        }
        tx.commit().await?;
        Ok(lang)
    }

    async fn entered_receipt(
        &self,
        by: &Staff,
        number: &TrackingNumber,
        key: &SubmissionKey,
    ) -> OfficeResult<Option<Receipt>> {
        by.custodian()?;
        if !self.opens_by(number, key).await? {
            return Ok(None);
        }
        let Some(request) = requests::find(self.store.reader(), number).await? else {
            return Ok(None);
        };
        Ok(self.receipt_under(&request, key).await?)
    }
}
