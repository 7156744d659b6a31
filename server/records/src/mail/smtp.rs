//! Letters over SMTP.

use std::{
    error::Error as _,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    transport::smtp::{AsyncSmtpTransportBuilder, Error},
};

use super::Attempt;

/// How long to wait for a connection.
const CONNECT: Duration = Duration::from_secs(15);
/// How long one letter may take from connecting to the last answer.
const WHOLE: Duration = Duration::from_mins(1);

/// A mail server. The connection is kept and used again.
pub(super) struct Smtp {
    builder: AsyncSmtpTransportBuilder,
    transport: Mutex<AsyncSmtpTransport<Tokio1Executor>>,
    patience: Duration,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Smtp(…)")
    }
}

impl Smtp {
    /// Reads `smtp://…` or `smtps://…`; says what is wrong with it.
    pub(super) fn parse(url: &str) -> Result<Self, String> {
        let Authority { host, port, password } = authority(url);
        if host.is_empty() {
            return Err("no host is named".to_owned());
        }
        if !port.is_empty() && port.parse::<u16>().map_or(true, |port| port == 0) {
            return Err("the port is no number from 1 to 65535".to_owned());
        }
        let url = with_tls(url, is_this_machine(host), password);
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).map_err(|error| why(&error))?;
        let builder = builder.timeout(Some(CONNECT));
        let transport = Mutex::new(builder.clone().build());
        Ok(Self {
            builder,
            transport,
            patience: WHOLE,
        })
    }

    /// Waits only so long for a letter: for tests.
    #[cfg(test)]
    pub(super) fn impatient(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Tries once. The mail library waits for answers without end, so the whole attempt has a limit;
    /// past it the connection may be in the middle of a sentence, and is never used again.
    pub(super) async fn send(&self, message: Message) -> Attempt {
        let transport = self.transport.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match tokio::time::timeout(self.patience, transport.send(message)).await {
            Ok(Ok(_)) => Attempt::Sent,
            Ok(Err(error)) => judge(&error),
            Err(_) => {
                let fresh = self.builder.clone().build();
                *self.transport.lock().unwrap_or_else(PoisonError::into_inner) = fresh;
                transport.shutdown().await;
                Attempt::Later("smtp: no answer in time".to_owned())
            }
        }
    }
}

/// 5xx is for ever, all else may pass. A refused password (RFC 4954: 530, 534, 535, 538) is ours to
/// mend and says nothing about the letter.
fn judge(error: &Error) -> Attempt {
    let ours = error
        .status()
        .is_some_and(|code| matches!(u16::from(code), 530 | 534 | 535 | 538));
    if error.is_permanent() && !ours {
        Attempt::Never(why(error))
    } else {
        Attempt::Later(why(error))
    }
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

/// The enhanced status code at the beginning of an answer, such as `5.1.1` (RFC 3463).
fn enhanced(words: &str) -> Option<&str> {
    let first = words.split_whitespace().next()?;
    let number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    (first.split('.').count() == 3 && first.split('.').all(number)).then_some(first)
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
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    bare == "localhost"
        || bare
            .parse::<std::net::IpAddr>()
            .is_ok_and(|address| address.is_loopback())
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

    #[test]
    fn only_the_codes_of_an_answer_are_kept() {
        assert_eq!(enhanced("5.1.1 <ana@example.org>: no such user"), Some("5.1.1"));
        assert_eq!(enhanced("no such user ana@example.org"), None);
        assert_eq!(enhanced("1.2.3.4 is blocked"), None);
    }
}
