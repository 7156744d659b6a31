//! Following a request by e-mail: asked for, confirmed, stopped.

use office::{Lang, OfficeResult, Refusal, TrackingNumber};

use super::RecordsOffice;
use crate::{
    ids::new_id,
    letters, secret,
    store::{attempts, followers, outbox, requesters, requests},
};

const HOUR: i64 = 3600 * 1_000_000;
/// An address that has not confirmed gets the next letter for the same request after this.
const LETTER_AGAIN: i64 = HOUR;
/// How long a letter to confirm is good.
const CONFIRM_WITHIN: i64 = 7 * 24 * HOUR;
/// Letters to confirm that one address gets a day, whoever asks for them.
const LETTERS_A_DAY: u64 = 10;

impl RecordsOffice {
    pub(super) async fn ask_to_follow(&self, number: TrackingNumber, email: String, lang: Lang) -> OfficeResult<()> {
        let now = self.now().at;
        let address_hash = self.secret.hash("address", &email.to_lowercase());
        let (id, token) = (new_id(), secret::token());
        let stop = self.secret.token("stop", &id);
        let mut tx = self.store.begin().await?;
        let request_id = requests::id_of(&mut tx, &number).await?.ok_or(Refusal::NotFound)?;
        let asking = followers::NewFollower {
            id: &id,
            request_id: &request_id,
            address_hash: &address_hash,
            email: &email,
            language: lang,
            confirm_hash: &secret::token_hash(&token),
            stop_hash: &secret::token_hash(&stop),
            asked_at: now,
        };
        if !followers::ask(&mut tx, &asking, now - LETTER_AGAIN).await? {
            return Ok(tx.give_up().await?);
        }
        let letters_today = attempts::count(&mut tx, &address_hash, now - now.rem_euclid(24 * HOUR)).await?;
        if letters_today > LETTERS_A_DAY {
            return Ok(tx.give_up().await?);
        }
        let letter = letters::confirm_following(&self.sender, &email, lang, &number, &token);
        outbox::post(&mut tx, &request_id, &letter, now);
        Ok(tx.commit().await?)
    }

    pub(super) async fn confirm_follower(&self, token: &str) -> OfficeResult<Option<TrackingNumber>> {
        let hash = secret::token_hash(token);
        let now = self.now().at;
        let mut tx = self.store.begin().await?;
        let number = followers::confirm(&mut tx, &hash, now, now - CONFIRM_WITHIN).await?;
        tx.commit().await?;
        Ok(number)
    }

    pub(super) async fn stop_follower(&self, token: &str) -> OfficeResult<Option<TrackingNumber>> {
        let hash = secret::token_hash(token);
        let mut tx = self.store.begin().await?;
        let number = match followers::stop(&mut tx, &hash, self.now().at).await? {
            None => requesters::stop_mail(&mut tx, &hash).await?,
            number => number,
        };
        tx.commit().await?;
        Ok(number)
    }
}
