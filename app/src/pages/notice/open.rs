//! The notice, once its code was entered: what is so today, what can be done, and what the video is.

use law::notice::{NoticeKind, Standing};
use leptos::prelude::*;
use office::views::{DepictedView, NoticeEnd, ObjectionView, WishView};
use texts::{DateWords, LawWords, NoticeTitle, NoticeWords, ObjectionWords};

use super::{
    consent::{ToWish, Wishes},
    leave::{CloseNotice, QuickExit},
    objection::ANOTHER_OBJECTION,
    viewing::Offered,
};
use crate::{
    components::{ButtonLink, ClockWork, Inset, Layout, ObjectionItem, SummaryList, SummaryRow},
    context::{lang, office},
    pages::custodian::Custodian,
};

/// The notice.
#[component]
pub fn OpenNotice(notice: DepictedView) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let agency = office.profile().agency.clone();
    let (shown, kind) = (notice.shown, notice.kind);
    let title = lang.notice_title(title_of(&notice), shown);
    let opening = may_leave(&notice).then(|| view! { <p>{lang.notice_opening(kind, &agency, shown)}</p> });
    let why = lang.notice_why_you(shown).map(|why| view! { <p>{why}</p> });
    let answers = is_asked(&notice);
    view! {
        <Layout title=title.clone() noindex=true>
            <QuickExit/>
            <h1 data-status=notice.state.key()>{title}</h1>
            {why}
            {opening}
            <Stands notice=notice.clone()/>
            {answers.then(|| view! { <DaysToObject notice=notice.clone()/> })}
            {answers.then(|| view! { <ToObject notice=notice.clone()/> })}
            <Offered viewing={notice.viewing.clone()}/>
            <Wishes wishes={told(&notice, answers)}/>
            <Objections objections=notice.objections.clone() shown/>
            {answers.then(|| view! { <WhatIsShown notice=notice.clone()/> })}
            {answers.then(|| view! { <Rights notice=notice.clone()/> })}
            <Custodian/>
            <CloseNotice/>
        </Layout>
    }
}

/// Whether anything is asked of the reader: whoever was taken out, or is exempt, has nothing to answer.
pub const fn is_asked(notice: &DepictedView) -> bool {
    !matches!(notice.standing, Standing::TakenOut | Standing::Exempt)
}

/// Whether the video stays as the person wants it, as far as this notice goes: nothing is left to ask.
pub const fn is_kept(notice: &DepictedView) -> bool {
    matches!(
        notice.standing,
        Standing::Kept | Standing::Forbidden { parts: None, .. }
    ) && notice.released.is_none()
}

/// Whether the video may still leave with the person in it: it has not, and neither court nor answer keeps it here.
fn may_leave(notice: &DepictedView) -> bool {
    notice.released.is_none() && is_asked(notice) && !is_kept(notice)
}

/// What the title says of the video.
const fn title_of(notice: &DepictedView) -> NoticeTitle {
    match (&notice.standing, &notice.released) {
        (Standing::TakenOut, _) => NoticeTitle::TakenOut,
        (Standing::Exempt | Standing::Hidden, _) | (Standing::Forbidden { parts: None, .. } | Standing::Kept, None) => {
            NoticeTitle::Closed
        }
        (_, Some(_)) => NoticeTitle::Released,
        _ => NoticeTitle::MayBeReleased,
    }
}

/// Where it stands, and whether the video left.
#[component]
pub fn Stands(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    let released = notice.released.map(|left| {
        let words = lang.notice_released(notice.kind, left, notice.opens_on);
        view! { <p data-released=left.on.to_string()><strong>{words}</strong></p> }
    });
    // Once it left, nothing pending is no news.
    let stands = (released.is_none() || notice.standing != Standing::Over).then(|| {
        let words = lang.notice_stands(&notice.standing, notice.shown, released.is_some());
        view! { <p><strong>{words}</strong></p> }
    });
    let corrected = notice
        .corrected
        .map(|on| view! { <p data-corrected=on.to_string()>{lang.notice_corrected(on)}</p> });
    view! { {released}{stands}{corrected} }
}

/// The last day, in large type, with its work.
#[component]
fn DaysToObject(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    let rule = lang.notice_days_rule(notice.kind);
    let silent = silence_counts(&notice).then(|| view! { <p>{lang.notice_silent(notice.kind)}</p> });
    let Some(last_day) = notice.last_day else {
        // Consent, or a person hidden in the copy, needs no days.
        let begins = matches!(notice.standing, Standing::NotBegun | Standing::Objected { .. })
            .then(|| view! { <section><h2>{lang.notice_days_title()}</h2><p>{rule}</p><p>{lang.notice_not_begun()}</p></section> });
        return begins.into_any();
    };
    let left = notice.days_left;
    let over = left == 0;
    let end = end_of(&notice);
    let day = if over {
        lang.notice_last_day_was(last_day)
    } else {
        lang.notice_last_day(last_day)
    };
    let work = notice.deadline.clone().map(|deadline| view! { <ClockWork deadline/> });
    let clock = notice.kind.clock().key();
    view! {
        <section class="bwc-notice-days">
            <h2>{lang.notice_days_title()}</h2>
            <p class="bwc-notice-last">
                <time datetime=last_day.to_string() data-clock=clock>{day}</time>
            </p>
            {(!over).then(|| view! { <p data-days-left=left.to_string()>{lang.days_left_of(left)}</p> })}
            {tells_of_lateness(&notice).then(|| view! { <p>{lang.notice_over(end)}</p> })}
            <p>{rule}</p>
            {notice.moved_from.map(|from| view! { <p>{lang.notice_moved(from)}</p> })}
            {work}
            {silent}
        </section>
    }
    .into_any()
}

/// Whether the end of the days matters to what can still be done: not where a court has it, or the video stays as they want it.
pub fn tells_of_lateness(notice: &DepictedView) -> bool {
    notice.days_left == 0 && notice.standing != Standing::InCourt && !is_kept(notice)
}

/// What can still be done once the days are over.
pub const fn end_of(notice: &DepictedView) -> NoticeEnd {
    match (&notice.released, notice.kind) {
        (Some(_), NoticeKind::Statute8) => NoticeEnd::HandedOver,
        (Some(left), _) if left.stopped => NoticeEnd::Stopped,
        (Some(_), _) => NoticeEnd::Released,
        (None, _) => NoticeEnd::Kept,
    }
}

/// Whether silence still leads to a release: not once they objected, agreed, or a court has it.
fn silence_counts(notice: &DepictedView) -> bool {
    notice.standing == Standing::Running && notice.released.is_none()
}

/// The way to the form.
#[component]
fn ToObject(notice: DepictedView) -> impl IntoView {
    let lang = lang();
    let (path, words) = match (notice.objections.is_empty(), &notice.standing) {
        (false, _) => (ANOTHER_OBJECTION, lang.objection_more()),
        (true, Standing::Hidden) => ("/notice/objection", lang.notice_object_only()),
        (true, _) => ("/notice/objection", lang.notice_object(notice.shown)),
    };
    view! { <p class="bwc-unprinted"><ButtonLink href=lang.path(path)>{words}</ButtonLink></p> }
}

#[component]
fn WhatIsShown(notice: DepictedView) -> impl IntoView {
    let (lang, of) = (lang(), notice.shown);
    let when = format!(
        "{}, {}",
        lang.day(notice.started.date()),
        lang.time_of_day(notice.started.time())
    );
    let (seen, heard) = (lang.notice_seen(&notice.seen, of), lang.notice_heard(&notice.heard, of));
    // What would be shown is not told of what was shown, or hidden.
    let leaves = may_leave(&notice);
    let shown = (leaves && notice.standing != Standing::Hidden).then(|| {
        let words = lang.notice_shown_text(&notice.seen, &notice.heard, of);
        view! { <SummaryRow name=lang.notice_shown()>{words}</SummaryRow> }
    });
    let audience = leaves.then(|| {
        let words = lang.notice_audience(notice.audience);
        view! { <SummaryRow name=lang.notice_to_whom()>{words}</SummaryRow> }
    });
    view! {
        <section>
            <h2>{lang.notice_what()}</h2>
            <SummaryList>
                <SummaryRow name=lang.notice_camera()>{lang.media(notice.camera)}</SummaryRow>
                <SummaryRow name=lang.notice_when()>{when}</SummaryRow>
                <SummaryRow name=lang.notice_where()>{notice.place}</SummaryRow>
                <SummaryRow name=lang.notice_who()>{lang.notice_role(notice.track)}</SummaryRow>
                {audience}
                <SummaryRow name=lang.notice_you(of)>{seen}<br/>{heard}</SummaryRow>
                {shown}
            </SummaryList>
        </section>
    }
}

/// Court, objection, blurring and consent: what each does, while it can still do it.
#[component]
fn Rights(notice: DepictedView) -> impl IntoView {
    let (lang, office) = (lang(), office());
    let profile = office.profile();
    let (kind, shown) = (notice.kind, notice.shown);
    // Nothing is left to ask of an office, or of a court, that has granted it.
    if is_kept(&notice) {
        return view! { <p>{lang.notice_private(shown)}</p> }.into_any();
    }
    let running = notice.days_left > 0 || notice.last_day.is_none();
    let before = may_leave(&notice);
    let help = (!profile.self_help.is_empty()).then(|| {
        let link = profile.self_help.clone();
        view! { <p>{lang.notice_self_help()}" "<a href=web_address(&link)>{link.clone()}</a></p> }
    });
    // Their action is there already.
    let in_court = notice.standing == Standing::InCourt;
    let right = match notice.standing {
        // Without days there is no last one.
        Standing::Consented | Standing::Hidden if notice.last_day.is_none() => {
            lang.notice_right_undated(&profile.court)
        }
        _ if running => lang.notice_right(&profile.court),
        _ => lang.notice_right_late(&profile.court),
    };
    let effect = (running && before).then(|| {
        let consented =
            (notice.standing == Standing::Consented).then(|| view! { <p>{lang.notice_effect_consented()}</p> });
        let effect = if notice.standing == Standing::Consented || notice.standing == Standing::Hidden {
            lang.notice_effect_undated(kind)
        } else {
            lang.notice_effect(kind)
        };
        view! {
            <section>
                <h2>{lang.notice_effect_title()}</h2>
                {consented}
                <p>{effect}</p>
                <Inset><p>{lang.notice_not_court()}</p></Inset>
            </section>
        }
    });
    let blur = (before && notice.standing != Standing::Hidden).then(|| {
        view! { <section><h2>{lang.notice_blur_title(shown)}</h2><p>{lang.notice_blur(shown)}</p></section> }
    });
    let consent = may_consent(&notice).then(|| {
        view! { <section><h2>{lang.notice_consent_title()}</h2><p>{lang.notice_consent(kind)}</p><ToWish/></section> }
    });
    view! {
        {effect}
        {blur}
        {consent}
        {(!in_court).then(|| view! { <section><h2>{lang.notice_right_title()}</h2><p>{right}</p>{help}</section> })}
        <p>{lang.notice_private(shown)}</p>
    }
    .into_any()
}

/// Whether consent would change anything: not once they agreed, are hidden or had their days, and not while a court has it
/// ([`law::notice::Notice::consent`]).
pub fn may_consent(notice: &DepictedView) -> bool {
    let settled = matches!(
        notice.standing,
        Standing::Consented | Standing::Hidden | Standing::InCourt | Standing::Forbidden { .. }
    );
    let running = notice.days_left > 0 || notice.last_day.is_none();
    may_leave(notice) && running && !settled
}

/// An address of the web as a link needs it; profiles may leave the scheme out.
fn web_address(link: &str) -> String {
    if link.contains("://") {
        link.to_owned()
    } else {
        format!("https://{link}")
    }
}

/// The person's objections with their answers.
#[component]
fn Objections(objections: Vec<ObjectionView>, shown: law::person::Shown) -> impl IntoView {
    let items: Vec<_> = objections
        .into_iter()
        .map(|of| view! { <ObjectionItem of shown/> })
        .collect();
    (!items.is_empty()).then(|| {
        view! { <section><h2>{lang().notice_objected_title()}</h2><ul class="bwc-notice-objections">{items}</ul></section> }
    })
}

/// The wishes to tell of: whoever is asked for nothing any more waits for no talk either.
fn told(notice: &DepictedView, answers: bool) -> Vec<WishView> {
    let wishes = notice.wishes.iter();
    wishes
        .filter(|wish| answers || wish.heard_on.is_some())
        .cloned()
        .collect()
}
