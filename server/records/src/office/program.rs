//! The program's facts, and their editing.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use office::{
    OfficeResult, Problem, Refusal, desk::ProgramDesk, forms::ProgramEdit, permission::Administrator,
    views::ProgramText,
};
use program::{Program, TextError, TextKey};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    store::{program as texts, program::NewVersion, rows},
};

/// The newest version of each text that was edited.
type Versions = Vec<(String, i64)>;

/// The program as last read, with the versions that it was read from.
#[derive(Default)]
pub struct ProgramCache {
    last: Mutex<Option<(Versions, Arc<Program>)>>,
}

impl ProgramCache {
    fn of(&self, versions: &[(String, i64)]) -> Option<Arc<Program>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let (known, program) = last.as_ref()?;
        (known == versions).then(|| Arc::clone(program))
    }

    fn keep(&self, versions: Versions, program: &Arc<Program>) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        *last = Some((versions, Arc::clone(program)));
    }
}

#[async_trait]
impl ProgramDesk for RecordsOffice {
    async fn program(&self) -> OfficeResult<Arc<Program>> {
        let versions = texts::newest(&self.store).await?;
        if let Some(program) = self.published.of(&versions) {
            return Ok(program);
        }
        let edited = self.edited(&versions).await?;
        let program = Arc::new(read(&edited));
        self.published.keep(versions, &program);
        Ok(program)
    }

    async fn program_text(&self, _by: &Administrator, key: TextKey) -> OfficeResult<ProgramText> {
        let versions = texts::versions(&self.store, key.key()).await?;
        let built_in = Program::built_in().text(key);
        Ok(ProgramText {
            key,
            version: versions.first().map_or(0, |newest| newest.version),
            text: versions
                .first()
                .map_or_else(|| built_in.clone(), |newest| newest.text.clone()),
            built_in,
            versions,
        })
    }

    async fn preview(&self, _by: &Administrator, key: TextKey, text: &str) -> OfficeResult<Arc<Program>> {
        Ok(Arc::new(self.with(key, text).await?))
    }

    async fn publish(&self, by: &Administrator, edit: ProgramEdit) -> OfficeResult<()> {
        self.with(edit.key, &edit.text).await?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let new = NewVersion {
            key: edit.key.key(),
            version: edit.version + 1,
            content: &edit.text,
            reason: &edit.reason,
            at: now.at,
            on: now.today,
            by: &by.id,
        };
        if !texts::add(&mut tx, new).await? {
            return Err(Refusal::Stale);
        }
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    async fn edited(&self, versions: &[(String, i64)]) -> Stored<Vec<(TextKey, String)>> {
        let mut edited = Vec::with_capacity(versions.len());
        for (key, version) in versions {
            let known = TextKey::parse(key).ok_or_else(|| rows::corrupt("program_text", key, "an unknown key"))?;
            let content = texts::content(&self.store, key, *version).await?;
            edited.extend(content.map(|content| (known, content)));
        }
        Ok(edited)
    }

    /// The program with one more edit.
    async fn with(&self, key: TextKey, text: &str) -> OfficeResult<Program> {
        let versions = texts::newest(&self.store).await?;
        let edited = self.edited(&versions).await?;
        let all = edited.iter().map(|(key, text)| (*key, text.as_str()));
        let all: Vec<(TextKey, &str)> = all.chain([(key, text)]).collect();
        Program::with(&all).map_err(refused)
    }
}

/// Every flaw, at the field of the text.
fn refused(flaws: Vec<TextError>) -> Refusal {
    let mut errors = office::Errors::default();
    for flaw in flaws {
        errors.add("text", Problem::Program(Box::new(flaw)));
    }
    errors.into()
}

/// What was published was checked then. Should a later program check more strictly, its own texts
/// take the place of what it refuses, and the log says so: the pages stay up.
fn read(edited: &[(TextKey, String)]) -> Program {
    let all: Vec<(TextKey, &str)> = edited.iter().map(|(key, text)| (*key, text.as_str())).collect();
    Program::with(&all).unwrap_or_else(|flaws| {
        let flaws: Vec<String> = flaws.iter().map(TextError::to_string).collect();
        tracing::error!(
            ?flaws,
            "The published texts of the program cannot be read; those of the program are shown"
        );
        Program::built_in()
    })
}
