//! A portal of its own: program, folder, port.

use std::{
    io::{BufRead as _, BufReader, Read, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use tempfile::TempDir;

use super::{Custodian, Resident};

/// Password of everybody on the staff.
pub const PASSWORD: &str = "a long password for tests";

/// A running portal. Dropped, it is killed and its folder removed.
pub struct Portal {
    child: Child,
    folder: Arc<TempDir>,
    settings: Vec<(String, String)>,
    said: Arc<Mutex<String>>,
    /// Where it listens, for example `http://127.0.0.1:40123`.
    pub url: String,
}

impl Portal {
    /// Opens a portal without limits, on an empty database.
    pub fn open() -> Self {
        Self::with(&[("DAYLIGHT_RATE_LIMIT", "off")])
    }

    /// Opens a portal with settings of its own.
    pub fn with(settings: &[(&str, &str)]) -> Self {
        let settings = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        Self::start(Arc::new(TempDir::new().expect("a folder")), settings)
    }

    /// Opens a portal on a folder that holds something already.
    pub fn on(folder: TempDir, settings: Vec<(String, String)>) -> Self {
        Self::start(Arc::new(folder), settings)
    }

    /// Opens a portal whose log goes to a disk that is full.
    pub fn with_log_on_a_full_disk(settings: &[(&str, &str)]) -> Self {
        let folder = Arc::new(TempDir::new().expect("a folder"));
        let settings = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let settings: Vec<_> = settings.collect();
        let full = std::fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .expect("a full device");
        let mut serve = program(folder.path(), &settings);
        serve.arg("serve").stderr(full);
        Self::spawn(serve, folder, settings)
    }

    /// Opens a portal whose data lie on a disk of its own with so many MiB, which only it and [`Self::disk`] see.
    pub fn on_a_small_disk(mib: u32) -> Self {
        const MOUNT: &str = "mount -t tmpfs -o size=\"$1\"m none \"$0\" && cd \"$0\" && exec \"$2\" serve";
        let folder = Arc::new(TempDir::new().expect("a folder"));
        let settings = vec![("DAYLIGHT_RATE_LIMIT".to_owned(), "off".to_owned())];
        let bare = program(folder.path(), &settings);
        let mut serve = Command::new("unshare");
        serve.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        serve.envs(bare.get_envs().filter_map(|(name, value)| Some((name, value?))));
        serve
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", MOUNT])
            .arg(folder.path())
            .arg(mib.to_string())
            .arg(bare.get_program())
            .stderr(Stdio::piped());
        Self::spawn(serve, folder, settings)
    }

    /// A file on the disk of its own.
    pub fn disk(&self, name: &str) -> PathBuf {
        let root = format!("/proc/{}/root", self.child.id());
        let folder = self.folder.path().strip_prefix("/").expect("from the root");
        Path::new(&root).join(folder).join(name)
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        self.child.try_wait().expect("a status").is_none()
    }

    fn start(folder: Arc<TempDir>, settings: Vec<(String, String)>) -> Self {
        let mut serve = program(folder.path(), &settings);
        serve.arg("serve").stderr(Stdio::piped());
        Self::spawn(serve, folder, settings)
    }

    fn spawn(mut serve: Command, folder: Arc<TempDir>, settings: Vec<(String, String)>) -> Self {
        let mut child = serve.stdout(Stdio::piped()).spawn().expect("the program starts");
        let said = Arc::new(Mutex::new(String::new()));
        if let Some(errors) = child.stderr.take() {
            listen(errors, Arc::clone(&said), None);
        }
        let (told, tells) = std::sync::mpsc::channel();
        listen(child.stdout.take().expect("its words"), Arc::clone(&said), Some(told));
        let deadline = Instant::now() + Duration::from_mins(1);
        let url = loop {
            let left = deadline.saturating_duration_since(Instant::now());
            let line = tells
                .recv_timeout(left)
                .unwrap_or_else(|_| panic!("no portal: {}", said.lock().expect("log")));
            if let Some(url) = line.strip_prefix("Listening on ") {
                break url.to_owned();
            }
        };
        Self {
            child,
            folder,
            settings,
            said,
            url,
        }
    }

    /// Kills it without warning, and starts it again on what is left.
    pub fn killed_and_restarted(mut self) -> Self {
        self.kill();
        Self::start(Arc::clone(&self.folder), self.settings.clone())
    }

    /// Kills it without warning, and starts it again on what is left with more settings.
    pub fn restarted_with(mut self, settings: &[(&str, &str)]) -> Self {
        self.kill();
        let more = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let settings = self.settings.iter().cloned().chain(more).collect();
        Self::start(Arc::clone(&self.folder), settings)
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// SIGTERM; whether it ended well within ten seconds.
    pub fn ends_when_told(&mut self) -> bool {
        let told = Command::new("kill")
            .arg(self.child.id().to_string())
            .status()
            .expect("kill");
        assert!(told.success());
        let deadline = Instant::now() + Duration::from_secs(10);
        while Instant::now() < deadline {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status.success();
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        false
    }

    /// Runs another command on the same data.
    pub fn run(&self, arguments: &[&str], input: &str) -> Output {
        let bare = program(self.folder.path(), &self.settings);
        let mut command = if self.folder.path().join("secret.key").exists() {
            bare
        } else {
            // A disk of its own is seen only from where the portal is.
            let mut enter = Command::new("nsenter");
            enter.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
            enter.envs(bare.get_envs().filter_map(|(name, value)| Some((name, value?))));
            let target = self.child.id().to_string();
            enter.args(["--user", "--mount", "--preserve-credentials", "--target", &target]);
            enter.arg(format!("--wdns={}", self.folder.path().display()));
            enter.arg(bare.get_program());
            enter
        };
        let mut child = command
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child
            .stdin
            .take()
            .expect("its input")
            .write_all(input.as_bytes())
            .expect("it reads");
        child.wait_with_output().expect("it ends")
    }

    /// Everything it said so far, on standard output and in the log.
    pub fn said(&self) -> String {
        self.said.lock().expect("the log").clone()
    }

    /// All of it, as soon as these words are among it: the log is written by a thread of its own.
    pub async fn says(&self, words: &str) -> String {
        for _ in 0..200 {
            let said = self.said();
            if said.contains(words) {
                return said;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("not in the log: {words}: {}", self.said())
    }

    /// Resident memory, as the kernel counts it, in KiB.
    pub fn resident_kib(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("its status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let number = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        number.expect("a number")
    }

    /// A file in its folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Letters sent so far, as files hold them.
    pub fn letters(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.file("mail")).into_iter().flatten().flatten();
        let letters = entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "eml"));
        letters
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
            .collect()
    }

    /// Waits until so many letters have been sent.
    pub async fn letters_come(&self, count: usize) -> Vec<String> {
        for _ in 0..200 {
            let letters = self.letters();
            if letters.len() >= count {
                return letters;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("only {} of {count} letters: {}", self.letters().len(), self.said());
    }

    /// Somebody with a browser of their own.
    pub fn resident(&self) -> Resident {
        Resident::at(&self.url)
    }

    /// A custodian with an account, signed in.
    pub async fn custodian(&self, email: &str) -> Custodian {
        self.staff(email, "custodian").await
    }

    /// Somebody on the staff with an account, signed in.
    pub async fn staff(&self, email: &str, role: &str) -> Custodian {
        let added = self.run(
            &[
                "staff",
                "add",
                "--email",
                email,
                "--name",
                "Kim Staff",
                "--role",
                role,
                "--password-stdin",
            ],
            PASSWORD,
        );
        assert!(added.status.success(), "{added:?}");
        let browser = self.resident();
        let form = [("email", email), ("password", PASSWORD), ("next", "")];
        let answer = browser.post("/staff/sign-in", &form).await;
        assert_eq!(
            (answer.status, answer.location.as_deref()),
            (303, Some("/staff/queue")),
            "{}",
            answer.text()
        );
        Custodian { browser }
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The program with a folder of its own and nothing of the tester's environment.
pub fn program(folder: &Path, settings: &[(String, String)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_daylight"));
    command
        .env_clear()
        .current_dir(folder)
        .env("LEPTOS_SITE_ADDR", "127.0.0.1:0")
        .env("DAYLIGHT_DATA_DIR", folder);
    command.envs(settings.iter().map(|(name, value)| (name, value)));
    command
}

fn listen(from: impl Read + Send + 'static, said: Arc<Mutex<String>>, told: Option<std::sync::mpsc::Sender<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            let mut said = said.lock().expect("the log");
            said.push_str(&line);
            said.push('\n');
            drop(said);
            if let Some(told) = &told {
                let _ = told.send(line);
            }
        }
    });
}

/// Notices whether anything at all is written into the database.
pub struct Watch {
    connection: sqlx::AnyConnection,
    version: i64,
}

impl Watch {
    /// Watches a portal's database from when what was under way is written: a letter is marked after it is handed over.
    pub async fn on(portal: &Portal) -> Self {
        let mut connection = database(portal).await;
        let mut before = version(&mut connection).await;
        loop {
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            let version = version(&mut connection).await;
            if version == before {
                return Self { connection, version };
            }
            before = version;
        }
    }

    /// Whether nobody has written since.
    pub async fn nothing_changed(&mut self) -> bool {
        version(&mut self.connection).await == self.version
    }
}

/// A connection to a portal's database beside the program's own.
pub async fn database(portal: &Portal) -> sqlx::AnyConnection {
    sqlx::any::install_default_drivers();
    let url = format!("sqlite://{}", portal.file("daylight.db").display());
    <sqlx::AnyConnection as sqlx::Connection>::connect(&url)
        .await
        .expect("the database")
}

async fn version(connection: &mut sqlx::AnyConnection) -> i64 {
    sqlx::query_scalar("PRAGMA data_version")
        .fetch_one(connection)
        .await
        .expect("a version")
}
