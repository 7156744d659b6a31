//! Words: the notice to a person shown, on paper and on the screen, and their objection.

use law::{Bilingual, Date, both, notice::NoticeKind, request::Track, span::Spans};
use office::Lang;

use crate::DateWords as _;

words! {
    /// What a person shown is told, and asked.
    pub trait NoticeWords:
    // on paper and on the page alike
    notice_title() -> &'static str { "A video that shows you may be released", "Puede entregarse un video en el que usted aparece" }
    notice_opening(kind: NoticeKind, agency: &str) -> String { opening_english(kind, agency), opening_spanish(kind, agency) }
    notice_what() -> &'static str { "What the video is", "Qué video es" }
    notice_camera() -> &'static str { "Camera", "Cámara" }
    notice_when() -> &'static str { "Recorded", "Grabado" }
    notice_where() -> &'static str { "Place", "Lugar" }
    notice_you() -> &'static str { "Where you are in it", "Dónde aparece usted" }
    notice_seen(spans: &Spans) -> String {
        if spans.is_empty() { "You are not seen.".to_owned() } else { format!("You are seen at {spans} (minutes and seconds).") },
        if spans.is_empty() { "Usted no se ve.".to_owned() } else { format!("Se le ve en {spans} (minutos y segundos).") }
    }
    notice_heard(spans: &Spans) -> String {
        if spans.is_empty() { "You are not heard.".to_owned() } else { format!("You are heard at {spans} (minutes and seconds).") },
        if spans.is_empty() { "Usted no se oye.".to_owned() } else { format!("Se le oye en {spans} (minutos y segundos).") }
    }
    notice_who() -> &'static str { "Who asked for it", "Quién lo pidió" }
    notice_role(track: Track) -> &'static str { role(track) }
    notice_shown() -> &'static str { "What would be shown", "Qué se mostraría" }
    notice_shown_text(seen: &Spans, heard: &Spans) -> String {
        shown_english(seen, heard), shown_spanish(seen, heard)
    }
    notice_days_title() -> &'static str { "How long you have", "Cuánto tiempo tiene" }
    notice_days_rule(kind: NoticeKind) -> &'static str { days_rule(kind) }
    notice_last_day(day: Date) -> String {
        format!("Your last day is {}.", Lang::En.day(day)),
        format!("Su último día es el {}.", Lang::Es.day(day))
    }
    notice_not_begun() -> &'static str {
        "Your days begin when receipt of the letter is proven. Opening this page with the code proves it.",
        "Sus días empiezan cuando se prueba que recibió la carta. Abrir esta página con el código lo prueba."
    }
    days_left_of(days: u32) -> String {
        if days == 1 { "1 day left: today.".to_owned() } else { format!("{days} days left, today and the last day included.") },
        if days == 1 { "Queda 1 día: hoy.".to_owned() } else { format!("Quedan {days} días, contando hoy y el último.") }
    }
    notice_moved(from: Date) -> String {
        format!("The last day was {} at first. A closure of the court was entered since then: it takes nothing from your days, so the last day moved on.", office::Lang::En.day(from)),
        format!("El último día era al principio el {}. Después se anotó un cierre del tribunal: no le quita días, por eso el último día pasó a más tarde.", office::Lang::Es.day(from))
    }
    notice_over() -> &'static str {
        "The days are over. You can still write to us: a late objection is taken and read.",
        "Los días terminaron. Aún puede escribirnos: una objeción tardía se recibe y se lee."
    }
    notice_right_title() -> &'static str { "Your right to go to court", "Su derecho de acudir al tribunal" }
    notice_right(court: &str) -> String {
        format!("By the last day you can file an action in the {court} and serve it, and ask for an order that the video is not shown (RSMo 610.100.8). It counts only if it is both filed and served by then. You need no attorney, but one can help. A court can make one side pay the other side’s costs."),
        format!("Hasta el último día puede presentar una acción en el tribunal ({court}) y notificarla, para pedir una orden de que el video no se muestre (RSMo 610.100.8). Solo cuenta si para entonces está presentada y también notificada. No necesita abogado, aunque puede ayudar. Un tribunal puede hacer que una parte pague los costos de la otra.")
    }
    notice_self_help(link: &str) -> String {
        format!("Help without an attorney: {link}"),
        format!("Ayuda sin abogado: {link}")
    }
    notice_effect_title() -> &'static str { "What an objection here does, and what it does not", "Qué hace y qué no hace una objeción aquí" }
    notice_effect(kind: NoticeKind) -> &'static str { effect(kind) }
    notice_not_court() -> &'static str {
        "An objection is not a court action. It does not stop the clock, and only a court can forbid the release.",
        "Una objeción no es una acción judicial. No detiene el plazo, y solo un tribunal puede prohibir la entrega."
    }
    notice_blur_title() -> &'static str { "If you only do not want to be recognized", "Si solo no quiere que se le reconozca" }
    notice_blur() -> &'static str {
        "You can ask us to blur you, to take out your voice, to cut a part, or to wait until a day. You need not give a reason.",
        "Puede pedir que le difuminemos, que quitemos su voz, que cortemos una parte o que esperemos hasta un día. No tiene que dar un motivo."
    }
    notice_silent() -> &'static str {
        "If you do nothing, the video may be released after the last day.",
        "Si no hace nada, el video puede entregarse después del último día."
    }
    notice_private() -> &'static str {
        "Whoever asked for the video does not learn your name or address, nor whether you answered.",
        "Quien pidió el video no conoce su nombre ni su dirección, ni si usted respondió."
    }

    // the letter
    paper_subject() -> &'static str { "A notice for you", "Un aviso para usted" }
    paper_how_title() -> &'static str { "How to answer", "Cómo responder" }
    paper_how(url: &str) -> String {
        format!("Open {url} and enter this code, or scan the square with a phone. Or fill in the slip below and send it back."),
        format!("Abra {url} y escriba este código, o escanee el cuadro con un teléfono. O llene el talón de abajo y devuélvalo.")
    }
    mailed_how(url: &str) -> String {
        format!("Open {url} and enter this code:"),
        format!("Abra {url} y escriba este código:")
    }
    paper_code() -> &'static str { "Your code", "Su código" }
    paper_genuine(url: &str) -> String {
        format!("Is this letter genuine? Enter the code at {url}. The page tells only that, and nothing of what the letter says."),
        format!("¿Es auténtica esta carta? Escriba el código en {url}. La página solo dice eso, y nada de lo que dice la carta.")
    }
    paper_not_legal() -> &'static str { "This letter is not legal advice.", "Esta carta no es asesoría legal." }
    paper_tear() -> &'static str { "Reply slip: cut here and send it back", "Talón de respuesta: corte aquí y devuélvalo" }
    paper_tear_object() -> &'static str { "I object to the release of this video.", "Me opongo a la entrega de este video." }
    paper_tear_blur() -> &'static str { "Release it, but blur me.", "Entréguenlo, pero difumínenme." }
    paper_tear_mute() -> &'static str { "Release it, but take out my voice.", "Entréguenlo, pero quiten mi voz." }
    paper_tear_consent() -> &'static str { "I agree to the release.", "Estoy de acuerdo con la entrega." }
    paper_tear_sign() -> &'static str { "Name, date, signature", "Nombre, fecha, firma" }
    paper_envelope() -> &'static str { "Envelope", "Sobre" }
    paper_receipt_how(url: &str) -> String {
        format!("With this code you read the answer at {url}. It also comes by letter. Keep the code to yourself."),
        format!("Con este código puede leer la respuesta en {url}. También llegará por carta. Guarde el código para usted.")
    }
    paper_answer_title() -> &'static str { "The answer to your objection", "La respuesta a su objeción" }
    paper_answer_opening(received: Date) -> String {
        format!("You objected on {} to the release of a video that shows you. This is our answer.", Lang::En.day(received)),
        format!("El {} usted se opuso a la entrega de un video en el que aparece. Esta es nuestra respuesta.", Lang::Es.day(received))
    }
    paper_answer_accepted() -> &'static str { "We accept it: what you asked for will be done.", "La aceptamos: se hará lo que pidió." }
    paper_answer_settled() -> &'static str { "The video will be changed before it is released:", "El video se cambiará antes de entregarse:" }
    paper_answer_overruled() -> &'static str {
        "We do not follow it. The video may be released, but not before your last day is over. Our reasons:",
        "No la seguimos. El video puede entregarse, pero no antes de que termine su último día. Nuestras razones:"
    }
    paper_answer_court(court: &str) -> String {
        format!("You can still go to court: the {court}."),
        format!("Todavía puede acudir al tribunal: {court}.")
    }

    // pages
    notice_nav() -> &'static str { "Answer a notice", "Responder a un aviso" }
    notice_home() -> &'static str {
        "You got a letter about a video that shows you. See how long you have, and object.",
        "Recibió una carta sobre un video en el que aparece. Vea cuánto tiempo tiene y opóngase."
    }
    notice_enter_title() -> &'static str { "Answer a notice", "Responder a un aviso" }
    notice_enter_lead() -> &'static str {
        "You got a letter about a video that shows you. Enter the code from the letter.",
        "Recibió una carta sobre un video en el que aparece. Escriba el código de la carta."
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
    notice_no_letter() -> &'static str { "Not sure that the letter is ours?", "¿No está seguro de que la carta sea nuestra?" }
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
    notice_object() -> &'static str { "Object, or ask to be blurred", "Oponerse o pedir que le difuminen" }
    notice_objected_title() -> &'static str { "Your objections", "Sus objeciones" }
    notice_objected_on(on: Date, late: bool) -> String {
        format!("Received on {}{}", Lang::En.day(on), if late { ", after the last day" } else { "" }),
        format!("Recibida el {}{}", Lang::Es.day(on), if late { ", después del último día" } else { "" })
    }
    notice_waiting() -> &'static str { "Waits for our answer in writing.", "Espera nuestra respuesta por escrito." }
    notice_stands(state: &str) -> &'static str { state_words(state) }
    notice_close() -> &'static str { "Close the notice", "Cerrar el aviso" }
    notice_close_hint() -> &'static str {
        "On a shared computer, close it when you are done. The code opens it again.",
        "En una computadora compartida, ciérrelo al terminar. El código lo abre de nuevo."
    }
    objection_title() -> &'static str { "Object to the release", "Oponerse a la entrega" }
    objection_lead() -> &'static str {
        "You can object to the whole video, or ask that it is changed first. Only what you ask for is required.",
        "Puede oponerse a todo el video o pedir que primero se cambie. Solo es obligatorio lo que pide."
    }
    objection_relief() -> &'static str { "What do you ask for?", "¿Qué pide?" }
    objection_whole() -> &'static str { "Do not release the video", "Que no se entregue el video" }
    objection_part() -> &'static str { "Release it, but change it first", "Que se entregue, pero cambiándolo antes" }
    objection_asks() -> &'static str { "If it is to be changed: how?", "Si se cambia: ¿cómo?" }
    objection_blur() -> &'static str { "Blur me wherever I am seen", "Difuminarme donde se me vea" }
    objection_mute() -> &'static str { "Take out the sound wherever I am heard", "Quitar el sonido donde se me oiga" }
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
        "PDF, JPEG or PNG, at most 20 MB each. A petition counts once it is filed and served; upload both papers.",
        "PDF, JPEG o PNG, de 20 MB como máximo cada uno. Una demanda cuenta cuando está presentada y notificada; suba los dos papeles."
    }
    objection_filed() -> &'static str { "Petition filed on", "Demanda presentada el" }
    objection_served() -> &'static str { "Petition served on", "Demanda notificada el" }
    objection_court_hint() -> &'static str { "As on the clerk’s stamp. Leave empty if you have not gone to court.", "Como en el sello del tribunal. Déjelo vacío si no ha acudido al tribunal." }
    objection_send() -> &'static str { "Send the objection", "Enviar la objeción" }
    objection_filed_title() -> &'static str { "Your objection is here", "Su objeción está aquí" }
    objection_filed_lead(on: Date, late: bool) -> String {
        if late {
            format!("It came on {}, after the last day. It is taken and will be read, but it does not hold the release.", Lang::En.day(on))
        } else {
            format!("It came on {}, in time. It will be answered in writing.", Lang::En.day(on))
        },
        if late {
            format!("Llegó el {}, después del último día. Se recibe y se leerá, pero no detiene la entrega.", Lang::Es.day(on))
        } else {
            format!("Llegó el {}, a tiempo. Se responderá por escrito.", Lang::Es.day(on))
        }
    }
    objection_filed_code() -> &'static str { "Code of your objection", "Código de su objeción" }
    objection_filed_keep() -> &'static str {
        "Keep it. With it you read the answer on the page where you entered the letter’s code.",
        "Guárdelo. Con él lee la respuesta en la página donde escribió el código de la carta."
    }
    objection_filed_court() -> &'static str {
        "This is not a court action. If you want a court to decide, file and serve it by the last day.",
        "Esto no es una acción judicial. Si quiere que decida un tribunal, preséntela y notifíquela hasta el último día."
    }
    objection_another() -> &'static str { "Object again, or ask for something else", "Oponerse otra vez o pedir otra cosa" }
    objection_row_asks() -> &'static str { "Asks for", "Pide" }
    objection_row_grounds() -> &'static str { "Grounds", "Motivos" }
    objection_no_grounds() -> &'static str { "None chosen; none are required", "Ninguno elegido; no se exige ninguno" }
    objection_row_words() -> &'static str { "In their own words", "Con sus propias palabras" }
    objection_row_capacity() -> &'static str { "Made by", "Presentada por" }
    objection_back() -> &'static str { "Back to the notice", "Volver al aviso" }
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

fn opening_english(kind: NoticeKind, agency: &str) -> String {
    match kind {
        NoticeKind::AgencyPolicy => format!(
            "A release of police video was authorized. You are seen or heard in it. The {agency} tells everybody shown, and gives them ten days to answer, before it is released."
        ),
        NoticeKind::Statute8 => format!(
            "Somebody asked for police video recorded in a place that is not public, and is to get it. You are seen or heard in it. The law forbids them to show it, or to describe it, before you were told and had ten days to go to court (RSMo 610.100.8). The {agency} passes this notice on, so that neither of you learns the other’s address."
        ),
        NoticeKind::NextOfKin => format!(
            "The {agency} intends to release video of the scene where a member of your family died. The law gives you two weeks’ notice first (RSMo 610.205.3)."
        ),
    }
}

fn opening_spanish(kind: NoticeKind, agency: &str) -> String {
    match kind {
        NoticeKind::AgencyPolicy => format!(
            "Se autorizó entregar un video policial. Usted se ve o se oye en él. {agency} avisa a todas las personas que aparecen y les da diez días para responder antes de entregarlo."
        ),
        NoticeKind::Statute8 => format!(
            "Alguien pidió un video policial grabado en un lugar que no es público, y va a recibirlo. Usted se ve o se oye en él. La ley le prohíbe mostrarlo o describirlo antes de que usted reciba aviso y tenga diez días para acudir al tribunal (RSMo 610.100.8). {agency} transmite este aviso para que ninguno conozca la dirección del otro."
        ),
        NoticeKind::NextOfKin => format!(
            "{agency} piensa entregar un video de la escena donde murió una persona de su familia. La ley le da un aviso de dos semanas antes (RSMo 610.205.3)."
        ),
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

fn shown_english(seen: &Spans, heard: &Spans) -> String {
    match (seen.is_empty(), heard.is_empty()) {
        (false, false) => {
            "Your picture and your voice, unless you ask that you are hidden or a court orders it.".to_owned()
        }
        (false, true) => "Your picture, unless you ask that you are hidden or a court orders it.".to_owned(),
        _ => "Your voice, unless you ask that it is taken out or a court orders it.".to_owned(),
    }
}

fn shown_spanish(seen: &Spans, heard: &Spans) -> String {
    match (seen.is_empty(), heard.is_empty()) {
        (false, false) => "Su imagen y su voz, salvo que usted pida que se oculten o lo ordene un tribunal.".to_owned(),
        (false, true) => "Su imagen, salvo que usted pida que se oculte o lo ordene un tribunal.".to_owned(),
        _ => "Su voz, salvo que usted pida que se quite o lo ordene un tribunal.".to_owned(),
    }
}

/// What a state means for the person, in their words.
fn state_words(state: &str) -> Bilingual {
    match state {
        "consented" => both("You agreed to the release.", "Usted aceptó la entrega."),
        "redacted_out" => both(
            "You will be hidden in the video: picture and voice.",
            "Usted quedará oculto en el video: imagen y voz.",
        ),
        "action_pending" => both(
            "A court action is pending. The video is not released before the court decides.",
            "Hay una acción judicial pendiente. El video no se entrega antes de que decida el tribunal.",
        ),
        "enjoined_all" => both(
            "A court forbade showing the video.",
            "Un tribunal prohibió mostrar el video.",
        ),
        "enjoined_part" => both(
            "A court forbade showing parts of the video.",
            "Un tribunal prohibió mostrar partes del video.",
        ),
        "clear" => both(
            "Your days are over and nothing is pending.",
            "Sus días terminaron y no hay nada pendiente.",
        ),
        "objected" => both(
            "You objected. Your days go on.",
            "Usted se opuso. Sus días siguen corriendo.",
        ),
        _ => both("You have time to answer.", "Tiene tiempo para responder."),
    }
}
