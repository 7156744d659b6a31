//! Files on their way in, kept, approved, and taken away again.

use std::path::PathBuf;

use jiff::civil::date;
use law::{
    notice::ReleaseReason,
    objection::Relief,
    redaction::{CopyActKind, Sha256},
};
use office::{
    OfficeResult, Refusal,
    desk::{Depicted, DepictedDesk as _, ReleaseDesk as _},
    forms::{CopyForm, FileKind, FileReceipt},
    permission::Custodian,
    views::{CopyView, Role, Staff},
};
use records::store::uploads::Upload;

use super::notices::{Case, bar, objection};
use crate::support::Town;

crate::on_both_engines!(
    captions_and_transcript_are_part_of_what_is_approved,
    an_original_is_not_approved_as_redacted,
    nobody_approves_redactions_that_they_set,
    a_video_longer_than_its_recording_is_not_taken,
    an_upload_waits_until_it_is_kept_and_is_kept_once,
    an_unfit_upload_is_gone,
    a_damaged_file_is_whole_again_when_it_is_sent_again,
    what_nobody_asks_for_goes_after_some_days,
    papers_are_few_and_for_those_who_serve_notices,
);

/// A movie of some length that shows nothing; each number gives another file.
pub fn movie_of(ms: u32, number: u8) -> Vec<u8> {
    let boxed = |kind: &[u8; 4], inside: &[u8]| {
        let length = u32::try_from(inside.len() + 8).unwrap();
        [&length.to_be_bytes(), kind.as_slice(), inside].concat()
    };
    let mut mvhd = vec![0; 100];
    mvhd[12..16].copy_from_slice(&1_000_u32.to_be_bytes());
    mvhd[16..20].copy_from_slice(&ms.to_be_bytes());
    [
        boxed(b"ftyp", b"isom\0\0\0\0isom"),
        boxed(b"moov", &boxed(b"mvhd", &mvhd)),
        boxed(b"mdat", &[number; 64]),
    ]
    .concat()
}

/// The recording's own half hour.
const WHOLE: u32 = 1_800_000;

fn arrives(town: &Town, bytes: &[u8]) -> PathBuf {
    let folder = town.office.incoming();
    std::fs::create_dir_all(&folder).unwrap();
    let at = folder.join(records::secret::key());
    std::fs::write(&at, bytes).unwrap();
    at
}

impl Case<'_> {
    async fn sends_file(&self, kind: FileKind, bytes: &[u8]) -> OfficeResult<FileReceipt> {
        let at = arrives(self.town, bytes);
        self.town
            .office
            .keep_file(&self.cole, &self.recording, kind, at, "file".into())
            .await
    }

    async fn copy(&self) -> CopyView {
        let files = self.town.office.files(&self.cole, &self.recording).await.unwrap();
        files.unwrap().copies.remove(0)
    }

    async fn hides(&self, by: &Custodian, list: &str) {
        let form = CopyForm {
            redactions: list.into(),
            ..CopyForm::default()
        };
        let copy = self.copy().await;
        let list = form.redactions().unwrap();
        self.town.office.redact(by, &copy.id, list, copy.version).await.unwrap();
    }

    async fn approves(&self, by: &Staff, seen: &CopyView) -> OfficeResult<()> {
        let office = &self.town.office;
        office
            .approve(&by.reviewer()?, &seen.id, &seen.copy.sha256, seen.version)
            .await
    }

    /// Begins an upload and sends all of it.
    async fn uploads(&self, kind: FileKind, bytes: &[u8]) -> Upload {
        let office = &self.town.office;
        let upload = office
            .begin_upload(&self.cole, &self.recording, kind, "file".into(), bytes.len() as u64)
            .await
            .unwrap();
        let gathered = office.gather(&upload, arrives(self.town, bytes), 0).await.unwrap();
        assert!(gathered.taken && gathered.bytes == bytes.len() as u64, "{gathered:?}");
        upload
    }
}

async fn captions_and_transcript_are_part_of_what_is_approved(town: Town) {
    let case = Case::begins(&town).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
    let without = case.copy().await;
    case.sends_file(FileKind::Captions, b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n")
        .await
        .unwrap();
    assert_eq!(
        case.approves(&rhea, &without).await,
        Err(Refusal::Stale),
        "she has not seen the captions"
    );
    let with = case.copy().await;
    case.approves(&rhea, &with).await.unwrap();
    for (kind, text) in [
        (
            FileKind::Captions,
            b"WEBVTT\n\n00:00.000 --> 00:01.000\nother".as_slice(),
        ),
        (FileKind::Transcript, b"Words"),
    ] {
        let late = case.sends_file(kind, text).await;
        assert!(matches!(late, Err(Refusal::Invalid { .. })), "{kind:?}: {late:?}");
    }
    assert_eq!(case.copy().await.version, with.version + 1);
    for by_hand in [
        "UPDATE release_copy SET captions_sha256 = NULL",
        "UPDATE release_copy SET transcript_sha256 = captions_sha256",
        "UPDATE release_copy SET length_ms = length_ms + 1",
        "UPDATE release_copy SET approved_on = '2020-01-01'",
        "UPDATE release_copy SET approved_on = NULL",
    ] {
        let refused = town.raw(by_hand).await.expect_err(by_hand).to_string();
        assert!(refused.contains("never changed"), "{by_hand}: {refused}");
    }
    // Captions that changed on the disk are not what anybody looks at.
    case.sends_file(FileKind::Copy, &movie_of(WHOLE, 2)).await.unwrap();
    let captions = case
        .sends_file(FileKind::Captions, b"WEBVTT\n\n00:00.000 --> 00:01.000\nnew")
        .await
        .unwrap();
    let place = town.office.kept_file(&rhea, &captions.sha256).await.unwrap().unwrap();
    std::fs::write(place, "WEBVTT\n\nshameful").unwrap();
    let newer = case.copy().await;
    assert_eq!(bar(case.approves(&rhea, &newer).await), ReleaseReason::HashChanged);
}

async fn an_original_is_not_approved_as_redacted(town: Town) {
    let case = Case::begins(&town).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    let same = movie_of(WHOLE, 1);
    case.sends_file(FileKind::Original, &same).await.unwrap();
    case.sends_file(FileKind::Copy, &same).await.unwrap();
    case.hides(&case.cole, "blur 0:10-0:40 Person B | RSMo 610.100.3").await;
    let refused = case.approves(&rhea, &case.copy().await).await;
    assert!(matches!(refused, Err(Refusal::Invalid { .. })), "{refused:?}");
    case.hides(&case.cole, "").await;
    case.approves(&rhea, &case.copy().await).await.unwrap();
}

async fn nobody_approves_redactions_that_they_set(town: Town) {
    let case = Case::begins(&town).await;
    let dora = town.staff("Dora", Role::Custodian).await.staff.custodian().unwrap();
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
    case.hides(&dora, "mute 0:10-0:40 | RSMo 610.100.3").await;
    let copy = case.copy().await;
    assert_eq!(bar(case.approves(&dora, &copy).await), ReleaseReason::SamePerson);
    let seen = town.office.files(&dora, &case.recording).await.unwrap().unwrap();
    assert!(!seen.copies[0].acts.contains(&CopyActKind::Approve), "no button either");
    case.approves(&rhea, &copy).await.unwrap();
}

async fn a_video_longer_than_its_recording_is_not_taken(town: Town) {
    let case = Case::begins(&town).await;
    for kind in [FileKind::Original, FileKind::Copy] {
        let longer = case.sends_file(kind, &movie_of(WHOLE + 2_001, 1)).await;
        assert!(matches!(longer, Err(Refusal::Invalid { .. })), "{kind:?}: {longer:?}");
    }
    assert_eq!(town.office.orphans().await.unwrap(), 0, "nothing of it is kept");
    case.sends_file(FileKind::Original, &movie_of(WHOLE + 2_000, 1))
        .await
        .unwrap();
    case.sends_file(FileKind::Copy, &movie_of(60_000, 2)).await.unwrap();
    town.is_sound().await;
}

async fn an_upload_waits_until_it_is_kept_and_is_kept_once(town: Town) {
    let case = Case::begins(&town).await;
    let upload = case.uploads(FileKind::Copy, &movie_of(WHOLE, 1)).await;
    // The database fails in the middle.
    town.raw("ALTER TABLE audit_entry RENAME TO audit_away").await.unwrap();
    let refused = town.office.finish_upload(&case.cole, &upload.id).await;
    assert!(matches!(refused, Err(Refusal::Unavailable { .. })), "{refused:?}");
    town.raw("ALTER TABLE audit_away RENAME TO audit_entry").await.unwrap();
    let here = town.office.gathered(&upload).await.unwrap();
    assert_eq!(here, upload.bytes, "nothing is lost");
    let (one, two) = tokio::join!(
        town.office.finish_upload(&case.cole, &upload.id),
        town.office.finish_upload(&case.cole, &upload.id),
    );
    let again = town.office.finish_upload(&case.cole, &upload.id).await.unwrap();
    for answer in [one, two] {
        // One of two at once may find that what was gathered has just gone.
        assert!(
            matches!(&answer, Ok(kept) if *kept == again) || answer.is_err(),
            "{answer:?}"
        );
    }
    assert_eq!(again.sha256, case.copy().await.copy.sha256);
    assert_eq!(town.count("SELECT COUNT(*) FROM release_copy").await, 1);
    let lee = town.staff("Lee", Role::Custodian).await.staff.custodian().unwrap();
    assert_eq!(
        town.office.finish_upload(&lee, &upload.id).await,
        Err(Refusal::NotFound),
        "somebody else's"
    );
    town.is_sound().await;
}

async fn an_unfit_upload_is_gone(town: Town) {
    let case = Case::begins(&town).await;
    let upload = case.uploads(FileKind::Copy, b"#EXTM3U\nhttp://10.0.0.1/\n").await;
    let refused = town.office.finish_upload(&case.cole, &upload.id).await;
    assert!(matches!(refused, Err(Refusal::Invalid { .. })), "{refused:?}");
    assert_eq!(town.office.upload(&case.cole, &upload.id).await, Err(Refusal::NotFound));
    assert_eq!(town.office.gathered(&upload).await.unwrap(), 0);
}

async fn a_damaged_file_is_whole_again_when_it_is_sent_again(town: Town) {
    use std::os::unix::fs::PermissionsExt as _;
    let case = Case::begins(&town).await;
    let movie = movie_of(WHOLE, 1);
    let kept = case.sends_file(FileKind::Original, &movie).await.unwrap();
    let place = town.office.kept_file(&case.cole, &kept.sha256).await.unwrap().unwrap();
    std::fs::write(&place, movie_of(WHOLE, 9)).unwrap();
    let told = town.office.check().await.unwrap();
    assert_eq!(told, [format!("file {}: it holds something else", kept.sha256)]);
    std::fs::remove_file(&place).unwrap();
    let told = town.office.check().await.unwrap();
    assert_eq!(told, [format!("file {}: it is missing", kept.sha256)]);
    std::fs::write(&place, movie_of(WHOLE, 9)).unwrap();
    case.sends_file(FileKind::Original, &movie).await.unwrap();
    town.is_sound().await;
    let mode = |place: &std::path::Path| std::fs::metadata(place).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&place), mode(place.parent().unwrap())), (0o600, 0o700));
}

async fn what_nobody_asks_for_goes_after_some_days(town: Town) {
    let case = Case::begins(&town).await;
    let kept = case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
    let upload = case.uploads(FileKind::Copy, &movie_of(WHOLE, 2)).await;
    let paper = arrives(&town, b"%PDF-1.7 of a form that was refused");
    town.office.keep_papers(vec![("a.pdf".into(), paper)]).await.unwrap();
    assert_eq!(town.office.orphans().await.unwrap(), 1);
    town.is_sound().await;
    assert_eq!(town.office.tidy_files().await.unwrap(), 0, "not today");
    assert_eq!(town.office.gathered(&upload).await.unwrap(), upload.bytes);
    // Files are dated by the disk's own clock.
    town.today_is(date(2090, 1, 1));
    assert!(town.office.tidy_files().await.unwrap() >= 2);
    assert_eq!(town.office.orphans().await.unwrap(), 0);
    assert_eq!(town.office.upload(&case.cole, &upload.id).await, Err(Refusal::NotFound));
    assert_eq!(std::fs::read_dir(town.office.incoming()).unwrap().count(), 0);
    let place = town.office.kept_file(&case.cole, &kept.sha256).await.unwrap().unwrap();
    assert_eq!(std::fs::read(place).unwrap(), movie_of(WHOLE, 1), "what is named stays");
}

async fn papers_are_few_and_for_those_who_serve_notices(town: Town) {
    let case = Case::begins(&town).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    let bela = Depicted {
        notice: case.tells("Person B").await,
    };
    let papers = (0..20).map(|number| {
        let at = arrives(&town, format!("%PDF-1.7 {number}").as_bytes());
        ("petition.pdf".to_owned(), at)
    });
    let mut objection = objection(Relief::Whole);
    objection.papers = town.office.keep_papers(papers.collect()).await.unwrap();
    town.office.room_for_papers(&bela, 20).await.unwrap();
    let sha256 = objection.papers[0].sha256.clone();
    town.office.object(&bela, objection).await.unwrap();
    town.office.room_for_papers(&bela, 0).await.unwrap();
    let more = town.office.room_for_papers(&bela, 1).await;
    assert!(matches!(more, Err(Refusal::Invalid { .. })), "{more:?}");
    let (_, held) = town.office.file_held(&case.cole, &sha256).await.unwrap().unwrap();
    assert_eq!((held.media_type(), held.is_paper()), ("application/pdf", true));
    assert_eq!(town.office.file_held(&rhea, &sha256).await, Err(Refusal::NotYours));
    let unknown = Sha256::parse(&"0".repeat(64)).unwrap();
    assert_eq!(town.office.file_held(&rhea, &unknown).await, Ok(None));
}
