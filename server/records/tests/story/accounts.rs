//! Who signs in.

use office::{
    OfficeResult, Refusal,
    desk::AdminDesk as _,
    forms::NewPassword,
    views::{Role, Staff},
};
use records::{AddStaffError, Attempt, NewStaff, Place};

use crate::support::{PASSWORD, Town, WEDNESDAY};

crate::on_both_engines!(
    the_first_account_comes_by_a_link_that_works_once,
    an_address_has_one_account,
    only_the_right_password_signs_in,
    nobody_can_keep_a_member_of_staff_out,
    a_session_ends_when_idle_old_or_left,
    a_requesters_session_lasts_two_hours,
    failures_are_counted_in_their_window,
);

const HOUR: i64 = 3_600_000_000;

pub fn pass(town: &Town, micros: i64) {
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
    assert_eq!(tries(&town, "fay@example.org", PASSWORD).await.unwrap(), Some(fay));
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

/// Tries to sign in from the usual place.
pub async fn tries(town: &Town, email: &str, password: &str) -> OfficeResult<Option<Staff>> {
    tries_from(town, email, password, "192.0.2.7", None).await
}

async fn tries_from(
    town: &Town,
    email: &str,
    password: &str,
    near: &str,
    device: Option<&str>,
) -> OfficeResult<Option<Staff>> {
    let from = Place {
        near: near.to_owned(),
        wide: None,
    };
    let attempt = Attempt {
        email,
        password,
        from: &from,
        device,
    };
    town.office.sign_in(attempt).await
}

const WRONG: &str = "a wrong but long one";

async fn only_the_right_password_signs_in(town: Town) {
    let cole = town.custodian().await;
    assert_eq!(
        tries(&town, "Cole@example.org", PASSWORD).await.unwrap(),
        Some(cole.staff)
    );
    assert_eq!(tries(&town, "cole@example.org", WRONG).await.unwrap(), None);
    assert_eq!(tries(&town, "nobody@example.org", PASSWORD).await.unwrap(), None);
    let kept = town.texts("SELECT password_hash FROM staff").await.remove(0);
    assert!(kept.starts_with("$argon2id$") && !kept.contains(PASSWORD));
}

/// Somebody who knows the address of a colleague guesses without end: the colleague signs in all the same, from elsewhere
/// and in the browser they always use.
async fn nobody_can_keep_a_member_of_staff_out(town: Town) {
    let cole = town.custodian().await.staff;
    let device = town.office.keep_device(&cole, None).await.unwrap();
    let mut slowed = None;
    for _ in 0..15 {
        if let Err(refused) = tries(&town, "cole@example.org", WRONG).await {
            slowed = Some(refused);
            break;
        }
    }
    assert!(
        matches!(slowed, Some(Refusal::TooMany { seconds: 1..=31 })),
        "{slowed:?}"
    );
    let elsewhere = tries_from(&town, "cole@example.org", PASSWORD, "198.51.100.9", None).await;
    assert_eq!(elsewhere.unwrap().as_ref(), Some(&cole), "from elsewhere");
    let usual = tries_from(&town, "cole@example.org", PASSWORD, "192.0.2.7", Some(&device)).await;
    assert_eq!(usual.unwrap().as_ref(), Some(&cole), "in the usual browser");
    // Another account's browser is none.
    let bela = town.staff("Bela", Role::Reviewer).await.staff;
    let other = town.office.keep_device(&bela, None).await.unwrap();
    let refused = tries_from(&town, "cole@example.org", PASSWORD, "192.0.2.7", Some(&other)).await;
    assert!(matches!(refused, Err(Refusal::TooMany { .. })), "{refused:?}");
    // And where the guesses come from, it is a wait and no lock.
    pass(&town, 31_000_000);
    let later = tries(&town, "cole@example.org", PASSWORD).await;
    assert_eq!(later.unwrap().as_ref(), Some(&cole));
    let told = "SELECT act FROM audit_entry WHERE act = 'tries_slowed'";
    assert_eq!(town.texts(told).await.len(), 1, "told once an hour");
}

async fn a_session_ends_when_idle_old_or_left(town: Town) {
    let cole = town.custodian().await.staff;
    let office = &town.office;
    let id = async |token: &str| office.staff(token).await.unwrap().map(|found| found.id);
    let begin = async || office.begin_session(&cole).await.unwrap().token;
    let left = begin().await;
    assert_eq!(id(&left).await.as_ref(), Some(&cole.id));
    office.sign_out(&left).await.unwrap();
    assert_eq!(id(&left).await, None);
    let token = begin().await;
    for _ in 0..15 {
        pass(&town, HOUR * 3 / 4);
        assert_eq!(id(&token).await.as_ref(), Some(&cole.id));
    }
    // Twelve hours are over, however busy it was.
    pass(&town, HOUR * 3 / 4 + 1);
    assert_eq!(id(&token).await, None);
    let idle = begin().await;
    pass(&town, HOUR + 1);
    assert_eq!(id(&idle).await, None);
    assert_eq!(town.count("SELECT COUNT(*) FROM staff_session").await, 1);
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
