//! Names of acts, as links and buttons show them.

type Pair = (&'static str, &'static str);

/// The words of an act by its key.
pub(super) fn act(key: &str) -> Pair {
    match key {
        "register" => ("Register the recording", "Registrar la grabación"),
        "import" => ("Register these recordings", "Registrar estas grabaciones"),
        "status" => ("Change the legal status", "Cambiar la situación legal"),
        "scene" => ("Judge what it shows", "Evaluar lo que muestra"),
        "link" => ("Link it to a request", "Vincularla a una solicitud"),
        "delete" => ("Record a deletion", "Anotar un borrado"),
        "order" => ("Enter the order", "Registrar la orden"),
        "person" => ("Keep this person", "Guardar esta persona"),
        "contact" => ("Keep this contact", "Guardar este contacto"),
        "open_all" => ("Open the notices", "Abrir los avisos"),
        "send_all" => ("Send the letters", "Enviar las cartas"),
        "upload" => ("Send the file", "Enviar el archivo"),
        "redactions" => ("Keep this list", "Guardar esta lista"),
        "approve" => ("Approve exactly this file", "Aprobar exactamente este archivo"),
        "plan" => ("Confirm terms and warning", "Confirmar términos y advertencia"),
        "release" => ("Release to the requester", "Entregar al solicitante"),
        "publish" => ("Put into the public library", "Poner en la biblioteca pública"),
        "send" => ("Send the notice", "Enviar el aviso"),
        "receive" => ("Record proof of receipt", "Anotar la prueba de recepción"),
        "return" => ("Record that it came back", "Anotar que fue devuelto"),
        "search" => ("Log a search for an address", "Anotar una búsqueda de dirección"),
        "unlocated" => ("The person cannot be found", "No se encuentra a la persona"),
        "consent" => ("Record consent", "Anotar el consentimiento"),
        "exempt" => ("Exempt: police", "Eximir: policía"),
        "redact_out" => ("Hide the person in the copy", "Ocultar a la persona en la copia"),
        "take_back" => ("Take that back", "Revertirlo"),
        "clear" => (
            "Clear after looking into the court’s docket",
            "Dar por libre tras revisar el registro del tribunal",
        ),
        "object" => ("Key an objection on paper", "Anotar una objeción en papel"),
        "answer" => ("Answer an objection", "Responder a una objeción"),
        "action" => ("Record a court action", "Anotar una acción judicial"),
        "reject" => ("The papers do not show an action", "Los papeles no muestran una acción"),
        "decide" => ("Record what a court decided", "Anotar lo que decidió un tribunal"),
        "verify" => (
            "Verify against the court’s document",
            "Verificar con el documento del tribunal",
        ),
        "stay" => ("Record a stay", "Anotar una suspensión"),
        "lift" => ("Record the end of the stay", "Anotar el fin de la suspensión"),
        _ => ("Send", "Enviar"),
    }
}
