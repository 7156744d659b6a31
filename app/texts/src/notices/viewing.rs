//! Words of family viewings: the console, the letter, and the family's page.

use law::{
    both,
    viewing::{ViewingState, ViewingStep, ViewingWay},
};

words! {
    /// Family viewings.
    pub trait ViewingWords:
    viewing_title(pseudonym: &str) -> String {
        format!("Family viewing: {pseudonym}"),
        format!("Ver antes la grabación: {pseudonym}")
    }
    viewing_link() -> &'static str { "Family viewing", "Visionado de la familia" }
    viewing_intro() -> &'static str {
        "Before a recording that shows a death or a serious injury becomes public, whoever is shown, or their family, can be offered to see it first. Nobody outside the office reads any of this.",
        "Antes de que se haga pública una grabación que muestra una muerte o una lesión grave, se puede ofrecer a quien aparece, o a su familia, verla primero. Nadie fuera de la oficina lee nada de esto."
    }
    viewing_none() -> &'static str { "No viewing has been offered.", "No se ha ofrecido ningún visionado." }
    viewing_state(state: ViewingState) -> &'static str {
        match state {
            ViewingState::Offered => both("Offered; the family has until its day to answer", "Ofrecido; la familia puede responder hasta su día"),
            ViewingState::Unanswered => both("The day to answer passed without an answer", "Pasó el día para responder sin respuesta"),
            ViewingState::Accepted => both("Accepted; the office sets day, time and place", "Aceptado; la oficina fija día, hora y lugar"),
            ViewingState::Declined => both("Declined", "Rechazado"),
            ViewingState::Appointed => both("Day, time and place are set; the office says whether it was held", "Día, hora y lugar fijados; la oficina anota si se celebró"),
            ViewingState::Held => both("Held", "Celebrado"),
            ViewingState::NotHeld => both("Not held", "No celebrado"),
        }
    }
    viewing_step(step: ViewingStep) -> &'static str {
        match step {
            ViewingStep::Accept => both("The family accepts", "La familia acepta"),
            ViewingStep::Decline => both("The family declines", "La familia rechaza"),
            ViewingStep::Appoint => both("Set day, time and place", "Fijar día, hora y lugar"),
            ViewingStep::Hold => both("It was held", "Se celebró"),
            ViewingStep::Miss => both("It was not held", "No se celebró"),
        }
    }
    viewing_way(way: ViewingWay) -> &'static str {
        match way {
            ViewingWay::Mail => both("Letter by post", "Carta por correo"),
            ViewingWay::Personal => both("Letter handed over", "Carta entregada en mano"),
            ViewingWay::Telephone => both("By telephone, without a letter", "Por teléfono, sin carta"),
        }
    }
    viewing_offer() -> &'static str { "Offer a viewing", "Ofrecer un visionado" }
    viewing_offered(day: &str, answer_by: &str, by: &str) -> String {
        format!("Offered on {day} by {by}; to be answered by {answer_by}."),
        format!("Lo ofreció {by} el {day}; se responde a más tardar el {answer_by}.")
    }
    viewing_by_family() -> &'static str { "the family, on the page of their notice", "la familia, en la página de su aviso" }
    viewing_line(step: &str, day: &str, by: &str) -> String { format!("{step}: {day}, {by}."), format!("{step}: {day}, {by}.") }
    viewing_for(day: &str) -> String { format!("For {day}."), format!("Para el {day}.") }
    viewing_support(support: &str) -> String {
        format!("Somebody is there for you: {support}."),
        format!("Hay alguien que le acompaña: {support}.")
    }
    viewing_field(name: &str) -> &'static str {
        match name {
            "receiver" => "To whom",
            "way" => "How",
            "on" => "Day",
            "answer_by" => "To be answered by",
            "support_name" => "Support contact: name",
            "support_phone" => "Support contact: telephone",
            "viewing_day" => "Day of the viewing",
            "time" => "Time",
            "place" => "Place",
            "viewing_answer" => "Your answer",
            "capacity" => "Who answers",
            _ => "Notes",
        },
        match name {
            "receiver" => "A quién",
            "way" => "Cómo",
            "on" => "Día",
            "answer_by" => "Se responde a más tardar",
            "support_name" => "Persona de apoyo: nombre",
            "support_phone" => "Persona de apoyo: teléfono",
            "viewing_day" => "Día del visionado",
            "time" => "Hora",
            "place" => "Lugar",
            "viewing_answer" => "Su respuesta",
            "capacity" => "Quién responde",
            _ => "Notas",
        }
    }
    viewing_hint(name: &str) -> Option<&'static str> {
        match name {
            "answer_by" => Some("Empty: as many days as the profile says."),
            "support_name" => Some("For example victim services. Empty: whom the profile names."),
            "words" => Some("Who came, or why it was not held; staff alone read it."),
            _ => None,
        },
        match name {
            "answer_by" => Some("Vacío: tantos días como diga el perfil."),
            "support_name" => Some("Por ejemplo, servicios a víctimas. Vacío: quien nombre el perfil."),
            "words" => Some("Quién vino, o por qué no se celebró; solo lo lee el personal."),
            _ => None,
        }
    }
    viewings_open_title() -> &'static str { "Family viewings", "Visionados de familias" }
    viewings_open_none() -> &'static str { "No viewing is open.", "No hay ningún visionado pendiente." }
    viewing_col_next() -> &'static str { "Next day", "Próximo día" }
    viewing_col_state() -> &'static str { "Where it stands", "Cómo está" }
    viewing_col_holder() -> &'static str { "Who has the request", "Quién tiene la solicitud" }
    viewing_nobody() -> &'static str { "nobody", "nadie" }
    viewing_publication_none() -> &'static str {
        "On this request nobody was offered to see it before: a family viewing is offered on the page of a notice.",
        "En esta solicitud a nadie se le ofreció verla antes: un visionado de la familia se ofrece en la página de un aviso."
    }
    viewing_letter_title() -> &'static str { "You can see a recording before it is public", "Usted puede ver una grabación antes de que sea pública" }
    viewing_letter_opening(agency: &str) -> String {
        format!("The {agency} may make a recording public that shows you or a member of your family. Before that, you can come and see it, alone or with people you trust."),
        format!("{agency} podría hacer pública una grabación en la que aparece usted o alguien de su familia. Antes de eso, usted puede venir a verla, a solas o con personas de confianza.")
    }
    viewing_letter_answer(day: &str, page: &str) -> String {
        format!("Please tell us by {day} whether you want to. You can answer at {page} with the code of your notice."),
        format!("Díganos, por favor, a más tardar el {day}, si quiere verla. Puede responder en {page} con el código de su aviso.")
    }
    viewing_letter_call(telephone: &str) -> String { format!("Or call us: {telephone}."), format!("O llámenos: {telephone}.") }
    viewing_letter_bring() -> &'static str {
        "Bring something that shows who you are. If you come for somebody else, bring what proves it, such as a birth certificate or an appointment by a court.",
        "Traiga algo que muestre quién es usted. Si viene por otra persona, traiga lo que lo pruebe, como un acta de nacimiento o un nombramiento por un tribunal."
    }
    viewing_letter_free() -> &'static str {
        "You do not have to come. Seeing it is no consent, and you lose no right and no day by it.",
        "No tiene que venir. Verla no es consentir, y usted no pierde por ello ningún derecho ni ningún día."
    }
    viewing_family_title() -> &'static str { "Seeing the recording before it is public", "Ver la grabación antes de que sea pública" }
    viewing_family_state(state: ViewingState, day: &str) -> String {
        match state {
            ViewingState::Offered => format!("We offer you to come and see the recording first. Please answer by {day}."),
            ViewingState::Unanswered => format!("You could answer until {day}. If nothing is public yet, you still can."),
            ViewingState::Accepted => "You want to see it. We will tell you day, time and place.".to_owned(),
            ViewingState::Declined => "You do not want to see it. You can change your mind.".to_owned(),
            ViewingState::Appointed => format!("You can see it on {day}."),
            ViewingState::Held => "You have seen it.".to_owned(),
            ViewingState::NotHeld => "It was not held. Call us for another day.".to_owned(),
        },
        match state {
            ViewingState::Offered => format!("Le ofrecemos venir a ver primero la grabación. Responda, por favor, a más tardar el {day}."),
            ViewingState::Unanswered => format!("Podía responder hasta el {day}. Si aún no hay nada público, todavía puede."),
            ViewingState::Accepted => "Usted quiere verla. Le diremos día, hora y lugar.".to_owned(),
            ViewingState::Declined => "Usted no quiere verla. Puede cambiar de opinión.".to_owned(),
            ViewingState::Appointed => format!("Puede verla el {day}."),
            ViewingState::Held => "Usted ya la vio.".to_owned(),
            ViewingState::NotHeld => "No se celebró. Llámenos para otro día.".to_owned(),
        }
    }
    viewing_family_yes() -> &'static str { "Yes, I want to see it", "Sí, quiero verla" }
    viewing_family_no() -> &'static str { "No, I do not want to see it", "No, no quiero verla" }
    viewing_family_words() -> &'static str { "When it suits you, and how we reach you", "Cuándo le conviene y cómo localizarle" }
    viewing_family_answer() -> &'static str { "Answer the offer", "Responder a la oferta" }
    viewing_family_send() -> &'static str { "Send the answer", "Enviar la respuesta" }
    viewing_family_none() -> &'static str { "There is nothing to answer.", "No hay nada que responder." }
}
