//! Denials: the provisions that one may rest on, and what is given and withheld where only a part is denied (RSMo 610.023.4,
//! 610.024.1).

use serde::{Deserialize, Serialize};

use crate::{Bilingual, bar::Section};

/// A provision that a denial may rest on, as the profile lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DenialProvision {
    /// Its citation.
    pub section: Section,
    /// What it keeps closed, in plain words.
    pub about: Bilingual<String>,
    /// The statute's own words, always in English; empty if the profile does not quote it.
    pub words: String,
}

/// What is withheld where only a part is denied: coarse, for the docket is public and for ever. What it is in this case stands
/// in the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithheldPart {
    /// Recordings as a whole.
    WholeRecordings,
    /// Minutes of a recording.
    Minutes,
    /// Faces or bodies of people.
    Faces,
    /// Voices, or all sound.
    Sound,
    /// What shows children.
    Children,
    /// What was recorded inside a home or another place that is not public.
    NonpublicPlace,
    /// What shows injuries, treatment or health.
    Health,
    /// What shows somebody who died.
    Deceased,
    /// Names, addresses, number plates, screens.
    Identifiers,
    /// Records that are no recording.
    OtherRecords,
}

crate::keys::keyed!(WithheldPart {
    WholeRecordings => "whole_recordings",
    Minutes => "minutes",
    Faces => "faces",
    Sound => "sound",
    Children => "children",
    NonpublicPlace => "nonpublic_place",
    Health => "health",
    Deceased => "deceased",
    Identifiers => "identifiers",
    OtherRecords => "other_records",
});

/// What is given where only a part is denied. Recordings follow through the gate, as every release does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenPart {
    /// Some of the recordings, whole.
    SomeRecordings,
    /// The recordings with parts covered, muted or cut.
    RedactedRecordings,
    /// Some of the recordings, with parts covered, muted or cut.
    SomeRedacted,
}

crate::keys::keyed!(GivenPart {
    SomeRecordings => "some_recordings",
    RedactedRecordings => "redacted_recordings",
    SomeRedacted => "some_redacted",
});

/// One thing that is withheld, with the provision that closes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Withheld {
    /// What.
    pub what: WithheldPart,
    /// Under which provision.
    pub provision: Section,
}

/// A citation without what only introduces it: `§ 610.021(14)` and `RSMo 610.021(14)` are one.
fn bare(cited: &str) -> String {
    let plain: String = cited.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = plain.trim_start_matches("Section").trim_start_matches('§');
    let plain = plain.trim_start_matches("RSMo").trim_start_matches('§');
    plain.to_lowercase()
}

/// The provision of a list under which a citation falls: it itself, or a part of it.
pub fn listed<'l>(list: &'l [DenialProvision], cited: &Section) -> Option<&'l DenialProvision> {
    let cited = bare(&cited.0);
    let under = |known: &&DenialProvision| {
        let rest = cited.strip_prefix(&bare(&known.section.0));
        rest.is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    };
    list.iter()
        .filter(under)
        .max_by_key(|known| bare(&known.section.0).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_is_found_in_any_spelling_and_as_a_part_of_a_listed_one() {
        let of = |cited: &'static str| DenialProvision {
            section: Section::of(cited),
            about: Bilingual::default(),
            words: String::new(),
        };
        let list = [of("RSMo 610.021(14)"), of("RSMo 610.205"), of("RSMo 610.205.1")];
        let found = |cited: &'static str| listed(&list, &Section::of(cited)).map(|known| known.section.0.as_ref());
        for cited in [
            "610.021(14)",
            "§ 610.021(14)",
            "Section 610.021 (14)",
            "RSMo 610.021(14)",
        ] {
            assert_eq!(found(cited), Some("RSMo 610.021(14)"), "{cited}");
        }
        assert_eq!(found("RSMo 610.205.1(2)"), Some("RSMo 610.205.1"));
        assert_eq!(found("RSMo 610.205.2"), Some("RSMo 610.205"));
        for cited in ["610.021(1)", "RSMo 610.2051", "RSMo 610.021"] {
            assert_eq!(found(cited), None, "{cited}");
        }
    }
}
