//! The queue: what is in it, who has what, who stands in for whom.

use std::collections::HashMap;

use async_trait::async_trait;
use law::request::{Act, ActKind};
use office::{
    OfficeResult, Problem, Refusal, TrackingNumber,
    desk::QueueDesk,
    forms::{Assign, Extend, NewAbsence},
    permission::Custodian,
    views::{
        AbsenceLine, Absences, AssignmentLine, Assignments, AuditAct, QueueChoice, QueueColumn, QueueFilter, QueueLine,
        QueuePage, QueuePrivate, Staff,
    },
};

use super::{
    RecordsOffice,
    change::{Change, Outcome, Principal},
    conflicts,
    releases::Cause,
};
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        assignments::{self, NewAbsenceRow},
        audit_log::{self, Subject},
        docket, queue, requests,
        search::{self, Incomplete},
        staff, status,
    },
};

#[async_trait]
impl QueueDesk for RecordsOffice {
    async fn queue(&self, by: &Staff, mut filter: QueueFilter) -> OfficeResult<QueuePage> {
        let today = self.now().today;
        let stands_in_for = assignments::stands_in_for(&self.store, &by.id, today).await?;
        let own: Vec<String> = std::iter::once(by.id.clone())
            .chain(stands_in_for.iter().map(|(id, _)| id.clone()))
            .collect();
        let may = by.role.works();
        let tells_who = |column: &QueueColumn| matches!(column, QueueColumn::Name | QueueColumn::Place);
        let sorts = filter.sort.and_then(|sort| sort.column).as_ref().is_some_and(tells_who);
        if sorts && !may {
            return Err(Refusal::NotYours);
        }
        let mut choice = queue::choice(&self.store, &by.id).await?;
        if !may {
            choice.columns.retain(|column| !tells_who(column));
        }
        let wants = may && (sorts || !filter.q.is_empty() || choice.columns.iter().any(tells_who));
        let private = wants && self.names_opened(by).await;
        if sorts && !private {
            filter.sort = None;
        }
        let look = queue::Look {
            own: &own,
            private,
            today,
        };
        let (lines, total) = queue::page(&self.store, &filter, look).await?;
        let names = staff::names(&self.store).await?;
        let line = |line: queue::Line| QueueLine {
            division: self.division(line.division.as_deref()),
            received_on: line.state.received_on,
            track: line.state.track,
            stage: line.state.stage(),
            next: line.state.next(today),
            number: line.number,
            needed_by: line.needed_by,
            unread: line.unread,
            assigned_to: line.assigned_to.and_then(|id| names.get(&id).cloned()),
            private: private.then_some(QueuePrivate {
                name: line.named.0,
                place: line.named.1,
            }),
        };
        let counts = queue::counts(&self.store, look).await?;
        let tasks = self.tasks_of(by, &counts, today).await?;
        Ok(QueuePage {
            lines: lines.into_iter().map(line).collect(),
            total,
            page: filter.page.max(1),
            counts,
            choice,
            names_closed: wants && !private,
            incomplete: search::incomplete(&self.store, Incomplete::Any).await?,
            assignees: assignments::assignees(&self.store, today).await?,
            stands_in_for: stands_in_for.into_iter().map(|(_, name)| name).collect(),
            tasks,
            today,
            scan_silent: self.scanner().is_some_and(|scanner| scanner.is_silent()),
            little_space: self.little_space().map(|free| free >> 20),
            clock_wrong: self.clock_trouble().await?.is_some(),
            clock_unconfirmed: self
                .clock_unconfirmed()
                .await?
                .map(|last| self.local(last.as_microsecond()).date()),
        })
    }

    async fn assign(&self, by: &Custodian, assign: Assign) -> OfficeResult<()> {
        let now = self.now();
        let of = u32::try_from(assign.numbers.len()).unwrap_or(u32::MAX);
        let mut tx = self.store.begin().await?;
        let to = match &assign.to {
            Some(id) => {
                let who = assignments::assignees(&self.store, now.today).await?;
                let who = who.into_iter().find(|one| one.id == *id);
                Some(who.ok_or_else(|| Refusal::field("to", Problem::UnknownChoice))?)
            }
            None => None,
        };
        for (number, no) in assign.numbers.iter().zip(1..) {
            let request = requests::find(tx.conn().await?, number)
                .await?
                .ok_or(Refusal::NotFound)?;
            let new = assignments::New {
                request_id: &request.id,
                staff_id: assign.to.as_deref(),
                note: &assign.note,
                at: now.at,
                on: now.today,
                by: &by.id,
            };
            if !assignments::assign(&mut tx, new).await? {
                continue;
            }
            let act = AuditAct::Assigned {
                to: to.as_ref().map(|who| who.name.clone()),
                no,
                of,
            };
            let entry = now.entry((Subject::Request, number.as_str()), &act, Some(&by.id));
            audit_log::append(&mut tx, &entry).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn extend(&self, by: &Custodian, extend: Extend) -> OfficeResult<()> {
        let Extend {
            numbers,
            promised,
            text,
        } = extend;
        let of = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let today = self.now().today;
        let (mut known, mut barred) = (Vec::new(), Vec::new());
        for number in numbers {
            let found = status::find(&self.store, &number).await?.ok_or(Refusal::NotFound)?;
            let on_it = self.is_on_request(by, &found.id).await?;
            if found.state.bar(ActKind::ExplainDelay, today).is_some()
                || conflicts::bar(ActKind::ExplainDelay, on_it).is_some()
            {
                barred.push(number);
            } else {
                self.explains(&found, promised, &text).await?;
                known.push((number, found));
            }
        }
        if !barred.is_empty() {
            return Err(Refusal::field("number", Problem::NotOnAll { numbers: barred }));
        }
        let mut tx = self.store.begin().await?;
        for ((number, found), no) in known.into_iter().zip(1..) {
            let change = Change {
                version: Some(found.version),
                text: Some(text.clone()),
                ..Change::new(
                    number.clone(),
                    Principal::Staff(Staff::clone(by)),
                    Act::ExplainDelay { promised },
                )
            };
            match self.change_within(&mut tx, &change).await {
                Ok(Outcome::Done) => {}
                Ok(Outcome::DoneBefore | Outcome::Overtaken) => {
                    tx.give_up().await?;
                    return Err(Refusal::Stale);
                }
                Err(fault @ Refusal::Unavailable { .. }) => return Err(fault),
                Err(refusal) => {
                    tx.give_up().await?;
                    return Err(refusal);
                }
            }
            let seq = found.docket.last().map_or(1, |line| line.seq + 1);
            docket::keep_batch(&mut tx, &found.id, seq, ActKind::ExplainDelay.key(), (no, of)).await?;
            self.advance(&mut tx, &number, &Cause::Other).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn assignments(&self, by: &Custodian, number: &TrackingNumber) -> OfficeResult<Option<Assignments>> {
        let Some(request) = requests::find(self.store.reader(), number).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        Ok(Some(Assignments {
            number: request.number,
            lines: self.assignments_of(by, &request.id, &names).await?,
            assignees: assignments::assignees(&self.store, self.now().today).await?,
        }))
    }

    async fn mark_read(&self, _: &Custodian, number: &TrackingNumber, version: i64) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        let id = requests::id_of(&mut tx, number).await?.ok_or(Refusal::NotFound)?;
        if !requests::mark_read(&mut tx, &id, version).await? {
            return Err(Refusal::Stale);
        }
        Ok(tx.commit().await?)
    }

    async fn choose(&self, by: &Staff, choice: QueueChoice) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        queue::choose(&mut tx, &by.id, &choice, now.at).await?;
        Ok(tx.commit().await?)
    }

    async fn absences(&self, by: &Staff) -> OfficeResult<Absences> {
        let today = self.now().today;
        let line = |row: assignments::AbsenceRow| AbsenceLine {
            may_end: by.administers || row.staff_id == by.id,
            id: row.id,
            who: row.who,
            from: row.first_day,
            to: row.last_day,
            cover: row.cover,
        };
        let kept = assignments::absences(&self.store, today).await?;
        Ok(Absences {
            lines: kept.into_iter().map(line).collect(),
            assignees: assignments::assignees(&self.store, today).await?,
        })
    }

    async fn enter_absence(&self, by: &Staff, absence: NewAbsence) -> OfficeResult<()> {
        let now = self.now();
        let NewAbsence { staff, from, to, cover } = absence;
        let who = staff.unwrap_or_else(|| by.id.clone());
        if who != by.id && !by.administers {
            return Err(Refusal::NotYours);
        }
        if to < now.today {
            return Err(Refusal::field("to", Problem::InPast));
        }
        let assignees = assignments::assignees(&self.store, now.today).await?;
        let known = |id: &str| assignees.iter().any(|one| one.id == id);
        if who != by.id && !known(&who) {
            return Err(Refusal::field("staff", Problem::UnknownChoice));
        }
        if cover.as_deref().is_some_and(|id| id == who || !known(id)) {
            return Err(Refusal::field("cover", Problem::UnknownChoice));
        }
        let mut tx = self.store.begin().await?;
        let id = new_id();
        let new = NewAbsenceRow {
            id: &id,
            staff_id: &who,
            first_day: from,
            last_day: to,
            cover_id: cover.as_deref(),
            at: now.at,
            by: &by.id,
        };
        assignments::keep_absence(&mut tx, new).await?;
        Ok(tx.commit().await?)
    }

    async fn end_absence(&self, by: &Staff, id: &str) -> OfficeResult<()> {
        let today = self.now().today;
        let found = assignments::absences(&self.store, today).await?;
        let theirs = |staff_id: &str| staff_id == by.id || by.administers;
        if !found.iter().any(|one| one.id == id && theirs(&one.staff_id)) {
            return Err(Refusal::NotFound);
        }
        let mut tx = self.store.begin().await?;
        assignments::end_absence(&mut tx, id, today).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// Whether names may be listed: that they are is in the audit log. Where it cannot be entered they stay closed, and the
    /// rest of the queue goes on.
    async fn names_opened(&self, by: &Staff) -> bool {
        let about = (Subject::Account, by.id.as_str());
        match self.note_read(by, "queue", about, &AuditAct::NamesListed).await {
            Ok(()) => true,
            Err(fault) => {
                tracing::error!(%fault, "That names are listed could not be entered, so they stay closed");
                false
            }
        }
    }

    /// Who had a request, newest first; notes only for whoever works requests.
    pub(super) async fn assignments_of(
        &self,
        by: &Staff,
        request_id: &str,
        names: &HashMap<String, String>,
    ) -> Stored<Vec<AssignmentLine>> {
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        let open = by.role.works();
        let kept = assignments::of_request(&self.store, request_id).await?;
        let line = |(on, to, by, note): assignments::Kept| AssignmentLine {
            on,
            to: to.as_deref().map(name),
            by: name(&by),
            note: if open { note } else { String::new() },
        };
        Ok(kept.into_iter().map(line).collect())
    }
}
