//! Words of notes inside the office.

words! {
    /// Words of notes and mentions.
    pub trait NoteWords:
    notes_title() -> &'static str { "Notes inside the office", "Notas internas" }
    notes_of(name: &str) -> String { format!("Notes inside the office: {name}"), format!("Notas internas: {name}") }
    notes_none() -> &'static str { "No notes yet.", "Todavía no hay notas." }
    notes_private() -> &'static str {
        "Only colleagues read them. They are never public and never in a letter, but a court may ask for them. A note stays; a slip is mended by another note.",
        "Solo las leen colegas. Nunca son públicas ni van en una carta, pero un tribunal puede pedirlas. Una nota queda; un error se corrige con otra nota."
    }
    note_label() -> &'static str { "New note", "Nueva nota" }
    note_correcting(no: usize) -> String { format!("Note that corrects note {no}"), format!("Nota que corrige la nota {no}") }
    note_hint(names: &str) -> String {
        format!("@name tells a colleague: {names}."),
        format!("@nombre avisa a un colega: {names}.")
    }
    note_send() -> &'static str { "Keep the note", "Guardar la nota" }
    note_done() -> &'static str { "The note is kept.", "La nota quedó guardada." }
    note_number(no: usize) -> String { format!("Note {no}"), format!("Nota {no}") }
    note_corrects(no: usize) -> String { format!("corrects note {no}"), format!("corrige la nota {no}") }
    note_corrected_by(numbers: &[usize]) -> String {
        format!("Corrected by note {}.", joined(numbers)), format!("Corregida por la nota {}.", joined(numbers))
    }
    note_mentions(names: &str) -> String { format!("Mentions {names}."), format!("Menciona a {names}.") }
    note_correct() -> &'static str { "Correct", "Corregir" }
    note_erased() -> &'static str { "Erased with whoever filed. That a note stood here stays.", "Se borró junto con quien presentó la solicitud. Consta que aquí hubo una nota." }
    mentions_title() -> &'static str { "Notes that mention you", "Notas que le mencionan" }
    mentions_none() -> &'static str { "No note mentions you.", "Ninguna nota le menciona." }
    mention_read() -> &'static str { "Mark as read", "Marcar como leída" }
    mention_read_of(name: &str) -> String { format!("Mark as read: {name}"), format!("Marcar como leída: {name}") }
    mention_read_on(day: &str) -> String { format!("Read on {day}."), format!("Leída el {day}.") }
}

fn joined(numbers: &[usize]) -> String {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    numbers.join(", ")
}
