//! Taking an objection, whoever brings it: the person on the page, or a custodian who keys a letter.

use law::{
    Date,
    notice::{Action, Channel, Notice},
    objection::Objection,
};
use office::{
    OfficeResult, Refusal,
    forms::{Contact, NewObjection},
    views::AuditAct,
};

use super::receivers::{for_capacity, usual_channel};
use super::{
    Moment, NewLetter, RecordsOffice, StoredNotice, Tx, audit_log, closures, entry, notices, objections, people,
};
use crate::{
    ids::new_id,
    letters::{ReceiptContent, document_with_code, receipt_paper},
    secret::token_hash,
    store::recordings,
};

impl RecordsOffice {
    /// Takes an objection that came on a day; the same key again does nothing more.
    pub(in crate::office) async fn accept_objection(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        new: &NewObjection,
        on: Date,
        keyed_by: Option<&str>,
        now: Moment,
    ) -> OfficeResult<()> {
        let submission_hash = self.secret.hash("objection form", new.key.as_str());
        if let Some((id, notice_id)) = objections::by_form(tx.conn().await?, &submission_hash).await? {
            let known = kept.notice.objections.iter().find(|known| known.id == id);
            known.filter(|_| notice_id == kept.id).ok_or(Refusal::NotFound)?;
            return Ok(());
        }
        let id = new_id();
        let code = match keyed_by {
            Some(_) => self.secret.paper_code(&id),
            None => self.secret.objection_code(&new.key),
        };
        let objection = Objection {
            id: id.clone(),
            received: on,
            capacity: new.capacity,
            relief: new.relief.clone(),
            grounds: new.grounds.clone(),
            late: false,
            answer: None,
        };
        let known = closures::entered_by(tx.conn().await?, now.at).await?;
        let notice = kept.notice.clone().object(objection, now.today, self.rules(&known))?;
        let notice = match new.court {
            // Only what was really filed or served counts; the custodian compares it with the papers.
            Some((filed, served)) => {
                let action = Action {
                    id: new_id(),
                    court: self.profile.court.clone(),
                    filed,
                    served,
                    ended: None,
                    rejected: None,
                };
                notice.act(&action, now.today, self.rules(&known))?
            }
            None => notice,
        };
        let kept = StoredNotice { notice, ..kept };
        if !notices::save(tx, &kept).await? {
            return Err(Refusal::Stale);
        }
        // After the notice, as every act on one: whoever lets a person of this recording go waits, or is waited for.
        recordings::hold_still(tx, &kept.recording_id).await?;
        self.leave_library(tx, &kept.recording_id, now).await?;
        let words = objections::Words {
            words: new.words.clone(),
            reply: new.reply.clone(),
        };
        let row = objections::New {
            id: &id,
            notice_id: &kept.id,
            submission_hash: &submission_hash,
            code_hash: &self.secret.hash("objection code", code.bare()),
            channel: if keyed_by.is_some() { "paper" } else { "portal" },
            received_on: on,
            at: now.at,
            keyed_by,
            language: new.lang.key(),
            words: &words,
        };
        objections::insert(tx, &row).await?;
        self.attach(tx, ("objection", &id), &new.papers, keyed_by, now).await?;
        if let Some(by) = keyed_by {
            self.confirm_on_paper(tx, &kept, (&id, new), by, now).await?;
        }
        let act = AuditAct::NoticeAnswered {
            state: kept.notice.state(),
        };
        let section = kept.notice.kind.section();
        audit_log::append(tx, &entry(&kept.id, &act, keyed_by, section, now)).await?;
        Ok(())
    }

    /// Whoever objected on paper gets a letter that it came, with its own code. Where nobody's contact is known, it goes by
    /// hand to where they want the answer.
    async fn confirm_on_paper(
        &self,
        tx: &mut Tx,
        kept: &StoredNotice,
        (id, new): (&str, &NewObjection),
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let contacts = people::contacts(tx.conn().await?, &kept.person_id).await?;
        let (channel, contact) = match for_capacity(&contacts, new.capacity) {
            Some(known) => (usual_channel(known), known.clone()),
            None => (Channel::Personal, unknown(new)),
        };
        let contact = Contact {
            language: new.lang,
            ..contact
        };
        let taken = kept.notice.objections.iter().find(|taken| taken.id == id);
        let papers: Vec<&str> = new.papers.iter().map(|paper| paper.name.as_str()).collect();
        let content = ReceiptContent {
            objection: taken.ok_or(Refusal::NotFound)?,
            papers: &papers,
            holds: holds(&kept.notice, id),
            opens_on: opens_on(&kept.notice, now.today),
        };
        let document = receipt_paper(&self.sender, &contact, now.today, &content);
        let sent = document_with_code(&self.sender, &document, Some(&self.secret.paper_code(id)));
        let letter = NewLetter {
            id: &new_id(),
            notice_id: &kept.id,
            kind: "receipt",
            channel: channel.key(),
            document: &document,
            code_no: 0,
            objection_id: Some(id),
            sha256: &token_hash(&sent),
            sent_on: now.today,
            at: now.at,
            by,
        };
        notices::add_letter(tx, &letter).await?;
        Ok(())
    }
}

/// Whether an objection holds the release until it is answered.
pub(in crate::office) fn holds(notice: &Notice, id: &str) -> bool {
    let taken = notice.objections.iter().find(|taken| taken.id == id);
    notice.kind.objection_holds() && taken.is_some_and(Objection::open)
}

/// First day on which the person's days leave room for a release, while that is still to come.
pub(in crate::office) fn opens_on(notice: &Notice, today: Date) -> Option<Date> {
    notice
        .window()
        .map(|window| window.opens_on)
        .filter(|opens_on| *opens_on > today)
}

/// Somebody of whom only their letter is known.
fn unknown(new: &NewObjection) -> Contact {
    Contact {
        receiver: new.capacity,
        name: String::new(),
        postal_address: new.reply.clone(),
        email: None,
        email_agreed_on: None,
        phone: String::new(),
        language: new.lang,
        safe_contact: String::new(),
    }
}
