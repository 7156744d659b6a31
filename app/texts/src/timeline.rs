//! Words: the time line of a request as a sheet to print.

use law::DateTime;

use crate::DateWords;

words! {
    /// Words of the sheet with a request's time line.
    pub trait TimelineWords:
    sheet_title(number: &str) -> String { format!("Time line of request {number}"), format!("Cronología de la solicitud {number}") }
    sheet_lead(agency: &str) -> String {
        format!("Everything public that has happened to this request for camera footage of the {agency}, in order, as this portal keeps it. It never shows who asked, or what they wrote."),
        format!("Todo lo público que ha pasado con esta solicitud de grabaciones ({agency}), en orden, tal como lo guarda este portal. Nunca muestra quién pidió ni lo que escribió."),
    }
    sheet_print() -> &'static str {
        "Print this page with your browser. The date and time on it are those at which it was made.",
        "Imprima esta página con su navegador. La fecha y la hora que lleva son las del momento en que se hizo.",
    }
    sheet_status() -> &'static str { "Status", "Estado" }
    sheet_made() -> &'static str { "Made on", "Hecha el" }
    sheet_made_at(at: DateTime, zone: &str) -> String {
        format!("{}, {} ({zone})", office::Lang::En.day(at.date()), office::Lang::En.time_to_the_second(at.time())),
        format!("{}, {} ({zone})", office::Lang::Es.day(at.date()), office::Lang::Es.time_to_the_second(at.time())),
    }
    sheet_address() -> &'static str { "Address", "Dirección" }
    sheet_entries() -> &'static str { "Entries", "Anotaciones" }
    sheet_hash() -> &'static str { "SHA-256 of the entries", "SHA-256 de las anotaciones" }
    sheet_what() -> &'static str { "What has happened", "Lo que ha pasado" }
    sheet_head() -> [&'static str; 4] { ["No.", "Day", "Who", "What"], ["N.º", "Día", "Quién", "Qué"] }
    sheet_clocks() -> &'static str { "The dates, and how each was worked out", "Las fechas y cómo se calculó cada una" }
    sheet_no_clocks() -> &'static str { "No date has been set yet.", "Todavía no se ha fijado ninguna fecha." }
    sheet_check() -> &'static str { "How to check this sheet", "Cómo comprobar esta hoja" }
    sheet_check_what() -> &'static str {
        "The SHA-256 is a check number. It changes when a single letter of the entries changes. Anyone can work it out again and compare.",
        "El SHA-256 es un número de control. Cambia si cambia una sola letra de las anotaciones. Cualquiera puede calcularlo otra vez y comparar.",
    }
    sheet_check_text() -> &'static str {
        "It is made from the exact text below, in UTF-8. The first line names the form, the second the request. Then comes one line for each entry: number, day, who acted, and what happened as data (JSON), with one space between them. Each line ends with a line feed, the last one too.",
        "Se calcula a partir del texto exacto de abajo, en UTF-8. La primera línea nombra la forma; la segunda, la solicitud. Luego hay una línea por anotación: número, día, quién actuó y qué pasó como datos (JSON), separados por un espacio. Cada línea termina con un salto de línea, también la última.",
    }
    sheet_check_file() -> &'static str { "Download the exact text", "Descargar el texto exacto" }
    sheet_check_how() -> &'static str { "On most computers this command gives the number:", "En casi cualquier computadora este comando da el número:" }
    sheet_check_later() -> &'static str {
        "Entries are only ever added. A sheet made later has more lines and another number, but the lines above stay as they are.",
        "Las anotaciones solo se agregan. Una hoja hecha más tarde tiene más líneas y otro número, pero las líneas de arriba quedan como están.",
    }
    sheet_text() -> &'static str { "The exact text", "El texto exacto" }
    certificate_title(number: &str) -> String { format!("No recording: certificate, request {number}"), format!("No hay grabación: certificado, solicitud {number}") }
    certificate_lead(agency: &str) -> String {
        format!("The records office of the {agency} searched for the footage that this request asks for, and found none that it can give."),
        format!("La oficina de registros de {agency} buscó la grabación que pide esta solicitud y no halló ninguna que pueda dar.")
    }
    certificate_on() -> &'static str { "Day of this answer", "Fecha de esta respuesta" }
    certificate_why() -> &'static str { "Why there is none", "Por qué no hay" }
    certificate_search() -> &'static str { "Who searched what, and when", "Quién buscó qué y cuándo" }
    certificate_erased() -> &'static str { "The words of the search are not shown here.", "Las palabras de la búsqueda no se muestran aquí." }
    certificate_statement() -> &'static str {
        "I am a custodian of these records. The search was made as said above, and no recording that answers the request was found.",
        "Soy custodio de estos registros. La búsqueda se hizo como se dice arriba y no se halló ninguna grabación que responda a la solicitud."
    }
    certificate_own_link() -> &'static str { "The certificate that there is no recording, to print", "El certificado de que no hay grabación, para imprimir" }
    sheet_certify() -> &'static str { "Certification by the custodian of records", "Certificación del custodio de registros" }
    sheet_unsigned_title() -> &'static str { "Not certified until it is signed", "Sin firma no está certificada" }
    sheet_unsigned() -> &'static str {
        "This sheet is certified only when a custodian of records has signed it here. Without a signature it is a plain printout. Ask the agency for the signature.",
        "Esta hoja solo está certificada cuando un custodio de registros la ha firmado aquí. Sin firma es una simple impresión. Pida la firma a la agencia.",
    }
    sheet_statement(agency: &str, number: &str) -> String {
        format!("I am a custodian of records of the {agency}. This sheet is a true copy of the public entries on request {number}, as kept at the date and time named above."),
        format!("Soy custodio de registros ({agency}). Esta hoja es copia fiel de las anotaciones públicas de la solicitud {number}, tal como se guardaban en la fecha y la hora indicadas arriba."),
    }
    sheet_signature() -> [&'static str; 4] { ["Signature", "Name", "Title", "Day"], ["Firma", "Nombre", "Cargo", "Fecha"] }
    sheet_link() -> &'static str { "Print the time line, for example for a court", "Imprimir la cronología, por ejemplo para un tribunal" }
}
