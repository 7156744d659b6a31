//! Words of what lies close to a request: suggestions with their reasons, similar requests, joins; and of the case beside the acts.

use law::closeness::Closeness;
use office::TrackingNumber;

words! {
    /// Words of suggestions and similar requests.
    pub trait MatchWords:
    closeness(reason: &Closeness) -> String { closeness(office::Lang::En, reason), closeness(office::Lang::Es, reason) }
    closeness_answers(numbers: &[TrackingNumber]) -> String {
        format!("answers {}, which is joined with this request", numbers_of(numbers)),
        format!("atiende {}, que está unida con esta solicitud", numbers_of(numbers))
    }
    matches_title() -> &'static str { "Suggested recordings and similar requests", "Grabaciones sugeridas y solicitudes parecidas" }
    suggested_heading() -> &'static str { "Suggested recordings, the closest first", "Grabaciones sugeridas, primero la más cercana" }
    suggested_caption(first: u64, last: u64, total: u64) -> String {
        format!("Suggestions {first} to {last} of {total}"), format!("Sugerencias {first} a {last} de {total}")
    }
    suggested_none() -> &'static str {
        "No other recording of the register fits by time, report number or a joined request.",
        "Ninguna otra grabación del registro coincide por hora, número de informe o solicitud unida."
    }
    suggested_all(total: u64) -> String { format!("All {total} suggestions"), format!("Las {total} sugerencias") }
    suggested_why() -> &'static str { "Why", "Por qué" }
    suggested_decide() -> &'static str { "Decide", "Decidir" }
    suggested_link() -> &'static str { "Link", "Vincular" }
    suggested_link_of(source: &str) -> String { format!("Link {source}"), format!("Vincular {source}") }
    suggested_refuse() -> &'static str { "Not this", "Esta no" }
    suggested_refuse_of(source: &str) -> String { format!("Not this: {source}"), format!("Esta no: {source}") }
    suggested_gone() -> &'static str { "Deleted; cannot be linked", "Borrada; no puede vincularse" }
    suggested_refused(n: usize) -> String {
        if n == 1 { "1 suggestion was refused".to_owned() } else { format!("{n} suggestions were refused") },
        if n == 1 { "1 sugerencia fue rechazada".to_owned() } else { format!("{n} sugerencias fueron rechazadas") }
    }
    similar_heading() -> &'static str { "Requests about the same incident", "Solicitudes sobre el mismo hecho" }
    similar_caption() -> &'static str { "Similar requests, the closest first", "Solicitudes parecidas, primero la más cercana" }
    similar_none() -> &'static str {
        "No other request shares its time, report number or recordings.",
        "Ninguna otra solicitud comparte su hora, número de informe o grabaciones."
    }
    similar_all(n: usize) -> String { format!("All {n} similar requests"), format!("Las {n} solicitudes parecidas") }
    similar_more(compared: u32) -> String {
        format!("More than {compared} requests touch this time. The {compared} nearest in time were compared."),
        format!("Más de {compared} solicitudes tocan esta hora. Se compararon las {compared} más cercanas en el tiempo.")
    }
    similar_received() -> &'static str { "Received", "Recibida" }
    similar_stage() -> &'static str { "Status", "Estado" }
    similar_recordings() -> &'static str { "Recordings", "Grabaciones" }
    similar_join() -> &'static str { "Join", "Unir" }
    similar_join_of(number: &str) -> String { format!("Join {number}"), format!("Unir {number}") }
    similar_part() -> &'static str { "Take back", "Retirar" }
    similar_part_of(number: &str) -> String { format!("Take back the join with {number}"), format!("Retirar la unión con {number}") }
    joined_caption() -> &'static str { "Joined with this request", "Unidas con esta solicitud" }
    joined_means() -> &'static str {
        "What answers one is suggested for the other, with its people, copies and redactions as they are: they are searched and redacted once. Each keeps its clocks, letters and release.",
        "Lo que atiende a una se sugiere para la otra, con sus personas, copias y supresiones tal como están: se buscan y se editan una sola vez. Cada una conserva sus plazos, cartas y entrega."
    }
    joined_link_all(n: usize) -> String {
        if n == 1 { "Link the recording of the joined requests".to_owned() } else { format!("Link all {n} recordings of the joined requests") },
        if n == 1 { "Vincular la grabación de las solicitudes unidas".to_owned() } else { format!("Vincular las {n} grabaciones de las solicitudes unidas") }
    }
    case_money() -> &'static str { "Fee", "Costo" }
    case_money_none() -> &'static str { "No fee was asked for.", "No se pidió ningún costo." }
    case_money_paid(day: &str) -> String { format!("Paid on {day}."), format!("Pagado el {day}.") }
    case_money_waived(day: &str) -> String { format!("Waived on {day}."), format!("Exento de pago el {day}.") }
    case_money_asked(day: &str) -> String { format!("Asked for on {day}, not settled."), format!("Pedido el {day}, sin saldar.") }
    case_court() -> &'static str { "Court", "Tribunal" }
    case_court_none() -> &'static str { "No petition and no order is on record.", "No consta ninguna petición ni orden." }
    case_people() -> &'static str { "People shown and their notices", "Personas que aparecen y sus avisos" }
    case_people_none() -> &'static str { "No notice was opened for this request.", "No se abrió ningún aviso para esta solicitud." }
    case_linked() -> &'static str { "Recordings that answer this request", "Grabaciones que atienden esta solicitud" }
    case_people_log(people: u64, complete: bool) -> String {
        format!("{people}, {}", if complete { "complete" } else { "open" }),
        format!("{people}, {}", if complete { "completo" } else { "abierto" })
    }
    case_files() -> &'static str { "Files", "Archivos" }
    case_files_of(originals: u64, approved: Option<bool>) -> String {
        format!("{originals} {}, {}", if originals == 1 { "original" } else { "originals" }, match approved { None => "no copy", Some(false) => "copy to approve", Some(true) => "copy approved" }),
        format!("{originals} {}, {}", if originals == 1 { "original" } else { "originales" }, match approved { None => "sin copia", Some(false) => "copia por aprobar", Some(true) => "copia aprobada" })
    }
    case_aside() -> &'static str { "The case", "El caso" }
    act_at_once() -> &'static str { "Done at once, without a message.", "Se hace de inmediato, sin mensaje." }
    act_with_words() -> &'static str { "Add a message", "Añadir un mensaje" }
}

fn numbers_of(numbers: &[TrackingNumber]) -> String {
    let numbers: Vec<&str> = numbers.iter().map(TrackingNumber::as_str).collect();
    numbers.join(", ")
}

fn closeness(lang: office::Lang, reason: &Closeness) -> String {
    let say = |en: String, es: String| match lang {
        office::Lang::En => en,
        office::Lang::Es => es,
    };
    let fixed = |en: &str, es: &str| say(en.to_owned(), es.to_owned());
    match reason {
        Closeness::Report { number } => say(format!("report number {number}"), format!("número de informe {number}")),
        Closeness::SameTime => fixed("the time asked about", "la hora pedida"),
        Closeness::Before { minutes } => say(format!("{minutes} min before"), format!("{minutes} min antes")),
        Closeness::After { minutes } => say(format!("{minutes} min after"), format!("{minutes} min después")),
        Closeness::Place { words } => {
            let words = words.join(" ");
            say(format!("place: {words}"), format!("lugar: {words}"))
        }
        Closeness::Officer { words } => {
            let words = words.join(" ");
            say(format!("officer: {words}"), format!("agente: {words}"))
        }
        Closeness::Division => fixed("division", "división"),
        Closeness::Camera => fixed("kind of camera", "tipo de cámara"),
        Closeness::SharedRecording => fixed("the same recording", "la misma grabación"),
    }
}
