//! The running server: accepts connections, and ends without cutting anybody off.

use std::{convert::Infallible, net::SocketAddr, time::Duration};

use axum::{body::Body, http::Request, response::Response};
use hyper::server::conn::http1;
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tower::{Service, ServiceExt as _};

use self::{
    connections::{Connections, Counted},
    patient_stream::PatientStream,
};
use crate::web::address::Peer;

pub mod connections;
mod patient_stream;

/// How long the headers of a request may take to arrive, and so how long a connection may idle.
const HEADERS: Duration = Duration::from_secs(30);
/// How long whoever gets an answer may take nothing of it.
const WRITES: Duration = Duration::from_secs(30);
/// Most bytes of headers, and of a body that nobody has asked for yet.
const BUFFER: usize = 64 * 1024;
/// How long those who are being served may take when the program is told to end.
const FAREWELL: Duration = Duration::from_secs(20);

/// Becomes true when the program is told to end.
pub type Ending = watch::Receiver<bool>;

/// Serves until told to end, then lets everybody finish who is being served. A connection too many is closed at once.
pub async fn serve<P>(listener: TcpListener, portal: P, connections: Connections, mut ending: Ending)
where
    P: Service<Request<Body>, Response = Response, Error = Infallible> + Clone + Send + Sync + 'static,
    P::Future: Send,
{
    let open = GracefulShutdown::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    let Some(counted) = connections.count(peer.ip()) else {
                        metrics::counter!("daylight_connections_refused_total").increment(1);
                        continue;
                    };
                    metrics::gauge!("daylight_connections").set(f64::from(u32::try_from(connections.open()).unwrap_or(u32::MAX)));
                    let connection = connection(stream, peer, portal.clone());
                    let connection = open.watch(connection);
                    tokio::spawn(async move {
                        let _counted: Counted = counted;
                        // A client that goes away in the middle is no fault of ours.
                        let _ = connection.await;
                    });
                }
                Err(error) => {
                    // For instance, too many open files: those that are served must end first.
                    tracing::warn!(%error, "A connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
            _ = ending.wait_for(|ending| *ending) => break,
        }
    }
    drop(listener);
    if tokio::time::timeout(FAREWELL, open.shutdown()).await.is_err() {
        tracing::warn!("Some connections did not end in time");
    }
}

type Connection = http1::Connection<
    TokioIo<PatientStream<TcpStream>>,
    TowerToHyperService<tower::util::BoxCloneSyncService<Request<hyper::body::Incoming>, Response, Infallible>>,
>;

fn connection<P>(stream: TcpStream, peer: SocketAddr, portal: P) -> Connection
where
    P: Service<Request<Body>, Response = Response, Error = Infallible> + Clone + Send + Sync + 'static,
    P::Future: Send,
{
    // Answers are written whole; waiting for more to send would only delay them.
    let _ = stream.set_nodelay(true);
    let service = portal.map_request(move |request: Request<hyper::body::Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        request
    });
    let service = tower::util::BoxCloneSyncService::new(service);
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(BUFFER)
        .keep_alive(true)
        .serve_connection(
            TokioIo::new(PatientStream::new(stream, WRITES)),
            TowerToHyperService::new(service),
        )
}

/// Waits for SIGTERM or SIGINT, then says so. A second one ends the program at once.
pub async fn told_to_end(ending: watch::Sender<bool>) {
    signal().await;
    tracing::info!("Ending: letting everybody finish");
    let _ = ending.send(true);
    signal().await;
    std::process::exit(1);
}

async fn signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) = (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        tracing::warn!("Signals cannot be watched");
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
