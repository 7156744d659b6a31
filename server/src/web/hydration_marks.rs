//! The server's pages without the marks by which a browser's program finds its place.
//!
//! Leptos writes a comment after each text and each list, and for each nothing, for a program that takes the page over in the browser. Only
//! islands are taken over here; everywhere else the marks are weight, and stand between a text and the end of its element.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

/// Takes the marks out of a page, but for those within islands.
pub async fn remove(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let kind = response.headers().get(header::CONTENT_TYPE);
    if !kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // A page is in memory whole, whatever it repeats of what was typed.
    let page = match to_bytes(body, usize::MAX).await {
        Ok(page) => page,
        Err(error) => {
            tracing::error!(%error, "A page broke off");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    let body = match std::str::from_utf8(&page) {
        Ok(text) => Body::from(without_marks(text)),
        Err(_) => Body::from(page),
    };
    Response::from_parts(parts, body)
}

fn without_marks(page: &str) -> String {
    const ISLAND: &str = "<leptos-island";
    const ISLAND_END: &str = "</leptos-island>";
    let bare_of_marks = |plain: &str| plain.replace("<!>", "").replace("<!--<() />-->", "");
    let mut bare = String::with_capacity(page.len());
    let mut rest = page;
    while let Some((plain, island)) = rest.split_once(ISLAND) {
        bare.push_str(&bare_of_marks(plain));
        let end = island.find(ISLAND_END).map_or(island.len(), |at| at + ISLAND_END.len());
        bare.push_str(ISLAND);
        bare.push_str(&island[..end]);
        rest = &island[end..];
    }
    bare.push_str(&bare_of_marks(rest));
    bare
}

#[cfg(test)]
mod tests {
    use super::without_marks;

    #[test]
    fn a_page_loses_its_marks_but_for_those_in_islands() {
        let island = "<leptos-island data-component=\"X\"><p>A<!></p><!></leptos-island>";
        let page = format!("<p>One<!></p><!>{island}<p>Two<!></p><!--<() />-->{island}<!></body>");
        assert_eq!(
            without_marks(&page),
            format!("<p>One</p>{island}<p>Two</p>{island}</body>")
        );
        assert_eq!(without_marks("<p>&lt;!&gt;</p>"), "<p>&lt;!&gt;</p>");
    }
}
