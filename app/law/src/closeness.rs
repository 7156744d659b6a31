//! How close a recording or another request lies to what somebody asked about, and why: instants, place, officer, report number,
//! division, camera. Suggestions only; what answers a request a custodian decides.

use jiff::{SignedDuration, Timestamp};

use crate::request::Media;

/// One reason why two things may be about the same incident.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// Both name this report or incident number.
    Report {
        /// As the one that was found writes it.
        number: String,
    },
    /// They share time that was asked about.
    SameTime,
    /// They share no time, but lie within the margin that holds go by: so many minutes before what was asked about.
    Before {
        /// Whole minutes, at least 1.
        minutes: i64,
    },
    /// So many minutes after it.
    After {
        /// Whole minutes, at least 1.
        minutes: i64,
    },
    /// Their places have words in common.
    Place {
        /// The words, as they are compared.
        words: Vec<String>,
    },
    /// The officer whom the one names made the other, or both name one.
    Officer {
        /// The words or number in common.
        words: Vec<String>,
    },
    /// Both are of one division.
    Division,
    /// A kind of camera that was asked about.
    Camera,
    /// The same recording answers both.
    SharedRecording,
}

impl Closeness {
    /// How much it says: each weighs more than all that follow it together, so that sums order by the strongest reason.
    pub const fn weight(&self) -> u32 {
        match self {
            Self::SharedRecording => 256,
            Self::Report { .. } => 128,
            Self::Officer { .. } => 64,
            Self::Place { .. } => 32,
            // People seldom know the minute; where it was they know better.
            Self::Division => 16,
            Self::SameTime => 8,
            Self::Camera => 2,
            Self::Before { .. } | Self::After { .. } => 1,
        }
    }

    /// What all reasons weigh together.
    pub fn sum(reasons: &[Self]) -> u32 {
        reasons.iter().map(Self::weight).sum()
    }
}

/// What is known of a request or a recording, to be compared. Texts come in small letters without accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traces {
    /// First instant, without any margin.
    pub from: Timestamp,
    /// Last instant, without any margin.
    pub to: Timestamp,
    /// Place, as typed.
    pub place: String,
    /// Report or incident number, as typed.
    pub report: String,
    /// Officers, as typed.
    pub officers: String,
    /// Key of the division.
    pub division: Option<String>,
    /// Kinds of camera.
    pub media: Vec<Media>,
}

/// Why what was found may be what was asked about, the strongest reason first.
pub fn compare(asked: &Traces, found: &Traces, margin: SignedDuration) -> Vec<Closeness> {
    let report = same_report(&asked.report, &found.report).then(|| Closeness::Report {
        number: found.report.trim().to_uppercase(),
    });
    let officers = common(&officer_words(&asked.officers), &officer_words(&found.officers));
    let places = common(&place_words(&asked.place), &place_words(&found.place));
    let division = asked.division.is_some() && asked.division == found.division;
    let camera = found.media.iter().any(|media| asked.media.contains(media));
    let mut reasons: Vec<Closeness> = report
        .into_iter()
        .chain((!officers.is_empty()).then_some(Closeness::Officer { words: officers }))
        .chain((!places.is_empty()).then_some(Closeness::Place { words: places }))
        .chain(in_time(asked, found, margin))
        .chain(division.then_some(Closeness::Division))
        .chain(camera.then_some(Closeness::Camera))
        .collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
    reasons
}

fn in_time(asked: &Traces, found: &Traces, margin: SignedDuration) -> Option<Closeness> {
    if found.from <= asked.to && asked.from <= found.to {
        return Some(Closeness::SameTime);
    }
    let minutes = |gap: SignedDuration| (gap <= margin).then(|| gap.as_mins().max(1));
    if found.to < asked.from {
        let minutes = minutes(asked.from.duration_since(found.to))?;
        return Some(Closeness::Before { minutes });
    }
    let minutes = minutes(found.from.duration_since(asked.to))?;
    Some(Closeness::After { minutes })
}

/// Words that many places share, and that say nothing of where one is. English and Spanish.
const COMMON_PLACE_WORDS: [&str; 39] = [
    "street",
    "avenue",
    "ave",
    "road",
    "boulevard",
    "blvd",
    "drive",
    "lane",
    "court",
    "place",
    "parkway",
    "pkwy",
    "highway",
    "hwy",
    "terrace",
    "block",
    "corner",
    "near",
    "between",
    "north",
    "south",
    "east",
    "west",
    "and",
    "the",
    "of",
    "at",
    "in",
    "on",
    "calle",
    "avenida",
    "esquina",
    "cerca",
    "del",
    "los",
    "las",
    "con",
    "city",
    "kansas",
];

/// Words around the name or number of an officer.
const COMMON_OFFICER_WORDS: [&str; 16] = [
    "officer",
    "officers",
    "badge",
    "sergeant",
    "sgt",
    "detective",
    "det",
    "captain",
    "police",
    "the",
    "and",
    "agente",
    "oficial",
    "placa",
    "sargento",
    "number",
];

/// The words of a place that say where it is: names, and numbers of at least two digits.
pub fn place_words(place: &str) -> Vec<String> {
    words(place, &COMMON_PLACE_WORDS)
}

/// Names and numbers of officers.
pub fn officer_words(officers: &str) -> Vec<String> {
    words(officers, &COMMON_OFFICER_WORDS)
}

fn words(text: &str, common: &[&str]) -> Vec<String> {
    let says = |word: &&str| {
        let number = word.chars().any(|letter| letter.is_ascii_digit());
        word.chars().count() >= if number { 2 } else { 3 } && !common.contains(word)
    };
    let mut found: Vec<String> = Vec::new();
    for word in text.split(|letter: char| !letter.is_alphanumeric()).filter(says) {
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}

fn common(one: &[String], other: &[String]) -> Vec<String> {
    one.iter().filter(|word| other.contains(word)).cloned().collect()
}

/// Whether two texts name one report number, however it is written: `26-004411`, `26 004411`, `KC26004411` are three numbers, the
/// first two the same.
fn same_report(one: &str, other: &str) -> bool {
    let (one, other) = (report_numbers(one), report_numbers(other));
    one.iter().any(|number| other.contains(number))
}

/// The report numbers that a text names, each as its letters and digits alone.
pub fn report_numbers(text: &str) -> Vec<String> {
    let plain = |part: &str| {
        part.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect::<String>()
    };
    let parts = text.split([',', ';', '/']).flat_map(|part| {
        let spaced = part.split_whitespace().map(plain);
        spaced.chain([plain(part)]).collect::<Vec<_>>()
    });
    // Fewer than four digits are a part of a number, or none.
    let whole = |number: &String| number.chars().filter(char::is_ascii_digit).count() >= 4;
    let mut numbers: Vec<String> = parts.filter(whole).collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

/// How the report numbers that a text names may be written, for a search: as letters and digits alone, and with a hyphen after the
/// two digits of a year. In capital letters, as typed first; at most [`SPELLINGS`].
pub fn report_spellings(text: &str) -> Vec<String> {
    let spelled = |number: String| {
        let number = number.to_uppercase();
        let year = number.len() > 4 && number.is_ascii() && number.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        let hyphened = year.then(|| format!("{}-{}", &number[..2], &number[2..]));
        [Some(number), hyphened].into_iter().flatten()
    };
    let typed = text.split([',', ';', '/']).map(|part| part.trim().to_uppercase());
    let typed = typed.filter(|part| !report_numbers(part).is_empty());
    // Whole numbers before the parts that they may be written in.
    let mut numbers = report_numbers(text);
    numbers.sort_by_key(|number| std::cmp::Reverse(number.len()));
    let mut all: Vec<String> = Vec::new();
    for number in typed.chain(numbers.into_iter().flat_map(spelled)) {
        if !all.contains(&number) {
            all.push(number);
        }
    }
    all.truncate(SPELLINGS);
    all
}

/// At most so many spellings of [`report_spellings`].
pub const SPELLINGS: usize = 6;

/// Why two recordings belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tie {
    /// They bear the same incident number.
    Incident,
    /// They were made at the same time at the same place.
    Place,
    /// They were made at the same time by the same officer.
    Officer,
}

/// A recording as far as it matters whether another belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Recorded<'a> {
    pub incident: Option<&'a str>,
    pub place: &'a str,
    /// As the register writes them, several with commas between.
    pub officer: &'a str,
    /// Microseconds since 1970.
    pub started_at: i64,
    /// Microseconds since 1970.
    pub ended_at: i64,
}

impl Recorded<'_> {
    /// Why another recording belongs to this one, the strongest reason; `None` where nothing ties them.
    pub fn tie(&self, other: &Self) -> Option<Tie> {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let same = |one: &str, two: &str| !one.trim().is_empty() && plain(one) == plain(two);
        if self
            .incident
            .zip(other.incident)
            .is_some_and(|(one, two)| same(one, two))
        {
            return Some(Tie::Incident);
        }
        if self.started_at >= other.ended_at || other.started_at >= self.ended_at {
            return None;
        }
        if same(self.place, other.place) {
            return Some(Tie::Place);
        }
        let officers = |text: &str| -> Vec<String> { text.split([',', ';', '/']).map(plain).collect() };
        let theirs = officers(other.officer);
        let shared = officers(self.officer)
            .into_iter()
            .any(|one| !one.is_empty() && theirs.contains(&one));
        shared.then_some(Tie::Officer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(from: &str, to: &str) -> Traces {
        let instant = |time: &str| format!("2026-09-20T{time}:00Z").parse().expect("an instant");
        Traces {
            from: instant(from),
            to: instant(to),
            place: String::new(),
            report: String::new(),
            officers: String::new(),
            division: None,
            media: Vec::new(),
        }
    }

    const MARGIN: SignedDuration = SignedDuration::from_mins(30);

    #[test]
    fn time_is_close_by_instants_with_the_margin() {
        let asked = at("14:00", "15:00");
        for (from, to, wanted) in [
            ("14:59", "15:30", Some(Closeness::SameTime)),
            ("15:12", "15:30", Some(Closeness::After { minutes: 12 })),
            ("13:00", "13:40", Some(Closeness::Before { minutes: 20 })),
            ("15:31", "16:00", None),
            ("13:00", "13:29", None),
        ] {
            let found = compare(&asked, &at(from, to), MARGIN);
            assert_eq!(found.first().cloned(), wanted, "{from} to {to}");
        }
    }

    #[test]
    fn places_are_close_by_what_names_them_and_not_by_street_and_avenue() {
        let common_words = |one: &str, other: &str| common(&place_words(one), &place_words(other));
        assert_eq!(
            common_words("troost avenue 4100", "4100 block of troost"),
            ["troost", "4100"]
        );
        assert_eq!(common_words("oak street", "elm street"), Vec::<String>::new());
        assert_eq!(common_words("oak", "oakwood"), Vec::<String>::new());
    }

    #[test]
    fn a_report_number_is_the_same_however_it_is_written() {
        for (one, other, same) in [
            ("26-004411", "26004411", true),
            ("26-004411, 26-004412", "26 004412", true),
            ("report 26-004411", "26-004411", true),
            ("26-004411", "26-004412", false),
            ("", "", false),
            ("26", "26", false),
        ] {
            assert_eq!(same_report(one, other), same, "{one} {other}");
        }
    }

    #[test]
    fn a_report_number_is_searched_in_the_ways_it_may_be_written() {
        assert_eq!(
            report_spellings("26 004411")[..3],
            ["26 004411", "26004411", "26-004411"]
        );
        assert_eq!(report_spellings("kc26-004411"), ["KC26-004411", "KC26004411"]);
        assert_eq!(report_spellings("none"), Vec::<String>::new());
    }

    #[test]
    fn an_officer_is_known_by_name_or_number() {
        let common_words = |one: &str, other: &str| common(&officer_words(one), &officer_words(other));
        assert_eq!(common_words("officer o’neill, badge 4711", "4711"), ["4711"]);
        assert_eq!(common_words("sergeant neill", "neill, j."), ["neill"]);
        assert_eq!(common_words("officer", "officer smith"), Vec::<String>::new());
    }

    #[test]
    fn the_strongest_reason_orders_whatever_the_others_are() {
        let weights = [
            Closeness::SharedRecording,
            Closeness::Report { number: String::new() },
            Closeness::Officer { words: Vec::new() },
            Closeness::Place { words: Vec::new() },
            Closeness::Division,
            Closeness::SameTime,
            Closeness::Camera,
            Closeness::After { minutes: 1 },
        ];
        for place in 0..weights.len() {
            assert!(weights[place].weight() > Closeness::sum(&weights[place + 1..]));
        }
    }
}
