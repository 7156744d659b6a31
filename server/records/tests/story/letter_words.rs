//! The words of letters: what a custodian makes of one before it goes, and what an administrator makes of all to come.

use std::collections::BTreeMap;

use law::{both, notice::Audience, notice::Channel, person::Receiver, request::Act};
use office::{
    Lang, Problem, Refusal,
    desk::{CustodianDesk as _, LetterDesk as _, NoticeDesk as _, RecordingDesk as _, TemplateDesk as _},
    forms::{FilingForm, TemplateEdit, TemplateForm},
    letter::{LetterEdits, LetterKind, LetterWay, ParagraphKey, Paragraphs},
    permission::Administrator,
    views::{AuditFilter, LetterPart, LetterText, LetterView, PreviewedLetter, Role, Staff},
};
use records::RecordsOffice;

use crate::{
    notices::Case,
    support::{Desk, Filed, Town, staff_act},
};

crate::on_both_engines!(
    a_letter_is_seen_before_it_goes_and_nothing_is_done,
    a_changed_paragraph_arrives_and_what_the_law_requires_stays,
    words_for_another_letter_do_nothing,
    a_letter_goes_by_mail_on_paper_or_both,
    a_template_counts_from_the_next_letter_on,
    the_second_of_two_administrators_is_told_that_the_words_changed,
    a_notice_is_seen_before_it_goes,
    a_letter_that_was_sent_is_read_as_it_went,
);

async fn mails(town: &Town) -> Vec<String> {
    town.texts("SELECT body_text FROM outbox WHERE kind <> 'followed' ORDER BY created_at, id")
        .await
}

/// The last mail, in one line.
async fn last_mail(town: &Town) -> String {
    let all = mails(town).await;
    let last = all.last().cloned().unwrap_or_default();
    last.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn edits(kind: LetterKind, lang: Lang, opening: &str) -> LetterEdits {
    let words = kind.paragraphs().iter().map(|paragraph| {
        let words = match paragraph {
            ParagraphKey::Opening => opening.to_owned(),
            other => format!("My {} words", other.key()),
        };
        (*paragraph, words)
    });
    LetterEdits {
        kind,
        lang,
        paragraphs: words.collect(),
        way: None,
    }
}

async fn asks(office: &RecordsOffice, cole: &Desk<'_>, ana: &Filed<'_>) -> office::OfficeResult<()> {
    let version = cole.sees(ana.number()).await.version;
    let act = staff_act(Act::AskClarification, version);
    office.act(&cole.staff, ana.number(), act).await
}

fn locked(text: &LetterText) -> Vec<String> {
    let words = |part: &LetterPart| match part {
        LetterPart::Locked {
            words,
            section: Some(_),
        } => Some(words.clone()),
        _ => None,
    };
    text.parts.iter().filter_map(words).collect()
}

fn in_spanish(town: &Town) -> FilingForm {
    FilingForm {
        language: "es".into(),
        ..town.resident("Ana").form()
    }
}

async fn a_letter_is_seen_before_it_goes_and_nothing_is_done(town: Town) {
    let ana = town.resident("Ana").files_form(in_spanish(&town)).await;
    let cole = town.custodian().await;
    let (before, docket) = (mails(&town).await.len(), cole.sees(ana.number()).await.docket.len());
    let looked = town.office.rehearsing(None, Lang::En);
    asks(&looked, &cole, &ana).await.unwrap();
    let preview = looked.rehearsed();
    let [
        PreviewedLetter::ToRequester {
            kind,
            email,
            way,
            text,
            beside,
            grade,
            ..
        },
    ] = &preview.letters[..]
    else {
        panic!("{preview:?}")
    };
    assert_eq!((*kind, *way), (LetterKind::Question, Some(LetterWay::Email)));
    assert_eq!(email.as_deref(), Some("ana.canary@example.org"));
    let beside = beside.as_ref().expect("the custodian reads English");
    assert_eq!((text.lang, beside.lang), (Lang::Es, Lang::En));
    let quoted = LetterPart::Quote("Which corner was it?".into());
    assert!(text.parts.contains(&quoted) && beside.parts.contains(&quoted));
    assert!(text.title != beside.title && grade.is_some());
    assert!(locked(text)[0].contains("610.026.2(2)"), "{:?}", locked(text));
    let opening = text.parts.iter().find_map(|part| match part {
        LetterPart::Own {
            paragraph: ParagraphKey::Opening,
            words,
        } => Some(words.clone()),
        _ => None,
    });
    assert!(opening.unwrap().contains(ana.number().as_str()), "facts are filled in");

    let now = cole.sees(ana.number()).await;
    assert_eq!((mails(&town).await.len(), now.docket.len()), (before, docket));
    assert!(!cole.could(ana.number(), law::request::ActKind::RecordAnswer).await);
    asks(&town.office, &cole, &ana).await.unwrap();
    assert_eq!(mails(&town).await.len(), before + 1);
    town.is_sound().await;
}

async fn a_changed_paragraph_arrives_and_what_the_law_requires_stays(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let office = town
        .office
        .writing(Some(edits(LetterKind::Question, Lang::En, "You wrote <b>well</b>.")));
    asks(&office, &cole, &ana).await.unwrap();
    let mail = last_mail(&town).await;
    for said in [
        "You wrote <b>well</b>.",
        "My greeting words",
        "My closing words",
        "Which corner was it?",
        "610.026.2(2)",
        "The code is on your receipt.",
    ] {
        assert!(mail.contains(said), "{said} in {mail}");
    }
    assert!(!mail.contains("Dear Ana"), "{mail}");
    let html = town.texts("SELECT body_html FROM outbox WHERE kind = 'moved'").await;
    assert!(html[0].contains("You wrote &lt;b&gt;well&lt;/b&gt;."), "{}", html[0]);
}

async fn words_for_another_letter_do_nothing(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let before = mails(&town).await.len();
    let office = town.office.writing(Some(edits(LetterKind::Denied, Lang::En, "No.")));
    let refused = asks(&office, &cole, &ana).await;
    assert_eq!(refused, Err(Refusal::field("letter", Problem::LetterChanged)));
    assert_eq!(mails(&town).await.len(), before);
    assert!(!cole.could(ana.number(), law::request::ActKind::RecordAnswer).await);
    town.is_sound().await;
}

async fn a_letter_goes_by_mail_on_paper_or_both(town: Town) {
    let cole = town.custodian().await;
    for (way, mailed, printed) in [
        (LetterWay::Email, 1, 0),
        (LetterWay::Paper, 0, 1),
        (LetterWay::Both, 1, 1),
    ] {
        let form = FilingForm {
            postal_address: "7 Canary Row\nKansas City MO 64106".into(),
            ..town.resident("Ana").form()
        };
        let ana = town.resident("Ana").files_form(form).await;
        let chosen = LetterEdits {
            way: Some(way),
            ..edits(LetterKind::Question, Lang::En, "Hello.")
        };
        let papers = town.count("SELECT COUNT(*) FROM paper_letter").await;
        let mails = mails(&town).await.len();
        asks(&town.office.writing(Some(chosen)), &cole, &ana).await.unwrap();
        assert_eq!(self::mails(&town).await.len(), mails + mailed, "{way:?}");
        let now = town.count("SELECT COUNT(*) FROM paper_letter").await;
        assert_eq!(now, papers + printed, "{way:?}");
    }
    let paper = town.texts("SELECT document FROM paper_letter").await;
    assert!(
        paper[0].contains("Hello.") && paper[0].contains("7 Canary Row"),
        "{}",
        paper[0]
    );
}

async fn admin(town: &Town) -> (Staff, Administrator) {
    let staff = town.staff("Alex", Role::Admin).await.staff;
    let admin = staff.administrator().unwrap();
    (staff, admin)
}

fn words(opening: &str) -> Paragraphs {
    BTreeMap::from([
        (ParagraphKey::Greeting, both("Hello {name},", "Hola, {name}:").owned()),
        (
            ParagraphKey::Opening,
            both(
                format!("{opening} {{number}} {{day}}"),
                format!("{opening} en español {{number}} {{day}}"),
            ),
        ),
        (ParagraphKey::Closing, both("{agency}", "{agency}").owned()),
    ])
}

fn change(version: i64, opening: &str) -> TemplateEdit {
    TemplateEdit {
        kind: LetterKind::Question,
        version,
        paragraphs: words(opening),
        reason: "Kinder words".into(),
    }
}

async fn a_template_counts_from_the_next_letter_on(town: Town) {
    let (staff, alex) = admin(&town).await;
    let cole = town.custodian().await;
    let (ana, ben) = (
        town.resident("Ana").files().await,
        town.resident("Ben").files_form(in_spanish(&town)).await,
    );
    asks(&town.office, &cole, &ana).await.unwrap();
    let first = last_mail(&town).await;
    assert!(first.contains("Dear Ana Canarysdotter,"), "{first}");

    town.office
        .publish_template(&alex, change(0, "We wonder:"))
        .await
        .unwrap();
    asks(&town.office, &cole, &ben).await.unwrap();
    let all = mails(&town).await.join("\n");
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(all.contains("We wonder: en español"), "{all}");
    assert!(all.contains(&first), "what was sent stays as it was");

    let known = town.office.template(&staff, LetterKind::Question).await.unwrap();
    assert_eq!((known.version, known.versions.len()), (1, 1));
    assert_eq!(known.versions[0].by, "Alex");
    // Rolled back: the built-in words as a new version.
    let back = TemplateEdit {
        paragraphs: known.built_in,
        ..change(1, "")
    };
    town.office.publish_template(&alex, back).await.unwrap();
    let cid = town.resident("Ana").files().await;
    asks(&town.office, &cole, &cid).await.unwrap();
    let entries = town
        .office
        .audit(
            &staff,
            AuditFilter {
                act: "template_published".into(),
                ..AuditFilter::default()
            },
        )
        .await
        .unwrap();
    assert_eq!(entries.total, 2);
    for by_hand in [
        "UPDATE letter_template SET reason = ''",
        "DELETE FROM letter_template",
        "UPDATE outbox SET body_text = 'other'",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    // Half a template, or one with a fact that the letter does not have, never gets here.
    let half = TemplateForm {
        closing_es: String::new(),
        reason: "Why".into(),
        ..TemplateForm::of(2, &words("x"))
    };
    assert!(half.check(LetterKind::Question).is_err());
    town.is_sound().await;
}

async fn the_second_of_two_administrators_is_told_that_the_words_changed(town: Town) {
    let (_, alex) = admin(&town).await;
    town.office.publish_template(&alex, change(0, "First")).await.unwrap();
    let late = town.office.publish_template(&alex, change(0, "Second")).await;
    assert_eq!(late, Err(Refusal::Stale));
    let ahead = town.office.publish_template(&alex, change(7, "Third")).await;
    assert_eq!(ahead, Err(Refusal::Stale));
}

async fn a_notice_is_seen_before_it_goes(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person A"), Receiver::Person).await;
    case.opens().await;
    let looked = town.office.rehearsing(None, Lang::En);
    let sent = looked
        .send_all(
            &case.cole,
            case.filed.number(),
            Channel::CertifiedMail,
            Audience::Requester,
        )
        .await
        .unwrap();
    assert_eq!(sent, 1);
    let preview = looked.rehearsed();
    let [PreviewedLetter::Notice { name, document, .. }] = &preview.letters[..] else {
        panic!("{preview:?}")
    };
    assert!(name.contains("Person A"), "{name}");
    assert!(
        document.contains("12 Canary Court") && document.contains("····"),
        "{document}"
    );
    assert_eq!(town.count("SELECT COUNT(*) FROM notice_letter").await, 0);
    town.is_sound().await;
}

async fn a_letter_that_was_sent_is_read_as_it_went(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    asks(&town.office, &cole, &ana).await.unwrap();
    let letters = town.office.letters_of_request(&cole.staff, ana.number()).await.unwrap();
    let question = letters.mails.iter().find(|mail| mail.subject.contains("question"));
    let id = &question.unwrap().id;
    let Some(LetterView::Mail(_)) = town.office.letter(&cole.staff, id).await.unwrap() else {
        panic!("a mail")
    };
    let sent = town.office.sent_text(&cole.staff, id).await.unwrap().unwrap();
    assert!(sent.markup.contains("Which corner was it?"), "{}", sent.markup);
    assert!(
        !sent.markup.contains("<a ") && !sent.markup.contains("style=") && !sent.markup.contains("<h1"),
        "{}",
        sent.markup
    );
    let aud = town.staff("Aud", Role::Auditor).await;
    assert_eq!(town.office.sent_text(&aud.staff, id).await.unwrap(), None);
}
