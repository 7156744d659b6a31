//! Words for problems of files, recordings, copies, notices and imports.

use law::{Bilingual, both};
use office::problem::{
    AccountProblem as A, CaptionsFault, CopyProblem as C, FileProblem as F, ImportProblem as I, NoticeProblem as N,
    RecordingProblem as R,
};

use super::fixed;
use crate::{
    DateWords as _,
    desk::{BLACK_PICTURE, reencode},
    papers::kinds_in_a_row,
};

#[expect(clippy::too_many_lines, reason = "one arm for each problem, with its words")]
pub(super) fn file(problem: &F) -> Bilingual<String> {
    match problem {
        F::Empty => fixed(
            "This file is empty. Choose it again.",
            "Este archivo está vacío. Elíjalo otra vez.",
        ),
        F::TooLarge => fixed("This file is too large.", "Este archivo es demasiado grande."),
        F::LargerThan { mib } => {
            let size = match (mib / 1024, mib % 1024) {
                (gib @ 1.., 0) => format!("{gib} GiB"),
                _ => format!("{mib} MiB"),
            };
            both(
                format!("This file is larger than {size}."),
                format!("Este archivo tiene más de {size}."),
            )
        }
        F::LargerTogether { mib } => both(
            format!("These files together are larger than {mib} MiB. Choose fewer."),
            format!("Estos archivos juntos tienen más de {mib} MiB. Elija menos."),
        ),
        F::TooMany { most: 1 } => fixed("Choose only one file.", "Elija un solo archivo."),
        F::TooMany { most } => both(
            format!("Choose at most {most} files."),
            format!("Elija como máximo {most} archivos."),
        ),
        F::NotAskedFor => fixed("No file is asked for here.", "Aquí no se pide ningún archivo."),
        F::NotMp4 => fixed(
            "This is not an MP4 video, whatever its name says. Export the recording as MP4.",
            "Esto no es un video MP4, diga lo que diga su nombre. Exporte la grabación como MP4.",
        ),
        F::Captions { line, fault } => {
            let Bilingual { en, es } = captions(*fault);
            both(format!("Line {line}: {en}"), format!("Línea {line}: {es}"))
        }
        F::CueBeyondFilm { line } => both(
            format!(
                "Line {line}: a cue of these captions begins when the film is over. Compare their times with the copy."
            ),
            format!("Línea {line}: un subtítulo empieza cuando el video ya terminó. Compare sus tiempos con la copia."),
        ),
        F::NotTranscript => fixed(
            "A transcript must be plain text in UTF-8.",
            "Una transcripción debe ser texto simple en UTF-8.",
        ),
        F::NotPaper { name, kinds } => both(
            format!(
                "This is no whole {}: {name}. Open it to see whether it is damaged, save it anew as one of these, and choose \
                 all your files again: a browser does not keep them.",
                kinds_in_a_row(kinds, "or")
            ),
            format!(
                "Esto no es un {} completo: {name}. Ábralo para ver si está dañado, guárdelo de nuevo en uno de esos formatos y \
                 elija otra vez todos sus archivos: el navegador no los conserva.",
                kinds_in_a_row(kinds, "o")
            ),
        ),
        F::NotPaperUnnamed { kinds } => both(
            format!(
                "A file without a name is no whole {}. Choose all your files again.",
                kinds_in_a_row(kinds, "or")
            ),
            format!(
                "Un archivo sin nombre no es un {} completo. Elija otra vez todos sus archivos.",
                kinds_in_a_row(kinds, "o")
            ),
        ),
        F::Harmful { name } => both(
            format!(
                "The virus scan found something harmful in {name}. No file was taken; what you typed is kept. Send a clean copy, \
                 or bring or mail the paper, and choose your other files again."
            ),
            format!(
                "El antivirus encontró algo dañino en {name}. No se aceptó ningún archivo; lo que escribió se conserva. Envíe una \
                 copia limpia, o traiga o envíe el papel por correo, y elija otra vez sus demás archivos."
            ),
        ),
        F::TooLargeToScan { name } => both(
            format!(
                "{name} is larger than the virus scan takes. No file was taken; what you typed is kept. Send it smaller or in \
                 parts, and choose your other files again."
            ),
            format!(
                "{name} es más grande de lo que acepta el antivirus. No se aceptó ningún archivo; lo que escribió se conserva. \
                 Envíelo más pequeño o en partes, y elija otra vez sus demás archivos."
            ),
        ),
        F::NotScanned => fixed(
            "The virus scan does not answer now, so no file was taken. What you typed is kept. Choose your files again and send \
             in a few minutes; or send without files, and bring or mail them.",
            "El antivirus no responde ahora, así que no se aceptó ningún archivo. Lo que escribió se conserva. Elija otra vez sus \
             archivos y envíe en unos minutos; o envíe sin archivos y tráigalos o mándelos por correo.",
        ),
        F::Truncated => fixed(
            "This video breaks off: its end is missing. Export it again and send the new file.",
            "Este video está cortado: le falta el final. Expórtelo otra vez y envíe el archivo nuevo.",
        ),
        F::Fragmented => fixed(
            "This MP4 is in fragments, made for streaming. Export it as a plain MP4 in one part and send that file.",
            "Este MP4 está en fragmentos, hecho para transmisión. Expórtelo como un MP4 simple de una sola parte y envíe ese archivo.",
        ),
        F::Crowded => fixed(
            "This MP4 has more parts than a recording has. Export the recording as a plain MP4.",
            "Este MP4 tiene más partes que una grabación. Exporte la grabación como un MP4 simple.",
        ),
        F::Broken => fixed(
            "This video is damaged: its table of contents does not agree with what it holds. Export it again and send the new file.",
            "Este video está dañado: su índice no coincide con su contenido. Expórtelo otra vez y envíe el archivo nuevo.",
        ),
        F::NotPlayable { what } => both(
            format!("Not every common browser can play this: {what}. {}", reencode().en),
            format!(
                "No todos los navegadores comunes pueden reproducir esto: {what}. {}",
                reencode().es
            ),
        ),
        F::SoundOnly { what } => both(
            format!(
                "This file has no picture, only sound ({what}), and a copy is a video. Export it with its picture. If there is \
                 only sound, encode it with a black picture; with ffmpeg: {BLACK_PICTURE}"
            ),
            format!(
                "Este archivo no tiene imagen, solo sonido ({what}), y una copia es un video. Expórtelo con su imagen. Si solo \
                 hay sonido, codifíquelo con una imagen negra; con ffmpeg: {BLACK_PICTURE}"
            ),
        ),
        F::TooManyTracks { pictures, sounds } => {
            let listed = |all: &[String]| format!("{} ({})", all.len(), all.join("; "));
            both(
                format!(
                    "A copy has one picture and at most one sound, so that nothing leaves that nobody looked at. This file has \
                     pictures: {}; sounds: {}. Export it with the one picture and the one sound that were checked.",
                    listed(pictures),
                    listed(sounds)
                ),
                format!(
                    "Una copia tiene una imagen y como máximo un sonido, para que no salga nada que nadie haya revisado. Este \
                     archivo tiene imágenes: {}; sonidos: {}. Expórtelo con la única imagen y el único sonido revisados.",
                    listed(pictures),
                    listed(sounds)
                ),
            )
        }
        F::HiddenFootage { track } => both(
            format!(
                "Track {track} holds footage that players do not show, because it was cut by an edit list alone. Whoever has the \
                 file can bring it back. Export the video so that what was cut is gone: encode it again, not as a quick cut."
            ),
            format!(
                "La pista {track} contiene imágenes o sonido que los reproductores no muestran, porque solo se cortó con una lista \
                 de edición. Quien tenga el archivo puede recuperarlo. Exporte el video de modo que lo cortado desaparezca: \
                 codifíquelo otra vez, sin corte rápido."
            ),
        ),
        F::SeveralFormats => fixed(
            "A track of this video changes its format on the way, as after joining files. Encode it again as one.",
            "Una pista de este video cambia de formato a mitad de camino, como al unir archivos. Codifíquelo otra vez como uno solo.",
        ),
        F::Elsewhere => fixed(
            "This file only refers to picture or sound in another file. Export the video as one file that holds both.",
            "Este archivo solo remite a imagen o sonido de otro archivo. Exporte el video como un solo archivo que contenga ambos.",
        ),
        F::TooManyPapers { most } => both(
            format!("At most {most} files can be sent here in all. Bring or mail the others."),
            format!(
                "Aquí se pueden enviar como máximo {most} archivos en total. Traiga los demás o envíelos por correo."
            ),
        ),
        F::CourtPaperMissing => fixed(
            "Add the court's document: a second person compares the order with it.",
            "Agregue el documento del tribunal: una segunda persona compara la orden con él.",
        ),
        F::PetitionPapersMissing => fixed(
            "Add the stamped petition and the proof of service: the days count by these papers.",
            "Agregue la demanda sellada y la prueba de notificación: los días cuentan por esos papeles.",
        ),
    }
}

const fn captions(fault: CaptionsFault) -> Bilingual {
    match fault {
        CaptionsFault::NotUtf8 => both(
            "captions must be in UTF-8. Save the file anew in that encoding.",
            "los subtítulos deben estar en UTF-8. Guarde otra vez el archivo con esa codificación.",
        ),
        CaptionsFault::NoHeader => both(
            "captions must be a WebVTT file, whose first line is WEBVTT.",
            "los subtítulos deben ser un archivo WebVTT, cuya primera línea es WEBVTT.",
        ),
        CaptionsFault::BadTimes => both(
            "here must stand the times of a cue, like 00:00:00.500 --> 00:00:02.000, with points and not commas.",
            "aquí deben estar los tiempos de un subtítulo, así: 00:00:00.500 --> 00:00:02.000, con puntos y no comas.",
        ),
        CaptionsFault::NoCue => both(
            "the file ends without any cue: nothing would be shown.",
            "el archivo termina sin ningún subtítulo: no se mostraría nada.",
        ),
        CaptionsFault::Note => both(
            "this is a note. It is not shown, but whoever downloads the captions reads it. Take it out.",
            "esto es una nota. No se muestra, pero la lee quien descarga los subtítulos. Quítela.",
        ),
    }
}

fn unknown_word(known: &str) -> Bilingual<String> {
    both(
        format!("This is none of the words that are taken here: {known}."),
        format!("Esto no es ninguna de las palabras que se aceptan aquí: {known}."),
    )
}

/// What is wrong with a number that is registered.
const fn registered(problem: &R) -> Bilingual {
    match problem {
        R::RegisteredOtherwise => both(
            "A recording of this number is registered already, with other values. A file changes nothing that is registered: \
             take the line out.",
            "Ya está registrada una grabación con este número, con otros valores. Un archivo no cambia nada de lo registrado: \
             quite la línea.",
        ),
        _ => both(
            "A recording of this number is registered already.",
            "Ya está registrada una grabación con este número.",
        ),
    }
}

/// What is wrong with a deletion list.
const fn deletion_list(problem: &R) -> Bilingual {
    match problem {
        R::NothingDue => both(
            "Nothing falls due today that is on no list yet. What is held, unclassified or asked for is never on one.",
            "Hoy no vence nada que no esté ya en una lista. Lo retenido, lo no clasificado y lo pedido nunca está en una.",
        ),
        R::OwnList => both(
            "You made this list. Another person approves it or sends it back.",
            "Usted hizo esta lista. Otra persona la aprueba o la devuelve.",
        ),
        _ => both(
            "Something on this list must be kept now, as shown below. Send it back and make another.",
            "Hay que conservar algo de esta lista, como se muestra abajo. Devuélvala y haga otra.",
        ),
    }
}

pub(super) fn recording(problem: &R) -> Bilingual<String> {
    match problem {
        R::NotAnInstant => fixed(
            "Write date, time and zone like 2026-02-03T18:05:00-06:00. When the clocks are changed, an hour of the night comes \
             twice or not at all: then the zone must be there.",
            "Escriba fecha, hora y zona así: 2026-02-03T18:05:00-06:00. Cuando se cambia la hora, una hora de la noche viene dos \
             veces o ninguna: entonces debe estar la zona.",
        ),
        R::EndNotAfterStart => fixed(
            "The end is not after the beginning.",
            "El final no es posterior al comienzo.",
        ),
        R::TooLong { hours } => both(
            format!("A recording lasts at most {hours} hours. Check both times."),
            format!("Una grabación dura {hours} horas como máximo. Revise ambos momentos."),
        ),
        R::ChangedBySpreadsheet { value } => both(
            format!(
                "Excel has changed this identifier: {value}. Format the column as text, enter the identifier again, and save \
                 the file anew."
            ),
            format!(
                "Excel ha cambiado este identificador: {value}. Dé a la columna el formato de texto, escriba de nuevo el \
                 identificador y guarde otra vez el archivo."
            ),
        ),
        R::UnknownWord { known } => unknown_word(known),
        R::NothingDue | R::OwnList | R::KeptOnList => deletion_list(problem).owned(),
        R::RegisteredAlready | R::RegisteredOtherwise => registered(problem).owned(),
        R::NoRetentionRule { known } => both(
            format!(
                "The office keeps footage by no rule of this name. Its rules: {known}. If the evidence system deleted it for \
                 another reason although it had to be kept, say so by the tick for a breach, with that reason here."
            ),
            format!(
                "La oficina no conserva grabaciones por ninguna regla con este nombre. Sus reglas: {known}. Si el sistema de \
                 pruebas la borró por otro motivo aunque debía conservarse, márquelo como incumplimiento e indique aquí ese motivo."
            ),
        ),
        R::NotRegistered { source } => both(
            format!("No recording of this number is registered: {source}"),
            format!("No hay ninguna grabación registrada con este número: {source}"),
        ),
        R::BeyondEnd => fixed(
            "This lies beyond the end of the recording.",
            "Esto está más allá del final de la grabación.",
        ),
        R::EndsBefore { source } => both(
            format!("This recording ends before the times named: {source}. Compare them with the order."),
            format!("Esta grabación termina antes de los tiempos indicados: {source}. Compárelos con la orden."),
        ),
        R::PseudonymTaken => fixed(
            "Somebody in this recording has this pseudonym already.",
            "Alguien en esta grabación ya tiene este seudónimo.",
        ),
        R::TakenOut => fixed(
            "This person was taken out of the list of people shown.",
            "Esta persona se quitó de la lista de quienes aparecen.",
        ),
        R::StillThere { day } => both(
            format!(
                "The recording was still there on {}: it was entered or linked then. Give that day or a later one.",
                office::Lang::En.day(*day)
            ),
            format!(
                "La grabación todavía existía el {}: ese día se anotó o se vinculó. Indique ese día o uno posterior.",
                office::Lang::Es.day(*day)
            ),
        ),
        R::NoticeOut => fixed(
            "A notice to this person is on its way, or their days run. Take the notice back first, or wait for the last day.",
            "Hay un aviso en camino para esta persona, o su plazo está corriendo. Retire primero el aviso o espere el último día.",
        ),
        R::KinNotified => fixed(
            "There is a notice to the next of kin of this person. Mend what the list says of the person instead.",
            "Hay un aviso al familiar más cercano de esta persona. Corrija lo que la lista dice de la persona.",
        ),
        R::NotLinked => fixed(
            "The recording is not linked to this request.",
            "La grabación no está vinculada a esta solicitud.",
        ),
        R::OutOnRequest => fixed(
            "A copy of this recording is out on this request. Stop it first.",
            "Una copia de esta grabación salió con esta solicitud. Deténgala primero.",
        ),
        R::PeopleTold => fixed(
            "People shown in this recording have been told of its release on this request, and may still answer. Take \
             their notices back first, or take the people out of the list.",
            "Ya se avisó a personas que aparecen en esta grabación de su entrega con esta solicitud, y aún pueden \
             responder. Retire primero los avisos, o quite a las personas de la lista.",
        ),
        R::TimesNotified => fixed(
            "A notice to this person rests on these times. Add what is new as a line of its own, with a notice of its \
             own; or take the notice back first.",
            "Un aviso a esta persona se basa en estos tiempos. Añada lo nuevo como una línea aparte, con su propio \
             aviso; o retire primero el aviso.",
        ),
    }
}

pub(super) const fn copy(problem: &C) -> Bilingual {
    match problem {
        C::NotSent => both("Send the copy first.", "Envíe primero la copia."),
        C::LongerThanRecording => both(
            "This video is longer than the recording in the register. Compare the number of the recording and its times.",
            "Este video es más largo que la grabación del registro. Compare el número de la grabación y sus horas.",
        ),
        C::ApprovedWithout => both(
            "This copy is approved as it is. To add or change captions or a transcript, send the copy again, then them; a \
             second person then approves all of it.",
            "Esta copia está aprobada tal como está. Para agregar o cambiar subtítulos o transcripción, envíe la copia otra \
             vez y después estos; una segunda persona aprueba entonces todo.",
        ),
        C::NotExamined => both(
            "This copy was kept before copies were made anew of picture and sound alone, so nobody knows what else is in \
             it. Send it again.",
            "Esta copia se guardó antes de que las copias se rehicieran solo con imagen y sonido, así que nadie sabe qué más \
             contiene. Envíela otra vez.",
        ),
        C::IsOriginal => both(
            "This copy lists redactions, but it is the original itself: nothing is redacted in it. Send the redacted file as \
             a new copy.",
            "Esta copia enumera supresiones, pero es el original mismo: nada está suprimido en él. Envíe el archivo con \
             supresiones como copia nueva.",
        ),
    }
}

pub(super) const fn notice(problem: &N) -> Bilingual {
    match problem {
        N::NoContact => both(
            "It is not known how to reach this receiver. Enter the contact of the person first.",
            "No se sabe cómo llegar a este destinatario. Registre primero el contacto de la persona.",
        ),
        N::NoAddress => both(
            "No postal address of this receiver is known, so no letter can go by post. Keep an address first, or choose another way. Nothing was sent.",
            "No se conoce la dirección postal de este destinatario, así que no puede salir una carta por correo. Anote primero una dirección, o elija otro modo. No se envió nada.",
        ),
        N::NoContactForAnswer => both(
            "It is not known where to send the answer. Enter the contact of the person first.",
            "No se sabe adónde enviar la respuesta. Registre primero el contacto de la persona.",
        ),
        N::EmailNotAgreed => both(
            "This person has not agreed to notices by e-mail (RSMo 432.220.2).",
            "Esta persona no ha aceptado avisos por correo electrónico (RSMo 432.220.2).",
        ),
    }
}

pub(super) fn import(problem: &I) -> Bilingual<String> {
    match problem {
        I::NotCsv => fixed(
            "This line is not in UTF-8, so its letters cannot be told. In Excel, save the file as “CSV UTF-8 (comma delimited)”.",
            "Esta línea no está en UTF-8 y no se sabe qué letras tiene. En Excel, guarde el archivo como «CSV UTF-8 (delimitado por comas)».",
        ),
        I::NoLines => fixed("The file has no lines.", "El archivo no tiene líneas."),
        I::ColumnsMissing { names } => both(
            format!("The first line must name the columns. Missing: {names}."),
            format!("La primera línea debe nombrar las columnas. Faltan: {names}."),
        ),
        I::ColumnUnknownOrTwice { name } => both(
            format!("This column is not known, or stands twice: {name}."),
            format!("Esta columna no se conoce o está dos veces: {name}."),
        ),
        I::ColumnCount { has, wants } => both(
            format!("This line has {has} columns instead of {wants}. A comma within a value needs quotes around it."),
            format!(
                "Esta línea tiene {has} columnas en lugar de {wants}. Una coma dentro de un valor necesita comillas."
            ),
        ),
        I::SameNumber { line } => both(
            format!("Line {line} has the same number."),
            format!("La línea {line} tiene el mismo número."),
        ),
    }
}

pub(super) const fn account(problem: A) -> Bilingual {
    match problem {
        A::LastAdministrator => both(
            "Nobody else can administer the portal. Make another administrator first.",
            "Nadie más puede administrar el portal. Nombre antes a otro administrador.",
        ),
        A::Taken => both(
            "There is an account with this e-mail address already.",
            "Ya hay una cuenta con esta dirección de correo.",
        ),
        A::IsDisabled => both(
            "This account is disabled. Enable it first.",
            "Esta cuenta está desactivada. Actívela antes.",
        ),
        A::WrongPassword => both(
            "This is not the password that you have used until now.",
            "Esta no es la contraseña que ha usado hasta ahora.",
        ),
        A::WrongFactor => both(
            "This code is wrong, was used already, or its time is over. Wait for the next one and enter it.",
            "Este código es erróneo, ya se usó o venció. Espere el siguiente y escríbalo.",
        ),
        A::FactorRequired => both(
            "Your role needs a second factor.",
            "Su función exige un segundo factor.",
        ),
    }
}
