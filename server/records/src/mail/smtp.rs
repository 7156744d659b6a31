//! Letters over SMTP, one conversation step by step: what a refusal means depends on how far it had come.

use std::{error::Error as _, time::Duration};

use lettre::{
    Message,
    address::Envelope,
    transport::smtp::{
        Error,
        authentication::{Credentials, DEFAULT_MECHANISMS},
        client::{AsyncSmtpConnection, Tls, TlsParameters},
        commands::{Data, Mail, Rcpt},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
    },
};
use percent_encoding::percent_decode_str;
use tokio::{sync::Mutex, time::timeout};
use url::Url;

use super::{
    Attempt,
    server_refusal::{About, Stage, about, enhanced},
};

/// How long to wait for a connection, with all that comes before the first letter.
const CONNECT: Duration = Duration::from_secs(15);
/// How long one letter may take from MAIL to the last answer.
const LETTER: Duration = Duration::from_secs(30);

/// A mail server. The connection is kept and used again.
pub(super) struct Smtp {
    host: String,
    port: u16,
    tls: Tls,
    credentials: Option<Credentials>,
    hello: ClientId,
    kept: Mutex<Option<AsyncSmtpConnection>>,
    patience: (Duration, Duration),
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Smtp(…)")
    }
}

/// Why a letter was not taken.
enum Failed {
    /// A step failed.
    At { stage: Stage, error: Error },
    /// The address is not in ASCII, and the server takes no such address. Nothing was said of it.
    NoSmtpUtf8,
}

impl Smtp {
    /// Reads `smtp://…` or `smtps://…`; says what is wrong with it.
    pub(super) fn parse(value: &str) -> Result<Self, String> {
        let Authority { host, port, password } = authority(value);
        if host.is_empty() {
            return Err("no host is named".to_owned());
        }
        if !port.is_empty() && port.parse::<u16>().map_or(true, |port| port == 0) {
            return Err("the port is no number from 1 to 65535".to_owned());
        }
        let url = with_tls(value, is_this_machine(host), password);
        let url = Url::parse(&url).map_err(|why| format!("{why}"))?;
        let host = bare_host(url.host_str().unwrap_or_default()).to_owned();
        if host.is_empty() {
            return Err("no host is named".to_owned());
        }
        let (tls, usual_port) = tls_of(&url, &host)?;
        let hello = url.path().trim_matches('/');
        Ok(Self {
            port: url.port().unwrap_or(usual_port),
            tls,
            credentials: credentials(&url)?,
            hello: if hello.is_empty() {
                ClientId::default()
            } else {
                ClientId::Domain(hello.to_owned())
            },
            kept: Mutex::default(),
            patience: (CONNECT, LETTER),
            host,
        })
    }

    /// Waits only so long for a connection or a letter: for tests.
    #[cfg(test)]
    pub(super) const fn impatient(mut self, patience: Duration) -> Self {
        self.patience = (patience, patience);
        self
    }

    /// Tries once. A connection that failed or fell silent may be in the middle of a sentence, and is never used again.
    pub(super) async fn send(&self, message: &Message) -> Attempt {
        let mut kept = self.kept.lock().await;
        let open = match self.still_open(kept.take()).await {
            Some(known) => Ok(Ok(known)),
            None => timeout(self.patience.0, self.connect()).await,
        };
        let mut connection = match open {
            Ok(Ok(connection)) => connection,
            Ok(Err(error)) if error.is_permanent() => return Attempt::RefusesUs(why(&error)),
            Ok(Err(error)) => return Attempt::Unreachable(why(&error)),
            Err(_) => return Attempt::Unreachable("smtp: no answer in time".to_owned()),
        };
        match timeout(self.patience.1, converse(&mut connection, message)).await {
            Ok(Ok(())) => {
                *kept = Some(connection);
                Attempt::Sent
            }
            Ok(Err(failed)) => {
                // Said without waiting: whoever fell silent would not say goodbye either.
                tokio::spawn(timeout(self.patience.0, async move { connection.abort().await }));
                judge(&failed)
            }
            Err(_) => Attempt::Unreachable("smtp: no answer in time".to_owned()),
        }
    }

    /// The connection that was kept, if the server still answers on it.
    async fn still_open(&self, kept: Option<AsyncSmtpConnection>) -> Option<AsyncSmtpConnection> {
        let mut known = kept?;
        let answers = timeout(self.patience.0, known.test_connected()).await;
        answers.unwrap_or(false).then_some(known)
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let wrapper = match &self.tls {
            Tls::Wrapper(parameters) => Some(parameters.clone()),
            _ => None,
        };
        let place = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(place, Some(self.patience.0), &self.hello, wrapper, None).await?;
        match &self.tls {
            Tls::Opportunistic(parameters) if connection.can_starttls() => {
                connection.starttls(parameters.clone(), &self.hello).await?;
            }
            Tls::Required(parameters) => connection.starttls(parameters.clone(), &self.hello).await?,
            _ => {}
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).await?;
        }
        Ok(connection)
    }
}

/// One letter. Its message is ASCII, so no extension is asked for, but where an address is not (RFC 6531).
async fn converse(connection: &mut AsyncSmtpConnection, message: &Message) -> Result<(), Failed> {
    let at = |stage| move |error| Failed::At { stage, error };
    let envelope = message.envelope();
    let parameters = if needs_smtputf8(envelope) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Failed::NoSmtpUtf8);
        }
        vec![
            MailParameter::Body(MailBodyParameter::EightBitMime),
            MailParameter::SmtpUtfEight,
        ]
    } else {
        Vec::new()
    };
    let mail = Mail::new(envelope.from().cloned(), parameters);
    connection.command(mail).await.map_err(at(Stage::BeforeRecipient))?;
    for to in envelope.to() {
        let rcpt = Rcpt::new(to.clone(), Vec::new());
        connection.command(rcpt).await.map_err(at(Stage::Recipient))?;
    }
    connection.command(Data).await.map_err(at(Stage::Message))?;
    connection
        .message(&message.formatted())
        .await
        .map_err(at(Stage::Message))?;
    Ok(())
}

fn needs_smtputf8(envelope: &Envelope) -> bool {
    let addresses = envelope.to().iter().chain(envelope.from());
    addresses.map(AsRef::<str>::as_ref).any(|address| !address.is_ascii())
}

/// 5xx is for ever where it is about the recipient or the letter; all else may pass.
fn judge(failed: &Failed) -> Attempt {
    let Failed::At { stage, error } = failed else {
        return Attempt::Never(
            "smtp: the address needs SMTPUTF8 (RFC 6531), which the mail server does not offer".to_owned(),
        );
    };
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    match error.status().map(u16::from).filter(|_| error.is_permanent()) {
        Some(code) => match about(*stage, code, &words) {
            About::Us => Attempt::RefusesUs(why(error)),
            About::Letter => Attempt::Never(why(error)),
        },
        None => Attempt::Later(why(error)),
    }
}

/// How the line is guarded, and the usual port for that.
fn tls_of(url: &Url, host: &str) -> Result<(Tls, u16), String> {
    let asked = url
        .query_pairs()
        .find(|(name, _)| name == "tls")
        .map(|(_, value)| value);
    let parameters = || TlsParameters::new(host.to_owned()).map_err(|error| why(&error));
    match (url.scheme(), asked.as_deref()) {
        ("smtp", None) => Ok((Tls::None, 25)),
        ("smtp", Some("required")) => Ok((Tls::Required(parameters()?), 587)),
        ("smtp", Some("opportunistic")) => Ok((Tls::Opportunistic(parameters()?), 587)),
        ("smtps", _) => Ok((Tls::Wrapper(parameters()?), 465)),
        _ => Err("tls is none of none, opportunistic and required".to_owned()),
    }
}

/// Name and password, where both are given.
fn credentials(url: &Url) -> Result<Option<Credentials>, String> {
    let Some(password) = url.password() else {
        return Ok(None);
    };
    let plain = |encoded: &str| {
        let decoded = percent_decode_str(encoded).decode_utf8();
        decoded
            .map(std::borrow::Cow::into_owned)
            .map_err(|_| "name or password is no text".to_owned())
    };
    Ok(Some(Credentials::new(plain(url.username())?, plain(password)?)))
}

/// What went wrong. Of a server's answer only the codes are kept: its words often repeat the
/// recipient's address.
fn why(error: &Error) -> String {
    if let Some(code) = error.status() {
        let words = error.source().map(ToString::to_string).unwrap_or_default();
        return match enhanced(&words) {
            Some(enhanced) => format!("smtp: {code} {enhanced}"),
            None => format!("smtp: {code}"),
        };
    }
    if error.is_response() {
        return "smtp: the server's answer makes no sense".to_owned();
    }
    if error.is_timeout() {
        return "smtp: no answer in time".to_owned();
    }
    format!("smtp: {error}")
}

struct Authority<'a> {
    host: &'a str,
    port: &'a str,
    password: bool,
}

fn authority(url: &str) -> Authority<'_> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let whole = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    let (user, place) = whole.rsplit_once('@').unwrap_or(("", whole));
    let (host, port) = match place.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, port),
        _ => (place, ""),
    };
    Authority {
        host,
        port,
        password: user.contains(':'),
    }
}

/// Adds the choice of TLS where the setting leaves it open, and takes `tls=none` off, which the
/// library knows as saying nothing.
fn with_tls(url: &str, this_machine: bool, password: bool) -> String {
    if let Some((bare, "tls=none")) = url.split_once('?') {
        return bare.to_owned();
    }
    if url.starts_with("smtps://") || url.contains('?') || this_machine {
        return url.to_owned();
    }
    format!("{url}?tls={}", if password { "required" } else { "opportunistic" })
}

fn is_this_machine(host: &str) -> bool {
    let bare = bare_host(host);
    bare == "localhost"
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

/// An address of IPv6 without its brackets.
fn bare_host(host: &str) -> &str {
    host.trim_start_matches('[').trim_end_matches(']')
}

/// The setting as it may be shown: what stands before the host is hidden.
pub(super) fn without_password(value: &str) -> String {
    match (value.split_once("://"), value.rsplit_once('@')) {
        (Some((scheme, _)), Some((_, place))) => format!("{scheme}://***@{place}"),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_travels_in_the_clear_beyond_this_machine() {
        let tls = |url: &str| {
            let Authority { host, password, .. } = authority(url);
            with_tls(url, is_this_machine(host), password)
        };
        assert_eq!(
            tls("smtp://u:p@mail.example.org:587"),
            "smtp://u:p@mail.example.org:587?tls=required"
        );
        assert_eq!(
            tls("smtp://mail.example.org"),
            "smtp://mail.example.org?tls=opportunistic"
        );
        assert_eq!(tls("smtp://u:p@127.0.0.1:2525"), "smtp://u:p@127.0.0.1:2525");
        assert_eq!(tls("smtp://u:p@[::1]:2525"), "smtp://u:p@[::1]:2525");
        assert_eq!(tls("smtp://u:p@relay.internal?tls=none"), "smtp://u:p@relay.internal");
        assert_eq!(tls("smtps://u:p@mail.example.org"), "smtps://u:p@mail.example.org");
    }
}
