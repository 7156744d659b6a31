//! Files that people send: the field in which they are chosen, and the list of those that came.

use leptos::prelude::*;
use office::{Lang, views::Paper};
use texts::{LibraryWords, PaperWords};

use super::{Draft, Field, FieldState};
use crate::context::{lang, office};

/// The help of a field of files: what may come, who opens it, and in a form that came back, that a browser keeps no file.
pub fn papers_hint(lang: Lang, more: &str, again: bool) -> String {
    let mut hint = lang.papers_limits(&office().profile().papers);
    if !more.is_empty() {
        hint = format!("{hint} {more}");
    }
    if again {
        hint = format!("{hint} {}", lang.papers_again());
    }
    hint
}

/// A field of files that may stay empty.
#[component]
pub fn PapersField(
    /// The form.
    draft: Draft,
    /// Whether something must be chosen.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let lang = lang();
    let of = draft.field("papers");
    let hint = papers_hint(lang, of.hint.as_deref().unwrap_or_default(), draft.failed());
    let of = FieldState {
        optional: !required,
        ..of.hint(hint)
    };
    view! { <Field of kind="file" multiple=true/> }
}

/// For whom papers are listed: where each is handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperReader {
    /// Staff who work requests.
    Staff,
    /// Whoever opened the request of this number with its code.
    Requester(String),
}

impl PaperReader {
    fn href(&self, lang: Lang, paper: &Paper) -> String {
        match self {
            Self::Staff => lang.path(&format!("/staff/files/{}", paper.sha256)),
            Self::Requester(number) => lang.path(&format!("/requests/{number}/private/papers/{}", paper.id)),
        }
    }
}

/// Papers with their sizes, each handed over to be kept and never shown in its place; nothing where there are none.
#[component]
pub fn PaperList(
    /// The papers.
    papers: Vec<Paper>,
    /// Who reads the list.
    reader: PaperReader,
) -> impl IntoView {
    let lang = lang();
    let items: Vec<_> = papers
        .iter()
        .map(|paper| {
            let proof = paper
                .proof
                .map(|proof| format!("; {}", lang.relation_proof_named(proof)));
            let about = format!(" ({}{})", lang.bytes(paper.bytes), proof.unwrap_or_default());
            view! { <li><a href=reader.href(lang, paper) download>{paper.name.clone()}</a>{about}</li> }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="bwc-long" aria-label=lang.papers_of_message()>{items}</ul> })
}
