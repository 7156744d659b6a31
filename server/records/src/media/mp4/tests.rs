//! Files as cameras and editing programs write them, and what leaves of them.

use std::{
    io::{Seek as _, SeekFrom, Write as _},
    path::PathBuf,
};

use office::views::{RemovedKind, TrackKind};

use super::*;
use draft::{Draft, DraftTrack, avc, boxed, full, picture_entry, unit};

#[path = "../../../tests/support/movie.rs"]
mod draft;

/// A file among the cases.
fn case(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name)
}

fn written(bytes: &[u8]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    file
}

/// Makes a file anew; what it says of it, and the new one.
fn cleaned(path: &Path) -> Result<(Cleaned, Vec<u8>), FileProblem> {
    let mut to = tempfile::NamedTempFile::new().unwrap();
    let cleaned = clean(path, to.as_file_mut()).unwrap()?;
    prove(to.path()).unwrap().expect("what leaves is proved");
    // Written anew once more, it is the same: nothing is lost on the way.
    let mut again = tempfile::NamedTempFile::new().unwrap();
    let twice = clean(to.path(), again.as_file_mut())
        .unwrap()
        .expect("it is a video still");
    let (once, twice_bytes) = (std::fs::read(to.path()).unwrap(), std::fs::read(again.path()).unwrap());
    assert!(once == twice_bytes, "it settles");
    assert_eq!(twice.essence, cleaned.essence);
    assert_eq!(twice.contents.removed, Vec::new());
    Ok((cleaned, once))
}

fn cleaned_draft(draft: &Draft) -> Result<(Cleaned, Vec<u8>), FileProblem> {
    cleaned(written(&draft.file()).path())
}

fn has(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|some| some == words.as_bytes())
}

fn picture() -> Draft {
    Draft::of(DraftTrack::picture(90_000, b"a picture"))
}

#[test]
fn places_names_and_serial_numbers_stay_in_the_house() {
    for name in [
        "redacted-mdta.mp4",
        "redacted-quicktime.mov",
        "redacted-quicktime-named.mp4",
    ] {
        let sent = std::fs::read(case(name)).unwrap();
        let (cleaned, bytes) = cleaned(&case(name)).unwrap();
        for words in [
            "+39.0911",
            "SAMPLE",
            "EXAMPLE",
            "Body Cam",
            "VideoHandler",
            "x264",
            "udta",
            "mdta",
            "keys",
        ] {
            assert!(!has(&bytes, words), "{name}: {words}");
        }
        assert!(has(&sent, "VideoHandler") && has(&sent, "x264"), "{name} is a case");
        let kinds: Vec<_> = cleaned
            .contents
            .tracks
            .iter()
            .map(|track| (track.kind, track.playable))
            .collect();
        assert_eq!(kinds, [(TrackKind::Picture, true), (TrackKind::Sound, true)], "{name}");
        let removed: Vec<_> = cleaned.contents.removed.iter().map(|part| part.kind).collect();
        for kind in [RemovedKind::Metadata, RemovedKind::Messages, RemovedKind::Labels] {
            assert!(removed.contains(&kind), "{name}: {removed:?}");
        }
        assert_eq!(cleaned.contents.length_ms, 6_000, "{name}");
    }
}

#[test]
fn nothing_that_a_camera_hides_in_a_file_leaves() {
    const CANARY: &str = "PAT EXAMPLE +39.0911";
    let canary = CANARY.as_bytes();
    let key = full(b"meta", &full(b"keys", canary));
    let mut sound = DraftTrack::sound(90_000, b"a sound");
    sound.more = boxed(b"udta", &boxed(b"name", canary));
    let mut shown = DraftTrack::picture(90_000, b"a picture");
    shown.name = CANARY;
    shown.samples = vec![
        [
            unit(6, canary),
            unit(9, &[0xF0]),
            unit(5, b"a picture"),
            unit(12, canary),
            unit(25, canary),
        ]
        .concat(),
    ];
    shown.more = [key.clone(), boxed(b"uuid", canary), boxed(b"tref", canary)].concat();
    shown.entry[8 + 43..8 + 43 + canary.len()].copy_from_slice(canary);
    let others = [b"text", b"sbtl", b"tmcd", b"meta", b"camm"].map(|handler| DraftTrack {
        handler: *handler,
        entry: boxed(handler, &[&[0; 8], canary].concat()),
        samples: vec![canary.to_vec()],
        ..DraftTrack::sound(90_000, b"")
    });
    let draft = Draft {
        tracks: [vec![shown, sound], others.to_vec()].concat(),
        created: 3_800_000_000,
        more: [
            boxed(b"udta", &key),
            key,
            boxed(b"free", canary),
            boxed(b"Xtra", canary),
        ]
        .concat(),
        beside: [
            boxed(b"free", canary),
            boxed(b"skip", canary),
            boxed(b"uuid", canary),
            boxed(b"GPS ", canary),
        ]
        .concat(),
        unused: canary.to_vec(),
    };
    let sent = draft.file();
    let (cleaned, bytes) = cleaned(written(&sent).path()).unwrap();
    assert!(has(&sent, CANARY) && !has(&bytes, CANARY) && !has(&bytes, "EXAMPLE"));
    assert!(has(&bytes, "a picture") && has(&bytes, "a sound"));
    assert!(
        !bytes.windows(4).any(|four| four == 3_800_000_000_u32.to_be_bytes()),
        "no day"
    );
    let kinds: std::collections::BTreeSet<_> = cleaned.contents.removed.iter().map(|part| part.kind).collect();
    let all = [
        RemovedKind::Track,
        RemovedKind::Metadata,
        RemovedKind::Labels,
        RemovedKind::Messages,
        RemovedKind::Unused,
        RemovedKind::Filling,
    ];
    assert_eq!(kinds, all.into_iter().collect());
    let tracks = cleaned
        .contents
        .removed
        .iter()
        .filter(|part| part.kind == RemovedKind::Track);
    assert_eq!(tracks.count(), 5, "{:?}", cleaned.contents.removed);
}

#[test]
fn more_than_one_picture_or_sound_is_refused_by_name() {
    let muted = cleaned(&case("muted-but-not.mp4")).unwrap_err();
    let FileProblem::TooManyTracks { pictures, sounds } = muted else {
        panic!("{muted:?}");
    };
    assert_eq!(
        (pictures, sounds),
        (
            vec!["1: H.264 High".to_owned()],
            vec!["2: AAC LC".to_owned(), "3: AAC LC".to_owned()]
        )
    );
    let mut covered = picture();
    covered.tracks.push(DraftTrack {
        entry: picture_entry(b"jpeg"),
        ..DraftTrack::picture(90_000, b"a cover")
    });
    let pictures = vec!["1: H.264 High".to_owned(), "2: Motion JPEG".to_owned()];
    let both = FileProblem::TooManyTracks {
        pictures,
        sounds: Vec::new(),
    };
    assert_eq!(cleaned_draft(&covered).unwrap_err(), both);
}

#[test]
fn what_common_browsers_cannot_play_is_told_by_its_name() {
    let files = [
        ("hevc-main10.mp4", "HEVC (H.265) Main 10"),
        ("mpeg4-part2.mp4", "MPEG-4 Part 2"),
        ("h264-444.mp4", "H.264 High 4:4:4 Predictive"),
    ];
    for (name, what) in files {
        let unfit = cleaned(&case(name)).unwrap_err();
        assert_eq!(unfit, FileProblem::NotPlayable { what: what.to_owned() }, "{name}");
        let (contents, essence) = look(&case(name)).unwrap().unwrap();
        assert_eq!(contents.unplayable(), [what], "an original may be so, and is told");
        assert!(essence.is_none());
    }
    let what = "AAC LC".to_owned();
    assert_eq!(
        cleaned(&case("sound-only.mp4")).unwrap_err(),
        FileProblem::SoundOnly { what }
    );
    for (profile, what) in [(110, "H.264 High 10 (10-bit)"), (122, "H.264 High 4:2:2")] {
        let mut draft = picture();
        draft.tracks[0].entry = avc(profile);
        let what = what.to_owned();
        assert_eq!(cleaned_draft(&draft).unwrap_err(), FileProblem::NotPlayable { what });
        // Within the picture's own data too.
        let mut draft = picture();
        draft.tracks[0].samples.push(unit(7, &[profile, 0, 30]));
        assert!(matches!(cleaned_draft(&draft), Err(FileProblem::NotPlayable { .. })));
    }
    for (kind, what) in [
        (b"av01", "AV1"),
        (b"vp09", "VP9"),
        (b"s263", "H.263"),
        (b"zzzz", "zzzz"),
    ] {
        let mut draft = picture();
        draft.tracks[0].entry = picture_entry(kind);
        let what = what.to_owned();
        assert_eq!(cleaned_draft(&draft).unwrap_err(), FileProblem::NotPlayable { what });
    }
    let mut draft = picture();
    let (kind, entry) = (b"ulaw", [0; 28]);
    draft.tracks.push(DraftTrack {
        entry: boxed(kind, &entry),
        ..DraftTrack::sound(90_000, b"a sound")
    });
    let what = "G.711".to_owned();
    assert_eq!(cleaned_draft(&draft).unwrap_err(), FileProblem::NotPlayable { what });
}

#[test]
fn what_an_edit_list_hides_is_found() {
    let with = |edits: &[(u32, i32)], sound: bool| {
        let mut draft = picture();
        let shown = &mut draft.tracks[0];
        (shown.each_ms, shown.samples) = (1_000, (0..90).map(|number| unit(5, &[number; 9])).collect());
        let mut heard = DraftTrack::sound(1_000, b"");
        heard.samples = (0..90).map(|number| vec![number; 9]).collect();
        draft.tracks.push(heard);
        draft.tracks[usize::from(sound)].edits = edits.to_vec();
        cleaned_draft(&draft).map(|(cleaned, _)| cleaned.contents.tracks[usize::from(sound)].length_ms)
    };
    for (sound, track) in [(false, 1), (true, 2)] {
        let hidden = Err(FileProblem::HiddenFootage { track });
        assert_eq!(with(&[(90_000, 0)], sound), Ok(90_000));
        assert_eq!(with(&[(2_000, -1), (90_000, 0)], sound), Ok(92_000), "it begins later");
        assert_eq!(with(&[(80_000, 10_000)], sound), hidden, "the first ten seconds");
        assert_eq!(with(&[(80_000, 0)], sound), hidden, "the last ten seconds");
        assert_eq!(
            with(&[(40_000, 0), (40_000, 50_000)], sound),
            hidden,
            "ten seconds within"
        );
    }
    let mut flash = picture();
    flash.tracks[0].samples.push(unit(5, b"a flash"));
    flash.tracks[0].each_ms = 0;
    assert!(cleaned_draft(&flash).is_err(), "pictures that last no time");
}

#[test]
fn what_the_proof_would_let_pass_is_nothing_but_picture_and_sound() {
    let (_, clean) = cleaned_draft(&picture()).unwrap();
    let proof = |bytes: &[u8]| prove(written(bytes).path()).unwrap();
    assert_eq!(proof(&clean), Ok(()));
    for end in 0..clean.len() {
        assert!(proof(&clean[..end]).is_err(), "cut at {end}");
    }
    let more = |kind: &[u8]| [clean.clone(), boxed(kind, b"more")].concat();
    assert_eq!(proof(&more(b"free")), Err(Unclean::Parts));
    assert_eq!(proof(&more(b"mdat")), Err(Unclean::Parts));
    let mut unused = clean.clone();
    unused.push(7);
    assert!(proof(&unused).is_err());
    for draft in [
        picture(),
        Draft {
            created: 7,
            ..picture()
        },
        Draft {
            more: boxed(b"udta", b""),
            ..picture()
        },
    ] {
        assert!(proof(&draft.file()).is_err(), "it was not written by us");
    }
    // Whatever byte of the table is changed, it is either still a table of figures, or it is told.
    for place in 0..clean.len() {
        let mut other = clean.clone();
        other[place] ^= 0xFF;
        let _ = proof(&other);
    }
}

#[test]
fn what_encoders_and_others_write_before_the_sound_of_a_packet_stays_in_the_house() {
    // A fill element of 15 bytes and 1, as an encoder names itself, then a sound of one channel.
    let mut named = vec![0xDE, 0x04];
    named.extend(b"Lavc canary bird".map(|byte| byte.rotate_left(1)));
    let packet = [&named[..], b"the sound itself"].concat();
    let draft = Draft {
        tracks: vec![
            DraftTrack::picture(90_000, b"a picture"),
            DraftTrack::sound(90_000, &packet),
        ],
        ..picture()
    };
    let (told, clean) = cleaned_draft(&draft).unwrap();
    assert!(has(&draft.file(), "the sound itself") && has(&clean, "the sound itself"));
    let messages = told
        .contents
        .removed
        .iter()
        .find(|part| part.kind == RemovedKind::Messages);
    assert!(
        messages.is_some_and(|part| part.bytes >= 14),
        "{:?}",
        told.contents.removed
    );
    assert_ne!(told.essence, told.essence_as_sent);
    // What was kept before is told by the proof.
    let at = clean.windows(16).position(|some| some == b"the sound itself").unwrap();
    let mut before = clean.clone();
    before[at - 16..at].copy_from_slice(&named[2..]);
    assert_eq!(prove(written(&before).path()).unwrap(), Err(Unclean::Messages));
    let of = |draft: &Draft| look(written(&draft.file()).path()).unwrap().unwrap().1;
    assert_eq!(of(&draft), Some(told.essence), "it sounds the same");
}

#[test]
fn a_file_larger_than_four_gibibytes_keeps_its_places() {
    const FAR: u64 = 5 << 30;
    let draft = picture();
    let head = draft.head(FAR);
    let mut sent = tempfile::NamedTempFile::new().unwrap();
    let file = sent.as_file_mut();
    file.write_all(&head).unwrap();
    file.write_all(&[&[0, 0, 0, 1][..], b"mdat"].concat()).unwrap();
    let data = draft.data();
    let end = FAR + data.len() as u64;
    file.write_all(&(end - head.len() as u64).to_be_bytes()).unwrap();
    file.seek(SeekFrom::Start(FAR)).unwrap();
    file.write_all(&data).unwrap();
    let (far, bytes) = cleaned(sent.path()).unwrap();
    let (near, same) = cleaned_draft(&draft).unwrap();
    assert!(bytes == same && far.essence == near.essence);
    let unused = far
        .contents
        .removed
        .iter()
        .find(|part| part.kind == RemovedKind::Unused);
    assert!(
        unused.is_some_and(|part| part.bytes > 4 << 30),
        "{:?}",
        far.contents.removed
    );
}

#[test]
fn a_file_that_contradicts_itself_is_refused_and_harms_nobody() {
    let whole = picture().file();
    for place in 0..whole.len() {
        for change in [0xFF, 0x80, 0x01] {
            let mut broken = whole.clone();
            broken[place] ^= change;
            let file = written(&broken);
            let mut to = tempfile::NamedTempFile::new().unwrap();
            if clean(file.path(), to.as_file_mut()).unwrap().is_ok() {
                prove(to.path()).unwrap().expect("what leaves is proved");
            }
            let _ = look(file.path()).unwrap();
        }
    }
}

#[test]
fn the_same_picture_is_known_again_whatever_it_is_wrapped_in() {
    let plain = look(written(&picture().file()).path()).unwrap().unwrap().1;
    let wrapped = Draft {
        created: 9,
        more: boxed(b"udta", b"words"),
        unused: vec![1; 50],
        ..picture()
    };
    let other = Draft::of(DraftTrack::picture(90_000, b"another picture"));
    assert!(plain.is_some());
    assert_eq!(look(written(&wrapped.file()).path()).unwrap().unwrap().1, plain);
    assert_eq!(cleaned_draft(&wrapped).unwrap().0.essence, plain.clone().unwrap());
    assert_ne!(cleaned_draft(&other).unwrap().0.essence, plain.unwrap());
}
