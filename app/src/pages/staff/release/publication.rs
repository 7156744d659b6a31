//! What became of a release in the public library, and what stands in the way of it.

use law::viewing::ViewingState;
use leptos::prelude::*;
use office::{
    Lang,
    views::{PublicationVersion, PublicationView, ReleaseView, ReleasedView},
};
use texts::{LibraryWords, ReleaseDeskWords, ViewingWords};

use super::{gate_line, recorded_name};
use crate::{
    components::{Banner, Choice, Inset, Tone},
    pages::staff::library::ended,
};

/// The library's part of the page; nothing where nothing was released.
pub fn section(lang: Lang, release: &ReleaseView) -> Option<AnyView> {
    if release.publications.is_empty() {
        return None;
    }
    let several = release.publications.len() > 1;
    let items: Vec<_> = release
        .released
        .iter()
        .zip(&release.publications)
        .map(|(video, standing)| {
            let name = several.then(|| view! { <h3>{recorded_name(lang, video)}</h3> });
            view! { {name}{state(lang, video, standing)}{viewings(lang, standing)}{lines(lang, release, standing)}{history(lang, standing)} }
        })
        .collect();
    Some(
        view! {
            <section id="library">
                <h2>{lang.publication_title()}</h2>
                <p>{lang.publication_intro()}</p>
                {items}
            </section>
        }
        .into_any(),
    )
}

/// Whether it is public now, and what waits.
fn state(lang: Lang, video: &ReleasedView, standing: &PublicationView) -> AnyView {
    let public = match &standing.public {
        Some(version) => {
            let href = lang.path(&format!("/library/{}", video.id));
            view! { <p><a href=href>{lang.release_public(&version.title)}</a></p> }.into_any()
        }
        None => view! { <p>{lang.release_not_public()}</p> }.into_any(),
    };
    let waits = standing.waiting.as_ref().map(|version| {
        let words = lang.publication_waits(&version.title, &version.proposed_by, version.proposed_on);
        view! { <p><strong>{words}</strong></p> }
    });
    let by_one = standing
        .by_one
        .map(|on| view! { <Inset><p>{lang.publication_by_one(on)}</p></Inset> });
    view! { {public}{waits}{by_one} }.into_any()
}

/// Whether the family was offered to see it first.
fn viewings(lang: Lang, standing: &PublicationView) -> AnyView {
    if standing.viewings.is_empty() {
        return view! { <p>{lang.viewing_publication_none()}</p> }.into_any();
    }
    let line = |(shown, state): &(String, ViewingState)| {
        let title = lang.viewing_title(shown);
        view! { <li>{title}". "{lang.viewing_state(*state)}</li> }
    };
    let lines: Vec<_> = standing.viewings.iter().map(line).collect();
    view! { <ul>{lines}</ul> }.into_any()
}

/// The checklist of the library, each line with its mark.
fn lines(lang: Lang, release: &ReleaseView, standing: &PublicationView) -> AnyView {
    let free = standing.checklist.iter().all(|line| line.bar().is_none());
    let (tone, verdict) = if free {
        (Tone::Open, lang.publication_free())
    } else {
        (Tone::Waiting, lang.publication_barred())
    };
    let lines: Vec<_> = standing
        .checklist
        .iter()
        .map(|line| gate_line(lang, line, release).into_any())
        .collect();
    view! { <Banner title=verdict tone>""</Banner><ul class="bwc-gate">{lines}</ul> }.into_any()
}

/// Every version, and when it was taken out.
fn history(lang: Lang, standing: &PublicationView) -> Option<AnyView> {
    let versions = standing.versions.iter().map(|one| {
        let became = match &one.decision {
            None if standing.waiting.as_ref().is_some_and(|waits| waits.id == one.id) => None,
            None => Some(lang.publication_undecided().to_owned()),
            Some(said) => Some(match &said.sent_back {
                Some(why) => lang.publication_sent_back(&said.by, said.on, why),
                None => lang.publication_approved(&said.by, said.on),
            }),
        };
        let became = became.map(|words| view! { <br/>{words} });
        view! {
            <li>
                {lang.publication_version(one.no, &one.title, &one.proposed_by, one.proposed_on)}
                <br/><span class="bwc-soft">{lang.publication_warning(&one.warning)}</span>
                {became}
            </li>
        }
        .into_any()
    });
    let ends = standing.ends.iter().map(|end| {
        let words = lang.publication_ended(end.by.as_deref(), end.on, &ended(lang, &end.why));
        view! { <li><strong>{words}</strong></li> }.into_any()
    });
    let items: Vec<AnyView> = versions.chain(ends).collect();
    (!items.is_empty()).then(|| {
        view! { <details><summary>{lang.publication_versions()}</summary><ul>{items}</ul></details> }.into_any()
    })
}

/// What waits for a second person, to choose from.
pub fn waiting(release: &ReleaseView) -> Vec<Choice> {
    let waiting = release.publications.iter().filter_map(|one| one.waiting.as_ref());
    waiting
        .map(|one| Choice::new(one.id.clone(), one.title.clone()))
        .collect()
}

/// What the second person reads and watches before they decide.
pub fn proposals(lang: Lang, release: &ReleaseView) -> AnyView {
    let item = |(video, standing): (&ReleasedView, &PublicationView)| {
        let version = standing.waiting.as_ref()?;
        Some(proposal(lang, video, standing, version))
    };
    let items: Vec<_> = release
        .released
        .iter()
        .zip(&release.publications)
        .filter_map(item)
        .collect();
    view! { <p>{lang.publication_look()}</p>{items} }.into_any()
}

fn proposal(lang: Lang, video: &ReleasedView, standing: &PublicationView, version: &PublicationVersion) -> AnyView {
    let href = format!("/staff/files/{}", video.sha256);
    let own = standing.own.then(|| view! { <p>{lang.publication_own()}</p> });
    let waits = lang.publication_waits(&version.title, &version.proposed_by, version.proposed_on);
    let warning = lang.publication_warning(&version.warning);
    let file = format!(
        "{}, {}",
        lang.released_title(video.started.date()),
        lang.length(video.length_ms)
    );
    view! {
        <Inset>
            <p><strong>{waits}</strong></p>
            <p>{warning}</p>
            <p><a href=href>{lang.file_look()}</a>": "{file}</p>
            {own}
        </Inset>
    }
    .into_any()
}

/// What bars the library, before somebody proposes in vain.
pub fn bars(lang: Lang, release: &ReleaseView) -> AnyView {
    let going = release.released.iter().zip(&release.publications);
    let mut going = going.filter(|(video, _)| video.stopped_on.is_none());
    let free = going.any(|(_, standing)| standing.checklist.iter().all(|line| line.bar().is_none()));
    if free {
        return ().into_any();
    }
    let href = "#library";
    view! { <p><a href=href>{lang.publication_barred()}</a></p> }.into_any()
}
