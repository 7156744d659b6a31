//! Where personal data ends.

use law::event::Event;
use office::{OfficeResult, Refusal, TrackingNumber, forms::RequestDetails, views::Erasure};

use super::{RecordsOffice, change::enter_beside};
use crate::{
    fault::Stored,
    store::{
        erasure,
        requests::{self, Request},
    },
};

const DAY: i64 = 24 * 3600 * 1_000_000;
/// Whoever asked to follow and did not confirm is forgotten after so many days.
const UNCONFIRMED_DAYS: i64 = 7;

impl RecordsOffice {
    /// Erases who filed a request and their words, by a member of staff or, without one, by whoever runs the program. The docket
    /// stays, and says so; holds and days go on. `false` if they were erased before: then what came since is erased.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for an unknown number.
    pub async fn erase_requester(&self, number: &TrackingNumber, reason: &str, by: Option<&str>) -> OfficeResult<bool> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let before = requests::find(tx.conn().await?, number)
            .await?
            .ok_or(Refusal::NotFound)?;
        if !erasure::keep(&mut tx, &before.id, reason, by, (now.at, now.today)).await? {
            // What they wrote since goes too.
            erasure::erase_requester(&mut tx, &before.id, &blank(&before), (now.at, now.today)).await?;
            tx.commit().await?;
            return Ok(false);
        }
        enter_beside(&mut tx, &before, ("erase", &Event::RequesterErased), by, 0, now).await?;
        erasure::erase_requester(&mut tx, &before.id, &blank(&before), (now.at, now.today)).await?;
        tx.commit().await?;
        self.store.settle_file().await;
        Ok(true)
    }

    pub(super) async fn erasure_of(&self, number: &TrackingNumber) -> OfficeResult<Option<Erasure>> {
        let known = requests::find(self.store.reader(), number)
            .await?
            .ok_or(Refusal::NotFound)?;
        let found = erasure::of_request(&self.store, &known.id).await?;
        Ok(found.map(|row| Erasure {
            on: row.on,
            reason: row.reason,
        }))
    }

    /// Takes address and words from letters that were sent long enough ago, and forgets who asked to follow and never
    /// confirmed. How much was taken away.
    pub async fn end_personal_data(&self) -> OfficeResult<u64> {
        let now = self.now_micros();
        let letters = now - i64::from(self.profile.sent_letters_days) * DAY;
        let mut all = self.end_unconfirmed(now).await?;
        loop {
            let mut tx = self.store.begin().await?;
            let gone = erasure::letters_end(&mut tx, letters, now).await?;
            if gone == 0 {
                tx.give_up().await?;
                return Ok(all);
            }
            tx.commit().await?;
            all += gone;
        }
    }

    async fn end_unconfirmed(&self, now: i64) -> Stored<u64> {
        let mut tx = self.store.begin().await?;
        let gone = erasure::unconfirmed_end(&mut tx, now - UNCONFIRMED_DAYS * DAY, now).await?;
        if gone == 0 {
            tx.give_up().await?;
        } else {
            tx.commit().await?;
        }
        Ok(gone)
    }
}

/// What was asked, without a word of whoever asked: the days alone, by which footage is held.
fn blank(request: &Request) -> RequestDetails {
    RequestDetails {
        incident_date: request.incident_from,
        incident_date_to: request.incident_to,
        time_from: None,
        time_to: None,
        place: String::new(),
        report_number: String::new(),
        officers: String::new(),
        people: String::new(),
        description: String::new(),
        name: String::new(),
        email: None,
        phone: String::new(),
        postal_address: String::new(),
        relation: String::new(),
        represents: String::new(),
        civil_claim: String::new(),
        needed_by: None,
    }
}
