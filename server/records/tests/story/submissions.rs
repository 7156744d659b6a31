//! A form does its work once; other content under its key is told apart.

use office::{OfficeResult, Refusal, desk::PublicDesk as _};
use records::Submission;

use crate::support::{Town, form_key};

crate::on_both_engines!(
    a_form_is_answered_once_and_other_content_is_told_apart,
    a_form_whose_work_fails_can_be_sent_again,
    of_many_who_send_one_key_at_once_one_is_taken,
);

fn form(content: &str) -> Submission {
    Submission {
        key: form_key(),
        content: content.to_owned(),
    }
}

async fn files(town: &Town, form: &Submission) -> OfficeResult<()> {
    let mut filing = town.resident("Ana").form();
    filing.key = form.key.as_str().to_owned();
    let office = town.office.of_form(form, "/request/filed");
    office.file(town.read(&filing)).await.map(|_| ())
}

async fn a_form_is_answered_once_and_other_content_is_told_apart(town: Town) {
    let first = form("Oak Street");
    assert_eq!(town.office.answered(&first).await, Ok(None));
    assert_eq!(files(&town, &first).await, Ok(()));
    assert_eq!(
        town.office.answered(&first).await,
        Ok(Some("/request/filed".to_owned()))
    );
    let other = Submission {
        content: "Elm Street".to_owned(),
        ..first.clone()
    };
    assert_eq!(town.office.answered(&other).await, Err(Refusal::SentBefore));
    assert_eq!(files(&town, &other).await, Err(Refusal::SentBefore));
    assert_eq!(town.count("SELECT COUNT(*) FROM records_request").await, 1);
    town.is_sound().await;
}

async fn a_form_whose_work_fails_can_be_sent_again(town: Town) {
    let sent = form("Oak Street");
    let fails = match town.dialect() {
        records::store::Dialect::Sqlite => {
            "CREATE TRIGGER fails BEFORE INSERT ON hold BEGIN SELECT RAISE(ABORT, 'no'); END"
        }
        records::store::Dialect::Postgres => "ALTER TABLE hold ADD CONSTRAINT fails CHECK (1 = 0) NOT VALID",
    };
    town.raw(fails).await.unwrap();
    assert!(matches!(files(&town, &sent).await, Err(Refusal::Unavailable { .. })));
    assert_eq!(town.office.answered(&sent).await, Ok(None));
    let works = match town.dialect() {
        records::store::Dialect::Sqlite => "DROP TRIGGER fails",
        records::store::Dialect::Postgres => "ALTER TABLE hold DROP CONSTRAINT fails",
    };
    town.raw(works).await.unwrap();
    assert_eq!(files(&town, &sent).await, Ok(()));
    assert_eq!(town.count("SELECT COUNT(*) FROM records_request").await, 1);
}

async fn of_many_who_send_one_key_at_once_one_is_taken(town: Town) {
    let first = form("0");
    let all: Vec<Submission> = (0..6)
        .map(|content| Submission {
            content: content.to_string(),
            ..first.clone()
        })
        .collect();
    let sent = all.iter().map(|form| {
        let mut filing = town.resident("Ana").form();
        form.key.as_str().clone_into(&mut filing.key);
        let (office, filing) = (town.office.of_form(form, "/request/filed"), town.read(&filing));
        tokio::spawn(async move { office.file(filing).await.map(|_| ()) })
    });
    let mut answers = Vec::new();
    for sent in sent.collect::<Vec<_>>() {
        answers.push(sent.await.unwrap());
    }
    let taken = answers.iter().filter(|answer| answer.is_ok()).count();
    let told = answers
        .iter()
        .filter(|answer| **answer == Err(Refusal::SentBefore))
        .count();
    assert_eq!((taken, told), (1, 5), "{answers:?}");
    assert_eq!(town.count("SELECT COUNT(*) FROM records_request").await, 1);
    let mut known = 0;
    for form in &all {
        known += usize::from(town.office.answered(form).await.is_ok());
    }
    assert_eq!(known, 1);
    town.is_sound().await;
}
