//! A request as staff see it: where it stands, what can be done, what was asked, who wrote what.

mod acts;
mod asked;

use leptos::prelude::*;
use office::{
    Lang, Refusal, TrackingNumber,
    views::{Erasure, MessageView, Paper, PrivatePart, RequestRecordings, Role, StaffDocketLine, StaffRequest, ToldBy},
};
use texts::{
    AccountWords, DeskWords, IntakeWords, LawWords, LetterDeskWords, ReleaseDeskWords, StaffWords, StatusWords,
};

use self::{
    acts::Acts,
    asked::{AskedFor, Contact},
};
use super::{
    assign::AssignedTo,
    file_link,
    mail::{mail_table, paper_table},
    may,
    recordings::table,
    signed_in,
};
use crate::{
    components::{Banner, Byline, ClockList, Layout, Messages, StatusHead, Timeline, TimelineLine, Tone},
    context::{lang, load, number, office, query},
};

/// A request as staff see it.
#[component]
pub fn RequestPage() -> impl IntoView {
    let (office, number) = (office(), number());
    let staff = signed_in();
    load(
        async move {
            let staff = staff?;
            let request = office.request(&staff, &number?).await?.ok_or(Refusal::NotFound)?;
            let recordings = office.recordings_of(&staff, &request.status.number).await?;
            let erasure = RequestErasure {
                done: office.erasure(&staff, &request.status.number).await?,
                may: staff.administers,
            };
            Ok((staff.role, request, recordings, erasure))
        },
        |(role, request, recordings, erasure)| view! { <Desk role request recordings erasure/> },
    )
}

/// Whether who filed was erased, and whether this account may erase them.
#[derive(Clone)]
struct RequestErasure {
    done: Option<Erasure>,
    may: bool,
}

#[component]
fn Desk(role: Role, request: StaffRequest, recordings: RequestRecordings, erasure: RequestErasure) -> impl IntoView {
    let lang = lang();
    let done = (query("done") == "1").then(|| done_words(&request)).map(|words| {
        view! { <Banner title=lang.done_title() tone=Tone::Open><p>{words}</p></Banner> }
    });
    let unannounced = request.answer_unannounced.then(
        || view! { <Banner title=lang.unannounced_title() tone=Tone::Waiting><p>{lang.unannounced()}</p></Banner> },
    );
    let erase = lang.path(&format!("/staff/requests/{}/erase", request.status.number));
    let may_erase =
        (erasure.may && erasure.done.is_none()).then(|| view! { <p><a href=erase>{lang.erase_title()}</a></p> });
    let erased = erasure
        .done
        .map(|done| view! { <Banner title=lang.erased_on(done.on) tone=Tone::Plain><p>{done.reason}</p></Banner> });
    let status = request.status.clone();
    let (number, clocks) = (status.number.clone(), status.clocks.clone());
    let public = lang.path(&format!("/requests/{number}"));
    let messages = request.messages.clone();
    let assignments = request.assignments.clone();
    let open = request.private == PrivatePart::Open;
    let private = if open {
        view! {
            <AskedFor request=request.clone()/>
            <Contact request=request.clone()/>
            <Papers number=number.clone() papers=request.papers.clone()/>
            <Letters request=request.clone()/>
        }
        .into_any()
    } else {
        view! { <Closed why=request.private/> }.into_any()
    };
    let written =
        open.then(|| view! { <Messages title=lang.messages_title() none=lang.messages_none() messages byline/> });
    let lines = request.docket.iter().map(|line| timeline_line(lang, line)).collect();
    view! {
        <Layout title=lang.request_title(number.as_str()) wide=true>
            {done}
            <p><a href=lang.path("/staff/queue")>{lang.back_to_queue()}</a></p>
            <StatusHead title=lang.request() status><p><a href=public>{lang.public_page()}</a></p></StatusHead>
            {unannounced}
            {erased}
            <div class="bwc-desk">
                <div class="bwc-desk-side"><Acts role request/><AssignedTo number=number.clone() assignments works={role.works()}/></div>
                <div class="bwc-desk-main">
                    {private}
                    <Footage number recordings/>
                    {written}
                    {may_erase}
                    <section><h2>{lang.clocks_all()}</h2><ClockList clocks/></section>
                    <section><h2>{lang.docket_title()}</h2><Timeline lines/></section>
                </div>
            </div>
        </Layout>
    }
}

/// The papers that came with it, and the way to a new access code.
#[component]
fn Papers(number: TrackingNumber, papers: Vec<Paper>) -> impl IntoView {
    let lang = lang();
    let code = lang.path(&format!("/staff/requests/{number}/code"));
    let links: Vec<_> = papers
        .into_iter()
        .map(|paper| view! { <li>{file_link(lang.path(&format!("/staff/files/{}", paper.sha256)), paper.name, Role::works)}</li> })
        .collect();
    let papers = (!links.is_empty()).then(|| view! { <h2>{lang.papers_title()}</h2><ul>{links}</ul> });
    let give = may(Role::works).then(|| view! { <p><a href=code>{lang.code_title()}</a></p> });
    view! { <section>{papers}{give}</section> }
}

/// Why the private part is not shown.
#[component]
fn Closed(why: PrivatePart) -> impl IntoView {
    let lang = lang();
    let words = match why {
        PrivatePart::NotEntered => lang.private_not_entered(),
        PrivatePart::Open | PrivatePart::ForWhoWorksIt => lang.private_for_others(),
    };
    view! {
        <section data-private="closed">
            <h2>{lang.private_title()}</h2>
            <p>{words}</p>
        </section>
    }
}

/// What became of an act: a letter is promised only where one was written.
fn done_words(request: &StaffRequest) -> &'static str {
    let lang = lang();
    match request.told_by {
        ToldBy::Mail => lang.done(),
        ToldBy::Paper => lang.done_on_paper(),
        ToldBy::Page => lang.done_on_page(),
    }
}

/// The letters to whoever filed, and what became of each.
#[component]
fn Letters(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let letters = request.letters;
    let any = !letters.mails.is_empty() || !letters.papers.is_empty();
    any.then(|| {
        view! {
            <section>
                <h2>{lang.letters_of_request()}</h2>
                {mail_table(lang, lang.letters_mailed(), &letters.mails)}
                {paper_table(lang, &letters.papers)}
            </section>
        }
    })
}

/// The recordings that answer it, and those that may.
#[component]
fn Footage(number: TrackingNumber, recordings: RequestRecordings) -> impl IntoView {
    let lang = lang();
    let linked = if recordings.linked.is_empty() {
        view! { <p>{lang.linked_none()}</p> }.into_any()
    } else {
        table(lang, "linked", lang.linked_title(), &recordings.linked)
    };
    let release = lang.path(&format!("/staff/requests/{number}/release"));
    let release = (!recordings.linked.is_empty()).then(|| view! { <p><a href=release>{lang.release_open()}</a></p> });
    let suggested = (!recordings.suggested.is_empty())
        .then(|| table(lang, "suggested", lang.suggested_title(), &recordings.suggested));
    view! {
        <section>
            <h2>{lang.linked_title()}</h2>
            {linked}
            {release}
            {suggested}
            <p><a href=lang.path("/staff/recordings")>{lang.to_register()}</a></p>
        </section>
    }
}

fn byline(lang: Lang, message: &MessageView) -> Byline {
    Byline {
        by: lang.actor(message.by),
        act: Some(lang.act(message.act)),
        mine: false,
    }
}

/// A line of the docket with the name of who acted.
pub fn timeline_line(lang: Lang, line: &StaffDocketLine) -> TimelineLine {
    let public = TimelineLine::of(&line.line, lang);
    let by = line.staff.as_ref().map(|name| lang.docket_by(name));
    TimelineLine {
        by: by.unwrap_or_else(|| public.by.clone()),
        ..public
    }
}
