//! Which files people may send with what they write, and how many: a choice of the office.

use serde::Deserialize;

use super::lines::Wrong;
use crate::keyed;

/// A kind of file that the portal knows by what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperKind {
    /// PDF (ISO 32000).
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// TIFF, as scanners and fax machines write it.
    Tiff,
    /// HEIC, as some telephones write pictures.
    Heic,
    /// `WebP`.
    Webp,
}

keyed!(PaperKind {
    Pdf => "pdf",
    Jpeg => "jpeg",
    Png => "png",
    Tiff => "tiff",
    Heic => "heic",
    Webp => "webp",
});

impl PaperKind {
    /// As people call it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Tiff => "TIFF",
            Self::Heic => "HEIC",
            Self::Webp => "WebP",
        }
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
            Self::Heic => "image/heic",
            Self::Webp => "image/webp",
        }
    }

    /// The kind of a media type, if it is that of one.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }

    /// How names of such files end, without the point; the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            Self::Png => &["png"],
            Self::Tiff => &["tif", "tiff"],
            Self::Heic => &["heic", "heif", "hif"],
            Self::Webp => &["webp"],
        }
    }
}

/// Limits of files that come with a form. Every field may be left out of the profile file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PaperRules {
    /// How many come with one form.
    pub number: u32,
    /// How large each may be, in MiB.
    pub each_mib: u32,
    /// How large those of one form may be together, in MiB.
    pub together_mib: u32,
    /// How many whoever filed may send with one request in all.
    pub of_one_request: u32,
    /// What may come, known by what is in a file and not by what it is called.
    pub kinds: Vec<PaperKind>,
}

impl Default for PaperRules {
    fn default() -> Self {
        Self {
            number: 10,
            each_mib: 20,
            together_mib: 60,
            of_one_request: 40,
            kinds: vec![PaperKind::Pdf, PaperKind::Jpeg, PaperKind::Png],
        }
    }
}

impl PaperRules {
    /// How large each may be, in bytes.
    pub fn each(&self) -> u64 {
        u64::from(self.each_mib) << 20
    }

    /// How large those of one form may be together, in bytes.
    pub fn together(&self) -> u64 {
        u64::from(self.together_mib) << 20
    }

    /// Refuses what cannot be meant.
    pub(super) fn checked(self) -> Result<Self, Wrong> {
        for (name, value, most) in [
            ("number", self.number, 20),
            ("each_mib", self.each_mib, 100),
            ("together_mib", self.together_mib, 500),
            ("of_one_request", self.of_one_request, 1_000),
        ] {
            if !(1..=most).contains(&value) {
                return Err(Wrong::new(
                    &["papers", name],
                    format!("papers.{name}: {value} is not 1 to {most}"),
                ));
            }
        }
        let larger = "papers.together_mib: one file of the largest size must fit";
        if self.together_mib < self.each_mib {
            return Err(Wrong::new(&["papers", "together_mib"], larger.to_owned()));
        }
        let known = PaperKind::ALL.map(PaperKind::key).join(", ");
        if self.kinds.is_empty() {
            let said = format!("papers.kinds: name at least one of {known}");
            return Err(Wrong::new(&["papers", "kinds"], said));
        }
        Ok(self)
    }
}
