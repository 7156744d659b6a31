//! Words of files that people send, and the office with its letters.

use law::profile::{PaperKind, PaperRules};
use office::views::RelationProof;

/// Kinds in a row, the last two joined by this word.
pub fn kinds_in_a_row(kinds: &[PaperKind], or: &str) -> String {
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
    match names.split_last() {
        Some((last, before)) if !before.is_empty() => format!("{} {or} {last}", before.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => String::new(),
    }
}

words! {
    /// Files with a message, an answer, a proof or a letter.
    pub trait PaperWords:
    papers_attach() -> &'static str { "Files", "Archivos" }
    papers_limits(rules: &PaperRules) -> String {
        match rules.number {
            1 => office::Lang::En.papers_limits_one(rules),
            number => format!(
                "{}; at most {number} files, {} MiB each, {} MiB together.",
                kinds_in_a_row(&rules.kinds, "or"), rules.each_mib, rules.together_mib
            ),
        },
        match rules.number {
            1 => office::Lang::Es.papers_limits_one(rules),
            number => format!(
                "{}; como máximo {number} archivos, {} MiB cada uno, {} MiB en total.",
                kinds_in_a_row(&rules.kinds, "o"), rules.each_mib, rules.together_mib
            ),
        }
    }
    papers_limits_one(rules: &PaperRules) -> String {
        format!("One file: {}, at most {} MiB.", kinds_in_a_row(&rules.kinds, "or"), rules.each_mib),
        format!("Un archivo: {}, de {} MiB como máximo.", kinds_in_a_row(&rules.kinds, "o"), rules.each_mib)
    }
    papers_seen_by() -> &'static str {
        "Only you and the records office can open them.",
        "Solo usted y la oficina de registros pueden abrirlos."
    }
    papers_seen_by_requester() -> &'static str {
        "Only the person who filed, on their private page, and the records office can open them. A preview of the letter keeps no file: choose the files again before you send.",
        "Solo pueden abrirlos quien presentó la solicitud, en su página privada, y la oficina de registros. Una vista previa de la carta no guarda archivos: elíjalos otra vez antes de enviar."
    }
    papers_again() -> &'static str {
        "The form came back: choose your files again, a browser does not keep them.",
        "El formulario volvió: elija otra vez sus archivos, el navegador no los conserva."
    }
    papers_of_paper() -> &'static str { "Scans of what came on paper", "Copias digitales de lo que llegó en papel" }
    papers_of_receipt() -> &'static str { "Papers that show the receipt", "Documentos que muestran la recepción" }
    papers_of_request() -> &'static str { "Files that came with the request", "Archivos que llegaron con la solicitud" }
    papers_of_message() -> &'static str { "Files with it", "Archivos con ello" }
    proof_title() -> &'static str { "Show who you are", "Demostrar quién es" }
    proof_summary() -> &'static str {
        "Show who you are to a person in the footage",
        "Demostrar su relación con una persona de la grabación"
    }
    proof_lead() -> &'static str {
        "A copy of your photo ID, a letter that lets you act for somebody, a death certificate, a paper that shows how you are related. Cover numbers that nobody needs, such as that of an account.",
        "Una copia de su identificación con foto, una carta que le permite actuar por alguien, un acta de defunción, un papel que muestre el parentesco. Tape los números que nadie necesita, como el de una cuenta."
    }
    proof_what() -> &'static str { "What do the files show?", "¿Qué muestran los archivos?" }
    proof_about() -> &'static str { "Anything to add", "Algo que agregar" }
    proof_send() -> &'static str { "Send the proof", "Enviar la prueba" }
    relation_proof(proof: RelationProof) -> &'static str {
        match proof {
            RelationProof::Identity => "Who I am",
            RelationProof::Authority => "That I may act for somebody",
            RelationProof::Kinship => "That we are related",
            RelationProof::Death => "That the person has died",
            RelationProof::Guardianship => "That a court made me guardian or representative",
            RelationProof::Other => "Something else",
        },
        match proof {
            RelationProof::Identity => "Quién soy",
            RelationProof::Authority => "Que puedo actuar por alguien",
            RelationProof::Kinship => "Que somos parientes",
            RelationProof::Death => "Que la persona falleció",
            RelationProof::Guardianship => "Que un tribunal me nombró tutor o representante",
            RelationProof::Other => "Otra cosa",
        }
    }
    relation_proof_sent(proof: RelationProof) -> String {
        format!("Proof, as who sent it says: {}.", lower_first(office::Lang::En.relation_proof(proof))),
        format!("Prueba, según quien la envió: {}.", lower_first(office::Lang::Es.relation_proof(proof)))
    }
    relation_proof_named(proof: RelationProof) -> String {
        format!("sent as proof: {}", lower_first(office::Lang::En.relation_proof(proof))),
        format!("enviado como prueba: {}", lower_first(office::Lang::Es.relation_proof(proof)))
    }

    // in the console and in letters
    letter_papers() -> &'static str { "Files that come with this", "Archivos que acompañan a esto" }
    letter_papers_where() -> &'static str {
        "Download them on the private page of your request, which your access code opens. With a letter on paper they are enclosed.",
        "Descárguelos en la página privada de su solicitud, que se abre con su código de acceso. Con una carta en papel van adjuntos."
    }
    letter_papers_link() -> &'static str { "Open the private page", "Abrir la página privada" }
    scan_silent() -> &'static str {
        "The virus scan does not answer: no file of anybody is taken",
        "El antivirus no responde: no se acepta ningún archivo de nadie"
    }
    scan_silent_means() -> &'static str {
        "Forms without files go through. Whoever sends a file is told to send it later. Tell whoever runs the server.",
        "Los formularios sin archivos se aceptan. A quien envía un archivo se le pide enviarlo más tarde. Avise a quien administra el servidor."
    }
}

/// As it stands within a sentence.
fn lower_first(words: &str) -> String {
    let mut chars = words.chars();
    let first = chars.next().map(|first| first.to_lowercase().to_string());
    format!("{}{}", first.unwrap_or_default(), chars.as_str())
}

#[cfg(test)]
mod tests {
    use office::Lang;

    use super::*;

    #[test]
    fn limits_read_as_people_say_them() {
        let rules = PaperRules::default();
        assert_eq!(
            Lang::En.papers_limits(&rules),
            "PDF, JPEG or PNG; at most 10 files, 20 MiB each, 60 MiB together."
        );
        let only = [PaperKind::Pdf];
        assert_eq!(kinds_in_a_row(&only, "or"), "PDF");
        assert_eq!(
            Lang::En.relation_proof_sent(RelationProof::Death),
            "Proof, as who sent it says: that the person has died."
        );
    }
}
