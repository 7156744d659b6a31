//! Court cases: everything of a court in one place, whoever enters it wherever; what it holds, forbids and hides.

use jiff::{ToSpan as _, civil::date};
use law::{
    Date,
    bar::Reason,
    court::{CaseDay, CaseKind, EntryKind, PartyRole, Standing, Who},
    disclosure_order::{OrderAct, OrderKind},
    event::Event,
    hold::HoldKind,
    notice::ReleaseReason,
    request::{Act, Stage},
    request_order::{PetitionEnd, Petitioner, Ruling},
};
use office::{
    OfficeResult, Refusal, TrackingNumber,
    desk::{CourtDesk as _, DeletionDesk as _, OrderDesk as _, ProposalDesk as _, PublicDesk as _, RecordingDesk as _},
    forms::{CourtFilter, CourtList, NewCase, NewEntry, NewOrder, Seal},
    permission::Custodian,
    views::{CourtLine, CourtView, Role, Staff},
};
use records::secret;

use super::{
    lifecycle::in_session,
    notices::bar,
    papers::kept,
    recordings::{at_noon, order, read},
};
use crate::support::{Town, WEDNESDAY, barred, petition};

crate::on_both_engines!(
    a_petition_an_order_an_appeal_a_stay_and_the_end_are_one_case,
    what_is_entered_on_a_request_is_in_its_case_and_a_slip_is_corrected_there,
    the_department_moves_the_court_in_its_case_and_the_thirty_days_are_met,
    a_prosecutor_enters_what_their_office_files_and_nothing_else,
    a_suit_that_is_served_holds_its_recordings_until_it_is_over,
    a_restraining_order_forbids_at_once,
    what_is_sealed_is_a_court_matter_and_nothing_more,
    a_correction_of_what_is_sealed_is_sealed_too,
    where_a_sealed_case_stands_shows_in_no_day_and_no_count,
    what_is_sealed_against_whoever_filed_is_not_in_how_their_case_stands,
    an_order_that_stands_is_stayed_before_its_entry_is_corrected,
    what_names_people_in_a_case_goes_when_whoever_filed_is_erased,
    whoever_opens_a_sealed_case_or_its_paper_leaves_an_entry,
    a_request_named_by_mistake_leaves_the_case_that_it_opened,
    of_two_filings_the_one_that_was_wrong_leaves_the_other,
    what_was_filed_under_seal_is_not_told_on_another_request,
    a_paper_that_no_entry_names_stands_on_the_page_of_its_case,
    a_wrong_entry_is_corrected_by_another_and_nothing_is_overwritten,
    cases_are_listed_by_their_next_day_and_found,
    what_earlier_versions_entered_of_courts_is_in_cases_after_the_start,
);

const COURT: &str = "Circuit Court of Jackson County";

fn case(number: &TrackingNumber, by: Who) -> NewCase {
    let department = by == Who::Department;
    NewCase {
        kind: if department {
            CaseKind::Closure
        } else {
            CaseKind::Disclosure
        },
        court: COURT.into(),
        case_number: "26CV-1234".into(),
        caption: "Doe v. Board".into(),
        filing: if department {
            EntryKind::Motion
        } else {
            EntryKind::Petition
        },
        by,
        filed_on: WEDNESDAY,
        served_on: None,
        respond_by: None,
        numbers: vec![number.clone()],
        sources: Vec::new(),
        seal: None,
        document: None,
    }
}

/// A custodian at the desk of cases.
struct Clerk<'t> {
    town: &'t Town,
    staff: Staff,
}

impl Clerk<'_> {
    async fn opens(&self, new: NewCase) -> OfficeResult<String> {
        self.town.office.open_case(&self.staff.court_filer()?, new).await
    }

    async fn sees(&self, id: &str) -> CourtView {
        self.town.office.court_case(&self.staff, id).await.unwrap().unwrap()
    }

    async fn enters(&self, id: &str, entry: NewEntry) -> OfficeResult<()> {
        let version = self.sees(id).await.version;
        self.town
            .office
            .enter_in_case(&self.staff.court_filer()?, id, entry, version)
            .await
    }

    async fn of(&self, number: &TrackingNumber) -> Vec<CourtLine> {
        self.town.office.cases_of_request(&self.staff, number).await.unwrap()
    }
}

fn entry(kind: EntryKind, on: Date) -> NewEntry {
    NewEntry::of(kind, Some(on))
}

fn corrects(no: i64) -> NewEntry {
    NewEntry {
        entry: Some(no),
        reason: "It was typed from another paper.".into(),
        ..NewEntry::of(EntryKind::Correction, None)
    }
}

async fn clerk<'t>(town: &'t Town, name: &str, role: Role) -> Clerk<'t> {
    Clerk {
        town,
        staff: town.staff(name, role).await.staff,
    }
}

async fn registers(town: &Town, by: &Custodian, source: &str) -> String {
    town.office
        .register(by, read(town, &at_noon(town, source)))
        .await
        .unwrap()
}

fn new_order(dated: &str, appeal_by: Option<Date>) -> NewOrder {
    NewOrder {
        dated: dated.parse().unwrap(),
        effective: dated.parse().unwrap(),
        appeal_by,
        ..order(OrderKind::Disclose, "AX-1")
    }
}

fn kinds(view: &CourtView) -> Vec<EntryKind> {
    let of_court = view.entries.iter().map(|line| line.entry.kind);
    of_court.filter(|kind| kind.is_of_court()).collect()
}

async fn a_petition_an_order_an_appeal_a_stay_and_the_end_are_one_case(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff;
    let custodian = cole.staff.custodian().unwrap();
    let ana = town.resident("Ana").files().await;
    let recording = registers(&town, &custodian, "AX-1").await;
    town.office.link(&custodian, &recording, ana.number()).await.unwrap();
    let id = cole.opens(case(ana.number(), Who::Requester)).await.unwrap();
    assert_eq!(
        ana.status().await.stage,
        Stage::CourtPending,
        "the request is before the court"
    );
    let seen = cole.sees(&id).await;
    assert_eq!(seen.line.standing, Standing::Filed);
    assert_eq!(
        seen.line.parties,
        [
            (Who::Requester, PartyRole::Petitioner),
            (Who::Department, PartyRole::Respondent)
        ]
    );
    assert_eq!(cole.of(ana.number()).await[0].id, id);
    // An appeal follows no petition, and a stay no case without an order.
    assert_eq!(
        barred(
            cole.enters(
                &id,
                NewEntry {
                    by: Some(Who::Requester),
                    ..entry(EntryKind::Appeal, WEDNESDAY)
                }
            )
            .await
        ),
        Reason::CaseNotDecided
    );
    assert_eq!(
        barred(cole.enters(&id, entry(EntryKind::Stay, WEDNESDAY)).await),
        Reason::NoOrderToStay
    );

    let thursday = WEDNESDAY.tomorrow().unwrap();
    town.today_is(thursday);
    let hearing = thursday.checked_add(3.days()).unwrap();
    cole.enters(&id, entry(EntryKind::Hearing, hearing)).await.unwrap();
    let next = cole.sees(&id).await.line.next.unwrap();
    assert_eq!((next.what, next.on), (CaseDay::Hearing, Some(hearing)));
    // The docket of the request tells it, with its section.
    let docket = ana.status().await.docket;
    let told =
        |event: &Event| matches!(event, Event::CourtEntered { kind: EntryKind::Hearing, on, .. } if *on == hearing);
    assert!(docket.iter().any(|line| told(&line.event)), "{docket:?}");

    // The order is entered in the register of orders, once, and is in the case.
    let appeal_by = thursday.checked_add(10.days()).unwrap();
    let paper = NewOrder {
        number: Some(ana.number().clone()),
        ..new_order("2026-02-05", Some(appeal_by))
    };
    let order = town.office.enter_order(&custodian, paper).await.unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!(seen.orders.iter().map(|line| &*line.id).collect::<Vec<_>>(), [&*order]);
    let kept = town.office.order(&rhea, &order).await.unwrap().unwrap();
    assert_eq!(kept.case.as_deref(), Some(&*id), "the order leads to its case");
    town.office
        .act_on_order(&rhea, &order, OrderAct::Verify, 1)
        .await
        .unwrap();
    assert_eq!(ana.status().await.stage, Stage::Ordered);
    let seen = cole.sees(&id).await;
    assert_eq!(seen.line.standing, Standing::Decided);
    let next = seen.line.next.unwrap();
    assert_eq!((next.what, next.on), (CaseDay::Appeal, Some(appeal_by)));

    an_appeal_and_a_stay(&town, &cole, &rhea, (&id, &order)).await;
    cole.enters(&id, entry(EntryKind::Dismissal, thursday)).await.unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!((seen.line.standing, seen.line.next), (Standing::Ended, None));
    assert_eq!(
        barred(cole.enters(&id, entry(EntryKind::Hearing, thursday)).await),
        Reason::CaseEnded
    );
    town.is_sound().await;
}

/// The other side appeals, and the court stays the order: it opens nothing any more, until two people say that the stay is over.
async fn an_appeal_and_a_stay(town: &Town, cole: &Clerk<'_>, rhea: &Staff, (id, order): (&str, &str)) {
    let thursday = WEDNESDAY.tomorrow().unwrap();
    let appeal = NewEntry {
        by: Some(Who::Prosecutor),
        ..entry(EntryKind::Appeal, thursday)
    };
    cole.enters(id, appeal).await.unwrap();
    assert_eq!(cole.sees(id).await.line.standing, Standing::OnAppeal);
    let stays = |kind| NewEntry {
        about: Some(order.to_owned()),
        ..entry(kind, thursday)
    };
    cole.enters(id, stays(EntryKind::Stay)).await.unwrap();
    let kept = town.office.order(rhea, order).await.unwrap().unwrap();
    assert_eq!(
        kept.order.stayed_since,
        Some(thursday),
        "the register of orders has it too"
    );
    assert!(kept.line.lacks.is_some());
    // That a stay ends frees something: it waits for a second person, and is in the case once they have said so.
    cole.enters(id, stays(EntryKind::StayLifted)).await.unwrap();
    assert_eq!(kinds(&cole.sees(id).await).last(), Some(&EntryKind::Stay));
    let waiting = town.office.to_verify(rhea).await.unwrap().entries;
    town.office
        .verify_proposal(&rhea.reviewer().unwrap(), &waiting[0].id)
        .await
        .unwrap();
    assert_eq!(
        kinds(&cole.sees(id).await),
        [
            EntryKind::Petition,
            EntryKind::Hearing,
            EntryKind::Order,
            EntryKind::Appeal,
            EntryKind::Stay,
            EntryKind::StayLifted
        ]
    );
}

async fn what_is_entered_on_a_request_is_in_its_case_and_a_slip_is_corrected_there(town: Town) {
    let desk = town.custodian().await;
    let cole = Clerk {
        town: &town,
        staff: desk.staff.clone(),
    };
    let robin = town.staff("Robin", Role::Reviewer).await;
    let ana = town.resident("Ana").files().await;
    let filed = Act::RecordPetition {
        petition: law::request_order::Petition {
            served_on: Some(WEDNESDAY),
            ..petition(WEDNESDAY)
        },
    };
    desk.does(ana.number(), filed.clone()).await.unwrap();
    let cases = cole.of(ana.number()).await;
    assert_eq!(cases.len(), 1);
    let id = cases[0].id.clone();
    assert_eq!(cases[0].standing, Standing::Served);
    assert_eq!(kinds(&cole.sees(&id).await), [EntryKind::Petition, EntryKind::Service]);
    // It was another request: the slip is corrected in the case, too.
    desk.does(ana.number(), Act::TakeBack { entry: 0 }).await.unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!(seen.line.standing, Standing::New);
    assert!(seen.entries[0].corrected_by.is_some());
    assert_eq!(seen.hold, None);

    desk.does(ana.number(), filed).await.unwrap();
    let dismissed = Act::EndPetition {
        how: PetitionEnd::Dismissed,
        on: WEDNESDAY,
    };
    desk.does(ana.number(), dismissed).await.unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!(seen.line.standing, Standing::Ended);
    assert_eq!(cole.of(ana.number()).await.len(), 1, "the same case");

    // The court orders in spite of that: entered and verified on the request, the order is in the case.
    let ordered = Act::EnterOrder {
        order: crate::support::order(WEDNESDAY, Ruling::Disclose),
    };
    desk.does(ana.number(), ordered).await.unwrap();
    robin
        .does(ana.number(), Act::VerifyOrder { same_person: false })
        .await
        .unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!((seen.line.standing, seen.orders.len()), (Standing::Decided, 1));
    town.is_sound().await;
}

async fn the_department_moves_the_court_in_its_case_and_the_thirty_days_are_met(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let form = office::forms::FilingForm {
        track: "civil".into(),
        relation: "driver of the other car".into(),
        civil_claim: "Damage to my car".into(),
        ..town.resident("Ana").form()
    };
    let ana = town.resident("Ana").files_form(form).await;
    let late = date(2026, 3, 20);
    town.today_is(late);
    let moved = NewCase {
        filed_on: late,
        ..case(ana.number(), Who::Department)
    };
    let refused = cole.opens(moved).await;
    assert!(matches!(barred(refused), Reason::MotionLate { .. }));
    assert_eq!(cole.of(ana.number()).await, [], "nothing was kept");
    let moved = NewCase {
        filed_on: date(2026, 2, 20),
        ..case(ana.number(), Who::Department)
    };
    cole.opens(moved).await.unwrap();
    let status = ana.status().await;
    let by = |event: &Event| {
        matches!(
            event,
            Event::CourtAsked {
                by: Petitioner::Agency,
                ..
            }
        )
    };
    assert!(status.docket.iter().any(|line| by(&line.event)));
    assert_eq!(status.stage, Stage::CourtPending);
    let civil = status
        .clocks
        .iter()
        .find(|view| view.clock.id == law::clock::ClockId::C3);
    assert!(
        civil.is_some_and(|view| view.clock.ended.is_some()),
        "the motion is the answer that is owed"
    );
    assert_eq!(
        cole.of(ana.number()).await[0].parties,
        [(Who::Department, PartyRole::Movant)]
    );
}

async fn a_prosecutor_enters_what_their_office_files_and_nothing_else(town: Town) {
    let paula = clerk(&town, "Paula", Role::Prosecutor).await;
    let robin = clerk(&town, "Robin", Role::Reviewer).await;
    let ana = town.resident("Ana").files().await;
    assert_eq!(
        robin.opens(case(ana.number(), Who::Prosecutor)).await,
        Err(Refusal::NotYours)
    );
    assert_eq!(
        paula.opens(case(ana.number(), Who::Requester)).await,
        Err(Refusal::NotYours)
    );
    let id = paula.opens(case(ana.number(), Who::Prosecutor)).await.unwrap();
    let motion = NewEntry {
        by: Some(Who::Prosecutor),
        ..entry(EntryKind::Motion, WEDNESDAY)
    };
    paula.enters(&id, motion.clone()).await.unwrap();
    let seen = paula.sees(&id).await;
    let offered: Vec<_> = seen.acts.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(offered, [EntryKind::Petition, EntryKind::Motion]);
    assert_eq!(seen.entries[0].by.as_deref(), Some("Paula"));
    for other in [
        NewEntry {
            by: Some(Who::Requester),
            ..motion
        },
        entry(EntryKind::Dismissal, WEDNESDAY),
        entry(EntryKind::Service, WEDNESDAY),
        entry(EntryKind::Seal, WEDNESDAY),
    ] {
        assert_eq!(paula.enters(&id, other).await, Err(Refusal::NotYours));
    }
    let status = ana.status().await;
    let by = |event: &Event| {
        matches!(
            event,
            Event::CourtAsked {
                by: Petitioner::Prosecutor,
                ..
            }
        )
    };
    assert!(status.docket.iter().any(|line| by(&line.event)));
}

async fn a_suit_that_is_served_holds_its_recordings_until_it_is_over(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let custodian = cole.staff.custodian().unwrap();
    for source in ["FREE", "SUED"] {
        registers(&town, &custodian, source).await;
    }
    let suit = NewCase {
        kind: CaseKind::Enforcement,
        numbers: Vec::new(),
        sources: vec!["SUED".into()],
        ..case(&TrackingNumber::make("KC", 2026, 1), Who::Other)
    };
    let id = cole.opens(suit).await.unwrap();
    assert_eq!(cole.sees(&id).await.hold, None);
    let served = entry(EntryKind::Service, WEDNESDAY);
    cole.enters(&id, served.clone()).await.unwrap();
    assert_eq!(barred(cole.enters(&id, served).await), Reason::AlreadyDone);
    assert!(
        town.holds_export().await.contains("SUED"),
        "the evidence system is told"
    );

    // All their time is over: what the suit holds is on no list.
    let due = WEDNESDAY.checked_add(180.days()).unwrap();
    town.today_is(due);
    let list = town.office.make_deletion_list(&custodian).await.unwrap();
    let rows = town
        .office
        .deletion_list(&cole.staff, &list)
        .await
        .unwrap()
        .unwrap()
        .rows;
    let on_it: Vec<_> = rows.iter().map(|row| &*row.line.source_id).collect();
    assert_eq!(on_it, ["FREE"]);
    let by_hand = "INSERT INTO deletion_list_row (list_id, recording_id, rule, kept_until) \
        SELECT l.id, r.id, 'x', '2020-01-01' FROM deletion_list l, recording r WHERE r.source_id = 'SUED'";
    assert!(town.raw(by_hand).await.is_err());
    for by_hand in [
        "DELETE FROM court_hold",
        "UPDATE court_hold SET placed_on = '2020-01-01'",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    let sued = cole.sees(&id).await.line.recordings[0].0.clone();
    let seen = town.office.recording(&cole.staff, &sued).await.unwrap().unwrap();
    assert!(
        seen.kept_for
            .iter()
            .any(|kept| kept.suit.as_ref().is_some_and(|(case, _)| *case == id)),
        "the recording says what holds it"
    );

    // Dismissed, it is held for as long as another suit can be brought (610.027.5).
    cole.enters(&id, entry(EntryKind::Dismissal, due)).await.unwrap();
    let last_day = cole.sees(&id).await.hold.unwrap().last_day.unwrap();
    assert!(last_day > due.checked_add(700.days()).unwrap(), "{last_day}");
    town.today_is(last_day);
    assert!(town.office.make_deletion_list(&custodian).await.is_err());
    // An appeal takes the last day away.
    let appeal = NewEntry {
        by: Some(Who::Other),
        ..entry(EntryKind::Appeal, due)
    };
    cole.enters(&id, appeal).await.unwrap();
    assert_eq!(cole.sees(&id).await.hold.unwrap().last_day, None);
    let withdrawn = NewEntry {
        by: Some(Who::Other),
        ..entry(EntryKind::Withdrawal, due)
    };
    cole.enters(&id, withdrawn).await.unwrap();
    assert_eq!(cole.sees(&id).await.hold.unwrap().last_day, Some(last_day));
    town.today_is(last_day.tomorrow().unwrap());
    town.office.make_deletion_list(&custodian).await.unwrap();
    town.is_sound().await;
}

async fn a_restraining_order_forbids_at_once(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let custodian = cole.staff.custodian().unwrap();
    let ana = town.resident("Ana").files().await;
    let recording = registers(&town, &custodian, "AX-1").await;
    town.office.link(&custodian, &recording, ana.number()).await.unwrap();
    let id = cole.opens(case(ana.number(), Who::PersonShown)).await.unwrap();
    let until = WEDNESDAY.checked_add(14.days()).unwrap();
    let restrained = NewEntry {
        next: Some(until),
        ..entry(EntryKind::RestrainingOrder, WEDNESDAY)
    };
    cole.enters(&id, restrained).await.unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!(seen.orders.len(), 1);
    let kept = town
        .office
        .order(&cole.staff, &seen.orders[0].id)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((kept.order.kind, kept.order.last_day), (OrderKind::Enjoin, Some(until)));
    assert!(kept.order.heeded(WEDNESDAY), "verified by nobody, it forbids");
    assert!(kept.order.names(&recording));
}

async fn what_is_sealed_is_a_court_matter_and_nothing_more(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let robin = town.staff("Robin", Role::Reviewer).await;
    let desk = crate::support::Desk::of(&town, cole.staff.clone());
    let ana = town.resident("Ana").files().await;
    let sealed = NewCase {
        seal: Some(Seal {
            dated: WEDNESDAY,
            from_requester: false,
        }),
        court: "Canary Court".into(),
        case_number: "26-CANARY".into(),
        ..case(ana.number(), Who::PersonShown)
    };
    let id = cole.opens(sealed).await.unwrap();
    let public = async || {
        let status = ana.status().await;
        let sheet = town.office.timeline(ana.number()).await.unwrap().unwrap();
        let log = town.office.log(office::views::LogFilter::default()).await.unwrap();
        (format!("{status:?} {} {log:?}", sheet.text), status, log)
    };
    let (text, status, log) = public().await;
    assert!(!text.to_lowercase().contains("canary"), "{text}");
    assert!(status.docket.iter().any(|line| line.event == Event::CourtMatter));
    assert_eq!(
        (status.stage, log.lines[0].stage),
        (Stage::CourtPending, Stage::CourtPending)
    );
    // Whoever filed knows the case, for it is not sealed against them.
    let own = ana.private().await.cases;
    assert_eq!(own[0].case.as_ref().unwrap().number, "26-CANARY");

    // What the court orders there is sealed as well: nobody in public learns that it refused.
    let refuses = Act::EnterOrder {
        order: law::request_order::RequestOrder {
            court: "Canary Court".into(),
            case_number: "26-CANARY".into(),
            ..crate::support::order(WEDNESDAY, Ruling::Refuse)
        },
    };
    desk.does(ana.number(), refuses).await.unwrap();
    robin
        .does(ana.number(), Act::VerifyOrder { same_person: false })
        .await
        .unwrap();
    assert_eq!(desk.sees(ana.number()).await.state.stage(), Stage::OrderDenied);
    let (text, status, log) = public().await;
    assert!(
        !text.to_lowercase().contains("canary") && !text.contains("OrderDenied"),
        "{text}"
    );
    assert_eq!(
        (status.stage, log.lines[0].stage),
        (Stage::CourtPending, Stage::CourtPending)
    );
    let filter = office::views::LogFilter {
        status: Some(Stage::OrderDenied),
        ..office::views::LogFilter::default()
    };
    assert_eq!(town.office.log(filter).await.unwrap().total, 0);

    // Sealed against whoever filed, too.
    let against = NewEntry {
        from_requester: true,
        reason: "By the order of today".into(),
        ..entry(EntryKind::Seal, WEDNESDAY)
    };
    cole.enters(&id, against).await.unwrap();
    let private = ana.private().await;
    assert_eq!(private.cases[0].case, None);
    assert!(!format!("{private:?}").contains("CANARY"));
    // Unsealed by an entry, everybody reads it.
    let unsealed = NewEntry {
        reason: "By the order of today".into(),
        ..entry(EntryKind::Unseal, WEDNESDAY)
    };
    cole.enters(&id, unsealed.clone()).await.unwrap();
    let (text, ..) = public().await;
    assert!(text.contains("26-CANARY"), "{text}");
    assert_eq!(barred(cole.enters(&id, unsealed).await), Reason::NotSealed);
    // One entry alone.
    let hearing = entry(EntryKind::Hearing, WEDNESDAY.tomorrow().unwrap());
    cole.enters(&id, hearing).await.unwrap();
    let no = cole.sees(&id).await.entries.last().unwrap().no;
    let seal = NewEntry {
        entry: Some(no),
        reason: "By the order of today".into(),
        ..entry(EntryKind::Seal, WEDNESDAY)
    };
    cole.enters(&id, seal).await.unwrap();
    let (_, status, _) = public().await;
    let hearing = |event: &Event| {
        matches!(
            event,
            Event::CourtEntered {
                kind: EntryKind::Hearing,
                ..
            }
        )
    };
    assert!(!status.docket.iter().any(|line| hearing(&line.event)));
    town.is_sound().await;
}

fn seals(no: i64, from_requester: bool) -> NewEntry {
    NewEntry {
        entry: Some(no),
        from_requester,
        reason: "By the order of today".into(),
        ..entry(EntryKind::Seal, WEDNESDAY)
    }
}

/// The number of the newest entry of a kind.
async fn newest(clerk: &Clerk<'_>, id: &str, kind: EntryKind) -> i64 {
    let entries = clerk.sees(id).await.entries;
    entries.iter().rfind(|line| line.entry.kind == kind).unwrap().no
}

async fn a_correction_of_what_is_sealed_is_sealed_too(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let id = cole.opens(case(ana.number(), Who::Requester)).await.unwrap();
    let hearing = entry(EntryKind::Hearing, WEDNESDAY.tomorrow().unwrap());
    cole.enters(&id, hearing).await.unwrap();
    for kind in [EntryKind::Hearing, EntryKind::Petition] {
        let no = newest(&cole, &id, kind).await;
        cole.enters(&id, seals(no, false)).await.unwrap();
        cole.enters(&id, corrects(no)).await.unwrap();
    }
    assert_eq!(
        ana.status().await.stage,
        Stage::Received,
        "it was never before this court"
    );
    let told = |event: &Event| {
        matches!(
            event,
            Event::CourtEntered { .. } | Event::CourtAsked { .. } | Event::TakenBack { .. }
        )
    };
    let docket = ana.status().await.docket;
    assert!(!docket.iter().any(|line| told(&line.event)), "{docket:?}");
    let sheet = town.office.timeline(ana.number()).await.unwrap().unwrap().text;
    assert!(!sheet.contains("26CV-1234"), "{sheet}");
    town.is_sound().await;
}

async fn where_a_sealed_case_stands_shows_in_no_day_and_no_count(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let desk = crate::support::Desk::of(&town, cole.staff.clone());
    let robin = town.staff("Robin", Role::Reviewer).await;
    let mut asked = Vec::new();
    for (name, number) in [("Ana", "26CV-1"), ("Bela", "26CV-2"), ("Carl", "26CV-3")] {
        let filed = town.resident(name).files().await;
        let sealed = NewCase {
            seal: Some(Seal {
                dated: WEDNESDAY,
                from_requester: false,
            }),
            case_number: number.into(),
            ..case(filed.number(), Who::PersonShown)
        };
        cole.opens(sealed).await.unwrap();
        asked.push(filed);
    }
    let ana = asked[0].number().clone();
    let shown = async |filed: &crate::support::Filed<'_>| {
        let status = filed.status().await;
        let log = town.office.log(office::views::LogFilter::default()).await.unwrap();
        let line = log.lines.into_iter().find(|line| line.number == status.number).unwrap();
        (
            format!("{:?} {:?} {:?}", status.clocks, status.next, status.held_until),
            format!(
                "{:?}",
                office::views::LogLine {
                    number: ana.clone(),
                    ..line
                }
            ),
            town.second_counter().await.figures().await.unwrap().open,
        )
    };
    let before = shown(&asked[0]).await;
    for (filed, ruling) in asked.iter().zip([Ruling::Refuse, Ruling::Disclose]) {
        let order = law::request_order::RequestOrder {
            court: COURT.into(),
            case_number: if ruling == Ruling::Refuse { "26CV-1" } else { "26CV-2" }.into(),
            ..crate::support::order(WEDNESDAY, ruling)
        };
        desk.does(filed.number(), Act::EnterOrder { order }).await.unwrap();
        robin
            .does(filed.number(), Act::VerifyOrder { same_person: false })
            .await
            .unwrap();
    }
    assert_eq!(desk.sees(asked[0].number()).await.state.stage(), Stage::OrderDenied);
    for filed in &asked {
        assert_eq!(shown(filed).await, before, "{}", filed.number());
    }
    // Nor on the days after.
    town.today_is(WEDNESDAY.checked_add(9.days()).unwrap());
    let later = shown(&asked[2]).await;
    for filed in &asked {
        assert_eq!(shown(filed).await, later, "{}", filed.number());
    }
}

async fn what_is_sealed_against_whoever_filed_is_not_in_how_their_case_stands(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let id = cole.opens(case(ana.number(), Who::Requester)).await.unwrap();
    cole.enters(&id, entry(EntryKind::Service, WEDNESDAY)).await.unwrap();
    assert_eq!(ana.private().await.cases[0].standing, Standing::Served);
    let no = newest(&cole, &id, EntryKind::Service).await;
    cole.enters(&id, seals(no, false)).await.unwrap();
    assert_eq!(ana.private().await.cases[0].standing, Standing::Served);
    cole.enters(&id, seals(no, true)).await.unwrap();
    assert_eq!(ana.private().await.cases[0].standing, Standing::Filed);
    let early = NewEntry {
        kind: EntryKind::Unseal,
        on: WEDNESDAY.yesterday().ok(),
        ..seals(no, false)
    };
    assert_eq!(
        barred(cole.enters(&id, early).await),
        Reason::BeforeSeal { dated: WEDNESDAY }
    );
}

async fn an_order_that_stands_is_stayed_before_its_entry_is_corrected(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let rhea = town.staff("Rhea", Role::Reviewer).await.staff;
    let custodian = cole.staff.custodian().unwrap();
    let ana = town.resident("Ana").files().await;
    let recording = registers(&town, &custodian, "AX-1").await;
    town.office.link(&custodian, &recording, ana.number()).await.unwrap();
    let id = cole.opens(case(ana.number(), Who::PersonShown)).await.unwrap();
    let restrained = entry(EntryKind::RestrainingOrder, WEDNESDAY);
    cole.enters(&id, restrained).await.unwrap();
    let no = newest(&cole, &id, EntryKind::RestrainingOrder).await;
    let order = cole.sees(&id).await.orders[0].id.clone();
    assert_eq!(barred(cole.enters(&id, corrects(no)).await), Reason::OrderStands);
    let early = town
        .office
        .act_on_order(
            &cole.staff,
            &order,
            OrderAct::Stay {
                since: date(2020, 1, 1),
            },
            1,
        )
        .await;
    assert_eq!(
        bar(early),
        ReleaseReason::TooEarly { earliest: WEDNESDAY },
        "no court stays an order before it gave it"
    );
    let stay = NewEntry {
        about: Some(order.clone()),
        ..entry(EntryKind::Stay, WEDNESDAY)
    };
    cole.enters(&id, stay).await.unwrap();
    // That it no longer forbids frees something: a second person says so too.
    assert_eq!(barred(cole.enters(&id, corrects(no)).await), Reason::OrderStands);
    let waiting = town.office.to_verify(&rhea).await.unwrap().entries;
    let checks = rhea.reviewer().unwrap();
    town.office.verify_proposal(&checks, &waiting[0].id).await.unwrap();
    cole.enters(&id, corrects(no)).await.unwrap();
    let seen = cole.sees(&id).await;
    assert_eq!(seen.orders.len(), 1, "the order's page still leads to its case");
    assert!(seen.orders[0].lacks.is_some(), "and it opens and forbids nothing");
    let lifts = town.office.order(&cole.staff, &order).await.unwrap().unwrap();
    assert_eq!(lifts.acts, [], "nor is it brought back");
    let lifted = town
        .office
        .act_on_order(&cole.staff, &order, OrderAct::Lift, lifts.version)
        .await;
    assert_eq!(barred(lifted), Reason::OrderMistaken);
    town.is_sound().await;
}

async fn what_names_people_in_a_case_goes_when_whoever_filed_is_erased(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let new = NewCase {
        caption: "Zyx Canary v. Board".into(),
        ..case(ana.number(), Who::Requester)
    };
    let id = cole.opens(new).await.unwrap();
    // Not even where it was the wrong request.
    let wrong = newest(&cole, &id, EntryKind::Request).await;
    cole.enters(&id, corrects(wrong)).await.unwrap();
    let no = newest(&cole, &id, EntryKind::Petition).await;
    let named = NewEntry {
        reason: "Zyx Canary asked for it".into(),
        ..seals(no, false)
    };
    cole.enters(&id, named).await.unwrap();
    let told = async || {
        let listed = CourtFilter {
            q: "canary".into(),
            ..CourtFilter::default()
        };
        let found = town.office.court_cases(&cole.staff, listed).await.unwrap().total;
        (found, format!("{:?}", cole.sees(&id).await).contains("Canary"))
    };
    assert_eq!(told().await, (1, true));
    town.office
        .erase_requester(ana.number(), "She asked", None)
        .await
        .unwrap();
    assert_eq!(told().await, (0, false));
    assert_eq!(cole.sees(&id).await.line.case.number, "26CV-1234", "the case stays");
    town.is_sound().await;
}

/// How many suits hold what a request asks about without an end.
async fn suits(town: &Town, number: &TrackingNumber) -> usize {
    let desk = town.staff(&format!("Dora{}", secret::key()), Role::Custodian).await;
    let holds = desk.sees(number).await.state.holds;
    let suits = holds.iter().filter(|hold| hold.kind == HoldKind::Lawsuit);
    suits.filter(|hold| hold.last_day.is_none()).count()
}

async fn a_request_named_by_mistake_leaves_the_case_that_it_opened(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let bela = town.resident("Bela").files().await;
    let new = NewCase {
        served_on: Some(WEDNESDAY),
        numbers: vec![ana.number().clone(), bela.number().clone()],
        ..case(ana.number(), Who::Requester)
    };
    let id = cole.opens(new).await.unwrap();
    assert_eq!(suits(&town, ana.number()).await, 1);
    let seen = cole.sees(&id).await;
    let named = |number: &TrackingNumber| {
        let known = |line: &&office::views::CourtEntryView| {
            let about = line.about.as_ref().map(|(name, _)| name.as_str());
            line.entry.kind == EntryKind::Request && about == Some(number.as_str())
        };
        seen.entries.iter().find(known).unwrap().no
    };
    cole.enters(&id, corrects(named(ana.number()))).await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::Received);
    assert_eq!(suits(&town, ana.number()).await, 0, "no suit is about it");
    assert_eq!(bela.status().await.stage, Stage::CourtPending);
    assert_eq!(
        suits(&town, bela.number()).await,
        1,
        "the other request stays before the court"
    );
    // An appeal that was entered by mistake leaves the suit over.
    cole.enters(&id, entry(EntryKind::Dismissal, WEDNESDAY)).await.unwrap();
    let appeal = NewEntry {
        by: Some(Who::Requester),
        ..entry(EntryKind::Appeal, WEDNESDAY)
    };
    cole.enters(&id, appeal).await.unwrap();
    assert_eq!(suits(&town, bela.number()).await, 1);
    let no = newest(&cole, &id, EntryKind::Appeal).await;
    cole.enters(&id, corrects(no)).await.unwrap();
    assert_eq!(suits(&town, bela.number()).await, 0);
    town.is_sound().await;
}

async fn of_two_filings_the_one_that_was_wrong_leaves_the_other(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let new = NewCase {
        served_on: Some(WEDNESDAY),
        ..case(ana.number(), Who::Requester)
    };
    let id = cole.opens(new).await.unwrap();
    for (kind, by) in [
        (EntryKind::Petition, Who::PersonShown),
        (EntryKind::Motion, Who::Department),
    ] {
        let second = NewEntry {
            by: Some(by),
            ..entry(kind, WEDNESDAY)
        };
        cole.enters(&id, second).await.unwrap();
        let no = newest(&cole, &id, kind).await;
        cole.enters(&id, corrects(no)).await.unwrap();
        assert_eq!(ana.status().await.stage, Stage::CourtPending, "{kind:?}");
        assert_eq!(suits(&town, ana.number()).await, 1, "{kind:?}");
    }
    let by = town.staff("Dora", Role::Custodian).await;
    let petition = by.sees(ana.number()).await.state.petition().cloned().unwrap();
    assert_eq!(petition.by, Petitioner::Requester);
    town.is_sound().await;
}

async fn what_was_filed_under_seal_is_not_told_on_another_request(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let bela = town.resident("Bela").files().await;
    let id = cole.opens(case(ana.number(), Who::PersonShown)).await.unwrap();
    let no = newest(&cole, &id, EntryKind::Petition).await;
    cole.enters(&id, seals(no, false)).await.unwrap();
    let names = NewEntry {
        number: Some(bela.number().clone()),
        ..NewEntry::of(EntryKind::Request, None)
    };
    cole.enters(&id, names).await.unwrap();
    let told = async || format!("{:?}", bela.status().await.docket);
    assert!(told().await.contains("CourtMatter") && !told().await.contains("26CV-1234"));
    let no = newest(&cole, &id, EntryKind::Request).await;
    cole.enters(&id, corrects(no)).await.unwrap();
    assert!(!told().await.contains("26CV-1234"), "{}", told().await);
    town.is_sound().await;
}

async fn whoever_opens_a_sealed_case_or_its_paper_leaves_an_entry(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let document = kept(&town, &["petition.pdf"]).await.remove(0);
    let sha256 = document.sha256.clone();
    let new = NewCase {
        document: Some(document),
        ..case(ana.number(), Who::Requester)
    };
    let id = cole.opens(new).await.unwrap();
    let reads = async || {
        town.count("SELECT COUNT(*) FROM audit_entry WHERE subject = 'court_case'")
            .await
    };
    let signed = in_session(&town, &cole.staff).await;
    let opens = async || {
        town.office.court_case(&signed, &id).await.unwrap().unwrap();
        town.office.file_held(&signed, &sha256).await.unwrap().unwrap();
    };
    opens().await;
    assert_eq!(reads().await, 0, "nothing is sealed");
    let no = newest(&cole, &id, EntryKind::Petition).await;
    cole.enters(&id, seals(no, false)).await.unwrap();
    for _ in 0..2 {
        opens().await;
        assert_eq!(reads().await, 2, "the case and its paper, once a session");
    }
}

async fn a_paper_that_no_entry_names_stands_on_the_page_of_its_case(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let id = cole.opens(case(ana.number(), Who::Requester)).await.unwrap();
    assert_eq!(cole.sees(&id).await.papers, []);
    // The same filing typed again, now with the court's paper.
    let again = NewCase {
        document: Some(kept(&town, &["petition.pdf"]).await.remove(0)),
        ..case(ana.number(), Who::Requester)
    };
    assert_eq!(cole.opens(again).await.unwrap(), id);
    let papers = cole.sees(&id).await.papers;
    assert_eq!(papers.len(), 1);
    assert_eq!(papers[0].name, "petition.pdf");
    let entry = NewEntry {
        document: Some(kept(&town, &["hearing.pdf"]).await.remove(0)),
        ..entry(EntryKind::Hearing, WEDNESDAY)
    };
    cole.enters(&id, entry).await.unwrap();
    assert_eq!(cole.sees(&id).await.papers.len(), 1, "what an entry names stands there");
}

async fn a_wrong_entry_is_corrected_by_another_and_nothing_is_overwritten(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let bela = town.resident("Bela").files().await;
    let id = cole.opens(case(ana.number(), Who::Requester)).await.unwrap();
    let named = NewEntry {
        number: Some(bela.number().clone()),
        ..NewEntry::of(EntryKind::Request, None)
    };
    cole.enters(&id, named).await.unwrap();
    assert_eq!(bela.status().await.stage, Stage::CourtPending);
    let seen = cole.sees(&id).await;
    let wrong = seen.entries.iter().rfind(|line| line.entry.kind == EntryKind::Request);
    cole.enters(&id, corrects(wrong.unwrap().no)).await.unwrap();
    assert_eq!(
        bela.status().await.stage,
        Stage::Received,
        "it never was before this court"
    );
    let seen = cole.sees(&id).await;
    assert_eq!(seen.line.requests, [ana.number().clone()]);

    cole.enters(&id, entry(EntryKind::Service, WEDNESDAY)).await.unwrap();
    cole.enters(&id, entry(EntryKind::Dismissal, WEDNESDAY)).await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::UnderReview);
    let last = cole.sees(&id).await.entries.last().unwrap().no;
    cole.enters(&id, corrects(last)).await.unwrap();
    assert_eq!(ana.status().await.stage, Stage::CourtPending, "the court still has it");
    let state = town.office.status(ana.number()).await.unwrap().unwrap();
    assert_eq!(state.held_until, None);
    let seen = cole.sees(&id).await;
    assert_eq!(seen.line.standing, Standing::Served);
    assert_eq!(
        seen.entries.iter().map(|line| line.no).collect::<Vec<_>>(),
        (1..=i64::try_from(seen.entries.len()).unwrap()).collect::<Vec<_>>()
    );
    assert_eq!(barred(cole.enters(&id, corrects(last)).await), Reason::NoSuchEntry);
    for by_hand in [
        "DELETE FROM court_entry",
        "UPDATE court_entry SET content = '{}'",
        "UPDATE court_docket SET no = 1",
        "DELETE FROM court_docket",
        "DELETE FROM court_case",
        "UPDATE court_case SET opened_on = '2020-01-01'",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    town.is_sound().await;
}

async fn cases_are_listed_by_their_next_day_and_found(town: Town) {
    let cole = clerk(&town, "Cole", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let opens = async |number: &str, respond_by: Option<Date>| {
        let new = NewCase {
            case_number: number.into(),
            respond_by,
            ..case(ana.number(), Who::Other)
        };
        cole.opens(new).await.unwrap()
    };
    let soon = WEDNESDAY.checked_add(2.days()).unwrap();
    let none = opens("26CV-1", None).await;
    let far = opens("26CV-2", WEDNESDAY.checked_add(20.days()).ok()).await;
    let near = opens("26CV-3", Some(soon)).await;
    let ended = opens("26CV-4", Some(soon)).await;
    cole.enters(&ended, entry(EntryKind::Dismissal, WEDNESDAY))
        .await
        .unwrap();
    let list = async |list: CourtList, q: &str| {
        let filter = CourtFilter {
            list,
            q: q.into(),
            page: 1,
        };
        let page = town.office.court_cases(&cole.staff, filter).await.unwrap();
        page.lines.into_iter().map(|line| line.id).collect::<Vec<_>>()
    };
    assert_eq!(
        list(CourtList::Open, "").await,
        [near.clone(), far.clone(), none.clone()]
    );
    assert_eq!(list(CourtList::All, "").await.last(), Some(&ended));
    assert_eq!(list(CourtList::Due, "").await, std::slice::from_ref(&near));
    assert_eq!(list(CourtList::Ended, "").await, [ended]);
    assert_eq!(list(CourtList::Open, "26cv-2").await, std::slice::from_ref(&far));
    assert_eq!(list(CourtList::Open, ana.number().as_str()).await.len(), 3);
    assert_eq!(list(CourtList::Nobody, "").await.len(), 3);
    let mine = NewEntry {
        about: Some(cole.staff.id.clone()),
        ..NewEntry::of(EntryKind::Holder, None)
    };
    cole.enters(&far, mine).await.unwrap();
    assert_eq!(list(CourtList::Mine, "").await, std::slice::from_ref(&far));
    assert_eq!(cole.sees(&far).await.line.holder.as_deref(), Some("Cole"));
    // What has no day says since when it lies.
    let next = cole.sees(&none).await.line.next.unwrap();
    assert_eq!((next.what, next.on, next.since), (CaseDay::Decision, None, WEDNESDAY));
    // The same court and number again is the same case.
    assert_eq!(opens("26 cv 3", Some(soon)).await, near);
}

async fn what_earlier_versions_entered_of_courts_is_in_cases_after_the_start(town: Town) {
    let desk = town.custodian().await;
    let robin = town.staff("Robin", Role::Reviewer).await;
    let cole = Clerk {
        town: &town,
        staff: desk.staff.clone(),
    };
    let ana = town.resident("Ana").files().await;
    let filed = Act::RecordPetition {
        petition: law::request_order::Petition {
            served_on: Some(WEDNESDAY),
            ..petition(WEDNESDAY)
        },
    };
    desk.does(ana.number(), filed).await.unwrap();
    let thursday = WEDNESDAY.tomorrow().unwrap();
    town.today_is(thursday);
    let ordered = Act::EnterOrder {
        order: crate::support::order(thursday, Ruling::Disclose),
    };
    desk.does(ana.number(), ordered).await.unwrap();
    robin
        .does(ana.number(), Act::VerifyOrder { same_person: false })
        .await
        .unwrap();
    let before = cole.sees(&cole.of(ana.number()).await[0].id).await;
    // As an earlier version left it: no case at all.
    let on = |table: &str| match town.dialect() {
        records::store::Dialect::Sqlite => String::new(),
        records::store::Dialect::Postgres => format!(" ON {table}"),
    };
    for table in ["court_docket", "court_entry", "court_hold", "court_case"] {
        let free = format!("DROP TRIGGER {table}_no_delete{}", on(table));
        town.raw(sqlx::AssertSqlSafe(free)).await.unwrap();
    }
    for table in [
        "court_docket",
        "court_seal",
        "court_hold",
        "court_order",
        "court_request",
        "court_recording",
        "court_entry",
        "court_case",
    ] {
        town.raw(sqlx::AssertSqlSafe(format!("DELETE FROM {table}")))
            .await
            .unwrap();
    }
    town.raw("DELETE FROM setting WHERE name = 'court_cases'")
        .await
        .unwrap();
    assert_eq!(cole.of(ana.number()).await, []);

    town.today_is(thursday.checked_add(30.days()).unwrap());
    drop(town.second_counter().await);
    let cases = cole.of(ana.number()).await;
    assert_eq!(cases.len(), 1);
    let after = cole.sees(&cases[0].id).await;
    assert_eq!(kinds(&after), kinds(&before));
    assert_eq!(
        (after.line.standing, after.orders.len(), after.line.served_on),
        (Standing::Decided, 1, Some(WEDNESDAY))
    );
    let days: Vec<_> = after
        .entries
        .iter()
        .map(|line| (line.entered_on, line.by.clone()))
        .collect();
    assert!(days.contains(&(WEDNESDAY, Some("Cole".to_owned()))), "{days:?}");
    // What the docket tells of it can be sealed now.
    let seal = NewEntry {
        reason: "By an order".into(),
        ..entry(EntryKind::Seal, thursday)
    };
    cole.enters(&cases[0].id, seal).await.unwrap();
    let status = ana.status().await;
    assert!(!format!("{status:?}").contains("26CV-1234"), "{status:?}");
    // Another start opens none again.
    drop(town.second_counter().await);
    assert_eq!(cole.of(ana.number()).await.len(), 1);
    town.is_sound().await;
}
