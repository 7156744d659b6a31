//! What each line of the release gate's checklist looks at. `name` gives a recording's number.

use law::release::GateItem;
use office::Lang;

use super::ReleaseWords as _;

pub(super) fn english(item: &GateItem, name: &dyn Fn(&str) -> String) -> String {
    match item {
        GateItem::Chosen => "What is to leave is chosen".to_owned(),
        GateItem::Footage { recording } => format!(
            "{}: the footage is open, or an order opens what the copy shows",
            name(recording)
        ),
        GateItem::PeopleLog { recording } => format!("{}: the people log is complete", name(recording)),
        GateItem::Restraints { recording } => format!("{}: no order forbids what the copy shows", name(recording)),
        GateItem::Copy { recording } => format!(
            "{}: the copy is there, every redaction has its section",
            name(recording)
        ),
        GateItem::Approval { recording } => format!("{}: a second person approved exactly this file", name(recording)),
        GateItem::NextOfKin { recording } => format!("{}: next of kin have their notice", name(recording)),
        GateItem::Notice {
            recording,
            pseudonym,
            kind,
        } => format!(
            "{}, {pseudonym}: {}",
            name(recording),
            lower(Lang::En.notice_kind(*kind))
        ),
        GateItem::Promises {
            recording, pseudonym, ..
        } => format!("{}, {pseudonym}: what was promised is kept", name(recording)),
        GateItem::Terms => "The order’s terms are met".to_owned(),
        GateItem::Warning => "The recipient acknowledged the warning of RSMo 610.100.8".to_owned(),
        GateItem::Fee => "The fee is settled".to_owned(),
        GateItem::PublicTrack => "It was asked for on the public track".to_owned(),
        GateItem::Going => "The release goes, and of the newest copy".to_owned(),
        GateItem::Cleared { recording } => format!(
            "{}: open and of a public place, or opened to the public by an order",
            name(recording)
        ),
        GateItem::PublicTerms { recording } => {
            format!("{}: no order limits how or to whom it is shown", name(recording))
        }
        GateItem::Viewing { recording } => format!("{}: the family was offered to see it first", name(recording)),
        GateItem::FreedByTwo { recording } => {
            format!("{}: a second person verified all that frees it", name(recording))
        }
        GateItem::Audience {
            recording,
            pseudonym,
            kind,
        } => format!(
            "{}, {pseudonym}: {}: the person knows that the public is to see it",
            name(recording),
            lower(Lang::En.notice_kind(*kind))
        ),
    }
}

pub(super) fn spanish(item: &GateItem, name: &dyn Fn(&str) -> String) -> String {
    match item {
        GateItem::Chosen => "Se eligió lo que va a salir".to_owned(),
        GateItem::Footage { recording } => format!(
            "{}: la grabación está abierta, o una orden abre lo que muestra la copia",
            name(recording)
        ),
        GateItem::PeopleLog { recording } => format!("{}: el registro de personas está completo", name(recording)),
        GateItem::Restraints { recording } => {
            format!("{}: ninguna orden prohíbe lo que muestra la copia", name(recording))
        }
        GateItem::Copy { recording } => {
            format!("{}: la copia está, y cada supresión tiene su artículo", name(recording))
        }
        GateItem::Approval { recording } => format!(
            "{}: una segunda persona aprobó exactamente este archivo",
            name(recording)
        ),
        GateItem::NextOfKin { recording } => format!("{}: los familiares tienen su aviso", name(recording)),
        GateItem::Notice {
            recording,
            pseudonym,
            kind,
        } => format!(
            "{}, {pseudonym}: {}",
            name(recording),
            lower(Lang::Es.notice_kind(*kind))
        ),
        GateItem::Promises {
            recording, pseudonym, ..
        } => format!("{}, {pseudonym}: se cumple lo prometido", name(recording)),
        GateItem::Terms => "Se cumplen los términos de la orden".to_owned(),
        GateItem::Warning => "Quien recibe el video reconoció la advertencia de RSMo 610.100.8".to_owned(),
        GateItem::Fee => "El costo está resuelto".to_owned(),
        GateItem::PublicTrack => "Se pidió por la vía pública".to_owned(),
        GateItem::Going => "La entrega sigue, y es de la copia más nueva".to_owned(),
        GateItem::Cleared { recording } => format!(
            "{}: abierta y de un lugar público, o abierta al público por una orden",
            name(recording)
        ),
        GateItem::PublicTerms { recording } => {
            format!("{}: ninguna orden limita cómo o a quién se muestra", name(recording))
        }
        GateItem::Viewing { recording } => format!("{}: se ofreció a la familia verla antes", name(recording)),
        GateItem::FreedByTwo { recording } => {
            format!(
                "{}: una segunda persona verificó todo lo que la libera",
                name(recording)
            )
        }
        GateItem::Audience {
            recording,
            pseudonym,
            kind,
        } => format!(
            "{}, {pseudonym}: {}: la persona sabe que el público la verá",
            name(recording),
            lower(Lang::Es.notice_kind(*kind))
        ),
    }
}

fn lower(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
