//! `/requests/{number}/calendar.ics`: the days on which something is due, for calendar programs.

use axum::{
    extract::{Extension, Path, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use icalendar::{Calendar, Component as _, Event, EventStatus, Property};
use law::{
    Date,
    clock::{Clock, ClockEnd, ClockId, Ending},
    court::{EntryKind, MustAct},
    event::Event as DocketEvent,
};
use office::{
    Lang,
    views::{ClockView, PublicStatus},
};
use texts::{CommonWords as _, CourtWords as _, LawWords as _, StatusWords as _};

use super::{error_page::ErrorPage, feed::status, state::AppState};

/// The days of a request as all-day events, and the day it ended.
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
    let entries = days(status, lang)
        .into_iter()
        .chain(hearings(status, lang))
        .chain(own_day(status, lang))
        .chain(end(status, lang));
    let mut calendar = Calendar::empty();
    calendar
        .append_property(Property::new("VERSION", "2.0"))
        .append_property(Property::new("PRODID", "-//Daylight//Records requests//EN"))
        .append_property(Property::new("CALSCALE", "GREGORIAN"))
        .name(&format!("{} – {}", status.number, lang.site()));
    for entry in entries {
        calendar.push(entry.event(status, &page, host));
    }
    calendar.to_string()
}

/// An all-day event. What it is called follows from the docket alone, so that a calendar program that asks again finds the
/// same event and not another one; what changed since is told by its number of changes and their day (RFC 5545 3.8.7.3, 3.8.7.4).
struct Entry {
    uid: String,
    on: Date,
    changed: Date,
    changes: u32,
    cancelled: bool,
    summary: String,
    description: String,
}

impl Entry {
    fn event(self, status: &PublicStatus, page: &str, host: &str) -> Event {
        let changed = self.changed.strftime("%Y%m%dT000000Z").to_string();
        Event::with_uid(&format!("{}-{}@{host}", status.number, self.uid))
            .add_property("DTSTAMP", changed.clone())
            .add_property("LAST-MODIFIED", changed)
            .add_property("DTSTART;VALUE=DATE", self.on.strftime("%Y%m%d").to_string())
            .add_property("TRANSP", "TRANSPARENT")
            .sequence(self.changes)
            .summary(&format!("{}: {}", status.number, self.summary))
            .description(&format!("{}\n{page}", self.description))
            .url(page)
            .status(if self.cancelled {
                EventStatus::Cancelled
            } else {
                EventStatus::Confirmed
            })
            .done()
    }
}

/// The days on which something is due, those that no longer count as canceled. A promise that takes the place of another moves
/// its day, and so does a clock that is started again from the same day.
fn days(status: &PublicStatus, lang: Lang) -> Vec<Entry> {
    let mut days: Vec<(Entry, &Clock)> = Vec::new();
    for ClockView { clock, .. } in &status.clocks {
        let ended = clock.ended.map(|end| end.on);
        let uid = format!("{}-{}", clock.id.key(), begun(status, clock));
        let moved = days
            .iter_mut()
            .find(|(entry, before)| entry.uid == uid || replaces(clock, before));
        if let Some((entry, before)) = moved {
            *before = clock;
            entry.on = clock.due;
            entry.cancelled = ended.is_some();
            continue;
        }
        let (changes, last) = changes(status, clock);
        let entry = Entry {
            uid,
            on: clock.due,
            changed: last,
            changes,
            cancelled: ended.is_some(),
            summary: lang.clock(clock.id).to_owned(),
            description: lang.clock_who(clock.id, lang.clock_duty(clock.id)),
        };
        days.push((entry, clock));
    }
    days.into_iter().map(|(entry, _)| entry).collect()
}

/// The day from which a clock was first counted, as the docket tells: a corrected day of receipt moves it.
fn begun(status: &PublicStatus, clock: &Clock) -> Date {
    let follows = matches!(clock.id, ClockId::C1 | ClockId::C3);
    let corrections = status.docket.iter().rev().filter(|_| follows);
    corrections.fold(clock.start, |start, line| match &line.event {
        DocketEvent::ReceiptCorrected { was, received, .. } if received.on == start => *was,
        _ => start,
    })
}

/// Whether a clock was started as another of its kind was stopped.
fn replaces(clock: &Clock, before: &Clock) -> bool {
    let stopped = |end: &ClockEnd| end.how == Ending::Stopped && end.on == clock.start;
    before.id == clock.id && clock.id == ClockId::C8 && before.ended.as_ref().is_some_and(stopped)
}

/// How often the docket tells of a clock of this kind since it was first started from this day, and the last day on which it
/// does: a number that only rises, whatever is taken back.
fn changes(status: &PublicStatus, clock: &Clock) -> (u32, Date) {
    let from = begun(status, clock);
    let (mut told, mut changes, mut since) = (None, 0, clock.start);
    // A clock that begins as another of its kind ends, in the next entry of the same act, is one change.
    let mut ended_in = 0;
    for line in &status.docket {
        let due = match &line.event {
            DocketEvent::ClockStarted { clock: begun } if begun.id == clock.id => {
                if told.is_none() {
                    if begun.start != from {
                        continue;
                    }
                    (told, since) = (Some(begun.due), line.on);
                    continue;
                }
                if ended_in + 1 == line.seq {
                    (told, since) = (Some(begun.due), line.on);
                    continue;
                }
                begun.due
            }
            DocketEvent::ClockEnded { clock: id, due, .. } if *id == clock.id => {
                ended_in = line.seq;
                *due
            }
            DocketEvent::ReceiptCorrected { clocks, .. } => {
                match clocks.iter().find(|moved| moved.clock.id == clock.id) {
                    Some(moved) => moved.clock.due,
                    None => continue,
                }
            }
            DocketEvent::ClockResumed { clock: again, .. } if again.id == clock.id => again.due,
            DocketEvent::LapseExtended { last_day } if clock.id == ClockId::C6 => *last_day,
            _ => continue,
        };
        if told.is_some() {
            changes += 1;
            (told, since) = (Some(due), line.on);
        }
    }
    // Another day than the docket tells: it was worked out anew since.
    let silent = told.is_some_and(|told| told != clock.due) && clock.runs() && clock.id != ClockId::C8;
    (changes + u32::from(silent), if silent { status.today } else { since })
}

/// The day that the office set itself for what is awaited: one event that moves on from step to step, canceled while a clock
/// runs or nothing is awaited. Each change of it is an entry of the docket.
fn own_day(status: &PublicStatus, lang: Lang) -> Option<Entry> {
    let next = &status.next;
    let on = next.step_day.or(next.earlier_day)?;
    let entries = status.docket.last().map_or(0, |line| line.seq);
    Some(Entry {
        uid: "office".to_owned(),
        on,
        changed: status.docket.last().map_or(next.since, |line| line.on),
        changes: u32::try_from(entries).unwrap_or(u32::MAX),
        cancelled: next.office_day().is_none(),
        summary: format!("{} ({})", lang.next_short(next), lang.office_own()),
        description: lang.step_who(next),
    })
}

/// The hearings of court cases that concern the request; one that was entered by mistake is canceled.
fn hearings(status: &PublicStatus, lang: Lang) -> Vec<Entry> {
    let mut found: Vec<Entry> = Vec::new();
    for line in &status.docket {
        let DocketEvent::CourtEntered {
            kind: EntryKind::Hearing,
            on,
            case,
            corrected,
        } = &line.event
        else {
            continue;
        };
        let uid = format!("hearing-{on}");
        if let Some(known) = found.iter_mut().find(|known| known.uid == uid) {
            (known.changed, known.cancelled) = (line.on, *corrected);
            known.changes += 1;
            continue;
        }
        found.push(Entry {
            uid,
            on: *on,
            changed: line.on,
            changes: 0,
            cancelled: *corrected,
            summary: lang.entry_kind(EntryKind::Hearing).to_owned(),
            description: format!(
                "{}, {}. {}",
                case.court,
                case.number,
                lang.must_act(MustAct::Department)
            ),
        });
    }
    found
}

/// That the request has ended, on its day; canceled where it goes on.
fn end(status: &PublicStatus, lang: Lang) -> Option<Entry> {
    let (mut on, mut since, mut changes, mut over) = (None, status.received_on, 0, false);
    for line in &status.docket {
        let ends = match &line.event {
            DocketEvent::NoRecord { .. }
            | DocketEvent::Denied { .. }
            | DocketEvent::Withdrawn
            | DocketEvent::Lapsed
            | DocketEvent::Released { .. } => true,
            DocketEvent::OrderVerified { .. } => {
                status.stage.ended() && status.docket.last().is_some_and(|last| last.on == line.on)
            }
            DocketEvent::Reopened | DocketEvent::CourtAsked { .. } | DocketEvent::RedactionStarted if over => false,
            _ => continue,
        };
        changes += u32::from(on.is_some());
        (over, since) = (ends, line.on);
        if ends {
            on = Some(line.on);
        }
    }
    let ended = status.stage.ended();
    let on = on.or_else(|| ended.then_some(status.today))?;
    Some(Entry {
        uid: "ended".to_owned(),
        on,
        changed: since,
        changes: changes + u32::from(over != ended),
        cancelled: !ended,
        summary: lang.calendar_ended().to_owned(),
        description: lang.stage(status.stage).to_owned(),
    })
}
