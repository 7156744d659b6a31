//! Notes inside the office, and who is mentioned in them.

use std::collections::HashMap;

use async_trait::async_trait;
use office::{
    OfficeResult, Problem, Refusal,
    desk::NoteDesk,
    forms::NewNote,
    views::{MentionLine, NoteLine, NoteSubject, Notes, PrivatePart, Role, Staff},
};

use super::RecordsOffice;
use crate::{
    fault::Stored,
    ids::new_id,
    store::{notes, notices, recordings, requests, rows, search::folded, staff},
};

#[async_trait]
impl NoteDesk for RecordsOffice {
    async fn notes(&self, by: &Staff, on: &NoteSubject) -> OfficeResult<Notes> {
        let (id, name) = self.note_subject(by, on).await?;
        let names = staff::names(&self.store).await?;
        let mut mentioned: HashMap<String, Vec<String>> = HashMap::new();
        for (note, staff_id) in notes::mentioned(&self.store, on.key(), &id).await? {
            let name = names.get(&staff_id).cloned().unwrap_or_default();
            mentioned.entry(note).or_default().push(name);
        }
        let kept = notes::of(&self.store, on.key(), &id).await?;
        let number = |id: &str| kept.iter().position(|row| row.id == id).map(|place| place + 1);
        let line = |(no, row): (usize, &notes::Row)| NoteLine {
            no,
            at: self.local(row.at),
            by: names.get(&row.written_by).cloned().unwrap_or_default(),
            words: row.words.clone(),
            corrects: row.corrects.as_deref().and_then(number),
            corrected_by: (1..)
                .zip(&kept)
                .filter(|(_, other)| other.corrects.as_ref() == Some(&row.id))
                .map(|(no, _)| no)
                .collect(),
            mentions: mentioned.get(&row.id).cloned().unwrap_or_default(),
            id: row.id.clone(),
        };
        Ok(Notes {
            subject: on.clone(),
            name,
            lines: (1..).zip(&kept).map(line).collect(),
            colleagues: called(&self.colleagues(on).await?),
        })
    }

    async fn write_note(&self, by: &Staff, on: &NoteSubject, note: NewNote) -> OfficeResult<()> {
        let (id, _) = self.note_subject(by, on).await?;
        let colleagues = self.colleagues(on).await?;
        let mentioned = mentioned(&note.words, &colleagues).map_err(|typed| {
            let known = called(&colleagues).join(", ");
            Refusal::field("office_note", Problem::NobodyCalled { typed, known })
        })?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if let Some(corrects) = &note.corrects
            && !notes::is_on(&mut tx, corrects, on.key(), &id).await?
        {
            return Err(Refusal::NotFound);
        }
        let note_id = new_id();
        let new = notes::New {
            id: &note_id,
            subject: on.key(),
            subject_id: &id,
            words: &note.words,
            corrects: note.corrects.as_deref(),
            at: now.at,
            on: now.today,
            by: &by.id,
        };
        notes::write(&mut tx, new, &mentioned).await?;
        Ok(tx.commit().await?)
    }

    async fn mentions(&self, by: &Staff) -> OfficeResult<Vec<MentionLine>> {
        let names = staff::names(&self.store).await?;
        let mut lines = Vec::new();
        for row in notes::mentions(&self.store, &by.id, readable(by.role)).await? {
            let subject = match row.subject.as_str() {
                "request" => NoteSubject::Request(rows::number(&row.name)?),
                "recording" => NoteSubject::Recording(row.subject_id),
                _ => NoteSubject::Notice(row.subject_id),
            };
            // What is said of a request is its private part, and reading it is entered; what cannot be entered waits.
            if let NoteSubject::Request(number) = &subject
                && self.open_private(by, number).await != PrivatePart::Open
            {
                continue;
            }
            lines.push(MentionLine {
                note: row.id,
                name: row.name,
                at: self.local(row.at),
                by: names.get(&row.written_by).cloned().unwrap_or_default(),
                words: row.words,
                read_on: row.read_at.map(|at| self.local(at).date()),
                subject,
            });
        }
        Ok(lines)
    }

    async fn read_mention(&self, by: &Staff, note: &str) -> OfficeResult<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if !notes::read(&mut tx, note, &by.id, now.at).await? {
            return Ok(tx.give_up().await?);
        }
        Ok(tx.commit().await?)
    }
}

impl RecordsOffice {
    /// Our id of what a note is on, and what it is called, for whoever may read its notes.
    async fn note_subject(&self, by: &Staff, on: &NoteSubject) -> OfficeResult<(String, String)> {
        if !on.open_to(by.role) {
            return Err(Refusal::NotYours);
        }
        Ok(match on {
            NoteSubject::Request(number) => {
                let found = requests::find(self.store.reader(), number).await?;
                let found = found.ok_or(Refusal::NotFound)?;
                // Notes tell of the requester: reading them is reading the private part, and entered as that.
                if self.open_private(by, number).await != PrivatePart::Open {
                    return Err(Refusal::NotYours);
                }
                (found.id, number.to_string())
            }
            NoteSubject::Recording(id) => {
                let found = recordings::find(self.store.reader(), id).await?;
                let found = found.ok_or(Refusal::NotFound)?;
                (found.id, found.source_id)
            }
            NoteSubject::Notice(id) => {
                let found = notices::line(&self.store, id).await?.ok_or(Refusal::NotFound)?;
                (found.id, found.pseudonym)
            }
        })
    }

    /// Those who may read notes on this.
    async fn colleagues(&self, on: &NoteSubject) -> Stored<Vec<Colleague>> {
        let mut may = Vec::new();
        for (id, name, email, role) in notes::colleagues(&self.store).await? {
            if on.open_to(rows::known("staff", &id, &role, Role::parse)?) {
                may.push(Colleague { id, name, email });
            }
        }
        Ok(may)
    }
}

/// On which subjects a role reads notes, as [`NoteSubject::open_to`]: requests and notices, and recordings.
pub(super) fn readable(role: Role) -> notes::Readable {
    notes::Readable {
        requests: role.works(),
        recordings: role.checks(),
    }
}

/// Somebody who may be mentioned.
struct Colleague {
    id: String,
    name: String,
    email: String,
}

/// What to write after the `@` for each: the name; of two who share it, the e-mail address.
fn called(colleagues: &[Colleague]) -> Vec<String> {
    let shared = |name: &str| colleagues.iter().filter(|other| other.name == name).count() > 1;
    let call = |one: &Colleague| {
        if shared(&one.name) {
            one.email.clone()
        } else {
            one.name.clone()
        }
    };
    colleagues.iter().map(call).collect()
}

/// The accounts that a note mentions: each `@` at the beginning of a word names one, by the e-mail address, the whole name, a part of
/// it that only one has, or the whole name without spaces.
///
/// # Errors
/// What stands after an `@` that names nobody, or more than one.
fn mentioned(words: &str, colleagues: &[Colleague]) -> Result<Vec<String>, String> {
    let words = folded(words);
    let mut found: Vec<String> = Vec::new();
    for (place, letter) in words.char_indices() {
        let begins = letter == '@' && !is_local_part(&words[..place]);
        let rest = &words[place + letter.len_utf8()..];
        // An address of e-mail, or an @ alone, names nobody.
        if !begins || !rest.starts_with(char::is_alphabetic) {
            continue;
        }
        let id = named(rest, colleagues)?;
        if !found.contains(&id) {
            found.push(id);
        }
    }
    Ok(found)
}

/// Whether a text ends in what can stand before the @ of an address of e-mail (RFC 5322, 3.2.3), and holds a letter or digit.
fn is_local_part(text: &str) -> bool {
    let signs = |sign: &char| sign.is_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(*sign);
    text.chars().rev().take_while(signs).any(char::is_alphanumeric)
}

/// Whom the beginning of a folded text names.
fn named(rest: &str, colleagues: &[Colleague]) -> Result<String, String> {
    let ends = |name: &str| {
        rest.strip_prefix(name)
            .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
    };
    if let Some(one) = colleagues.iter().find(|one| ends(&folded(&one.email))) {
        return Ok(one.id.clone());
    }
    let whole = colleagues.iter().map(|one| (one, folded(&one.name)));
    let longest = whole.filter(|(_, name)| ends(name)).max_by_key(|(_, name)| name.len());
    if let Some((one, name)) = longest {
        let same = colleagues.iter().filter(|other| folded(&other.name) == name).count();
        return if same == 1 { Ok(one.id.clone()) } else { Err(name) };
    }
    let typed: String = rest
        .chars()
        .take_while(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '\'' | '’'))
        .collect();
    let typed = typed.trim_end_matches(['.', '-', '_', '\'', '’']);
    let plain = |text: &str| {
        text.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect::<String>()
    };
    let wanted = plain(typed);
    let fits = |name: &str| {
        let name = folded(name);
        plain(&name) == wanted || name.split_whitespace().any(|part| plain(part) == wanted)
    };
    let mut fitting = colleagues.iter().filter(|one| fits(&one.name));
    match (fitting.next(), fitting.next()) {
        (Some(one), None) => Ok(one.id.clone()),
        _ => Err(typed.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Colleague, called, mentioned};

    fn people() -> Vec<Colleague> {
        let all = [
            ("1", "Casey Demo"),
            ("2", "Robin Demo"),
            ("3", "José O’Neill"),
            ("4", "Robin Demo-Smith"),
            ("5", "Kim Sample"),
            ("6", "Kim Sample"),
        ];
        let one = |(id, name): (&str, &str)| Colleague {
            id: id.to_owned(),
            name: name.to_owned(),
            email: format!("staff.{id}@example.org"),
        };
        all.map(one).into_iter().collect()
    }

    #[test]
    fn a_colleague_is_mentioned_by_name_part_of_it_or_without_spaces() {
        for (words, wanted) in [
            ("@Casey Demo please look", vec!["1"]),
            ("Please look, @casey.", vec!["1"]),
            ("(@CaseyDemo) and @jose o'neill", vec!["1", "3"]),
            ("@José", vec!["3"]),
            ("@casey.demo, @casey", vec!["1"]),
            ("@Robin Demo-Smith", vec!["4"]),
            ("@robin demo: done", vec!["2"]),
            ("write to ana@casey.org", vec![]),
            ("write to ana_@casey.org or ana.b+x-@robin.org", vec![]),
            ("- @casey\n-@jose", vec!["1", "3"]),
            ("at 5 @ the corner", vec![]),
            ("@staff.6@example.org: yours", vec!["6"]),
            ("nobody", vec![]),
        ] {
            assert_eq!(mentioned(words, &people()).expect(words), wanted, "{words}");
        }
    }

    #[test]
    fn whoever_is_not_known_or_one_of_two_is_told() {
        assert_eq!(mentioned("@nobody look", &people()), Err("nobody".to_owned()));
        assert_eq!(mentioned("@robin look", &people()), Err("robin".to_owned()));
        assert_eq!(mentioned("@Kim Sample look", &people()), Err("kim sample".to_owned()));
        assert_eq!(
            called(&people())[3..],
            ["Robin Demo-Smith", "staff.5@example.org", "staff.6@example.org"]
        );
    }
}
