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
    desk::{Depicted, DepictedDesk as _, RecordingDesk as _, ReleaseDesk as _},
    forms::{CopyForm, FileKind, FileReceipt, NewFile},
    permission::Custodian,
    problem::{CopyProblem, FileProblem},
    views::{CopyView, FileContents, RemovedKind, Role, Staff, TrackKind},
};
use records::store::uploads::Upload;

use super::notices::{Case, bar, objection};
use crate::support::{
    Town,
    movie::{Draft, DraftTrack, boxed, unit},
};

crate::on_both_engines!(
    captions_and_transcript_are_part_of_what_is_approved,
    an_original_is_not_approved_as_redacted,
    nothing_but_picture_and_sound_is_kept_and_who_checks_sees_what_is_in_it,
    a_copy_that_cannot_be_made_of_picture_and_sound_is_refused_and_an_original_is_told,
    the_original_in_another_wrapping_is_the_original,
    who_writes_captions_does_not_approve_them,
    a_line_keeps_who_looked_at_it_and_who_takes_one_out_is_an_author,
    the_database_lets_no_author_approve_and_no_unknown_copy_out,
    nobody_approves_redactions_that_they_set,
    a_video_longer_than_its_recording_is_not_taken,
    an_upload_waits_until_it_is_kept_and_is_kept_once,
    an_unfit_upload_is_gone,
    a_damaged_file_is_whole_again_when_it_is_sent_again,
    what_nobody_asks_for_goes_after_some_days,
    papers_are_few_and_for_those_who_serve_notices,
    files_of_deleted_footage_go_and_a_killed_program_leaves_none_half_gone,
    files_of_deleted_footage_stay_while_somebody_asks_for_it_or_it_was_a_breach,
    a_file_that_was_decided_to_go_stays_where_something_keeps_it_by_now,
);

/// A movie of some length that shows nothing; each number gives another file.
pub fn movie_of(ms: u32, number: u8) -> Vec<u8> {
    crate::support::movie::of(ms, &[number; 64])
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
            .keep_file(&self.cole, &self.recording, NewFile::of(kind, at, "file".into()))
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

/// A movie with a place, a name and leftovers in it.
fn talkative() -> Vec<u8> {
    let words = b"Ofc SAMPLE 4711 +39.0911";
    let mut picture = DraftTrack::picture(WHOLE, &[1; 64]);
    picture.samples = vec![[unit(6, words), unit(5, &[1; 64])].concat()];
    let draft = Draft {
        created: 3_800_000_000,
        more: boxed(b"udta", words),
        unused: words.to_vec(),
        ..Draft::of(picture)
    };
    draft.file()
}

async fn nothing_but_picture_and_sound_is_kept_and_who_checks_sees_what_is_in_it(town: Town) {
    let case = Case::begins(&town).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    let receipt = case.sends_file(FileKind::Copy, &talkative()).await.unwrap();
    assert_ne!(
        receipt.sha256, receipt.sent,
        "what is kept is another file, and both are told"
    );
    let place = town.office.kept_file(&rhea, &receipt.sha256).await.unwrap().unwrap();
    let kept = std::fs::read(&place).unwrap();
    assert!(!kept.windows(6).any(|some| some == b"SAMPLE"));
    assert_eq!(kept, movie_of(WHOLE, 1), "the same as without all that");
    let copy = case.copy().await;
    assert_eq!(copy.sent.as_ref().map(|(sha256, _)| sha256), Some(&receipt.sent));
    let contents = copy.contents.clone().unwrap();
    let tracks: Vec<_> = contents
        .tracks
        .iter()
        .map(|track| (track.kind, track.codec.as_str()))
        .collect();
    assert_eq!(tracks, [(TrackKind::Picture, "H.264 High")]);
    let removed: Vec<_> = contents.removed.iter().map(|part| part.kind).collect();
    assert_eq!(
        removed,
        [
            RemovedKind::Metadata,
            RemovedKind::Labels,
            RemovedKind::Messages,
            RemovedKind::Unused
        ]
    );
    case.approves(&rhea, &copy).await.unwrap();
    assert_eq!(case.copy().await.copy.approval.unwrap().sha256, receipt.sha256);
    // An original stays as it was sent.
    let original = case.sends_file(FileKind::Original, &talkative()).await.unwrap();
    assert_eq!(original.sha256, original.sent);
    town.is_sound().await;
    // What is put into a kept copy behind our back is found.
    let stowaway = [kept, boxed(b"free", b"SAMPLE")].concat();
    std::fs::write(&place, stowaway).unwrap();
    let refused = case.approves(&rhea, &case.copy().await).await;
    assert!(refused.is_err(), "{refused:?}");
}

async fn a_copy_that_cannot_be_made_of_picture_and_sound_is_refused_and_an_original_is_told(town: Town) {
    let case = Case::begins(&town).await;
    let read = |name: &str| std::fs::read(format!("{}/tests/cases/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    for (name, what) in [
        ("hevc-main10.mp4", "HEVC (H.265) Main 10"),
        ("mpeg4-part2.mp4", "MPEG-4 Part 2"),
        ("h264-444.mp4", "H.264 High 4:4:4 Predictive"),
    ] {
        let refused = case.sends_file(FileKind::Copy, &read(name)).await;
        let what = what.to_owned();
        let told = Refusal::field("file", FileProblem::NotPlayable { what: what.clone() });
        assert_eq!(refused, Err(told), "{name}");
        case.sends_file(FileKind::Original, &read(name)).await.unwrap();
        let files = town.office.files(&case.cole, &case.recording).await.unwrap().unwrap();
        let told = files.originals.iter().filter_map(|original| original.contents.as_ref());
        assert!(
            told.flat_map(FileContents::unplayable).any(|told| told == what),
            "{name}"
        );
    }
    for name in ["sound-only.mp4", "muted-but-not.mp4"] {
        let refused = case.sends_file(FileKind::Copy, &read(name)).await;
        assert!(matches!(refused, Err(Refusal::Invalid { .. })), "{name}: {refused:?}");
    }
    let files = town.office.files(&case.cole, &case.recording).await.unwrap().unwrap();
    assert_eq!(files.copies.len(), 0);
    assert_eq!(
        town.office.orphans().await.unwrap(),
        0,
        "nothing of what was refused is kept"
    );
}

async fn the_original_in_another_wrapping_is_the_original(town: Town) {
    let case = Case::begins(&town).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    case.sends_file(FileKind::Original, &talkative()).await.unwrap();
    case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
    case.hides(&case.cole, "blur 0:10-0:40 Person B | RSMo 610.100.3").await;
    let copy = case.copy().await;
    let refused = case.approves(&rhea, &copy).await;
    assert_eq!(refused, Err(Refusal::field("copy", CopyProblem::IsOriginal)));
    let by_hand = format!(
        "UPDATE release_copy SET approved_by = '{}', approved_on = '2026-01-01', approved_sha256 = sha256",
        rhea.id
    );
    let refused = town
        .raw(sqlx::AssertSqlSafe(by_hand))
        .await
        .expect_err("by hand neither")
        .to_string();
    assert!(refused.contains("is the original"), "{refused}");
}

async fn who_writes_captions_does_not_approve_them(town: Town) {
    let case = Case::begins(&town).await;
    let dora = town.staff("Dora", Role::Custodian).await.staff.custodian().unwrap();
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    for (kind, words) in [
        (
            FileKind::Captions,
            b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n".as_slice(),
        ),
        (FileKind::Transcript, b"Hello"),
    ] {
        case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
        let at = arrives(&town, words);
        town.office
            .keep_file(&dora, &case.recording, NewFile::of(kind, at, "words".into()))
            .await
            .unwrap();
        let copy = case.copy().await;
        assert_eq!(copy.words_by, ["Dora"]);
        assert_eq!(
            bar(case.approves(&dora, &copy).await),
            ReleaseReason::SamePerson,
            "{kind:?}"
        );
        let seen = town.office.files(&dora, &case.recording).await.unwrap().unwrap();
        assert!(!seen.copies[0].acts.contains(&CopyActKind::Approve), "no button either");
        case.approves(&rhea, &copy).await.unwrap();
    }
}

async fn a_line_keeps_who_looked_at_it_and_who_takes_one_out_is_an_author(town: Town) {
    let case = Case::begins(&town).await;
    let dora = town.staff("Dora", Role::Custodian).await.staff.custodian().unwrap();
    let emil = town.staff("Emil", Role::Custodian).await.staff.custodian().unwrap();
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    let (one, two) = ("mute 0:10-0:40 | RSMo 610.100.3", "cut 1:10-1:40 | RSMo 610.100.3");
    case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
    case.hides(&dora, &format!("{one}\n{two}")).await;
    case.hides(&emil, &format!("{one}\n{two}")).await;
    let reviewers = |copy: &CopyView| {
        copy.copy
            .redactions
            .iter()
            .map(|line| line.reviewer.clone())
            .collect::<Vec<_>>()
    };
    let copy = case.copy().await;
    assert_eq!(
        reviewers(&copy),
        ["Dora", "Dora"],
        "saving a list changes nobody's lines"
    );
    assert_eq!(bar(case.approves(&dora, &copy).await), ReleaseReason::SamePerson);
    assert!(
        !copy.copy.authors.contains(&emil.id),
        "who changed nothing wrote nothing"
    );
    case.hides(&emil, one).await;
    let copy = case.copy().await;
    assert_eq!(reviewers(&copy), ["Dora"]);
    assert_eq!(
        bar(case.approves(&emil, &copy).await),
        ReleaseReason::SamePerson,
        "what is gone is an author's work too"
    );
    case.hides(&emil, &format!("{one}\n{two}")).await;
    assert_eq!(reviewers(&case.copy().await), ["Dora", "Emil"]);
    case.approves(&rhea, &case.copy().await).await.unwrap();
}

async fn the_database_lets_no_author_approve_and_no_unknown_copy_out(town: Town) {
    let case = Case::begins(&town).await;
    let dora = town.staff("Dora", Role::Custodian).await.staff.custodian().unwrap();
    case.sends_file(FileKind::Copy, &movie_of(WHOLE, 1)).await.unwrap();
    case.hides(&dora, "mute 0:10-0:40 | RSMo 610.100.3").await;
    case.hides(&dora, "").await;
    let by_hand = format!(
        "UPDATE release_copy SET approved_by = '{}', approved_on = '2026-01-01', approved_sha256 = sha256",
        dora.id
    );
    let refused = town
        .raw(sqlx::AssertSqlSafe(by_hand))
        .await
        .expect_err("an author")
        .to_string();
    assert!(refused.contains("wrote nothing of it"), "{refused}");
    for by_hand in [
        "DELETE FROM copy_author",
        "DELETE FROM copy_contents",
        "UPDATE copy_contents SET contents = '{}'",
        "UPDATE copy_author SET part = 'captions'",
    ] {
        town.raw(by_hand).await.expect_err(by_hand);
    }
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
    let refused = town.office.finish_upload(&case.cole, &upload.id, Vec::new()).await;
    assert!(matches!(refused, Err(Refusal::Unavailable { .. })), "{refused:?}");
    town.raw("ALTER TABLE audit_away RENAME TO audit_entry").await.unwrap();
    let here = town.office.gathered(&upload).await.unwrap();
    assert_eq!(here, upload.bytes, "nothing is lost");
    let (one, two) = tokio::join!(
        town.office.finish_upload(&case.cole, &upload.id, Vec::new()),
        town.office.finish_upload(&case.cole, &upload.id, Vec::new()),
    );
    let again = town
        .office
        .finish_upload(&case.cole, &upload.id, Vec::new())
        .await
        .unwrap();
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
        town.office.finish_upload(&lee, &upload.id, Vec::new()).await,
        Err(Refusal::NotFound),
        "somebody else's"
    );
    town.is_sound().await;
}

async fn an_unfit_upload_is_gone(town: Town) {
    let case = Case::begins(&town).await;
    let upload = case.uploads(FileKind::Copy, b"#EXTM3U\nhttp://10.0.0.1/\n").await;
    let refused = town.office.finish_upload(&case.cole, &upload.id, Vec::new()).await;
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
    let paper = arrives(&town, b"%PDF-1.7 of a form that was refused\n%%EOF");
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
        let at = arrives(&town, format!("%PDF-1.7 {number}\n%%EOF").as_bytes());
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
    assert_eq!(
        town.office.file_held(&rhea, &unknown).await,
        Err(Refusal::NotYours),
        "what is not there is answered as what is not theirs"
    );
    assert_eq!(town.office.file_held(&case.cole, &unknown).await, Ok(None));
}

/// A recording that nothing holds and that may be deleted, with an original and a copy with words: where its files are.
async fn unheld(town: &Town, cole: &Custodian, number: u8) -> (String, Vec<PathBuf>) {
    let mut form = super::recordings::line(town, &format!("AX-{number}"));
    form.started_at = "2025-06-01T18:10:00-05:00".into();
    form.ended_at = "2025-06-01T18:40:00-05:00".into();
    let id = town
        .office
        .register(cole, super::recordings::read(town, &form))
        .await
        .unwrap();
    let mut files = Vec::new();
    for (kind, bytes) in [
        (FileKind::Original, movie_of(60_000, number)),
        (FileKind::Copy, movie_of(60_000, number + 1)),
        (FileKind::Transcript, format!("Nothing is said. {number}").into_bytes()),
    ] {
        let at = arrives(town, &bytes);
        let kept = town
            .office
            .keep_file(cole, &id, NewFile::of(kind, at, "file".into()))
            .await
            .unwrap();
        files.push(town.office.file_held(cole, &kept.sha256).await.unwrap().unwrap().0);
    }
    (id, files)
}

fn name(file: &std::path::Path) -> String {
    file.file_name().unwrap().to_str().unwrap().to_owned()
}

async fn files_of_deleted_footage_go_and_a_killed_program_leaves_none_half_gone(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let (id, files) = unheld(&town, &cole, 10).await;
    let (shared, shared_files) = unheld(&town, &cole, 20).await;
    // The same bytes belong to other footage too.
    let (other, _) = unheld(&town, &cole, 30).await;
    let at = arrives(&town, &movie_of(60_000, 20));
    town.office
        .keep_file(&cole, &other, NewFile::of(FileKind::Original, at, "same".into()))
        .await
        .unwrap();
    assert_eq!(town.office.remove_deleted().await, Ok(0));
    for recording in [&id, &shared] {
        super::recordings::deletes(&town, &cole, recording).await.unwrap();
    }
    // Killed after the decision, after the first file, and before that was written down.
    let decide = format!(
        "INSERT INTO removed_file (sha256, decided_at) VALUES ('{}', 1)",
        name(&files[0])
    );
    town.raw(sqlx::AssertSqlSafe(decide)).await.unwrap();
    std::fs::remove_file(&files[0]).unwrap();
    town.is_sound().await;
    assert_eq!(town.office.remove_deleted().await, Ok(3 + 2));
    for gone in files.iter().chain(&shared_files[1..]) {
        assert!(!gone.exists(), "{}", gone.display());
    }
    assert!(shared_files[0].exists(), "it shows other footage too");
    assert_eq!(town.office.remove_deleted().await, Ok(0));
    town.is_sound().await;
    let seen = town.office.files(&cole, &id).await.unwrap().unwrap();
    assert_eq!(seen.originals[0].removed_on, Some(town.clock_day()));
    assert_eq!(seen.copies[0].removed_on, Some(town.clock_day()));
    assert!(
        town.office
            .file_held(&cole, &Sha256::parse(&name(&files[1])).unwrap())
            .await
            .unwrap()
            .is_none()
    );
    // The same file may come again with other footage.
    let at = arrives(&town, &movie_of(60_000, 10));
    town.office
        .keep_file(&cole, &other, NewFile::of(FileKind::Original, at, "again".into()))
        .await
        .unwrap();
    assert_eq!(town.office.remove_deleted().await, Ok(0));
    assert!(files[0].exists());
    town.is_sound().await;
}

async fn a_file_that_was_decided_to_go_stays_where_something_keeps_it_by_now(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let (id, files) = unheld(&town, &cole, 60).await;
    super::recordings::deletes(&town, &cole, &id).await.unwrap();
    // Decided by a program that was killed; then somebody asks for the footage.
    for file in &files {
        let decide = format!(
            "INSERT INTO removed_file (sha256, decided_at) VALUES ('{}', 1)",
            name(file)
        );
        town.raw(sqlx::AssertSqlSafe(decide)).await.unwrap();
    }
    let ana = town.resident("Ana");
    let form = office::forms::FilingForm {
        incident_date: "2025-06-01".into(),
        ..ana.form()
    };
    ana.files_form(form).await;
    assert_eq!(town.office.remove_deleted().await, Ok(0));
    for kept in &files {
        assert!(kept.exists(), "{}", kept.display());
    }
    assert_eq!(town.count("SELECT COUNT(*) FROM removed_file").await, 0);
    town.is_sound().await;
}

async fn files_of_deleted_footage_stay_while_somebody_asks_for_it_or_it_was_a_breach(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let (id, files) = unheld(&town, &cole, 40).await;
    super::recordings::deletes(&town, &cole, &id).await.unwrap();
    // Somebody asks before the worker comes.
    let ana = town.resident("Ana");
    let form = office::forms::FilingForm {
        incident_date: "2025-06-01".into(),
        ..ana.form()
    };
    ana.files_form(form).await;
    assert_eq!(town.office.remove_deleted().await, Ok(0));
    let (lost, lost_files) = unheld(&town, &cole, 50).await;
    let breach = office::forms::Deletion {
        on: town.clock_day(),
        rule: "KCPD_NONEVIDENCE_KEEP_180D".into(),
        breach: true,
        version: 1,
    };
    town.office.record_deletion(&cole, &lost, breach).await.unwrap();
    assert_eq!(town.office.remove_deleted().await, Ok(0));
    for kept in files.iter().chain(&lost_files) {
        assert!(kept.exists(), "{}", kept.display());
    }
    town.is_sound().await;
}
