//! The queue: what custodians find in it, who has what, who stands in.

use jiff::{ToSpan as _, civil::date};
use law::{
    clock::ClockId,
    event::Event,
    recording::NoRecordReason,
    request::{Act, Stage, Track},
    request_state::Party,
};
use office::{
    Problem, Refusal, TrackingNumber,
    desk::{QueueDesk as _, RecordingDesk as _, RequesterDesk as _},
    forms::{AccountChange, Assign, Extend, NewAbsence},
    views::{
        AuditFilter, DueIn, Holder, QueueChoice, QueueColumn, QueueFilter, QueuePage, QueueSort, QueueView, Role,
        StaffDocketLine, StaffSession,
    },
};

use crate::support::{Desk, Filed, Town, WEDNESDAY};

crate::on_both_engines!(
    a_custodian_finds_a_request_by_what_the_caller_says,
    the_queue_is_filtered_by_what_the_law_and_the_requester_say,
    the_queue_is_sorted_by_any_column_both_ways,
    a_request_is_handed_over_with_a_note_that_stays,
    a_selection_is_given_as_a_whole_or_not_at_all,
    a_delay_is_explained_on_a_selection_as_a_whole_or_not_at_all,
    whoever_stands_in_finds_the_requests_of_who_is_away,
    other_roles_find_no_names,
    whoever_was_erased_is_found_no_more,
    requests_of_an_earlier_version_are_found_after_the_next_start,
    everybody_keeps_their_own_columns,
    an_officer_of_a_linked_recording_is_found_however_the_name_is_typed,
    names_that_cannot_be_entered_stay_closed_and_the_queue_goes_on,
    whoever_left_has_nothing_any_more,
);

fn words(q: &str) -> QueueFilter {
    QueueFilter {
        q: q.into(),
        view: QueueView::All,
        ..QueueFilter::default()
    }
}

fn numbers(page: &QueuePage) -> Vec<TrackingNumber> {
    page.lines.iter().map(|line| line.number.clone()).collect()
}

fn give(filed: &[&Filed<'_>], to: Option<&Desk<'_>>, note: &str) -> Assign {
    Assign {
        numbers: filed.iter().map(|filed| filed.number().clone()).collect(),
        to: to.map(|desk| desk.staff.id.clone()),
        note: note.into(),
    }
}

async fn a_custodian_finds_a_request_by_what_the_caller_says(town: Town) {
    let mut form = town.resident("Jose").form();
    form.name = "José Muñoz".into();
    form.place = "Troost Avenue 4100, 50% of the lot".into();
    form.report_number = "26-004411".into();
    form.officers = "Sergeant O’Neill, 4711".into();
    let jose = town.resident("Jose").files_form(form).await;
    town.resident("Bela").files().await;
    let cole = town.custodian().await;
    for said in [
        "munoz",
        "MUÑOZ josé",
        "troost 4100",
        "004411",
        "neill",
        "50% troost",
        jose.number().as_str(),
        &jose.number().as_str().to_lowercase().replace('-', ""),
    ] {
        let found = cole.finds(words(said)).await;
        assert_eq!(numbers(&found), [jose.number().clone()], "{said}");
        assert_eq!(found.lines[0].private.as_ref().unwrap().name, "José Muñoz");
    }
    assert_eq!(
        cole.finds(words("5_%")).await.total,
        0,
        "what is typed is searched literally"
    );
    cole.does(jose.number(), Act::Acknowledge).await.unwrap();
    assert_eq!(cole.finds(words("munoz")).await.lines[0].stage, Stage::UnderReview);
}

async fn the_queue_is_filtered_by_what_the_law_and_the_requester_say(town: Town) {
    let cole = town.custodian().await;
    let ana = town.resident("Ana").files().await;
    let mut form = town.resident("Bela").form();
    (form.track, form.civil_claim) = ("civil".into(), "Ortiz v. City".into());
    form.relation = "party".into();
    form.division = "north".into();
    form.needed_by = WEDNESDAY.checked_add(30.days()).unwrap().to_string();
    let bela = town.resident("Bela").files_form(form).await;
    cole.does(ana.number(), Act::AskClarification).await.unwrap();
    ana.answers("The corner of Troost").await.unwrap();
    let all = QueueFilter::default;
    let cases: [(&str, QueueFilter, &Filed<'_>); 7] = [
        (
            "track",
            QueueFilter {
                track: Some(Track::Civil),
                ..all()
            },
            &bela,
        ),
        (
            "division",
            QueueFilter {
                division: Some("north".into()),
                ..all()
            },
            &bela,
        ),
        ("needed", QueueFilter { needed: true, ..all() }, &bela),
        (
            "stage",
            QueueFilter {
                stage: Some(Stage::Received),
                ..all()
            },
            &bela,
        ),
        (
            "clock",
            QueueFilter {
                clock: Some(ClockId::C1),
                ..all()
            },
            &bela,
        ),
        (
            "due",
            QueueFilter {
                due: Some(DueIn::Week),
                ..all()
            },
            &bela,
        ),
        ("unread", QueueFilter { unread: true, ..all() }, &ana),
    ];
    for (name, filter, expected) in cases {
        assert_eq!(
            numbers(&cole.finds(filter).await),
            [expected.number().clone()],
            "{name}"
        );
    }
    let office = QueueFilter {
        waits_for: Some(Party::Custodian),
        ..all()
    };
    assert_eq!(cole.finds(office).await.total, 2);
    let counts = cole.queue(QueueView::Open).await.counts;
    assert_eq!(
        (counts.open, counts.unread, counts.week, counts.unassigned),
        (2, 1, 1, 2)
    );
    town.today_is(WEDNESDAY.checked_add(10.days()).unwrap());
    let overdue = cole.queue(QueueView::Overdue).await;
    assert_eq!(numbers(&overdue), [bela.number().clone()]);
    assert_eq!(
        overdue.counts.overdue, overdue.total,
        "the number is that of the list behind it"
    );
}

async fn the_queue_is_sorted_by_any_column_both_ways(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    // Each column has another order than that of filing.
    let mut filed = Vec::new();
    for (name, place, division, needed) in [
        ("Cleo", "B Street", "north", 50),
        ("Ana", "C Street", "central", 60),
        ("Bela", "", "south", 40),
    ] {
        let mut form = town.resident(name).form();
        (form.place, form.division) = (place.into(), division.into());
        form.needed_by = WEDNESDAY.checked_add(needed.days()).unwrap().to_string();
        filed.push(town.resident(name).files_form(form).await);
    }
    let [cleo, ana, bela] = [&filed[0], &filed[1], &filed[2]];
    let by = cole.staff.custodian().unwrap();
    town.office.assign(&by, give(&[ana], Some(&dana), "")).await.unwrap();
    town.office.assign(&by, give(&[cleo], Some(&cole), "")).await.unwrap();
    cole.does(bela.number(), Act::AskClarification).await.unwrap();
    let expected = [
        (QueueColumn::Name, [ana, bela, cleo]),
        (QueueColumn::Place, [cleo, ana, bela]),
        (QueueColumn::Division, [ana, cleo, bela]),
        (QueueColumn::NeededBy, [bela, cleo, ana]),
        (QueueColumn::Received, [cleo, ana, bela]),
        (QueueColumn::AssignedTo, [cleo, ana, bela]),
        (QueueColumn::Awaited, [cleo, ana, bela]),
        (QueueColumn::Stage, [bela, cleo, ana]),
        (QueueColumn::Due, [cleo, ana, bela]),
    ];
    for (column, order) in expected {
        let mut wanted: Vec<_> = order.map(|filed| filed.number().clone()).to_vec();
        for descending in [false, true] {
            let sort = Some(QueueSort {
                column: Some(column),
                descending,
            });
            let sorted = cole
                .finds(QueueFilter {
                    sort,
                    ..QueueFilter::default()
                })
                .await;
            assert_eq!(numbers(&sorted), wanted, "{column:?}, descending: {descending}");
            wanted.reverse();
        }
    }
}

async fn a_request_is_handed_over_with_a_note_that_stays(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    let ana = town.resident("Ana").files().await;
    let by = cole.staff.custodian().unwrap();
    town.office.assign(&by, give(&[&ana], Some(&cole), "")).await.unwrap();
    let mine = QueueFilter {
        holder: Some(Holder::Mine),
        ..QueueFilter::default()
    };
    assert_eq!(cole.finds(mine.clone()).await.total, 1);
    assert_eq!(dana.finds(mine.clone()).await.total, 0);
    let note = "She calls on Mondays; the file from East is still missing.";
    town.office.assign(&by, give(&[&ana], Some(&dana), note)).await.unwrap();
    assert_eq!(dana.finds(mine).await.total, 1);
    let seen = dana.sees(ana.number()).await;
    let last = &seen.assignments[0];
    assert_eq!((last.to.as_deref(), last.note.as_str()), (Some("Dana"), note));
    assert_eq!(seen.assignments.len(), 2);
    assert!(
        !format!("{:?}", seen.docket).contains(note),
        "the docket is public in part"
    );
    assert!(!format!("{:?}", ana.private().await).contains(note));
    assert!(
        town.raw("UPDATE assignment SET staff_id = NULL").await.is_err(),
        "who had it stands"
    );
    for role in [Role::Prosecutor, Role::Auditor] {
        let other = town.staff(role.key(), role).await.sees(ana.number()).await;
        let notes: Vec<&str> = other.assignments.iter().map(|line| line.note.as_str()).collect();
        assert_eq!(notes, ["", ""], "{role:?}");
    }
    town.office
        .erase_requester(ana.number(), "She asked for it", None)
        .await
        .unwrap();
    assert_eq!(dana.sees(ana.number()).await.assignments[0].note, "", "it told of her");
    town.is_sound().await;
}

async fn a_selection_is_given_as_a_whole_or_not_at_all(town: Town) {
    let cole = town.custodian().await;
    let (ana, bela) = (town.resident("Ana").files().await, town.resident("Bela").files().await);
    let by = cole.staff.custodian().unwrap();
    let mut with_a_stranger = give(&[&ana, &bela], Some(&cole), "");
    with_a_stranger.numbers.push(TrackingNumber::make("KC", 2026, 7));
    let refused = town.office.assign(&by, with_a_stranger).await;
    assert_eq!(refused, Err(Refusal::NotFound));
    let auditor = town.staff("Ada", Role::Auditor).await;
    let refused = town.office.assign(&by, give(&[&ana], Some(&auditor), "")).await;
    assert_eq!(refused, Err(Refusal::field("to", Problem::UnknownChoice)));
    assert_eq!(cole.queue(QueueView::Open).await.counts.unassigned, 2);
    town.office
        .assign(&by, give(&[&ana, &bela], Some(&cole), ""))
        .await
        .unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.counts.mine, 2);
    let entries = town
        .texts("SELECT event FROM audit_entry WHERE act = 'assigned' ORDER BY event")
        .await;
    assert_eq!(entries.len(), 2);
    assert!(
        entries[0].contains("\"no\":1,\"of\":2") && entries[1].contains("\"no\":2,\"of\":2"),
        "{entries:?}"
    );
    let filter = AuditFilter {
        act: "assigned".into(),
        page: 1,
        ..AuditFilter::default()
    };
    assert_eq!(town.office.audit(&cole.staff, filter).await.unwrap().total, 2);
}

async fn a_delay_is_explained_on_a_selection_as_a_whole_or_not_at_all(town: Town) {
    let cole = town.custodian().await;
    let (ana, bela) = (town.resident("Ana").files().await, town.resident("Bela").files().await);
    let dora = town.resident("Dora").files().await;
    let by = cole.staff.custodian().unwrap();
    let promised = WEDNESDAY.checked_add(10.days()).unwrap();
    let extend = |filed: &[&Filed<'_>]| Extend {
        numbers: filed.iter().map(|filed| filed.number().clone()).collect(),
        promised,
        text: "The server with the footage is being repaired.".into(),
    };
    let no_record = Act::FindNoRecord {
        why: NoRecordReason::NotMade,
    };
    cole.does(dora.number(), no_record).await.unwrap();
    let mixed = town.office.extend(&by, extend(&[&ana, &dora])).await;
    let named = vec![dora.number().clone()];
    assert_eq!(
        mixed,
        Err(Refusal::field("number", Problem::NotOnAll { numbers: named }))
    );
    assert_eq!(
        cole.sees(ana.number()).await.status.stage,
        Stage::Received,
        "nothing was done"
    );
    town.office.extend(&by, extend(&[&ana, &bela])).await.unwrap();
    let mut batches = Vec::new();
    for filed in [&ana, &bela] {
        let seen = cole.sees(filed.number()).await;
        assert_eq!(seen.status.stage, Stage::Delayed);
        let told = |line: &&StaffDocketLine| matches!(line.line.event, Event::DelayExplained { .. });
        let line = seen.docket.iter().find(told).expect("an entry of its own");
        batches.extend(line.batch);
        let filed = seen.docket.iter().find(|line| line.line.seq == 1);
        assert_eq!(filed.and_then(|line| line.batch), None, "it was filed alone");
        assert_eq!(seen.letters.mails.len(), 2, "a letter of its own, beside the receipt");
    }
    batches.sort_unstable();
    assert_eq!(batches, [(1, 2), (2, 2)]);
    let again = town.office.extend(&by, extend(&[&ana])).await;
    assert_eq!(again, Err(Refusal::field("text", Problem::SameAsBefore)));
    let moved = town
        .raw("UPDATE docket_batch SET no = 9")
        .await
        .unwrap_err()
        .to_string();
    assert!(moved.contains("never changed"), "{moved}");
}

async fn whoever_stands_in_finds_the_requests_of_who_is_away(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    let ana = town.resident("Ana").files().await;
    let by = cole.staff.custodian().unwrap();
    town.office.assign(&by, give(&[&ana], Some(&cole), "")).await.unwrap();
    let away = |staff: Option<String>, cover: &Desk<'_>| NewAbsence {
        staff,
        from: WEDNESDAY.tomorrow().unwrap(),
        to: WEDNESDAY.checked_add(7.days()).unwrap(),
        cover: Some(cover.staff.id.clone()),
    };
    let for_another = away(Some(dana.staff.id.clone()), &cole);
    assert_eq!(
        town.office.enter_absence(&cole.staff, for_another).await,
        Err(Refusal::NotYours)
    );
    let for_oneself = town.office.enter_absence(&cole.staff, away(None, &cole)).await;
    assert_eq!(
        for_oneself,
        Err(Refusal::field("cover", Problem::UnknownChoice)),
        "nobody stands in for themselves"
    );
    town.office.enter_absence(&cole.staff, away(None, &dana)).await.unwrap();
    let mine = || QueueFilter {
        holder: Some(Holder::Mine),
        ..QueueFilter::default()
    };
    assert_eq!(dana.finds(mine()).await.total, 0, "today everybody is here");
    town.today_is(date(2026, 2, 6));
    let found = dana.finds(mine()).await;
    assert_eq!((found.total, found.counts.mine), (1, 1));
    assert_eq!(found.stands_in_for, ["Cole"]);
    assert_eq!(found.lines[0].assigned_to.as_deref(), Some("Cole"), "nothing is moved");
    let absences = town.office.absences(&cole.staff).await.unwrap();
    let id = &absences.lines[0].id;
    assert_eq!(town.office.end_absence(&dana.staff, id).await, Err(Refusal::NotFound));
    town.office.end_absence(&cole.staff, id).await.unwrap();
    assert_eq!(dana.finds(mine()).await.total, 0);
}

async fn other_roles_find_no_names(town: Town) {
    town.resident("Ana").files().await;
    for role in [
        Role::Reviewer,
        Role::Supervisor,
        Role::Prosecutor,
        Role::Auditor,
        Role::Admin,
    ] {
        let desk = town.staff(role.key(), role).await;
        let seen = desk.queue(QueueView::Open).await;
        assert_eq!((seen.total, seen.lines[0].private.clone()), (1, None), "{role:?}");
        assert_eq!(desk.finds(words("canarysdotter")).await.total, 0, "{role:?}");
        assert!(!seen.choice.columns.contains(&QueueColumn::Name), "{role:?}");
        let sort = Some(QueueSort {
            column: Some(QueueColumn::Name),
            descending: false,
        });
        let by_name = QueueFilter {
            sort,
            ..QueueFilter::default()
        };
        let sorted = town.office.queue(&desk.staff, by_name).await;
        assert_eq!(
            sorted.err(),
            Some(Refusal::NotYours),
            "an order tells of names: {role:?}"
        );
    }
}

async fn whoever_was_erased_is_found_no_more(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    assert_eq!(cole.finds(words("canarysdotter")).await.total, 1);
    town.office
        .erase_requester(ana.number(), "She asked for it", None)
        .await
        .unwrap();
    assert_eq!(cole.finds(words("canarysdotter")).await.total, 0);
    let left = town.texts("SELECT words FROM requester_search").await;
    assert_eq!(left, [ana.number().as_str().to_lowercase()]);
    assert_eq!(
        cole.finds(words(&ana.number().as_str()[6..10])).await.total,
        1,
        "by its number it is"
    );
    let open = cole.queue(QueueView::All).await;
    assert_eq!(open.lines[0].private.as_ref().unwrap().name, "");
}

async fn requests_of_an_earlier_version_are_found_after_the_next_start(town: Town) {
    let ana = town.resident("Ana").files().await;
    let [bela, chris] = [
        town.resident("Bela").files().await,
        town.resident("Chris").files().await,
    ];
    for ended in [&bela, &chris] {
        town.office.withdraw(&ended.requester()).await.unwrap();
    }
    town.raw("DELETE FROM requester_search").await.unwrap();
    town.raw("UPDATE records_request SET waits_for = NULL").await.unwrap();
    let cole = town.custodian().await;
    assert_eq!(cole.finds(words("canarysdotter")).await.total, 0);
    // The open ones at once, before anybody asks; those that ended beside everything else.
    let office = town.second_counter().await;
    let of = |view, q: &str| QueueFilter { view, ..words(q) };
    let found = cole.finds(of(QueueView::Open, "canarysdotter")).await;
    assert_eq!((numbers(&found), found.incomplete), (vec![ana.number().clone()], true));
    let custodian = QueueFilter {
        waits_for: Some(Party::Custodian),
        ..QueueFilter::default()
    };
    assert_eq!(cole.finds(custodian).await.total, 1);
    // One that ended and is changed meanwhile is not lost sight of.
    cole.does(chris.number(), Act::Reopen).await.unwrap();
    while office.complete_queue().await.unwrap() {}
    let found = cole.finds(of(QueueView::All, "canarysdotter")).await;
    assert_eq!((found.total, found.incomplete), (3, false));
    assert_eq!(cole.finds(of(QueueView::Open, "canarysdotter")).await.total, 2);
    let waits = "SELECT COUNT(*) FROM records_request WHERE waits_for IS NULL";
    assert_eq!(town.count(waits).await, 0);
}

async fn everybody_keeps_their_own_columns(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    let chosen = QueueChoice {
        columns: vec![QueueColumn::Due, QueueColumn::Track],
        shortcuts: false,
    };
    town.office.choose(&cole.staff, chosen.clone()).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.choice, chosen);
    assert_eq!(dana.queue(QueueView::Open).await.choice, QueueChoice::default());
    let none = QueueChoice {
        columns: Vec::new(),
        shortcuts: true,
    };
    town.office.choose(&cole.staff, none).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.choice, QueueChoice::default());
}

async fn an_officer_of_a_linked_recording_is_found_however_the_name_is_typed(town: Town) {
    let ana = town.resident("Ana").files().await;
    town.resident("Bela").files().await;
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let mut line = super::recordings::line(&town, "EV-1");
    line.officer = "Sergeant PEÑA".into();
    let recording = super::recordings::read(&town, &line);
    let recording = town.office.register(&by, recording).await.unwrap();
    town.office.link(&by, &recording, ana.number()).await.unwrap();
    for said in ["peña", "Pena", "PEÑA sergeant"] {
        assert_eq!(
            numbers(&cole.finds(words(said)).await),
            [ana.number().clone()],
            "{said}"
        );
    }
}

async fn names_that_cannot_be_entered_stay_closed_and_the_queue_goes_on(town: Town) {
    town.resident("Ana").files().await;
    let mut cole = town.custodian().await;
    cole.staff.session = Some(StaffSession {
        key: "a session".into(),
        enrolled: false,
        must_enroll: false,
        factor_at: None,
    });
    assert!(cole.queue(QueueView::Open).await.lines[0].private.is_some());
    assert_eq!(cole.finds(words("canarysdotter")).await.total, 1);
    let entered = "SELECT COUNT(*) FROM audit_entry WHERE act = 'names_listed'";
    assert_eq!(town.count(entered).await, 1, "once a session");
    town.raw("DROP TABLE staff_read").await.unwrap();
    let seen = cole.queue(QueueView::Open).await;
    assert_eq!(
        (seen.total, seen.names_closed, seen.lines[0].private.clone()),
        (1, true, None)
    );
    assert_eq!(cole.finds(words("canarysdotter")).await.total, 0, "nor is it searched");
}

async fn whoever_left_has_nothing_any_more(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    let ana = town.resident("Ana").files().await;
    let by = cole.staff.custodian().unwrap();
    town.office.assign(&by, give(&[&ana], Some(&dana), "")).await.unwrap();
    assert_eq!(cole.queue(QueueView::Open).await.counts.unassigned, 0);
    town.office
        .change_account_as(None, &dana.staff.id, AccountChange::Disable)
        .await
        .unwrap();
    let nobody = QueueFilter {
        holder: Some(Holder::Nobody),
        ..QueueFilter::default()
    };
    let found = cole.finds(nobody).await;
    assert_eq!((found.total, found.counts.unassigned), (1, 1));
}
