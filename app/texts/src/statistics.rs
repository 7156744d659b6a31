//! Words: the page of statistics. What each figure means stands with the figures themselves.

use law::Date;

use crate::DateWords;

words! {
    /// Words of the page of statistics.
    pub trait StatisticsWords:
    nav_statistics() -> &'static str { "Statistics", "Estadísticas" }
    stat_title() -> &'static str { "The program in figures", "El programa en cifras" }
    stat_lead() -> &'static str {
        "How requests for police video go: how many come, how long they take, and how they end. Requests that are still open are counted as open, never left out.",
        "Cómo avanzan las solicitudes de video policial: cuántas llegan, cuánto tardan y cómo terminan. Las que siguen abiertas se cuentan como abiertas; ninguna se omite."
    }
    stat_as_of(day: Date) -> String {
        format!("As of {}. The figures follow each change within a minute.", office::Lang::En.day(day)),
        format!("Al {}. Las cifras siguen cada cambio en menos de un minuto.", office::Lang::Es.day(day))
    }
    stat_year(year: i16) -> String { format!("Requests received in {year}"), format!("Solicitudes recibidas en {year}") }
    stat_years() -> &'static str { "Another year", "Otro año" }
    stat_contents() -> &'static str { "On this page", "En esta página" }
    stat_no_year() -> &'static str { "There are no figures for this year.", "No hay cifras de este año." }
    stat_bad_year() -> &'static str {
        "This is not a year with figures. Choose one of these:",
        "No es un año con cifras. Elija uno de estos:"
    }
    stat_definition() -> &'static str { "What is counted", "Qué se cuenta" }
    stat_numerator() -> &'static str { "Counted", "Se cuenta" }
    stat_denominator() -> &'static str { "Out of", "Sobre un total de" }
    stat_period() -> &'static str { "Period", "Período" }
    stat_caveats() -> &'static str { "What it does not say", "Qué no dice" }
    stat_csv() -> &'static str { "This table as CSV", "Esta tabla en CSV" }
    stat_chart(title: &str) -> String { format!("Chart: {title}. The table says the same."), format!("Gráfico: {title}. La tabla dice lo mismo.") }
    stat_nothing() -> &'static str { "Nothing to count in this period.", "Nada que contar en este período." }
    stat_row() -> &'static str { "Group", "Grupo" }
    stat_share(per_mille: u32) -> String {
        format!("{}.{} percent of those due", per_mille / 10, per_mille % 10),
        format!("{}.{} por ciento de las que vencían", per_mille / 10, per_mille % 10)
    }
    stat_waiting(days: u32) -> String {
        format!("Half of those that wait have waited {days} days or more."),
        format!("La mitad de las que esperan llevan {days} días o más.")
    }
    stat_zero_deleted() -> &'static str {
        "The target is 0. This portal refuses to record such a deletion; one that the custodian has to admit is counted here.",
        "La meta es 0. Este portal no deja anotar un borrado así; si el custodio tiene que admitir uno, se cuenta aquí."
    }
    stat_only_finished(year: i16) -> String {
        format!("Only years that are over are shown. {year} is not among them yet: a number that grew by one from one look to the next could tell who answered a notice or went to court."),
        format!("Solo se muestran años ya terminados. {year} todavía no está entre ellos: un número que aumenta en uno de una mirada a otra podría revelar quién respondió a un aviso o acudió a un tribunal.")
    }
    stat_plain_count() -> &'static str { "Nothing: this is a plain count.", "Nada: es un simple recuento." }
    stat_goal_share(cameras: u64, per_mille: u32) -> String {
        format!("{cameras} cameras in service: {}.{} percent of the stated goal", per_mille / 10, per_mille % 10),
        format!("{cameras} cámaras en servicio: {}.{} por ciento de la meta declarada", per_mille / 10, per_mille % 10)
    }
    stat_curve(title: &str) -> String { format!("The curve of the chart as CSV: {title}"), format!("La curva del gráfico en CSV: {title}") }
    stat_goal(goal: u64) -> String { format!("Stated goal: {goal}"), format!("Meta declarada: {goal}") }
    stat_share_waiting() -> &'static str { "Share still waiting", "Parte que sigue en espera" }
    stat_days_since() -> &'static str { "Days since receipt", "Días desde la recepción" }
    stat_table(key: &str) -> &'static str {
        match key {
            "by_outcome" => "Where they stand, and on what law",
            "by_month" => "By month of receipt",
            "by_track" => "By who asks",
            "by_division" => "By division",
            "denied_by_provision" => "Denied, by section of law",
            "denied_in_part_by_provision" => "Denied in part, by the sections of law",
            "no_record_by_reason" => "No recording, by reason",
            "waiting_by_age" => "Waiting for an investigation to end, by age",
            "acted_in_time" => "By month of the deadline",
            "taken_up" => "Days until taken up",
            "first_action" => "Days to the first answer",
            "release" => "Days to release",
            "promises" => "Promised days",
            "petitions" => "Petitions to a court",
            "orders" => "Court orders about requests",
            "recording_orders" => "Court orders about recordings",
            "holds" => "Holds",
            "coverage_gaps" => "Coverage gaps by reason",
            "deletions" => "Recordings deleted by rule",
            "deleted_while_requested" => "Deleted while requested",
            "notices" => "Notices and objections",
            _ => "Cameras",
        },
        match key {
            "by_outcome" => "Su estado, y según qué ley",
            "by_month" => "Por mes de recepción",
            "by_track" => "Por quién pide",
            "by_division" => "Por división",
            "denied_by_provision" => "Denegadas, por artículo de ley",
            "denied_in_part_by_provision" => "Denegadas en parte, por artículos de ley",
            "no_record_by_reason" => "Sin grabación, por motivo",
            "waiting_by_age" => "En espera del fin de una investigación, por antigüedad",
            "acted_in_time" => "Por mes del plazo",
            "taken_up" => "Días hasta que se toman",
            "first_action" => "Días hasta la primera respuesta",
            "release" => "Días hasta la entrega",
            "promises" => "Días prometidos",
            "petitions" => "Peticiones a un tribunal",
            "orders" => "Órdenes judiciales sobre solicitudes",
            "recording_orders" => "Órdenes judiciales sobre grabaciones",
            "holds" => "Órdenes de conservar",
            "coverage_gaps" => "Huecos de cobertura por motivo",
            "deletions" => "Grabaciones borradas según la regla",
            "deleted_while_requested" => "Borradas estando solicitadas",
            "notices" => "Avisos y objeciones",
            _ => "Cámaras",
        }
    }
}
