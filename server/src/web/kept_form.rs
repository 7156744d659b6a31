//! What was in a form that got to no page: kept for the answer, so that whoever typed it finds their words again.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use app::context::KeptForm;
use axum::{
    extract::{FromRequest as _, Multipart, Request},
    http::{Method, request::Parts},
};

use super::{
    body::DRAINED,
    form_post::{self, Read},
    lang,
    multipart_form::is_multipart,
    submission::KEY,
};

/// Largest form whose words are shown again where no handler reads it, in bytes.
const MOST: usize = 1024 * 1024;
/// How long it may take to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// Never shown again: what opens something.
const SECRETS: [&str; 5] = ["password", "again", "current", "token", "code"];
/// What a form carries unseen.
const UNSEEN: [&str; 12] = [
    "asks",
    "another",
    KEY,
    "version",
    "act",
    "next",
    "website",
    "copy",
    "sha256",
    "release",
    "objection",
    "action",
];

/// Where the form of a request is kept until its answer is made.
#[derive(Clone, Debug, Default)]
pub struct FormSlot(Arc<Mutex<Option<KeptForm>>>);

impl FormSlot {
    /// Keeps a form.
    pub fn keep(&self, form: KeptForm) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(form);
    }

    /// Whether one was kept.
    pub fn holds(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// The form that was kept.
    pub fn take(&self) -> Option<KeptForm> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Keeps a form of these fields for the answer, unless it is very large. `files` is the field of its files, if it may bring
/// some; `whole` unless more of it did not arrive.
pub fn keep(parts: &Parts, pairs: &[(String, String)], files: Option<&str>, whole: bool) {
    let size: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
    let Some(slot) = parts.extensions.get::<FormSlot>() else {
        return;
    };
    if pairs.iter().all(|(name, _)| name == KEY) || size > MOST {
        return;
    }
    let secret = |name: &str| SECRETS.contains(&name);
    let shown = pairs
        .iter()
        .filter(|(name, value)| !secret(name) && !UNSEEN.contains(&name.as_str()) && !value.trim().is_empty())
        .map(|(_, value)| value.clone());
    let path = parts.uri.path_and_query().map_or(parts.uri.path(), |all| all.as_str());
    slot.keep(KeptForm {
        action: lang::asked(&parts.extensions).path(path),
        shown: shown.collect(),
        sends: whole && !pairs.iter().any(|(name, value)| secret(name) && !value.is_empty()),
        fields: pairs.iter().filter(|(name, _)| !secret(name)).cloned().collect(),
        files: files.map(str::to_owned),
    });
}

/// Reads a form for its words alone, where its request is refused before anybody reads it. No file is kept.
pub async fn keep_words(request: Request) {
    if *request.method() != Method::POST || request.extensions().get::<FormSlot>().is_none() {
        return;
    }
    let (parts, body) = request.into_parts();
    let read = async {
        if is_multipart(&parts.headers) {
            let again = Request::from_parts(parts.clone(), body);
            words(again).await
        } else {
            let Read { pairs, error } = form_post::read(&parts.headers, body, MOST).await;
            (pairs, None, error.is_none())
        }
    };
    if let Ok((pairs, files, whole)) = tokio::time::timeout(PATIENCE, read).await {
        keep(&parts, &pairs, files.as_deref(), whole);
    }
}

/// The texts of a form with files, as far as they come before too much of its files; the field of the files; whether all
/// came.
async fn words(request: Request) -> (Vec<(String, String)>, Option<String>, bool) {
    let (mut pairs, mut files, mut text, mut seen) = (Vec::new(), None, 0, 0);
    let Ok(mut multipart) = Multipart::from_request(request, &()).await else {
        return (pairs, files, false);
    };
    loop {
        let mut field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return (pairs, files, true),
            Err(_) => return (pairs, files, false),
        };
        let (name, is_file) = (field.name().unwrap_or_default().to_owned(), field.file_name().is_some());
        let mut value = Vec::new();
        if is_file {
            files = Some(name.clone());
        }
        loop {
            match field.chunk().await {
                Ok(Some(piece)) if is_file => seen += piece.len(),
                Ok(Some(piece)) => {
                    text += piece.len();
                    value.extend_from_slice(&piece);
                }
                Ok(None) => break,
                Err(_) => return (pairs, files, false),
            }
            if text > MOST || seen > DRAINED {
                return (pairs, files, false);
            }
        }
        if !is_file {
            pairs.push((name, String::from_utf8_lossy(&value).into_owned()));
        }
    }
}
