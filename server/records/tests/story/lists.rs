//! The public log and the custodian's queue.

use jiff::{ToSpan as _, civil::date};
use law::{
    calendar::{CalendarOwner, Closure},
    request::{Act, Stage, Track},
};
use office::{
    Refusal,
    desk::{AdminDesk as _, PublicDesk as _, RecordingDesk as _},
    views::{AuditFilter, AuditSubject, LogFilter, PAGE_LINES, QueueView, Role},
};

use crate::support::{Town, WEDNESDAY};

crate::on_both_engines!(
    the_log_is_newest_first_and_can_be_searched,
    the_log_is_filtered_by_month_track_and_division,
    the_log_turns_pages,
    the_queue_has_the_nearest_clock_on_top,
    a_closure_moves_later_deadlines_and_no_earlier_one,
    only_administrators_enter_closures,
    acts_on_requests_and_the_audit_log_are_one_list,
);

fn words(q: &str) -> LogFilter {
    LogFilter {
        q: q.to_owned(),
        ..LogFilter::default()
    }
}

async fn the_log_is_newest_first_and_can_be_searched(town: Town) {
    let ana = town.resident("Ana").files().await;
    town.today_is(date(2026, 3, 3));
    let mut form = town.resident("Bela").form();
    form.division = "north".into();
    let bela = town.resident("Bela").files_form(form).await;
    town.custodian()
        .await
        .does(bela.number(), Act::Acknowledge)
        .await
        .unwrap();
    let office = &town.office;
    let log = office.log(LogFilter::default()).await.unwrap();
    let numbers: Vec<_> = log.lines.iter().map(|line| &line.number).collect();
    assert_eq!((log.total, numbers), (2, vec![bela.number(), ana.number()]));
    let found = office.log(words("central 2026-02")).await.unwrap();
    assert_eq!((found.total, &found.lines[0].number), (1, ana.number()));
    let found = office
        .log(words(&bela.number().as_str().to_lowercase().replace('-', " ")))
        .await
        .unwrap();
    assert_eq!((found.total, &found.lines[0].number), (1, bela.number()));
    let reviewed = LogFilter {
        status: Some(Stage::UnderReview),
        ..LogFilter::default()
    };
    let found = office.log(reviewed).await.unwrap();
    assert_eq!((found.total, &found.lines[0].number), (1, bela.number()));
    let both = LogFilter {
        q: "2026".into(),
        status: Some(Stage::Received),
        ..LogFilter::default()
    };
    assert_eq!(office.log(both).await.unwrap().lines[0].number, *ana.number());
    // Typed signs are no wildcards, and nothing private is searched.
    for nothing in ["%", "_", "canary", "Ana", "'; DROP TABLE docket"] {
        assert_eq!(office.log(words(nothing)).await.unwrap().total, 0, "{nothing}");
    }
}

async fn the_log_is_filtered_by_month_track_and_division(town: Town) {
    let ana = town.resident("Ana").files().await;
    // The last minute of February at the agency is March in UTC.
    let last_minute = date(2026, 2, 28).at(23, 59, 0, 0);
    town.clock
        .set(crate::support::zone().to_timestamp(last_minute).unwrap());
    let mut form = town.resident("Bela").form();
    form.division = "north".into();
    form.track = "civil".into();
    form.relation = "self".into();
    form.civil_claim = "A claim".into();
    let bela = town.resident("Bela").files_form(form).await;
    town.today_is(date(2026, 3, 1));
    let cleo = town.resident("Cleo").files().await;
    let month = |month: &str| LogFilter {
        month: Some(month.parse().unwrap()),
        ..LogFilter::default()
    };
    let track = LogFilter {
        track: Some(Track::Civil),
        ..LogFilter::default()
    };
    let division = |key: &str| LogFilter {
        division: Some(key.to_owned()),
        ..LogFilter::default()
    };
    let everything = LogFilter {
        q: "central 2026".into(),
        status: Some(Stage::Received),
        track: Some(Track::Public),
        division: Some("central".into()),
        ..month("2026-02")
    };
    let elsewhere = LogFilter {
        division: Some("north".into()),
        ..everything.clone()
    };
    for (filter, wanted) in [
        (month("2026-02"), vec![&bela, &ana]),
        (month("2026-03"), vec![&cleo]),
        (month("1875-03"), vec![]),
        (month("9999-12"), vec![]),
        (track, vec![&bela]),
        (division("central"), vec![&cleo, &ana]),
        (everything, vec![&ana]),
        (elsewhere, vec![]),
    ] {
        let page = town.office.log(filter.clone()).await.unwrap();
        let numbers: Vec<_> = page.lines.iter().map(|line| &line.number).collect();
        let wanted: Vec<_> = wanted.into_iter().map(crate::support::Filed::number).collect();
        assert_eq!(numbers, wanted, "{filter:?}");
        assert_eq!(page.total, numbers.len() as u64, "{filter:?}");
        assert_eq!(town.office.newest(filter).await.unwrap(), page.lines);
    }
}

async fn the_log_turns_pages(town: Town) {
    for minute in 0..30 {
        town.clock
            .set(records::clock::noon(WEDNESDAY, &crate::support::zone()) + minute.minutes());
        town.resident("Ana").files().await;
    }
    let page = |page| LogFilter {
        page,
        ..LogFilter::default()
    };
    let first = town.office.log(page(1)).await.unwrap();
    let second = town.office.log(page(2)).await.unwrap();
    let third = town.office.log(page(3)).await.unwrap();
    assert_eq!((first.lines.len(), second.lines.len(), third.lines.len()), (25, 5, 0));
    assert_eq!((first.total, third.total), (30, 30));
    assert!(!first.lines.iter().any(|line| second.lines.contains(line)));
    assert_eq!(town.office.log(page(u32::MAX)).await.unwrap().lines.len(), 0);
}

async fn the_queue_has_the_nearest_clock_on_top(town: Town) {
    let ana = town.resident("Ana").files().await;
    let cole = town.custodian().await;
    cole.does(
        ana.number(),
        Act::ExplainDelay {
            promised: date(2026, 4, 1),
        },
    )
    .await
    .unwrap();
    let bela = town.resident("Bela").files().await;
    let cleo = town.resident("Cleo").files().await;
    cole.does(cleo.number(), Act::Acknowledge).await.unwrap();
    // Taking up is no answer: her three days run on. Where no clock runs, the office's own day has its place.
    let dora = town.resident("Dora").files().await;
    let confirmed_on = town.office.today();
    cole.does(dora.number(), Act::CloseActive { confirmed_on })
        .await
        .unwrap();
    let queue = cole.queue(QueueView::Open).await;
    let numbers: Vec<_> = queue.lines.iter().map(|line| &line.number).collect();
    assert_eq!(numbers, vec![bela.number(), cleo.number(), dora.number(), ana.number()]);
    let own = &queue.lines[2].next;
    assert_eq!(own.by, None);
    assert!(own.office_day().is_some_and(|day| day < date(2026, 4, 1)));
    assert_eq!((queue.counts.open, queue.counts.overdue, queue.counts.today), (4, 0, 0));
}

async fn a_closure_moves_later_deadlines_and_no_earlier_one(town: Town) {
    let adam = town.staff("Adam", Role::Admin).await;
    let ana = town.resident("Ana").files().await;
    town.clock
        .set(records::clock::noon(WEDNESDAY, &crate::support::zone()) + 1.minute());
    let snow = Closure {
        office: CalendarOwner::Custodian,
        on: date(2026, 2, 5),
        reason: "Snow".into(),
    };
    town.office
        .add_closure(&adam.staff.administrator().unwrap(), snow.clone())
        .await
        .unwrap();
    let lines = town.office.closures().await.unwrap();
    let lines: Vec<_> = lines.into_iter().map(|line| line.closure).collect();
    assert_eq!(lines, vec![snow]);
    let bela = town.resident("Bela").files().await;
    for (filed, day) in [(&ana, date(2026, 2, 9)), (&bela, date(2026, 2, 10))] {
        let clock = filed.status().await.clocks.remove(0);
        assert_eq!(clock.clock.due, day);
        assert_eq!(clock.deadline.unwrap().date, day);
        assert_eq!(filed.receipt.act_by.date, day);
    }
    let worked = town
        .office
        .deadline("MO_SUNSHINE_3BD", "2026-02-04")
        .await
        .unwrap()
        .unwrap();
    assert_eq!(worked.date, date(2026, 2, 10));
}

async fn only_administrators_enter_closures(town: Town) {
    let cole = town.custodian().await;
    assert_eq!(
        cole.staff.administrator(),
        Err(Refusal::NotYours),
        "and see no accounts"
    );
}

async fn acts_on_requests_and_the_audit_log_are_one_list(town: Town) {
    let (cole, dana) = (town.custodian().await, town.staff("Dana", Role::Custodian).await);
    let ana = town.resident("Ana").files().await;
    let mut all = Vec::new();
    for _ in 0..30 {
        let filed = town.resident("Bela").files().await;
        cole.does(filed.number(), Act::Acknowledge).await.unwrap();
        all.push(filed);
    }
    ana.writes("A canary of mine.").await.unwrap();
    dana.does(ana.number(), Act::AskClarification).await.unwrap();
    let by = town.staff("Olga", Role::Auditor).await.staff;
    let wants = async |filter: AuditFilter| town.office.audit(&by, filter).await.unwrap();
    let of_act = |act: &str| AuditFilter {
        act: act.into(),
        ..AuditFilter::default()
    };

    let asked = wants(of_act("ask_clarification")).await;
    let about = asked.lines.iter().map(|line| (line.subject.as_str(), line.id.as_str()));
    assert!(asked.total > 0 && asked.total == u64::try_from(asked.lines.len()).unwrap());
    assert!(about.clone().all(|about| about == ("request", ana.number().as_str())));
    assert!(asked.lines.iter().all(|line| line.staff.as_deref() == Some("Dana")));
    let by_dana = AuditFilter {
        who: dana.staff.id.clone(),
        subject: Some(AuditSubject::Request),
        id: ana.number().as_str().to_owned(),
        from: Some(WEDNESDAY),
        to: Some(WEDNESDAY),
        ..AuditFilter::default()
    };
    assert_eq!(
        wants(by_dana.clone()).await.lines,
        asked.lines,
        "by person, subject and day"
    );
    let another_day = AuditFilter {
        from: WEDNESDAY.tomorrow().ok(),
        ..by_dana.clone()
    };
    assert_eq!(wants(another_day).await.total, 0);
    let a_person_shown = AuditFilter {
        subject: Some(AuditSubject::Person),
        ..by_dana
    };
    assert_eq!(wants(a_person_shown).await.total, 0);
    assert_eq!(
        wants(of_act("write")).await.total,
        0,
        "what a requester does is not listed"
    );
    let portal = AuditFilter {
        who: AuditFilter::PORTAL.into(),
        ..of_act("file")
    };
    assert!(wants(portal).await.lines.iter().all(|line| line.staff.is_none()));

    // Every page in the order of time, each line once, audit log and dockets among each other.
    let first = wants(AuditFilter::default()).await;
    let mut told = first.lines.clone();
    for page in 2..=u32::try_from(first.total).unwrap() / PAGE_LINES + 1 {
        let filter = AuditFilter {
            page,
            ..AuditFilter::default()
        };
        told.extend(wants(filter).await.lines);
    }
    assert!(first.total > u64::from(PAGE_LINES));
    assert_eq!(told.len(), usize::try_from(first.total).unwrap());
    assert!(told.is_sorted_by(|newer, older| newer.at >= older.at));
    let kinds: Vec<&str> = told.iter().map(|line| line.deed.key()).collect();
    assert!(kinds.contains(&"acknowledge") && kinds.contains(&"account_made"));
    assert_eq!(
        town.office.audit_lines(&by, AuditFilter::default()).await.unwrap(),
        told
    );
    assert!(!format!("{told:?}").contains("canary"));
}
