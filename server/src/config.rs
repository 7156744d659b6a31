//! The program's settings: one documented field per variable of the environment.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use law::profile::{Profile, line_of};
use office::views::Role;
use records::{
    mail::{MailAddress, MailAddresses},
    scan::ClamdAddress,
};

mod site;

pub use site::{NoSite, Site};

/// Everything that can be set from outside.
#[derive(Clone, Debug)]
pub struct Config {
    /// `DATABASE_URL`: `sqlite://PATH` or `postgres://…`.
    pub database_url: String,
    /// `LEPTOS_SITE_ADDR`: where the server listens.
    pub site_addr: SocketAddr,
    /// `DAYLIGHT_BASE_URL`, without a slash at the end; `None` stands for `http://` and the address
    /// listened on.
    pub base_url: Option<String>,
    /// `DAYLIGHT_DATA_DIR`: uploads, mail written as files, secrets.
    pub data_dir: PathBuf,
    /// `DAYLIGHT_MAIL`: `file:FOLDER`, `smtp://…` or `smtps://…`.
    pub mail: String,
    /// `DAYLIGHT_MAIL_FROM` and `DAYLIGHT_MAIL_REPLY_TO`.
    pub mail_addresses: MailAddresses,
    /// `DAYLIGHT_PROFILE`: whose law and calendar apply.
    pub profile: Profile,
    /// `DAYLIGHT_SECRET_FILE`: made at the first start.
    pub secret_file: PathBuf,
    /// `DAYLIGHT_TRUSTED_PROXIES`: how many proxies of one's own stand in front.
    pub trusted_proxies: usize,
    /// `DAYLIGHT_LOG`: how log lines look.
    pub log: LogFormat,
    /// `DAYLIGHT_UPLOAD_LIMIT`: largest video, in bytes.
    pub upload_limit: u64,
    /// `DAYLIGHT_IMPORT_LIMIT`: largest file of recordings, in bytes.
    pub import_limit: u64,
    /// `DAYLIGHT_CLAMD`: who scans the files of people before they are kept; `None`: nobody.
    pub clamd: Option<ClamdAddress>,
    /// `DAYLIGHT_CLAMD_SECONDS`: how long the scan of a file may take.
    pub clamd_patience: Duration,
    /// `DAYLIGHT_RATE_LIMIT`: whether requests are limited.
    pub rate_limit: bool,
    /// `LEPTOS_SITE_ROOT`: where the built site lies.
    pub site_root: PathBuf,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

/// A variable of the environment. Described here once: the help and `.env.example` are made from it.
#[derive(Clone, Copy, Debug)]
pub struct Variable {
    /// Its name.
    pub name: &'static str,
    /// What counts where it is not set, as it would be typed or, in parentheses, in words.
    pub default: &'static str,
    /// What it is for.
    pub meaning: &'static str,
}

const fn variable(name: &'static str, default: &'static str, meaning: &'static str) -> Variable {
    Variable { name, default, meaning }
}

/// Every variable, in the order of `.env.example`.
pub const VARIABLES: [Variable; 17] = [
    variable(
        "DATABASE_URL",
        "sqlite://data/daylight.db",
        "The database: an embedded file, or postgres://user:password@host/name",
    ),
    variable("LEPTOS_SITE_ADDR", "127.0.0.1:3000", "Where the server listens."),
    variable(
        "DAYLIGHT_BASE_URL",
        "(http:// and the listening address)",
        "The address that people see, used in letters and mail, never taken from a request: https://records.example.gov",
    ),
    variable(
        "DAYLIGHT_DATA_DIR",
        "data",
        "Uploads, mail written as files, secrets; other defaults lie in it.",
    ),
    variable(
        "DAYLIGHT_MAIL",
        "file:data/mail",
        "Mail: one .eml file each in a folder, or smtp://user:password@host:port, or smtps://…",
    ),
    variable(
        "DAYLIGHT_MAIL_FROM",
        "(daylight@ and the host of the base URL)",
        "The sender of letters, as the mail server lets its account send: records@agency.example, or Name <address>",
    ),
    variable(
        "DAYLIGHT_MAIL_REPLY_TO",
        "(none: letters say that answers are not read)",
        "Where answers to letters go, and are read: records@agency.example, or Name <address>",
    ),
    variable(
        "DAYLIGHT_PROFILE",
        "kansas-city-mo",
        "The place whose law and calendar apply: a built-in one, or the path of a profile file.",
    ),
    variable(
        "DAYLIGHT_SECRET_FILE",
        "data/secret.key",
        "The key of access codes; made at the first start, mode 0600. Back it up apart from the database.",
    ),
    variable(
        "DAYLIGHT_TRUSTED_PROXIES",
        "0",
        "How many proxies of yours stand in front; the client's address is counted from the right of X-Forwarded-For.",
    ),
    variable("DAYLIGHT_LOG", "text", "text or json"),
    variable(
        "DAYLIGHT_UPLOAD_LIMIT",
        "16GiB",
        "Largest video: a number with KiB, MiB, GiB or TiB. A copy needs room twice while it is made anew.",
    ),
    variable(
        "DAYLIGHT_IMPORT_LIMIT",
        "256MiB",
        "Largest file of recordings by the console, some 2,000,000 rows; while it is checked it takes about that much memory.",
    ),
    variable(
        "DAYLIGHT_CLAMD",
        "(none: files of people are not scanned)",
        "clamd, which scans each file that people send before it is kept: the path of its socket, or host:port.",
    ),
    variable(
        "DAYLIGHT_CLAMD_SECONDS",
        "30",
        "How long the scan of a file may take; a file that took longer is not taken.",
    ),
    variable(
        "DAYLIGHT_RATE_LIMIT",
        "on",
        "on; or off, only while the listening address is loopback, for load tests.",
    ),
    variable(
        "LEPTOS_SITE_ROOT",
        "(site/ beside the program, else target/site)",
        "The built site.",
    ),
];

/// A value that cannot be used: variable, value, what was expected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{variable} is {value:?}, expected {expected}")]
pub struct BadSetting {
    variable: &'static str,
    value: String,
    expected: String,
}

impl BadSetting {
    fn new(variable: &'static str, value: &str, expected: impl Into<String>) -> Self {
        Self {
            variable,
            value: value.to_owned(),
            expected: expected.into(),
        }
    }
}

impl Config {
    /// Reads the environment.
    ///
    /// # Errors
    /// At the first value that cannot be used.
    pub fn from_env() -> Result<Self, BadSetting> {
        if let Some((variable, value)) = VARIABLES.iter().find_map(|Variable { name, .. }| {
            let value = std::env::var_os(name)?;
            value
                .to_str()
                .is_none()
                .then(|| (*name, value.to_string_lossy().into_owned()))
        }) {
            return Err(BadSetting::new(variable, &value, "text in UTF-8"));
        }
        Self::read(&|name| std::env::var(name).ok())
    }

    /// Reads the settings from wherever `get` finds them; an empty value counts as none.
    ///
    /// # Errors
    /// At the first value that cannot be used.
    pub fn read(get: &dyn Fn(&str) -> Option<String>) -> Result<Self, BadSetting> {
        let given = |name: &str| {
            get(name)
                .map(|value| value.trim().to_owned())
                .filter(|value| !value.is_empty())
        };
        let or = |name: &str, default: &str| given(name).unwrap_or_else(|| default.to_owned());
        let data_dir = PathBuf::from(or("DAYLIGHT_DATA_DIR", "data"));
        let within = |name: &str| data_dir.join(name).to_string_lossy().into_owned();
        let site_addr = site_addr(&or("LEPTOS_SITE_ADDR", "127.0.0.1:3000"))?;
        Ok(Self {
            database_url: database_url(or("DATABASE_URL", &format!("sqlite://{}", within("daylight.db"))))?,
            site_addr,
            base_url: given("DAYLIGHT_BASE_URL").map(|url| base_url(&url)).transpose()?,
            mail: mail(or("DAYLIGHT_MAIL", &format!("file:{}", within("mail"))))?,
            mail_addresses: MailAddresses {
                from: mail_address("DAYLIGHT_MAIL_FROM", given("DAYLIGHT_MAIL_FROM"))?,
                reply_to: mail_address("DAYLIGHT_MAIL_REPLY_TO", given("DAYLIGHT_MAIL_REPLY_TO"))?,
            },
            profile: profile(&or("DAYLIGHT_PROFILE", "kansas-city-mo"))?,
            secret_file: or("DAYLIGHT_SECRET_FILE", &within("secret.key")).into(),
            trusted_proxies: trusted_proxies(&or("DAYLIGHT_TRUSTED_PROXIES", "0"))?,
            log: log_format(&or("DAYLIGHT_LOG", "text"))?,
            upload_limit: size("DAYLIGHT_UPLOAD_LIMIT", &or("DAYLIGHT_UPLOAD_LIMIT", "16GiB"))?,
            import_limit: size("DAYLIGHT_IMPORT_LIMIT", &or("DAYLIGHT_IMPORT_LIMIT", "256MiB"))?,
            clamd: given("DAYLIGHT_CLAMD").map(|address| clamd(&address)).transpose()?,
            clamd_patience: clamd_patience(&or("DAYLIGHT_CLAMD_SECONDS", "30"))?,
            rate_limit: rate_limit(&or("DAYLIGHT_RATE_LIMIT", "on"), site_addr)?,
            site_root: given("LEPTOS_SITE_ROOT").map_or_else(site::default_root, PathBuf::from),
            data_dir,
        })
    }

    /// The address people see, without a slash at the end.
    pub fn base_url(&self, listening: SocketAddr) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{listening}"))
    }
}

fn site_addr(value: &str) -> Result<SocketAddr, BadSetting> {
    value
        .parse()
        .map_err(|_| BadSetting::new("LEPTOS_SITE_ADDR", value, "an address and a port, like 127.0.0.1:3000"))
}

fn database_url(value: String) -> Result<String, BadSetting> {
    let known = ["sqlite://", "postgres://", "postgresql://"];
    let path = known.iter().find_map(|scheme| value.strip_prefix(scheme));
    if path.is_some_and(|rest| !rest.is_empty()) {
        return Ok(value);
    }
    Err(BadSetting::new(
        "DATABASE_URL",
        without_password(&value),
        "sqlite://PATH or postgres://user:password@host/name",
    ))
}

fn mail(value: String) -> Result<String, BadSetting> {
    let known = ["file:", "smtp://", "smtps://"];
    if known
        .iter()
        .any(|scheme| value.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
    {
        return Ok(value);
    }
    let expected = "file:FOLDER, smtp://user:pass@host:port or smtps://user:pass@host:port";
    Err(BadSetting::new("DAYLIGHT_MAIL", without_password(&value), expected))
}

fn mail_address(variable: &'static str, value: Option<String>) -> Result<Option<MailAddress>, BadSetting> {
    let Some(value) = value else { return Ok(None) };
    let address = MailAddress::parse(&value);
    let expected = "one address, like records@agency.example or Records Office <records@agency.example>";
    address
        .map(Some)
        .ok_or_else(|| BadSetting::new(variable, &value, expected))
}

/// What may be shown of an address that may hold a password: nothing from the first `@` backwards.
fn without_password(value: &str) -> &str {
    value.rsplit_once('@').map_or(value, |(_, host)| host)
}

/// An absolute address: scheme, host, optional port, nothing after.
fn base_url(value: &str) -> Result<String, BadSetting> {
    let expected = "http:// or https:// and a host, without a path, like https://records.example.gov";
    let wrong = || BadSetting::new("DAYLIGHT_BASE_URL", without_password(value), expected);
    let bare = value.strip_suffix('/').unwrap_or(value);
    let uri: axum::http::Uri = bare.parse().map_err(|_| wrong())?;
    let plain = matches!(uri.scheme_str(), Some("http" | "https"))
        && uri.path_and_query().is_none_or(|rest| rest.as_str() == "/")
        && uri
            .authority()
            .is_some_and(|host| !host.host().is_empty() && !host.as_str().contains('@'));
    if plain && bare.is_ascii() {
        Ok(bare.to_ascii_lowercase())
    } else {
        Err(wrong())
    }
}

fn profile(value: &str) -> Result<Profile, BadSetting> {
    if let Some(profile) = Profile::built_in(value) {
        return Ok(profile);
    }
    let wrong = |expected: String| BadSetting::new("DAYLIGHT_PROFILE", value, expected);
    if !Path::new(value).is_file() {
        return Err(wrong("kansas-city-mo, or the path of a profile file".into()));
    }
    let text =
        std::fs::read_to_string(value).map_err(|error| wrong(format!("a file that can be read, but: {error}")))?;
    let profile = Profile::parse(&text).map_err(|error| wrong(format!("a sound profile, but: {error}")))?;
    let roles = &profile.staff.second_factor;
    if let Some((at, unknown)) = roles.iter().enumerate().find(|(_, key)| Role::parse(key).is_none()) {
        let known = Role::ALL.map(Role::key).join(", ");
        let line = line_of(&text, &["staff", "second_factor", &at.to_string()]).unwrap_or(1);
        return Err(wrong(format!(
            "a sound profile, but: line {line}: staff.second_factor: `{unknown}` is not one of {known}"
        )));
    }
    Ok(profile)
}

fn trusted_proxies(value: &str) -> Result<usize, BadSetting> {
    let count = value.parse().ok().filter(|count| *count <= 10);
    count.ok_or_else(|| BadSetting::new("DAYLIGHT_TRUSTED_PROXIES", value, "a number from 0 to 10"))
}

fn log_format(value: &str) -> Result<LogFormat, BadSetting> {
    match value {
        "text" => Ok(LogFormat::Text),
        "json" => Ok(LogFormat::Json),
        _ => Err(BadSetting::new("DAYLIGHT_LOG", value, "text or json")),
    }
}

/// A size from 1 MiB to 1024 TiB.
fn size(variable: &'static str, value: &str) -> Result<u64, BadSetting> {
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40)];
    let size = units.iter().find_map(|(unit, power)| {
        let number: u64 = value.strip_suffix(unit)?.trim_end().parse().ok()?;
        number.checked_mul(1 << power)
    });
    let size = size.filter(|size| (1 << 20..=1 << 50).contains(size));
    size.ok_or_else(|| BadSetting::new(variable, value, "a size from 1MiB, like 500MiB or 16GiB"))
}

fn clamd(value: &str) -> Result<ClamdAddress, BadSetting> {
    let expected = "the path of a socket, like /run/clamav/clamd.ctl, or host:port, like 127.0.0.1:3310";
    ClamdAddress::parse(value).ok_or_else(|| BadSetting::new("DAYLIGHT_CLAMD", value, expected))
}

fn clamd_patience(value: &str) -> Result<Duration, BadSetting> {
    let seconds = value.parse().ok().filter(|seconds| (1..=300).contains(seconds));
    let wrong = || BadSetting::new("DAYLIGHT_CLAMD_SECONDS", value, "a number from 1 to 300");
    seconds.map(Duration::from_secs).ok_or_else(wrong)
}

fn rate_limit(value: &str, site_addr: SocketAddr) -> Result<bool, BadSetting> {
    match value {
        "on" => Ok(true),
        "off" if site_addr.ip().is_loopback() => Ok(false),
        "off" => Err(BadSetting::new(
            "DAYLIGHT_RATE_LIMIT",
            value,
            format!("on, because {site_addr} is not loopback"),
        )),
        _ => Err(BadSetting::new("DAYLIGHT_RATE_LIMIT", value, "on or off")),
    }
}

#[cfg(test)]
mod tests;
