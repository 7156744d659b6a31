//! The words that came with the program for the paragraphs of letters that are the office's own.

use law::{Bilingual, Date, both};
use office::{
    Lang,
    letter::{LetterKind, ParagraphKey, Paragraphs, Placeholder},
    views::ReadingGrade,
};

use crate::DateWords as _;

/// The built-in paragraphs of a kind of letter: the first version of its template.
pub fn built_in(kind: LetterKind) -> Paragraphs {
    let words = |paragraph: &ParagraphKey| match paragraph {
        ParagraphKey::Greeting if kind.by_staff() => both("Dear {name},", "A la atención de {name}:"),
        ParagraphKey::Greeting => both("Good day,", "Buen día:"),
        ParagraphKey::Opening => opening(kind),
        ParagraphKey::Advice => advice(kind),
        ParagraphKey::Closing => both("Records custodian, {agency}", "Custodio de registros, {agency}"),
    };
    let all = kind.paragraphs().iter();
    all.map(|paragraph| (*paragraph, words(paragraph).owned())).collect()
}

const fn opening(kind: LetterKind) -> Bilingual {
    match kind {
        LetterKind::Received => both(
            "The records custodian of the {agency} has your request {number} for camera footage, and must act by {day}.",
            "El custodio de registros ({agency}) tiene su solicitud {number} de grabaciones de cámaras, y debe actuar a más \
            tardar el {day}.",
        ),
        LetterKind::Question => both(
            "We have a question about your request {number}. Please answer it by {day}.",
            "Tenemos una pregunta sobre su solicitud {number}. Respóndala, por favor, a más tardar el {day}.",
        ),
        LetterKind::Delay => both(
            "Your request {number} takes longer than three business days. We promise an answer by {day}. The reason is below.",
            "Su solicitud {number} tarda más de tres días hábiles. Prometemos una respuesta a más tardar el {day}. El motivo \
            está abajo.",
        ),
        LetterKind::Fee => both(
            "There is a fee for the copies on your request {number}. Please pay it by {day}, or tell us that you want less.",
            "Las copias de su solicitud {number} tienen un costo. Páguelo, por favor, a más tardar el {day}, o díganos que \
            quiere menos.",
        ),
        LetterKind::FeeSettled => both(
            "The fee for your request {number} is settled. We go on with it.",
            "El pago de su solicitud {number} está resuelto. Seguimos con ella.",
        ),
        LetterKind::InvestigationActive => both(
            "The footage of your request {number} is a closed record for now, because an investigation is active.",
            "La grabación de su solicitud {number} es por ahora un registro cerrado, porque una investigación está activa.",
        ),
        LetterKind::InvestigationInactive => both(
            "The investigation that held up your request {number} is inactive now. We go on with your request.",
            "La investigación que detenía su solicitud {number} ya está inactiva. Seguimos con su solicitud.",
        ),
        LetterKind::Reclosed => both(
            "The footage of your request {number} is a closed record again.",
            "La grabación de su solicitud {number} es otra vez un registro cerrado.",
        ),
        LetterKind::Court => both(
            "There is news from a court about your request {number}.",
            "Hay novedades de un tribunal sobre su solicitud {number}.",
        ),
        LetterKind::NoRecord => both(
            "We searched for the footage of your request {number} and have no recording to give you.",
            "Buscamos la grabación de su solicitud {number} y no tenemos ninguna que darle.",
        ),
        LetterKind::Denied => both(
            "We cannot give you the footage of your request {number}. The law that we rely on and our reason are below.",
            "No podemos darle la grabación de su solicitud {number}. La ley en que nos apoyamos y el motivo están abajo.",
        ),
        LetterKind::DeniedInPart => both(
            "We can give you a part of the footage of your request {number}. What is given, what is withheld, and the law for \
            each part are below.",
            "Podemos darle una parte de la grabación de su solicitud {number}. Abajo consta qué se entrega, qué se retiene y la \
            ley de cada parte.",
        ),
        LetterKind::Grounds => both(
            "You asked for the reasons for the decision on your request {number}. Here they are in writing.",
            "Usted pidió los motivos de la decisión sobre su solicitud {number}. Aquí están por escrito.",
        ),
        LetterKind::Message => both(
            "We write to you about your request {number}.",
            "Le escribimos sobre su solicitud {number}.",
        ),
        LetterKind::Released => both(
            "The video of your request {number} is ready.",
            "El video de su solicitud {number} está listo.",
        ),
        LetterKind::Stopped => both(
            "The video of your request {number} was stopped on {day}.",
            "El video de su solicitud {number} se detuvo el {day}.",
        ),
        LetterKind::Overdue => both(
            "The records office had to act on your request {number} by {day}, and did not.",
            "La oficina de registros debía actuar en su solicitud {number} a más tardar el {day}, y no lo hizo.",
        ),
        LetterKind::Ended => both(
            "Your request {number} has come to an end.",
            "Su solicitud {number} terminó.",
        ),
        LetterKind::CodeReissued => both(
            "A new access code was given out for your request {number}.",
            "Se dio un código de acceso nuevo para su solicitud {number}.",
        ),
        LetterKind::News => both(
            "There is news about your request {number}.",
            "Hay novedades de su solicitud {number}.",
        ),
    }
}

const fn advice(kind: LetterKind) -> Bilingual {
    match kind {
        LetterKind::InvestigationActive => both(
            "Your request was not denied. It stays here and waits. You will get a letter when the records custodian records \
            that the investigation is inactive, or that a court has decided.",
            "Su solicitud no se denegó. Queda aquí, en espera. Usted recibirá una carta cuando el custodio de registros anote \
            que la investigación está inactiva, o que un tribunal decidió.",
        ),
        LetterKind::Released => both(
            "The records custodian released video to you. You can watch and download it on your private page:",
            "El custodio de registros le entregó un video. Puede verlo y descargarlo en su página privada:",
        ),
        LetterKind::Stopped => both(
            "You can ask the records custodian about it on your private page.",
            "Puede preguntar por esto al custodio de registros en su página privada.",
        ),
        LetterKind::Overdue => both(
            "Your request stays open, and the office still has to act. Its public page shows that the day has passed. You can write \
            to the records custodian on your private page.",
            "Su solicitud sigue abierta y la oficina todavía debe actuar. La página pública muestra que el día pasó. Puede escribir \
            al custodio de registros en su página privada.",
        ),
        _ => both(
            "You can file a new request at any time.",
            "Puede presentar una solicitud nueva cuando quiera.",
        ),
    }
}

const fn name(kind: LetterKind) -> Bilingual {
    match kind {
        LetterKind::Received => both("Request received", "Solicitud recibida"),
        LetterKind::Question => both("A question", "Una pregunta"),
        LetterKind::Delay => both("A delay, explained", "Una demora, explicada"),
        LetterKind::Fee => both("A fee to pay", "Un pago por hacer"),
        LetterKind::FeeSettled => both("Fee settled", "Pago resuelto"),
        LetterKind::InvestigationActive => both("Investigation active", "Investigación activa"),
        LetterKind::InvestigationInactive => both("Investigation inactive", "Investigación inactiva"),
        LetterKind::Reclosed => both("Closed again", "Cerrada de nuevo"),
        LetterKind::Court => both("News from a court", "Novedades de un tribunal"),
        LetterKind::NoRecord => both("No recording", "No hay grabación"),
        LetterKind::Denied => both("Denial", "Denegación"),
        LetterKind::DeniedInPart => both("Denial in part", "Denegación en parte"),
        LetterKind::Grounds => both("Reasons in writing", "Motivos por escrito"),
        LetterKind::Message => both("A message", "Un mensaje"),
        LetterKind::Released => both("Video ready", "Video listo"),
        LetterKind::Stopped => both("Video stopped", "Video detenido"),
        LetterKind::Overdue => both("A day has passed", "Pasó un plazo"),
        LetterKind::Ended => both("Request ended", "Solicitud terminada"),
        LetterKind::CodeReissued => both("New access code", "Código de acceso nuevo"),
        LetterKind::News => both("Other news", "Otras novedades"),
    }
}

/// The name of a kind by its key; the key itself where a later version of the program knew the kind.
pub(crate) fn kind_name(lang: Lang, key: &str) -> String {
    LetterKind::parse(key).map_or_else(|| key.to_owned(), |kind| lang.pick(name(kind)).to_owned())
}

fn grade(grade: ReadingGrade) -> Bilingual<String> {
    match grade {
        ReadingGrade::SchoolYears(years) => {
            let years = years.round().max(1.0);
            both(
                format!(
                    "Reading grade {years:.0} (Flesch–Kincaid): about {years:.0} years of school are enough to read it."
                ),
                format!(
                    "Nivel de lectura {years:.0} (Flesch–Kincaid): bastan unos {years:.0} años de escuela para leerla."
                ),
            )
        }
        ReadingGrade::Ease(ease) => {
            let of = scale(ease);
            both(
                format!(
                    "Ease of reading {ease:.0} of 100 (Fernández Huerta, for Spanish): {}.",
                    of.en
                ),
                format!("Facilidad de lectura {ease:.0} de 100 (Fernández Huerta): {}.", of.es),
            )
        }
    }
}

/// What the points of Fernández Huerta's scale stand for.
const fn scale(ease: f64) -> Bilingual {
    if ease >= 80.0 {
        both("easy, as for children of ten", "fácil, como para niños de diez años")
    } else if ease >= 60.0 {
        both(
            "plain, as for readers of twelve",
            "normal, como para lectores de doce años",
        )
    } else if ease >= 50.0 {
        both(
            "somewhat hard, as for the last years of school",
            "algo difícil, como para los últimos años de escuela",
        )
    } else {
        both("hard, as for a university", "difícil, como para una universidad")
    }
}

words! {
    /// Previews of letters, and their templates.
    pub trait TemplateWords:
    letter_kind(kind: LetterKind) -> &'static str { name(kind) }
    letter_paragraph(paragraph: ParagraphKey) -> &'static str {
        match paragraph {
            ParagraphKey::Greeting => both("Greeting", "Saludo"),
            ParagraphKey::Opening => both("First words", "Primeras palabras"),
            ParagraphKey::Advice => both("What the person can do", "Qué puede hacer la persona"),
            ParagraphKey::Closing => both("Signature", "Firma"),
        }
    }
    letter_paragraph_in(paragraph: ParagraphKey, lang: Lang) -> &'static str {
        match (paragraph, lang) {
            (ParagraphKey::Greeting, Lang::En) => both("Greeting, in English", "Saludo, en inglés"),
            (ParagraphKey::Greeting, Lang::Es) => both("Greeting, in Spanish", "Saludo, en español"),
            (ParagraphKey::Opening, Lang::En) => both("First words, in English", "Primeras palabras, en inglés"),
            (ParagraphKey::Opening, Lang::Es) => both("First words, in Spanish", "Primeras palabras, en español"),
            (ParagraphKey::Advice, Lang::En) => both("What the person can do, in English", "Qué puede hacer la persona, en inglés"),
            (ParagraphKey::Advice, Lang::Es) => both("What the person can do, in Spanish", "Qué puede hacer la persona, en español"),
            (ParagraphKey::Closing, Lang::En) => both("Signature, in English", "Firma, en inglés"),
            (ParagraphKey::Closing, Lang::Es) => both("Signature, in Spanish", "Firma, en español"),
        }
    }
    letter_placeholder(placeholder: Placeholder) -> &'static str {
        match placeholder {
            Placeholder::Name => both("name of whoever filed", "nombre de quien la presentó"),
            Placeholder::Number => both("tracking number", "número de seguimiento"),
            Placeholder::Day => both("the day the letter is about", "el día del que trata la carta"),
            Placeholder::Agency => both("name of the agency", "nombre de la dependencia"),
            Placeholder::Office => both("agency, address and telephone", "dependencia, dirección y teléfono"),
        }
    }
    letter_grade(of: ReadingGrade) -> String { grade(of) }
    letter_grade_why() -> &'static str {
        "It counts long words and long sentences of the whole letter, the required ones too. It does not judge what is said.",
        "Cuenta las palabras y frases largas de toda la carta, también las obligatorias. No juzga lo que se dice."
    }

    // preview
    preview_button() -> &'static str { "Preview the letter", "Ver la carta antes" }
    preview_again() -> &'static str { "Preview again", "Ver otra vez" }
    preview_title() -> &'static str { "The letter as it would go. Nothing was sent and nothing was entered", "La carta como saldría. No se envió ni se anotó nada" }
    preview_done() -> &'static str {
        "Change the words if you like, then use the button of the act below. What stands in the fields goes out.",
        "Cambie las palabras si quiere y use luego el botón del acto, abajo. Lo que está en los campos es lo que sale."
    }
    preview_none() -> &'static str {
        "No letter would go. Whoever filed reads it on their private page.",
        "No saldría ninguna carta. Quien presentó la solicitud lo lee en su página privada."
    }
    preview_unreached() -> &'static str {
        "This letter would go to nobody: no way to send it is known, or what it says is not worth paper. Whoever filed reads it on their private page.",
        "Esta carta no saldría: no se conoce un medio para enviarla, o lo que dice no merece papel. Quien presentó la solicitud lo lee en su página privada."
    }
    preview_to() -> &'static str { "To", "Para" }
    preview_by_mail(address: &str) -> String { format!("By e-mail: {address}"), format!("Por correo electrónico: {address}") }
    preview_on_paper(address: &str) -> String {
        format!("On paper, into today's print queue: {address}"),
        format!("En papel, a la cola de impresión de hoy: {address}")
    }
    preview_subject() -> &'static str { "Subject", "Asunto" }
    preview_way() -> &'static str { "How the letter goes", "Cómo sale la carta" }
    preview_way_of(way: office::letter::LetterWay) -> &'static str {
        match way {
            office::letter::LetterWay::Email => both("By e-mail", "Por correo electrónico"),
            office::letter::LetterWay::Paper => both("On paper", "En papel"),
            office::letter::LetterWay::Both => both("By e-mail and on paper", "Por correo electrónico y en papel"),
        }
    }
    preview_language(lang: Lang) -> &'static str {
        match lang {
            Lang::En => both("As it goes, in English", "Como sale, en inglés"),
            Lang::Es => both("As it goes, in Spanish", "Como sale, en español"),
        }
    }
    preview_beside(lang: Lang) -> &'static str {
        match lang {
            Lang::En => both("The same in English, for you", "Lo mismo en inglés, para usted"),
            Lang::Es => both("The same in Spanish, for you", "Lo mismo en español, para usted"),
        }
    }
    preview_not_translated() -> &'static str {
        "What you change in the letter is not translated here: the words of the template stand here.",
        "Lo que usted cambia en la carta no se traduce aquí: aquí están las palabras de la plantilla."
    }
    preview_edit() -> &'static str { "Words you can change", "Palabras que puede cambiar" }
    preview_locked(section: &str) -> String {
        format!("Says what {section} provides; cannot be changed"),
        format!("Dice lo que dispone {section}; no se puede cambiar")
    }
    preview_locked_safety() -> &'static str {
        "Keeps the access code safe; cannot be changed",
        "Protege el código de acceso; no se puede cambiar"
    }
    preview_notice() -> &'static str {
        "A notice: every word of it is the law's, so none can be changed. Its code takes the place of the gap when it is printed or sent.",
        "Un aviso: cada palabra es de la ley, así que ninguna se puede cambiar. El código ocupa el espacio vacío cuando se imprime o se envía."
    }
    letter_as_sent() -> &'static str { "The letter, word for word", "La carta, palabra por palabra" }
    letter_not_kept() -> &'static str {
        "Its words were erased with whoever filed.",
        "Sus palabras se borraron con quien presentó la solicitud."
    }

    // envelopes
    envelopes_title(on: Date) -> String {
        format!("Envelopes of {}", office::Lang::En.day(on)),
        format!("Sobres del {}", office::Lang::Es.day(on))
    }
    envelopes_link() -> &'static str { "Envelopes of these letters (#10)", "Sobres de estas cartas (núm. 10)" }
    envelopes_letters() -> &'static str { "Letters of this day", "Cartas de este día" }
    envelopes_hint() -> &'static str {
        "One sheet for each letter, in the order of the letters, for envelopes of 9½ by 4⅛ inches. Choose that size in the printer's dialog.",
        "Una hoja por carta, en el orden de las cartas, para sobres de 9½ por 4⅛ pulgadas. Elija ese tamaño en el diálogo de la impresora."
    }

    // templates
    templates_title() -> &'static str { "Words of letters", "Texto de las cartas" }
    templates_intro() -> &'static str {
        "Each kind of letter has paragraphs of the office's own. What the law requires stands in every letter, whatever is written here. \
        A change counts from the next letter on; letters that were sent stay as they were.",
        "Cada tipo de carta tiene párrafos propios de la oficina. Lo que exige la ley está en todas las cartas, se escriba lo que se escriba aquí. \
        Un cambio vale desde la próxima carta; las enviadas quedan como eran."
    }
    templates_back() -> &'static str { "All kinds of letters", "Todos los tipos de carta" }
    templates_kind() -> &'static str { "Letter", "Carta" }
    templates_version() -> &'static str { "Words", "Texto" }
    template_never() -> &'static str { "As they came with the program", "Como vino con el programa" }
    template_changed(version: i64, by: &str, on: Date) -> String {
        format!("Version {version}, by {by}, {}", office::Lang::En.short_day(on)),
        format!("Versión {version}, de {by}, {}", office::Lang::Es.short_day(on))
    }
    template_facts() -> &'static str { "Facts that you can name between braces", "Datos que puede nombrar entre llaves" }
    template_must(names: &str) -> String { format!("Must name {names}."), format!("Debe nombrar {names}.") }
    template_example(lang: Lang) -> &'static str {
        match lang {
            Lang::En => both("Example in English", "Ejemplo en inglés"),
            Lang::Es => both("Example in Spanish", "Ejemplo en español"),
        }
    }
    template_examples() -> &'static str {
        "The letter with example facts",
        "La carta con datos de ejemplo"
    }
    template_read_only() -> &'static str {
        "Administrators change these words.",
        "Quienes administran cambian estas palabras."
    }
}
