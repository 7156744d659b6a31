//! What stands below the content.

use leptos::prelude::*;
use texts::{CommonWords, LibraryWords, NoticeWords, ProgramWords, StatisticsWords};

use crate::context::{office, site_info, visitor};

/// Law, privacy, accessibility, license, staff sign-in; on paper the address of the page. Staff at work have no use for what the
/// public reads.
#[component]
pub fn Footer() -> impl IntoView {
    let (visitor, site_info) = (visitor(), site_info());
    let lang = visitor.lang;
    let links = [
        ("/library", lang.nav_library()),
        ("/notice", lang.notice_nav()),
        ("/program", lang.nav_program()),
        ("/statistics", lang.nav_statistics()),
        ("/law", lang.nav_law()),
        ("/law/deadline", lang.nav_deadline()),
        ("/about/privacy", lang.footer_privacy()),
        ("/about/accessibility", lang.footer_accessibility()),
        ("/staff/sign-in", lang.footer_staff()),
    ];
    let at_work = visitor.staff.is_some() && visitor.path.starts_with("/staff");
    let links = (!at_work).then(|| {
        let links = links
            .into_iter()
            .map(|(path, words)| view! { <li><a class="bwc-layout__link" href=lang.path(path)>{words}</a></li> });
        view! {
            <nav aria-label=lang.footer()>
                <ul class="bwc-layout__links">{links.collect_view()}</ul>
            </nav>
        }
    });
    let address = format!("{}{}", site_info.base_url, lang.path(&visitor.path));
    view! {
        <footer class="bwc-layout__footer">
            <div class="bwc-layout__row">
                {links}
                <p>{lang.footer_agency(&office().profile().agency)}" "{lang.footer_not_advice()}</p>
                <p>{lang.footer_license()}</p>
                <p class="bwc-layout__printed">{lang.printed(&address, office().today())}</p>
            </div>
        </footer>
    }
}
