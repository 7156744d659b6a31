//! Every component in each of its states, for whoever changes `style/`. Staff alone see it; nothing on it does anything.

mod forms;
mod requests;
mod samples;

use leptos::prelude::*;
use office::{Refusal, views::Staff};
use texts::{CommonWords, ComponentWords, FilingWords, FollowingWords, LawWords, StatusWords};

use self::{
    forms::FormComponents,
    requests::{FootageComponents, RequestComponents},
};
use super::signed_in;
use crate::{
    components::{
        Banner, BulletList, Button, ButtonKind, ButtonLink, Code, CodeKind, DataTable, Day, Hash, Inset, Layout,
        Pagination, Qr, SummaryList, SummaryRow, Tone,
    },
    context::{lang, load, site_info},
};

/// The page; it asks nothing of the office but who is signed in.
#[component]
pub fn ComponentsPage() -> impl IntoView {
    let staff = signed_in();
    load(async move { staff }, |_: Staff| view! { <AllComponents/> })
}

#[component]
fn AllComponents() -> impl IntoView {
    let lang = lang();
    view! {
        <Layout title=lang.components_title()>
            <h1>{lang.components_title()}</h1>
            <p>{lang.components_intro()}</p>
            <FormComponents/>
            <RequestComponents/>
            <FootageComponents/>
            <TextComponents/>
            <ListComponents/>
        </Layout>
    }
}

/// The states of one component under its name.
#[component]
fn Specimen(name: &'static str, children: Children) -> impl IntoView {
    view! {
        <section id=name data-component=name>
            <h2><code>{name}</code></h2>
            {children()}
        </section>
    }
}

/// One state.
fn state(words: &'static str, shown: impl IntoView) -> impl IntoView {
    view! { <h3>{words}</h3>{shown} }
}

/// Words set apart.
#[component]
fn TextComponents() -> impl IntoView {
    let lang = lang();
    let banner = move |tone, title: &'static str| view! { <Banner title tone><p>{lang.facts_privacy()}</p></Banner> };
    let number = samples::number();
    view! {
        <Specimen name="Banner">
            {banner(Tone::Plain, lang.facts_title())}
            {banner(Tone::Open, lang.done_title())}
            {banner(Tone::Waiting, lang.court_costs_title())}
            {banner(Tone::Stop, lang.refusal_title(&Refusal::NotFound))}
        </Specimen>
        <Specimen name="Inset"><Inset><p>{lang.facts_privacy()}</p></Inset></Specimen>
        <Specimen name="Button">
            <p><Button>{lang.send_button()}</Button></p>
            <p><Button kind=ButtonKind::Second>{lang.log_search()}</Button></p>
            <p><Button kind=ButtonKind::Stop>{lang.withdraw_send()}</Button></p>
        </Specimen>
        <Specimen name="ButtonLink">
            <p><ButtonLink href=lang.path("/request")>{FilingWords::request_title(lang)}</ButtonLink></p>
        </Specimen>
        <Specimen name="Code">
            <p><Code text=number.clone()/></p>
            <p>{lang.request()}" "<Code text=number.clone() small=true/></p>
            <p><Code text=samples::ACCESS_CODE kind=CodeKind::Access/></p>
        </Specimen>
        <Specimen name="Hash"><p><Hash sha256=samples::sha256()/></p></Specimen>
        <Specimen name="Day">
            <p><Day date=samples::TODAY/>", "<Day date=samples::TODAY short=true/></p>
        </Specimen>
        <Specimen name="Qr"><Qr text=site_info().base_url.clone() title=lang.site()/></Specimen>
    }
}

/// Lists and tables.
#[component]
fn ListComponents() -> impl IntoView {
    let lang = lang();
    let head = [lang.fact_received(), lang.fact_division(), lang.fact_track()];
    let row = view! {
        <tr>
            <th scope="row"><Day date=samples::TODAY short=true/></th>
            <td>"Metro"</td>
            <td>{lang.track(law::request::Track::Public)}</td>
        </tr>
    };
    view! {
        <Specimen name="BulletList"><BulletList lines=[lang.send_hold(), lang.send_receipt(), lang.send_public()]/></Specimen>
        <Specimen name="SummaryList">
            <SummaryList>
                <SummaryRow name=lang.fact_received()><Day date=samples::TODAY/></SummaryRow>
                <SummaryRow name=lang.fact_division()>"Metro"</SummaryRow>
            </SummaryList>
        </Specimen>
        <Specimen name="DataTable">
            <DataTable id="sample-table" caption=lang.facts_title() head={head.map(str::to_owned).to_vec()}>{row}</DataTable>
        </Specimen>
        <Specimen name="Pagination"><Pagination page=2 total=60 link=move |_| lang.path("/staff/components")/></Specimen>
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    const PAGE: [&str; 3] = [
        include_str!("components.rs"),
        include_str!("components/forms.rs"),
        include_str!("components/requests.rs"),
    ];

    /// Names of the components that `components.rs` offers to pages.
    fn offered() -> Vec<String> {
        let face = include_str!("../../components.rs");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/components");
        let sources: String = fs::read_dir(folder)
            .expect("the folder of components")
            .filter_map(|entry| fs::read_to_string(entry.expect("an entry").path()).ok())
            .collect();
        let names = face.lines().filter(|line| line.starts_with("pub use "));
        let names = names.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'));
        names
            .filter(|name| name.starts_with(char::is_uppercase))
            .filter(|name| sources.contains(&format!("pub fn {name}(")) || sources.contains(&format!("pub fn {name}<")))
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn every_component_is_on_the_page() {
        let offered = offered();
        assert!(offered.len() > 25, "{offered:?}");
        let page = PAGE.concat();
        let missing: Vec<_> = offered
            .iter()
            .filter(|name| !page.contains(&format!("<{name}")))
            .collect();
        assert!(missing.is_empty(), "not on /staff/components: {missing:?}");
    }
}
