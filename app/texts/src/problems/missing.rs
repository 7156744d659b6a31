//! What is asked for where nothing was typed, by the name of the field.

use law::{Bilingual, both};

/// Of the form to file a request: few, because the browser carries them too.
pub(super) fn filing(field: &str) -> Option<Bilingual> {
    Some(match field {
        "incident_date" => both("Enter the day it happened.", "Escriba el día en que ocurrió."),
        "name" => both("Enter the name.", "Escriba el nombre."),
        "relation" => both(
            "Say how you are related to the person shown.",
            "Diga qué relación tiene con la persona que aparece.",
        ),
        "civil_claim" => both(
            "Say what the claim or defense is about.",
            "Diga de qué trata la demanda o la defensa.",
        ),
        "email" => both(
            "Enter the e-mail address.",
            "Escriba la dirección de correo electrónico.",
        ),
        _ => return None,
    })
}

/// Of every other form.
#[expect(clippy::too_many_lines, reason = "one arm for each field, with its words")]
pub(super) fn other(field: &str) -> Option<Bilingual> {
    Some(match field {
        "act" => both("Choose what is to be done.", "Elija qué se hace."),
        "link" => both("Choose one of the buttons.", "Elija uno de los botones."),
        "office_note" => both("Write the note.", "Escriba la nota."),
        "action" => both(
            "Choose which court action is meant.",
            "Elija de qué acción judicial se trata.",
        ),
        "greeting_en" | "greeting_es" => both(
            "Write the greeting; a letter needs it in both languages.",
            "Escriba el saludo; una carta lo necesita en los dos idiomas.",
        ),
        "opening_en" | "opening_es" => both(
            "Write the first words; a letter needs them in both languages.",
            "Escriba las primeras palabras; una carta las necesita en los dos idiomas.",
        ),
        "advice_en" | "advice_es" => both(
            "Write what the person can do; a letter needs it in both languages.",
            "Escriba qué puede hacer la persona; una carta lo necesita en los dos idiomas.",
        ),
        "closing_en" | "closing_es" => both(
            "Write the signature; a letter needs it in both languages.",
            "Escriba la firma; una carta la necesita en los dos idiomas.",
        ),
        "letter_greeting" => both("Write the greeting.", "Escriba el saludo."),
        "letter_opening" => both("Write the first words.", "Escriba las primeras palabras."),
        "letter_advice" => both("Write what the person can do.", "Escriba qué puede hacer la persona."),
        "letter_closing" => both("Write the signature.", "Escriba la firma."),
        "letter_kind" | "letter_lang" => both("Show the letter again.", "Vea la carta otra vez."),
        "letter_way" => both("Choose how the letter goes.", "Elija cómo sale la carta."),
        "again" => both(
            "Enter the password a second time.",
            "Escriba la contraseña por segunda vez.",
        ),
        "case_kind" => both("Choose what the court is asked.", "Elija qué se pide al tribunal."),
        "filing" => both("Choose what was filed.", "Elija qué se presentó."),
        "numbers" => both(
            "Enter the request or the recording that it concerns.",
            "Escriba la solicitud o la grabación a la que se refiere.",
        ),
        "seal" => both(
            "Tick that a court sealed it, or leave the day and the readers of the seal empty.",
            "Marque que un tribunal lo selló, o deje vacíos el día y los lectores del sello.",
        ),
        "seal_dated" => both(
            "Enter the date of the order that seals.",
            "Escriba la fecha de la orden que sella.",
        ),
        "order" => both("Choose the order.", "Elija la orden."),
        "answer" => both("Choose what the answer is.", "Elija cuál es la respuesta."),
        "asks" => both(
            "Choose what is to be done to the video.",
            "Elija qué se debe hacer con el video.",
        ),
        "by" => both("Choose who did it.", "Elija quién lo hizo."),
        "camera" => both("Choose the kind of camera.", "Elija el tipo de cámara."),
        "capacity" => both("Choose who you are.", "Elija quién es usted."),
        "support_name" => both("Enter the name.", "Escriba el nombre."),
        "viewing_day" => both("Enter the day of the viewing.", "Escriba el día del visionado."),
        "place" => both("Enter the place.", "Escriba el lugar."),
        "viewing_answer" => both("Choose your answer.", "Elija su respuesta."),
        "entry" => both("Choose which entry is meant.", "Elija de qué anotación se trata."),
        "from_day" => both("Enter the first day.", "Escriba el primer día."),
        "shown" => both("Say how it was seen.", "Diga cómo se vio."),
        "proof_note" => both("Say where the paper is.", "Diga dónde está el papel."),
        "case_number" => both("Enter the case number.", "Escriba el número de caso."),
        "change" => both("Choose the new status.", "Elija la situación nueva."),
        "way" | "channel" => both("Choose the way.", "Elija el medio."),
        "code" => both("Enter the code.", "Escriba el código."),
        "confirmed_on" => both(
            "Enter the day on which it was confirmed.",
            "Escriba el día en que se confirmó.",
        ),
        "copy" => both("Choose the copy.", "Elija la copia."),
        "court" => both("Enter the court.", "Escriba el tribunal."),
        "ended_on" => both(
            "Enter the day on which the petition ended.",
            "Escriba el día en que terminó la petición.",
        ),
        "mistake" => both(
            "Choose why another day was entered.",
            "Elija por qué se anotó otro día.",
        ),
        "petition_end" => both("Choose how the petition ended.", "Elija cómo terminó la petición."),
        "received_on" => both("Enter the day on which it came.", "Escriba el día en que llegó."),
        "publication" => both("Choose what is proposed.", "Elija lo que se propone."),
        "audience" => both("Choose who is to see the video.", "Elija quién podrá ver el video."),
        "csv" => both("Paste the lines of the file.", "Pegue las líneas del archivo."),
        "current" => both("Enter your present password.", "Escriba su contraseña actual."),
        "cut" => both("Enter the parts to cut.", "Escriba las partes que se cortan."),
        "dated" => both("Enter the date of the order.", "Escriba la fecha de la orden."),
        "day" => both("Enter the day of the closure.", "Escriba el día del cierre."),
        "decision" => both("Choose what the court decided.", "Elija qué decidió el tribunal."),
        "deleted_on" => both("Enter the day of deletion.", "Escriba el día en que se borró."),
        "document" => both("Add the court’s document.", "Agregue el documento del tribunal."),
        "effective" => both(
            "Enter the day from which it has effect.",
            "Escriba el día desde el que tiene efecto.",
        ),
        "ended_at" => both("Enter when the recording ends.", "Escriba cuándo termina la grabación."),
        "ends" => both("Choose what became of the action.", "Elija qué fue de la acción."),
        "fee_copy" => both("Enter at least one amount.", "Escriba al menos una cantidad."),
        "fee_copy_number" | "fee_medium_number" => both("Enter how many.", "Escriba cuántos."),
        "fee_copy_each" | "fee_medium_each" => both("Enter the price of one.", "Escriba el precio de uno."),
        "fee_staff_copying_hours" | "fee_programming_hours" => both("Enter the hours.", "Escriba las horas."),
        "fee_staff_copying_rate" | "fee_programming_rate" => {
            both("Enter the hourly rate.", "Escriba la tarifa por hora.")
        }
        "fee_rate_basis" => both(
            "Say how the hourly rate was worked out.",
            "Diga cómo se calculó la tarifa por hora.",
        ),
        "amount" => both("Enter the amount.", "Escriba la cantidad."),
        "waived" => both("Choose what happened to the fee.", "Elija qué pasó con el costo."),
        "refunded_on" => both("Enter the day it was given back.", "Escriba el día en que se devolvió."),
        "file" => both("Choose the file.", "Elija el archivo."),
        "file_kind" => both("Choose what the file is.", "Elija qué es el archivo."),
        "filed" => both(
            "Enter the day it was filed in court.",
            "Escriba el día en que se presentó ante el tribunal.",
        ),
        "filed_on" => both(
            "Enter the day the petition was filed.",
            "Escriba el día en que se presentó la petición.",
        ),
        "ground" => both("Choose the ground.", "Elija el motivo."),
        "grounds" => both("Choose at least one ground.", "Elija al menos un motivo."),
        "how" => both("Say where and how it is shown.", "Diga dónde y cómo se muestra."),
        "kind" => both("Choose the kind.", "Elija de qué tipo es."),
        "language" => both("Choose the language.", "Elija el idioma."),
        "last_day" => both("Enter the last day.", "Escriba el último día."),
        "location_kind" => both("Choose the kind of place.", "Elija el tipo de lugar."),
        "next_step" => both("Say what they can do next.", "Diga qué pueden hacer después."),
        "note" => both("Say which facts or which paper.", "Diga qué datos o qué documento."),
        "number" => both("Enter the tracking number.", "Escriba el número de seguimiento."),
        "objection" => both("Choose which objection is meant.", "Elija de qué objeción se trata."),
        "on" => both("Enter the day.", "Escriba el día."),
        "papers" => both("Choose the papers.", "Elija los papeles."),
        "password" => both("Enter the password.", "Escriba la contraseña."),
        "promised" => both("Enter the day that is promised.", "Escriba el día que se promete."),
        "relation_proof" => both("Choose what the files show.", "Elija qué muestran los archivos."),
        "proof" => both("Say what proves it.", "Diga qué lo prueba."),
        "notice" => both(
            "Tick whose letters were received.",
            "Marque de quién se recibieron las cartas.",
        ),
        "agency" => both("Name the agency that holds it.", "Nombre la agencia que la tiene."),
        "who" => both(
            "Say which officer or car was sent.",
            "Diga qué agente o vehículo se envió.",
        ),
        "gap" => both(
            "Choose the recording that was found, or why there is none.",
            "Elija la grabación hallada, o por qué no hay.",
        ),
        "given" => both("Choose what is given.", "Elija qué se da."),
        "given_words" => both("Say what the person is given.", "Diga qué recibe la persona."),
        "withheld_what" => both("Choose what is withheld.", "Elija qué se retiene."),
        "withheld_why" => both(
            "Give the reason in one plain sentence.",
            "Dé el motivo en una frase clara.",
        ),
        "provision" | "withheld_provision" => both(
            "Enter the exact provision, for example 610.021(14).",
            "Escriba la disposición exacta, por ejemplo 610.021(14).",
        ),
        "pseudonym" => both("Enter a pseudonym.", "Escriba un seudónimo."),
        "reach" => both("Say how we reach you.", "Diga cómo podemos comunicarnos con usted."),
        "reason" => both("Give the reason.", "Dé la razón."),
        "reasons" => both("Give the reasons.", "Dé las razones."),
        "receiver" => both("Choose who receives letters.", "Elija quién recibe las cartas."),
        "release" => both("Choose the release.", "Elija la entrega."),
        "relief" => both("Choose what is asked for.", "Elija qué se pide."),
        "reply" => both("Say how they want the answer.", "Diga cómo quieren la respuesta."),
        "role" => both("Choose the role.", "Elija la función."),
        "rule" => both("Choose the rule.", "Elija la regla."),
        "ruling" => both("Choose what the order says.", "Elija qué dice la orden."),
        "scope" => both(
            "Enter the recordings that the order names.",
            "Escriba las grabaciones que nombra la orden.",
        ),
        "seen" => both(
            "Enter when the person is seen or heard.",
            "Escriba cuándo se ve o se oye a la persona.",
        ),
        "served" | "served_on" => both("Enter the day it was served.", "Escriba el día en que se notificó."),
        "since" => both("Enter since which day.", "Escriba desde qué día."),
        "source_id" => both(
            "Enter the number in the evidence system.",
            "Escriba el número en el sistema de pruebas.",
        ),
        "start" => both("Enter the day to count from.", "Escriba el día desde el que se cuenta."),
        "started_at" => both(
            "Enter when the recording begins.",
            "Escriba cuándo comienza la grabación.",
        ),
        "text" => both("Write your text.", "Escriba su texto."),
        "title" => both("Enter a title.", "Escriba un título."),
        "to" => both("Choose to whom, or by whom.", "Elija a quién, o por quién."),
        "until" | "wait_until" => both("Enter until which day.", "Escriba hasta qué día."),
        "version" => both(
            "Open the page anew: it carries what was seen.",
            "Abra la página de nuevo: lleva lo que se vio.",
        ),
        "warning" => both("Choose what the warning says.", "Elija qué dice la advertencia."),
        "why" => both("Say why.", "Diga por qué."),
        "wish" => both("Choose what you want to tell us.", "Elija qué quiere decirnos."),
        "words" => both("Say it in their own words.", "Dígalo con sus propias palabras."),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use office::{Lang, Problem};

    use crate::ProblemWords as _;

    /// Fields that some form demands, found by their checks.
    #[test]
    fn whoever_leaves_something_out_is_told_what_it_is() {
        let checks = [
            include_str!("../../../office/src/forms/account.rs"),
            include_str!("../../../office/src/forms/act.rs"),
            include_str!("../../../office/src/forms/closure.rs"),
            include_str!("../../../office/src/forms/filing.rs"),
            include_str!("../../../office/src/forms/following.rs"),
            include_str!("../../../office/src/forms/notice.rs"),
            include_str!("../../../office/src/forms/objection.rs"),
            include_str!("../../../office/src/forms/order.rs"),
            include_str!("../../../office/src/forms/person.rs"),
            include_str!("../../../office/src/forms/recording.rs"),
            include_str!("../../../office/src/forms/release.rs"),
            include_str!("../../../office/src/forms/wish.rs"),
        ];
        let mut demanded = 0;
        for line in checks.iter().flat_map(|file| file.lines()) {
            if !(line.contains("Problem::Missing") || line.contains("required")) {
                continue;
            }
            let Some(name) = line.split('"').nth(1).filter(|name| *name != "key") else {
                continue;
            };
            if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') {
                continue;
            }
            demanded += 1;
            for lang in Lang::ALL {
                let told = lang.problem_of(name, &Problem::Missing);
                assert_ne!(told, lang.problem(&Problem::Missing), "{name}");
            }
        }
        assert!(demanded > 40, "{demanded}");
    }
}
