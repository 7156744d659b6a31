//! `/requests/{number}/feed.atom`, what happened; `/requests/feed.atom`, what was asked: for feed readers.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use axum::{
    extract::{Extension, Path, Query, State, rejection::QueryRejection},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use law::profile::Profile;
use office::{
    Lang, OfficeResult, Refusal, TrackingNumber,
    forms::LogForm,
    views::{DocketLine, LogLine, PublicStatus},
};
use texts::{CommonWords as _, FollowingWords as _, LawWords as _, StatusWords as _};

use super::{error_page::ErrorPage, state::AppState};

/// The feed of a request, in the reader's language: the public docket, newest first.
pub async fn feed(
    State(state): State<AppState>,
    Extension(lang): Extension<Lang>,
    Path(number): Path<String>,
) -> Response {
    match status(&state, &number).await {
        Ok(status) => answer(&render(
            &status,
            lang,
            &state.site_info.base_url,
            state.office.profile(),
        )),
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

/// The feed of the log or of a part of it: the newest requests that fit.
pub async fn log_feed(
    State(state): State<AppState>,
    Extension(lang): Extension<Lang>,
    asked: Result<Query<LogForm>, QueryRejection>,
) -> Response {
    let Ok(Query(form)) = asked else {
        return ErrorPage::Malformed.into_response();
    };
    let profile = state.office.profile();
    let filter = match form.check(profile) {
        Ok(filter) => filter,
        Err(errors) => return ErrorPage::Refused(errors.into()).into_response(),
    };
    match state.office.newest(filter).await {
        Ok(lines) => answer(&listed(&lines, &form, lang, &state.site_info.base_url, profile)),
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

fn answer(feed: &Feed) -> Response {
    let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
    ([(header::CONTENT_TYPE, kind)], feed.to_string()).into_response()
}

/// The public status of a request in a path.
pub async fn status(state: &AppState, number: &str) -> OfficeResult<PublicStatus> {
    let number = TrackingNumber::parse(number).map_err(|_| Refusal::NotFound)?;
    state.office.status(&number).await?.ok_or(Refusal::NotFound)
}

fn render(status: &PublicStatus, lang: Lang, base: &str, profile: &Profile) -> Feed {
    let page = format!("{base}{}", lang.path(&format!("/requests/{}", status.number)));
    let of_itself = format!("{page}/feed.atom");
    let entries: Vec<Entry> = status
        .docket
        .iter()
        .rev()
        .map(|line| entry(line, &page, lang, profile))
        .collect();
    let updated = entries
        .first()
        .map_or_else(|| instant(status.received_on, profile), |entry| entry.updated);
    Feed {
        title: Text::plain(format!("{} – {}", status.number, lang.site())),
        id: of_itself.clone(),
        updated,
        links: vec![link("self", of_itself), link("alternate", page)],
        entries,
        ..ours(lang, profile)
    }
}

/// Requests of the log, each on the day it came. How each stands changes, and is on its own page.
fn listed(lines: &[LogLine], form: &LogForm, lang: Lang, base: &str, profile: &Profile) -> Feed {
    let query = serde_html_form::to_string(form.given()).unwrap_or_default();
    let at = |path: &str| {
        let address = format!("{base}{}", lang.path(path));
        if query.is_empty() {
            address
        } else {
            format!("{address}?{query}")
        }
    };
    let of_itself = at("/requests/feed.atom");
    let entries: Vec<Entry> = lines.iter().map(|line| request(line, lang, base, profile)).collect();
    let title = lang.log_feed_title(!query.is_empty());
    Feed {
        title: Text::plain(format!("{title} – {}", lang.site())),
        id: of_itself.clone(),
        // A list without lines has never changed.
        updated: entries.first().map(|entry| entry.updated).unwrap_or_default(),
        links: vec![link("self", of_itself), link("alternate", at("/requests"))],
        entries,
        ..ours(lang, profile)
    }
}

/// What every feed of the portal says.
fn ours(lang: Lang, profile: &Profile) -> Feed {
    Feed {
        lang: Some(lang.key().to_owned()),
        authors: vec![Person {
            name: profile.agency.clone(),
            ..Person::default()
        }],
        generator: Some(Generator {
            value: "Daylight".to_owned(),
            ..Generator::default()
        }),
        ..Feed::default()
    }
}

fn request(line: &LogLine, lang: Lang, base: &str, profile: &Profile) -> Entry {
    let page = format!("{base}{}", lang.path(&format!("/requests/{}", line.number)));
    let words = lang.log_feed_line(&line.incident_month, line.division.as_deref(), line.track);
    Entry {
        id: page.clone(),
        title: Text::plain(lang.request_title(line.number.as_str())),
        updated: instant(line.received_on, profile),
        summary: Some(Text::plain(words)),
        links: vec![link("alternate", page)],
        ..Entry::default()
    }
}

fn entry(line: &DocketLine, page: &str, lang: Lang, profile: &Profile) -> Entry {
    Entry {
        id: format!("{page}#entry-{}", line.seq),
        title: Text::plain(lang.event(&line.event)),
        updated: instant(line.on, profile),
        // The title says what happened.
        summary: Some(Text::plain(lang.feed_by(lang.actor(line.by)))),
        links: vec![link("alternate", format!("{page}/timeline#entry-{}", line.seq))],
        ..Entry::default()
    }
}

fn link(rel: &str, href: String) -> Link {
    Link {
        rel: rel.to_owned(),
        href,
        ..Link::default()
    }
}

/// Midnight of a day at the agency. The hour at which something was done is nobody's business.
fn instant(on: Date, profile: &Profile) -> FixedDateTime {
    let midnight = on
        .in_tz(&profile.zone)
        .ok()
        .map(|zoned| zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string());
    midnight.and_then(|text| text.parse().ok()).unwrap_or_default()
}
