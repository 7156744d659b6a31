//! What is opened of what is private: limited to whom it is for, and entered once a session.

use office::views::{AuditAct, Staff};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    store::{
        audit_log::{self, Subject},
        staff,
    },
};

/// Two who open the same thing at once number their entries one after the other.
const TRIES: usize = 5;

impl RecordsOffice {
    /// Enters that somebody opened something: once for each `thing` in a session. The operator's own commands and fiction have
    /// no session, and enter nothing.
    pub(super) async fn note_read(
        &self,
        by: &Staff,
        thing: &str,
        (subject, id): (Subject, &str),
        act: &AuditAct,
    ) -> Stored<()> {
        let Some(session) = &by.session else {
            return Ok(());
        };
        let now = self.now();
        // A form that opens something and is then refused has done nothing yet.
        let store = self.store.beside_form();
        let entry = now.entry((subject, id), act, Some(&by.id));
        for tried in 1..=TRIES {
            if staff::was_read(&store, &session.key, subject, thing).await? {
                return Ok(());
            }
            let mut tx = store.begin().await?;
            if !staff::read_once(&mut tx, &session.key, subject, thing, now.at).await? {
                tx.give_up().await?;
                return Ok(());
            }
            match audit_log::append(&mut tx, &entry).await {
                Ok(()) => return tx.commit().await,
                Err(fault) if fault.is_unique_violation() && tried < TRIES => drop(tx),
                Err(fault) => return Err(fault),
            }
        }
        Ok(())
    }
}
