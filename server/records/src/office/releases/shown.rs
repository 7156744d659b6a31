//! What is shown of a release: to the custodian who prepares it, and to those it went to.

use std::{collections::HashMap, path::PathBuf};

use law::{
    notice::{NoticeActKind, NoticeStateKind},
    redaction::Sha256,
    release::{self, ReleaseFacts, StopGround},
    request::{ActKind, Stage},
};
use office::{
    OfficeResult, TrackingNumber,
    desk::ReleasedFile,
    forms::SeenNotice,
    views::{NoticeChoice, NoticeLine, ReleaseView, ReleasedView, Staff, StopView, WithheldPart},
};

use super::{RecordsOffice, Tx, facts::LoadedRelease};
use crate::{
    fault::Stored,
    office::{conflicts::is_on, recordings::line},
    store::{
        audit_log,
        copies::{self, StoredCopy},
        notices, people, proposals, recordings, releases, requests, rows,
    },
};

impl RecordsOffice {
    pub(super) async fn shown(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<ReleaseView>> {
        let now = self.now();
        let mut tx = self.store.snapshot().await?;
        let Some(prepared) = self.prepared(&mut tx, number, now).await? else {
            return Ok(None);
        };
        let on_request = notices::of_request(&mut tx, &prepared.request_id).await?;
        let progress = self.release_progress(&mut tx, &prepared.request_id).await?;
        let database = self.refused_by_database(&mut tx, &prepared, progress.all_out()).await?;
        tx.commit().await?;
        let on_terms = release::orders_on_terms(&prepared.facts);
        let confirmed = |order: &String| prepared.facts.terms_confirmed.contains(order);
        let rules = self.rules(&prepared.closures);
        let mut lines: Vec<NoticeLine> = Vec::new();
        let (mut receivable, mut clearable) = (Vec::new(), Vec::new());
        for kept in on_request {
            let line = self.notice_line(&kept.id).await?;
            let logged = people::find(self.store.reader(), &kept.person_id).await?;
            if let Some((logged, line)) = logged.zip(line.as_ref()) {
                let notice = kept.notice.recount(rules)?;
                let free = |kind| notice.bar(kind, &logged.person, now.today).is_none();
                let choice = NoticeChoice {
                    seen: SeenNotice {
                        id: kept.id.clone(),
                        version: kept.version,
                    },
                    pseudonym: line.pseudonym.clone(),
                    kind: line.kind,
                    sent: notice.newest_letter(),
                };
                if notice.state() == NoticeStateKind::Sent && free(NoticeActKind::Receive) {
                    receivable.push(choice);
                } else if free(NoticeActKind::Clear) {
                    clearable.push(choice);
                }
            }
            lines.extend(line);
        }
        let found = releases::of_request(&self.store, number.as_str()).await?;
        let mut publications = Vec::new();
        for row in &found {
            publications.push(self.publication_view(by, row).await?);
        }
        let released = self.released_views(found).await?;
        let zone = self.profile.time_zone();
        let linked = recordings::of_request(self.store.reader(), &prepared.request_id).await?;
        let next = match prepared.request.stage() {
            // The portal enters these two itself, as soon as the rest of the checklist lets it.
            Stage::Redacting => ActKind::FinishRedaction,
            Stage::NoticeGate => ActKind::OpenGate,
            _ => ActKind::Deliver,
        };
        Ok(Some(ReleaseView {
            checklist: release::gate(&prepared.facts, rules),
            database,
            stage_bar: prepared.request.bar(next, now.today),
            opens_on: release::opens_on(&prepared.facts, rules),
            terms_confirmed: !on_terms.is_empty() && on_terms.iter().all(confirmed),
            warning_acknowledged: prepared.facts.warning_acknowledged,
            number: prepared.number,
            recordings: prepared.sources,
            conflict: linked.iter().any(|recording| is_on(by, recording)),
            lines: linked.iter().map(|recording| line(recording, &zone)).collect(),
            notices: lines,
            receivable,
            clearable,
            released,
            publications,
            progress,
            may_change: by.role.works(),
            may_check: by.role.checks(),
        }))
    }

    /// Why the database would refuse what the checklist lets go: nothing, unless something was changed by hand. Both look
    /// at the newest day of the audit log, for the database knows no other.
    async fn refused_by_database(&self, tx: &mut Tx, prepared: &LoadedRelease, all_out: bool) -> Stored<Vec<String>> {
        let newest = audit_log::newest_day(tx).await?;
        let Some(today) = newest.filter(|_| !all_out) else {
            return Ok(Vec::new());
        };
        let facts = ReleaseFacts {
            today,
            ..prepared.facts.clone()
        };
        match release::may_release(&facts, self.rules(&prepared.closures)) {
            Ok(_) => {
                let mut found = releases::obstacles(tx, &prepared.request_id).await?;
                found.extend(proposals::freed_by_one(tx, &prepared.request_id).await?);
                Ok(found)
            }
            Err(_) => Ok(Vec::new()),
        }
    }

    /// Files that were released, as anybody may know them, in as many statements as one.
    pub(super) async fn released_views(&self, found: Vec<releases::Row>) -> OfficeResult<Vec<ReleasedView>> {
        let ids: Vec<&str> = found.iter().map(|row| row.copy_id.as_str()).collect();
        let copies = copies::with_ids(&mut *self.store.read().await?, &ids).await?;
        let copies: HashMap<String, StoredCopy> = copies.into_iter().map(|copy| (copy.id.clone(), copy)).collect();
        let go = self.go_now(&found).await?;
        let view = |(row, goes): (releases::Row, bool)| {
            let copy = copies.get(&row.copy_id);
            let copy = copy.ok_or_else(|| rows::corrupt("release", &row.id, "without its copy"))?;
            Ok(self.released_view(row, copy, goes)?)
        };
        found.into_iter().zip(go).map(view).collect()
    }

    fn released_view(&self, row: releases::Row, copy: &StoredCopy, goes: bool) -> Stored<ReleasedView> {
        let mut stopped = row.stopped_at.map(|at| self.local(at).date());
        if stopped.is_none() && !goes {
            // Nobody has entered it yet: the worker does.
            stopped = Some(self.now().today);
        }
        let ground = row.stopped_ground.as_deref().and_then(StopGround::parse);
        let stop = ground.map(|ground| StopView {
            ground,
            section: row.stopped_for.clone().unwrap_or_default(),
            words: row.stopped_words.clone(),
        });
        Ok(ReleasedView {
            number: rows::number(&row.number)?,
            camera: row.camera()?,
            started: self.local(row.started_at),
            length_ms: copy.length_ms,
            on: rows::day("release", &row.id, &row.on_date)?,
            sha256: copy.copy.sha256.to_string(),
            bytes: copy.bytes,
            seconds_withheld: rows::count(row.seconds_withheld),
            withheld: copy.copy.redactions.iter().map(WithheldPart::of).collect(),
            captions: copy.captions.is_some(),
            transcript: copy.transcript.is_some(),
            title: None,
            warning: None,
            stopped_on: stopped,
            stop,
            id: row.id,
        })
    }

    /// Where a file of a copy is.
    pub(super) async fn released_path(&self, copy_id: &str, which: ReleasedFile) -> OfficeResult<Option<PathBuf>> {
        let copy = copies::find(&mut *self.store.read().await?, copy_id).await?;
        // Of what was kept before copies were made anew, nobody knows what leaves with it.
        let Some(copy) = copy.filter(|copy| copy.contents.is_some()) else {
            return Ok(None);
        };
        let sha256 = match which {
            ReleasedFile::Video => Some(copy.copy.sha256),
            ReleasedFile::Captions => copy.captions.and_then(|text| Sha256::parse(&text).ok()),
            ReleasedFile::Transcript => copy.transcript.and_then(|text| Sha256::parse(&text).ok()),
        };
        Ok(sha256.map(|sha256| self.files.path(&sha256)))
    }

    /// Whether a requester waits for footage that 610.100.8 protects, and has not acknowledged its warning.
    pub(super) async fn must_be_warned(&self, tx: &mut Tx, number: &TrackingNumber) -> OfficeResult<bool> {
        let Some(request) = requests::find(tx.conn().await?, number).await? else {
            return Ok(false);
        };
        Ok(self.warning_waits(tx, &request.id, request.state.stage()).await?)
    }

    /// The same of a request that is at a stage.
    pub(in crate::office) async fn warning_waits(&self, tx: &mut Tx, request_id: &str, stage: Stage) -> Stored<bool> {
        let near = matches!(stage, Stage::Redacting | Stage::NoticeGate | Stage::Ready);
        if !near || releases::plan(tx, request_id).await?.warned {
            return Ok(false);
        }
        let linked = recordings::of_request(tx.conn().await?, request_id).await?;
        Ok(linked.iter().any(|recording| recording.location.protects()))
    }
}
