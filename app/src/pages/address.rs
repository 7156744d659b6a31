//! Addresses with a query.

/// A path with the values of a query.
pub fn address(path: &str, values: &[(&str, &str)]) -> String {
    let values: Vec<String> = values
        .iter()
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    if values.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", values.join("&"))
    }
}

/// Text as a value of a query (RFC 3986: unreserved characters stay).
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
