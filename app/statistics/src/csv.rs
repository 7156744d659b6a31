//! Tables as CSV (RFC 4180) that no spreadsheet takes for formulas.

use law::Bilingual;

use crate::{
    Public,
    table::Label,
    words::{self, KEY, NAME, TOTAL},
};

/// A table as CSV with its sums: a column of keys, one of names, then the numbers; lines end in CRLF.
/// `pick` takes a language, for example `|text| text.en`.
pub fn table(table: &Public, pick: impl Fn(Bilingual<String>) -> String) -> String {
    let name = |label: &Label| pick(label.name.clone());
    let sums = !table.row_totals.is_empty();
    let total = || pick(TOTAL.owned());
    let mut head = vec![pick(KEY.owned()), pick(NAME.owned())];
    head.extend(table.columns.iter().map(name));
    head.extend(sums.then(total));
    let mut lines = line(&head);
    for (index, row) in table.rows.iter().enumerate() {
        let mut fields = vec![row.key.clone(), name(row)];
        let numbers = table.cells[index].iter().chain(table.row_totals.get(index));
        fields.extend(numbers.map(|cell| pick(words::cell(*cell))));
        lines += &line(&fields);
    }
    if !table.column_totals.is_empty() {
        let mut fields = vec!["total".to_owned(), total()];
        let numbers = table.column_totals.iter().chain(&table.total);
        fields.extend(numbers.map(|cell| pick(words::cell(*cell))));
        lines += &line(&fields);
    }
    lines
}

/// One line of fields.
pub fn line(fields: &[impl AsRef<str>]) -> String {
    let fields: Vec<String> = fields.iter().map(|one| field(one.as_ref())).collect();
    fields.join(",") + "\r\n"
}

/// One field: a text that a spreadsheet could take for a formula is led by an apostrophe; commas,
/// quotes and line breaks are quoted.
pub fn field(text: &str) -> String {
    let formula = text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches([' ', '\u{a0}', '\u{feff}', '\u{3000}'])
            .starts_with([
                '=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
            ]);
    let safe = if formula { format!("'{text}") } else { text.to_owned() };
    if safe.contains([',', '"', '\r', '\n', '\t', ';']) || safe.trim() != safe {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use law::both;
    use proptest::prelude::*;

    use super::{field, line, table};
    use crate::{
        Cell, Public,
        words::{label, named},
    };

    #[test]
    fn a_text_that_looks_like_a_formula_is_no_formula() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            " =1",
            "\u{ff1d}1",
            "\n=1",
        ] {
            let field = field(text);
            assert!(
                field.trim_start_matches('"').starts_with('\''),
                "{text:?} became {field:?}"
            );
        }
        assert_eq!(field("RSMo 610.100.2(2)"), "RSMo 610.100.2(2)");
        assert_eq!(field("2026-02"), "2026-02");
    }

    proptest! {
        #[test]
        fn no_text_becomes_a_formula_or_breaks_out_of_its_field(text in "[-=+@\t\r\n,;\" a-c\u{ff1d}]{0,12}") {
            let field = field(&text);
            let inner = if let Some(quoted) = field.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
                prop_assert!(!quoted.replace("\"\"", "").contains('"'));
                quoted.replace("\"\"", "\"")
            } else {
                prop_assert!(!field.contains(['"', ',', '\r', '\n']));
                field
            };
            let formula = inner.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}']);
            prop_assert!(!formula);
            let led = format!("'{text}");
            prop_assert!(inner == text || inner == led);
        }
    }

    #[test]
    fn commas_quotes_and_breaks_are_quoted() {
        assert_eq!(
            line(&["a,b", "say \"no\"", "two\nlines", "plain"]),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\",plain\r\n"
        );
        assert_eq!(field("=HYPERLINK(\"x\",1)"), "\"'=HYPERLINK(\"\"x\"\",1)\"");
    }

    #[test]
    fn a_hidden_number_is_said_to_be_hidden() {
        let published = Public {
            key: "one",
            columns: vec![label("a", both("A", "A")), named("=b", "=b")],
            rows: vec![label("x", both("Row", "Fila"))],
            cells: vec![vec![Cell::Hidden, Cell::Shown(0)]],
            row_totals: vec![Cell::Hidden],
            column_totals: vec![Cell::Hidden, Cell::Shown(0)],
            total: Some(Cell::Hidden),
        };
        assert_eq!(
            table(&published, |text| text.es),
            "clave,nombre,A,'=b,Total\r\nx,Fila,oculto,0,oculto\r\ntotal,Total,oculto,0,oculto\r\n"
        );
    }
}
