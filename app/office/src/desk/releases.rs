//! Copies, the release gate, delivery, the public library.

use std::path::PathBuf;

use async_trait::async_trait;
use law::redaction::Sha256;

use super::Requester;
use crate::{
    OfficeResult, TrackingNumber,
    forms::{FileReceipt, NewFile, NewRedaction, Publication, ReleaseStop, SeenNotice},
    permission::{Custodian, Reviewer},
    views::{
        DisplayWindow, FilesView, LibraryFile, LibraryPage, PublicationList, PublicationPage, ReleaseView,
        ReleasedView, Staff,
    },
};

/// Which file of a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReleasedFile {
    /// The video.
    Video,
    /// Its captions.
    Captions,
    /// Its transcript.
    Transcript,
}

/// Copies, and the gate that they pass.
#[async_trait]
pub trait ReleaseDesk: Send + Sync {
    /// The folder in which files arrive before they are kept.
    fn incoming(&self) -> PathBuf;

    /// The files of a recording.
    async fn files(&self, by: &Staff, recording: &str) -> OfficeResult<Option<FilesView>>;

    /// Keeps a file that has arrived in [`Self::incoming`], after a look at what it is. A new copy
    /// takes the place of the one before, which stays known; where its redaction list comes with it, both are kept or
    /// neither.
    async fn keep_file(&self, by: &Custodian, recording: &str, file: NewFile) -> OfficeResult<FileReceipt>;

    /// Sets the redaction list of a copy that nobody has approved yet.
    async fn redact(&self, by: &Custodian, copy: &str, list: Vec<NewRedaction>, version: i64) -> OfficeResult<()>;

    /// A second person approves exactly the file they looked at.
    async fn approve(&self, by: &Reviewer, copy: &str, seen: &Sha256, version: i64) -> OfficeResult<()>;

    /// Where a copy or an original is kept, for those who check it.
    async fn kept_file(&self, by: &Staff, sha256: &Sha256) -> OfficeResult<Option<PathBuf>>;

    /// Where the release on a request stands.
    async fn release_view(&self, by: &Staff, number: &TrackingNumber) -> OfficeResult<Option<ReleaseView>>;

    /// Confirms the terms of orders, and that the requester was warned.
    async fn confirm(&self, by: &Custodian, number: &TrackingNumber, terms: bool, warned: bool) -> OfficeResult<()>;

    /// Releases the approved copies of a request's recordings to the requester, if the gate lets them. The court's docket was
    /// looked into today for those whose notices are cleared with it.
    async fn release(&self, by: &Custodian, number: &TrackingNumber, cleared: Vec<SeenNotice>) -> OfficeResult<()>;

    /// Stops the links of a release on a request, in its delivery and in the public library. It goes on only by a new
    /// release.
    async fn stop_release(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        stop: ReleaseStop,
    ) -> OfficeResult<()>;

    /// Proposes that a file released on a request goes into the public library, or is called otherwise there. Nothing is
    /// public by it: another person decides.
    async fn propose_publication(
        &self,
        by: &Custodian,
        number: &TrackingNumber,
        release: &str,
        publication: Publication,
    ) -> OfficeResult<()>;

    /// Another person than who proposed it lets exactly this version into the public library.
    async fn approve_publication(&self, by: &Reviewer, number: &TrackingNumber, publication: &str) -> OfficeResult<()>;

    /// What was proposed goes back, with a reason; who proposed it may take it back so too.
    async fn send_back_publication(
        &self,
        by: &Reviewer,
        number: &TrackingNumber,
        publication: &str,
        reason: &str,
    ) -> OfficeResult<()>;

    /// Takes a release out of the public library, while its delivery goes on. It closes, so one custodian is enough.
    async fn take_down(&self, by: &Custodian, number: &TrackingNumber, release: &str, reason: &str)
    -> OfficeResult<()>;

    /// The public library as staff see it: what waits for a second person, what is public, what no longer is.
    async fn publications(&self, by: &Staff, list: PublicationList, page: u32) -> OfficeResult<PublicationPage>;
}

/// What was released, for those it was released to.
#[async_trait]
pub trait LibraryDesk: Send + Sync {
    /// The public library.
    async fn library(&self, page: u32) -> OfficeResult<LibraryPage>;

    /// One file of it, as it is at this very moment; one that was in it and is no longer, says so. `None` of one that never
    /// was.
    async fn released(&self, id: &str) -> OfficeResult<Option<LibraryFile>>;

    /// What was delivered to a requester.
    async fn delivered(&self, by: &Requester) -> OfficeResult<Vec<ReleasedView>>;

    /// Whether the requester is to be warned of 610.100.8 before delivery, and has not acknowledged it.
    async fn warns(&self, by: &Requester) -> OfficeResult<bool>;

    /// The requester acknowledges the warning of 610.100.8.
    async fn acknowledge(&self, by: &Requester) -> OfficeResult<()>;

    /// When the days of each person shown end whom 610.100.8 protects, as far as the requester may know: neither who, nor
    /// whether anybody answered.
    async fn windows(&self, by: &Requester) -> OfficeResult<Vec<DisplayWindow>>;

    /// Where a file of the public library is kept.
    async fn library_file(&self, id: &str, which: ReleasedFile) -> OfficeResult<Option<PathBuf>>;

    /// Where a file delivered to a requester is kept.
    async fn delivered_file(&self, by: &Requester, id: &str, which: ReleasedFile) -> OfficeResult<Option<PathBuf>>;
}
