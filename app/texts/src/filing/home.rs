//! Words of the home page.

words! {
    /// The home page.
    pub trait HomeWords:
    home_title() -> &'static str { "Ask for police camera video", "Pida video de las cámaras policiales" }
    home_lead(agency: &str) -> String {
        format!("Anyone may ask for video from the cameras of the {agency}. You can file in five minutes, without an account, and see at every moment what is happening, who must act, and by when."),
        format!("Cualquier persona puede pedir video de las cámaras de esta agencia: {agency}. Se presenta en cinco minutos, sin cuenta, y en todo momento se ve qué pasa, quién debe actuar y hasta cuándo."),
    }
    home_file() -> &'static str { "File a request", "Presentar una solicitud" }
    home_track_title() -> &'static str { "Track a request", "Seguir una solicitud" }
    home_track() -> &'static str {
        "Enter your tracking number to see the next date. With your access code you can also write and answer.",
        "Escriba su número de seguimiento para ver la próxima fecha. Con su código de acceso también puede escribir y responder.",
    }
    home_log_title() -> &'static str { "Read the requests log", "Leer la lista de solicitudes" }
    home_log() -> &'static str {
        "Every request is listed with its status and dates. Who asked is never shown.",
        "Se muestran todas las solicitudes con su estado y sus fechas. Nunca se muestra quién pidió.",
    }
    home_figures() -> &'static str { "Requests so far", "Solicitudes hasta hoy" }
    home_filed() -> &'static str { "filed", "presentadas" }
    home_open() -> &'static str { "open now", "abiertas ahora" }
    home_waiting() -> &'static str { "waiting for an investigation to end", "esperan el fin de una investigación" }
    home_overdue() -> &'static str { "open and past a due date", "abiertas y con retraso" }

    home_how() -> &'static str { "How it works", "Cómo funciona" }
    home_step_hold() -> &'static str { "You file, and the footage is held", "Usted presenta y la grabación se conserva" }
    home_step_hold_text(days: u32) -> String {
        format!("Footage that is not evidence is deleted after {days} days. Your request stops that the moment you send it."),
        format!("Una grabación que no es prueba se borra después de {days} días. Su solicitud lo impide desde el momento en que la envía."),
    }
    home_step_act() -> &'static str { "The records custodian must act within three business days", "El custodio de registros debe actuar en tres días hábiles" }
    home_step_act_text() -> &'static str {
        "The custodian takes it up, asks you a question, explains a delay, or answers (RSMo 610.023.3). You see the exact day and how it was worked out.",
        "El custodio la toma, le hace una pregunta, explica una demora o responde (RSMo 610.023.3). Usted ve el día exacto y cómo se calculó.",
    }
    home_step_wait() -> &'static str { "Open, or closed while police investigate", "Abierta, o cerrada mientras se investiga" }
    home_step_wait_text() -> &'static str {
        "While an investigation is active, the law closes the video (RSMo 610.100.2). Your request is not denied: it waits, and goes on when the investigation ends.",
        "Mientras una investigación está activa, la ley cierra el video (RSMo 610.100.2). Su solicitud no se deniega: espera y sigue cuando termina la investigación.",
    }
    home_step_court() -> &'static str { "A judge can open it sooner", "Un juez puede abrirla antes" }
    home_step_court_text() -> &'static str {
        "Any person may ask the circuit court to open a closed video (RSMo 610.100.5). People shown in it are told first and may object.",
        "Cualquier persona puede pedir al tribunal de circuito que abra un video cerrado (RSMo 610.100.5). Antes se avisa a las personas que aparecen, y pueden oponerse.",
    }
    home_truth() -> &'static str { "What to expect", "Qué esperar" }
    home_truth_years() -> &'static str {
        "An investigation can stay open for a long time, sometimes years. This portal cannot end it, but it shows when the custodian last confirmed it.",
        "Una investigación puede seguir abierta mucho tiempo, a veces años. Este portal no puede terminarla, pero muestra cuándo la confirmó el custodio por última vez.",
    }
    home_truth_cost() -> &'static str {
        "Going to court can cost money. The person who sues may even have to pay both sides' costs (RSMo 610.100.5(6)).",
        "Ir al tribunal puede costar dinero. Quien demanda puede incluso tener que pagar los costos de ambas partes (RSMo 610.100.5(6)).",
    }
    home_truth_cut() -> &'static str {
        "Parts that the law protects are cut from the copy, and each cut names its reason.",
        "Las partes que la ley protege se quitan de la copia, y cada corte indica su motivo.",
    }
    home_law() -> &'static str { "Read how police video becomes public", "Lea cómo se hace público un video policial" }
}
