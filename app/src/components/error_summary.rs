//! What is wrong with a form, on top of the page.

use leptos::prelude::*;
use office::{Errors, Lang, Refusal};
use texts::{ProblemWords, with_label};

use crate::context::lang;

/// The problems of a form that is shown again; none if it is shown for the first time.
#[derive(Clone, Debug)]
pub struct Problems {
    errors: Errors,
    lang: Lang,
}

impl Problems {
    /// Of a refusal; any other than of wrong fields has none.
    pub fn of(refusal: Option<&Refusal>) -> Self {
        let errors = match refusal {
            Some(Refusal::Invalid { errors }) => errors.clone(),
            _ => Errors::default(),
        };
        Self { errors, lang: lang() }
    }

    /// What is wrong with a field of this label, in words that name its matter.
    pub fn field(&self, name: &str, label: &str) -> Option<String> {
        let told = |problem| with_label(label, problem, self.lang.problem_of(name, problem));
        self.errors.of(name).map(told)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }
}

/// All problems with links to their fields; shows nothing if there are none. First in the page.
#[component]
pub fn ErrorSummary<L>(
    /// What is wrong.
    problems: Problems,
    /// A field's label, as the page shows it, by its name.
    label: L,
    /// What stands before the ids of the fields.
    #[prop(optional)]
    prefix: String,
) -> impl IntoView
where
    L: Fn(&str) -> String,
{
    let Problems { errors, lang } = problems;
    (!errors.is_empty()).then(|| {
        let items: Vec<(String, String)> = errors
            .0
            .iter()
            .map(|(name, problem)| {
                let told = lang.problem_of(name, problem);
                (format!("#{prefix}{name}"), with_label(&label(name), problem, told))
            })
            .collect();
        view! {
            <div class="bwc-error-summary" role="alert" tabindex="-1" autofocus=true id="problems">
                <h2 class="bwc-error-summary__title">{lang.problem_summary(items.len())}</h2>
                <ul class="bwc-error-summary__list">
                    {items
                        .into_iter()
                        .map(|(href, words)| view! { <li><a href=href>{words}</a></li> })
                        .collect_view()}
                </ul>
            </div>
        }
    })
}
