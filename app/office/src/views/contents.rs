//! What is in a video file: its tracks, and what was taken out of it before it was kept.

use serde::{Deserialize, Serialize};

/// What a video file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileContents {
    /// Its tracks, in the order of the file that was sent; those taken out are in `removed`.
    pub tracks: Vec<FileTrack>,
    /// What was taken out before it was kept; nothing of a file that is kept as it was sent.
    pub removed: Vec<RemovedPart>,
    /// How long it plays, in milliseconds.
    pub length_ms: u64,
}

/// One track of a video file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileTrack {
    /// Its number in the file that was sent.
    pub number: u32,
    /// What it is.
    pub kind: TrackKind,
    /// How it is encoded, by the name that people know: `H.264 High`, `AAC LC`.
    pub codec: String,
    /// Size of the picture, or rate and channels of the sound; empty where neither is known.
    pub format: String,
    /// How long it plays, in milliseconds.
    pub length_ms: u64,
    /// How many bytes of picture or sound it holds; zero where nobody counted them.
    pub bytes: u64,
    /// Whether every common browser plays it.
    pub playable: bool,
}

/// What a track of a video file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrackKind {
    /// Moving pictures, or a single one such as a cover.
    Picture,
    /// Sound.
    Sound,
    /// Subtitles, chapters or other text.
    Text,
    /// Time codes of an editing program.
    Timecode,
    /// Data of a camera, such as positions, or anything else.
    Data,
}

/// Something that was taken out of a video file before it was kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RemovedPart {
    /// What it is.
    pub kind: RemovedKind,
    /// Where it stood, in the file's own terms: `moov/udta`, or the number and the code of a track.
    pub place: String,
    /// How many bytes it had; zero where nobody counted them.
    pub bytes: u64,
}

/// What kind of thing was taken out of a video file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemovedKind {
    /// A track that is neither picture nor sound.
    Track,
    /// A part that tells something about the film: places, names, serial numbers, covers.
    Metadata,
    /// Days, names of tracks and of programs.
    Labels,
    /// Messages within the own data of picture or sound, which a player does not show.
    Messages,
    /// Bytes among picture and sound that no track uses.
    Unused,
    /// Filling between parts.
    Filling,
}

impl FileContents {
    /// What of it not every common browser plays, by name; nothing if all of it is playable.
    pub fn unplayable(&self) -> Vec<&str> {
        let unplayable = self.tracks.iter().filter(|track| {
            let plays = matches!(track.kind, TrackKind::Picture | TrackKind::Sound);
            plays && !track.playable
        });
        unplayable.map(|track| track.codec.as_str()).collect()
    }

    /// Whether it shows any picture.
    pub fn has_picture(&self) -> bool {
        self.tracks.iter().any(|track| track.kind == TrackKind::Picture)
    }
}
