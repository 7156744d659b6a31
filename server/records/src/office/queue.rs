//! The queue: what is in it, who has what, who stands in for whom.

use std::collections::HashMap;

use async_trait::async_trait;
use office::{
    OfficeResult, Problem, Refusal,
    desk::QueueDesk,
    forms::{Assign, NewAbsence},
    permission::Custodian,
    views::{
        AbsenceLine, Absences, AssignmentLine, AuditAct, QueueColumn, QueueFilter, QueueLine, QueuePage, QueuePrivate,
        Staff,
    },
};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    ids::new_id,
    store::{
        assignments::{self, NewAbsenceRow},
        audit_log::{self, Subject},
        proposals, publications, queue, requests, search, staff,
    },
};

#[async_trait]
impl QueueDesk for RecordsOffice {
    async fn queue(&self, by: &Staff, filter: QueueFilter) -> OfficeResult<QueuePage> {
        let today = self.now().today;
        let stands_in_for = assignments::stands_in_for(&self.store, &by.id, today).await?;
        let own: Vec<String> = std::iter::once(by.id.clone())
            .chain(stands_in_for.iter().map(|(id, _)| id.clone()))
            .collect();
        let private = by.role.works();
        let look = queue::Look {
            own: &own,
            private,
            today,
        };
        let columns = search::columns(&self.store, &by.id).await?;
        let columns = columns.unwrap_or_else(|| QueueColumn::DEFAULT.to_vec());
        let (lines, total) = queue::page(&self.store, &filter, look).await?;
        let shows = |column: &QueueColumn| matches!(column, QueueColumn::Name | QueueColumn::Place);
        if private && columns.iter().any(shows) && !lines.is_empty() {
            let about = (Subject::Account, by.id.as_str());
            self.note_read(by, "queue", about, &AuditAct::NamesListed).await?;
        }
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
            private: private.then(|| QueuePrivate {
                name: line.named.0,
                place: line.named.1,
            }),
        };
        Ok(QueuePage {
            lines: lines.into_iter().map(line).collect(),
            total,
            page: filter.page.max(1),
            counts: queue::counts(&self.store, look).await?,
            columns,
            assignees: assignments::assignees(&self.store, today).await?,
            stands_in_for: stands_in_for.into_iter().map(|(_, name)| name).collect(),
            letters: self.counts_of_letters().await?,
            proposals: proposals::count(&self.store).await?,
            proposed: publications::waiting_count(&self.store).await?,
            today,
            little_space: self.little_space().map(|free| free >> 20),
            clock_wrong: self.clock_trouble().await?.is_some(),
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
            let entry = audit_log::Entry {
                subject: Subject::Request,
                subject_id: number.as_str(),
                at: now.at,
                on: now.today,
                staff_id: Some(&by.id),
                act: act.key(),
                event: &act,
                citation: None,
            };
            audit_log::append(&mut tx, &entry).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn choose_columns(&self, by: &Staff, columns: Vec<QueueColumn>) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        let chosen = (!columns.is_empty()).then_some(columns.as_slice());
        search::choose_columns(&mut tx, &by.id, chosen).await?;
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
        let found = found.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)?;
        if found.staff_id != by.id && !by.administers {
            return Err(Refusal::NotYours);
        }
        let mut tx = self.store.begin().await?;
        assignments::end_absence(&mut tx, id, today).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// Who had a request, newest first.
    pub(super) async fn assignments_of(
        &self,
        request_id: &str,
        names: &HashMap<String, String>,
    ) -> Stored<Vec<AssignmentLine>> {
        let name = |id: &str| names.get(id).cloned().unwrap_or_default();
        let kept = assignments::of_request(&self.store, request_id).await?;
        let line = |(on, to, by, note): assignments::Kept| AssignmentLine {
            on,
            to: to.as_deref().map(name),
            by: name(&by),
            note,
        };
        Ok(kept.into_iter().map(line).collect())
    }
}
