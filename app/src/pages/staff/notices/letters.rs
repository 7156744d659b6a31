//! A print run: all letters of a day as one document, each exactly as it is kept.

use law::Date;
use leptos::prelude::*;
use office::{
    Lang, Problem, Refusal, TrackingNumber,
    views::{PrintRun, SentLetter},
};
use texts::{DeskWords, NoticeLetterWords, ReleaseDeskWords, TemplateWords};

use super::signed_in;
use crate::{
    components::{Inset, Layout},
    context::{load, office, query, visitor},
    pages::staff::console_form::done,
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

/// Which letters: of a day, in one way, and of one request or of all.
struct Asked {
    on: Date,
    run: PrintRun,
    of: Option<TrackingNumber>,
}

impl Asked {
    /// The address of these letters or their envelopes, gone out in a way.
    fn address(&self, page: &str, run: PrintRun) -> String {
        let by = match run {
            PrintRun::Post => "",
            PrintRun::Hand => "&by=hand",
        };
        let of = self
            .of
            .as_ref()
            .map(|number| format!("&of={number}"))
            .unwrap_or_default();
        format!("/staff/letters{page}?on={}{of}{by}", self.on)
    }
}

/// The letters of the day and run that the address names.
fn print_run<V: IntoView + 'static>(
    show: impl FnOnce(Lang, &Asked, Vec<SentLetter>) -> V + Send + 'static,
) -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let staff = signed_in();
    let (asked, of, today) = (query("on"), query("of"), office.today());
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
            let of = match of.as_str() {
                "" => None,
                of => Some(TrackingNumber::parse(of).map_err(|_| Refusal::NotFound)?),
            };
            let letters = office.letters_of(&staff?.custodian()?, on, run, of.clone()).await?;
            Ok((Asked { on, run, of }, letters))
        },
        move |(asked, letters)| show(lang, &asked, letters),
    )
}

fn envelopes(lang: Lang, asked: &Asked, letters: Vec<SentLetter>) -> impl IntoView + use<> {
    let title = lang.envelopes_title(asked.on);
    let back = asked.address("", asked.run);
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

fn page(lang: Lang, asked: &Asked, letters: Vec<SentLetter>) -> impl IntoView + use<> {
    let title = lang.print_run_title(asked.on);
    let envelopes = asked.address("/envelopes", asked.run);
    let (other, words) = match asked.run {
        PrintRun::Post => (asked.address("", PrintRun::Hand), lang.print_run_by_hand()),
        PrintRun::Hand => (asked.address("", PrintRun::Post), lang.print_run_by_post()),
    };
    let (back, back_words) = match &asked.of {
        Some(number) => (
            format!("/staff/requests/{number}/release"),
            lang.release_title(number.as_str()),
        ),
        None => ("/staff/notices".to_owned(), lang.notices_title().to_owned()),
    };
    let count = asked
        .of
        .as_ref()
        .map(|number| view! { <p class="bwc-unprinted">{lang.letters_on_request(number.as_str(), letters.len())}</p> });
    let done = done(lang, false).map(|done| view! { <div class="bwc-unprinted">{done}</div> });
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
            {done}
            <p class="bwc-unprinted"><a href=lang.path(&back)>{back_words}</a></p>
            <h1 class="bwc-unprinted">{title}</h1>
            {count}
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
