//! Footage that a file holds and no player shows: what its edit list leaves out, and pictures that last no time.

use mp4_atom::Elst;

use super::track::Samples;

/// By how much a sound may be longer than what is played of it, at either end, in milliseconds: an encoder's delay and
/// the filling of its last frame.
const SOUND_MS: u64 = 150;

/// What an edit list plays of a track, in the track's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Played {
    from: i128,
    to: i128,
}

/// What is played; `None` where the list does more than to begin somewhere and to end somewhere.
fn played(edits: Option<&Elst>, media: u64, timescale: u32, movie_timescale: u32) -> Option<Played> {
    let whole = Played {
        from: 0,
        to: i128::from(media),
    };
    let Some(edits) = edits.filter(|edits| !edits.entries.is_empty()) else {
        return Some(whole);
    };
    let mut shown = edits.entries.iter().skip_while(|edit| edit.media_time.is_none());
    let edit = shown.next()?;
    if shown.next().is_some() || (edit.media_rate.integer(), edit.media_rate.decimal()) != (1, 0) {
        return None;
    }
    let from = i128::from(edit.media_time?);
    let to = match edit.segment_duration {
        0 => i128::MAX,
        // Both clocks round: a tick of the movie's is no footage.
        length => {
            let ticks = i128::from(length + 1) * i128::from(timescale);
            from + (ticks + i128::from(movie_timescale) - 1) / i128::from(movie_timescale)
        }
    };
    Some(Played { from, to })
}

/// Whether a picture holds anything that is never shown.
pub fn in_picture(samples: &Samples, edits: Option<&Elst>, timescale: u32, movie_timescale: u32) -> bool {
    let Some(Played { from, to }) = played(edits, samples.duration(), timescale, movie_timescale) else {
        return true;
    };
    // Without an edit list the first picture shown is the beginning, whenever it is due.
    let listed = edits.is_some_and(|edits| !edits.entries.is_empty());
    let last = samples.count().saturating_sub(1);
    let mut number = 0;
    samples.times().any(|(due, lasts)| {
        number += 1;
        let (begins, ends) = (i128::from(due), i128::from(due) + i128::from(lasts));
        let flashes = lasts == 0 && number - 1 != last;
        flashes || listed && (begins < from && ends <= from || begins >= to)
    })
}

/// Whether a sound holds more than an encoder's delay that is never heard.
pub fn in_sound(samples: &Samples, edits: Option<&Elst>, timescale: u32, movie_timescale: u32) -> bool {
    let media = samples.duration();
    let Some(Played { from, to }) = played(edits, media, timescale, movie_timescale) else {
        return true;
    };
    let leeway = i128::from(SOUND_MS) * i128::from(timescale) / 1_000;
    from > leeway || i128::from(media) - to > leeway
}
