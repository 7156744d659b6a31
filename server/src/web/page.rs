//! Pages: rendered by leptos, from the router's GET routes and after a refused form alike.

use app::{
    App,
    components::Layout,
    context::{FormKey, KeptForm, TypedValues, Visitor, status_of},
    pages::{RefusalPage, SendAgain},
};
use axum::{
    body::Body,
    http::{HeaderValue, Method, Request, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use leptos::{nonce::Nonce, prelude::*};
use office::{
    Lang, Refusal,
    forms::{Echo, LetterEditForm, Refused},
};

use records::Submission;

use super::{
    content_security_policy::PageNonce,
    error_page::{ErrorPage, retry_after},
    kept_form::FormSlot,
    lang,
    state::AppState,
    submission::KEY,
};
/// What every page finds in its context.
pub fn context(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static + use<> {
    let state = state.clone();
    move || {
        let parts = use_context::<Parts>();
        provide_context(state.office.clone());
        provide_context(state.site_info.clone());
        if let Some(PageNonce(nonce)) = parts.as_ref().and_then(|parts| parts.extensions.get()) {
            provide_context(Nonce::from_value(nonce.as_str()));
        }
        provide_context(
            parts
                .as_ref()
                .map_or_else(|| stranger(&Request::new(()).into_parts().0), visitor),
        );
    }
}

/// Who looks, as the session layer has found; a stranger where it has not looked.
fn visitor(parts: &Parts) -> Visitor {
    parts.extensions.get().cloned().unwrap_or_else(|| stranger(parts))
}

/// Somebody who is not signed in anywhere.
pub fn stranger(parts: &Parts) -> Visitor {
    Visitor {
        lang: lang::asked(&parts.extensions),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        requester: None,
        staff: None,
        depicted: None,
        objected: None,
        filed: Vec::new(),
    }
}

/// The page at the request's path, whatever the request's method was.
pub struct Page {
    state: AppState,
    parts: Parts,
    sent: Option<Submission>,
    letter: LetterEditForm,
}

impl Page {
    /// The page of a request.
    pub fn new(state: AppState, parts: Parts) -> Self {
        Self {
            state,
            parts,
            sent: None,
            letter: LetterEditForm::default(),
        }
    }

    /// The page of a form that was sent.
    pub fn of_form(state: AppState, parts: Parts, sent: Option<Submission>) -> Self {
        Self {
            sent,
            ..Self::new(state, parts)
        }
    }

    /// The same page, of a form that says this of the letter of its act.
    pub fn with_letter(self, letter: LetterEditForm) -> Self {
        Self { letter, ..self }
    }

    /// What the form says of the letter of its act.
    pub const fn letter(&self) -> &LetterEditForm {
        &self.letter
    }

    /// The form that was sent.
    pub const fn submission(&self) -> Option<&Submission> {
        self.sent.as_ref()
    }

    /// The form that was sent, for a page that cannot show it as it stands there.
    fn kept(&self, key: Option<&FormKey>) -> Option<KeptForm> {
        let mut kept = self.parts.extensions.get::<FormSlot>()?.take()?;
        for (_, value) in kept.fields.iter_mut().filter(|(name, _)| name == KEY) {
            if let Some(FormKey(key)) = key {
                value.clone_from(key);
            }
        }
        Some(kept)
    }

    /// The key of the forms on the page that is shown again.
    fn key_again(&self, refusal: &Refusal) -> Option<FormKey> {
        match (&self.sent, refusal) {
            (_, Refusal::SentBefore) => Some(FormKey(self.state.office.submission_key())),
            (Some(sent), _) => Some(FormKey(sent.key.as_str().to_owned())),
            (None, _) => None,
        }
    }

    /// Who looks.
    pub fn visitor(&self) -> Visitor {
        visitor(&self.parts)
    }

    /// In which language.
    pub fn lang(&self) -> Lang {
        lang::asked(&self.parts.extensions)
    }

    /// From which address.
    pub fn client(&self) -> std::net::IpAddr {
        self.state
            .proxies
            .client_of(&self.parts.extensions, &self.parts.headers)
    }

    /// The headers of the request.
    pub const fn headers(&self) -> &axum::http::HeaderMap {
        &self.parts.headers
    }

    /// Onward to another path of the portal, in the reader's language.
    pub fn redirect(&self, path: &str) -> Response {
        Redirect::to(&self.lang().path(path)).into_response()
    }

    /// The same page with the form that was refused: what was typed, and why.
    pub async fn rerender_with_errors<F: Clone + Echo + Send + Sync + 'static>(
        self,
        form: F,
        refusal: Refusal,
    ) -> Response {
        let typed = typed(&form);
        let status = status_of(&refusal);
        let wait = retry_after(&refusal);
        let key = self.key_again(&refusal);
        let kept = self.kept(key.as_ref());
        let refused = Refused { form, refusal };
        let base = context(&self.state);
        let letter = self.letter;
        let context = move || {
            base();
            provide_context(refused.clone());
            provide_context(letter.clone());
            if let Some(key) = &key {
                provide_context(key.clone());
            }
            if let Some(kept) = &kept {
                provide_context(kept.clone());
            }
            provide_context(typed.clone());
        };
        let mut response = render(self.parts, context, App).await;
        // A page that could not even be shown says so itself.
        if response.status() == StatusCode::OK {
            *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY);
        }
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, wait);
        }
        response
    }

    /// The same page with what was asked for, after a form that changed nothing.
    pub async fn with<F: Clone + Echo + Send + Sync + 'static>(
        self,
        found: impl Clone + Send + Sync + 'static,
        form: F,
    ) -> Response {
        let typed = typed(&form);
        let base = context(&self.state);
        let letter = self.letter;
        let context = move || {
            base();
            provide_context(letter.clone());
            provide_context(found.clone());
            provide_context(form.clone());
            provide_context(typed.clone());
        };
        render(self.parts, context, App).await
    }

    /// A page for what belongs to no page.
    pub async fn error_page(self, error: ErrorPage) -> Response {
        let base = context(&self.state);
        let kept = self.kept(None);
        let context = move || {
            base();
            if let Some(kept) = &kept {
                provide_context(kept.clone());
            }
        };
        let status = error.status();
        let lang = self.lang();
        let mut response = match error {
            ErrorPage::Refused(refusal) => {
                render(
                    self.parts,
                    context,
                    move || view! { <RefusalPage refusal=refusal.clone()/> },
                )
                .await
            }
            other => {
                let (title, text) = other.words(lang);
                // What broke, or came too slowly, may go well the next time; what cannot be read may not.
                let again = matches!(other, ErrorPage::Broken { .. } | ErrorPage::TooSlow);
                render(self.parts, context, move || {
                    let text = text.clone();
                    view! {
                        <Layout title=title>
                            <h1>{title}</h1>
                            <p>{text}</p>
                            <SendAgain again/>
                        </Layout>
                    }
                })
                .await
            }
        };
        *response.status_mut() = status;
        response
    }
}

/// What may be shown again of a form, where the form itself cannot be.
fn typed(form: &impl Echo) -> TypedValues {
    let texts = form.echo().into_iter().filter(|text| !text.is_empty());
    TypedValues(texts.map(str::to_owned).collect())
}

/// Renders with the original request as a GET without a body.
async fn render<V: IntoView + 'static>(
    mut parts: Parts,
    context: impl Fn() + Clone + Send + Sync + 'static,
    view: impl Fn() -> V + Clone + Send + Sync + 'static,
) -> Response {
    parts.method = Method::GET;
    for name in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::TRANSFER_ENCODING] {
        parts.headers.remove(name);
    }
    let request = Request::from_parts(parts, Body::empty());
    leptos_axum::render_app_async_with_context(context, view)(request).await
}

/// Adds a cookie to an answer.
pub fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use office::forms::{
        AbsenceForm, AccountForm, ActForm, CapacityForm, ChosenPasswordForm, ClosureForm, CodeForm, CodeReissueForm,
        CopyForm, CourtCaseForm, CourtEntryForm, CoverageForm, DeletionListForm, EraseForm, FactorForm,
        FamilyViewingForm, FilingForm, FollowForm, ImportActForm, ImportForm, IntakeForm, LetterForm, MatchForm,
        MentionForm, NewPasswordForm, NoteForm, NoticeForm, ObjectionForm, OrderActForm, OrderForm, OwnAccountForm,
        PersonForm, PrivateForm, ProgramFieldsForm, ProgramForm, ProposalForm, QueueActForm, RecordingActForm,
        RecordingForm, ReleaseForm, SignInForm, TemplateForm, TrackForm, ViewingForm, WishForm,
    };
    use serde::Serialize;
    use serde_json::Value;

    use super::*;
    use crate::web::form::Form;

    /// Secrets, and what a form carries unseen or by an id.
    const NEVER: [&str; 31] = [
        "order",
        "holder",
        "extend",
        "print",
        "more",
        "link",
        "refuse",
        "link_joined",
        "join",
        "part",
        "corrects",
        "read",
        "another",
        "asks",
        "current",
        "password",
        "again",
        "token",
        "code",
        "number",
        "key",
        "version",
        "act",
        "next",
        "website",
        "copy",
        "sha256",
        "release",
        "publication",
        "objection",
        "action",
    ];

    /// Fills every field with its own name; which come back?
    fn echoes<F: Form + Serialize + Default>(walked: &mut usize) {
        *walked += 1;
        let Ok(Value::Object(mut fields)) = serde_json::to_value(F::default()) else {
            panic!("a form is an object");
        };
        fields.retain(|_, value| value.is_string());
        let names: BTreeSet<String> = fields.keys().cloned().collect();
        for (name, value) in &mut fields {
            *value = Value::String(name.clone());
        }
        let form: F = serde_json::from_value(Value::Object(fields)).expect("a form of text");
        let echoed: BTreeSet<String> = typed(&form).0.into_iter().collect();
        let never = |name: &String| NEVER.contains(&name.as_str());
        let ordinary: BTreeSet<String> = names.into_iter().filter(|name| !never(name)).collect();
        assert_eq!(echoed, ordinary, "{}", std::any::type_name::<F>());
    }

    #[test]
    fn whoever_is_refused_finds_their_words_again_and_nobody_finds_a_password_code_or_token() {
        let mut walked = 0;
        let forms = &mut walked;
        echoes::<AbsenceForm>(forms);
        echoes::<AccountForm>(forms);
        echoes::<ActForm>(forms);
        echoes::<CapacityForm>(forms);
        echoes::<FamilyViewingForm>(forms);
        echoes::<ViewingForm>(forms);
        echoes::<ChosenPasswordForm>(forms);
        echoes::<FactorForm>(forms);
        echoes::<OwnAccountForm>(forms);
        echoes::<ClosureForm>(forms);
        echoes::<CodeForm>(forms);
        echoes::<CopyForm>(forms);
        echoes::<CourtCaseForm>(forms);
        echoes::<CourtEntryForm>(forms);
        echoes::<CoverageForm>(forms);
        echoes::<DeletionListForm>(forms);
        echoes::<EraseForm>(forms);
        echoes::<FilingForm>(forms);
        echoes::<FollowForm>(forms);
        echoes::<ImportForm>(forms);
        echoes::<ImportActForm>(forms);
        echoes::<IntakeForm>(forms);
        echoes::<CodeReissueForm>(forms);
        echoes::<LetterForm>(forms);
        echoes::<MatchForm>(forms);
        echoes::<MentionForm>(forms);
        echoes::<NoteForm>(forms);
        echoes::<NewPasswordForm>(forms);
        echoes::<NoticeForm>(forms);
        echoes::<ObjectionForm>(forms);
        echoes::<OrderActForm>(forms);
        echoes::<ProposalForm>(forms);
        echoes::<OrderForm>(forms);
        echoes::<PersonForm>(forms);
        echoes::<PrivateForm>(forms);
        echoes::<ProgramFieldsForm>(forms);
        echoes::<ProgramForm>(forms);
        echoes::<TemplateForm>(forms);
        echoes::<QueueActForm>(forms);
        echoes::<RecordingActForm>(forms);
        echoes::<RecordingForm>(forms);
        echoes::<ReleaseForm>(forms);
        echoes::<SignInForm>(forms);
        echoes::<TrackForm>(forms);
        echoes::<WishForm>(forms);
        let all = include_str!("form.rs").matches("\nimpl Form for ").count();
        assert_eq!(walked, all, "every form that can be posted");
    }
}
