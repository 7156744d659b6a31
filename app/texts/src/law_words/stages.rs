//! Stages, tracks, cameras, and who is who.

use law::{
    case::Who,
    request::{Media, Stage, Track},
};
use office::views::{Actor, Role};

use super::Pair;

pub(super) const fn stage(stage: Stage) -> Pair {
    match stage {
        Stage::Received => ("Received", "Recibida"),
        Stage::UnderReview => ("Under review", "En revisión"),
        Stage::Clarify => (
            "Waiting: a question to answer",
            "En espera: hay una pregunta por responder",
        ),
        Stage::Delayed => ("Delayed, with a promised day", "Demorada, con fecha prometida"),
        Stage::FeePending => ("Waiting: fee not paid yet", "En espera: falta el pago"),
        Stage::NoRecord => ("No recording", "No hay grabación"),
        Stage::WaitInactive => ("Waiting: investigation active", "En espera: investigación activa"),
        Stage::Denied => ("Denied", "Denegada"),
        Stage::CourtPending => ("Before a court", "Ante un tribunal"),
        Stage::Ordered => ("Court ordered release", "Un tribunal ordenó la entrega"),
        Stage::OrderDenied => ("Court refused release", "Un tribunal negó la entrega"),
        Stage::Redacting => ("Copy being prepared", "Copia en preparación"),
        Stage::NoticeGate => ("People shown are being told", "Aviso a las personas que aparecen"),
        Stage::Ready => ("Ready to deliver", "Lista para entregar"),
        Stage::Released => ("Released", "Entregada"),
        Stage::Partial => ("Released in part", "Entregada en parte"),
        Stage::Withdrawn => ("Withdrawn", "Retirada"),
    }
}

pub(super) const fn track(track: Track) -> Pair {
    match track {
        Track::Public => (
            "Anyone, as a member of the public",
            "Cualquier persona, como parte del público",
        ),
        Track::Depicted => (
            "A person seen or heard in the footage, or someone who speaks for them",
            "Una persona que se ve o se oye en la grabación, o quien la representa",
        ),
        Track::Civil => ("For a civil claim or defense", "Para una demanda civil o una defensa"),
        Track::Court => ("By order of a court", "Por orden de un tribunal"),
        Track::NextOfKin => (
            "Next of kin of a person who died",
            "Familiar más cercano de una persona fallecida",
        ),
    }
}

pub(super) const fn media(media: Media) -> Pair {
    match media {
        Media::BodyWorn => ("Body-worn camera", "Cámara corporal"),
        Media::InCar => ("In-car camera", "Cámara del vehículo policial"),
    }
}

pub(super) const fn who(who: Who) -> Pair {
    match who {
        Who::Custodian => ("the records custodian", "el custodio de registros"),
        Who::Requester => ("the person who filed the request", "quien presentó la solicitud"),
        Who::Investigators => ("the investigators", "los investigadores"),
        Who::Court => ("the court", "el tribunal"),
        Who::PeopleShown => ("the people seen or heard", "las personas que se ven o se oyen"),
        Who::Nobody => ("nobody", "nadie"),
    }
}

pub(super) const fn actor(actor: Actor) -> Pair {
    match actor {
        Actor::Requester => ("The person who filed", "Quien presentó la solicitud"),
        Actor::Custodian => ("The records custodian", "El custodio de registros"),
        Actor::Portal => ("This portal", "Este portal"),
    }
}

pub(super) const fn role(role: Role) -> Pair {
    match role {
        Role::Custodian => ("Records custodian", "Custodio de registros"),
        Role::Reviewer => ("Reviewer", "Revisor"),
        Role::Supervisor => ("Supervisor of records", "Supervisor de registros"),
        Role::Prosecutor => ("Prosecutor", "Fiscal"),
        Role::Auditor => ("Auditor of records", "Auditor de registros"),
        Role::Admin => ("Administrator", "Administrador"),
    }
}
