//! The time line of a request as a sheet: to print, to check, and to have certified.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    views::{ClockView, DocketLine, TimelineSheet},
};
use texts::{DateWords, FollowingWords, LawWords, StatusWords, TimelineWords};

use crate::{
    components::{Banner, ClockList, DataTable, Day, Layout, SummaryList, SummaryRow, Tone, standing_sentence},
    context::{lang, load, number, office, site_info},
};

/// The sheet of a request.
#[component]
pub fn TimelinePage() -> impl IntoView {
    let (office, number) = (office(), number());
    load(
        async move { office.timeline(&number?).await?.ok_or(Refusal::NotFound) },
        |sheet| view! { <PrintedTimeline sheet/> },
    )
}

#[component]
fn PrintedTimeline(sheet: TimelineSheet) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let agency = office.profile().agency.clone();
    let number = sheet.status.number.to_string();
    let title = lang.sheet_title(&number);
    let path = lang.path(&format!("/requests/{number}"));
    view! {
        <Layout title=title.clone() wide=true noindex=true>
            <div class="bwc-sheet">
                <h1>{title}</h1>
                <p>{lang.sheet_lead(&agency)}</p>
                <p class="bwc-unprinted">{lang.sheet_print()}" "<a href=path>{lang.mail_back()}</a></p>
                <SheetFacts sheet=sheet.clone()/>
                <Entries docket=sheet.status.docket.clone()/>
                <Clocks clocks=sheet.status.clocks.clone()/>
                <Check sheet/>
                <Certification agency number/>
            </div>
        </Layout>
    }
}

/// What the sheet is of, when it was made, and its check number.
#[component]
fn SheetFacts(sheet: TimelineSheet) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let profile = office.profile();
    let status = &sheet.status;
    let division = status.division.clone().unwrap_or_else(|| lang.not_given().to_owned());
    let media: Vec<&str> = status.media.iter().map(|media| lang.media(*media)).collect();
    let standing = format!("{}: {}", lang.stage(status.stage), standing_sentence(lang, status));
    let rows = [
        (lang.request(), format!("{}, {}", status.number, profile.agency)),
        (lang.sheet_made(), lang.sheet_made_at(sheet.made_at, &profile.zone)),
        (lang.sheet_address(), address(lang, &sheet, "timeline")),
        (lang.fact_received(), lang.day(status.received_on)),
        (lang.fact_month(), lang.month(&status.incident_month)),
        (lang.fact_division(), division),
        (lang.fact_media(), media.join(", ")),
        (lang.fact_track(), lang.track(status.track).to_owned()),
        (lang.sheet_status(), standing),
        (lang.sheet_entries(), status.docket.len().to_string()),
    ];
    let rows = rows.map(|(name, value)| view! { <SummaryRow name=name>{value}</SummaryRow> });
    let rows = rows.into_iter().collect_view();
    let (hash, shown) = (sheet.sha256.clone(), sheet.sha256.clone());
    view! {
        <SummaryList>
            {rows}
            <SummaryRow name=lang.sheet_hash()><code class="bwc-sheet__hash" data-sha256=hash>{shown}</code></SummaryRow>
        </SummaryList>
    }
}

/// Every entry of the public docket.
#[component]
fn Entries(docket: Vec<DocketLine>) -> impl IntoView {
    let lang = lang();
    let rows: Vec<_> = docket
        .iter()
        .map(|line| {
            view! {
                <tr id=format!("entry-{}", line.seq)>
                    <th scope="row">{line.seq}</th>
                    <td><Day date=line.on short=true/></td>
                    <td>{lang.actor(line.by)}</td>
                    <td>{lang.event(&line.event)}</td>
                </tr>
            }
        })
        .collect();
    let head = lang.sheet_head().map(str::to_owned).to_vec();
    view! {
        <section>
            <h2>{lang.sheet_what()}</h2>
            <DataTable id="entries" caption=lang.sheet_what() head quiet_caption=true>{rows}</DataTable>
        </section>
    }
}

/// Every clock with its work and the version of its calendar.
#[component]
fn Clocks(clocks: Vec<ClockView>) -> impl IntoView {
    let lang = lang();
    let shown = if clocks.is_empty() {
        view! { <p>{lang.sheet_no_clocks()}</p> }.into_any()
    } else {
        view! { <ClockList clocks open=true/> }.into_any()
    };
    view! {
        <section class="bwc-column">
            <h2>{lang.sheet_clocks()}</h2>
            {shown}
        </section>
    }
}

/// How anybody works the check number out again.
#[component]
fn Check(sheet: TimelineSheet) -> impl IntoView {
    let lang = lang();
    let file = address(lang, &sheet, "timeline.txt");
    let path = lang.path(&format!("/requests/{}/timeline.txt", sheet.status.number));
    view! {
        <section>
            <h2 id="check">{lang.sheet_check()}</h2>
            <div class="bwc-column">
                <p>{lang.sheet_check_what()}" "{lang.sheet_check_text()}</p>
                <p class="bwc-unprinted"><a href=path>{lang.sheet_check_file()}</a></p>
                <p>{lang.sheet_check_how()}</p>
                <p><code class="bwc-sheet__hash">"curl -s "{file}" | sha256sum"</code></p>
                <p>{lang.sheet_check_later()}</p>
            </div>
            <h3>{lang.sheet_text()}</h3>
            <pre class="bwc-sheet__text" tabindex="0" aria-label=lang.sheet_text()>{sheet.text}</pre>
        </section>
    }
}

/// What a custodian signs; nothing is certified before.
#[component]
fn Certification(agency: String, number: String) -> impl IntoView {
    let lang = lang();
    let lines = lang
        .sheet_signature()
        .map(|name| view! { <div class="bwc-sheet__line"><dt>{name}</dt><dd></dd></div> });
    view! {
        <section class="bwc-sheet__sign">
            <h2 id="certification">{lang.sheet_certify()}</h2>
            <Banner title=lang.sheet_unsigned_title() tone=Tone::Waiting><p>{lang.sheet_unsigned()}</p></Banner>
            <p>{lang.sheet_statement(&agency, &number)}</p>
            <dl class="bwc-sheet__lines">{lines.into_iter().collect_view()}</dl>
        </section>
    }
}

/// The address of the sheet or of its text, as people can type it.
fn address(lang: Lang, sheet: &TimelineSheet, name: &str) -> String {
    let path = lang.path(&format!("/requests/{}/{name}", sheet.status.number));
    format!("{}{path}", site_info().base_url)
}
