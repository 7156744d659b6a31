//! Deletion lists: made of what falls due, approved by another person, compared with what the evidence system deleted.

use jiff::{ToSpan as _, civil::date};
use law::{
    closeness::Tie,
    deletion_list::{Difference, ListActKind, ListBar, ListState},
};
use office::{
    Refusal,
    desk::{DeletionDesk as _, RecordingDesk as _},
    forms::{DeletionListForm, RecordingForm},
    permission::Custodian,
    problem::RecordingProblem,
    views::Role,
};

use super::recordings::{at_noon, line, read};
use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    what_falls_due_is_listed_approved_by_another_and_compared,
    nobody_approves_their_own_list_nor_one_that_shows_them,
    recordings_of_one_incident_are_tied_together_with_the_reason,
);

/// The evidence system's own list.
fn told(lines: &[(&str, law::Date)]) -> Vec<office::forms::ReportedLine> {
    let rows: Vec<String> = lines
        .iter()
        .map(|(source_id, on)| format!("{source_id},{on}"))
        .collect();
    let text = format!("source_id,deleted_on\n{}\n", rows.join("\n"));
    DeletionListForm::reported(&text).unwrap()
}

/// A recording of that noon with this category, or held by whoever asked about the evening.
async fn registered(town: &Town, cole: &Custodian, source_id: &str, category: &str, evening: bool) -> String {
    let form = if evening {
        line(town, source_id)
    } else {
        at_noon(town, source_id)
    };
    let form = RecordingForm {
        category: category.to_owned(),
        ..form
    };
    town.office.register(cole, read(town, &form)).await.unwrap()
}

/// Three recordings that nothing holds, and one of each kind that stays; the id of the one to be linked.
async fn a_register(town: &Town, cole: &Custodian) -> String {
    for source_id in ["FREE-1", "FREE-2", "FREE-3"] {
        registered(town, cole, source_id, "non_evidence", false).await;
    }
    registered(town, cole, "HELD", "non_evidence", true).await;
    registered(town, cole, "UNCLASSIFIED", "", false).await;
    registered(town, cole, "FELONY", "felony", false).await;
    registered(town, cole, "LINKED", "non_evidence", false).await
}

async fn what_falls_due_is_listed_approved_by_another_and_compared(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let robin = town.staff("Robin", Role::Reviewer).await.staff;
    town.resident("Ana").files().await;
    let linked = a_register(&town, &cole).await;
    let bela = town.resident("Bela").files().await;
    town.office.link(&cole, &linked, bela.number()).await.unwrap();
    // Day 180 is the last on which it is kept: made the day before Wednesday.
    let last = WEDNESDAY.checked_add(179.days()).unwrap();
    town.today_is(last);
    assert_eq!(
        town.office.make_deletion_list(&cole).await,
        Err(Refusal::field("act", RecordingProblem::NothingDue))
    );
    let today = last.tomorrow().unwrap();
    town.today_is(today);
    registered(&town, &cole, "YOUNG", "non_evidence", false).await;
    let id = town.office.make_deletion_list(&cole).await.unwrap();
    let seen = town.office.deletion_list(&robin, &id).await.unwrap().unwrap();
    let sources: Vec<_> = seen.rows.iter().map(|row| row.line.source_id.as_str()).collect();
    assert_eq!(sources, ["FREE-1", "FREE-2", "FREE-3"]);
    assert_eq!(seen.rows[0].rule, "KCPD_NONEVIDENCE_KEEP_180D");
    assert_eq!(seen.rows[0].kept_until, last);
    // What is on a list that is under way is on no other, and nothing leaves before it is approved.
    assert!(town.office.make_deletion_list(&cole).await.is_err());
    assert_eq!(town.office.deletion_export(&cole, &id).await, Err(Refusal::NotFound));
    let reviewer = robin.reviewer().unwrap();
    town.office
        .judge_deletion_list(&reviewer, &id, true, String::new())
        .await
        .unwrap();
    assert_eq!(town.office.deletion_export(&cole, &id).await.unwrap().len(), 3);

    // Somebody asks for one of them meanwhile: the file leaves it out, and the page says so.
    let free = seen.rows[1].line.id.clone();
    let cara = town.resident("Cara").files().await;
    town.office.link(&cole, &free, cara.number()).await.unwrap();
    let export = town.office.deletion_export(&cole, &id).await.unwrap();
    let sources: Vec<_> = export.iter().map(|row| row.line.source_id.as_str()).collect();
    assert_eq!(sources, ["FREE-1", "FREE-3"]);
    let seen = town.office.deletion_list(&robin, &id).await.unwrap().unwrap();
    assert_eq!(seen.kept_now.len(), 1, "{:?}", seen.kept_now);

    // The evidence system deleted one that was asked for, one of no list, one that nobody knows, and left one.
    let gone = told(&[
        ("FREE-1", today),
        ("FREE-2", today),
        ("FELONY", today),
        ("NOBODY-KNOWS", today),
    ]);
    town.office.confirm_deletions(&cole, &id, gone).await.unwrap();
    let seen = town.office.deletion_list(&robin, &id).await.unwrap().unwrap();
    assert_eq!((seen.state, seen.reported), (ListState::Confirmed, 4));
    let found: Vec<_> = seen
        .differences
        .iter()
        .map(|one| (&*one.source_id, one.difference))
        .collect();
    assert_eq!(
        found,
        [
            ("FREE-2", Difference::WhileRequested),
            ("FELONY", Difference::WhileKept),
            ("NOBODY-KNOWS", Difference::Unknown),
            ("FREE-3", Difference::NotDeleted),
        ]
    );
    let auditor = town.staff("Ada", Role::Auditor).await.staff;
    let lists = town.office.deletion_lists(&auditor).await.unwrap();
    assert_eq!((lists.len(), lists[0].losses), (1, 2), "the auditor sees what is lost");
    assert_eq!(
        town.count("SELECT COUNT(*) FROM audit_entry WHERE act = 'deleted_in_breach'")
            .await,
        2
    );
    let kept = town.office.recording(&robin, &free).await.unwrap().unwrap();
    assert!(kept.breach.is_some() && kept.line.deleted_on.is_some());
    for by_hand in [
        "DELETE FROM deletion_report",
        "UPDATE deletion_report SET difference = NULL",
        "DELETE FROM deletion_list_step",
        "UPDATE deletion_list SET on_date = '2020-01-01'",
        "DELETE FROM deletion_list_row",
        "INSERT INTO deletion_list_row (list_id, recording_id, rule, kept_until) SELECT l.id, r.id, 'x', '2020-01-01' \
         FROM deletion_list l, recording r WHERE r.source_id = 'FREE-3'",
        "INSERT INTO deletion_list (id, on_date, made_at, made_by) SELECT id, on_date, made_at, made_by FROM deletion_list",
    ] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
    // What was not deleted can be on the next list; what is held or unclassified cannot, not even by hand.
    let again = town.office.make_deletion_list(&cole).await.unwrap();
    let seen = town.office.deletion_list(&robin, &again).await.unwrap().unwrap();
    assert_eq!(seen.rows.len(), 1);
    for source_id in ["HELD", "UNCLASSIFIED", "LINKED"] {
        let by_hand = format!(
            "INSERT INTO deletion_list_row (list_id, recording_id, rule, kept_until) \
             SELECT '{again}', r.id, 'x', '2020-01-01' FROM recording r WHERE r.source_id = '{source_id}'"
        );
        assert!(town.raw(sqlx::AssertSqlSafe(by_hand)).await.is_err(), "{source_id}");
    }
    town.is_sound().await;
}

async fn nobody_approves_their_own_list_nor_one_that_shows_them(town: Town) {
    let desk = town.custodian().await.staff;
    let cole = desk.custodian().unwrap();
    registered(&town, &cole, "FREE-1", "precheck", false).await;
    town.today_is(date(2026, 4, 1));
    let id = town.office.make_deletion_list(&cole).await.unwrap();
    assert_eq!(
        town.office
            .judge_deletion_list(&desk.reviewer().unwrap(), &id, true, String::new())
            .await,
        Err(Refusal::field("act", RecordingProblem::OwnList))
    );
    let by_hand = "INSERT INTO deletion_list_step (list_id, no, act, reason, at, on_date, done_by) \
         SELECT id, 1, 'approve', '', 1, on_date, made_by FROM deletion_list";
    assert!(town.raw(by_hand).await.is_err());
    let mut officer = town.staff("Olga", Role::Reviewer).await.staff;
    officer.officer = Some("officer 4711".to_owned());
    let seen = town.office.deletion_list(&officer, &id).await.unwrap().unwrap();
    assert!(seen.acts.contains(&(ListActKind::Approve, Some(ListBar::OnRecording))));
    let judged = town
        .office
        .judge_deletion_list(&officer.reviewer().unwrap(), &id, true, String::new())
        .await;
    assert!(matches!(judged, Err(Refusal::Stopped { .. })), "{judged:?}");
    // Sent back it is over, and another can be made.
    let robin = town.staff("Robin", Role::Supervisor).await.staff.reviewer().unwrap();
    let reason = "The unit asked to wait.".to_owned();
    town.office
        .judge_deletion_list(&robin, &id, false, reason)
        .await
        .unwrap();
    let seen = town.office.deletion_list(&robin, &id).await.unwrap().unwrap();
    assert_eq!((seen.state, seen.steps.len()), (ListState::SentBack, 1));
    assert_eq!(
        town.office.judge_deletion_list(&robin, &id, true, String::new()).await,
        Err(Refusal::Stale)
    );
    town.office.make_deletion_list(&cole).await.unwrap();
    for role in [Role::Auditor, Role::Prosecutor, Role::Admin] {
        let other = town.staff(role.key(), role).await.staff;
        assert!(other.custodian().is_err() && other.reviewer().is_err());
        assert_eq!(
            town.office.deletion_lists(&other).await.unwrap().len(),
            2,
            "everybody reads"
        );
    }
}

async fn recordings_of_one_incident_are_tied_together_with_the_reason(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let worn = town
        .office
        .register(&cole, read(&town, &line(&town, "WORN")))
        .await
        .unwrap();
    let with = |source_id: &str, change: fn(&mut RecordingForm)| {
        let mut form = line(&town, source_id);
        "in_car".clone_into(&mut form.camera);
        change(&mut form);
        read(&town, &form)
    };
    for other in [
        with("CAR-LATER", |form| {
            form.started_at = form.started_at.replace("18:10", "18:50");
            form.ended_at = form.ended_at.replace("18:40", "19:20");
            "Elsewhere 1".clone_into(&mut form.place);
            "Car 12".clone_into(&mut form.officer);
        }),
        with("CAR-PLACE", |form| {
            form.incident_number = String::new();
            "Car 12".clone_into(&mut form.officer);
            form.uploaded_at = form.ended_at.replace("18:40", "23:40");
        }),
        with("CAR-OFFICER", |form| {
            form.incident_number = String::new();
            "Elsewhere 2".clone_into(&mut form.place);
            "Officer 9, officer 4711".clone_into(&mut form.officer);
        }),
        with("CAR-OTHER", |form| {
            form.incident_number = String::new();
            "Elsewhere 3".clone_into(&mut form.place);
            "Car 99".clone_into(&mut form.officer);
        }),
    ] {
        town.office.register(&cole, other).await.unwrap();
    }
    let seen = town.office.recording(&cole, &worn).await.unwrap().unwrap();
    let found: Vec<_> = seen
        .together
        .iter()
        .map(|(line, tie)| (&*line.source_id, *tie))
        .collect();
    assert_eq!(
        found,
        [
            ("CAR-OFFICER", Tie::Officer),
            ("CAR-PLACE", Tie::Place),
            ("CAR-LATER", Tie::Incident),
        ]
    );
    assert_eq!(seen.uploaded_late, None);
    let late = RecordingForm {
        uploaded_at: format!("{}T18:41:00-06:00", town.clock_day()),
        ..line(&town, "LATE")
    };
    town.today_is(town.clock_day().tomorrow().unwrap());
    let late = town.office.register(&cole, read(&town, &late)).await.unwrap();
    let seen = town.office.recording(&cole, &late).await.unwrap().unwrap();
    assert_eq!(seen.uploaded_late, Some(24));
}
