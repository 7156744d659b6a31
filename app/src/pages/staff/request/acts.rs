//! The acts as a list of tasks: what the law allows now, and for the rest what stands in the way.

use law::{bar::Bar, request::ActKind};
use leptos::prelude::*;
use office::{
    forms::takes_papers,
    views::{Role, StaffRequest},
};
use texts::{LawWords, MatchWords, StaffWords};

use crate::{
    components::{Button, ButtonKind, Form, Problems},
    context::{lang, office},
    pages::staff::act::{
        field_list::{self, GROUPS, Group},
        fields::Fields,
        new_form, papers,
    },
};

/// The acts of this account.
#[component]
pub fn Acts(role: Role, request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let mine = |kind: ActKind| {
        let known = request.acts.iter().find(|(known, _)| *known == kind);
        known.filter(|_| role.may(kind)).map(|(_, bar)| bar.clone())
    };
    let mut barred = false;
    let mut groups = Vec::new();
    for (group, kinds) in GROUPS {
        let mut possible = Vec::new();
        for kind in kinds {
            match mine(*kind) {
                Some(None) => possible.push(*kind),
                Some(Some(_)) => barred = true,
                None => {}
            }
        }
        if !possible.is_empty() {
            groups.push((group, possible));
        }
    }
    let version = request.version;
    let none = (groups.is_empty() && !barred).then(|| view! { <p>{lang.acts_none()}</p> });
    let at = lang.path(&format!("/staff/requests/{}/act", request.status.number));
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(group, kinds)| view! { <PossibleActs group kinds at=at.clone() version/> })
        .collect();
    view! {
        <section class="bwc-acts">
            <h2>{lang.acts_title()}</h2>
            {none}
            {groups}
        </section>
    }
}

/// The acts of this account that are not possible now, each with the reason.
#[component]
pub fn Barred(role: Role, request: StaffRequest) -> impl IntoView {
    let barred: Vec<(ActKind, Bar)> = GROUPS
        .iter()
        .flat_map(|(_, kinds)| *kinds)
        .filter_map(|kind| {
            let (known, bar) = request.acts.iter().find(|(known, _)| known == kind)?;
            bar.clone().filter(|_| role.may(*known)).map(|bar| (*known, bar))
        })
        .collect();
    view! { <BarredActs barred/> }
}

#[component]
fn PossibleActs(group: Group, kinds: Vec<ActKind>, at: String, version: i64) -> impl IntoView {
    let lang = lang();
    let title = match group {
        Group::Work => lang.group_work(),
        Group::Decide => lang.group_decide(),
        Group::Court => lang.group_court(),
        Group::Fee => lang.group_fee(),
        Group::After => lang.group_after(),
    };
    let items: Vec<_> = kinds
        .into_iter()
        .map(|kind| {
            let href = format!("{at}/{}", kind.key());
            match way(kind) {
                Way::AtOnce => view! { <AtOnce kind href version/> }.into_any(),
                Way::Here => view! { <Here kind href version/> }.into_any(),
                Way::OwnPage => {
                    view! { <li><a class="bwc-acts-link" href=href data-act=kind.key()>{lang.act(kind)}</a></li> }
                        .into_any()
                }
            }
        })
        .collect();
    view! {
        <h3 class="bwc-acts-group">{title}</h3>
        <ul class="bwc-acts-list">{items}</ul>
    }
}

/// How an act is done from the page of its request.
#[derive(Clone, Copy)]
enum Way {
    /// By one button: nothing has to be typed, and it can be taken back.
    AtOnce,
    /// By a short form that opens in its place.
    Here,
    /// On a page of its own, with the case beside it.
    OwnPage,
}

const fn way(kind: ActKind) -> Way {
    match kind {
        ActKind::Acknowledge | ActKind::StartRedaction => Way::AtOnce,
        ActKind::CloseActive | ActKind::RecordInactive => Way::Here,
        _ => Way::OwnPage,
    }
}

#[component]
fn AtOnce(kind: ActKind, href: String, version: i64) -> impl IntoView {
    let lang = lang();
    view! {
        <li>
            <Form action=href.clone()>
                <input type="hidden" name="act" value=kind.key()/>
                <input type="hidden" name="version" value=version/>
                <button type="submit" class="bwc-acts-link">{lang.act(kind)}</button>
            </Form>
            <p class="bwc-acts-note">{lang.act_at_once()}" "<a href=href data-act=kind.key()>{lang.act_with_words()}<span class="bwc-unseen">": "{lang.act(kind)}</span></a></p>
        </li>
    }
}

#[component]
fn Here(kind: ActKind, href: String, version: i64) -> impl IntoView {
    let lang = lang();
    let fields = Fields {
        lang,
        kind,
        form: new_form(kind, office().today(), ""),
        problems: Problems::of(None),
        within: kind.key(),
    };
    let shown: Vec<AnyView> = field_list::fields(kind)
        .iter()
        .map(|field| fields.field(*field))
        .collect();
    let files = takes_papers(kind);
    let papers = files.then(|| papers(&fields, false));
    view! {
        <li>
            <details class="bwc-acts-here">
                <summary class="bwc-acts-link" data-act=kind.key()>{lang.act(kind)}</summary>
                <p class="bwc-acts-note">{lang.act_hint(kind)}" "<a href=href.clone() data-act=kind.key()>{lang.act_law()}<span class="bwc-unseen">": "{lang.act(kind)}</span></a></p>
                <Form action=href files=files>
                    <input type="hidden" name="act" value=kind.key()/>
                    <input type="hidden" name="version" value=version/>
                    {shown}
                    {papers}
                    <Button kind=ButtonKind::Second>{lang.act(kind)}</Button>
                </Form>
            </details>
        </li>
    }
}

#[component]
fn BarredActs(barred: Vec<(ActKind, Bar)>) -> impl IntoView {
    let lang = lang();
    (!barred.is_empty()).then(|| {
        let title = lang.acts_barred_title(barred.len());
        let items: Vec<_> = barred
            .into_iter()
            .map(|(kind, bar)| {
                view! {
                    <li data-barred=kind.key()>
                        <strong>{lang.act(kind)}</strong>
                        <br/>
                        <span class="bwc-soft">{lang.bar(&bar)}</span>
                    </li>
                }
            })
            .collect();
        view! {
            <section class="bwc-acts">
                <details class="bwc-acts-barred" open>
                    <summary>{title}</summary>
                    <ul>{items}</ul>
                </details>
            </section>
        }
    })
}
