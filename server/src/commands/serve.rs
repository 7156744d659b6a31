//! `daylight serve`.

use std::{sync::Arc, time::Duration};

use app::context::SiteInfo;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use office::Office;
use records::{RecordsOffice, mail::Mailer, store::Opening, worker::Worker};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use super::Failure;
use crate::{
    config::{Config, Site},
    output::line,
    serve::{self, Ending, connections::Connections},
    web::{
        self,
        address::Proxies,
        cookies::CookiePolicy,
        limits::Limits,
        page_cache::PageCache,
        quiet_panics, routes,
        state::{AppState, AppStateInner},
    },
};

/// How often what is no longer needed is forgotten.
const TIDYING: Duration = Duration::from_mins(1);

/// Serves until told to end.
pub async fn serve(config: Config, worker: bool) -> Result<(), Failure> {
    quiet_panics();
    let mailer = Mailer::parse(&config.mail).map_err(|error| Failure::Usage(format!("DAYLIGHT_MAIL is {error}")))?;
    let site =
        |listening| Site::at(&config.site_root, listening).map_err(|missing| Failure::Usage(missing.to_string()));
    // Before anything is made.
    site(config.site_addr)?;
    let listener = TcpListener::bind(config.site_addr).await.map_err(|error| {
        Failure::Undone(format!(
            "LEPTOS_SITE_ADDR is {:?}, but nobody can listen there: {error}",
            config.site_addr.to_string()
        ))
    })?;
    let listening = listener.local_addr().map_err(Failure::from_error)?;
    let base_url = config.base_url(listening);
    let site = site(listening)?;
    let metrics = PrometheusBuilder::new()
        .install_recorder()
        .map_err(Failure::from_error)?;
    let (end, ending) = watch::channel(false);
    let records = super::open_at(&config, base_url.clone(), Opening::CreateAndMigrate).await?;
    if mailer.reaches_people() && opens_nowhere(&base_url) {
        tracing::warn!(
            "Letters go to people, but the links in them begin with {base_url}, which nobody else can open: set DAYLIGHT_BASE_URL"
        );
    }
    let worker = worker.then(|| clockwork(&records, mailer, &base_url, ending.clone()));
    let state = AppState::new(AppStateInner {
        office: Arc::clone(&records) as Arc<dyn Office>,
        records: Arc::clone(&records),
        site_info: Arc::new(SiteInfo {
            style: site.style.clone(),
            demo: records.is_demo(),
            upload_limit: config.upload_limit,
            import_limit: config.import_limit,
            options: site.options.clone(),
            base_url: base_url.clone(),
        }),
        limits: Limits::new(config.rate_limit),
        strangers: Arc::default(),
        proxies: Proxies(config.trusted_proxies),
        page_cache: PageCache::default(),
        policies: routes::policies().map_err(Failure::from_error)?,
        jar: CookiePolicy {
            secure: base_url.starts_with("https://"),
        },
    });
    let portal = web::portal(&state, &site, metrics.clone()).map_err(Failure::from_error)?;
    tokio::spawn(serve::told_to_end(end));
    tokio::spawn(watch(state.clone(), ending.clone()));
    tokio::spawn(tidy(state, metrics, ending.clone()));
    tokio::spawn(tells_of_scan(Arc::clone(&records)));
    greet(&records, &base_url).await?;
    // Whoever closed standard output, or filled its disk, is served all the same.
    let _ = line(format_args!("Listening on http://{listening}"));
    serve::serve(listener, portal, Connections::allowed(config.trusted_proxies), ending).await;
    if let Some(worker) = worker {
        // It finishes the letter in hand.
        let _ = worker.await;
    }
    records.close().await;
    Ok(())
}

/// Whether only this machine can open an address: letters that carry it lead nowhere.
fn opens_nowhere(base_url: &str) -> bool {
    let uri: Option<axum::http::Uri> = base_url.parse().ok();
    let host = uri.as_ref().and_then(axum::http::Uri::host).unwrap_or_default();
    let host = host
        .trim_start_matches('[')
        .trim_end_matches(']')
        .trim_end_matches('.')
        .to_ascii_lowercase();
    let here = |address: std::net::IpAddr| {
        let address = address.to_canonical();
        address.is_loopback() || address.is_unspecified()
    };
    host.is_empty() || host == "localhost" || host.ends_with(".localhost") || host.parse().is_ok_and(here)
}

/// Says in the log whether files of people are scanned; nobody waits for clamd to answer.
async fn tells_of_scan(records: Arc<RecordsOffice>) {
    match super::scan_told(&records).await {
        Ok(scanned) => tracing::info!("{scanned}"),
        Err(silent) => tracing::error!("{silent}"),
    }
}

/// Prints the way to the first staff account while there is none.
async fn greet(records: &RecordsOffice, base_url: &str) -> Result<(), Failure> {
    if let Some(token) = records.first_account_token().await.map_err(Failure::from_error)? {
        let _ = line(format_args!(
            "First staff account, once: {base_url}/staff/first/{token}"
        ));
    }
    Ok(())
}

/// Begins to post letters and to watch the clocks.
fn clockwork(records: &Arc<RecordsOffice>, mailer: Mailer, base_url: &str, mut ending: Ending) -> JoinHandle<()> {
    let worker = Worker::new(Arc::clone(records), mailer, base_url);
    tokio::spawn(worker.run(async move {
        let _ = ending.wait_for(|ending| *ending).await;
    }))
}

/// Looks whether anything was written, so that public pages need not be made anew.
async fn watch(state: AppState, mut ending: Ending) {
    tokio::select! {
        never = state.page_cache.watch(&state.records) => match never {},
        _ = ending.wait_for(|ending| *ending) => {}
    }
}

/// Forgets now and then what is no longer needed.
async fn tidy(state: AppState, metrics: PrometheusHandle, mut ending: Ending) {
    while tokio::time::timeout(TIDYING, ending.wait_for(|ending| *ending))
        .await
        .is_err()
    {
        state.limits.tidy();
        // A refusal has been logged where it arose.
        let _ = state.records.forget_shared_counts().await;
        // What an operator says of the clock is seen where nobody asks, too.
        let _ = state.records.clock_trouble().await;
        if let Some(scanner) = state.records.scanner() {
            // Whoever watches learns of it before somebody's file is refused.
            let _ = scanner.version().await;
        }
        metrics.run_upkeep();
    }
}

#[cfg(test)]
mod tests {
    use super::opens_nowhere;

    #[test]
    fn links_to_this_machine_lead_nowhere_for_everybody_else() {
        for here in [
            "http://127.0.0.1:3000",
            "http://127.8.8.8",
            "http://localhost:3000",
            "http://records.localhost",
            "http://[::1]:3000",
            "http://0.0.0.0:3000",
            "http://[::ffff:127.0.0.1]:3000",
        ] {
            assert!(opens_nowhere(here), "{here}");
        }
        for there in ["https://records.example.gov", "http://192.0.2.7:3000", "https://x:443"] {
            assert!(!opens_nowhere(there), "{there}");
        }
    }
}
