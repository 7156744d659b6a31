//! Words of the console: files of a recording, the release on a request.

use law::{Bilingual, Date, both};
use office::{Lang, views::PublicationList};

use crate::DateWords as _;

words! {
    /// Files and releases, as staff work with them.
    pub trait ReleaseDeskWords:
    files_title(source: &str) -> String { format!("Files of {source}"), format!("Archivos de {source}") }
    files_open() -> &'static str { "Open its files", "Abrir sus archivos" }
    files_intro() -> &'static str {
        "The original stays as the camera made it. A copy is made for release; a second person approves exactly that file.",
        "El original queda como lo hizo la cámara. Para entregar se hace una copia; una segunda persona aprueba exactamente ese archivo."
    }
    files_upload() -> &'static str { "Send a file", "Enviar un archivo" }
    files_originals() -> &'static str { "Originals", "Originales" }
    file_removed(day: Date) -> String {
        format!("The footage was lawfully deleted, so this file was taken away on {}. Its hash and what is entered about it stay.", office::Lang::En.day(day)),
        format!("La grabación se borró conforme a la ley; por eso este archivo se retiró el {}. Quedan su código y lo anotado sobre él.", office::Lang::Es.day(day))
    }
    files_originals_none() -> &'static str { "No original is kept here.", "No se guarda ningún original aquí." }
    files_copy() -> &'static str { "The copy for release", "La copia para entregar" }
    files_copy_none() -> &'static str { "No copy has been sent yet.", "Todavía no se ha enviado ninguna copia." }
    files_copies_before() -> &'static str { "Copies before it", "Copias anteriores" }
    files_making() -> &'static str {
        "The redacted copy is made with the office’s own program and sent here. Making it inside the portal is planned and not yet possible.",
        "La copia con supresiones se hace con el programa de la oficina y se envía aquí. Hacerla dentro del portal está previsto y aún no es posible."
    }
    file_sha() -> &'static str { "SHA-256", "SHA-256" }
    file_name() -> &'static str { "File", "Archivo" }
    file_made_by() -> &'static str { "Sent by", "La envió" }
    file_look() -> &'static str { "Look at the file", "Ver el archivo" }
    file_words() -> &'static str { "Captions and transcript", "Subtítulos y transcripción" }
    file_words_are(captions: bool, transcript: bool) -> &'static str { words_are(captions, transcript) }
    copy_approved(by: &str, on: Date) -> String {
        format!("Approved by {by} on {}", Lang::En.day(on)),
        format!("Aprobada por {by} el {}", Lang::Es.day(on))
    }
    copy_unapproved() -> &'static str { "Waits for the approval of a second person", "Espera la aprobación de una segunda persona" }
    copy_look_first() -> &'static str {
        "Watch the whole file first. You approve exactly the file with this hash; if it changes, the approval does not count.",
        "Vea antes el archivo entero. Usted aprueba exactamente el archivo con este código; si cambia, la aprobación no vale."
    }
    copy_redactions() -> &'static str { "Redaction list", "Lista de supresiones" }
    copy_redactions_fixed() -> &'static str { "An approved list stays. Send a new copy to change it.", "Una lista aprobada queda. Para cambiarla, envíe una copia nueva." }
    redaction_of() -> &'static str { "Person", "Persona" }
    redaction_reviewer() -> &'static str { "Looked at by", "La revisó" }
    upload_sending(percent: u32) -> String { format!("{percent}% sent"), format!("{percent} % enviado") }
    upload_checking() -> &'static str { "The file is here; it is being checked.", "El archivo llegó; se está comprobando." }
    upload_again() -> &'static str { "The connection broke. It goes on by itself.", "Se cortó la conexión. Sigue por sí solo." }
    upload_lost() -> &'static str {
        "The connection did not come back. What has arrived is kept: choose the same file and send it again to go on.",
        "La conexión no volvió. Lo que llegó se guarda: elija el mismo archivo y envíelo otra vez para seguir."
    }

    release_title(number: &str) -> String { format!("Release on {number}"), format!("Entrega en {number}") }
    release_heading() -> &'static str { "Release on", "Entrega en" }
    release_open() -> &'static str { "Open the release", "Abrir la entrega" }
    release_gate() -> &'static str { "What must be in place", "Lo que debe cumplirse" }
    release_gate_intro() -> &'static str {
        "The database looks at the same list once more: no release can be written while a line is open.",
        "La base de datos revisa la misma lista otra vez: no se puede escribir ninguna entrega mientras quede una línea abierta."
    }
    release_refused_title() -> &'static str { "The database refuses this release", "La base de datos rechaza esta entrega" }
    release_refused() -> &'static str {
        "The checklist knows nothing of it. Whoever runs the portal runs `daylight check`. The database says:",
        "La lista no lo conoce. Quien administra el portal ejecuta `daylight check`. La base de datos dice:"
    }
    release_free() -> &'static str { "Everything is in place. The release can be made.", "Todo se cumple. La entrega puede hacerse." }
    release_blocked(n: usize) -> String {
        if n == 1 { "1 line is open. Nothing can leave yet.".to_owned() } else { format!("{n} lines are open. Nothing can leave yet.") },
        if n == 1 { "Queda 1 línea abierta. Aún no puede salir nada.".to_owned() } else { format!("Quedan {n} líneas abiertas. Aún no puede salir nada.") }
    }
    release_opens(on: Date) -> String {
        format!("The days that have begun are over for everybody on {}.", Lang::En.day(on)),
        format!("Los días que han empezado terminan para todos el {}.", Lang::Es.day(on))
    }
    gate_ok() -> &'static str { "In place", "Cumplido" }
    gate_open() -> &'static str { "Open", "Abierto" }
    release_recordings() -> &'static str { "Recordings and their copies", "Grabaciones y sus copias" }
    release_people() -> &'static str { "People", "Personas" }
    release_files() -> &'static str { "Files", "Archivos" }
    release_notices() -> &'static str { "Notices", "Avisos" }
    release_done() -> &'static str { "Released", "Entregado" }
    release_done_none() -> &'static str { "Nothing has been released on this request.", "En esta solicitud no se ha entregado nada." }
    release_stage() -> &'static str { "Where the request stands", "En qué punto está la solicitud" }
    release_terms() -> &'static str { "The terms of the orders are met", "Se cumplen los términos de las órdenes" }
    release_warned() -> &'static str {
        "The requester acknowledged the warning of RSMo 610.100.8 (on the private page, or on paper)",
        "El solicitante reconoció la advertencia de RSMo 610.100.8 (en su página privada o en papel)"
    }
    release_public(title: &str) -> String { format!("In the public library as “{title}”"), format!("En la biblioteca pública como «{title}»") }
    publication_title() -> &'static str { "The public library", "La biblioteca pública" }
    publication_intro() -> &'static str {
        "One person proposes, another approves. The database looks once more.",
        "Una persona propone, otra aprueba. La base de datos revisa otra vez."
    }
    publication_free() -> &'static str {
        "Nothing stands in the way of the public library.",
        "Nada impide la biblioteca pública."
    }
    publication_barred() -> &'static str { "It cannot become public now:", "Ahora no puede hacerse público:" }
    publication_waits(title: &str, by: &str, on: Date) -> String {
        format!("Waits for a second person: “{title}”, proposed by {by} on {}", Lang::En.day(on)),
        format!("Espera a una segunda persona: «{title}», propuesto por {by} el {}", Lang::Es.day(on))
    }
    publication_own() -> &'static str {
        "You proposed this, so another person approves it. You can send it back to take it back.",
        "Usted lo propuso, así que lo aprueba otra persona. Puede devolverlo para retirarlo."
    }
    publication_look() -> &'static str {
        "Watch the video and read title and warning before you approve: you approve exactly these words for exactly this file.",
        "Vea el video y lea el título y la advertencia antes de aprobar: usted aprueba exactamente estas palabras para exactamente este archivo."
    }
    publication_warning(warning: &str) -> String { format!("Warning: {warning}"), format!("Advertencia: {warning}") }
    publication_versions() -> &'static str { "Versions", "Versiones" }
    publication_version(no: u64, title: &str, by: &str, on: Date) -> String {
        format!("Version {no}: “{title}”, proposed by {by} on {}", Lang::En.day(on)),
        format!("Versión {no}: «{title}», propuesta por {by} el {}", Lang::Es.day(on))
    }
    publication_approved(by: &str, on: Date) -> String {
        format!("Approved by {by} on {}", Lang::En.day(on)),
        format!("Aprobada por {by} el {}", Lang::Es.day(on))
    }
    publication_sent_back(by: &str, on: Date, why: &str) -> String {
        format!("Sent back by {by} on {}: {why}", Lang::En.day(on)),
        format!("Devuelta por {by} el {}: {why}", Lang::Es.day(on))
    }
    publication_undecided() -> &'static str { "Nobody decided on it", "Nadie decidió sobre ella" }
    publication_by_one(on: Date) -> String {
        format!("It was public since {} by one person alone. Two are needed now, so it is shown to nobody any more.", Lang::En.day(on)),
        format!("Fue público desde el {} por una sola persona. Ahora se necesitan dos, así que ya no se muestra a nadie.", Lang::Es.day(on))
    }
    publication_ended(by: Option<&str>, on: Date, why: &str) -> String {
        match by {
            Some(by) => format!("Taken out by {by} on {}: {why}", Lang::En.day(on)),
            None => format!("Taken out by the portal on {}: {why}", Lang::En.day(on)),
        },
        match by {
            Some(by) => format!("Lo sacó {by} el {}: {why}", Lang::Es.day(on)),
            None => format!("Lo sacó el portal el {}: {why}", Lang::Es.day(on)),
        }
    }
    publication_end_stopped() -> &'static str { "Its release was stopped.", "Su entrega se detuvo." }
    publication_end_by_one() -> &'static str {
        "One person alone had put it there. Two are needed now.",
        "Lo había puesto una sola persona. Ahora se necesitan dos."
    }
    publication_list(list: PublicationList) -> &'static str { list_words(list) }
    publication_none(list: PublicationList) -> &'static str { none_words(list) }
    publications_intro() -> &'static str {
        "What is public stays so only while the law lets it. Taking out takes one custodian; putting in takes two people.",
        "Lo público sigue siéndolo solo mientras la ley lo permite. Para sacar basta un custodio; para poner se necesitan dos personas."
    }
    col_video() -> &'static str { "Video", "Video" }
    col_proposed_by() -> &'static str { "Proposed by", "Propuesto por" }
    col_approved_by() -> &'static str { "Approved by", "Aprobado por" }
    col_publication_day() -> &'static str { "Day", "Día" }
    nobody() -> &'static str { "Not known", "No se sabe" }
    col_why() -> &'static str { "Why", "Por qué" }
    release_cannot_undo() -> &'static str {
        "What the requester downloads cannot be called back. The links themselves can be stopped.",
        "Lo que el solicitante descargue no se puede recuperar. Los enlaces sí se pueden detener."
    }
    release_not_public() -> &'static str { "Delivered to the requester only", "Entregado solo al solicitante" }
}

const fn words_are(captions: bool, transcript: bool) -> Bilingual {
    match (captions, transcript) {
        (true, true) => both(
            "Captions and a transcript are here.",
            "Hay subtítulos y una transcripción.",
        ),
        (true, false) => both("Captions are here, no transcript.", "Hay subtítulos, no transcripción."),
        (false, true) => both(
            "A transcript is here, no captions.",
            "Hay una transcripción, no subtítulos.",
        ),
        (false, false) => both(
            "Neither captions nor transcript. People who cannot hear need one of them.",
            "Ni subtítulos ni transcripción. Quien no oye necesita uno de los dos.",
        ),
    }
}

const fn list_words(list: PublicationList) -> Bilingual {
    match list {
        PublicationList::Waiting => both("Waiting for a second person", "Esperan a una segunda persona"),
        PublicationList::Public => both("Public now", "Públicos ahora"),
        PublicationList::Ended => both("No longer public", "Ya no son públicos"),
    }
}

const fn none_words(list: PublicationList) -> Bilingual {
    match list {
        PublicationList::Waiting => both("No proposal waits.", "No espera ninguna propuesta."),
        PublicationList::Public => both("Nothing is public now.", "Ahora nada es público."),
        PublicationList::Ended => both("Nothing has left the library.", "Nada ha salido de la biblioteca."),
    }
}
