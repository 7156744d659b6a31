//! Tables of the statistics as CSV.

use app::pages::statistics::table;
use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use office::{Lang, Refusal, views::Statistics};
use serde::Deserialize;
use statistics::csv;

use super::{error_page::ErrorPage, state::AppState};

/// The query of a table.
#[derive(Debug, Deserialize)]
pub struct CsvQuery {
    year: Option<String>,
}

/// `/statistics/{table}.csv`: RFC 4180, UTF-8; a cell that looks like a formula is made text.
pub async fn table_csv(
    State(state): State<AppState>,
    Path(file): Path<String>,
    Query(asked): Query<CsvQuery>,
    axum::Extension(lang): axum::Extension<Lang>,
) -> Response {
    match find_table(&state, &file, asked.year.as_deref()).await {
        Ok((key, shown)) => {
            let Some(table) = table(&shown, &key) else {
                return ErrorPage::Refused(Refusal::NotFound).into_response();
            };
            let text = csv::table(&table, |text| lang.pick(text));
            let name = format!(
                "attachment; filename=\"daylight-{key}-{}-{}.csv\"",
                shown.year, shown.as_of
            );
            let head = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, name),
            ];
            (head, text).into_response()
        }
        Err(refusal) => ErrorPage::Refused(refusal).into_response(),
    }
}

async fn find_table(
    state: &AppState,
    file: &str,
    year: Option<&str>,
) -> Result<(String, std::sync::Arc<Statistics>), Refusal> {
    let key = file.strip_suffix(".csv").ok_or(Refusal::NotFound)?;
    let year = year.map(str::trim).filter(|year| !year.is_empty());
    let year = match year.map(str::parse) {
        None => None,
        Some(Ok(year)) => Some(year),
        Some(Err(_)) => return Err(Refusal::NotFound),
    };
    let shown = state.office.statistics(year).await?.ok_or(Refusal::NotFound)?;
    Ok((key.to_owned(), shown))
}
