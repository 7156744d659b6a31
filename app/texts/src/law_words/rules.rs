//! Titles of the rules by which days are worked out.

use law::{Bilingual, both};

/// The title of a rule in plain words; `None` for a rule that only a profile file knows.
pub(super) fn title(rule: &str) -> Option<Bilingual> {
    TITLES.iter().find(|(known, _)| *known == rule).map(|(_, pair)| *pair)
}

/// Titles by rule name, Missouri and Kansas City first.
pub(super) const TITLES: &[(&str, Bilingual)] = &[
    (
        "MO_SUNSHINE_3BD",
        both(
            "Act on a records request: third business day",
            "Actuar sobre una solicitud: tercer día hábil",
        ),
    ),
    (
        "MO_DENIAL_STMT_3BD_STATEOFFICE",
        both(
            "Give written grounds of a denial, on the calendar of state offices",
            "Dar por escrito los motivos de una denegación, con el calendario de las oficinas estatales",
        ),
    ),
    (
        "MO_SUNSHINE_3BD_STATEOFFICE",
        both(
            "Act on a records request, on the calendar of state offices",
            "Actuar sobre una solicitud, con el calendario de las oficinas estatales",
        ),
    ),
    (
        "MO_SUNSHINE_3BD_UTC",
        both(
            "Act on a records request, from an exact moment",
            "Actuar sobre una solicitud, desde un momento exacto",
        ),
    ),
    (
        "MO_DENIAL_STMT_3BD",
        both(
            "Give the reasons of a denial in writing",
            "Dar por escrito los motivos de una denegación",
        ),
    ),
    (
        "MO_610_100_4_30D",
        both(
            "Civil claim: give the footage or ask a court, outer day",
            "Demanda civil: entregar la grabación o acudir a un tribunal, día más tardío",
        ),
    ),
    (
        "MO_610_100_4_30D_STRICT1040",
        both(
            "Civil claim: give the footage or ask a court, strict day",
            "Demanda civil: entregar la grabación o acudir a un tribunal, día estricto",
        ),
    ),
    (
        "MO_610_100_8_10D_LAST",
        both(
            "Person shown: last day to file and serve a court action",
            "Persona que aparece: último día para presentar y notificar una acción judicial",
        ),
    ),
    (
        "MO_610_100_8_10D_RELEASE",
        both(
            "Person shown: first day on which the footage may be displayed",
            "Persona que aparece: primer día en que se puede mostrar la grabación",
        ),
    ),
    (
        "MO_610_205_NOK_14D_LAST",
        both(
            "Next of kin: last day of the two weeks",
            "Familiar más cercano: último día de las dos semanas",
        ),
    ),
    (
        "MO_4401_5D",
        both(
            "Court Rule 44.01: a period of five days",
            "Regla judicial 44.01: un plazo de cinco días",
        ),
    ),
    (
        "MO_4401_90D",
        both(
            "Court Rule 44.01: a period of ninety days",
            "Regla judicial 44.01: un plazo de noventa días",
        ),
    ),
    (
        "MO_4401_90D_COURTCLOSED",
        both(
            "Court Rule 44.01: ninety days, with the court closed on a day",
            "Regla judicial 44.01: noventa días, con el tribunal cerrado un día",
        ),
    ),
    (
        "MO_FEE_WITHDRAW_90D",
        both(
            "Question or fee unanswered: counts as withdrawn after 90 days",
            "Pregunta o pago sin atender: se considera retirada a los 90 días",
        ),
    ),
    (
        "MO_FEE_WITHDRAW_150D",
        both(
            "Fee over $1,000 unpaid: counts as withdrawn after 150 days",
            "Pago de más de $1,000 sin hacer: se considera retirada a los 150 días",
        ),
    ),
    (
        "MO_REFILE_6M",
        both(
            "Ask again for the old fee: six months",
            "Volver a pedir el mismo pago: seis meses",
        ),
    ),
    (
        "MO_ENFORCE_1Y",
        both(
            "Sue to enforce the open records law: one year",
            "Demandar el cumplimiento de la ley de registros: un año",
        ),
    ),
    (
        "MO_ENFORCE_2Y",
        both(
            "Sue to enforce the open records law: two years at most",
            "Demandar el cumplimiento de la ley de registros: dos años como máximo",
        ),
    ),
    (
        "MO_SOL_MISD_1Y",
        both(
            "Time to charge a misdemeanor: one year",
            "Tiempo para acusar por un delito menor: un año",
        ),
    ),
    (
        "MO_SOL_FELONY_3Y",
        both(
            "Time to charge a felony: three years",
            "Tiempo para acusar por un delito grave: tres años",
        ),
    ),
    (
        "MO_590_502_90D",
        both(
            "Investigate a complaint about an officer: ninety days",
            "Investigar una queja contra un agente: noventa días",
        ),
    ),
    (
        "KCPD_NONEVIDENCE_KEEP_180D",
        both(
            "Footage that is not evidence: last day kept",
            "Grabación que no es prueba: último día que se conserva",
        ),
    ),
    (
        "KCPD_PRECHECK_KEEP_30D",
        both(
            "Camera check before a shift: last day kept",
            "Prueba de cámara antes del turno: último día que se conserva",
        ),
    ),
    (
        "KC_OCC_FILE_90D",
        both(
            "Complain to the Office of Community Complaints: ninety days",
            "Quejarse ante la Oficina de Quejas de la Comunidad: noventa días",
        ),
    ),
    (
        "CHI_RELEASE_60D",
        both(
            "Chicago: release sixty days after the incident",
            "Chicago: publicar sesenta días después del hecho",
        ),
    ),
    (
        "CA_AB748_45D",
        both(
            "California: release after 45 days",
            "California: publicar a los 45 días",
        ),
    ),
    (
        "CO_SB217_21D",
        both(
            "Colorado: release 21 days after a complaint",
            "Colorado: publicar 21 días después de una queja",
        ),
    ),
    (
        "CO_SB217_45D",
        both("Colorado: longest delay, 45 days", "Colorado: demora máxima, 45 días"),
    ),
    (
        "NYPD_RELEASE_30D",
        both(
            "New York City: release thirty days after the incident",
            "Ciudad de Nueva York: publicar treinta días después del hecho",
        ),
    ),
    (
        "WA_BWC_KEEP_60D",
        both(
            "Washington State: kept at least sixty days",
            "Estado de Washington: se conserva al menos sesenta días",
        ),
    ),
];
