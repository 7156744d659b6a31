//! The people: each has a browser with cookies of its own.

use reqwest::{Client, Method, RequestBuilder, header::HeaderMap, redirect::Policy};

use super::{fresh_key, html, sound_form};

/// What came back.
pub struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    /// The page.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header; empty if it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    /// What a field of the form on the page holds.
    pub fn value(&self, field: &str) -> Option<String> {
        html::value(&self.text(), field)
    }

    /// Whether it is a page for people, in this language.
    pub fn is_page_in(&self, lang: &str) -> bool {
        self.text().contains(&format!("<html lang=\"{lang}\"")) && self.text().contains("<h1")
    }
}

/// What a receipt says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub number: String,
    pub code: String,
}

/// Somebody with a browser.
pub struct Resident {
    client: Client,
    url: String,
}

impl Resident {
    /// At a portal.
    pub fn at(url: &str) -> Self {
        let client = Client::builder()
            .cookie_store(true)
            .redirect(Policy::none())
            .build()
            .expect("a client");
        Self {
            client,
            url: url.to_owned(),
        }
    }

    /// A request of any kind, without what a browser adds.
    pub fn raw(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    /// Sends it.
    pub async fn send(&self, request: RequestBuilder) -> Answer {
        self.try_send(request).await.expect("an answer")
    }

    /// Sends it to a portal that may go away.
    pub async fn try_send(&self, request: RequestBuilder) -> Result<Answer, reqwest::Error> {
        let response = request.send().await?;
        let headers = response.headers().clone();
        let location = headers
            .get("location")
            .map(|value| value.to_str().expect("ascii").to_owned());
        let status = response.status().as_u16();
        Ok(Answer {
            status,
            location,
            headers,
            body: response.bytes().await?.to_vec(),
        })
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.raw(Method::GET, path)).await
    }

    /// Posts a form as a browser does from our own page.
    pub fn form<V: AsRef<str>>(&self, path: &str, fields: &[(&str, V)]) -> RequestBuilder {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        let request = self.raw(Method::POST, path).header("Sec-Fetch-Site", "same-origin");
        request.header("Origin", &self.url).form(&fields)
    }

    /// Posts a form.
    pub async fn post<V: AsRef<str>>(&self, path: &str, fields: &[(&str, V)]) -> Answer {
        self.send(self.form(path, fields)).await
    }

    /// Files a request and reads the receipt.
    pub async fn files(&self, form: &[(&str, String)]) -> Receipt {
        let key = fresh_key();
        let mut form = form.to_vec();
        form.push(("key", key));
        let answer = self.post("/request", &form).await;
        assert_eq!(
            (answer.status, answer.location.as_deref()),
            (303, Some("/request/filed")),
            "{}",
            answer.text()
        );
        self.receipt().await
    }

    /// Files the usual request.
    pub async fn files_a_request(&self) -> Receipt {
        self.files(&sound_form()).await
    }

    /// Reads the receipt.
    pub async fn receipt(&self) -> Receipt {
        let page = self.get("/request/filed").await;
        let read =
            |name: &str| html::attribute(&page.text(), name).unwrap_or_else(|| panic!("{name}: {}", page.text()));
        Receipt {
            number: read("data-tracking-number"),
            code: read("data-access-code"),
        }
    }

    /// Opens the private page with number and code.
    pub async fn opens(&self, receipt: &Receipt) -> Answer {
        let answer = self
            .post("/track", &[("number", &receipt.number), ("code", &receipt.code)])
            .await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let page = format!("/requests/{}/private", receipt.number);
        assert_eq!(
            answer.location.as_deref(),
            Some(page.as_str()),
            "no code in the address"
        );
        self.get(&page).await
    }

    /// The status that the public page shows.
    pub async fn status(&self, number: &str) -> String {
        let page = self.get(&format!("/requests/{number}")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        html::attribute(&page.text(), "data-status").expect("a status")
    }
}

/// Somebody on the staff, signed in.
pub struct Custodian {
    pub browser: Resident,
}

impl Custodian {
    /// The form of an act, filled with what the page holds and these answers.
    pub async fn form(&self, number: &str, act: &str, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        let page = self.browser.get(&format!("/staff/requests/{number}/act/{act}")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let mut form: Vec<(String, String)> = ["key", "version"]
            .map(|name| (name.to_owned(), page.value(name).unwrap_or_default()))
            .to_vec();
        form.extend(
            fields
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        );
        form
    }

    /// Sends the form of an act.
    pub async fn sends(&self, number: &str, act: &str, form: &[(String, String)]) -> Answer {
        let form: Vec<(&str, &str)> = form
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        self.browser
            .post(&format!("/staff/requests/{number}/act/{act}"), &form)
            .await
    }

    /// Does an act that must go through.
    pub async fn does(&self, number: &str, act: &str, fields: &[(&str, &str)]) {
        let form = self.form(number, act, fields).await;
        let answer = self.sends(number, act, &form).await;
        assert_eq!(answer.status, 303, "{act}: {}", answer.text());
        assert!(
            answer
                .location
                .expect("onward")
                .starts_with(&format!("/staff/requests/{number}"))
        );
    }
}
