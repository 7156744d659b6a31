//! Sending: the letter is made, kept exactly as it leaves, and its code takes the place of the last one's.

use law::{
    capacity::{self, Power},
    notice::{Audience, Channel, NoticeActKind, ReleaseReason, Sending},
    person::Person,
    publication,
};
use office::{OfficeResult, Refusal, forms::Contact, problem::NoticeProblem, views::PreviewedLetter};

use super::receivers::usual;
use super::{Moment, NewLetter, RecordsOffice, StoredNotice, Tx, notices, people, recordings, requests};
use crate::{
    ids::new_id,
    letters::{NoticeContent, document_with_code, notice_paper, noticed, readable, without_code},
    secret::token_hash,
    store::{capacities, letters, outbox},
};

impl RecordsOffice {
    /// Sends a notice to who usually receives for the person; `false` if nobody can be reached so.
    pub(super) async fn send_usual(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        (channel, audience): (Channel, Audience),
        by: &str,
        now: Moment,
    ) -> OfficeResult<bool> {
        let Some(logged) = people::find(tx.conn().await?, &kept.person_id).await? else {
            return Ok(false);
        };
        let mut contacts = people::contacts(tx.conn().await?, &kept.person_id).await?;
        let known = capacities::known(tx.conn().await?, &kept.person_id).await?;
        contacts.retain(|contact| capacity::may(Power::Receive, contact.receiver, &known, now.today).is_ok());
        let Some(to) = usual(&logged.person, &contacts) else {
            return Ok(false);
        };
        let known = contacts.iter().find(|contact| contact.receiver == to);
        if known.is_some_and(|contact| reached_by(contact, channel).is_err()) {
            return Ok(false);
        }
        let sending = Sending::complete(now.today, channel, to).naming(audience);
        self.send(tx, kept, &logged.person, sending, by, now).await?;
        Ok(true)
    }

    /// Sends a notice.
    pub(super) async fn send(
        &self,
        tx: &mut Tx,
        kept: StoredNotice,
        person: &Person,
        sending: Sending,
        by: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        let contacts = people::contacts(tx.conn().await?, &kept.person_id).await?;
        let contact = contacts.into_iter().find(|contact| contact.receiver == sending.to);
        let contact = contact.ok_or_else(|| Refusal::field("to", NoticeProblem::NoContact))?;
        person.receives_by(sending.to)?;
        self.must_be_capable(tx, &kept.person_id, (Power::Receive, sending.to))
            .await?;
        agreed(&contact, sending.channel)?;
        reached_by(&contact, sending.channel)?;
        self.may_name(tx, &kept.request_id, sending.audience).await?;
        // A mail leaves now, whatever day is typed.
        if sending.channel == Channel::EmailAgreed {
            ReleaseReason::not_before(sending.on, now.today, kept.notice.kind.section())?;
        }
        let notice = kept.notice.clone().send(person, &sending, now.today)?;
        let code_no = kept.code_no + 1;
        let code = self.secret.notice_code(&kept.id, code_no);
        let hash = self.secret.hash("notice code", code.bare());
        let leaving = OutgoingNotice {
            person,
            contact: &contact,
            sending: &sending,
            code_no,
        };
        let document = self.document(tx, &kept, &leaving, now).await?;
        self.shows_notice(&contact, sending.channel, &document);
        let sent = document_with_code(&self.sender, &document, Some(&code));
        let letter = NewLetter {
            id: &new_id(),
            notice_id: &kept.id,
            kind: "notice",
            channel: sending.channel.key(),
            document: &document,
            code_no,
            objection_id: None,
            sha256: &token_hash(&sent),
            sent_on: sending.on,
            at: now.at,
            by,
        };
        notices::add_letter(tx, &letter).await?;
        letters::settle_notice(tx, &kept.id, by, now.at).await?;
        notices::keep_code(tx, &hash, &kept.id, sending.on).await?;
        let kept = StoredNotice {
            notice,
            code_no,
            code_hash: Some(hash),
            ..kept
        };
        self.keep_notice(tx, kept, NoticeActKind::Send, by, now).await
    }

    /// Where the act is only looked at: shows the letter to somebody shown, without its code.
    pub(super) fn shows_notice(&self, contact: &Contact, channel: Channel, document: &str) {
        let Some(rehearsal) = self.store.correspondence().and_then(|said| said.rehearsal.as_ref()) else {
            return;
        };
        let mailed = channel == Channel::EmailAgreed;
        let document = if mailed {
            readable(document)
        } else {
            document.to_owned()
        };
        let address = if mailed {
            contact.email.as_deref().unwrap_or_default()
        } else {
            &contact.postal_address
        };
        let shown = PreviewedLetter::Notice {
            name: contact.name.clone(),
            address: address.to_owned(),
            lang: contact.language,
            document: without_code(&document),
        };
        rehearsal.shows(None, shown);
    }

    /// What is delivered on a request of another track than the public one never becomes public, so nobody is told that it
    /// does, or asked to consent to it.
    pub(super) async fn may_name(&self, tx: &mut Tx, request_id: &str, audience: Audience) -> OfficeResult<()> {
        let track = requests::track_of(tx.conn().await?, request_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        match audience {
            Audience::Requester => Ok(()),
            Audience::Public => publication::public_track(track).map_err(Refusal::from),
        }
    }

    /// The letter as it leaves, but for its code: on paper, or by e-mail where the person agreed to it (432.220.2).
    async fn document(
        &self,
        tx: &mut Tx,
        kept: &StoredNotice,
        leaving: &OutgoingNotice<'_>,
        now: Moment,
    ) -> OfficeResult<String> {
        let OutgoingNotice {
            person,
            contact,
            sending,
            code_no,
        } = *leaving;
        let recording = recordings::find(tx.conn().await?, &kept.recording_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let track = requests::track_of(tx.conn().await?, &kept.request_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        let notified = NoticeContent {
            kind: kept.notice.kind,
            camera: recording.camera,
            started: self.local(recording.started_at),
            place: &recording.place,
            track,
            audience: sending.audience,
            seen: &person.seen,
            heard: &person.heard,
            court: &self.profile.court,
            self_help: &self.profile.self_help,
            sent_on: sending.on,
            shown: sending.to.shown(),
        };
        let email = contact.email.as_deref();
        let Some(to) = email.filter(|_| sending.channel == Channel::EmailAgreed) else {
            return Ok(notice_paper(&self.sender, contact, &notified));
        };
        let letter = noticed(&self.sender, to, contact.language, &notified);
        outbox::post_coded(tx, &kept.request_id, &letter, Some((&kept.id, code_no)), now.at);
        Ok(letter.html)
    }
}

/// What leaves, and to whom.
struct OutgoingNotice<'a> {
    person: &'a Person,
    contact: &'a Contact,
    sending: &'a Sending,
    code_no: i64,
}

/// Electronic notice needs the person's agreement and an address.
fn agreed(contact: &Contact, channel: Channel) -> OfficeResult<()> {
    if channel != Channel::EmailAgreed || contact.agrees_to_email() {
        return Ok(());
    }
    Err(Refusal::field("channel", NoticeProblem::EmailNotAgreed))
}

/// What goes by post needs an address: without one no letter would ever arrive.
fn reached_by(contact: &Contact, channel: Channel) -> OfficeResult<()> {
    let posted = matches!(channel, Channel::Mail | Channel::CertifiedMail);
    if posted && contact.postal_address.trim().is_empty() {
        return Err(Refusal::field("channel", NoticeProblem::NoAddress));
    }
    Ok(())
}
