//! Who has a request: on its page, and the page on which it is given to somebody.

use leptos::prelude::*;
use office::{
    Refusal, TrackingNumber,
    forms::QueueActForm,
    views::{Assignee, AssignmentLine, Assignments},
};
use texts::{QueueWords, StatusWords};

use super::signed_in;
use crate::{
    components::{Button, Day, Draft, Form, FormProblems, Layout, Select, TextField},
    context::{lang, load, number, office},
};

/// Who has a request, since when, and who had it before.
#[component]
pub fn AssignedTo(number: TrackingNumber, assignments: Vec<AssignmentLine>, works: bool) -> impl IntoView {
    let lang = lang();
    let href = lang.path(&format!("/staff/requests/{number}/assign"));
    let give = works.then(|| view! { <p><a href=href>{lang.assign_title()}</a></p> });
    view! {
        <section class="bwc-acts">
            <h2>{lang.assigned_title()}</h2>
            <History assignments/>
            {give}
        </section>
    }
}

/// Who a request can be given to, nobody among them, as a list to choose from.
pub fn takers(assignees: Vec<Assignee>) -> Vec<(String, String)> {
    let lang = lang();
    let nobody = ("nobody".to_owned(), lang.queue_nobody().to_owned());
    let people = assignees.iter().map(|one| (one.id.clone(), lang.assignee(one)));
    people.chain([nobody]).collect()
}

#[component]
fn History(assignments: Vec<AssignmentLine>) -> impl IntoView {
    let lang = lang();
    if assignments.is_empty() {
        return view! { <p>{lang.assigned_nobody()}</p> }.into_any();
    }
    let items: Vec<_> = assignments
        .into_iter()
        .map(|line| {
            let note = (!line.note.is_empty()).then(|| view! { <br/><q>{line.note}</q> });
            view! { <li><Day date=line.on short=true/>": "{lang.assigned_line(line.to.as_deref(), &line.by)}{note}</li> }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

/// Gives a request to somebody.
#[component]
pub fn AssignPage() -> impl IntoView {
    let (office, number, staff) = (office(), number(), signed_in());
    load(
        async move {
            let staff = staff?;
            let by = staff.custodian()?;
            office.assignments(&by, &number?).await?.ok_or(Refusal::NotFound)
        },
        |of| view! { <Give of/> },
    )
}

#[component]
fn Give(of: Assignments) -> impl IntoView {
    let lang = lang();
    let Assignments {
        number,
        lines,
        assignees,
    } = of;
    let draft = Draft::refused_or(QueueActForm::default, |lang, name| match name {
        "to" => (lang.assign_to(), None),
        name => (lang.queue_field(name), Some(lang.assign_hint())),
    });
    let failed = draft.failed();
    let options = takers(assignees);
    let back = lang.path(&format!("/staff/requests/{number}"));
    view! {
        <Layout title=lang.assign_title() failed>
            <FormProblems draft=draft.clone()/>
            <p><a href=back class="bwc-number">{lang.request_title(number.as_str())}</a></p>
            <h1>{lang.assign_title()}</h1>
            <History assignments=lines/>
            <Form>
                <Select of=draft.field("to") options/>
                <TextField of=draft.field("note") rows=4/>
                <Button>{lang.queue_assign()}</Button>
            </Form>
        </Layout>
    }
}
