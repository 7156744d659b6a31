//! A track: where its samples are, and when they play.

use mp4_atom::{Co64, Ctts, Elst, Mdhd, Stco, Stsc, Stss, Stsz, StszSamples, Stts, Tkhd};
use office::{
    problem::FileProblem,
    views::{FileTrack, TrackKind},
};

use super::{
    Fit,
    boxes::{self, Inner},
    codec::Encoding,
};

/// Most samples of a track: a day at 60 a second, and more.
const MOST_SAMPLES: u64 = 10_000_000;

/// A track as it was sent.
#[derive(Debug)]
pub struct Track {
    /// Its number.
    pub number: u32,
    /// What it is.
    pub kind: TrackKind,
    /// How it is encoded.
    pub encoding: Encoding,
    /// Ticks a second.
    pub timescale: u32,
    /// How long it says it is, in ticks.
    pub claimed: u64,
    /// Its header.
    pub header: Tkhd,
    /// What is played of it.
    pub edits: Option<Elst>,
    /// Its samples: of picture and sound, if its tables can be read.
    pub samples: Result<Samples, FileProblem>,
    /// Bytes of what only tells of the track: days, names.
    pub labels: u64,
    /// What is in it beside that.
    pub beside: Vec<(String, u64)>,
}

/// Where samples are and when they play.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Samples {
    /// How long each lasts.
    pub stts: Stts,
    /// By how much each is shown later than it is decoded.
    pub ctts: Option<Ctts>,
    /// Which can be begun with.
    pub stss: Option<Stss>,
    /// How many are in each chunk.
    pub stsc: Stsc,
    /// Size of each, in bytes.
    pub sizes: StszSamples,
    /// Where each chunk begins.
    pub chunks: Vec<u64>,
}

/// Samples side by side in the file.
#[derive(Clone, Copy, Debug)]
pub struct Chunk {
    /// Where it begins.
    pub at: u64,
    /// Number of its first sample, from 0.
    pub first: u32,
    /// How many there are.
    pub samples: u32,
}

impl Track {
    /// Reads a `trak` box.
    pub fn read(trak: &Inner<'_>) -> Fit<Self> {
        let header: Tkhd = trak.needs(*b"tkhd")?.read()?;
        let mdia = trak.needs(*b"mdia")?;
        let mdhd: Mdhd = mdia.needs(*b"mdhd")?.read()?;
        let (hdlr, minf) = (mdia.needs(*b"hdlr")?, mdia.needs(*b"minf")?);
        let handler = hdlr.inside.get(8..12).ok_or(FileProblem::Broken)?;
        let kind = match handler {
            b"vide" | b"auxv" | b"pict" => TrackKind::Picture,
            b"soun" => TrackKind::Sound,
            b"sbtl" | b"text" | b"subt" | b"clcp" => TrackKind::Text,
            b"tmcd" => TrackKind::Timecode,
            _ => TrackKind::Data,
        };
        let stbl = minf.needs(*b"stbl")?;
        let stsd = stbl.needs(*b"stsd")?;
        let entries = boxes::children(stsd.inside.get(8..).ok_or(FileProblem::Broken)?)?;
        let entry = entries.first().ok_or(FileProblem::Broken)?;
        let encoding = match kind {
            TrackKind::Picture => Encoding::of_picture(entry),
            TrackKind::Sound => Encoding::of_sound(entry, mdhd.timescale),
            TrackKind::Text | TrackKind::Timecode | TrackKind::Data => Encoding {
                name: boxes::name(entry.kind),
                playable: false,
                format: String::new(),
                entry: None,
            },
        };
        let samples = match Samples::read(&stbl) {
            Ok(_) if entries.len() > 1 => Err(FileProblem::SeveralFormats),
            Ok(_) if is_elsewhere(&minf)? => Err(FileProblem::Elsewhere),
            Ok(samples) => Ok(samples),
            Err(super::Unfit::File(problem)) => Err(problem),
            Err(error) => return Err(error),
        };
        let edits = match trak.child(*b"edts")? {
            Some(edts) => edts.child(*b"elst")?.map(|elst| elst.read()).transpose()?,
            None => None,
        };
        let days = [
            header.creation_time,
            header.modification_time,
            mdhd.creation_time,
            mdhd.modification_time,
        ];
        let days = days.iter().filter(|day| **day != 0).count() as u64 * 4;
        let names = hdlr
            .inside
            .get(24..)
            .unwrap_or_default()
            .iter()
            .filter(|byte| **byte != 0)
            .count() as u64;
        let beside = trak.children()?.into_iter();
        let beside = beside.filter(|child| !matches!(&child.kind, b"tkhd" | b"mdia" | b"edts"));
        Ok(Self {
            number: header.track_id,
            kind,
            encoding,
            timescale: mdhd.timescale,
            claimed: mdhd.duration,
            edits,
            samples,
            labels: days + names,
            beside: beside
                .map(|child| (boxes::name(child.kind), child.whole.len() as u64))
                .collect(),
            header,
        })
    }

    /// How long it plays, in milliseconds, by its samples; by what it says, where these cannot be read.
    pub fn length_ms(&self, movie_timescale: u32) -> u64 {
        let ms = |ticks: u64, scale: u32| {
            ticks
                .saturating_mul(1_000)
                .checked_div(u64::from(scale))
                .unwrap_or_default()
        };
        let media = self.samples.as_ref().map_or(self.claimed, Samples::duration);
        let edits = self.edits.iter().flat_map(|edits| &edits.entries);
        let edited: u64 = edits.fold(0, |sum, edit| sum.saturating_add(edit.segment_duration));
        match edited {
            0 => ms(media, self.timescale),
            edited => ms(edited, movie_timescale),
        }
    }

    /// As people are told of it.
    pub fn told(&self, movie_timescale: u32) -> FileTrack {
        FileTrack {
            number: self.number,
            kind: self.kind,
            codec: self.encoding.name.clone(),
            format: self.encoding.format.clone(),
            length_ms: self.length_ms(movie_timescale),
            bytes: self.samples.as_ref().map_or(0, Samples::bytes),
            playable: self.encoding.playable,
        }
    }
}

/// Whether what a track plays is in another file.
fn is_elsewhere(minf: &Inner<'_>) -> Fit<bool> {
    let Some(dinf) = minf.child(*b"dinf")? else {
        return Ok(false);
    };
    let dref = dinf.needs(*b"dref")?;
    let entries = boxes::children(dref.inside.get(8..).ok_or(FileProblem::Broken)?)?;
    // The last of its flags: in this file.
    Ok(entries
        .iter()
        .any(|entry| entry.inside.get(3).is_none_or(|flags| flags & 1 == 0)))
}

impl Samples {
    fn read(stbl: &Inner<'_>) -> Fit<Self> {
        let chunks = match (stbl.child(*b"co64")?, stbl.child(*b"stco")?) {
            (Some(long), _) => long.read::<Co64>()?.entries,
            (None, Some(short)) => short.read::<Stco>()?.entries.into_iter().map(u64::from).collect(),
            (None, None) => return Err(FileProblem::Broken.into()),
        };
        let optional = |kind| stbl.child(kind);
        let samples = Self {
            stts: stbl.needs(*b"stts")?.read()?,
            ctts: optional(*b"ctts")?.map(|ctts| ctts.read()).transpose()?,
            stss: optional(*b"stss")?.map(|stss| stss.read()).transpose()?,
            stsc: stbl.needs(*b"stsc")?.read()?,
            sizes: stbl.needs(*b"stsz")?.read::<Stsz>()?.samples,
            chunks,
        };
        samples.check()?;
        Ok(samples)
    }

    /// Whether the tables agree with each other.
    ///
    /// # Errors
    /// When they do not, or there is more in them than in any recording.
    pub fn check(&self) -> Fit<()> {
        let count = u64::from(self.count());
        if count > MOST_SAMPLES || self.chunks.len() as u64 > MOST_SAMPLES {
            return Err(FileProblem::Crowded.into());
        }
        let timed: u64 = self
            .stts
            .entries
            .iter()
            .map(|entry| u64::from(entry.sample_count))
            .sum();
        let shifted = self.ctts.as_ref().map(|ctts| {
            let each = ctts.entries.iter().map(|entry| u64::from(entry.sample_count));
            each.sum::<u64>()
        });
        let begun = self.stss.iter().flat_map(|stss| stss.entries.windows(2));
        let begun = begun.into_iter().all(|two| two[0] < two[1])
            && self
                .stss
                .iter()
                .flat_map(|stss| &stss.entries)
                .all(|number| (1..=count).contains(&u64::from(*number)));
        if count == 0 || timed != count || shifted.is_some_and(|shifted| shifted != count) || !begun {
            return Err(FileProblem::Broken.into());
        }
        let all = self
            .all_chunks()?
            .iter()
            .map(|chunk| u64::from(chunk.samples))
            .sum::<u64>();
        if all == count {
            Ok(())
        } else {
            Err(FileProblem::Broken.into())
        }
    }

    /// How many there are.
    pub const fn count(&self) -> u32 {
        match &self.sizes {
            StszSamples::Identical { count, .. } => *count,
            #[expect(clippy::cast_possible_truncation, reason = "the box counts in 32 bits")]
            StszSamples::Different { sizes } => sizes.len() as u32,
        }
    }

    /// Size of one, in bytes.
    pub fn size(&self, number: u32) -> u32 {
        match &self.sizes {
            StszSamples::Identical { size, .. } => *size,
            StszSamples::Different { sizes } => sizes.get(number as usize).copied().unwrap_or_default(),
        }
    }

    /// Size of all, in bytes.
    pub fn bytes(&self) -> u64 {
        match &self.sizes {
            StszSamples::Identical { count, size } => u64::from(*count) * u64::from(*size),
            StszSamples::Different { sizes } => sizes.iter().map(|size| u64::from(*size)).sum(),
        }
    }

    /// How long all last, in ticks.
    pub fn duration(&self) -> u64 {
        let each = self.stts.entries.iter();
        let each = each.map(|entry| u64::from(entry.sample_count) * u64::from(entry.sample_delta));
        each.fold(0, u64::saturating_add)
    }

    /// All chunks, in the order of the samples.
    ///
    /// # Errors
    /// When the table of chunks does not name each once.
    pub fn all_chunks(&self) -> Fit<Vec<Chunk>> {
        let runs = &self.stsc.entries;
        let mut all = Vec::with_capacity(self.chunks.len());
        let mut first: u32 = 0;
        for (place, run) in runs.iter().enumerate() {
            let end = runs
                .get(place + 1)
                .map_or(self.chunks.len(), |next| (next.first_chunk as usize).saturating_sub(1));
            let begin = (run.first_chunk as usize).checked_sub(1).ok_or(FileProblem::Broken)?;
            if begin != all.len() || end < begin || run.sample_description_index != 1 {
                return Err(FileProblem::Broken.into());
            }
            for at in self.chunks.get(begin..end).ok_or(FileProblem::Broken)? {
                all.push(Chunk {
                    at: *at,
                    first,
                    samples: run.samples_per_chunk,
                });
                first = first.checked_add(run.samples_per_chunk).ok_or(FileProblem::Broken)?;
            }
        }
        if all.len() == self.chunks.len() {
            Ok(all)
        } else {
            Err(FileProblem::Broken.into())
        }
    }

    /// When each is shown and how long it lasts, in ticks, in the order of the file.
    pub fn times(&self) -> impl Iterator<Item = (i64, u32)> + '_ {
        let lasts = self.stts.entries.iter();
        let lasts = lasts.flat_map(|entry| std::iter::repeat_n(entry.sample_delta, entry.sample_count as usize));
        let shifts = self.ctts.iter().flat_map(|ctts| &ctts.entries);
        let shifts = shifts.flat_map(|entry| std::iter::repeat_n(entry.sample_offset, entry.sample_count as usize));
        let mut due: i64 = 0;
        lasts
            .zip(shifts.chain(std::iter::repeat(0)))
            .map(move |(lasts, shift)| {
                let shown = due.saturating_add(shift);
                due = due.saturating_add(i64::from(lasts));
                (shown, lasts)
            })
    }
}
