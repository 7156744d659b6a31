//! People shown learn of a release, have their days, and answer.

use jiff::civil::{Date, date};
use law::{
    notice::{Audience, Channel, Decision, NoticeKind, NoticeStateKind, ProofKind, Receipt, ReleaseReason},
    objection::{Ask, Ground, ObjectionAnswer, Relief},
    person::{Person, Receiver},
    span::Spans,
};
use office::{
    AccessCode, Lang, OfficeResult, Refusal,
    desk::{
        Depicted, DepictedDesk as _, LibraryDesk as _, NoticeDesk as _, PeopleDesk as _, ProposalDesk as _,
        RecordingDesk as _,
    },
    forms::{Contact, FilingForm, NewObjection, NewWish, NoticeAct, SceneForm, WishKind},
    permission::{Custodian, Reviewer},
    problem::NoticeProblem,
    views::{AuditFilter, NoticeView, NoticesView, PrintRun, Role},
};

use records::{mail::Mailer, worker::Worker};

use super::recordings::{line, read};
use crate::support::{Filed, Town, WEDNESDAY, form_key};

crate::on_both_engines!(
    a_letter_opens_the_notice_and_its_receipt_starts_ten_days,
    a_letter_that_came_back_opens_nothing_and_the_next_one_does,
    an_objection_in_time_waits_for_an_answer_and_one_too_late_is_read,
    an_objection_on_paper_counts_from_its_true_day,
    an_action_filed_and_served_on_the_last_day_blocks_and_a_day_later_does_not,
    a_child_is_told_through_a_guardian,
    no_letter_is_posted_to_whoever_has_no_address,
    somebody_who_cannot_be_found_needs_a_try_first,
    five_people_have_five_windows,
    contacts_are_opened_only_by_those_who_serve_notices_and_that_is_kept,
    letters_stay_exactly_as_they_were_sent,
    a_notice_for_a_public_place_never_becomes_the_recipients_own,
    the_recipient_learns_when_the_days_end_and_not_whether_anybody_answered,
    a_code_opens_nothing_once_the_case_is_over_and_answered,
    late_objections_wait_to_be_read,
    a_wish_to_agree_is_a_task_and_no_consent,
    an_objection_on_paper_is_confirmed_with_a_code_of_its_own,
    whoever_must_be_reached_with_care_gets_nothing_by_post,
    a_protected_address_is_written_to_through_the_secretary_of_state,
    whoever_agreed_to_email_gets_the_whole_notice_and_its_code_is_kept_nowhere,
);

/// A case in which a release is prepared.
pub struct Case<'t> {
    pub town: &'t Town,
    pub cole: Custodian,
    /// Verifies what Cole enters.
    pub sol: Reviewer,
    pub filed: Filed<'t>,
    pub recording: String,
}

pub fn spans(text: &str) -> Spans {
    Spans::parse(text).unwrap()
}

impl<'t> Case<'t> {
    /// A request with one linked recording.
    pub async fn begins(town: &'t Town) -> Self {
        Self::files(town, town.resident("Ana").form()).await
    }

    /// The same, as filed with a form.
    pub async fn files(town: &'t Town, form: FilingForm) -> Self {
        let cole = town.custodian().await.staff.custodian().unwrap();
        let sol = town.staff("Sol", Role::Supervisor).await.staff.reviewer().unwrap();
        let filed = town.resident("Ana").files_form(form).await;
        let recording = town
            .office
            .register(&cole, read(town, &line(town, "AX-1")))
            .await
            .unwrap();
        town.office.link(&cole, &recording, filed.number()).await.unwrap();
        Self {
            town,
            cole,
            sol,
            filed,
            recording,
        }
    }

    pub fn person(&self, pseudonym: &str) -> Person {
        Person {
            pseudonym: pseudonym.into(),
            recording: self.recording.clone(),
            seen: spans("0:10-0:40"),
            heard: spans("0:20-0:50"),
            police_affiliated: false,
            minor: false,
            incapacitated: false,
            deceased: false,
        }
    }

    /// Somebody in the log, with an address.
    pub async fn logs(&self, person: Person, receiver: Receiver) -> String {
        let id = self
            .town
            .office
            .log_person(&self.cole, person.clone().into())
            .await
            .unwrap();
        let contact = Contact {
            receiver,
            name: format!("Name of {} canary", person.pseudonym),
            postal_address: "12 Canary Court\nKansas City MO".into(),
            email: None,
            email_agreed_on: None,
            phone: String::new(),
            language: Lang::Es,
            safe_contact: String::new(),
        };
        self.town.office.keep_contact(&self.cole, &id, contact).await.unwrap();
        id
    }

    /// Opens the notices; their ids by pseudonym.
    pub async fn opens(&self) -> Vec<(String, String)> {
        self.town
            .office
            .open_notices(&self.cole, self.filed.number())
            .await
            .unwrap();
        let all = self.town.office.notices(&self.cole, NoticesView::All, 1).await.unwrap();
        let mut lines: Vec<_> = all.lines.into_iter().map(|line| (line.pseudonym, line.id)).collect();
        lines.sort();
        lines
    }

    pub async fn sees(&self, id: &str) -> NoticeView {
        self.town.office.notice(&self.cole, id).await.unwrap().unwrap()
    }

    /// Cole does it, and Sol verifies it where it frees something.
    pub async fn does(&self, id: &str, act: NoticeAct) -> OfficeResult<()> {
        self.enters(id, act).await?;
        self.seconds().await
    }

    /// Cole does it; what frees something waits.
    pub async fn enters(&self, id: &str, act: NoticeAct) -> OfficeResult<()> {
        let version = self.sees(id).await.version;
        self.town.office.act_on_notice(&self.cole, id, act, version).await
    }

    /// Sol verifies all that waits.
    pub async fn seconds(&self) -> OfficeResult<()> {
        for line in self.town.office.to_verify(&self.sol).await?.entries {
            self.town.office.verify_proposal(&self.sol, &line.id).await?;
        }
        Ok(())
    }

    pub async fn sends(&self, id: &str, to: Receiver) {
        let act = NoticeAct::Send {
            on: self.town.clock_day(),
            channel: Channel::CertifiedMail,
            to,
            audience: law::notice::Audience::Requester,
        };
        self.does(id, act).await.unwrap();
    }

    pub async fn receives(&self, id: &str, on: Date) {
        let receipt = Receipt {
            on,
            proof: ProofKind::CertifiedMail,
        };
        self.does(
            id,
            NoticeAct::Receive {
                receipt,
                papers: Vec::new(),
            },
        )
        .await
        .unwrap();
    }

    /// One person with one notice, sent and received on a day.
    pub async fn tells(&self, pseudonym: &str) -> String {
        self.logs(self.person(pseudonym), Receiver::Person).await;
        let id = self
            .opens()
            .await
            .into_iter()
            .find(|(name, _)| name == pseudonym)
            .unwrap()
            .1;
        self.sends(&id, Receiver::Person).await;
        self.receives(&id, self.town.clock_day()).await;
        id
    }

    /// The code in the newest notice.
    pub async fn code(&self, id: &str) -> AccessCode {
        self.code_in(id, "notice").await
    }

    /// The code in the newest letter of a kind.
    pub async fn code_in(&self, id: &str, kind: &str) -> AccessCode {
        let mut letters = self.sees(id).await.letters;
        letters.retain(|letter| letter.kind == kind);
        let document = letters.pop().unwrap().document.unwrap();
        let start = document.find("<strong>").unwrap() + "<strong>".len();
        AccessCode::parse(&document[start..start + 34]).unwrap()
    }
}

pub fn objection(relief: Relief) -> NewObjection {
    NewObjection {
        key: form_key(),
        capacity: Receiver::Person,
        relief,
        grounds: vec![Ground::Privacy],
        words: "It was my worst day, says the canary.".into(),
        reply: "By letter".into(),
        lang: Lang::En,
        court: None,
        papers: Vec::new(),
    }
}

pub fn bar<T: std::fmt::Debug>(answer: OfficeResult<T>) -> ReleaseReason {
    match answer {
        Err(Refusal::Stopped { mut bars }) => bars.remove(0).reason,
        other => panic!("the law should stop this, but the answer is {other:?}"),
    }
}

async fn a_letter_opens_the_notice_and_its_receipt_starts_ten_days(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person B"), Receiver::Person).await;
    let (_, id) = case.opens().await.remove(0);
    case.sends(&id, Receiver::Person).await;
    let code = case.code(&id).await;
    assert_eq!(
        town.office.check_letter(&code).await.unwrap().unwrap().sent_on,
        WEDNESDAY
    );
    assert_eq!(
        case.sees(&id).await.line.state,
        NoticeStateKind::Sent,
        "checking opens nothing"
    );
    town.today_is(date(2026, 2, 6));
    let bela = town.office.open_notice(&code).await.unwrap().unwrap();
    let seen = town.office.depicted(&bela).await.unwrap();
    // Ten days from Friday the 6th end on Monday the 16th, Presidents' Day; so on Tuesday the 17th.
    assert_eq!(seen.last_day, Some(date(2026, 2, 17)));
    assert_eq!(seen.days_left, 12);
    assert_eq!((seen.seen, seen.place.as_str()), (spans("0:10-0:40"), "Canary Row 7"));
    assert!(seen.deadline.is_some_and(|deadline| !deadline.work.is_empty()));
    let unknown = AccessCode::make(&[7; 26]);
    assert_eq!(town.office.open_notice(&unknown).await.unwrap(), None);
    assert_eq!(town.office.check_letter(&unknown).await.unwrap(), None);
    // Before the end, nothing clears it; after it, a look into the court's docket does.
    let early = case
        .does(
            &id,
            NoticeAct::Clear {
                checked: date(2026, 2, 6),
            },
        )
        .await;
    assert!(matches!(bar(early), ReleaseReason::WindowOpen { .. }));
    town.today_is(date(2026, 2, 18));
    case.does(
        &id,
        NoticeAct::Clear {
            checked: date(2026, 2, 18),
        },
    )
    .await
    .unwrap();
    assert_eq!(case.sees(&id).await.bar, None);
}

async fn a_letter_that_came_back_opens_nothing_and_the_next_one_does(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person B"), Receiver::Person).await;
    let (_, id) = case.opens().await.remove(0);
    case.sends(&id, Receiver::Person).await;
    let first = case.code(&id).await;
    town.today_is(date(2026, 2, 10));
    case.does(&id, NoticeAct::Return { on: date(2026, 2, 10) })
        .await
        .unwrap();
    assert_eq!(town.office.open_notice(&first).await.unwrap(), None);
    case.sends(&id, Receiver::Person).await;
    let second = case.code(&id).await;
    assert_ne!(first.bare(), second.bare());
    assert_eq!(town.office.open_notice(&first).await.unwrap(), None);
    assert!(town.office.open_notice(&second).await.unwrap().is_some());
    // Both letters were ours.
    assert!(town.office.check_letter(&first).await.unwrap().is_some());
    assert_eq!(case.sees(&id).await.notice.attempts.len(), 4);
}

async fn an_objection_in_time_waits_for_an_answer_and_one_too_late_is_read(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let bela = Depicted { notice: id.clone() };
    let new = objection(Relief::Part {
        asks: vec![Ask::BlurMe],
    });
    let receipt = town.office.object(&bela, new.clone()).await.unwrap();
    assert!(!receipt.late);
    let again = town.office.object(&bela, new.clone()).await.unwrap();
    assert_eq!(again, receipt, "the same form twice");
    assert_eq!(
        town.office.objection_receipt(&new.key).await.unwrap(),
        Some(receipt.clone())
    );
    assert_eq!(town.count("SELECT COUNT(*) FROM objection").await, 1);
    town.today_is(date(2026, 2, 18));
    let clear = case
        .does(
            &id,
            NoticeAct::Clear {
                checked: date(2026, 2, 18),
            },
        )
        .await;
    assert!(matches!(bar(clear), ReleaseReason::ObjectionUnanswered { .. }));
    let late = town.office.object(&bela, objection(Relief::Whole)).await.unwrap();
    assert!(late.late);
    let view = case.sees(&id).await;
    assert_eq!(view.line.unanswered, 2, "the late one waits to be read, too");
    assert_eq!(view.objections[1].words, "It was my worst day, says the canary.");
    let settled = ObjectionAnswer::SettledByRedaction {
        reasons: String::new(),
        on: date(2026, 2, 18),
        asks: vec![Ask::BlurMe],
    };
    let act = NoticeAct::Answer {
        objection: view.objections[0].objection.id.clone(),
        answer: settled,
    };
    case.does(&id, act.clone()).await.unwrap();
    assert_eq!(bar(case.does(&id, act).await), ReleaseReason::AlreadyAnswered);
    case.does(
        &id,
        NoticeAct::Clear {
            checked: date(2026, 2, 18),
        },
    )
    .await
    .unwrap();
    let view = case.sees(&id).await;
    assert_eq!(view.letters.last().unwrap().kind, "answer");
    // The code of the objection opens the notice with the answer.
    let again = town.office.open_notice(&receipt.code).await.unwrap().unwrap();
    let seen = town.office.depicted(&again).await.unwrap();
    assert!(seen.objections[0].objection.answer.is_some());
}

async fn an_objection_on_paper_counts_from_its_true_day(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    town.today_is(date(2026, 2, 20));
    let paper = |on: Date| NoticeAct::Object {
        on,
        objection: Box::new(objection(Relief::Whole)),
    };
    assert!(matches!(
        bar(case.does(&id, paper(date(2026, 2, 21))).await),
        ReleaseReason::InFuture { .. }
    ));
    case.does(&id, paper(date(2026, 2, 16))).await.unwrap();
    case.does(&id, paper(date(2026, 2, 18))).await.unwrap();
    let late: Vec<bool> = case
        .sees(&id)
        .await
        .objections
        .iter()
        .map(|one| one.objection.late)
        .collect();
    // Ten days from Wednesday the 4th end on Saturday the 14th, then Sunday and Presidents' Day.
    assert_eq!(late, [false, true]);
}

async fn an_action_filed_and_served_on_the_last_day_blocks_and_a_day_later_does_not(town: Town) {
    let case = Case::begins(&town).await;
    let action = |filed: Date, served: Option<Date>| NoticeAct::Action {
        id: None,
        court: "Circuit Court of Jackson County".into(),
        filed: Some(filed),
        served,
    };
    let (last, after) = (date(2026, 2, 17), date(2026, 2, 18));
    let (on_time, late, unserved) = (
        case.tells("Person B").await,
        case.tells("Person C").await,
        case.tells("Person D").await,
    );
    town.today_is(date(2026, 2, 19));
    case.does(&on_time, action(last, Some(last))).await.unwrap();
    case.does(&late, action(last, Some(after))).await.unwrap();
    case.does(&unserved, action(last, None)).await.unwrap();
    assert_eq!(case.sees(&on_time).await.line.state, NoticeStateKind::ActionPending);
    assert_eq!(case.sees(&late).await.line.state, NoticeStateKind::WindowOpen);
    assert_eq!(case.sees(&unserved).await.line.state, NoticeStateKind::WindowOpen);
    let checked = date(2026, 2, 19);
    assert!(case.does(&on_time, NoticeAct::Clear { checked }).await.is_err());
    case.does(&late, NoticeAct::Clear { checked }).await.unwrap();
    case.does(&unserved, NoticeAct::Clear { checked }).await.unwrap();
    // The court forbids parts of it.
    let id = case.sees(&on_time).await.notice.actions[0].id.clone();
    let decide = NoticeAct::Decide {
        action: Some(id),
        dated: checked,
        decision: Decision::EnjoinPart {
            spans: spans("0:20-0:30"),
            until: None,
        },
        ends: true,
    };
    case.does(&on_time, decide).await.unwrap();
    let view = case.sees(&on_time).await;
    assert_eq!(view.line.state, NoticeStateKind::EnjoinedPart);
    assert!(matches!(
        view.bar.unwrap().reason,
        ReleaseReason::SpansRestrained { .. }
    ));
}

async fn a_child_is_told_through_a_guardian(town: Town) {
    let case = Case::begins(&town).await;
    let child = Person {
        minor: true,
        ..case.person("Child A")
    };
    let person = case.logs(child, Receiver::ParentOrGuardian).await;
    let direct = Contact {
        receiver: Receiver::Person,
        ..contact()
    };
    let refused = town.office.keep_contact(&case.cole, &person, direct).await;
    assert!(matches!(bar(refused), ReleaseReason::ReceiverUnfit { .. }));
    case.opens().await;
    let sent = town
        .office
        .send_all(&case.cole, case.filed.number(), Channel::Mail, Audience::Requester)
        .await
        .unwrap();
    assert_eq!(sent, 1);
}

async fn no_letter_is_posted_to_whoever_has_no_address(town: Town) {
    let case = Case::begins(&town).await;
    let person = town
        .office
        .log_person(&case.cole, case.person("Person B").into())
        .await
        .unwrap();
    let nowhere = Contact {
        postal_address: String::new(),
        phone: "816 555 0100".into(),
        ..contact()
    };
    town.office.keep_contact(&case.cole, &person, nowhere).await.unwrap();
    let id = case.opens().await.remove(0).1;
    let number = case.filed.number();
    assert_eq!(
        town.office
            .send_all(&case.cole, number, Channel::Mail, Audience::Requester)
            .await,
        Ok(0)
    );
    let send = |channel| NoticeAct::Send {
        on: WEDNESDAY,
        channel,
        to: Receiver::Person,
        audience: Audience::Requester,
    };
    for channel in [Channel::Mail, Channel::CertifiedMail] {
        let refused = case.does(&id, send(channel)).await;
        assert_eq!(refused, Err(Refusal::field("channel", NoticeProblem::NoAddress)));
    }
    assert_eq!(case.sees(&id).await.line.state, NoticeStateKind::Identified);
    case.does(&id, send(Channel::Personal)).await.unwrap();
}

fn contact() -> Contact {
    Contact {
        receiver: Receiver::Person,
        name: "Somebody".into(),
        postal_address: "Somewhere".into(),
        email: None,
        email_agreed_on: None,
        phone: String::new(),
        language: Lang::En,
        safe_contact: String::new(),
    }
}

async fn somebody_who_cannot_be_found_needs_a_try_first(town: Town) {
    let case = Case::begins(&town).await;
    town.office
        .log_person(&case.cole, case.person("Person B").into())
        .await
        .unwrap();
    let (_, id) = case.opens().await.remove(0);
    let sent = town
        .office
        .send_all(&case.cole, case.filed.number(), Channel::Mail, Audience::Requester)
        .await;
    assert_eq!(sent, Ok(0), "nobody knows where");
    let unlocated = NoticeAct::Unlocated { on: WEDNESDAY };
    assert_eq!(
        bar(case.does(&id, unlocated.clone()).await),
        ReleaseReason::NothingTried
    );
    let search = NoticeAct::Search {
        on: WEDNESDAY,
        how: "The city's voter roll".into(),
    };
    case.does(&id, search).await.unwrap();
    case.does(&id, unlocated).await.unwrap();
    assert_eq!(case.sees(&id).await.bar.unwrap().reason, ReleaseReason::Unlocated);
}

async fn five_people_have_five_windows(town: Town) {
    let case = Case::begins(&town).await;
    let mut last_days = Vec::new();
    for (place, pseudonym) in ["Person A", "Person B", "Person C", "Person D", "Person E"]
        .iter()
        .enumerate()
    {
        town.today_is(date(2026, 3, 2 + i8::try_from(place).unwrap()));
        let id = case.tells(pseudonym).await;
        last_days.push(case.sees(&id).await.line.last_day.unwrap());
    }
    // Monday to Friday; ten days on: Thursday, Friday, then Saturday, Sunday and Monday roll to Monday.
    let monday = date(2026, 3, 16);
    assert_eq!(
        last_days,
        [date(2026, 3, 12), date(2026, 3, 13), monday, monday, monday]
    );
    assert_eq!(
        town.office.open_notices(&case.cole, case.filed.number()).await.unwrap(),
        0
    );
    let page = town.office.notices(&case.cole, NoticesView::Running, 1).await.unwrap();
    assert_eq!(
        page.lines.first().unwrap().pseudonym,
        "Person A",
        "the nearest day first"
    );
    assert_eq!(page.total, 5);
}

async fn contacts_are_opened_only_by_those_who_serve_notices_and_that_is_kept(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.logs(case.person("Person B"), Receiver::Person).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff.reviewer().unwrap();
    assert!(
        town.office
            .person(&rhea, &id)
            .await
            .unwrap()
            .unwrap()
            .contacts
            .is_empty()
    );
    let opened = town.office.person(&case.cole, &id).await.unwrap().unwrap();
    assert_eq!(opened.contacts[0].name, "Name of Person B canary");
    let kept = "SELECT staff_id FROM audit_entry WHERE act = 'contact_opened'";
    assert_eq!(town.texts(kept).await, std::slice::from_ref(&case.cole.id));
    let audit = town
        .office
        .audit(
            &case.cole,
            AuditFilter {
                act: "contact_opened".into(),
                ..AuditFilter::default()
            },
        )
        .await
        .unwrap();
    assert!(audit.total > 0 && audit.lines.iter().all(|line| line.staff.is_some()));
    let all = town.office.audit(&case.cole, AuditFilter::default()).await.unwrap();
    assert!(all.total > audit.total, "everything else is there, too");
    let (_, notice) = case.opens().await.remove(0);
    case.sends(&notice, Receiver::Person).await;
    let seen = town.office.notice(&rhea, &notice).await.unwrap().unwrap();
    assert!(seen.letters.iter().all(|letter| letter.document.is_none()));
    assert_eq!(rhea.custodian(), Err(Refusal::NotYours), "so she prints no letters");
    let run = town
        .office
        .letters_of(&case.cole, WEDNESDAY, PrintRun::Post, None)
        .await;
    assert_eq!(run.unwrap().len(), 1);
    case.sees(&notice).await;
    assert_eq!(town.texts(kept).await.len(), 3, "each opening of a letter is kept");
}

async fn letters_stay_exactly_as_they_were_sent(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let letter = case.sees(&id).await.letters.remove(0);
    let document = letter.document.unwrap();
    assert_eq!(records::secret::token_hash(&document), letter.sha256);
    for said in [
        "Name of Person B canary",
        "Puede entregarse un video",
        "A video that shows you may be released",
        "610.100.8",
        "selfrepresent",
        "<svg",
    ] {
        assert!(document.contains(said), "{said}: {document}");
    }
    let kept = town.texts("SELECT document FROM notice_letter").await.remove(0);
    assert!(!kept.contains(&case.code(&id).await.grouped()), "the code is not kept");
    for by_hand in [
        "UPDATE notice_letter SET sha256 = ''",
        "DELETE FROM notice_letter",
        "DELETE FROM notice",
        "DELETE FROM person",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
}

async fn a_notice_for_a_public_place_never_becomes_the_recipients_own(town: Town) {
    let case = Case::begins(&town).await;
    case.logs(case.person("Person B"), Receiver::Person).await;
    case.opens().await;
    let kinds = |lines: Vec<office::views::NoticeLine>| lines.into_iter().map(|line| line.kind).collect::<Vec<_>>();
    let all = town.office.notices(&case.cole, NoticesView::All, 1).await.unwrap();
    assert_eq!(kinds(all.lines), [NoticeKind::AgencyPolicy]);
    let scene = law::recording::Scene {
        location: law::recording::LocationKind::Nonpublic,
        crime_scene_of_deceased: false,
    };
    let form = SceneForm {
        scene,
        people_logged: true,
        version: 1,
    };
    town.office.judge(&case.cole, &case.recording, form).await.unwrap();
    assert_eq!(
        town.office.open_notices(&case.cole, case.filed.number()).await.unwrap(),
        1
    );
    let all = town.office.notices(&case.cole, NoticesView::All, 1).await.unwrap();
    let mut both = kinds(all.lines);
    both.sort();
    assert_eq!(both, [NoticeKind::AgencyPolicy, NoticeKind::Statute8]);
}

async fn the_recipient_learns_when_the_days_end_and_not_whether_anybody_answered(town: Town) {
    let case = Case::begins(&town).await;
    let nonpublic = SceneForm {
        scene: law::recording::Scene {
            location: law::recording::LocationKind::Nonpublic,
            crime_scene_of_deceased: false,
        },
        people_logged: true,
        version: 1,
    };
    town.office.judge(&case.cole, &case.recording, nonpublic).await.unwrap();
    for name in ["Person B", "Person C", "Person D"] {
        case.logs(case.person(name), Receiver::Person).await;
    }
    let kind = |view: &NoticeView| view.line.kind;
    let mut own = Vec::new();
    for (_, id) in case.opens().await {
        if kind(&case.sees(&id).await) == NoticeKind::Statute8 {
            case.sends(&id, Receiver::Person).await;
            own.push(id);
        }
    }
    let told = || async { town.office.windows(&case.filed.requester()).await.unwrap() };
    assert_eq!(own.len(), 3);
    assert!(told().await.iter().all(|window| window.last_day.is_none()));
    // One opens the letter, one only writes back on paper, one card comes back signed.
    town.office
        .open_notice(&case.code(&own[0]).await)
        .await
        .unwrap()
        .unwrap();
    let paper = NoticeAct::Object {
        on: town.clock_day(),
        objection: Box::new(objection(Relief::Whole)),
    };
    case.does(&own[1], paper).await.unwrap();
    case.receives(&own[2], town.clock_day()).await;
    let days: Vec<_> = told().await.into_iter().map(|window| window.last_day).collect();
    assert_eq!(days, [None, Some(date(2026, 2, 17)), Some(date(2026, 2, 17))]);
    assert!(case.sees(&own[1]).await.line.last_day.is_some(), "the office knows");
    // Whoever wrote first and enters the code then is told of like one who only enters it.
    town.today_is(date(2026, 2, 6));
    let code = case.code(&own[1]).await;
    town.office.open_notice(&code).await.unwrap().unwrap();
    let days: Vec<_> = told().await.into_iter().map(|window| window.last_day).collect();
    assert_eq!(days, [Some(date(2026, 2, 17)); 3]);
    let consent = NoticeAct::Consent {
        consent: law::notice::Consent {
            on: town.clock_day(),
            by: Receiver::Person,
            identity_verified: true,
            audience: law::notice::Audience::Requester,
        },
    };
    case.does(&own[2], consent).await.unwrap();
    assert_eq!(told().await.len(), 3, "consent is an answer, too");
    town.today_is(date(2026, 2, 18));
    assert_eq!(told().await.iter().filter(|window| window.over).count(), 3);
}

async fn a_code_opens_nothing_once_the_case_is_over_and_answered(town: Town) {
    use office::desk::RequesterDesk as _;
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let code = case.code(&id).await;
    let open = || async { town.office.open_notice(&code).await.unwrap().is_some() };
    town.office
        .object(&Depicted { notice: id.clone() }, objection(Relief::Whole))
        .await
        .unwrap();
    town.office.withdraw(&case.filed.requester()).await.unwrap();
    town.today_is(date(2026, 6, 1));
    assert!(open().await, "an objection still waits for its answer");
    let waiting = case.sees(&id).await.objections[0].objection.id.clone();
    let answer = ObjectionAnswer::Accepted { on: date(2026, 6, 1) };
    case.does(
        &id,
        NoticeAct::Answer {
            objection: waiting,
            answer,
        },
    )
    .await
    .unwrap();
    town.today_is(date(2026, 7, 1));
    assert!(open().await, "the answer can be read for thirty days");
    let session = town
        .office
        .begin_depicted_session(&Depicted { notice: id })
        .await
        .unwrap();
    assert!(town.office.depicted_by(&session).await.unwrap().is_some());
    let noon = town.office.now_micros();
    town.clock
        .set(jiff::Timestamp::from_microsecond(noon + 3_600_000_000).unwrap());
    assert!(!open().await);
    assert_eq!(
        town.office.depicted_by(&session).await.unwrap(),
        None,
        "nor does a session go on"
    );
    assert!(
        town.office.check_letter(&code).await.unwrap().is_some(),
        "it was ours all the same"
    );
}

async fn late_objections_wait_to_be_read(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    town.today_is(date(2026, 2, 18));
    let checked = date(2026, 2, 18);
    case.does(&id, NoticeAct::Clear { checked }).await.unwrap();
    let work = || async {
        let page = town.office.notices(&case.cole, NoticesView::Work, 1).await.unwrap();
        page.lines.iter().map(|line| line.unanswered).collect::<Vec<_>>()
    };
    assert!(work().await.is_empty());
    let by = Depicted { notice: id };
    let receipt = town.office.object(&by, objection(Relief::Whole)).await.unwrap();
    assert!(receipt.late);
    assert_eq!(work().await, [1]);
}

async fn whoever_agreed_to_email_gets_the_whole_notice_and_its_code_is_kept_nowhere(town: Town) {
    let case = Case::begins(&town).await;
    let id = town
        .office
        .log_person(&case.cole, case.person("Person B").into())
        .await
        .unwrap();
    let contact = Contact {
        receiver: Receiver::Person,
        name: "Bela".into(),
        postal_address: "12 Canary Court\nKansas City MO".into(),
        email: Some("bela@example.org".into()),
        email_agreed_on: Some(town.clock_day()),
        phone: String::new(),
        language: Lang::Es,
        safe_contact: String::new(),
    };
    town.office.keep_contact(&case.cole, &id, contact).await.unwrap();
    let notice = case.opens().await.remove(0).1;
    let send = NoticeAct::Send {
        on: town.clock_day(),
        channel: Channel::EmailAgreed,
        to: Receiver::Person,
        audience: law::notice::Audience::Requester,
    };
    case.does(&notice, send).await.unwrap();
    let waiting = town
        .texts("SELECT body_text || body_html FROM outbox WHERE kind = 'noticed'")
        .await;
    for said in [
        "Canary Row 7",
        "Circuit Court of Jackson County",
        "Una persona del público",
        "A member of the public",
        "0:10-0:40",
        "selfrepresent.mo.gov",
        "/es/notice",
    ] {
        assert!(waiting[0].contains(said), "{said}: {}", waiting[0]);
    }
    let mailer = Mailer::memory();
    let worker = Worker::new(std::sync::Arc::clone(&town.office), mailer.clone(), "http://127.0.0.1");
    while !worker.clone().round().await.unwrap().is_idle() {}
    let mut posted = mailer.posted();
    posted.retain(|posted| posted.to == "bela@example.org");
    let mail = posted.remove(0).message.replace("=\r\n", "");
    let mut words = mail.split_whitespace();
    let code = words.find_map(|word| AccessCode::parse(word).ok()).unwrap();
    assert!(town.office.open_notice(&code).await.unwrap().is_some());
    assert_eq!(waiting.len(), 1);
    let kept = town
        .texts("SELECT body_text || body_html FROM outbox UNION ALL SELECT document FROM notice_letter")
        .await;
    for text in waiting.iter().chain(&kept) {
        assert!(!text.contains(&code.grouped()) && !text.contains(code.bare()));
    }
    let letter = case.sees(&notice).await.letters.remove(0).document.unwrap();
    assert!(letter.contains(&code.grouped()), "what is kept is what was sent");
    assert!(letter.starts_with("<!doctype html>"));
}

async fn an_objection_on_paper_is_confirmed_with_a_code_of_its_own(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let mut paper = objection(Relief::Whole);
    paper.lang = Lang::Es;
    let act = NoticeAct::Object {
        on: town.clock_day(),
        objection: Box::new(paper),
    };
    case.does(&id, act.clone()).await.unwrap();
    case.does(&id, act).await.unwrap();
    let receipts = "SELECT id FROM notice_letter WHERE kind = 'receipt'";
    assert_eq!(town.texts(receipts).await.len(), 1, "the same form twice");
    let receipt = case.sees(&id).await.letters.pop().unwrap();
    let document = receipt.document.unwrap();
    assert!(document.starts_with("<article class=\"bwc-letter\" lang=\"es\">"));
    assert_eq!(records::secret::token_hash(&document), receipt.sha256);
    let code = case.code_in(&id, "receipt").await;
    assert_ne!(code.bare(), case.code(&id).await.bare());
    let opened = town.office.open_notice(&code).await.unwrap();
    assert_eq!(opened, Some(Depicted { notice: id }));
    let kept = town.texts("SELECT document FROM notice_letter").await;
    assert!(kept.iter().all(|text| !text.contains(&code.grouped())));
}

async fn whoever_must_be_reached_with_care_gets_nothing_by_post(town: Town) {
    let case = Case::begins(&town).await;
    let person = town
        .office
        .log_person(&case.cole, case.person("Person B").into())
        .await
        .unwrap();
    let careful = Contact {
        email: Some("bela@example.org".into()),
        email_agreed_on: Some(WEDNESDAY),
        safe_contact: "Only at her sister's door.".into(),
        ..contact()
    };
    town.office.keep_contact(&case.cole, &person, careful).await.unwrap();
    let id = case.opens().await.remove(0).1;
    let number = case.filed.number();
    assert_eq!(
        town.office
            .send_all(&case.cole, number, Channel::Mail, Audience::Requester)
            .await,
        Ok(0)
    );
    let by_hand = NoticeAct::Send {
        on: WEDNESDAY,
        channel: Channel::Personal,
        to: Receiver::Person,
        audience: law::notice::Audience::Requester,
    };
    case.does(&id, by_hand).await.unwrap();
    let paper = NoticeAct::Object {
        on: WEDNESDAY,
        objection: Box::new(objection(Relief::Whole)),
    };
    case.does(&id, paper).await.unwrap();
    let objection = case.sees(&id).await.objections[0].objection.id.clone();
    let answer = ObjectionAnswer::Accepted { on: WEDNESDAY };
    case.does(&id, NoticeAct::Answer { objection, answer }).await.unwrap();
    let letters = async |run| town.office.letters_of(&case.cole, WEDNESDAY, run, None).await.unwrap();
    assert!(letters(PrintRun::Post).await.is_empty());
    let kinds: Vec<_> = letters(PrintRun::Hand)
        .await
        .into_iter()
        .map(|letter| letter.kind)
        .collect();
    assert_eq!(kinds, ["notice", "receipt", "answer"]);
    // Also where somebody chose the post for one letter, it is not among those that are posted together.
    let again = NoticeAct::Send {
        on: WEDNESDAY,
        channel: Channel::CertifiedMail,
        to: Receiver::Person,
        audience: law::notice::Audience::Requester,
    };
    let other = Contact {
        safe_contact: "Never by telephone, plain envelope.".into(),
        ..contact()
    };
    let second = town
        .office
        .log_person(&case.cole, case.person("Person C").into())
        .await
        .unwrap();
    town.office.keep_contact(&case.cole, &second, other).await.unwrap();
    let id = case.opens().await.pop().unwrap().1;
    case.does(&id, again).await.unwrap();
    assert!(letters(PrintRun::Post).await.is_empty());
    assert_eq!(letters(PrintRun::Hand).await.len(), 4);
    assert_eq!(
        town.count("SELECT COUNT(*) FROM outbox WHERE recipient = 'bela@example.org'")
            .await,
        0
    );
}

async fn a_protected_address_is_written_to_through_the_secretary_of_state(town: Town) {
    let case = Case::begins(&town).await;
    let person = case.logs(case.person("Person B"), Receiver::Person).await;
    let agent = Contact {
        receiver: Receiver::SecretaryOfState,
        name: "Bela, participant 1234".into(),
        postal_address: String::new(),
        ..contact()
    };
    town.office.keep_contact(&case.cole, &person, agent).await.unwrap();
    let id = case.opens().await.remove(0).1;
    let number = case.filed.number();
    assert_eq!(
        town.office
            .send_all(&case.cole, number, Channel::CertifiedMail, Audience::Requester)
            .await,
        Ok(1)
    );
    let letter = case.sees(&id).await.letters.remove(0).document.unwrap();
    assert!(
        letter.contains("participant 1234<br>Safe at Home<br>PO Box"),
        "{letter}"
    );
    assert!(!letter.contains("Canary Court"), "never to where they live");
}

async fn a_wish_to_agree_is_a_task_and_no_consent(town: Town) {
    let case = Case::begins(&town).await;
    let id = case.tells("Person B").await;
    let ana = Depicted { notice: id.clone() };
    let today = town.clock_day();
    let before = case.sees(&id).await;
    let wish = NewWish {
        key: form_key(),
        kind: WishKind::Agree,
        capacity: Receiver::Person,
        reach: "816-555-0142".into(),
        words: String::new(),
        lang: Lang::Es,
    };
    for _ in 0..2 {
        town.office.wish_consent(&ana, wish.clone()).await.unwrap();
    }
    let told = case.sees(&id).await;
    assert_eq!(told.notice, before.notice, "no state and no day moves");
    assert_eq!(told.bar, before.bar);
    assert_eq!(told.wishes.len(), 1, "sent twice, kept once");
    assert_eq!(told.wishes[0].reach, "816-555-0142");
    let work = || async {
        town.office
            .notices(&case.cole, NoticesView::Work, 1)
            .await
            .unwrap()
            .lines
    };
    assert_eq!(
        work()
            .await
            .iter()
            .map(|line| (line.id.clone(), line.wishes))
            .collect::<Vec<_>>(),
        [(id.clone(), 1)]
    );
    // A talk of the day before was not about it.
    let before_it = NoticeAct::Talk {
        on: today.yesterday().unwrap(),
    };
    case.enters(&id, before_it).await.unwrap();
    assert_eq!(case.sees(&id).await.wishes[0].reach, "816-555-0142");
    case.enters(&id, NoticeAct::Talk { on: today }).await.unwrap();
    assert!(work().await.is_empty());
    let heard = case.sees(&id).await;
    assert_eq!(heard.notice, before.notice);
    assert_eq!(
        (heard.wishes[0].reach.as_str(), heard.wishes[0].heard_on),
        ("", Some(today))
    );
    // A child does not consent for itself, nor say that it would.
    let guardian = NewWish {
        key: form_key(),
        capacity: Receiver::ParentOrGuardian,
        ..wish
    };
    assert!(town.office.wish_consent(&ana, guardian).await.is_err());
}
