//! The time line of a request as a sheet: the public docket as exact text, and the hash of it.

use office::views::{DocketLine, PublicStatus, TimelineSheet};

use super::{Moment, RecordsOffice};
use crate::{fault::Stored, secret::token_hash};

/// The form of the text. Another number stands for another form, so that old hashes can be checked.
const FORM: &str = "daylight-timeline 1";

impl RecordsOffice {
    /// The sheet of a request as it stands.
    pub(super) fn sheet(&self, status: PublicStatus, now: Moment) -> Stored<TimelineSheet> {
        let text = text(&status)?;
        Ok(TimelineSheet {
            made_at: self.local(now.at),
            sha256: token_hash(&text),
            text,
            status,
        })
    }
}

/// A line for the form, one for the request, and one for each entry: its number, its day, who acted, and what happened
/// as JSON, with a space between them. Every line ends with a line feed. It says the same in every language.
fn text(status: &PublicStatus) -> Stored<String> {
    let mut lines = vec![format!("{FORM}\n"), format!("request {}\n", status.number)];
    for DocketLine { seq, on, by, event } in &status.docket {
        let (by, event) = (by.key(), serde_json::to_string(event)?);
        lines.push(format!("{seq} {on} {by} {event}\n"));
    }
    Ok(lines.concat())
}
