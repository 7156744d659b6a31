//! What staff may ask.

use std::fmt::Write as _;

use async_trait::async_trait;
use jiff::ToSpan as _;
use law::{
    Date,
    bar::{Bar, Reason, Section},
    clock::ClockId,
    request::{Act, ActKind, section},
};
use office::{
    Errors, Lang, OfficeResult, Problem, Refusal, TrackingNumber,
    desk::CustodianDesk,
    forms::{InPart, Search, StaffAct, letters, row_field},
    views::{AuditAct, PrivatePart, Staff, StaffRequest},
};

use texts::{CoverageWords as _, LawWords as _, LetterWords as _};

use super::{
    RecordsOffice,
    change::{Change, Principal},
    conflicts,
    views::staff_docket,
};
use crate::{
    fault::Stored,
    store::{
        audit_log::Subject, code_reissues, coverage, docket, messages, requesters, requests, staff, status,
        status::StatusRow,
    },
};

/// The acts that staff do, in the order in which they are shown. Approval, notices and delivery have
/// the desk of releases.
const ACTS: [ActKind; 24] = [
    ActKind::Acknowledge,
    ActKind::AskClarification,
    ActKind::RecordAnswer,
    ActKind::ExplainDelay,
    ActKind::CloseActive,
    ActKind::RecordInactive,
    ActKind::RecordPetition,
    ActKind::EndPetition,
    ActKind::EnterOrder,
    ActKind::VerifyOrder,
    ActKind::StartRedaction,
    ActKind::FindNoRecord,
    ActKind::Deny,
    ActKind::DenyInPart,
    ActKind::GiveGrounds,
    ActKind::EstimateFee,
    ActKind::AskFee,
    ActKind::SettleFee,
    ActKind::RefundFee,
    ActKind::Reclose,
    ActKind::Reply,
    ActKind::Reopen,
    ActKind::TakeBack,
    ActKind::CorrectReceipt,
];

#[async_trait]
impl CustodianDesk for RecordsOffice {
    async fn request(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<StaffRequest>> {
        let Some(known) = status::find(&self.store, number).await? else {
            return Ok(None);
        };
        let known = self.standing_now(known).await?;
        let Some(requester) = requesters::find(self.store.reader(), &known.id).await? else {
            return Ok(None);
        };
        let names = staff::names(&self.store).await?;
        let now = self.now();
        let private = self.open_private(by, number).await;
        let open = private == PrivatePart::Open;
        let ((messages, papers), codes) = if open {
            let (store, id) = (&self.store, known.id.as_str());
            (
                messages::with_papers(store, id).await?,
                code_reissues::of(store, id).await?,
            )
        } else {
            Default::default()
        };
        let conflict = self.is_on_request(by, &known.id).await?;
        Ok(Some(StaffRequest {
            private,
            status: self.public_status(&known, now),
            asked: if open { requester.asked } else { requester.asked.blank() },
            language: requester.language,
            notify: requester.notify,
            version: known.version,
            told_by: self.told_by(&known).await?,
            letters: self.letters_to_requester(by, &known.id).await?,
            answer_unannounced: self.answer_unannounced(&known).await?,
            docket: staff_docket(&known.docket, &names, &docket::batches(&self.store, &known.id).await?),
            messages,
            papers,
            codes,
            unread: requests::unread(&self.store, &known.id).await?,
            conflict,
            acts: acts_of(by, &known, now.today, conflict),
            order_entered_by: known.order_entered_by.as_ref().and_then(|id| names.get(id)).cloned(),
            assignments: self.assignments_of(by, &known.id, &names).await?,
            state: known.state,
        }))
    }

    async fn act(&self, by: &Staff, number: &TrackingNumber, act: StaffAct) -> OfficeResult<()> {
        let kind = act.act.kind();
        if !ACTS.contains(&kind) || !by.role.may(kind) {
            return Err(Refusal::NotYours);
        }
        if kind == ActKind::VerifyOrder {
            self.confirmed(by)?;
        }
        let mut text = act.text.clone();
        if let Some(known) = status::find(&self.store, number).await? {
            if let Some(bar) = conflicts::bar(kind, self.is_on_request(by, &known.id).await?) {
                return Err(bar.into());
            }
            if let Act::ExplainDelay { promised } = &act.act {
                self.explains(&known, *promised, text.as_deref().unwrap_or_default())
                    .await?;
            }
            if let Some(basis) = &act.rate_basis {
                text = Some(self.with_rate_basis(&known, text.as_deref(), basis).await?);
            }
        }
        self.on_the_list(&act)?;
        let text = match &act.in_part {
            Some(parts) => Some(self.words_in_part(number, parts).await?),
            None => match &act.search {
                Some(search) => Some(self.words_of_search(number, search, text.as_deref()).await?),
                None => text,
            },
        };
        let change = Change {
            key: Some(act.key),
            version: Some(act.version),
            text,
            next_step: act.next_step,
            scope: act.scope,
            papers: act.papers,
            ..Change::new(number.clone(), Principal::Staff(by.clone()), act.act)
        };
        self.change(change).await
    }
}

impl RecordsOffice {
    /// Opens what a requester wrote, for whoever works the request, and enters it. What cannot be entered, because the disk is
    /// full for instance, stays closed; the public part and the docket are shown all the same.
    pub(super) async fn open_private(&self, by: &Staff, number: &TrackingNumber) -> PrivatePart {
        if !by.role.works() {
            return PrivatePart::ForWhoWorksIt;
        }
        let about = (Subject::Request, number.as_str());
        match self
            .note_read(by, number.as_str(), about, &AuditAct::PrivateOpened)
            .await
        {
            Ok(()) => PrivatePart::Open,
            Err(fault) => {
                tracing::error!(%fault, "The opening of a private part could not be entered, so it stays closed");
                PrivatePart::NotEntered
            }
        }
    }

    /// Refuses at its field what a denial may not rest on.
    fn on_the_list(&self, act: &StaffAct) -> OfficeResult<()> {
        let listed = |section: &Section| self.profile.denials().is_empty() || self.profile.denial(section).is_some();
        let mut errors = Errors::default();
        match &act.act {
            // What names no provision at all is for the law to refuse.
            Act::Deny { provision } if Section::parse(&provision.0).is_some() && !listed(provision) => {
                errors.add("provision", Problem::ProvisionNotListed);
            }
            _ => {}
        }
        let rows = act.in_part.iter().flat_map(|parts| &parts.withheld);
        for row in rows.filter(|row| !listed(&row.part.provision)) {
            errors.add(&row_field("withheld_provision", row.row), Problem::ProvisionNotListed);
        }
        if errors.is_empty() {
            Ok(())
        } else {
            Err(Refusal::Invalid { errors })
        }
    }

    /// The words of a search without a recording, in the language of whoever filed: they are the certificate's, too.
    async fn words_of_search(
        &self,
        number: &TrackingNumber,
        search: &Search,
        text: Option<&str>,
    ) -> OfficeResult<String> {
        let today = self.now().today;
        let on = search.on.unwrap_or(today);
        if on > today {
            return Err(Refusal::field("searched_on", Problem::InFuture));
        }
        let known = status::find(&self.store, number).await?.ok_or(Refusal::NotFound)?;
        let requester = requesters::find(self.store.reader(), &known.id).await?;
        let lang = requester.map(|requester| requester.language).unwrap_or_default();
        let mut words = vec![lang.search_by(&search.by, on)];
        if !search.rule.is_empty() {
            words.push(lang.search_rule(&search.rule));
        }
        if !search.agency.is_empty() {
            words.push(lang.search_agency(&search.agency));
        }
        if let Some(sheet) = coverage::newest(self.store.reader(), &known.id).await? {
            let (expected, found, gaps) = law::coverage::tally(&sheet.lines);
            words.push(lang.coverage_search(expected, found, gaps));
        }
        words.extend(text.map(str::to_owned));
        Ok(words.join("\n"))
    }

    /// The words of a denial in part, in the language of whoever filed.
    async fn words_in_part(&self, number: &TrackingNumber, parts: &InPart) -> OfficeResult<String> {
        let known = status::find(&self.store, number).await?.ok_or(Refusal::NotFound)?;
        let requester = requesters::find(self.store.reader(), &known.id).await?;
        let lang = requester.map(|requester| requester.language).unwrap_or_default();
        let mut words = format!(
            "{}: {}\n\n{}:",
            lang.letter_given(),
            parts.given,
            lang.letter_withheld()
        );
        for (number, row) in (1..).zip(&parts.withheld) {
            let what = lang.withheld_part(row.part.what);
            let _ = write!(words, "\n{number}. {what} ({}): {}", row.part.provision, row.why);
        }
        Ok(words)
    }

    /// Refuses an explanation of a delay that cannot be one: word for word what the one before said that stands, or a few letters where a
    /// delay is explained again, or for longer than a month.
    pub(super) async fn explains(&self, known: &StatusRow, promised: Date, text: &str) -> OfficeResult<()> {
        let last = messages::last_of(&self.store, &known.id, ActKind::ExplainDelay).await?;
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if last.is_some_and(|last| plain(&last) == plain(text)) {
            return Err(Refusal::field("text", Problem::SameAsBefore));
        }
        let month = self.now().today.saturating_add(30.days());
        let letters_needed = match (promised > month, known.state.promises()) {
            (true, _) => 20,
            (false, 1..) => 8,
            (false, 0) => 0,
        };
        if letters(text) < letters_needed {
            return Err(Refusal::field("text", Problem::NotDetailed));
        }
        Ok(())
    }

    /// Words to whoever filed, with how the hourly rate of a fee was worked out, in their language.
    async fn with_rate_basis(&self, known: &StatusRow, text: Option<&str>, basis: &str) -> Stored<String> {
        let requester = requesters::find(self.store.reader(), &known.id).await?;
        let lang = requester.map_or(Lang::En, |requester| requester.language);
        let basis = lang.letter_rate_basis(basis);
        Ok(text.map_or_else(|| basis.clone(), |text| format!("{text}\n\n{basis}")))
    }

    /// Whether an answer or a payment is awaited that whoever filed was never told of.
    async fn answer_unannounced(&self, known: &StatusRow) -> Stored<bool> {
        if known.state.running(ClockId::C6).is_none() {
            return Ok(false);
        }
        let told = requesters::told_of_question(&mut *self.store.read().await?, &known.id).await?;
        Ok(told == requesters::Told::default())
    }
}

/// What this account can do now, and what stands in the way of the rest.
fn acts_of(by: &Staff, known: &StatusRow, today: law::Date, conflict: bool) -> Vec<(ActKind, Option<Bar>)> {
    let entered_it = known.order_entered_by.as_ref() == Some(&by.id);
    let bar = |kind| match known.state.bar(kind, today) {
        None if kind == ActKind::VerifyOrder && entered_it => Some(Bar {
            reason: Reason::SamePerson,
            section: section(kind),
        }),
        bar => bar.or_else(|| conflicts::bar(kind, conflict)),
    };
    ACTS.into_iter()
        .filter(|kind| by.role.may(*kind))
        .map(|kind| (kind, bar(kind)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::requester;

    /// What the portal enters by itself, and what the desk of releases does.
    const OTHERS: [ActKind; 5] = [
        ActKind::Lapse,
        ActKind::ExtendLapse,
        ActKind::FinishRedaction,
        ActKind::OpenGate,
        ActKind::Deliver,
    ];

    #[test]
    fn every_act_has_somebody_who_does_it() {
        for kind in ActKind::ALL {
            let listed = [&ACTS[..], &requester::ACTS, &OTHERS];
            assert!(listed.iter().any(|acts| acts.contains(&kind)), "{kind:?}");
        }
    }
}
