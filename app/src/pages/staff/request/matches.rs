//! Recordings that may answer a request and requests about the same incident, each with why, and a button for each decision.

use law::closeness::Closeness;
use leptos::prelude::*;
use office::{
    Lang, TrackingNumber,
    forms::MatchForm,
    views::{RecordingLine, RequestRecordings, SIMILAR_COMPARED, SUGGESTED_LINES, SimilarRequest, SuggestedRecording},
};
use texts::{DateWords, DeskWords, MatchWords, StaffWords, StatusWords};

use crate::{
    components::{DataTable, Day, Draft, Form, FormProblems, Layout, Pagination, StatusTag},
    context::{lang, load, number, office, page_number},
    pages::staff::signed_in,
};

/// On the page of the request only so many are shown of each.
const FIRST: usize = 5;

/// All suggestions and similar requests of a request.
#[component]
pub fn MatchesPage() -> impl IntoView {
    let (office, number, staff, page) = (office(), number(), signed_in(), page_number());
    load(
        async move {
            let number = number?;
            let recordings = office.recordings_of(&staff?, &number, page).await?;
            Ok((number, recordings))
        },
        |(number, recordings)| view! { <AllMatches number recordings/> },
    )
}

#[component]
fn AllMatches(number: TrackingNumber, recordings: RequestRecordings) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(MatchForm::default, |lang, _| (lang.suggested_decide(), None));
    let failed = draft.failed();
    let back = lang.path(&format!("/staff/requests/{number}"));
    let at = format!("/staff/requests/{number}/matches");
    let (page, total) = (recordings.page, recordings.suggested_total);
    view! {
        <Layout title=lang.matches_title() wide=true full=true failed>
            <FormProblems draft/>
            <p><a class="bwc-number" href=back>{lang.request_title(number.as_str())}</a></p>
            <h1>{lang.matches_title()}</h1>
            <Matches number recordings all=true/>
            <Pagination page total lines=SUGGESTED_LINES link=move |page| lang.path(&format!("{at}?page={page}"))/>
        </Layout>
    }
}

/// Suggestions, joined and similar requests; of each the first few, or all.
#[component]
pub fn Matches(number: TrackingNumber, recordings: RequestRecordings, #[prop(optional)] all: bool) -> impl IntoView {
    let lang = lang();
    // A form without a button is none.
    let linkable = recordings.refused.iter().any(|line| line.deleted_on.is_none());
    let any =
        linkable || !recordings.suggested.is_empty() || !recordings.joined.is_empty() || !recordings.similar.is_empty();
    let may = recordings.may_change && any;
    let parts = view! {
        <section>
            <h2>{lang.suggested_heading()}</h2>
            <Suggested recordings=recordings.clone() number=number.clone() all/>
        </section>
        <section>
            <h2>{lang.similar_heading()}</h2>
            <Similar recordings number=number.clone() all/>
        </section>
    };
    if !may {
        return parts.into_any();
    }
    let action = lang.path(&format!("/staff/requests/{number}/matches"));
    view! { <Form action>{parts}</Form> }.into_any()
}

#[component]
fn Suggested(number: TrackingNumber, recordings: RequestRecordings, all: bool) -> impl IntoView {
    let lang = lang();
    let (may, total) = (recordings.may_change, recordings.suggested_total);
    let before = u64::from(recordings.page.max(1) - 1) * u64::from(SUGGESTED_LINES);
    let of_joined = recordings.of_joined;
    let shown: Vec<SuggestedRecording> = if all {
        recordings.suggested
    } else {
        recordings.suggested.into_iter().take(FIRST).collect()
    };
    let refused = refused(lang, recordings.refused, may);
    if shown.is_empty() {
        return view! { <p>{lang.suggested_none()}</p>{refused} }.into_any();
    }
    let number_shown = u64::try_from(shown.len()).unwrap_or(u64::MAX);
    let caption = lang.suggested_caption(before + 1, before + number_shown, total);
    let more = (!all && number_shown < total).then(|| {
        let href = lang.path(&format!("/staff/requests/{number}/matches"));
        view! { <p><a href=href>{lang.suggested_all(total)}</a></p> }
    });
    let link_all = (may && of_joined > 0).then(|| {
        view! { <p><button type="submit" class="bwc-button bwc-button--small" name="link_joined" value="1">{lang.joined_link_all(of_joined)}</button></p> }
    });
    let mut head = vec![
        lang.col_recording(),
        lang.suggested_why(),
        lang.col_made(),
        lang.col_place(),
        lang.col_officer(),
    ];
    if may {
        head.insert(1, lang.suggested_decide());
    }
    let head = head.into_iter().map(str::to_owned).collect();
    let rows: Vec<_> = shown.into_iter().map(|one| suggested_row(lang, one, may)).collect();
    view! {
        {link_all}
        <DataTable id="suggested" caption head dense=true>{rows}</DataTable>
        {more}
        {refused}
    }
    .into_any()
}

fn suggested_row(lang: Lang, one: SuggestedRecording, may: bool) -> impl IntoView {
    let href = lang.path(&format!("/staff/recordings/{}", one.line.id));
    let mut why: Vec<String> = one.reasons.iter().map(|reason| lang.closeness(reason)).collect();
    if !one.answers.is_empty() {
        why.insert(0, lang.closeness_answers(&one.answers));
    }
    let why = why.join(" · ");
    let (id, source) = (one.line.id, one.line.source_id);
    let decide = may.then(|| {
        let link = if one.can_be_linked {
            button(
                "link",
                id.clone(),
                lang.suggested_link(),
                lang.suggested_link_of(&source),
            )
            .into_any()
        } else {
            view! { <span class="bwc-soft">{lang.suggested_gone()}</span> }.into_any()
        };
        let refuse =
            (!one.conflict).then(|| button("refuse", id, lang.suggested_refuse(), lang.suggested_refuse_of(&source)));
        view! { <td><span class="bwc-dense__acts">{link}{refuse}</span></td> }
    });
    view! {
        <tr>
            <th scope="row"><a href=href>{source}</a></th>
            {decide}
            <td class="bwc-dense__why">{why}</td>
            <td>{lang.moment_short(one.line.started)}</td>
            <td class="bwc-dense__text" title=one.line.place.clone()>{one.line.place.clone()}</td>
            <td>{one.line.officer}</td>
        </tr>
    }
}

/// A small button in a row; whoever hears it alone hears of what it is.
fn button(name: &'static str, value: String, words: &'static str, of: String) -> impl IntoView {
    view! { <button type="submit" class="bwc-button bwc-button--second bwc-button--small" name=name value=value aria-label=of>{words}</button> }
}

/// What was refused stays refused, and can still be linked.
fn refused(lang: Lang, refused: Vec<RecordingLine>, may: bool) -> Option<impl IntoView> {
    (!refused.is_empty()).then(|| {
        let words = lang.suggested_refused(refused.len());
        let items: Vec<_> = refused
            .into_iter()
            .map(|line| {
                let href = lang.path(&format!("/staff/recordings/{}", line.id));
                let link = (may && line.deleted_on.is_none()).then(|| {
                    button(
                        "link",
                        line.id,
                        lang.suggested_link(),
                        lang.suggested_link_of(&line.source_id),
                    )
                });
                view! { <li><a href=href>{line.source_id}</a>", "{lang.moment_short(line.started)}" "{link}</li> }
            })
            .collect();
        view! { <details class="bwc-acts-barred"><summary>{words}</summary><ul>{items}</ul></details> }
    })
}

#[component]
fn Similar(number: TrackingNumber, recordings: RequestRecordings, all: bool) -> impl IntoView {
    let lang = lang();
    let RequestRecordings {
        joined,
        similar,
        similar_more,
        may_change,
        ..
    } = recordings;
    // Similar requests are for whoever works requests: to others nothing is said of whether there are any.
    let none = (may_change && joined.is_empty() && similar.is_empty()).then(|| view! { <p>{lang.similar_none()}</p> });
    let joined = (!joined.is_empty()).then(|| {
        view! {
            <p>{lang.joined_means()}</p>
            {requests(lang, "joined", lang.joined_caption(), joined, may_change.then_some(Decision::Part))}
        }
    });
    let found = similar.len();
    let shown: Vec<SimilarRequest> = if all {
        similar
    } else {
        similar.into_iter().take(FIRST).collect()
    };
    let more = (!all && shown.len() < found).then(|| {
        let href = lang.path(&format!("/staff/requests/{number}/matches"));
        view! { <p><a href=href>{lang.similar_all(found)}</a></p> }
    });
    let compared = similar_more.then(|| view! { <p>{lang.similar_more(SIMILAR_COMPARED)}</p> });
    let similar = (!shown.is_empty()).then(|| {
        requests(
            lang,
            "similar",
            lang.similar_caption(),
            shown,
            may_change.then_some(Decision::Join),
        )
    });
    view! { {none}{joined}{similar}{more}{compared} }
}

/// What can be decided about a request in the list.
#[derive(Clone, Copy)]
enum Decision {
    Join,
    Part,
}

fn requests(
    lang: Lang,
    id: &'static str,
    caption: &'static str,
    lines: Vec<SimilarRequest>,
    decision: Option<Decision>,
) -> impl IntoView {
    let mut head = vec![
        StaffWords::col_number(lang),
        lang.suggested_why(),
        lang.similar_stage(),
        lang.similar_received(),
        lang.similar_recordings(),
    ];
    if decision.is_some() {
        head.insert(1, lang.suggested_decide());
    }
    let head = head.into_iter().map(str::to_owned).collect();
    let rows: Vec<_> = lines.into_iter().map(|one| request_row(lang, one, decision)).collect();
    view! { <DataTable id caption head dense=true>{rows}</DataTable> }
}

fn request_row(lang: Lang, one: SimilarRequest, decision: Option<Decision>) -> impl IntoView {
    let number = one.number.to_string();
    let href = lang.path(&format!("/staff/requests/{number}"));
    let why: Vec<String> = one
        .reasons
        .iter()
        .map(|reason: &Closeness| lang.closeness(reason))
        .collect();
    let why = why.join(" · ");
    let decide = decision.map(|decision| {
        let number = number.clone();
        let button = match decision {
            Decision::Join => button(
                "join",
                number.clone(),
                lang.similar_join(),
                lang.similar_join_of(&number),
            ),
            Decision::Part => button(
                "part",
                number.clone(),
                lang.similar_part(),
                lang.similar_part_of(&number),
            ),
        };
        view! { <td><span class="bwc-dense__acts">{button}</span></td> }
    });
    view! {
        <tr>
            <th scope="row"><a class="bwc-number" href=href>{number}</a></th>
            {decide}
            <td class="bwc-dense__why">{why}</td>
            <td><StatusTag stage=one.stage/></td>
            <td><Day date=one.received_on short=true/></td>
            <td>{one.recordings.to_string()}</td>
        </tr>
    }
}
