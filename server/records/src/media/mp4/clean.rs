//! A video made anew of nothing but one picture and at most one sound.
//!
//! The file is laid out as players like it: its brand, its table of contents, then picture and sound in the order in
//! which they lay. All places are of 64 bits, so that size changes nothing. The table is as long before its figures are
//! known as after, so what is copied goes straight to its place, a sample at a time.

use std::{
    fs::File,
    io::{self, BufReader, Read as _, Seek, SeekFrom, Write},
};

use mp4_atom::{
    Audio, Avc1, Co64, Codec, Colr, Dinf, Dref, Edts, Elst, Encode as _, FourCC, Ftyp, Hdlr, Mdhd, Mdia, Minf, Moov,
    Mp4a, Mvhd, Opus, Smhd, Stbl, Stsd, Stsz, StszSamples, Tkhd, Trak, Visual, Vmhd,
};
use office::{
    problem::FileProblem,
    views::{FileContents, FileTrack, RemovedKind, RemovedPart, TrackKind},
};
use sha2::{Digest as _, Sha256};

use super::{
    Fit, aac, boxes, essence, h264, hidden,
    movie::Movie,
    track::{Chunk, Samples, Track},
};

/// Largest sample, in bytes: more than a picture of any camera.
const MOST_SAMPLE: u32 = 64 * 1024 * 1024;

/// What became of a video that was written anew.
#[derive(Clone, Debug)]
pub struct Cleaned {
    /// What is in it, and what was taken out.
    pub contents: FileContents,
    /// SHA-256 of its picture and its sound together, as 64 hexadecimal digits: the same for every file that shows and
    /// sounds the same, however it was put together.
    pub essence: String,
    /// The same of the sound as it was sent: so it was worked out before what is no sound was emptied.
    pub essence_as_sent: String,
}

/// A file that keeps nothing.
#[derive(Debug, Default)]
pub struct Nowhere(u64);

impl Write for Nowhere {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Nowhere {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match to {
            SeekFrom::Start(at) => self.0 = at,
            SeekFrom::Current(by) | SeekFrom::End(by) => self.0 = self.0.saturating_add_signed(by),
        }
        Ok(self.0)
    }
}

/// The brand of every file that leaves.
pub fn brand() -> Ftyp {
    let brands = [b"isom", b"iso2", b"avc1", b"mp41"].map(FourCC::new);
    Ftyp {
        major_brand: FourCC::new(b"isom"),
        minor_version: 0x200,
        compatible_brands: brands.to_vec(),
    }
}

/// A track on its way into the new file.
struct Part<'a> {
    track: &'a Track,
    samples: &'a Samples,
    codec: Codec,
    /// How the lengths of a picture's units are written; nothing for sound.
    units: Option<u8>,
    chunks: Vec<Chunk>,
    /// What is written of it: size of each sample, place of each chunk, all bytes.
    sizes: Vec<u32>,
    places: Vec<u64>,
    bytes: u64,
    /// How many of them were overwritten.
    emptied: u64,
    digest: Sha256,
    digest_as_sent: Sha256,
}

/// Writes a video anew.
pub fn write<W: Write + Seek>(file: &mut File, to: &mut W) -> Fit<Cleaned> {
    let movie = Movie::read(file)?;
    let (picture, sound) = chosen(&movie)?;
    let mut parts = vec![Part::new(picture)?];
    parts.extend(sound.map(Part::new).transpose()?);
    let used: u64 = parts.iter().map(|part| part.samples.bytes()).sum();
    if used > movie.data {
        return Err(FileProblem::Broken.into());
    }
    let mut head = Vec::new();
    brand().encode(&mut head)?;
    let table = encoded(&moov(&movie, &parts))?;
    let begins = (head.len() + table.len()) as u64;
    to.seek(SeekFrom::Start(begins + 16))?;
    let end = copy(file, to, &mut parts, begins + 16)?;
    let full = encoded(&moov(&movie, &parts))?;
    if full.len() != table.len() {
        return Err(io::Error::other("the table of contents has another length than was foreseen").into());
    }
    head.extend(full);
    head.extend(1_u32.to_be_bytes());
    head.extend(b"mdat");
    head.extend((end - begins).to_be_bytes());
    to.seek(SeekFrom::Start(0))?;
    to.write_all(&head)?;
    to.flush()?;
    Ok(told(&movie, parts, used))
}

/// The one picture and the one sound of a file.
fn chosen(movie: &Movie) -> Fit<(&Track, Option<&Track>)> {
    let of = |kind: TrackKind| -> Vec<&Track> { movie.tracks.iter().filter(|track| track.kind == kind).collect() };
    let (pictures, sounds) = (of(TrackKind::Picture), of(TrackKind::Sound));
    if pictures.len() > 1 || sounds.len() > 1 {
        let names = |tracks: &[&Track]| {
            let each = tracks
                .iter()
                .map(|track| format!("{}: {}", track.number, track.encoding.name));
            each.collect::<Vec<_>>()
        };
        return Err(FileProblem::TooManyTracks {
            pictures: names(&pictures),
            sounds: names(&sounds),
        }
        .into());
    }
    let sound = sounds.first().copied();
    let Some(picture) = pictures.first().copied() else {
        let what = sound.map_or_else(String::new, |sound| sound.encoding.name.clone());
        return Err(FileProblem::SoundOnly { what }.into());
    };
    let unplayable = [Some(picture), sound].into_iter().flatten();
    let unplayable: Vec<&str> = unplayable
        .filter(|track| !track.encoding.playable)
        .map(|track| track.encoding.name.as_str())
        .collect();
    if !unplayable.is_empty() {
        return Err(FileProblem::NotPlayable {
            what: unplayable.join(", "),
        }
        .into());
    }
    for track in [Some(picture), sound].into_iter().flatten() {
        let samples = track.samples.as_ref().map_err(Clone::clone)?;
        if movie.timescale == 0 || track.timescale == 0 {
            return Err(FileProblem::Broken.into());
        }
        let hides = if track.kind == TrackKind::Picture {
            hidden::in_picture
        } else {
            hidden::in_sound
        };
        if hides(samples, track.edits.as_ref(), track.timescale, movie.timescale) {
            return Err(FileProblem::HiddenFootage { track: track.number }.into());
        }
    }
    Ok((picture, sound))
}

impl<'a> Part<'a> {
    fn new(track: &'a Track) -> Fit<Self> {
        let samples = track.samples.as_ref().map_err(Clone::clone)?;
        let codec = track.encoding.entry.as_ref().ok_or(FileProblem::Broken)?;
        let (codec, units) = entry(codec, track)?;
        Ok(Self {
            chunks: samples.all_chunks()?,
            sizes: vec![0; samples.count() as usize],
            places: vec![0; samples.chunks.len()],
            bytes: 0,
            emptied: 0,
            digest: Sha256::new(),
            digest_as_sent: Sha256::new(),
            track,
            samples,
            codec,
            units,
        })
    }
}

/// A sample entry with nothing in it but what a decoder needs.
fn entry(codec: &Codec, track: &Track) -> Fit<(Codec, Option<u8>)> {
    Ok(match codec {
        Codec::Avc1(avc) => avc1(&avc.visual, &avc.avcc, avc.colr.as_ref(), avc.pasp.as_ref())?,
        // Of parameters that may stand in the picture too, the same holds.
        Codec::Avc3(avc) => avc1(&avc.visual, &avc.avcc, avc.colr.as_ref(), avc.pasp.as_ref())?,
        Codec::Mp4a(mp4a) => {
            let mut config = mp4a.esds.es_desc.dec_config.clone();
            config.dec_specific = config.dec_specific.map(|specific| mp4_atom::esds::DecoderSpecific {
                raw: specific.raw.clone(),
                ..specific
            });
            let es_desc = mp4_atom::esds::EsDescriptor {
                es_id: 0,
                depends_on_es_id: None,
                url: None,
                ocr_es_id: None,
                stream_priority: 0,
                dec_config: config,
                sl_config: mp4_atom::esds::SLConfig::default(),
            };
            let esds = mp4_atom::Esds { es_desc };
            let audio = audio(&mp4a.audio, track.timescale);
            let clean = Mp4a {
                audio,
                esds,
                btrt: None,
                taic: None,
            };
            (Codec::Mp4a(clean), None)
        }
        Codec::Opus(opus) => {
            let audio = audio(&opus.audio, track.timescale);
            let clean = Opus {
                audio,
                dops: opus.dops.clone(),
                btrt: None,
            };
            (Codec::Opus(clean), None)
        }
        _ => return Err(FileProblem::Broken.into()),
    })
}

fn avc1(
    visual: &Visual,
    avcc: &mp4_atom::Avcc,
    colr: Option<&Colr>,
    pasp: Option<&mp4_atom::Pasp>,
) -> Fit<(Codec, Option<u8>)> {
    let avcc = h264::configuration(avcc)?;
    let units = avcc.length_size;
    let clean = Avc1 {
        visual: Visual {
            data_reference_index: 1,
            width: visual.width,
            height: visual.height,
            ..Visual::default()
        },
        avcc,
        colr: colr.and_then(color),
        pasp: pasp.cloned(),
        ..Avc1::default()
    };
    Ok((Codec::Avc1(clean), Some(units)))
}

/// A color space as numbers; a profile of its own may hold words.
fn color(colr: &Colr) -> Option<Colr> {
    match colr {
        Colr::Nclx { .. } => Some(colr.clone()),
        Colr::Nclc {
            colour_primaries,
            transfer_characteristics,
            matrix_coefficients,
        } => Some(Colr::Nclx {
            colour_primaries: *colour_primaries,
            transfer_characteristics: *transfer_characteristics,
            matrix_coefficients: *matrix_coefficients,
            full_range_flag: false,
        }),
        _ => None,
    }
}

/// How a sound is written. `QuickTime` writes its rate and its channels elsewhere, and these are only hints: what counts
/// is in the decoder's own configuration.
fn audio(sent: &Audio, timescale: u32) -> Audio {
    let rate = sent.sample_rate.integer();
    let rate = if rate > 1 {
        rate
    } else {
        u16::try_from(timescale).unwrap_or_default()
    };
    Audio {
        data_reference_index: 1,
        channel_count: if (1..=8).contains(&sent.channel_count) {
            sent.channel_count
        } else {
            2
        },
        sample_size: 16,
        sample_rate: rate.into(),
    }
}

fn encoded(moov: &Moov) -> Fit<Vec<u8>> {
    let mut bytes = Vec::new();
    moov.encode(&mut bytes)?;
    Ok(bytes)
}

/// The table of contents, as far as its figures are known.
fn moov(movie: &Movie, parts: &[Part<'_>]) -> Moov {
    let traks: Vec<Trak> = (1_u32..).zip(parts).map(|(id, part)| trak(movie, part, id)).collect();
    let longest = traks.iter().map(|trak| trak.tkhd.duration).max();
    Moov {
        mvhd: Mvhd {
            timescale: movie.timescale,
            duration: longest.unwrap_or_default(),
            rate: 1.into(),
            volume: 1.into(),
            next_track_id: u32::try_from(traks.len() + 1).unwrap_or_default(),
            ..Mvhd::default()
        },
        trak: traks,
        ..Moov::default()
    }
}

fn trak(movie: &Movie, part: &Part<'_>, id: u32) -> Trak {
    let Part { track, samples, .. } = part;
    let picture = track.kind == TrackKind::Picture;
    let media = samples.duration();
    let edits = track.edits.as_ref().filter(|edits| !edits.entries.is_empty());
    let edited = edits.map(|edits| {
        edits
            .entries
            .iter()
            .fold(0_u64, |sum, edit| sum.saturating_add(edit.segment_duration))
    });
    let in_movie = u128::from(media) * u128::from(movie.timescale) / u128::from(track.timescale.max(1));
    let edited = edited.filter(|edited| *edited > 0);
    Trak {
        tkhd: Tkhd {
            track_id: id,
            duration: edited.unwrap_or_else(|| u64::try_from(in_movie).unwrap_or(u64::MAX)),
            enabled: true,
            in_movie: true,
            volume: u8::from(!picture).into(),
            matrix: track.header.matrix.clone(),
            width: track.header.width,
            height: track.header.height,
            ..Tkhd::default()
        },
        edts: edits.map(|edits| Edts {
            elst: Some(Elst {
                entries: edits.entries.clone(),
            }),
        }),
        mdia: Mdia {
            mdhd: Mdhd {
                timescale: track.timescale,
                duration: media,
                language: "und".to_owned(),
                ..Mdhd::default()
            },
            hdlr: Hdlr {
                handler: FourCC::new(if picture { b"vide" } else { b"soun" }),
                name: String::new(),
            },
            minf: Minf {
                vmhd: picture.then(Vmhd::default),
                smhd: (!picture).then(Smhd::default),
                dinf: Dinf {
                    dref: Dref {
                        entries: vec![mp4_atom::Url::default().into()],
                    },
                },
                stbl: stbl(part),
                ..Minf::default()
            },
        },
        ..Trak::default()
    }
}

fn stbl(part: &Part<'_>) -> Stbl {
    Stbl {
        stsd: Stsd {
            codecs: vec![part.codec.clone()],
        },
        stts: part.samples.stts.clone(),
        ctts: part.samples.ctts.clone(),
        stss: part.samples.stss.clone(),
        stsc: part.samples.stsc.clone(),
        stsz: Stsz {
            samples: StszSamples::Different {
                sizes: part.sizes.clone(),
            },
        },
        co64: Some(Co64 {
            entries: part.places.clone(),
        }),
        ..Stbl::default()
    }
}

/// Copies the samples of all parts, chunk by chunk in the order of the file; where the last one ends.
fn copy<W: Write>(file: &mut File, to: &mut W, parts: &mut [Part<'_>], begins: u64) -> Fit<u64> {
    let mut order: Vec<(u64, usize, usize)> = Vec::new();
    for (which, part) in parts.iter().enumerate() {
        order.extend(
            part.chunks
                .iter()
                .enumerate()
                .map(|(number, chunk)| (chunk.at, which, number)),
        );
    }
    order.sort_unstable();
    let size = file.metadata()?.len();
    let (mut sample, mut kept, mut at) = (Vec::new(), Vec::new(), begins);
    let mut reader = BufReader::with_capacity(1 << 17, file);
    let mut reads = reader.seek(SeekFrom::Start(0))?;
    for (_, which, number) in order {
        let Some(part) = parts.get_mut(which) else { continue };
        let Some(chunk) = part.chunks.get(number).copied() else {
            continue;
        };
        if let Some(place) = part.places.get_mut(number) {
            *place = at;
        }
        let mut from = chunk.at;
        for number in chunk.first..chunk.first + chunk.samples {
            let length = part.samples.size(number);
            if length > MOST_SAMPLE {
                return Err(FileProblem::Crowded.into());
            }
            if from.checked_add(u64::from(length)).is_none_or(|end| end > size) {
                return Err(FileProblem::Truncated.into());
            }
            if from != reads {
                let by = i64::try_from(i128::from(from) - i128::from(reads)).map_err(io::Error::other)?;
                reader.seek_relative(by)?;
            }
            sample.resize(length as usize, 0);
            reader.read_exact(&mut sample)?;
            from += u64::from(length);
            reads = from;
            let leaves = match part.units {
                None => {
                    part.digest_as_sent.update(&sample);
                    if matches!(part.codec, Codec::Mp4a(_)) {
                        part.emptied += aac::empty_what_is_no_sound(&mut sample);
                    }
                    &sample
                }
                Some(units) => {
                    kept.clear();
                    h264::keep(&sample, units, &mut kept)?;
                    part.digest_as_sent.update(&kept);
                    &kept
                }
            };
            part.digest.update(leaves);
            to.write_all(leaves)?;
            if let Some(size) = part.sizes.get_mut(number as usize) {
                *size = u32::try_from(leaves.len()).unwrap_or_default();
            }
            part.bytes += leaves.len() as u64;
            at += leaves.len() as u64;
        }
    }
    Ok(at)
}

/// What is in the new file, and what was taken out.
fn told(movie: &Movie, parts: Vec<Part<'_>>, used: u64) -> Cleaned {
    let contents = movie.contents();
    let mut removed = contents.removed;
    let (mut tracks, mut written, mut emptied) = (Vec::<FileTrack>::new(), 0, 0);
    let (mut digests, mut as_sent) = (Vec::new(), Vec::new());
    for part in parts {
        written += part.bytes;
        emptied += part.emptied;
        tracks.push(FileTrack {
            bytes: part.bytes,
            ..part.track.told(movie.timescale)
        });
        digests.push(part.digest);
        as_sent.push(part.digest_as_sent);
    }
    let others = movie
        .tracks
        .iter()
        .filter(|track| !tracks.iter().any(|kept| kept.number == track.number));
    removed.extend(others.map(|track| RemovedPart {
        kind: RemovedKind::Track,
        place: format!("{}: {}", track.number, track.encoding.name),
        bytes: track.samples.as_ref().map_or(0, Samples::bytes),
    }));
    let counted = [
        (RemovedKind::Messages, used - written + emptied),
        (RemovedKind::Unused, movie.data - used),
    ];
    removed.extend(
        counted
            .into_iter()
            .filter(|(_, bytes)| *bytes > 0)
            .map(|(kind, bytes)| RemovedPart {
                kind,
                place: boxes::name(*b"mdat"),
                bytes,
            }),
    );
    removed.sort_by_key(|part| part.kind);
    let of = |digests: Vec<Sha256>| {
        let mut digests = digests.into_iter();
        let (picture, sound) = (digests.next().unwrap_or_default(), digests.next().unwrap_or_default());
        essence(picture, sound)
    };
    Cleaned {
        essence: of(digests),
        essence_as_sent: of(as_sent),
        contents: FileContents {
            tracks,
            removed,
            length_ms: contents.length_ms,
        },
    }
}
