//! A whole file as it was sent.

use std::{
    fs::File,
    io::{Read as _, Seek as _, SeekFrom},
};

use mp4_atom::Mvhd;
use office::{
    problem::FileProblem,
    views::{FileContents, RemovedKind, RemovedPart},
};

use super::{
    Fit,
    boxes::{self, Found, Inner},
    track::Track,
};

/// Most boxes looked at in a video; a camera writes fewer than a hundred.
const MOST_BOXES: u32 = 10_000;

/// Largest table of contents, in bytes: of a day of footage, and more.
const MOST_TABLE: u64 = 256 * 1024 * 1024;

/// A video as it was sent.
#[derive(Debug)]
pub struct Movie {
    /// Ticks a second of edit lists.
    pub timescale: u32,
    /// How long it says it is, in milliseconds.
    pub claimed_ms: u64,
    /// Its tracks.
    pub tracks: Vec<Track>,
    /// What is in it beside tracks.
    pub beside: Vec<RemovedPart>,
    /// Bytes in which picture and sound lie.
    pub data: u64,
}

impl Movie {
    /// Reads a file from its first box to its last.
    pub fn read(file: &mut File) -> Fit<Self> {
        let size = file.metadata()?.len();
        if size == 0 {
            return Err(FileProblem::Empty.into());
        }
        let (mut at, mut boxes, mut beside) = (0, 0, Vec::new());
        let (mut table, mut data): (Option<Found>, Option<u64>) = (None, None);
        while at < size {
            boxes += 1;
            if boxes > MOST_BOXES {
                return Err(FileProblem::Crowded.into());
            }
            let broken = if at == 0 {
                FileProblem::NotMp4
            } else {
                FileProblem::Truncated
            };
            let found = boxes::at(file, at, size)?
                .filter(|found| found.end <= size)
                .ok_or(broken)?;
            // QuickTime of old begins without its brand.
            if at == 0 && !matches!(&found.kind, b"ftyp") {
                return Err(FileProblem::NotMp4.into());
            }
            match &found.kind {
                b"ftyp" => {}
                b"moov" if table.is_some() => return Err(FileProblem::Broken.into()),
                b"moov" => table = Some(found),
                b"moof" => return Err(FileProblem::Fragmented.into()),
                b"mdat" => data = Some(data.unwrap_or_default() + (found.end - found.inside)),
                kind => beside.extend(part(boxes::name(*kind), *kind, found.end - found.inside)),
            }
            at = found.end;
        }
        let (Some(table), Some(data)) = (table, data) else {
            return Err(FileProblem::Truncated.into());
        };
        if table.end - table.start > MOST_TABLE {
            return Err(FileProblem::Crowded.into());
        }
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(table.start))?;
        file.take(table.end - table.start).read_to_end(&mut bytes)?;
        let inside = usize::try_from(table.inside - table.start).unwrap_or(usize::MAX);
        let moov = Inner {
            kind: table.kind,
            whole: &bytes,
            inside: bytes.get(inside..).unwrap_or_default(),
        };
        Self::of_table(&moov, beside, data)
    }

    fn of_table(moov: &Inner<'_>, mut beside: Vec<RemovedPart>, data: u64) -> Fit<Self> {
        let all = moov.children()?;
        if all.iter().any(|child| child.kind == *b"mvex") {
            return Err(FileProblem::Fragmented.into());
        }
        let mvhd = all
            .iter()
            .find(|child| child.kind == *b"mvhd")
            .ok_or(FileProblem::Truncated)?;
        let Ok(mvhd) = mvhd.read::<Mvhd>() else {
            return Err(FileProblem::Truncated.into());
        };
        let claimed = mvhd
            .duration
            .saturating_mul(1_000)
            .checked_div(u64::from(mvhd.timescale));
        let claimed_ms = claimed.filter(|ms| *ms > 0).ok_or(FileProblem::Truncated)?;
        let mut tracks = Vec::new();
        for child in &all {
            match &child.kind {
                b"mvhd" => {}
                b"trak" => tracks.push(Track::read(child)?),
                kind => {
                    let place = format!("moov/{}", boxes::name(*kind));
                    beside.extend(part(place, *kind, child.whole.len() as u64));
                }
            }
        }
        if tracks.is_empty() {
            return Err(FileProblem::Truncated.into());
        }
        let days = [mvhd.creation_time, mvhd.modification_time];
        let days = days.iter().filter(|day| **day != 0).count() as u64 * 4;
        let labels = days + tracks.iter().map(|track| track.labels).sum::<u64>();
        if labels > 0 {
            beside.push(RemovedPart {
                kind: RemovedKind::Labels,
                place: "moov".to_owned(),
                bytes: labels,
            });
        }
        for track in &tracks {
            let parts = track.beside.iter();
            beside.extend(parts.map(|(name, bytes)| RemovedPart {
                kind: RemovedKind::Metadata,
                place: format!("trak {}/{name}", track.number),
                bytes: *bytes,
            }));
        }
        Ok(Self {
            timescale: mvhd.timescale,
            claimed_ms,
            tracks,
            beside,
            data,
        })
    }

    /// What is in it.
    pub fn contents(&self) -> FileContents {
        let tracks: Vec<_> = self.tracks.iter().map(|track| track.told(self.timescale)).collect();
        let longest = tracks.iter().map(|track| track.length_ms).max();
        FileContents {
            length_ms: longest.unwrap_or_default().max(self.claimed_ms),
            tracks,
            removed: self.beside.clone(),
        }
    }
}

/// Something beside picture and sound; filling without anything in it is nothing.
fn part(place: String, kind: [u8; 4], bytes: u64) -> Option<RemovedPart> {
    let filling = matches!(&kind, b"free" | b"skip" | b"wide");
    (!filling || bytes > 0).then_some(RemovedPart {
        kind: if filling {
            RemovedKind::Filling
        } else {
            RemovedKind::Metadata
        },
        place,
        bytes,
    })
}
