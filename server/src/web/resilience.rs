//! What breaks or hangs becomes an answer.

use std::{any::Any, time::Duration};

use axum::{
    extract::Request,
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use office::Refusal;
use records::secret;
use tracing::Instrument as _;

use super::{error_page::ErrorPage, policy::policy_of};

/// Longer than the slowest body may take and the store may wait for a lock.
const LONGEST: Duration = Duration::from_secs(45);

/// How a panic is answered.
pub type PanicHandler = fn(Box<dyn Any + Send>) -> Response;

/// Says that something broke, under a number; the hook of [`quiet_panics`] has told the log where. What
/// the panic said is told to nobody: it may quote somebody.
pub fn catch_panic(_: Box<dyn Any + Send>) -> Response {
    let incident = secret::incident();
    tracing::error!(%incident, "A page broke");
    ErrorPage::Broken { incident }.into_response()
}

/// Tells the log where the program broke, and not what was said.
pub fn quiet_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "The program broke");
    }));
}

/// Gives up on an answer that does not come.
pub async fn time_limit(request: Request, next: Next) -> Response {
    // Files take their time; each piece of one is waited for on its own.
    if policy_of(&request).takes_files {
        return next.run(request).await;
    }
    if let Ok(response) = tokio::time::timeout(LONGEST, next.run(request)).await {
        return response;
    }
    unavailable("An answer took too long")
}

/// A post is worked to its end although whoever sent it has gone: on a bad line only the answer is lost. A page that nobody
/// waits for any more is given up.
pub async fn finish_posts(request: Request, next: Next) -> Response {
    if request.method().is_safe() {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request).in_current_span()).await {
        Ok(response) => response,
        Err(stopped) => match stopped.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => unavailable("The program ends"),
        },
    }
}

fn unavailable(why: &'static str) -> Response {
    let incident = secret::incident();
    tracing::error!(%incident, "{why}");
    ErrorPage::Refused(Refusal::Unavailable { incident }).into_response()
}
