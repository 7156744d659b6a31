//! Files with what people write, either way: who gets them, and where they end.

use law::{
    event::Event,
    notice::{ProofKind, Receipt},
    person::Receiver,
    profile::PaperKind,
    request::{Act, Reception, ReplyChannel},
};
use office::{
    Lang, OfficeResult, Problem, Refusal,
    desk::{CustodianDesk as _, DepictedDesk as _, NoticeDesk as _, PublicDesk, RequesterDesk as _},
    forms::{Message, NewPaper, NewProof, NoticeAct},
    problem::FileProblem,
    views::{RelationProof, Role},
};
use records::RecordsOffice;

use crate::{
    notices::Case,
    support::{Desk, Filed, Town, WEDNESDAY, form_key, message, staff_act},
};

crate::on_both_engines!(
    files_go_both_ways_and_each_reads_what_is_for_them,
    proof_of_who_somebody_is_comes_as_a_message_that_says_so,
    whoever_filed_sends_so_many_files_and_no_more,
    an_act_that_is_only_looked_at_keeps_no_file_and_names_it_in_its_letter,
    files_of_messages_end_with_the_requester,
    the_green_card_stays_with_the_notice_for_those_who_serve_it,
    an_answer_that_came_on_paper_has_its_scan,
);

/// Files of these names, as they arrive: each with other content.
fn arrives(town: &Town, names: &[&str]) -> Vec<(String, std::path::PathBuf)> {
    let file = |name: &&str| {
        let at = town.folder().join(records::secret::key());
        std::fs::write(&at, format!("%PDF-1.7 {name}\n%%EOF")).unwrap();
        ((*name).to_owned(), at)
    };
    names.iter().map(file).collect()
}

pub(super) async fn kept(town: &Town, names: &[&str]) -> Vec<NewPaper> {
    town.office.keep_papers(arrives(town, names)).await.unwrap()
}

async fn writes(town: &Town, who: &Filed<'_>, names: &[&str]) -> OfficeResult<()> {
    let papers = kept(town, names).await;
    let message = Message {
        papers,
        ..message("Here it is.")
    };
    town.office.write(&who.requester(), message).await
}

async fn replies(office: &RecordsOffice, cole: &Desk<'_>, who: &Filed<'_>, papers: Vec<NewPaper>) -> OfficeResult<()> {
    let mut act = staff_act(Act::Reply, cole.sees(who.number()).await.version);
    act.papers = papers;
    office.act(&cole.staff, who.number(), act).await
}

fn names(papers: &[office::views::Paper]) -> Vec<&str> {
    papers.iter().map(|paper| paper.name.as_str()).collect()
}

async fn files_go_both_ways_and_each_reads_what_is_for_them(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let bea = town.resident("Bea").files().await;
    writes(&town, &ana, &["her letter.pdf", "map.exe"]).await.unwrap();
    replies(&town.office, &cole, &ana, kept(&town, &["our letter.pdf"]).await)
        .await
        .unwrap();
    let mine = ana.private().await;
    let sent: Vec<Vec<&str>> = mine.messages.iter().map(|message| names(&message.papers)).collect();
    assert_eq!(sent, [vec!["her letter.pdf", "map.exe.pdf"], vec!["our letter.pdf"]]);
    for paper in mine.messages.iter().flat_map(|message| &message.papers) {
        let file = town
            .office
            .private_paper(&ana.requester(), &paper.id)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((file.kind, &file.name), (PaperKind::Pdf, &paper.name));
        assert!(file.path.exists());
        let hers = town.office.private_paper(&bea.requester(), &paper.id).await;
        assert_eq!(hers, Ok(None), "another one's is not there");
    }
    let mails = town.texts("SELECT body_text FROM outbox").await.concat();
    assert!(
        mails.contains("our letter.pdf") && !mails.contains("her letter.pdf"),
        "{mails}"
    );

    let seen = cole.sees(ana.number()).await;
    assert_eq!(seen.messages.len(), 2);
    assert_eq!(names(&seen.messages[0].papers), ["her letter.pdf", "map.exe.pdf"]);
    assert!(seen.papers.is_empty());
    let sha256 = law::redaction::Sha256::parse(&seen.messages[0].papers[0].sha256).unwrap();
    town.office.file_held(&cole.staff, &sha256).await.unwrap().unwrap();
    for role in [
        Role::Auditor,
        Role::Reviewer,
        Role::Supervisor,
        Role::Prosecutor,
        Role::Admin,
    ] {
        let other = town.staff(&format!("Other{role:?}"), role).await;
        assert!(other.sees(ana.number()).await.messages.is_empty(), "{role:?}");
        assert_eq!(
            town.office.file_held(&other.staff, &sha256).await,
            Err(Refusal::NotYours),
            "{role:?}"
        );
    }
    town.is_sound().await;
}

async fn proof_of_who_somebody_is_comes_as_a_message_that_says_so(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let proof = NewProof {
        key: form_key(),
        proof: RelationProof::Death,
        text: "My mother died in January.".into(),
        papers: kept(&town, &["certificate.pdf"]).await,
    };
    for _ in 0..2 {
        town.office.send_proof(&ana.requester(), proof.clone()).await.unwrap();
    }
    let seen = cole.sees(ana.number()).await;
    let [message] = &seen.messages[..] else {
        panic!("sent twice is sent once: {:?}", seen.messages)
    };
    assert!(message.text.contains("the person has died") && message.text.contains("in January"));
    assert_eq!(message.papers[0].proof, Some(RelationProof::Death));
    assert_eq!(seen.unread, 1);
}

async fn whoever_filed_sends_so_many_files_and_no_more(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let most = usize::try_from(PublicDesk::profile(&*town.office).papers.of_one_request).unwrap();
    let all: Vec<String> = (0..most).map(|number| format!("{number}.pdf")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    town.office
        .room_for_request_papers(&ana.requester(), most)
        .await
        .unwrap();
    writes(&town, &ana, &all).await.unwrap();
    let more = town.office.room_for_request_papers(&ana.requester(), 1).await;
    let told = FileProblem::TooManyPapers { most: most as u64 };
    assert_eq!(more, Err(Refusal::field("papers", Problem::from(told))));
    town.office.room_for_request_papers(&ana.requester(), 0).await.unwrap();
    replies(&town.office, &cole, &ana, kept(&town, &["ours.pdf"]).await)
        .await
        .unwrap();
}

async fn an_act_that_is_only_looked_at_keeps_no_file_and_names_it_in_its_letter(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    let looked = town.office.rehearsing(None, Lang::En);
    let papers = looked.keep_papers(arrives(&town, &["enclosed.pdf"])).await.unwrap();
    replies(&looked, &cole, &ana, papers).await.unwrap();
    let preview = format!("{:?}", looked.rehearsed());
    assert!(preview.contains("enclosed.pdf"), "{preview}");
    assert_eq!(town.count("SELECT COUNT(*) FROM stored_file").await, 0);
    assert_eq!(town.office.orphans().await.unwrap(), 0, "nothing lies on the disk");
    assert!(ana.private().await.messages.is_empty());
    let bad = arrives(&town, &["note.pdf"]);
    std::fs::write(&bad[0].1, b"no paper").unwrap();
    assert!(looked.keep_papers(bad).await.is_err(), "it is looked at all the same");
}

async fn files_of_messages_end_with_the_requester(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    writes(&town, &ana, &["Ana's passport.pdf"]).await.unwrap();
    replies(&town.office, &cole, &ana, kept(&town, &["to Ana.pdf"]).await)
        .await
        .unwrap();
    let requester = ana.requester();
    let papers: Vec<_> = ana
        .private()
        .await
        .messages
        .into_iter()
        .flat_map(|one| one.papers)
        .collect();
    let file = town
        .office
        .private_paper(&requester, &papers[0].id)
        .await
        .unwrap()
        .unwrap();
    town.office
        .erase_requester(ana.number(), "She asked", None)
        .await
        .unwrap();
    assert_eq!(
        town.count("SELECT COUNT(*) FROM request_paper").await,
        0,
        "names go at once"
    );
    for paper in &papers {
        assert_eq!(town.office.private_paper(&requester, &paper.id).await, Ok(None));
    }
    assert_eq!(town.office.remove_deleted().await.unwrap(), 2);
    assert!(!file.path.exists(), "and their content");
    assert!(
        cole.sees(ana.number())
            .await
            .messages
            .iter()
            .all(|one| one.papers.is_empty())
    );
    town.is_sound().await;
}

async fn the_green_card_stays_with_the_notice_for_those_who_serve_it(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person B"), Receiver::Person).await;
    let id = case.opens().await.remove(0).1;
    case.sends(&id, Receiver::Person).await;
    let receipt = Receipt {
        on: WEDNESDAY,
        proof: ProofKind::CertifiedMail,
    };
    let papers = kept(&town, &["green card.pdf"]).await;
    let sha256 = papers[0].sha256.clone();
    case.does(&id, NoticeAct::Receive { receipt, papers }).await.unwrap();
    let seen = town.office.notice(&case.cole, &id).await.unwrap().unwrap();
    assert_eq!(names(&seen.proofs), ["green card.pdf"]);
    town.office.file_held(&case.cole, &sha256).await.unwrap().unwrap();
    let rhea = town.staff("Rhea", Role::Reviewer).await;
    let checks = town.office.notice(&rhea.staff, &id).await.unwrap().unwrap();
    assert!(checks.proofs.is_empty());
    assert_eq!(
        town.office.file_held(&rhea.staff, &sha256).await,
        Err(Refusal::NotYours)
    );
    assert!(town.raw("DELETE FROM attachment").await.is_err(), "it stands for ever");
    town.is_sound().await;
}

async fn an_answer_that_came_on_paper_has_its_scan(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    let received = Reception {
        on: WEDNESDAY,
        channel: ReplyChannel::Letter,
    };
    let before = town.count("SELECT COUNT(*) FROM outbox").await;
    let mut act = staff_act(Act::RecordAnswer { received }, cole.sees(ana.number()).await.version);
    act.papers = kept(&town, &["answer.pdf"]).await;
    town.office.act(&cole.staff, ana.number(), act).await.unwrap();
    let mine = ana.private().await;
    let last = mine.messages.last().unwrap();
    assert_eq!(names(&last.papers), ["answer.pdf"]);
    assert!(
        mine.status
            .docket
            .iter()
            .any(|line| matches!(line.event, Event::AnswerRecorded { .. }))
    );
    assert!(town.count("SELECT COUNT(*) FROM outbox").await >= before);
    let letters = town.texts("SELECT body_text FROM outbox").await;
    assert!(
        letters.iter().all(|letter| !letter.contains("answer.pdf")),
        "her own paper does not go back to her"
    );
}
