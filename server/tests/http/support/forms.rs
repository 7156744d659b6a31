//! Forms as they stand on a page, filled in as somebody would who means it.

use std::collections::HashMap;

use super::{days_ago, html, release::HALF_AN_HOUR, release::movie};

/// A form that posts.
#[derive(Clone, Debug)]
pub struct PageForm {
    /// Where it posts.
    pub action: String,
    /// Whether it carries files.
    pub multipart: bool,
    fields: Vec<PageField>,
}

#[derive(Clone, Debug)]
struct PageField {
    name: String,
    kind: FieldKind,
    /// What the page holds already.
    value: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum FieldKind {
    Hidden,
    Text,
    Day,
    File,
    /// Any of these.
    Boxes(Vec<String>),
    /// One of these.
    Choice(Vec<String>),
}

/// What goes over the wire: names with values, and files with their name and bytes.
pub struct Filled {
    /// Everything typed, chosen and hidden.
    pub fields: Vec<(String, String)>,
    /// Files.
    pub files: Vec<(String, &'static str, Vec<u8>)>,
}

/// All forms of a page that post.
pub fn on_page(page: &str) -> Vec<PageForm> {
    let forms = page.split("<form").skip(1);
    forms
        .filter_map(|rest| {
            let whole = format!("<form{}", rest.split("</form>").next().unwrap_or(rest));
            let head = html::tags(&whole, "form").into_iter().next()?;
            (head.get("method").is_some_and(|method| method == "post")).then(|| PageForm {
                action: head.get("action").cloned().unwrap_or_default(),
                multipart: head.contains_key("enctype"),
                fields: fields(&whole),
            })
        })
        .collect()
}

fn fields(form: &str) -> Vec<PageField> {
    let mut found: Vec<PageField> = Vec::new();
    for input in html::tags(form, "input") {
        let text = |name: &str| input.get(name).cloned().unwrap_or_default();
        let (name, value) = (text("name"), text("value"));
        let choices = |kind: fn(Vec<String>) -> FieldKind| kind(vec![value.clone()]);
        let kind = match text("type").as_str() {
            "hidden" => FieldKind::Hidden,
            "date" => FieldKind::Day,
            "file" => FieldKind::File,
            "radio" => choices(FieldKind::Choice),
            "checkbox" => choices(FieldKind::Boxes),
            _ => FieldKind::Text,
        };
        match (found.iter_mut().find(|field| field.name == name), &kind) {
            (
                Some(PageField {
                    kind: FieldKind::Choice(known) | FieldKind::Boxes(known),
                    ..
                }),
                FieldKind::Choice(_) | FieldKind::Boxes(_),
            ) => known.push(value),
            _ => found.push(PageField { name, kind, value }),
        }
    }
    // Of several buttons the last is the one that does it for good.
    let button = html::tags(form, "button")
        .into_iter()
        .rfind(|button| button.contains_key("name"));
    if let Some(mut button) = button {
        found.push(PageField {
            name: button.remove("name").unwrap_or_default(),
            kind: FieldKind::Hidden,
            value: button.remove("value").unwrap_or_default(),
        });
    }
    for list in form.split("<select").skip(1) {
        let whole = format!("<select{}", list.split("</select>").next().unwrap_or(list));
        let name = html::tags(&whole, "select")[0].get("name").cloned().unwrap_or_default();
        let options = html::tags(&whole, "option").into_iter();
        let options = options.filter_map(|mut option| option.remove("value")).collect();
        found.push(PageField {
            name,
            kind: FieldKind::Choice(options),
            value: String::new(),
        });
    }
    for area in html::tags(form, "textarea") {
        let name = area.get("name").cloned().unwrap_or_default();
        let value = html::value(form, &name).unwrap_or_default();
        found.push(PageField {
            name,
            kind: FieldKind::Text,
            value,
        });
    }
    found
}

impl PageForm {
    /// What the form does, where it says so; else its path's last word.
    pub fn act(&self) -> String {
        let act = self.fields.iter().find(|field| field.name == "act");
        act.map(|act| act.value.clone())
            .filter(|act| !act.is_empty())
            .unwrap_or_else(|| {
                let last = self.action.rsplit('/').next().unwrap_or_default();
                last.split('?').next().unwrap_or_default().to_owned()
            })
    }

    /// The field whose choice says most about what is done, with its choices: the first of radio buttons or lists.
    pub fn variants(&self) -> (String, Vec<String>) {
        let choice = self.fields.iter().find_map(|field| match &field.kind {
            FieldKind::Choice(choices) => Some((field.name.clone(), choices.clone())),
            _ => None,
        });
        let (name, mut choices) = choice.unwrap_or_default();
        if choices.len() > 1 {
            choices.retain(|choice| !choice.is_empty());
        }
        (name, choices)
    }

    /// Fills every field; the leading choice is this one.
    pub fn filled(&self, (leading, choice): (&str, &str), of: &HashMap<&str, String>) -> Filled {
        let mut filled = Filled {
            fields: Vec::new(),
            files: Vec::new(),
        };
        for field in &self.fields {
            let name = field.name.clone();
            let mut put = |value: String| filled.fields.push((name.clone(), value));
            match &field.kind {
                FieldKind::Hidden => put(field.value.clone()),
                FieldKind::Boxes(all) => all.iter().cloned().for_each(put),
                FieldKind::Choice(_) if name == leading => put(choice.to_owned()),
                FieldKind::Choice(all) => {
                    let usual = all.iter().find(|value| !value.is_empty());
                    put(of
                        .get(name.as_str())
                        .filter(|value| all.contains(value))
                        .or(usual)
                        .cloned()
                        .unwrap_or_default());
                }
                FieldKind::Day | FieldKind::Text => {
                    let typed = of.get(name.as_str()).cloned();
                    let kept = (!field.value.is_empty()).then(|| field.value.clone());
                    put(typed.or(kept).unwrap_or_else(|| usual(&name, &field.kind)));
                }
                // Its text is typed instead.
                FieldKind::File if name == "csv_file" => {}
                FieldKind::File => {
                    let (file, bytes) = file(&name, choice);
                    filled.files.push((name, file, bytes));
                }
            }
        }
        filled
    }
}

/// What somebody types into a field of this name.
fn usual(name: &str, kind: &FieldKind) -> String {
    if *kind == FieldKind::Day {
        return match name {
            "promised" | "until" | "wait_until" | "last_day" => days_ago(-30),
            _ => days_ago(0),
        };
    }
    match name {
        "court" => "Circuit Court of Jackson County",
        "case_number" => "2616-CV01234",
        "judge" => "Judge Sample",
        "provision" | "withheld_provision" => "RSMo 610.021(14)",
        "fee_copy_number" | "fee_medium_number" => "2",
        "fee_staff_copying_hours" | "fee_programming_hours" => "1.5",
        "fee_copy_each"
        | "fee_medium_each"
        | "fee_staff_copying_rate"
        | "fee_programming_rate"
        | "deposit"
        | "amount" => "1.50",
        "receipt" => "2026-17",
        "cut" | "seen" | "heard" => "0:05-0:10",
        "redactions" => "blur 0:01-0:02 | RSMo 610.100.3",
        "rule" => "KCPD_NONEVIDENCE_KEEP_180D",
        "email" => "bela@example.org",
        "phone" => "816 555 0100",
        // The amount of a line of a fee is worked out of the two numbers beside it.
        "website" | "sources" | "excused" | "hide" | "fee_copy" | "fee_staff_copying" | "fee_programming"
        | "fee_medium" => "",
        _ => "Plain words about it",
    }
    .to_owned()
}

fn file(field: &str, kind: &str) -> (&'static str, Vec<u8>) {
    match (field, kind) {
        ("file", "captions") => ("captions.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n".to_vec()),
        ("file", "transcript") => ("transcript.txt", b"Hello\n".to_vec()),
        ("file", kind) => ("copy.mp4", movie(HALF_AN_HOUR / 60, kind.as_bytes())),
        _ => ("paper.pdf", b"%PDF-1.4\nwords\n%%EOF\n".to_vec()),
    }
}
