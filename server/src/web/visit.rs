//! Finds out who looks, before a page is rendered or a form is read.

use app::front::Visitor;
use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method},
    middleware::Next,
    response::{IntoResponse as _, Redirect, Response},
};
use office::{Answer, Refusal, TrackingNumber, desk::Requester, forms::SubmissionKey, views::Staff};

use super::{cookies::Kind, counter::Counter, lang, notice::Notice, uploads};

/// Which sessions count on a path. Nowhere else is a cookie looked at, so that public pages are the
/// same for everybody.
enum Place {
    Public,
    Receipt,
    Private(Option<TrackingNumber>),
    /// The notice of a person shown, and their objection; without a session there is a form for the code.
    Notice,
    /// The console's own front door: open to all.
    Door,
    Console,
}

impl Place {
    fn of(path: &str) -> Self {
        let segments: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match segments.as_slice() {
            ["request", "filed"] => Self::Receipt,
            ["requests", number, "private", ..] => Self::Private(TrackingNumber::parse(number).ok()),
            ["notice"] | ["notice", "objection"] => Self::Notice,
            ["staff", "sign-in" | "first", ..] => Self::Door,
            ["staff", ..] => Self::Console,
            _ => Self::Public,
        }
    }
}

/// Leaves the [`Visitor`] in the request. A page that needs a session is not shown without one: a GET
/// goes to where one signs in, a POST is told so.
pub async fn visit(State(counter): State<Counter>, mut request: Request, next: Next) -> Response {
    let lang = lang::asked(request.extensions());
    let path = request.uri().path().to_owned();
    let query = request.uri().query().unwrap_or_default().to_owned();
    let place = Place::of(&path);
    let mut visitor = Visitor {
        lang,
        path,
        query,
        requester: None,
        staff: None,
        depicted: None,
        objected: None,
        filed: None,
    };
    match look(&counter, request.headers(), &place, &mut visitor).await {
        Ok(()) => {}
        // A script is told; led to a page, it would take that for an answer.
        Err(Refusal::SignIn) if uploads::for_script(&visitor.path) => {
            return Notice::Refused(Refusal::SignIn).into_response();
        }
        Err(Refusal::SignIn) if matches!(*request.method(), Method::GET | Method::HEAD) => {
            return Redirect::to(&lang.path(&way_in(&place, &visitor))).into_response();
        }
        Err(refusal) => return Notice::Refused(refusal).into_response(),
    }
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

async fn look(counter: &Counter, headers: &HeaderMap, place: &Place, visitor: &mut Visitor) -> Answer<()> {
    match place {
        Place::Public | Place::Door => {}
        Place::Receipt => {
            visitor.filed = counter
                .jar
                .read(headers, Kind::Receipt)
                .and_then(|key| SubmissionKey::parse(&key));
        }
        Place::Notice => {
            if let Some(token) = counter.jar.read(headers, Kind::Depicted) {
                visitor.depicted = counter.records.depicted_by(&token).await?;
            }
            visitor.objected = counter
                .jar
                .read(headers, Kind::Objection)
                .and_then(|key| SubmissionKey::parse(&key));
        }
        Place::Private(number) => visitor.requester = Some(requester(counter, headers, number.as_ref()).await?),
        Place::Console => visitor.staff = Some(staff(counter, headers).await?),
    }
    Ok(())
}

/// The requester whose page this is. Another request's cookie opens as little as none.
async fn requester(counter: &Counter, headers: &HeaderMap, number: Option<&TrackingNumber>) -> Answer<Requester> {
    let found = counter.sessions().requester(headers).await?;
    found
        .filter(|requester| Some(&requester.number) == number)
        .ok_or(Refusal::SignIn)
}

async fn staff(counter: &Counter, headers: &HeaderMap) -> Answer<Staff> {
    counter.sessions().staff(headers).await?.ok_or(Refusal::SignIn)
}

/// Where one signs in for this place.
fn way_in(place: &Place, visitor: &Visitor) -> String {
    if matches!(place, Place::Private(_)) {
        return "/track".to_owned();
    }
    let wanted = if visitor.query.is_empty() {
        visitor.path.clone()
    } else {
        format!("{}?{}", visitor.path, visitor.query)
    };
    let next: String = percent_encoding::utf8_percent_encode(&wanted, percent_encoding::NON_ALPHANUMERIC).collect();
    format!("/staff/sign-in?next={next}")
}
