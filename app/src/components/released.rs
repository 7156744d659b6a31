//! A released video: warning, player, download, what is withheld in it, and how to check a copy.

use leptos::prelude::*;
use office::views::{ReleasedView, WithheldPart};
use texts::{DateWords, LawWords, LibraryWords};

use super::{ButtonKind, ButtonLink, DataTable, Hash, SummaryList, SummaryRow};
use crate::context::lang;

/// A released video whose links work. Nothing of it is loaded before somebody starts it.
#[component]
pub fn Released(
    /// What was released.
    video: ReleasedView,
    /// Where its files are, without a slash at the end.
    at: String,
    /// Its name, for programs that read aloud.
    title: String,
    /// Whether the page is about this video alone: its headings are then one level higher.
    #[prop(optional)]
    alone: bool,
    /// Whether it is made up: `at` is then an address that is there, and every link leads to it.
    #[prop(optional)]
    sample: bool,
) -> impl IntoView {
    let lang = lang();
    let file = |name: &str| if sample { at.clone() } else { format!("{at}/{name}") };
    let to_keep = |name: &str| {
        if sample {
            at.clone()
        } else {
            format!("{at}/{name}?download")
        }
    };
    let warning = video
        .warning
        .clone()
        .unwrap_or_else(|| lang.released_warning_general().to_owned());
    let captions = video.captions.then(|| {
        let src = file("captions.vtt");
        view! { <track kind="captions" src=src srclang=lang.key() label=lang.released_captions_label() default=true/> }
    });
    let texts = [
        (video.captions, "captions.vtt", lang.released_captions()),
        (video.transcript, "transcript.txt", lang.released_transcript()),
    ];
    let texts: Vec<_> = texts
        .into_iter()
        .filter(|(is, ..)| *is)
        .map(|(_, name, words)| view! { <a href=to_keep(name)>{words}</a> })
        .collect();
    let download = to_keep("video.mp4");
    // A made-up video has no picture to load.
    let src = (!sample).then(|| file("video.mp4"));
    view! {
        <div class="bwc-released" data-release=video.id.clone()>
            <div class="bwc-released__warning">
                <p><strong>{lang.released_warning()}</strong></p>
                <p>{warning}</p>
            </div>
            <details class="bwc-released__player">
                <summary>{lang.released_show()}</summary>
                <video controls=true preload="none" playsinline=true src=src aria-label=lang.released_player(&title)>
                    {captions}
                    <p>{lang.released_no_player()}</p>
                </video>
            </details>
            <p class="bwc-released__get">
                <ButtonLink href=download kind=ButtonKind::Second>{lang.released_download()}" ("{lang.bytes(video.bytes)}")"</ButtonLink>
                {texts}
            </p>
            <Facts video=video.clone() sample/>
            <PartsWithheld video=video.clone() alone/>
            <Heading words=lang.released_check_title() alone/>
            <p>{lang.released_check()}</p>
            <p><Hash sha256=video.sha256/></p>
        </div>
    }
}

#[component]
fn Facts(video: ReleasedView, sample: bool) -> impl IntoView {
    let lang = lang();
    let recorded = format!(
        "{}, {}",
        lang.day(video.started.date()),
        lang.time_of_day(video.started.time())
    );
    let (number, on) = (video.number.to_string(), video.on);
    let request = if sample {
        view! { <span class="bwc-number">{number}</span> }.into_any()
    } else {
        let path = lang.path(&format!("/requests/{number}"));
        view! { <a class="bwc-number" href=path>{number}</a> }.into_any()
    };
    let (camera, length) = (lang.media(video.camera), lang.length(video.length_ms));
    let withheld = lang.released_seconds(video.seconds_withheld);
    view! {
        <SummaryList>
            <SummaryRow name=lang.released_recorded()>{recorded}</SummaryRow>
            <SummaryRow name=lang.released_camera()>{camera}</SummaryRow>
            <SummaryRow name=lang.released_length()>{length}</SummaryRow>
            <SummaryRow name=lang.released_on()>
                <time datetime=on.to_string()>{lang.day(on)}</time>
            </SummaryRow>
            <SummaryRow name=lang.released_request()>
                {request}
            </SummaryRow>
            <SummaryRow name=lang.released_withheld()>{withheld}</SummaryRow>
        </SummaryList>
    }
}

/// The public redaction log: how, from when to when, on which section; nobody in it is named.
#[component]
fn PartsWithheld(video: ReleasedView, alone: bool) -> impl IntoView {
    let lang = lang();
    let list = if video.withheld.is_empty() {
        view! { <p>{lang.redactions_none()}</p> }.into_any()
    } else {
        let head = [lang.col_what(), lang.col_span(), lang.col_seconds(), lang.col_section()];
        let head = head.map(str::to_owned).to_vec();
        let rows: Vec<_> = video
            .withheld
            .into_iter()
            .map(|part| view! { <PartRow part/> })
            .collect();
        let id = format!("withheld-{}", video.id);
        view! { <DataTable id caption=lang.redactions_caption() head>{rows}</DataTable> }.into_any()
    };
    view! { <Heading words=lang.redactions_title() alone/>{list} }
}

#[component]
fn PartRow(part: WithheldPart) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{lang().redaction_done(part.kind)}</th>
            <td class="bwc-number">{part.span}</td>
            <td class="bwc-number">{part.seconds.to_string()}</td>
            <td>{part.citation}</td>
        </tr>
    }
}

#[component]
fn Heading(words: &'static str, alone: bool) -> impl IntoView {
    if alone {
        view! { <h2>{words}</h2> }.into_any()
    } else {
        view! { <h3>{words}</h3> }.into_any()
    }
}
