//! H.264 (ITU-T H.264): its profiles, and the units of a picture.

use mp4_atom::Avcc;
use office::problem::FileProblem;

use super::Fit;

/// Whether every common browser plays a profile: 8 bits, 4:2:0.
pub const fn is_common(profile: u8) -> bool {
    matches!(profile, 66 | 77 | 100)
}

/// A profile's name.
pub fn name(profile: u8) -> String {
    let name = match profile {
        66 => "Baseline",
        77 => "Main",
        88 => "Extended",
        100 => "High",
        110 => "High 10 (10-bit)",
        122 => "High 4:2:2",
        244 => "High 4:4:4 Predictive",
        44 => "CAVLC 4:4:4 Intra",
        83 | 86 => "Scalable",
        118 | 128 | 134 | 138 | 139 => "Multiview",
        _ => return "H.264".to_owned(),
    };
    format!("H.264 {name}")
}

/// What a unit is to a player (H.264, table 7-1).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// It is shown, or needed to show another.
    Shown,
    /// Parameters of a sequence, whose second byte is the profile.
    Sequence,
    /// A mark without content.
    Mark { bytes: usize },
    /// Messages, filling, layers and pictures beside the one that is shown.
    Beside,
}

const fn unit(kind: u8) -> Unit {
    match kind {
        1..=5 | 8 => Unit::Shown,
        7 => Unit::Sequence,
        9 => Unit::Mark { bytes: 2 },
        10 | 11 => Unit::Mark { bytes: 1 },
        _ => Unit::Beside,
    }
}

/// Whether a unit may be in what leaves.
///
/// # Errors
/// When it is the parameters of a picture that not every common browser plays.
fn may_leave(bytes: &[u8]) -> Fit<bool> {
    let Some(first) = bytes.first() else {
        return Ok(false);
    };
    match unit(first & 0x1F) {
        Unit::Shown => Ok(true),
        Unit::Sequence => match bytes.get(1) {
            Some(profile) if is_common(*profile) => Ok(true),
            Some(profile) => Err(FileProblem::NotPlayable { what: name(*profile) }.into()),
            None => Err(FileProblem::Broken.into()),
        },
        Unit::Mark { bytes: most } => Ok(bytes.len() <= most),
        Unit::Beside => Ok(false),
    }
}

/// Puts the units of a sample that may leave to `out`.
///
/// # Errors
/// When its units do not fill it exactly; as [`may_leave`].
pub fn keep(sample: &[u8], length_size: u8, out: &mut Vec<u8>) -> Fit<()> {
    let mut rest = sample;
    while !rest.is_empty() {
        let (whole, bytes) = next(rest, length_size)?;
        if may_leave(bytes)? {
            out.extend_from_slice(whole);
        }
        rest = rest.get(whole.len()..).unwrap_or_default();
    }
    Ok(())
}

/// The first unit of a sample: with its length, and without.
fn next(rest: &[u8], length_size: u8) -> Fit<(&[u8], &[u8])> {
    let size = usize::from(length_size);
    let length = rest.get(..size).ok_or(FileProblem::Broken)?;
    let length = length.iter().fold(0, |length, byte| (length << 8) | usize::from(*byte));
    let whole = rest.get(..size.saturating_add(length)).ok_or(FileProblem::Broken)?;
    Ok((whole, whole.get(size..).unwrap_or_default()))
}

/// Whether a sample is nothing but units that may leave.
pub fn is_clean(sample: &[u8], length_size: u8) -> bool {
    let mut kept = Vec::with_capacity(sample.len());
    keep(sample, length_size, &mut kept).is_ok() && kept == sample
}

/// The configuration of a decoder, with nothing in it but parameters.
///
/// # Errors
/// When one of its parameters is something else, or it has none of a length that can be read.
pub fn configuration(avcc: &Avcc) -> Fit<Avcc> {
    let all_are = |sets: &[Vec<u8>], kind: u8| {
        sets.iter()
            .all(|set| set.first().is_some_and(|first| first & 0x1F == kind))
    };
    let sound = all_are(&avcc.sequence_parameter_sets, 7)
        && all_are(&avcc.picture_parameter_sets, 8)
        && matches!(avcc.length_size, 1 | 2 | 4);
    if !sound {
        return Err(FileProblem::Broken.into());
    }
    let ext = avcc.ext.clone().map(|ext| mp4_atom::AvccExt {
        sequence_parameter_sets_ext: Vec::new(),
        ..ext
    });
    Ok(Avcc { ext, ..avcc.clone() })
}
