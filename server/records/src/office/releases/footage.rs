//! What the law looks at of recordings that are out, loaded for all of them at once: in as many statements as for one.

use std::collections::HashMap;

use law::{
    Date,
    bar::Section,
    disclosure_order::DisclosureOrder,
    fee::Fee,
    redaction::ReleaseCopy,
    release::{self, PersonShown, ReleaseFacts, ReleaseRecording, StopGround},
};
use office::{OfficeResult, Refusal};

use super::Tx;
use crate::{
    fault::Stored,
    store::{
        copies::{self, StoredCopy},
        notices::{self, StoredNotice},
        orders,
        people::{self, StoredPerson},
        recordings::{self, Recording},
    },
};

/// Recordings with all that the law asks about them, by their ids.
pub(super) struct Footage {
    recordings: HashMap<String, Recording>,
    newest: HashMap<String, StoredCopy>,
    people: HashMap<String, Vec<StoredPerson>>,
    notices: HashMap<String, Vec<StoredNotice>>,
    orders: Vec<DisclosureOrder>,
}

fn grouped<T>(all: Vec<T>, by: impl Fn(&T) -> &str) -> HashMap<String, Vec<T>> {
    let mut groups: HashMap<String, Vec<T>> = HashMap::new();
    for one in all {
        groups.entry(by(&one).to_owned()).or_default().push(one);
    }
    groups
}

impl Footage {
    /// Loads what there is of these recordings.
    pub(super) async fn of<'r>(tx: &mut Tx, recordings: impl IntoIterator<Item = &'r str>) -> Stored<Self> {
        let mut ids: Vec<&str> = recordings.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let conn = tx.conn().await?;
        let newest = copies::newest_of(&mut *conn, &ids).await?;
        let found = recordings::with_ids(&mut *conn, &ids).await?;
        let people = people::of_recordings(&mut *conn, &ids).await?;
        let notices = notices::of_recordings(&mut *conn, &ids).await?;
        let orders = orders::naming_any(&mut *conn, &ids).await?;
        Ok(Self {
            newest: newest
                .into_iter()
                .map(|copy| (copy.recording_id.clone(), copy))
                .collect(),
            recordings: found.into_iter().map(|one| (one.id.clone(), one)).collect(),
            people: grouped(people, |logged| &logged.person.recording),
            notices: grouped(notices, |kept| &kept.recording_id),
            orders: orders.into_iter().map(|kept| kept.order).collect(),
        })
    }

    /// The copy of a recording that counts.
    pub(super) fn newest(&self, recording: &str) -> Option<&StoredCopy> {
        self.newest.get(recording)
    }

    /// What the law looks at of one recording that is out on a request, where one is named: terms, warning and fee were dealt
    /// with before it left.
    pub(super) fn facts(
        &self,
        recording: &str,
        request_id: &str,
        copy: Option<ReleaseCopy>,
        today: Date,
    ) -> OfficeResult<ReleaseFacts> {
        let found = self.recordings.get(recording).ok_or(Refusal::NotFound)?;
        let people = self.people.get(recording).cloned().unwrap_or_default();
        let notices = self.notices.get(recording).map(Vec::as_slice).unwrap_or_default();
        let naming = self.orders.iter().filter(|order| order.names(recording));
        Ok(ReleaseFacts {
            today,
            people: shown(people, notices, request_id),
            orders: naming.cloned().collect(),
            terms_confirmed: Vec::new(),
            warning_acknowledged: false,
            fee: Fee::None,
            recordings: vec![ReleaseRecording {
                length_ms: found.length_ms(),
                scene: found.scene(),
                people_logged: found.people_logged_at.is_some(),
                copy,
                id: found.id.clone(),
                status: found.status.clone(),
            }],
        })
    }

    /// Why a release of a copy may no longer go on a day, if so.
    pub(super) fn must_stop(
        &self,
        recording: &str,
        copy_id: &str,
        today: Date,
    ) -> OfficeResult<Option<(StopGround, Section)>> {
        let copy = match self.newest(recording) {
            Some(copy) if copy.id == copy_id => copy.copy.clone(),
            _ => {
                let ground = StopGround::NewerCopy;
                return Ok(Some((ground, Section::of(ground.section()))));
            }
        };
        let facts = self.facts(recording, "", Some(copy), today)?;
        let bar = release::may_stay(&facts).err();
        Ok(bar.map(|bar| (StopGround::Closed, bar.section)))
    }
}

/// Everybody in a recording's log with their notices on a request, and with those on others: what a court forbids there, it
/// forbids on every request.
pub(super) fn shown(people: Vec<StoredPerson>, notices: &[StoredNotice], request_id: &str) -> Vec<PersonShown> {
    let notice = |kept: &StoredNotice| kept.notice.clone();
    let shown = |logged: StoredPerson| {
        let theirs = notices.iter().filter(|kept| kept.person_id == logged.id);
        let (here, elsewhere): (Vec<_>, Vec<_>) = theirs.partition(|kept| kept.request_id == request_id);
        PersonShown {
            notices: here.into_iter().map(notice).collect(),
            elsewhere: elsewhere.into_iter().map(notice).collect(),
            person: logged.person,
        }
    };
    people.into_iter().map(shown).collect()
}
