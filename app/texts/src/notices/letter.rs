//! Words of letters on paper and by mail to people shown, and of their print runs.

use law::{Date, notice::NoticeKind, person::Shown};
use office::Lang;

use crate::DateWords as _;

words! {
    /// What stands in letters alone.
    pub trait NoticeLetterWords:
    paper_subject() -> &'static str { "A notice for you", "Un aviso para usted" }
    paper_how_title() -> &'static str { "How to answer", "Cómo responder" }
    paper_how(url: &str) -> String {
        format!("Open {url} and enter this code, or scan the square with a phone: opening it counts as receipt of this letter. Or fill in the slip below and send it back."),
        format!("Abra {url} y escriba este código, o escanee el cuadro con un teléfono: abrirlo cuenta como recepción de esta carta. O llene el talón de abajo y devuélvalo.")
    }
    mailed_how(url: &str) -> String {
        format!("Open {url} and enter this code. Opening the notice counts as receipt."),
        format!("Abra {url} y escriba este código. Abrir el aviso cuenta como recepción.")
    }
    paper_code() -> &'static str { "Your code", "Su código" }
    paper_genuine(url: &str) -> String {
        format!("Is this letter genuine? Enter the code at {url}. The page tells only that, and nothing of what the letter says."),
        format!("¿Es auténtica esta carta? Escriba el código en {url}. La página solo dice eso, y nada de lo que dice la carta.")
    }
    paper_not_legal() -> &'static str { "This letter is not legal advice.", "Esta carta no es asesoría legal." }
    paper_tear() -> &'static str { "Reply slip: cut here and send it back", "Talón de respuesta: corte aquí y devuélvalo" }
    paper_tear_choices(shown: Shown) -> [String; 4] { super::shown::slip(Lang::En, shown), super::shown::slip(Lang::Es, shown) }
    paper_tear_sign() -> &'static str { "Name, date, signature", "Nombre, fecha, firma" }
    paper_receipt_how(url: &str) -> String {
        format!("With this code you read the answer at {url}. It also comes by letter. Keep the code to yourself."),
        format!("Con este código puede leer la respuesta en {url}. También llegará por carta. Guarde el código para usted.")
    }
    paper_answer_title() -> &'static str { "The answer to your objection", "La respuesta a su objeción" }
    paper_answer_opening(received: Date, shown: Shown) -> String {
        super::shown::answer_opening(Lang::En, received, shown), super::shown::answer_opening(Lang::Es, received, shown)
    }
    paper_answer_accepted() -> &'static str { "We accept it: what you asked for will be done:", "La aceptamos: se hará lo que pidió:" }
    paper_other_language(title: &str, url: &str) -> String {
        format!("{title}. In English: {url}, with the code of the letter or of the objection; or ask the records office for this letter in English."),
        format!("{title}. En español: {url}, con el código de la carta o de la objeción; o pida a la oficina de registros esta carta en español.")
    }
    paper_telephone(number: &str) -> String { format!("Telephone {number}"), format!("Teléfono {number}") }
    paper_answer_settled() -> &'static str { "The video will be changed before it is released:", "El video se cambiará antes de entregarse:" }
    paper_answer_overruled(kind: NoticeKind, over: bool) -> &'static str {
        match (kind, over) {
            (NoticeKind::Statute8, _) => "We do not follow it. Our reasons:",
            (_, false) => "We do not follow it. The video may be released, but not before your last day is over. Our reasons:",
            (_, true) => "We do not follow it, and your last day is over: the video may be released now. Our reasons:",
        },
        match (kind, over) {
            (NoticeKind::Statute8, _) => "No la seguimos. Nuestras razones:",
            (_, false) => "No la seguimos. El video puede entregarse, pero no antes de que termine su último día. Nuestras razones:",
            (_, true) => "No la seguimos, y su último día ya pasó: el video puede entregarse ahora. Nuestras razones:",
        }
    }
    paper_answer_not_granted() -> &'static str { "Asked for and not granted:", "Pedido y no concedido:" }
    paper_answer_court(court: &str, over: bool) -> String {
        if over {
            format!("Your last day to file and serve an action is over. You can still go to court: the {court}. An action filed now does not stop the release by itself; an order of the court does.")
        } else {
            format!("You can still go to court: the {court}. An action counts if it is filed and served by your last day.")
        },
        if over {
            format!("Su último día para presentar y notificar una acción ya pasó. Todavía puede acudir al tribunal: {court}. Una acción presentada ahora no detiene por sí sola la entrega; una orden del tribunal sí.")
        } else {
            format!("Todavía puede acudir al tribunal: {court}. Una acción cuenta si se presenta y se notifica hasta su último día.")
        }
    }
    print_run_by_hand() -> &'static str {
        "Letters of this day to be handed over, or sent as a note on safe contact says",
        "Cartas de este día para entregar en mano, o para enviar como diga la nota de contacto seguro"
    }
    print_run_by_post() -> &'static str { "Letters of this day to be posted", "Cartas de este día para enviar por correo" }
    print_run_title(on: Date) -> String {
        format!("Letters of {}", Lang::En.day(on)),
        format!("Cartas del {}", Lang::Es.day(on))
    }
}
