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
        "verify" => (
            "Verify against the court’s document",
            "Verificar con el documento del tribunal",
        ),
        "stay" => ("Record a stay", "Anotar una suspensión"),
        "lift" => ("Record the end of the stay", "Anotar el fin de la suspensión"),
        _ => ("Send", "Enviar"),
    }
}
