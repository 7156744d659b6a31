//! Accounts: the first one, and the list.

use law::{Bilingual, both};

pub(super) const FIRST_TITLE: Bilingual = both("Make the first account", "Crear la primera cuenta");
pub(super) const FIRST_INTRO: Bilingual = both(
    "This link works once. The account is a records custodian's, who also looks after accounts and closures.",
    "Este enlace sirve una sola vez. La cuenta es de un custodio de registros, que además se ocupa de cuentas y cierres.",
);
pub(super) const USED_TITLE: Bilingual = both("This link is used up", "Este enlace ya se usó");
pub(super) const USED: Bilingual = both(
    "The first account exists, or the link is not whole. Sign in, or make an account with the command: daylight staff add.",
    "La primera cuenta ya existe, o el enlace no está completo. Inicie sesión, o cree una cuenta con este comando: daylight staff add.",
);
pub(super) const NAME_HINT: Bilingual = both(
    "Colleagues see it in the docket. The public never does.",
    "Sus colegas la ven en el expediente. El público nunca la ve.",
);
pub(super) const LIST_HINT: Bilingual = both(
    "Make an account on the server with the command: daylight staff add.",
    "Las cuentas se crean en el servidor con este comando: daylight staff add.",
);

pub(super) fn password_hint(min: usize) -> Bilingual<String> {
    both(
        format!("At least {min} characters. A few words in a row are easy to keep in mind. No other rules."),
        format!("Al menos {min} caracteres. Unas cuantas palabras seguidas son fáciles de recordar. Sin otras reglas."),
    )
}
