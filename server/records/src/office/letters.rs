//! Letters that did not arrive, letters on paper, and how whoever filed is written to.

use async_trait::async_trait;
use law::Date;
use office::{
    Lang, OfficeResult, Problem, Refusal, TrackingNumber,
    desk::LetterDesk,
    forms::LetterAct,
    letter::LetterWay,
    permission::Custodian,
    views::{
        AuditAct, LetterActKind, LetterCounts, LetterView, LettersOf, LettersPage, LettersView, MailLine, MailState,
        PaperLine, PreviewedLetter, SentText, Staff, ToldBy,
    },
};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    letters::{Addressee, Letter, Templates, Writing, on_paper, readable},
    store::{
        Tx,
        audit_log::Subject,
        letters::{self, MailRow, NewPaperLetter, PaperRow},
        outbox::{self, Posted},
        requesters::{self, Requester},
        requests, rows,
        status::StatusRow,
        templates,
    },
};

/// What a letter to whoever filed is about.
#[derive(Clone, Copy, Debug)]
pub(super) struct About<'a> {
    pub request_id: &'a str,
    pub number: &'a TrackingNumber,
    /// Instant and day of the act that it tells about.
    pub at: i64,
    pub on: Date,
    /// Whether it is worth a letter on paper where no mail can go.
    pub on_paper: bool,
    /// Whether it takes the place of what the same act wrote before.
    pub instead: bool,
}

impl RecordsOffice {
    /// Posts a letter to whoever filed, by the ways that a custodian chose; else by the way they gave: e-mail, else paper, else
    /// nothing, and their private page says it.
    pub(super) async fn write_to(
        &self,
        tx: &mut Tx,
        requester: &Requester,
        about: About<'_>,
        letter: impl Fn(&Writing<'_>) -> Letter,
    ) -> Stored<Vec<Posted>> {
        let templates = templates::newest(tx.conn().await?).await?;
        Ok(self.write_with(tx, requester, about, &templates, letter))
    }

    /// The same with templates that are known.
    pub(super) fn write_with(
        &self,
        tx: &mut Tx,
        requester: &Requester,
        about: About<'_>,
        templates: &Templates,
        letter: impl Fn(&Writing<'_>) -> Letter,
    ) -> Vec<Posted> {
        let stop = self.secret.token("stop mail", about.request_id);
        let correspondence = self.store.correspondence();
        let edits = correspondence.and_then(|said| said.edits.as_ref());
        let looked = correspondence.is_some_and(|said| said.rehearsal.is_some());
        let (mail, postal) = (requester.address(), requester.postal_address());
        let writing = Writing {
            sender: &self.sender,
            to: mail.unwrap_or_default(),
            name: &requester.asked.name,
            lang: requester.language,
            number: about.number,
            // What is only looked at stops nothing.
            stop_token: if looked { "" } else { &stop },
            templates,
            edits,
        };
        let written = letter(&writing);
        let kind = written.draft.as_ref().map(|draft| draft.kind);
        let chosen = edits
            .filter(|edits| Some(edits.kind) == kind)
            .and_then(|edits| edits.way);
        let way = way_of(chosen, mail.is_some(), postal.is_some(), about.on_paper);
        if let (Some(said), Some(draft)) = (correspondence, &written.draft) {
            said.wrote(draft.kind);
            if let Some(rehearsal) = &said.rehearsal {
                let beside = Writing {
                    lang: rehearsal.lang,
                    ..writing
                };
                let other = (rehearsal.lang != requester.language).then(|| letter(&beside));
                let shown = PreviewedLetter::ToRequester {
                    kind: draft.kind,
                    name: requester.asked.name.clone(),
                    email: mail.map(str::to_owned),
                    postal_address: postal.map(str::to_owned),
                    way,
                    text: draft.text.clone(),
                    beside: other.and_then(|letter| letter.draft).map(|draft| draft.text),
                    grade: draft.grade,
                };
                rehearsal.shows(about.instead.then_some(written.kind), shown);
            }
        }
        let mut posted = Vec::new();
        if way.is_some_and(LetterWay::mails) {
            requesters::keep_stop(tx, about.request_id, &crate::secret::token_hash(&stop));
            posted.push(outbox::post(tx, about.request_id, &written, about.at));
        }
        if let Some(address) = postal.filter(|_| way.is_some_and(LetterWay::prints)) {
            let document = written.on_paper(&self.sender, addressee(requester, address), about.on);
            let new = NewPaperLetter {
                request_id: about.request_id,
                kind: written.kind,
                created_at: about.at,
                made_on: about.on,
                document: &document,
                outbox_id: None,
            };
            posted.push(Posted::Paper(letters::add_paper(tx, &new)));
        }
        posted
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

    async fn sent_text(&self, by: &Staff, id: &str) -> OfficeResult<Option<SentText>> {
        if !by.role.works() {
            return Ok(None);
        }
        let (number, sent) = if let Some(row) = letters::find(self.store.reader(), id).await? {
            let mut conn = self.store.read().await?;
            let html = letters::html_of(&mut conn, id).await?;
            let lang = if html.contains("<html lang=\"es\"") {
                Lang::Es
            } else {
                Lang::En
            };
            let markup = if html.is_empty() { html } else { readable(&html) };
            (row.number, SentText { lang, markup })
        } else {
            let row = letters::find_paper(self.store.reader(), id)
                .await?
                .ok_or(Refusal::NotFound)?;
            let lang = if row.document.contains("lang=\"es\"") {
                Lang::Es
            } else {
                Lang::En
            };
            let markup = row.document;
            (row.number, SentText { lang, markup })
        };
        let about = (Subject::Request, number.as_str());
        self.note_read(by, &number, about, &AuditAct::PrivateOpened).await?;
        Ok(Some(sent))
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

/// By which way a letter goes: the one that was chosen, as far as there is an address for it.
const fn way_of(chosen: Option<LetterWay>, mail: bool, postal: bool, worth_paper: bool) -> Option<LetterWay> {
    match (chosen, mail, postal) {
        (Some(LetterWay::Both), true, true) => Some(LetterWay::Both),
        (Some(LetterWay::Paper), _, true) => Some(LetterWay::Paper),
        (_, true, _) => Some(LetterWay::Email),
        (_, false, true) if worth_paper => Some(LetterWay::Paper),
        (_, false, _) => None,
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
