//! Who signs in.

use office::{Refusal, desk::AdminDesk as _, forms::NewPassword, views::Role};
use records::{AddStaffError, NewStaff};

use crate::support::{PASSWORD, Town, WEDNESDAY};

crate::on_both_engines!(
    the_first_account_comes_by_a_link_that_works_once,
    an_address_has_one_account,
    only_the_right_password_signs_in,
    guessing_passwords_is_slowed_down,
    a_session_ends_when_idle_old_or_left,
    a_closed_account_is_signed_out,
    a_requesters_session_lasts_two_hours,
    failures_are_counted_in_their_window,
);

const HOUR: i64 = 3_600_000_000;

fn pass(town: &Town, micros: i64) {
    let now = town.office.now_micros() + micros;
    town.clock.set(jiff::Timestamp::from_microsecond(now).unwrap());
}

fn first(token: &str) -> NewPassword {
    NewPassword {
        token: token.to_owned(),
        name: "Fay".into(),
        email: "Fay@Example.org".into(),
        password: PASSWORD.into(),
    }
}

async fn the_first_account_comes_by_a_link_that_works_once(town: Town) {
    let office = &town.office;
    let void = office.first_account_token().await.unwrap().unwrap();
    let link = office.first_account_token().await.unwrap().unwrap();
    assert!(!office.first_account_open(&void).await.unwrap());
    assert!(office.first_account_open(&link).await.unwrap());
    assert_eq!(office.first_account(first("wrong")).await, Err(Refusal::NotFound));
    let fay = office.first_account(first(&link)).await.unwrap();
    assert_eq!(fay.role, Role::Custodian);
    assert_eq!(office.first_account(first(&link)).await, Err(Refusal::NotFound));
    assert!(!office.first_account_open(&link).await.unwrap());
    assert_eq!(office.first_account_token().await.unwrap(), None);
    // She may administer, too.
    let accounts = office.accounts(&fay.administrator().unwrap()).await.unwrap();
    assert_eq!(
        (accounts.len(), accounts[0].created_on, accounts[0].disabled_on),
        (1, WEDNESDAY, None)
    );
    assert_eq!(office.sign_in("fay@example.org", PASSWORD).await.unwrap(), Some(fay));
}

async fn an_address_has_one_account(town: Town) {
    town.custodian().await;
    let again = NewStaff {
        name: "Cole again".into(),
        email: " COLE@example.org ".into(),
        role: Role::Admin,
        password: PASSWORD.into(),
    };
    assert!(matches!(
        town.office.add_staff(again.clone()).await,
        Err(AddStaffError::Taken)
    ));
    let short = NewStaff {
        password: "short".into(),
        ..again
    };
    assert!(matches!(
        town.office.add_staff(short).await,
        Err(AddStaffError::Password(_))
    ));
}

async fn only_the_right_password_signs_in(town: Town) {
    let cole = town.custodian().await;
    let office = &town.office;
    assert_eq!(
        office.sign_in("Cole@example.org", PASSWORD).await.unwrap(),
        Some(cole.staff)
    );
    assert_eq!(
        office
            .sign_in("cole@example.org", "a wrong but long one")
            .await
            .unwrap(),
        None
    );
    assert_eq!(office.sign_in("nobody@example.org", PASSWORD).await.unwrap(), None);
    let kept = town.texts("SELECT password_hash FROM staff").await.remove(0);
    assert!(kept.starts_with("$argon2id$") && !kept.contains(PASSWORD));
}

async fn guessing_passwords_is_slowed_down(town: Town) {
    town.custodian().await;
    let office = &town.office;
    for _ in 0..5 {
        assert_eq!(
            office
                .sign_in("cole@example.org", "a wrong but long one")
                .await
                .unwrap(),
            None
        );
    }
    let refused = office.sign_in("cole@example.org", PASSWORD).await;
    assert!(
        matches!(refused, Err(Refusal::TooMany { seconds: 1..=61 })),
        "{refused:?}"
    );
    pass(&town, HOUR / 60 + 1);
    assert!(office.sign_in("cole@example.org", PASSWORD).await.unwrap().is_some());
}

async fn a_session_ends_when_idle_old_or_left(town: Town) {
    let cole = town.custodian().await.staff;
    let office = &town.office;
    let left = office.begin_session(&cole).await.unwrap();
    assert_eq!(office.staff(&left).await.unwrap().as_ref(), Some(&cole));
    office.sign_out(&left).await.unwrap();
    assert_eq!(office.staff(&left).await.unwrap(), None);
    let token = office.begin_session(&cole).await.unwrap();
    for _ in 0..15 {
        pass(&town, HOUR * 3 / 4);
        let found = office.staff(&token).await.unwrap();
        assert_eq!(found.as_ref(), Some(&cole));
    }
    // Twelve hours are over, however busy it was.
    pass(&town, HOUR * 3 / 4 + 1);
    assert_eq!(office.staff(&token).await.unwrap(), None);
    let idle = office.begin_session(&cole).await.unwrap();
    pass(&town, HOUR + 1);
    assert_eq!(office.staff(&idle).await.unwrap(), None);
    assert_eq!(town.count("SELECT COUNT(*) FROM staff_session").await, 1);
}

async fn a_closed_account_is_signed_out(town: Town) {
    let cole = town.custodian().await.staff;
    let (one, two) = (
        town.office.begin_session(&cole).await.unwrap(),
        town.office.begin_session(&cole).await.unwrap(),
    );
    town.raw("UPDATE staff SET disabled_at = 1, disabled_on = '2026-02-04'")
        .await
        .unwrap();
    assert_eq!(town.office.staff(&one).await.unwrap(), None);
    assert_eq!(town.office.sign_in("cole@example.org", PASSWORD).await.unwrap(), None);
    town.raw("UPDATE staff SET disabled_at = NULL, disabled_on = NULL")
        .await
        .unwrap();
    town.office.sign_out_everywhere(&cole).await.unwrap();
    for token in [one, two] {
        assert_eq!(town.office.staff(&token).await.unwrap(), None);
    }
}

async fn a_requesters_session_lasts_two_hours(town: Town) {
    let ana = town.resident("Ana").files().await;
    let office = &town.office;
    let token = office.begin_requester_session(&ana.requester()).await.unwrap();
    assert_eq!(office.requester(&token).await.unwrap(), Some(ana.requester()));
    assert_eq!(office.requester("another").await.unwrap(), None);
    pass(&town, 2 * HOUR + 1);
    assert_eq!(office.requester(&token).await.unwrap(), None);
    let left = office.begin_requester_session(&ana.requester()).await.unwrap();
    office.end_requester_session(&left).await.unwrap();
    assert_eq!(office.requester(&left).await.unwrap(), None);
}

async fn failures_are_counted_in_their_window(town: Town) {
    let office = &town.office;
    for _ in 0..3 {
        office.allow("code 192.0.2.7", 3, 600).await.unwrap();
        office.failed("code 192.0.2.7", 600).await.unwrap();
    }
    assert!(matches!(
        office.allow("code 192.0.2.7", 3, 600).await,
        Err(Refusal::TooMany { seconds: 1..=601 })
    ));
    office.allow("code 192.0.2.8", 3, 600).await.unwrap();
    pass(&town, HOUR);
    office.allow("code 192.0.2.7", 3, 600).await.unwrap();
    // Of fifty at once, no more than the limit come through.
    let tries = (0..50).map(|_| {
        let office = office.clone();
        tokio::spawn(async move { office.count_attempt("race", 5, 600).await.is_ok() })
    });
    let mut through = 0;
    for one in tries.collect::<Vec<_>>() {
        through += u32::from(one.await.unwrap());
    }
    assert_eq!(through, 5);
    assert!(
        town.texts("SELECT key_hash FROM attempt")
            .await
            .iter()
            .all(|hash| !hash.contains("192.0.2"))
    );
}
