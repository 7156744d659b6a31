//! Takes the language off the path before the router sees it.

use axum::{
    body::Body,
    http::{Extensions, Request, Uri, uri::PathAndQuery},
};
use office::Lang;

/// The language in which somebody asks.
pub fn asked(extensions: &Extensions) -> Lang {
    extensions.get().copied().unwrap_or_default()
}

/// `/es/request` becomes `/request` with [`Lang::Es`] in the request's extensions.
pub fn take_lang(mut request: Request<Body>) -> Request<Body> {
    let (lang, path) = Lang::split(request.uri().path());
    if lang != Lang::En
        && let Some(uri) = at(request.uri(), path)
    {
        *request.uri_mut() = uri;
    }
    request.extensions_mut().insert(lang);
    request
}

/// The same address at another path.
fn at(uri: &Uri, path: &str) -> Option<Uri> {
    let target = uri
        .query()
        .map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(target.parse::<PathAndQuery>().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split_lang(path: &str) -> (Lang, String) {
        let request = Request::builder().uri(path).body(Body::empty()).expect("a request");
        let request = take_lang(request);
        let lang = request.extensions().get::<Lang>().copied().expect("the language");
        (lang, request.uri().to_string())
    }

    #[test]
    fn spanish_is_taken_off_and_the_query_stays() {
        assert_eq!(split_lang("/es"), (Lang::Es, "/".into()));
        assert_eq!(split_lang("/es/"), (Lang::Es, "/".into()));
        assert_eq!(
            split_lang("/es/requests?q=a%20b"),
            (Lang::Es, "/requests?q=a%20b".into())
        );
        assert_eq!(split_lang("/essays"), (Lang::En, "/essays".into()));
        assert_eq!(
            split_lang("/requests?lang=/es"),
            (Lang::En, "/requests?lang=/es".into())
        );
    }
}
