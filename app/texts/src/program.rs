//! Words: the pages about the program, and the editing of their texts.

use law::Date;
use program::Part;

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
    edit_fields_intro() -> &'static str {
        "Each value has its field; both languages stand beside each other. Nothing is published before you publish it. The form and the TOML text hold the same; what you publish here is written as TOML without the comments of the text.",
        "Cada dato tiene su campo; los dos idiomas están uno al lado del otro. Nada se publica hasta que usted lo publique. El formulario y el texto TOML contienen lo mismo; lo que publique aquí se escribe como TOML sin los comentarios del texto."
    }
    edit_as_toml() -> &'static str { "Edit it as TOML", "Editarlo como TOML" }
    edit_as_toml_of(title: &str) -> String { format!("{title}, as TOML"), format!("{title}, como TOML") }
    edit_as_fields() -> &'static str { "Edit it in a form, field by field", "Editarlo en un formulario, campo por campo" }
    edit_entries(part: Part) -> &'static str {
        match part {
            Part::Page => "The page",
            Part::Source => "Sources",
            Part::Fact => "Facts",
            Part::Question => "What we do not know",
        },
        match part {
            Part::Page => "La página",
            Part::Source => "Fuentes",
            Part::Fact => "Datos",
            Part::Question => "Lo que no sabemos",
        }
    }
    edit_add(part: Part) -> &'static str {
        match part {
            Part::Question => "Add a question",
            Part::Source => "Add a source",
            Part::Fact | Part::Page => "Add a fact",
        },
        match part {
            Part::Question => "Agregar una pregunta",
            Part::Source => "Agregar una fuente",
            Part::Fact | Part::Page => "Agregar un dato",
        }
    }
    edit_remove(part: Part, number: usize) -> String {
        format!("Take out: {} {number}", part.words().en.to_lowercase()),
        format!("Quitar: {} {number}", part.words().es.to_lowercase())
    }
    edit_up(part: Part, number: usize) -> String {
        format!("Move up: {} {number}", part.words().en.to_lowercase()),
        format!("Mover hacia arriba: {} {number}", part.words().es.to_lowercase())
    }
    edit_as_given() -> &'static str { "exactly", "exactamente" }
    edit_no_source() -> &'static str { "No source", "Ninguna fuente" }
    edit_further_source() -> &'static str { "Another source", "Otra fuente" }
    edit_field(path: &str) -> &'static str {
        match path {
            "title.en" => "Title, in English",
            "title.es" => "Title, in Spanish",
            "intro.en" => "Introduction, in English",
            "intro.es" => "Introduction, in Spanish",
            "name.en" => "Name, in English",
            "name.es" => "Name, in Spanish",
            "en" => "Text, in English",
            "es" => "Text, in Spanish",
            "topic" => "Topic: the heading under which it stands",
            "date" => "Date",
            "read" => "Last read",
            "weight" => "How far it can be relied on",
            "sources" => "Source",
            "figure.value" => "Number",
            "figure.to" => "Number, to",
            "figure.unit" => "What the number counts",
            "figure.sense" => "How the number is meant",
            "divisions" => "Divisions",
            "status" => "How it stands",
            "group" => "Matter on which sources disagree",
            "account" => "Account of the matter",
            _ => "Short name for links",
        },
        match path {
            "title.en" => "Título, en inglés",
            "title.es" => "Título, en español",
            "intro.en" => "Introducción, en inglés",
            "intro.es" => "Introducción, en español",
            "name.en" => "Nombre, en inglés",
            "name.es" => "Nombre, en español",
            "en" => "Texto, en inglés",
            "es" => "Texto, en español",
            "topic" => "Tema: el título bajo el que está",
            "date" => "Fecha",
            "read" => "Última lectura",
            "weight" => "Cuánto se puede confiar en ella",
            "sources" => "Fuente",
            "figure.value" => "Número",
            "figure.to" => "Número, hasta",
            "figure.unit" => "Qué cuenta el número",
            "figure.sense" => "Cómo se entiende el número",
            "divisions" => "Divisiones",
            "status" => "Cómo está",
            "group" => "Asunto en que las fuentes no coinciden",
            "account" => "Versión del asunto",
            _ => "Nombre corto para enlaces",
        }
    }
    edit_field_hint(path: &str) -> Option<&'static str> {
        match path {
            "date" | "read" => Some("A year, a month or a day: 2021, 2021-04 or 2021-04-22."),
            "sources" => Some("The best one first."),
            "figure.to" => Some("Only where the source gives a range."),
            "divisions" => Some("Like north, shoal_creek."),
            "group" => Some("One word for all facts of the matter, like gifts. Only where sources disagree."),
            "account" => Some("One word for all facts that agree, like november."),
            "id" | "key" => Some("Small letters, digits and underscores. If it stays empty, it is made from the English words. Links lead to it, so do not change it later."),
            _ => None,
        },
        match path {
            "date" | "read" => Some("Un año, un mes o un día: 2021, 2021-04 o 2021-04-22."),
            "sources" => Some("La mejor primero."),
            "figure.to" => Some("Solo si la fuente da un intervalo."),
            "divisions" => Some("Por ejemplo: north, shoal_creek."),
            "group" => Some("Una palabra para todos los datos del asunto, por ejemplo gifts. Solo si las fuentes no coinciden."),
            "account" => Some("Una palabra para todos los datos que coinciden, por ejemplo november."),
            "id" | "key" => Some("Minúsculas, cifras y guiones bajos. Si queda vacío, se forma con las palabras en inglés. Los enlaces llevan a él; no lo cambie después."),
            _ => None,
        }
    }
    edit_never() -> &'static str { "Nobody has changed it yet.", "Nadie lo ha cambiado todavía." }
    edit_back() -> &'static str { "All texts", "Todos los textos" }
}
