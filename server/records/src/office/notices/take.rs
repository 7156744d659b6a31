//! Taking an objection, whoever brings it: the person on the page, or a custodian who keys a letter.

use law::{Date, objection::Objection};
use office::{Answer, Refusal, forms::NewObjection, views::ObjectionReceipt, views::RegisterAct};

use super::{Kept, Moment, RecordsOffice, Tx, closures, entry, new_id, notices, objections, register};

impl RecordsOffice {
    /// Takes an objection that came on a day; the same key again gives the first receipt.
    pub(in crate::office) async fn take(
        &self,
        tx: &mut Tx,
        kept: Kept,
        new: &NewObjection,
        on: Date,
        keyed_by: Option<&str>,
        now: Moment,
    ) -> Answer<ObjectionReceipt> {
        let code = self.secret.objection_code(&new.key);
        let submission_mark = self.secret.mark("objection form", new.key.as_str());
        if let Some((id, notice_id)) = objections::by_form_now(tx, &submission_mark).await? {
            let known = kept.notice.objections.iter().find(|known| known.id == id);
            let known = known.filter(|_| notice_id == kept.id).ok_or(Refusal::NotFound)?;
            return Ok(ObjectionReceipt {
                code,
                received_on: known.received,
                late: known.late,
            });
        }
        let id = new_id();
        let objection = Objection {
            id: id.clone(),
            received: on,
            capacity: new.capacity,
            relief: new.relief.clone(),
            grounds: new.grounds.clone(),
            late: false,
            answer: None,
        };
        let known = closures::known_at(&closures::all_now(tx).await?, now.at);
        let notice = kept.notice.clone().object(objection, now.today, self.rules(&known))?;
        let late = notice.objections.last().is_some_and(|taken| taken.late);
        let kept = Kept { notice, ..kept };
        if !notices::save(tx, &kept).await? {
            return Err(Refusal::Stale);
        }
        let words = objections::Words {
            words: new.words.clone(),
            reply: new.reply.clone(),
        };
        let row = objections::New {
            id: &id,
            notice_id: &kept.id,
            submission_mark: &submission_mark,
            code_mark: &self.secret.mark("objection code", code.bare()),
            channel: if keyed_by.is_some() { "paper" } else { "portal" },
            received_on: on,
            at: now.at,
            keyed_by,
            language: new.lang.key(),
            words: &words,
        };
        objections::insert(tx, &row).await?;
        let act = RegisterAct::NoticeAnswered {
            state: kept.notice.state(),
        };
        let section = kept.notice.kind.section();
        register::append(tx, &entry(&kept.id, &act, keyed_by, section, now)).await?;
        Ok(ObjectionReceipt {
            code,
            received_on: on,
            late,
        })
    }
}
