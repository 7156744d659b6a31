//! Words of the console about letters that did not arrive, and letters on paper.

use law::Date;
use office::views::{LetterActKind, LetterCause, LettersView, MailState};

use crate::DateWords as _;

words! {
    /// Words of the console about letters.
    pub trait LetterDeskWords:
    letters_title() -> &'static str { "Letters", "Cartas" }
    letters_intro() -> &'static str {
        "Letters by e-mail that failed or wait, and letters on paper that are to be posted. No day runs against anybody whose letter did not arrive.",
        "Cartas por correo electrónico que fallaron o esperan, y cartas en papel por enviar. Ningún plazo corre contra quien no recibió su carta."
    }
    letters_view(view: LettersView) -> &'static str {
        match view {
            LettersView::Failed => "Failed or came back",
            LettersView::Waiting => "Waiting to be sent",
            LettersView::Paper => "On paper, to be posted",
        },
        match view {
            LettersView::Failed => "Fallaron o volvieron",
            LettersView::Waiting => "Esperan su envío",
            LettersView::Paper => "En papel, por enviar",
        }
    }
    letters_none(view: LettersView) -> &'static str {
        match view {
            LettersView::Failed => "No letter failed or came back.",
            LettersView::Waiting => "No letter waits.",
            LettersView::Paper => "No letter on paper waits for the post.",
        },
        match view {
            LettersView::Failed => "Ninguna carta falló ni volvió.",
            LettersView::Waiting => "Ninguna carta espera.",
            LettersView::Paper => "Ninguna carta en papel espera su envío.",
        }
    }
    sender_refused_title() -> &'static str { "The mail server refuses our sender", "El servidor de correo rechaza nuestro remitente" }
    sender_refused() -> &'static str {
        "Letters wait and are tried again. Whoever runs the portal must mend DAYLIGHT_MAIL or DAYLIGHT_MAIL_FROM; then they go out by themselves.",
        "Las cartas esperan y se vuelve a intentar. Quien opera el portal debe corregir DAYLIGHT_MAIL o DAYLIGHT_MAIL_FROM; después salen solas."
    }
    col_letter() -> &'static str { "Letter", "Carta" }
    col_letter_to() -> &'static str { "To", "Para" }
    col_letter_state() -> &'static str { "State", "Estado" }
    col_letter_day() -> &'static str { "Written on", "Escrita el" }
    mail_state(state: MailState) -> &'static str {
        match state {
            MailState::Waiting => "Waits to be sent",
            MailState::Failed => "Failed",
            MailState::Sent => "Sent",
            MailState::Returned => "Came back",
            MailState::Settled => "Dealt with",
        },
        match state {
            MailState::Waiting => "Espera su envío",
            MailState::Failed => "Falló",
            MailState::Sent => "Enviada",
            MailState::Returned => "Volvió",
            MailState::Settled => "Resuelta",
        }
    }
    letter_cause(cause: LetterCause) -> &'static str {
        match cause {
            LetterCause::Recipient => "The recipient's mail server refuses it",
            LetterCause::Sender => "The mail server refuses our sender",
            LetterCause::Server => "The mail server was not reached or did not take it",
        },
        match cause {
            LetterCause::Recipient => "El servidor de quien la recibe la rechaza",
            LetterCause::Sender => "El servidor de correo rechaza nuestro remitente",
            LetterCause::Server => "No se llegó al servidor de correo o no la tomó",
        }
    }
    letter_tried(times: u32) -> String {
        match times { 1 => "tried once".to_owned(), n => format!("tried {n} times") },
        match times { 1 => "intentada una vez".to_owned(), n => format!("intentada {n} veces") }
    }
    letter_paper_name() -> &'static str { "Letter on paper", "Carta en papel" }
    letter_made(on: Date) -> String {
        format!("Print run of {}", office::Lang::En.short_day(on)),
        format!("Impresión del {}", office::Lang::Es.short_day(on))
    }
    letter_not_posted() -> &'static str { "Not posted yet", "Todavía no se envió" }
    letter_posted(on: Date) -> String {
        format!("Posted on {}", office::Lang::En.short_day(on)),
        format!("Enviada el {}", office::Lang::Es.short_day(on))
    }
    letter_returned(on: Date) -> String {
        format!("Came back on {}", office::Lang::En.short_day(on)),
        format!("Volvió el {}", office::Lang::Es.short_day(on))
    }
    letter_act(act: LetterActKind) -> &'static str {
        match act {
            LetterActKind::Again => "Send again",
            LetterActKind::Address => "Send to this address",
            LetterActKind::Paper => "Send on paper",
            LetterActKind::Aside => "Take off the list",
            LetterActKind::Posted => "Note that it was posted",
            LetterActKind::Returned => "Note that it came back",
        },
        match act {
            LetterActKind::Again => "Enviar de nuevo",
            LetterActKind::Address => "Enviar a esta dirección",
            LetterActKind::Paper => "Enviar en papel",
            LetterActKind::Aside => "Quitar de la lista",
            LetterActKind::Posted => "Anotar que se envió",
            LetterActKind::Returned => "Anotar que volvió",
        }
    }
    letter_act_title(act: LetterActKind) -> &'static str {
        match act {
            LetterActKind::Again => "Send it again",
            LetterActKind::Address => "Another address",
            LetterActKind::Paper => "On paper",
            LetterActKind::Aside => "Nothing more to do",
            LetterActKind::Posted => "It was posted",
            LetterActKind::Returned => "It came back",
        },
        match act {
            LetterActKind::Again => "Enviarla de nuevo",
            LetterActKind::Address => "Otra dirección",
            LetterActKind::Paper => "En papel",
            LetterActKind::Aside => "Nada más por hacer",
            LetterActKind::Posted => "Se envió",
            LetterActKind::Returned => "Volvió",
        }
    }
    letter_act_hint(act: LetterActKind) -> &'static str {
        match act {
            LetterActKind::Again => "It goes out within seconds, as it was written.",
            LetterActKind::Address => "This letter and later ones go there. Use it where they told you of another address.",
            LetterActKind::Paper => "Its words go into today's print run, to the postal address they gave.",
            LetterActKind::Aside => "It is kept, and nobody tries it again. Whoever it was for was told nothing by it.",
            LetterActKind::Posted => "That day counts as the day on which they were told. Note it only once the letter is with the post.",
            LetterActKind::Returned => "It then counts as never given: no day runs because of it.",
        },
        match act {
            LetterActKind::Again => "Sale en segundos, como se escribió.",
            LetterActKind::Address => "Esta carta y las siguientes van allí. Úselo cuando le hayan dicho otra dirección.",
            LetterActKind::Paper => "Sus palabras entran en la impresión de hoy, a la dirección postal que dieron.",
            LetterActKind::Aside => "Se guarda y nadie la vuelve a intentar. A quien iba dirigida no le dijo nada.",
            LetterActKind::Posted => "Ese día cuenta como el día en que se les avisó. Anótelo solo cuando la carta esté en el correo.",
            LetterActKind::Returned => "Entonces cuenta como no entregada: ningún plazo corre por ella.",
        }
    }
    letter_field_email() -> &'static str { "E-mail address", "Dirección de correo electrónico" }
    letter_field_on() -> &'static str { "Day", "Día" }
    letter_notice_anew() -> &'static str {
        "This is a notice to a person shown. It came back; send it anew on its page, by post or after mending the address.",
        "Es un aviso a una persona que aparece. Volvió; envíelo de nuevo en su página, por correo postal o después de corregir la dirección."
    }
    letter_open_notice() -> &'static str { "Open the notice", "Abrir el aviso" }
    letters_of_request() -> &'static str { "Letters to whoever filed", "Cartas a quien presentó la solicitud" }
    letters_mailed() -> &'static str { "By e-mail", "Por correo electrónico" }
    letter_noted() -> &'static str { "It is noted.", "Quedó anotado." }
    done_on_paper() -> &'static str {
        "The act is in the docket. Its letter is in today's print run: whoever filed gave a postal address and gets no e-mail.",
        "La actuación consta en el expediente. Su carta está en la impresión de hoy: quien presentó la solicitud dio una dirección postal y no recibe correo electrónico."
    }
    done_on_page() -> &'static str {
        "The act is in the docket. No letter went to whoever filed. They read it when they open their page with number and code.",
        "La actuación consta en el expediente. No salió carta para quien presentó la solicitud. La lee cuando abre su página con número y código."
    }
}
