//! Words that every page shares: names, navigation, footer.

use crate::words;

words! {
    /// What every page shares.
    pub trait CommonWords:
    site() -> &'static str { "Daylight", "Daylight" }
    skip() -> &'static str { "Skip to main content", "Ir al contenido principal" }
    language() -> &'static str { "English", "Español" }
    menu() -> &'static str { "Main", "Principal" }
    unavailable_title() -> &'static str { "The portal cannot answer right now", "El portal no puede responder en este momento" }
}
