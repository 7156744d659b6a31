//! Words: the public library of released video, and what was delivered to a requester.

use law::{Bilingual, Date, both, redaction::RedactionKind, release::StopGround};
use office::Lang;

use crate::{DateWords as _, LetterWords as _};

words! {
    /// Released video: the player, its warning, what is withheld in it.
    pub trait LibraryWords:
    nav_library() -> &'static str { "Released video", "Videos entregados" }
    library_home() -> &'static str {
        "Watch and download what was released, with what is withheld and why.",
        "Vea y descargue lo que se entregó, con lo que se oculta y por qué."
    }
    library_title() -> &'static str { "Released video", "Videos entregados" }
    library_lead() -> &'static str {
        "Video that was released and that the records custodian also made public. Each entry says what is withheld in it, on which section, and how to check that your copy is the same file.",
        "Videos que se entregaron y que el custodio de registros también hizo públicos. Cada entrada dice qué se oculta, según qué artículo, y cómo comprobar que su copia es el mismo archivo."
    }
    library_none() -> &'static str { "Nothing has been made public yet.", "Todavía no se ha hecho público ninguno." }
    library_ask() -> &'static str { "Ask for video", "Pedir video" }
    library_back() -> &'static str { "All released video", "Todos los videos entregados" }
    library_stopped_title() -> &'static str { "This video is no longer public", "Este video ya no es público" }
    library_gone() -> &'static str {
        "It was public here by the decision of one person. Since then two people must agree before a video is public, and for this one that has not happened.",
        "Fue público aquí por decisión de una sola persona. Desde entonces dos personas deben estar de acuerdo antes de que un video sea público, y para este no ha ocurrido."
    }
    library_stopped(on: Date) -> String {
        format!("It was public here until {}. It cannot be played or downloaded here any more. Reasons can be that the record is closed again by law, for example after an acquittal or a dismissal (RSMo 610.105), that a court forbade it, that a newer copy was made, or that the records office took it back.", Lang::En.day(on)),
        format!("Fue público aquí hasta el {}. Ya no se puede ver ni descargar aquí. La razón puede ser que el registro está cerrado otra vez por ley, por ejemplo después de una absolución o un sobreseimiento (RSMo 610.105), que un tribunal lo prohibió, que se hizo una copia más nueva o que la oficina de registros lo retiró.", Lang::Es.day(on))
    }
    released_title(day: Date) -> String {
        format!("Video of {}", Lang::En.day(day)),
        format!("Video del {}", Lang::Es.day(day))
    }
    released_on() -> &'static str { "Released", "Entregado" }
    released_recorded() -> &'static str { "Recorded", "Grabado" }
    released_camera() -> &'static str { "Camera", "Cámara" }
    released_length() -> &'static str { "Length", "Duración" }
    released_size() -> &'static str { "Size", "Tamaño" }
    released_request() -> &'static str { "On the request", "En la solicitud" }
    released_withheld() -> &'static str { "Withheld", "Oculto" }
    released_seconds(seconds: u64) -> String {
        match seconds { 0 => "Nothing".to_owned(), 1 => "1 second".to_owned(), n => format!("{n} seconds") },
        match seconds { 0 => "Nada".to_owned(), 1 => "1 segundo".to_owned(), n => format!("{n} segundos") }
    }
    released_warning() -> &'static str { "Before you watch", "Antes de ver" }
    released_warning_general() -> &'static str {
        "Police video can show injury, fear and private moments. It starts only when you start it.",
        "Un video policial puede mostrar heridas, miedo y momentos privados. Solo empieza cuando usted lo inicia."
    }
    released_show() -> &'static str { "Show the player", "Mostrar el reproductor" }
    released_player(title: &str) -> String { format!("Video: {title}"), format!("Video: {title}") }
    released_no_player() -> &'static str { "Your browser cannot play this. Download the file instead.", "Su navegador no puede reproducirlo. Descargue el archivo." }
    released_download() -> &'static str { "Download the video", "Descargar el video" }
    released_captions() -> &'static str { "Captions (WebVTT)", "Subtítulos (WebVTT)" }
    released_captions_label() -> &'static str { "Captions", "Subtítulos" }
    released_transcript() -> &'static str { "Transcript", "Transcripción" }
    released_check_title() -> &'static str { "Is your copy the same file?", "¿Es su copia el mismo archivo?" }
    released_check() -> &'static str {
        "Work out the SHA-256 of your copy, for example with sha256sum on Linux, shasum -a 256 on a Mac, or certutil -hashfile on Windows. It must be exactly this:",
        "Calcule el SHA-256 de su copia, por ejemplo con sha256sum en Linux, shasum -a 256 en Mac o certutil -hashfile en Windows. Debe ser exactamente este:"
    }
    redactions_title() -> &'static str { "What is withheld, and why", "Qué se oculta, y por qué" }
    redactions_none() -> &'static str { "Nothing is withheld in this video.", "En este video no se oculta nada." }
    redactions_caption() -> &'static str { "Each part that is blurred, muted or cut. Times are of the original recording.", "Cada parte difuminada, sin sonido o cortada. Los tiempos son de la grabación original." }
    col_what() -> &'static str { "What", "Qué" }
    col_span() -> &'static str { "From – to", "Desde – hasta" }
    col_seconds() -> &'static str { "Seconds", "Segundos" }
    col_section() -> &'static str { "Section", "Artículo" }
    redaction_done(kind: RedactionKind) -> &'static str { redaction_done(kind) }

    // on the requester's own page
    delivered_title() -> &'static str { "Your video", "Su video" }
    delivered_stopped_why(ground: StopGround, section: &str) -> String { Lang::En.letter_stopped_why(ground, section), Lang::Es.letter_stopped_why(ground, section) }
    delivered_ask() -> &'static str { "You can ask the records custodian about it below.", "Puede preguntar por esto al custodio de registros más abajo." }
    video_ready() -> &'static str {
        "The video was released. Whoever filed the request can watch and download it on the private page.",
        "El video se entregó. Quien presentó la solicitud puede verlo y descargarlo en la página privada."
    }
    video_ready_here() -> &'static str {
        "Your video was released. You can watch and download it on this page.",
        "Su video se entregó. Puede verlo y descargarlo en esta página."
    }
    video_stopped_in_part_here(on: Date) -> String {
        format!("Part of the video that was released was stopped on {}. You can watch the rest on this page.", Lang::En.day(on)),
        format!("Una parte del video que se entregó se detuvo el {}. El resto se puede ver en esta página.", Lang::Es.day(on))
    }
    video_stopped(on: Date) -> String {
        format!("The video that was released was stopped on {}. It cannot be watched any more.", Lang::En.day(on)),
        format!("El video que se entregó se detuvo el {}. Ya no se puede ver.", Lang::Es.day(on))
    }
    video_stopped_in_part(on: Date) -> String {
        format!("Part of the video that was released was stopped on {}. The rest can be watched on the private page.", Lang::En.day(on)),
        format!("Una parte del video que se entregó se detuvo el {}. El resto se puede ver en la página privada.", Lang::Es.day(on))
    }
    delivered_lead() -> &'static str {
        "The video is released to you. Watch it here, or download it and keep it.",
        "El video se le entrega. Véalo aquí, o descárguelo y guárdelo."
    }
    delivered_stopped(on: Date) -> String {
        format!("This video was stopped on {}. It cannot be opened here any more.", Lang::En.day(on)),
        format!("Este video se detuvo el {}. Ya no se puede abrir aquí.", Lang::Es.day(on))
    }
    warning_title() -> &'static str { "Before you get this video: your duty to tell people first", "Antes de recibir este video: su deber de avisar primero" }
    warning_text() -> &'static str {
        "It was recorded in a place that is not public. The law forbids you to show it to anybody, or to describe what is in it, until each person seen or heard who is not of the police has been told and has had ten days to go to court (RSMo 610.100.8). Whoever breaks this can be made to pay damages. The records office passes the notices on, so that neither of you learns the other’s address.",
        "Se grabó en un lugar que no es público. La ley le prohíbe mostrarlo a nadie, o describir lo que contiene, hasta que cada persona que se ve o se oye y no es de la policía haya recibido aviso y haya tenido diez días para acudir al tribunal (RSMo 610.100.8). A quien no lo cumpla se le puede obligar a pagar daños. La oficina de registros transmite los avisos para que nadie conozca la dirección del otro."
    }
    warning_send() -> &'static str { "I have read this and will follow it", "Lo he leído y lo cumpliré" }
    windows_title() -> &'static str { "When you may show it", "Cuándo puede mostrarlo" }
    windows_lead() -> &'static str {
        "Each person shown has days of their own. You may show or describe the video once the last of them is over and no court has forbidden it.",
        "Cada persona que aparece tiene sus propios días. Puede mostrar o describir el video cuando termine el último y ningún tribunal lo haya prohibido."
    }
    window_person(n: usize) -> String { format!("Person {n}"), format!("Persona {n}") }
    window_waits() -> &'static str { "The notice has not been received yet, so the days have not begun.", "El aviso aún no se ha recibido; los días no han empezado." }
    window_last(day: Date) -> String { format!("Last day: {}", Lang::En.day(day)), format!("Último día: {}", Lang::Es.day(day)) }
    window_over(day: Date) -> String { format!("The days ended on {}.", Lang::En.day(day)), format!("Los días terminaron el {}.", Lang::Es.day(day)) }

    bytes(bytes: u64) -> String { size(bytes), size(bytes).replace('.', ",") }
    length(ms: u64) -> String { clock(ms), clock(ms) }
}

/// A size in the units that file managers show (1 MB = 1,000,000 bytes).
fn size(bytes: u64) -> String {
    let tenths = |unit: u64| {
        let tenths = bytes / (unit / 10);
        format!("{}.{}", tenths / 10, tenths % 10)
    };
    match bytes {
        0..1_000 => format!("{bytes} B"),
        1_000..1_000_000 => format!("{} kB", tenths(1_000)),
        1_000_000..1_000_000_000 => format!("{} MB", tenths(1_000_000)),
        _ => format!("{} GB", tenths(1_000_000_000)),
    }
}

/// `1:02:03`, or `2:03` under an hour.
fn clock(ms: u64) -> String {
    let seconds = ms / 1_000;
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}

const fn redaction_done(kind: RedactionKind) -> Bilingual {
    match kind {
        RedactionKind::Blur => both("Covered in the picture", "Cubierto en la imagen"),
        RedactionKind::Mute => both("Sound taken out", "Sin sonido"),
        RedactionKind::Cut => both("Picture and sound taken out", "Sin imagen ni sonido"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_and_lengths_read_as_people_write_them() {
        assert_eq!(Lang::En.bytes(999), "999 B");
        assert_eq!(Lang::En.bytes(1_250_000), "1.2 MB");
        assert_eq!(Lang::Es.bytes(2_147_483_648), "2,1 GB");
        assert_eq!(Lang::En.length(62_000), "1:02");
        assert_eq!(Lang::En.length(3_723_999), "1:02:03");
    }
}
