//! Words of the queue: its parts, filters and columns, who has what, who stands in.

use law::request_state::Party;
use office::views::{Assignee, QueueColumn, QueueCounts, QueueView};

use crate::DateWords as _;

words! {
    /// Words of the queue.
    pub trait QueueWords:
    queue_view(view: QueueView) -> &'static str {
        match view {
            QueueView::Open => "Open",
            QueueView::Overdue => "Overdue",
            QueueView::Waiting => "Waiting for an investigation",
            QueueView::Ended => "Ended",
            QueueView::All => "Open and ended",
        },
        match view {
            QueueView::Open => "Abiertas",
            QueueView::Overdue => "Con retraso",
            QueueView::Waiting => "En espera de una investigación",
            QueueView::Ended => "Terminadas",
            QueueView::All => "Abiertas y terminadas",
        }
    }
    queue_parts() -> &'static str { "Parts of the queue", "Partes de la bandeja" }
    queue_today_short() -> &'static str { "Due today", "Vencen hoy" }
    queue_week() -> &'static str { "Due within 7 days", "Vencen en 7 días" }
    queue_own_passed() -> &'static str { "Past the office's own day", "Con el día propio ya pasado" }
    queue_mine() -> &'static str { "Mine", "Mías" }
    queue_unassigned() -> &'static str { "Assigned to nobody", "Sin asignar" }
    queue_unread() -> &'static str { "New messages", "Mensajes nuevos" }
    queue_summary(counts: &QueueCounts) -> String {
        summary_english(counts), summary_spanish(counts)
    }
    queue_stands_in(names: &str, people: usize) -> String {
        if people == 1 { format!("“Mine” holds those of {names} too, who is away: you stand in.") } else { format!("“Mine” holds those of {names} too, who are away: you stand in.") },
        if people == 1 { format!("«Mías» incluye las de {names}, que está ausente: usted suple.") } else { format!("«Mías» incluye las de {names}, que están ausentes: usted suple.") }
    }
    queue_names_closed() -> &'static str {
        "Names and places are not shown: that you see them cannot be entered in the audit log now.",
        "No se muestran nombres ni lugares: ahora no puede anotarse en el registro de auditoría que usted los ve."
    }
    queue_incomplete() -> &'static str {
        "The program was updated: requests that ended before are still being made ready. Until then not all of them are found by words or by who must act, nor sorted by name or place. Open requests are complete.",
        "El programa se actualizó: las solicitudes que terminaron antes aún se están preparando. Hasta entonces no todas se encuentran por palabras o por quién debe actuar, ni se ordenan por nombre o lugar. Las abiertas están completas."
    }
    queue_q_public() -> &'static str {
        "Number, division, or report number or officer of a linked recording",
        "Número, división, o número de informe o agente de una grabación vinculada"
    }
    queue_view_usual() -> &'static str {
        "Open; with a search, ended too",
        "Abiertas; en una búsqueda, también terminadas"
    }
    queue_search() -> &'static str { "Search", "Buscar" }
    queue_q_hint() -> &'static str {
        "Number, name, place, report number or officer",
        "Número, nombre, lugar, número de informe o agente"
    }
    queue_filters() -> &'static str { "Filters", "Filtros" }
    queue_filtered(n: usize) -> String {
        format!("Filters ({n} set)"), format!("Filtros ({n} puestos)")
    }
    queue_apply() -> &'static str { "Show", "Mostrar" }
    queue_clear() -> &'static str { "Clear search and filters", "Quitar búsqueda y filtros" }
    queue_any() -> &'static str { "Any", "Cualquiera" }
    queue_extend() -> &'static str { "Explain the delay of those selected", "Explicar la demora de las seleccionadas" }
    queue_extend_hint() -> &'static str {
        "Each gets the same words and day, an entry of its own in its docket, and its own letter. All or none (RSMo 610.023.3).",
        "Cada una recibe las mismas palabras y el mismo día, una anotación propia en su expediente y su carta. Todas o ninguna (RSMo 610.023.3)."
    }
    queue_extend_send() -> &'static str { "Explain the delay of each", "Explicar la demora de cada una" }
    queue_print() -> &'static str { "Print the selected", "Imprimir las seleccionadas" }
    docket_batch(no: u32, of: u32) -> String {
        format!("({no} of {of} entered together)"),
        format!("({no} de {of} anotadas juntas)")
    }
    sheets_title(n: usize) -> String {
        if n == 1 { "1 request to print".to_owned() } else { format!("{n} requests to print") },
        if n == 1 { "1 solicitud para imprimir".to_owned() } else { format!("{n} solicitudes para imprimir") }
    }
    sheets_intro() -> &'static str {
        "Each prints on a sheet of its own. That you opened them is in the audit log.",
        "Cada una se imprime en su propia hoja. Que usted las abrió consta en el registro de auditoría."
    }
    queue_field(name: &str) -> &'static str {
        match name {
            "q" => "Search the queue",
            "view" => "Part of the queue",
            "holder" => "Assigned to",
            "due" => "Due",
            "clock" => "Clock of the next day",
            "waits_for" => "Waits for",
            "track" => "Right",
            "division" => "Division",
            "stage" => "Status",
            "unread" => "New messages",
            "needed" => "Needed before a day",
            "letters" => "A letter failed",
            "sort" => "Order",
            "number" => "Requests",
            "promised" => "Earliest day on which they will be available",
            "text" => "What causes the delay",
            "to" => "Give the selected requests to",
            "note" => "Note to whoever takes over",
            "column" => "Columns",
            "shortcuts" => "Keyboard",
            _ => "Page",
        },
        match name {
            "q" => "Buscar en la bandeja",
            "view" => "Parte de la bandeja",
            "holder" => "Asignada a",
            "due" => "Vence",
            "clock" => "Plazo de la próxima fecha",
            "waits_for" => "Espera a",
            "track" => "Derecho",
            "division" => "División",
            "stage" => "Estado",
            "unread" => "Mensajes nuevos",
            "needed" => "Se necesita antes de una fecha",
            "letters" => "Una carta falló",
            "sort" => "Orden",
            "number" => "Solicitudes",
            "promised" => "Primer día en que estarán disponibles",
            "text" => "Qué causa la demora",
            "to" => "Asignar las elegidas a",
            "note" => "Nota para quien las recibe",
            "column" => "Columnas",
            "shortcuts" => "Teclado",
            _ => "Página",
        }
    }
    queue_column(column: QueueColumn) -> &'static str {
        match column {
            QueueColumn::Due => "Due",
            QueueColumn::Stage => "Status",
            QueueColumn::Awaited => "What is awaited",
            QueueColumn::Name => "Requester",
            QueueColumn::Place => "Place",
            QueueColumn::Division => "Division",
            QueueColumn::Track => "Right",
            QueueColumn::Received => "Received",
            QueueColumn::NeededBy => "Needed before",
            QueueColumn::AssignedTo => "Assigned to",
        },
        match column {
            QueueColumn::Due => "Vence",
            QueueColumn::Stage => "Estado",
            QueueColumn::Awaited => "Qué se espera",
            QueueColumn::Name => "Quién pide",
            QueueColumn::Place => "Lugar",
            QueueColumn::Division => "División",
            QueueColumn::Track => "Derecho",
            QueueColumn::Received => "Recibida",
            QueueColumn::NeededBy => "Se necesita antes",
            QueueColumn::AssignedTo => "Asignada a",
        }
    }
    queue_select(number: &str) -> String {
        format!("Select {number}"), format!("Elegir {number}")
    }
    queue_columns() -> &'static str { "Columns and shortcuts", "Columnas y atajos" }
    queue_shortcuts() -> &'static str { "Use single keys as shortcuts", "Usar teclas sueltas como atajos" }
    queue_shortcuts_hint() -> &'static str {
        "j and k go to the next and the previous request, Enter opens it, / goes to the search. Turn them off if you speak to your computer or press keys by accident.",
        "j y k pasan a la solicitud siguiente y a la anterior, Intro la abre, / va a la búsqueda. Desactívelas si habla a su computadora o pulsa teclas sin querer."
    }
    queue_columns_hint() -> &'static str {
        "They are kept with your account. With none chosen, those of the start are shown.",
        "Se guardan con su cuenta. Si no elige ninguna, se muestran las iniciales."
    }
    queue_columns_send() -> &'static str { "Keep this view", "Guardar esta vista" }
    queue_nobody() -> &'static str { "Nobody", "Nadie" }
    queue_assign() -> &'static str { "Assign", "Asignar" }
    queue_none() -> &'static str { "Nothing is here.", "Aquí no hay nada." }
    queue_none_found() -> &'static str { "No request fits the search and the filters.", "Ninguna solicitud corresponde a la búsqueda y los filtros." }
    queue_found(n: u64) -> String {
        if n == 1 { "1 request".to_owned() } else { format!("{n} requests") },
        if n == 1 { "1 solicitud".to_owned() } else { format!("{n} solicitudes") }
    }
    queue_done() -> &'static str { "It is kept.", "Quedó guardado." }
    queue_party(party: Party) -> &'static str {
        match party {
            Party::Custodian => "The office",
            Party::Requester => "The requester",
            Party::Investigators => "The investigators",
            Party::Court => "A court",
            Party::PeopleShown => "The people shown",
            Party::Nobody => "Nobody",
        },
        match party {
            Party::Custodian => "La oficina",
            Party::Requester => "Quien pide",
            Party::Investigators => "Los investigadores",
            Party::Court => "Un tribunal",
            Party::PeopleShown => "Quienes aparecen",
            Party::Nobody => "Nadie",
        }
    }
    assignee(who: &Assignee) -> String {
        match &who.away {
            None => who.name.clone(),
            Some((until, None)) => format!("{} (away until {})", who.name, office::Lang::En.short_day(*until)),
            Some((until, Some(cover))) => format!("{} (away until {}, {cover} stands in)", who.name, office::Lang::En.short_day(*until)),
        },
        match &who.away {
            None => who.name.clone(),
            Some((until, None)) => format!("{} (ausente hasta el {})", who.name, office::Lang::Es.short_day(*until)),
            Some((until, Some(cover))) => format!("{} (ausente hasta el {}, suple {cover})", who.name, office::Lang::Es.short_day(*until)),
        }
    }
    assigned_title() -> &'static str { "Who has it", "Quién la tiene" }
    assigned_nobody() -> &'static str { "Nobody has this request.", "Nadie tiene esta solicitud." }
    assigned_line(to: Option<&str>, by: &str) -> String {
        match to {
            Some(to) if to == by => format!("{to} took it"),
            Some(to) => format!("Given to {to} by {by}"),
            None => format!("Given to nobody by {by}"),
        },
        match to {
            Some(to) if to == by => format!("{to} la tomó"),
            Some(to) => format!("Asignada a {to} por {by}"),
            None => format!("Sin asignar, por {by}"),
        }
    }
    assign_title() -> &'static str { "Give the request to somebody", "Asignar la solicitud" }
    assign_to() -> &'static str { "To", "A" }
    assign_hint() -> &'static str {
        "Only colleagues see the note. Neither note nor name is in the public docket.",
        "Solo sus colegas ven la nota. Ni la nota ni el nombre aparecen en el expediente público."
    }
    absences_title() -> &'static str { "Absences", "Ausencias" }
    absences_intro() -> &'static str {
        "Whoever stands in finds the requests of a colleague who is away under “Mine”. Nothing is moved: afterwards everybody has their own again.",
        "Quien suple encuentra en «Mías» las solicitudes del colega ausente. Nada se mueve: después cada quien vuelve a tener las suyas."
    }
    absences_none() -> &'static str { "Nobody is away or going to be.", "Nadie está ausente ni lo estará." }
    absences_who() -> &'static str { "Who", "Quién" }
    absences_own() -> &'static str { "Myself", "Yo" }
    absences_from() -> &'static str { "First day", "Primer día" }
    absences_to() -> &'static str { "Last day", "Último día" }
    absences_cover() -> &'static str { "Who stands in", "Quién suple" }
    absences_enter() -> &'static str { "Enter an absence", "Anotar una ausencia" }
    absences_change() -> &'static str { "Change", "Cambio" }
    absences_done() -> &'static str { "The list is as you see it below.", "La lista quedó como se ve abajo." }
    absences_end(who: &str, began: bool) -> String {
        if began { format!("End the absence of {who} today") } else { format!("Take back the absence of {who}") },
        if began { format!("Terminar hoy la ausencia de {who}") } else { format!("Retirar la ausencia de {who}") }
    }
}

fn summary_english(counts: &QueueCounts) -> String {
    match (counts.overdue, counts.today) {
        (0, 0) => "Nothing is overdue, and nothing is due today.".to_owned(),
        (0, 1) => "Nothing is overdue. One request is due today.".to_owned(),
        (0, n) => format!("Nothing is overdue. {n} requests are due today."),
        (1, 0) => "One request is overdue. Nothing is due today.".to_owned(),
        (n, 0) => format!("{n} requests are overdue. Nothing is due today."),
        (n, m) => format!("{n} overdue, {m} due today."),
    }
}

fn summary_spanish(counts: &QueueCounts) -> String {
    match (counts.overdue, counts.today) {
        (0, 0) => "Nada lleva retraso y nada vence hoy.".to_owned(),
        (0, 1) => "Nada lleva retraso. Una solicitud vence hoy.".to_owned(),
        (0, n) => format!("Nada lleva retraso. {n} solicitudes vencen hoy."),
        (1, 0) => "Una solicitud lleva retraso. Nada vence hoy.".to_owned(),
        (n, 0) => format!("{n} solicitudes llevan retraso. Nada vence hoy."),
        (n, 1) => format!("{n} con retraso, 1 vence hoy."),
        (n, m) => format!("{n} con retraso, {m} vencen hoy."),
    }
}
