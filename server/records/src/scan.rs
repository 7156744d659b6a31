//! Files that people send are shown to clamd before they are kept, where a setting says so: `INSTREAM`, as in clamd(8).

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use tokio::{
    fs::File,
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::{TcpStream, UnixStream},
    time::timeout,
};

/// Bytes of a piece.
const PIECE: usize = 64 * 1024;
/// Longest answer that is read, in bytes.
const ANSWER: u64 = 4 * 1024;
/// How long clamd may take to say that it is there.
const PING: Duration = Duration::from_secs(5);

/// Where clamd listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClamdAddress {
    /// `HOST:PORT`.
    Tcp(String),
    /// A socket of this machine.
    Unix(PathBuf),
}

impl ClamdAddress {
    /// `HOST:PORT`, or the path of a socket, which begins with `/`.
    pub fn parse(text: &str) -> Option<Self> {
        if text.starts_with('/') {
            return Some(Self::Unix(text.into()));
        }
        let (host, port) = text.rsplit_once(':')?;
        let sound = !host.is_empty() && !host.contains('/') && port.parse::<u16>().is_ok_and(|port| port > 0);
        sound.then(|| Self::Tcp(text.to_owned()))
    }
}

impl std::fmt::Display for ClamdAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Tcp(address) => f.write_str(address),
            Self::Unix(path) => write!(f, "{}", path.display()),
        }
    }
}

/// What clamd says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It found nothing.
    Clean,
    /// It found something that does harm.
    Found,
    /// The file is larger than it takes (`StreamMaxLength`).
    TooLarge,
}

/// Who looks at files before they are kept.
#[derive(Debug)]
pub struct Scanner {
    address: ClamdAddress,
    patience: Duration,
    /// Whether it gave no answer when it was asked last.
    silent: AtomicBool,
}

impl Scanner {
    /// clamd at an address; each file may take so long.
    pub const fn new(address: ClamdAddress, patience: Duration) -> Self {
        Self {
            address,
            patience,
            silent: AtomicBool::new(false),
        }
    }

    /// Where it listens.
    pub const fn address(&self) -> &ClamdAddress {
        &self.address
    }

    /// Whether it gave no answer when it was asked last.
    pub fn is_silent(&self) -> bool {
        self.silent.load(Ordering::Relaxed)
    }

    /// What clamd says of the file at this place.
    ///
    /// # Errors
    /// When it cannot be asked, takes too long, or gives no answer that is known: then nobody knows what the file holds.
    pub async fn scan(&self, file: &Path) -> io::Result<Verdict> {
        let said = self.ask(self.patience, Some(file)).await;
        let verdict = said.and_then(|said| verdict(&said));
        let outcome = match &verdict {
            Ok(Verdict::Clean) => "clean",
            Ok(Verdict::Found) => "found",
            Ok(Verdict::TooLarge) => "too_large",
            Err(_) => "unanswered",
        };
        metrics::counter!("daylight_file_scans_total", "outcome" => outcome).increment(1);
        verdict
    }

    /// Asks whether it is there; which version it is.
    ///
    /// # Errors
    /// When it gives no answer.
    pub async fn version(&self) -> io::Result<String> {
        self.ask(PING.min(self.patience), None).await
    }

    /// Its answer to a file, or to the question for its version.
    async fn ask(&self, patience: Duration, file: Option<&Path>) -> io::Result<String> {
        let asked = async {
            match &self.address {
                ClamdAddress::Tcp(address) => converse(TcpStream::connect(address).await?, file).await,
                ClamdAddress::Unix(path) => converse(UnixStream::connect(path).await?, file).await,
            }
        };
        let late = || {
            io::Error::new(
                io::ErrorKind::TimedOut,
                format!("no answer within {} s", patience.as_secs()),
            )
        };
        let said = timeout(patience, asked).await.unwrap_or_else(|_| Err(late()));
        self.silent.store(said.is_err(), Ordering::Relaxed);
        said
    }
}

fn verdict(said: &str) -> io::Result<Verdict> {
    if said == "stream: OK" {
        Ok(Verdict::Clean)
    } else if said.ends_with(" FOUND") {
        Ok(Verdict::Found)
    } else if said.starts_with("INSTREAM size limit exceeded") {
        Ok(Verdict::TooLarge)
    } else {
        Err(io::Error::other(format!("it answered: {said:.200}")))
    }
}

async fn converse(mut stream: impl AsyncRead + AsyncWrite + Unpin, file: Option<&Path>) -> io::Result<String> {
    let sent = match file {
        Some(file) => send(&mut stream, File::open(file).await?).await,
        None => stream.write_all(b"zVERSION\0").await,
    };
    // Whoever stops reading has mostly said why before.
    let mut answer = Vec::new();
    let read = stream.take(ANSWER).read_to_end(&mut answer).await;
    let answer = String::from_utf8_lossy(&answer);
    let answer = answer.trim_matches(['\0', '\n', ' ']);
    if !answer.is_empty() {
        return Ok(answer.to_owned());
    }
    sent.and(read)?;
    Err(io::Error::new(
        io::ErrorKind::UnexpectedEof,
        "it ended without an answer",
    ))
}

async fn send(stream: &mut (impl AsyncWrite + Unpin), mut file: File) -> io::Result<()> {
    stream.write_all(b"zINSTREAM\0").await?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece).await?;
        let length = u32::try_from(read).map_err(io::Error::other)?;
        stream.write_all(&length.to_be_bytes()).await?;
        let Some(some) = piece.get(..read).filter(|some| !some.is_empty()) else {
            return stream.flush().await;
        };
        stream.write_all(some).await?;
    }
}

#[cfg(test)]
mod tests {
    use tokio::net::{TcpListener, UnixListener};

    use super::*;

    /// Takes one stream as clamd does, and answers.
    async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin, said: &str) -> Vec<u8> {
        let mut command = [0; 10];
        stream.read_exact(&mut command).await.expect("a command");
        assert_eq!(&command, b"zINSTREAM\0");
        let mut all = Vec::new();
        loop {
            let length = stream.read_u32().await.expect("a length") as usize;
            if length == 0 {
                break;
            }
            let from = all.len();
            all.resize(from + length, 0);
            stream.read_exact(&mut all[from..]).await.expect("a piece");
        }
        stream.write_all(said.as_bytes()).await.expect("an answer");
        all
    }

    fn asked(address: &str, patience: Duration) -> Scanner {
        Scanner::new(ClamdAddress::parse(address).expect("an address"), patience)
    }

    #[tokio::test]
    async fn clamd_is_given_every_byte_and_its_answer_is_heeded() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("paper");
        let bytes: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();
        std::fs::write(&file, &bytes).expect("a file");
        let cases = [
            ("stream: OK\0", Some(Verdict::Clean)),
            ("stream: Eicar-Signature FOUND\0", Some(Verdict::Found)),
            ("INSTREAM size limit exceeded. ERROR\0", Some(Verdict::TooLarge)),
            ("stream: lstat() failed. ERROR\0", None),
            ("", None),
        ];
        for (said, verdict) in cases {
            let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
            let at = listener.local_addr().expect("an address").to_string();
            let fake = tokio::spawn(async move { answer(listener.accept().await.expect("a caller").0, said).await });
            let scanner = asked(&at, Duration::from_secs(20));
            assert_eq!(scanner.scan(&file).await.ok(), verdict, "{said}");
            assert_eq!(fake.await.expect("no panic"), bytes);
            assert_eq!(scanner.is_silent(), said.is_empty(), "{said}");
        }
        let socket = folder.path().join("clamd.sock");
        let listener = UnixListener::bind(&socket).expect("a socket");
        let fake =
            tokio::spawn(async move { answer(listener.accept().await.expect("a caller").0, "stream: OK\0").await });
        let scanner = asked(&socket.display().to_string(), Duration::from_secs(20));
        assert_eq!(scanner.scan(&file).await.ok(), Some(Verdict::Clean));
        assert_eq!(fake.await.expect("no panic"), bytes);
    }

    #[tokio::test]
    async fn who_is_not_there_or_too_slow_says_nothing_of_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("paper");
        std::fs::write(&file, b"words").expect("a file");
        let nobody = folder.path().join("nobody").display().to_string();
        let scanner = asked(&nobody, Duration::from_secs(20));
        assert!(!scanner.is_silent());
        scanner.scan(&file).await.expect_err("nobody listens");
        assert!(scanner.is_silent());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let at = listener.local_addr().expect("an address").to_string();
        let slow = asked(&at, Duration::from_millis(200)).scan(&file).await;
        assert_eq!(slow.expect_err("too slow").kind(), io::ErrorKind::TimedOut);
    }

    #[test]
    fn an_address_is_a_port_or_a_path() {
        for right in ["/run/clamav/clamd.ctl", "127.0.0.1:3310", "clamd:3310", "[::1]:3310"] {
            let parsed = ClamdAddress::parse(right).expect("an address");
            assert_eq!(parsed.to_string(), right);
        }
        for wrong in ["", "127.0.0.1", ":3310", "h:0", "h:99999", "clamd.sock", "tcp://h:3310"] {
            assert_eq!(ClamdAddress::parse(wrong), None, "{wrong}");
        }
    }
}
