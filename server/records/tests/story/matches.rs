//! What lies close to a request: suggestions with their reasons, what was refused, requests that are joined.

use law::closeness::Closeness;
use office::{
    Refusal, TrackingNumber,
    desk::{MatchDesk as _, PublicDesk as _, RecordingDesk as _},
    forms::{FilingForm, MatchAct, RecordingForm},
    permission::Custodian,
    views::{AuditAct, AuditDeed, AuditFilter, AuditSubject, RequestRecordings, Role, SUGGESTED_LINES, Staff},
};
use records::office::recordings::import::Mode;

use super::recordings::{at_noon, line, read};
use crate::support::{Desk, Filed, Town};

crate::on_both_engines!(
    suggestions_come_closest_first_each_with_its_reasons,
    no_suggestion_is_cut_off_in_silence,
    what_was_refused_stays_refused_and_can_still_be_linked,
    what_a_requester_wrote_is_compared_for_nobody_else,
    a_requester_of_the_same_incident_is_found_by_report_number_years_later,
    joined_requests_are_searched_once_and_keep_their_clocks,
    whoever_is_on_a_recording_does_not_refuse_it,
    a_pair_that_two_people_join_at_once_is_joined_once,
);

async fn registers(town: &Town, by: &Custodian, form: RecordingForm) -> String {
    town.office.register(by, read(town, &form)).await.unwrap()
}

async fn matches(town: &Town, by: &Staff, number: &TrackingNumber) -> RequestRecordings {
    town.office.recordings_of(by, number, 1).await.unwrap()
}

fn sources(found: &RequestRecordings) -> Vec<&str> {
    found.suggested.iter().map(|one| one.line.source_id.as_str()).collect()
}

fn linked(found: &RequestRecordings) -> Vec<&str> {
    found.linked.iter().map(|one| one.line.source_id.as_str()).collect()
}

fn similar(found: &RequestRecordings) -> Vec<&TrackingNumber> {
    found.similar.iter().map(|one| &one.number).collect()
}

async fn asks(town: &Town, form: FilingForm) -> Filed<'_> {
    town.resident("Ana").files_form(form).await
}

fn words(all: &[&str]) -> Vec<String> {
    all.iter().map(|word| (*word).to_owned()).collect()
}

async fn suggestions_come_closest_first_each_with_its_reasons(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let day = town.clock_day().yesterday().unwrap();
    let elsewhere = |source_id: &str| RecordingForm {
        place: "Oak Street".into(),
        officer: "Officer 1000".into(),
        incident_number: String::new(),
        division: "metro".into(),
        camera: "in_car".into(),
        ..line(&town, source_id)
    };
    // From the farthest to the closest.
    let late = RecordingForm {
        started_at: format!("{day}T19:42:00-06:00"),
        ended_at: format!("{day}T19:50:00-06:00"),
        ..elsewhere("M-1")
    };
    let division = RecordingForm {
        division: "central".into(),
        ..elsewhere("M-3")
    };
    let place = RecordingForm {
        place: "Corner of Canary Row".into(),
        ..elsewhere("M-4")
    };
    let officer = RecordingForm {
        officer: "4711".into(),
        ..elsewhere("M-5")
    };
    let report = RecordingForm {
        incident_number: "26-000123".into(),
        ..at_noon(&town, "M-6")
    };
    for form in [late, elsewhere("M-2"), division, place, officer, report] {
        registers(&town, &cole, form).await;
    }
    let form = FilingForm {
        report_number: "26 000123".into(),
        officers: "Officer O’Neill, badge 4711".into(),
        ..town.resident("Ana").form()
    };
    let ana = asks(&town, form).await;
    let found = matches(&town, &cole, ana.number()).await;
    assert_eq!(sources(&found), ["M-6", "M-5", "M-4", "M-3", "M-2", "M-1"]);
    let reasons: Vec<Vec<Closeness>> = found.suggested.iter().map(|one| one.reasons.clone()).collect();
    assert_eq!(
        reasons[1],
        [
            Closeness::Officer {
                words: words(&["4711"])
            },
            Closeness::SameTime
        ]
    );
    assert_eq!(
        reasons[2],
        [
            Closeness::Place {
                words: words(&["canary", "row"])
            },
            Closeness::SameTime
        ]
    );
    assert_eq!(reasons[3], [Closeness::Division, Closeness::SameTime]);
    assert_eq!(reasons[4], [Closeness::SameTime]);
    assert_eq!(reasons[5], [Closeness::After { minutes: 12 }]);
    let report = Closeness::Report {
        number: "26-000123".into(),
    };
    assert_eq!(reasons[0][0], report, "made hours before");
}

async fn no_suggestion_is_cut_off_in_silence(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let day = town.clock_day().yesterday().unwrap();
    let mut csv = "source_id,camera,officer,division,started_at,ended_at,uploaded_at,place,incident_number,category,\
                   location_kind\n"
        .to_owned();
    for no in 0..60 {
        let minute = no % 30;
        let line = format!(
            "C-{no:02},body_worn,1,central,{day}T18:{minute:02}:00-06:00,{day}T18:40:00-06:00,,Oak Street,,,public\n"
        );
        csv += &line;
    }
    let report = town
        .office
        .import_lines(csv.into_bytes(), None, Mode::AllOrNone)
        .await
        .unwrap();
    assert!(report.bad.is_empty());
    let ana = town.resident("Ana").files().await;
    let mut seen = Vec::new();
    for page in 1..=3 {
        let found = town.office.recordings_of(&cole, ana.number(), page).await.unwrap();
        assert_eq!(found.suggested_total, 60);
        assert!(found.suggested.len() <= SUGGESTED_LINES as usize);
        seen.extend(found.suggested.into_iter().map(|one| one.line.source_id));
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 60);
}

async fn what_was_refused_stays_refused_and_can_still_be_linked(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let id = registers(&town, &cole, line(&town, "M-1")).await;
    let (ana, bela) = (town.resident("Ana").files().await, town.resident("Bela").files().await);
    let decides = async |act: MatchAct| town.office.act_on_match(&cole, ana.number(), act).await;
    decides(MatchAct::Refuse(id.clone())).await.unwrap();
    decides(MatchAct::Refuse(id.clone())).await.unwrap();
    let found = matches(&town, &cole, ana.number()).await;
    assert_eq!(sources(&found), Vec::<&str>::new());
    assert_eq!(found.refused[0].source_id, "M-1");
    assert_eq!(
        sources(&matches(&town, &cole, bela.number()).await),
        ["M-1"],
        "refused for one request alone"
    );
    let refused = town.raw("DELETE FROM refused_suggestion").await;
    assert!(refused.is_err(), "what was refused stands");

    decides(MatchAct::Link(id.clone())).await.unwrap();
    let found = matches(&town, &cole, ana.number()).await;
    assert_eq!((linked(&found), found.refused.len()), (vec!["M-1"], 0));
    let entries = town.office.recording(&cole, &id).await.unwrap().unwrap().entries;
    let told: Vec<&str> = entries.iter().map(|entry| entry.act.key()).collect();
    assert_eq!(told, ["registered", "suggestion_refused", "linked"]);
    let unknown = town
        .office
        .act_on_match(&cole, ana.number(), MatchAct::Link("nothing".into()))
        .await;
    assert_eq!(unknown.unwrap_err(), Refusal::NotFound);
}

async fn what_a_requester_wrote_is_compared_for_nobody_else(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    registers(&town, &cole, line(&town, "M-1")).await;
    let ana = town.resident("Ana").files().await;
    town.resident("Bela").files().await;
    let seen = matches(&town, &cole, ana.number()).await;
    assert!(seen.suggested[0].reasons.contains(&Closeness::Place {
        words: words(&["canary", "row"])
    }));
    assert_eq!(seen.similar.len(), 1);
    let audrey = town.staff("Audrey", Role::Auditor).await.staff;
    let seen = matches(&town, &audrey, ana.number()).await;
    assert_eq!(
        seen.suggested[0].reasons,
        [Closeness::Division, Closeness::SameTime, Closeness::Camera]
    );
    assert!(seen.similar.is_empty() && !seen.may_change);
}

async fn a_requester_of_the_same_incident_is_found_by_report_number_years_later(town: Town) {
    let cole = town.custodian().await;
    let first = FilingForm {
        report_number: "26-004411".into(),
        ..town.resident("Ana").form()
    };
    let ana = asks(&town, first).await;
    town.today_is(jiff::civil::date(2026, 5, 20));
    let other_day = FilingForm {
        report_number: "26004411".into(),
        place: "Elsewhere".into(),
        ..town.resident("Bela").form()
    };
    let bela = asks(&town, other_day).await;
    let near = FilingForm {
        place: "The bakery at Canary Row".into(),
        ..town.resident("Cora").form()
    };
    let cora = asks(&town, near).await;
    let of_bela = matches(&town, &cole.staff, bela.number()).await;
    assert_eq!(similar(&of_bela), [ana.number(), cora.number()]);
    let report = Closeness::Report {
        number: "26-004411".into(),
    };
    assert_eq!(of_bela.similar[0].reasons[0], report);
    assert!(of_bela.similar[1].reasons.contains(&Closeness::SameTime));
    assert_eq!(
        similar(&matches(&town, &cole.staff, cora.number()).await),
        [bela.number()]
    );
    // Who filed is erased: nothing of their words is compared any more.
    town.office
        .erase_requester(ana.number(), "asked for it", None)
        .await
        .unwrap();
    assert_eq!(
        similar(&matches(&town, &cole.staff, bela.number()).await),
        [cora.number()]
    );
}

async fn joined_requests_are_searched_once_and_keep_their_clocks(town: Town) {
    let desk = town.custodian().await;
    let cole = desk.staff.custodian().unwrap();
    let ana = town.resident("Ana").files().await;
    town.today_is(town.clock_day().tomorrow().unwrap());
    let later = FilingForm {
        incident_date: "2026-02-03".into(),
        time_from: "22:00".into(),
        time_to: "23:00".into(),
        ..town.resident("Bela").form()
    };
    let bela = town.resident("Bela").files_form(later).await;
    let id = registers(
        &town,
        &cole,
        RecordingForm {
            started_at: "2026-02-03T18:10:00-06:00".into(),
            ended_at: "2026-02-03T18:40:00-06:00".into(),
            ..line(&town, "M-1")
        },
    )
    .await;
    let decides =
        async |number: &TrackingNumber, act: MatchAct| town.office.act_on_match(&cole, number, act).await.unwrap();
    decides(ana.number(), MatchAct::Link(id.clone())).await;
    assert_eq!(sources(&matches(&town, &cole, bela.number()).await), Vec::<&str>::new());
    let clocks = async || (ana.status().await.clocks, bela.status().await.clocks);
    let before = clocks().await;

    decides(bela.number(), MatchAct::Join(ana.number().clone())).await;
    decides(ana.number(), MatchAct::Join(bela.number().clone())).await;
    let seen = matches(&town, &cole, bela.number()).await;
    assert_eq!(seen.joined[0].number, *ana.number());
    assert_eq!(
        (sources(&seen), &seen.suggested[0].answers),
        (vec!["M-1"], &vec![ana.number().clone()])
    );
    decides(bela.number(), MatchAct::LinkJoined).await;
    let seen = matches(&town, &cole, bela.number()).await;
    assert_eq!(linked(&seen), ["M-1"]);
    assert!(seen.joined[0].reasons.contains(&Closeness::SharedRecording));
    assert_eq!(clocks().await, before, "each keeps its clocks");

    decides(ana.number(), MatchAct::Part(bela.number().clone())).await;
    let seen = matches(&town, &cole, bela.number()).await;
    assert!(seen.joined.is_empty());
    assert_eq!(
        (linked(&seen), similar(&seen)),
        (vec!["M-1"], vec![ana.number()]),
        "what was linked stays linked"
    );
    decides(ana.number(), MatchAct::Join(bela.number().clone())).await;
    assert_eq!(matches(&town, &cole, ana.number()).await.joined.len(), 1);
    let itself = town
        .office
        .act_on_match(&cole, ana.number(), MatchAct::Join(ana.number().clone()))
        .await;
    assert!(itself.is_err());

    let audit = AuditFilter {
        subject: Some(AuditSubject::Request),
        id: bela.number().to_string(),
        ..AuditFilter::default()
    };
    let told = town.office.audit_lines(&cole, audit).await.unwrap();
    let joined = AuditAct::RequestsJoined {
        number: ana.number().to_string(),
    };
    let count = told
        .iter()
        .filter(|line| line.deed == AuditDeed::Logged(joined.clone()))
        .count();
    assert_eq!(count, 2);
    assert!(town.raw("DELETE FROM request_join").await.is_err());
    assert!(town.raw("UPDATE request_join SET taken_back_at = 1").await.is_err());
    town.is_sound().await;
}

async fn whoever_is_on_a_recording_does_not_refuse_it(town: Town) {
    let Desk { staff, .. } = town.custodian().await;
    let cole = staff.custodian().unwrap();
    let id = registers(&town, &cole, line(&town, "M-1")).await;
    let ana = town.resident("Ana").files().await;
    let on_it = Staff {
        officer: Some("Officer 4711".into()),
        ..staff
    };
    let on_it = on_it.custodian().unwrap();
    let refused = town
        .office
        .act_on_match(&on_it, ana.number(), MatchAct::Refuse(id.clone()))
        .await;
    assert!(refused.is_err());
    assert_eq!(sources(&matches(&town, &on_it, ana.number()).await), ["M-1"]);
    assert_eq!(town.office.today(), town.clock_day());
    town.office
        .act_on_match(&on_it, ana.number(), MatchAct::Link(id))
        .await
        .unwrap();
}

async fn a_pair_that_two_people_join_at_once_is_joined_once(town: Town) {
    let cole = town.custodian().await.staff.custodian().unwrap();
    let dana = town.staff("Dana", Role::Custodian).await.staff.custodian().unwrap();
    let (ana, bela) = (town.resident("Ana").files().await, town.resident("Bela").files().await);
    let (ana, bela) = (ana.number().clone(), bela.number().clone());
    for round in 0..6_i64 {
        let act = |other: &TrackingNumber| {
            if round % 2 == 0 {
                MatchAct::Join(other.clone())
            } else {
                MatchAct::Part(other.clone())
            }
        };
        let (one, two, three) = tokio::join!(
            town.office.act_on_match(&cole, &ana, act(&bela)),
            town.office.act_on_match(&dana, &bela, act(&ana)),
            town.office.act_on_match(&dana, &ana, act(&bela)),
        );
        assert_eq!((one, two, three), (Ok(()), Ok(()), Ok(())), "{round}");
        assert_eq!(town.count("SELECT COUNT(*) FROM request_join").await, round + 1);
    }
    town.is_sound().await;
}
