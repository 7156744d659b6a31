//! Words of the wish to agree, or to talk about it: its form, and how it reads in a list.

use law::Date;
use office::{Lang, forms::WishKind};

use crate::DateWords as _;

words! {
    /// What is asked of whoever is ready to agree, and what they are told.
    pub trait WishWords:
    wish_title() -> &'static str { "Talk about consent", "Hablar sobre el consentimiento" }
    wish_lead() -> &'static str {
        "Tell the records office that you are ready to agree to the release, or that you want to talk about it first. It gets in touch with you and tells you how to show who you are.",
        "Diga a la oficina de registros que está en disposición de aceptar la entrega, o que antes quiere hablar de ello. La oficina se comunica con usted y le dice cómo demostrar quién es."
    }
    wish_is_none() -> &'static str {
        "This is not consent yet. No day stops for it, and nothing is released because of it. Consent counts only in writing, once the records office knows who gave it. You can still object.",
        "Esto todavía no es consentimiento. No detiene ningún plazo, y nada se entrega por ello. El consentimiento solo cuenta por escrito, cuando la oficina de registros sabe quién lo dio. Usted todavía puede oponerse."
    }
    wish_what() -> &'static str { "What do you want to tell us?", "¿Qué quiere decirnos?" }
    wish_kind(kind: WishKind) -> &'static str {
        match kind {
            WishKind::Agree => "I am ready to agree to the release",
            WishKind::Talk => "I want to talk about consent first",
        },
        match kind {
            WishKind::Agree => "Estoy en disposición de aceptar la entrega",
            WishKind::Talk => "Quiero hablar antes sobre el consentimiento",
        }
    }
    wish_reach() -> &'static str { "How do we reach you?", "¿Cómo nos comunicamos con usted?" }
    wish_reach_hint() -> &'static str {
        "A phone number, an e-mail address or an address, and when it suits you. Say what we must heed to keep you safe.",
        "Un teléfono, un correo electrónico o una dirección, y cuándo le conviene. Diga qué debemos tener en cuenta para su seguridad."
    }
    wish_send() -> &'static str { "Send it to the records office", "Enviarlo a la oficina de registros" }
    wish_link() -> &'static str { "I am ready to agree, or want to talk about it", "Quiero aceptar, o hablar de ello" }
    wish_barred() -> &'static str {
        "There is nothing to agree to on this notice now.",
        "En este aviso no hay ahora nada que aceptar."
    }
    wishes_title() -> &'static str { "What you told us about consent", "Lo que nos dijo sobre el consentimiento" }
    wish_sent(kind: WishKind, on: Date) -> String {
        match kind {
            WishKind::Agree => format!("On {} you told the records office that you are ready to agree.", Lang::En.day(on)),
            WishKind::Talk => format!("On {} you told the records office that you want to talk about consent.", Lang::En.day(on)),
        },
        match kind {
            WishKind::Agree => format!("El {} dijo a la oficina de registros que está en disposición de aceptar.", Lang::Es.day(on)),
            WishKind::Talk => format!("El {} dijo a la oficina de registros que quiere hablar sobre el consentimiento.", Lang::Es.day(on)),
        }
    }
    wish_waits() -> &'static str { "The records office gets in touch with you.", "La oficina de registros se comunica con usted." }
    wish_heard(on: Date) -> String {
        format!("The records office noted a talk with you on {}.", Lang::En.day(on)),
        format!("La oficina de registros anotó una conversación con usted el {}.", Lang::Es.day(on))
    }

    // in the console
    wishes_desk() -> &'static str { "Wishes about consent", "Deseos sobre el consentimiento" }
    wishes_desk_lead() -> &'static str {
        "These are no consents. Talk with the person, see who they are, and record consent once you have it in writing. How to reach them is erased once the talk, or their consent, is recorded.",
        "No son consentimientos. Hable con la persona, compruebe quién es y anote el consentimiento cuando lo tenga por escrito. La forma de comunicarse con ella se borra al anotar la conversación o su consentimiento."
    }
    wish_desk_on(on: Date) -> String { format!("Came on {}", Lang::En.day(on)), format!("Llegó el {}", Lang::Es.day(on)) }
    wish_desk_heard(on: Date) -> String { format!("Heard on {}", Lang::En.day(on)), format!("Atendido el {}", Lang::Es.day(on)) }
    wish_desk_waits() -> &'static str { "Nobody has talked with them yet", "Nadie ha hablado todavía con la persona" }
    wish_desk_reach() -> &'static str { "How to reach them", "Cómo comunicarse con la persona" }
    wish_desk_language() -> &'static str { "Language", "Idioma" }
}
