//! What is in a video file: its tracks, and what was taken out of it before it was kept.

use leptos::prelude::*;
use office::{
    Lang,
    views::{CopyView, FileContents, FileTrack, RemovedPart, TrackKind},
};
use texts::{ContentsWords, LibraryWords};

use crate::components::{DataTable, Inset};

/// Of a copy, for the person who checks it.
pub(super) fn of_copy(lang: Lang, copy: &CopyView) -> AnyView {
    let Some(found) = &copy.contents else {
        return view! { <Inset><p>{lang.contents_unknown()}</p></Inset> }.into_any();
    };
    let sent = copy.sent.as_ref().filter(|(sha256, _)| *sha256 != copy.copy.sha256);
    let sent = sent.map(|(sha256, bytes)| {
        view! { <p class="bwc-soft">{lang.contents_sent(sha256.as_str(), &lang.bytes(*bytes))}</p> }
    });
    let sound = found.tracks.iter().any(|track| track.kind == TrackKind::Sound);
    view! {
        <h3>{lang.contents_tracks()}</h3>
        <p>{lang.contents_only()}</p>
        {sound.then(|| view! { <p>{lang.contents_aac()}</p> })}
        {tracks(lang, "copy-tracks", lang.contents_tracks(), &found.tracks)}
        {removed(lang, &found.removed)}
        {sent}
    }
    .into_any()
}

/// Of an original, with what stands in the way of a copy of it.
pub(super) fn of_original(lang: Lang, place: usize, found: &FileContents) -> AnyView {
    let unplayable = found.unplayable().join(", ");
    let unplayable = (!unplayable.is_empty()).then(|| view! { <p>{lang.contents_unplayable(&unplayable)}</p> });
    let silent = (!found.has_picture()).then(|| view! { <p>{lang.contents_sound_only()}</p> });
    let told = (unplayable.is_some() || silent.is_some()).then(|| view! { <Inset>{unplayable}{silent}</Inset> });
    let id = format!("original-tracks-{place}");
    view! {
        {told}
        {tracks(lang, &id, lang.contents_as_sent(), &found.tracks)}
    }
    .into_any()
}

fn tracks(lang: Lang, id: &str, caption: &'static str, all: &[FileTrack]) -> AnyView {
    let head = [
        lang.contents_track(),
        lang.contents_codec(),
        lang.contents_format(),
        lang.contents_length(),
        lang.contents_size(),
    ];
    let rows: Vec<_> = all
        .iter()
        .map(|track| {
            view! {
                <tr>
                    <th scope="row">{lang.track_kind(track.kind)}</th>
                    <td>{track.codec.clone()}</td>
                    <td>{track.format.clone()}</td>
                    <td class="bwc-number">{lang.length(track.length_ms)}</td>
                    <td class="bwc-number">{lang.bytes(track.bytes)}</td>
                </tr>
            }
        })
        .collect();
    let head = head.map(str::to_owned).to_vec();
    view! { <DataTable id=id.to_owned() caption head>{rows}</DataTable> }.into_any()
}

fn removed(lang: Lang, all: &[RemovedPart]) -> AnyView {
    if all.is_empty() {
        return view! { <p>{lang.contents_removed_none()}</p> }.into_any();
    }
    let head = [lang.col_what(), lang.contents_place(), lang.contents_size()];
    let rows: Vec<_> = all
        .iter()
        .map(|part| {
            view! {
                <tr>
                    <th scope="row">{lang.removed_kind(part.kind)}</th>
                    <td>{part.place.clone()}</td>
                    <td class="bwc-number">{lang.bytes(part.bytes)}</td>
                </tr>
            }
        })
        .collect();
    let head = head.map(str::to_owned).to_vec();
    view! { <DataTable id="copy-removed" caption=lang.contents_removed() head>{rows}</DataTable> }.into_any()
}
