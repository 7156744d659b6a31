//! Letters that do not arrive, letters on paper, and who is told by what.

use jiff::civil::date;
use law::{
    bar::Section,
    notice::{Channel, NoticeStateKind},
    person::Receiver,
    request::{Act, Stage},
};
use office::{
    Lang, Refusal,
    desk::{DepictedDesk as _, LetterDesk as _, NoticeDesk as _, PeopleDesk as _, PublicDesk as _, RequesterDesk as _},
    forms::{Contact, FilingForm, LetterAct, NoticeAct},
    permission::Custodian,
    views::{LetterActKind, LetterCause, LetterView, LettersView, MailLine, MailState, PrintRun, ToldBy},
};
use records::{mail::Mailer, worker::Worker};

use crate::{
    notices::Case,
    support::{Desk, Filed, Town, WEDNESDAY},
};

crate::on_both_engines!(
    a_question_goes_on_paper_to_whoever_gave_only_a_postal_address,
    a_fee_a_delay_and_a_denial_go_on_paper_too,
    whoever_gave_no_address_reads_it_on_their_page_and_nobody_says_a_letter_went,
    a_letter_that_failed_is_listed_and_sent_again_or_elsewhere_or_on_paper,
    a_question_that_came_back_lets_nothing_lapse,
    a_notice_that_cannot_be_delivered_comes_back_and_starts_no_days,
    whoever_filed_stops_and_changes_mails_by_link_and_on_their_page,
    whoever_filed_is_told_once_of_a_day_that_passed,
);

fn by_post(town: &Town) -> FilingForm {
    FilingForm {
        email: String::new(),
        notify: "none".into(),
        postal_address: "7 Canary Row\nKansas City MO 64106".into(),
        ..town.resident("Ana").form()
    }
}

fn custodian(desk: &Desk<'_>) -> Custodian {
    desk.staff.custodian().unwrap()
}

/// The documents of today's print run.
async fn print_run(town: &Town, cole: &Desk<'_>) -> Vec<String> {
    let on = town.clock_day();
    let run = town
        .office
        .letters_of(&custodian(cole), on, PrintRun::Post, None)
        .await
        .unwrap();
    run.into_iter().filter_map(|letter| letter.document).collect()
}

async fn paper_of(town: &Town, cole: &Desk<'_>, ana: &Filed<'_>) -> String {
    let letters = town.office.letters_of_request(&cole.staff, ana.number()).await.unwrap();
    letters.papers[0].id.clone()
}

async fn a_question_goes_on_paper_to_whoever_gave_only_a_postal_address(town: Town) {
    let ana = town.resident("Ana").files_form(by_post(&town)).await;
    let cole = town.custodian().await;
    assert!(print_run(&town, &cole).await.is_empty(), "a receipt is in their hands");
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    let [letter] = &print_run(&town, &cole).await[..] else {
        panic!("one letter")
    };
    for words in [
        "Ana Canarysdotter",
        "7 Canary Row",
        "Which corner was it?",
        "610.026.2(2)",
        "bwc-letter-envelope",
        "lang=\"en\"",
    ] {
        assert!(letter.contains(words), "{words} in {letter}");
    }
    assert!(
        !letter.contains("style=") && !letter.contains("answers to it are not read"),
        "{letter}"
    );
    assert_eq!(cole.sees(ana.number()).await.told_by, ToldBy::Paper);

    // In the print queue it was given to nobody.
    town.today_is(date(2026, 9, 1));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert!(cole.sees(ana.number()).await.answer_unannounced);
    let paper = paper_of(&town, &cole, &ana).await;
    let by = custodian(&cole);
    let ahead = LetterAct::Posted(date(2026, 9, 2));
    assert!(town.office.act_on_letter(&by, &paper, ahead).await.is_err());
    let posted = LetterAct::Posted(date(2026, 9, 1));
    town.office.act_on_letter(&by, &paper, posted.clone()).await.unwrap();
    assert_eq!(
        town.office.act_on_letter(&by, &paper, posted).await,
        Err(Refusal::Stale)
    );
    assert!(!cole.sees(ana.number()).await.answer_unannounced);
    town.today_is(date(2026, 11, 30));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0, "ninety days from the post");

    // It comes back: then it was given to nobody after all.
    let returned = LetterAct::Returned(date(2026, 11, 30));
    town.office.act_on_letter(&by, &paper, returned).await.unwrap();
    town.today_is(date(2027, 2, 1));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert_eq!(ana.status().await.stage, Stage::Clarify);
    town.is_sound().await;
}

async fn a_fee_a_delay_and_a_denial_go_on_paper_too(town: Town) {
    let cole = town.custodian().await;
    let fee = law::fee::FeeLine {
        category: law::fee::FeeCategory::Copy,
        cents: 1500,
        by: None,
    };
    let acts = [
        (
            Act::AskFee {
                lines: vec![fee],
                deposit_cents: None,
            },
            "$15.00",
        ),
        (
            Act::ExplainDelay {
                promised: date(2026, 3, 2),
            },
            "The recordings are on another system.",
        ),
        (
            Act::Deny {
                provision: Section::of("RSMo 610.021(14)"),
            },
            "610.023.4",
        ),
    ];
    for (act, words) in acts {
        let ana = town.resident("Ana").files_form(by_post(&town)).await;
        let before = print_run(&town, &cole).await.len();
        cole.does(ana.number(), act).await.unwrap();
        let run = print_run(&town, &cole).await;
        assert_eq!(run.len(), before + 1, "{words}");
        let letter = run
            .iter()
            .find(|letter| letter.contains(ana.number().as_str()))
            .unwrap();
        assert!(letter.contains(words), "{words} in {letter}");
    }
    // What asks nothing and answers nothing is no letter on paper.
    let ana = town.resident("Ana").files_form(by_post(&town)).await;
    cole.does(ana.number(), Act::Acknowledge).await.unwrap();
    assert_eq!(cole.sees(ana.number()).await.told_by, ToldBy::Page);
}

async fn whoever_gave_no_address_reads_it_on_their_page_and_nobody_says_a_letter_went(town: Town) {
    let form = FilingForm {
        postal_address: String::new(),
        ..by_post(&town)
    };
    let ana = town.resident("Ana").files_form(form).await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    let seen = cole.sees(ana.number()).await;
    assert_eq!((seen.told_by, seen.answer_unannounced), (ToldBy::Page, true));
    assert!(print_run(&town, &cole).await.is_empty());
    assert_eq!(town.count("SELECT COUNT(*) FROM outbox").await, 0);
    let private = ana.private().await;
    assert!(
        private
            .messages
            .iter()
            .any(|message| message.text.contains("Which corner"))
    );
    let mailed = town.resident("Bea").files().await;
    cole.does(mailed.number(), Act::AskClarification).await.unwrap();
    assert_eq!(cole.sees(mailed.number()).await.told_by, ToldBy::Mail);
}

/// All letters that wait fail for good.
async fn all_fail(town: &Town) {
    let fail = "UPDATE outbox SET gave_up_at = created_at, cause = 'recipient', last_error = 'smtp: 550 5.1.1', \
         attempts = 1 WHERE sent_at IS NULL AND gave_up_at IS NULL";
    town.raw(fail).await.unwrap();
}

async fn failed(town: &Town, cole: &Desk<'_>) -> Vec<MailLine> {
    let page = town.office.letters(&cole.staff, LettersView::Failed, 1).await.unwrap();
    assert_eq!(page.total, page.counts.failed);
    page.mails
}

async fn a_letter_that_failed_is_listed_and_sent_again_or_elsewhere_or_on_paper(town: Town) {
    let with_both = FilingForm {
        postal_address: "7 Canary Row".into(),
        ..town.resident("Ana").form()
    };
    let ana = town.resident("Ana").files_form(with_both).await;
    let cole = town.custodian().await;
    let by = custodian(&cole);
    let other = town.staff("Olga", office::views::Role::Auditor).await;
    all_fail(&town).await;
    let [letter] = &failed(&town, &cole).await[..] else {
        panic!("one letter")
    };
    assert_eq!(letter.number, *ana.number());
    assert_eq!(letter.to, "ana.canary@example.org");
    assert_eq!(letter.why, Some((LetterCause::Recipient, "smtp: 550 5.1.1".into())));
    let kinds = [
        LetterActKind::Again,
        LetterActKind::Address,
        LetterActKind::Paper,
        LetterActKind::Aside,
    ];
    assert_eq!(letter.acts, kinds);
    assert_eq!(
        failed(&town, &other).await[0].to,
        "",
        "who does not work requests reads no address"
    );
    assert_eq!(town.office.letters_told().await.unwrap().len(), 1);
    assert_eq!(town.office.letter_counts(&cole.staff).await.unwrap().failed, 1);

    town.office
        .act_on_letter(&by, &letter.id, LetterAct::Again)
        .await
        .unwrap();
    assert!(failed(&town, &cole).await.is_empty());
    all_fail(&town).await;

    // To another address: the letter, and those that follow.
    let elsewhere = LetterAct::Address("ana@new.example.org".into());
    town.office
        .act_on_letter(&by, &letter.id, elsewhere.clone())
        .await
        .unwrap();
    assert_eq!(
        town.office.act_on_letter(&by, &letter.id, elsewhere).await,
        Err(Refusal::Stale)
    );
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    let waiting = "SELECT recipient FROM outbox WHERE sent_at IS NULL AND gave_up_at IS NULL";
    assert_eq!(town.texts(waiting).await, ["ana@new.example.org"; 2]);
    let ids = town.texts("SELECT message_id FROM outbox").await;
    assert_eq!(ids.iter().collect::<std::collections::HashSet<_>>().len(), ids.len());

    // On paper: its words are in the print queue.
    all_fail(&town).await;
    for letter in failed(&town, &cole).await {
        let act = if letter.subject.contains("question") {
            LetterAct::Paper
        } else {
            LetterAct::Aside
        };
        town.office.act_on_letter(&by, &letter.id, act).await.unwrap();
        let Some(LetterView::Mail(settled)) = town.office.letter(&cole.staff, &letter.id).await.unwrap() else {
            panic!("a mail")
        };
        assert_eq!((settled.state, settled.acts), (MailState::Settled, Vec::new()));
    }
    let run = print_run(&town, &cole).await;
    assert!(
        run.len() == 1 && run[0].contains("Which corner was it?") && run[0].contains("7 Canary Row"),
        "{run:?}"
    );
    assert!(failed(&town, &cole).await.is_empty());
    assert!(
        cole.sees(ana.number()).await.answer_unannounced,
        "not until it is posted"
    );
    let paper = paper_of(&town, &cole, &ana).await;
    town.office
        .act_on_letter(&by, &paper, LetterAct::Posted(WEDNESDAY))
        .await
        .unwrap();
    assert!(!cole.sees(ana.number()).await.answer_unannounced);
    town.is_sound().await;
}

async fn a_question_that_came_back_lets_nothing_lapse(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    town.letters_go_out().await;
    town.today_is(date(2026, 2, 5));
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    town.letters_go_out().await;
    assert!(!cole.sees(ana.number()).await.answer_unannounced);
    let letters = cole.sees(ana.number()).await.letters.mails;
    let question = letters
        .iter()
        .find(|letter| letter.subject.contains("question"))
        .unwrap();
    assert_eq!(question.acts, [LetterActKind::Returned]);
    let back = LetterAct::Returned(date(2026, 2, 5));
    town.office
        .act_on_letter(&custodian(&cole), &question.id, back)
        .await
        .unwrap();
    assert_eq!(failed(&town, &cole).await[0].state, MailState::Returned);
    assert!(cole.sees(ana.number()).await.answer_unannounced);
    town.today_is(date(2027, 2, 5));
    assert_eq!(town.office.lapse_due().await.unwrap(), 0);
    assert_eq!(ana.status().await.stage, Stage::Clarify);
}

async fn a_notice_that_cannot_be_delivered_comes_back_and_starts_no_days(town: Town) {
    let case = Case::begins(&town).await;
    let person = case.person("Person B");
    let id = town.office.log_person(&case.cole, person.into()).await.unwrap();
    let contact = Contact {
        receiver: Receiver::Person,
        name: "Bela".into(),
        postal_address: "12 Canary Court\nKansas City MO".into(),
        // No mail server takes it.
        email: Some("bela@no domain".into()),
        email_agreed_on: Some(town.clock_day()),
        phone: String::new(),
        language: Lang::Es,
        safe_contact: String::new(),
    };
    town.office.keep_contact(&case.cole, &id, contact).await.unwrap();
    let notice = case.opens().await.remove(0).1;
    let send = |channel| NoticeAct::Send {
        on: town.clock_day(),
        channel,
        to: Receiver::Person,
        audience: law::notice::Audience::Requester,
    };
    case.does(&notice, send(Channel::EmailAgreed)).await.unwrap();
    let letter = case.sees(&notice).await.letters.remove(0).document.unwrap();
    let code = letter
        .split(['<', '>'])
        .find_map(|words| office::AccessCode::parse(words).ok())
        .unwrap();
    let worker = Worker::new(
        std::sync::Arc::clone(&town.office),
        Mailer::memory(),
        "http://127.0.0.1",
    );
    while !worker.clone().round().await.unwrap().is_idle() {}
    let seen = case.sees(&notice).await;
    assert_eq!(
        (seen.line.state, seen.line.last_day),
        (NoticeStateKind::Identified, None)
    );
    assert_eq!(
        town.office.open_notice(&code).await.unwrap(),
        None,
        "its code opens nothing"
    );
    let mails = town.office.mails_of_notice(&case.cole, &notice).await.unwrap().mails;
    assert_eq!(
        (mails[0].state, mails[0].why.clone().unwrap().0),
        (MailState::Failed, LetterCause::Recipient)
    );
    let again = town
        .office
        .act_on_letter(&case.cole, &mails[0].id, LetterAct::Again)
        .await;
    assert!(again.is_err(), "it goes out anew on its own page");

    case.does(&notice, send(Channel::CertifiedMail)).await.unwrap();
    let mails = town.office.mails_of_notice(&case.cole, &notice).await.unwrap().mails;
    assert_eq!(mails[0].state, MailState::Settled);
    town.is_sound().await;
}

async fn whoever_filed_stops_and_changes_mails_by_link_and_on_their_page(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let link = town
        .texts("SELECT stop_url FROM outbox WHERE kind = 'filed'")
        .await
        .remove(0);
    let token = link.rsplit_once("/follow/stop/").unwrap().1.to_owned();
    let by = ana.requester();
    town.office
        .change_mail(&by, Some("ana@new.example.org".into()))
        .await
        .unwrap();
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    let moved = "SELECT recipient FROM outbox WHERE kind = 'moved' ORDER BY created_at DESC, id DESC";
    assert_eq!(town.texts(moved).await, ["ana@new.example.org"]);
    assert_eq!(
        town.office.stop_following(&token).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert_eq!(
        town.office.stop_following(&token).await.unwrap().as_ref(),
        Some(ana.number())
    );
    assert_eq!(ana.private().await.email, None);
    town.today_is(date(2026, 2, 5));
    cole.does(ana.number(), Act::Reply).await.unwrap();
    assert_eq!(town.texts(moved).await.len(), 1, "no letter after stopping");
    assert_eq!(cole.sees(ana.number()).await.told_by, ToldBy::Page);
    town.office
        .change_mail(&by, Some("ana@third.example.org".into()))
        .await
        .unwrap();
    town.today_is(date(2026, 2, 6));
    cole.does(ana.number(), Act::Reply).await.unwrap();
    assert_eq!(town.texts(moved).await[0], "ana@third.example.org");
    town.office.change_mail(&by, None).await.unwrap();
    assert_eq!(ana.private().await.email, None);
    town.is_sound().await;
}

async fn whoever_filed_is_told_once_of_a_day_that_passed(town: Town) {
    let ana = town.resident("Ana").files().await;
    let bea = town.resident("Bea").files_form(by_post(&town)).await;
    let cole = town.custodian().await;
    let (_, due) = ana.status().await.next.by.unwrap();
    town.today_is(due);
    assert_eq!(
        town.office.tell_overdue().await.unwrap(),
        0,
        "the day itself is still theirs"
    );
    town.today_is(due.tomorrow().unwrap());
    assert_eq!(town.office.tell_overdue().await.unwrap(), 2);
    assert_eq!(town.office.tell_overdue().await.unwrap(), 0);
    let told = town.texts("SELECT body_text FROM outbox WHERE kind = 'overdue'").await;
    assert!(
        told.len() == 1 && told[0].contains("610.023.3") && told[0].contains(ana.number().as_str()),
        "{told:?}"
    );
    assert!(print_run(&town, &cole).await[0].contains(bea.number().as_str()));
    cole.does(
        ana.number(),
        Act::ExplainDelay {
            promised: date(2026, 3, 2),
        },
    )
    .await
    .unwrap();
    town.today_is(date(2026, 3, 3));
    assert_eq!(
        town.office.tell_overdue().await.unwrap(),
        1,
        "a promise that was broken"
    );
    town.is_sound().await;
}
