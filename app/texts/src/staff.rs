//! Words: the staff console.

pub(crate) mod accounts;
mod act_fields;
mod desk;
mod intake;
mod letters;
mod queue;

pub use intake::IntakeWords;
pub use letters::LetterDeskWords;
pub use queue::QueueWords;

use law::{Date, calendar::CalendarOwner, recording::InactiveGround, request::ActKind};
use office::forms::ActField;

use crate::DateWords;

pub use accounts::AccountWords;

words! {
    /// Words of the staff console.
    pub trait StaffWords:

    sign_in_title() -> &'static str { "Staff sign-in", "Acceso del personal" }
    sign_in_hint() -> &'static str {
        "For the records office only. To follow a request you need no account.",
        "Solo para la oficina de registros. Para seguir una solicitud no hace falta una cuenta."
    }
    sign_in_email() -> &'static str { "E-mail", "Correo electrónico" }
    sign_in_password() -> &'static str { "Password", "Contraseña" }
    sign_in_send() -> &'static str { "Sign in", "Iniciar sesión" }
    sign_in_help() -> &'static str {
        "Forgotten the password? Ask an administrator for a one-time link.",
        "¿Olvidó la contraseña? Pida un enlace de un solo uso a un administrador."
    }

    first_title() -> &'static str { "Make the first account", "Crear la primera cuenta" }
    first_intro() -> &'static str {
        "This link works once. The account is a records custodian's, who also looks after accounts and closures.",
        "Este enlace sirve una sola vez. La cuenta es de un custodio de registros, que además se ocupa de cuentas y cierres."
    }
    first_used_title() -> &'static str { "This link is used up", "Este enlace ya se usó" }
    first_used() -> &'static str {
        "The first account exists, or the link is not whole. Sign in, or make an account with the command: daylight staff add.",
        "La primera cuenta ya existe, o el enlace no está completo. Inicie sesión, o cree una cuenta con este comando: daylight staff add."
    }
    first_name() -> &'static str { "Name", "Nombre" }
    first_name_hint() -> &'static str {
        "Colleagues see it in the docket. The public never does.",
        "Sus colegas la ven en el expediente. El público nunca la ve."
    }
    first_email() -> &'static str { "E-mail", "Correo electrónico" }
    first_password() -> &'static str { "Password", "Contraseña" }
    first_password_hint(min: usize) -> String {
        format!("At least {min} characters. A few words in a row are easy to keep in mind. No other rules."),
        format!("Al menos {min} caracteres. Unas cuantas palabras seguidas son fáciles de recordar. Sin otras reglas.")
    }
    first_again() -> &'static str { "Password again", "Contraseña otra vez" }
    first_send() -> &'static str { "Make the account", "Crear la cuenta" }
    queue_title() -> &'static str { "Queue", "Bandeja" }
    little_space(free: u64) -> String {
        format!("The disk of the portal is almost full: {free} MiB are free"),
        format!("El disco del portal está casi lleno: quedan {free} MiB libres")
    }
    little_space_means() -> &'static str {
        "When it is full, nobody can file a request and no letter is written. Tell whoever runs the server.",
        "Cuando se llene, nadie podrá presentar una solicitud ni se escribirán cartas. Avise a quien administra el servidor."
    }
    clock_wrong() -> &'static str {
        "The clock of the portal is wrong: nobody can act",
        "El reloj del portal está mal: nadie puede actuar"
    }
    clock_wrong_means() -> &'static str {
        "It was set while the portal ran, or it is behind the newest entry of the records. Requests are still taken, dated no \
         earlier than that entry; what is going out can still be stopped; everything else waits. Tell whoever runs the \
         server: /readyz says by how much. Once the clock is right, everything goes on by itself; where it is right already, whoever \
         runs the server says so with “daylight clock confirm”.",
        "Alguien lo cambió mientras el portal funcionaba, o va detrás de la anotación más reciente de los registros. Las \
         solicitudes se siguen recibiendo, con fecha no anterior a esa anotación; lo que está saliendo aún se puede detener; \
         todo lo demás espera. Avise a quien administra el servidor: /readyz dice por cuánto. Cuando el reloj esté bien, todo \
         sigue por sí solo; si ya está bien, quien administra el servidor lo dice con «daylight clock confirm»."
    }
    clock_unconfirmed() -> &'static str {
        "Nobody has confirmed the clock of the portal",
        "Nadie ha confirmado el reloj del portal"
    }
    clock_unconfirmed_means(last: Date) -> String {
        format!("The portal started after days without a trace of work; the last is of {}. It may have been off, or its clock may be ahead: then days seem over that people still have. Look whether today’s date here is right before you let anything out, and ask whoever runs the server to confirm it with “daylight clock confirm”.", office::Lang::En.day(last)),
        format!("El portal arrancó tras días sin rastro de trabajo; el último es del {}. Puede que estuviera apagado, o que su reloj vaya adelantado: entonces parecen vencidos días que las personas aún tienen. Vea si la fecha de hoy es correcta aquí antes de dejar salir algo, y pida a quien administra el servidor que la confirme con «daylight clock confirm».", office::Lang::Es.day(last))
    }
    queue_today(today: Date) -> String { office::Lang::En.day(today), office::Lang::Es.day(today) }
    queue_beyond() -> &'static str { "This page lies beyond the end.", "Esta página está más allá del final." }
    queue_first_page() -> &'static str { "Go to the first page", "Ir a la primera página" }
    col_number() -> &'static str { "Request", "Solicitud" }
    unread(n: u32) -> String {
        if n == 1 { "1 new message".to_owned() } else { format!("{n} new messages") },
        if n == 1 { "1 mensaje nuevo".to_owned() } else { format!("{n} mensajes nuevos") }
    }
    mark_read() -> &'static str { "Mark as read", "Marcar como leído" }
    delay_again(times: usize) -> String {
        if times == 1 { "This delay was explained once already".to_owned() } else { format!("This delay was explained {times} times already") },
        if times == 1 { "Esta demora ya se explicó una vez".to_owned() } else { format!("Esta demora ya se explicó {times} veces") }
    }
    delay_again_hint() -> &'static str {
        "The letter, the docket and the public page say how often. Each day that was promised and passed stays overdue. These days were promised:",
        "La carta, el expediente y la página pública dicen cuántas veces. Cada día prometido que pasó sigue en retraso. Se prometieron estos días:"
    }
    promise_broken() -> &'static str { "not kept", "no se cumplió" }
    lies_since() -> &'static str { "since", "desde el" }
    with_nobody() -> &'static str { "nobody has it", "nadie la tiene" }
    office_day_passed() -> &'static str { "passed", "ya pasó" }

    back_to_queue() -> &'static str { "Back to the queue", "Volver a la bandeja" }
    done() -> &'static str { "The act is in the docket, and the letters are on their way.", "La actuación consta en el expediente y las cartas van en camino." }
    unannounced_title() -> &'static str { "Whoever filed has not been told yet", "Quien presentó la solicitud aún no lo sabe" }
    unannounced() -> &'static str {
        "No letter about this has reached their mail server, and they have not opened their page since. Silence does not end the request until they were told (RSMo 610.026.2(2)). Tell them by the telephone number or address they gave, and ask them to open their page.",
        "Ninguna carta sobre esto llegó a su servidor de correo, y desde entonces no han abierto su página. El silencio no termina la solicitud hasta que lo sepan (RSMo 610.026.2(2)). Avíseles por el teléfono o la dirección que dieron y pídales que abran su página."
    }
    clocks_all() -> &'static str { "Clocks, each with its work", "Plazos, cada uno con su cálculo" }
    asked_title() -> &'static str { "What was asked", "Lo que se pidió" }
    contact_title() -> &'static str { "Who asked", "Quién pidió" }
    contact_private() -> &'static str { "Private. The public page never shows this.", "Privado. La página pública nunca lo muestra." }
    contact_anonymous() -> &'static str { "Not given. The law does not ask for a name.", "No se indicó. La ley no pide un nombre." }
    messages_title() -> &'static str { "Messages", "Mensajes" }
    messages_none() -> &'static str { "No messages.", "No hay mensajes." }
    docket_title() -> &'static str { "Docket", "Expediente" }
    docket_by(staff: &str) -> String { format!("by {staff}"), format!("por {staff}") }
    public_page() -> &'static str { "See what the public sees", "Ver lo que ve el público" }
    acts_title() -> &'static str { "What you can do now", "Lo que puede hacer ahora" }
    acts_none() -> &'static str { "Your role reads requests. It does no acts on them.", "Su función lee solicitudes. No actúa sobre ellas." }
    acts_barred_title(n: usize) -> String {
        if n == 1 { "One act that is not possible now, and why".to_owned() } else { format!("{n} acts that are not possible now, and why") },
        if n == 1 { "Una actuación que ahora no es posible, y por qué".to_owned() } else { format!("{n} actuaciones que ahora no son posibles, y por qué") }
    }
    group_work() -> &'static str { "Work on it", "Trabajar en ella" }
    group_decide() -> &'static str { "Decide", "Decidir" }
    group_court() -> &'static str { "Court", "Tribunal" }
    group_fee() -> &'static str { "Fee", "Costo" }
    group_after() -> &'static str { "Later", "Después" }

    act_law() -> &'static str { "What the law says", "Lo que dice la ley" }
    act_quote(kind: ActKind) -> Option<(&'static str, &'static str)> { act_fields::quote(kind), act_fields::quote(kind) }
    ground_quote(ground: InactiveGround) -> &'static str { act_fields::ground_quote(ground), act_fields::ground_quote(ground) }
    act_label(field: ActField, kind: ActKind) -> &'static str { act_fields::label(field, kind) }
    act_field_hint(field: ActField, kind: ActKind) -> Option<&'static str> { act_fields::hint(field, kind).map(|text| text.en), act_fields::hint(field, kind).map(|text| text.es) }
    no_record_no_rule() -> &'static str { "It was not deleted, or under no rule of the office", "No se borró, o no según una regla de la oficina" }
    certificate_link() -> &'static str { "The certificate that there is no recording, to print and sign", "El certificado de que no hay grabación, para imprimir y firmar" }
    withheld_title() -> &'static str { "What is withheld", "Qué se retiene" }
    withheld_hint() -> &'static str {
        "One row for each part, with its own section. Rows that stay empty are passed over.",
        "Una fila por cada parte, con su propia sección. Las filas vacías no cuentan."
    }
    withheld_row(row: usize) -> String { format!("Part {row}"), format!("Parte {row}") }
    withheld_what() -> &'static str { "What is withheld", "Qué se retiene" }
    withheld_provision() -> &'static str { "Provision of law", "Disposición legal" }
    withheld_why() -> &'static str { "The reason in one plain sentence", "El motivo en una frase clara" }
    withheld_more() -> &'static str { "Add another row", "Añadir otra fila" }
    denial_list() -> &'static str { "Sections that a denial may rest on", "Secciones en que se puede apoyar una denegación" }
    act_cancel() -> &'static str { "Cancel", "Cancelar" }
    act_posts(slip: bool) -> &'static str {
        if slip {
            "Sending notes the act in the public docket, without your words, and posts the letters. Nothing is overwritten; a slip is taken back by an entry of its own, which says why."
        } else {
            "Sending notes the act in the public docket, without your words, and posts the letters. It cannot be undone, only followed by another act."
        },
        if slip {
            "Al enviar, la actuación se anota en el expediente público, sin sus palabras, y salen las cartas. Nada se sobrescribe; un error se retira con una anotación propia, que dice por qué."
        } else {
            "Al enviar, la actuación se anota en el expediente público, sin sus palabras, y salen las cartas. No se puede deshacer; solo puede seguir otra actuación."
        }
    }
    no_record_not_made() -> &'static str { "It was never made: no camera recorded the event", "Nunca se hizo: ninguna cámara grabó el hecho" }
    no_record_deleted() -> &'static str { "It was deleted under a retention rule", "Se borró según una regla de conservación" }
    no_record_breach() -> &'static str { "It was deleted although it had to be kept: a breach", "Se borró aunque debía conservarse: una infracción" }
    no_record_other() -> &'static str { "Another agency holds it", "La tiene otra agencia" }
    no_record_not_found() -> &'static str { "A search with what was given found nothing", "La búsqueda con los datos dados no halló nada" }
    waived_choice() -> &'static str { "The fee is waived: nothing has to be paid", "Se perdona el costo: no hay que pagar nada" }
    paid_choice() -> &'static str { "The fee was paid", "Se pagó el costo" }
    petition_entered() -> &'static str { "Petition on record", "Petición anotada" }
    order_entered() -> &'static str { "The order as entered", "La orden como se registró" }
    order_none() -> &'static str { "No order waits for a second person.", "Ninguna orden espera a una segunda persona." }
    order_by() -> &'static str { "Entered by", "La registró" }
    order_compare() -> &'static str {
        "Put the court's paper beside this. Every line must be the same.",
        "Ponga al lado el documento del tribunal. Cada línea debe ser igual."
    }
    order_court() -> &'static str { "Court", "Tribunal" }
    order_case() -> &'static str { "Case number", "Número de caso" }
    order_dated() -> &'static str { "Date of the order", "Fecha de la orden" }
    order_ruling() -> &'static str { "What it orders", "Qué ordena" }
    petition_filed() -> &'static str { "Filed", "Presentada" }
    petition_served() -> &'static str { "Served on the custodian", "Notificada al custodio" }
    petition_by() -> &'static str { "Filed by", "La presentó" }
    stale_title() -> &'static str { "Somebody changed this request while you were typing", "Alguien cambió esta solicitud mientras usted escribía" }
    stale_text() -> &'static str {
        "Nothing was sent. Your text is kept below. Read what is new, then send again if it still fits.",
        "No se envió nada. Su texto se conserva abajo. Lea lo nuevo y envíe otra vez si todavía corresponde."
    }
    stale_latest() -> &'static str { "Latest in the docket", "Lo último en el expediente" }
    stale_now() -> &'static str { "The request now stands at", "La solicitud está ahora en" }
    barred_title() -> &'static str { "The law does not allow this now", "La ley no lo permite ahora" }

    calendar_title() -> &'static str { "Closures of office and court", "Cierres de la oficina y del tribunal" }
    calendar_intro() -> &'static str {
        "Legal holidays are known already. Enter here other days on which the records office or the court was closed. Days by which the agency must act stay as they were worked out; days that people have move on.",
        "Los feriados legales ya se conocen. Registre aquí otros días en que la oficina de registros o el tribunal estuvo cerrado. Los días en que debe actuar la agencia quedan como se calcularon; los plazos de las personas se alargan."
    }
    calendar_none() -> &'static str { "No closures have been entered.", "No se ha registrado ningún cierre." }
    calendar_day() -> &'static str { "Day", "Día" }
    calendar_office() -> &'static str { "Closed", "Cerrado" }
    calendar_reason() -> &'static str { "Reason", "Motivo" }
    calendar_reason_hint() -> &'static str {
        "People read it where a date is worked out. For example: closed for snow by order of the presiding judge.",
        "Se lee donde se calcula una fecha. Por ejemplo: cerrado por nieve por orden del juez presidente."
    }
    calendar_day_hint() -> &'static str { "For example 2026-12-24.", "Por ejemplo: 2026-12-24." }
    calendar_add() -> &'static str { "Enter a closure", "Registrar un cierre" }
    calendar_send() -> &'static str { "Enter the closure", "Registrar el cierre" }
    calendar_done() -> &'static str { "The closure is entered. Days worked out from now on take it into account.", "El cierre quedó registrado. Los plazos que se calculen desde ahora lo tienen en cuenta." }
    calendar_taken_back(on: Date) -> String {
        format!("Taken back on {}", office::Lang::En.short_day(on)),
        format!("Anulado el {}", office::Lang::Es.short_day(on))
    }
    calendar_take_back() -> &'static str { "Take back a mistake", "Anular un error" }
    calendar_take_back_hint() -> &'static str {
        "The entry stays, with a second one that says why it does not count. Days that begin from now on are worked out without it. Days that people were told already do not get shorter.",
        "La entrada se queda, con otra que dice por qué no cuenta. Los plazos que empiecen desde ahora se calculan sin él. Los días que ya se dijeron a las personas no se acortan."
    }
    calendar_take_back_reason() -> &'static str { "Why it was a mistake", "Por qué fue un error" }
    erase_title() -> &'static str { "Erase who filed", "Borrar a quien presentó la solicitud" }
    erase_intro() -> &'static str {
        "Name, addresses, what was asked in their words, what they wrote since, letters to them and what notes inside the office say on the request and its notices are erased for good, and so are the words of notes on its recordings, and on requests beside it, that name them, their address or telephone, or this request. Notes that tell of them without any of these are not found: look at them yourself. The docket, its days, holds and your own messages stay, and the docket says that they were erased. Somebody who works an open request can then no longer read what to look for.",
        "El nombre, las direcciones, lo pedido con sus palabras, lo que escribió después, las cartas a esa persona y lo que dicen las notas internas de la solicitud y de sus avisos se borran para siempre, y también lo que dicen las notas de sus grabaciones, y de las solicitudes cercanas, que la nombran a ella, su dirección o su teléfono, o esta solicitud. Las notas que hablan de ella sin nada de eso no se encuentran: revíselas usted. El expediente, sus plazos, las conservaciones y los mensajes de la oficina se quedan, y el expediente dice que se borró. Quien trabaja una solicitud abierta ya no puede leer qué buscar."
    }
    erase_reason() -> &'static str { "Reason", "Motivo" }
    erase_reason_hint() -> &'static str { "Staff can read it. Do not name the person.", "El personal puede leerlo. No nombre a la persona." }
    erase_send() -> &'static str { "Erase for good", "Borrar para siempre" }
    erased_on(on: Date) -> String {
        format!("Who filed and their words were erased on {}", office::Lang::En.short_day(on)),
        format!("Quien presentó la solicitud y sus palabras se borraron el {}", office::Lang::Es.short_day(on))
    }
    calendar_only_admin() -> &'static str { "Only an administrator enters closures.", "Solo un administrador registra cierres." }
    office_name(office: CalendarOwner) -> &'static str { desk::office(office) }
}
