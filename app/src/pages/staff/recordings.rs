//! The register of recordings: the list, and how recordings get into it.

mod enter;
mod imports;
mod show;

use std::collections::BTreeMap;

use law::Date;
use leptos::prelude::*;
use office::{
    Lang, Problem, Refusal,
    views::{RecordingFilter, RecordingLine, RecordingPage as Lines},
};
use texts::{DateWords, DeskWords, LawWords, ReleaseWords};

pub use enter::{ImportRecordings, NewRecording};
pub use imports::ImportPage;
pub use show::{RecordingPage, history};

use super::signed_in;
use crate::{
    components::{Button, ButtonKind, ButtonLink, DataTable, Draft, Field, FormProblems, Inset, Layout, Pagination},
    context::{load, office, query, visitor},
    pages::address::address_of_page,
};

/// Longest search, in characters.
const Q_MAX: usize = 100;

/// The register.
#[component]
pub fn Recordings() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let (staff, q, day) = (signed_in(), query("q"), query("day"));
    let wanted = read(&q, &day, &query("page"));
    load(
        async move {
            let staff = staff?;
            let (filter, refusal) = match wanted {
                Ok(filter) => (filter, None),
                Err(refusal) => (
                    RecordingFilter {
                        page: 1,
                        ..RecordingFilter::default()
                    },
                    Some(refusal),
                ),
            };
            Ok((staff.role.works(), office.recordings(&staff, filter).await?, refusal))
        },
        move |(works, found, refusal)| page(lang, works, &found, &q, &day, refusal.as_ref()),
    )
}

fn read(q: &str, day: &str, page: &str) -> Result<RecordingFilter, Refusal> {
    let day = match day.trim() {
        "" => None,
        typed => Some(
            typed
                .parse::<Date>()
                .map_err(|_| Refusal::field("day", Problem::NotADate))?,
        ),
    };
    if q.chars().count() > Q_MAX {
        return Err(Refusal::field("q", Problem::TooLong { max: Q_MAX }));
    }
    Ok(RecordingFilter {
        q: q.trim().to_owned(),
        day,
        page: page.trim().parse().unwrap_or(1).max(1),
    })
}

fn page(
    lang: Lang,
    works: bool,
    found: &Lines,
    q: &str,
    day: &str,
    refusal: Option<&Refusal>,
) -> impl IntoView + use<> {
    let typed = BTreeMap::from([("q", q), ("day", day)]);
    let draft = Draft::new(&typed, refusal.cloned(), |lang, name| match name {
        "day" => (lang.choose_day(), None),
        _ => (lang.search_words(), None),
    });
    let enter = works.then(|| {
        view! {
            <p class="bwc-act-send">
                <ButtonLink href=lang.path("/staff/recordings/new")>{lang.recordings_new()}</ButtonLink>
                <ButtonLink kind=ButtonKind::Second href=lang.path("/staff/recordings/import")>{lang.recordings_import()}</ButtonLink>
            </p>
        }
    });
    let list = match found.lines.as_slice() {
        [] => view! { <Inset><p>{lang.recordings_none()}</p></Inset> }.into_any(),
        lines => table(lang, "recordings", lang.recordings_caption(), lines),
    };
    let (number, total) = (found.page, found.total);
    let wanted = [("q", q.to_owned()), ("day", day.to_owned())];
    let link = move |page: u32| {
        let wanted = wanted.each_ref().map(|(name, value)| (*name, value.as_str()));
        address_of_page(&lang.path("/staff/recordings"), &wanted, page)
    };
    view! {
        <Layout title=lang.recordings_title() wide=true full=true>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.recordings_title()}</h1>
            {enter}
            <form class="bwc-search" method="get" action=lang.path("/staff/recordings") role="search">
                <Field of=draft.field("q") kind="search"/>
                <Field of=draft.field("day") kind="date"/>
                <Button kind=ButtonKind::Second>{lang.search()}</Button>
            </form>
            {list}
            <Pagination page=number total link/>
        </Layout>
    }
}

/// Recordings as a table, one line each.
pub fn table(lang: Lang, id: &'static str, caption: &'static str, lines: &[RecordingLine]) -> AnyView {
    let head = [
        lang.col_recording(),
        lang.col_made(),
        lang.col_camera(),
        lang.col_place(),
        lang.col_officer(),
        lang.recording_status(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = lines.iter().map(|line| row(lang, line)).collect();
    view! { <DataTable id caption head quiet_caption=true dense=true>{rows}</DataTable> }.into_any()
}

fn row(lang: Lang, line: &RecordingLine) -> impl IntoView + use<> {
    let href = lang.path(&format!("/staff/recordings/{}", line.id));
    let made = lang.moment_short(line.started);
    let status = match line.deleted_on {
        Some(day) => lang.recording_deleted(&lang.short_day(day)),
        None => lang.status_kind(line.status.kind()).to_owned(),
    };
    let place = line.place.clone();
    view! {
        <tr>
            <th scope="row"><a href=href>{line.source_id.clone()}</a></th>
            <td>{made}</td>
            <td>{lang.media(line.camera)}</td>
            <td class="bwc-dense__text" title=place.clone()>{place.clone()}</td>
            <td>{line.officer.clone()}</td>
            <td class="bwc-dense__text" title=status.clone()>{status.clone()}</td>
        </tr>
    }
}
