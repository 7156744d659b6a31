//! Files that people sent, and the office with its letters.

use law::{keyed, profile::PaperKind};

/// A paper that somebody sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Our id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: String,
    /// What it is to prove of whoever sent it, where they said so.
    pub proof: Option<RelationProof>,
}

/// What somebody sends to show who they are to a person in the footage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationProof {
    /// Who they are: an identity card, a passport.
    Identity,
    /// That somebody lets them act: a letter of authorization, a power of attorney.
    Authority,
    /// That they are related: a certificate of birth or marriage.
    Kinship,
    /// That the person shown has died.
    Death,
    /// That a court made them guardian or representative.
    Guardianship,
    /// Something else.
    Other,
}

keyed!(RelationProof {
    Identity => "identity",
    Authority => "authority",
    Kinship => "kinship",
    Death => "death",
    Guardianship => "guardianship",
    Other => "other",
});

/// A paper to be handed over: where it is, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFile {
    /// The file.
    pub path: std::path::PathBuf,
    /// What it is.
    pub kind: PaperKind,
    /// What it is called; its ending is that of its kind.
    pub name: String,
}
