//! Notes inside the office: what colleagues tell each other, and nobody else.

use office::{
    Problem, Refusal,
    desk::{MatchDesk as _, NoteDesk as _, RecordingDesk as _},
    forms::{MatchAct, NewNote},
    views::{NoteSubject, QueueFilter, Role, TaskKind},
};

use super::recordings::{line, read};
use crate::support::{Desk, Town};

crate::on_both_engines!(
    a_colleague_who_is_mentioned_sees_it_until_they_have_read_it,
    a_slip_is_corrected_by_another_note_and_stays,
    notes_on_a_request_are_for_whoever_works_it,
    a_note_goes_with_the_requester_and_that_it_stood_stays,
    what_names_the_requester_beside_the_request_goes_too_and_the_rest_stays,
    a_name_that_nobody_has_is_told_and_nothing_is_kept,
);

fn note(words: &str) -> NewNote {
    NewNote {
        words: words.into(),
        corrects: None,
    }
}

async fn unread(desk: &Desk<'_>) -> u64 {
    let tasks = desk.finds(QueueFilter::default()).await.tasks;
    let named = tasks.iter().find(|task| task.kind == TaskKind::Mention);
    named.map_or(0, |task| task.number)
}

async fn a_colleague_who_is_mentioned_sees_it_until_they_have_read_it(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana Park", Role::Custodian).await);
    let ana = town.resident("Ana").files().await;
    let on = NoteSubject::Request(ana.number().clone());
    town.office
        .write_note(&cole.staff, &on, note("@dana, please look at the second camera"))
        .await
        .unwrap();
    assert_eq!((unread(&cole).await, unread(&dana).await), (0, 1));
    let mentions = town.office.mentions(&dana.staff).await.unwrap();
    assert_eq!(
        (mentions[0].name.as_str(), mentions[0].by.as_str()),
        (ana.number().as_str(), "Cole")
    );
    // Nobody reads it for her.
    town.office.read_mention(&cole.staff, &mentions[0].note).await.unwrap();
    assert_eq!(unread(&dana).await, 1);
    town.office.read_mention(&dana.staff, &mentions[0].note).await.unwrap();
    town.office.read_mention(&dana.staff, &mentions[0].note).await.unwrap();
    assert_eq!(unread(&dana).await, 0);
    let mentions = town.office.mentions(&dana.staff).await.unwrap();
    assert_eq!(mentions[0].read_on, Some(town.clock_day()));
    let notes = town.office.notes(&cole.staff, &on).await.unwrap();
    assert_eq!(notes.lines[0].mentions, ["Dana Park"]);
}

async fn a_slip_is_corrected_by_another_note_and_stays(town: Town) {
    let cole = town.custodian().await;
    let by = cole.staff.custodian().unwrap();
    let id = town
        .office
        .register(&by, read(&town, &line(&town, "N-1")))
        .await
        .unwrap();
    let on = NoteSubject::Recording(id);
    let reviewer = town.staff("Robin", Role::Reviewer).await;
    town.office
        .write_note(&cole.staff, &on, note("The sound begins at 0:10"))
        .await
        .unwrap();
    let first = town.office.notes(&reviewer.staff, &on).await.unwrap().lines.remove(0);
    let correcting = NewNote {
        words: "At 0:30".into(),
        corrects: Some(first.id.clone()),
    };
    town.office
        .write_note(&reviewer.staff, &on, correcting.clone())
        .await
        .unwrap();
    let notes = town.office.notes(&cole.staff, &on).await.unwrap().lines;
    assert_eq!(notes[0].words.as_deref(), Some("The sound begins at 0:10"));
    assert_eq!((&*notes[0].corrected_by, notes[1].corrects), (&[2][..], Some(1)));
    let ana = town.resident("Ana").files().await;
    let elsewhere = NoteSubject::Request(ana.number().clone());
    let refused = town.office.write_note(&cole.staff, &elsewhere, correcting).await;
    assert_eq!(
        refused.unwrap_err(),
        Refusal::NotFound,
        "a note corrects one on the same thing"
    );
    for statement in [
        "UPDATE office_note_words SET words = 'other'",
        "UPDATE office_note SET written_by = 'somebody'",
        "DELETE FROM office_note",
    ] {
        assert!(town.raw(statement).await.is_err(), "{statement}");
    }
}

async fn notes_on_a_request_are_for_whoever_works_it(town: Town) {
    let cole = town.custodian().await;
    let ana = town.resident("Ana").files().await;
    let on = NoteSubject::Request(ana.number().clone());
    town.office
        .write_note(&cole.staff, &on, note("She called, and was kind"))
        .await
        .unwrap();
    for role in [
        Role::Reviewer,
        Role::Supervisor,
        Role::Prosecutor,
        Role::Auditor,
        Role::Admin,
    ] {
        let other = town.staff(&format!("Other {}", role.key()), role).await;
        assert_eq!(
            town.office.notes(&other.staff, &on).await.unwrap_err(),
            Refusal::NotYours
        );
        let written = town.office.write_note(&other.staff, &on, note("Mine")).await;
        assert_eq!(written.unwrap_err(), Refusal::NotYours);
    }
    // Nor can one be told of it who may not read it.
    town.staff("Robin", Role::Reviewer).await;
    let told = town.office.write_note(&cole.staff, &on, note("@robin look")).await;
    assert!(matches!(told, Err(Refusal::Invalid { .. })), "{told:?}");
    let shown = format!("{:?} {:?}", ana.private().await, ana.status().await);
    assert!(!shown.contains("was kind"));
}

async fn a_note_goes_with_the_requester_and_that_it_stood_stays(town: Town) {
    let cole = town.custodian().await;
    let (ana, bela) = (town.resident("Ana").files().await, town.resident("Bela").files().await);
    let of = |number: &office::TrackingNumber| NoteSubject::Request(number.clone());
    town.office
        .write_note(&cole.staff, &of(ana.number()), note("Ana Canarysdotter called"))
        .await
        .unwrap();
    town.office
        .write_note(&cole.staff, &of(bela.number()), note("Bela wrote"))
        .await
        .unwrap();
    town.office
        .erase_requester(ana.number(), "asked for it", None)
        .await
        .unwrap();
    let notes = town.office.notes(&cole.staff, &of(ana.number())).await.unwrap().lines;
    assert_eq!(
        (notes.len(), notes[0].words.clone(), notes[0].by.as_str()),
        (1, None, "Cole")
    );
    let notes = town.office.notes(&cole.staff, &of(bela.number())).await.unwrap().lines;
    assert_eq!(notes[0].words.as_deref(), Some("Bela wrote"));
    assert_eq!(town.count("SELECT COUNT(*) FROM office_note_words").await, 1);
    town.is_sound().await;
}

async fn what_names_the_requester_beside_the_request_goes_too_and_the_rest_stays(town: Town) {
    let cole = town.custodian().await;
    let (ana, bela) = (town.resident("Ana").files().await, town.resident("Bela").files().await);
    let by = cole.staff.custodian().unwrap();
    let recording = town
        .office
        .register(&by, read(&town, &line(&town, "EX-1")))
        .await
        .unwrap();
    town.office.link(&by, &recording, ana.number()).await.unwrap();
    town.office
        .act_on_match(&by, ana.number(), MatchAct::Join(bela.number().clone()))
        .await
        .unwrap();
    let on = NoteSubject::Recording(recording.clone());
    let named = format!("This answers {}", ana.number());
    for words in [named.as_str(), "Ana called about it", "The lens is dirty until 0:40"] {
        town.office.write_note(&cole.staff, &on, note(words)).await.unwrap();
    }
    let other = NoteSubject::Request(bela.number().clone());
    for words in ["The same corner as Ana's", "Bela wants it by Friday"] {
        town.office.write_note(&cole.staff, &other, note(words)).await.unwrap();
    }
    town.office
        .erase_requester(ana.number(), "asked for it", None)
        .await
        .unwrap();
    let words = async |on: &NoteSubject| {
        let lines = town.office.notes(&cole.staff, on).await.unwrap().lines;
        lines.into_iter().map(|line| line.words).collect::<Vec<_>>()
    };
    assert_eq!(
        words(&on).await,
        [None, None, Some("The lens is dirty until 0:40".to_owned())]
    );
    assert_eq!(words(&other).await, [None, Some("Bela wants it by Friday".to_owned())]);
    town.is_sound().await;
}

async fn a_name_that_nobody_has_is_told_and_nothing_is_kept(town: Town) {
    let cole = town.custodian().await;
    town.staff("Dana", Role::Custodian).await;
    let ana = town.resident("Ana").files().await;
    let on = NoteSubject::Request(ana.number().clone());
    let refused = town
        .office
        .write_note(&cole.staff, &on, note("@donna look"))
        .await
        .unwrap_err();
    let problem = Problem::NobodyCalled {
        typed: "donna".into(),
        known: "Cole, Dana".into(),
    };
    assert_eq!(refused, Refusal::field("office_note", problem));
    assert!(town.office.notes(&cole.staff, &on).await.unwrap().lines.is_empty());
}
