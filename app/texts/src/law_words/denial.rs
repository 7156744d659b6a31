//! Denials in part: what is given and what is withheld.

use law::{
    Bilingual, both,
    denial::{GivenPart, WithheldPart},
};

pub(super) const fn given(part: GivenPart) -> Bilingual {
    match part {
        GivenPart::SomeRecordings => both("Some of the recordings, whole", "Algunas de las grabaciones, completas"),
        GivenPart::RedactedRecordings => both(
            "The recordings, with parts covered, muted or cut",
            "Las grabaciones, con partes cubiertas, silenciadas o cortadas",
        ),
        GivenPart::SomeRedacted => both(
            "Some of the recordings, with parts covered, muted or cut",
            "Algunas de las grabaciones, con partes cubiertas, silenciadas o cortadas",
        ),
    }
}

pub(super) const fn withheld(part: WithheldPart) -> Bilingual {
    match part {
        WithheldPart::WholeRecordings => both("Whole recordings", "Grabaciones completas"),
        WithheldPart::Minutes => both("Some minutes of a recording", "Algunos minutos de una grabación"),
        WithheldPart::Faces => both("Faces or bodies of people", "Rostros o cuerpos de personas"),
        WithheldPart::Sound => both("Voices or other sound", "Voces u otro sonido"),
        WithheldPart::Children => both("What shows children", "Lo que muestra a menores"),
        WithheldPart::NonpublicPlace => both(
            "What was recorded in a home or another place that is not public",
            "Lo que se grabó en una vivienda o en otro lugar que no es público",
        ),
        WithheldPart::Health => both("Injuries, treatment or health", "Lesiones, tratamiento o salud"),
        WithheldPart::Deceased => both("What shows a person who died", "Lo que muestra a una persona fallecida"),
        WithheldPart::Identifiers => both(
            "Names, addresses, number plates or screens",
            "Nombres, domicilios, placas o pantallas",
        ),
        WithheldPart::OtherRecords => both("Records that are no recording", "Registros que no son grabaciones"),
    }
}
