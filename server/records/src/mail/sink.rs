//! A mail server for tests: it keeps what it takes, and misbehaves on command.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

/// How the server behaves from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Takes everything.
    Accept,
    /// Takes everything, and addresses in letters of any language (RFC 6531).
    TakesUtf8,
    /// Hangs up at once.
    HangUp,
    /// 451 for every recipient.
    Later,
    /// 550 for every recipient, with the address in its words, as many servers do.
    Never,
    /// Wants a password.
    WantsPassword,
    /// Takes a letter and hangs up before saying so.
    DropAfterData,
    /// Takes no letter of this sender, and says so at once: `5.7.60`.
    RefusesSender,
    /// Takes no letter of this sender, and says so after the letter: `5.2.252`.
    RefusesSenderLate,
    /// Says nothing, not even a greeting.
    Mute,
    /// Takes a letter and never says anything again.
    Silent,
}

/// A letter as it came over the line.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) to: Vec<String>,
    /// What stands behind the sender's address, as in `SMTPUTF8`.
    pub(crate) parameters: String,
    pub(crate) message: String,
}

impl Received {
    pub(crate) fn message_id(&self) -> String {
        let line = self.message.lines().find_map(|line| line.strip_prefix("Message-ID: "));
        line.expect("a Message-ID").to_owned()
    }
}

/// The server.
pub(crate) struct Sink {
    address: SocketAddr,
    inner: Arc<Inner>,
}

struct Inner {
    mode: Mutex<Mode>,
    received: Mutex<Vec<Received>>,
}

impl Sink {
    pub(crate) fn open(mode: Mode) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let inner = Arc::new(Inner {
            mode: Mutex::new(mode),
            received: Mutex::default(),
        });
        let shared = Arc::clone(&inner);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                thread::spawn(move || shared.serve(&stream));
            }
        });
        Self { address, inner }
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    pub(crate) fn turn(&self, mode: Mode) {
        *self.inner.mode.lock().unwrap() = mode;
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.inner.received.lock().unwrap().clone()
    }

    /// Message-IDs taken, sorted, copies included.
    pub(crate) fn message_ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = self.received().iter().map(Received::message_id).collect();
        ids.sort();
        ids
    }
}

impl Inner {
    fn mode(&self) -> Mode {
        *self.mode.lock().unwrap()
    }

    /// One connection; `None` when either side hangs up.
    fn serve(&self, stream: &TcpStream) -> Option<()> {
        let say = |words: &str| (&*stream).write_all(format!("{words}\r\n").as_bytes()).ok();
        let mut lines = BufReader::new(stream).lines();
        if self.mode() == Mode::HangUp {
            return None;
        }
        while self.mode() == Mode::Mute {
            thread::sleep(Duration::from_millis(20));
        }
        say("220 sink")?;
        let (mut to, mut parameters) = (Vec::new(), String::new());
        loop {
            let line = lines.next()?.ok()?;
            let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
            match (verb.as_str(), self.mode()) {
                (_, Mode::HangUp) => return None,
                ("EHLO", Mode::TakesUtf8) => say("250-sink\r\n250-SMTPUTF8\r\n250 8BITMIME")?,
                ("EHLO", _) => say("250-sink\r\n250 8BITMIME")?,
                ("MAIL", Mode::WantsPassword) => say("530 5.7.0 Authentication required")?,
                ("MAIL", Mode::RefusesSender) => {
                    say("550 5.7.60 Client does not have permissions to send as this sender")?;
                }
                ("MAIL", _) => {
                    to.clear();
                    line.split_once("> ")
                        .map_or("", |(_, rest)| rest)
                        .clone_into(&mut parameters);
                    say("250 ok")?;
                }
                ("RCPT", Mode::Later) => say("451 4.7.1 Come back later")?,
                ("RCPT", Mode::Never) => say(&format!("550 5.1.1 No such user: {line}"))?,
                ("RCPT", _) => {
                    to.push(line[8..].trim_matches(['<', '>']).to_owned());
                    say("250 ok")?;
                }
                ("DATA", _) => {
                    say("354 go on")?;
                    let mut message = String::new();
                    loop {
                        let line = lines.next()?.ok()?;
                        if line == "." {
                            break;
                        }
                        message.push_str(line.strip_prefix('.').unwrap_or(&line));
                        message.push_str("\r\n");
                    }
                    if self.mode() == Mode::RefusesSenderLate {
                        say("554 5.2.252 SendAsDenied; account not allowed to send as")?;
                        continue;
                    }
                    self.received.lock().unwrap().push(Received {
                        to: to.clone(),
                        parameters: parameters.clone(),
                        message,
                    });
                    match self.mode() {
                        Mode::DropAfterData => return None,
                        Mode::Silent => thread::sleep(Duration::from_secs(30)),
                        _ => say("250 taken")?,
                    }
                }
                ("QUIT", _) => return say("221 bye"),
                _ => say("250 ok")?,
            }
        }
    }
}
