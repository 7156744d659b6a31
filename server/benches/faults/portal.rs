//! A portal with a folder of its own, that can be killed and started again on what is left.

use std::{
    io::{BufRead as _, BufReader, Read, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use super::Outcome;

/// Where a portal keeps everything, and with which program it runs.
#[derive(Clone)]
pub struct Place {
    /// The program `daylight`.
    pub program: PathBuf,
    /// Its data.
    pub home: PathBuf,
    /// PostgreSQL; none for SQLite in the folder.
    pub postgres: Option<String>,
}

impl Place {
    /// A command of the program on this place, with nothing of the tester's environment.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .env_clear()
            .current_dir(&self.home)
            .env("LEPTOS_SITE_ADDR", "127.0.0.1:0")
            .env("DAYLIGHT_DATA_DIR", &self.home)
            .env("DAYLIGHT_RATE_LIMIT", "off");
        if let Some(site) = site_of(&self.program) {
            command.env("LEPTOS_SITE_ROOT", site);
        }
        if let Some(url) = &self.postgres {
            command.env("DATABASE_URL", url);
        }
        command
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str], input: &str) -> Outcome<Output> {
        let mut command = self.command(arguments);
        let command = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = command.spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            // A command that reads nothing may have ended already.
            let _ = stdin.write_all(input.as_bytes());
        }
        Ok(child.wait_with_output()?)
    }

    /// `daylight check`: an error unless everything is in order.
    pub fn is_sound(&self) -> Outcome<()> {
        let checked = self.run(&["check"], "")?;
        if checked.status.success() {
            return Ok(());
        }
        Err(format!("`daylight check` says: {}", both(&checked)).into())
    }

    /// Starts `daylight serve`.
    pub fn serve(&self) -> Outcome<Portal> {
        let mut serve = self.command(&["serve"]);
        serve.stderr(Stdio::null());
        Portal::spawn(serve)
    }
}

/// The built site of a release build, which does not lie beside it.
fn site_of(program: &Path) -> Option<PathBuf> {
    let folder = program.parent()?;
    if folder.join("site").is_dir() {
        return None;
    }
    let site = folder.parent()?.join("site");
    site.is_dir().then_some(site)
}

/// What a command said.
pub fn both(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout);
    format!("{said}{}", String::from_utf8_lossy(&output.stderr))
}

/// A running portal. Dropped, it is killed.
pub struct Portal {
    child: Child,
    /// Where it listens.
    pub url: String,
    said: Arc<Mutex<String>>,
}

impl Portal {
    /// Starts a command that serves, and waits until it listens.
    pub fn spawn(mut serve: Command) -> Outcome<Self> {
        let mut child = serve.stdout(Stdio::piped()).spawn()?;
        let said = Arc::new(Mutex::new(String::new()));
        let (told, tells) = std::sync::mpsc::channel();
        if let Some(errors) = child.stderr.take() {
            listen(errors, Arc::clone(&said), None);
        }
        let out = child.stdout.take().ok_or("no output")?;
        listen(out, Arc::clone(&said), Some(told));
        let until = Instant::now() + Duration::from_mins(1);
        let mut portal = Self {
            child,
            url: String::new(),
            said,
        };
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let Ok(line) = tells.recv_timeout(left) else {
                let _ = portal.child.kill();
                let _ = portal.child.wait();
                return Err(format!("the portal did not start: {}", portal.said()).into());
            };
            if let Some(url) = line.strip_prefix("Listening on ") {
                url.clone_into(&mut portal.url);
                return Ok(portal);
            }
        }
    }

    /// SIGKILL.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Whether it still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }

    /// Its process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// What it said, where anybody listened.
    pub fn said(&self) -> String {
        self.said.lock().map(|said| said.clone()).unwrap_or_default()
    }
}

impl Drop for Portal {
    fn drop(&mut self) {
        self.kill();
    }
}

fn listen(from: impl Read + Send + 'static, said: Arc<Mutex<String>>, told: Option<std::sync::mpsc::Sender<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(from).lines().map_while(Result::ok) {
            if let Ok(mut said) = said.lock() {
                said.push_str(&line);
                said.push('\n');
            }
            if let Some(told) = &told {
                let _ = told.send(line);
            }
        }
    });
}
