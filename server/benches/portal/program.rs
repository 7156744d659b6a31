//! The release build of the program, started on a database and stopped at the end.

use std::{
    io::{Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::Outcome;

/// A running portal.
pub struct Program {
    child: Child,
    /// `127.0.0.1:PORT`.
    pub address: String,
}

impl Program {
    /// Starts `daylight serve` with its data in a folder, without limits, and waits until it answers.
    pub fn start(home: &Path) -> Outcome<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = format!("127.0.0.1:{port}");
        let log = std::fs::File::create(home.join("log.txt"))?;
        let child = Command::new(program())
            .arg("serve")
            .env("LEPTOS_SITE_ADDR", &address)
            .env("DATABASE_URL", format!("sqlite://{}/daylight.db", home.display()))
            .env("DAYLIGHT_BASE_URL", format!("http://{address}"))
            .env("DAYLIGHT_DATA_DIR", home)
            .env("DAYLIGHT_MAIL", format!("file:{}/mail", home.display()))
            .env("DAYLIGHT_SECRET_FILE", home.join("secret.key"))
            .env("DAYLIGHT_RATE_LIMIT", "off")
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()?;
        let program = Self { child, address };
        let until = Instant::now() + Duration::from_secs(30);
        while Instant::now() < until {
            if program.alive() {
                return Ok(program);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(format!(
            "the program did not start:\n{}",
            std::fs::read_to_string(home.join("log.txt"))?
        )
        .into())
    }

    fn alive(&self) -> bool {
        let ask = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect(&self.address)?;
            stream.write_all(b"GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer)
        };
        ask().is_ok_and(|answer| answer.starts_with("HTTP/1.0 200") || answer.starts_with("HTTP/1.1 200"))
    }

    /// Resident memory, as the kernel counts it.
    pub fn resident(&self) -> Outcome<String> {
        Ok(format!("{:.1} MB", self.resident_mb()?))
    }

    /// Resident memory in megabytes.
    pub fn resident_mb(&self) -> Outcome<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let kib: f64 = status
            .lines()
            .find_map(|line| line.strip_prefix("VmRSS:"))
            .and_then(|line| line.trim().trim_end_matches(" kB").trim().parse().ok())
            .ok_or("no VmRSS")?;
        Ok(kib * 1024.0 / 1e6)
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The program as it is released: what cargo-leptos built, not what cargo built for the benchmark.
fn program() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../target"),
        PathBuf::from,
    );
    target.join("release/daylight")
}
