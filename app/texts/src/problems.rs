//! Words for what is wrong with a field, shared with the browser.

mod missing;
mod program;
mod subjects;

use law::{Bilingual, both};
use office::{Problem, TrackingNumber};

use crate::{DateWords, DeskWords as _, LawWords as _, ReleaseWords as _};

words! {
    /// What is wrong with a field, and what to do.
    pub trait ProblemWords:
    problem(problem: &Problem) -> String { english(problem), spanish(problem) }
    problem_of(field: &str, problem: &Problem) -> String {
        named(field, problem).map_or_else(|| english(problem), |told| told.en.to_owned()),
        named(field, problem).map_or_else(|| spanish(problem), |told| told.es.to_owned())
    }
    problem_of_filing(field: &str, problem: &Problem) -> String {
        missing_of(problem).and_then(|()| missing::filing(field)).map_or_else(|| plain_english(problem), |told| told.en.to_owned()),
        missing_of(problem).and_then(|()| missing::filing(field)).map_or_else(|| plain_spanish(problem), |told| told.es.to_owned())
    }
    problem_summary(count: usize) -> String {
        if count == 1 { "There is a problem with one answer".to_owned() } else { format!("There is a problem with {count} answers") },
        if count == 1 { "Hay un problema con una respuesta".to_owned() } else { format!("Hay un problema con {count} respuestas") }
    }
}

/// What is wrong with a field, with the field's label before it where the words do not name their matter by themselves: the
/// same at the field and in the summary.
pub fn with_label(label: &str, problem: &Problem, told: String) -> String {
    let label = label.trim();
    if label.is_empty() || problem.names_its_matter() {
        return told;
    }
    // A question needs no colon.
    let colon = if label.ends_with(['?', ':', '.']) { "" } else { ":" };
    [label, colon, " ", &told].concat()
}

fn listed(numbers: &[TrackingNumber]) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What is missing, by the name of its field.
fn named(field: &str, problem: &Problem) -> Option<Bilingual> {
    missing_of(problem)?;
    // A field of a row is called by its column.
    let field = field.split_once('-').map_or(field, |(column, _)| column);
    missing::filing(field).or_else(|| missing::other(field))
}

fn missing_of(problem: &Problem) -> Option<()> {
    matches!(problem, Problem::Missing).then_some(())
}

/// What only forms of the console say; `None` for the rest.
fn of_console(lang: office::Lang, problem: &Problem) -> Option<String> {
    let fixed = |told: Bilingual| lang.pick(told).to_owned();
    Some(match problem {
        Problem::Program(flaw) => program::flaw(lang, flaw),
        Problem::InLine { line, column, problem } => {
            format!("{}, {column}: {}", lang.line_of(*line), lang.problem(problem))
        }
        Problem::File(problem) => lang.pick(subjects::file(problem)),
        Problem::Recording(problem) => lang.pick(subjects::recording(problem)),
        Problem::Copy(problem) => fixed(subjects::copy(problem)),
        Problem::Notice(problem) => fixed(subjects::notice(problem)),
        Problem::Import(problem) => lang.pick(subjects::import(problem)),
        Problem::NotOnAll { numbers } => lang.pick(both(
            format!(
                "Nothing was done. It cannot be done on {}: their pages say why. Take them out of the selection.",
                listed(numbers)
            ),
            format!(
                "No se hizo nada. No se puede hacer en {}: sus páginas dicen por qué. Quítelas de la selección.",
                listed(numbers)
            ),
        )),
        Problem::NotDetailed => fixed(both(
            "The law asks for a detailed explanation of the cause. Say in at least a few words what takes the time.",
            "La ley pide una explicación detallada de la causa. Diga al menos en unas palabras qué requiere el tiempo.",
        )),
        Problem::SameAsBefore => fixed(both(
            "These are the words of the last explanation. Say what takes more time now.",
            "Son las palabras de la última explicación. Diga qué requiere más tiempo ahora.",
        )),
        Problem::ProvisionNotListed => fixed(both(
            "This section is not on the agency's list of those that close footage. Choose one from the list, or a part of one.",
            "Esta sección no está en la lista de la agencia de las que cierran grabaciones. Elija una de la lista, o una parte de una.",
        )),
        Problem::Account(problem) => fixed(subjects::account(*problem)),
        Problem::UnknownPlaceholder { typed, known } => lang.pick(both(
            format!("This letter has no {typed}. Between braces may stand: {known}."),
            format!("Esta carta no tiene {typed}. Entre llaves puede ir: {known}."),
        )),
        Problem::PlaceholderMissing { names } => lang.pick(both(
            format!("This paragraph must name {names}."),
            format!("Este párrafo debe nombrar {names}."),
        )),
        Problem::LetterChanged => fixed(both(
            "Another letter would go now than the one you saw. Nothing was done and nothing was sent. Show the letter again.",
            "Ahora saldría otra carta que la que usted vio. No se hizo ni se envió nada. Vea la carta otra vez.",
        )),
        Problem::Barred(bar) if bar.reason == law::bar::Reason::AlreadyDone => fixed(both(
            "This day is entered already. Name another one.",
            "Ese día ya está anotado. Indique otro.",
        )),
        Problem::Barred(bar) => lang.bar(bar),
        Problem::Stopped(bar) => lang.notice_bar(bar),
        _ => return None,
    })
}

fn english(problem: &Problem) -> String {
    of_console(office::Lang::En, problem).unwrap_or_else(|| plain_english(problem))
}

/// What forms of people without an account say: the browser carries these words, and no others.
fn plain_english(problem: &Problem) -> String {
    match problem {
        Problem::Program(_)
        | Problem::InLine { .. }
        | Problem::File(_)
        | Problem::Recording(_)
        | Problem::Copy(_)
        | Problem::Notice(_)
        | Problem::Import(_)
        | Problem::NotOnAll { .. }
        | Problem::NotDetailed
        | Problem::SameAsBefore
        | Problem::ProvisionNotListed
        | Problem::Account(_)
        | Problem::UnknownPlaceholder { .. }
        | Problem::PlaceholderMissing { .. }
        | Problem::LetterChanged
        | Problem::Barred(_)
        | Problem::Stopped(_) => String::new(),
        Problem::Missing => "Please fill this in.".to_owned(),
        Problem::TooLong { max } => format!("This is too long. Use at most {max} characters."),
        Problem::TooShort { min } => format!("This is too short. Use at least {min} characters."),
        Problem::NotADate => "This is not a date that exists. Check day, month and year, for example 2026-03-14.".to_owned(),
        Problem::NotAMonth => "This is not a month that exists. Write year and month, for example 2026-02.".to_owned(),
        Problem::NotAPage => "This is not the number of a page. Pages are counted from 1.".to_owned(),
        Problem::InFuture => "This day has not come yet. Give a day up to today.".to_owned(),
        Problem::BeforeIncident => "This day lies before the day that is asked about. Check both days.".to_owned(),
        Problem::InPast => "This day has passed. Give today or a later day.".to_owned(),
        Problem::TooOld { earliest } => format!("No camera footage is this old. Check the year; the first day accepted is {}.", office::Lang::En.day(*earliest)),
        Problem::EndBeforeStart => "The last day lies before the first. Check both days.".to_owned(),
        Problem::RangeTooLong { days } => format!("This spans more than {days} days. Ask about a shorter time, or file one request for each part."),
        Problem::NotATime => "This is not a time of day. Write it like 14:30.".to_owned(),
        Problem::UnknownChoice => "This is not one of the choices. Choose one from the list.".to_owned(),
        Problem::BadEmail => "This is not an e-mail address. Write it like name@example.org.".to_owned(),
        Problem::NothingToSearchBy => "Give at least one thing to search by: a place, a report number, an officer, a person, or a description.".to_owned(),
        Problem::BadNumber => "This is not a tracking number. It looks like KC-26-7F3K-Q2.".to_owned(),
        Problem::NumberTypo => "There is a typing mistake in this number. Compare it with your receipt. This does not count as a failed try.".to_owned(),
        Problem::BadCode => "This is not an access code. It has 28 letters and digits in groups of four.".to_owned(),
        Problem::CodeTypo => "There is a typing mistake in this code. Compare it with your receipt. This does not count as a failed try.".to_owned(),
        Problem::CodeNotNumber => "This is a code, not a number. Type it into the field for the code; the tracking number is shorter and looks like KC-26-7F3K-Q2.".to_owned(),
        Problem::NumberNotCode => "This is a tracking number, not a code. The code is longer: 28 letters and digits in groups of four.".to_owned(),
        Problem::LikeOneFiled { number, on, place } => format!("A request like this was sent from this browser a moment ago: {number}, about {}{}. If this is another one, tick the box and send it too.", office::Lang::En.day(*on), beside(place)),
        Problem::NoSuchRequest => "No request has this number. Check it against your receipt or the public log.".to_owned(),
        Problem::NoSuchPair => "This number and code do not belong together. Check both against your receipt.".to_owned(),
        Problem::NoSuchNotice => "This code opens no notice. Check it against your letter; if a newer letter came, use its code.".to_owned(),
        Problem::WrongCredentials => "No account has this e-mail address and password.".to_owned(),
        Problem::PasswordsDiffer => "The two passwords differ.".to_owned(),
        Problem::UnknownRule => "There is no rule of this name. Choose one from the list.".to_owned(),
        Problem::BadLetterCode => "This is not the code of a letter. It has 28 letters and digits in groups of four.".to_owned(),
        Problem::LetterCodeTypo => "There is a typing mistake in this code. Compare it with your letter. This does not count as a failed try.".to_owned(),
        Problem::ClosureEntered => "This day is entered already. If its reason is wrong, withdraw it and enter another day, or leave it.".to_owned(),
        Problem::TooFarAhead => "This day is too far ahead to be known. Check the year.".to_owned(),
        Problem::NotAnAmount => "This is not an amount. Write dollars and cents like 12.50.".to_owned(),
        Problem::NotHours => "These are not hours. Write them like 1.5 or 0.25.".to_owned(),
        Problem::NotANumber => "This is not a whole number. Write how many, like 2.".to_owned(),
        Problem::NotAReceipt => "This is not a receipt number. Write letters, digits and hyphens, like 2026-0417, with at least one digit.".to_owned(),
        Problem::NotTheProduct { cents } => format!("The lines beside it give ${}.{:02}. Leave the amount empty, or make them agree.", cents / 100, cents % 100),
        Problem::BadSpans { typed } => format!("Write spans as minutes and seconds, like 0:12-1:05, 2:00-2:30: {typed}"),
        Problem::BadRedaction { typed } => format!("Write a redaction like: blur 0:10-0:20 Person B | RSMo 610.100.3. Not so: {typed}"),
        Problem::BadExcused { typed } => format!("Write the recording and then the person: {typed}"),
        Problem::NobodyCalled { typed, known } => format!("@{typed} names nobody, or more than one. Write the whole name of one of these: {known}."),
        Problem::MachineFilled => "A program filled in a field that people do not see, as programs do that send unwanted mail. Nothing was kept yet. If you are a person, the field is empty again: send the form once more.".to_owned(),
    }
}

fn spanish(problem: &Problem) -> String {
    of_console(office::Lang::Es, problem).unwrap_or_else(|| plain_spanish(problem))
}

/// What forms of people without an account say: the browser carries these words, and no others.
fn plain_spanish(problem: &Problem) -> String {
    match problem {
        Problem::Program(_)
        | Problem::InLine { .. }
        | Problem::File(_)
        | Problem::Recording(_)
        | Problem::Copy(_)
        | Problem::Notice(_)
        | Problem::Import(_)
        | Problem::NotOnAll { .. }
        | Problem::NotDetailed
        | Problem::SameAsBefore
        | Problem::ProvisionNotListed
        | Problem::Account(_)
        | Problem::UnknownPlaceholder { .. }
        | Problem::PlaceholderMissing { .. }
        | Problem::LetterChanged
        | Problem::Barred(_)
        | Problem::Stopped(_) => String::new(),
        Problem::Missing => "Complete este dato.".to_owned(),
        Problem::TooLong { max } => format!("Es demasiado largo. Use {max} caracteres como máximo."),
        Problem::TooShort { min } => format!("Es demasiado corto. Use al menos {min} caracteres."),
        Problem::NotADate => "Esta fecha no existe. Revise el día, el mes y el año; por ejemplo, 2026-03-14.".to_owned(),
        Problem::NotAMonth => "Este mes no existe. Escriba el año y el mes; por ejemplo, 2026-02.".to_owned(),
        Problem::NotAPage => "No es un número de página. Las páginas se cuentan desde la 1.".to_owned(),
        Problem::InFuture => "Ese día aún no ha llegado. Indique un día hasta hoy.".to_owned(),
        Problem::BeforeIncident => "Ese día es anterior al día por el que se pregunta. Revise los dos días.".to_owned(),
        Problem::InPast => "Ese día ya pasó. Indique hoy o un día posterior.".to_owned(),
        Problem::TooOld { earliest } => format!("No hay grabaciones tan antiguas. Revise el año; el primer día que se acepta es el {}.", office::Lang::Es.day(*earliest)),
        Problem::EndBeforeStart => "El último día es anterior al primero. Revise los dos días.".to_owned(),
        Problem::RangeTooLong { days } => format!("Abarca más de {days} días. Pregunte por un período más corto o presente una solicitud por cada parte."),
        Problem::NotATime => "No es una hora del día. Escríbala así: 14:30.".to_owned(),
        Problem::UnknownChoice => "No es una de las opciones. Elija una de la lista.".to_owned(),
        Problem::BadEmail => "No es una dirección de correo electrónico. Escríbala así: nombre@ejemplo.org.".to_owned(),
        Problem::NothingToSearchBy => "Indique al menos un dato para buscar: un lugar, un número de informe, un agente, una persona o una descripción.".to_owned(),
        Problem::BadNumber => "No es un número de seguimiento. Tiene esta forma: KC-26-7F3K-Q2.".to_owned(),
        Problem::NumberTypo => "Hay un error al escribir este número. Compárelo con su comprobante. No cuenta como intento fallido.".to_owned(),
        Problem::BadCode => "No es un código de acceso. Tiene 28 letras y cifras en grupos de cuatro.".to_owned(),
        Problem::CodeTypo => "Hay un error al escribir este código. Compárelo con su comprobante. No cuenta como intento fallido.".to_owned(),
        Problem::CodeNotNumber => "Esto es un código, no un número. Escríbalo en el campo del código; el número de seguimiento es más corto y tiene esta forma: KC-26-7F3K-Q2.".to_owned(),
        Problem::NumberNotCode => "Esto es un número de seguimiento, no un código. El código es más largo: 28 letras y cifras en grupos de cuatro.".to_owned(),
        Problem::LikeOneFiled { number, on, place } => format!("Hace un momento se envió desde este navegador una solicitud como esta: {number}, sobre el {}{}. Si esta es otra, marque la casilla y envíela también.", office::Lang::Es.day(*on), beside(place)),
        Problem::NoSuchRequest => "Ninguna solicitud tiene este número. Compárelo con su comprobante o con el registro público.".to_owned(),
        Problem::NoSuchPair => "Este número y este código no van juntos. Revise los dos en su comprobante.".to_owned(),
        Problem::NoSuchNotice => "Este código no abre ningún aviso. Compárelo con su carta; si llegó una carta más nueva, use su código.".to_owned(),
        Problem::WrongCredentials => "Ninguna cuenta tiene esta dirección de correo y esta contraseña.".to_owned(),
        Problem::PasswordsDiffer => "Las dos contraseñas son distintas.".to_owned(),
        Problem::UnknownRule => "No hay ninguna regla con ese nombre. Elija una de la lista.".to_owned(),
        Problem::BadLetterCode => "Este no es el código de una carta. Tiene 28 letras y dígitos en grupos de cuatro.".to_owned(),
        Problem::LetterCodeTypo => "Hay un error de escritura en este código. Compárelo con su carta. No cuenta como intento fallido.".to_owned(),
        Problem::ClosureEntered => "Este día ya está anotado. Si el motivo está mal, retírelo y anote otro día, o déjelo así.".to_owned(),
        Problem::TooFarAhead => "Este día está demasiado lejos para saberlo. Revise el año.".to_owned(),
        Problem::NotAnAmount => "No es una cantidad. Escriba dólares y centavos así: 12.50.".to_owned(),
        Problem::NotHours => "No son horas. Escríbalas así: 1.5 o 0.25.".to_owned(),
        Problem::NotANumber => "No es un número entero. Escriba cuántos, por ejemplo 2.".to_owned(),
        Problem::NotAReceipt => "No es un número de recibo. Escriba letras, cifras y guiones, como 2026-0417, con al menos una cifra.".to_owned(),
        Problem::NotTheProduct { cents } => format!("Los datos de al lado dan ${}.{:02}. Deje la cantidad vacía, o haga que coincidan.", cents / 100, cents % 100),
        Problem::BadSpans { typed } => format!("Escriba los tramos en minutos y segundos, así: 0:12-1:05, 2:00-2:30: {typed}"),
        Problem::BadRedaction { typed } => format!("Escriba una supresión así: blur 0:10-0:20 Person B | RSMo 610.100.3. No así: {typed}"),
        Problem::BadExcused { typed } => format!("Escriba la grabación y después la persona: {typed}"),
        Problem::NobodyCalled { typed, known } => format!("@{typed} no nombra a nadie, o a más de una persona. Escriba el nombre completo de una de estas: {known}."),
        Problem::MachineFilled => "Un programa llenó un campo que las personas no ven, como hacen los programas que envían correo no deseado. Aún no se guardó nada. Si usted es una persona, el campo está vacío de nuevo: envíe el formulario otra vez.".to_owned(),
    }
}

/// A place, where one was named.
fn beside(place: &str) -> String {
    if place.is_empty() {
        String::new()
    } else {
        format!(", {place}")
    }
}

fn fixed(en: &str, es: &str) -> Bilingual<String> {
    both(en, es).owned()
}
