//! Words of capacities: who acts for whom, and what proves it.

use law::{
    Bilingual, both,
    capacity::{CapacityKind, CapacityProof, Power, ProofShown},
};

words! {
    /// Capacities.
    pub trait CapacityWords:
    capacities_title(about: &str) -> String {
        format!("Who acts for {about}"),
        format!("Quién actúa por {about}")
    }
    capacities_link() -> &'static str { "Who acts for them, and what proves it", "Quién actúa por la persona, y qué lo prueba" }
    capacities_intro() -> &'static str {
        "An entry stands: a wrong one is corrected by a new one that names it, and stays to be read. Names are for those who serve notices.",
        "Una anotación queda: la equivocada se corrige con una nueva que la nombra, y se sigue leyendo. Los nombres son para quienes entregan avisos."
    }
    capacities_none() -> &'static str { "Nobody is entered.", "No hay nadie anotado." }
    capacities_may() -> &'static str { "What may be done for the person today, and by whom", "Qué se puede hacer hoy por la persona, y quién" }
    capacities_may_yes() -> &'static str { "yes", "sí" }
    capacities_may_waits() -> &'static str { "taken; it waits for proof", "se recibe; espera la prueba" }
    capacity_kind(kind: CapacityKind) -> &'static str { kind_words(kind) }
    capacity_proof(proof: CapacityProof) -> &'static str { proof_words(proof) }
    capacity_shown(shown: ProofShown) -> &'static str {
        match shown {
            ProofShown::Counter => both("shown at the counter", "mostrada en la ventanilla"),
            ProofShown::Paper => both("kept as a paper", "guardada como papel"),
        }
    }
    capacity_power(power: Power) -> &'static str {
        match power {
            Power::Receive => both("Receives the notice", "Recibe el aviso"),
            Power::Object => both("Objects", "Presenta objeción"),
            Power::Consent => both("Consents, and so waives the days", "Consiente, y así renuncia a los días"),
            Power::View => both("Views it before it is public", "Ve la grabación antes de que sea pública"),
        }
    }
    capacity_entry() -> &'static str { "Entry", "Anotación" }
    capacity_who() -> &'static str { "Who", "Quién" }
    capacity_days() -> &'static str { "From, until", "Desde, hasta" }
    capacity_state() -> &'static str { "Proof", "Prueba" }
    capacity_entered() -> &'static str { "Entered", "Anotada" }
    capacity_erased() -> &'static str { "name not shown", "nombre no mostrado" }
    capacity_by_on(by: &str, day: &str) -> String { format!("{by}, {day}"), format!("{by}, {day}") }
    capacity_unproven() -> &'static str { "Nobody has verified it.", "Nadie la ha verificado." }
    capacity_verified(proof: &str, shown: &str, by: &str, day: &str) -> String {
        format!("{proof}, {shown}; verified by {by} on {day}."),
        format!("{proof}, {shown}; la verificó {by} el {day}.")
    }
    capacity_identity() -> &'static str { "Identity was shown.", "Se mostró la identidad." }
    capacity_open_end() -> &'static str { "no last day", "sin último día" }
    capacity_over(day: &str) -> String { format!("Ended on {day}."), format!("Terminó el {day}.") }
    capacity_was_wrong() -> &'static str { "Entered wrongly; another entry stands in its place.", "Anotada por error; otra anotación ocupa su lugar." }
    capacity_is_correction() -> &'static str { "Stands in the place of an earlier entry.", "Ocupa el lugar de una anotación anterior." }
    capacity_enter() -> &'static str { "Enter who acts for them", "Anotar quién actúa por la persona" }
    capacity_verify() -> &'static str { "Keep a proof that you have seen", "Anotar una prueba que usted ha visto" }
    capacity_end() -> &'static str { "End a capacity", "Terminar una capacidad" }
    capacity_no_correction() -> &'static str { "None: it is new", "Ninguna: es nueva" }
    capacity_notice_unproven() -> &'static str {
        "Nobody has verified that whoever wrote this may act for the person. It is heeded all the same; look for the proof before it is answered.",
        "Nadie ha verificado que quien escribió esto pueda actuar por la persona. Se tiene en cuenta de todos modos; busque la prueba antes de responder."
    }
    capacity_field(name: &str) -> &'static str {
        match name {
            "entry" => "Which entry",
            "capacity" => "Capacity",
            "name" => "Name of who acts",
            "from_day" => "First day",
            "until_day" => "Last day",
            "corrects" => "Entry that is corrected",
            "proof" => "What proves it",
            "shown" => "How it was seen",
            "identity" => "Identity",
            "proof_note" => "Where the paper is, or what was seen",
            "on" => "Day",
            "reason" => "Reason",
            _ => "Form",
        },
        match name {
            "entry" => "Qué anotación",
            "capacity" => "Capacidad",
            "name" => "Nombre de quien actúa",
            "from_day" => "Primer día",
            "until_day" => "Último día",
            "corrects" => "Anotación que se corrige",
            "proof" => "Qué la prueba",
            "shown" => "Cómo se vio",
            "identity" => "Identidad",
            "proof_note" => "Dónde está el papel, o qué se vio",
            "on" => "Día",
            "reason" => "Razón",
            _ => "Formulario",
        }
    }
    capacity_hint(name: &str) -> Option<&'static str> {
        match name {
            "reason" => Some("Where it corrects another entry, or ends one."),
            "until_day" => Some("Where the paper names one."),
            "proof_note" => Some("Needed for a paper: its name among the papers of the request, or the folder."),
            _ => None,
        },
        match name {
            "reason" => Some("Si corrige otra anotación, o termina una."),
            "until_day" => Some("Si el papel nombra uno."),
            "proof_note" => Some("Necesario para un papel: su nombre entre los papeles de la solicitud, o la carpeta."),
            _ => None,
        }
    }
    capacity_identity_tick() -> &'static str { "Whoever acts showed who they are", "Quien actúa mostró su identidad" }
}

const fn kind_words(kind: CapacityKind) -> Bilingual {
    match kind {
        CapacityKind::Parent => both("Parent", "Padre o madre"),
        CapacityKind::Guardian => both("Guardian", "Tutor o tutora"),
        CapacityKind::Conservator => both("Conservator", "Curador o curadora de bienes"),
        CapacityKind::NextOfKin => both("Next of kin", "Familiar más cercano"),
        CapacityKind::PersonalRepresentative => both("Personal representative", "Representante de la sucesión"),
        CapacityKind::Attorney => both("Attorney", "Abogado o abogada"),
    }
}

const fn proof_words(proof: CapacityProof) -> Bilingual {
    match proof {
        CapacityProof::Appointment => both("Letters of appointment by a court", "Nombramiento por un tribunal"),
        CapacityProof::Appearance => both("Entry of appearance", "Escrito de comparecencia"),
        CapacityProof::Authorization => both(
            "Authorization signed by the person",
            "Autorización firmada por la persona",
        ),
        CapacityProof::BirthCertificate => both("Birth certificate", "Acta de nacimiento"),
        CapacityProof::DeathCertificate => both("Death certificate", "Acta de defunción"),
        CapacityProof::MarriageCertificate => both("Marriage certificate", "Acta de matrimonio"),
    }
}
