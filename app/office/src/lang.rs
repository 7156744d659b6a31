//! The languages of the portal.

use law::{Bilingual, keyed};
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

// The keys are BCP 47 tags, as in `<html lang>` and in the form field `language`.
keyed!(Lang { En => "en", Es => "es" });

impl Lang {
    /// Of a text in both languages, the one that the reader of this language gets.
    pub fn pick<T>(self, text: Bilingual<T>) -> T {
        match self {
            Self::En => text.en,
            Self::Es => text.es,
        }
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
