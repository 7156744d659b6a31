//! A large file in pieces, taken up again after an interruption.

use leptos::{ev, prelude::*, task::spawn_local};
use office::Lang;
use texts::ReleaseDeskWords;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlFormElement, HtmlInputElement, RequestInit, Response, SubmitEvent};

/// How often a broken connection is tried again before somebody is asked.
const TRIES: i32 = 8;

/// What is told below the form.
#[derive(Clone, PartialEq, Eq)]
enum UploadStatus {
    Nothing,
    Sending(u32),
    Again(u32),
    Checking,
    Wrong(String),
}

/// Sends the file of the page's upload form in pieces, with its progress. Without script the same form
/// travels whole.
#[island]
pub fn UploadFile(
    /// Language.
    lang: Lang,
    /// Id of the recording that the file belongs to.
    recording: String,
) -> impl IntoView {
    let told = RwSignal::new(UploadStatus::Nothing);
    Effect::new(move |_| {
        let recording = recording.clone();
        window_event_listener(ev::submit, move |event: SubmitEvent| {
            let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
            let Some((form, file)) = form.and_then(|form| chosen(&form).map(|file| (form, file))) else {
                return;
            };
            event.prevent_default();
            if matches!(
                told.get_untracked(),
                UploadStatus::Sending(_) | UploadStatus::Again(_) | UploadStatus::Checking
            ) {
                return;
            }
            let recording = recording.clone();
            let kind = value(&form, "input[name=file_kind]:checked");
            let list = encoded(&value(&form, "textarea[name=redactions]"));
            spawn_local(async move {
                let upload = Upload {
                    lang,
                    recording,
                    kind,
                    list,
                    file,
                    told,
                };
                match upload.run().await {
                    Ok(()) => onward(),
                    Err(UploadError::Refused(words)) => told.set(UploadStatus::Wrong(words)),
                    Err(UploadError::Disconnected) => told.set(UploadStatus::Wrong(lang.upload_lost().to_owned())),
                }
            });
        });
    });
    let percent = move || match told.get() {
        UploadStatus::Sending(percent) | UploadStatus::Again(percent) => Some(percent),
        UploadStatus::Checking => Some(100),
        UploadStatus::Nothing | UploadStatus::Wrong(_) => None,
    };
    let words = move || match told.get() {
        UploadStatus::Nothing => String::new(),
        UploadStatus::Sending(percent) => lang.upload_sending(percent),
        UploadStatus::Again(_) => lang.upload_again().to_owned(),
        UploadStatus::Checking => lang.upload_checking().to_owned(),
        UploadStatus::Wrong(words) => words,
    };
    let wrong = move || matches!(told.get(), UploadStatus::Wrong(_));
    view! {
        <div class="bwc-upload" class:bwc-upload--wrong=wrong>
            {move || percent().map(|percent| view! { <progress max="100" value=percent.to_string() aria-hidden="true"></progress> })}
            <p role="status">{words}</p>
        </div>
    }
}

/// The file chosen in an upload form; none in any other form.
fn chosen(form: &HtmlFormElement) -> Option<File> {
    let field = form.query_selector("input[type=file]").ok()??;
    field.dyn_into::<HtmlInputElement>().ok()?.files()?.get(0)
}

/// The value of the form's field that a selector finds.
fn value(form: &HtmlFormElement, selector: &str) -> String {
    let field = form.query_selector(selector).ok().flatten();
    field.map(|field| text(&field, "value")).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> String {
    let value = js_sys::Reflect::get(of, &name.into()).ok();
    value.and_then(|value| value.as_string()).unwrap_or_default()
}

fn encoded(text: &str) -> String {
    js_sys::encode_uri_component(text).into()
}

/// The same page, which says that it is done.
fn onward() {
    let location = window().location();
    let path = location.pathname().unwrap_or_default();
    let _ = location.set_href(&format!("{path}?done=1"));
}

enum UploadError {
    /// The office said what is wrong.
    Refused(String),
    /// The connection broke.
    Disconnected,
}

/// An answer of the office.
struct ApiResponse {
    status: u16,
    json: JsValue,
}

impl ApiResponse {
    fn text(&self, name: &str) -> String {
        text(&self.json, name)
    }

    fn number(&self, name: &str) -> f64 {
        let value = js_sys::Reflect::get(&self.json, &name.into()).ok();
        value.and_then(|value| value.as_f64()).unwrap_or_default()
    }
}

struct Upload {
    lang: Lang,
    recording: String,
    kind: String,
    /// The redaction list of a copy, encoded for a form.
    list: String,
    file: File,
    told: RwSignal<UploadStatus>,
}

impl Upload {
    async fn run(&self) -> Result<(), UploadError> {
        let mut standing = self.begin().await?;
        let id = standing.text("id");
        let (bytes, mut tries) = (self.file.size(), 0);
        loop {
            let offset = standing.number("offset");
            let percent = self.percent(offset);
            if offset >= bytes {
                break;
            }
            self.told.set(UploadStatus::Sending(percent));
            match self.put(&id, offset, standing.number("piece")).await {
                // 409: the office has more of it than was known here, or less.
                Ok(answer) if answer.status == 200 || answer.status == 409 => (standing, tries) = (answer, 0),
                Ok(answer) if answer.status < 500 && answer.status != 408 && answer.status != 429 => {
                    return Err(UploadError::Refused(answer.text("wrong")));
                }
                _ => {
                    tries += 1;
                    if tries > TRIES {
                        return Err(UploadError::Disconnected);
                    }
                    self.told.set(UploadStatus::Again(percent));
                    wait(250 << tries.min(6)).await;
                    match self.ask("GET", &format!("/{id}"), None).await {
                        Ok(answer) if answer.status == 200 => standing = answer,
                        // For instance signed out in the meantime.
                        Ok(answer) if matches!(answer.status, 401..=404) => {
                            return Err(UploadError::Refused(answer.text("wrong")));
                        }
                        _ => {}
                    }
                }
            }
        }
        self.told.set(UploadStatus::Checking);
        self.finish(&id).await
    }

    /// Asks for the end of it; again if the answer is lost, since the office then gives the same one.
    async fn finish(&self, id: &str) -> Result<(), UploadError> {
        for tries in 0..=TRIES {
            let list = format!("redactions={}", self.list).into();
            match self.ask("POST", &format!("/{id}/finish"), Some(&list)).await {
                Ok(answer) if answer.status == 200 => {
                    self.forget();
                    return Ok(());
                }
                Ok(answer) if answer.status < 500 && answer.status != 408 && answer.status != 429 => {
                    return Err(UploadError::Refused(answer.text("wrong")));
                }
                _ => wait(250 << tries.min(6)).await,
            }
        }
        Err(UploadError::Disconnected)
    }

    /// The upload of this very file that was begun before, or a new one.
    async fn begin(&self) -> Result<ApiResponse, UploadError> {
        if let Some(id) = storage().and_then(|kept| kept.get_item(&self.key()).ok().flatten())
            && let Ok(known) = self.ask("GET", &format!("/{id}"), None).await
            && known.status == 200
        {
            return Ok(known);
        }
        let body = format!(
            "recording={}&kind={}&redactions={}&name={}&bytes={}",
            encoded(&self.recording),
            encoded(&self.kind),
            self.list,
            encoded(&self.file.name()),
            self.file.size()
        );
        let begun = self.ask("POST", "", Some(&body.into())).await?;
        if begun.status != 201 {
            return Err(UploadError::Refused(begun.text("wrong")));
        }
        if let Some(kept) = storage() {
            let _ = kept.set_item(&self.key(), &begun.text("id"));
        }
        Ok(begun)
    }

    async fn put(&self, id: &str, offset: f64, piece: f64) -> Result<ApiResponse, UploadError> {
        let end = (offset + piece).min(self.file.size());
        let blob = self
            .file
            .slice_with_f64_and_f64(offset, end)
            .map_err(|_| UploadError::Disconnected)?;
        self.ask("PUT", &format!("/{id}?offset={offset}"), Some(blob.as_ref()))
            .await
    }

    async fn ask(&self, method: &str, path: &str, body: Option<&JsValue>) -> Result<ApiResponse, UploadError> {
        let url = format!("{}{path}", self.lang.path("/staff/uploads"));
        let init = RequestInit::new();
        init.set_method(method);
        if let Some(body) = body {
            init.set_body(body);
        }
        let sent = JsFuture::from(window().fetch_with_str_and_init(&url, &init)).await;
        let response: Response = sent.map_err(|_| UploadError::Disconnected)?.unchecked_into();
        let status = response.status();
        let json = match response.json() {
            Ok(json) => JsFuture::from(json).await.unwrap_or(JsValue::NULL),
            Err(_) => JsValue::NULL,
        };
        Ok(ApiResponse { status, json })
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 100"
    )]
    fn percent(&self, offset: f64) -> u32 {
        (100.0 * offset / self.file.size().max(1.0)) as u32
    }

    /// Under which this browser remembers the upload: the same file for the same recording.
    fn key(&self) -> String {
        let file = &self.file;
        format!(
            "daylight-upload {} {} {} {} {}",
            self.recording,
            self.kind,
            file.name(),
            file.size(),
            file.last_modified()
        )
    }

    fn forget(&self) {
        if let Some(kept) = storage() {
            let _ = kept.remove_item(&self.key());
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok()?
}

async fn wait(ms: i32) {
    let waiting = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms);
    });
    let _ = JsFuture::from(waiting).await;
}
