//! Connections are cut while something is sent or awaited.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use super::{
    Outcome,
    people::{self, Journal},
    portal::Place,
};

/// Connections cut at once.
const AT_ONCE: usize = 20;

/// What a trial by cut connections counted.
#[derive(Debug)]
pub struct Cuts {
    /// Connections cut.
    pub cut: usize,
    /// Of those, how many had their answer already.
    pub answered: usize,
    /// Filings acknowledged meanwhile and afterwards, each of which is there.
    pub acknowledged: usize,
}

/// Cuts so many connections that file a request, each after 0 to 20 milliseconds, while others file in peace; then files
/// some more.
pub async fn of_connections(place: &Place, cuts: usize) -> Outcome<Cuts> {
    let journal = Journal::on(&place.home.join("journal.txt"))?;
    let mut portal = place.serve()?;
    let address = portal.url.trim_start_matches("http://").to_owned();
    let mut answered = 0;
    for round in 0..cuts.div_ceil(AT_ONCE) {
        let mut going = tokio::task::JoinSet::new();
        for one in 0..AT_ONCE.min(cuts - round * AT_ONCE) {
            let micros = (round * AT_ONCE + one) * 7_919 % 20_000;
            let after = Duration::from_micros(u64::try_from(micros)?);
            going.spawn(cut(address.clone(), after));
        }
        people::file_together(&portal.url, &journal, 1, round + 1).await?;
        while let Some(done) = going.join_next().await {
            answered += usize::from(done??);
        }
    }
    let before = journal.len();
    people::file_together(&portal.url, &journal, 4, before + 40).await?;
    if journal.len() < before + 40 {
        return Err("nobody could file after connections were cut".into());
    }
    let acknowledged = journal.all_are_there(&portal.url).await?;
    portal.kill();
    place.is_sound()?;
    Ok(Cuts {
        cut: cuts,
        answered,
        acknowledged,
    })
}

/// Files a request on a connection that is cut after a while; whether there was an answer already.
async fn cut(address: String, after: Duration) -> Outcome<bool> {
    let form: Vec<String> = people::form()
        .into_iter()
        .map(|(name, value)| format!("{name}={}", value.replace(' ', "+").replace('@', "%40")))
        .collect();
    let body = form.join("&");
    let post = format!(
        "POST /request HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let work = async {
        let mut stream = TcpStream::connect(&address).await?;
        stream.write_all(post.as_bytes()).await?;
        let mut first = [0; 12];
        stream.read_exact(&mut first).await?;
        std::io::Result::Ok(&first == b"HTTP/1.1 303")
    };
    match tokio::time::timeout(after, work).await {
        Ok(answered) => Ok(answered.unwrap_or(false)),
        Err(_) => Ok(false),
    }
}
