//! Acts: the label of the button, and what it does under which section.

use law::{Bilingual, both, request::ActKind};

pub(super) const fn act(act: ActKind) -> Bilingual {
    match act {
        ActKind::Acknowledge => both("Take up the request", "Tomar la solicitud"),
        ActKind::AskClarification => both("Ask a question", "Hacer una pregunta"),
        ActKind::AnswerClarification => both("Answer the question", "Responder la pregunta"),
        ActKind::RecordAnswer => both("Record an answer that came", "Anotar una respuesta que llegó"),
        ActKind::ExplainDelay => both(
            "Explain the delay and promise a day",
            "Explicar la demora y prometer un día",
        ),
        ActKind::AskFee => both("Ask for a fee", "Pedir un pago"),
        ActKind::EstimateFee => both("Estimate the cost", "Calcular el costo"),
        ActKind::SettleFee => both("Record the fee as paid or waived", "Anotar que se pagó o se perdonó"),
        ActKind::RefundFee => both("Record a refund", "Anotar una devolución"),
        ActKind::AcceptFee => both("Accept the cost", "Aceptar el costo"),
        ActKind::ChallengeFee => both("Say that the fee is wrong", "Decir que el costo está mal"),
        ActKind::NarrowRequest => both("Ask for less", "Pedir menos"),
        ActKind::CloseActive => both("Record: investigation active", "Anotar: investigación activa"),
        ActKind::RecordInactive => both("Record: investigation inactive", "Anotar: investigación inactiva"),
        ActKind::Reclose => both("Record: closed again", "Anotar: cerrada de nuevo"),
        ActKind::RecordPetition => both("Record a court petition", "Anotar una petición al tribunal"),
        ActKind::EndPetition => both(
            "Record: petition dismissed or withdrawn",
            "Anotar: petición desestimada o retirada",
        ),
        ActKind::EnterOrder => both("Enter a court order", "Registrar una orden judicial"),
        ActKind::VerifyOrder => both("Verify the court order", "Verificar la orden judicial"),
        ActKind::FindNoRecord => both("Record: no recording", "Anotar: no hay grabación"),
        ActKind::Deny => both("Deny the request", "Denegar la solicitud"),
        ActKind::DenyInPart => both("Deny a part, give the rest", "Denegar una parte y dar el resto"),
        ActKind::AskGrounds => both("Ask for the reasons in writing", "Pedir los motivos por escrito"),
        ActKind::GiveGrounds => both("Give the reasons in writing", "Dar los motivos por escrito"),
        ActKind::Reply => both(
            "Write to the person who filed",
            "Escribir a quien presentó la solicitud",
        ),
        ActKind::Write => both("Write to the records custodian", "Escribir al custodio de registros"),
        ActKind::Withdraw => both("Withdraw the request", "Retirar la solicitud"),
        ActKind::Lapse => both("End for lack of an answer", "Terminar por falta de respuesta"),
        ActKind::ExtendLapse => both("Give more days to answer or pay", "Dar más días para responder o pagar"),
        ActKind::Reopen => both("Reopen the request", "Reabrir la solicitud"),
        ActKind::TakeBack => both("Take back the last act", "Deshacer la última actuación"),
        ActKind::CorrectReceipt => both("Correct the day of receipt", "Corregir el día de recepción"),
        ActKind::StartRedaction => both("Start the redacted copy", "Empezar la copia con partes ocultas"),
        ActKind::FinishRedaction => both("Approve the redacted copy", "Aprobar la copia con partes ocultas"),
        ActKind::OpenGate => both(
            "Record: people shown are clear",
            "Anotar: nada pendiente con quienes aparecen",
        ),
        ActKind::Deliver => both("Deliver the copy", "Entregar la copia"),
    }
}

#[expect(clippy::too_many_lines, reason = "one table, an entry for each act")]
pub(super) const fn hint(act: ActKind) -> Bilingual {
    match act {
        ActKind::Acknowledge => both(
            "You start work on the request, and whoever filed is told so. It is no answer: the three business days run on \
                until you answer, ask something, or explain the delay with the earliest day (RSMo 610.023.3).",
            "Usted empieza a trabajar en la solicitud, y se avisa a quien la presentó. No es una respuesta: los tres días \
                hábiles siguen corriendo hasta que usted responda, pregunte algo o explique la demora con la fecha más \
                próxima (RSMo 610.023.3).",
        ),
        ActKind::AskClarification => both(
            "You ask what you need to know to search. Your letter must say that silence ends the request after 90 \
                days, or 150 days (RSMo 610.026.2(2)).",
            "Usted pregunta lo que necesita saber para buscar. Su carta debe decir que el silencio pone fin a la \
                solicitud a los 90 días, o a los 150 (RSMo 610.026.2(2)).",
        ),
        ActKind::AnswerClarification => both(
            "You answer the custodian's question. Work on your request then goes on (RSMo 610.026.2(2)).",
            "Usted responde la pregunta del custodio. Después sigue el trabajo en su solicitud (RSMo 610.026.2(2)).",
        ),
        ActKind::RecordAnswer => both(
            "You record that the question was answered by telephone, at the counter, on paper or by e-mail, and on which \
                day. An answer that came in time counts, also if the request has lapsed meanwhile (RSMo 610.026.2(2)).",
            "Usted anota que la pregunta se respondió por teléfono, en el mostrador, en papel o por correo electrónico, y \
                qué día. Una respuesta que llegó a tiempo cuenta, aunque la solicitud haya caducado (RSMo 610.026.2(2)).",
        ),
        ActKind::ExplainDelay => both(
            "You explain in detail why it takes longer, and name the earliest day. That day is shown to the public \
                (RSMo 610.023.3).",
            "Usted explica en detalle por qué tarda más y da el día más próximo posible. Ese día se muestra al \
                público (RSMo 610.023.3).",
        ),
        ActKind::AskFee => both(
            "You ask for the cost of copying: copies, staff time to copy, programming, the disk or drive. Never for \
                review or redaction (RSMo 610.026.1(2)).",
            "Usted pide el costo de copiar: copias, tiempo del personal para copiar, programación, el disco o la \
                memoria. Nunca la revisión ni ocultar partes (RSMo 610.026.1(2)).",
        ),
        ActKind::EstimateFee => both(
            "You tell what the copies may cost, before anything is asked for. Nothing has to be paid on it, and no day \
                begins (RSMo 610.026.1(2)).",
            "Usted dice lo que pueden costar las copias, antes de pedir nada. No hay que pagar por ello y no empieza ningún \
                plazo (RSMo 610.026.1(2)).",
        ),
        ActKind::RefundFee => both(
            "You record that money was given back because it was not used. The portal moves no money \
                (RSMo 610.026.1(2)).",
            "Usted anota que se devolvió dinero porque no se usó. El portal no mueve dinero (RSMo 610.026.1(2)).",
        ),
        ActKind::AcceptFee => both(
            "You agree to what it costs, so that the records office can go on. It is no payment (RSMo 610.026.1(2)).",
            "Usted acepta el costo, para que la oficina de registros pueda seguir. No es un pago (RSMo 610.026.1(2)).",
        ),
        ActKind::ChallengeFee => both(
            "You say what is wrong with the fee. The days to pay run on, and nothing is closed by it \
                (RSMo 610.026.1(2)).",
            "Usted dice qué está mal en el costo. Los días para pagar siguen corriendo y nada se cierra por ello \
                (RSMo 610.026.1(2)).",
        ),
        ActKind::NarrowRequest => both(
            "You say which part is enough for you, so that it costs less. The days to pay stop until the records office \
                answers (RSMo 610.026.1(2)).",
            "Usted dice qué parte le basta, para que cueste menos. Los días para pagar se detienen hasta que la oficina \
                de registros responda (RSMo 610.026.1(2)).",
        ),
        ActKind::SettleFee => both(
            "You record that the fee was paid, when and how, or that you waive it (RSMo 610.026.1(2)).",
            "Usted anota que el pago llegó, cuándo y cómo, o que lo perdona (RSMo 610.026.1(2)).",
        ),
        ActKind::CloseActive => both(
            "You record that the footage is closed because the investigation is active, and on which day that was \
                confirmed. The request is not denied; it waits (RSMo 610.100.2(2)).",
            "Usted anota que la grabación está cerrada porque la investigación está activa, y qué día se confirmó. La \
                solicitud no se deniega; espera (RSMo 610.100.2(2)).",
        ),
        ActKind::RecordInactive => both(
            "You record which of the three grounds in the law made the investigation inactive, and since when \
                (RSMo 610.100.1(3)).",
            "Usted anota cuál de los tres motivos de la ley dejó inactiva la investigación, y desde cuándo \
                (RSMo 610.100.1(3)).",
        ),
        ActKind::Reclose => both(
            "You record that the file was closed again because charges were dropped, or the case was dismissed or \
                ended without a conviction (RSMo 610.105.1).",
            "Usted anota que el expediente se cerró de nuevo porque se retiraron los cargos, o el caso se desestimó o \
                terminó sin condena (RSMo 610.105.1).",
        ),
        ActKind::RecordPetition => both(
            "You record that somebody asked a court about this footage. Once you are served, nothing may be changed \
                or deleted (RSMo 610.100.5).",
            "Usted anota que alguien acudió a un tribunal por esta grabación. Desde que se le notifica, nada se puede \
                cambiar ni borrar (RSMo 610.100.5).",
        ),
        ActKind::EndPetition => both(
            "You record that the court dismissed what was filed, or that whoever filed it withdrew it. The request then \
                stands where it stood before (RSMo 610.100.5).",
            "Usted anota que el tribunal desestimó lo presentado, o que quien lo presentó lo retiró. La solicitud vuelve \
                a donde estaba (RSMo 610.100.5).",
        ),
        ActKind::EnterOrder => both(
            "You copy in what the court ordered. It takes effect when a second person has verified it \
                (RSMo 610.100.5).",
            "Usted registra lo que ordenó el tribunal. Tiene efecto cuando una segunda persona lo verifica \
                (RSMo 610.100.5).",
        ),
        ActKind::VerifyOrder => both(
            "You compare the entry with the court's own paper. You cannot verify what you entered yourself \
                (RSMo 610.100.5).",
            "Usted compara lo registrado con el documento del tribunal. No puede verificar lo que usted mismo \
                registró (RSMo 610.100.5).",
        ),
        ActKind::FindNoRecord => both(
            "You record that there is no recording, and why: never made, deleted, held by another agency, or not \
                found (RSMo 610.023.3).",
            "Usted anota que no hay grabación y por qué: no se hizo, se borró, la tiene otra agencia o no se encontró \
                (RSMo 610.023.3).",
        ),
        ActKind::Deny => both(
            "You refuse, name the exact provision, give the reason in one plain sentence, and say what can be done \
                next (RSMo 610.023.4).",
            "Usted se niega, cita la disposición exacta, da el motivo en una frase clara y dice qué se puede hacer \
                después (RSMo 610.023.4).",
        ),
        ActKind::DenyInPart => both(
            "You give what can be given and withhold the rest: each part under its own section, with a plain sentence. The \
                request goes on until what is given was delivered (RSMo 610.023.4, 610.024.1).",
            "Usted da lo que se puede dar y retiene el resto: cada parte con su propia sección y una frase clara. La \
                solicitud sigue hasta que se entregue lo que se da (RSMo 610.023.4, 610.024.1).",
        ),
        ActKind::AskGrounds => both(
            "You ask for the reasons on paper. The records custodian must give them by the third business day \
                (RSMo 610.023.4).",
            "Usted pide los motivos por escrito. El custodio de registros debe darlos a más tardar el tercer día \
                hábil (RSMo 610.023.4).",
        ),
        ActKind::GiveGrounds => both(
            "You give the reasons in writing and cite the law they rest on (RSMo 610.023.4).",
            "Usted da los motivos por escrito y cita la ley en que se apoyan (RSMo 610.023.4).",
        ),
        ActKind::Reply => both(
            "You write a message. It changes nothing else about the request (RSMo 610.023).",
            "Usted escribe un mensaje. No cambia nada más en la solicitud (RSMo 610.023).",
        ),
        ActKind::Write => both(
            "You write a message to the records custodian. It stays private and changes no date (RSMo 610.023).",
            "Usted escribe un mensaje al custodio de registros. Es privado y no cambia ninguna fecha (RSMo 610.023).",
        ),
        ActKind::Withdraw => both(
            "You end your request. You can file a new one at any time (RSMo 610.023).",
            "Usted pone fin a su solicitud. Puede presentar otra cuando quiera (RSMo 610.023).",
        ),
        ActKind::Lapse => both(
            "The portal ends the request when the last day to answer or pay has passed, if that was announced and no \
                lawsuit is pending (RSMo 610.026.2(2)).",
            "El portal pone fin a la solicitud cuando pasa el último día para responder o pagar, si eso se avisó y no \
                hay un juicio pendiente (RSMo 610.026.2(2)).",
        ),
        ActKind::ExtendLapse => both(
            "The portal gives the days that a closure of the office takes from the time to answer or pay (RSMo 610.026.2(2), \
                Rule 44.01).",
            "El portal da los días que un cierre de la oficina quita del plazo para responder o pagar (RSMo 610.026.2(2), \
                Regla 44.01).",
        ),
        ActKind::Reopen => both(
            "You take up an ended request again because of something new: a status, an order, a video found \
                (RSMo 610.023).",
            "Usted retoma una solicitud terminada por un hecho nuevo: un estado, una orden, un video hallado \
                (RSMo 610.023).",
        ),
        ActKind::TakeBack => both(
            "You say that the last act was a mistake, and why. Its entry stays; a new one names it. The office's own days \
                run on as if it had never been, and nobody who filed gets fewer days (RSMo 610.023).",
            "Usted dice que la última actuación fue un error, y por qué. Su asiento queda; uno nuevo lo nombra. Los días \
                de la oficina siguen como si no hubiera existido, y quien presentó la solicitud no pierde días \
                (RSMo 610.023).",
        ),
        ActKind::CorrectReceipt => both(
            "You say on which day the request truly reached the office, and why another day was entered. The first entry \
                stays; a new one names it, with your reason, for everybody to read. The law's days are counted from the \
                true day (RSMo 610.023.3).",
            "Usted dice qué día llegó de verdad la solicitud a la oficina y por qué se anotó otro. El primer asiento \
                queda; uno nuevo lo nombra, con su motivo, a la vista de todos. Los días de la ley se cuentan desde el \
                día verdadero (RSMo 610.023.3).",
        ),
        ActKind::StartRedaction => both(
            "You start a copy in which the parts that the law protects are removed. The original stays as it is \
                (RSMo 610.100.3).",
            "Usted empieza una copia sin las partes que la ley protege. El original queda como está (RSMo 610.100.3).",
        ),
        ActKind::FinishRedaction => both(
            "You approve the copy that another person made, after watching it whole (RSMo 610.100.3).",
            "Usted aprueba la copia que hizo otra persona, después de verla entera (RSMo 610.100.3).",
        ),
        ActKind::OpenGate => both(
            "You record that the people seen or heard were told, that their days have run, and that nothing is still \
                open (RSMo 610.100.8).",
            "Usted anota que se avisó a quienes se ven o se oyen, que sus días pasaron y que nada sigue pendiente \
                (RSMo 610.100.8).",
        ),
        ActKind::Deliver => both(
            "You hand over the copy, whole or in part, in the format asked for if you have it (RSMo 610.023).",
            "Usted entrega la copia, entera o en parte, en el formato pedido si lo tiene (RSMo 610.023).",
        ),
    }
}
