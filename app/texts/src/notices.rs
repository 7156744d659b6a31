//! Words: the notice to a person shown, or to who answers for them: what its letter and its page say alike, and the page.

use law::{
    Bilingual, Date, both,
    notice::{Audience, NoticeKind, Standing},
    person::Shown,
    request::Track,
    span::Spans,
};
use office::{
    Lang,
    views::{NoticeEnd, ReleasedOn},
};

use crate::DateWords as _;

mod letter;
mod objection;
mod shown;
mod standing;
mod viewing;
mod wish;

pub use letter::NoticeLetterWords;
pub use objection::ObjectionWords;
pub use shown::NoticeTitle;
pub use viewing::ViewingWords;
pub use wish::WishWords;

words! {
    /// What a person shown is told, and asked.
    pub trait NoticeWords:
    // on paper and on the page alike
    notice_title(title: NoticeTitle, shown: Shown) -> String { shown::title(Lang::En, title, shown), shown::title(Lang::Es, title, shown) }
    notice_why_you(shown: Shown) -> Option<&'static str> { shown::why_you(Lang::En, shown), shown::why_you(Lang::Es, shown) }
    notice_opening(kind: NoticeKind, agency: &str, shown: Shown) -> String {
        shown::opening(Lang::En, kind, agency, shown), shown::opening(Lang::Es, kind, agency, shown)
    }
    notice_what() -> &'static str { "What the video is", "Qué video es" }
    notice_camera() -> &'static str { "Camera", "Cámara" }
    notice_when() -> &'static str { "Recorded", "Grabado" }
    notice_where() -> &'static str { "Place", "Lugar" }
    notice_you(shown: Shown) -> String { shown::place(Lang::En, shown), shown::place(Lang::Es, shown) }
    notice_seen(spans: &Spans, shown: Shown) -> String { shown::seen(Lang::En, spans, shown), shown::seen(Lang::Es, spans, shown) }
    notice_heard(spans: &Spans, shown: Shown) -> String { shown::heard(Lang::En, spans, shown), shown::heard(Lang::Es, spans, shown) }
    notice_who() -> &'static str { "Who asked for it", "Quién lo pidió" }
    notice_role(track: Track) -> &'static str { role(track) }
    notice_to_whom() -> &'static str { "To whom it would be shown", "A quién se mostraría" }
    notice_audience(audience: Audience) -> &'static str { audience_words(audience) }
    notice_shown() -> &'static str { "What would be shown", "Qué se mostraría" }
    notice_shown_text(seen: &Spans, heard: &Spans, shown: Shown) -> String {
        shown::would_show(Lang::En, seen, heard, shown), shown::would_show(Lang::Es, seen, heard, shown)
    }
    notice_days_title() -> &'static str { "How long you have", "Cuánto tiempo tiene" }
    notice_days_rule(kind: NoticeKind) -> &'static str { days_rule(kind) }
    notice_last_day(day: Date) -> String {
        format!("Your last day is {}.", Lang::En.day(day)),
        format!("Su último día es el {}.", Lang::Es.day(day))
    }
    notice_not_begun() -> &'static str {
        "Your days have not begun: they begin when receipt of the letter is proven.",
        "Sus días aún no han empezado: empiezan cuando se prueba que recibió la carta."
    }
    notice_last_day_was(day: Date) -> String {
        format!("Your last day was {}.", Lang::En.day(day)),
        format!("Su último día fue el {}.", Lang::Es.day(day))
    }
    days_left_of(days: u32) -> String {
        if days == 1 { "1 day left: today.".to_owned() } else { format!("{days} days left, today and the last day included.") },
        if days == 1 { "Queda 1 día: hoy.".to_owned() } else { format!("Quedan {days} días, contando hoy y el último.") }
    }
    notice_moved(from: Date) -> String {
        format!("The last day was {} at first. A closure of the court was entered since then: it takes nothing from your days, so the last day moved on.", office::Lang::En.day(from)),
        format!("El último día era al principio el {}. Después se anotó un cierre del tribunal: no le quita días, por eso el último día pasó a más tarde.", office::Lang::Es.day(from))
    }
    notice_corrected(on: Date) -> String {
        format!("On {} the office took back a court’s decision that it had entered here by mistake. What this page says is so without it.", office::Lang::En.day(on)),
        format!("El {} la oficina retiró una decisión judicial que había anotado aquí por error. Lo que dice esta página vale sin ella.", office::Lang::Es.day(on))
    }
    notice_over(end: NoticeEnd) -> &'static str { standing::over(end) }
    notice_right_title() -> &'static str { "Your right to go to court", "Su derecho de acudir al tribunal" }
    notice_right(court: &str) -> String {
        format!("By the last day you can file an action in the {court} and serve it, and ask for an order that the video is not shown (RSMo 610.100.8). It counts only if it is both filed and served by then. You need no attorney, but one can help. A court can make one side pay the other side’s costs."),
        format!("Hasta el último día puede presentar una acción en el tribunal ({court}) y notificarla, para pedir una orden de que el video no se muestre (RSMo 610.100.8). Solo cuenta si para entonces está presentada y también notificada. No necesita abogado, aunque puede ayudar. Un tribunal puede hacer que una parte pague los costos de la otra.")
    }
    notice_right_late(court: &str) -> String {
        format!("Your last day to file and serve an action is over. You can still go to court, in the {court}: an action filed now stops nothing by itself; an order of the court does. You need no attorney, but one can help. A court can make one side pay the other side’s costs."),
        format!("Su último día para presentar y notificar una acción ya pasó. Todavía puede acudir al tribunal ({court}): una acción presentada ahora no detiene nada por sí sola; una orden del tribunal sí. No necesita abogado, aunque puede ayudar. Un tribunal puede hacer que una parte pague los costos de la otra.")
    }
    notice_right_undated(court: &str) -> String {
        format!("You can go to court, in the {court}, and ask for an order that the video is not shown (RSMo 610.100.8). You need no attorney, but one can help. A court can make one side pay the other side’s costs."),
        format!("Puede acudir al tribunal ({court}) para pedir una orden de que el video no se muestre (RSMo 610.100.8). No necesita abogado, aunque puede ayudar. Un tribunal puede hacer que una parte pague los costos de la otra.")
    }
    notice_self_help() -> &'static str { "Help without an attorney:", "Ayuda sin abogado:" }
    notice_effect_title() -> &'static str { "What an objection here does, and what it does not", "Qué hace y qué no hace una objeción aquí" }
    notice_effect(kind: NoticeKind) -> &'static str { effect(kind) }
    notice_effect_undated(kind: NoticeKind) -> &'static str { effect_undated(kind) }
    notice_effect_consented() -> &'static str {
        "An objection takes your consent back. What has left already does not come back by it.",
        "Una objeción retira su consentimiento. Lo que ya salió no vuelve por ella."
    }
    notice_not_court() -> &'static str {
        "An objection is not a court action. It does not stop the clock, and only a court can forbid the release.",
        "Una objeción no es una acción judicial. No detiene el plazo, y solo un tribunal puede prohibir la entrega."
    }
    notice_blur_title(shown: Shown) -> String { shown::blur_title(Lang::En, shown), shown::blur_title(Lang::Es, shown) }
    notice_blur(shown: Shown) -> String { shown::blur(Lang::En, shown), shown::blur(Lang::Es, shown) }
    notice_silent(kind: NoticeKind) -> &'static str {
        match kind {
            NoticeKind::Statute8 => "If you do nothing, the video may be shown after the last day.",
            _ => "If you do nothing, the video may be released after the last day.",
        },
        match kind {
            NoticeKind::Statute8 => "Si no hace nada, el video puede mostrarse después del último día.",
            _ => "Si no hace nada, el video puede entregarse después del último día.",
        }
    }
    notice_private(shown: Shown) -> &'static str { shown::private(shown) }
    notice_consent_title() -> &'static str { "If you agree to the release", "Si está de acuerdo con la entrega" }
    notice_consent(kind: NoticeKind) -> &'static str { consent(kind) }

    notice_nav() -> &'static str { "Answer a notice", "Responder a un aviso" }
    notice_home() -> &'static str {
        "You got a letter about a video that shows you, or somebody in your care. See how long you have, object, or agree.",
        "Recibió una carta sobre un video en el que aparece usted o alguien a su cargo. Vea cuánto tiempo tiene, opóngase o acepte."
    }
    notice_enter_title() -> &'static str { "Answer a notice", "Responder a un aviso" }
    notice_enter_lead() -> &'static str {
        "You got a letter about a video that shows you, or somebody you answer for. Enter the code from the letter.",
        "Recibió una carta sobre un video en el que aparece usted o alguien por quien responde. Escriba el código de la carta."
    }
    notice_opening_counts() -> &'static str {
        "Opening the notice counts as receipt. With the code of the letter it proves that the letter reached you: your days to answer are counted from today, unless receipt was proven before.",
        "Abrir el aviso cuenta como recepción. Con el código de la carta prueba que la carta le llegó: sus días para responder se cuentan desde hoy, salvo que la recepción ya se haya probado antes."
    }
    notice_code() -> &'static str { "Code", "Código" }
    notice_code_hint() -> &'static str {
        "28 letters and digits in groups of four. Large or small letters, spaces and hyphens do not matter.",
        "28 letras y dígitos en grupos de cuatro. No importan las mayúsculas, los espacios ni los guiones."
    }
    notice_open() -> &'static str { "Open the notice", "Abrir el aviso" }
    notice_lost() -> &'static str {
        "If you lost the letter or the code does not work, write to the records office: a new letter takes the place of the old one.",
        "Si perdió la carta o el código no funciona, escriba a la oficina de registros: una carta nueva reemplaza a la anterior."
    }
    notice_no_letter() -> &'static str { "Not sure that the letter is ours?", "¿No sabe si la carta es nuestra?" }
    notice_check_title() -> &'static str { "Is this letter genuine?", "¿Es auténtica esta carta?" }
    notice_check_lead() -> &'static str {
        "Enter the code from the letter. The answer says only whether the letter is ours.",
        "Escriba el código de la carta. La respuesta solo dice si la carta es nuestra."
    }
    notice_check_send() -> &'static str { "Check the letter", "Comprobar la carta" }
    notice_is_ours(on: Date) -> String {
        format!("Yes. A letter with this code went out from this office on {}.", Lang::En.day(on)),
        format!("Sí. Una carta con este código salió de esta oficina el {}.", Lang::Es.day(on))
    }
    notice_not_ours() -> &'static str {
        "No letter with this code has gone out from this office. Do not answer it; show it to somebody you trust.",
        "Ninguna carta con este código salió de esta oficina. No la responda; muéstrela a alguien de confianza."
    }
    notice_quick_exit() -> &'static str { "Leave this page now", "Salir de esta página ahora" }
    notice_quick_exit_hint() -> &'static str {
        "Closes the notice and opens a weather page. Your browser still remembers that you were here.",
        "Cierra el aviso y abre una página del tiempo. Su navegador aún recuerda que estuvo aquí."
    }
    notice_object_only() -> &'static str { "Object", "Oponerse" }
    notice_object(shown: Shown) -> &'static str {
        match shown { Shown::Reader => "Object, or ask to be blurred", _ => "Object, or ask for blurring" },
        match shown { Shown::Reader => "Oponerse o pedir que le difuminen", _ => "Oponerse o pedir que se difumine" }
    }
    notice_objected_title() -> &'static str { "Your objections", "Sus objeciones" }
    notice_objected_on(on: Date, late: bool) -> String {
        format!("Received on {}{}", Lang::En.day(on), if late { ", after the last day" } else { "" }),
        format!("Recibida el {}{}", Lang::Es.day(on), if late { ", después del último día" } else { "" })
    }
    notice_waiting() -> &'static str { "Waits for our answer in writing.", "Espera nuestra respuesta por escrito." }
    notice_stands(standing: &Standing, shown: Shown, left: bool) -> String {
        standing::words(Lang::En, standing, shown, left), standing::words(Lang::Es, standing, shown, left)
    }
    notice_released(kind: NoticeKind, left: ReleasedOn, opens_on: Option<Date>) -> String {
        standing::released_english(kind, left, opens_on), standing::released_spanish(kind, left, opens_on)
    }
    notice_close() -> &'static str { "Close the notice", "Cerrar el aviso" }
    notice_close_hint() -> &'static str {
        "On a shared computer, close it when you are done. The code opens it again.",
        "En una computadora compartida, ciérrelo al terminar. El código lo abre de nuevo."
    }
}

const fn days_rule(kind: NoticeKind) -> Bilingual {
    match kind {
        NoticeKind::AgencyPolicy | NoticeKind::Statute8 => both(
            "You have ten days from the day on which you received this notice. The day of receipt is not counted. If the tenth day is a Saturday, a Sunday or a holiday of the court, the next working day is your last.",
            "Tiene diez días desde el día en que recibió este aviso. El día de la recepción no se cuenta. Si el décimo día es sábado, domingo o feriado del tribunal, su último día es el siguiente día hábil.",
        ),
        NoticeKind::NextOfKin => both(
            "You have two weeks from the day on which you received this notice. The day of receipt is not counted.",
            "Tiene dos semanas desde el día en que recibió este aviso. El día de la recepción no se cuenta.",
        ),
    }
}

const fn effect(kind: NoticeKind) -> Bilingual {
    match kind {
        NoticeKind::AgencyPolicy | NoticeKind::NextOfKin => both(
            "If it comes by your last day, the release waits until the records custodian has answered it in writing: accepted, settled by redaction, or overruled with reasons.",
            "Si llega hasta su último día, la entrega espera hasta que el custodio de registros la responda por escrito: aceptada, resuelta con supresiones, o rechazada con razones.",
        ),
        NoticeKind::Statute8 => both(
            "It is read and answered. It does not bind whoever gets the video, and they are not told of it: only an action in court, filed and served in time, forbids them to show it.",
            "Se lee y se responde. No obliga a quien recibe el video, y no se le informa de ella: solo una acción judicial, presentada y notificada a tiempo, le prohíbe mostrarlo.",
        ),
    }
}

/// The same where no days run, so that none can be missed.
const fn effect_undated(kind: NoticeKind) -> Bilingual {
    match kind {
        NoticeKind::AgencyPolicy | NoticeKind::NextOfKin => both(
            "If it comes before the video is released, the release waits until the records custodian has answered it in writing: accepted, settled by redaction, or overruled with reasons.",
            "Si llega antes de que se entregue el video, la entrega espera hasta que el custodio de registros la responda por escrito: aceptada, resuelta con supresiones, o rechazada con razones.",
        ),
        NoticeKind::Statute8 => effect(kind),
    }
}

const fn audience_words(audience: Audience) -> Bilingual {
    match audience {
        Audience::Requester => both(
            "The records office would give it to the person who asked, and not put it into its public library.",
            "La oficina de registros lo daría a quien lo pidió, y no lo pondría en su biblioteca pública.",
        ),
        Audience::Public => both(
            "The public. The records office would give it to the person who asked, and put it into its public library, where anybody can watch and download it.",
            "Al público. La oficina de registros lo daría a quien lo pidió, y lo pondría en su biblioteca pública, donde cualquiera puede verlo y descargarlo.",
        ),
    }
}

const fn role(track: Track) -> Bilingual {
    match track {
        Track::Public => both("A member of the public", "Una persona del público"),
        Track::Depicted => both(
            "Another person who is shown, or who speaks for one",
            "Otra persona que aparece, o quien habla por ella",
        ),
        Track::Civil => both(
            "Somebody who prepares a civil claim or a defense",
            "Alguien que prepara una demanda civil o una defensa",
        ),
        Track::Court => both("Somebody whom a court has heard", "Alguien a quien oyó un tribunal"),
        Track::NextOfKin => both("Next of kin of somebody who died", "Un familiar de alguien que murió"),
    }
}

/// What consent means, that silence is none, and how it is given (610.100.8; README.md (b) of the law).
const fn consent(kind: NoticeKind) -> Bilingual {
    match kind {
        NoticeKind::AgencyPolicy | NoticeKind::NextOfKin => both(
            "You need not object, and you need not agree. If you agree, the video can be released without waiting for your last day. Silence is not consent. Consent counts only in writing, once the records office knows who gave it: sign the slip of the letter, and bring it with an identity document, or send it and the office tells you how to show who you are. Until then nothing changes.",
            "No tiene que oponerse, ni tiene que aceptar. Si acepta, el video puede entregarse sin esperar a su último día. Callar no es consentir. El consentimiento solo cuenta por escrito, cuando la oficina de registros sabe quién lo dio: firme el talón de la carta y llévelo con un documento de identidad, o envíelo y la oficina le dirá cómo demostrar quién es. Hasta entonces no cambia nada.",
        ),
        NoticeKind::Statute8 => both(
            "You need not object, and you need not agree. If you agree, whoever gets the video may show it without waiting for your last day. Silence is not consent. Consent counts only in writing, once the records office knows who gave it: sign the slip of the letter, and bring it with an identity document, or send it and the office tells you how to show who you are. Until then nothing changes.",
            "No tiene que oponerse, ni tiene que aceptar. Si acepta, quien recibe el video puede mostrarlo sin esperar a su último día. Callar no es consentir. El consentimiento solo cuenta por escrito, cuando la oficina de registros sabe quién lo dio: firme el talón de la carta y llévelo con un documento de identidad, o envíelo y la oficina le dirá cómo demostrar quién es. Hasta entonces no cambia nada.",
        ),
    }
}
