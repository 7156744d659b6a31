//! Words of the pages about privacy and accessibility.

words! {
    /// Privacy and accessibility.
    pub trait AboutWords:
    privacy_title() -> &'static str { "Privacy", "Privacidad" }
    privacy_lead() -> &'static str { "What this portal keeps about you, who sees it, and what it does not do.", "Qué guarda este portal sobre usted, quién lo ve y qué no hace." }
    privacy_public() -> &'static str { "What everybody sees", "Qué ve todo el mundo" }
    privacy_public_list() -> [&'static str; 3] {
        [
            "The tracking number, the day of receipt, the kind of request, the cameras, the division, and the month of the incident.",
            "Each step that was taken, with its day, and each due date.",
            "Never who asked, and never words that anybody wrote.",
        ],
        [
            "El número de seguimiento, el día de recepción, el tipo de solicitud, las cámaras, la división y el mes del hecho.",
            "Cada paso que se dio, con su día, y cada fecha límite.",
            "Nunca quién pidió, y nunca las palabras que alguien escribió.",
        ],
    }
    privacy_office() -> &'static str { "What the records office sees", "Qué ve la oficina de registros" }
    privacy_office_text() -> &'static str { "What you type in the form and in messages, and the files that you send. Only staff who work requests open files, and who opened which is entered. A request for public records may itself be a public record under the Sunshine Law, so the office may have to show it to somebody who asks for it.", "Lo que usted escribe en el formulario y en los mensajes, y los archivos que envía. Solo el personal que trabaja solicitudes abre archivos, y queda anotado quién abrió cuál. Una solicitud de registros públicos puede ser ella misma un registro público según la ley, así que la oficina puede tener que mostrarla a quien la pida." }
    privacy_anonymous() -> &'static str { "As a member of the public you can file without a name, an e-mail address or a phone number.", "Como parte del público puede presentar sin nombre, sin correo y sin teléfono." }
    privacy_code() -> &'static str { "Your access code", "Su código de acceso" }
    privacy_code_text() -> &'static str { "The portal stores only a keyed fingerprint of the code and cannot show it again. The code is never in an e-mail and never part of an address that reaches the server.", "El portal guarda solo una huella del código y no puede mostrarlo otra vez. El código nunca va en un correo ni en una dirección que llegue al servidor." }
    privacy_cookies() -> &'static str { "Cookies", "Cookies" }
    privacy_cookies_text() -> &'static str { "None while you read. The site sets these, each for what it needs and no longer. There is no tracking and no outside service, so there is no banner to click.", "Ninguna mientras lee. El sitio usa estas, cada una para lo necesario y no más tiempo. No hay rastreo ni servicios externos, así que no hay aviso que aceptar." }
    privacy_cookies_list() -> [&'static str; 7] {
        [
            "Receipts (daylight_receipt, and one more with a longer name for each receipt): they show you what you just filed, for 15 minutes or until you close it.",
            "Your request (daylight_request): it keeps your request open after you enter your code, for 2 hours or until you close it.",
            "A notice (daylight_notice): it keeps your notice open after you enter the code of your letter, for 2 hours or until you close it.",
            "An objection (daylight_objection): it shows the receipt of what you just sent, for 15 minutes.",
            "Staff who entered a request or gave out a code (daylight_sheet): it shows the sheets to hand over, for 15 minutes or until they sign out.",
            "Staff (daylight_staff): it keeps staff signed in, for at most 12 hours.",
            "Computers of staff (daylight_device): it marks one on which somebody of the staff has signed in, for 180 days, so that wrong tries from elsewhere keep nobody out.",
        ],
        [
            "Comprobantes (daylight_receipt, y otra con un nombre más largo por cada comprobante): le muestran lo que acaba de presentar, por 15 minutos o hasta que lo cierre.",
            "Su solicitud (daylight_request): mantiene abierta su solicitud después de escribir su código, por 2 horas o hasta que la cierre.",
            "Un aviso (daylight_notice): mantiene abierto su aviso después de escribir el código de su carta, por 2 horas o hasta que lo cierre.",
            "Una objeción (daylight_objection): muestra el comprobante de lo que acaba de enviar, por 15 minutos.",
            "El personal que registró una solicitud o dio un código (daylight_sheet): muestra las hojas que se entregan, por 15 minutos o hasta cerrar la sesión.",
            "Personal (daylight_staff): mantiene la sesión del personal, por 12 horas como máximo.",
            "Computadoras del personal (daylight_device): marca una en la que alguien del personal ya inició sesión, por 180 días, para que los intentos equivocados de otros no dejen a nadie fuera.",
        ],
    }
    privacy_draft() -> &'static str { "A request that you have not sent yet", "Una solicitud que todavía no envía" }
    privacy_draft_text(days: u32) -> String {
        format!("Where your browser runs script, it keeps what you type into the form (daylight-draft, in its local storage), so that a closed tab loses nothing. It is never sent from there. It is erased by the receipt of the request, by the button \"Clear what I typed\", and when the form is opened {days} days after you last typed. Without script nothing is kept."),
        format!("Si su navegador ejecuta scripts, guarda lo que escribe en el formulario (daylight-draft, en su almacenamiento local), para que cerrar la pestaña no pierda nada. De ahí nunca se envía. Lo borran el comprobante de la solicitud, el botón «Borrar lo que escribí» y abrir el formulario {days} días después de lo último que escribió. Sin scripts no se guarda nada."),
    }
    privacy_shown() -> &'static str { "If you are seen or heard in a video", "Si usted aparece o se le oye en un video" }
    privacy_shown_list() -> [&'static str; 4] {
        [
            "No public page names you, and the log of who is shown uses a letter in the place of your name.",
            "The office keeps apart how to reach you. Each time that somebody of the staff opens it, that is entered.",
            "Who asked for the video does not learn whether you objected, nor your reasons.",
            "Your notice, your objection and its papers are kept with the recording, as proof of what you were told and what you answered.",
        ],
        [
            "Ninguna página pública lo nombra, y la lista de quienes aparecen usa una letra en lugar de su nombre.",
            "La oficina guarda aparte cómo comunicarse con usted. Cada vez que alguien del personal lo abre, queda anotado.",
            "Quien pidió el video no se entera de si usted objetó ni de sus motivos.",
            "Su aviso, su objeción y sus documentos se guardan con la grabación, como prueba de lo que se le dijo y de lo que respondió.",
        ],
    }
    privacy_keeping() -> &'static str { "How long", "Por cuánto tiempo" }
    privacy_keeping_text() -> &'static str { "The steps of a request are a public record and are not deleted. To follow a request by e-mail you must confirm your address, and each letter can stop it with one click. An address that was not confirmed is deleted after seven days, and that of who stops, at once.", "Los pasos de una solicitud son un registro público y no se borran. Para seguir una solicitud por correo usted debe confirmar su dirección, y cada carta permite dejarlo con un clic. Una dirección sin confirmar se borra a los siete días, y la de quien lo deja, enseguida." }
    privacy_letters_text(days: u32) -> String {
        format!("Letters by e-mail that were sent, and letters on paper that were posted, lose address and words after {days} days. Letters to people shown in a video are kept, as proof of what they were told. The office can erase who filed a request, what they wrote and the files on both sides; the steps stay, and say so. Copies that the office keeps against loss lose them when they are replaced."),
        format!("Las cartas por correo electrónico ya enviadas, y las cartas en papel ya despachadas, pierden la dirección y las palabras después de {days} días. Las cartas a personas que aparecen en un video se guardan, como prueba de lo que se les dijo. La oficina puede borrar a quien presentó una solicitud, lo que escribió y los archivos de ambas partes; los pasos se quedan y lo dicen. Las copias que la oficina guarda contra pérdidas los pierden cuando se reemplazan.")
    }

    access_title() -> &'static str { "Accessibility", "Accesibilidad" }
    access_lead() -> &'static str { "Everybody should be able to ask for public records. We aim at the Web Content Accessibility Guidelines 2.2, level AA.", "Toda persona debería poder pedir registros públicos. Nuestra meta son las pautas WCAG 2.2, nivel AA." }
    access_works() -> &'static str { "What works", "Qué funciona" }
    access_works_list() -> [&'static str; 6] {
        [
            "Every public page and form works without script, by keyboard alone, and with programs that read aloud.",
            "Pages fit a screen of 320 pixels without scrolling sideways, and text can be made twice as large.",
            "Status is told by a word and a shape, never by color alone. Dark and high-contrast settings are followed.",
            "Errors are listed on top with links to the fields, and what you typed is kept.",
            "Public pages are complete in English and in Spanish.",
            "Pages print well, also the blank form.",
        ],
        [
            "Cada página y formulario público funciona sin script, solo con el teclado y con programas que leen en voz alta.",
            "Las páginas caben en una pantalla de 320 píxeles sin desplazarse a los lados, y el texto se puede ampliar al doble.",
            "El estado se dice con una palabra y una forma, nunca solo con color. Se respetan el modo oscuro y el alto contraste.",
            "Los errores se listan arriba con enlaces a los campos, y lo que escribió se conserva.",
            "Las páginas públicas están completas en inglés y en español.",
            "Las páginas se imprimen bien, también el formulario en blanco.",
        ],
    }
    access_not_yet() -> &'static str { "What does not work yet", "Qué no funciona todavía" }
    access_not_yet_list() -> [&'static str; 3] {
        [
            "People who use assistive technology every day have not yet tested the portal. Programs check it for known faults.",
            "Other languages than English and Spanish are missing.",
            "Questions that the records custodian writes to you are in the words the custodian chose; they are not translated.",
        ],
        [
            "Personas que usan tecnología de apoyo a diario todavía no probaron el portal. Programas lo revisan en busca de fallas conocidas.",
            "Faltan otros idiomas además del inglés y el español.",
            "Las preguntas que el custodio de registros le escribe están en las palabras que eligió; no se traducen.",
        ],
    }
    access_help() -> &'static str { "If something stands in your way", "Si algo se lo impide" }
    access_help_text() -> &'static str { "You can file on paper: print the form, fill it in by hand and bring it to the records custodian. Ask there for help as well. Your request counts from the day it is received.", "Puede presentar en papel: imprima el formulario, complételo a mano y llévelo al custodio de registros. Pida ahí también ayuda. Su solicitud cuenta desde el día en que se recibe." }
}
