//! Words: staff accounts, one's own account, second factors.

use law::{Bilingual, Date, DateTime, both, request::ActKind};
use office::{
    Lang,
    forms::AccountAct,
    views::{AccountEvent, LinkPurpose},
};

use crate::{DateWords as _, LawWords as _};

words! {
    /// Words of staff accounts.
    pub trait AccountWords:
    moment(at: DateTime) -> String { moment(Lang::En, at), moment(Lang::Es, at) }

    accounts_title() -> &'static str { "Staff accounts", "Cuentas del personal" }
    accounts_hint() -> &'static str {
        "Open an account to change its role, to make a one-time link for a lost password, or to disable it. What happens to an account is kept in the audit log.",
        "Abra una cuenta para cambiar su función, hacer un enlace de un solo uso si se perdió la contraseña, o desactivarla. Lo que ocurre con una cuenta queda en el registro de auditoría."
    }
    accounts_name() -> &'static str { "Name", "Nombre" }
    accounts_email() -> &'static str { "E-mail", "Correo electrónico" }
    accounts_role() -> &'static str { "Role", "Función" }
    accounts_since() -> &'static str { "Since", "Desde" }
    accounts_signed_in() -> &'static str { "Last sign-in", "Último acceso" }
    accounts_never() -> &'static str { "never", "nunca" }
    accounts_factor() -> &'static str { "Second factor", "Segundo factor" }
    accounts_factor_yes() -> &'static str { "yes", "sí" }
    accounts_factor_no() -> &'static str { "no", "no" }
    accounts_state() -> &'static str { "State", "Estado" }
    accounts_open() -> &'static str { "Enabled", "Activa" }
    accounts_invited() -> &'static str { "Invited, no password yet", "Invitada, aún sin contraseña" }
    accounts_closed(on: Date) -> String {
        format!("Disabled on {}", Lang::En.short_day(on)),
        format!("Desactivada el {}", Lang::Es.short_day(on))
    }
    accounts_administers() -> &'static str { "Also administers", "También administra" }
    accounts_officer() -> &'static str { "Officer number", "Número de agente" }
    accounts_officer_hint() -> &'static str {
        "As in the register of recordings. Whoever is on a recording cannot decide on it. Leave it empty for somebody who is no officer.",
        "Como en el registro de grabaciones. Quien sale en una grabación no puede decidir sobre ella. Déjelo vacío si no es agente."
    }

    invite_title() -> &'static str { "Invite somebody", "Invitar a alguien" }
    invite_intro(hours: u32) -> String {
        format!("The account gets a one-time link that works for {hours} hours. You see it on the next page: give it to the person yourself. They choose their own password."),
        format!("La cuenta recibe un enlace de un solo uso que sirve durante {hours} horas. Lo verá en la página siguiente: entréguelo usted a la persona. Ella elige su contraseña.")
    }
    invite_send() -> &'static str { "Make the account", "Crear la cuenta" }
    account_act(act: AccountAct) -> &'static str { act_words(act) }
    account_act_hint(act: AccountAct) -> &'static str { act_hint(act) }
    account_done() -> &'static str { "The account was changed. The change is in the audit log.", "La cuenta se cambió. El cambio consta en el registro de auditoría." }
    account_last() -> &'static str {
        "Nobody else can administer the portal. Make another administrator before you disable this account or give it another role.",
        "Nadie más puede administrar el portal. Nombre a otro administrador antes de desactivar esta cuenta o cambiar su función."
    }
    account_back() -> &'static str { "All accounts", "Todas las cuentas" }
    link_waits(purpose: LinkPurpose) -> &'static str { link_title(purpose) }
    link_until(at: DateTime) -> String {
        format!("It works once, until {}. Whoever has it can choose the password: give it to nobody else.", moment(Lang::En, at)),
        format!("Sirve una sola vez, hasta el {}. Quien lo tenga puede elegir la contraseña: no se lo dé a nadie más.", moment(Lang::Es, at))
    }

    chosen_title() -> &'static str { "Choose a password", "Elegir una contraseña" }
    chosen_intro(name: &str, email: &str) -> String {
        format!("For the account of {name}, who signs in as {email}. Every session of the account ends."),
        format!("Para la cuenta de {name}, que inicia sesión como {email}. Se cierran todas las sesiones de la cuenta.")
    }
    chosen_send() -> &'static str { "Set the password", "Fijar la contraseña" }
    link_over_title() -> &'static str { "This link does not work", "Este enlace no sirve" }
    link_over() -> &'static str {
        "It was used, its time is over, a later one was made, or the address is not whole. Ask an administrator for a new one.",
        "Ya se usó, venció, se hizo otro después, o la dirección no está completa. Pida uno nuevo a un administrador."
    }

    conflict_title() -> &'static str { "You do not decide here", "Aquí usted no decide" }
    conflict_text() -> &'static str {
        "Your account is linked to the officer whose camera made a recording of this. Whoever is on a recording does not decide on it: a colleague approves, releases, verifies and answers.",
        "Su cuenta está vinculada al agente cuya cámara hizo una grabación de este caso. Quien sale en una grabación no decide sobre ella: un colega aprueba, entrega, verifica y responde."
    }
    private_title() -> &'static str { "What the requester wrote", "Lo que escribió quien pidió" }
    private_for_others() -> &'static str {
        "Name, address, messages and the words of the request are for whoever works it: records custodians. Your role sees the public part and the docket.",
        "El nombre, la dirección, los mensajes y las palabras de la solicitud son para quien la atiende: los custodios de registros. Su función ve la parte pública y el expediente."
    }
    private_not_entered() -> &'static str {
        "Each opening is kept in the audit log. That cannot be written now, so this part stays closed. Try again in a few minutes; if it lasts, tell the operator.",
        "Cada apertura queda en el registro de auditoría. Ahora no se puede escribir, así que esta parte sigue cerrada. Inténtelo en unos minutos; si continúa, avise al operador."
    }
    contacts_closed() -> &'static str {
        "It is known. Only a records custodian opens it, to serve a notice, and each opening is kept.",
        "Se sabe. Solo la abre un custodio de registros, para entregar un aviso, y cada apertura queda registrada."
    }

    audit_kind(key: &str) -> String { kind_of(office::Lang::En, key), kind_of(office::Lang::Es, key) }
    audit_kind_label() -> &'static str { "Kind", "Clase" }
    audit_from() -> &'static str { "From day", "Desde el día" }
    audit_to() -> &'static str { "To day", "Hasta el día" }
    audit_anybody() -> &'static str { "Everybody", "Todos" }
    audit_anything() -> &'static str { "Everything", "Todo" }
    audit_show() -> &'static str { "Show", "Mostrar" }
    audit_export_part(most: u32) -> String {
        format!("The file holds the newest {most} of these entries. Choose fewer days for the rest."),
        format!("El archivo tiene las {most} entradas más recientes de estas. Elija menos días para el resto.")
    }
    audit_export() -> &'static str { "Export these as CSV", "Exportar esto como CSV" }
    audit_time() -> &'static str { "When", "Cuándo" }
    reading_link() -> &'static str { "Unusual reading", "Lecturas fuera de lo común" }
    reading_title() -> &'static str { "Who opened unusually much", "Quién abrió más de lo común" }
    reading_definition(threshold: u64, median: u64, days: u64) -> String {
        format!("Counted are private parts of requests, words of objections, papers that people sent, originals and copies, and the queue with the names of requesters, listed or searched: each once in a session; and ways to reach a person: each time. A day of somebody is listed when they opened {threshold} or more: more than three times the median, and never fewer than ten. The median of the {days} days on which somebody opened anything is {median}. Unusual is not wrong: ask why."),
        format!("Se cuentan las partes privadas de solicitudes, las palabras de objeciones, los documentos que la gente envió, los originales y copias, y la bandeja con los nombres de quienes piden, vista o buscada: cada una una vez por sesión; y las formas de llegar a una persona: cada vez. El día de alguien aparece si abrió {threshold} o más: más del triple de la mediana, y nunca menos de diez. La mediana de los {days} días en que alguien abrió algo es {median}. Fuera de lo común no quiere decir incorrecto: pregunte por qué.")
    }
    reading_span(from: Date, to: Date) -> String {
        format!("From {} to {}.", Lang::En.day(from), Lang::En.day(to)),
        format!("Del {} al {}.", Lang::Es.day(from), Lang::Es.day(to))
    }
    reading_none() -> &'static str { "Nobody opened unusually much.", "Nadie abrió más de lo común." }
    reading_private() -> &'static str { "Private parts", "Partes privadas" }
    reading_files() -> &'static str { "Originals and copies", "Originales y copias" }
    reading_contacts() -> &'static str { "Ways to reach a person", "Formas de llegar a una persona" }
    reading_lists() -> &'static str { "Names in the queue", "Nombres en la bandeja" }
    reading_all() -> &'static str { "All", "Todo" }
    reading_see() -> &'static str { "See the entries", "Ver las anotaciones" }

    daily_mail_title() -> &'static str { "Daily mail of what is due", "Correo diario de lo que vence" }
    daily_mail_on() -> &'static str {
        "Each morning on which something is due you get one e-mail: numbers, days and links of the requests that you have, of those you stand in for, and of those that nobody has. It names no requester.",
        "Cada mañana en que vence algo usted recibe un correo: números, fechas y enlaces de las solicitudes que tiene, de las de quienes suple y de las que nadie tiene. No nombra a ningún solicitante."
    }
    daily_mail_off() -> &'static str { "You get no daily mail.", "Usted no recibe el correo diario." }
    daily_mail_stop() -> &'static str { "Stop the daily mail", "Dejar el correo diario" }
    daily_mail_start() -> &'static str { "Get the daily mail", "Recibir el correo diario" }
    own_title() -> &'static str { "Your account", "Su cuenta" }
    own_password() -> &'static str { "Change the password", "Cambiar la contraseña" }
    own_password_intro() -> &'static str { "Every other session of yours ends.", "Se cierran todas sus demás sesiones." }
    own_current() -> &'static str { "Password until now", "Contraseña actual" }
    own_new() -> &'static str { "New password", "Contraseña nueva" }
    own_again() -> &'static str { "New password again", "Contraseña nueva otra vez" }
    own_sign_out() -> &'static str { "Sign out everywhere else", "Cerrar las demás sesiones" }
    own_sign_out_hint() -> &'static str {
        "If you left a session open on another computer.",
        "Si dejó una sesión abierta en otra computadora."
    }
    own_done() -> &'static str { "It is done.", "Hecho." }

    factor_none() -> &'static str {
        "You sign in with the password alone. With a second factor, somebody who knows your password still cannot sign in.",
        "Inicia sesión solo con la contraseña. Con un segundo factor, quien conozca su contraseña tampoco podrá entrar."
    }
    factor_required() -> &'static str {
        "Your role needs a second factor. Enroll one now: until then nothing else in the console opens.",
        "Su función exige un segundo factor. Inscríbalo ahora: hasta entonces no se abre nada más de la consola."
    }
    factor_begin() -> &'static str { "Enroll a second factor", "Inscribir un segundo factor" }
    factor_scan() -> &'static str {
        "Scan this picture with an app that makes one-time codes (TOTP), or type the key into it. Then enter the code that it shows.",
        "Escanee esta imagen con una aplicación de códigos de un solo uso (TOTP) o escriba la clave en ella. Después escriba el código que muestra."
    }
    factor_picture() -> &'static str { "QR code with the key for the app", "Código QR con la clave para la aplicación" }
    factor_key() -> &'static str { "Key to type", "Clave para escribir" }
    factor_code() -> &'static str { "Code", "Código" }
    factor_code_hint() -> &'static str {
        "Six digits from the app. Each code works once. Without the app, use one of your recovery codes.",
        "Seis cifras de la aplicación. Cada código sirve una vez. Sin la aplicación, use uno de sus códigos de recuperación."
    }
    factor_first_hint() -> &'static str { "Six digits from the app.", "Seis cifras de la aplicación." }
    factor_enroll() -> &'static str { "Enroll it", "Inscribirlo" }
    factor_yes(left: u64) -> String {
        if left == 1 { "A second factor is enrolled. 1 recovery code is left.".to_owned() } else { format!("A second factor is enrolled. {left} recovery codes are left.") },
        if left == 1 { "Hay un segundo factor inscrito. Queda 1 código de recuperación.".to_owned() } else { format!("Hay un segundo factor inscrito. Quedan {left} códigos de recuperación.") }
    }
    factor_codes() -> &'static str { "Make new recovery codes", "Hacer códigos de recuperación nuevos" }
    factor_codes_hint() -> &'static str { "The old ones stop working.", "Los anteriores dejan de servir." }
    factor_remove() -> &'static str { "Take the second factor away", "Quitar el segundo factor" }
    codes_title() -> &'static str { "Your recovery codes", "Sus códigos de recuperación" }
    codes_intro() -> &'static str {
        "Print them or write them down now: they are shown only this once. Each works once in the place of a code from the app.",
        "Imprímalos o anótelos ahora: se muestran solo esta vez. Cada uno sirve una vez en lugar de un código de la aplicación."
    }
    codes_onward() -> &'static str { "Go on", "Continuar" }

    second_title() -> &'static str { "Enter the code of your second factor", "Escriba el código de su segundo factor" }
    second_send() -> &'static str { "Sign in", "Iniciar sesión" }
    confirm_title() -> &'static str { "Confirm that it is you", "Confirme que es usted" }
    confirm_intro(minutes: u32) -> String {
        format!("What you are about to do asks for the second factor again when it was last given more than {minutes} minutes ago."),
        format!("Lo que va a hacer pide otra vez el segundo factor si lo dio hace más de {minutes} minutos.")
    }
    confirm_send() -> &'static str { "Confirm", "Confirmar" }
    confirm_open() -> &'static str { "Enter the code (opens in a new tab)", "Escribir el código (se abre en otra pestaña)" }
    confirm_not_needed() -> &'static str { "You have no second factor, so nothing has to be confirmed.", "Usted no tiene segundo factor; no hay nada que confirmar." }
}

fn moment(lang: Lang, at: DateTime) -> String {
    format!("{}, {}", lang.short_day(at.date()), lang.time_of_day(at.time()))
}

const fn link_title(purpose: LinkPurpose) -> Bilingual {
    match purpose {
        LinkPurpose::Invitation => both(
            "The invitation waits for its holder",
            "La invitación espera a su titular",
        ),
        LinkPurpose::Reset => both(
            "A link for another password waits for its holder",
            "Un enlace para otra contraseña espera a su titular",
        ),
    }
}

const fn act_words(act: AccountAct) -> Bilingual {
    match act {
        AccountAct::Invite => both("Make the account", "Crear la cuenta"),
        AccountAct::Role => both("Change the role", "Cambiar la función"),
        AccountAct::Reset => both(
            "Make a link for another password",
            "Hacer un enlace para otra contraseña",
        ),
        AccountAct::SignOut => both("End every session", "Cerrar todas las sesiones"),
        AccountAct::Officer => both("Keep the officer number", "Guardar el número de agente"),
        AccountAct::RemoveFactor => both("Take the second factor away", "Quitar el segundo factor"),
        AccountAct::Disable => both("Disable the account", "Desactivar la cuenta"),
        AccountAct::Enable => both("Enable the account again", "Activar la cuenta otra vez"),
    }
}

const fn act_hint(act: AccountAct) -> Bilingual {
    match act {
        AccountAct::Invite | AccountAct::Officer => both("", ""),
        AccountAct::Role => both(
            "It holds from the next click on. Only the role of an administrator administers.",
            "Vale desde el próximo clic. Solo administra quien tiene la función de administrador.",
        ),
        AccountAct::Reset => both(
            "For a lost password. The old one works until the link is used; links made before do not.",
            "Si se perdió la contraseña. La anterior sirve hasta que se use el enlace; los enlaces hechos antes, no.",
        ),
        AccountAct::SignOut => both(
            "On every computer, at once. Whoever knows the password can sign in again.",
            "En todas las computadoras, de inmediato. Quien sepa la contraseña puede volver a entrar.",
        ),
        AccountAct::RemoveFactor => both(
            "For a lost telephone. The holder then signs in with the password alone, and must enroll again where the role needs it.",
            "Si se perdió el teléfono. El titular inicia sesión solo con la contraseña, y debe inscribirlo otra vez si su función lo exige.",
        ),
        AccountAct::Disable => both(
            "Every session ends at once, and nobody signs in. What the person did stays in dockets and audit log.",
            "Todas las sesiones se cierran de inmediato y nadie puede entrar. Lo que hizo la persona queda en expedientes y auditoría.",
        ),
        AccountAct::Enable => both(
            "The holder signs in with the password they had.",
            "El titular entra con la contraseña que tenía.",
        ),
    }
}

/// Names of [`office::views::audit_kinds`]. Those of acts on requests say so, beside the same act on something else.
fn kind_of(lang: Lang, key: &str) -> String {
    match ActKind::parse(key) {
        Some(act) => {
            let of = both("Request", "Solicitud");
            format!("{}: {}", lang.pick(of), lang.act(act))
        }
        None => lang.pick(kind_words(key)).to_owned(),
    }
}

/// Names of the kinds that are no act on a request.
fn kind_words(key: &str) -> Bilingual {
    match key {
        "private_opened" => both("Private part opened", "Parte privada abierta"),
        "names_listed" => both("Names listed in the queue", "Nombres vistos en la bandeja"),
        "code_reissued" => both("New access code given out", "Código de acceso nuevo entregado"),
        "assigned" => both("Request assigned", "Solicitud asignada"),
        "objection_opened" => both("Words of objections opened", "Palabras de objeciones abiertas"),
        "sealed_case_opened" => both("Sealed court case opened", "Caso judicial sellado abierto"),
        "paper_opened" => both("Paper opened", "Documento abierto"),
        "file_opened" => both("Original or copy opened", "Original o copia abierta"),
        "contact_opened" => both("Contact opened", "Contacto abierto"),
        "contact_kept" => both("Contact kept", "Contacto guardado"),
        "registered" => both("Recording registered", "Grabación anotada"),
        "status" => both("Legal status", "Situación legal"),
        "judged" => both("What it shows judged", "Contenido valorado"),
        "linked" => both("Linked to a request", "Vinculada a una solicitud"),
        "link_taken_back" => both("Link to a request taken back", "Vínculo con una solicitud retirado"),
        "suggestion_refused" => both("Suggestion refused", "Sugerencia rechazada"),
        "requests_joined" => both("Requests joined", "Solicitudes unidas"),
        "join_taken_back" => both("Join of requests taken back", "Unión de solicitudes retirada"),
        "deleted" => both("Deleted", "Borrada"),
        "viewing_offered" => both("Family viewing offered", "Visionado ofrecido a la familia"),
        "viewing_stepped" => both("Step of a family viewing", "Paso de un visionado de la familia"),
        "capacity_entered" => both("Capacity entered", "Capacidad anotada"),
        "capacity_verified" => both("Capacity verified", "Capacidad verificada"),
        "capacity_ended" => both("Capacity ended", "Capacidad terminada"),
        "coverage_kept" => both("Coverage sheet kept", "Hoja de cobertura guardada"),
        "deletion_list_made" => both("Deletion list made", "Lista de borrado hecha"),
        "deletion_list_acted" => both("Deletion list acted on", "Actuación sobre lista de borrado"),
        "deletions_compared" => both("Deletions compared", "Borrados comparados"),
        "deleted_in_breach" => both("Deleted although it had to be kept", "Borrada aunque debía conservarse"),
        "person_taken_out" => both("Person taken out of the log", "Persona quitada de la lista"),
        "person_logged" => both("People log", "Registro de personas"),
        "notice_opened" => both("Notice opened", "Aviso abierto"),
        "notice_acted" => both("Act on a notice", "Actuación en un aviso"),
        "notice_answered" => both("The person answered", "La persona respondió"),
        "consent_wished" => both(
            "The person wants to agree, or to talk about it",
            "La persona quiere aceptar, o hablar de ello",
        ),
        "notice_recounted" => both("Days counted anew", "Plazo recalculado"),
        "file_kept" => both("File kept", "Archivo guardado"),
        "redactions_set" => both("Redaction list set", "Lista de supresiones fijada"),
        "copy_approved" => both("Copy approved", "Copia aprobada"),
        "released" => both("Released", "Entregada"),
        "publication_proposed" => both("Proposed for the library", "Propuesta para la biblioteca"),
        "published" => both("Published", "Publicada"),
        "publication_sent_back" => both("Proposal sent back", "Propuesta devuelta"),
        "taken_down" => both("Taken out of the library", "Sacada de la biblioteca"),
        "links_stopped" => both("Links stopped", "Enlaces detenidos"),
        "order_entered" => both("Order entered", "Orden registrada"),
        "order_verified" => both("Order verified", "Orden verificada"),
        "order_stayed" => both("Order stayed", "Orden suspendida"),
        "proposed" => both("Entered for a second person", "Anotado para una segunda persona"),
        "proposal_verified" => both("Verified by a second person", "Verificado por una segunda persona"),
        "proposal_refused" => both("Refused by a second person", "Rechazado por una segunda persona"),
        "stay_lifted" => both("Stay ended", "Fin de la suspensión"),
        "account_made" => both("Account made", "Cuenta creada"),
        "link_made" => both("One-time link made", "Enlace de un solo uso hecho"),
        "link_used" => both("One-time link used", "Enlace de un solo uso usado"),
        "password_changed" => both("Password changed", "Contraseña cambiada"),
        "password_set" => both("Password set on the server", "Contraseña fijada en el servidor"),
        "account_disabled" => both("Account disabled", "Cuenta desactivada"),
        "account_enabled" => both("Account enabled", "Cuenta activada"),
        "role_changed" => both("Role changed", "Función cambiada"),
        "signed_out" => both("Sessions ended", "Sesiones cerradas"),
        "signed_in" => both("Signed in", "Inicio de sesión"),
        "tries_slowed" => both("Many wrong passwords", "Muchas contraseñas erróneas"),
        "officer_set" => both("Officer number", "Número de agente"),
        "factor_enrolled" => both("Second factor enrolled", "Segundo factor inscrito"),
        "factor_removed" => both("Second factor taken away", "Segundo factor quitado"),
        "recovery_codes_made" => both("Recovery codes made", "Códigos de recuperación hechos"),
        "clock_confirmed" => both("Clock confirmed", "Reloj confirmado"),
        "template_published" => both("Words of letters changed", "Texto de cartas cambiado"),
        "recovery_code_used" => both("Recovery code used", "Código de recuperación usado"),
        "file" => both("Request: received", "Solicitud: recibida"),
        "reissue_code" => both("Request: new access code", "Solicitud: código de acceso nuevo"),
        "erase" => both(
            "Request: who filed was erased",
            "Solicitud: se borró a quien la presentó",
        ),
        _ => both("Something else", "Otra cosa"),
    }
}

/// What happened to an account, as the audit log tells it.
pub(crate) fn event(lang: Lang, event: &AccountEvent) -> String {
    let say = |en: &str, es: &str| both(en, es).owned();
    let text = match event {
        AccountEvent::Made { role } => both(
            format!("Account made: {}.", Lang::En.role(*role)),
            format!("Cuenta creada: {}.", Lang::Es.role(*role)),
        ),
        AccountEvent::LinkMade { purpose } => match purpose {
            LinkPurpose::Invitation => say("Invitation made.", "Invitación hecha."),
            LinkPurpose::Reset => say("Link for another password made.", "Enlace para otra contraseña hecho."),
        },
        AccountEvent::LinkUsed { .. } => say(
            "Password chosen by a one-time link; every session ended.",
            "Contraseña elegida con un enlace de un solo uso; se cerraron todas las sesiones.",
        ),
        AccountEvent::PasswordChanged => say(
            "Password changed by its holder; other sessions ended.",
            "Contraseña cambiada por su titular; se cerraron las demás sesiones.",
        ),
        AccountEvent::PasswordSet => say(
            "Password set on the server; every session ended.",
            "Contraseña fijada en el servidor; se cerraron todas las sesiones.",
        ),
        AccountEvent::Disabled => say(
            "Account disabled; every session ended.",
            "Cuenta desactivada; se cerraron todas las sesiones.",
        ),
        AccountEvent::Enabled => say("Account enabled again.", "Cuenta activada otra vez."),
        AccountEvent::RoleChanged { was, is } => both(
            format!("Role changed from {} to {}.", Lang::En.role(*was), Lang::En.role(*is)),
            format!("Función cambiada de {} a {}.", Lang::Es.role(*was), Lang::Es.role(*is)),
        ),
        AccountEvent::SignedOut => say("Every session was ended.", "Se cerraron todas las sesiones."),
        AccountEvent::SignedIn => say("Signed in.", "Inició sesión."),
        AccountEvent::TriesSlowed => say(
            "Many wrong passwords: further tries have to wait.",
            "Muchas contraseñas erróneas: los demás intentos deben esperar.",
        ),
        AccountEvent::OfficerSet { officer: Some(officer) } => both(
            format!("Linked to officer {officer} of the register."),
            format!("Vinculada al agente {officer} del registro."),
        ),
        AccountEvent::OfficerSet { officer: None } => say(
            "No longer linked to an officer of the register.",
            "Ya no está vinculada a un agente del registro.",
        ),
        AccountEvent::FactorEnrolled => say("Second factor enrolled.", "Segundo factor inscrito."),
        AccountEvent::FactorRemoved => say("Second factor taken away.", "Segundo factor quitado."),
        AccountEvent::RecoveryCodesMade => say("New recovery codes made.", "Códigos de recuperación nuevos."),
        AccountEvent::RecoveryCodeUsed { left } => both(
            format!("Recovery code used; {left} left."),
            format!("Código de recuperación usado; quedan {left}."),
        ),
    };
    match lang {
        Lang::En => text.en,
        Lang::Es => text.es,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_the_audit_log_has_a_name() {
        let mut names: Vec<String> = office::views::audit_kinds().map(|key| kind_of(Lang::En, key)).collect();
        assert!(!names.contains(&kind_of(Lang::En, "")));
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "each by a name of its own");
    }
}
