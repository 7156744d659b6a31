//! What `make faults` tries at full size, small.

#[path = "../../benches/faults/mod.rs"]
pub mod trials;

use std::{path::Path, time::Duration};

use tempfile::TempDir;

use self::trials::{
    cuts, disks,
    kills::{self, Kills},
    portal::Place,
    postgres::Cluster,
};

/// The longest that people may be unable to file after a kill.
const LONGEST_AWAY: Duration = Duration::from_secs(30);

fn place(home: &TempDir, postgres: Option<String>) -> Place {
    Place {
        program: env!("CARGO_BIN_EXE_daylight").into(),
        home: home.path().to_owned(),
        postgres,
    }
}

fn folder() -> TempDir {
    TempDir::new().expect("a folder")
}

/// A PostgreSQL of its own; none where the environment says that there is none on purpose.
fn cluster(folder: &Path) -> Option<Cluster> {
    if std::env::var("DAYLIGHT_TEST_POSTGRES").is_ok_and(|server| server == "none") {
        return None;
    }
    let cluster = Cluster::make(folder).expect("a cluster");
    Some(cluster.expect("PostgreSQL, or DAYLIGHT_TEST_POSTGRES=none"))
}

fn all_survived(counted: &Kills, kills: u32, filings: usize) {
    assert!(counted.times == kills && counted.acknowledged >= filings, "{counted:?}");
    assert!(counted.longest_away < LONGEST_AWAY, "{counted:?}");
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_where_the_program_is_killed() {
    let home = folder();
    let counted = kills::of_the_program(&place(&home, None), 8, 160).await;
    all_survived(&counted.expect("nothing is lost"), 8, 160);
}

#[tokio::test]
async fn nothing_acknowledged_is_lost_where_program_and_postgresql_are_killed() {
    let (home, data) = (folder(), folder());
    let Some(mut cluster) = cluster(data.path()) else {
        return;
    };
    let place = place(&home, Some(cluster.url()));
    let counted = kills::of_the_program(&place, 5, 60).await;
    all_survived(&counted.expect("nothing is lost"), 5, 60);
    let counted = kills::of_postgres(&place, &mut cluster, 3, 60).await;
    all_survived(&counted.expect("nothing is lost"), 3, 60);
}

#[tokio::test]
async fn connections_that_are_cut_take_nothing_along() {
    let home = folder();
    let counted = cuts::of_connections(&place(&home, None), 200).await;
    let counted = counted.expect("nothing is lost");
    assert!(counted.cut == 200 && counted.answered < 200, "{counted:?}");
    assert!(counted.acknowledged >= 40, "{counted:?}");
}

#[tokio::test]
async fn a_disk_that_is_full_for_any_writer_loses_nothing() {
    let home = folder();
    let counted = disks::of_each_writer(home.path(), env!("CARGO_BIN_EXE_daylight").as_ref()).await;
    let counted = counted.expect("nothing is lost");
    assert!(counted.refused > 0 && counted.acknowledged > 0, "{counted:?}");
    assert_eq!(counted.tried.len(), 5);
}
