//! The office's secret and everything random: codes, keys, tokens, salts.

use std::{fmt::Write as _, io::Write as _, os::unix::fs::PermissionsExt as _, path::Path};

use chacha20poly1305::{
    XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use hmac::{Hmac, KeyInit as _, Mac as _};
use office::{AccessCode, TrackingNumber, forms::SubmissionKey};
use sha2::{Digest as _, Sha256};

use crate::{
    disk::{private, settle, with_ending},
    fault::{Fault, Stored},
};

type HmacSha256 = Hmac<Sha256>;

/// Length of a nonce, in bytes.
const NONCE: usize = 24;

/// The secret of this office, from a file beside the database. Sub-keys for each use are derived
/// from it by label, so that no two uses can be played against each other.
#[derive(Clone)]
pub struct Secret([u8; 32]);

/// The secret file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    /// It cannot be read or made.
    #[error("the secret file {path} cannot be used: {why}")]
    File {
        /// Which file.
        path: String,
        /// What the system says.
        why: std::io::Error,
    },
    /// It is not there.
    #[error(
        "there is no secret file at {path}; set DAYLIGHT_SECRET_FILE, or put back the one that belongs to the database (only \
         serve, demo and migrate make a new one)"
    )]
    Missing {
        /// Which file.
        path: String,
    },
    /// It is there but holds something else.
    #[error("the secret file {path} must hold 64 hexadecimal characters")]
    Shape {
        /// Which file.
        path: String,
    },
}

impl Secret {
    /// Reads the file, or makes it with 32 random bytes, readable by its owner alone; whether it was made. Of two programs that
    /// start at once, both take the one that was made first.
    ///
    /// # Errors
    /// When it cannot be read or made, or holds something else.
    pub fn open(path: &Path) -> Result<(Self, bool), SecretError> {
        match Self::read(path) {
            Err(SecretError::Missing { .. }) => {
                let told = |why| SecretError::File {
                    path: display_path(path),
                    why,
                };
                if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
                    std::fs::create_dir_all(folder).map_err(told)?;
                }
                let secret = Self(random());
                match secret.write(path) {
                    Ok(()) => Ok((secret, true)),
                    Err(why) if why.kind() == std::io::ErrorKind::AlreadyExists => Ok((Self::read(path)?, false)),
                    Err(why) => Err(told(why)),
                }
            }
            known => Ok((known?, false)),
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it is not there, cannot be read, or holds something else.
    pub fn read(path: &Path) -> Result<Self, SecretError> {
        match std::fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).ok_or_else(|| SecretError::Shape {
                path: display_path(path),
            }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(SecretError::Missing {
                path: display_path(path),
            }),
            Err(why) => Err(SecretError::File {
                path: display_path(path),
                why,
            }),
        }
    }

    /// Whether others than its owner may read the file.
    pub fn is_exposed(path: &Path) -> bool {
        path.metadata().is_ok_and(|data| data.permissions().mode() & 0o077 != 0)
    }

    /// A secret that is kept nowhere, for tests.
    pub fn forgotten() -> Self {
        Self(random())
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = hex::decode(text.trim()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// Writes a new file. It appears whole or not at all: one that holds half a secret would be refused at every start.
    fn write(&self, path: &Path) -> std::io::Result<()> {
        let part = with_ending(path, &format!(".{}.part", key()));
        let written = private(&part)
            .and_then(|mut file| writeln!(file, "{}", hex::encode(self.0)).and_then(|()| file.sync_all()))
            .and_then(|()| settle(&part, path));
        if written.is_err() {
            // The error that came first is the one to tell.
            let _ = std::fs::remove_file(&part);
        }
        written
    }

    fn derive(&self, label: &str, data: &[&[u8]]) -> [u8; 32] {
        let key = hmac(&self.0, &[label.as_bytes()]);
        hmac(&key, data)
    }

    /// What is kept instead of `data` for this use: 64 hexadecimal characters.
    pub fn hash(&self, label: &str, data: &str) -> String {
        hex::encode(self.derive(label, &[data.as_bytes()]))
    }

    /// The access code of the request filed under this key: the same for the same key, and known
    /// to nobody who does not know both key and secret.
    pub fn access_code(&self, key: &SubmissionKey) -> AccessCode {
        self.made_code("access", key.as_str())
    }

    /// What is kept of number and code together. One look-up by it answers alike whichever of the
    /// two is wrong.
    pub fn code_hash(&self, number: &TrackingNumber, code: &AccessCode) -> String {
        hex::encode(self.derive("code", &[number.as_str().as_bytes(), b"\0", code.bare().as_bytes()]))
    }

    /// The code of a notice's letter: the same for the same letter, and known to nobody who does not
    /// know the secret.
    pub fn notice_code(&self, notice: &str, no: i64) -> AccessCode {
        self.made_code("notice", &format!("{notice} {no}"))
    }

    /// The code of an objection on paper, by its id: whoever keys it keeps no form's key for the letter that tells it.
    pub fn paper_code(&self, objection: &str) -> AccessCode {
        self.made_code("objection on paper", objection)
    }

    /// The code of the objection made under this key.
    pub fn objection_code(&self, key: &SubmissionKey) -> AccessCode {
        self.made_code("objection", key.as_str())
    }

    fn made_code(&self, label: &str, data: &str) -> AccessCode {
        let derived = self.derive(label, &[data.as_bytes()]);
        let mut low = [0; 26];
        low.copy_from_slice(&derived[..26]);
        AccessCode::make(&low)
    }

    /// Encrypts what must be read again, bound to what it is for and whose it is (XChaCha20-Poly1305, a nonce of its own each
    /// time): nonce and ciphertext in hexadecimal.
    ///
    /// # Panics
    /// Never for texts below 256 GiB, which is all that the cipher refuses.
    pub fn seal(&self, label: &'static str, whose: &str, plain: &[u8]) -> String {
        let nonce: [u8; NONCE] = random();
        let payload = Payload {
            msg: plain,
            aad: whose.as_bytes(),
        };
        #[expect(clippy::expect_used, reason = "fails only beyond 256 GiB")]
        let sealed = self
            .cipher(label)
            .encrypt(&XNonce::from(nonce), payload)
            .expect("a short text");
        hex::encode([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what [`Self::seal`] gave for the same label and whose it is.
    ///
    /// # Errors
    /// [`Fault::Sealed`] where it was changed or is another's.
    pub fn unseal(&self, label: &'static str, whose: &str, sealed: &str) -> Stored<Vec<u8>> {
        let wrong = || Fault::Sealed(label);
        let bytes = hex::decode(sealed).map_err(|_| wrong())?;
        let (nonce, msg) = bytes.split_first_chunk::<NONCE>().ok_or_else(wrong)?;
        let payload = Payload {
            msg,
            aad: whose.as_bytes(),
        };
        let opened = self.cipher(label).decrypt(&XNonce::from(*nonce), payload);
        opened.map_err(|_| wrong())
    }

    fn cipher(&self, label: &'static str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.derive("seal", &[label.as_bytes()]).into())
    }

    /// A token that can be made again for the same thing, for links in letters.
    pub fn token(&self, label: &str, id: &str) -> String {
        hex::encode(self.derive(label, &[id.as_bytes()]))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// The whole path, so that whoever looks in the wrong folder sees it.
fn display_path(path: &Path) -> String {
    std::path::absolute(path).map_or_else(|_| path.display().to_string(), |path| path.display().to_string())
}

fn hmac(key: &[u8; 32], data: &[&[u8]]) -> [u8; 32] {
    #[expect(clippy::expect_used, reason = "HMAC takes keys of every length")]
    let mut mac = HmacSha256::new_from_slice(key).expect("a key of 32 bytes");
    for part in data {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Random bytes.
pub fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    rand::fill(&mut bytes);
    bytes
}

/// A token of 256 random bits in hexadecimal: sessions, one-time links.
pub fn token() -> String {
    hex::encode(random::<32>())
}

/// A key or salt of 128 random bits in hexadecimal.
pub fn key() -> String {
    hex::encode(random::<16>())
}

/// What is kept of a token: its SHA-256, enough for 256 random bits.
pub fn token_hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// The docket's commitment to private words: SHA-256 of salt and words.
pub fn commitment(salt: &str, words: &str) -> String {
    hex::encode(
        Sha256::new()
            .chain_update(salt)
            .chain_update(b"\0")
            .chain_update(words)
            .finalize(),
    )
}

/// 20 random bits for a tracking number.
pub fn number_bits() -> u32 {
    u32::from_le_bytes(random()) & 0xF_FFFF
}

/// A number under which the log tells more: eight hexadecimal characters.
pub fn incident() -> String {
    random::<4>().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_file_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/secret.key");
        let (first, made) = Secret::open(&path).unwrap();
        assert!(made && !Secret::is_exposed(&path));
        let (again, made) = Secret::open(&path).unwrap();
        assert!(!made);
        assert_eq!(first.hash("a", "x"), again.hash("a", "x"));
        assert_ne!(first.hash("a", "x"), first.hash("b", "x"));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        assert!(Secret::is_exposed(&path));
    }

    #[test]
    fn a_secret_that_could_not_be_written_whole_leaves_nothing_that_a_later_start_refuses() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        // Its name is taken by the time it is written.
        std::fs::create_dir(&path).unwrap();
        assert!(Secret::forgotten().write(&path).is_err());
        let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
        std::fs::remove_dir(&path).unwrap();
        Secret::open(&path).unwrap();
    }

    #[test]
    fn what_is_encrypted_opens_only_for_whom_and_what_it_was() {
        let secret = Secret::forgotten();
        let sealed = secret.seal("second factor", "Ana", b"twenty bytes of key!");
        assert!(!sealed.contains(&hex::encode(b"twenty")));
        assert_eq!(
            secret.unseal("second factor", "Ana", &sealed).unwrap(),
            b"twenty bytes of key!"
        );
        let mut changed = sealed.clone();
        changed.replace_range(60..61, if &sealed[60..61] == "0" { "1" } else { "0" });
        for (label, whose, sealed) in [
            ("second factor", "Bela", &sealed),
            ("something else", "Ana", &sealed),
            ("second factor", "Ana", &changed),
        ] {
            assert!(secret.unseal(label, whose, sealed).is_err());
        }
        assert!(Secret::forgotten().unseal("second factor", "Ana", &sealed).is_err());
        assert_ne!(sealed, secret.seal("second factor", "Ana", b"twenty bytes of key!"));
    }

    #[test]
    fn a_secret_file_of_another_shape_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.key");
        std::fs::write(&path, "too short").unwrap();
        assert!(matches!(Secret::open(&path), Err(SecretError::Shape { .. })));
    }

    #[test]
    fn the_code_of_a_form_is_the_same_each_time_and_opens_only_its_own_number() {
        let secret = Secret::forgotten();
        let key = SubmissionKey::parse(&key()).unwrap();
        let code = secret.access_code(&key);
        assert_eq!(code.bare(), secret.access_code(&key).bare());
        let (one, other) = (TrackingNumber::make("KC", 2026, 1), TrackingNumber::make("KC", 2026, 2));
        assert_ne!(secret.code_hash(&one, &code), secret.code_hash(&other, &code));
    }
}
