//! The calculator: any deadline of the profile with its work.

mod result;

use std::collections::BTreeMap;

use law::{
    deadline::Deadline,
    profile::{DeadlineError, Profile, Rule},
};
use leptos::prelude::*;
use office::{Errors, Lang, Problem};
use texts::{FollowingWords, LawWords};

use self::result::{DeadlineResult, Interpretations};
use crate::{
    components::{Button, Draft, Field, FormProblems, Layout, Select},
    context::{lang, load, office, query, set_status, visitor},
};

/// The calculator.
#[component]
pub fn DeadlinePage() -> impl IntoView {
    let office = office();
    let (rule, start) = (query("rule").trim().to_owned(), query("start").trim().to_owned());
    let profile = office.profile().clone();
    // A link may choose the rule and leave the day to whoever follows it.
    let chosen = !visitor().query.contains("start=") && profile.rule(&rule).is_some();
    let asked = !chosen && (visitor().query.contains("rule=") || visitor().query.contains("start="));
    let errors = if asked {
        errors(&profile, &rule, &start)
    } else {
        Errors::default()
    };
    let typed = (asked && errors.is_empty()).then(|| (rule.clone(), start.clone()));
    load(
        async move {
            match typed {
                Some((rule, start)) => office.deadline(&rule, &start).await.map(Result::ok),
                None => Ok(None),
            }
        },
        move |deadline| view! { <Calculator profile rule start errors deadline/> },
    )
}

/// What is wrong with what was asked; the start is looked at even where the rule is unknown.
fn errors(profile: &Profile, rule: &str, start: &str) -> Errors {
    let mut errors = Errors::default();
    if rule.is_empty() {
        errors.add("rule", Problem::Missing);
    } else if profile.rule(rule).is_none() {
        errors.add("rule", Problem::UnknownRule);
    }
    let read = |rule: &Rule| {
        matches!(
            profile.deadline(&rule.name, start, &[]),
            Err(DeadlineError::BadStart(_))
        )
    };
    if start.is_empty() {
        errors.add("start", Problem::Missing);
    } else if profile.rules().first().is_some_and(read) {
        errors.add("start", Problem::NotADate);
    }
    errors
}

#[component]
fn Calculator(
    profile: Profile,
    rule: String,
    start: String,
    errors: Errors,
    deadline: Option<Deadline>,
) -> impl IntoView {
    let lang = lang();
    let failed = !errors.is_empty();
    if failed {
        set_status(422);
    }
    let typed = BTreeMap::from([("rule", rule), ("start", start)]);
    let draft = Draft::new(&typed, failed.then(|| errors.into()), |lang, name| match name {
        "rule" => (lang.calc_rule(), Some(lang.calc_rule_hint())),
        _ => (lang.calc_start(), Some(lang.calc_start_hint())),
    });
    let rules = profile.rules().iter().chain(profile.comparisons());
    let options: Vec<(String, String)> = rules
        .map(|rule| (rule.name.clone(), title(lang, &profile, rule)))
        .collect();
    let result = deadline.map(|deadline| view! { <DeadlineResult profile=profile.clone() deadline/> });
    view! {
        <Layout title=lang.calc_title() failed>
            <FormProblems draft=draft.clone()/>
            <h1>{lang.calc_title()}</h1>
            <p>{lang.calc_intro()}</p>
            {result}
            <form class="bwc-form" method="get" action=lang.path("/law/deadline")>
                <Select of=draft.field("rule") options/>
                <Field of=draft.field("start")/>
                <Button>{lang.calc_send()}</Button>
            </form>
            <Interpretations profile/>
        </Layout>
    }
}

/// A rule in the list: its title, and the place where it is another one.
fn title(lang: Lang, profile: &Profile, rule: &Rule) -> String {
    let title = lang.rule_title(&rule.name).unwrap_or(&rule.name);
    if rule.place == profile.key {
        title.to_owned()
    } else {
        format!("{}: {title}", lang.calc_place(&rule.place))
    }
}
