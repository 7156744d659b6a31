//! A print run: all letters of a day as one document, each exactly as it is kept.

use law::Date;
use leptos::prelude::*;
use office::{
    Lang, Problem, Refusal,
    views::{PrintRun, SentLetter},
};
use texts::{DeskWords, NoticeLetterWords, TemplateWords};

use super::signed_in;
use crate::{
    components::{Inset, Layout},
    context::{load, office, query, visitor},
};

/// The letters of a day.
#[component]
pub fn Letters() -> impl IntoView {
    print_run(page)
}

/// Their envelopes, one on a sheet.
#[component]
pub fn Envelopes() -> impl IntoView {
    print_run(envelopes)
}

/// The letters of the day and run that the address names.
fn print_run<V: IntoView + 'static>(
    show: impl FnOnce(Lang, Date, PrintRun, Vec<SentLetter>) -> V + Send + 'static,
) -> impl IntoView {
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
        move |(on, letters)| show(lang, on, run, letters),
    )
}

fn envelopes(lang: Lang, on: Date, run: PrintRun, letters: Vec<SentLetter>) -> impl IntoView {
    let title = lang.envelopes_title(on);
    let back = match run {
        PrintRun::Post => format!("/staff/letters?on={on}"),
        PrintRun::Hand => format!("/staff/letters?on={on}&by=hand"),
    };
    let sheets: Vec<_> = letters
        .iter()
        .filter_map(|letter| letter.document.as_deref().and_then(envelope_of))
        .map(|sheet| document(sheet.to_owned()))
        .collect();
    let none = sheets
        .is_empty()
        .then(|| view! { <Inset><p>{lang.notices_none()}</p></Inset> });
    view! {
        <Layout title=title.clone()>
            <p class="bwc-unprinted"><a href=lang.path(&back)>{lang.envelopes_letters()}</a></p>
            <h1 class="bwc-unprinted">{title}</h1>
            <p class="bwc-unprinted">{lang.envelopes_hint()}</p>
            {none}
            <div class="bwc-letters bwc-letters--envelopes">{sheets}</div>
        </Layout>
    }
}

/// The sheet for the envelope, which each letter bears at its end: return address and address, and nothing of what is in it.
fn envelope_of(document: &str) -> Option<&str> {
    let from = document.rfind("<section class=\"bwc-letter-envelope\">")?;
    let end = document[from..].find("</section>")?;
    Some(&document[from..from + end + "</section>".len()])
}

fn page(lang: Lang, on: Date, run: PrintRun, letters: Vec<SentLetter>) -> impl IntoView {
    let title = lang.print_run_title(on);
    let envelopes = match run {
        PrintRun::Post => format!("/staff/letters/envelopes?on={on}"),
        PrintRun::Hand => format!("/staff/letters/envelopes?on={on}&by=hand"),
    };
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
            <p class="bwc-unprinted"><a href=lang.path(&envelopes)>{lang.envelopes_link()}</a></p>
            {none}
            <div class="bwc-letters">{letters}</div>
        </Layout>
    }
}

/// A letter as it is kept. It was written by the portal itself, words by others escaped.
pub fn document(document: String) -> impl IntoView {
    view! { <div class="bwc-letters-one" inner_html=document></div> }
}
