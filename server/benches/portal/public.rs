//! Pages that everybody may keep, beside a constant body of the same size from the same server.

use std::{
    net::SocketAddr,
    path::Path,
    time::{Duration, Instant},
};

use axum::{Router, body::Bytes, http::header, routing::get};
use law::profile::Profile;
use records::{RecordsOffice, Setup};
use tokio::{net::TcpListener, sync::watch};

use crate::{Outcome, SECONDS, program::Program, wrk};

const PAGES: [&str; 4] = ["/", "/program", "/statistics", "/requests"];
/// Requests of the fictional year behind the pages.
const REQUESTS: u32 = 500;

/// Home, program, statistics and log as a browser gets them, compressed.
pub async fn pages(dir: &Path) -> Outcome<()> {
    let home = dir.join("public");
    std::fs::create_dir(&home)?;
    fill(&home).await?;
    let program = Program::start(&home)?;
    println!("Public pages of {REQUESTS} requests, compressed, beside a constant body of the same size");
    let browser = "['Accept-Encoding'] = 'gzip, br'";
    for path in PAGES {
        let (size, tag) = sizes(&program.address, path).await?;
        let constant = Constant::start(size)?;
        let paths = [path.to_owned()];
        let page = wrk::get_as(&program.address, &home, &paths, browser, SECONDS)?;
        let bare = wrk::get_as(&constant.address.to_string(), &home, &paths, browser, SECONDS)?;
        let known = format!("{browser}, ['If-None-Match'] = '{}'", tag.replace('\'', ""));
        let same = wrk::get_as(&program.address, &home, &paths, &known, SECONDS)?;
        println!("  {path:<12} {page} ({size} bytes)");
        println!("  constant     {bare}");
        println!("  known (304)  {same}");
        println!("  {:.2} of the rate of the constant body", page.rate / bare.rate);
    }
    println!(
        "  a change is on the page after {:.1?}",
        change(&program.address).await?
    );
    println!("  {} resident afterwards", program.resident()?);
    Ok(())
}

async fn fill(home: &Path) -> Outcome<()> {
    let profile = Profile::built_in("kansas-city-mo").ok_or("no profile")?;
    let url = format!("sqlite://{}/daylight.db", home.display());
    let office = RecordsOffice::open(Setup::new(url, profile, home.join("secret.key"), "http://127.0.0.1")).await?;
    demo::fill(&office, REQUESTS, 1, &[]).await?;
    Ok(())
}

/// The size of a page as it travels, and its tag.
async fn sizes(address: &str, path: &str) -> Outcome<(usize, String)> {
    let answer = reqwest::Client::new()
        .get(format!("http://{address}{path}"))
        .header("Accept-Encoding", "gzip, br")
        .send()
        .await?;
    let tag = answer.headers().get("etag").ok_or("no tag")?.to_str()?.to_owned();
    Ok((answer.bytes().await?.len(), tag))
}

/// The server of the program with one route that sends the same bytes each time.
struct Constant {
    address: SocketAddr,
    ending: watch::Sender<bool>,
}

impl Constant {
    fn start(size: usize) -> Outcome<Self> {
        let body = Bytes::from(vec![b'x'; size]);
        let answer = move || {
            let body = body.clone();
            async move { ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], body) }
        };
        let listener = std::net::TcpListener::bind("127.0.0.1:0")?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (ending, told) = watch::channel(false);
        let same = |request| request;
        let router = tower::util::MapRequest::new(Router::new().fallback(get(answer)), same as fn(_) -> _);
        // A runtime of its own, as the program has.
        let runtime = tokio::runtime::Runtime::new()?;
        std::thread::spawn(move || {
            runtime.block_on(async {
                if let Ok(listener) = TcpListener::from_std(listener) {
                    server::serve::serve(
                        listener,
                        router,
                        server::serve::connections::Connections::allowed(0),
                        told,
                    )
                    .await;
                }
            });
        });
        Ok(Self { address, ending })
    }
}

impl Drop for Constant {
    fn drop(&mut self) {
        let _ = self.ending.send(true);
    }
}

/// How long it takes until the log shows a request that was just filed.
async fn change(address: &str) -> Outcome<Duration> {
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .cookie_store(true)
        .build()?;
    let log = format!("http://{address}/requests");
    let before = client.get(&log).send().await?.text().await?;
    let form = [
        ("key", "0123456789abcdef0123456789abcdef"),
        ("incident_date", "2026-01-15"),
        ("place", "Truman Road"),
        ("track", "public"),
    ];
    client
        .post(format!("http://{address}/request"))
        .header("Origin", format!("http://{address}"))
        .form(&form)
        .send()
        .await?;
    let filed = Instant::now();
    while client.get(&log).send().await?.text().await? == before {
        if filed.elapsed() > Duration::from_mins(2) {
            return Err("the log never showed the request".into());
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(filed.elapsed())
}
