//! A form as it was sent, and how its work is done once.

use std::{fmt::Write as _, sync::Arc};

use office::{Errors, Office, OfficeResult, Refusal, forms::SubmissionKey, letter::LetterEdits, views::LetterPreview};
use records::{RecordsOffice, Submission};

use super::{page::Page, state::AppState};

/// Name of the field that holds the key.
pub const KEY: &str = "key";

/// The form of these fields and files (field, name, SHA-256), sent to a path. One that came without a sound key, from a
/// program for instance, gets a key of its own, and is then not told apart from the same form sent again.
pub fn submission(
    state: &AppState,
    path: &str,
    pairs: &mut Vec<(String, String)>,
    files: &[(&str, &str, &str)],
) -> Option<Submission> {
    let sound = pairs.iter().find(|(name, _)| name == KEY);
    let mut key = sound.and_then(|(_, key)| SubmissionKey::parse(key));
    if key.is_none() {
        let fresh = state.office.submission_key();
        key = SubmissionKey::parse(&fresh);
        pairs.retain(|(name, _)| name != KEY);
        pairs.push((KEY.to_owned(), fresh));
    }
    let content = content(path, pairs, files);
    key.map(|key| Submission { key, content })
}

/// Each part with its length before it, so that no two contents are one text. Fields may come in any order.
fn content(path: &str, pairs: &[(String, String)], files: &[(&str, &str, &str)]) -> String {
    let mut fields: Vec<(&str, &str)> = pairs
        .iter()
        .filter(|(name, _)| name != KEY)
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    fields.sort_by_key(|(name, _)| *name);
    let texts = fields.into_iter().flat_map(|(name, value)| [name, value]);
    let files = files.iter().flat_map(|(field, name, sha256)| [*field, *name, *sha256]);
    let all = std::iter::once(path)
        .chain(texts)
        .chain(std::iter::once("files"))
        .chain(files);
    all.fold(String::new(), |mut text, part| {
        let _ = write!(text, "{}:{part}", part.len());
        text
    })
}

/// The work of one form, done once. The same form again, with the same content, is led to the same path and does nothing.
pub struct Once<'a> {
    state: &'a AppState,
    form: Option<&'a Submission>,
    records: Arc<RecordsOffice>,
    known: String,
    /// Whether it is an act of the office's, for which the clock must be right.
    by_the_clock: bool,
    /// What is wrong with what was written into the letter of the act.
    letter: Option<Errors>,
}

impl<'a> Once<'a> {
    /// Of the form that was sent to a page; `known` is the path to which the answer leads, as far as that is known before.
    pub fn of(state: &'a AppState, page: &'a Page, known: &str) -> Self {
        let form = page.submission();
        let records = match form {
            Some(form) => state.records.of_form(form, known),
            None => Arc::clone(&state.records),
        };
        let (edits, letter) = match edits_of(page) {
            Ok(edits) => (edits, None),
            Err(errors) => (None, Some(errors)),
        };
        Self {
            state,
            form,
            records: match edits {
                Some(edits) => Arc::new(records.writing(Some(edits))),
                None => records,
            },
            known: known.to_owned(),
            by_the_clock: page.visitor().staff.is_some(),
            letter,
        }
    }

    /// The same, done although the clock cannot be believed: what only stops something, or locks somebody out.
    #[must_use]
    pub fn by_any_clock(self, any: bool) -> Self {
        Self {
            by_the_clock: self.by_the_clock && !any,
            ..self
        }
    }

    /// The office that does the work: what it keeps first holds the claim of the form too.
    pub fn office(&self) -> Arc<dyn Office> {
        Arc::<RecordsOffice>::clone(&self.records)
    }

    /// Does the work, which gives the path to which the answer leads, unless it was done before.
    ///
    /// # Errors
    /// What the work refuses; [`Refusal::SentBefore`], where a form of the same key with other content has done its work.
    pub async fn does(self, work: impl Future<Output = OfficeResult<String>> + Send) -> OfficeResult<String> {
        if let Some(errors) = self.letter {
            return Err(errors.into());
        }
        let Some(form) = self.form else {
            if self.by_the_clock {
                self.state.records.clock_is_right().await?;
            }
            return work.await;
        };
        let records = &self.state.records;
        if self.by_the_clock {
            records.clock_is_right().await?;
        }
        if let Some(answer) = records.answered(form).await? {
            return Ok(answer);
        }
        match work.await {
            Ok(answer) => {
                // The work is done, or was done already; should what follows fail, whoever sends again is led to the path
                // that was known, or does again what changes nothing.
                let _ = self.records.keep_claim().await;
                if answer != self.known {
                    let _ = records.keep_answer(form, &answer).await;
                }
                Ok(answer)
            }
            // At this moment the same key does its work elsewhere: with the same content, or with other.
            Err(Refusal::SentBefore) => records.answered(form).await?.ok_or(Refusal::SentBefore),
            Err(refusal) => Err(refusal),
        }
    }
}

/// What a member of staff made of the letter of an act; nobody else words one.
fn edits_of(page: &Page) -> Result<Option<LetterEdits>, Errors> {
    match page.visitor().staff {
        Some(_) => page.letter().check(),
        None => Ok(None),
    }
}

/// The work of a form that is only looked at: the law is asked, all is undone, and what is left are the letters that would go.
pub struct Rehearsal(Arc<RecordsOffice>, Option<Errors>);

impl Rehearsal {
    /// Of the form that was sent to a page, where its button asks for that.
    pub fn of(state: &AppState, page: &Page) -> Option<Self> {
        let staff = page.visitor().staff.is_some();
        if !staff || !page.letter().previews() {
            return None;
        }
        let (edits, errors) = match edits_of(page) {
            Ok(edits) => (edits, None),
            Err(errors) => (None, Some(errors)),
        };
        let office = state.records.rehearsing(edits, page.lang());
        Some(Self(Arc::new(office), errors))
    }

    /// The office that does the work and undoes it.
    pub fn office(&self) -> Arc<dyn Office> {
        Arc::<RecordsOffice>::clone(&self.0)
    }

    /// Does and undoes the work; what would go.
    ///
    /// # Errors
    /// What the work refuses, as it would.
    pub async fn letters(self, work: impl Future<Output = OfficeResult<()>> + Send) -> OfficeResult<LetterPreview> {
        if let Some(errors) = self.1 {
            return Err(errors.into());
        }
        work.await?;
        Ok(self.0.rehearsed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn two_forms_are_the_same_only_where_everything_but_the_key_is() {
        let first = content(
            "/request",
            &pairs(&[("key", "a"), ("place", "Oak"), ("people", "")]),
            &[],
        );
        let same = content(
            "/request",
            &pairs(&[("people", ""), ("place", "Oak"), ("key", "b")]),
            &[],
        );
        assert_eq!(first, same);
        let others = [
            content("/request", &pairs(&[("place", "Oak "), ("people", "")]), &[]),
            content("/request", &pairs(&[("place", ""), ("people", "Oak")]), &[]),
            content("/request", &pairs(&[("place", "Oak6:people0:")]), &[]),
            content("/elsewhere", &pairs(&[("place", "Oak"), ("people", "")]), &[]),
            content(
                "/request",
                &pairs(&[("place", "Oak"), ("people", "")]),
                &[("papers", "a.pdf", "00")],
            ),
        ];
        for other in others {
            assert_ne!(first, other);
        }
    }
}
