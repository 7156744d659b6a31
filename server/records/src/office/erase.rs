//! Where personal data ends.

use law::event::Event;
use office::{OfficeResult, Refusal, TrackingNumber, forms::RequestDetails, views::Erasure};

use super::{RecordsOffice, change::enter_beside};
use crate::{
    fault::Stored,
    store::{
        Tx, erasure, notes, requesters,
        requests::{self, Request},
        search::folded,
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
        let first = erasure::keep(&mut tx, &before.id, reason, by, (now.at, now.today)).await?;
        if first {
            enter_beside(&mut tx, &before, ("erase", &Event::RequesterErased), by, 0, now).await?;
        }
        // What they wrote since an earlier erasure goes too.
        if let Some(requester) = requesters::find(tx.conn().await?, &before.id).await? {
            erase_notes(&mut tx, &before, &requester.asked, requester.email.as_deref()).await?;
            let blank = requester.asked.blank();
            erasure::erase_requester(&mut tx, &before.id, &blank, (now.at, now.today)).await?;
        }
        if !first {
            tx.commit().await?;
            return Ok(false);
        }
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

/// Takes away what notes on recordings, and on other requests and their notices, say of whoever filed a request: those that name
/// them, their address, their telephone or the request itself. That such a note stood stays.
async fn erase_notes(tx: &mut Tx, request: &Request, asked: &RequestDetails, email: Option<&str>) -> Stored<()> {
    let named = Named::of(request.number.as_str(), asked, email);
    let linked = notes::near(tx.conn().await?, &request.id).await?;
    for (id, _) in linked.into_iter().filter(|(_, words)| named.is_in(words)) {
        notes::erase_words(tx, &id).await?;
    }
    Ok(())
}

/// What names whoever filed a request.
struct Named {
    /// Whole words, folded: the parts of the name that are no initials.
    words: Vec<String>,
    /// Texts, folded: the tracking number, addresses.
    texts: Vec<String>,
    /// The last seven digits of the telephone number, which people write in many ways; empty if it has fewer.
    phone: String,
}

impl Named {
    fn of(number: &str, asked: &RequestDetails, email: Option<&str>) -> Self {
        let parts = folded(&asked.name);
        let parts = parts.split(|letter: char| !letter.is_alphanumeric());
        let street = asked.postal_address.lines().next().unwrap_or_default();
        let texts = [
            number,
            asked.email.as_deref().unwrap_or_default(),
            email.unwrap_or_default(),
            street,
        ];
        Self {
            words: parts
                .filter(|part| part.chars().count() > 2)
                .map(str::to_owned)
                .collect(),
            texts: texts
                .into_iter()
                .map(|text| folded(text.trim()))
                .filter(|text| text.len() > 5)
                .collect(),
            phone: last_digits(&asked.phone),
        }
    }

    fn is_in(&self, words: &str) -> bool {
        let words = folded(words);
        let digits: String = words.chars().filter(char::is_ascii_digit).collect();
        let mut single = words.split(|letter: char| !letter.is_alphanumeric());
        self.texts.iter().any(|text| words.contains(text.as_str()))
            || (!self.phone.is_empty() && digits.contains(&self.phone))
            || single.any(|word| self.words.iter().any(|part| part == word))
    }
}

fn last_digits(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().checked_sub(7);
    from.and_then(|from| digits.get(from..))
        .map(|last| last.iter().collect())
        .unwrap_or_default()
}
