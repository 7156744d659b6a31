//! Addresses of letters: whose they are from, whom they go to, where answers go.

use lettre::{Address, message::Mailbox};

/// An address that letters come from, or that answers go to: with or without a name before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailAddress {
    name: Option<String>,
    address: Address,
}

impl MailAddress {
    /// Reads `records@agency.example` or `Records Office <records@agency.example>`; `None` if it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (name, bare) = match text.strip_suffix('>').and_then(|text| text.split_once('<')) {
            Some((name, bare)) => (name.trim().trim_matches('"').trim(), bare),
            None => ("", text),
        };
        let plain = !name
            .chars()
            .any(|c| c.is_control() || matches!(c, '<' | '>' | '"' | '\u{2028}' | '\u{2029}'));
        if !plain || name.chars().count() > 100 {
            return None;
        }
        Some(Self {
            name: (!name.is_empty()).then(|| name.to_owned()),
            address: address(bare)?,
        })
    }

    /// The address alone.
    pub fn address(&self) -> &str {
        self.address.as_ref()
    }

    fn mailbox(&self, name: Option<String>) -> Mailbox {
        Mailbox::new(self.name.clone().or(name), self.address.clone())
    }
}

/// Whose address letters bear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MailAddresses {
    /// Sender; `None`: `daylight@` and the host of the portal.
    pub from: Option<MailAddress>,
    /// Where answers go, and are read; `None`: nobody reads them.
    pub reply_to: Option<MailAddress>,
}

impl MailAddresses {
    /// The sender, by the agency's name where none was set.
    pub(super) fn from(&self, base_url: &str, agency: &str) -> Option<Mailbox> {
        let agency: String = agency.chars().filter(|c| !c.is_control()).collect();
        if let Some(from) = &self.from {
            return Some(from.mailbox(Some(agency)));
        }
        let address = Address::new("daylight", mail_domain(base_url)).ok()?;
        Some(Mailbox::new(Some(agency), address))
    }

    pub(super) fn reply_to(&self) -> Option<Mailbox> {
        self.reply_to.as_ref().map(|address| address.mailbox(None))
    }
}

/// The domain from which letters come: the host of the portal's address, or `localhost` where that is
/// a number and no name.
pub fn mail_domain(base_url: &str) -> String {
    let rest = base_url.split_once("://").map_or(base_url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    let a_name = host.is_ascii() && host.parse::<std::net::Ipv4Addr>().is_err() && !host.starts_with('[');
    if a_name && Address::new("daylight", &host).is_ok() {
        host
    } else {
        "localhost".to_owned()
    }
}

/// One address and nothing else: no quoting, no comment, no list, no route; the domain in ASCII (RFC 5890), so that a mail
/// server needs SMTPUTF8 only where the local part has other letters (RFC 6531).
pub(super) fn address(typed: &str) -> Option<Address> {
    let (local, domain) = typed.rsplit_once('@')?;
    let typed = format!("{local}@{}", idna::domain_to_ascii_strict(domain).ok()?);
    let plain = typed.chars().all(is_visible) && typed.len() <= 254 && typed.matches('@').count() == 1;
    let special = typed.contains(['"', '(', ')', ',', ':', ';', '<', '>', '[', ']', '\\']);
    if plain && !special { typed.parse().ok() } else { None }
}

/// Neither a space, a control character or an end of line, nor a mark that only changes how others are shown.
fn is_visible(c: char) -> bool {
    let formats = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}');
    !(c.is_control() || c.is_whitespace() || formats)
}

pub(super) fn visible_ascii(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_is_one_address_with_or_without_a_name() {
        let read = |text: &str| MailAddress::parse(text).map(|read| (read.name.clone(), read.address().to_owned()));
        let plain = Some((None, "records@agency.example".to_owned()));
        assert_eq!(read("records@agency.example"), plain);
        assert_eq!(read(" <records@agency.example> "), plain);
        let named = Some((Some("Records, KCPD".to_owned()), "records@agency.example".to_owned()));
        assert_eq!(read("Records, KCPD <records@agency.example>"), named);
        assert_eq!(read("\"Records, KCPD\" <records@agency.example>"), named);
        for wrong in [
            "",
            "records",
            "records@",
            "@agency.example",
            "records@agency.example, other@agency.example",
            "a@b@c.example",
            "Records <records@agency.example",
            "Records records@agency.example",
            "Rec\r\nBcc: x@y.example <records@agency.example>",
            "Records <records@agency.example> <x@y.example>",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
