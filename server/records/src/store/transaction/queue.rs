//! Statements that are sent together, because nobody needs their answer.

use sqlx::{Any, Arguments as _, Encode, Type, any::AnyArguments};

use crate::store::Dialect;

/// Statements that wait to be sent: one with PostgreSQL, all that follow each other with SQLite.
pub(super) struct Queued {
    pub(super) sql: String,
    pub(super) arguments: Result<AnyArguments, sqlx::Error>,
}

/// Adds a statement to those that wait.
pub(super) fn add<'queue>(queued: &'queue mut Vec<Queued>, dialect: Dialect, sql: &str) -> Binds<'queue> {
    if dialect == Dialect::Sqlite
        && let Some(Queued {
            sql: before,
            arguments: Ok(arguments),
        }) = queued.last_mut()
    {
        before.push_str("; ");
        before.push_str(&renumbered(sql, arguments.len()));
    } else {
        queued.push(Queued {
            sql: sql.to_owned(),
            arguments: Ok(AnyArguments::default()),
        });
    }
    Binds(queued.last_mut())
}

/// What a queued statement is bound to, in the order of `$1`, `$2`, ….
pub struct Binds<'tx>(Option<&'tx mut Queued>);

impl Binds<'_> {
    /// The next value.
    pub fn bind<'v, T: Encode<'v, Any> + Type<Any>>(mut self, value: T) -> Self {
        if let Some(Queued { arguments, .. }) = &mut self.0
            && let Ok(known) = arguments
            && let Err(why) = known.add(value)
        {
            *arguments = Err(sqlx::Error::Encode(why));
        }
        self
    }
}

/// The statement with `$1` as the one after so many others.
fn renumbered(sql: &str, before: usize) -> String {
    let parameter = |part: &str| {
        let digits = part.len() - part.trim_start_matches(|sign: char| sign.is_ascii_digit()).len();
        let (number, rest) = part.split_at(digits);
        number
            .parse::<usize>()
            .map_or_else(|_| format!("${part}"), |number| format!("${}{rest}", number + before))
    };
    let mut parts = sql.split('$');
    let first = parts.next().map(str::to_owned);
    first.into_iter().chain(parts.map(parameter)).collect()
}

#[cfg(test)]
mod tests {
    use super::renumbered;

    #[test]
    fn a_statement_sent_after_another_is_bound_to_what_follows() {
        let sql = "SELECT $1, json_extract(x, '$.state'), $12 FROM t WHERE y = $2";
        assert_eq!(
            renumbered(sql, 9),
            "SELECT $10, json_extract(x, '$.state'), $21 FROM t WHERE y = $11"
        );
        assert_eq!(renumbered("COMMIT", 9), "COMMIT");
    }
}
