//! Forms that may bring files: read as they come, files to the disk, never whole in memory.
//!
//! Nobody can make us keep what no form of ours asks for: how many files, in which field, how large, and from
//! whom, is known before the first byte of a file is read.

mod body_budget;
mod strangers;

use std::{net::IpAddr, path::PathBuf, sync::Arc, time::Duration};

use app::context::Visitor;
use axum::{
    body::{Body, Bytes},
    extract::{
        FromRequest, Multipart, Request,
        multipart::{Field, MultipartError},
    },
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
};
use office::{OfficeResult, Refusal, problem::FileProblem};
use records::fault::Fault;
use sha2::{Digest as _, Sha256};
use tokio::{
    fs::File,
    io::AsyncWriteExt as _,
    time::{Instant, timeout},
};

use super::{
    body::{DRAINED, closing},
    error_page::ErrorPage,
    form::{Bringer, FileLimits, Form},
    form_post::{FormPost, letter_of, typed},
    kept_form::keep,
    page::Page,
    state::AppState,
    submission::submission,
};
use body_budget::BodyBudget;
pub use strangers::{StrangerPlace, StrangerUploads};

/// How long the next bytes may take to come.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// Slowest sender, in bytes a second, once [`PATIENCE`] is over.
const SLOWEST: u64 = 4 * 1024;
/// How long a stranger's form with files may take in all.
const LONGEST_STRANGER: Duration = Duration::from_mins(20);

/// A file that has arrived and waits to be looked at. It is deleted with this value; what is kept of it has a name of its
/// own.
#[derive(Debug)]
pub struct ArrivedFile {
    /// As it was called.
    pub name: String,
    /// Where it waits.
    pub at: PathBuf,
    /// SHA-256 of what arrived with a form, in hexadecimal; empty for a piece of an upload.
    pub sha256: String,
    /// Of a stranger: the place among all who send files at once, theirs until the last file is gone.
    pub place: Option<Arc<StrangerPlace>>,
}

/// Names and places of files that have arrived.
pub fn arrived_files(files: &[ArrivedFile]) -> Vec<(String, PathBuf)> {
    files.iter().map(|file| (file.name.clone(), file.at.clone())).collect()
}

impl ArrivedFile {
    /// A file that arrives there.
    pub const fn at(name: String, at: PathBuf) -> Self {
        Self {
            name,
            at,
            sha256: String::new(),
            place: None,
        }
    }
}

impl Drop for ArrivedFile {
    fn drop(&mut self) {
        // Should it stay, the worker takes it away.
        let _ = std::fs::remove_file(&self.at);
    }
}

/// A form that may carry files, and the page on which it stands. Who sends what the form does not ask for gets the page
/// again with what was typed.
pub struct MultipartForm<F> {
    /// What was typed.
    pub form: F,
    /// The files, in order.
    pub files: Vec<ArrivedFile>,
    /// The page.
    pub page: Page,
}

impl<F: Form> FromRequest<AppState> for MultipartForm<F> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &AppState) -> Result<Self, Response> {
        if !is_multipart(request.headers()) {
            let FormPost { form, page } = FormPost::from_request(request, state).await?;
            return Ok(Self {
                form,
                files: Vec::new(),
                page,
            });
        }
        let (parts, body) = request.into_parts();
        let page = Page::new(state.clone(), parts.clone());
        let (body, window) = BodyBudget::around(body);
        let again = Request::from_parts(parts.clone(), Body::new(body));
        let multipart = Multipart::from_request(again, state)
            .await
            .map_err(|_| ErrorPage::Malformed.into_response())?;
        let mut reading = FormReader {
            state,
            visitor: page.visitor(),
            client: page.client(),
            files_of: F::FILES.with_settings(&state.site_info, &state.office.profile().papers),
            may: false,
            place: None,
            window,
            pairs: Vec::new(),
            files: Vec::new(),
            refused: state
                .limits
                .count_form(&state.records, F::CLASS, page.client())
                .await
                .err(),
            text: 0,
            kept: 0,
            wasted: 0,
            seen: 0,
            begun: Instant::now(),
        };
        let whole = match reading.read::<F>(multipart).await {
            Ok(whole) => whole,
            Err(error) => {
                keep(&parts, &reading.pairs, Some(F::FILES.field), false);
                return Err(closing(error.into_response()));
            }
        };
        let files: Vec<(&str, &str, &str)> = reading
            .files
            .iter()
            .map(|file| (F::FILES.field, file.name.as_str(), file.sha256.as_str()))
            .collect();
        let sent = submission(state, parts.uri.path(), &mut reading.pairs, &files);
        keep(&parts, &reading.pairs, Some(F::FILES.field), true);
        let form: F = typed(&reading.pairs).map_err(|error| closing(error.into_response()))?;
        let page = Page::of_form(state.clone(), parts, sent).with_letter(letter_of(&reading.pairs));
        match reading.refused {
            None => Ok(Self {
                form,
                files: reading.files,
                page,
            }),
            Some(refusal) if whole => Err(page.rerender_with_errors::<F>(form, refusal).await),
            Some(refusal) => Err(closing(page.rerender_with_errors::<F>(form, refusal).await)),
        }
    }
}

/// Whether a request is a form that may bring files.
pub fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"))
}

/// A form as far as it has been read.
struct FormReader<'a> {
    state: &'a AppState,
    visitor: Visitor,
    client: IpAddr,
    files_of: FileLimits,
    /// Whether who brings files was found to be somebody who may.
    may: bool,
    /// Of a stranger: theirs among all who send files at once.
    place: Option<Arc<StrangerPlace>>,
    window: BodyBudget,
    pairs: Vec<(String, String)>,
    files: Vec<ArrivedFile>,
    /// Why no more files are taken; the rest of the form is read all the same, as far as that goes.
    refused: Option<Refusal>,
    /// Bytes of text so far, of files kept, of files thrown away, of all.
    text: usize,
    kept: u64,
    wasted: u64,
    seen: u64,
    begun: Instant,
}

impl FormReader<'_> {
    /// Reads to the end; `false` if it stopped before, because more than can be thrown away was still to come.
    async fn read<F: Form>(&mut self, mut multipart: Multipart) -> Result<bool, ErrorPage> {
        for _ in 0..=F::PARTS {
            let next = timeout(PATIENCE, multipart.next_field()).await;
            let Some(field) = self.came(next.map_err(|_| ErrorPage::TooSlow)?, 0)? else {
                return Ok(true);
            };
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(plain_name) {
                None => self.typed(field, name, F::MOST).await?,
                Some(file) => self.file::<F>(field, &name, file).await?,
            }
            if self.wasted > DRAINED as u64 {
                return Ok(false);
            }
        }
        Err(ErrorPage::TooLarge)
    }

    /// Counts what came, and refuses who is too slow for what they hold open.
    fn came<T>(&mut self, came: Result<T, MultipartError>, bytes: usize) -> Result<T, ErrorPage> {
        self.window.taken();
        self.seen += bytes as u64;
        let longest = if self.place.is_some() {
            LONGEST_STRANGER
        } else {
            Duration::MAX
        };
        if self.begun.elapsed() > longest.min(PATIENCE + Duration::from_secs(self.seen / SLOWEST)) {
            return Err(ErrorPage::TooSlow);
        }
        came.map_err(|_| {
            if self.window.is_overfull() {
                ErrorPage::TooLarge
            } else {
                ErrorPage::Malformed
            }
        })
    }

    async fn piece(&mut self, field: &mut Field<'_>) -> Result<Option<Bytes>, ErrorPage> {
        let piece = timeout(PATIENCE, field.chunk()).await.map_err(|_| ErrorPage::TooSlow)?;
        let bytes = piece.as_ref().ok().and_then(Option::as_ref).map_or(0, Bytes::len);
        self.came(piece, bytes)
    }

    /// The first piece that holds any bytes; a part without any may come as empty pieces.
    async fn first_bytes(&mut self, field: &mut Field<'_>) -> Result<Option<Bytes>, ErrorPage> {
        loop {
            match self.piece(field).await? {
                Some(piece) if piece.is_empty() => {}
                piece => return Ok(piece),
            }
        }
    }

    async fn typed(&mut self, mut field: Field<'_>, name: String, most: usize) -> Result<(), ErrorPage> {
        let mut value = Vec::new();
        self.text += name.len();
        while let Some(piece) = self.piece(&mut field).await? {
            self.text += piece.len();
            if self.text > most {
                return Err(ErrorPage::TooLarge);
            }
            value.extend_from_slice(&piece);
        }
        let (value, error) = match String::from_utf8(value) {
            Ok(value) => (value, None),
            Err(bytes) => (
                String::from_utf8_lossy(bytes.as_bytes()).into_owned(),
                Some(ErrorPage::NotText),
            ),
        };
        self.pairs.push((name, value));
        error.map_or(Ok(()), Err)
    }

    /// A file, if one was chosen: an unused field of a browser's form comes as a part without name and without bytes
    /// (RFC 7578; HTML, "constructing the entry list").
    async fn file<F: Form>(&mut self, mut field: Field<'_>, name: &str, file: String) -> Result<(), ErrorPage> {
        let first = self.first_bytes(&mut field).await?;
        if first.is_none() && file.is_empty() {
            return Ok(());
        }
        if self.refused.is_none() {
            self.refused = self.may_come::<F>(name).await.err();
        }
        if self.refused.is_none() {
            let arrived_files = self.arrive::<F>(&mut field, first, file).await?;
            match arrived_files {
                Ok(arriving) => self.files.push(arriving),
                Err(refusal) => self.refused = Some(refusal),
            }
        }
        while self.refused.is_some() && self.wasted <= DRAINED as u64 {
            match self.piece(&mut field).await? {
                Some(piece) => self.wasted += piece.len() as u64,
                None => break,
            }
        }
        Ok(())
    }

    /// Whether a file may come at all, before the first byte of it is written: the form asks for it, there is room, and
    /// who brings it is of staff, or has a request or a notice open.
    async fn may_come<F: Form>(&mut self, name: &str) -> OfficeResult<()> {
        if name != F::FILES.field {
            return Err(Refusal::field(name, FileProblem::NotAskedFor));
        }
        if self.files.len() >= self.files_of.number {
            let most = self.files_of.number;
            return Err(Refusal::field(name, FileProblem::TooMany { most }));
        }
        if !self.may {
            let bringer = F::bringer(&self.visitor, &self.pairs)?;
            let is_stranger = bringer != Bringer::Staff;
            let records = &self.state.records;
            match bringer {
                Bringer::Staff => {}
                Bringer::Requester(requester) => records.room_for_request_papers(&requester, 1).await?,
                Bringer::Depicted(depicted) => records.room_for_papers(&depicted, 1).await?,
                Bringer::WithCode(code) => {
                    let depicted = self.state.sessions().open_notice(&code, self.client).await?;
                    records.room_for_papers(&depicted, 1).await?;
                }
            }
            if is_stranger {
                self.place = Some(Arc::new(self.state.strangers.enter(self.client)?));
            }
            self.may = true;
        }
        self.state.records.room_for(0).await
    }

    /// Streams a file to the disk.
    async fn arrive<F: Form>(
        &mut self,
        field: &mut Field<'_>,
        mut next: Option<Bytes>,
        name: String,
    ) -> Result<OfficeResult<ArrivedFile>, ErrorPage> {
        let (file, at) = match self.state.records.arrival().await {
            Ok(arrival) => arrival,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (mut file, mut arriving) = (File::from_std(file), ArrivedFile::at(name, at));
        arriving.place.clone_from(&self.place);
        let (mut bytes, mut hash) = (0, Sha256::new());
        while let Some(piece) = next {
            bytes += piece.len() as u64;
            self.kept += piece.len() as u64;
            if bytes / LOOKS != (bytes - piece.len() as u64) / LOOKS
                && let Err(refusal) = self.state.records.room_for(0).await
            {
                return Ok(Err(refusal));
            }
            if bytes > self.files_of.each {
                return Ok(Err(Refusal::field(F::FILES.field, too_large(self.files_of.each))));
            }
            if self.kept > self.files_of.all {
                let mib = self.files_of.all / MIB;
                return Ok(Err(Refusal::field(F::FILES.field, FileProblem::LargerTogether { mib })));
            }
            hash.update(&piece);
            if let Err(error) = file.write_all(&piece).await {
                return Ok(Err(Fault::from(error).into()));
            }
            next = self.piece(field).await?;
        }
        arriving.sha256 = hex::encode(hash.finalize());
        match file.flush().await {
            Ok(()) => Ok(Ok(arriving)),
            Err(error) => Ok(Err(Fault::from(error).into())),
        }
    }
}

/// A file's name without folders and without what could hide in it, at most 120 characters.
pub fn plain_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = last
        .chars()
        .filter(|c| !c.is_control() && !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    plain.take(120).collect()
}

const MIB: u64 = 1024 * 1024;
/// After how many bytes of a file the disk is looked at again.
const LOOKS: u64 = 4 * MIB;

/// What is told of a file larger than this many bytes.
pub fn too_large(most: u64) -> FileProblem {
    FileProblem::LargerThan { mib: most / MIB }
}
