//! A print run: all letters of a day as one document, each exactly as it is kept.

use law::Date;
use leptos::prelude::*;
use office::{Lang, Problem, Refusal, views::SentLetter};
use texts::{DeskWords, NoticeWords};

use super::signed_in;
use crate::{
    components::{Inset, Layout},
    front::{answer, office, query, visitor},
};

/// The letters of a day.
#[component]
pub fn Letters() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let asked = query("on");
    answer(
        async move {
            let on: Date = asked.parse().map_err(|_| Refusal::field("on", Problem::NotADate))?;
            Ok((on, office.letters_of(&staff?, on).await?))
        },
        move |(on, letters)| page(lang, on, letters),
    )
}

fn page(lang: Lang, on: Date, letters: Vec<SentLetter>) -> impl IntoView {
    let title = lang.print_run_title(on);
    let none = letters
        .is_empty()
        .then(|| view! { <Inset><p>{lang.notices_none()}</p></Inset> });
    let letters: Vec<_> = letters
        .into_iter()
        .filter_map(|letter| letter.document)
        .map(document)
        .collect();
    view! {
        <Layout title=title.clone()>
            <p class="bwc-unprinted"><a href=lang.path("/staff/notices")>{lang.notices_title()}</a></p>
            <h1 class="bwc-unprinted">{title}</h1>
            {none}
            <div class="bwc-letters">{letters}</div>
        </Layout>
    }
}

/// A letter as it is kept. It was written by the portal itself, words by others escaped.
pub fn document(document: String) -> impl IntoView {
    view! { <div class="bwc-letters-one" inner_html=document></div> }
}
