//! Captions in `WebVTT` (W3C, <https://www.w3.org/TR/webvtt1/>), read as strictly as a browser that shows nothing of what it
//! cannot read.

use office::problem::{CaptionsFault, FileProblem};

/// Reads captions; the beginning of the last cue, in milliseconds, and its line.
///
/// # Errors
/// The first line that a browser would pass over, or that nobody outside should read.
pub(super) fn check(bytes: &[u8]) -> Result<(u64, usize), FileProblem> {
    let at = |line: usize, fault| FileProblem::Captions { line, fault };
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Err(at(1, CaptionsFault::NotUtf8));
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    let header = lines.first().and_then(|line| line.strip_prefix("WEBVTT"));
    if !header.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t'])) {
        return Err(at(1, CaptionsFault::NoHeader));
    }
    let mut last = None;
    let mut blocks = lines.split(|line| line.trim().is_empty());
    let mut line = 1 + blocks.next().map_or(0, <[&str]>::len) + 1;
    for block in blocks {
        if let Some((first, start)) = cue(block, line)? {
            last = last.max(Some((start, first)));
        }
        line += block.len() + 1;
    }
    last.ok_or_else(|| at(lines.len(), CaptionsFault::NoCue))
}

/// The line and beginning of the cue of a block; `None` for a block that is empty, or of styles or regions.
fn cue(block: &[&str], line: usize) -> Result<Option<(usize, u64)>, FileProblem> {
    let Some(first) = block.first() else { return Ok(None) };
    let word = first.split([' ', '\t']).next().unwrap_or_default();
    if word == "NOTE" {
        return Err(FileProblem::Captions {
            line,
            fault: CaptionsFault::Note,
        });
    }
    if matches!(word, "STYLE" | "REGION") && !first.contains("-->") {
        return Ok(None);
    }
    // A name of the cue may stand above its times.
    let place = usize::from(!first.contains("-->"));
    let bad = |place: usize| FileProblem::Captions {
        line: line + place,
        fault: CaptionsFault::BadTimes,
    };
    let times = block.get(place).ok_or_else(|| bad(0))?;
    let (from, rest) = times.split_once("-->").ok_or_else(|| bad(place.min(block.len() - 1)))?;
    let to = rest.split_whitespace().next().unwrap_or_default();
    match (milliseconds(from.trim()), milliseconds(to)) {
        (Some(from), Some(to)) if from < to => Ok(Some((line + place, from))),
        _ => Err(bad(place)),
    }
}

/// `MM:SS.mmm` or `HH:MM:SS.mmm`.
fn milliseconds(time: &str) -> Option<u64> {
    let number = |digits: &str, least: usize, below: u64| -> Option<u64> {
        let sound = digits.len() >= least && digits.bytes().all(|digit| digit.is_ascii_digit());
        sound
            .then(|| digits.parse::<u64>().ok())
            .flatten()
            .filter(|number| *number < below)
    };
    let (clock, fraction) = time.split_once('.')?;
    let (minutes, seconds) = clock.rsplit_once(':')?;
    let (hours, minutes) = minutes.split_once(':').unwrap_or(("00", minutes));
    let exactly = |digits: &str, length: usize| digits.len() == length;
    if !exactly(minutes, 2) || !exactly(seconds, 2) || !exactly(fraction, 3) {
        return None;
    }
    let hours = number(hours, 2, 10_000)?;
    let (minutes, seconds) = (number(minutes, 2, 60)?, number(seconds, 2, 60)?);
    Some(((hours * 60 + minutes) * 60 + seconds) * 1_000 + number(fraction, 3, 1_000)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! case {
        ($name:literal) => {
            include_bytes!(concat!("../../tests/cases/", $name)).as_slice()
        };
    }

    #[test]
    fn captions_as_others_saved_them() {
        assert_eq!(check(case!("good-bom-crlf.vtt")), Ok((500, 3)));
        // These two are told by whoever knows how long the film is.
        assert_eq!(check(case!("after-the-end.vtt")), Ok((4_200_500, 3)));
        assert_eq!(check(case!("hls-offset.vtt")), Ok((36_000_500, 4)));
        for (file, line) in [
            (case!("comma-times.vtt"), 4),
            (case!("header-glued.vtt"), 1),
            (case!("no-cues.vtt"), 3),
            (case!("note-names.vtt"), 3),
            (case!("subrip-renamed.vtt"), 1),
            (case!("utf16.vtt"), 1),
        ] {
            let told = check(file);
            assert!(
                matches!(told, Err(FileProblem::Captions { line: first, .. }) if first == line),
                "{told:?}"
            );
        }
    }

    fn refused(text: &str) -> (usize, CaptionsFault) {
        match check(text.as_bytes()) {
            Err(FileProblem::Captions { line, fault }) => (line, fault),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn captions_that_a_browser_shows_are_taken() {
        let pause =
            "\u{FEFF}WEBVTT - portal\r\n\r\n00:00.500 --> 00:02.000 line:90% align:center\r\n<v Officer>Step out.\r\n";
        assert_eq!(check(pause.as_bytes()), Ok((500, 3)));
        let named = "WEBVTT\n\nSTYLE\n::cue { color: lime }\n\n1\n01:00:00.000 --> 01:00:02.000\nYes.\n\n\n2\n00:01.000 --> 00:02.000\nNo.\n";
        assert_eq!(check(named.as_bytes()), Ok((3_600_000, 7)));
    }

    #[test]
    fn captions_of_which_a_browser_shows_nothing_are_refused_at_their_first_bad_line() {
        let commas = "WEBVTT\n\n1\n00:00:00,500 --> 00:00:02,000\n- Step out of the car.\n";
        assert_eq!(refused(commas), (4, CaptionsFault::BadTimes));
        assert_eq!(
            refused("WEBVTTX\n\n00:00.500 --> 00:02.000\nx\n"),
            (1, CaptionsFault::NoHeader)
        );
        assert_eq!(
            refused("1\n00:00:00,500 --> 00:00:02,000\nx\n"),
            (1, CaptionsFault::NoHeader)
        );
        assert_eq!(
            refused("WEBVTT\n\nStep out of the car.\n"),
            (3, CaptionsFault::BadTimes)
        );
        assert_eq!(
            refused("WEBVTT\n\nNOTE speaker 2 = PAT\n\n00:00.500 --> 00:02.000\nx\n"),
            (3, CaptionsFault::Note)
        );
        assert_eq!(refused("WEBVTT\n"), (2, CaptionsFault::NoCue));
        assert_eq!(
            refused("WEBVTT\n\n\n00:02.000 --> 00:00.500\nx\n"),
            (4, CaptionsFault::BadTimes)
        );
        assert_eq!(
            check(b"\xFF\xFEW\0E\0B\0V\0T\0T\0"),
            Err(FileProblem::Captions {
                line: 1,
                fault: CaptionsFault::NotUtf8
            })
        );
    }
}
