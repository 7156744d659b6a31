//! Why footage is closed, the way through a court, and what remains when a request has ended.

use law::{Bilingual, both};

use law::request::{Stage, Track};

/// Paragraphs.
type Paragraphs = Bilingual<&'static [&'static str]>;

pub(super) fn court_way_english(court: &str) -> String {
    format!(
        "Any person may ask a circuit court to open the footage while the investigation is active (RSMo 610.100.5). \
         Here that is the {court}. You do not have to be the person who filed this request."
    )
}

pub(super) fn court_way_spanish(court: &str) -> String {
    format!(
        "Cualquier persona puede pedir a un tribunal de circuito que abra la grabación mientras la investigación está \
         activa (RSMo 610.100.5). Aquí es este tribunal: {court}. No hace falta ser quien presentó la solicitud."
    )
}

pub(super) const COURT_WEIGHS: Bilingual = both(
    "The court weighs the good of opening the footage against the harm to people shown, to officers and to the investigation (RSMo 610.100.5(3)).",
    "El tribunal compara el beneficio de abrir la grabación con el daño a las personas que aparecen, a los agentes y a la investigación (RSMo 610.100.5(3)).",
);

pub(super) const COURT_COSTS: Bilingual = both(
    "The court may order the person who sues to pay the costs and lawyers of both sides, unless it finds that the refusal was substantially unjustified (RSMo 610.100.5(6)). Talk to a lawyer first.",
    "El tribunal puede ordenar que quien demanda pague los gastos y los abogados de las dos partes, salvo que considere que la negativa fue sustancialmente injustificada (RSMo 610.100.5(6)). Hable antes con un abogado.",
);

/// What remains after some ends; `None` where nothing needs saying.
pub(super) const fn after(stage: Stage) -> Option<Paragraphs> {
    match stage {
        Stage::Denied => Some(both(
            &[
                "The person who filed can ask for the reasons in writing. The records custodian must then give them by the end of the third business day (RSMo 610.023.4).",
                "The request can be taken up again if something new happens.",
            ],
            &[
                "Quien presentó la solicitud puede pedir los motivos por escrito. El custodio de registros debe darlos a más tardar al final del tercer día hábil (RSMo 610.023.4).",
                "La solicitud se puede retomar si hay algo nuevo.",
            ],
        )),
        Stage::NoRecord => Some(both(
            &[
                "If you know where or when a camera was there, file a new request and say so. If a recording turns up, this request can be taken up again.",
            ],
            &[
                "Si usted sabe dónde o cuándo había una cámara, presente una solicitud nueva y dígalo. Si aparece una grabación, esta solicitud se puede retomar.",
            ],
        )),
        Stage::OrderDenied => Some(both(
            &[
                "A court refused to open the footage. An appeal goes to a higher court, and has short time limits. Ask a lawyer soon.",
            ],
            &[
                "Un tribunal se negó a abrir la grabación. La apelación va a un tribunal superior y tiene plazos cortos. Consulte pronto a un abogado.",
            ],
        )),
        Stage::Withdrawn => Some(both(
            &["Anyone can file a new request at any time. The footage stays held as shown below."],
            &[
                "Cualquier persona puede presentar otra solicitud en cualquier momento. La grabación sigue en reserva como se indica abajo.",
            ],
        )),
        _ => None,
    }
}

pub(super) fn enforce_english(court: &str) -> String {
    format!(
        "If you think that the law was broken, you can ask a circuit court to enforce it (RSMo 610.027). \
         Here that is the {court}. A suit must come within one year from when the violation can be seen, and never \
         later than two years after it."
    )
}

pub(super) fn enforce_spanish(court: &str) -> String {
    format!(
        "Si usted cree que no se cumplió la ley, puede pedir a un tribunal de circuito que la haga cumplir \
         (RSMo 610.027). Aquí es este tribunal: {court}. La demanda se presenta dentro de un año desde que la violación \
         se puede conocer, y nunca después de dos años."
    )
}

pub(super) const fn track_short(track: Track) -> Bilingual {
    match track {
        Track::Public => both("Member of the public", "Público en general"),
        Track::Depicted => both("Person shown", "Persona que aparece"),
        Track::Civil => both("Civil claim", "Demanda civil"),
        Track::Court => both("Court order", "Orden judicial"),
        Track::NextOfKin => both("Next of kin", "Familiar"),
    }
}
