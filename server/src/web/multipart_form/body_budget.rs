//! How much of a body may wait in memory. The reader of multipart forms takes in whatever is there, and would gather
//! a header that never ends without bound.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};

use axum::{
    BoxError,
    body::{Body, Bytes, HttpBody},
};
use hyper::body::Frame;

/// Most bytes that wait to be taken.
const MOST: usize = 128 * 1024;
/// How often the reader may ask for more without having taken anything, before it is clear that it never will.
const ASKED: usize = 16;

/// What waits of a body.
#[derive(Clone, Default)]
pub struct BodyBudget(Arc<Waiting>);

#[derive(Default)]
struct Waiting {
    bytes: AtomicUsize,
    asked: AtomicUsize,
    overfull: AtomicBool,
}

impl BodyBudget {
    /// A body of which only so much is let through as is taken.
    pub fn around(body: Body) -> (BudgetedBody, Self) {
        let window = Self::default();
        let windowed = BudgetedBody {
            body,
            window: window.clone(),
        };
        (windowed, window)
    }

    /// The reader has made something of what it had.
    pub fn taken(&self) {
        self.0.bytes.store(0, Ordering::Relaxed);
        self.0.asked.store(0, Ordering::Relaxed);
    }

    /// Whether the reader could make nothing of all it may have.
    pub fn is_overfull(&self) -> bool {
        self.0.overfull.load(Ordering::Relaxed)
    }
}

/// A body seen through a [`BodyBudget`].
pub struct BudgetedBody {
    body: Body,
    window: BodyBudget,
}

impl HttpBody for BudgetedBody {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let waiting = Arc::clone(&self.window.0);
        if waiting.bytes.load(Ordering::Relaxed) >= MOST {
            if waiting.asked.fetch_add(1, Ordering::Relaxed) >= ASKED {
                waiting.overfull.store(true, Ordering::Relaxed);
                return Poll::Ready(Some(Err("more than any form of ours waits".into())));
            }
            // It looks at what it has first; if that is nothing whole, it asks again.
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if let Poll::Ready(Some(Ok(frame))) = &frame {
            let bytes = frame.data_ref().map_or(0, Bytes::len);
            waiting.bytes.fetch_add(bytes, Ordering::Relaxed);
        }
        frame.map(|frame| frame.map(|frame| frame.map_err(Into::into)))
    }
}

#[cfg(test)]
mod tests {
    use axum::extract::{FromRequest as _, Multipart, Request};

    use super::*;

    /// A form as a stream of pieces that are all there at once; how many of them were let through.
    async fn read(pieces: Vec<Bytes>) -> (Result<usize, bool>, usize) {
        let sent = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&sent);
        let pieces = pieces.into_iter().map(move |piece| {
            counted.fetch_add(1, Ordering::Relaxed);
            Ok::<_, std::convert::Infallible>(Frame::data(piece))
        });
        let (body, window) = BodyBudget::around(Body::new(Pieces(pieces)));
        let request = Request::builder().header("content-type", "multipart/form-data; boundary=b");
        let request = request.body(Body::new(body)).expect("a request");
        let mut form = Multipart::from_request(request, &()).await.expect("a form");
        let mut bytes = 0;
        loop {
            let field = form.next_field().await;
            window.taken();
            let mut field = match field {
                Ok(Some(field)) => field,
                Ok(None) => return (Ok(bytes), sent.load(Ordering::Relaxed)),
                Err(_) => return (Err(window.is_overfull()), sent.load(Ordering::Relaxed)),
            };
            while let Ok(Some(piece)) = field.chunk().await {
                window.taken();
                assert!(piece.len() <= 3 * MOST, "{} bytes at once", piece.len());
                bytes += piece.len();
            }
        }
    }

    struct Pieces<I>(I);

    impl<I, E> HttpBody for Pieces<I>
    where
        I: Iterator<Item = Result<Frame<Bytes>, E>> + Unpin,
    {
        type Data = Bytes;
        type Error = E;

        fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, E>>> {
            Poll::Ready(self.0.next())
        }
    }

    #[tokio::test]
    async fn a_large_field_passes_piece_by_piece() {
        let mut pieces = vec![Bytes::from_static(
            b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n",
        )];
        pieces.extend(std::iter::repeat_n(Bytes::from(vec![b'x'; 10_000]), 150));
        pieces.push(Bytes::from_static(b"\r\n--b--\r\n"));
        let (bytes, _) = read(pieces).await;
        assert_eq!(bytes, Ok(1_500_000));
    }

    #[tokio::test]
    async fn a_header_that_never_ends_is_not_gathered() {
        let mut pieces = vec![Bytes::from_static(b"--b\r\nX: ")];
        pieces.extend(std::iter::repeat_n(Bytes::from(vec![b'x'; 10_000]), 1_000));
        let (refused, sent) = read(pieces).await;
        assert_eq!(refused, Err(true));
        assert!(sent * 10_000 <= 2 * MOST, "{sent} pieces");
    }
}
