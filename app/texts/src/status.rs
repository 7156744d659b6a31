//! Words: the public status of a request, and the public log.

mod why;

use law::{
    Date,
    bar::Section,
    recording::NoRecordReason,
    request::{Stage, Track},
};

use crate::DateWords;

words! {
    /// Words of the public status page and of the log.
    pub trait StatusWords:
    request() -> &'static str { "Request", "Solicitud" }
    request_title(number: &str) -> String { format!("Request {number}"), format!("Solicitud {number}") }
    other_reading(day: Date, duty: bool) -> String {
        format!("Another reading of the law gives {}.{}", office::Lang::En.day(day), if duty { " The agency is held to the earlier day." } else { "" }),
        format!("Otra lectura de la ley da el {}.{}", office::Lang::Es.day(day), if duty { " La agencia debe cumplir el primer día." } else { "" })
    }

    read_so(note: &str, section: &Section) -> String {
        format!("How the office reads the law here, which counsel must confirm: {note} ({section})"),
        format!("Así interpreta la oficina la ley aquí, lo que su asesoría legal debe confirmar: {note} ({section})"),
    }
    office_day_label() -> &'static str { "A day of the office's own, not the law's", "Un día que fija la oficina, no la ley" }
    office_own() -> &'static str { "the office's own", "de la oficina" }

    closed_title() -> &'static str { "Why is this closed?", "¿Por qué está cerrada?" }
    closed_law() -> &'static str {
        "Missouri law keeps video from a police investigation closed until the investigation is inactive (RSMo 610.100.2(2)). The request is not denied. It waits, and the footage is held.",
        "La ley de Misuri mantiene cerrado el video de una investigación policial hasta que la investigación quede inactiva (RSMo 610.100.2(2)). La solicitud no se denegó. Espera, y la grabación se conserva."
    }
    closed_confirmed(day: Date) -> String {
        format!("The records custodian last confirmed on {} that the investigation is active.", office::Lang::En.day(day)),
        format!("El custodio de registros confirmó por última vez el {} que la investigación está activa.", office::Lang::Es.day(day))
    }
    closed_ways() -> &'static str {
        "It becomes inactive in one of three ways (RSMo 610.100.1(3)):",
        "Queda inactiva de una de estas tres maneras (RSMo 610.100.1(3)):"
    }
    closed_years() -> &'static str {
        "This can take years. Nobody can promise you a day, and no date alone opens the footage.",
        "Esto puede tardar años. Nadie puede prometerle un día, y ninguna fecha por sí sola abre la grabación."
    }
    court_title() -> &'static str { "The way through a court", "La vía del tribunal" }
    court_way(court: &str) -> String {
        format!(
            "Any person may ask a circuit court to open the footage while the investigation is active (RSMo 610.100.5). \
             Here that is the {court}. You do not have to be the person who filed this request."
        ),
        format!(
            "Cualquier persona puede pedir a un tribunal de circuito que abra la grabación mientras la investigación está \
             activa (RSMo 610.100.5). Aquí es este tribunal: {court}. No hace falta ser quien presentó la solicitud."
        )
    }
    court_weighs() -> &'static str {
        "The court weighs the good of opening the footage against the harm to people shown, to officers and to the investigation (RSMo 610.100.5(3)).",
        "El tribunal compara el beneficio de abrir la grabación con el daño a las personas que aparecen, a los agentes y a la investigación (RSMo 610.100.5(3))."
    }
    court_costs_title() -> &'static str { "This can cost you money", "Esto puede costarle dinero" }
    court_costs() -> &'static str {
        "The court may order the person who sues to pay the costs and lawyers of both sides, unless it finds that the refusal was substantially unjustified (RSMo 610.100.5(6)). Talk to a lawyer first.",
        "El tribunal puede ordenar que quien demanda pague los gastos y los abogados de las dos partes, salvo que considere que la negativa fue sustancialmente injustificada (RSMo 610.100.5(6)). Hable antes con un abogado."
    }

    after_title() -> &'static str { "What can still be done", "Qué se puede hacer todavía" }
    ended_under(section: &Section) -> String {
        format!("It ended under {section}."),
        format!("Terminó conforme a {section}."),
    }
    after(stage: Stage, no_record: Option<&NoRecordReason>) -> Option<&'static [&'static str]> {
        why::after(stage, no_record).map(|text| text.en), why::after(stage, no_record).map(|text| text.es)
    }
    enforce(court: &str) -> String {
        format!(
            "If you think that the law was broken, you can ask a circuit court to enforce it (RSMo 610.027). \
             Here that is the {court}. A suit must come within one year from when the violation can be seen, and never \
             later than two years after it."
        ),
        format!(
            "Si usted cree que no se cumplió la ley, puede pedir a un tribunal de circuito que la haga cumplir \
             (RSMo 610.027). Aquí es este tribunal: {court}. La demanda se presenta dentro de un año desde que la violación \
             se puede conocer, y nunca después de dos años."
        )
    }

    grounds_given() -> &'static str {
        "The reasons were given in writing to the person who filed.",
        "Los motivos se dieron por escrito a quien presentó la solicitud."
    }

    timeline_title() -> &'static str { "What has happened", "Lo que ha pasado" }
    clocks_title() -> &'static str { "Other dates, and how each was worked out", "Otras fechas y cómo se calculó cada una" }

    clock_moved(from: Date) -> String {
        format!("This day was {} at first. A closure of the office was entered later: it takes nothing from the time to answer or pay, so the day moved on.", office::Lang::En.day(from)),
        format!("Este día era al principio el {}. Después se anotó un cierre de la oficina: no quita nada del plazo para responder o pagar, por eso el día pasó a más tarde.", office::Lang::Es.day(from))
    }
    clock_unmoved(on: Date, reason: &str) -> String {
        format!("The office is closed on {} ({reason}). That was entered after this day was worked out. It gives the agency no more time, so the day stays.", office::Lang::En.day(on)),
        format!("La oficina cierra el {} ({reason}). Eso se anotó después de calcular este día. No da más tiempo a la agencia, por eso el día no cambia.", office::Lang::Es.day(on))
    }
    clock_late() -> &'static str { "Late.", "Con retraso." }
    clock_runs(days: i32) -> String {
        format!("It runs: {}.", office::Lang::En.days_left(days)),
        format!("Está corriendo: {}.", office::Lang::Es.days_left(days))
    }

    hold_title() -> &'static str { "Is the footage safe?", "¿Está a salvo la grabación?" }
    hold_open() -> &'static str {
        "Yes. This request put a hold on all footage that it asks about. The footage must not be deleted while the request is open, and for two years after it ends. Those are the years in which somebody could sue over it (RSMo 610.027.5).",
        "Sí. Esta solicitud puso en reserva toda la grabación que pide. No se debe borrar mientras la solicitud esté abierta, ni durante los dos años después de que termine. En esos años alguien podría demandar por ella (RSMo 610.027.5)."
    }
    hold_until(day: Date) -> String {
        format!("The footage must be kept through {}. That is two years after the request ended: the time in which somebody could sue over it (RSMo 610.027.5).", office::Lang::En.day(day)),
        format!("La grabación se debe conservar hasta el {}, inclusive. Son dos años después de que terminó la solicitud: el tiempo en que alguien podría demandar por ella (RSMo 610.027.5).", office::Lang::Es.day(day))
    }
    hold_past(day: Date) -> String {
        format!("The hold of this request ended on {}. Another rule may still keep the footage.", office::Lang::En.day(day)),
        format!("La reserva de esta solicitud terminó el {}. Otra regla aún puede conservar la grabación.", office::Lang::Es.day(day))
    }
    hold_lawsuit() -> &'static str {
        "A lawsuit holds it as well: it may not be changed, moved or deleted until the court says so (RSMo 610.027.1).",
        "También la retiene una demanda: no se puede cambiar, trasladar ni borrar hasta que el tribunal lo diga (RSMo 610.027.1)."
    }
    hold_no_record(why: Option<&NoRecordReason>) -> &'static str { why::hold_no_record(why) }

    facts_title() -> &'static str { "About this request", "Sobre esta solicitud" }
    fact_received() -> &'static str { "Received", "Recibida" }
    fact_month() -> &'static str { "Month of the incident", "Mes del incidente" }
    fact_division() -> &'static str { "Patrol division", "División de patrulla" }
    fact_media() -> &'static str { "Kind of camera", "Tipo de cámara" }
    fact_track() -> &'static str { "Asked as", "Pedida como" }
    fact_footage() -> &'static str { "The footage", "La grabación" }
    footage_none(why: Option<&NoRecordReason>) -> &'static str { why::footage_none(why) }
    footage_refused() -> &'static str {
        "A court refused to open the footage (RSMo 610.100.5).",
        "Un tribunal se negó a abrir la grabación (RSMo 610.100.5)."
    }
    footage_undetermined() -> &'static str {
        "The request ended before anybody determined whether the footage is open or closed.",
        "La solicitud terminó antes de que se determinara si la grabación está abierta o cerrada."
    }
    not_given() -> &'static str { "Not given", "No se indicó" }
    facts_privacy() -> &'static str {
        "This page never shows who asked, or what they wrote.",
        "Esta página nunca muestra quién pidió ni lo que escribió."
    }

    follow_title() -> &'static str { "Keep an eye on it", "Sígala" }
    follow_email() -> &'static str { "Get an e-mail when something changes", "Recibir un correo cuando algo cambie" }
    follow_feed() -> &'static str { "News feed (Atom)", "Canal de noticias (Atom)" }
    calendar_ended() -> &'static str { "The request has ended", "La solicitud terminó" }
    follow_calendar() -> &'static str { "Add the dates to your calendar", "Añadir las fechas a su calendario" }
    follow_private() -> &'static str {
        "Is this your request? Open your private page",
        "¿Es su solicitud? Abra su página privada"
    }

    log_title() -> &'static str { "Public log of requests", "Registro público de solicitudes" }
    log_intro() -> &'static str {
        "Every request for camera footage stands here, from the day it arrives. You see what was asked, what happens, and by when. You never see who asked.",
        "Aquí está cada solicitud de grabaciones desde el día en que llega. Usted ve qué se pidió, qué pasa y hasta cuándo. Nunca ve quién pidió."
    }
    log_search() -> &'static str { "Search", "Buscar" }
    log_q() -> &'static str { "Number, division or month", "Número, división o mes" }
    log_q_hint() -> &'static str { "For example 7F3K, Central, or 2026-03.", "Por ejemplo: 7F3K, Central o 2026-03." }
    log_month() -> &'static str { "Month received", "Mes en que llegó" }
    log_month_hint() -> &'static str { "Year and month, for example 2026-02.", "Año y mes; por ejemplo, 2026-02." }
    log_track() -> &'static str { "Asked as", "Pedida como" }
    log_any_track() -> &'static str { "Any", "Cualquiera" }
    log_division() -> &'static str { "Division", "División" }
    log_any_division() -> &'static str { "Any division", "Cualquier división" }
    log_page() -> &'static str { "Page", "Página" }
    log_feed() -> &'static str { "Follow this list in a feed reader (Atom)", "Seguir esta lista en un lector de noticias (Atom)" }
    log_feed_title(search: bool) -> &'static str {
        if search { "New requests that fit a search" } else { "New requests" },
        if search { "Solicitudes nuevas que coinciden con una búsqueda" } else { "Solicitudes nuevas" }
    }
    log_feed_line(month: &str, division: Option<&str>, track: Track) -> String {
        format!("Asked as: {}. Incident: {}. Division: {}.", why::track_short(track).en, office::Lang::En.month(month), division.unwrap_or("not given")),
        format!("Pedida como: {}. Incidente: {}. División: {}.", why::track_short(track).es, office::Lang::Es.month(month), division.unwrap_or("no se indicó"))
    }
    log_status() -> &'static str { "Status", "Estado" }
    log_all() -> &'static str { "Any status", "Cualquier estado" }
    log_count(total: u64) -> String {
        match total { 0 => "No requests".to_owned(), 1 => "1 request".to_owned(), n => format!("{n} requests") },
        match total { 0 => "Ninguna solicitud".to_owned(), 1 => "1 solicitud".to_owned(), n => format!("{n} solicitudes") }
    }
    log_shown(first: u64, last: u64) -> String { format!("{first} to {last} shown, newest first"), format!("se muestran de la {first} a la {last}, primero las más nuevas") }
    log_none_filed() -> &'static str { "Nobody has filed a request yet.", "Nadie ha presentado una solicitud todavía." }
    log_none_found() -> &'static str {
        "No request fits this search. Try fewer words, or leave out a month, a status or a division.",
        "Ninguna solicitud coincide con esta búsqueda. Pruebe con menos palabras, o sin mes, estado o división."
    }
    log_beyond(pages: u64) -> String {
        if pages == 1 { "This page does not exist. There is only one page.".to_owned() } else { format!("This page does not exist. There are {pages} pages.") },
        if pages == 1 { "Esta página no existe. Hay una sola página.".to_owned() } else { format!("Esta página no existe. Hay {pages} páginas.") }
    }
    log_last_page() -> &'static str { "Go to the last page", "Ir a la última página" }
    log_clear() -> &'static str { "Show all requests", "Ver todas las solicitudes" }
    log_caption() -> &'static str { "Requests, newest first", "Solicitudes, primero las más nuevas" }
    col_number() -> &'static str { "Number", "Número" }
    col_stage() -> &'static str { "Status", "Estado" }
    col_due() -> &'static str { "Next date", "Próxima fecha" }
    col_received() -> &'static str { "Received", "Recibida" }
    col_month() -> &'static str { "Incident", "Incidente" }
    col_division() -> &'static str { "Division", "División" }
    col_track() -> &'static str { "Asked as", "Pedida como" }
    done_title() -> &'static str { "Done", "Listo" }
    none() -> &'static str { "none", "ninguna" }

    track_short(track: Track) -> &'static str { why::track_short(track) }
}
