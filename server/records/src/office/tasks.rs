//! What waits for a member of staff: by their role, without what they entered themselves where a second person is needed.

use law::{Date, request::Stage};
use office::{
    OfficeResult,
    views::{CopyToApprove, OrderToVerify, QueueCounts, READING_DAYS, Staff, Task, TaskKind, ToVerify},
};

use jiff::ToSpan as _;

use super::{RecordsOffice, court::DUE_DAYS};
use crate::{
    fault::Stored,
    store::{assignments, court, letters, notes, notices, rows, staff, tasks},
};

impl RecordsOffice {
    /// What waits for somebody, in the order in which it is shown; nothing that does not.
    pub(super) async fn tasks_of(&self, by: &Staff, counts: &QueueCounts, today: Date) -> Stored<Vec<Task>> {
        let letters = letters::totals(&self.store).await?;
        let people = notices::unanswered(&self.store).await?;
        let release_page = |number: String| format!("/staff/requests/{number}/release");
        let mut found = Vec::new();
        for kind in TaskKind::ALL.into_iter().filter(|kind| kind.is_for(by)) {
            let mut only = None;
            let number = match kind {
                TaskKind::Mention => {
                    let readable = super::notes::readable(by.role);
                    rows::count(notes::unread(&self.store, &by.id, readable).await?)
                }
                TaskKind::Objection => people.0,
                TaskKind::Wish => people.1,
                TaskKind::Receipt => {
                    let (number, first) = tasks::awaiting_receipt(&self.store).await?;
                    only = first.map(release_page);
                    number
                }
                TaskKind::Docket => {
                    let (number, first) = tasks::awaiting_docket(&self.store, today).await?;
                    only = first.map(release_page);
                    number
                }
                TaskKind::Viewing => self.viewings_waiting().await?,
                TaskKind::FailedLetter => letters.failed.into(),
                TaskKind::PaperLetter => letters.paper.into(),
                TaskKind::RefusedSender => letters.sender_refused.into(),
                TaskKind::Entry => tasks::entries_of_others(&self.store, &by.id).await?,
                TaskKind::Order => tasks::orders_of_others(&self.store, &by.id).await?,
                TaskKind::Copy => {
                    let (number, first) = tasks::copies_of_others(&self.store, &by.id).await?;
                    only = first.map(|recording| format!("/staff/recordings/{recording}/files"));
                    number
                }
                TaskKind::Publication => tasks::publications_of_others(&self.store, &by.id).await?,
                TaskKind::Overdue => counts.overdue,
                TaskKind::OwnDayPassed => counts.own_passed,
                TaskKind::Unassigned => counts.unassigned,
                TaskKind::Uncovered => {
                    let away = assignments::absences(&self.store, today).await?;
                    let now = away.iter().filter(|one| one.first_day <= today && one.cover.is_none());
                    u64::try_from(now.count()).unwrap_or(u64::MAX)
                }
                TaskKind::Investigation => tasks::in_stage(&self.store, Stage::WaitInactive).await?,
                TaskKind::BeforeCourt => tasks::in_stage(&self.store, Stage::CourtPending).await?,
                TaskKind::CourtDay => court::due_by(&self.store, today.saturating_add(DUE_DAYS.days())).await?,
                TaskKind::UnusualReading => {
                    let report = self.reading_report().await?;
                    u64::try_from(report.lines.len()).unwrap_or(u64::MAX)
                }
                TaskKind::DeletedInBreach => {
                    let day = i64::from(READING_DAYS) * 86_400_000_000;
                    tasks::breaches(&self.store, self.now().at - day).await?
                }
                TaskKind::UnusedAccount => tasks::unused_accounts(&self.store).await?,
            };
            if number > 0 {
                let only = only.filter(|_| number == 1);
                found.push(Task { kind, number, only });
            }
        }
        Ok(found)
    }

    pub(super) async fn to_verify_by(&self, by: &Staff) -> OfficeResult<ToVerify> {
        let names = staff::names(&self.store).await?;
        let name = |id: &String| names.get(id).cloned().unwrap_or_default();
        let order = |(id, court, case, who, at): (String, String, String, String, i64)| OrderToVerify {
            id,
            case: format!("{court}, {case}"),
            entered_by: name(&who),
            entered_on: self.local(at).date(),
            own: who == by.id,
        };
        let copy = |(recording, source_id, who, at): (String, String, String, i64)| CopyToApprove {
            recording,
            source_id,
            made_by: name(&who),
            made_on: self.local(at).date(),
            own: who == by.id,
        };
        Ok(ToVerify {
            entries: self.waiting_entries(&names).await?,
            orders: tasks::orders(&self.store).await?.into_iter().map(order).collect(),
            copies: tasks::copies(&self.store).await?.into_iter().map(copy).collect(),
        })
    }
}
