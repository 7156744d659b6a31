//! The templates of letters, and acts that are only looked at.

use std::sync::Arc;

use async_trait::async_trait;
use office::{
    Lang, OfficeResult, Refusal,
    desk::TemplateDesk,
    forms::TemplateEdit,
    letter::{LetterEdits, LetterKind, Paragraphs},
    permission::Administrator,
    views::{AuditAct, AuditSubject, LetterPreview, LetterText, Staff, TemplateLine, TemplateView},
};
use texts::built_in_letter;

use super::RecordsOffice;
use crate::{
    letters::{Correspondence, example},
    store::{
        audit_log,
        templates::{self, NewTemplate},
    },
};

/// What the audit log calls them.
const TEMPLATES: &str = "letter_templates";

#[async_trait]
impl TemplateDesk for RecordsOffice {
    async fn templates(&self, _by: &Staff) -> OfficeResult<Vec<TemplateLine>> {
        let changed = templates::changed(&self.store).await?;
        let line = |kind: LetterKind| {
            let found = changed.iter().find(|(key, ..)| key == kind.key());
            TemplateLine {
                kind,
                version: found.map_or(0, |(_, version, ..)| *version),
                changed: found.map(|(_, _, by, on)| (by.clone(), *on)),
            }
        };
        Ok(LetterKind::ALL.into_iter().map(line).collect())
    }

    async fn template(&self, _by: &Staff, kind: LetterKind) -> OfficeResult<TemplateView> {
        let versions = templates::versions(&self.store, kind).await?;
        let built_in = built_in_letter(kind);
        let newest = versions.first();
        Ok(TemplateView {
            kind,
            version: newest.map_or(0, |newest| newest.version),
            paragraphs: newest.map_or_else(|| built_in.clone(), |newest| newest.paragraphs.clone()),
            built_in,
            versions,
        })
    }

    fn letter_example(&self, kind: LetterKind, paragraphs: &Paragraphs, lang: Lang) -> LetterText {
        example(&self.sender, &self.profile.code, kind, paragraphs, lang)
    }

    async fn publish_template(&self, by: &Administrator, edit: TemplateEdit) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let version = edit.version + 1;
        let new = NewTemplate {
            kind: edit.kind,
            version,
            paragraphs: &edit.paragraphs,
            reason: &edit.reason,
            at: now.at,
            on: now.today,
            by: &by.id,
        };
        if !templates::add(&mut tx, new).await? {
            return Err(Refusal::Stale);
        }
        let act = AuditAct::TemplatePublished {
            kind: edit.kind.key().to_owned(),
            version,
            reason: edit.reason,
        };
        let entry = now.entry((AuditSubject::Portal, TEMPLATES), &act, Some(&by.id));
        audit_log::append(&mut tx, &entry).await?;
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// The same office for an act whose letter a custodian has worded.
    #[must_use]
    pub fn writing(&self, edits: Option<LetterEdits>) -> Self {
        self.with_correspondence(Correspondence::of(edits))
    }

    /// The same office for an act that is only looked at: the law is asked and everything is written, then all of it is undone.
    /// The letters that would have gone are in [`Self::rehearsed`].
    #[must_use]
    pub fn rehearsing(&self, edits: Option<LetterEdits>, lang: Lang) -> Self {
        self.with_correspondence(Correspondence::rehearsed(edits, lang))
    }

    fn with_correspondence(&self, correspondence: Correspondence) -> Self {
        Self {
            store: self.store.with_correspondence(Arc::new(correspondence)),
            ..self.clone()
        }
    }

    /// The letters of an act that was only looked at.
    pub fn rehearsed(&self) -> LetterPreview {
        self.store
            .correspondence()
            .map(Correspondence::preview)
            .unwrap_or_default()
    }
}
