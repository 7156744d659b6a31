//! The life of an account: invited, given another role, locked out, let in again; and the second factor.

use office::{
    OfficeResult, Problem, Refusal,
    desk::{AdminDesk as _, CustodianDesk as _, OwnAccountDesk as _},
    forms::{AccountChange, NewAccount},
    permission::Administrator,
    problem::AccountProblem,
    views::{AuditAct, LinkPurpose, PrivatePart, Role, Staff},
};

use crate::{
    accounts::{pass, tries},
    support::{PASSWORD, Town},
};

crate::on_both_engines!(
    an_invitation_is_used_once_and_in_time,
    whoever_leaves_is_locked_out_at_once,
    a_role_changes_at_once,
    a_lost_password_is_chosen_anew_by_a_link,
    ones_own_new_password_ends_other_sessions,
    the_last_administrator_cannot_go,
    of_two_administrators_who_lock_each_other_out_one_stays,
    a_code_of_the_second_factor_works_once_however_many_try_it,
    a_recovery_code_works_once,
    whoever_has_the_right_code_waits_half_a_minute_at_most_and_nobody_guesses_it,
    a_weighty_act_asks_for_the_second_factor_again,
    only_who_works_a_request_reads_what_its_requester_wrote_and_each_session_is_entered_once,
);

const MINUTE: i64 = 60_000_000;
const ANOTHER: &str = "another long password";

async fn admin(town: &Town, name: &str) -> Administrator {
    town.staff(name, Role::Admin).await.staff.administrator().unwrap()
}

async fn token(town: &Town, id: &str) -> String {
    town.office.waiting_link(id).await.unwrap().expect("a link").token
}

async fn session(town: &Town, staff: &Staff) -> String {
    town.office.begin_session(staff).await.unwrap().token
}

fn problem(answer: OfficeResult<()>) -> Problem {
    match answer {
        Err(Refusal::Invalid { errors }) => errors.0[0].1.clone(),
        other => panic!("{other:?}"),
    }
}

async fn an_invitation_is_used_once_and_in_time(town: Town) {
    let ada = admin(&town, "Ada").await;
    let office = &town.office;
    let new = NewAccount {
        name: "Bela".into(),
        email: "Bela@Example.org".into(),
        role: Role::Reviewer,
    };
    let id = office.invite(&ada, new.clone()).await.unwrap();
    let taken = office.invite(&ada, new).await.map(|_| ());
    assert_eq!(problem(taken), AccountProblem::Taken.into());
    assert_eq!(
        tries(&town, "bela@example.org", "").await.unwrap(),
        None,
        "no password yet"
    );
    let void = token(&town, &id).await;
    office.change_account(&ada, &id, AccountChange::Reset).await.unwrap();
    assert_eq!(office.link_holder(&void).await.unwrap(), None, "a later link was made");
    let late = token(&town, &id).await;
    pass(&town, 72 * 60 * MINUTE + 1);
    assert_eq!(office.link_holder(&late).await.unwrap(), None, "too late");
    office.change_account(&ada, &id, AccountChange::Reset).await.unwrap();
    let link = token(&town, &id).await;
    let holder = office.link_holder(&link).await.unwrap().expect("open");
    assert_eq!(
        (holder.email.as_str(), holder.purpose),
        ("bela@example.org", LinkPurpose::Invitation)
    );
    let many = (0..8).map(|_| {
        let (office, link) = (office.clone(), link.clone());
        tokio::spawn(async move { office.use_link(&link, ANOTHER.into()).await.is_ok() })
    });
    let mut used = 0;
    for one in many.collect::<Vec<_>>() {
        used += u32::from(one.await.unwrap());
    }
    assert_eq!(used, 1, "once");
    assert!(tries(&town, "bela@example.org", ANOTHER).await.unwrap().is_some());
    let kept = town.texts("SELECT token_hash FROM staff_link").await;
    assert!(!kept.contains(&link), "the token is kept nowhere");
    let seen = office.account(&ada, &id).await.unwrap().expect("an account");
    let acts: Vec<&str> = seen.entries.iter().map(|entry| entry.act.key()).collect();
    assert_eq!(
        acts,
        ["account_made", "link_made", "link_made", "link_made", "link_used"]
    );
}

async fn whoever_leaves_is_locked_out_at_once(town: Town) {
    let ada = admin(&town, "Ada").await;
    let cole = town.custodian().await.staff;
    let office = &town.office;
    let open = session(&town, &cole).await;
    office
        .change_account(&ada, &cole.id, AccountChange::Reset)
        .await
        .unwrap();
    let link = token(&town, &cole.id).await;
    office
        .change_account(&ada, &cole.id, AccountChange::Disable)
        .await
        .unwrap();
    assert_eq!(office.staff(&open).await.unwrap(), None);
    assert_eq!(tries(&town, "cole@example.org", PASSWORD).await.unwrap(), None);
    assert_eq!(
        office.link_holder(&link).await.unwrap(),
        None,
        "nor by a link made before"
    );
    assert_eq!(
        office.begin_session(&cole).await,
        Err(Refusal::SignIn),
        "nor by a sign-in under way"
    );
    let reset = office.change_account(&ada, &cole.id, AccountChange::Reset).await;
    assert_eq!(problem(reset), AccountProblem::IsDisabled.into());
    office
        .change_account(&ada, &cole.id, AccountChange::Enable)
        .await
        .unwrap();
    assert!(tries(&town, "cole@example.org", PASSWORD).await.unwrap().is_some());
    assert_eq!(office.staff(&open).await.unwrap(), None, "an old session stays ended");
}

async fn a_role_changes_at_once(town: Town) {
    let ada = admin(&town, "Ada").await;
    let cole = town.custodian().await.staff;
    let open = session(&town, &cole).await;
    let change = AccountChange::Role(Role::Auditor);
    town.office.change_account(&ada, &cole.id, change).await.unwrap();
    let now = town.office.staff(&open).await.unwrap().expect("signed in");
    assert_eq!(now.role, Role::Auditor);
    assert!(now.custodian().is_err());
    let acts = town
        .office
        .account(&ada, &cole.id)
        .await
        .unwrap()
        .expect("an account")
        .entries;
    assert!(acts.iter().any(|entry| matches!(&entry.act, AuditAct::Account(event)
        if event.key() == "role_changed")
        && entry.staff.as_deref() == Some("Ada")));
}

async fn a_lost_password_is_chosen_anew_by_a_link(town: Town) {
    let ada = admin(&town, "Ada").await;
    let cole = town.custodian().await.staff;
    let open = session(&town, &cole).await;
    town.office
        .change_account(&ada, &cole.id, AccountChange::Reset)
        .await
        .unwrap();
    assert!(
        tries(&town, "cole@example.org", PASSWORD).await.unwrap().is_some(),
        "until it is used"
    );
    let link = token(&town, &cole.id).await;
    town.office.use_link(&link, ANOTHER.into()).await.unwrap();
    assert_eq!(tries(&town, "cole@example.org", PASSWORD).await.unwrap(), None);
    assert!(tries(&town, "cole@example.org", ANOTHER).await.unwrap().is_some());
    assert_eq!(town.office.staff(&open).await.unwrap(), None);
    // The operator can do the same at the server.
    town.office.set_password(&cole.id, PASSWORD.into()).await.unwrap();
    assert!(tries(&town, "cole@example.org", PASSWORD).await.unwrap().is_some());
}

async fn ones_own_new_password_ends_other_sessions(town: Town) {
    let cole = town.custodian().await.staff;
    let office = &town.office;
    let (here, there) = (session(&town, &cole).await, session(&town, &cole).await);
    let by = office.staff(&here).await.unwrap().expect("signed in");
    let wrong = office.change_password(&by, "not the password", ANOTHER.into()).await;
    assert_eq!(problem(wrong), AccountProblem::WrongPassword.into());
    office.change_password(&by, PASSWORD, ANOTHER.into()).await.unwrap();
    assert!(office.staff(&here).await.unwrap().is_some(), "this one goes on");
    assert_eq!(office.staff(&there).await.unwrap(), None);
    assert!(tries(&town, "cole@example.org", ANOTHER).await.unwrap().is_some());
}

async fn the_last_administrator_cannot_go(town: Town) {
    let ada = admin(&town, "Ada").await;
    let office = &town.office;
    for change in [AccountChange::Disable, AccountChange::Role(Role::Custodian)] {
        let refused = office.change_account(&ada, &ada.id, change).await;
        assert_eq!(problem(refused), AccountProblem::LastAdministrator.into());
    }
    // Somebody invited who has no password yet cannot take over, nor can somebody disabled.
    let new = NewAccount {
        name: "Bo".into(),
        email: "bo@example.org".into(),
        role: Role::Admin,
    };
    let bo = office.invite(&ada, new).await.unwrap();
    let refused = office.change_account(&ada, &ada.id, AccountChange::Disable).await;
    assert_eq!(problem(refused), AccountProblem::LastAdministrator.into());
    let link = token(&town, &bo).await;
    office.use_link(&link, ANOTHER.into()).await.unwrap();
    office
        .change_account(&ada, &ada.id, AccountChange::Disable)
        .await
        .unwrap();
    let refused = office.change_account_as(None, &bo, AccountChange::Disable).await;
    assert_eq!(problem(refused), AccountProblem::LastAdministrator.into());
}

async fn of_two_administrators_who_lock_each_other_out_one_stays(town: Town) {
    for round in 0..5 {
        let names = [format!("Ada{round}"), format!("Bo{round}")];
        let (ada, bo) = (admin(&town, &names[0]).await, admin(&town, &names[1]).await);
        for older in town.office.all_accounts().await.unwrap() {
            if ![&ada.id, &bo.id].contains(&&older.staff.id) {
                let _ = town
                    .office
                    .change_account_as(None, &older.staff.id, AccountChange::Disable)
                    .await;
            }
        }
        let go = |by: &Administrator, whom: &Administrator, change: AccountChange| {
            let (office, by, whom) = (town.office.clone(), by.clone(), whom.id.clone());
            tokio::spawn(async move { office.change_account(&by, &whom, change).await })
        };
        let (one, two) = (
            go(&ada, &bo, AccountChange::Disable),
            go(&bo, &ada, AccountChange::Role(Role::Custodian)),
        );
        let done = u32::from(one.await.unwrap().is_ok()) + u32::from(two.await.unwrap().is_ok());
        assert_eq!(done, 1);
        let left = "SELECT COUNT(*) FROM staff WHERE administers_at IS NOT NULL AND disabled_at IS NULL";
        assert_eq!(town.count(left).await, 1);
    }
}

/// The code that an app shows now.
fn code(town: &Town, key: &str) -> String {
    let key = totp_rs::Secret::try_from_base32(key).unwrap();
    let totp = totp_rs::Builder::new().with_secret(key).build().unwrap();
    let now = u64::try_from(town.office.now_micros() / 1_000_000).unwrap();
    totp.generate(now).to_string()
}

/// Enrolls a second factor: its key, and the recovery codes.
async fn enrolls(town: &Town, staff: &Staff) -> (String, Vec<String>) {
    let office = &town.office;
    let token = session(town, staff).await;
    let by = office.staff(&token).await.unwrap().expect("signed in");
    let wrong = office.begin_enrollment(&by, "not the password").await;
    assert_eq!(problem(wrong), AccountProblem::WrongPassword.into());
    office.begin_enrollment(&by, PASSWORD).await.unwrap();
    let waits = office.own_account(&by).await.unwrap().enrollment.expect("a key");
    assert!(waits.url.starts_with("otpauth://totp/") && waits.url.contains(&waits.typed));
    let codes = office.enroll(&by, &code(town, &waits.typed)).await.unwrap();
    assert_eq!(codes.len(), 10);
    let kept = town.texts("SELECT sealed FROM staff_factor").await.remove(0);
    assert!(!kept.to_uppercase().contains(&waits.typed), "encrypted");
    (waits.typed, codes)
}

async fn a_code_of_the_second_factor_works_once_however_many_try_it(town: Town) {
    let cole = town.custodian().await.staff;
    let (key, _) = enrolls(&town, &cole).await;
    let office = &town.office;
    let begun = office.begin_session(&cole).await.unwrap();
    assert!(begun.waits);
    assert_eq!(
        office.staff(&begun.token).await.unwrap(),
        None,
        "the password alone opens nothing"
    );
    let used = code(&town, &key);
    assert!(
        office.pass_factor(&begun.token, &used, "a", None).await.is_err(),
        "enrolling used this one"
    );
    pass(&town, MINUTE);
    let fresh = code(&town, &key);
    let many = (0..50).map(|place| {
        let (office, cole, fresh) = (office.clone(), cole.clone(), fresh.clone());
        tokio::spawn(async move {
            let begun = office.begin_session(&cole).await.unwrap();
            office
                .pass_factor(&begun.token, &fresh, &format!("{place}"), None)
                .await
                .is_ok()
        })
    });
    let mut through = 0;
    for one in many.collect::<Vec<_>>() {
        through += u32::from(one.await.unwrap());
    }
    assert_eq!(through, 1);
    // The wait for the code is over after ten minutes.
    let begun = office.begin_session(&cole).await.unwrap();
    pass(&town, 10 * MINUTE);
    let late = office.pass_factor(&begun.token, &code(&town, &key), "a", None).await;
    assert_eq!(late.map(|_| ()), Err(Refusal::SignIn));
}

async fn a_recovery_code_works_once(town: Town) {
    let cole = town.custodian().await.staff;
    let (_, codes) = enrolls(&town, &cole).await;
    let office = &town.office;
    let typed = codes[3].to_lowercase().replace('-', " ");
    for place in ["a", "b"] {
        let begun = office.begin_session(&cole).await.unwrap();
        let passed = office.pass_factor(&begun.token, &typed, place, None).await;
        assert_eq!(passed.is_ok(), place == "a", "{place}");
    }
    let kept = town.texts("SELECT code_hash FROM staff_recovery_code").await;
    assert!(codes.iter().all(|code| !kept.contains(code)));
    // Whoever has lost both is let in again by an administrator.
    let ada = admin(&town, "Ada").await;
    office
        .change_account(&ada, &cole.id, AccountChange::RemoveFactor)
        .await
        .unwrap();
    assert!(!office.begin_session(&cole).await.unwrap().waits);
}

/// Tries a code that is wrong, in a session of its own; whether it was looked at, and else how long to wait.
async fn guesses(town: &Town, who: &Staff, from: &str) -> Option<u32> {
    let begun = town.office.begin_session(who).await.unwrap();
    match town.office.pass_factor(&begun.token, "000000", from, None).await {
        Err(Refusal::Invalid { .. }) => None,
        Err(Refusal::TooMany { seconds }) => Some(seconds),
        other => panic!("{other:?}"),
    }
}

async fn whoever_has_the_right_code_waits_half_a_minute_at_most_and_nobody_guesses_it(town: Town) {
    let cole = town.custodian().await.staff;
    let (key, _) = enrolls(&town, &cole).await;
    let office = &town.office;
    for _ in 0..20 {
        if let Some(seconds) = guesses(&town, &cole, "a").await {
            assert!(seconds <= 31, "{seconds}");
        }
        pass(&town, 31 * 1_000_000);
    }
    // At once after a wrong one.
    assert_eq!(guesses(&town, &cole, "a").await, None);
    let begun = office.begin_session(&cole).await.unwrap();
    let early = office.pass_factor(&begun.token, &code(&town, &key), "a", None).await;
    let Err(Refusal::TooMany { seconds }) = early else {
        panic!("{:?}", early.map(|_| ()));
    };
    assert!(seconds <= 31, "{seconds}");
    pass(&town, i64::from(seconds) * 1_000_000);
    office
        .pass_factor(&begun.token, &code(&town, &key), "a", None)
        .await
        .expect("the right one");
    // From many places, for the better part of an hour: as many as are free, then one in half a minute.
    let (free, slow) = (100, 120);
    let (mut looked_at, mut held) = (0, 0);
    for number in 0..free + slow {
        match guesses(&town, &cole, &format!("place {}", number % 70)).await {
            None => looked_at += 1,
            Some(seconds) => {
                assert!(seconds <= 31, "{seconds}");
                held += 1;
            }
        }
        if number >= free {
            pass(&town, 20 * 1_000_000);
        }
    }
    let most = free + slow * 20 / 30;
    assert!(
        looked_at <= most && held > 40,
        "{looked_at} were looked at, {held} were not"
    );
}

async fn a_weighty_act_asks_for_the_second_factor_again(town: Town) {
    let ada = town.staff("Ada", Role::Admin).await.staff;
    let cole = town.custodian().await.staff;
    let (key, _) = enrolls(&town, &ada).await;
    let office = &town.office;
    pass(&town, MINUTE);
    let begun = office.begin_session(&ada).await.unwrap();
    let (_, token) = office
        .pass_factor(&begun.token, &code(&town, &key), "a", None)
        .await
        .unwrap();
    let now = async || {
        office
            .staff(&token)
            .await
            .unwrap()
            .expect("signed in")
            .administrator()
            .unwrap()
    };
    office
        .change_account(&now().await, &cole.id, AccountChange::SignOut)
        .await
        .unwrap();
    pass(&town, 16 * MINUTE);
    let again = office
        .change_account(&now().await, &cole.id, AccountChange::Disable)
        .await;
    assert_eq!(again, Err(Refusal::Confirm));
    office
        .confirm_again(&Staff::clone(&*now().await), &code(&town, &key))
        .await
        .unwrap();
    office
        .change_account(&now().await, &cole.id, AccountChange::Disable)
        .await
        .unwrap();
}

/// The same person, asking in a session.
pub(super) async fn in_session(town: &Town, staff: &Staff) -> Staff {
    let token = session(town, staff).await;
    town.office.staff(&token).await.unwrap().expect("signed in")
}

const OPENED: &str = "SELECT subject_id FROM audit_entry WHERE act = 'private_opened'";

async fn only_who_works_a_request_reads_what_its_requester_wrote_and_each_session_is_entered_once(town: Town) {
    let ana = town.resident("Ana").files().await;
    ana.writes("Please hurry, says the canary").await.unwrap();
    let cole = town.custodian().await.staff;
    let office = &town.office;
    for role in [
        Role::Reviewer,
        Role::Supervisor,
        Role::Prosecutor,
        Role::Auditor,
        Role::Admin,
    ] {
        let other = town.staff(&format!("{role:?}"), role).await.staff;
        let other = in_session(&town, &other).await;
        let seen = office.request(&other, ana.number()).await.unwrap().expect("a request");
        assert_eq!(seen.private, PrivatePart::ForWhoWorksIt);
        let all = format!("{:?} {:?}", seen.asked, seen.messages).to_lowercase();
        assert!(!all.contains("canary") && !all.contains("816"), "{role:?}: {all}");
        assert!(!seen.docket.is_empty());
    }
    assert!(town.texts(OPENED).await.is_empty());
    let by = in_session(&town, &cole).await;
    let many = (0..12).map(|_| {
        let (office, by, number) = (office.clone(), by.clone(), ana.number().clone());
        tokio::spawn(async move { office.request(&by, &number).await.unwrap().expect("a request").private })
    });
    for one in many.collect::<Vec<_>>() {
        assert_eq!(one.await.unwrap(), PrivatePart::Open);
    }
    assert_eq!(town.texts(OPENED).await, [ana.number().to_string()]);
    let again = in_session(&town, &cole).await;
    let seen = office.request(&again, ana.number()).await.unwrap().expect("a request");
    assert!(seen.asked.description.contains("canary") && seen.messages.len() == 1);
    assert_eq!(town.texts(OPENED).await.len(), 2, "another session");
}
