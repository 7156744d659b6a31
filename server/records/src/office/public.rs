//! What anybody may ask.

use async_trait::async_trait;
use law::{
    Date,
    deadline::Deadline,
    profile::{DeadlineError, Profile},
};
use office::{
    AccessCode, Lang, OfficeResult, TrackingNumber,
    desk::{PublicDesk, Requester},
    forms::{Filing, FilingContext, SubmissionKey},
    views::{Figures, LogFilter, LogLine, LogPage, PublicStatus, Receipt, TimelineSheet},
};

use statistics::Month;

use super::RecordsOffice;
use crate::{
    secret,
    store::{
        closures, followers, log, requests, stage_counts,
        status::{self, Reader},
    },
};

#[async_trait]
impl PublicDesk for RecordsOffice {
    fn profile(&self) -> &Profile {
        &self.profile
    }

    fn today(&self) -> Date {
        self.now().today
    }

    fn filing_context(&self, lang: Lang) -> FilingContext {
        let divisions = self.profile.divisions.iter();
        FilingContext {
            today: self.today(),
            divisions: divisions
                .map(|division| (division.key.clone(), division.name.clone()))
                .collect(),
            lang,
        }
    }

    fn submission_key(&self) -> String {
        secret::key()
    }

    async fn file(&self, filing: Filing) -> OfficeResult<Receipt> {
        self.file_request(&filing, None).await
    }

    async fn receipt(&self, key: &SubmissionKey) -> OfficeResult<Option<Receipt>> {
        self.find_receipt(key).await
    }

    async fn log(&self, filter: LogFilter) -> OfficeResult<LogPage> {
        let month = filter.month.map(|month| self.instants_of(month));
        let (lines, total) = log::page(&self.store, &filter, month.as_ref()).await?;
        Ok(LogPage {
            lines: lines.into_iter().map(|line| self.log_line(line)).collect(),
            total,
            page: filter.page.max(1),
        })
    }

    async fn newest(&self, filter: LogFilter) -> OfficeResult<Vec<LogLine>> {
        let month = filter.month.map(|month| self.instants_of(month));
        let lines = log::newest(&self.store, &filter, month.as_ref()).await?;
        Ok(lines.into_iter().map(|line| self.log_line(line)).collect())
    }

    async fn status(&self, number: &TrackingNumber) -> OfficeResult<Option<PublicStatus>> {
        let Some(known) = status::find(&self.store, number).await? else {
            return Ok(None);
        };
        let known = self.standing_now(known).await?.unsealed_for(Reader::Public);
        Ok(Some(self.public_status(&known, self.now())))
    }

    async fn timeline(&self, number: &TrackingNumber) -> OfficeResult<Option<TimelineSheet>> {
        let Some(known) = status::find(&self.store, number).await? else {
            return Ok(None);
        };
        let known = self.standing_now(known).await?.unsealed_for(Reader::Public);
        let now = self.now();
        Ok(Some(self.sheet(self.public_status(&known, now), now)?))
    }

    async fn open(&self, number: &TrackingNumber, code: &AccessCode) -> OfficeResult<Option<Requester>> {
        let found = requests::opened_by(&self.store, &self.secret.code_hash(number, code)).await?;
        Ok(found.map(|number| Requester { number }))
    }

    async fn deadline(&self, rule: &str, start: &str) -> OfficeResult<Result<Deadline, DeadlineError>> {
        let known = closures::entered_by(self.store.reader(), i64::MAX).await?;
        Ok(self.profile.deadline(rule, start, &known))
    }

    async fn figures(&self) -> OfficeResult<Figures> {
        Ok(stage_counts::home(&self.store, self.today()).await?)
    }

    async fn follow(&self, number: &TrackingNumber, email: &str, lang: Lang) -> OfficeResult<()> {
        self.ask_to_follow(number.clone(), email.to_owned(), lang).await
    }

    async fn confirm_following(&self, token: &str) -> OfficeResult<Option<TrackingNumber>> {
        self.confirm_follower(token).await
    }

    async fn followed_by(&self, token: &str) -> OfficeResult<Option<TrackingNumber>> {
        let hash = secret::token_hash(token);
        Ok(followers::followed_by(&self.store, &hash).await?)
    }

    async fn stop_following(&self, token: &str) -> OfficeResult<Option<TrackingNumber>> {
        self.stop_follower(token).await
    }
}

impl RecordsOffice {
    fn log_line(&self, line: log::Line) -> LogLine {
        LogLine {
            division: self.division(line.division.as_deref()),
            incident_month: line.incident_from.strftime("%Y-%m").to_string(),
            number: line.number,
            received_on: line.received_on,
            track: line.track,
            stage: line.stage,
            due: line.next_due,
            office_day: line.office_due,
        }
    }

    /// The instants of a month on the agency's clock.
    fn instants_of(&self, month: Month) -> log::Span {
        let zone = self.profile.time_zone();
        let begins = |month: Month| {
            let first = Date::new(month.year, month.month, 1).ok();
            let midnight = first.and_then(|first| zone.to_timestamp(first.at(0, 0, 0, 0)).ok());
            // A month before or after all time holds nothing.
            midnight.map_or(i64::MAX, jiff::Timestamp::as_microsecond)
        };
        begins(month)..begins(month.next())
    }
}
