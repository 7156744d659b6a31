//! Just enough reading of pages.

use std::collections::HashMap;

/// The tags of this name, each as its attributes, values decoded.
pub fn tags(page: &str, name: &str) -> Vec<HashMap<String, String>> {
    let open = format!("<{name}");
    let starts = page.match_indices(&open).map(|(at, _)| &page[at + open.len()..]);
    starts
        .filter(|rest| rest.starts_with([' ', '>', '/']))
        .map(attributes)
        .collect()
}

fn attributes(rest: &str) -> HashMap<String, String> {
    let mut found = HashMap::new();
    let mut rest = rest.trim_start();
    while !rest.is_empty() && !rest.starts_with(['>', '/']) {
        let end = rest.find(['=', ' ', '>']).unwrap_or(rest.len());
        let name = rest[..end].to_owned();
        rest = &rest[end..];
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let close = quoted.find('"').unwrap_or(quoted.len());
            found.insert(name, decoded(&quoted[..close]));
            rest = quoted.get(close + 1..).unwrap_or("");
        } else {
            found.insert(name, String::new());
        }
        rest = rest.trim_start();
    }
    found
}

fn decoded(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// The first value of an attribute anywhere on the page.
pub fn attribute(page: &str, name: &str) -> Option<String> {
    let open = format!(" {name}=\"");
    let at = page.find(&open)? + open.len();
    Some(decoded(&page[at..at + page[at..].find('"')?]))
}

/// What a field of a form holds: an input's value, or a text area's text.
pub fn value(page: &str, field: &str) -> Option<String> {
    let named = |tag: &HashMap<String, String>| tag.get("name").is_some_and(|name| name == field);
    if let Some(input) = tags(page, "input").into_iter().find(named) {
        return input.get("value").cloned();
    }
    let area = page.split("<textarea").skip(1).find(|rest| named(&attributes(rest)))?;
    let text = area.split_once('>')?.1.split_once("</textarea>")?.0;
    Some(decoded(text.strip_prefix('\n').unwrap_or(text)))
}

/// The words of a piece of a page, without its tags.
pub fn words(piece: &str) -> String {
    let mut words = String::new();
    for part in piece.split('<') {
        words.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    decoded(&words)
}

/// The page without what differs from one answer to the next: the nonce.
pub fn without_nonce(page: &str) -> String {
    attribute(page, "nonce").map_or_else(|| page.to_owned(), |nonce| page.replace(&nonce, "NONCE"))
}

/// What the form with this act already holds: its hidden fields.
pub fn hidden(page: &str, act: &str) -> Vec<(String, String)> {
    let forms = page
        .split("<form")
        .skip(1)
        .map(|rest| rest.split("</form>").next().unwrap_or(rest));
    let of = |form: &str| -> Vec<(String, String)> {
        tags(form, "input")
            .into_iter()
            .filter(|input| input.get("type").is_some_and(|kind| kind == "hidden"))
            .filter_map(|mut input| Some((input.remove("name")?, input.remove("value").unwrap_or_default())))
            .collect()
    };
    forms
        .map(of)
        .find(|fields| fields.iter().any(|(name, value)| name == "act" && value == act))
        .unwrap_or_else(|| panic!("no form {act}: {page}"))
}

/// The first choice that a field offers: of radio buttons, or of a list.
pub fn choice(page: &str, field: &str) -> Option<String> {
    let named = |tag: &HashMap<String, String>| tag.get("name").is_some_and(|name| name == field);
    if let Some(radio) = tags(page, "input").into_iter().find(named) {
        return radio.get("value").cloned();
    }
    let list = page.split("<select").skip(1).find(|rest| named(&attributes(rest)))?;
    let options = tags(list.split("</select>").next()?, "option").into_iter();
    options
        .filter_map(|mut option| option.remove("value"))
        .find(|value| !value.is_empty())
}

/// The words of the main part of a page, a line for each element.
pub fn lines(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap_or(page);
    let main = main.split("</main>").next().unwrap_or(main);
    let mut lines = Vec::new();
    for piece in main.split('<').skip(1) {
        let text = words(piece.split_once('>').map_or("", |(_, text)| text));
        if !text.trim().is_empty() {
            lines.push(text.trim().to_owned());
        }
    }
    lines.join("\n")
}
