//! Conditions on the lines of a list, each with its values.

use std::fmt::Write as _;

use sqlx::{Arguments as _, any::AnyArguments};

/// Conditions, each with the values that stand where it says `?`.
#[derive(Debug, Default)]
pub struct Wanted(Vec<(String, Vec<Value>)>);

/// A value of a condition.
#[derive(Clone, Debug)]
pub enum Value {
    /// A text.
    Text(String),
    /// An instant in microseconds since 1970.
    Instant(i64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(instant: i64) -> Self {
        Self::Instant(instant)
    }
}

impl Wanted {
    /// Adds a condition without a value.
    pub fn fact(&mut self, condition: &str) {
        self.0.push((condition.to_owned(), Vec::new()));
    }

    /// Adds a condition on one value.
    pub fn only(&mut self, condition: &str, value: impl Into<Value>) {
        self.0.push((condition.to_owned(), vec![value.into()]));
    }

    /// Adds a condition on several values, with as many `?`.
    pub fn all(&mut self, condition: String, values: Vec<Value>) {
        self.0.push((condition, values));
    }

    /// How many conditions there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// A statement with the conditions, and the number that its next value has.
    pub fn sql(&self, select: &str) -> (String, usize) {
        let (mut sql, mut next) = (select.to_owned(), 1);
        for (index, (condition, _)) in self.0.iter().enumerate() {
            sql += if index == 0 { " WHERE " } else { " AND " };
            let mut parts = condition.split('?');
            sql += parts.next().unwrap_or_default();
            for part in parts {
                let _ = write!(sql, "${next}{part}");
                next += 1;
            }
        }
        (sql, next)
    }

    /// The values in the order of their places.
    pub fn values(&self) -> AnyArguments {
        let mut values = AnyArguments::default();
        for value in self.0.iter().flat_map(|(_, values)| values) {
            // Texts and numbers always encode.
            let _ = match value {
                Value::Text(text) => values.add(text.as_str()),
                Value::Instant(instant) => values.add(*instant),
            };
        }
        values
    }
}

/// The longest search, in words; more are not looked at.
pub const WORDS: usize = 3;

/// The words of a search as patterns of `LIKE … ESCAPE '\'`.
pub fn patterns(q: &str) -> Vec<String> {
    let pattern = |word: &str| {
        let literal = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        format!("%{literal}%")
    };
    q.to_lowercase().split_whitespace().take(WORDS).map(pattern).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_searched_literally() {
        assert_eq!(patterns("100% Central"), ["%100\\%%", "%central%"]);
        assert_eq!(patterns("  "), Vec::<String>::new());
        assert_eq!(patterns("a b c d").len(), WORDS);
    }

    #[test]
    fn places_are_numbered_through_all_conditions() {
        let mut wanted = Wanted::default();
        wanted.only("stage = ?", "denied");
        wanted.fact("closed_on IS NULL");
        wanted.all("a IN (?, ?)".into(), vec!["x".into(), "y".into()]);
        let (sql, next) = wanted.sql("SELECT 1");
        assert_eq!(
            (sql.as_str(), next),
            ("SELECT 1 WHERE stage = $1 AND closed_on IS NULL AND a IN ($2, $3)", 4)
        );
    }
}
