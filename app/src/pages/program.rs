//! What is publicly known of the camera program, page by page.

mod facts;

pub use facts::SectionFacts;

use std::sync::Arc;

use leptos::prelude::*;
use office::Refusal;
use program::{Section, SectionKey};
use texts::{PetitionWords, ProgramWords};

use crate::{
    components::Layout,
    context::{lang, load, office, param},
};

/// Who has cameras: the first page.
#[component]
pub fn Program() -> impl IntoView {
    view! { <LoadedSection key=Some(SectionKey::WhoHasCameras)/> }
}

/// Any other page.
#[component]
pub fn ProgramSection() -> impl IntoView {
    let key = SectionKey::parse(&param("section")).filter(|key| *key != SectionKey::WhoHasCameras);
    view! { <LoadedSection key/> }
}

#[component]
fn LoadedSection(key: Option<SectionKey>) -> impl IntoView {
    let office = office();
    load(
        async move {
            let key = key.ok_or(Refusal::NotFound)?;
            let program = office.program().await?;
            let section = program.section(key).cloned().ok_or(Refusal::NotFound)?;
            Ok((program, section))
        },
        |(program, section)| view! { <SectionPage program section/> },
    )
}

#[component]
fn SectionPage(program: Arc<program::Program>, section: Section) -> impl IntoView {
    let lang = lang();
    let (title, intro) = (lang.pick(section.title.clone()), lang.pick(section.intro.clone()));
    let key = section.key;
    view! {
        <Layout title=title.clone() description=intro.clone() wide=true>
            <h1>{title}</h1>
            <div class="bwc-column">
                <p class="bwc-program__intro">{intro}</p>
                <p class="bwc-soft">{lang.program_about()}</p>
            </div>
            <SectionLinks program=Arc::clone(&program) at=key/>
            <SectionFacts program section/>
            <WhatNext key/>
        </Layout>
    }
}

/// Links to all pages of the program.
#[component]
fn SectionLinks(program: Arc<program::Program>, at: SectionKey) -> impl IntoView {
    let lang = lang();
    let link = |section: &Section| {
        let current = (section.key == at).then_some("page");
        let title = lang.pick(section.title.clone());
        view! { <li><a href=lang.path(&address(section.key)) aria-current=current>{title}</a></li> }
    };
    let links: Vec<_> = program.sections().iter().map(link).collect();
    view! {
        <nav class="bwc-page-links bwc-unprinted" aria-label=lang.program_pages()><ul>{links}</ul></nav>
    }
}

/// What one can do next.
#[component]
fn WhatNext(key: SectionKey) -> impl IntoView {
    let lang = lang();
    let links = match key {
        SectionKey::Complaints => vec![("/law/deadline?rule=KC_OCC_FILE_90D", lang.program_complaint_day())],
        SectionKey::Retention => vec![("/law/deadline?rule=KCPD_NONEVIDENCE_KEEP_180D", lang.program_keep_day())],
        SectionKey::Access => vec![("/law/petition", lang.petition_link()), ("/law", lang.program_law())],
        _ => Vec::new(),
    };
    // The calculator knows the rules of the profile that is served, which may be another place's.
    let office = office();
    let known = |(path, _): &(&str, &'static str)| {
        path.split_once("?rule=")
            .is_none_or(|(_, rule)| office.profile().rule(rule).is_some())
    };
    let link = |(path, words): (&str, &'static str)| view! { <p><a href=lang.path(path)>{words}</a></p> };
    links.into_iter().filter(known).map(link).collect_view()
}

/// Where a section stands.
pub fn address(key: SectionKey) -> String {
    match key {
        SectionKey::WhoHasCameras => "/program".to_owned(),
        other => format!("/program/{}", other.key()),
    }
}
