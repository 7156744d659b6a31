//! Words of the objection: its form, its receipt, and how it reads in a list.

use law::{Date, objection::Ask, person::Shown};
use office::Lang;

use crate::DateWords as _;

words! {
    /// What is asked of whoever objects, and what they are told.
    pub trait ObjectionWords:
    objection_title() -> &'static str { "Object to the release", "Oponerse a la entrega" }
    objection_lead() -> &'static str {
        "You can object to the whole video, or ask that it is changed first. Only what you ask for is required.",
        "Puede oponerse a todo el video o pedir que primero se cambie. Solo es obligatorio lo que pide."
    }
    objection_relief() -> &'static str { "What do you ask for?", "¿Qué pide?" }
    objection_whole() -> &'static str { "Do not release the video", "Que no se entregue el video" }
    objection_part() -> &'static str { "Release it, but change it first", "Que se entregue, pero cambiándolo antes" }
    objection_asks() -> &'static str { "If it is to be changed: how?", "Si se cambia: ¿cómo?" }
    objection_blur(shown: Option<Shown>) -> String { super::shown::ask_blur(Lang::En, shown), super::shown::ask_blur(Lang::Es, shown) }
    objection_mute(shown: Option<Shown>) -> String { super::shown::ask_mute(Lang::En, shown), super::shown::ask_mute(Lang::Es, shown) }
    objection_ask(ask: &Ask, shown: Shown) -> String { super::shown::ask(Lang::En, ask, shown), super::shown::ask(Lang::Es, ask, shown) }
    objection_cut_ask() -> &'static str { "Cut a part", "Cortar una parte" }
    objection_wait_ask() -> &'static str { "Wait until a day", "Esperar hasta un día" }
    objection_cut() -> &'static str { "Part to cut", "Parte que se corta" }
    objection_cut_hint() -> &'static str { "In minutes and seconds, like 0:12-1:05.", "En minutos y segundos, así: 0:12-1:05." }
    objection_wait() -> &'static str { "Not before", "No antes del" }
    objection_grounds() -> &'static str { "Why? Choose all that fit", "¿Por qué? Elija todo lo que corresponda" }
    objection_grounds_hint() -> &'static str {
        "These are the reasons that a court would look at. You need not choose any.",
        "Son los motivos que miraría un tribunal. No tiene que elegir ninguno."
    }
    objection_words() -> &'static str { "In your own words", "Con sus palabras" }
    objection_capacity() -> &'static str { "Who are you?", "¿Quién es usted?" }
    objection_reply() -> &'static str { "How should we answer you?", "¿Cómo le respondemos?" }
    objection_reply_hint() -> &'static str {
        "An address, a phone number or an e-mail address. Empty: by letter to the address we have.",
        "Una dirección, un teléfono o un correo electrónico. Vacío: por carta a la dirección que tenemos."
    }
    objection_papers() -> &'static str { "Stamped petition, proof of service, other papers", "Demanda sellada, prueba de notificación, otros papeles" }
    objection_papers_hint() -> &'static str {
        "A petition counts once it is filed and served; upload both papers.",
        "Una demanda cuenta cuando está presentada y notificada; suba los dos papeles."
    }
    objection_filed() -> &'static str { "Petition filed on", "Demanda presentada el" }
    objection_served() -> &'static str { "Petition served on", "Demanda notificada el" }
    objection_court_hint() -> &'static str { "As on the clerk’s stamp. Leave empty if you have not gone to court.", "Como en el sello del tribunal. Déjelo vacío si no ha acudido al tribunal." }
    objection_send() -> &'static str { "Send the objection", "Enviar la objeción" }
    objection_filed_title() -> &'static str { "Your objection is here", "Su objeción está aquí" }
    objection_filed_lead(on: Date, late: bool) -> String {
        if late {
            format!("It came on {}, after the last day. It was passed on to the records custodian, who reads it; it does not hold the release.", Lang::En.day(on))
        } else {
            format!("It came on {}, in time. It was passed on to the records custodian, who answers it in writing.", Lang::En.day(on))
        },
        if late {
            format!("Llegó el {}, después del último día. Se pasó al custodio de registros, que la lee; no detiene la entrega.", Lang::Es.day(on))
        } else {
            format!("Llegó el {}, a tiempo. Se pasó al custodio de registros, que la responde por escrito.", Lang::Es.day(on))
        }
    }
    objection_filed_code() -> &'static str { "Code of your objection", "Código de su objeción" }
    objection_filed_keep() -> &'static str {
        "Keep it. With it you read the answer on the page where you entered the letter’s code.",
        "Guárdelo. Con él lee la respuesta en la página donde escribió el código de la carta."
    }
    objection_filed_court(late: bool) -> &'static str {
        if late {
            "This is not a court action. Your last day to file and serve one is over. You can still go to court: an action filed now does not stop the release by itself; an order of the court does."
        } else {
            "This is not a court action. If you want a court to decide, file and serve it by the last day."
        },
        if late {
            "Esto no es una acción judicial. Su último día para presentarla y notificarla ya pasó. Todavía puede acudir al tribunal: una acción presentada ahora no detiene por sí sola la entrega; una orden del tribunal sí."
        } else {
            "Esto no es una acción judicial. Si quiere que decida un tribunal, preséntela y notifíquela hasta el último día."
        }
    }
    objection_filed_asked() -> &'static str { "What you asked for", "Lo que pidió" }
    objection_filed_papers() -> &'static str { "Papers that came with it", "Papeles que llegaron con ella" }
    objection_no_papers() -> &'static str { "None", "Ninguno" }
    objection_due_title() -> &'static str { "Until when an answer is due", "Hasta cuándo se debe la respuesta" }
    objection_due(holds: bool, opens_on: Option<Date>) -> String { due_english(holds, opens_on), due_spanish(holds, opens_on) }
    objection_not_granted() -> &'static str { "Asked for and not granted", "Pedido y no concedido" }
    objection_more() -> &'static str { "Send more papers, object again, or ask for something else", "Enviar más papeles, oponerse otra vez o pedir otra cosa" }
    objection_print() -> &'static str { "To keep this, print it or copy the code.", "Para guardarlo, imprímalo o copie el código." }
    objection_row_asks() -> &'static str { "Asks for", "Pide" }
    objection_row_grounds() -> &'static str { "Grounds", "Motivos" }
    objection_no_grounds() -> &'static str { "None chosen; none are required", "Ninguno elegido; no se exige ninguno" }
    objection_row_words() -> &'static str { "In their own words", "Con sus propias palabras" }
    objection_row_capacity() -> &'static str { "Made by", "Presentada por" }
    objection_back() -> &'static str { "Back to the notice", "Volver al aviso" }
}

fn due_english(holds: bool, opens_on: Option<Date>) -> String {
    let held = if holds {
        "The law sets no day for the answer. Until it is given in writing, the video is not released."
    } else {
        "The law sets no day for the answer, and this objection does not hold the release."
    };
    let opens = opens_on.map(|day| {
        format!(
            " Without your consent the video is not released before {}.",
            Lang::En.day(day)
        )
    });
    format!("{held}{}", opens.unwrap_or_default())
}

fn due_spanish(holds: bool, opens_on: Option<Date>) -> String {
    let held = if holds {
        "La ley no fija un día para la respuesta. Hasta que se dé por escrito, el video no se entrega."
    } else {
        "La ley no fija un día para la respuesta, y esta objeción no detiene la entrega."
    };
    let opens = opens_on.map(|day| {
        format!(
            " Sin su consentimiento el video no se entrega antes del {}.",
            Lang::Es.day(day)
        )
    });
    format!("{held}{}", opens.unwrap_or_default())
}
