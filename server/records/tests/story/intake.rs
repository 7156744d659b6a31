//! Requests that came beside the portal, and access codes that were lost.

use jiff::civil::date;
use law::{
    clock::ClockId,
    event::Event,
    request::{Act, ReceiptMistake, Reception, ReplyChannel, Track},
};
use office::{
    Refusal,
    desk::{DepictedDesk as _, IntakeDesk as _, PublicDesk as _},
    forms::{CodeReissue, FilingForm, IntakeForm},
    views::{Actor, CodeGround, Role},
};

use crate::support::{Town, WEDNESDAY, form_key};

crate::on_both_engines!(
    a_letter_of_friday_that_is_keyed_on_wednesday_has_the_clock_of_friday,
    a_request_that_came_after_all_its_days_is_overdue_at_once,
    a_wrong_day_of_receipt_is_corrected_by_an_entry_that_names_the_first,
    what_was_lost_is_replaced_and_the_lost_code_opens_nothing,
    papers_go_with_the_requester_and_their_files_with_them,
);

/// Friday, five days before [`WEDNESDAY`].
const FRIDAY: law::Date = date(2026, 1, 30);

fn by_letter(on: law::Date) -> Reception {
    Reception {
        on,
        channel: ReplyChannel::Letter,
    }
}

async fn a_letter_of_friday_that_is_keyed_on_wednesday_has_the_clock_of_friday(town: Town) {
    town.today_is(FRIDAY);
    let web = town.resident("Web").files().await;
    town.today_is(WEDNESDAY);
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let form = IntakeForm(FilingForm {
        incident_date: "2026-01-29".into(),
        received_on: FRIDAY.to_string(),
        channel: "letter".into(),
        ..town.resident("Ana").form()
    });
    let (filing, received) = form.check(&town.office.filing_context(office::Lang::En)).unwrap();
    let receipt = town
        .office
        .enter_request(&by, filing, received, Vec::new())
        .await
        .unwrap();
    assert_eq!(receipt.received_on, FRIDAY);
    assert_eq!(receipt.act_by.date, web.receipt.act_by.date, "the same three days");
    let status = town.office.status(&receipt.number).await.unwrap().unwrap();
    let first = &status.docket[0];
    assert_eq!(
        (first.on, first.by),
        (WEDNESDAY, Actor::Custodian),
        "entered when it was"
    );
    let filed = Event::Filed {
        track: Track::Public,
        received: Some(by_letter(FRIDAY)),
    };
    assert_eq!(first.event, filed);
    assert_eq!(status.next.by, Some((ClockId::C1, web.receipt.act_by.date)));
    let placed = town.texts("SELECT placed_on FROM hold ORDER BY placed_on").await;
    assert_eq!(
        placed,
        ["2026-01-30", "2026-02-04"],
        "a hold stands from when it was placed"
    );
    assert_eq!(
        town.texts("SELECT channel FROM records_request ORDER BY channel").await,
        ["letter", "web"]
    );
    assert!(
        town.office
            .open(&receipt.number, &receipt.code)
            .await
            .unwrap()
            .is_some()
    );
    town.is_sound().await;
}

async fn a_request_that_came_after_all_its_days_is_overdue_at_once(town: Town) {
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let filing = town.read(&town.resident("Ana").form());
    let received = by_letter(date(2026, 1, 20));
    let receipt = town
        .office
        .enter_request(&by, filing, received, Vec::new())
        .await
        .unwrap();
    let status = town.office.status(&receipt.number).await.unwrap().unwrap();
    assert!(status.next.overdue, "{:?}", status.next);
    assert!(town.office.figures().await.unwrap().overdue == 1);
    town.is_sound().await;
}

async fn what_was_lost_is_replaced_and_the_lost_code_opens_nothing(town: Town) {
    let ana = town.resident("Ana").files().await;
    ana.opens_page().await;
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let reissue = CodeReissue {
        key: form_key(),
        ground: CodeGround::Facts,
        note: "She named the bakery and the umbrella".into(),
    };
    let key = reissue.key.clone();
    town.office.reissue_code(&by, ana.number(), reissue).await.unwrap();
    let sheet = town
        .office
        .entered_receipt(&by, ana.number(), &key)
        .await
        .unwrap()
        .expect("a receipt");
    assert_ne!(sheet.code, ana.receipt.code);
    assert!(
        town.office
            .open(ana.number(), &ana.receipt.code)
            .await
            .unwrap()
            .is_none()
    );
    assert!(town.office.open(ana.number(), &sheet.code).await.unwrap().is_some());
    assert_eq!(town.count("SELECT COUNT(*) FROM requester_session").await, 0);
    let status = ana.status().await;
    assert_eq!(status.docket.last().unwrap().event, Event::CodeReissued);
    let public = format!("{status:?}");
    assert!(!public.contains("umbrella"), "what was shown is for who works it");
    let entered = town
        .texts("SELECT event FROM audit_entry WHERE act = 'code_reissued'")
        .await;
    assert!(
        entered[0].contains("facts") && !entered[0].contains("umbrella"),
        "{entered:?}"
    );
    let [given] = &cole.sees(ana.number()).await.codes[..] else {
        panic!("one");
    };
    assert!(given.note.contains("umbrella"), "{given:?}");
    let told = town
        .texts("SELECT subject || body_text FROM outbox WHERE kind = 'moved'")
        .await;
    assert!(told[0].contains("a new access code was given out"), "{told:?}");
    assert!(told[0].contains("tell the office at once"), "{told:?}");
    assert!(!told[0].contains(&sheet.code.grouped()));
    let other = town.resident("Bea").files().await;
    assert!(
        town.office
            .entered_receipt(&by, other.number(), &key)
            .await
            .unwrap()
            .is_none()
    );
    town.office
        .erase_requester(ana.number(), "She asked", None)
        .await
        .unwrap();
    assert_eq!(
        town.texts("SELECT note FROM code_reissue").await,
        [""],
        "the note goes with her"
    );
    let auditor = town.staff("Otto", Role::Auditor).await.staff;
    let answer = town.office.entered_receipt(&auditor, ana.number(), &key).await;
    assert!(matches!(answer, Err(Refusal::NotYours)), "{answer:?}");
    town.is_sound().await;
}

async fn papers_go_with_the_requester_and_their_files_with_them(town: Town) {
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let mut numbers = Vec::new();
    for (name, own) in [("Ana", "her passport"), ("Bea", "her birth certificate")] {
        let arrived = ["a form that both signed", own].map(|text| {
            let at = town.folder().join(format!("{name} {text}.pdf"));
            std::fs::write(&at, format!("%PDF-1.7 {text}\n%%EOF")).unwrap();
            ("scan.pdf".to_owned(), at)
        });
        let papers = town.office.keep_papers(arrived.into()).await.unwrap();
        let filing = town.read(&town.resident(name).form());
        let receipt = town
            .office
            .enter_request(&by, filing, by_letter(WEDNESDAY), papers)
            .await
            .unwrap();
        assert_eq!(cole.sees(&receipt.number).await.papers.len(), 2);
        numbers.push(receipt.number);
    }
    let here = || town.office.clone();
    let files = || async {
        town.count("SELECT COUNT(*) FROM stored_file f WHERE NOT EXISTS (SELECT 1 FROM removed_file r WHERE r.sha256 = f.sha256)").await
    };
    assert_eq!(files().await, 3);
    town.office
        .erase_requester(&numbers[0], "She asked", None)
        .await
        .unwrap();
    assert_eq!(
        here().remove_deleted().await.unwrap(),
        1,
        "hers alone; the other is Bea's too"
    );
    assert_eq!(files().await, 2);
    assert!(cole.sees(&numbers[0]).await.papers.is_empty());
    assert_eq!(cole.sees(&numbers[1]).await.papers.len(), 2);
    town.is_sound().await;
}

async fn a_wrong_day_of_receipt_is_corrected_by_an_entry_that_names_the_first(town: Town) {
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let filing = town.read(&FilingForm {
        incident_date: "2026-01-29".into(),
        ..town.resident("Ana").form()
    });
    let receipt = town
        .office
        .enter_request(&by, filing, by_letter(date(2026, 2, 3)), Vec::new())
        .await
        .unwrap();
    let number = receipt.number.clone();
    let correct = |on| Act::CorrectReceipt {
        on,
        why: ReceiptMistake::Typing,
        entry: 0,
    };
    let named = async || {
        let status = town.office.status(&number).await.unwrap().unwrap();
        let told = status.docket.iter().rev().find_map(|line| match &line.event {
            Event::ReceiptCorrected { entry, .. } => Some((*entry, line.seq)),
            _ => None,
        });
        (told, status.received_on, status.next.by)
    };
    cole.does(&number, correct(date(2026, 1, 30))).await.unwrap();
    let (told, received_on, next) = named().await;
    assert_eq!((told.unwrap().0, received_on), (1, date(2026, 1, 30)));
    assert_eq!(next, Some((ClockId::C1, date(2026, 2, 4))));
    let (_, first) = told.unwrap();
    cole.does(&number, correct(date(2026, 2, 2))).await.unwrap();
    assert_eq!(
        named().await.0.unwrap().0,
        first,
        "the second names the first correction"
    );
    assert_eq!(
        town.texts("SELECT received_on FROM records_request").await,
        ["2026-02-02"],
        "lists and the public log follow"
    );
    assert!(
        town.raw("UPDATE docket SET event = '{}' WHERE seq = 1").await.is_err(),
        "the first entry stays"
    );
    // Two slips at one instant are told apart by their numbers.
    for _ in 0..2 {
        cole.does(&number, Act::AskClarification).await.unwrap();
        cole.does(&number, Act::TakeBack { entry: 0 }).await.unwrap();
    }
    let status = town.office.status(&number).await.unwrap().unwrap();
    let taken: Vec<i64> = status
        .docket
        .iter()
        .filter_map(|line| match &line.event {
            Event::TakenBack { entry, .. } => Some(*entry),
            _ => None,
        })
        .collect();
    let asked = |seq: &i64| {
        status
            .docket
            .iter()
            .any(|line| line.seq == *seq && line.on == WEDNESDAY)
    };
    assert!(
        taken.len() == 2 && taken[0] < taken[1] && taken.iter().all(asked),
        "{taken:?}"
    );
    town.is_sound().await;
}
