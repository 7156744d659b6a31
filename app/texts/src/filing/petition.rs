//! Words of the guide for asking a court to open a video.

words! {
    /// The guide for asking a court, and its worksheet.
    pub trait PetitionWords:
    petition_title() -> &'static str { "Ask a court to open a video", "Pedir a un tribunal que abra un video" }
    petition_lead() -> &'static str {
        "This guide helps you get ready. Print it, write your answers on it, and take it with you.",
        "Esta guía le ayuda a prepararse. Imprímala, escriba en ella sus respuestas y llévela consigo.",
    }
    petition_costs_title() -> &'static str { "First: this can cost you money", "Primero: esto puede costarle dinero" }
    petition_costs() -> [&'static str; 3] {
        [
            "The court may order you to pay the costs and the lawyers of both sides: yours and the agency’s (RSMo 610.100.5(6)).",
            "That changes only if the court finds that the agency’s refusal was “substantially unjustified”. Then the court may order the agency to pay.",
            "Nobody can tell you now how that will end. Talk to a lawyer before you file.",
        ],
        [
            "El tribunal puede ordenarle pagar los gastos y los abogados de las dos partes: los de usted y los de la agencia (RSMo 610.100.5(6)).",
            "Eso cambia solo si el tribunal halla que la negativa de la agencia no tenía justificación sustancial («substantially unjustified»). Entonces puede ordenar que pague la agencia.",
            "Nadie puede decirle ahora cómo terminará. Hable con un abogado antes de presentar la petición.",
        ],
    }
    petition_about() -> &'static str { "The request", "La solicitud" }
    petition_about_form() -> &'static str {
        "Is there a request in this portal? Give its number, and this page fills in what is public about it.",
        "¿Hay una solicitud en este portal? Escriba su número y esta página llenará lo que es público.",
    }
    petition_number() -> &'static str { "Tracking number", "Número de seguimiento" }
    petition_fill() -> &'static str { "Fill in the facts", "Llenar los datos" }
    petition_facts_as_of() -> &'static str {
        "These facts are public. They may have changed since you printed this.",
        "Estos datos son públicos. Pueden haber cambiado después de imprimir esta hoja.",
    }
    petition_events() -> &'static str { "What matters for a court", "Lo que importa para un tribunal" }
    petition_timeline() -> &'static str {
        "Print the time line of this request, for a custodian to sign",
        "Imprimir la cronología de esta solicitud, para que la firme un custodio",
    }
    petition_other() -> &'static str { "Use another number", "Usar otro número" }

    petition_who() -> &'static str { "Who may ask", "Quién puede pedirlo" }
    petition_who_text() -> [&'static str; 3] {
        [
            "Any person may ask (RSMo 610.100.5).",
            "You do not have to be in the video. You do not have to be the one who filed the request here.",
            "The police department and prosecutors may ask too.",
        ],
        [
            "Cualquier persona puede pedirlo (RSMo 610.100.5).",
            "No hace falta que usted aparezca en el video, ni que haya presentado la solicitud aquí.",
            "También pueden pedirlo el departamento de policía y los fiscales.",
        ],
    }
    petition_where() -> &'static str { "Where to ask", "Dónde pedirlo" }
    petition_where_text(court: &str) -> String {
        format!("You ask a circuit court. Here that is the {court}."),
        format!("Se pide a un tribunal de circuito. Aquí es: {court}."),
    }
    petition_clerk() -> &'static str { "Ask the clerk of the court:", "Pregunte en la secretaría del tribunal:" }
    petition_clerk_list() -> [&'static str; 4] {
        [
            "What form must it have, and how many copies do I bring?",
            "What does it cost to file, and what can I do if I cannot pay?",
            "How must the agency be told?",
            "When and where is the hearing?",
        ],
        [
            "¿Qué forma debe tener y cuántas copias llevo?",
            "¿Cuánto cuesta presentarla y qué hago si no puedo pagar?",
            "¿Cómo se notifica a la agencia?",
            "¿Cuándo y dónde es la audiencia?",
        ],
    }
    petition_bring() -> &'static str { "What to bring", "Qué llevar" }
    petition_bring_list() -> [&'static str; 7] {
        [
            "The tracking number of the request.",
            "The time line of the request, signed by a custodian of records.",
            "Your receipt, and each letter and message about the request.",
            "The reasons for the refusal in writing. Who filed the request can ask for them. They are due by the third business day (RSMo 610.023.4).",
            "Receipts for all that you have paid.",
            "What you know of the video: day, time, place, report number.",
            "This worksheet with your answers.",
        ],
        [
            "El número de seguimiento de la solicitud.",
            "La cronología de la solicitud, firmada por un custodio de registros.",
            "Su comprobante y cada carta y mensaje sobre la solicitud.",
            "Los motivos de la negativa por escrito. Puede pedirlos quien presentó la solicitud. Se deben a más tardar el tercer día hábil (RSMo 610.023.4).",
            "Los recibos de todo lo que haya pagado.",
            "Lo que usted sabe del video: día, hora, lugar, número de informe.",
            "Esta hoja con sus respuestas.",
        ],
    }
    petition_questions() -> &'static str { "The four questions of the court", "Las cuatro preguntas del tribunal" }
    petition_questions_lead() -> &'static str {
        "The court must look at four things (RSMo 610.100.5(3)). Write what you know, and how you know it.",
        "El tribunal debe considerar cuatro cosas (RSMo 610.100.5(3)). Escriba lo que sabe y cómo lo sabe.",
    }
    petition_factors() -> [(&'static str, &'static str, &'static str); 4] {
        [
            (
                "Does the good of opening the video outweigh the harm?",
                "The good is yours or the public’s. The harm is to the public, to the agency, to its officers or to people shown. The court looks at what the police need to solve crimes and bring charges.",
                "What good would it do, and for whom? What harm could it do, and how could that be made small?",
            ),
            (
                "Does it show private things that are no concern of the public?",
                "Think of health, family, or life at home.",
                "Which parts are private? Could they be left out?",
            ),
            (
                "Could it bring shame to an ordinary person?",
                "The law says “shame or humiliation to a person of ordinary sensibilities”.",
                "Who is shown, and how? Could faces or voices be hidden?",
            ),
            (
                "Was it made where people can expect privacy?",
                "Such as in a home, a school or a place of medical care. A street is most often not such a place.",
                "Where was it made? Who could see and hear what went on?",
            ),
        ],
        [
            (
                "¿El beneficio de abrir el video es mayor que el daño?",
                "El beneficio es para usted o para el público. El daño es al público, a la agencia, a sus agentes o a quienes aparecen. El tribunal considera lo que la policía necesita para investigar delitos y presentar cargos.",
                "¿Qué beneficio traería y para quién? ¿Qué daño podría causar y cómo se podría reducir?",
            ),
            (
                "¿Muestra asuntos privados que no interesan al público?",
                "Piense en la salud, la familia o la vida en casa.",
                "¿Qué partes son privadas? ¿Se podrían omitir?",
            ),
            (
                "¿Podría causar vergüenza a una persona común?",
                "La ley habla de vergüenza o humillación para una persona de sensibilidad normal.",
                "¿Quién aparece y cómo? ¿Se podrían ocultar caras o voces?",
            ),
            (
                "¿Se grabó donde se puede esperar privacidad?",
                "Por ejemplo, en una casa, una escuela o un lugar de atención médica. Una calle casi nunca lo es.",
                "¿Dónde se grabó? ¿Quién podía ver y oír lo que pasaba?",
            ),
        ],
    }
    petition_answer() -> &'static str { "Your answer", "Su respuesta" }
    petition_may() -> &'static str { "What may happen", "Qué puede pasar" }
    petition_may_list() -> [&'static str; 3] {
        [
            "The judge may look at the video alone, with nobody else there (RSMo 610.100.5(4)).",
            "The court may open all of the video, a part of it, or none of it.",
            "If it opens the video, it may set terms (RSMo 610.100.5(5)):",
        ],
        [
            "El juez puede ver el video a solas, sin nadie más presente (RSMo 610.100.5(4)).",
            "El tribunal puede abrir todo el video, una parte o nada.",
            "Si lo abre, puede fijar condiciones (RSMo 610.100.5(5)):",
        ],
    }
    petition_terms() -> [&'static str; 6] {
        [
            "a time and a place;",
            "another way or form than the one you asked for;",
            "only some of what you asked for;",
            "only some people in the room;",
            "parts hidden, such as faces or personal details;",
            "trade secrets kept back, or shown only in a set way.",
        ],
        [
            "una hora y un lugar;",
            "otra manera o forma que la que usted pidió;",
            "solo una parte de lo que usted pidió;",
            "solo algunas personas presentes;",
            "partes ocultas, como caras o datos personales;",
            "secretos comerciales reservados, o mostrados solo de cierta manera.",
        ],
    }
    petition_after() -> [&'static str; 2] {
        [
            "If the court opens it, the department says that it gives ten days’ notice to the people shown. They may object.",
            "If you get video from a place that is not public, you must tell the people in it first. You may not show or describe it before that. They have at least ten days to go to court (RSMo 610.100.8).",
        ],
        [
            "Si el tribunal lo abre, el departamento dice que da aviso con diez días a quienes aparecen. Pueden oponerse.",
            "Si usted recibe video de un lugar que no es público, debe avisar primero a quienes aparecen. Antes no puede mostrarlo ni describirlo. Tienen al menos diez días para acudir al tribunal (RSMo 610.100.8).",
        ],
    }
    petition_not() -> &'static str { "What this page does not do", "Lo que esta página no hace" }
    petition_not_list() -> [&'static str; 5] {
        [
            "It sends nothing to a court. It keeps nothing that you write.",
            "It promises no result and no day.",
            "It does not tell the agency. If you file, send the case number to the records custodian.",
            "It is not about a suit because the open records law was broken. That is another way, with its own time limits (RSMo 610.027).",
            "It is not legal advice. It was written from the law as in force in 2026. A lawyer can tell you what it means for you.",
        ],
        [
            "No envía nada a un tribunal. No guarda nada de lo que usted escribe.",
            "No promete ningún resultado ni ninguna fecha.",
            "No avisa a la agencia. Si usted presenta la petición, envíe el número del caso al custodio de registros.",
            "No trata de una demanda porque no se cumplió la ley de registros abiertos. Esa es otra vía, con sus propios plazos (RSMo 610.027).",
            "No es asesoría legal. Se escribió a partir de la ley vigente en 2026. Un abogado puede decirle qué significa para usted.",
        ],
    }
    petition_more() -> &'static str { "How video becomes public, step by step", "Cómo el video se hace público, paso a paso" }
    petition_link() -> &'static str {
        "Get ready to ask a court: costs, questions, what to bring",
        "Prepararse para acudir al tribunal: gastos, preguntas, qué llevar",
    }
}

#[cfg(test)]
mod tests {
    use office::Lang;

    use super::*;

    /// All sentences of the guide.
    fn sentences(lang: Lang) -> Vec<String> {
        let single = [
            lang.petition_lead(),
            lang.petition_about_form(),
            lang.petition_facts_as_of(),
            lang.petition_questions_lead(),
        ];
        let factors = lang.petition_factors();
        let mut all: Vec<String> = single.map(str::to_owned).to_vec();
        all.extend(
            factors
                .iter()
                .flat_map(|(one, two, three)| [one, two, three])
                .map(|text| (*text).to_owned()),
        );
        let lists: [&[&str]; 8] = [
            &lang.petition_costs(),
            &lang.petition_who_text(),
            &lang.petition_clerk_list(),
            &lang.petition_bring_list(),
            &lang.petition_may_list(),
            &lang.petition_terms(),
            &lang.petition_after(),
            &lang.petition_not_list(),
        ];
        all.extend(lists.iter().flat_map(|list| list.iter()).map(|text| (*text).to_owned()));
        all.push(lang.petition_where_text("Circuit Court of Jackson County"));
        all
    }

    /// Groups of vowels, without a silent e at the end: near enough to count syllables.
    fn syllables(word: &str) -> u32 {
        let word = word.to_lowercase();
        let vowel = |letter: char| "aeiouy".contains(letter);
        let starts = word
            .chars()
            .zip(std::iter::once(' ').chain(word.chars()))
            .filter(|(letter, before)| vowel(*letter) && !vowel(*before))
            .count();
        let silent = word.ends_with('e') && !word.ends_with("le") && starts > 1;
        u32::try_from(starts - usize::from(silent)).unwrap_or(1).max(1)
    }

    #[test]
    fn the_guide_reads_at_eighth_grade_or_below() {
        let text = sentences(Lang::En).join(" ");
        let citation = |word: &&str| !word.contains(|letter: char| letter.is_ascii_digit()) && *word != "(RSMo";
        let words: Vec<&str> = text.split_whitespace().filter(citation).collect();
        let ends = words
            .iter()
            .filter(|word| word.trim_end_matches('”').ends_with(['.', '?']))
            .count();
        let cited = text.matches("). ").count();
        let real = |number: usize| f64::from(u32::try_from(number).expect("few"));
        let sounds: u32 = words
            .iter()
            .map(|word| syllables(word.trim_matches(|letter: char| !letter.is_alphabetic())))
            .sum();
        let grade =
            0.39 * real(words.len()) / real(ends + cited) + 11.8 * f64::from(sounds) / real(words.len()) - 15.59;
        println!("grade {grade:.1}");
        assert!(grade <= 8.0, "grade {grade:.1}");
    }

    #[test]
    fn spanish_says_usted() {
        let informal = [
            "tú", "tu", "tus", "te", "ti", "contigo", "puedes", "tienes", "debes", "vosotros",
        ];
        for text in sentences(Lang::Es) {
            let plain = text.to_lowercase();
            let found = plain
                .split(|c: char| !c.is_alphabetic())
                .find(|word| informal.contains(word));
            assert_eq!(found, None, "{text}");
        }
    }

    #[test]
    fn what_it_costs_is_said_of_both_sides_with_its_section() {
        for lang in Lang::ALL {
            assert!(lang.petition_costs()[0].contains("610.100.5(6)"));
            assert!(lang.petition_costs()[1].contains("substantially unjustified"));
        }
    }
}
