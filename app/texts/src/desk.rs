//! Words: the console's register of recordings, orders, people, notices and releases.

mod acts;
mod capacities;
mod contents;
mod court;
mod coverage;
mod deletions;
mod fields;
mod imports;
mod matches;
mod notes;
mod proposals;
mod releases;
mod tasks;

use law::{both, deletion_list::ListActKind, person::Person, release::StopGround, retention::KeepCategory};
use office::{
    forms::{ConsoleAct, ConsoleField, FileKind},
    views::{AuditAct, AuditDeed},
};

use crate::{LawWords as _, ReleaseWords as _, ViewingWords as _};

pub use capacities::CapacityWords;
pub use contents::ContentsWords;
pub(crate) use contents::{BLACK_PICTURE, reencode};
pub use court::CourtWords;
pub use coverage::CoverageWords;
pub use deletions::DeletionWords;
pub use imports::ImportWords;
pub use matches::MatchWords;
pub use notes::NoteWords;
pub use proposals::ProposalWords;
pub use releases::ReleaseDeskWords;
pub use tasks::TaskWords;

words! {
    /// Words of the register, the notices and the release.
    pub trait DeskWords:
    desk_field(field: ConsoleField) -> &'static str { fields::label(field) }
    desk_hint(field: ConsoleField) -> Option<&'static str> {
        fields::hint(field).map(|text| text.en),
        fields::hint(field).map(|text| text.es)
    }
    desk_act(act: impl Into<ConsoleAct>) -> &'static str { acts::act(act.into()) }
    register_act(act: &AuditAct) -> String { entry(office::Lang::En, act), entry(office::Lang::Es, act) }
    audit_deed(deed: &AuditDeed) -> String { told(office::Lang::En, deed), told(office::Lang::Es, deed) }

    recordings_title() -> &'static str { "Recordings", "Grabaciones" }
    recordings_none() -> &'static str { "No recording fits.", "Ninguna grabación coincide." }
    recordings_caption() -> &'static str { "The newest first", "Primero la más reciente" }
    recordings_new() -> &'static str { "Register a recording", "Registrar una grabación" }
    recordings_import() -> &'static str { "Register from a CSV file", "Registrar desde un archivo CSV" }
    import_intro() -> &'static str {
        "Paste the file's text, or choose the file. All lines are registered, or none: every bad line is told by its number.",
        "Pegue el texto del archivo o elija el archivo. Se registran todas las líneas o ninguna: cada línea mala se indica por su número."
    }
    import_columns() -> &'static str { "The first line names the columns:", "La primera línea nombra las columnas:" }
    line_of(line: u64) -> String { format!("Line {line}"), format!("Línea {line}") }
    recording_title(source: &str) -> String { format!("Recording {source}"), format!("Grabación {source}") }
    recording_facts() -> &'static str { "What it is", "Qué es" }
    recording_status() -> &'static str { "Legal status", "Situación legal" }
    recording_kept() -> &'static str { "Why it must be kept", "Por qué debe conservarse" }
    recording_free() -> &'static str { "Nothing holds it today.", "Hoy nada la retiene." }
    recording_requests() -> &'static str { "Requests it answers", "Solicitudes que atiende" }
    recording_asked() -> &'static str { "Requests that ask about this time and place", "Solicitudes sobre esta hora y lugar" }
    recording_orders() -> &'static str { "Court orders", "Órdenes judiciales" }
    recording_people() -> &'static str { "People log", "Registro de personas" }
    recording_log_open() -> &'static str { "Not declared complete.", "No está declarado completo." }
    recording_log_done() -> &'static str { "Declared complete.", "Declarado completo." }
    recording_history() -> &'static str { "Register", "Registro" }
    deletion_breach() -> &'static str {
        "It was deleted although it had to be kept: record it as the breach that it is",
        "Se borró aunque debía conservarse: anotarlo como la infracción que es"
    }
    recording_breach() -> &'static str {
        "This recording was deleted although it had to be kept. That is a breach, and the auditor sees it.",
        "Esta grabación se borró aunque debía conservarse. Es una infracción, y la auditoría la ve."
    }
    person_take_out() -> &'static str {
        "For somebody who is not in the recording after all, or stands in the list twice. The line stays with your reason. Once a second person has verified it, no notice is due any more.",
        "Para alguien que al final no aparece en la grabación, o está dos veces en la lista. La línea queda con su motivo. Cuando lo verifique una segunda persona, ya no hace falta un aviso."
    }
    person_taken_out(reason: &str) -> String {
        format!("Taken out of the list: {reason}"),
        format!("Se quitó de la lista: {reason}")
    }
    recording_deleted(day: &str) -> String { format!("Deleted in the evidence system on {day}."), format!("Borrada en el sistema de pruebas el {day}.") }
    recording_category(key: &str) -> String {
        match KeepCategory::parse(key) { Some(category) => category_words(category).en.to_owned(), None => format!("“{key}”, as the evidence system calls it") },
        match KeepCategory::parse(key) { Some(category) => category_words(category).es.to_owned(), None => format!("«{key}», como lo llama el sistema de pruebas") }
    }
    recording_unclassified() -> &'static str { "Not classified", "Sin clasificar" }
    recording_none_given() -> &'static str { "Not given", "No se indica" }
    col_recording() -> &'static str { "Recording", "Grabación" }
    col_made() -> &'static str { "Made", "Hecha" }
    col_camera() -> &'static str { "Camera", "Cámara" }
    col_request() -> &'static str { "Request", "Solicitud" }
    col_objections() -> &'static str { "Objections", "Objeciones" }
    col_court() -> &'static str { "Court", "Tribunal" }
    objection_number(no: usize) -> String { format!("Objection {no}."), format!("Objeción {no}.") }
    notices_back_dated() -> &'static str {
        "Entered as sent before the letter was made", "Anotado como enviado antes de hacerse la carta"
    }
    notice_back_dated(person: &str, made: law::Date, sent: law::Date) -> String {
        format!(
            "{person}: this portal made the letter on {}, and it was entered as sent on {}, {} days before. The days to \
                answer rest on that entry: look at the proof of sending and receipt before anything is released.",
            crate::DateWords::day(office::Lang::En, made),
            crate::DateWords::day(office::Lang::En, sent),
            days_between(sent, made)
        ),
        format!(
            "{person}: este portal hizo la carta el {}, y se anotó como enviada el {}, {} días antes. Los días para \
                responder dependen de esa anotación: revise la prueba de envío y de recepción antes de entregar nada.",
            crate::DateWords::day(office::Lang::Es, made),
            crate::DateWords::day(office::Lang::Es, sent),
            days_between(sent, made)
        )
    }
    objections_unanswered(n: u32) -> String { format!("{n} to answer"), format!("{n} por responder") }
    col_place() -> &'static str { "Place", "Lugar" }
    col_officer() -> &'static str { "Officer", "Oficial" }
    none_here() -> &'static str { "None.", "Ninguna." }
    until_day(day: &str) -> String { format!("until {day}"), format!("hasta el {day}") }
    no_end() -> &'static str { "no end yet", "todavía sin fin" }
    choose_day() -> &'static str { "Day recorded", "Día de la grabación" }
    search_words() -> &'static str { "Number, place, officer or incident", "Número, lugar, oficial o incidente" }
    search() -> &'static str { "Search", "Buscar" }
    linked_none() -> &'static str { "No recording is linked yet. Link a suggestion, or find one in the register.", "Todavía no hay ninguna grabación vinculada. Vincule una sugerencia o busque una en el registro." }
    to_register() -> &'static str { "All recordings", "Todas las grabaciones" }
    portal_itself() -> &'static str { "the portal, not staff", "el portal, no el personal" }
    desk_done() -> &'static str { "It is in the register.", "Consta en el registro." }
    yes() -> &'static str { "Yes", "Sí" }

    scene_deceased() -> &'static str {
        "It shows the scene of a crime with a deceased person as RSMo 610.205 protects",
        "Muestra la escena de un delito con una persona fallecida que protege RSMo 610.205"
    }
    scene_logged() -> &'static str {
        "Everybody seen or heard in it is in the people log",
        "Todas las personas que se ven u oyen están en el registro de personas"
    }
    hide_both() -> &'static str { "Picture and sound", "Imagen y sonido" }

    audit_title() -> &'static str { "Audit", "Auditoría" }
    audit_intro() -> &'static str {
        "Everything that was done to recordings, people, notices, orders, releases and accounts, and what staff and the portal did on requests. Nothing here can be changed or deleted.",
        "Todo lo que se hizo con grabaciones, personas, avisos, órdenes, entregas y cuentas, y lo que hicieron el personal y el portal en las solicitudes. Nada de esto puede cambiarse ni borrarse."
    }
    audit_caption() -> &'static str { "The newest first", "Primero lo más reciente" }
    audit_none() -> &'static str { "Nothing is in the register yet.", "Todavía no consta nada en el registro." }
    audit_what() -> &'static str { "What was done", "Qué se hizo" }
    audit_who() -> &'static str { "By whom", "Quién" }
    audit_about() -> &'static str { "About", "Sobre" }
    audit_subject(key: &str) -> &'static str { fields::subject(key) }

    people_title(source: &str) -> String { format!("People in {source}"), format!("Personas en {source}") }
    people_none() -> &'static str { "Nobody is in the log yet.", "Todavía no hay nadie en el registro." }
    people_caption() -> &'static str { "Everybody seen or heard, by pseudonym", "Todas las personas que se ven u oyen, por seudónimo" }
    people_intro() -> &'static str {
        "By pseudonym only: names and addresses are kept apart and opened only to serve a notice. Each opening is kept.",
        "Solo por seudónimo: los nombres y direcciones se guardan aparte y se abren solo para entregar un aviso. Cada apertura queda registrada."
    }
    people_add() -> &'static str { "Add a person", "Agregar una persona" }
    people_reach() -> &'static str { "How to reach them, if it is known", "Cómo llegar a la persona, si se sabe" }
    people_nobody_else() -> &'static str { "Nobody else is seen or heard", "No se ve ni se oye a nadie más" }
    people_complete() -> &'static str {
        "The people log is complete. Next comes the copy; the letters are sent from the release.",
        "El registro de personas está completo. Sigue la copia; las cartas se envían desde la entrega."
    }
    people_complete_hint() -> &'static str {
        "Nothing leaves before that is said. Somebody found later can still be added.",
        "Nada sale antes de que se diga. Todavía puede agregarse a quien se encuentre después."
    }
    person_named(letter: char) -> String { format!("Person {letter}"), format!("Persona {letter}") }
    letters_on_request(number: &str, count: usize) -> String {
        if count == 1 { format!("1 letter on {number}") } else { format!("{count} letters on {number}") },
        if count == 1 { format!("1 carta de {number}") } else { format!("{count} cartas de {number}") }
    }
    release_docket_checked(people: &str) -> String {
        format!("I looked into the court’s docket today for {people}: nothing is filed"),
        format!("Hoy revisé el registro del tribunal por {people}: no hay nada presentado")
    }
    people_open() -> &'static str { "Open the people log", "Abrir el registro de personas" }
    col_person() -> &'static str { "Person", "Persona" }
    col_spans() -> &'static str { "Seen and heard", "Se ve y se oye" }
    col_notices() -> &'static str { "Notices", "Avisos" }
    contacts_title() -> &'static str { "How to reach them", "Cómo llegar a la persona" }
    contact_until(on: law::Date) -> String {
        format!("Until {}, then corrected", crate::DateWords::short_day(office::Lang::En, on)),
        format!("Hasta el {}, después corregido", crate::DateWords::short_day(office::Lang::Es, on))
    }
    contacts_none() -> &'static str { "Nothing is known yet.", "Todavía no se sabe nada." }
    fact_police() -> &'static str { "Affiliated with a law enforcement agency", "Pertenece a una agencia policial" }
    fact_minor() -> &'static str { "A minor", "Menor de edad" }
    fact_incapacitated() -> &'static str { "Incapacitated", "Incapacitada" }
    fact_deceased() -> &'static str { "Deceased", "Fallecida" }

    notices_title() -> &'static str { "Notices", "Avisos" }
    notices_work() -> &'static str { "To do", "Por hacer" }
    notices_running() -> &'static str { "Running", "En curso" }
    notices_all() -> &'static str { "All", "Todos" }
    notices_none() -> &'static str { "No notice here.", "No hay ningún aviso aquí." }
    notices_caption() -> &'static str { "The nearest last day first", "Primero el último día más próximo" }
    notices_print() -> &'static str { "Print today’s letters", "Imprimir las cartas de hoy" }
    notices_by_hand() -> &'static str {
        "People with a note on how to reach them safely are passed over: send each of these by hand.",
        "Se omite a quien tiene una nota sobre cómo llegar sin riesgo: envíe cada una de esas a mano."
    }
    col_notice_kind() -> &'static str { "Notice", "Aviso" }
    col_notice_state() -> &'static str { "Where it stands", "En qué punto está" }
    notice_page_title(pseudonym: &str) -> String { format!("Notice to {pseudonym}"), format!("Aviso a {pseudonym}") }
    notice_free() -> &'static str { "This notice leaves room for a release.", "Este aviso permite la entrega." }
    notice_letters() -> &'static str { "Letters as sent", "Cartas como se enviaron" }
    notice_attempts() -> &'static str { "Tries to reach the person", "Intentos de llegar a la persona" }
    notice_objections() -> &'static str { "Objections", "Objeciones" }
    notice_actions() -> &'static str { "Court actions", "Acciones judiciales" }
    notice_asks_whole() -> &'static str { "Do not release the recording", "No entregar la grabación" }
    notice_answered() -> &'static str { "Answer", "Respuesta" }
    letter_sent(on: law::Date, sha256: &str) -> String {
        format!("Sent on {}. SHA-256 {sha256}", crate::DateWords::day(office::Lang::En, on)),
        format!("Enviada el {}. SHA-256 {sha256}", crate::DateWords::day(office::Lang::Es, on))
    }
    identity_verified() -> &'static str { "Identity verified", "Identidad verificada" }
    decision_freed() -> &'static str { "Not forbidden, or no longer", "No prohibida, o ya no" }
    decision_all() -> &'static str { "Display forbidden", "Prohibida su exhibición" }
    decision_part() -> &'static str { "Display of these spans forbidden", "Prohibida la exhibición de estos tramos" }
    action_ended() -> &'static str { "The court is done with the action", "El tribunal terminó con la acción" }
    action_new() -> &'static str { "A new action", "Una acción nueva" }

    desk_file(kind: FileKind) -> &'static str { fields::file(kind) }

    orders_title() -> &'static str { "Court orders", "Órdenes judiciales" }
    orders_new() -> &'static str { "Enter an order", "Registrar una orden" }
    orders_none() -> &'static str { "No order has been entered.", "No se ha registrado ninguna orden." }
    orders_caption() -> &'static str { "The newest entered first", "Primero la última registrada" }
    orders_intro() -> &'static str {
        "Enter the order as the court's document says. What it forbids is heeded at once; it opens nothing until a second person has compared it with the document.",
        "Registre la orden como dice el documento del tribunal. Lo que prohíbe se respeta de inmediato; no abre nada hasta que una segunda persona la compare con el documento."
    }
    order_title(case_number: &str) -> String { format!("Order in {case_number}"), format!("Orden en {case_number}") }
    order_in_force() -> &'static str { "In force", "En vigor" }
    order_scope_all() -> &'static str { "all of it", "entera" }
    order_verified_by(name: &str) -> String { format!("Verified by {name}"), format!("Verificada por {name}") }
    order_unverified() -> &'static str { "Waits for a second person", "Espera a una segunda persona" }
    order_says() -> &'static str { "What the order says", "Lo que dice la orden" }
    order_names() -> &'static str { "Recordings it names", "Grabaciones que nombra" }
    order_excuses() -> &'static str { "Notices it excuses", "Avisos que dispensa" }
}

/// An entry of the register, as a sentence.
fn told(lang: office::Lang, deed: &AuditDeed) -> String {
    match deed {
        AuditDeed::Logged(act) => entry(lang, act),
        AuditDeed::Docket { event, .. } => lang.event(event),
    }
}

#[expect(clippy::too_many_lines, reason = "one sentence for each entry")]
fn entry(lang: office::Lang, act: &AuditAct) -> String {
    use crate::DateWords as _;
    let say = |en: &str, es: &str| match lang {
        office::Lang::En => en.to_owned(),
        office::Lang::Es => es.to_owned(),
    };
    match act {
        AuditAct::CoverageKept { cameras, gaps } => say(
            &format!("A coverage sheet was kept: {cameras} cameras expected, {gaps} gaps."),
            &format!("Se guardó una hoja de cobertura: {cameras} cámaras esperadas, {gaps} huecos."),
        ),
        AuditAct::DeletionListMade { recordings } => say(
            &format!("A deletion list of {recordings} recordings was made."),
            &format!("Se hizo una lista de borrado de {recordings} grabaciones."),
        ),
        AuditAct::DeletionListActed { done } => match done {
            ListActKind::Approve => say("The deletion list was approved.", "Se aprobó la lista de borrado."),
            ListActKind::SendBack => say("The deletion list was sent back.", "Se devolvió la lista de borrado."),
            ListActKind::Confirm => say(
                "The evidence system’s own list was entered.",
                "Se anotó la lista del sistema de evidencias.",
            ),
        },
        AuditAct::DeletionsCompared {
            reported,
            losses,
            not_deleted,
        } => say(
            &format!(
                "Of {reported} recordings that were deleted, {losses} had to stay or were on no list; {not_deleted} of the list were not deleted."
            ),
            &format!(
                "De {reported} grabaciones borradas, {losses} debían quedar o no estaban en la lista; {not_deleted} de la lista no se borraron."
            ),
        ),
        AuditAct::PrivateOpened => say(
            "The requester’s private part was opened.",
            "Se abrió la parte privada de quien pidió.",
        ),
        AuditAct::NamesListed => say(
            "Opened the queue with names and places of requesters.",
            "Abrió la bandeja con nombres y lugares de quienes piden.",
        ),
        AuditAct::Assigned { to, no, of } => {
            let one = if *of > 1 {
                say(&format!(" ({no} of {of})"), &format!(" ({no} de {of})"))
            } else {
                String::new()
            };
            match to {
                Some(name) => say(
                    &format!("Assigned to {name}{one}."),
                    &format!("Asignada a {name}{one}."),
                ),
                None => say(&format!("Assigned to nobody{one}."), &format!("Sin asignar{one}.")),
            }
        }
        AuditAct::CodeReissued { ground } => {
            let ground = crate::IntakeWords::code_ground(lang, *ground);
            say(
                &format!("A new access code was given out. Shown: {ground}."),
                &format!("Se dio un código de acceso nuevo. Se mostró: {ground}."),
            )
        }
        AuditAct::ObjectionOpened => say(
            "The words of the person’s objections were opened.",
            "Se abrieron las palabras de las objeciones de la persona.",
        ),
        AuditAct::SealedCaseOpened => say(
            "A court case in which something is sealed was opened.",
            "Se abrió un caso judicial en el que algo está sellado.",
        ),
        AuditAct::PaperOpened { sha256 } => match lang {
            office::Lang::En => format!("A paper that somebody sent was opened: SHA-256 {sha256}."),
            office::Lang::Es => format!("Se abrió un documento que alguien envió: SHA-256 {sha256}."),
        },
        AuditAct::FileOpened { what, sha256 } => {
            let file = lang.desk_file(*what);
            say(
                &format!("Opened: {file}. SHA-256 {sha256}."),
                &format!("Abierto: {file}. SHA-256 {sha256}."),
            )
        }
        AuditAct::Account(event) => crate::staff::accounts::event(lang, event),
        AuditAct::ClockConfirmed { set_aside, reason } => say(
            &format!("The operator confirmed the clock; {set_aside} entries ahead of it were set aside. {reason}"),
            &format!(
                "Quien administra el servidor confirmó el reloj; {set_aside} anotaciones adelantadas se apartaron. {reason}"
            ),
        ),
        AuditAct::TemplatePublished { kind, version, reason } => {
            let name = crate::letters::kind_name(lang, kind);
            say(
                &format!("The words of the letter \u{201c}{name}\u{201d} were changed: version {version}. {reason}"),
                &format!("Se cambió el texto de la carta \u{ab}{name}\u{bb}: versión {version}. {reason}"),
            )
        }
        AuditAct::Registered => say("Entered in the register.", "Anotada en el registro."),
        AuditAct::Status { status, reason } => {
            let why = if reason.is_empty() {
                String::new()
            } else {
                format!(" {reason}")
            };
            format!("{}{why}", lang.footage(status))
        }
        AuditAct::Judged { scene, people_logged } => {
            let log = if *people_logged {
                say("People log complete.", "Registro de personas completo.")
            } else {
                say("People log open.", "Registro de personas abierto.")
            };
            format!("{}. {log}", lang.location(scene.location))
        }
        AuditAct::Linked { number } => say(
            &format!("Linked to request {number}."),
            &format!("Vinculada a la solicitud {number}."),
        ),
        AuditAct::LinkTakenBack { number, reason } => say(
            &format!("The link to request {number} was taken back: {reason}"),
            &format!("Se deshizo el vínculo con la solicitud {number}: {reason}"),
        ),
        AuditAct::SuggestionRefused { number } => say(
            &format!("Suggested for request {number}, and refused: it does not answer it."),
            &format!("Sugerida para la solicitud {number} y rechazada: no la atiende."),
        ),
        AuditAct::RequestsJoined { number } => say(
            &format!("Joined with request {number}: the same incident."),
            &format!("Unida con la solicitud {number}: el mismo hecho."),
        ),
        AuditAct::JoinTakenBack { number } => say(
            &format!("The join with request {number} was taken back."),
            &format!("Se retiró la unión con la solicitud {number}."),
        ),
        AuditAct::PersonTakenOut { reason } => say(
            &format!("Taken out of the list of people shown: {reason}"),
            &format!("Se quitó de la lista de quienes aparecen: {reason}"),
        ),
        AuditAct::DeletedInBreach { rule, kept_for } => say(
            &format!(
                "BREACH: deleted in the evidence system although it had to be kept ({rule}). {}",
                office::Lang::En.undeletable(kept_for)
            ),
            &format!(
                "INFRACCIÓN: se borró en el sistema de pruebas aunque debía conservarse ({rule}). {}",
                office::Lang::Es.undeletable(kept_for)
            ),
        ),
        AuditAct::Deleted { rule } => say(
            &format!("Deleted in the evidence system under {rule}."),
            &format!("Borrada en el sistema de pruebas según {rule}."),
        ),
        AuditAct::PersonLogged { was, is } => logged(lang, was.as_deref(), is),
        AuditAct::ContactOpened => say(
            "Somebody opened how to reach the person.",
            "Alguien abrió cómo llegar a la persona.",
        ),
        AuditAct::ViewingOffered => say("A family viewing was offered.", "Se ofreció un visionado a la familia."),
        AuditAct::ViewingStepped { step } => say(
            &format!("Family viewing: {}.", office::Lang::En.viewing_step(*step)),
            &format!("Visionado de la familia: {}.", office::Lang::Es.viewing_step(*step)),
        ),
        AuditAct::CapacityEntered { kind, corrects } => {
            let (en, es) = (
                office::Lang::En.capacity_kind(*kind),
                office::Lang::Es.capacity_kind(*kind),
            );
            let of = if *corrects {
                (
                    ", in the place of a wrong entry",
                    ", en lugar de una anotación equivocada",
                )
            } else {
                ("", "")
            };
            say(
                &format!("Somebody was entered who acts for them: {en}{}.", of.0),
                &format!("Se anotó a quien actúa por la persona: {es}{}.", of.1),
            )
        }
        AuditAct::CapacityVerified { kind, proof } => say(
            &format!(
                "The proof of a capacity was seen: {}, {}.",
                office::Lang::En.capacity_kind(*kind),
                office::Lang::En.capacity_proof(*proof)
            ),
            &format!(
                "Se vio la prueba de una capacidad: {}, {}.",
                office::Lang::Es.capacity_kind(*kind),
                office::Lang::Es.capacity_proof(*proof)
            ),
        ),
        AuditAct::CapacityEnded { kind } => say(
            &format!("A capacity ended: {}.", office::Lang::En.capacity_kind(*kind)),
            &format!("Terminó una capacidad: {}.", office::Lang::Es.capacity_kind(*kind)),
        ),
        AuditAct::ContactKept => say(
            "How to reach the person was kept.",
            "Se guardó cómo llegar a la persona.",
        ),
        AuditAct::NoticeOpened => say("Notice opened.", "Aviso abierto."),
        AuditAct::NoticeActed { did, state, entry, on } => {
            let on = on.map(|on| match lang {
                office::Lang::En => format!(" Entered as done on {}.", lang.day(on)),
                office::Lang::Es => format!(" Anotado como hecho el {}.", lang.day(on)),
            });
            let entry = entry.map(|entry| format!(" ({} {entry})", say("entry", "anotación")));
            let did = lang.desk_act(*did);
            format!(
                "{did}{}. {}.{}",
                entry.unwrap_or_default(),
                lang.notice_state(*state, false),
                on.unwrap_or_default()
            )
        }
        AuditAct::NoticeAnswered { state } => {
            let answered = say("The person answered.", "La persona respondió.");
            format!("{answered} {}.", lang.notice_state(*state, false))
        }
        AuditAct::ConsentWished => say(
            "The person is ready to agree, or wants to talk about it. That is no consent.",
            "La persona está lista para aceptar, o quiere hablar de ello. Eso no es consentimiento.",
        ),
        AuditAct::NoticeRecounted { last_day } => {
            let day = lang.day(*last_day);
            say(
                &format!("The court was closed: the days run until {day}."),
                &format!("El tribunal cerró: el plazo corre hasta el {day}."),
            )
        }
        AuditAct::FileKept { what, sha256, sent } => {
            let file = lang.desk_file(*what);
            let sent = sent.as_ref().map_or_else(String::new, |sent| {
                say(
                    &format!(" It was sent as a file with SHA-256 {sent}, and made anew of its picture and its sound."),
                    &format!(" Se envió como archivo con SHA-256 {sent}, y se rehízo con su imagen y su sonido."),
                )
            });
            say(
                &format!("Kept: {file}. SHA-256 {sha256}.{sent}"),
                &format!("Guardado: {file}. SHA-256 {sha256}.{sent}"),
            )
        }
        AuditAct::RedactionsSet { lines } => say(
            &format!("Redaction list set: {lines} lines."),
            &format!("Lista de supresiones fijada: {lines} líneas."),
        ),
        AuditAct::CopyApproved { sha256 } => say(
            &format!("A second person approved the file {sha256}."),
            &format!("Una segunda persona aprobó el archivo {sha256}."),
        ),
        AuditAct::Released { number, sha256 } => say(
            &format!("Released on request {number}: file {sha256}."),
            &format!("Entregada en la solicitud {number}: archivo {sha256}."),
        ),
        AuditAct::PublicationProposed { title, no } => say(
            &format!("Proposed for the public library as “{title}” (version {no})."),
            &format!("Propuesta para la biblioteca pública como «{title}» (versión {no})."),
        ),
        AuditAct::Published { title, no: Some(no) } => say(
            &format!("Approved by a second person and put into the public library as “{title}” (version {no})."),
            &format!(
                "Aprobada por una segunda persona y puesta en la biblioteca pública como «{title}» (versión {no})."
            ),
        ),
        AuditAct::Published { title, no: None } => say(
            &format!("Put into the public library as “{title}” by one person."),
            &format!("Puesta en la biblioteca pública como «{title}» por una sola persona."),
        ),
        AuditAct::PublicationSentBack { no, reason } => say(
            &format!("Version {no} proposed for the public library was sent back: {reason}"),
            &format!("La versión {no} propuesta para la biblioteca pública se devolvió: {reason}"),
        ),
        AuditAct::TakenDown { reason, bar } => {
            let what = say("Taken out of the public library.", "Sacada de la biblioteca pública.");
            let why = bar.as_ref().map(|bar| lang.notice_bar(bar));
            let why = reason.clone().or(why).unwrap_or_default();
            format!("{what} {why}")
        }
        AuditAct::LinksStopped { ground, reason } => stopped(lang, *ground, reason.as_deref()),
        AuditAct::OrderEntered => say("Order entered.", "Orden registrada."),
        AuditAct::OrderVerified => say(
            "Compared with the court's document.",
            "Comparada con el documento del tribunal.",
        ),
        AuditAct::OrderStayed { since } => {
            let day = lang.day(*since);
            say(&format!("Stayed since {day}."), &format!("Suspendida desde el {day}."))
        }
        AuditAct::Proposed { kind } => lang.proposal_event(*kind, None),
        AuditAct::ProposalVerified { kind } => lang.proposal_event(*kind, Some(true)),
        AuditAct::ProposalRefused { kind, reason } => {
            format!("{} {reason}", lang.proposal_event(*kind, Some(false)))
        }
        AuditAct::StayLifted => say("The stay ended.", "Terminó la suspensión."),
    }
}

/// Why the links of a release stopped.
fn stopped(lang: office::Lang, ground: Option<StopGround>, reason: Option<&str>) -> String {
    let what = lang.pick(match ground {
        Some(StopGround::Office) => both("Stopped by a custodian.", "Detenida por un custodio."),
        Some(StopGround::NewerCopy) => both(
            "The links stopped: a newer copy was made.",
            "Los enlaces dejaron de funcionar: se hizo una copia más nueva.",
        ),
        Some(StopGround::Closed) | None => both("The links stopped.", "Los enlaces dejaron de funcionar."),
    });
    reason.map_or_else(|| what.to_owned(), |reason| format!("{what} {reason}"))
}

/// A line of the people log as it was entered, or what changed of it.
fn logged(lang: office::Lang, was: Option<&Person>, is: &Person) -> String {
    let say = |en: &'static str, es: &'static str| match lang {
        office::Lang::En => en,
        office::Lang::Es => es,
    };
    let Some(was) = was else {
        return say("Entered in the people log.", "Anotada en el registro de personas.").to_owned();
    };
    let yes = |is: bool| if is { say("yes", "sí") } else { "no" }.to_owned();
    let facts = [
        (say("seen", "se ve"), was.seen.to_string(), is.seen.to_string()),
        (say("heard", "se oye"), was.heard.to_string(), is.heard.to_string()),
        (
            say("of the police", "de la policía"),
            yes(was.police_affiliated),
            yes(is.police_affiliated),
        ),
        (say("under age", "menor de edad"), yes(was.minor), yes(is.minor)),
        (
            say("incapacitated", "incapacitada"),
            yes(was.incapacitated),
            yes(is.incapacitated),
        ),
        (say("deceased", "fallecida"), yes(was.deceased), yes(is.deceased)),
    ];
    let changed = facts.iter().filter(|(_, was, is)| was != is);
    let changed: Vec<String> = changed.map(|(what, was, is)| format!("{what}: {was} → {is}")).collect();
    let head = say("Changed in the people log.", "Cambiada en el registro de personas.");
    format!("{head} {}", changed.join("; "))
}

const fn category_words(category: KeepCategory) -> law::Bilingual {
    match category {
        KeepCategory::NonEvidence => law::both("Not evidence", "No es prueba"),
        KeepCategory::Precheck => law::both("Camera check before a shift", "Prueba de la cámara antes del turno"),
    }
}

fn days_between(from: law::Date, to: law::Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days())
}
