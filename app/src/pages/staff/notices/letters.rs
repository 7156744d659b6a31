//! A print run: all letters of a day as one document, each exactly as it is kept.

use law::Date;
use leptos::prelude::*;
use office::{
    Lang, Problem, Refusal,
    views::{PrintRun, SentLetter},
};
use texts::{DeskWords, NoticeLetterWords};

use super::signed_in;
use crate::{
    components::{Inset, Layout},
    context::{load, office, query, visitor},
};

/// The letters of a day.
#[component]
pub fn Letters() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (asked, today) = (query("on"), office.today());
    let run = if query("by") == "hand" {
        PrintRun::Hand
    } else {
        PrintRun::Post
    };
    load(
        async move {
            // Without a day, today's.
            let on: Date = match asked.as_str() {
                "" => today,
                asked => asked.parse().map_err(|_| Refusal::field("on", Problem::NotADate))?,
            };
            Ok((on, office.letters_of(&staff?.custodian()?, on, run).await?))
        },
        move |(on, letters)| page(lang, on, run, letters),
    )
}

fn page(lang: Lang, on: Date, run: PrintRun, letters: Vec<SentLetter>) -> impl IntoView {
    let title = lang.print_run_title(on);
    let (other, words) = match run {
        PrintRun::Post => (format!("/staff/letters?on={on}&by=hand"), lang.print_run_by_hand()),
        PrintRun::Hand => (format!("/staff/letters?on={on}"), lang.print_run_by_post()),
    };
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
            <p class="bwc-unprinted"><a href=lang.path(&other)>{words}</a></p>
            {none}
            <div class="bwc-letters">{letters}</div>
        </Layout>
    }
}

/// A letter as it is kept. It was written by the portal itself, words by others escaped.
pub fn document(document: String) -> impl IntoView {
    view! { <div class="bwc-letters-one" inner_html=document></div> }
}
