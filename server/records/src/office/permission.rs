//! Who may do what: asked at the beginning of a use case.

use office::{Answer, Refusal, views::Staff};

/// Only custodians work requests, recordings and notices.
///
/// # Errors
/// [`Refusal::NotYours`] for every other role.
pub(super) const fn must_work(by: &Staff) -> Answer<()> {
    if by.role.works() {
        Ok(())
    } else {
        Err(Refusal::NotYours)
    }
}
