//! Home.

use leptos::prelude::*;
use office::views::Figures;
use statistics::{Cell, words};
use texts::{HomeWords, LibraryWords, NoticeWords};

use crate::{
    components::{ButtonLink, Day, Layout},
    context::{lang, load, office},
};

/// Home: what this is, what one can do, the figures, how it works, what to expect.
#[component]
pub fn Home() -> impl IntoView {
    let office = office();
    load(async move { office.figures().await }, |figures| {
        let lang = lang();
        let agency = crate::context::office().profile().agency.clone();
        view! {
            <Layout title=lang.home_title() wide=true>
                <div class="bwc-home__top">
                    <div>
                        <h1 class="bwc-home__title">{lang.home_title()}</h1>
                        <p class="bwc-home__lead">{lang.home_lead(&agency)}</p>
                        <Acts/>
                    </div>
                    <FiguresList figures/>
                </div>
                <Steps/>
                <Truth/>
            </Layout>
        }
    })
}

/// File, track, read.
#[component]
fn Acts() -> impl IntoView {
    let lang = lang();
    view! {
        <div class="bwc-home__acts">
            <ButtonLink href=lang.path("/request")>{lang.home_file()}</ButtonLink>
            <div class="bwc-home__act">
                <h2><a href=lang.path("/track")>{lang.home_track_title()}</a></h2>
                <p>{lang.home_track()}</p>
            </div>
            <div class="bwc-home__act">
                <h2><a href=lang.path("/requests")>{lang.home_log_title()}</a></h2>
                <p>{lang.home_log()}</p>
            </div>
            <div class="bwc-home__act">
                <h2><a href=lang.path("/notice")>{lang.notice_nav()}</a></h2>
                <p>{lang.notice_home()}</p>
            </div>
            <div class="bwc-home__act">
                <h2><a href=lang.path("/library")>{lang.nav_library()}</a></h2>
                <p>{lang.library_home()}</p>
            </div>
        </div>
    }
}

/// The program in four numbers.
#[component]
fn FiguresList(figures: Figures) -> impl IntoView {
    let lang = lang();
    let numbers = [figures.filed, figures.open, figures.waiting, figures.overdue];
    // Open ones are of those filed; those that wait or are late are open.
    let threshold = office().profile().suppress_below;
    let cells = statistics::home::published(numbers, [0, 0, 1, 1], threshold);
    let names = [
        lang.home_filed(),
        lang.home_open(),
        lang.home_waiting(),
        lang.home_overdue(),
    ];
    let note = cells.contains(&Cell::Hidden).then(|| {
        let words = lang.pick(words::hidden_note(threshold));
        view! { <p class="bwc-soft">{words}</p> }
    });
    view! {
        <section class="bwc-home__figures" aria-labelledby="figures">
            <h2 id="figures">{lang.home_figures()}</h2>
            <p class="bwc-home__today"><Day date=office().today()/></p>
            <ul class="bwc-home__numbers">
                {cells
                    .into_iter()
                    .zip(names)
                    .map(|(cell, name)| {
                        let number = lang.pick(words::cell(cell));
                        view! { <li><strong class="bwc-home__number">{number}</strong>" "{name}</li> }
                    })
                    .collect_view()}
            </ul>
            {note}
        </section>
    }
}

/// How it works, in four steps.
#[component]
fn Steps() -> impl IntoView {
    let lang = lang();
    let steps = [
        (
            lang.home_step_hold(),
            lang.home_step_hold_text(office().profile().keep_days),
        ),
        (lang.home_step_act(), lang.home_step_act_text().to_owned()),
        (lang.home_step_wait(), lang.home_step_wait_text().to_owned()),
        (lang.home_step_court(), lang.home_step_court_text().to_owned()),
    ];
    view! {
        <section aria-labelledby="how">
            <h2 id="how">{lang.home_how()}</h2>
            <ol class="bwc-home__steps">
                {steps
                    .into_iter()
                    .map(|(title, text)| view! { <li><h3>{title}</h3><p>{text}</p></li> })
                    .collect_view()}
            </ol>
        </section>
    }
}

/// What to expect, also where it is against the reader's wish.
#[component]
fn Truth() -> impl IntoView {
    let lang = lang();
    view! {
        <section class="bwc-home__truth" aria-labelledby="truth">
            <h2 id="truth">{lang.home_truth()}</h2>
            <ul>
                <li>{lang.home_truth_years()}</li>
                <li>{lang.home_truth_cost()}</li>
                <li>{lang.home_truth_cut()}</li>
            </ul>
            <p><a href=lang.path("/law")>{lang.home_law()}</a></p>
        </section>
    }
}
