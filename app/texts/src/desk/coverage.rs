//! Words of coverage sheets.

use law::{Bilingual, both, coverage::GapReason};

words! {
    /// Coverage sheets.
    pub trait CoverageWords:
    coverage_title() -> &'static str { "Coverage sheet", "Hoja de cobertura" }
    coverage_intro() -> &'static str {
        "Every officer and car that was sent, the camera that should have recorded, the recording that was found, and for each gap its reason and what justifies it. Staff alone read it; the statistics count the gaps by reason.",
        "Cada agente y vehículo enviado, la cámara que debía grabar, la grabación hallada y, por cada hueco, su motivo y lo que lo justifica. Solo lo lee el personal; las estadísticas cuentan los huecos por motivo."
    }
    coverage_none() -> &'static str { "No sheet was kept yet.", "Aún no se ha guardado ninguna hoja." }
    coverage_now() -> &'static str { "The sheet as kept", "La hoja guardada" }
    coverage_kept(day: &str, by: &str) -> String { format!("Kept on {day} by {by}."), format!("Guardada el {day} por {by}.") }
    coverage_sum(expected: usize, found: usize, gaps: usize) -> String {
        format!("{expected} cameras expected, {found} recordings found, {gaps} gaps."),
        format!("{expected} cámaras esperadas, {found} grabaciones halladas, {gaps} huecos.")
    }
    coverage_write() -> &'static str { "Write the sheet", "Escribir la hoja" }
    coverage_keeps() -> &'static str {
        "Keeping it replaces nothing: the sheet before it stays, and the newest counts.",
        "Guardarla no reemplaza nada: la hoja anterior queda y cuenta la más nueva."
    }
    coverage_keep() -> &'static str { "Keep the sheet", "Guardar la hoja" }
    coverage_more() -> &'static str { "Add more rows", "Añadir más filas" }
    coverage_row() -> &'static str { "Camera", "Cámara" }
    coverage_no_gap() -> &'static str { "No gap", "Sin hueco" }
    coverage_not_found() -> &'static str { "None found", "No se halló" }
    coverage_reasons() -> &'static str { "The reasons, and where each comes from", "Los motivos y de dónde viene cada uno" }
    coverage_field(name: &str) -> &'static str { field(name) }
    gap_reason(gap: GapReason) -> &'static str { reason(gap) }
    coverage_search(expected: usize, found: usize, gaps: usize) -> String {
        format!("By the coverage sheet {expected} cameras were expected, {found} recordings were found, and {gaps} gaps were explained."),
        format!("Según la hoja de cobertura se esperaban {expected} cámaras, se hallaron {found} grabaciones y se explicaron {gaps} huecos.")
    }
}

fn field(name: &str) -> Bilingual {
    match name {
        "who" => both("Officer or car that was sent", "Agente o vehículo enviado"),
        "camera" => both("Camera expected", "Cámara esperada"),
        "found" => both("Recording found", "Grabación hallada"),
        "gap" => both("Gap", "Hueco"),
        _ => both("What justifies the gap", "Qué justifica el hueco"),
    }
}

const fn reason(gap: GapReason) -> Bilingual {
    match gap {
        GapReason::NoContact => both("Sent, and had nothing to record", "Enviado, y no había qué grabar"),
        GapReason::PolicyException => both(
            "Off by an exception of the policy",
            "Apagada por una excepción de la política",
        ),
        GapReason::NotActivated => both(
            "Not activated, without a reason given",
            "No se activó, sin motivo indicado",
        ),
        GapReason::Incomplete => both("Begun late or ended early", "Empezó tarde o terminó antes"),
        GapReason::NoCamera => both("No camera assigned", "Sin cámara asignada"),
        GapReason::CameraFailed => both(
            "Camera, battery or storage failed",
            "Falló la cámara, la batería o el almacenamiento",
        ),
        GapReason::NotUploaded => both("Not uploaded", "No se subió"),
        GapReason::Deleted => both(
            "Deleted under a retention rule",
            "Borrada según una regla de conservación",
        ),
        GapReason::DeletedInBreach => both("Deleted although it had to be kept", "Borrada aunque debía conservarse"),
        GapReason::OtherAgency => both("Camera of another agency", "Cámara de otra agencia"),
        GapReason::Unexplained => both("Not explained", "Sin explicar"),
    }
}
