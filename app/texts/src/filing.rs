//! Words of the pages that the public files and learns by: one file per page.

mod about;
mod home;
mod law_page;
mod petition;
mod receipt;
mod request;

pub use about::AboutWords;
pub use home::HomeWords;
pub use law_page::LawPageWords;
pub use petition::PetitionWords;
pub use receipt::ReceiptWords;
pub use request::FilingWords;
