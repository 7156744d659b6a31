//! Files that people send with what they write, and the office with its letters: looked at, scanned, kept, and handed over.

use std::{io, path::Path, path::PathBuf, sync::Arc};

use law::{profile::PaperKind, redaction::Sha256};
use office::{
    OfficeResult, Refusal,
    desk::{Depicted, Requester},
    forms::NewPaper,
    problem::FileProblem,
    views::PaperFile,
};

use super::{Moment, RecordsOffice};
use crate::{
    fault::{Fault, Stored},
    files::{self, Files},
    media,
    scan::{Scanner, Verdict},
    store::{Tx, attachments, copies, request_papers, requests},
};

/// Most papers that come with all objections to one notice.
const MOST_OF_NOTICE: u64 = 20;
/// What a paper is called that came without a name.
const UNNAMED: &str = "document";
/// The field of forms in which papers come.
const FIELD: &str = "papers";

impl RecordsOffice {
    /// Who looks at files before they are kept, where the office has somebody.
    pub const fn scanner(&self) -> Option<&Arc<Scanner>> {
        self.scanner.as_ref()
    }

    /// Keeps papers, once each of them is found to be one and the scan found nothing: of a form that is refused nothing stays,
    /// and in a rehearsal nothing at all.
    pub(super) async fn take_papers(&self, papers: Vec<(String, PathBuf)>) -> OfficeResult<Vec<NewPaper>> {
        if papers.is_empty() {
            return Ok(Vec::new());
        }
        let kinds = self.profile.papers.kinds.clone();
        let looked = tokio::task::spawn_blocking(move || look_at(&papers, &kinds).map(|kinds| (papers, kinds))).await;
        let (papers, kinds) = looked.map_err(Fault::from)?.map_err(Fault::from)?;
        let kinds = kinds?;
        for (name, at) in &papers {
            self.scan(name, at).await?;
        }
        let rehearses = self.rehearses();
        let files = (!rehearses).then(|| self.files.clone());
        let kept = tokio::task::spawn_blocking(move || keep(files.as_ref(), papers, kinds)).await;
        Ok(kept.map_err(Fault::from)?.map_err(Fault::from)?)
    }

    /// Whether what is done here is only looked at, and undone.
    pub(super) fn rehearses(&self) -> bool {
        self.store.correspondence().is_some_and(|said| said.rehearsal.is_some())
    }

    /// Nothing is taken unscanned where the office scans.
    async fn scan(&self, name: &str, at: &Path) -> OfficeResult<()> {
        let Some(scanner) = &self.scanner else {
            return Ok(());
        };
        let name = shown_name(name);
        let problem = match scanner.scan(at).await {
            Ok(Verdict::Clean) => return Ok(()),
            Ok(Verdict::Found) => {
                tracing::warn!("The virus scan found something in a file that was sent; it was not taken");
                FileProblem::Harmful { name }
            }
            Ok(Verdict::TooLarge) => FileProblem::TooLargeToScan { name },
            Err(error) => {
                tracing::error!(%error, "clamd at {} does not answer, so no file is taken", scanner.address());
                FileProblem::NotScanned
            }
        };
        Err(Refusal::field(FIELD, problem))
    }

    /// Whether so many more papers may come with a notice's objections.
    ///
    /// # Errors
    /// When there would be too many.
    pub async fn room_for_papers(&self, by: &Depicted, more: usize) -> OfficeResult<()> {
        if more == 0 {
            return Ok(());
        }
        let sent = attachments::count_of_notice(&self.store, &by.notice).await?;
        room(sent, more, MOST_OF_NOTICE)
    }

    /// Whether whoever filed may send so many more papers with their request.
    ///
    /// # Errors
    /// When there would be too many.
    pub async fn room_for_request_papers(&self, by: &Requester, more: usize) -> OfficeResult<()> {
        if more == 0 {
            return Ok(());
        }
        let sent = request_papers::count_sent(&self.store, &by.number).await?;
        room(sent, more, u64::from(self.profile.papers.of_one_request))
    }

    /// Keeps papers with an entry of a request's docket.
    pub(super) async fn keep_with_entry(
        &self,
        tx: &mut Tx,
        entry: request_papers::Place<'_>,
        papers: &[NewPaper],
        now: Moment,
    ) -> Stored<()> {
        for paper in papers {
            let came_again = request_papers::add(tx, entry, paper, now.at).await?;
            self.is_here(came_again, paper)?;
        }
        Ok(())
    }

    /// Keeps papers of something that is no request: see [`attachments::add`].
    pub(super) async fn attach(
        &self,
        tx: &mut Tx,
        subject: (&'static str, &str),
        papers: &[NewPaper],
        by: Option<&str>,
        now: Moment,
    ) -> Stored<()> {
        for paper in papers {
            let came_again = attachments::add(tx, subject, paper, by, now.at).await?;
            self.is_here(came_again, paper)?;
        }
        Ok(())
    }

    /// A file that came again may have been taken away between its arrival and this transaction: from here on it is not.
    fn is_here(&self, came_again: bool, paper: &NewPaper) -> Stored<()> {
        if came_again && !self.rehearses() && !self.files.path(&paper.sha256).exists() {
            return Err(Fault::Contended);
        }
        Ok(())
    }

    /// A paper of a request, for whoever opened it with its code.
    pub(super) async fn paper_of_requester(&self, by: &Requester, id: &str) -> OfficeResult<Option<PaperFile>> {
        let request = requests::find(self.store.reader(), &by.number)
            .await?
            .ok_or(Refusal::NotFound)?;
        let Some(found) = request_papers::find(&self.store, &request.id, id).await? else {
            return Ok(None);
        };
        let sha256 = Sha256::parse(&found.sha256).map_err(|_| Refusal::NotFound)?;
        if copies::is_removed(&self.store, &sha256).await? {
            return Ok(None);
        }
        Ok(Some(PaperFile {
            path: self.files.path(&sha256),
            kind: found.kind,
            name: found.name,
        }))
    }
}

fn room(sent: u64, more: usize, most: u64) -> OfficeResult<()> {
    if sent + more as u64 > most {
        return Err(Refusal::field(FIELD, FileProblem::TooManyPapers { most }));
    }
    Ok(())
}

/// What kind each is; what is wrong with the first that is none of those that are taken.
fn look_at(papers: &[(String, PathBuf)], kinds: &[PaperKind]) -> io::Result<OfficeResult<Vec<PaperKind>>> {
    let mut found = Vec::with_capacity(papers.len());
    for (name, at) in papers {
        if let Some(kind) = media::paper(at)?.filter(|kind| kinds.contains(kind)) {
            found.push(kind);
            continue;
        }
        let kinds = kinds.to_vec();
        let problem = match (std::fs::metadata(at)?.len(), name.trim().is_empty()) {
            (0, _) => FileProblem::Empty,
            (_, true) => FileProblem::NotPaperUnnamed { kinds },
            (_, false) => FileProblem::NotPaper {
                name: name.clone(),
                kinds,
            },
        };
        return Ok(Err(Refusal::field(FIELD, problem)));
    }
    Ok(Ok(found))
}

/// Keeps papers in a folder of files; without one, only says what each would be kept as.
fn keep(files: Option<&Files>, papers: Vec<(String, PathBuf)>, kinds: Vec<PaperKind>) -> io::Result<Vec<NewPaper>> {
    let mut kept = Vec::with_capacity(papers.len());
    for ((name, at), kind) in papers.into_iter().zip(kinds) {
        let (sha256, bytes) = match files {
            Some(files) => files.keep(&at)?,
            None => files::hash(&at)?,
        };
        kept.push(NewPaper {
            name: with_ending(&shown_name(&name), kind),
            kind,
            sha256,
            bytes,
        });
    }
    Ok(kept)
}

/// A name as it is shown: in one line, without what could hide in it, and never empty.
fn shown_name(name: &str) -> String {
    let hides = |c: char| {
        c.is_control()
            || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
    };
    let plain: String = name.chars().map(|c| if hides(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let plain = words.join(" ");
    let plain = plain.trim_matches(['.', ' ']);
    if plain.is_empty() { UNNAMED } else { plain }.to_owned()
}

/// A name that ends as the content says: `ID.exe` that holds a picture is `ID.exe.jpg`.
fn with_ending(name: &str, kind: PaperKind) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let fits = ending.is_some_and(|ending| kind.endings().contains(&ending.as_str()));
    match kind.endings().first() {
        Some(usual) if !fits => format!("{name}.{usual}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_the_file_is_and_hides_nothing() {
        for (sent, kind, shown) in [
            ("passport.pdf", PaperKind::Pdf, "passport.pdf"),
            ("Scan 1.JPEG", PaperKind::Jpeg, "Scan 1.JPEG"),
            ("invoice.exe", PaperKind::Pdf, "invoice.exe.pdf"),
            ("photo\u{202E}gpj.exe", PaperKind::Png, "photo gpj.exe.png"),
            ("a\r\n b\u{200B}.pdf", PaperKind::Pdf, "a b .pdf"),
            (" .. ", PaperKind::Pdf, "document.pdf"),
            ("", PaperKind::Jpeg, "document.jpg"),
            ("acta de defunción", PaperKind::Pdf, "acta de defunción.pdf"),
        ] {
            assert_eq!(with_ending(&shown_name(sent), kind), shown, "{sent:?}");
        }
    }
}
