//! What part of the log is wanted, read from the address.

use law::request::Stage;
use leptos::prelude::*;
use office::{Errors, Lang, Problem, Refusal, views::LogFilter};
use texts::{LawWords, StatusWords};

use crate::components::{Button, Field, Problems, Select};

/// Longest search, in characters.
const Q_MAX: usize = 100;

/// A search as typed, and what it asks for.
pub struct Search {
    q: String,
    status: String,
    /// What the office is asked; `None` if the search cannot be read.
    pub filter: Option<LogFilter>,
    /// What is wrong with the search.
    pub refusal: Option<Refusal>,
}

impl Search {
    /// Reads the three values of the address. A page that is no number is the first.
    pub fn read(q: &str, status: &str, page: &str) -> Self {
        let (q, status) = (q.trim(), status.trim());
        let mut errors = Errors::default();
        if q.chars().count() > Q_MAX {
            errors.add("q", Problem::TooLong { max: Q_MAX });
        } else if q.chars().any(char::is_control) {
            errors.add("q", Problem::BadCharacter);
        }
        let stage = Stage::parse(status);
        if stage.is_none() && !status.is_empty() {
            errors.add("status", Problem::UnknownChoice);
        }
        let page = page.trim().parse().unwrap_or(1).max(1);
        let refused = !errors.is_empty();
        Self {
            q: q.to_owned(),
            status: status.to_owned(),
            filter: (!refused).then(|| LogFilter {
                q: q.to_owned(),
                status: stage,
                page,
            }),
            refusal: refused.then(|| errors.into()),
        }
    }

    /// Whether it leaves anything out.
    pub const fn narrow(&self) -> bool {
        !(self.q.is_empty() && self.status.is_empty())
    }

    /// The address of another page of the same search.
    pub fn link(&self, lang: Lang, page: u32) -> String {
        let mut values = Vec::new();
        if !self.q.is_empty() {
            values.push(format!("q={}", encoded(&self.q)));
        }
        if !self.status.is_empty() {
            values.push(format!("status={}", encoded(&self.status)));
        }
        if page > 1 {
            values.push(format!("page={page}"));
        }
        let path = lang.path("/requests");
        if values.is_empty() {
            path
        } else {
            format!("{path}?{}", values.join("&"))
        }
    }

    /// The form that asks.
    pub fn form(&self, lang: Lang, problems: &Problems) -> impl IntoView + use<> {
        let stages: Vec<(String, String)> = Stage::ALL
            .into_iter()
            .map(|stage| (stage.key().to_owned(), lang.stage(stage).to_owned()))
            .collect();
        let (q, status) = (self.q.clone(), self.status.clone());
        let (q_error, status_error) = (problems.field("q"), problems.field("status"));
        view! {
            <form class="bwc-search" method="get" action=lang.path("/requests") role="search">
                <Field name="q" label=lang.log_q() hint=lang.log_q_hint() value=q error=q_error kind="search"/>
                <Select name="status" label=lang.log_status() options=stages value=status empty=lang.log_all() error=status_error/>
                <Button>{lang.log_search()}</Button>
            </form>
        }
    }
}

/// Text as a value of a query (RFC 3986: unreserved characters stay).
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_keeps_the_search() {
        let search = Search::read(" Shoal & Creek ", "received", "1");
        let link = search.link(Lang::Es, 2);
        assert_eq!(link, "/es/requests?q=Shoal%20%26%20Creek&status=received&page=2");
    }

    #[test]
    fn a_status_that_does_not_exist_is_told_and_not_asked() {
        let search = Search::read("", "gone", "");
        assert_eq!(search.refusal, Some(Refusal::field("status", Problem::UnknownChoice)));
        assert_eq!(search.filter, None);
    }
}
