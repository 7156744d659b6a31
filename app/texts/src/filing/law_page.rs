//! Words of the page about the law.

words! {
    /// The page about the law.
    pub trait LawPageWords:
    law_title() -> &'static str { "How police video becomes public", "Cómo se hace público un video policial" }
    law_lead() -> &'static str {
        "Missouri's Sunshine Law (chapter 610 of the Revised Statutes, RSMo) says when video from police cameras is open. This page tells it in plain words, also where it is against your wish.",
        "La ley de transparencia de Missouri (capítulo 610 de sus estatutos, RSMo) dice cuándo es abierto el video de las cámaras policiales. Esta página lo cuenta en palabras sencillas, también cuando no le favorece.",
    }
    law_not_advice() -> &'static str {
        "This is not legal advice. It was written from the statutes as in force in 2026; an attorney can tell you what they mean for your case.",
        "Esto no es asesoría legal. Se escribió a partir de los estatutos vigentes en 2026; un abogado puede decirle qué significan en su caso.",
    }
    law_contents() -> &'static str { "On this page", "En esta página" }
    law_calculator() -> &'static str { "Work out any of these deadlines yourself", "Calcule usted cualquiera de estos plazos" }

    law_who() -> &'static str { "Who may ask, and what they get", "Quién puede pedir y qué recibe" }
    law_who_anyone() -> &'static str { "Anyone may ask, and need not say why. Video is open unless a law closes it (RSMo 610.011, 610.023).", "Cualquier persona puede pedir, sin decir por qué. El video es abierto salvo que una ley lo cierre (RSMo 610.011, 610.023)." }
    law_who_depicted() -> &'static str { "A person seen or heard in a place that is not public may ask in writing for a complete, uncut copy. So may a parent or guardian of a child, a parent or child of a person who died or cannot act, an attorney, and an insurer (RSMo 610.100.2(4)).", "Una persona que se ve o se oye en un lugar que no es público puede pedir por escrito una copia completa, sin cortes. También el padre, la madre o el tutor de un menor, los padres o hijos de una persona fallecida o que no puede actuar, un abogado y una aseguradora (RSMo 610.100.2(4))." }
    law_who_civil() -> &'static str { "For a civil claim or defense, a person involved, or whose property is involved, gets the video, or the agency must ask a court to close it, within 30 days (RSMo 610.100.4).", "Para una demanda civil o una defensa, la persona implicada, o dueña de algo implicado, recibe el video en 30 días, o la agencia debe pedir a un tribunal que lo cierre (RSMo 610.100.4)." }
    law_who_kin() -> &'static str { "Next of kin of a person who died have rights of their own in video of the scene. They get two weeks' notice before it is given to others (RSMo 610.205).", "El familiar más cercano de una persona fallecida tiene derechos propios sobre el video de la escena. Se le avisa dos semanas antes de darlo a otros (RSMo 610.205)." }

    law_closed() -> &'static str { "Closed while an investigation is active", "Cerrado mientras una investigación está activa" }
    law_closed_text() -> &'static str { "Video of an active investigation is closed (RSMo 610.100.2(2)). Your request then waits; it is not denied. The law knows three ways in which an investigation becomes inactive (RSMo 610.100.1(3)):", "El video de una investigación activa está cerrado (RSMo 610.100.2(2)). Su solicitud entonces espera; no se deniega. La ley conoce tres formas en que una investigación queda inactiva (RSMo 610.100.1(3)):" }
    law_ground_dropped() -> &'static str { "the police agency decides not to pursue the case;", "la agencia policial decide no seguir con el caso;" }
    law_ground_time() -> &'static str { "the time to file charges runs out, or ten years pass since the offense, whichever comes first;", "se acaba el plazo para presentar cargos, o pasan diez años desde el delito, lo que ocurra primero;" }
    law_ground_final() -> &'static str { "the convictions of all persons convicted become final.", "las condenas de todas las personas condenadas quedan firmes." }
    law_closed_note() -> &'static str { "This can take years. A date alone never opens a video here, because the time to file charges can be suspended: a custodian must say so and name the ground. If a case ends without conviction, its records may close again (RSMo 610.105).", "Puede tardar años. Aquí una fecha sola nunca abre un video, porque el plazo para presentar cargos puede suspenderse: un custodio debe decirlo e indicar el motivo. Si un caso termina sin condena, sus registros pueden cerrarse otra vez (RSMo 610.105)." }

    law_court() -> &'static str { "Asking a court", "Acudir a un tribunal" }
    law_court_text() -> &'static str { "Any person may ask the circuit court to open a closed video (RSMo 610.100.5). The court may look at it in private and weighs four things (RSMo 610.100.5(3)):", "Cualquier persona puede pedir al tribunal de circuito que abra un video cerrado (RSMo 610.100.5). El tribunal puede verlo en privado y considera cuatro cosas (RSMo 610.100.5(3)):" }
    law_factor_benefit() -> &'static str { "whether the good to the person or the public outweighs the harm to the public, the agency, its officers, or a person shown, with a view to the investigation and prosecution;", "si el beneficio para la persona o el público supera el daño al público, a la agencia, a sus agentes o a quien aparece, en vista de la investigación y la acusación;" }
    law_factor_private() -> &'static str { "whether it shows private matters in which the public has no legitimate concern;", "si muestra asuntos privados que no interesan legítimamente al público;" }
    law_factor_shame() -> &'static str { "whether it would bring shame or humiliation to a person of ordinary feelings;", "si causaría vergüenza o humillación a una persona de sensibilidad normal;" }
    law_factor_place() -> &'static str { "whether it was taken where people can expect privacy.", "si se grabó donde la gente puede esperar privacidad." }
    law_court_where(court: &str) -> String { format!("The court here: {court}."), format!("El tribunal aquí: {court}.") }
    law_costs_title() -> &'static str { "A lawsuit can cost you money", "Una demanda puede costarle dinero" }
    law_costs() -> &'static str { "The court may order the person who sues to pay the costs and attorney's fees of both sides, unless it finds that the agency's refusal was substantially unjustified (RSMo 610.100.5(6)).", "El tribunal puede ordenar a quien demanda que pague los costos y los abogados de ambas partes, salvo que considere que la negativa de la agencia no tenía justificación suficiente (RSMo 610.100.5(6))." }

    law_people() -> &'static str { "People shown in the video", "Las personas que aparecen en el video" }
    law_people_recipient() -> &'static str { "If you receive a video recorded in a place that is not public, you may not show it or describe it before you have given notice to each person seen or heard who is not of the police. From the day each of them receives the notice, they have at least ten days to go to court. This duty is yours, not the agency's (RSMo 610.100.8).", "Si usted recibe un video grabado en un lugar que no es público, no puede mostrarlo ni describirlo antes de avisar a cada persona que se ve o se oye y que no es de la policía. Desde el día en que recibe el aviso, cada una tiene al menos diez días para acudir al tribunal. Este deber es suyo, no de la agencia (RSMo 610.100.8)." }
    law_people_agency() -> &'static str { "The department's own practice is different: when a court authorizes release, the people shown get ten days' notice and may object.", "La práctica propia del departamento es distinta: cuando un tribunal autoriza la entrega, las personas que aparecen reciben aviso con diez días y pueden oponerse." }
    law_people_objection() -> &'static str { "An objection written here is not a court action. The custodian must answer it, but only a court can forbid the release.", "Una objeción escrita aquí no es una acción judicial. El custodio debe responderla, pero solo un tribunal puede prohibir la entrega." }
    law_places() -> &'static str { "Inside a home, a school, a medical place, or another place where people can expect privacy, the agency may keep the video closed even after the investigation; it need not (RSMo 610.100.2(3)).", "En una casa, una escuela, un lugar de atención médica u otro lugar donde se puede esperar privacidad, la agencia puede mantener cerrado el video aun después de la investigación; no está obligada (RSMo 610.100.2(3))." }

    law_fees() -> &'static str { "What it may cost", "Cuánto puede costar" }
    law_fees_text() -> &'static str { "For video, the agency may charge only the following (RSMo 610.026.1(2)):", "Por el video la agencia solo puede cobrar lo siguiente (RSMo 610.026.1(2)):" }
    law_fees_not() -> &'static str { "It may not charge for an attorney's time to review (Gross v. Parson, Mo. 2021). If you do not pay or answer within 90 days (150 if the fee is over $1,000), the request counts as withdrawn, but only if you were told so (RSMo 610.026.2(2)).", "No puede cobrar el tiempo de revisión de un abogado (Gross v. Parson, Mo. 2021). Si usted no paga o no responde en 90 días (150 si el costo supera $1,000), la solicitud se considera retirada, pero solo si se le avisó (RSMo 610.026.2(2))." }

    law_clocks() -> &'static str { "The clocks", "Los plazos" }
    law_clocks_lead() -> &'static str { "Each date in this portal follows from one of these rules. The same rule gives the same day on every page.", "Cada fecha de este portal sale de una de estas reglas. La misma regla da el mismo día en todas las páginas." }
    law_clocks_table() -> &'static str { "All rules by which this portal works out days", "Todas las reglas con las que este portal calcula días" }
    law_clocks_head() -> [&'static str; 4] { ["Duty", "Length", "What it says", "Section"], ["Deber", "Plazo", "Qué dice", "Sección"] }

    law_keeping() -> &'static str { "How long footage is kept", "Cuánto se conserva una grabación" }
    law_keeping_text(days: u32, precheck: u32) -> String {
        format!("Footage that is not evidence is kept {days} days, recordings of camera checks before a shift {precheck} days (department policy). Evidence is kept until the case ends. Footage that nobody has classified is never put on a list to delete."),
        format!("Una grabación que no es prueba se conserva {days} días; las pruebas de cámara antes del turno, {precheck} días (norma del departamento). Las pruebas se conservan hasta que termina el caso. Una grabación sin clasificar nunca entra en una lista para borrar."),
    }
    law_keeping_hold() -> &'static str { "A request holds the footage from the moment it is filed until two years after it ends. Once a lawsuit is served, nothing may be changed, moved or destroyed until the court says so (RSMo 610.027.1).", "Una solicitud protege la grabación desde que se presenta hasta dos años después de su fin. Una vez notificada una demanda, nada se puede cambiar, trasladar ni destruir hasta que el tribunal lo diga (RSMo 610.027.1)." }

    law_remedy() -> &'static str { "If the agency does not follow the law", "Si la agencia no cumple la ley" }
    law_remedy_text() -> &'static str { "You may ask for the reasons of a denial in writing; they are due by the third business day (RSMo 610.023.4). You may sue in the circuit court within one year, never later than two (RSMo 610.027.5). For a knowing violation the court may set a penalty of up to $1,000 and may award fees; for a purposeful one up to $5,000, and it must award fees (RSMo 610.027).", "Puede pedir por escrito los motivos de una denegación; se deben a más tardar el tercer día hábil (RSMo 610.023.4). Puede demandar ante el tribunal de circuito en un año, nunca después de dos (RSMo 610.027.5). Por una violación consciente, el tribunal puede fijar hasta $1,000 y conceder honorarios; por una deliberada, hasta $5,000, y debe conceder honorarios (RSMo 610.027)." }

    law_readings() -> &'static str { "Readings that this portal chose", "Lecturas que eligió este portal" }
    law_readings_lead() -> &'static str { "Where the law can be read in two ways, the portal had to choose. Counsel must confirm each choice.", "Donde la ley se puede leer de dos formas, el portal tuvo que elegir. Un abogado debe confirmar cada elección." }
    law_questions() -> &'static str { "Open questions for counsel", "Preguntas abiertas para los abogados" }
    law_open_questions() -> [&'static str; 5] {
        [
            "Who must give notice when a court orders release?",
            "Does RSMo 610.105, which closes records after dismissal or acquittal, reach camera video?",
            "Does removing a face and a voice satisfy RSMo 610.100.8?",
            "Which calendar decides what a business day is?",
            "Does the right of a person shown to an uncut copy reach video of an active investigation?",
        ],
        [
            "¿Quién debe dar el aviso cuando un tribunal ordena la entrega?",
            "¿La sección 610.105, que cierra registros tras el sobreseimiento o la absolución, alcanza al video de cámaras?",
            "¿Quitar el rostro y la voz cumple con RSMo 610.100.8?",
            "¿Qué calendario decide qué es un día hábil?",
            "¿El derecho de quien aparece a una copia sin cortes alcanza al video de una investigación activa?",
        ],
    }
}
