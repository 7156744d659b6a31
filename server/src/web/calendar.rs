//! `/requests/{number}/calendar.ics`: the days on which something is due, for calendar programs.

use axum::{
    extract::{Extension, Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use icalendar::{Calendar, Component as _, Event, EventStatus};
use office::{
    Lang,
    views::{ClockView, PublicStatus},
};
use texts::{CommonWords as _, LawWords as _};

use super::{error_page::ErrorPage, feed::status, state::AppState};

/// The running clocks of a request as all-day events.
pub async fn calendar(
    State(state): State<AppState>,
    Extension(lang): Extension<Lang>,
    Path(number): Path<String>,
) -> Response {
    match status(&state, &number).await {
        Ok(status) => {
            let kind = HeaderValue::from_static("text/calendar; charset=utf-8");
            let named = format!("attachment; filename=\"{}.ics\"", status.number);
            let body = render(&status, lang, &state.site_info.base_url);
            let mut response = ([(header::CONTENT_TYPE, kind)], body).into_response();
            if let Ok(named) = named.parse() {
                response.headers_mut().insert(header::CONTENT_DISPOSITION, named);
            }
            response
        }
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

fn render(status: &PublicStatus, lang: Lang, base: &str) -> String {
    let page = format!("{base}{}", lang.path(&format!("/requests/{}", status.number)));
    let host = base.split_once("://").map_or(base, |(_, host)| host);
    let mut calendar = Calendar::new();
    calendar.name(&format!("{} – {}", status.number, lang.site()));
    for clock in status.clocks.iter().filter(|clock| clock.clock.runs()) {
        calendar.push(event(status, clock, lang, &page, host));
    }
    calendar.to_string()
}

/// Identifier and time stamp follow from the clock alone, so that a calendar program that asks again
/// finds the same event, and not another one. The same clock can be started twice on different days.
fn event(status: &PublicStatus, view: &ClockView, lang: Lang, page: &str, host: &str) -> Event {
    let clock = &view.clock;
    let uid = format!("{}-{}-{}@{host}", status.number, clock.id.key(), clock.start);
    Event::with_uid(&uid)
        .add_property("DTSTAMP", clock.start.strftime("%Y%m%dT000000Z").to_string())
        .add_property("DTSTART;VALUE=DATE", clock.due.strftime("%Y%m%d").to_string())
        .add_property("TRANSP", "TRANSPARENT")
        .summary(&format!("{}: {}", status.number, lang.clock(clock.id)))
        .description(&format!("{}\n{page}", lang.clock_duty(clock.id)))
        .url(page)
        .status(EventStatus::Confirmed)
        .done()
}
