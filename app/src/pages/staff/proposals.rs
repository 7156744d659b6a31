//! What frees something and waits for a second person.

use law::proposal::{Proposal, ProposalActKind};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::{ConsoleField, ProposalForm},
    views::{CopyToApprove, OrderToVerify, ProposalLine, ProposalView, ToVerify},
};
use texts::{DeskWords, ProposalWords, StaffWords, TaskWords};

use super::signed_in;
use crate::{
    components::{Banner, DataTable, ErrorSummary, Layout, Problems, RefusalNotice, Tone},
    context::{load, office, param, refused, visitor},
    pages::staff::console_form::{
        ConsoleForm, FieldKind, FormValues, conflict_note, done, field_label, render_form, split_refused,
    },
};

/// All that waits for a second person.
#[component]
pub fn Proposals() -> impl IntoView {
    let (lang, office, staff) = (visitor().lang, office(), signed_in());
    load(async move { office.to_verify(&staff?).await }, move |found| {
        let ToVerify {
            entries,
            orders,
            copies,
        } = found;
        view! {
            <Layout title=lang.proposals_title() wide=true>
                <h1>{lang.proposals_title()}</h1>
                <p>{lang.verify_intro()}</p>
                <h2 id="entries">{lang.verify_entries()}</h2>
                <p>{lang.proposals_intro()}</p>
                {entries_of(lang, &entries)}
                <h2 id="orders">{lang.verify_orders()}</h2>
                {orders_of(lang, orders)}
                <h2 id="copies">{lang.verify_copies()}</h2>
                {copies_of(lang, copies)}
            </Layout>
        }
    })
}

fn entries_of(lang: Lang, lines: &[ProposalLine]) -> AnyView {
    let row = |line: &ProposalLine| {
        let href = lang.path(&format!("/staff/waiting/{}", line.id));
        view! {
            <tr>
                <th scope="row"><a href=href>{lang.proposal_kind(line.kind)}</a></th>
                <td>{line.about.clone()}</td>
                <td>{lang.proposal_entered(&line.entered_by, line.entered_on)}</td>
            </tr>
        }
    };
    let head = [lang.proposal_what(), lang.proposal_about(), lang.order_by()];
    let rows: Vec<_> = lines.iter().map(row).collect();
    table("proposals", head, rows, lang.proposals_none())
}

fn orders_of(lang: Lang, lines: Vec<OrderToVerify>) -> AnyView {
    let row = |line: OrderToVerify| {
        let href = lang.path(&format!("/staff/orders/{}", line.id));
        view! {
            <tr>
                <th scope="row"><a href=href>{line.case}</a></th>
                <td>{own(lang, line.own)}</td>
                <td>{lang.proposal_entered(&line.entered_by, line.entered_on)}</td>
            </tr>
        }
    };
    let head = [lang.proposal_what(), lang.proposal_about(), lang.order_by()];
    table(
        "orders-waiting",
        head,
        lines.into_iter().map(row).collect(),
        lang.verify_no_orders(),
    )
}

fn copies_of(lang: Lang, lines: Vec<CopyToApprove>) -> AnyView {
    let row = |line: CopyToApprove| {
        let href = lang.path(&format!("/staff/recordings/{}/files", line.recording));
        view! {
            <tr>
                <th scope="row"><a href=href>{line.source_id}</a></th>
                <td>{own(lang, line.own)}</td>
                <td>{lang.verify_made(&line.made_by, line.made_on)}</td>
            </tr>
        }
    };
    let head = [lang.proposal_what(), lang.proposal_about(), lang.order_by()];
    table(
        "copies-waiting",
        head,
        lines.into_iter().map(row).collect(),
        lang.verify_no_copies(),
    )
}

fn own(lang: Lang, own: bool) -> &'static str {
    if own { lang.verify_own() } else { "" }
}

fn table(id: &'static str, head: [&'static str; 3], rows: Vec<impl IntoView + 'static>, none: &'static str) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="bwc-soft">{none}</p> }.into_any();
    }
    let lang = visitor().lang;
    let head = head.map(str::to_owned).to_vec();
    view! { <DataTable id=id caption=lang.proposals_caption() head>{rows}</DataTable> }.into_any()
}

/// One of them.
#[component]
pub fn ProposalPage() -> impl IntoView {
    let (lang, office, id) = (visitor().lang, office(), param("id"));
    let staff = signed_in();
    let (form, refusal) = split_refused(refused::<ProposalForm>());
    load(
        async move { office.proposal(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |proposal| page(lang, &proposal, &form, refusal),
    )
}

fn page(lang: Lang, view: &ProposalView, form: &ProposalForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let problems = Problems::of(refusal.as_ref());
    let failed = refusal.is_some();
    let done = done(lang, failed);
    let conflict = conflict_note(lang, view.conflict);
    let line = &view.line;
    let title = lang.proposal_kind(line.kind);
    let label = field_label(lang);
    let facts = lang.proposal_facts(&view.proposal);
    let facts = (!facts.is_empty()).then(|| view! { <p><strong>{facts}</strong></p> });
    let forbids = match &view.proposal {
        Proposal::Decide { order } if order.decision != law::notice::Decision::Freed => Some(lang.proposal_forbids()),
        Proposal::TakeBackDecision { .. } => Some(lang.proposal_forbids_on()),
        _ => None,
    };
    let forbids = forbids.map(|words| view! { <p>{words}</p> });
    let standing = match (view.waits, view.own) {
        (false, _) => lang.proposal_over(),
        (true, true) => lang.proposal_own(),
        (true, false) => lang.proposal_counts_not_yet(),
    };
    let about = lang.path(&line.subject_path());
    let named = line.about.clone();
    let entered = lang.proposal_entered(&line.entered_by, line.entered_on);
    let back = lang.path("/staff/waiting");
    let filled = FormValues::of(form);
    let acts: Vec<_> = view
        .acts
        .iter()
        .map(|kind| {
            let (form, intro) = match kind {
                ProposalActKind::Verify => (ConsoleForm::new(*kind, Vec::new()), Some(lang.proposal_compare())),
                ProposalActKind::Refuse => {
                    let reason = vec![(ConsoleField::Reason, FieldKind::Text(2))];
                    (ConsoleForm::new(*kind, reason).stop(), None)
                }
            };
            let form = render_form(lang, form, &filled, &problems, &back);
            let intro = intro.map(|intro| view! { <p>{intro}</p> });
            view! { <section><h2>{lang.desk_act(*kind)}</h2>{intro}{form}</section> }
        })
        .collect();
    view! {
        <Layout title=title.to_owned() wide=true failed>
            <ErrorSummary problems label/>
            <RefusalNotice refusal/>
            {done}
            {conflict}
            <p><a href=lang.path("/staff/waiting")>{lang.proposals_title()}</a></p>
            <h1>{title}</h1>
            <p><a href=about>{named}</a></p>
            {facts}
            {forbids}
            <p>{entered}</p>
            <p>{standing}</p>
            {acts}
        </Layout>
    }
}

/// Says, on the page of what it is about, that something waits, and leads there.
pub fn waiting_note(lang: Lang, waiting: Option<&ProposalLine>) -> Option<AnyView> {
    waiting.map(|line| {
        let href = lang.path(&format!("/staff/waiting/{}", line.id));
        let (kind, entered) = (line.kind, lang.proposal_entered(&line.entered_by, line.entered_on));
        view! {
            <Banner title=lang.proposals_title() tone=Tone::Waiting>
                <p data-waiting=kind.key()>
                    <a href=href>{lang.proposal_kind(kind)}</a>". "
                    {entered}". "
                    {lang.proposal_counts_not_yet()}
                </p>
            </Banner>
        }
        .into_any()
    })
}
