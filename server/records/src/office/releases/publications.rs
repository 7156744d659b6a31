//! The public library: proposed by one person, let in by another, taken out by one. What is in it is asked of the law anew
//! whenever it is shown.

use std::collections::{HashMap, HashSet};

use law::{
    notice::ReleaseBar,
    publication::{self, PublicationFacts},
    release::ReleaseActKind,
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    forms::Publication,
    permission::{Custodian, Reviewer},
    views::{
        AuditAct, LibraryFile, LibraryPage, PAGE_LINES, PublicationDecision, PublicationEnd, PublicationEnded,
        PublicationLine, PublicationList, PublicationPage, PublicationVersion, PublicationView, Staff,
    },
};

use super::{Moment, RecordsOffice, Tx, entry, footage::Footage};
use crate::{
    fault::{Fault, Stored},
    ids::new_id,
    office::conflicts::not_on_recording,
    store::{
        audit_log, closures,
        publications::{self, Done, EndReason, EndRow, Published, VersionRow},
        recordings, releases, rows, staff,
    },
};

const RELEASE: &str = "release";

fn done(by: &Staff, now: Moment) -> Done<'_> {
    Done {
        by: Some(&by.id),
        at: now.at,
        on: now.today,
    }
}

impl RecordsOffice {
    /// Keeps the next version of a release in the library, if nothing bars it; another person lets it in.
    pub(super) async fn propose(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        publication: Publication,
    ) -> OfficeResult<()> {
        self.confirmed(by)?;
        let now = self.now();
        let (mut tx, request) = self.begin_possible(number, ReleaseActKind::Propose).await?;
        let row = self.released_on(&mut tx, &request, release).await?;
        self.must_be_publishable(&mut tx, by, &row, now).await?;
        let Publication { title, warning } = publication;
        let act = |no| AuditAct::PublicationProposed {
            title: title.clone(),
            no,
        };
        // The audit entry comes first: it says what day it is.
        let no = publications::next(&mut tx, release).await?;
        audit_log::append(&mut tx, &entry(release, &act(rows::count(no)), Some(&by.id), now)).await?;
        let words = (title.as_str(), warning.as_str());
        publications::propose(&mut tx, &new_id(), (release, no), words, done(by, now)).await?;
        Ok(tx.commit().await?)
    }

    /// Lets a version into the library: exactly the one that was seen.
    pub(super) async fn approve_proposal(&self, by: &Reviewer, number: &TrackingNumber, id: &str) -> OfficeResult<()> {
        self.confirmed(by)?;
        let now = self.now();
        let (mut tx, request) = self.begin_possible(number, ReleaseActKind::Approve).await?;
        let waiting = publications::waiting(&mut tx, &request, id).await?;
        let waiting = waiting.ok_or(Refusal::Stale)?;
        publication::may_approve(&waiting.proposed_by, &by.id)?;
        let row = self.released_on(&mut tx, &request, &waiting.release_id).await?;
        self.must_be_publishable(&mut tx, by, &row, now).await?;
        let act = AuditAct::Published {
            title: waiting.title,
            no: Some(rows::count(waiting.no)),
        };
        audit_log::append(&mut tx, &entry(&waiting.release_id, &act, Some(&by.id), now)).await?;
        publications::decide(&mut tx, id, None, done(by, now)).await?;
        Ok(tx.commit().await?)
    }

    /// Sends a version back. It closes, so whoever proposed it may do it too.
    pub(super) async fn send_proposal_back(
        &self,
        by: &Reviewer,
        number: &TrackingNumber,
        id: &str,
        reason: &str,
    ) -> OfficeResult<()> {
        let now = self.now();
        let (mut tx, request) = self.begin_possible(number, ReleaseActKind::SendBack).await?;
        let waiting = publications::waiting(&mut tx, &request, id).await?;
        let waiting = waiting.ok_or(Refusal::Stale)?;
        let act = AuditAct::PublicationSentBack {
            no: rows::count(waiting.no),
            reason: reason.to_owned(),
        };
        audit_log::append(&mut tx, &entry(&waiting.release_id, &act, Some(&by.id), now)).await?;
        publications::decide(&mut tx, id, Some(reason), done(by, now)).await?;
        Ok(tx.commit().await?)
    }

    /// Takes a release out of the library at once; its delivery goes on.
    pub(super) async fn take_out(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        reason: &str,
    ) -> OfficeResult<()> {
        let now = self.now();
        let (mut tx, request) = self.begin_possible(number, ReleaseActKind::TakeDown).await?;
        let row = self.released_on(&mut tx, &request, release).await?;
        if publications::of_release(tx.conn().await?, &row.id).await?.is_none() {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::TakenDown {
            reason: Some(reason.to_owned()),
            bar: None,
        };
        self.end_publication(&mut tx, release, EndReason::Office(reason), &act, done(by, now))
            .await?;
        Ok(tx.commit().await?)
    }

    async fn end_publication(
        &self,
        tx: &mut Tx,
        release: &str,
        why: EndReason<'_>,
        act: &AuditAct,
        done: Done<'_>,
    ) -> Stored<()> {
        let now = Moment {
            today: done.on,
            at: done.at,
        };
        let said = entry(release, act, done.by, now).citing(why.section());
        audit_log::append(tx, &said).await?;
        publications::end(tx, release, why, done).await
    }

    /// A release on a request.
    async fn released_on(&self, tx: &mut Tx, request_id: &str, id: &str) -> OfficeResult<releases::Row> {
        let row = releases::find(tx.conn().await?, id).await?;
        row.filter(|row| row.request_id == request_id).ok_or(Refusal::NotFound)
    }

    /// Refuses what the gate of the library bars, and whoever is on the recording.
    async fn must_be_publishable(&self, tx: &mut Tx, by: &Staff, row: &releases::Row, now: Moment) -> OfficeResult<()> {
        not_on_recording(tx, by, &row.recording_id).await?;
        recordings::hold_still(tx, &row.recording_id).await?;
        let facts = self.publication_facts(tx, row, now).await?;
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        match publication::may_publish(&facts, self.rules(&closures)) {
            Ok(_) => Ok(()),
            Err(bars) => Err(Refusal::Stopped { bars }),
        }
    }

    /// Everything that the gate of the library looks at, of one release.
    async fn publication_facts(&self, tx: &mut Tx, row: &releases::Row, now: Moment) -> OfficeResult<PublicationFacts> {
        self.all_publication_facts(tx, std::slice::from_ref(row), now)
            .await?
            .pop()
            .ok_or(Refusal::NotFound)
    }

    /// The same of several, in their order: in as many statements as of one, unless the profile demands family viewings, which are
    /// read for each.
    async fn all_publication_facts(
        &self,
        tx: &mut Tx,
        found: &[releases::Row],
        now: Moment,
    ) -> OfficeResult<Vec<PublicationFacts>> {
        let footage = Footage::of(tx, found.iter().map(|row| row.recording_id.as_str())).await?;
        let ids: Vec<&str> = found.iter().map(|row| row.id.as_str()).collect();
        let asked = publications::asked_and_freed(tx.conn().await?, &ids).await?;
        let mut viewings = Vec::with_capacity(found.len());
        for row in found {
            viewings.push(self.viewing_facts(tx, &row.request_id, &row.recording_id).await?);
        }
        let facts = |(row, viewing): (&releases::Row, _)| {
            let (track, freed_by_one) = *asked.get(&row.id).ok_or(Refusal::NotFound)?;
            let newest = footage.newest(&row.recording_id);
            let copy = newest.map(|newest| newest.copy.clone());
            Ok(PublicationFacts {
                track,
                stopped: row.stopped_at.is_some(),
                freed_by_one,
                viewing,
                newer_copy: newest.is_none_or(|copy| copy.id != row.copy_id),
                release: footage.facts(&row.recording_id, &row.request_id, copy, now.today)?,
            })
        };
        found.iter().zip(viewings).map(facts).collect()
    }

    /// What a release is called in the library at this very moment, if it is there: rows say so, its links go, and the law
    /// still lets it be there, though nobody may have entered yet that it does not.
    pub(super) async fn public_now(&self, row: &releases::Row) -> OfficeResult<Option<Published>> {
        Ok(self.all_public_now(std::slice::from_ref(row)).await?.remove(&row.id))
    }

    /// The same of several, by their ids.
    async fn all_public_now(&self, found: &[releases::Row]) -> OfficeResult<HashMap<String, Published>> {
        let mut tx = self.store.snapshot().await?;
        let ids: Vec<&str> = found.iter().map(|row| row.id.as_str()).collect();
        let mut known = publications::of_releases(tx.conn().await?, &ids).await?;
        let found: Vec<releases::Row> = found
            .iter()
            .filter(|row| known.contains_key(&row.id))
            .cloned()
            .collect();
        if !found.is_empty() {
            let facts = self.all_publication_facts(&mut tx, &found, self.now()).await?;
            for (row, facts) in found.iter().zip(facts) {
                if publication::may_stay(&facts).is_err() {
                    known.remove(&row.id);
                }
            }
        }
        tx.commit().await?;
        Ok(known)
    }

    /// Takes out of the library what of a recording may no longer be there, by nobody's act. To be called by whatever may
    /// change that, within its own transaction, once it has saved what it did.
    pub(in crate::office) async fn leave_library(
        &self,
        tx: &mut Tx,
        recording_id: &str,
        now: Moment,
    ) -> OfficeResult<()> {
        for id in publications::of_recording(tx, recording_id).await? {
            let Some(row) = releases::find(tx.conn().await?, &id).await? else {
                continue;
            };
            let facts = self.publication_facts(tx, &row, now).await?;
            if let Err(bar) = publication::may_stay(&facts) {
                let act = AuditAct::TakenDown {
                    reason: None,
                    bar: Some(bar.clone()),
                };
                let done = Done {
                    by: None,
                    at: now.at,
                    on: now.today,
                };
                self.end_publication(tx, &id, EndReason::Law(&bar), &act, done).await?;
            }
        }
        Ok(())
    }

    /// Releases by their ids, in this order.
    async fn releases_of(&self, ids: &[&str]) -> Stored<Vec<releases::Row>> {
        let found = releases::with_ids(&mut *self.store.read().await?, ids).await?;
        let mut found: HashMap<String, releases::Row> = found.into_iter().map(|row| (row.id.clone(), row)).collect();
        Ok(ids.iter().filter_map(|id| found.remove(*id)).collect())
    }

    /// A page of the library as it is at this very moment. However much is in it, and however many orders name it, it takes
    /// the same few statements.
    pub(super) async fn library_page(&self, page: u32) -> OfficeResult<LibraryPage> {
        let look = publications::to_look_at(&self.store).await?;
        let look: Vec<&str> = look.iter().map(String::as_str).collect();
        let stay = self.all_public_now(&self.releases_of(&look).await?).await?;
        let gone: HashSet<&str> = look.into_iter().filter(|id| !stay.contains_key(*id)).collect();
        let mut ids = publications::all(&self.store).await?;
        ids.retain(|id| !gone.contains(id.as_str()));
        let lines = usize::try_from(PAGE_LINES).unwrap_or(usize::MAX);
        let before = usize::try_from(page.max(1) - 1)
            .unwrap_or(usize::MAX)
            .saturating_mul(lines);
        let on_page: Vec<&str> = ids.iter().skip(before).take(lines).map(String::as_str).collect();
        let mut found = self.releases_of(&on_page).await?;
        let mut public = self.all_public_now(&found).await?;
        found.retain(|row| public.contains_key(&row.id));
        let mut views = self.released_views(found).await?;
        for view in &mut views {
            if let Some(known) = public.remove(&view.id) {
                (view.title, view.warning) = (Some(known.title), Some(known.warning));
            }
        }
        Ok(LibraryPage {
            lines: views,
            total: ids.len() as u64,
            page: page.max(1),
        })
    }

    /// One release, as the public may know it.
    pub(super) async fn library_entry(&self, id: &str) -> OfficeResult<Option<LibraryFile>> {
        let Some(row) = releases::find(self.store.reader(), id).await? else {
            return Ok(None);
        };
        if let Some(known) = self.public_now(&row).await? {
            let view = self.released_views(vec![row]).await?.pop();
            let mut view = view.ok_or(Refusal::NotFound)?;
            (view.title, view.warning) = (Some(known.title), Some(known.warning));
            return Ok(Some(LibraryFile::Open(Box::new(view))));
        }
        let mut conn = self.store.read().await?;
        if !publications::ever(&mut conn, id).await? {
            return Ok(row.published_at.map(|_| LibraryFile::Gone { on: None }));
        }
        let ended = publications::ends(&mut conn, id).await?.pop();
        let ended = ended.map(|end| rows::day(RELEASE, id, &end.ended_on)).transpose()?;
        let stopped = row.stopped_at.map(|at| self.local(at).date());
        // What nobody has entered yet happened today.
        let on = [ended, stopped].into_iter().flatten().max().unwrap_or(self.now().today);
        Ok(Some(LibraryFile::Gone { on: Some(on) }))
    }

    /// What became of a release in the library, for the console.
    pub(super) async fn publication_view(&self, by: &Staff, row: &releases::Row) -> OfficeResult<PublicationView> {
        let now = self.now();
        let names = staff::names(&self.store).await?;
        let mut tx = self.store.snapshot().await?;
        let facts = self.publication_facts(&mut tx, row, now).await?;
        let closures = closures::entered_by(tx.conn().await?, now.at).await?;
        let known = publications::of_release(tx.conn().await?, &row.id).await?;
        let waits = publications::waiting_of(tx.conn().await?, &row.id).await?;
        let versions = publications::versions(tx.conn().await?, &row.id).await?;
        let ends = publications::ends(tx.conn().await?, &row.id).await?;
        let viewings = self.viewings_of(&mut tx, &row.request_id, &row.recording_id).await?;
        let viewings = viewings
            .into_iter()
            .map(|(shown, viewing)| (shown, viewing.state(now.today)));
        tx.commit().await?;
        let own = versions
            .iter()
            .any(|one| Some(&one.id) == waits.as_ref() && one.proposed_by == by.id);
        let versions: Vec<PublicationVersion> = versions
            .into_iter()
            .map(|one| version(&names, one))
            .collect::<Stored<_>>()?;
        let find = |id: Option<&String>| versions.iter().find(|one| Some(&one.id) == id).cloned();
        let stays = publication::may_stay(&facts).is_ok();
        Ok(PublicationView {
            release: row.id.clone(),
            viewings: viewings.collect(),
            public: find(known.as_ref().filter(|_| stays).map(|known| &known.publication_id)),
            waiting: find(waits.as_ref()),
            own,
            ends: ends
                .into_iter()
                .map(|one| ended(&names, &row.id, one))
                .collect::<Stored<_>>()?,
            by_one: row.published_at.map(|at| self.local(at).date()),
            checklist: publication::checklist(&facts, self.rules(&closures)),
            versions,
        })
    }

    /// A page of one list of the library, for the console.
    pub(super) async fn publication_page(&self, list: PublicationList, page: u32) -> OfficeResult<PublicationPage> {
        let names = staff::names(&self.store).await?;
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        let mut lines = Vec::new();
        for row in publications::page(&self.store, list, page).await? {
            let on = match &row.on_date {
                Some(day) => Some(rows::day(RELEASE, &row.release_id, day)?),
                None => Some(self.local(row.at).date()),
            };
            let why = match row.ended.as_deref() {
                Some("office") => Some(PublicationEnded::Office(row.reason.clone().unwrap_or_default())),
                Some("law") => Some(PublicationEnded::Law(bar(
                    &row.release_id,
                    row.reason.as_deref().unwrap_or_default(),
                )?)),
                Some("stopped") => Some(PublicationEnded::Stopped),
                Some(_) => Some(PublicationEnded::ByOne),
                None => None,
            };
            let end = why.map(|why| PublicationEnd {
                on: on.unwrap_or(self.now().today),
                by: row.ended_by.as_deref().map(name),
                why,
            });
            lines.push(PublicationLine {
                number: rows::number(&row.number)?,
                started: self.local(row.started_at),
                title: row.title.unwrap_or_default(),
                warning: row.warning.unwrap_or_default(),
                proposed_by: row.proposed_by.as_deref().map(name).unwrap_or_default(),
                approved_by: row.approved_by.as_deref().map(name),
                on,
                ended: end,
                release: row.release_id,
            });
        }
        Ok(PublicationPage {
            list,
            lines,
            counts: publications::counts(&self.store).await?,
            page: page.max(1),
        })
    }
}

fn version(names: &HashMap<String, String>, row: VersionRow) -> Stored<PublicationVersion> {
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    let decision = match (&row.decided_by, &row.decided_on) {
        (Some(by), Some(on)) => Some(PublicationDecision {
            by: name(by),
            on: rows::day("publication", &row.id, on)?,
            sent_back: row.reason.filter(|_| row.kind.as_deref() == Some("sent_back")),
        }),
        _ => None,
    };
    Ok(PublicationVersion {
        no: rows::count(row.no),
        proposed_by: name(&row.proposed_by),
        proposed_on: rows::day("publication", &row.id, &row.proposed_on)?,
        decision,
        id: row.id,
        title: row.title,
        warning: row.warning,
    })
}

fn ended(names: &HashMap<String, String>, id: &str, row: EndRow) -> Stored<PublicationEnd> {
    Ok(PublicationEnd {
        on: rows::day(RELEASE, id, &row.ended_on)?,
        by: row
            .ended_by
            .as_deref()
            .map(|by| names.get(by).cloned().unwrap_or_default()),
        why: match &row.ended_by {
            Some(_) => PublicationEnded::Office(row.reason),
            None => PublicationEnded::Law(bar(id, &row.reason)?),
        },
    })
}

/// What no longer let something be in the library, as kept.
fn bar(id: &str, kept: &str) -> Result<ReleaseBar, Fault> {
    serde_json::from_str(kept).map_err(|why| rows::corrupt("publication_end", id, why))
}
