//! Bodies that are not read to their end.

use axum::{
    http::{HeaderValue, header},
    response::Response,
};

/// Up to this much of a body that is too large is read and thrown away, so that the sender gets to see
/// the answer; whoever sends more loses the connection.
pub const DRAINED: usize = 16 * 1024 * 1024;

/// Closes the connection after this answer: the rest of a body that was not read would be taken for the next request.
pub fn closing(mut response: Response) -> Response {
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}
