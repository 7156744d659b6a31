//! People who file, and write down what was acknowledged.

use std::{
    io::Write as _,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use reqwest::{Client, RequestBuilder, Response, header, redirect::Policy};

use super::Outcome;

/// A filing that was acknowledged: the answer was the way to its receipt.
#[derive(Clone, Debug)]
pub struct Acknowledged {
    /// The cookie that opens the receipt.
    cookie: String,
    /// Number and code, where the receipt was read before the portal went away.
    receipt: Option<(String, String)>,
}

/// What was acknowledged, by all who file: in memory, and on paper for whoever looks afterwards.
#[derive(Clone)]
pub struct Journal {
    all: Arc<Mutex<Vec<Acknowledged>>>,
    paper: Arc<Mutex<std::fs::File>>,
}

impl Journal {
    /// A new one in this file.
    pub fn on(paper: &Path) -> Outcome<Self> {
        Ok(Self {
            all: Arc::default(),
            paper: Arc::new(Mutex::new(std::fs::File::create(paper)?)),
        })
    }

    /// How many were acknowledged so far.
    pub fn len(&self) -> usize {
        self.all.lock().map_or(0, |all| all.len())
    }

    fn write(&self, one: Acknowledged) -> Outcome<()> {
        let (number, code) = one.receipt.clone().unwrap_or_default();
        if let Ok(mut paper) = self.paper.lock() {
            writeln!(paper, "{number} {code} {}", one.cookie)?;
        }
        if let Ok(mut all) = self.all.lock() {
            all.push(one);
        }
        Ok(())
    }

    /// Looks up each that was acknowledged with its number and code; how many there are. Each has a number of its own.
    pub async fn all_are_there(&self, url: &str) -> Outcome<usize> {
        let all = self.all.lock().map(|all| all.clone()).unwrap_or_default();
        let person = Person::at(url)?;
        let mut numbers = std::collections::HashSet::new();
        for one in &all {
            let (number, code) = match &one.receipt {
                Some(receipt) => receipt.clone(),
                None => person.receipt(&one.cookie).await?,
            };
            if !person.opens(&number, &code).await? {
                return Err(format!("{number} was acknowledged, and is lost").into());
            }
            if !numbers.insert(number.clone()) {
                return Err(format!("two filings have the number {number}").into());
            }
        }
        Ok(numbers.len())
    }
}

/// What became of a filing.
#[derive(Debug)]
pub enum Filed {
    /// Acknowledged, and written down.
    Acknowledged,
    /// Answered by a page with this status.
    Refused(u16),
    /// There was no answer.
    Broken,
}

/// Somebody with a browser that keeps no cookies.
#[derive(Clone)]
pub struct Person {
    client: Client,
    url: String,
}

impl Person {
    /// At a portal.
    pub fn at(url: &str) -> Outcome<Self> {
        let client = Client::builder()
            .redirect(Policy::none())
            .timeout(Duration::from_mins(1))
            .build()?;
        Ok(Self {
            client,
            url: url.to_owned(),
        })
    }

    fn post(&self, path: &str, form: &[(&str, String)]) -> RequestBuilder {
        let request = self.client.post(format!("{}{path}", self.url)).form(form);
        request
            .header("Sec-Fetch-Site", "same-origin")
            .header(header::ORIGIN, &self.url)
    }

    /// The status of a page.
    pub async fn status_of(&self, path: &str) -> Outcome<u16> {
        let answer = self.client.get(format!("{}{path}", self.url)).send().await?;
        Ok(answer.status().as_u16())
    }

    /// Files a request like no other, and reads its receipt if `reads`.
    pub async fn files(&self, journal: &Journal, reads: bool) -> Outcome<Filed> {
        let Ok(answer) = self.post("/request", &form()).send().await else {
            return Ok(Filed::Broken);
        };
        if answer.status().as_u16() != 303 {
            return Ok(Filed::Refused(answer.status().as_u16()));
        }
        let cookie = cookie_of(&answer).ok_or("an acknowledged filing has no receipt")?;
        let receipt = if reads { self.receipt(&cookie).await.ok() } else { None };
        journal.write(Acknowledged { cookie, receipt })?;
        Ok(Filed::Acknowledged)
    }

    /// Number and code of a receipt.
    async fn receipt(&self, cookie: &str) -> Outcome<(String, String)> {
        let request = self.client.get(format!("{}/request/filed", self.url));
        let page = request.header(header::COOKIE, cookie).send().await?.text().await?;
        let read = |name: &str| {
            let (_, rest) = page.split_once(&format!("{name}=\""))?;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let both = read("data-tracking-number").zip(read("data-access-code"));
        Ok(both.ok_or_else(|| format!("no receipt for {cookie}"))?)
    }

    /// Whether number and code open a request.
    async fn opens(&self, number: &str, code: &str) -> Outcome<bool> {
        let form = [("number", number.to_owned()), ("code", code.to_owned())];
        let answer = self.post("/track", &form).send().await?;
        let leads = answer.headers().get(header::LOCATION);
        let leads = leads.and_then(|place| place.to_str().ok()).unwrap_or_default();
        Ok(answer.status().as_u16() == 303 && leads.contains(number))
    }
}

/// The receipt's cookie, as it is sent back.
fn cookie_of(answer: &Response) -> Option<String> {
    let set = answer.headers().get_all(header::SET_COOKIE).iter();
    let pairs = set.filter_map(|value| value.to_str().ok()?.split(';').next());
    let cookies: Vec<&str> = pairs.collect();
    (!cookies.is_empty()).then(|| cookies.join("; "))
}

/// A form that nobody sent before.
pub fn form() -> Vec<(&'static str, String)> {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    vec![
        ("key", format!("{:016x}{count:016x}", std::process::id())),
        ("track", "public".into()),
        ("incident_date", yesterday()),
        ("time_from", "14:00".into()),
        ("time_to", "15:00".into()),
        ("place", format!("{count} Oak Street")),
        ("division", "central".into()),
        ("description", format!("A traffic stop of blue car number {count}")),
        ("media", "body_worn".into()),
        ("name", "Ana Ruiz".into()),
        ("email", format!("ana{count}@example.org")),
        ("language", "en".into()),
        ("notify", "email".into()),
        ("website", String::new()),
    ]
}

/// Yesterday in the agency's time zone, on the clock that the program runs on.
fn yesterday() -> String {
    #[expect(clippy::disallowed_methods, reason = "the program under test runs on the same clock")]
    let now = jiff::Timestamp::now();
    let before = now - jiff::SignedDuration::from_hours(30);
    let agency = jiff::tz::TimeZone::get("America/Chicago").unwrap_or(jiff::tz::TimeZone::UTC);
    before.to_zoned(agency).date().to_string()
}

/// Several people file one request after another until as many are acknowledged, or the portal goes away.
pub async fn file_together(url: &str, journal: &Journal, people: usize, until: usize) -> Outcome<()> {
    let mut filing = tokio::task::JoinSet::new();
    for person in 0..people {
        let (somebody, journal) = (Person::at(url)?, journal.clone());
        filing.spawn(async move {
            while journal.len() < until {
                match somebody.files(&journal, person % 2 == 0).await? {
                    Filed::Acknowledged => {}
                    Filed::Broken => break,
                    Filed::Refused(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                }
            }
            Outcome::Ok(())
        });
    }
    while let Some(done) = filing.join_next().await {
        done??;
    }
    Ok(())
}
