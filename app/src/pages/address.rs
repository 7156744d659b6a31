//! Addresses with a query.

/// A path with the values of a query; those that are empty are left out.
pub fn address(path: &str, values: &[(&str, &str)]) -> String {
    let given = values.iter().filter(|(_, value)| !value.is_empty());
    let values: Vec<String> = given
        .map(|(name, value)| format!("{name}={}", encoded(value)))
        .collect();
    if values.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", values.join("&"))
    }
}

/// The address of a page of a list, from 1; the first needs no number.
pub fn address_of_page(path: &str, values: &[(&str, &str)], page: u32) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let values: Vec<_> = values.iter().copied().chain([("page", page.as_str())]).collect();
    address(path, &values)
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
