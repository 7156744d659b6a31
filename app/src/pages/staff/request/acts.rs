//! The acts as a list of tasks: what the law allows now, and for the rest what stands in the way.

use law::{bar::Bar, request::ActKind};
use leptos::prelude::*;
use office::views::{Role, StaffRequest};
use texts::{LawWords, StaffWords};

use crate::{
    context::lang,
    pages::staff::act::field_list::{GROUPS, Group},
};

/// The acts of this account.
#[component]
pub fn Acts(role: Role, request: StaffRequest) -> impl IntoView {
    let lang = lang();
    let mine = |kind: ActKind| {
        let known = request.acts.iter().find(|(known, _)| *known == kind);
        known.filter(|_| role.may(kind)).map(|(_, bar)| bar.clone())
    };
    let mut barred = Vec::new();
    let mut groups = Vec::new();
    for (group, kinds) in GROUPS {
        let mut possible = Vec::new();
        for kind in kinds {
            match mine(*kind) {
                Some(None) => possible.push(*kind),
                Some(Some(bar)) => barred.push((*kind, bar)),
                None => {}
            }
        }
        if !possible.is_empty() {
            groups.push((group, possible));
        }
    }
    let none = (groups.is_empty() && barred.is_empty()).then(|| view! { <p>{lang.acts_none()}</p> });
    let at = lang.path(&format!("/staff/requests/{}/act", request.status.number));
    let groups: Vec<_> = groups
        .into_iter()
        .map(|(group, kinds)| view! { <PossibleActs group kinds at=at.clone()/> })
        .collect();
    view! {
        <section class="bwc-acts">
            <h2>{lang.acts_title()}</h2>
            {none}
            {groups}
            <BarredActs barred/>
        </section>
    }
}

#[component]
fn PossibleActs(group: Group, kinds: Vec<ActKind>, at: String) -> impl IntoView {
    let lang = lang();
    let title = match group {
        Group::Work => lang.group_work(),
        Group::Decide => lang.group_decide(),
        Group::Court => lang.group_court(),
        Group::Fee => lang.group_fee(),
        Group::After => lang.group_after(),
    };
    let items: Vec<_> = kinds
        .iter()
        .map(|kind| {
            let href = format!("{at}/{}", kind.key());
            view! { <li><a class="bwc-acts-link" href=href data-act=kind.key()>{lang.act(*kind)}</a></li> }
        })
        .collect();
    view! {
        <h3 class="bwc-acts-group">{title}</h3>
        <ul class="bwc-acts-list">{items}</ul>
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
            <details class="bwc-acts-barred">
                <summary>{title}</summary>
                <ul>{items}</ul>
            </details>
        }
    })
}
