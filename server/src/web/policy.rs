//! What holds for an address: who may see it, how long its answers may be kept, who reads its errors, whether it takes files.
//! Which address has which policy stands in [`super::routes`].

use axum::{extract::Request, http::Method};
use office::permission::Permission;

/// How long a receipt can be seen, in seconds: enough to print it or write it down, and short for whoever comes after at the
/// same computer.
pub const RECEIPT_SECONDS: u32 = 15 * 60;

/// What holds for every request to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Who may see it, and so which session is looked for.
    pub audience: Audience,
    /// Which members of staff may read it. Whoever may not is told so before anything is looked up, so that the answer
    /// says nothing about what there is.
    pub read_by: Permission,
    /// Which members of staff may send something to it.
    pub sent_by: Permission,
    /// How an answer to a GET may be kept.
    pub cache: CacheRule,
    /// Whether it takes files: then a request may take as long as its bytes keep coming.
    pub takes_files: bool,
    /// Who reads its errors.
    pub errors: ErrorFormat,
    /// After how many seconds a browser that still shows it asks for it again, to find it closed.
    pub expires: Option<u32>,
}

/// Who may see an address. Nowhere but where a session is looked for is a cookie read, so that public pages are the same for
/// everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody.
    Public,
    /// Everybody; whoever has just filed sees their receipt.
    Receipt,
    /// Whoever opened the request in the path with its number and code.
    Requester,
    /// Everybody; whoever opened a notice with its code sees it.
    Depicted,
    /// Whoever has given a right password and is asked for the second factor.
    HalfSignedIn,
    /// Members of staff who are signed in.
    Staff,
}

/// How an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CacheRule {
    /// The same for everybody, without a form that has a key: kept here, and by shared caches, for a second.
    Shared,
    /// As [`Self::Shared`], but read by ranges, so not kept here.
    SharedFile,
    /// A form with a key of its own: only this browser keeps it, and asks again before it shows it, but
    /// for the way back: who goes back and sends once more sends the same key, and files once.
    Private,
    /// Bears secrets: nobody keeps it, and it is not compressed, since the length of a compressed
    /// page that holds a secret beside what somebody else typed gives the secret away (BREACH).
    NoStore,
}

/// Who reads an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorFormat {
    /// A person: a page in their language.
    Page,
    /// A script that can show words: JSON.
    Json,
}

impl Policy {
    /// For everybody, kept by nobody: what is not listed.
    pub const UNLISTED: Self = Self {
        audience: Audience::Public,
        read_by: Permission::SignedIn,
        sent_by: Permission::SignedIn,
        cache: CacheRule::NoStore,
        takes_files: false,
        errors: ErrorFormat::Page,
        expires: None,
    };

    /// For these people, kept by nobody.
    pub const fn of(audience: Audience) -> Self {
        Self {
            audience,
            ..Self::UNLISTED
        }
    }

    /// Only these members of staff read it and send to it.
    #[must_use]
    pub const fn only(self, permission: Permission) -> Self {
        Self {
            read_by: permission,
            sent_by: permission,
            ..self
        }
    }

    /// Only these members of staff send to it.
    #[must_use]
    pub const fn sent_by(self, permission: Permission) -> Self {
        Self {
            sent_by: permission,
            ..self
        }
    }

    /// Whom it asks for with this method.
    pub fn permission(&self, method: &Method) -> Permission {
        if matches!(*method, Method::GET | Method::HEAD) {
            self.read_by
        } else {
            self.sent_by
        }
    }

    /// Kept as this rule says.
    #[must_use]
    pub const fn cached(self, cache: CacheRule) -> Self {
        Self { cache, ..self }
    }

    /// Takes files.
    #[must_use]
    pub const fn taking_files(self) -> Self {
        Self {
            takes_files: true,
            ..self
        }
    }

    /// Asked for again after so many seconds.
    #[must_use]
    pub const fn expiring(self, seconds: u32) -> Self {
        Self {
            expires: Some(seconds),
            ..self
        }
    }

    /// A script reads its errors.
    #[must_use]
    pub const fn for_script(self) -> Self {
        Self {
            errors: ErrorFormat::Json,
            ..self
        }
    }
}

/// Policies by address.
#[derive(Clone)]
pub struct Policies(matchit::Router<Policy>);

impl Policies {
    /// Looks them up in this router.
    pub const fn new(policies: matchit::Router<Policy>) -> Self {
        Self(policies)
    }

    /// The policy of a path without its language.
    pub fn of(&self, path: &str) -> Policy {
        self.0.at(path).map_or(Policy::UNLISTED, |found| *found.value)
    }
}

/// The policy of a request's address, as it was found before routing.
pub fn policy_of(request: &Request) -> Policy {
    request.extensions().get().copied().unwrap_or(Policy::UNLISTED)
}
