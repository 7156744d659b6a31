//! Words of the page that shows every component, for whoever changes the style sheet.

words! {
    /// Words of the page of components.
    pub trait ComponentWords:
    components_title() -> &'static str { "Components", "Componentes" }
    components_intro() -> &'static str {
        "Every part of the pages in each of its states, for whoever changes the style sheet. All names, days and numbers are made up.",
        "Cada parte de las páginas en cada uno de sus estados, para quien cambia la hoja de estilo. Todos los nombres, días y números son inventados.",
    }
    state_empty() -> &'static str { "Empty", "Vacío" }
    state_filled() -> &'static str { "Filled in", "Con datos" }
    state_refused() -> &'static str { "Refused", "Rechazado" }
    state_other_kinds() -> &'static str { "Other kinds", "Otros tipos" }
    state_in_time() -> &'static str { "In time", "En plazo" }
    state_late() -> &'static str { "Late", "Fuera de plazo" }
    state_closed() -> &'static str { "Closed", "Cerrado" }
    state_open() -> &'static str { "Open", "Abierto" }
    state_one() -> &'static str { "One of several", "Una de varias" }
    state_many() -> &'static str { "Any number", "Cualquier número" }
    state_answered() -> &'static str { "Answered", "Con respuesta" }
    sample_name() -> &'static str { "Ana Example", "Ana Ejemplo" }
    sample_text() -> &'static str {
        "A white car hit a bicycle.\nI was on the sidewalk.",
        "Un auto blanco chocó con una bicicleta.\nYo estaba en la acera.",
    }
}
