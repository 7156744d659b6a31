//! A request as staff see it: where it stands, what can be done, what was asked, who wrote what.

mod acts;
mod asked;
mod case;
mod matches;
mod read;

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::QueueActForm,
    views::{
        CourtLine, Erasure, MessageView, NoteSubject, Notes, PrivatePart, RequestRecordings, Role, StaffDocketLine,
        StaffRequest, ToldBy,
    },
};
use texts::{
    AccountWords, CapacityWords, CoverageWords, DeskWords, IntakeWords, LawWords, LetterDeskWords, MatchWords,
    NoteWords, QueueWords, StaffWords, StatusWords,
};

use self::{
    acts::{Acts, Barred},
    case::{Court, Linked, Money, People},
    matches::Matches,
    read::MarkRead,
};
pub use self::{
    asked::{AskedFor, Contact},
    matches::MatchesPage,
};
use super::{
    assign::AssignedTo,
    mail::{mail_table, paper_table},
    may,
    notes::{NotesPart, notes_for},
    signed_in,
};
use crate::{
    components::{
        Banner, Byline, ClockList, Draft, FormProblems, Layout, Messages, PaperList, PaperReader, StatusHead, Timeline,
        TimelineLine, Tone,
    },
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
            let recordings = office.recordings_of(&staff, &request.status.number, 1).await?;
            let erasure = RequestErasure {
                done: office.erasure(&staff, &request.status.number).await?,
                may: staff.administers,
            };
            let notes = if request.private == PrivatePart::Open {
                notes_for(&*office, &staff, NoteSubject::Request(request.status.number.clone())).await?
            } else {
                None
            };
            let cases = office.cases_of_request(&staff, &request.status.number).await?;
            Ok((staff.role, request, (recordings, cases), erasure, notes))
        },
        |(role, request, (recordings, cases), erasure, notes)| {
            view! { <Desk role request recordings cases erasure notes/> }
        },
    )
}

/// Whether who filed was erased, and whether this account may erase them.
#[derive(Clone)]
struct RequestErasure {
    done: Option<Erasure>,
    may: bool,
}

#[component]
fn Desk(
    role: Role,
    request: StaffRequest,
    recordings: RequestRecordings,
    cases: Vec<CourtLine>,
    erasure: RequestErasure,
    notes: Option<Notes>,
) -> impl IntoView {
    let lang = lang();
    let number = request.status.number.clone();
    let clocks = request.status.clocks.clone();
    let lines = request.docket.iter().map(|line| timeline_line(lang, line)).collect();
    let assignments = request.assignments.clone();
    // The form that marks messages as read is the only one that is sent to this page.
    let draft = Draft::refused_or(QueueActForm::default, |lang, _| (lang.mark_read(), None));
    view! {
        <Layout title=lang.request_title(number.as_str()) wide=true full=true failed={draft.failed()}>
            <FormProblems draft/>
            <Done request=request.clone()/>
            <div class="bwc-case">
                <div class="bwc-case__head"><Head request=request.clone() erasure=erasure.done.clone()/></div>
                <div class="bwc-case__side">
                    <div class="bwc-case__acts">
                        <Acts role request=request.clone()/>
                        <AssignedTo number assignments works={role.works()}/>
                    </div>
                    <div class="bwc-case__barred"><Barred role request=request.clone()/></div>
                </div>
                <div class="bwc-case__facts"><Case request recordings cases erasure notes/></div>
            </div>
            <section><h2>{lang.clocks_all()}</h2><ClockList clocks/></section>
            <section><h2>{lang.docket_title()}</h2><Timeline lines/></section>
        </Layout>
    }
}

/// What became of the form that led here.
#[component]
fn Done(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let words = match query("done").as_str() {
        "1" => done_words(&request),
        "register" => lang.desk_done(),
        "note" => lang.note_done(),
        _ => return ().into_any(),
    };
    view! { <Banner title=lang.done_title() tone=Tone::Open><p>{words}</p></Banner> }.into_any()
}

/// Where the request stands.
#[component]
fn Head(request: StaffRequest, erasure: Option<Erasure>) -> impl IntoView {
    let lang = lang();
    let unannounced = request.answer_unannounced.then(
        || view! { <Banner title=lang.unannounced_title() tone=Tone::Waiting><p>{lang.unannounced()}</p></Banner> },
    );
    let erased = erasure
        .map(|done| view! { <Banner title=lang.erased_on(done.on) tone=Tone::Plain><p>{done.reason}</p></Banner> });
    let status = request.status;
    let public = lang.path(&format!("/requests/{}", status.number));
    view! {
        <p class="bwc-case__back"><a href=lang.path("/staff/queue")>{lang.back_to_queue()}</a>" "<a href=public>{lang.public_page()}</a></p>
        <StatusHead title=lang.request() status>""</StatusHead>
        {unannounced}
        {erased}
    }
}

/// The case: who, what, recordings, people, money, court, what was written.
#[component]
fn Case(
    request: StaffRequest,
    recordings: RequestRecordings,
    cases: Vec<CourtLine>,
    erasure: RequestErasure,
    notes: Option<Notes>,
) -> impl IntoView {
    let lang = lang();
    let number = request.status.number.clone();
    let open = request.private == PrivatePart::Open;
    let (unread, version) = (request.unread, request.version);
    let (who, letters) = if open {
        (
            view! { <AskedFor request=request.clone()/><Contact request=request.clone()/> }.into_any(),
            view! {
                <Papers request=request.clone()/>
                <Letters request=request.clone()/>
            }
            .into_any(),
        )
    } else {
        (view! { <Closed why=request.private/> }.into_any(), ().into_any())
    };
    let messages = request.messages.clone();
    let written =
        open.then(|| view! { <Messages title=lang.messages_title() none=lang.messages_none() messages byline reader=PaperReader::Staff/> });
    let erase = lang.path(&format!("/staff/requests/{number}/erase"));
    let may_erase =
        (erasure.may && erasure.done.is_none()).then(|| view! { <p><a href=erase>{lang.erase_title()}</a></p> });
    let release = lang.path(&format!("/staff/requests/{number}/release"));
    let (notices, orders, linked) = (
        recordings.notices.clone(),
        recordings.orders.clone(),
        recordings.linked.clone(),
    );
    let sheet = lang.path(&format!("/staff/requests/{}/coverage", request.status.number));
    let capacities = lang.path(&format!("/staff/requests/{}/capacities", request.status.number));
    let certificate = request.status.no_record().is_some().then(|| {
        let path = lang.path(&format!("/staff/requests/{}/certificate", request.status.number));
        view! { <p><a href=path>{lang.certificate_link()}</a></p> }
    });
    view! {
        <div class="bwc-case__pair">{who}</div>
        <section id="recordings">
            <h2>{lang.case_linked()}</h2>
            <Linked release recordings=linked/>
            <p><a href=lang.path("/staff/recordings")>{lang.to_register()}</a></p>
            <p><a href=sheet>{lang.coverage_title()}</a></p>
            <p><a href=capacities>{lang.capacities_link()}</a></p>
            {certificate}
        </section>
        <Matches number recordings/>
        <People notices/>
        <div class="bwc-case__pair">
            <Money fee=request.state.fee.clone() account=request.state.account.clone()/>
            <Court request=request.clone() register=orders cases/>
        </div>
        {written}
        {(open && unread > 0).then(|| view! { <MarkRead unread version/> })}
        {notes.map(|notes| view! { <NotesPart notes/> })}
        {letters}
        {may_erase}
    }
}

/// What whoever fills in a form of an act needs to know of the request: what was asked, when, by whom, what was written.
#[component]
pub fn Beside(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let known = if request.private == PrivatePart::Open {
        let messages = request.messages.clone();
        view! {
            <AskedFor request=request.clone()/>
            <Contact request/>
            <Messages title=lang.messages_title() none=lang.messages_none() messages byline reader=PaperReader::Staff/>
        }
        .into_any()
    } else {
        view! { <Closed why=request.private/> }.into_any()
    };
    view! { <section class="bwc-case__aside" aria-label=lang.case_aside() tabindex="0">{known}</section> }
}

/// The papers that came with it, codes that were given out, and the way to a new one.
#[component]
fn Papers(request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let code = lang.path(&format!("/staff/requests/{}/code", request.status.number));
    let papers = (!request.papers.is_empty()).then(|| {
        view! { <h2>{lang.papers_title()}</h2><PaperList papers=request.papers reader=PaperReader::Staff/> }
    });
    let given: Vec<_> = request
        .codes
        .into_iter()
        .map(|one| view! { <li>{lang.code_given(one.on, &one.by, one.ground, &one.note)}</li> })
        .collect();
    let given = (!given.is_empty()).then(|| view! { <ul>{given}</ul> });
    let give = (may(Role::works) && !request.conflict).then(|| view! { <p><a href=code>{lang.code_title()}</a></p> });
    view! { <section>{papers}{given}{give}</section> }
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
    let by = by.unwrap_or_else(|| public.by.clone());
    TimelineLine {
        by: line
            .batch
            .map_or(by.clone(), |(no, of)| format!("{by} {}", lang.docket_batch(no, of))),
        ..public
    }
}
