//! Words: the pages about the program, and the editing of their texts.

use law::Date;

use crate::DateWords;

words! {
    /// Words of the program's pages.
    pub trait ProgramWords:
    nav_program() -> &'static str { "The program", "El programa" }
    program_pages() -> &'static str { "Pages about the program", "Páginas sobre el programa" }
    program_about() -> &'static str {
        "Each fact names where it comes from and of which day it is. Where sources disagree, all are shown.",
        "Cada dato dice de dónde viene y de qué fecha es. Donde las fuentes no coinciden, se muestran todas."
    }
    program_cameras() -> &'static str { "Cameras, date by date", "Cámaras, fecha por fecha" }
    program_when() -> &'static str { "Date", "Fecha" }
    program_what() -> &'static str { "What", "Qué" }
    program_number() -> &'static str { "Cameras", "Cámaras" }
    program_standing() -> &'static str { "How it stands", "Cómo está" }
    program_source() -> &'static str { "Source", "Fuente" }
    program_as_of(when: &str) -> String { format!("As of {when}"), format!("Fecha: {when}") }
    program_published(when: &str) -> String { format!("Source published: {when}"), format!("Fuente publicada: {when}") }
    program_read(when: &str) -> String { format!("Source last read: {when}"), format!("Fuente leída por última vez: {when}") }
    program_no_date() -> &'static str { "No date known", "Sin fecha conocida" }
    program_timeline() -> &'static str { "Time line", "Línea de tiempo" }
    program_disagree() -> &'static str { "Where sources disagree", "Donde las fuentes no coinciden" }
    program_disagree_hint() -> &'static str {
        "We do not know which account is right, so none is left out.",
        "No sabemos qué versión es la correcta; por eso no se omite ninguna."
    }
    program_account(nth: usize) -> String { format!("Account {nth}"), format!("Versión {nth}") }
    program_open() -> &'static str { "What we do not know", "Lo que no sabemos" }
    program_complaint_day() -> &'static str {
        "Work out the last day for a complaint",
        "Calcular el último día para una queja"
    }
    program_keep_day() -> &'static str {
        "Work out until when a recording is kept",
        "Calcular hasta cuándo se guarda una grabación"
    }
    program_law() -> &'static str { "How video becomes public, step by step", "Cómo el video se hace público, paso a paso" }
    edit_title() -> &'static str { "Texts of the program", "Textos del programa" }
    edit_intro() -> &'static str {
        "Each text holds the facts of one page in English and Spanish, each with its sources. What you publish is on the public pages within a minute; every version stays.",
        "Cada texto contiene los datos de una página en inglés y en español, cada uno con sus fuentes. Lo que usted publica aparece en las páginas públicas en un minuto; todas las versiones se conservan."
    }
    edit_sources() -> &'static str { "Sources", "Fuentes" }
    edit_text() -> &'static str { "Text", "Texto" }
    edit_text_hint() -> &'static str {
        "Lines like key = \"value\". Every fact needs a name, both languages and its sources. The preview shows the page; nothing is published by it.",
        "Líneas como clave = \"valor\". Cada dato necesita un nombre, los dos idiomas y sus fuentes. La vista previa muestra la página; no publica nada."
    }
    edit_reason() -> &'static str { "Why it changes", "Por qué cambia" }
    edit_reason_hint() -> &'static str {
        "One sentence for those who read the history, for example: the department gave a new count.",
        "Una frase para quien lea el historial, por ejemplo: el departamento dio un número nuevo."
    }
    edit_preview() -> &'static str { "Show a preview", "Ver vista previa" }
    edit_publish() -> &'static str { "Publish", "Publicar" }
    edit_previewed() -> &'static str { "Preview: this is not published", "Vista previa: no está publicada" }
    edit_published() -> &'static str { "The text is published.", "El texto está publicado." }
    edit_history() -> &'static str { "History", "Historial" }
    edit_version(version: i64) -> String {
        if version == 0 { "As it came with the program".to_owned() } else { format!("Version {version}") },
        if version == 0 { "Como vino con el programa".to_owned() } else { format!("Versión {version}") }
    }
    edit_by(name: &str, on: Date) -> String {
        format!("{name}, {}", office::Lang::En.day(on)),
        format!("{name}, {}", office::Lang::Es.day(on))
    }
    edit_restore() -> &'static str { "Put this version into the form", "Poner esta versión en el formulario" }
    edit_changed(added: usize, removed: usize) -> String {
        format!("Lines added: {added}. Lines removed: {removed}."),
        format!("Líneas agregadas: {added}. Líneas quitadas: {removed}.")
    }
    edit_never() -> &'static str { "Nobody has changed it yet.", "Nadie lo ha cambiado todavía." }
    edit_back() -> &'static str { "All texts", "Todos los textos" }
}
