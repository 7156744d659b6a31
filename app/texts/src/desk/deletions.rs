//! Words of deletion lists.

use law::{
    Bilingual, Date, both,
    deletion_list::{Difference, ListActKind, ListBar, ListState},
};

use crate::DateWords;

words! {
    /// Deletion lists.
    pub trait DeletionWords:
    deletions_title() -> &'static str { "Deletion lists", "Listas de borrado" }
    deletions_intro() -> &'static str {
        "What falls due under the retention rules. The portal deletes no footage: it makes the list, another person approves it, the evidence system deletes, and its own list of what it deleted is compared.",
        "Lo que vence según las reglas de conservación. El portal no borra grabaciones: hace la lista, otra persona la aprueba, el sistema de evidencias borra, y se compara con su propia lista de lo que borró."
    }
    deletions_none() -> &'static str { "No list was made yet.", "Aún no se ha hecho ninguna lista." }
    deletion_make() -> &'static str { "Make a list of what falls due", "Hacer una lista de lo que vence" }
    deletion_make_hint() -> &'static str {
        "At most 2,000 recordings, the oldest first. What is held, unclassified or asked for by an open request is never on it.",
        "Como máximo 2000 grabaciones, primero las más antiguas. Lo retenido, lo no clasificado y lo que pide una solicitud abierta nunca está en ella."
    }
    deletion_title(on: Date) -> String { format!("Deletion list of {}", office::Lang::En.day(on)), format!("Lista de borrado del {}", office::Lang::Es.day(on)) }
    deletion_on() -> &'static str { "As of", "Fecha" }
    deletion_by() -> &'static str { "Made by", "La hizo" }
    deletion_made() -> &'static str { "Made", "Hecha" }
    deletion_count() -> &'static str { "Recordings", "Grabaciones" }
    deletion_losses() -> &'static str { "Losses", "Pérdidas" }
    deletion_state_head() -> &'static str { "Where it stands", "Estado" }
    deletion_state(state: ListState) -> &'static str { words_of_state(state) }
    deletion_act(act: ListActKind) -> &'static str { words_of_act(act) }
    deletion_step(act: ListActKind) -> &'static str { words_of_step(act) }
    deletion_bar(bar: ListBar) -> &'static str { words_of_bar(bar) }
    deletion_difference(difference: Difference) -> &'static str { words_of_difference(difference) }
    deletion_field(name: &str) -> &'static str { words_of_field(name) }
    deletion_export() -> &'static str { "The list as a file", "La lista como archivo" }
    deletion_export_hint() -> &'static str {
        "Made anew at each download: what something keeps since, and what is gone, is left out.",
        "Se hace de nuevo en cada descarga: no incluye lo que algo retiene desde entonces ni lo que ya se borró."
    }
    deletion_approve_hint() -> &'static str {
        "You say that all of it may be deleted. The evidence system may then delete what the file names.",
        "Usted dice que todo se puede borrar. El sistema de evidencias puede entonces borrar lo que nombra el archivo."
    }
    deletion_csv_hint(columns: &str) -> String {
        format!("With the header {columns}, a recording a line. Or choose the file below."),
        format!("Con el encabezado {columns}, una grabación por línea. O elija el archivo abajo.")
    }
    deletion_reported(lines: u64) -> String {
        format!("The evidence system told of {lines} deleted recordings."),
        format!("El sistema de evidencias informó de {lines} grabaciones borradas.")
    }
    deletion_alike() -> &'static str { "What was deleted is what was on the list", "Se borró lo que estaba en la lista" }
    deletion_lost(count: usize) -> String {
        if count == 1 { "One recording is gone that had to stay, or that nobody let go".to_owned() } else { format!("{count} recordings are gone that had to stay, or that nobody let go") },
        if count == 1 { "Falta una grabación que debía quedar o que nadie autorizó borrar".to_owned() } else { format!("Faltan {count} grabaciones que debían quedar o que nadie autorizó borrar") }
    }
    deletion_lost_hint() -> &'static str {
        "Each is in the audit log as a deletion, and where something kept it as a breach. Whoever asked for one must be told.",
        "Cada una consta en el registro de auditoría como borrado y, si algo la retenía, como infracción. Hay que avisar a quien la pidió."
    }
    deletion_differences() -> &'static str { "Differences", "Diferencias" }
    deletion_difference_head() -> &'static str { "What is different", "Qué es distinto" }
    deletion_gone_on() -> &'static str { "Deleted on", "Borrada el" }
    deletion_why() -> &'static str { "What kept it", "Qué la retenía" }
    deletion_kept(count: usize) -> String {
        if count == 1 { "One recording of this list must be kept now".to_owned() } else { format!("{count} recordings of this list must be kept now") },
        if count == 1 { "Ahora hay que conservar una grabación de esta lista".to_owned() } else { format!("Ahora hay que conservar {count} grabaciones de esta lista") }
    }
    deletion_listed() -> &'static str { "On the list", "En la lista" }
    deletion_rule() -> &'static str { "Rule", "Regla" }
    deletion_kept_until() -> &'static str { "Kept until", "Conservada hasta" }
    deletion_shown(shown: usize, all: usize) -> String { format!("The first {shown} of {all}; the file has all."), format!("Las primeras {shown} de {all}; el archivo las tiene todas.") }
    viewers_title() -> &'static str { "Who viewed it", "Quién la vio" }
    viewers_hint() -> &'static str {
        "Openings of its original and of copies, once for each file in a session. The command line of the operator leaves no trace here.",
        "Aperturas del original y de las copias, una por archivo y sesión. La línea de comandos del operador no deja rastro aquí."
    }
    viewers_none() -> &'static str { "Nobody has opened the original or a copy.", "Nadie ha abierto el original ni una copia." }
    viewers_who() -> &'static str { "Who", "Quién" }
    viewers_what() -> &'static str { "What", "Qué" }
    together_title() -> &'static str { "Of the same incident", "Del mismo incidente" }
    together_hint() -> &'static str {
        "Other recordings, body-worn and in-car, that belong together by their incident number, or were made at the same time at the same place or by the same officer.",
        "Otras grabaciones, corporales y de vehículo, que van juntas por su número de incidente, o hechas al mismo tiempo en el mismo lugar o por el mismo agente."
    }
    together_why() -> &'static str { "Why", "Por qué" }
    together_incident() -> &'static str { "same incident number", "mismo número de incidente" }
    together_place() -> &'static str { "same time and place", "mismo tiempo y lugar" }
    together_officer() -> &'static str { "same time and officer", "mismo tiempo y agente" }
    recording_uploaded() -> &'static str { "Uploaded", "Subida" }
    recording_uploaded_by() -> &'static str { "Registered by", "Registrada por" }
    recording_upload_late(hours: i64) -> String {
        format!("late: {hours} hours after its end; more than 24 counts as late"),
        format!("tarde: {hours} horas después de su fin; más de 24 cuenta como tarde")
    }
    recording_upload_unknown() -> &'static str { "not given", "no se indicó" }
}

const fn words_of_state(state: ListState) -> Bilingual {
    match state {
        ListState::Made => both("Waits for a second person", "Espera a una segunda persona"),
        ListState::Approved => both("Approved", "Aprobada"),
        ListState::SentBack => both("Sent back", "Devuelta"),
        ListState::Confirmed => both("Compared with what was deleted", "Comparada con lo que se borró"),
    }
}

const fn words_of_act(act: ListActKind) -> Bilingual {
    match act {
        ListActKind::Approve => both("Approve the list", "Aprobar la lista"),
        ListActKind::SendBack => both("Send it back", "Devolverla"),
        ListActKind::Confirm => both("Enter what was deleted", "Anotar lo que se borró"),
    }
}

const fn words_of_step(act: ListActKind) -> Bilingual {
    match act {
        ListActKind::Approve => both("Approved", "Aprobada"),
        ListActKind::SendBack => both("Sent back", "Devuelta"),
        ListActKind::Confirm => both("Compared", "Comparada"),
    }
}

const fn words_of_bar(bar: ListBar) -> Bilingual {
    match bar {
        ListBar::WrongState => both(
            "This does not follow from where the list stands.",
            "No corresponde al estado de la lista.",
        ),
        ListBar::SamePerson => both(
            "You made this list. Another person approves it or sends it back.",
            "Usted hizo esta lista. Otra persona la aprueba o la devuelve.",
        ),
        ListBar::OnRecording => both(
            "You are the officer of a recording on this list. A colleague decides.",
            "Usted es el agente de una grabación de esta lista. Decide un colega.",
        ),
        ListBar::Kept => both(
            "Something on it must be kept now. Send it back, and another list can be made.",
            "Hay que conservar algo de ella. Devuélvala, y se puede hacer otra lista.",
        ),
    }
}

const fn words_of_difference(difference: Difference) -> Bilingual {
    match difference {
        Difference::WhileRequested => both("Deleted while requested", "Borrada estando solicitada"),
        Difference::WhileKept => both("Deleted although it had to be kept", "Borrada aunque debía conservarse"),
        Difference::NotListed => both("Deleted but not listed", "Borrada sin estar en la lista"),
        Difference::NotDeleted => both("Listed but not deleted", "En la lista y no borrada"),
        Difference::Unknown => both("The register does not know it", "El registro no la conoce"),
    }
}

fn words_of_field(name: &str) -> Bilingual {
    match name {
        "csv" => both("The evidence system's own list", "La lista del sistema de evidencias"),
        "csv_file" => both("Or as a file", "O como archivo"),
        "reason" => both("Why it goes back", "Por qué se devuelve"),
        _ => both("The list", "La lista"),
    }
}
