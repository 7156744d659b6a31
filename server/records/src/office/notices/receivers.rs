//! Who receives for a person, and how.

use law::{
    notice::Channel,
    person::{Person, Receiver},
};
use office::forms::Contact;

/// Whether something must be heeded to reach somebody safely.
pub(in crate::office) fn with_care(contact: &Contact) -> bool {
    !contact.safe_contact.trim().is_empty()
}

/// Who receives for whoever objected in a capacity: whoever is reached in it, or else whoever is reached first.
pub(super) fn for_capacity(contacts: &[Contact], capacity: Receiver) -> Option<&Contact> {
    let same = contacts.iter().find(|contact| contact.receiver == capacity);
    same.or(contacts.first())
}

/// How a letter on paper goes out: by post, unless something must be heeded to reach them safely.
pub(super) fn usual_channel(contact: &Contact) -> Channel {
    if with_care(contact) {
        Channel::Personal
    } else {
        Channel::Mail
    }
}

/// Who usually receives for a person, of those that can be reached: first whoever is there to receive for them. Nobody where
/// something must be heeded to reach them safely: that is done by hand.
pub(super) fn usual(person: &Person, contacts: &[Contact]) -> Option<Receiver> {
    if contacts.iter().any(with_care) {
        return None;
    }
    let known = |receiver: &Receiver| contacts.iter().any(|contact| contact.receiver == *receiver);
    let first = |receiver: &Receiver| matches!(receiver, Receiver::SecretaryOfState | Receiver::Attorney);
    let mut receivers = person.receivers();
    receivers.sort_by_key(|receiver| !first(receiver));
    receivers.into_iter().find(known)
}
