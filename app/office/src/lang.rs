//! The languages of the portal.

use serde::{Deserialize, Serialize};

/// A language of the portal. English lives at the path, Spanish under `/es`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Lang {
    /// Both.
    pub const ALL: [Self; 2] = [Self::En, Self::Es];

    /// BCP 47 tag, as in `<html lang>` and in the form field `language`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Es => "es",
        }
    }

    /// The language of this tag.
    pub fn parse(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.key() == key)
    }

    /// A path of the portal in this language: `/request` becomes `/es/request`.
    pub fn path(self, path: &str) -> String {
        match (self, path) {
            (Self::En, _) => path.to_owned(),
            (Self::Es, "/") => "/es".to_owned(),
            (Self::Es, _) => format!("/es{path}"),
        }
    }

    /// Takes the language off a path: `/es/request` is (`Es`, `/request`).
    pub fn split(path: &str) -> (Self, &str) {
        match path.strip_prefix("/es") {
            Some("") => (Self::Es, "/"),
            Some(rest) if rest.starts_with('/') => (Self::Es, rest),
            _ => (Self::En, path),
        }
    }
}
