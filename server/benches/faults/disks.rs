//! The disk is full, for each thing that is written: people are told and keep their words, and all goes on once there is
//! room.

use std::{
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::{Duration, Instant},
};

use super::{
    Outcome,
    people::{self, Filed, Journal, Person},
    portal::{Place, Portal, both},
};

/// What a trial by full disks counted.
#[derive(Debug, Default)]
pub struct Disks {
    /// What was tried, and what came of it.
    pub tried: Vec<String>,
    /// Filings refused while there was no room.
    pub refused: usize,
    /// Filings acknowledged, each of which is there.
    pub acknowledged: usize,
}

/// A disk of so many MiB that only one program and this trial see.
struct SmallDisk {
    portal: Portal,
    folder: PathBuf,
}

impl SmallDisk {
    /// Mounts it on a folder, and starts the portal.
    fn under(place: &Place, folder: &Path, mib: u32) -> Outcome<Self> {
        const MOUNT: &str = "mount -t tmpfs -o size=\"$1\"m none \"$0\" && cd \"$2\" && shift 2 && exec \"$@\"";
        let bare = place.command(&["serve"]);
        let mut serve = Command::new("unshare");
        serve.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        serve.envs(bare.get_envs().filter_map(|(name, value)| Some((name, value?))));
        serve
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", MOUNT])
            .arg(folder)
            .arg(mib.to_string())
            .arg(&place.home)
            .arg(bare.get_program())
            .args(bare.get_args())
            .stderr(Stdio::piped());
        Ok(Self {
            portal: Portal::spawn(serve)?,
            folder: folder.to_owned(),
        })
    }

    /// Runs a command of the program where it sees the disk.
    fn run(&self, place: &Place, arguments: &[&str]) -> Outcome<Output> {
        let bare = place.command(arguments);
        let mut inside = Command::new("nsenter");
        inside.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        inside.envs(bare.get_envs().filter_map(|(name, value)| Some((name, value?))));
        inside.arg(format!("--target={}", self.portal.id()));
        inside
            .args(["--user", "--mount", "--preserve-credentials"])
            .arg(format!("--wdns={}", place.home.display()));
        Ok(inside.arg(bare.get_program()).args(bare.get_args()).output()?)
    }

    /// A path as the program sees it, from here.
    fn seen(&self, path: &Path) -> PathBuf {
        let root = PathBuf::from(format!("/proc/{}/root", self.portal.id()));
        root.join(path.strip_prefix("/").unwrap_or(path))
    }

    fn filler(&self) -> PathBuf {
        self.seen(&self.folder.join("filler"))
    }

    /// Fills it to the brim.
    fn fill(&self) -> Outcome<()> {
        let mut filler = File::create(self.filler())?;
        for block in [1024 * 1024, 4096, 1] {
            let block = vec![0_u8; block];
            while filler.write_all(&block).is_ok() {}
        }
        Ok(())
    }

    fn make_room(&self) -> Outcome<()> {
        Ok(std::fs::remove_file(self.filler())?)
    }
}

/// Tries each writer in turn.
pub async fn of_each_writer(home: &Path, program: &Path) -> Outcome<Disks> {
    let mut disks = Disks::default();
    let place = |name: &str| -> Outcome<Place> {
        let home = home.join(name);
        std::fs::create_dir_all(&home)?;
        Ok(Place {
            program: program.to_owned(),
            home,
            postgres: None,
        })
    };
    database(&place("database")?, &mut disks).await?;
    mail(&place("mail")?, &mut disks).await?;
    log(&place("log")?, &mut disks).await?;
    backup(&place("backup")?, &mut disks).await?;
    first_start(&place("first")?, &mut disks)?;
    Ok(disks)
}

/// The database, and everything else of the portal, on a disk that fills three times.
async fn database(place: &Place, disks: &mut Disks) -> Outcome<()> {
    let mut disk = SmallDisk::under(place, &place.home, 24)?;
    let (url, journal) = (
        disk.portal.url.clone(),
        Journal::on(&std::env::temp_dir().join(unique("journal")))?,
    );
    let somebody = Person::at(&url)?;
    people::file_together(&url, &journal, 1, 3).await?;
    // A list to import that finds no room for all of it.
    let list = disk.seen(&place.home.join("list.csv"));
    std::fs::write(&list, super::waits::register(2_000, "DISK"))?;
    for round in 0..3 {
        disk.fill()?;
        // What is free inside the database is used up at some time.
        let mut refused = 0;
        for _ in 0..400 {
            match somebody.files(&journal, true).await? {
                Filed::Acknowledged => {}
                Filed::Refused(503 | 507) => {
                    refused += 1;
                    break;
                }
                other => return Err(format!("a filing on a full disk: {other:?}").into()),
            }
        }
        disks.refused += refused;
        if refused > 0 && somebody.status_of("/requests").await? != 200 {
            return Err("nobody can read while the disk is full".into());
        }
        let imported = disk.run(place, &["recordings", "import", "list.csv"])?;
        if imported.status.success() || !both(&imported).contains("could not answer") {
            return Err(format!("an import on a full disk: {}", both(&imported)).into());
        }
        disk.make_room()?;
        people::file_together(&url, &journal, 1, journal.len() + 1).await?;
        if round == 2 {
            let imported = disk.run(place, &["recordings", "import", "list.csv"])?;
            let said = both(&imported);
            if !imported.status.success() || !said.contains("2000 recordings registered") {
                return Err(format!("an import that found no room cannot be done again: {said}").into());
            }
        }
    }
    if !disk.portal.runs() {
        return Err("the program ended on a full disk".into());
    }
    disks.acknowledged += journal.all_are_there(&url).await?;
    let checked = disk.run(place, &["check"])?;
    if !checked.status.success() {
        return Err(format!("`daylight check` says: {}", both(&checked)).into());
    }
    disks
        .tried
        .push("database and import: refused with the words kept, reading goes on, healed".into());
    Ok(())
}

/// The folder of mail.
async fn mail(place: &Place, disks: &mut Disks) -> Outcome<()> {
    let folder = place.home.join("mail");
    std::fs::create_dir_all(&folder)?;
    let disk = SmallDisk::under(place, &folder, 1)?;
    let (url, journal) = (disk.portal.url.clone(), Journal::on(&place.home.join("journal.txt"))?);
    disk.fill()?;
    people::file_together(&url, &journal, 2, 20).await?;
    let letters = || -> usize {
        let entries = std::fs::read_dir(disk.seen(&folder)).into_iter().flatten().flatten();
        let letters = entries.filter(|one| one.path().extension().is_some_and(|end| end == "eml"));
        letters
            .filter(|one| one.metadata().is_ok_and(|data| data.len() > 0))
            .count()
    };
    tokio::time::sleep(Duration::from_secs(2)).await;
    let before = letters();
    disk.make_room()?;
    // The first new letter shows that mail goes on; those that waited have their own times.
    people::file_together(&url, &journal, 1, journal.len() + 1).await?;
    let until = Instant::now() + Duration::from_secs(30);
    while letters() <= before {
        if Instant::now() > until {
            return Err("no letter goes out although there is room again".into());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    disks.acknowledged += journal.all_are_there(&url).await?;
    place.is_sound()?;
    disks
        .tried
        .push("mail: filing goes on, letters wait and go out once there is room".into());
    Ok(())
}

/// The log.
async fn log(place: &Place, disks: &mut Disks) -> Outcome<()> {
    let mut serve = place.command(&["serve"]);
    serve.stderr(std::fs::OpenOptions::new().write(true).open("/dev/full")?);
    let mut portal = Portal::spawn(serve)?;
    let journal = Journal::on(&place.home.join("journal.txt"))?;
    people::file_together(&portal.url, &journal, 2, 50).await?;
    if !portal.runs() {
        return Err("the program ended because its log is full".into());
    }
    disks.acknowledged += journal.all_are_there(&portal.url).await?;
    disks.tried.push("log: lines are lost, nobody else".into());
    Ok(())
}

/// The place of a backup.
async fn backup(place: &Place, disks: &mut Disks) -> Outcome<()> {
    let folder = place.home.join("copies");
    std::fs::create_dir_all(&folder)?;
    let disk = SmallDisk::under(place, &folder, 8)?;
    let journal = Journal::on(&place.home.join("journal.txt"))?;
    people::file_together(&disk.portal.url, &journal, 2, 20).await?;
    disk.fill()?;
    let target = folder.join("copy.db");
    let target = target.to_str().ok_or("a path")?;
    let refused = disk.run(place, &["backup", target])?;
    let left = std::fs::read_dir(disk.seen(&folder))?.count();
    if refused.status.success() || left != 1 {
        return Err(format!("a backup on a full disk: {}, {left} files", both(&refused)).into());
    }
    disk.make_room()?;
    let made = disk.run(place, &["backup", target])?;
    if !made.status.success() {
        return Err(format!("a backup once there is room: {}", both(&made)).into());
    }
    disks.acknowledged += journal.all_are_there(&disk.portal.url).await?;
    disks
        .tried
        .push("backup: nothing is left behind, and made once there is room".into());
    Ok(())
}

/// The first start.
fn first_start(place: &Place, disks: &mut Disks) -> Outcome<()> {
    const MOUNT: &str = "mount -t tmpfs -o size=64k none \"$0\" && cd \"$0\" && \
         { head -c 1m /dev/zero >filler 2>/dev/null; \"$1\" migrate; code=$?; ls -A; rm filler; exit $code; }";
    let bare = place.command(&["migrate"]);
    let mut start = Command::new("unshare");
    start.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    start.envs(bare.get_envs().filter_map(|(name, value)| Some((name, value?))));
    start.args(["--user", "--map-root-user", "--mount", "sh", "-c", MOUNT]);
    let refused = start.arg(&place.home).arg(&place.program).output()?;
    let said = both(&refused);
    if refused.status.success()
        || said.lines().any(|line| line.starts_with("secret.key"))
        || !said.contains("daylight: ")
    {
        return Err(format!("a first start on a full disk: {said}").into());
    }
    disks
        .tried
        .push("first start: one line says why, no half secret is left".into());
    Ok(())
}

fn unique(name: &str) -> String {
    format!("daylight-{name}-{}", std::process::id())
}
