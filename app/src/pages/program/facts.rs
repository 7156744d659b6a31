//! The facts of a page: by topic, each with its sources; tables, time line, disagreements, questions.

use std::sync::Arc;

use leptos::prelude::*;
use office::Lang;
use program::{Fact, PartialDate, Program, Section, SectionKey, ShownDate, Topic, Weight};
use texts::ProgramWords;

use crate::{components::DataTable, context::lang};

/// Everything on a section.
#[component]
pub fn SectionFacts(program: Arc<Program>, section: Section) -> impl IntoView {
    let cameras = (section.key == SectionKey::WhoHasCameras).then(|| view! { <Cameras program=Arc::clone(&program)/> });
    let topics: Vec<_> = section
        .topics()
        .into_iter()
        .map(|topic| {
            // Disputed facts stand together below.
            let undisputed = section.on(topic).filter(|fact| fact.account().is_none());
            let facts: Vec<Fact> = undisputed.cloned().collect();
            view! { <TopicFacts program=Arc::clone(&program) topic facts/> }
        })
        .collect();
    view! {
        <DatedFacts program=Arc::clone(&program) section=section.clone()/>
        {cameras}
        <div class="bwc-column">{topics}</div>
        <Disagreements program section=section.clone()/>
        <OpenQuestions section/>
    }
}

/// Facts with a day and a name, oldest first, each with its sources.
#[component]
fn DatedFacts(program: Arc<Program>, section: Section) -> impl IntoView {
    let lang = lang();
    let facts = section.timeline();
    let with_timeline = [
        SectionKey::WhoHasCameras,
        SectionKey::Policy,
        SectionKey::Funding,
        SectionKey::Commitments,
    ];
    if facts.len() < 3 || !with_timeline.contains(&section.key) {
        return None;
    }
    let items: Vec<_> = facts
        .into_iter()
        .map(|fact| {
            let name = fact.name.as_ref().map(|name| lang.pick(name.clone()));
            let figure = fact.figure.map(|figure| format!(": {}", lang.pick(figure.words())));
            view! {
                <li class="bwc-program__step">
                    <span class="bwc-program__step-date">{date(lang, fact.date)}</span>
                    <a href=format!("#{}", fact.id)>{name}</a>
                    {figure}
                    <span class="bwc-program__source">" · "{sources(lang, &program, fact)}</span>
                </li>
            }
        })
        .collect();
    Some(view! {
        <section>
            <h2>{lang.program_timeline()}</h2>
            <ol class="bwc-program__steps">{items}</ol>
        </section>
    })
}

/// Cameras handed out, in service or expected, and the goal.
#[component]
fn Cameras(program: Arc<Program>) -> impl IntoView {
    let lang = lang();
    let head = [
        lang.program_when(),
        lang.program_what(),
        lang.program_number(),
        lang.program_standing(),
        lang.program_source(),
    ];
    let rows: Vec<_> = program
        .cameras()
        .into_iter()
        .map(|fact| {
            let name = fact
                .name
                .as_ref()
                .map_or_else(|| lang.pick(fact.text.clone()), |name| lang.pick(name.clone()));
            let figure = fact.figure.map(|figure| lang.pick(figure.words()));
            let status = fact.status.map(|status| lang.pick(status.words()));
            view! {
                <tr>
                    <th scope="row">{date(lang, fact.date)}</th>
                    <td>{name}</td>
                    <td>{figure}</td>
                    <td>{status}</td>
                    <td>{sources(lang, &program, fact)}</td>
                </tr>
            }
        })
        .collect();
    let head = head.map(str::to_owned).to_vec();
    view! {
        <section>
            <h2>{lang.program_cameras()}</h2>
            <DataTable id="cameras" caption=lang.program_cameras() head quiet_caption=true>{rows}</DataTable>
        </section>
    }
}

#[component]
fn TopicFacts(program: Arc<Program>, topic: Topic, facts: Vec<Fact>) -> impl IntoView {
    (!facts.is_empty()).then(|| {
        view! {
            <section>
                <h2 id=format!("topic-{}", topic.key())>{lang().pick(topic.words())}</h2>
                <FactList program facts/>
            </section>
        }
    })
}

/// Facts, each with its status, its sources and its day.
#[component]
fn FactList(program: Arc<Program>, facts: Vec<Fact>) -> impl IntoView {
    let lang = lang();
    let item = |fact: Fact| {
        let status = fact
            .status
            .map(|status| view! { <span class="bwc-program__status">{lang.pick(status.words())}</span> });
        let dated = program
            .dated(&fact)
            .map(|dated| view! { " · "<span data-dated>{dated_words(lang, dated)}</span> });
        view! {
            <li class="bwc-program__fact" id=fact.id.clone()>
                <p>{lang.pick(fact.text.clone())}</p>
                <p class="bwc-program__source">
                    {status}
                    {lang.program_source()}": "{sources(lang, &program, &fact)}
                    {dated}
                </p>
            </li>
        }
    };
    let items: Vec<_> = facts.into_iter().map(item).collect();
    view! { <ul class="bwc-program__facts">{items}</ul> }
}

/// Names of the sources; those that nobody could check are marked.
fn sources(lang: Lang, program: &Program, fact: &Fact) -> String {
    let name = |source: &program::Source| {
        let name = lang.pick(source.name.clone());
        match source.weight {
            Weight::Weak => format!("{name} ({})", lang.pick(Weight::Weak.words())),
            _ => name,
        }
    };
    program.sources_of(fact).map(name).collect::<Vec<_>>().join("; ")
}

/// Matters on which the sources give different accounts, side by side.
#[component]
fn Disagreements(program: Arc<Program>, section: Section) -> impl IntoView {
    let lang = lang();
    let account = |(nth, facts): (usize, Vec<&Fact>)| {
        let facts = facts.into_iter().cloned().collect();
        view! {
            <div class="bwc-program__account">
                <h3>{lang.program_account(nth)}</h3>
                <FactList program=Arc::clone(&program) facts/>
            </div>
        }
    };
    let matters: Vec<_> = section
        .disagreements()
        .into_values()
        .map(|accounts| {
            let accounts: Vec<_> = (1..).zip(accounts.into_values()).map(account).collect();
            view! { <div class="bwc-program__accounts">{accounts}</div> }
        })
        .collect();
    (!matters.is_empty()).then(|| {
        view! {
            <section>
                <h2 id="disagree">{lang.program_disagree()}</h2>
                <p>{lang.program_disagree_hint()}</p>
                {matters}
            </section>
        }
    })
}

/// What nobody has answered yet.
#[component]
fn OpenQuestions(section: Section) -> impl IntoView {
    let lang = lang();
    let questions: Vec<_> = section
        .questions
        .iter()
        .map(|question| view! { <li id=question.id.clone()>{lang.pick(question.text.clone())}</li> })
        .collect();
    (!questions.is_empty()).then(|| {
        view! {
            <section class="bwc-column">
                <h2 id="open">{lang.program_open()}</h2>
                <ul>{questions}</ul>
            </section>
        }
    })
}

fn dated_words(lang: Lang, dated: ShownDate) -> String {
    match dated {
        ShownDate::AsOf(when) => lang.program_as_of(&lang.pick(when.words())),
        ShownDate::Published(when) => lang.program_published(&lang.pick(when.words())),
        ShownDate::Read(when) => lang.program_read(&lang.pick(when.words())),
    }
}

fn date(lang: Lang, when: Option<PartialDate>) -> String {
    when.map_or_else(|| lang.program_no_date().to_owned(), |when| lang.pick(when.words()))
}
