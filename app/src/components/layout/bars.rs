//! What stands above the content.

use leptos::prelude::*;
use office::{Lang, views::Staff};
use texts::{
    CommonWords, CourtWords, DeletionWords, DeskWords, LawWords, LetterDeskWords, ProgramWords, ProposalWords,
    QueueWords, ReleaseDeskWords, StatisticsWords, TemplateWords,
};

use crate::{
    components::{Button, ButtonKind, Form},
    context::{lang, office, site_info, visitor},
};

/// Whether the data is made up.
#[component]
pub fn DemoLine() -> impl IntoView {
    let lang = lang();
    site_info().demo.then(|| {
        view! { <p class="bwc-layout__demo"><strong>{lang.demo_title()}</strong>" "{lang.demo()}</p> }
    })
}

/// A thin line: what this is, whose, and that it is not an emergency line; over it, whether the data
/// is made up.
#[component]
pub fn Identifier() -> impl IntoView {
    let lang = lang();
    view! {
        <DemoLine/>
        <div class="bwc-layout__identifier">
            <p class="bwc-layout__row">
                <span>{lang.identifier(&office().profile().short_name)}</span>" "<span>{lang.no_emergency()}</span>
            </p>
        </div>
    }
}

/// Name, navigation and language switch of the public pages.
#[component]
pub fn PublicBar() -> impl IntoView {
    let visitor = visitor();
    let lang = visitor.lang;
    let links = [
        ("/request", lang.nav_request()),
        ("/track", lang.nav_track()),
        ("/requests", lang.nav_log()),
        ("/program", lang.nav_program()),
        ("/statistics", lang.nav_statistics()),
        ("/law", lang.nav_law()),
    ];
    view! {
        <div class="bwc-layout__header">
            <div class="bwc-layout__row">
                <SiteName href=lang.path("/")/>
                <LanguageSwitch/>
                <nav class="bwc-layout__nav" aria-label=lang.menu()><NavList at=visitor.path links=links.to_vec()/></nav>
            </div>
        </div>
    }
}

/// The same for staff: who is signed in, the console's pages, the way out.
#[component]
pub fn StaffBar(
    /// Who is signed in.
    staff: Staff,
) -> impl IntoView {
    let visitor = visitor();
    let lang = visitor.lang;
    let links = [
        ("/staff/queue", lang.staff_queue()),
        ("/staff/recordings", lang.recordings_title()),
        ("/staff/notices", lang.notices_title()),
        ("/staff/mail", lang.letters_title()),
        ("/staff/orders", lang.orders_title()),
    ];
    let mut more = vec![
        ("/staff/waiting", lang.proposals_title()),
        ("/staff/court", lang.court_cases_title()),
        ("/staff/deletions", lang.deletions_title()),
        ("/staff/library", lang.publication_title()),
        ("/staff/calendar", lang.staff_calendar()),
        ("/staff/absences", lang.absences_title()),
        ("/staff/audit", lang.audit_title()),
        ("/staff/letters/templates", lang.templates_title()),
    ];
    if staff.administers {
        more.push(("/staff/program", lang.nav_program()));
        more.push(("/staff/accounts", lang.staff_accounts()));
    }
    more.push(("/", lang.staff_public_side()));
    let at = if visitor.path == "/staff" {
        "/staff/queue"
    } else {
        visitor.path.as_str()
    }
    .to_owned();
    view! {
        <div class="bwc-layout__header bwc-layout__header--staff">
            <div class="bwc-layout__row">
                <SiteName href=lang.path("/staff")/>
                <div class="bwc-layout__who">
                    <p><a href=lang.path("/staff/account")><strong>{staff.name}</strong></a>" "<span class="bwc-layout__role">{lang.role(staff.role)}</span></p>
                    <Form action=lang.path("/staff/sign-out") opens=true>
                        <Button kind=ButtonKind::Second>{lang.sign_out()}</Button>
                    </Form>
                    <LanguageSwitch/>
                </div>
                <nav class="bwc-layout__nav" aria-label=lang.staff_menu()>
                    <NavList at=at.clone() links=links.to_vec()/>
                    <details class="bwc-layout__more">
                        <summary>{lang.staff_more()}</summary>
                        <NavList at links=more/>
                    </details>
                </nav>
            </div>
        </div>
    }
}

#[component]
fn SiteName(href: String) -> impl IntoView {
    let lang = lang();
    view! {
        <a class="bwc-layout__name" href=href>
            <svg class="bwc-layout__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
                <path d="M8 21a8 8 0 0 1 16 0z" fill="currentColor"/>
                <path d="M4 25.5h24M16 5v3.5M5.8 9.8l2.4 2.4M26.2 9.8l-2.4 2.4" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round"/>
            </svg>
            {lang.site()}
        </a>
    }
}

/// The same page in the other language.
#[component]
fn LanguageSwitch() -> impl IntoView {
    let visitor = visitor();
    let other = match visitor.lang {
        Lang::En => Lang::Es,
        Lang::Es => Lang::En,
    };
    let query = if visitor.query.is_empty() {
        String::new()
    } else {
        format!("?{}", visitor.query)
    };
    let href = format!("{}{query}", other.path(&visitor.path));
    view! {
        <a class="bwc-layout__language" href=href lang=other.key() hreflang=other.key()>{other.language()}</a>
    }
}

#[component]
fn NavList(at: String, links: Vec<(&'static str, &'static str)>) -> impl IntoView {
    let lang = lang();
    // The request's own page belongs to the log, but `/requests` is not within `/request`.
    let within =
        |path: &str| path != "/" && (at == path || at.strip_prefix(path).is_some_and(|rest| rest.starts_with('/')));
    let items: Vec<_> = links
        .into_iter()
        .map(|(path, words)| {
            let current = if at == path {
                Some("page")
            } else {
                within(path).then_some("true")
            };
            view! { <li><a class="bwc-layout__link" href=lang.path(path) aria-current=current>{words}</a></li> }
        })
        .collect();
    view! { <ul class="bwc-layout__links">{items}</ul> }
}
