//! Words of court cases.

use law::{
    Bilingual, Date, both,
    court::{CaseDay, CaseKind, CaseNext, EntryKind, MustAct, PartyRole, Standing, Who},
    request_order::CourtCase,
};
use office::forms::CourtList;

use super::contents::lower;
use crate::DateWords as _;

words! {
    /// Court cases.
    pub trait CourtWords:
    court_cases_title() -> &'static str { "Court cases", "Casos judiciales" }
    court_intro() -> &'static str {
        "Everything that was filed with a court about footage, and what the courts decided. What is entered on a request or among the orders stands here too.",
        "Todo lo que se presentó ante un tribunal sobre grabaciones, y lo que los tribunales decidieron. Lo que se anota en una solicitud o entre las órdenes también está aquí."
    }
    court_new() -> &'static str { "Enter a court case", "Anotar un caso judicial" }
    court_new_intro() -> &'static str {
        "Type it from the court’s paper. If this court and number are entered already, what you type joins that case.",
        "Escríbalo según el documento del tribunal. Si este tribunal y número ya están anotados, lo que escriba se suma a ese caso."
    }
    court_none() -> &'static str { "No court case.", "Ningún caso judicial." }
    court_list(list: CourtList) -> &'static str { list_words(list) }
    court_search() -> &'static str { "Search cases", "Buscar casos" }
    court_search_hint() -> &'static str {
        "Court, case number, caption, tracking number or recording",
        "Tribunal, número de caso, carátula, número de seguimiento o grabación"
    }
    court_go() -> &'static str { "Search", "Buscar" }
    court_case_title(number: &str) -> String { format!("Court case {number}"), format!("Caso judicial {number}") }
    court_col_number() -> &'static str { "Case number", "Número de caso" }
    court_col_court() -> &'static str { "Court", "Tribunal" }
    court_col_parties() -> &'static str { "Caption or parties", "Carátula o partes" }
    court_col_kind() -> &'static str { "What is asked", "Qué se pide" }
    court_col_standing() -> &'static str { "State", "Estado" }
    court_col_next() -> &'static str { "Next day", "Próximo día" }
    court_col_days() -> &'static str { "Filed, served, decided", "Presentado, notificado, decidido" }
    court_col_concerns() -> &'static str { "Concerns", "Se refiere a" }
    court_col_holder() -> &'static str { "Who has it", "Quién lo tiene" }
    court_nobody() -> &'static str { "nobody", "nadie" }
    court_filed() -> &'static str { "Filed", "Presentado" }
    court_served() -> &'static str { "Served on the custodian", "Notificado al custodio" }
    court_decided() -> &'static str { "Decided or ended", "Decidido o terminado" }
    court_hold() -> &'static str { "Hold on its recordings", "Retención de sus grabaciones" }
    court_hold_since(on: Date) -> String {
        format!("Stands since {}, until the court is done with the suit (RSMo 610.027.1).", office::Lang::En.day(on)),
        format!("Rige desde el {}, hasta que el tribunal termine con el juicio (RSMo 610.027.1).", office::Lang::Es.day(on))
    }
    court_hold_until(on: Date) -> String {
        format!("Stands to the end of {}: so long another suit can be brought (RSMo 610.027.5).", office::Lang::En.day(on)),
        format!("Rige hasta el final del {}: hasta entonces se puede presentar otro juicio (RSMo 610.027.5).", office::Lang::Es.day(on))
    }
    court_hold_none() -> &'static str { "None: no suit was served.", "Ninguna: no se notificó ningún juicio." }
    court_facts() -> &'static str { "The case", "El caso" }
    court_happened() -> &'static str { "What happened", "Qué pasó" }
    court_orders() -> &'static str { "Orders of this case", "Órdenes de este caso" }
    court_orders_new() -> &'static str { "Enter an order of this case", "Anotar una orden de este caso" }
    court_orders_stand() -> &'static str {
        "What an order forbids stays forbidden after the case has ended, until it runs out or two people stay it.",
        "Lo que una orden prohíbe sigue prohibido después de terminado el caso, hasta que venza o dos personas la suspendan."
    }
    court_sealed() -> &'static str { "Sealed", "Sellado" }
    court_sealed_hint() -> &'static str {
        "The public reads only “court matter”: no kind, no party, no number.",
        "El público solo lee «asunto judicial»: sin tipo, sin partes y sin número."
    }
    court_entered(on: Date, by: &str) -> String {
        format!("entered {} by {by}", office::Lang::En.short_day(on)),
        format!("anotado el {} por {by}", office::Lang::Es.short_day(on))
    }
    court_portal() -> &'static str { "the portal", "el portal" }
    court_corrected(no: i64) -> String { format!("Corrected by entry {no}"), format!("Corregido por el asiento {no}") }
    court_corrects(no: i64) -> String { format!("Entry {no} was wrong", ), format!("El asiento {no} estaba mal") }
    court_of_entry(no: i64) -> String { format!("entry {no}"), format!("asiento {no}") }
    court_whole() -> &'static str { "the whole case", "todo el caso" }
    court_entry_label(no: i64, what: &str, on: Date) -> String {
        format!("{no}: {what}, {}", office::Lang::En.short_day(on)),
        format!("{no}: {what}, {}", office::Lang::Es.short_day(on))
    }
    court_and_more(number: usize) -> String { format!("and {number} more"), format!("y {number} más") }
    court_line_filed() -> &'static str { "filed", "presentado" }
    court_line_served() -> &'static str { "served", "notificado" }
    court_line_decided() -> &'static str { "decided", "decidido" }
    court_correct_hint() -> &'static str {
        "The entry stays and is shown as corrected. It counts for nothing any more: enter what is right anew.",
        "El asiento queda y se muestra como corregido. Ya no cuenta para nada: anote de nuevo lo correcto."
    }
    court_papers_beside() -> &'static str { "Papers that no entry names", "Documentos que ningún asiento nombra" }
    court_papers_beside_hint() -> &'static str {
        "They came with something that was entered already, or with something that waits for a second person.",
        "Llegaron con algo que ya estaba anotado, o con algo que espera a una segunda persona."
    }
    court_paper() -> &'static str { "The court’s paper", "El documento del tribunal" }
    court_barred() -> &'static str { "What cannot be entered now, and why", "Qué no se puede anotar ahora, y por qué" }
    court_to() -> &'static str { "All court cases", "Todos los casos judiciales" }
    court_of_order_open() -> &'static str { "Open the court case", "Abrir el caso judicial" }
    court_of_order() -> &'static str { "The court case of this order", "El caso judicial de esta orden" }
    court_against() -> &'static str { "sealed also from whoever filed the request", "sellado también para quien presentó la solicitud" }
    court_seal_it() -> &'static str { "A court sealed it", "Un tribunal lo selló" }
    court_kept_by(case: &CourtCase, last: Option<Date>) -> String {
        match last {
            Some(day) => format!("Court case {}, {}: held to the end of {}", case.number, case.court, office::Lang::En.day(day)),
            None => format!("Court case {}, {}: held until the court is done with it", case.number, case.court),
        },
        match last {
            Some(day) => format!("Caso judicial {}, {}: retenida hasta el final del {}", case.number, case.court, office::Lang::Es.day(day)),
            None => format!("Caso judicial {}, {}: retenida hasta que el tribunal termine", case.number, case.court),
        }
    }
    case_kind(kind: CaseKind) -> &'static str { case_kind_words(kind) }
    case_standing(standing: Standing) -> &'static str { standing_words(standing) }
    court_who(who: Who) -> &'static str { who_words(who) }
    party_role(role: PartyRole) -> &'static str { role_words(role) }
    entry_kind(kind: EntryKind) -> &'static str { entry_words(kind) }
    case_day(day: CaseDay) -> &'static str { day_words(day) }
    must_act(who: MustAct) -> &'static str { must_words(who) }
    case_next(next: &CaseNext) -> String {
        match next.on {
            Some(on) => format!("{}: {}. {}", office::Lang::En.case_day(next.what), office::Lang::En.day(on), office::Lang::En.must_act(next.who)),
            None => format!("{}; no day is set, since {}. {}", office::Lang::En.case_day(next.what), office::Lang::En.day(next.since), office::Lang::En.must_act(next.who)),
        },
        match next.on {
            Some(on) => format!("{}: {}. {}", office::Lang::Es.case_day(next.what), office::Lang::Es.day(on), office::Lang::Es.must_act(next.who)),
            None => format!("{}; sin día fijado, desde el {}. {}", office::Lang::Es.case_day(next.what), office::Lang::Es.day(next.since), office::Lang::Es.must_act(next.who)),
        }
    }
    case_since(since: Date) -> String {
        format!("no day, since {}", office::Lang::En.short_day(since)),
        format!("sin día, desde el {}", office::Lang::Es.short_day(since))
    }
    own_cases_title() -> &'static str { "In court", "Ante el tribunal" }
    own_case_sealed() -> &'static str {
        "A court has a matter that concerns your request. The court sealed it, so this page can say no more.",
        "Un tribunal tiene un asunto que se refiere a su solicitud. El tribunal lo selló, y esta página no puede decir más."
    }
    own_case(case: &CourtCase, kind: CaseKind, standing: Standing) -> String {
        format!("{}, case number {}. Asked: {}. {}.", case.court, case.number, lower(office::Lang::En.case_kind(kind)), office::Lang::En.case_standing(standing)),
        format!("{}, número de caso {}. Se pide: {}. {}.", case.court, case.number, lower(office::Lang::Es.case_kind(kind)), office::Lang::Es.case_standing(standing))
    }
    own_case_entry(kind: EntryKind, on: Date, by: Option<Who>) -> String {
        format!("{}: {}{}", office::Lang::En.day(on), office::Lang::En.entry_kind(kind), by.map(|by| format!(" ({})", office::Lang::En.court_who(by))).unwrap_or_default()),
        format!("{}: {}{}", office::Lang::Es.day(on), office::Lang::Es.entry_kind(kind), by.map(|by| format!(" ({})", office::Lang::Es.court_who(by))).unwrap_or_default())
    }
    own_case_hint() -> &'static str {
        "The court, not this office, says what its days mean for you. Its clerk can tell you how to answer or appeal.",
        "El tribunal, no esta oficina, dice qué significan sus días para usted. Su secretaría puede decirle cómo responder o apelar."
    }
}

const fn list_words(list: CourtList) -> Bilingual {
    match list {
        CourtList::Open => both("Open", "Abiertos"),
        CourtList::Due => both("Due within a week or past", "Con día en una semana o vencido"),
        CourtList::Mine => both("Mine", "Míos"),
        CourtList::Nobody => both("Nobody’s", "De nadie"),
        CourtList::Ended => both("Ended", "Terminados"),
        CourtList::All => both("All", "Todos"),
    }
}

const fn case_kind_words(kind: CaseKind) -> Bilingual {
    match kind {
        CaseKind::Disclosure => both("To open footage (RSMo 610.100.5)", "Abrir grabaciones (RSMo 610.100.5)"),
        CaseKind::Closure => both(
            "To keep footage closed (RSMo 610.100.4)",
            "Mantener cerradas las grabaciones (RSMo 610.100.4)",
        ),
        CaseKind::Display => both(
            "To forbid that footage is shown (RSMo 610.100.8)",
            "Prohibir que se muestren grabaciones (RSMo 610.100.8)",
        ),
        CaseKind::Enforcement => both(
            "To enforce the records law against the office (RSMo 610.027)",
            "Hacer cumplir la ley de registros frente a la oficina (RSMo 610.027)",
        ),
        CaseKind::Other => both("Something else", "Otra cosa"),
    }
}

const fn standing_words(standing: Standing) -> Bilingual {
    match standing {
        Standing::New => both("Nothing of the court is entered", "No hay nada anotado del tribunal"),
        Standing::Filed => both("Filed, not served", "Presentado, sin notificar"),
        Standing::Served => both("Served, not decided", "Notificado, sin decidir"),
        Standing::Decided => both("Decided", "Decidido"),
        Standing::OnAppeal => both("On appeal", "En apelación"),
        Standing::Ended => both("Ended", "Terminado"),
    }
}

const fn who_words(who: Who) -> Bilingual {
    match who {
        Who::Requester => both("the person who filed the request", "quien presentó la solicitud"),
        Who::PersonShown => both("a person shown", "una persona que aparece"),
        Who::Department => both("the department", "el departamento"),
        Who::Prosecutor => both("the prosecutor", "la fiscalía"),
        Who::City => both("the city", "la ciudad"),
        Who::Other => both("somebody else", "otra persona"),
    }
}

const fn role_words(role: PartyRole) -> Bilingual {
    match role {
        PartyRole::Petitioner => both("Petitioner", "Peticionario"),
        PartyRole::Respondent => both("Respondent", "Demandado"),
        PartyRole::Movant => both("Movant", "Promovente"),
        PartyRole::Intervenor => both("Intervenor", "Interviniente"),
    }
}

const fn entry_words(kind: EntryKind) -> Bilingual {
    match kind {
        EntryKind::Petition => both("Petition filed", "Petición presentada"),
        EntryKind::Motion => both("Motion filed", "Moción presentada"),
        EntryKind::Service => both("Suit served on the custodian", "Juicio notificado al custodio"),
        EntryKind::Response => both("Answer filed", "Contestación presentada"),
        EntryKind::Hearing => both("Hearing", "Audiencia"),
        EntryKind::RestrainingOrder => both("Restraining order", "Orden de restricción"),
        EntryKind::Order => both("Order", "Orden"),
        EntryKind::Appeal => both("Appeal", "Apelación"),
        EntryKind::Stay => both("Stay of an order", "Suspensión de una orden"),
        EntryKind::StayLifted => both("Stay lifted", "Suspensión levantada"),
        EntryKind::Dismissal => both("Dismissed", "Desestimado"),
        EntryKind::Withdrawal => both("Withdrawn", "Retirado"),
        EntryKind::Closing => both("Closed on the court’s docket", "Cerrado en el expediente del tribunal"),
        EntryKind::Party => both("Party", "Parte"),
        EntryKind::Request => both("Concerns a request", "Se refiere a una solicitud"),
        EntryKind::Recording => both("Concerns a recording", "Se refiere a una grabación"),
        EntryKind::Seal => both("Sealed", "Sellado"),
        EntryKind::Unseal => both("Unsealed", "Sello levantado"),
        EntryKind::Holder => both("Who has it", "Quién lo tiene"),
        EntryKind::Correction => both("Correction", "Corrección"),
    }
}

/// What is done by entering it.
pub(super) const fn act_words(kind: EntryKind) -> Bilingual {
    match kind {
        EntryKind::Petition => both("Enter a petition", "Anotar una petición"),
        EntryKind::Motion => both("Enter a motion", "Anotar una moción"),
        EntryKind::Service => both("Enter that the suit was served", "Anotar que se notificó el juicio"),
        EntryKind::Response => both("Enter an answer that was filed", "Anotar una contestación presentada"),
        EntryKind::Hearing => both("Enter a hearing", "Anotar una audiencia"),
        EntryKind::RestrainingOrder => both("Enter a restraining order", "Anotar una orden de restricción"),
        EntryKind::Order => both("Enter the order of the case", "Anotar la orden del caso"),
        EntryKind::Appeal => both("Enter an appeal", "Anotar una apelación"),
        EntryKind::Stay => both("Enter a stay of an order", "Anotar la suspensión de una orden"),
        EntryKind::StayLifted => both("Enter that a stay was lifted", "Anotar que se levantó una suspensión"),
        EntryKind::Dismissal => both("Enter that it was dismissed", "Anotar que se desestimó"),
        EntryKind::Withdrawal => both("Enter that it was withdrawn", "Anotar que se retiró"),
        EntryKind::Closing => both("Enter that the case is over", "Anotar que el caso terminó"),
        EntryKind::Party => both("Enter a party", "Anotar una parte"),
        EntryKind::Request => both(
            "Enter a request that it concerns",
            "Anotar una solicitud a la que se refiere",
        ),
        EntryKind::Recording => both(
            "Enter a recording that it concerns",
            "Anotar una grabación a la que se refiere",
        ),
        EntryKind::Seal => both("Enter a seal", "Anotar un sello"),
        EntryKind::Unseal => both("Enter that a seal was lifted", "Anotar que se levantó un sello"),
        EntryKind::Holder => both("Give it to somebody", "Asignarlo a alguien"),
        EntryKind::Correction => both("Correct an entry", "Corregir un asiento"),
    }
}

const fn day_words(day: CaseDay) -> Bilingual {
    match day {
        CaseDay::Hearing => both("Hearing", "Audiencia"),
        CaseDay::Response => both("Last day to respond", "Último día para responder"),
        CaseDay::Appeal => both("Last day to appeal", "Último día para apelar"),
        CaseDay::Restraint => both(
            "Last day of the restraining order",
            "Último día de la orden de restricción",
        ),
        CaseDay::Decision => both("The court’s decision is awaited", "Se espera la decisión del tribunal"),
        CaseDay::Docket => both(
            "The court’s docket says whether it is over",
            "El expediente del tribunal dice si terminó",
        ),
    }
}

const fn must_words(who: MustAct) -> Bilingual {
    match who {
        MustAct::Department => both("The department must act.", "Debe actuar el departamento."),
        MustAct::OtherSide => both("The other side must act.", "Debe actuar la otra parte."),
        MustAct::Court => both("The court must act.", "Debe actuar el tribunal."),
        MustAct::Custodian => both(
            "The custodian looks at the court’s docket.",
            "El custodio revisa el expediente del tribunal.",
        ),
    }
}
