//! How tracks are encoded: the names that people know, and whether every common browser plays them.
//!
//! Every common browser plays H.264 of 8 bits in 4:2:0, and AAC or Opus. What else some play (HEVC, AV1, VP9, MP3 in
//! MP4, FLAC) others do not.

use mp4_atom::Codec;

use super::{boxes, boxes::Inner, h264};

/// What a track's sample entry says.
#[derive(Clone, Debug)]
pub struct Encoding {
    /// The name that people know.
    pub name: String,
    /// Whether every common browser plays it.
    pub playable: bool,
    /// Size of a picture, or rate and channels of a sound.
    pub format: String,
    /// The entry itself, of what can be put into a copy.
    pub entry: Option<Codec>,
}

impl Encoding {
    /// Of a picture.
    pub fn of_picture(entry: &Inner<'_>) -> Self {
        let size = |at: usize| {
            entry
                .inside
                .get(at..at + 2)
                .map(|two| u16::from_be_bytes([two[0], two[1]]))
        };
        let format = match (size(24), size(26)) {
            (Some(wide), Some(high)) => format!("{wide} × {high}"),
            _ => String::new(),
        };
        let (name, entry) = match &entry.kind {
            b"avc1" | b"avc3" => return Self::of_avc(entry, format),
            b"hvc1" | b"hev1" => (hevc(entry), None),
            b"mp4v" => (mpeg(entry), None),
            kind => (other_picture(*kind), None),
        };
        Self {
            name,
            playable: false,
            format,
            entry,
        }
    }

    fn of_avc(entry: &Inner<'_>, format: String) -> Self {
        let read = entry.read_codec();
        let avcc = match &read {
            Some(Codec::Avc1(avc)) => Some(&avc.avcc),
            Some(Codec::Avc3(avc)) => Some(&avc.avcc),
            _ => None,
        };
        let profiles = avcc.map(|avcc| {
            let sets = avcc.sequence_parameter_sets.iter();
            let of_sets = sets.filter_map(|set| set.get(1).copied());
            std::iter::once(avcc.avc_profile_indication)
                .chain(of_sets)
                .collect::<Vec<u8>>()
        });
        let profiles = profiles.unwrap_or_default();
        let odd = profiles.iter().find(|profile| !h264::is_common(**profile));
        let told = odd.or(profiles.first()).copied().unwrap_or_default();
        Self {
            name: h264::name(told),
            playable: odd.is_none() && !profiles.is_empty(),
            format,
            entry: read,
        }
    }

    /// Of a sound.
    pub fn of_sound(entry: &Inner<'_>, timescale: u32) -> Self {
        let read = entry.read_codec();
        let plain = |name: String| Self {
            name,
            playable: false,
            format: format!("{timescale} Hz"),
            entry: None,
        };
        match &read {
            Some(Codec::Mp4a(mp4a)) => {
                let config = &mp4a.esds.es_desc.dec_config;
                let object = config.dec_specific.as_ref().map_or(0, |specific| specific.profile);
                let raw = config.dec_specific.as_ref().map_or(0, |specific| specific.raw.len());
                match (config.object_type_indication, object) {
                    // An object's own description is a few bytes; a long one would be something else.
                    (0x40, 2 | 5 | 29) | (0x67, _) if raw <= 64 => Self {
                        playable: true,
                        entry: read.clone(),
                        ..plain(aac(object).to_owned())
                    },
                    (0x40, object) => plain(aac(object).to_owned()),
                    (0x66..=0x68, _) => plain("AAC (MPEG-2)".to_owned()),
                    (0x69 | 0x6B, _) => plain("MP3".to_owned()),
                    (other, _) => plain(format!("mp4a 0x{other:02X}")),
                }
            }
            Some(Codec::Opus(_)) => Self {
                playable: true,
                entry: read.clone(),
                ..plain("Opus".to_owned())
            },
            _ => plain(other_sound(entry.kind)),
        }
    }
}

impl Inner<'_> {
    fn read_codec(&self) -> Option<Codec> {
        let mut rest = self.whole;
        mp4_atom::Decode::decode(&mut rest).ok()
    }
}

const fn aac(object: u8) -> &'static str {
    match object {
        1 => "AAC Main",
        2 | 0 => "AAC LC",
        3 => "AAC SSR",
        4 => "AAC LTP",
        5 => "HE-AAC",
        29 => "HE-AAC v2",
        36 => "MPEG-4 ALS",
        42 => "xHE-AAC",
        _ => "AAC of a rare kind",
    }
}

/// The place after a box's kind within a sample entry, wherever it stands.
fn after(entry: &Inner<'_>, kind: [u8; 4]) -> Option<usize> {
    entry.inside.windows(4).position(|four| *four == kind).map(|at| at + 4)
}

fn hevc(entry: &Inner<'_>) -> String {
    let profile = after(entry, *b"hvcC").and_then(|at| entry.inside.get(at + 1));
    let profile = match profile.map(|byte| byte & 0x1F) {
        Some(1) => " Main",
        Some(2) => " Main 10",
        Some(3) => " Main Still Picture",
        Some(4) => " RExt",
        _ => "",
    };
    format!("HEVC (H.265){profile}")
}

/// The visual objects of MPEG, by the object type of `esds` (MP4 registration authority).
fn mpeg(entry: &Inner<'_>) -> String {
    let esds = after(entry, *b"esds")
        .and_then(|at| entry.inside.get(at..))
        .unwrap_or_default();
    // The configuration of the decoder: its tag, its length in one to four bytes, its object type.
    let config = esds
        .iter()
        .position(|byte| *byte == 0x04)
        .and_then(|at| esds.get(at + 1..));
    let object = config.and_then(|rest| {
        let length = rest.iter().take_while(|byte| **byte & 0x80 != 0).count();
        rest.get(length + 1).copied()
    });
    match object {
        Some(0x60..=0x65) => "MPEG-2 video".to_owned(),
        Some(0x6A) => "MPEG-1 video".to_owned(),
        Some(0x6C) => "JPEG".to_owned(),
        Some(0x6D) => "PNG".to_owned(),
        _ => "MPEG-4 Part 2".to_owned(),
    }
}

fn other_picture(kind: [u8; 4]) -> String {
    let name = match &kind {
        b"av01" => "AV1",
        b"vp08" => "VP8",
        b"vp09" => "VP9",
        b"dvh1" | b"dvhe" | b"dva1" | b"dvav" => "Dolby Vision",
        b"vvc1" | b"vvi1" => "VVC (H.266)",
        b"s263" | b"h263" | b"H263" => "H.263",
        b"jpeg" | b"mjpa" | b"mjpb" | b"mjpg" | b"MJPG" => "Motion JPEG",
        b"png " => "PNG",
        b"apch" | b"apcn" | b"apcs" | b"apco" | b"ap4h" | b"ap4x" => "Apple ProRes",
        b"encv" => "an encrypted picture",
        _ => return boxes::name(kind),
    };
    name.to_owned()
}

fn other_sound(kind: [u8; 4]) -> String {
    let name = match &kind {
        b"samr" => "AMR",
        b"sawb" => "AMR-WB",
        b"ac-3" => "AC-3",
        b"ec-3" => "E-AC-3",
        b"alac" => "Apple Lossless",
        b"fLaC" => "FLAC",
        b"ulaw" | b"alaw" => "G.711",
        b".mp3" => "MP3",
        b"sowt" | b"twos" | b"lpcm" | b"in24" | b"in32" | b"fl32" | b"fl64" | b"ipcm" | b"fpcm" | b"raw " => "PCM",
        b"mp4a" => "AAC of a rare kind",
        b"enca" => "an encrypted sound",
        _ => return boxes::name(kind),
    };
    name.to_owned()
}
