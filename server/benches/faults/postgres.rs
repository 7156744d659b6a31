//! A PostgreSQL of its own, that can be killed.

use std::{
    ffi::OsStr,
    net::TcpListener,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use super::Outcome;

/// A cluster in a folder. Dropped, it is stopped; the folder belongs to whoever made it.
pub struct Cluster {
    programs: PathBuf,
    data: PathBuf,
    port: u16,
    server: Option<Child>,
}

impl Cluster {
    /// Makes a cluster in a new folder and starts it; `None` where there is no PostgreSQL.
    pub fn make(folder: &Path) -> Outcome<Option<Self>> {
        let Some(programs) = programs() else {
            return Ok(None);
        };
        // Whoever runs the tests as root lets the user `postgres` in.
        std::fs::create_dir_all(folder)?;
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777))?;
        let data = folder.join("data");
        let mut cluster = Self {
            programs,
            data,
            port: TcpListener::bind("127.0.0.1:0")?.local_addr()?.port(),
            server: None,
        };
        let mut initdb = cluster.program("initdb");
        initdb.arg("--pgdata").arg(&cluster.data);
        initdb.args([
            "--username=daylight",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--data-checksums",
        ]);
        run(&mut initdb)?;
        cluster.start()?;
        Ok(Some(cluster))
    }

    /// Where it answers.
    pub fn url(&self) -> String {
        format!("postgres://daylight@127.0.0.1:{}/postgres", self.port)
    }

    /// Starts it on what is left, and waits until it takes connections.
    pub fn start(&mut self) -> Outcome<()> {
        let until = Instant::now() + Duration::from_secs(30);
        while Instant::now() < until {
            let mut server = self.program("postgres");
            server.arg("-D").arg(&self.data).arg("-p").arg(self.port.to_string());
            server.args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=on",
            ]);
            let mut server = server.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
            while Instant::now() < until && server.try_wait()?.is_none() {
                if self.answers() {
                    self.server = Some(server);
                    return Ok(());
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            // Processes of the one that was killed are still going away.
            let _ = server.wait();
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("PostgreSQL did not start again".into())
    }

    fn answers(&self) -> bool {
        let mut ready = self.program("pg_isready");
        ready.args(["-q", "-h", "127.0.0.1", "-d", "postgres", "-U", "daylight", "-p"]);
        ready
            .arg(self.port.to_string())
            .status()
            .is_ok_and(|status| status.success())
    }

    /// SIGKILL to the postmaster; its other processes find out.
    pub fn kill(&mut self) {
        let first = std::fs::read_to_string(self.data.join("postmaster.pid"));
        if let Some(postmaster) = first.ok().as_deref().and_then(|text| text.lines().next()) {
            let _ = Command::new("kill").arg("-KILL").arg(postmaster).status();
        }
        if let Some(mut server) = self.server.take() {
            let _ = server.wait();
        }
    }

    /// `pg_amcheck` with every index compared to its table.
    pub fn is_sound(&self) -> Outcome<()> {
        let mut check = self.program("pg_amcheck");
        check.args([
            "--install-missing",
            "--heapallindexed",
            "-h",
            "127.0.0.1",
            "-U",
            "daylight",
            "-d",
            "postgres",
        ]);
        run(check.arg("-p").arg(self.port.to_string()))
    }

    /// A program of PostgreSQL, by the user `postgres` where this is root: it refuses to run as root.
    fn program(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if is_root() {
            let mut other = Command::new("runuser");
            other.args(["-u", "postgres", "--"]).arg(program);
            other
        } else {
            Command::new(program)
        };
        command.current_dir("/");
        command
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.kill();
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// The newest PostgreSQL there is; Debian keeps its programs off the PATH.
fn programs() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .collect();
    found.sort();
    let paths = std::env::var_os("PATH").unwrap_or_default();
    let newest_first = found.into_iter().rev().map(|(_, folder)| folder);
    newest_first
        .chain(std::env::split_paths(&paths))
        .find(|folder| folder.join(OsStr::new("initdb")).is_file() && folder.join("postgres").is_file())
}

fn run(command: &mut Command) -> Outcome<()> {
    let done = command.output()?;
    if done.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    Err(format!("{}: {said}", command.get_program().display()).into())
}
