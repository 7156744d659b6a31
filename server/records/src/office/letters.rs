//! Letters that did not arrive, letters on paper, and how whoever filed is written to.

use async_trait::async_trait;
use law::Date;
use office::{
    OfficeResult, Problem, Refusal, TrackingNumber,
    desk::LetterDesk,
    forms::LetterAct,
    permission::Custodian,
    views::{
        LetterActKind, LetterCounts, LetterView, LettersOf, LettersPage, LettersView, MailLine, MailState, PaperLine,
        Staff, ToldBy,
    },
};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    letters::{Addressee, Letter, on_paper},
    store::{
        Tx,
        letters::{self, MailRow, NewPaperLetter, PaperRow},
        outbox::{self, Posted},
        requesters::{self, Requester},
        requests, rows,
        status::StatusRow,
    },
};

/// What a letter to whoever filed is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    pub request_id: &'a str,
    /// Instant and day of the act that it tells about.
    pub at: i64,
    pub on: Date,
    /// Whether it is worth a letter on paper where no mail can go.
    pub on_paper: bool,
}

impl RecordsOffice {
    /// Posts a letter to whoever filed, by the way they gave: e-mail, else paper, else nothing, and their private page says it.
    pub(super) fn write_to(
        &self,
        tx: &mut Tx,
        requester: &Requester,
        about: About<'_>,
        letter: impl FnOnce(&str, &str) -> Letter,
    ) -> Option<Posted> {
        let stop = self.secret.token("stop mail", about.request_id);
        if let Some(to) = requester.address() {
            requesters::keep_stop(tx, about.request_id, &crate::secret::token_hash(&stop));
            return Some(outbox::post(tx, about.request_id, &letter(to, &stop), about.at));
        }
        if let Some(address) = requester.postal_address().filter(|_| about.on_paper) {
            let letter = letter("", &stop);
            let document = letter.on_paper(&self.sender, addressee(requester, address), about.on);
            let new = NewPaperLetter {
                request_id: about.request_id,
                kind: letter.kind,
                created_at: about.at,
                made_on: about.on,
                document: &document,
                outbox_id: None,
            };
            return Some(Posted::Paper(letters::add_paper(tx, &new)));
        }
        None
    }

    /// How whoever filed hears of the last entry of the docket.
    pub(super) async fn told_by(&self, known: &StatusRow) -> Stored<ToldBy> {
        let Some(last) = known.docket.last() else {
            return Ok(ToldBy::Page);
        };
        Ok(match letters::telling(&self.store, &known.id, last.at).await? {
            (true, _) => ToldBy::Mail,
            (false, true) => ToldBy::Paper,
            (false, false) => ToldBy::Page,
        })
    }

    pub(super) async fn counts_of_letters(&self) -> Stored<LetterCounts> {
        let totals = letters::totals(&self.store).await?;
        Ok(LetterCounts {
            failed: totals.failed.into(),
            waiting: totals.waiting.into(),
            sender_refused: totals.sender_refused.into(),
            paper: totals.paper.into(),
        })
    }

    /// The letters about a request to whoever filed it; nothing for those who do not work requests.
    pub(super) async fn letters_to_requester(&self, by: &Staff, request_id: &str) -> Stored<LettersOf> {
        if !by.role.works() {
            return Ok(LettersOf::default());
        }
        let mails = letters::of_request(&self.store, request_id).await?;
        let papers = letters::papers_of_request(&self.store, request_id).await?;
        self.of(by, mails, papers).await
    }

    async fn of(&self, by: &Staff, mails: Vec<MailRow>, papers: Vec<PaperRow>) -> Stored<LettersOf> {
        let mut lines = Vec::with_capacity(mails.len());
        for row in mails {
            lines.push(self.mail_line(by, row).await?);
        }
        Ok(LettersOf {
            mails: lines,
            papers: papers.into_iter().map(paper_line).collect::<Stored<_>>()?,
        })
    }

    async fn mail_line(&self, by: &Staff, row: MailRow) -> Stored<MailLine> {
        let state = state_of(&row);
        let postal = if to_requester(&row) {
            let requester = requesters::find(self.store.reader(), &row.request_id).await?;
            requester.is_some_and(|requester| requester.postal_address().is_some())
        } else {
            false
        };
        Ok(MailLine {
            number: rows::number(&row.number)?,
            on: self.local(row.created_at).date(),
            state,
            why: row.why().filter(|_| state != MailState::Sent),
            attempts: u32::try_from(row.attempts).unwrap_or_default(),
            acts: acts(&row, state, postal),
            to: if by.role.works() { row.recipient } else { String::new() },
            id: row.id,
            notice: row.notice_id,
            subject: row.subject,
        })
    }

    async fn act_on_mail(&self, tx: &mut Tx, by: &Custodian, row: &MailRow, act: LetterAct) -> OfficeResult<()> {
        let now = self.now();
        let done = match act {
            LetterAct::Again => letters::again(tx, &row.id, now.at).await?,
            LetterAct::Aside => letters::settle(tx, &row.id, "aside", Some(&by.id), now.at).await?,
            LetterAct::Address(email) => {
                letters::copy_to(tx, &row.id, &email, now.at).await?;
                if to_requester(row) {
                    requesters::change_mail(tx, &row.request_id, Some(&email)).await?;
                }
                letters::settle(tx, &row.id, "address", Some(&by.id), now.at).await?
            }
            LetterAct::Paper => {
                let requester = requesters::find(tx.conn().await?, &row.request_id).await?;
                let requester = requester.ok_or(Refusal::NotFound)?;
                let address = requester.postal_address().ok_or(Refusal::NotFound)?;
                let html = letters::html_of(tx.conn().await?, &row.id).await?;
                let document = on_paper(&self.sender, addressee(&requester, address), now.today, &html);
                let new = NewPaperLetter {
                    request_id: &row.request_id,
                    kind: &row.kind,
                    created_at: row.created_at,
                    made_on: now.today,
                    document: &document,
                    outbox_id: Some(&row.id),
                };
                letters::add_paper(tx, &new);
                letters::settle(tx, &row.id, "paper", Some(&by.id), now.at).await?
            }
            LetterAct::Returned(on) => {
                possible(on, self.local(row.sent_at.unwrap_or(now.at)).date(), now.today)?;
                letters::returned(tx, &row.id, on).await?
            }
            LetterAct::Posted(_) => false,
        };
        if done { Ok(()) } else { Err(Refusal::Stale) }
    }

    async fn act_on_paper(&self, tx: &mut Tx, by: &Custodian, row: &PaperRow, act: LetterAct) -> OfficeResult<()> {
        let now = self.now();
        let done = match act {
            LetterAct::Posted(on) => {
                possible(on, row.made_on, now.today)?;
                letters::posted(tx, &row.id, on, &by.id, now.at).await?
            }
            LetterAct::Returned(on) => {
                possible(on, row.posted_on.unwrap_or(row.made_on), now.today)?;
                letters::paper_returned(tx, &row.id, on).await?
            }
            LetterAct::Again | LetterAct::Address(_) | LetterAct::Paper | LetterAct::Aside => false,
        };
        if done { Ok(()) } else { Err(Refusal::Stale) }
    }
}

#[async_trait]
impl LetterDesk for RecordsOffice {
    async fn letter_counts(&self, _by: &Staff) -> OfficeResult<LetterCounts> {
        Ok(self.counts_of_letters().await?)
    }

    async fn letters(&self, by: &Staff, view: LettersView, page: u32) -> OfficeResult<LettersPage> {
        let totals = letters::totals(&self.store).await?;
        let mails = letters::page(&self.store, view, page).await?;
        let papers = match view {
            LettersView::Paper => letters::papers_waiting(&self.store, page).await?,
            LettersView::Failed | LettersView::Waiting => Vec::new(),
        };
        let of = self.of(by, mails, papers).await?;
        Ok(LettersPage {
            view,
            mails: of.mails,
            papers: of.papers,
            total: letters::count_of(view, totals).into(),
            page: page.max(1),
            counts: self.counts_of_letters().await?,
        })
    }

    async fn letters_of_request(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<LettersOf> {
        let known = requests::find(self.store.reader(), number)
            .await?
            .ok_or(Refusal::NotFound)?;
        Ok(self.letters_to_requester(by, &known.id).await?)
    }

    async fn mails_of_notice(&self, by: &Staff, notice: &str) -> OfficeResult<LettersOf> {
        let mails = letters::of_notice(&self.store, notice).await?;
        Ok(self.of(by, mails, Vec::new()).await?)
    }

    async fn letter(&self, by: &Staff, id: &str) -> OfficeResult<Option<LetterView>> {
        if let Some(row) = letters::find(self.store.reader(), id).await? {
            return Ok(Some(LetterView::Mail(self.mail_line(by, row).await?)));
        }
        let paper = letters::find_paper(self.store.reader(), id).await?;
        Ok(paper.map(paper_line).transpose()?.map(LetterView::Paper))
    }

    async fn act_on_letter(&self, by: &Custodian, id: &str, act: LetterAct) -> OfficeResult<()> {
        let mut tx = self.store.begin().await?;
        if let Some(row) = letters::find(tx.conn().await?, id).await? {
            // A notice goes out anew on its own page, with a code of its own.
            if row.notice_id.is_some() && !matches!(act, LetterAct::Aside) {
                return Err(Refusal::field("act", Problem::UnknownChoice));
            }
            self.act_on_mail(&mut tx, by, &row, act).await?;
        } else {
            let row = letters::find_paper(tx.conn().await?, id)
                .await?
                .ok_or(Refusal::NotFound)?;
            self.act_on_paper(&mut tx, by, &row, act).await?;
        }
        Ok(tx.commit().await?)
    }
}

fn addressee<'a>(requester: &'a Requester, postal_address: &'a str) -> Addressee<'a> {
    Addressee {
        name: &requester.asked.name,
        postal_address,
        lang: requester.language,
    }
}

/// A day between two others.
fn possible(on: Date, earliest: Date, today: Date) -> OfficeResult<()> {
    if on > today {
        return Err(Refusal::field("on", Problem::InFuture));
    }
    if on < earliest {
        return Err(Refusal::field("on", Problem::TooOld { earliest }));
    }
    Ok(())
}

fn to_requester(row: &MailRow) -> bool {
    matches!(row.kind.as_str(), "filed" | "moved" | "stopped" | "overdue")
}

const fn state_of(row: &MailRow) -> MailState {
    match row {
        MailRow {
            settled_at: Some(_), ..
        } => MailState::Settled,
        MailRow {
            returned_on: Some(_), ..
        } => MailState::Returned,
        MailRow { sent_at: Some(_), .. } => MailState::Sent,
        MailRow {
            gave_up_at: Some(_), ..
        } => MailState::Failed,
        _ => MailState::Waiting,
    }
}

/// What can be done with a letter by e-mail.
fn acts(row: &MailRow, state: MailState, postal: bool) -> Vec<LetterActKind> {
    let kept = row.erased_at.is_none();
    let open = matches!(state, MailState::Waiting | MailState::Failed | MailState::Returned);
    if row.notice_id.is_some() {
        let failed = matches!(state, MailState::Failed | MailState::Returned);
        return failed.then_some(LetterActKind::Aside).into_iter().collect();
    }
    [
        (
            LetterActKind::Again,
            kept && matches!(state, MailState::Waiting | MailState::Failed),
        ),
        (LetterActKind::Address, kept && open),
        (LetterActKind::Paper, kept && open && postal),
        (
            LetterActKind::Aside,
            matches!(state, MailState::Failed | MailState::Returned),
        ),
        (LetterActKind::Returned, state == MailState::Sent),
    ]
    .into_iter()
    .filter_map(|(act, may)| may.then_some(act))
    .collect()
}

fn paper_line(row: PaperRow) -> Stored<PaperLine> {
    let acts = match (row.posted_on, row.returned_on) {
        (None, None) => vec![LetterActKind::Posted],
        (Some(_), None) => vec![LetterActKind::Returned],
        _ => Vec::new(),
    };
    Ok(PaperLine {
        number: rows::number(&row.number)?,
        id: row.id,
        made_on: row.made_on,
        posted_on: row.posted_on,
        returned_on: row.returned_on,
        acts,
    })
}
