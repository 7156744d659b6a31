//! The definitions.

use law::{Bilingual, both};

use super::{Caveat as C, Definition};

const RECEIVED: Bilingual = both(
    "Requests received in the period, as they stand on the day shown",
    "Solicitudes recibidas en el período, según su estado en la fecha indicada",
);
const ALL_RECEIVED: Bilingual = both(
    "All requests received in the period",
    "Todas las solicitudes recibidas en el período",
);

/// Every figure's definition.
pub const ALL: &[Definition] = &[
    Definition {
        key: "requests",
        title: both("Requests and where they stand", "Solicitudes y su estado"),
        numerator: both(
            "Requests, by month of receipt, by who asks, by division, and by where each stands today",
            "Solicitudes, por mes de recepción, por quién pide, por división y por el estado actual de cada una",
        ),
        denominator: Some(ALL_RECEIVED),
        period: RECEIVED,
        caveats: &[C::Moves, C::PortalOnly, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "reasons",
        title: both("Reasons for saying no", "Motivos para negar"),
        numerator: both(
            "Requests denied, by the section of law that the denial cites; requests without a recording, by the reason",
            "Solicitudes denegadas, por el artículo de ley que cita la negativa; solicitudes sin grabación, por el motivo",
        ),
        denominator: Some(both(
            "All requests denied, and all requests without a recording",
            "Todas las solicitudes denegadas y todas las solicitudes sin grabación",
        )),
        period: RECEIVED,
        caveats: &[C::Moves, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "acted_in_time",
        title: both("Acted on in three business days", "Atendidas en tres días hábiles"),
        numerator: both(
            "Requests on which the custodian acted by the legal deadline (RSMo 610.023.3)",
            "Solicitudes que el custodio atendió antes de vencer el plazo legal (RSMo 610.023.3)",
        ),
        denominator: Some(both(
            "Requests whose deadline has passed",
            "Solicitudes cuyo plazo ya venció",
        )),
        period: both("By the month of the deadline", "Según el mes del plazo"),
        caveats: &[C::DuePassed, C::TakenUpBefore, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "taken_up",
        title: both(
            "Days until a request is taken up, which is no answer",
            "Días hasta que se toma la solicitud, lo que no es una respuesta",
        ),
        numerator: both(
            "Days from receipt until the custodian takes the request up: half are taken up by this day, nine in ten by \
             that day. Requests answered without that count as never taken up",
            "Días desde la recepción hasta que el custodio toma la solicitud: la mitad se toma hasta este día, nueve de \
             cada diez hasta aquel. Las que se responden sin eso cuentan como nunca tomadas",
        ),
        denominator: Some(ALL_RECEIVED),
        period: RECEIVED,
        caveats: &[C::OpenCounted, C::EndedOtherwise, C::EveryDay, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "first_action",
        title: both("Days to the first answer", "Días hasta la primera respuesta"),
        numerator: both(
            "Days from receipt to the first answer, question, fee, or explained delay with its earliest day (RSMo \
             610.023.3): half get one by this day, nine in ten by that day. That a request is taken up does not count",
            "Días desde la recepción hasta la primera respuesta, pregunta, cobro o demora explicada con su fecha más \
             próxima (RSMo 610.023.3): la mitad la recibe hasta este día, nueve de cada diez hasta aquel. No cuenta que \
             se tome la solicitud",
        ),
        denominator: Some(ALL_RECEIVED),
        period: RECEIVED,
        caveats: &[C::OpenCounted, C::EveryDay, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "release",
        title: both("Days to a release", "Días hasta la entrega"),
        numerator: both(
            "Days from receipt to the first release, whole or in part",
            "Días desde la recepción hasta la primera entrega, completa o parcial",
        ),
        denominator: Some(ALL_RECEIVED),
        period: RECEIVED,
        caveats: &[C::OpenCounted, C::EndedOtherwise, C::EveryDay, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "waiting",
        title: both(
            "Waiting for an investigation to end",
            "En espera de que termine una investigación",
        ),
        numerator: both(
            "Requests closed today because an investigation is active (RSMo 610.100.2(2)), by days since they were closed",
            "Solicitudes cerradas hoy porque una investigación está activa (RSMo 610.100.2(2)), por días desde que se \
             cerraron",
        ),
        denominator: None,
        period: RECEIVED,
        caveats: &[C::MayTakeYears, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "petitions",
        title: both("Petitions to a court", "Peticiones a un tribunal"),
        numerator: both(
            "Petitions and motions about a request, by who filed them",
            "Peticiones y mociones sobre una solicitud, por quién las presentó",
        ),
        denominator: None,
        period: both(
            "By the day of filing with the court",
            "Según el día en que se presentaron al tribunal",
        ),
        caveats: &[C::AsEntered, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "orders",
        title: both("Court orders about requests", "Órdenes judiciales sobre solicitudes"),
        numerator: both(
            "Orders about a request, by what they say",
            "Órdenes sobre una solicitud, por lo que disponen",
        ),
        denominator: None,
        period: both("By the date of the order", "Según la fecha de la orden"),
        caveats: &[C::AsEntered, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "recording_orders",
        title: both("Court orders about recordings", "Órdenes judiciales sobre grabaciones"),
        numerator: both(
            "Orders in the register of recordings, by what they do: release, keep closed, do not show, hide parts, do \
             not delete",
            "Órdenes en el registro de grabaciones, por lo que disponen: entregar, mantener cerrada, no mostrar, \
             ocultar partes, no borrar",
        ),
        denominator: None,
        period: both(
            "Whole calendar years that are over, by the date of the order",
            "Años calendario completos ya terminados, según la fecha de la orden",
        ),
        caveats: &[C::AsEntered, C::OwnTable, C::WholeYears, C::Hidden],
    },
    Definition {
        key: "promises",
        title: both("Promised days", "Fechas prometidas"),
        numerator: both(
            "Days that the custodian promised after explaining a delay, and that passed without an answer",
            "Fechas que el custodio prometió al explicar una demora y que pasaron sin respuesta",
        ),
        denominator: Some(both(
            "All days promised in the period",
            "Todas las fechas prometidas en el período",
        )),
        period: both("By the promised day", "Según la fecha prometida"),
        caveats: &[C::PortalOnly, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "notices",
        title: both("Notices to people shown", "Avisos a las personas que aparecen"),
        numerator: both(
            "Notices sent and received, people not found, objections made here or on paper, court actions, and displays \
             that a court forbade",
            "Avisos enviados y recibidos, personas no localizadas, objeciones presentadas aquí o en papel, acciones \
             judiciales y exhibiciones que un tribunal prohibió",
        ),
        denominator: None,
        period: both(
            "Whole calendar years that are over",
            "Años calendario completos ya terminados",
        ),
        caveats: &[C::WholeYears, C::NoCourtAction, C::Hidden],
    },
    Definition {
        key: "holds",
        title: both(
            "Footage held for a request or a lawsuit",
            "Grabaciones conservadas por una solicitud o un juicio",
        ),
        numerator: both(
            "Requests for which footage is held today, and those whose hold has ended",
            "Solicitudes por las que hoy se conservan grabaciones, y aquellas cuya conservación terminó",
        ),
        denominator: None,
        period: RECEIVED,
        caveats: &[C::PortalOnly, C::OtherKeeping, C::Hidden, C::InTheLog],
    },
    Definition {
        key: "coverage_gaps",
        title: both("Coverage gaps", "Huecos de cobertura"),
        numerator: both(
            "Cameras that should have recorded what a request asks for and have no recording, or not all of it, by reason",
            "Cámaras que debían grabar lo que pide una solicitud y no tienen grabación, o no toda, por motivo",
        ),
        denominator: None,
        period: both(
            "By month in which the newest coverage sheet of the request was kept",
            "Según el mes en que se guardó la hoja de cobertura más nueva de la solicitud",
        ),
        caveats: &[C::PortalOnly],
    },
    Definition {
        key: "deletions",
        title: both("Recordings deleted", "Grabaciones borradas"),
        numerator: both(
            "Recordings deleted under a retention rule",
            "Grabaciones borradas según una regla de conservación",
        ),
        denominator: None,
        period: both("By month of deletion", "Según el mes en que se borraron"),
        caveats: &[C::AsReported],
    },
    Definition {
        key: "deleted_while_requested",
        title: both("Deleted while requested", "Borradas estando solicitadas"),
        numerator: both(
            "Requests answered with the word that the footage was deleted, on the day of the request or later",
            "Solicitudes cuya respuesta fue que la grabación se borró el día de la solicitud o después",
        ),
        denominator: None,
        period: both("By month of deletion", "Según el mes en que se borraron"),
        caveats: &[C::TargetNone, C::RefusedHere],
    },
    Definition {
        key: "cameras",
        title: both("Cameras in service", "Cámaras en servicio"),
        numerator: both(
            "Cameras that a source reports as in service",
            "Cámaras que una fuente da por en servicio",
        ),
        denominator: Some(both(
            "The goal that the department stated",
            "La meta que declaró el departamento",
        )),
        period: both("On the date of each source", "En la fecha de cada fuente"),
        caveats: &[C::AsPublished],
    },
];
