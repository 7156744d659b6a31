//! Words of requests that staff enter, and of access codes that were lost.

use law::{Date, request::ReplyChannel};
use office::views::CodeGround;

use crate::{DateWords as _, LawWords as _};

words! {
    /// Words of requests that staff enter, and of access codes that were lost.
    pub trait IntakeWords:
    intake_title() -> &'static str { "Enter a request", "Registrar una solicitud" }
    intake_intro() -> &'static str {
        "For a request that came by telephone, at the counter, on paper, by e-mail or by fax. Its clocks run from the day on which it came; the footage is on hold from the moment you enter it.",
        "Para una solicitud que llegó por teléfono, en el mostrador, en papel, por correo electrónico o por fax. Sus plazos corren desde el día en que llegó; la grabación queda retenida desde que usted la registra."
    }
    intake_step() -> &'static str { "When and how it came", "Cuándo y cómo llegó" }
    intake_received_on() -> &'static str { "Day on which it came", "Día en que llegó" }
    intake_received_on_hint() -> &'static str {
        "The day on which the custodian received it (RSMo 610.023.3), not the day on which you enter it.",
        "El día en que el custodio la recibió (RSMo 610.023.3), no el día en que usted la registra."
    }
    intake_channel() -> &'static str { "How it came", "Cómo llegó" }
    intake_channel_choice(channel: ReplyChannel) -> String {
        capital(office::Lang::En.reply_channel(channel)), capital(office::Lang::Es.reply_channel(channel))
    }
    intake_papers() -> &'static str { "Scans of what came", "Copias digitales de lo que llegó" }
    intake_papers_hint() -> &'static str {
        "Only whoever works requests, and the person who filed, open them.",
        "Solo los abren quien trabaja las solicitudes y quien presentó la solicitud."
    }
    intake_words() -> &'static str {
        "Enter what was asked in the words in which it was asked.",
        "Escriba lo pedido con las palabras con que se pidió."
    }
    intake_send() -> &'static str { "Enter the request", "Registrar la solicitud" }
    intake_after() -> &'static str {
        "Next comes the receipt, to print in the language of the letters: one sheet for the file, one with the access code to fold and seal.",
        "Después viene el comprobante, para imprimir en el idioma de las cartas: una hoja de constancia y otra con el código de acceso, para doblar y cerrar."
    }
    intake_late(by: Date) -> String {
        format!("The day by which the custodian had to act has passed: {}.", office::Lang::En.day(by)),
        format!("Ya pasó el día en que el custodio debía actuar: {}.", office::Lang::Es.day(by))
    }

    intake_late_means() -> &'static str {
        "The days count from when it came, not from when it was entered. Act on it first.",
        "Los días cuentan desde que llegó, no desde que se registró. Atiéndala primero."
    }
    filed_received_on(on: Date) -> String {
        format!("Your request was received on {}.", office::Lang::En.day(on)),
        format!("Su solicitud se recibió el {}.", office::Lang::Es.day(on))
    }
    sheet_stands() -> &'static str { "How it stands today:", "Cómo está hoy:" }
    sheet_title() -> &'static str { "Receipt for who filed", "Comprobante para quien presentó" }
    sheet_hand_over() -> &'static str {
        "Print it now: two sheets. Give or mail the first; fold the second with the code inside, seal it, and give it only to who filed. By telephone, read the code out.",
        "Imprímalo ahora: son dos hojas. Entregue o envíe la primera; doble la segunda con el código adentro, ciérrela y dela solo a quien presentó. Por teléfono, dicte el código."
    }
    sheet_gone() -> &'static str {
        "The receipt can be shown for 15 minutes after the request was entered or a code was given out, in the same browser. Nobody can look the code up; a new one can be given out.",
        "El comprobante se puede mostrar durante 15 minutos después de registrar la solicitud o de dar un código, en el mismo navegador. Nadie puede consultar el código; se puede dar uno nuevo."
    }
    sheet_received(on: Date) -> String {
        format!("Your request was received on {}. The footage you asked for is on hold: it may not be deleted while your request is open.", office::Lang::En.day(on)),
        format!("Su solicitud se recibió el {}. La grabación que usted pidió está retenida: no se puede borrar mientras su solicitud siga abierta.", office::Lang::Es.day(on))
    }
    sheet_code_apart() -> &'static str {
        "The access code, which opens your messages and answers, is on a sheet of its own, sealed.",
        "El código de acceso, que abre sus mensajes y respuestas, está en otra hoja, cerrada."
    }
    sheet_show_code() -> &'static str { "Show the access code", "Mostrar el código de acceso" }
    sheet_sealed() -> &'static str {
        "Sealed part. For who filed the request alone. Fold here with the code inside.",
        "Parte cerrada. Solo para quien presentó la solicitud. Doble aquí con el código adentro."
    }
    sheet_use(address: &str) -> String {
        format!("Open {address}, enter number and code, and you can read, answer and withdraw. Without the internet, call or come to the records office."),
        format!("Abra {address}, escriba el número y el código, y podrá leer, responder y retirar la solicitud. Sin internet, llame o venga a la oficina de registros.")
    }

    code_title() -> &'static str { "Give out a new access code", "Dar un código de acceso nuevo" }
    code_intro() -> &'static str {
        "For who lost the code. The code before opens nothing any more, and the docket says that a new one was given out; what showed that the request is theirs stays with the private part, and is erased with it. Who filed is told by e-mail or letter, if they gave an address.",
        "Para quien perdió el código. El anterior deja de abrir, y el expediente dice que se dio uno nuevo; lo que mostró que la solicitud es suya queda con la parte privada y se borra con ella. A quien presentó se le avisa por correo o carta, si dio una dirección."
    }
    code_ground_label() -> &'static str { "What showed that the request is theirs", "Qué mostró que la solicitud es suya" }
    code_ground(ground: CodeGround) -> &'static str {
        match ground {
            CodeGround::Facts => "Facts of the incident that only who filed knows",
            CodeGround::Identity => "Who they are",
            CodeGround::Authority => "That they act for who filed",
        },
        match ground {
            CodeGround::Facts => "Datos del hecho que solo sabe quien presentó",
            CodeGround::Identity => "Quién es",
            CodeGround::Authority => "Que actúa por quien presentó",
        }
    }
    code_note() -> &'static str { "Which facts, or which paper", "Qué datos o qué documento" }
    code_note_hint() -> &'static str {
        "For whoever works the request. No numbers of papers: “Driver’s license, same name” is enough.",
        "Para quien trabaja la solicitud. Sin números de documentos: basta «licencia de conducir, mismo nombre»."
    }
    code_given(on: Date, by: &str, ground: CodeGround, note: &str) -> String {
        format!("{}: {by} gave out a new access code. {}. {note}", office::Lang::En.day(on), office::Lang::En.code_ground(ground)),
        format!("{}: {by} dio un código de acceso nuevo. {}. {note}", office::Lang::Es.day(on), office::Lang::Es.code_ground(ground))
    }
    code_send() -> &'static str { "Give out a new code", "Dar un código nuevo" }

    papers_title() -> &'static str { "Papers that came with it", "Documentos que llegaron con ella" }
}

/// A phrase as it begins a line.
fn capital(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
