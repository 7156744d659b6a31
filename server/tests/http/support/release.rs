//! A release over HTTP, from the register to the requester and the library.

use reqwest::Method;

use super::{Answer, Custodian, Portal, Receipt, Resident, days_ago, html};

/// A request, the recording that answers it, and the people who work on it.
pub struct Case {
    /// Who asks.
    pub ana: Resident,
    /// A custodian.
    pub kim: Custodian,
    /// A reviewer: the second person.
    pub rhea: Custodian,
    /// Ana's receipt.
    pub receipt: Receipt,
    /// Id of the recording: half an hour on a street.
    pub recording: String,
}

/// Half an hour.
pub const HALF_AN_HOUR: u32 = 1_800_000;

/// A file to be sent: its field, its name, its bytes.
pub type File<'a> = (&'a str, &'a str, &'a [u8]);

/// A movie of so many milliseconds whose picture holds these bytes, as nothing has to be taken out of it.
pub fn movie(ms: u32, bytes: &[u8]) -> Vec<u8> {
    super::movie::of(ms, bytes)
}

/// The SHA-256 of something, as pages write it.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex::encode(sha2::Sha256::digest(bytes))
}

/// A form with files as a browser sends it: its media type and its body.
pub fn multipart(fields: &[(&str, &str)], files: &[File<'_>]) -> (String, Vec<u8>) {
    let mut body = Vec::new();
    let mut part = |head: String, bytes: &[u8]| {
        body.extend_from_slice(format!("--frontier\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    };
    for (name, value) in fields {
        part(format!("name=\"{name}\""), value.as_bytes());
    }
    for (field, name, bytes) in files {
        let kind = "Content-Type: application/octet-stream";
        part(format!("name=\"{field}\"; filename=\"{name}\"\r\n{kind}"), bytes);
    }
    body.extend_from_slice(b"--frontier--\r\n");
    ("multipart/form-data; boundary=frontier".to_owned(), body)
}

impl Resident {
    /// Posts a form with files.
    pub async fn posts_files(&self, path: &str, fields: &[(&str, &str)], files: &[File<'_>]) -> Answer {
        let (kind, body) = multipart(fields, files);
        let request = self.raw(Method::POST, path).header("Sec-Fetch-Site", "same-origin");
        self.send(request.header("Content-Type", kind).body(body)).await
    }

    /// Posts a form that must go through; where it leads.
    pub async fn posted(&self, path: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.post(path, fields).await;
        assert_eq!(answer.status, 303, "{path}: {}", answer.text());
        answer.location.expect("onward")
    }
}

impl Answer {
    /// Whether the page shows a problem at this field.
    pub fn is_refused_at(&self, field: &str) -> bool {
        let inputs = html::tags(&self.text(), "input");
        let here = |tag: &std::collections::HashMap<String, String>| tag.get("name").is_some_and(|name| name == field);
        inputs
            .iter()
            .any(|tag| here(tag) && tag.get("aria-invalid").is_some_and(|invalid| invalid == "true"))
    }
}

impl Portal {
    /// A request for half an hour of open footage in which nobody is to be told: only the copy is missing.
    pub async fn begins_a_release(&self) -> Case {
        self.begins_a_release_of(&super::sound_form()).await
    }

    /// The same, as filed with a form.
    pub async fn begins_a_release_of(&self, form: &[(&str, String)]) -> Case {
        let ana = self.resident();
        let receipt = ana.files(form).await;
        let kim = self.custodian("kim@example.org").await;
        let rhea = self.staff("rhea@example.org", "reviewer").await;
        let recording = kim.registers("AX-1").await;
        let case = Case {
            ana,
            kim,
            rhea,
            receipt,
            recording,
        };
        case.opens_the_footage().await;
        case
    }
}

impl Custodian {
    /// Registers half an hour of a body-worn camera; the recording's id.
    pub async fn registers(&self, source: &str) -> String {
        let day = days_ago(3);
        let (begins, ends) = (format!("{day}T14:10"), format!("{day}T14:40"));
        let form = [
            ("source_id", source),
            ("camera", "body_worn"),
            ("officer", "4711"),
            ("division", "central"),
            ("started_at", begins.as_str()),
            ("ended_at", ends.as_str()),
            ("place", "12th Street and Oak Street"),
            ("location_kind", "public"),
        ];
        let onward = self.browser.posted("/staff/recordings/new", &form).await;
        let id = onward.strip_prefix("/staff/recordings/").expect("a recording");
        id.split('?').next().expect("an id").to_owned()
    }

    /// Does something with a recording as it is now.
    pub async fn treats(&self, recording: &str, act: &str, fields: &[(&str, &str)]) {
        let path = format!("/staff/recordings/{recording}");
        let page = self.browser.get(&format!("{path}?act={act}")).await;
        let version = page.value("version").unwrap_or_default();
        let mut form = vec![("act", act), ("version", version.as_str())];
        form.extend_from_slice(fields);
        self.browser.posted(&path, &form).await;
    }
}

impl Case {
    fn files_page(&self) -> String {
        format!("/staff/recordings/{}/files", self.recording)
    }

    pub fn release_page(&self) -> String {
        format!("/staff/requests/{}/release", self.receipt.number)
    }

    async fn opens_the_footage(&self) {
        let (kim, today) = (&self.kim, days_ago(0));
        let number = self.receipt.number.as_str();
        kim.treats(&self.recording, "link", &[("number", number)]).await;
        let scene = [("location_kind", "public"), ("people_logged", "yes")];
        kim.treats(&self.recording, "scene", &scene).await;
        let open = [
            ("change", "inactive"),
            ("ground", "not_pursued"),
            ("on", today.as_str()),
            ("reason", "The detective said so"),
        ];
        kim.treats(&self.recording, "status", &open).await;
        kim.does(number, "acknowledge", &[("text", "We have begun")]).await;
        let inactive = [("ground", "not_pursued"), ("since", today.as_str()), ("text", "")];
        kim.does(number, "record_inactive", &inactive).await;
    }

    /// Sends a file of the recording in one piece, as a browser without script does.
    pub async fn sends(&self, kind: &str, name: &str, bytes: &[u8]) -> Answer {
        let fields = [("act", "upload"), ("file_kind", kind)];
        let files = [("file", name, bytes)];
        self.kim.browser.posts_files(&self.files_page(), &fields, &files).await
    }

    /// Sends a copy that must be taken.
    pub async fn sends_copy(&self, bytes: &[u8]) {
        let sent = self.sends("copy", "copy.mp4", bytes).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
    }

    /// The second person approves what the page shows.
    pub async fn approves(&self) {
        let page = self.rhea.browser.get(&self.files_page()).await;
        let [copy, version, sha256] = ["copy", "version", "sha256"].map(|name| page.value(name).unwrap_or_default());
        let form = [
            ("act", "approve"),
            ("copy", copy.as_str()),
            ("version", version.as_str()),
            ("sha256", sha256.as_str()),
        ];
        self.rhea.browser.posted(&self.files_page(), &form).await;
    }

    /// Lets the approved copy go to Ana, who opens her page; the id of the release.
    pub async fn releases(&self) -> String {
        self.kim
            .browser
            .posted(&self.release_page(), &[("act", "release")])
            .await;
        let page = self.ana.opens(&self.receipt).await.text();
        let link = page.split("/private/files/").nth(1).expect("a link to the video");
        link.split('/').next().expect("an id").to_owned()
    }

    /// Sends a copy, has it approved and lets it go; the id of the release.
    pub async fn releases_copy(&self, bytes: &[u8]) -> String {
        self.sends_copy(bytes).await;
        self.approves().await;
        self.releases().await
    }

    /// The same with parts withheld, each a line of the redaction list.
    pub async fn releases_copy_without(&self, bytes: &[u8], redactions: &str) -> String {
        self.sends_copy(bytes).await;
        let (path, browser) = (self.files_page(), &self.kim.browser);
        let page = browser.get(&path).await;
        let [copy, version] = ["copy", "version"].map(|name| page.value(name).unwrap_or_default());
        let list = [
            ("act", "redactions"),
            ("copy", copy.as_str()),
            ("version", version.as_str()),
            ("redactions", redactions),
        ];
        let kept = browser.posts_files(&path, &list, &[]).await;
        assert_eq!(kept.status, 303, "{}", kept.text());
        self.approves().await;
        self.releases().await
    }

    /// Kim proposes a release for the public library, and Rhea approves it.
    pub async fn publishes(&self, release: &str) {
        self.proposes(release).await;
        let page = format!("{}?act=approve", self.release_page());
        let opened = self.rhea.browser.get(&page).await.text();
        let waiting = html::choice(&opened, "publication").expect("a proposal");
        let form = [("act", "approve"), ("publication", waiting.as_str())];
        self.rhea.browser.posted(&self.release_page(), &form).await;
    }

    /// Kim proposes a release for the public library.
    pub async fn proposes(&self, release: &str) {
        let form = [
            ("act", "propose"),
            ("release", release),
            ("title", "Oak Street, an afternoon"),
            ("warning", "Somebody shouts"),
        ];
        self.kim.browser.posted(&self.release_page(), &form).await;
    }

    /// The record is closed again.
    pub async fn recloses(&self) {
        let today = days_ago(0);
        let form = [
            ("change", "reclose"),
            ("on", today.as_str()),
            ("reason", "Acquitted, 610.105"),
        ];
        self.kim.treats(&self.recording, "status", &form).await;
    }

    /// Somebody is shown, and is sent a letter; the code in it.
    pub async fn tells_somebody(&self) -> String {
        let people = format!("/staff/recordings/{}/people", self.recording);
        let person = [("act", "person"), ("pseudonym", "Person B"), ("seen", "0:10-0:40")];
        let onward = self.kim.browser.posted(&people, &person).await;
        let path = onward.split('?').next().expect("a person");
        let contact = [
            ("act", "contact"),
            ("receiver", "person"),
            ("name", "Bela Varga"),
            ("postal_address", "12 Oak Street\nKansas City MO"),
            ("language", "en"),
        ];
        self.kim.browser.posted(path, &contact).await;
        let browser = &self.kim.browser;
        browser.posted(&self.release_page(), &[("act", "open_all")]).await;
        let send = [
            ("act", "send_all"),
            ("channel", "certified_mail"),
            ("audience", "requester"),
        ];
        browser.posted(&self.release_page(), &send).await;
        let letters = browser.get(&format!("/staff/letters?on={}", days_ago(0))).await.text();
        let code = letters.split("bwc-letter-code").nth(1).expect("a letter");
        let code = code.split("<strong>").nth(1).expect("its code");
        code.split("</strong>").next().expect("its end").to_owned()
    }
}
