//! What holds for an address: who may see it, how long its answers may be kept, who reads its errors, whether it takes files.
//! Which address has which policy stands in [`super::routes`].

use axum::extract::Request;

/// How long a receipt can be seen, in seconds: enough to print it or write it down, and short for whoever comes after at the
/// same computer.
pub const RECEIPT_SECONDS: u32 = 15 * 60;

/// What holds for every request to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Who may see it, and so which session is looked for.
    pub audience: Audience,
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
        cache: CacheRule::NoStore,
        takes_files: false,
        errors: ErrorFormat::Page,
        expires: None,
    };

    pub const fn of(audience: Audience) -> Self {
        Self {
            audience,
            ..Self::UNLISTED
        }
    }

    pub const fn cached(self, cache: CacheRule) -> Self {
        Self { cache, ..self }
    }

    pub const fn taking_files(self) -> Self {
        Self {
            takes_files: true,
            ..self
        }
    }

    pub const fn expiring(self, seconds: u32) -> Self {
        Self {
            expires: Some(seconds),
            ..self
        }
    }

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
