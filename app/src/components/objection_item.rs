//! An objection in a list.

use law::{
    objection::{Ask, ObjectionAnswer, Relief},
    person::Shown,
};
use leptos::prelude::*;
use office::views::ObjectionView;
use texts::{DateWords, DeskWords, NoticeWords, ObjectionWords, ReleaseWords};

use super::{SummaryList, SummaryRow};
use crate::context::lang;

/// One objection, as the person and the custodian read it: each thing asked, why, in whose name, and what became of it.
#[component]
pub fn ObjectionItem(
    /// The objection with its words.
    of: ObjectionView,
    /// Whom the notice tells of, where the reader is who objected; the console quotes the form without.
    #[prop(optional)]
    shown: Option<Shown>,
    /// Which of the notice's objections it is, from 1, where the console tells several apart.
    #[prop(optional)]
    no: Option<usize>,
) -> impl IntoView {
    let lang = lang();
    let objection = &of.objection;
    let ask = move |ask: &Ask| shown.map_or_else(|| lang.ask(ask), |shown| lang.objection_ask(ask, shown));
    let received = lang.notice_objected_on(objection.received, objection.late);
    let asks = match &objection.relief {
        Relief::Whole => vec![lang.notice_asks_whole().to_owned()],
        Relief::Part { asks } => asks.iter().map(ask).collect(),
    };
    let grounds: Vec<String> = objection
        .grounds
        .iter()
        .map(|ground| lang.objection_ground(*ground).to_owned())
        .collect();
    let grounds = if grounds.is_empty() {
        view! { <SummaryRow name=lang.objection_row_grounds()>{lang.objection_no_grounds()}</SummaryRow> }.into_any()
    } else {
        view! { <SummaryRow name=lang.objection_row_grounds()><Lines lines=grounds/></SummaryRow> }.into_any()
    };
    let capacity = lang.receiver(objection.capacity);
    let words = (!of.words.is_empty()).then(|| {
        let words = of.words.clone();
        view! { <SummaryRow name=lang.objection_row_words()><blockquote>{words}</blockquote></SummaryRow> }
    });
    let not = objection.not_granted();
    let not_granted: Vec<String> = not
        .whole
        .then(|| lang.notice_asks_whole().to_owned())
        .into_iter()
        .chain(not.asks.iter().map(ask))
        .collect();
    let not_granted = (!not_granted.is_empty()).then(|| {
        view! { <SummaryRow name=lang.objection_not_granted()><Lines lines=not_granted/></SummaryRow> }
    });
    // The console lists the papers with their links; who sent them reads their names.
    let papers: Vec<String> = of.papers.iter().map(|paper| paper.name.clone()).collect();
    let papers = (shown.is_some() && !papers.is_empty())
        .then(|| view! { <SummaryRow name=lang.objection_filed_papers()><Lines lines=papers/></SummaryRow> });
    let answered = match &objection.answer {
        None => view! { <p>{lang.notice_waiting()}</p> }.into_any(),
        Some(answer) => {
            let words = lang.answer_kind(answer.kind());
            let more = match answer {
                ObjectionAnswer::Overruled { reasons, .. } => view! { <p>{reasons.clone()}</p> }.into_any(),
                ObjectionAnswer::SettledByRedaction { asks, reasons, .. } => {
                    let lines = asks.iter().map(ask).collect();
                    let reasons = (!reasons.is_empty()).then(|| view! { <p>{reasons.clone()}</p> });
                    view! { <Lines lines/>{reasons} }.into_any()
                }
                ObjectionAnswer::Accepted { .. } => ().into_any(),
            };
            let on = lang.day(answer.on());
            view! { <p><strong>{words}</strong>", "{on}"."</p>{more} }.into_any()
        }
    };
    view! {
        <li>
            <p><strong>{no.map(|no| format!("{} ", lang.objection_number(no)))}{received}</strong></p>
            <SummaryList>
                <SummaryRow name=lang.objection_row_asks()><Lines lines=asks/></SummaryRow>
                {grounds}
                <SummaryRow name=lang.objection_row_capacity()>{capacity}</SummaryRow>
                {words}
                {papers}
                <SummaryRow name=lang.notice_answered()>{answered}</SummaryRow>
                {not_granted}
            </SummaryList>
        </li>
    }
}

/// Each on a line of its own.
#[component]
fn Lines(lines: Vec<String>) -> impl IntoView {
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul>{lines}</ul> }
}
