//! The calculator: any deadline of the profile with its work.

mod result;

use law::profile::{DeadlineError, Profile, Rule};
use leptos::prelude::*;
use office::{Errors, Lang, Problem, Refusal};
use texts::{FollowingWords, LawWords};

use crate::{
    components::{Button, ErrorSummary, Field, Layout, Problems, Select},
    context::{load, office, query, set_status, visitor},
};

/// The calculator.
#[component]
pub fn DeadlinePage() -> impl IntoView {
    let (lang, office) = (visitor().lang, office());
    let (rule, start) = (query("rule").trim().to_owned(), query("start").trim().to_owned());
    let asked = visitor().query.contains("rule=") || visitor().query.contains("start=");
    let profile = office.profile().clone();
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
        move |deadline| {
            let result = deadline.map(|deadline| result::result(lang, &profile, deadline).into_any());
            page(lang, &profile, (rule, start), errors, result)
        },
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

fn page(
    lang: Lang,
    profile: &Profile,
    (rule, start): (String, String),
    errors: Errors,
    result: Option<AnyView>,
) -> impl IntoView + use<> {
    let failed = !errors.is_empty();
    if failed {
        set_status(422);
    }
    let refusal = Refusal::from(errors);
    let problems = Problems::of(Some(&refusal));
    let (rule_error, start_error) = (problems.field("rule"), problems.field("start"));
    let rules = profile.rules().iter().chain(profile.comparisons());
    let options: Vec<(String, String)> = rules
        .map(|rule| (rule.name.clone(), title(lang, profile, rule)))
        .collect();
    let label = move |name: &str| {
        if name == "rule" {
            lang.calc_rule()
        } else {
            lang.calc_start()
        }
        .to_owned()
    };
    let readings = result::readings(lang, profile);
    view! {
        <Layout title=lang.calc_title() failed>
            <ErrorSummary problems label/>
            <h1>{lang.calc_title()}</h1>
            <p>{lang.calc_intro()}</p>
            {result}
            <form class="bwc-form" method="get" action=lang.path("/law/deadline")>
                <Select name="rule" label=lang.calc_rule() hint=lang.calc_rule_hint() options value=rule error=rule_error/>
                <Field name="start" label=lang.calc_start() hint=lang.calc_start_hint() value=start error=start_error/>
                <Button>{lang.calc_send()}</Button>
            </form>
            {readings}
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
