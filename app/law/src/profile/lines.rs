//! Where a value stands in a profile file, so that whoever wrote it finds what is wrong with it.

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::ProfileError;

/// A value that cannot be meant: where it stands, and what was expected.
#[derive(Debug)]
pub(super) struct Wrong {
    /// Keys from the top of the file on; of an array, the number of the element, from 0.
    path: Vec<String>,
    /// What is wrong, in one line that names the value.
    said: String,
}

impl Wrong {
    pub(super) fn new(path: &[&str], said: String) -> Self {
        Self {
            path: path.iter().map(|part| (*part).to_owned()).collect(),
            said,
        }
    }

    /// The same within another value.
    pub(super) fn within(mut self, outer: &[&str]) -> Self {
        let outer = outer.iter().map(|part| (*part).to_owned());
        self.path.splice(0..0, outer);
        self
    }

    /// What is told of it, with its line in the file.
    pub(super) fn in_file(self, toml: &str) -> ProfileError {
        let path: Vec<&str> = self.path.iter().map(String::as_str).collect();
        ProfileError(match line_of(toml, &path) {
            Some(line) => format!("line {line}: {}", self.said),
            None => self.said,
        })
    }
}

/// The line of a value in a TOML file, from 1; where it is missing, the line of what it is missing in. `path` names keys from
/// the top of the file on; of an array, the number of the element, from 0.
pub fn line_of(toml: &str, path: &[&str]) -> Option<usize> {
    let table = DeTable::parse(toml).ok()?;
    let mut at = in_table(table.get_ref(), path.first()?)?;
    for part in path.iter().skip(1) {
        let inner = match at.1.get_ref() {
            DeValue::Table(table) => in_table(table, part),
            DeValue::Array(list) => part
                .parse()
                .ok()
                .and_then(|at: usize| list.get(at))
                .map(|value| (value.span().start, value)),
            _ => None,
        };
        match inner {
            Some(inner) => at = inner,
            None => break,
        }
    }
    Some(toml.get(..at.0)?.matches('\n').count() + 1)
}

/// Where a key of a table begins, and its value.
fn in_table<'t, 'i>(table: &'t DeTable<'i>, name: &str) -> Option<(usize, &'t Spanned<DeValue<'i>>)> {
    let found = table.iter().find(|(key, _)| key.get_ref() == name);
    found.map(|(key, value)| (key.span().start, value))
}

#[cfg(test)]
mod tests {
    use super::line_of;

    const FILE: &str = "key = \"x\"\n\n[staff]\nlink_hours = 0\n\n[[rule]]\nname = \"A\"\n[[rule]]\nname = \"B\"\nlist = [\n  1,\n  2,\n]\n";

    #[test]
    fn a_value_is_found_by_its_keys_and_numbers() {
        for (path, line) in [
            (&["key"][..], Some(1)),
            (&["staff", "link_hours"], Some(4)),
            (&["rule", "1", "name"], Some(9)),
            (&["rule", "1", "list", "1"], Some(12)),
            (&["rule", "1", "length"], Some(8)),
            (&["moon"], None),
        ] {
            assert_eq!(line_of(FILE, path), line, "{path:?}");
        }
    }
}
