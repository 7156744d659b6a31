//! What starts a rule, whose rule it is, and until when a question can be answered.

use law::{Date, profile::StartEvent};
use office::Lang;

use crate::DateWords;

pub(super) fn answer_hint_english(day: Option<Date>) -> String {
    let Some(day) = day else {
        return "Work on your request goes on when you have answered.".to_owned();
    };
    format!(
        "Work on your request goes on when you have answered. The last day is {}; after it the request counts as withdrawn (RSMo 610.026.2(2)).",
        Lang::En.day(day)
    )
}

pub(super) fn answer_hint_spanish(day: Option<Date>) -> String {
    let Some(day) = day else {
        return "El trabajo en su solicitud sigue cuando usted responda.".to_owned();
    };
    format!(
        "El trabajo en su solicitud sigue cuando usted responda. El último día es el {}; después, la solicitud se considera retirada (RSMo 610.026.2(2)).",
        Lang::Es.day(day)
    )
}

/// What the day given as start is the day of.
pub(super) const fn starts(from: StartEvent) -> (&'static str, &'static str) {
    match from {
        StartEvent::Receipt => (
            "the day the request was received",
            "el día en que se recibió la solicitud",
        ),
        StartEvent::GroundsAsked => (
            "the day the reasons were asked for",
            "el día en que se pidieron los motivos",
        ),
        StartEvent::NoticeReceived => ("the day the notice was received", "el día en que se recibió el aviso"),
        StartEvent::NoticeGiven => ("the day the notice was given", "el día en que se dio el aviso"),
        StartEvent::Event => ("the day of the act or event", "el día del acto o del hecho"),
        StartEvent::Asked => (
            "the day the question or fee went out",
            "el día en que se envió la pregunta o el cobro",
        ),
        StartEvent::Lapse => ("the day the request lapsed", "el día en que venció la solicitud"),
        StartEvent::Ascertained => (
            "the day the violation could be seen",
            "el día en que se pudo conocer la violación",
        ),
        StartEvent::Violation => ("the day of the violation", "el día de la violación"),
        StartEvent::Offense => ("the day of the offense", "el día del delito"),
        StartEvent::Complaint => ("the day of the complaint", "el día de la queja"),
        StartEvent::Incident => ("the day of the incident", "el día del incidente"),
        StartEvent::Knew => (
            "the day the agency knew, or should have known",
            "el día en que la agencia supo, o debió saber",
        ),
        StartEvent::Recorded => ("the day of the recording", "el día de la grabación"),
    }
}

/// The place that a rule belongs to.
pub(super) fn place(key: &str) -> (String, String) {
    let same = |name: &str| (name.to_owned(), name.to_owned());
    match key {
        "kansas-city-mo" => same("Kansas City, Missouri"),
        "chicago" => same("Chicago"),
        "california" => same("California"),
        "colorado" => same("Colorado"),
        "new-york-city" => ("New York City".to_owned(), "Ciudad de Nueva York".to_owned()),
        "washington" => ("Washington State".to_owned(), "Estado de Washington".to_owned()),
        other => same(other),
    }
}
