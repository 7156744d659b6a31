//! What is publicly known of the camera programme, page by page.

pub mod facts;

use leptos::prelude::*;
use office::{Lang, Refusal};
use programme::{Programme, Section, SectionKey, Words};
use texts::{PetitionWords, ProgrammeWords};

use crate::{
    components::Layout,
    front::{answer, office, param, visitor},
};

/// Who has cameras: the first page.
#[component]
pub fn Program() -> impl IntoView {
    shown(Some(SectionKey::WhoHasCameras))
}

/// Any other page.
#[component]
pub fn ProgramSection() -> impl IntoView {
    let key = SectionKey::parse(&param("section"));
    shown(key.filter(|key| *key != SectionKey::WhoHasCameras))
}

fn shown(key: Option<SectionKey>) -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    answer(
        async move {
            let key = key.ok_or(Refusal::NotFound)?;
            let programme = office.programme().await?;
            let section = programme.section(key).cloned().ok_or(Refusal::NotFound)?;
            Ok((programme, section))
        },
        move |(programme, section)| page(lang, &programme, &section),
    )
}

fn page(lang: Lang, programme: &Programme, section: &Section) -> impl IntoView + use<> {
    let (title, intro) = (said(lang, &section.title), said(lang, &section.intro));
    let (more, pages) = (more(lang, section.key), pages(lang, programme, section.key));
    let facts = facts::facts(lang, programme, section).into_any();
    view! {
        <Layout title=title.clone() description=intro.clone() wide=true>
            <h1>{title}</h1>
            <div class="bwc-law-column">
                <p class="bwc-program-intro">{intro}</p>
                <p class="bwc-soft">{lang.program_about()}</p>
            </div>
            {pages}
            {facts}
            {more}
        </Layout>
    }
}

/// Links to all pages of the programme.
fn pages(lang: Lang, programme: &Programme, at: SectionKey) -> impl IntoView + use<> {
    let links: Vec<_> = programme
        .sections()
        .iter()
        .map(|section| {
            let current = (section.key == at).then_some("page");
            let title = said(lang, &section.title);
            view! { <li><a href=lang.path(&address(section.key)) aria-current=current>{title}</a></li> }
        })
        .collect();
    view! {
        <nav class="bwc-program-pages bwc-unprinted" aria-label=lang.program_pages()><ul>{links}</ul></nav>
    }
}

/// What one can do next.
fn more(lang: Lang, key: SectionKey) -> impl IntoView + use<> {
    let links = match key {
        SectionKey::Complaints => vec![("/law/deadline?rule=KC_OCC_FILE_90D", lang.program_complaint_day())],
        SectionKey::Retention => vec![("/law/deadline?rule=KCPD_NONEVIDENCE_KEEP_180D", lang.program_keep_day())],
        SectionKey::Access => vec![("/law/petition", lang.petition_link()), ("/law", lang.program_law())],
        _ => Vec::new(),
    };
    let link = |(path, words): (&str, &'static str)| view! { <p><a href=lang.path(path)>{words}</a></p> };
    links.into_iter().map(link).collect_view()
}

/// Where a section stands.
pub fn address(key: SectionKey) -> String {
    match key {
        SectionKey::WhoHasCameras => "/program".to_owned(),
        other => format!("/program/{}", other.key()),
    }
}

/// Words in the reader's language.
pub fn said(lang: Lang, words: &Words) -> String {
    match lang {
        Lang::En => words.en.clone(),
        Lang::Es => words.es.clone(),
    }
}
