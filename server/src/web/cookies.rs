//! Our cookies: sessions of staff, of requesters and of people shown, browsers of staff, and receipts just given.

use app::context::OpenReceipt;
use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, SameSite};
use office::forms::SubmissionKey;
use sha2::{Digest as _, Sha256};

use super::policy::RECEIPT_SECONDS;

/// Which cookie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A member of staff is signed in.
    Staff,
    /// A member of staff has signed in here before.
    Device,
    /// A requester has shown number and code.
    Requester,
    /// A person shown has entered the code of their notice.
    Depicted,
    /// A form was filed a moment ago; holds its submission key, and since when. One for each receipt.
    Receipt,
    /// The same for what staff entered or gave a new code for: shown in the console alone, and gone at sign-out.
    Sheet,
    /// An objection was sent a moment ago; holds its submission key.
    Objection,
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Staff => "daylight_staff",
            Self::Device => "daylight_device",
            Self::Requester => "daylight_request",
            Self::Depicted => "daylight_notice",
            Self::Receipt => "daylight_receipt",
            Self::Sheet => "daylight_sheet",
            Self::Objection => "daylight_objection",
        }
    }

    /// Seconds it is kept; the session itself may end sooner.
    const fn seconds(self) -> u32 {
        match self {
            Self::Staff => 12 * 60 * 60,
            Self::Device => 180 * 24 * 60 * 60,
            Self::Requester | Self::Depicted => 2 * 60 * 60,
            Self::Receipt | Self::Sheet | Self::Objection => RECEIPT_SECONDS,
        }
    }

    /// A person who comes to the console or a private page by a link from a letter or a chat must
    /// find themselves signed in; nothing is changed by a GET.
    const fn same_site(self) -> SameSite {
        match self {
            Self::Staff | Self::Requester | Self::Depicted => SameSite::Lax,
            Self::Device | Self::Receipt | Self::Sheet | Self::Objection => SameSite::Strict,
        }
    }
}

/// What a receipt is called among others: nothing of its key, which opens the request.
fn receipt_id(key: &SubmissionKey) -> String {
    hex::encode(Sha256::digest(key.as_str()))[..8].to_owned()
}

/// How cookies are named and guarded. Under https they carry the `__Host-` prefix and `Secure`;
/// browsers refuse both on plain http, where the portal is only tried out.
#[derive(Clone, Copy, Debug)]
pub struct CookiePolicy {
    /// Whether people come by https.
    pub secure: bool,
}

impl CookiePolicy {
    fn name(self, kind: Kind) -> String {
        format!("{}{}", if self.secure { "__Host-" } else { "" }, kind.name())
    }

    /// The value of a cookie that came with a request.
    pub fn read(self, headers: &HeaderMap, kind: Kind) -> Option<String> {
        let name = self.name(kind);
        let values = headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok());
        let mut pairs = values.flat_map(Cookie::split_parse).flatten();
        pairs
            .find(|cookie| cookie.name() == name)
            .map(|cookie| cookie.value().to_owned())
    }

    /// The header that leaves a cookie.
    pub fn leave(self, kind: Kind, value: &str) -> Option<HeaderValue> {
        self.header(kind, value, kind.seconds())
    }

    /// The header that takes a cookie away.
    pub fn clear(self, kind: Kind) -> Option<HeaderValue> {
        self.header(kind, "", 0)
    }

    /// The receipts of a kind that are open in a browser at an instant in milliseconds, the newest first. One that has been open for long is closed, whatever the
    /// browser keeps.
    pub fn receipts(self, kind: Kind, headers: &HeaderMap, now: i64) -> Vec<OpenReceipt> {
        let newest = self.name(kind);
        let prefix = format!("{newest}_");
        let values = headers.get_all(header::COOKIE).iter();
        let pairs = values
            .filter_map(|value| value.to_str().ok())
            .flat_map(Cookie::split_parse)
            .flatten();
        let mut open: Vec<OpenReceipt> = pairs
            .filter_map(|cookie| {
                let ours = cookie.name() == newest || cookie.name().starts_with(&prefix);
                let (key, since) = cookie.value().split_once('.')?;
                let (key, since) = (SubmissionKey::parse(key)?, since.parse().ok()?);
                let fits = ours && (0..i64::from(RECEIPT_SECONDS) * 1000).contains(&(now - since));
                fits.then(|| OpenReceipt {
                    id: receipt_id(&key),
                    key,
                    since,
                })
            })
            .collect();
        open.sort_by_key(|receipt| std::cmp::Reverse((receipt.since, receipt.id.clone())));
        open.dedup_by(|one, other| one.id == other.id);
        open
    }

    /// The header that opens a receipt, at an instant in milliseconds, beside those that are open already.
    /// One cookie is the newest's, and one is its own, so that two filed at the same moment are both kept.
    pub fn open_receipt(self, kind: Kind, key: &SubmissionKey, now: i64) -> [Option<HeaderValue>; 2] {
        let newest = self.name(kind);
        let own = format!("{newest}_{}", receipt_id(key));
        let value = format!("{}.{now}", key.as_str());
        [newest, own].map(|name| self.named(&name, kind, &value, RECEIPT_SECONDS))
    }

    /// The header that closes a receipt.
    pub fn close_receipt(self, kind: Kind, receipt: &OpenReceipt) -> Option<HeaderValue> {
        let name = format!("{}_{}", self.name(kind), receipt.id);
        self.named(&name, kind, "", 0)
    }

    fn header(self, kind: Kind, value: &str, seconds: u32) -> Option<HeaderValue> {
        self.named(&self.name(kind), kind, value, seconds)
    }

    fn named(self, name: &str, kind: Kind, value: &str, seconds: u32) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let site = kind.same_site();
        let text = format!("{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={site}{secure}");
        text.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn under_https_a_cookie_is_bound_to_the_host() {
        let left = CookiePolicy { secure: true }
            .leave(Kind::Staff, "abc")
            .expect("a header");
        let left = left.to_str().expect("ascii");
        assert!(left.starts_with("__Host-daylight_staff=abc; Path=/; "), "{left}");
        assert!(
            left.contains("HttpOnly") && left.contains("; Secure") && !left.contains("Domain"),
            "{left}"
        );
    }

    #[test]
    fn a_cookie_is_found_among_others_by_its_whole_name() {
        let mut headers = HeaderMap::new();
        headers.append(
            header::COOKIE,
            HeaderValue::from_static("xdaylight_staff=no; daylight_staff=yes"),
        );
        headers.append(header::COOKIE, HeaderValue::from_static("daylight_request=other"));
        let jar = CookiePolicy { secure: false };
        assert_eq!(jar.read(&headers, Kind::Staff).as_deref(), Some("yes"));
        assert_eq!(jar.read(&headers, Kind::Requester).as_deref(), Some("other"));
        assert_eq!(jar.read(&headers, Kind::Receipt), None);
    }
}
