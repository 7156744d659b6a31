//! The proof that a file holds nothing but one picture and at most one sound. It reads the file that is served, and
//! shares no more with what wrote it than the reading of a box and of a picture's units.

use std::{
    fs::File,
    io::{self, BufReader, Read as _, Seek as _, SeekFrom},
};

use mp4_atom::{Codec, Decode as _, DrefEntry, Encode as _, Moov, StszSamples, Trak};

use super::{Unfit, aac, boxes, clean, h264, hidden, track::Samples};

/// Largest table of contents, in bytes.
const MOST_TABLE: u64 = 512 * 1024 * 1024;

/// What else is in a file, or why nothing can be said of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unclean {
    /// Its boxes are not a brand, a table of contents, and picture and sound, and nothing else.
    #[error("it has parts beside its table of contents and its picture and sound")]
    Parts,
    /// The table of contents holds more than it needs.
    #[error("its table of contents holds more than is needed to play it")]
    Table,
    /// There are other tracks than one picture and at most one sound.
    #[error("it has other tracks than one picture and one sound")]
    Tracks,
    /// Days or names are in it.
    #[error("it tells days or names")]
    Labels,
    /// Bytes are in it that no track uses, or two use.
    #[error("it holds bytes that no track uses")]
    Bytes,
    /// The own data of picture or sound hold messages.
    #[error("the data of its picture or its sound hold messages; send it again")]
    Messages,
    /// It holds footage that no player shows.
    #[error("it holds footage that no player shows")]
    Hidden,
}

type Proof = Result<(), Unclean>;

/// Reads a file and proves it.
pub fn prove(file: &mut File) -> io::Result<Proof> {
    match look(file) {
        Ok(proof) => Ok(proof),
        Err(Unfit::Disk(error)) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(Err(Unclean::Bytes)),
        Err(Unfit::Disk(error)) => Err(error),
        Err(Unfit::File(_)) => Ok(Err(Unclean::Table)),
    }
}

fn look(file: &mut File) -> Result<Proof, Unfit> {
    let size = file.metadata()?.len();
    let mut found = Vec::new();
    let mut at = 0;
    while at < size && found.len() < 4 {
        let Some(next) = boxes::at(file, at, size)? else {
            return Ok(Err(Unclean::Parts));
        };
        at = next.end;
        found.push(next);
    }
    let [head, table, data] = found.as_slice() else {
        return Ok(Err(Unclean::Parts));
    };
    let named = (&head.kind, &table.kind, &data.kind) == (b"ftyp", b"moov", b"mdat");
    if !named || data.end != size || table.end - table.start > MOST_TABLE || head.end > 64 {
        return Ok(Err(Unclean::Parts));
    }
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.by_ref().take(table.end).read_to_end(&mut bytes)?;
    let mut brand = Vec::new();
    clean::brand().encode(&mut brand)?;
    let Some(rest) = bytes.strip_prefix(brand.as_slice()) else {
        return Ok(Err(Unclean::Parts));
    };
    let Ok(moov) = Moov::decode(&mut &*rest) else {
        return Ok(Err(Unclean::Table));
    };
    // What is read of the table says all of it: written again, it is the same to the last byte.
    let mut again = Vec::new();
    moov.encode(&mut again)?;
    if again != rest {
        return Ok(Err(Unclean::Table));
    }
    if let Err(unclean) = table_is_bare(&moov) {
        return Ok(Err(unclean));
    }
    samples_are_all(file, &moov, data.inside, data.end)
}

/// Whether the table of contents tells nothing but where samples are and when they play.
fn table_is_bare(moov: &Moov) -> Proof {
    if moov.meta.is_some() || moov.udta.is_some() || moov.mvex.is_some() || moov.ainf.is_some() {
        return Err(Unclean::Table);
    }
    if moov.mvhd.creation_time != 0 || moov.mvhd.modification_time != 0 {
        return Err(Unclean::Labels);
    }
    let kinds: Vec<[u8; 4]> = moov.trak.iter().map(|trak| trak.mdia.hdlr.handler.into()).collect();
    if !matches!(
        kinds.as_slice(),
        [[b'v', b'i', b'd', b'e']] | [[b'v', b'i', b'd', b'e'], [b's', b'o', b'u', b'n']]
    ) {
        return Err(Unclean::Tracks);
    }
    moov.trak.iter().try_for_each(track_is_bare)
}

fn track_is_bare(trak: &Trak) -> Proof {
    let (mdhd, minf) = (&trak.mdia.mdhd, &trak.mdia.minf);
    let days = [
        trak.tkhd.creation_time,
        trak.tkhd.modification_time,
        mdhd.creation_time,
        mdhd.modification_time,
    ];
    if days.iter().any(|day| *day != 0) || !trak.mdia.hdlr.name.is_empty() || mdhd.language != "und" {
        return Err(Unclean::Labels);
    }
    let stbl = &minf.stbl;
    let more = [
        trak.meta.is_some(),
        trak.udta.is_some(),
        trak.tref.is_some(),
        trak.senc.is_some(),
        minf.nmhd.is_some() || minf.sthd.is_some() || minf.hmhd.is_some(),
        stbl.stco.is_some() || stbl.cslg.is_some(),
        !(stbl.sbgp.is_empty() && stbl.sgpd.is_empty() && stbl.subs.is_empty()),
        !(stbl.saiz.is_empty() && stbl.saio.is_empty()),
    ];
    let here = |entry: &DrefEntry| matches!(entry, DrefEntry::Url(url) if url.location.is_empty());
    if more.contains(&true) || minf.dinf.dref.entries.len() != 1 || !minf.dinf.dref.entries.iter().all(here) {
        return Err(Unclean::Table);
    }
    let bare = match stbl.stsd.codecs.as_slice() {
        [Codec::Avc1(avc)] => {
            let sets = avc.avcc.sequence_parameter_sets.iter().all(|set| is_unit(set, 7))
                && avc.avcc.picture_parameter_sets.iter().all(|set| is_unit(set, 8))
                && avc
                    .avcc
                    .ext
                    .as_ref()
                    .is_none_or(|ext| ext.sequence_parameter_sets_ext.is_empty());
            let color = matches!(avc.colr, None | Some(mp4_atom::Colr::Nclx { .. }));
            let none = avc.btrt.is_none() && avc.taic.is_none() && avc.fiel.is_none() && avc.spatial.is_none();
            sets && color && none && avc.visual.compressor == mp4_atom::Compressor::default()
        }
        [Codec::Mp4a(mp4a)] => {
            let es = &mp4a.esds.es_desc;
            let specific = es.dec_config.dec_specific.as_ref();
            let short = specific.is_none_or(|specific| specific.raw.len() <= 64);
            short && es.url.is_none() && mp4a.btrt.is_none() && mp4a.taic.is_none()
        }
        [Codec::Opus(opus)] => opus.btrt.is_none(),
        _ => return Err(Unclean::Tracks),
    };
    if bare { Ok(()) } else { Err(Unclean::Table) }
}

fn is_unit(bytes: &[u8], kind: u8) -> bool {
    bytes.first().is_some_and(|first| first & 0x1F == kind)
}

/// What the samples of a track are, as far as they are looked into.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Packets {
    /// Units of H.264, with lengths of so many bytes.
    Units(u8),
    /// Packets of AAC.
    Aac,
    /// Of nothing that has room beside its sound.
    Plain,
}

/// Whether the samples of the tracks fill what lies after the table without a gap and without an overlap, and those of
/// the picture are picture alone.
fn samples_are_all(file: &mut File, moov: &Moov, begins: u64, ends: u64) -> Result<Proof, Unfit> {
    let mut all = Vec::new();
    let mut tracks: Vec<(Samples, Packets)> = Vec::new();
    for (which, trak) in moov.trak.iter().enumerate() {
        let stbl = &trak.mdia.minf.stbl;
        let samples = Samples {
            stts: stbl.stts.clone(),
            ctts: stbl.ctts.clone(),
            stss: stbl.stss.clone(),
            stsc: stbl.stsc.clone(),
            sizes: stbl.stsz.samples.clone(),
            chunks: stbl
                .co64
                .as_ref()
                .map(|places| places.entries.clone())
                .unwrap_or_default(),
        };
        samples.check()?;
        let edits = trak.edts.as_ref().and_then(|edts| edts.elst.as_ref());
        let hides = if which == 0 {
            hidden::in_picture
        } else {
            hidden::in_sound
        };
        if moov.mvhd.timescale == 0 || hides(&samples, edits, trak.mdia.mdhd.timescale, moov.mvhd.timescale) {
            return Ok(Err(Unclean::Hidden));
        }
        all.extend(samples.all_chunks()?.into_iter().map(|chunk| (chunk.at, which, chunk)));
        let packets = match stbl.stsd.codecs.first() {
            Some(Codec::Avc1(avc)) => Packets::Units(avc.avcc.length_size),
            Some(Codec::Mp4a(_)) => Packets::Aac,
            _ => Packets::Plain,
        };
        tracks.push((samples, packets));
    }
    // Chunks without bytes lie where the next one does.
    all.sort_by_key(|(at, which, chunk)| {
        (
            *at,
            tracks
                .get(*which)
                .is_some_and(|(samples, _)| bytes_of(samples, chunk) > 0),
        )
    });
    let mut reader = BufReader::with_capacity(1 << 17, file);
    reader.seek(SeekFrom::Start(begins))?;
    let (mut at, mut sample) = (begins, Vec::new());
    for (from, which, chunk) in all {
        let Some((samples, packets)) = tracks.get(which) else {
            continue;
        };
        if from != at {
            return Ok(Err(Unclean::Bytes));
        }
        for number in chunk.first..chunk.first + chunk.samples {
            let size = samples.size(number);
            at += u64::from(size);
            if at > ends {
                return Ok(Err(Unclean::Bytes));
            }
            if *packets == Packets::Plain {
                reader.seek_relative(i64::from(size))?;
                continue;
            }
            sample.resize(size as usize, 0);
            reader.read_exact(&mut sample)?;
            let clean = match packets {
                Packets::Units(length_size) => h264::is_clean(&sample, *length_size),
                Packets::Aac => aac::is_clean(&sample),
                Packets::Plain => true,
            };
            if !clean {
                return Ok(Err(Unclean::Messages));
            }
        }
    }
    Ok(if at == ends { Ok(()) } else { Err(Unclean::Bytes) })
}

fn bytes_of(samples: &Samples, chunk: &super::track::Chunk) -> u64 {
    let each = (chunk.first..chunk.first.saturating_add(chunk.samples)).map(|number| u64::from(samples.size(number)));
    if matches!(samples.sizes, StszSamples::Identical { .. }) {
        return u64::from(chunk.samples) * u64::from(samples.size(0));
    }
    each.sum()
}
