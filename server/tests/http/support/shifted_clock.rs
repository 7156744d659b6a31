//! A portal whose machine's clock somebody sets.

use std::{path::PathBuf, process::Command};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::Portal;

/// What shifts the wall clock of a portal, and of the commands that run beside it.
pub struct ShiftedClock {
    folder: TempDir,
}

impl ShiftedClock {
    /// A clock that is right.
    pub fn made() -> Self {
        let folder = TempDir::new().expect("a folder");
        let made = Command::new("cc")
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(folder.path().join("clock.so"))
            .arg(concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/tests/http/support/shifted_clock.c"
            ))
            .arg("-ldl")
            .output()
            .expect("a C compiler");
        assert!(made.status.success(), "{made:?}");
        let clock = Self { folder };
        clock.is_ahead_by(SignedDuration::ZERO);
        clock
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Somebody sets it.
    pub fn is_ahead_by(&self, shift: SignedDuration) {
        std::fs::write(self.file("shift"), shift.as_secs().to_string()).expect("a shift");
    }

    /// A portal by this clock.
    pub fn portal(&self) -> Portal {
        let of = |name| self.file(name).to_string_lossy().into_owned();
        let (shim, shift) = (of("clock.so"), of("shift"));
        Portal::with(&[
            ("DAYLIGHT_RATE_LIMIT", "off"),
            ("LD_PRELOAD", &shim),
            ("CLOCK_SHIFT", &shift),
        ])
    }

    /// A time that is ahead of the true one by so much, as an operator types it.
    #[expect(clippy::disallowed_methods, reason = "the true time")]
    pub fn typed(ahead: SignedDuration) -> String {
        (Timestamp::now() + ahead).to_string()
    }
}
