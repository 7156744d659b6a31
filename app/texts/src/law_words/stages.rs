//! Stages, tracks, cameras, and who is who.

use law::{
    Bilingual, both,
    request::{Media, Stage, Track},
    request_state::Party,
};
use office::views::{Actor, Role};

pub(super) const fn stage(stage: Stage) -> Bilingual {
    match stage {
        Stage::Received => both("Received", "Recibida"),
        Stage::UnderReview => both("Under review", "En revisión"),
        Stage::Clarify => both(
            "Waiting: a question to answer",
            "En espera: hay una pregunta por responder",
        ),
        Stage::Delayed => both("Delayed, with a promised day", "Demorada, con fecha prometida"),
        Stage::FeePending => both("Waiting: fee not paid yet", "En espera: falta el pago"),
        Stage::NoRecord => both("No recording", "No hay grabación"),
        Stage::WaitInactive => both("Waiting: investigation active", "En espera: investigación activa"),
        Stage::Denied => both("Denied", "Denegada"),
        Stage::CourtPending => both("Before a court", "Ante un tribunal"),
        Stage::Ordered => both("Court ordered release", "Un tribunal ordenó la entrega"),
        Stage::OrderDenied => both("Court refused release", "Un tribunal negó la entrega"),
        Stage::Redacting => both("Copy being prepared", "Copia en preparación"),
        Stage::NoticeGate => both("People shown are being told", "Aviso a las personas que aparecen"),
        Stage::Ready => both("Ready to deliver", "Lista para entregar"),
        Stage::Released => both("Released", "Entregada"),
        Stage::Partial => both("Released in part", "Entregada en parte"),
        Stage::Withdrawn => both("Withdrawn", "Retirada"),
    }
}

pub(super) const fn track(track: Track) -> Bilingual {
    match track {
        Track::Public => both(
            "Anyone, as a member of the public",
            "Cualquier persona, como parte del público",
        ),
        Track::Depicted => both(
            "A person seen or heard in the footage, or someone who speaks for them",
            "Una persona que se ve o se oye en la grabación, o quien la representa",
        ),
        Track::Civil => both("For a civil claim or defense", "Para una demanda civil o una defensa"),
        Track::Court => both("By order of a court", "Por orden de un tribunal"),
        Track::NextOfKin => both(
            "Next of kin of a person who died",
            "Familiar más cercano de una persona fallecida",
        ),
    }
}

pub(super) const fn media(media: Media) -> Bilingual {
    match media {
        Media::BodyWorn => both("Body-worn camera", "Cámara corporal"),
        Media::InCar => both("In-car camera", "Cámara del vehículo policial"),
    }
}

pub(super) const fn who(who: Party) -> Bilingual {
    match who {
        Party::Custodian => both("the records custodian", "el custodio de registros"),
        Party::Requester => both("the person who filed the request", "quien presentó la solicitud"),
        Party::Investigators => both("the investigators", "los investigadores"),
        Party::Court => both("the court", "el tribunal"),
        Party::PeopleShown => both("the people seen or heard", "las personas que se ven o se oyen"),
        Party::Nobody => both("nobody", "nadie"),
    }
}

pub(super) const fn actor(actor: Actor) -> Bilingual {
    match actor {
        Actor::Requester => both("The person who filed", "Quien presentó la solicitud"),
        Actor::Custodian => both("The records custodian", "El custodio de registros"),
        Actor::Portal => both("This portal", "Este portal"),
    }
}

pub(super) const fn role(role: Role) -> Bilingual {
    match role {
        Role::Custodian => both("Records custodian", "Custodio de registros"),
        Role::Reviewer => both("Reviewer", "Revisor"),
        Role::Supervisor => both("Supervisor of records", "Supervisor de registros"),
        Role::Prosecutor => both("Prosecutor", "Fiscal"),
        Role::Auditor => both("Auditor of records", "Auditor de registros"),
        Role::Admin => both("Administrator", "Administrador"),
    }
}
