//! Our cookies: sessions of staff, of requesters and of people shown, browsers of staff, and receipts just given.

use axum::http::{HeaderMap, HeaderValue, header};
use axum_extra::extract::cookie::{Cookie, SameSite};

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
    /// A form was filed a moment ago; holds its submission key.
    Receipt,
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
            Self::Objection => "daylight_objection",
        }
    }

    /// Seconds it is kept; the session itself may end sooner.
    const fn seconds(self) -> u32 {
        match self {
            Self::Staff => 12 * 60 * 60,
            Self::Device => 180 * 24 * 60 * 60,
            Self::Requester | Self::Depicted => 2 * 60 * 60,
            Self::Receipt | Self::Objection => 15 * 60,
        }
    }

    /// A person who comes to the console or a private page by a link from a letter or a chat must
    /// find themselves signed in; nothing is changed by a GET.
    const fn same_site(self) -> SameSite {
        match self {
            Self::Staff | Self::Requester | Self::Depicted => SameSite::Lax,
            Self::Device | Self::Receipt | Self::Objection => SameSite::Strict,
        }
    }
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

    fn header(self, kind: Kind, value: &str, seconds: u32) -> Option<HeaderValue> {
        let secure = if self.secure { "; Secure" } else { "" };
        let site = kind.same_site();
        let text = format!(
            "{}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite={site}{secure}",
            self.name(kind)
        );
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
