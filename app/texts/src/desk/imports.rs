//! Words of files of recordings that are registered in steps.

use law::{Bilingual, both};
use office::views::ImportStage;

words! {
    /// Files of recordings that are registered in steps.
    pub trait ImportWords:
    import_limit(mib: u64) -> String {
        format!("A file has at most {mib} MiB. One of more than 20,000 rows is registered in steps, and a page shows how far it is."),
        format!("Un archivo tiene como máximo {mib} MiB. Si pasa de 20 000 filas se registra por pasos, y una página muestra el avance.")
    }
    imports_newest() -> &'static str { "Long files, the newest first", "Archivos largos, primero el más reciente" }
    import_file() -> &'static str { "File", "Archivo" }
    import_pasted() -> &'static str { "Pasted lines", "Líneas pegadas" }
    import_sent() -> &'static str { "Sent", "Enviado" }
    import_by() -> &'static str { "By", "Por" }
    import_state() -> &'static str { "Where it stands", "Estado" }
    import_size() -> &'static str { "Size", "Tamaño" }
    import_title(file: &str) -> String { format!("Import of {file}"), format!("Importación de {file}") }
    import_stage(stage: ImportStage) -> &'static str { stage_words(stage) }
    import_stage_meaning(stage: ImportStage) -> &'static str { meaning(stage) }
    import_interrupted() -> &'static str {
        "The program that worked on it was stopped. It goes on by itself, within half a minute of the next start.",
        "El programa que trabajaba en ella se detuvo. Sigue por sí sola, antes de medio minuto del próximo inicio."
    }
    import_rows() -> &'static str { "Rows in the file", "Filas del archivo" }
    import_done() -> &'static str { "Rows done in this step", "Filas hechas en este paso" }
    import_done_of(done: u64, all: u64) -> String { format!("{} of {}", grouped(done, ','), grouped(all, ',')), format!("{} de {}", grouped(done, '\u{A0}'), grouped(all, '\u{A0}')) }
    import_number(number: u64) -> String { grouped(number, ','), grouped(number, '\u{A0}') }
    import_since() -> &'static str { "This step since", "Este paso desde" }
    import_left() -> &'static str { "Until this step ends, at the speed so far", "Hasta que acabe este paso, al ritmo actual" }
    import_duration(seconds: u64) -> String { duration(seconds, "about a second", "about {} seconds", "about a minute", "about {} minutes"), duration(seconds, "cerca de un segundo", "unos {} segundos", "cerca de un minuto", "unos {} minutos") }
    import_ended() -> &'static str { "Ended", "Terminó" }
    import_canceled_by() -> &'static str { "Canceled by", "Cancelada por" }
    import_registered() -> &'static str { "Registered", "Registradas" }
    import_known() -> &'static str { "Registered already, the same", "Ya registradas, iguales" }
    import_changed() -> &'static str { "Registered already, with other values", "Ya registradas, con otros valores" }
    import_wrong() -> &'static str { "Other errors", "Otros errores" }
    import_bad() -> &'static str { "Lines that cannot be registered", "Líneas que no se pueden registrar" }
    import_column() -> &'static str { "Column", "Columna" }
    import_fault() -> &'static str { "What is wrong", "Qué está mal" }
    import_line() -> &'static str { "Line", "Línea" }
    import_cancel() -> &'static str { "Cancel this import", "Cancelar esta importación" }
    import_cancel_hint() -> &'static str { "Nothing of the file is registered then.", "Entonces no se registra nada del archivo." }
    import_reloads(seconds: u32) -> String {
        format!("This page loads anew every {seconds} seconds while the import runs."),
        format!("Esta página se carga de nuevo cada {seconds} segundos mientras dura la importación.")
    }
    import_still() -> &'static str { "Do not load anew by itself", "No cargar de nuevo por sí sola" }
    import_stands_still() -> &'static str { "This page does not load anew by itself.", "Esta página no se carga de nuevo por sí sola." }
    import_look_again() -> &'static str { "Look again", "Mirar otra vez" }
    import_reload() -> &'static str { "Load anew by itself", "Cargar de nuevo por sí sola" }
    import_another() -> &'static str { "Register another file", "Registrar otro archivo" }
}

const fn stage_words(stage: ImportStage) -> Bilingual {
    match stage {
        ImportStage::Waiting => both("Waiting", "En espera"),
        ImportStage::Checking => both(
            "Step 1 of 3: the lines are checked",
            "Paso 1 de 3: se revisan las líneas",
        ),
        ImportStage::Laying => both(
            "Step 2 of 3: the rows are prepared",
            "Paso 2 de 3: se preparan las filas",
        ),
        ImportStage::Entering => both(
            "Step 3 of 3: the recordings are registered",
            "Paso 3 de 3: se registran las grabaciones",
        ),
        ImportStage::Done => both(
            "All recordings are registered",
            "Todas las grabaciones están registradas",
        ),
        ImportStage::Refused => both(
            "Nothing was registered: some lines are bad",
            "No se registró nada: hay líneas malas",
        ),
        ImportStage::Canceled => both("Canceled: nothing was registered", "Cancelada: no se registró nada"),
        ImportStage::Failed => both(
            "Nothing was registered: the import failed",
            "No se registró nada: la importación falló",
        ),
    }
}

const fn meaning(stage: ImportStage) -> Bilingual {
    match stage {
        ImportStage::Waiting => both(
            "It begins within seconds. If it does not, no worker runs: tell the operator.",
            "Comienza en segundos. Si no, ningún proceso de trabajo está en marcha: avise al operador.",
        ),
        ImportStage::Checking => both("Nothing is registered yet.", "Aún no se ha registrado nada."),
        ImportStage::Laying => both(
            "Every line is good. Nothing is registered yet: all rows are accepted at once.",
            "Todas las líneas son correctas. Aún no se ha registrado nada: todas las filas se aceptan a la vez.",
        ),
        ImportStage::Entering => both(
            "All rows are accepted, and the recordings appear in the register one after the other. It cannot be canceled any more.",
            "Todas las filas están aceptadas, y las grabaciones aparecen en el registro una tras otra. Ya no se puede cancelar.",
        ),
        ImportStage::Done => both("", ""),
        ImportStage::Refused => both(
            "Mend the lines below, save the file and send it again.",
            "Corrija las líneas de abajo, guarde el archivo y envíelo otra vez.",
        ),
        ImportStage::Canceled => both(
            "The register is as it was before. The file was not kept: send it again if it is to be registered.",
            "El registro está como antes. El archivo no se guardó: envíelo otra vez si debe registrarse.",
        ),
        ImportStage::Failed => both(
            "The file could not be read, or the database failed again and again. The register is as it was before. Send the file again; if that fails too, tell the operator.",
            "No se pudo leer el archivo, o la base de datos falló una y otra vez. El registro está como antes. Envíe el archivo otra vez; si también falla, avise al operador.",
        ),
    }
}

/// Digits in groups of three.
fn grouped(number: u64, between: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(between);
        }
        grouped.push(digit);
    }
    grouped
}

fn duration(seconds: u64, second: &str, seconds_words: &str, minute: &str, minutes_words: &str) -> String {
    match seconds {
        0 | 1 => second.to_owned(),
        2..=59 => seconds_words.replace("{}", &seconds.to_string()),
        60..=89 => minute.to_owned(),
        _ => minutes_words.replace("{}", &seconds.div_ceil(60).to_string()),
    }
}
