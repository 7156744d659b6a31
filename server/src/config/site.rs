//! The built site: where it lies and what its files are called.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
};

use leptos::config::LeptosOptions;

/// Names of the built files.
#[derive(Clone, Debug)]
pub struct Site {
    /// Folder of the files.
    pub root: PathBuf,
    /// URL path of the style sheet.
    pub style: String,
    /// Whether the names carry a hash of their content, so that they may be kept for ever.
    pub hashed: bool,
    /// How leptos finds script and wasm.
    pub options: LeptosOptions,
}

/// `site/` beside the program, else `target/site`.
pub fn default_root() -> PathBuf {
    beside_program("site")
        .filter(|site| site.is_dir())
        .unwrap_or_else(|| "target/site".into())
}

fn beside_program(name: &str) -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.join(name))
}

/// The site that was built is not there, or not whole.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "LEPTOS_SITE_ROOT is {root:?}, expected the built site, but there is no {missing}; `make serve` builds it, and it lies \
     beside the program with the hash.txt of the same build"
)]
pub struct NoSite {
    root: String,
    missing: String,
}

impl Site {
    /// Looks at what was built. leptos reads `hash.txt` beside the program and panics without it, so
    /// hashed names are asked for only where that file is.
    ///
    /// # Errors
    /// When the files that every page needs are not there.
    pub fn at(root: &Path, listening: SocketAddr) -> Result<Self, NoSite> {
        let listed = beside_program("hash.txt").and_then(|file| std::fs::read_to_string(file).ok());
        let name = |kind: &str| {
            let hash = listed.as_deref().and_then(|text| hash_of(text, kind));
            let hash = hash.map(|hash| format!(".{hash}")).unwrap_or_default();
            format!("/pkg/daylight{hash}.{kind}")
        };
        for file in ["css", "js", "wasm"].map(name) {
            let whole = root.join(file.trim_start_matches('/'));
            if !whole.metadata().is_ok_and(|data| data.is_file() && data.len() > 0) {
                return Err(NoSite {
                    root: root.display().to_string(),
                    missing: file.trim_start_matches('/').to_owned(),
                });
            }
        }
        let hashed = listed.is_some();
        let options = LeptosOptions::builder()
            .output_name("daylight")
            .site_root(root.to_string_lossy().into_owned())
            .site_pkg_dir("pkg")
            .site_addr(listening)
            .hash_files(hashed)
            .build();
        Ok(Self {
            root: root.to_path_buf(),
            style: name("css"),
            hashed,
            options,
        })
    }
}

/// The hash of a kind of file in cargo-leptos's `hash.txt`: lines like `css: HASH`.
fn hash_of<'a>(hashes: &'a str, kind: &str) -> Option<&'a str> {
    let pairs = hashes.lines().filter_map(|line| line.split_once(':'));
    pairs
        .map(|(key, hash)| (key.trim(), hash.trim()))
        .find(|(key, _)| *key == kind)
        .map(|(_, hash)| hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_the_style_sheet_is_found_among_the_others() {
        assert_eq!(hash_of("js: a1\nwasm: b2\ncss: c3\n", "css"), Some("c3"));
        assert_eq!(hash_of("js: a1", "css"), None);
    }
}
