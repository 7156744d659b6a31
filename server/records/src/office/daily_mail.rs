//! The daily mail of what is due, to each member of staff who works requests.

use std::collections::HashMap;

use jiff::ToSpan as _;
use law::{Date, request_order::CourtCase};
use office::OfficeResult;

use super::RecordsOffice;
use crate::{
    letters::{self, DailyCase, DailyLine, DailyOf},
    store::{
        assignments, court,
        daily_mail::{self, Receiver},
        outbox, staff,
    },
};

/// Requests that a mail names; how many more there are it says.
const MOST: u32 = 50;

impl RecordsOffice {
    /// Writes to each member of staff who works requests, once a day from the office's hour on, what is due in the next seven
    /// days: of their own requests, of those of whom they stand in for, and of those that nobody has. Nobody is written to
    /// who has nothing due, or turned the mail off. How many letters were written.
    ///
    /// # Errors
    /// When the records cannot be read or written.
    pub async fn mail_due(&self) -> OfficeResult<u32> {
        let now = self.now();
        if self.local(now.at).hour() < self.profile.office_days.mail_hour {
            return Ok(0);
        }
        let mut written = 0;
        for receiver in daily_mail::receivers(&self.store, now.today).await? {
            written += u32::from(self.mail_due_to(&receiver).await?);
        }
        Ok(written)
    }

    async fn mail_due_to(&self, receiver: &Receiver) -> OfficeResult<bool> {
        let now = self.now();
        let covered = assignments::stands_in_for(&self.store, &receiver.id, now.today).await?;
        let own: Vec<String> = std::iter::once(receiver.id.clone())
            .chain(covered.iter().map(|(id, _)| id.clone()))
            .collect();
        let last = now.today.saturating_add(6.days());
        let (due, total) = daily_mail::due(&self.store, &own, last, MOST).await?;
        let lines: Vec<DailyLine<'_>> = due
            .iter()
            .map(|line| DailyLine {
                number: &line.number,
                clock: line.clock,
                day: line.day,
                of: match &line.assigned_to {
                    Some(id) if *id == receiver.id => DailyOf::Own,
                    Some(id) => covered
                        .iter()
                        .find(|(away, _)| away == id)
                        .map_or(DailyOf::Nobody, |(_, name)| DailyOf::Covered(name)),
                    None => DailyOf::Nobody,
                },
            })
            .collect();
        let of_court = court::due_of(&self.store, &own, last).await?;
        let names = if of_court.is_empty() {
            HashMap::new()
        } else {
            staff::names(&self.store).await?
        };
        // A letter hangs on a request: of several the first that it names, else one that a case concerns.
        let first = due.first().map(|line| line.request_id.clone());
        let first = first.or_else(|| of_court.iter().find_map(|(.., request)| request.clone()));
        let case = |(id, case, day, holder, _): (String, CourtCase, Date, Option<String>, _)| DailyCase {
            id,
            case,
            day,
            holder: holder.and_then(|id| names.get(&id).cloned()),
        };
        let cases: Vec<DailyCase> = of_court.into_iter().map(case).collect();
        let mut tx = self.store.begin().await?;
        if !daily_mail::claim(&mut tx, receiver, now.today).await? {
            tx.give_up().await?;
            return Ok(false);
        }
        let written = first.is_some();
        if let Some(first) = first {
            let letter = letters::daily(
                &self.sender,
                &receiver.email,
                receiver.language,
                (&lines, &cases),
                total,
                now.today,
            );
            outbox::post(&mut tx, &first, &letter, now.at);
        }
        tx.commit().await?;
        Ok(written)
    }
}
