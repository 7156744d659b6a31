//! What a profile says of the office's own people: who needs a second factor, and how long it holds.

use serde::Deserialize;

use super::lines::Wrong;

/// How staff sign in. Every field may be left out of the profile file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StaffRules {
    /// Keys of the roles that sign in with a second factor. Whoever has another role may have one too. Empty by default: an
    /// office names its roles here once everybody has a telephone or a key to make codes with.
    pub second_factor: Vec<String>,
    /// After so many minutes the second factor is asked for again before a release, a publication, an approval, a
    /// verification, or an act on accounts (OWASP ASVS 5.0, 7.5.3).
    pub ask_again_minutes: u32,
    /// For so many hours a one-time link works.
    pub link_hours: u32,
}

impl Default for StaffRules {
    fn default() -> Self {
        Self {
            second_factor: Vec::new(),
            ask_again_minutes: 15,
            link_hours: 72,
        }
    }
}

impl StaffRules {
    /// Refuses what cannot be meant.
    pub(super) fn checked(self) -> Result<Self, Wrong> {
        for (name, value, most) in [
            ("ask_again_minutes", self.ask_again_minutes, 12 * 60),
            ("link_hours", self.link_hours, 24 * 30),
        ] {
            if !(1..=most).contains(&value) {
                let said = format!("staff.{name}: {value} is not 1 to {most}");
                return Err(Wrong::new(&["staff", name], said));
            }
        }
        Ok(self)
    }
}
