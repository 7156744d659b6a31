//! Everything people see. Rendered on the server only; the few things that run in the browser live
//! in the crate `islands`.

// A page is one type, nested as deep as its markup; laying it out needs more than the usual 128.
#![recursion_limit = "256"]

use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

pub mod components;
pub mod context;
pub mod pages;

/// The portal: which page stands at which path. Paths carry no language; a layer around the router
/// takes `/es` off before it gets here.
#[component]
pub fn App() -> impl IntoView {
    use pages::{self, staff};
    view! {
        <Router>
            <Routes fallback=pages::NotFound>
                <Route path=path!("/") view=pages::Home ssr=SsrMode::Async/>
                <Route path=path!("/request") view=pages::Request ssr=SsrMode::Async/>
                <Route path=path!("/request/filed") view=pages::Filed ssr=SsrMode::Async/>
                <Route path=path!("/track") view=pages::Track ssr=SsrMode::Async/>
                <Route path=path!("/requests") view=pages::Log ssr=SsrMode::Async/>
                <Route path=path!("/requests/:number") view=pages::Status ssr=SsrMode::Async/>
                <Route path=path!("/requests/:number/timeline") view=pages::TimelinePage ssr=SsrMode::Async/>
                <Route path=path!("/requests/:number/follow") view=pages::Follow ssr=SsrMode::Async/>
                <Route path=path!("/requests/:number/private/certificate") view=pages::OwnCertificate ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/certificate") view=pages::StaffCertificate ssr=SsrMode::Async/>
                <Route path=path!("/requests/:number/private") view=pages::Private ssr=SsrMode::Async/>
                <Route path=path!("/follow/confirm/:token") view=pages::FollowConfirm ssr=SsrMode::Async/>
                <Route path=path!("/follow/stop/:token") view=pages::FollowStop ssr=SsrMode::Async/>
                <Route path=path!("/notice") view=pages::NoticePage ssr=SsrMode::Async/>
                <Route path=path!("/notice/objection") view=pages::Objection ssr=SsrMode::Async/>
                <Route path=path!("/notice/consent") view=pages::ConsentWish ssr=SsrMode::Async/>
                <Route path=path!("/notice/viewing") view=pages::FamilyViewingPage ssr=SsrMode::Async/>
                <Route path=path!("/notice/check") view=pages::CheckLetter ssr=SsrMode::Async/>
                <Route path=path!("/library") view=pages::Library ssr=SsrMode::Async/>
                <Route path=path!("/library/:id") view=pages::LibraryVideo ssr=SsrMode::Async/>
                <Route path=path!("/program") view=pages::Program ssr=SsrMode::Async/>
                <Route path=path!("/program/:section") view=pages::ProgramSection ssr=SsrMode::Async/>
                <Route path=path!("/statistics") view=pages::StatisticsPage ssr=SsrMode::Async/>
                <Route path=path!("/law") view=pages::Law ssr=SsrMode::Async/>
                <Route path=path!("/law/petition") view=pages::Petition ssr=SsrMode::Async/>
                <Route path=path!("/law/deadline") view=pages::DeadlinePage ssr=SsrMode::Async/>
                <Route path=path!("/about/privacy") view=pages::Privacy ssr=SsrMode::Async/>
                <Route path=path!("/about/accessibility") view=pages::Accessibility ssr=SsrMode::Async/>
                <Route path=path!("/staff") view=staff::Queue ssr=SsrMode::Async/>
                <Route path=path!("/staff/sign-in") view=staff::SignIn ssr=SsrMode::Async/>
                <Route path=path!("/staff/sign-in/code") view=staff::SecondFactor ssr=SsrMode::Async/>
                <Route path=path!("/staff/link/:token") view=staff::Link ssr=SsrMode::Async/>
                <Route path=path!("/staff/first/:token") view=staff::First ssr=SsrMode::Async/>
                <Route path=path!("/staff/queue") view=staff::Queue ssr=SsrMode::Async/>
                <Route path=path!("/staff/absences") view=staff::AbsencesPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/new") view=staff::NewRequest ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/print") view=staff::RequestSheets ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/receipt") view=staff::NewestReceipt ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/receipt") view=staff::RequestReceipt ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/code") view=staff::NewCode ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/assign") view=staff::AssignPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number") view=staff::RequestPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/coverage") view=staff::CoveragePage ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/matches") view=staff::MatchesPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/notes") view=staff::RequestNotes ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/act/:act") view=staff::ActPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/erase") view=staff::Erase ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/release") view=staff::ReleasePage ssr=SsrMode::Async/>
                <Route path=path!("/staff/program") view=staff::ProgramTexts ssr=SsrMode::Async/>
                <Route path=path!("/staff/program/:key") view=staff::ProgramText ssr=SsrMode::Async/>
                <Route path=path!("/staff/program/:key/fields") view=staff::ProgramFields ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings") view=staff::Recordings ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/new") view=staff::NewRecording ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/import") view=staff::ImportRecordings ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/imports/:id") view=staff::ImportPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/:id") view=staff::RecordingPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/:id/people") view=staff::People ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/:id/files") view=staff::Files ssr=SsrMode::Async/>
                <Route path=path!("/staff/recordings/:id/notes") view=staff::RecordingNotes ssr=SsrMode::Async/>
                <Route path=path!("/staff/people/:id") view=staff::PersonPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/people/:id/capacities") view=staff::PersonCapacities ssr=SsrMode::Async/>
                <Route path=path!("/staff/requests/:number/capacities") view=staff::RequestCapacities ssr=SsrMode::Async/>
                <Route path=path!("/staff/notices") view=staff::Notices ssr=SsrMode::Async/>
                <Route path=path!("/staff/notices/:id") view=staff::NoticePage ssr=SsrMode::Async/>
                <Route path=path!("/staff/notices/:id/viewing") view=staff::NoticeViewings ssr=SsrMode::Async/>
                <Route path=path!("/staff/viewings") view=staff::Viewings ssr=SsrMode::Async/>
                <Route path=path!("/staff/notices/:id/notes") view=staff::NoticeNotes ssr=SsrMode::Async/>
                <Route path=path!("/staff/mentions") view=staff::Mentions ssr=SsrMode::Async/>
                <Route path=path!("/staff/library") view=staff::Publications ssr=SsrMode::Async/>
                <Route path=path!("/staff/mail") view=staff::Mail ssr=SsrMode::Async/>
                <Route path=path!("/staff/mail/:id") view=staff::MailLetter ssr=SsrMode::Async/>
                <Route path=path!("/staff/letters") view=staff::Letters ssr=SsrMode::Async/>
                <Route path=path!("/staff/letters/envelopes") view=staff::Envelopes ssr=SsrMode::Async/>
                <Route path=path!("/staff/letters/templates") view=staff::LetterTemplates ssr=SsrMode::Async/>
                <Route path=path!("/staff/letters/templates/:kind") view=staff::LetterTemplate ssr=SsrMode::Async/>
                <Route path=path!("/staff/waiting") view=staff::Proposals ssr=SsrMode::Async/>
                <Route path=path!("/staff/waiting/:id") view=staff::ProposalPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/deletions") view=staff::DeletionLists ssr=SsrMode::Async/>
                <Route path=path!("/staff/deletions/:id") view=staff::DeletionListPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/court") view=staff::CourtCases ssr=SsrMode::Async/>
                <Route path=path!("/staff/court/new") view=staff::NewCourtCase ssr=SsrMode::Async/>
                <Route path=path!("/staff/court/:id") view=staff::CourtCasePage ssr=SsrMode::Async/>
                <Route path=path!("/staff/orders") view=staff::Orders ssr=SsrMode::Async/>
                <Route path=path!("/staff/orders/new") view=staff::NewOrder ssr=SsrMode::Async/>
                <Route path=path!("/staff/orders/:id") view=staff::OrderPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/audit") view=staff::Audit ssr=SsrMode::Async/>
                <Route path=path!("/staff/audit/reading") view=staff::ReadingPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/accounts") view=staff::Accounts ssr=SsrMode::Async/>
                <Route path=path!("/staff/accounts/:id") view=staff::AccountPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/account") view=staff::OwnAccountPage ssr=SsrMode::Async/>
                <Route path=path!("/staff/confirm") view=staff::Confirm ssr=SsrMode::Async/>
                <Route path=path!("/staff/calendar") view=staff::Calendar ssr=SsrMode::Async/>
                <Route path=path!("/staff/components") view=staff::ComponentsPage ssr=SsrMode::Async/>
            </Routes>
        </Router>
    }
}
