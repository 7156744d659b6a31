//! Which sections and texts there are.

/// The sections, in the order of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKey {
    /// Phases, divisions, counts, equipment.
    WhoHasCameras,
    /// The policy, its versions, when cameras record, privacy.
    Policy,
    /// Cost and gifts.
    Funding,
    /// Reforms announced with the program.
    Commitments,
    /// Where to complain.
    Complaints,
    /// How long video is kept, and what a hold does.
    Retention,
    /// How video becomes public.
    Access,
}

/// A text that can be edited: the sources, or a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TextKey {
    /// The list of sources.
    Sources,
    /// A section.
    Section(SectionKey),
}

law::keyed!(SectionKey {
    WhoHasCameras => "who_has_cameras",
    Policy => "policy",
    Funding => "funding",
    Commitments => "commitments",
    Complaints => "complaints",
    Retention => "retention",
    Access => "access",
});

impl SectionKey {
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::WhoHasCameras => include_str!("../facts/who_has_cameras.toml"),
            Self::Policy => include_str!("../facts/policy.toml"),
            Self::Funding => include_str!("../facts/funding.toml"),
            Self::Commitments => include_str!("../facts/commitments.toml"),
            Self::Complaints => include_str!("../facts/complaints.toml"),
            Self::Retention => include_str!("../facts/retention.toml"),
            Self::Access => include_str!("../facts/access.toml"),
        }
    }
}

impl TextKey {
    /// Every text, the sources first.
    pub fn all() -> impl Iterator<Item = Self> {
        std::iter::once(Self::Sources).chain(SectionKey::ALL.map(Self::Section))
    }

    /// The key in links and tables: `sources`, or a section's.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Section(section) => section.key(),
        }
    }

    /// The one with this key, if any.
    pub fn parse(key: &str) -> Option<Self> {
        Self::all().find(|one| one.key() == key)
    }

    /// The text that comes with the program.
    pub const fn built_in(self) -> &'static str {
        match self {
            Self::Sources => include_str!("../facts/sources.toml"),
            Self::Section(section) => section.text(),
        }
    }
}
