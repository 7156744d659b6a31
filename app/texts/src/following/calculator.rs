//! What starts a rule, whose rule it is, and until when a question can be answered.

use law::{Bilingual, Date, both, profile::StartEvent};
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
pub(super) const fn starts(from: StartEvent) -> Bilingual {
    match from {
        StartEvent::Receipt => both(
            "the day the request was received",
            "el día en que se recibió la solicitud",
        ),
        StartEvent::GroundsAsked => both(
            "the day the reasons were asked for",
            "el día en que se pidieron los motivos",
        ),
        StartEvent::NoticeReceived => both("the day the notice was received", "el día en que se recibió el aviso"),
        StartEvent::NoticeGiven => both("the day the notice was given", "el día en que se dio el aviso"),
        StartEvent::Event => both("the day of the act or event", "el día del acto o del hecho"),
        StartEvent::Asked => both(
            "the day the question or fee went out",
            "el día en que se envió la pregunta o el cobro",
        ),
        StartEvent::Lapse => both("the day the request lapsed", "el día en que venció la solicitud"),
        StartEvent::Ascertained => both(
            "the day the violation could be seen",
            "el día en que se pudo conocer la violación",
        ),
        StartEvent::Violation => both("the day of the violation", "el día de la violación"),
        StartEvent::Offense => both("the day of the offense", "el día del delito"),
        StartEvent::Complaint => both("the day of the complaint", "el día de la queja"),
        StartEvent::Incident => both("the day of the incident", "el día del incidente"),
        StartEvent::Knew => both(
            "the day the agency knew, or should have known",
            "el día en que la agencia supo, o debió saber",
        ),
        StartEvent::Recorded => both("the day of the recording", "el día de la grabación"),
    }
}

/// The place that a rule belongs to.
pub(super) fn place(key: &str) -> Bilingual<String> {
    let same = |name| both(name, name).owned();
    match key {
        "kansas-city-mo" => same("Kansas City, Missouri"),
        "chicago" => same("Chicago"),
        "california" => same("California"),
        "colorado" => same("Colorado"),
        "new-york-city" => both("New York City", "Ciudad de Nueva York").owned(),
        "washington" => both("Washington State", "Estado de Washington").owned(),
        other => same(other),
    }
}
