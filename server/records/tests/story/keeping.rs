//! What is kept stays, can be copied, and can be looked over.

use law::request::Act;
use office::desk::PublicDesk as _;
use records::{
    RecordsOffice, Setup, StartError,
    files::Files,
    secret::SecretError,
    store::{
        Dialect,
        backup::{self, BackupError, Source},
        restore::restore,
    },
};

use crate::support::{Town, form_key};

crate::on_both_engines!(
    the_docket_refuses_to_be_changed_or_deleted,
    an_office_with_another_secret_does_not_open,
    damage_is_found,
    a_copy_made_while_serving_can_be_put_back,
    opening_again_finds_everything,
);

async fn the_docket_refuses_to_be_changed_or_deleted(town: Town) {
    town.resident("Ana").files().await;
    let before = town.texts("SELECT event FROM docket ORDER BY request_id, seq").await;
    for statement in [
        "UPDATE docket SET event = '{}'",
        "UPDATE docket SET at = at + 1 WHERE seq = 1",
        "DELETE FROM docket",
        "DELETE FROM docket WHERE seq = 3",
    ] {
        let error = town.raw(statement).await.unwrap_err().to_string();
        assert!(error.contains("docket is never"), "{statement}: {error}");
    }
    let engines_own = match town.dialect() {
        Dialect::Sqlite => {
            "INSERT OR REPLACE INTO docket (request_id, seq, at, on_date, actor, act, event) \
             SELECT request_id, seq, at, on_date, actor, act, '{}' FROM docket"
        }
        Dialect::Postgres => "TRUNCATE docket CASCADE",
    };
    assert!(
        town.raw(engines_own)
            .await
            .unwrap_err()
            .to_string()
            .contains("docket is never")
    );
    assert_eq!(
        town.texts("SELECT event FROM docket ORDER BY request_id, seq").await,
        before
    );
}

async fn an_office_with_another_secret_does_not_open(town: Town) {
    let profile = law::profile::Profile::built_in("kansas-city-mo").unwrap();
    let other = town.folder().join("other.key");
    let opens = || {
        let setup = Setup::new(
            town.database_url(),
            profile.clone(),
            &other,
            "https://records.example.org",
        );
        RecordsOffice::open(setup)
    };
    assert!(matches!(
        opens().await,
        Err(StartError::Secret(SecretError::Missing { .. }))
    ));
    assert!(!other.exists(), "no new secret is left behind");
    std::fs::write(&other, "7".repeat(64)).unwrap();
    assert!(matches!(opens().await, Err(StartError::WrongSecret(_))));
}

async fn damage_is_found(town: Town) {
    let ana = town.resident("Ana").files().await;
    town.is_sound().await;
    // The database refuses to delete a hold, until somebody takes that away.
    assert!(town.raw("DELETE FROM hold").await.is_err());
    let unguard = match town.dialect() {
        Dialect::Sqlite => "DROP TRIGGER hold_no_delete",
        Dialect::Postgres => "DROP TRIGGER hold_no_delete ON hold",
    };
    town.raw(unguard).await.unwrap();
    town.raw("DELETE FROM hold").await.unwrap();
    town.office.fold_statistics().await.unwrap();
    town.raw("UPDATE total SET number = 7").await.unwrap();
    town.raw("UPDATE records_request SET stage = 'denied', docket_seq = 9")
        .await
        .unwrap();
    let wrong = town.office.check().await.unwrap();
    let number = ana.number();
    for expected in [
        format!("{number}: there is no hold"),
        format!("{number}: lists show another stage than the state"),
        format!("{number}: the docket's last entry is not the one that the request names"),
        "the totals of the statistics are not what the docket gives".to_owned(),
    ] {
        assert!(wrong.contains(&expected), "{expected} not in {wrong:?}");
    }
}

async fn a_copy_made_while_serving_can_be_put_back(town: Town) {
    let ana = town.resident("Ana").files().await;
    let copy = town.folder().join("copy.db");
    let secret = town.folder().join("data/secret.key");
    let own_files = Files::within(town.folder().join("data/files"));
    let source = Source {
        store: town.office.store(),
        url: town.database_url(),
        files: &own_files,
        secret_file: &secret,
    };
    if town.dialect() == Dialect::Postgres {
        let told = backup::backup(source, &copy).await.unwrap_err().to_string();
        assert!(told.contains("pg_dump"), "{told}");
        return;
    }
    assert_eq!(backup::backup(source, &copy).await.unwrap(), 1);
    town.resident("Bela").files().await;
    let target = town.folder().join("new place/daylight.db");
    let url = format!("sqlite://{}", target.display());
    let files = Files::within(town.folder().join("new place/files"));
    assert_eq!(restore(&url, &files, &copy).await.unwrap(), 1);
    let profile = law::profile::Profile::built_in("kansas-city-mo").unwrap();
    let office = RecordsOffice::open(Setup::new(&url, profile, secret, "https://records.example.org"))
        .await
        .unwrap();
    assert!(office.open(ana.number(), &ana.receipt.code).await.unwrap().is_some());
    assert_eq!(office.figures().await.unwrap().filed, 1);
    office.close().await;
    assert!(matches!(
        restore(&url, &files, &copy).await,
        Err(BackupError::NotEmpty(_))
    ));
    assert!(matches!(
        restore(town.database_url(), &files, &copy).await,
        Err(BackupError::NotEmpty(_))
    ));
    std::fs::write(&copy, "no database at all").unwrap();
    let elsewhere = format!("sqlite://{}", town.folder().join("elsewhere.db").display());
    assert!(matches!(
        restore(&elsewhere, &files, &copy).await,
        Err(BackupError::NotSound { .. })
    ));
    assert!(!town.folder().join("elsewhere.db").exists());
}

async fn opening_again_finds_everything(town: Town) {
    let form = town.resident("Ana").form();
    let ana = town.resident("Ana").files_form(form.clone()).await;
    town.custodian()
        .await
        .does(ana.number(), Act::Acknowledge)
        .await
        .unwrap();
    let before = ana.status().await;
    let second = town.second_counter().await;
    assert_eq!(second.status(ana.number()).await.unwrap().unwrap(), before);
    assert_eq!(
        second.receipt(&town.read(&form).key).await.unwrap().unwrap().number,
        *ana.number()
    );
    assert!(second.receipt(&form_key()).await.unwrap().is_none());
}
