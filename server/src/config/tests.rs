use std::fmt::Write as _;

use super::*;

fn with(settings: &[(&str, &str)]) -> Result<Config, BadSetting> {
    let settings: Vec<(String, String)> = settings
        .iter()
        .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
        .collect();
    Config::read(&|name| {
        settings
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.clone())
    })
}

#[test]
fn nothing_set_gives_what_the_interface_says() {
    let config = with(&[]).expect("the defaults are good");
    assert_eq!(config.database_url, "sqlite://data/daylight.db");
    assert_eq!(config.mail, "file:data/mail");
    assert_eq!(config.secret_file, Path::new("data/secret.key"));
    assert_eq!(config.base_url(config.site_addr), "http://127.0.0.1:3000");
    assert!(config.rate_limit);
    assert_eq!(config.upload_limit, 16 << 30);
    assert_eq!(config.import_limit, 256 << 20);
}

#[test]
fn the_largest_video_is_a_size_with_its_unit() {
    for (value, bytes) in [
        ("1MiB", 1 << 20),
        ("500 MiB", 500 << 20),
        ("2GiB", 2 << 30),
        ("1TiB", 1 << 40),
    ] {
        let config = with(&[("DAYLIGHT_UPLOAD_LIMIT", value)]).expect(value);
        assert_eq!(config.upload_limit, bytes, "{value}");
    }
}

#[test]
fn a_wrong_value_is_told_in_one_line_with_variable_value_and_expectation() {
    for (variable, value) in [
        ("DATABASE_URL", "mysql://x"),
        ("DATABASE_URL", "sqlite://"),
        ("LEPTOS_SITE_ADDR", "localhost"),
        ("DAYLIGHT_BASE_URL", "records.example.gov"),
        ("DAYLIGHT_BASE_URL", "ftp://records.example.gov"),
        ("DAYLIGHT_BASE_URL", "https://records.example.gov/portal"),
        ("DAYLIGHT_BASE_URL", "https://records.example.gov/?x"),
        ("DAYLIGHT_MAIL", "sendmail"),
        ("DAYLIGHT_MAIL_FROM", "records"),
        ("DAYLIGHT_MAIL_FROM", "records@agency.example, x@agency.example"),
        ("DAYLIGHT_MAIL_REPLY_TO", "Records <records@agency example>"),
        ("DAYLIGHT_PROFILE", "atlantis"),
        ("DAYLIGHT_TRUSTED_PROXIES", "-1"),
        ("DAYLIGHT_LOG", "xml"),
        ("DAYLIGHT_UPLOAD_LIMIT", "16"),
        ("DAYLIGHT_UPLOAD_LIMIT", "16GB"),
        ("DAYLIGHT_UPLOAD_LIMIT", "-1GiB"),
        ("DAYLIGHT_UPLOAD_LIMIT", "0GiB"),
        ("DAYLIGHT_UPLOAD_LIMIT", "99999999999999TiB"),
        ("DAYLIGHT_RATE_LIMIT", "no"),
        ("DAYLIGHT_CLAMD", "clamd.ctl"),
        ("DAYLIGHT_CLAMD", "127.0.0.1"),
        ("DAYLIGHT_CLAMD_SECONDS", "0"),
        ("DAYLIGHT_CLAMD_SECONDS", "ten"),
    ] {
        let told = with(&[(variable, value)]).expect_err(value).to_string();
        assert!(
            told.starts_with(&format!("{variable} is {value:?}, expected ")),
            "{told}"
        );
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[test]
fn limits_are_switched_off_only_on_loopback() {
    let off = ("DAYLIGHT_RATE_LIMIT", "off");
    assert!(!with(&[off]).expect("the default address is loopback").rate_limit);
    assert!(
        !with(&[off, ("LEPTOS_SITE_ADDR", "[::1]:80")])
            .expect("::1 is loopback")
            .rate_limit
    );
    let told = with(&[off, ("LEPTOS_SITE_ADDR", "0.0.0.0:80")])
        .expect_err("everybody could ask")
        .to_string();
    assert!(told.contains("0.0.0.0:80 is not loopback"), "{told}");
}

#[test]
fn no_password_is_repeated() {
    let told = with(&[("DAYLIGHT_MAIL", "smpt://user:hunter2@mail.example")])
        .expect_err("a slip")
        .to_string();
    assert!(!told.contains("hunter2"), "{told}");
}

/// The example file, as the variables describe themselves.
fn example() -> String {
    let mut text =
        "# Every setting with its default. `make dist` ships this file; with systemd, copy it to /etc/daylight.env.\n\
         # A wrong value stops the start with one line: variable, value, what was expected.\n"
            .to_owned();
    for Variable { name, default, meaning } in VARIABLES {
        let set = match default.strip_prefix('(') {
            Some(words) => format!("# Default: {}\n#{name}=", words.trim_end_matches(')')),
            None => format!("{name}={default}"),
        };
        let _ = write!(text, "\n# {meaning}\n{set}\n");
    }
    text
}

#[test]
fn the_example_file_says_what_the_variables_say_of_themselves() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../.env.example");
    if std::env::var_os("WRITE_EXAMPLE").is_some() {
        std::fs::write(path, example()).expect("the file");
    }
    let kept = std::fs::read_to_string(path).expect("the file");
    assert_eq!(kept, example(), "WRITE_EXAMPLE=1 writes it anew");
}
