//! `/requests/{number}/feed.atom`: what happened, for feed readers.

use atom_syndication::{Entry, Feed, FixedDateTime, Generator, Link, Person, Text};
use axum::{
    extract::{Extension, Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jiff::civil::Date;
use law::profile::Profile;
use office::{
    Answer, Lang, Refusal, TrackingNumber,
    views::{DocketLine, PublicStatus},
};
use texts::{CommonWords as _, LawWords as _};

use super::{counter::Counter, notice::Notice};

/// The feed of a request, in the reader's language: the public docket, newest first.
pub async fn feed(
    State(counter): State<Counter>,
    Extension(lang): Extension<Lang>,
    Path(number): Path<String>,
) -> Response {
    match status(&counter, &number).await {
        Ok(status) => {
            let kind = HeaderValue::from_static("application/atom+xml; charset=utf-8");
            let feed = written(&status, lang, &counter.house.base_url, counter.office.profile());
            ([(header::CONTENT_TYPE, kind)], feed).into_response()
        }
        Err(refusal) => Notice::Refused(refusal).into_response(),
    }
}

/// The public status of a request in a path.
pub async fn status(counter: &Counter, number: &str) -> Answer<PublicStatus> {
    let number = TrackingNumber::parse(number).map_err(|_| Refusal::NotFound)?;
    counter.office.status(&number).await?.ok_or(Refusal::NotFound)
}

fn written(status: &PublicStatus, lang: Lang, base: &str, profile: &Profile) -> String {
    let page = format!("{base}{}", lang.path(&format!("/requests/{}", status.number)));
    let of_itself = format!("{page}/feed.atom");
    let entries: Vec<Entry> = status
        .docket
        .iter()
        .rev()
        .map(|line| entry(line, &page, lang, profile))
        .collect();
    let feed = Feed {
        title: Text::plain(format!("{} – {}", status.number, lang.site())),
        id: of_itself.clone(),
        lang: Some(lang.key().to_owned()),
        updated: entries
            .first()
            .map_or_else(|| instant(status.received_on, profile), |entry| entry.updated),
        links: vec![link("self", of_itself), link("alternate", page)],
        authors: vec![Person {
            name: profile.agency.clone(),
            ..Person::default()
        }],
        generator: Some(Generator {
            value: "Daylight".to_owned(),
            ..Generator::default()
        }),
        entries,
        ..Feed::default()
    };
    feed.to_string()
}

fn entry(line: &DocketLine, page: &str, lang: Lang, profile: &Profile) -> Entry {
    let told = format!("{page}#entry-{}", line.seq);
    Entry {
        id: told.clone(),
        title: Text::plain(lang.event(&line.event)),
        updated: instant(line.on, profile),
        summary: Some(Text::plain(format!(
            "{}: {}",
            lang.actor(line.by),
            lang.event(&line.event)
        ))),
        links: vec![link("alternate", told)],
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
