//! The custodian's queue: open requests by clock, and whatever part of them is wanted.

use law::{
    Date,
    clock::ClockId,
    request::{Stage, Track},
    request_state::{Party, RequestState},
};
use office::{
    TrackingNumber,
    forms::RequestDetails,
    views::{DueIn, Holder, PAGE_LINES, QueueChoice, QueueColumn, QueueCounts, QueueFilter, QueueSort, QueueView},
};
use sqlx::FromRow;

use super::{
    Dialect, Store, Tx, rows, search,
    wanted::{Value, Wanted, patterns},
};
use crate::fault::{Fault, Stored};

const TABLE: &str = "records_request";

/// A line of the queue as kept.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns of the same names")]
pub struct Line {
    pub number: TrackingNumber,
    pub division: Option<String>,
    pub state: RequestState,
    pub needed_by: Option<Date>,
    pub unread: u32,
    pub assigned_to: Option<String>,
    /// Name and place, as the requester gave them.
    pub named: (String, String),
}

#[derive(FromRow)]
struct Row {
    number: String,
    division: Option<String>,
    state: String,
    needed_by: Option<String>,
    unread: i64,
    assigned_to: Option<String>,
    asked: Option<String>,
}

impl TryFrom<Row> for Line {
    type Error = Fault;

    fn try_from(row: Row) -> Stored<Self> {
        let id = &row.number;
        let asked: Option<RequestDetails> = row
            .asked
            .as_deref()
            .map(serde_json::from_str)
            .transpose()
            // The parser's message could quote what was asked.
            .map_err(|_| rows::corrupt("requester", id, "what was asked cannot be read"))?;
        Ok(Self {
            number: rows::number(id)?,
            state: serde_json::from_str(&row.state).map_err(|why| rows::corrupt(TABLE, id, why))?,
            needed_by: rows::day_or_none(TABLE, id, row.needed_by.as_deref())?,
            unread: u32::try_from(row.unread).unwrap_or_default(),
            division: row.division,
            assigned_to: row.assigned_to,
            named: asked.map(|asked| (asked.name, asked.place)).unwrap_or_default(),
        })
    }
}

/// Who looks at the queue, and when.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// Accounts whose requests are theirs: their own, and those for whom they stand in.
    pub own: &'a [String],
    /// Whether the search looks through what requesters wrote of themselves.
    pub private: bool,
    /// Today.
    pub today: Date,
}

/// The days by which `Overdue`, `Today` and `Week` are told apart: today, and the last of the next seven days.
fn days(today: Date) -> (String, String) {
    let last = today.checked_add(jiff::ToSpan::days(6)).unwrap_or(today);
    (today.to_string(), last.to_string())
}

/// What follows the column of who has a request, where nobody who works requests now has it.
macro_rules! held_by_nobody {
    () => {
        " IS NULL OR assigned_to NOT IN (SELECT h.id FROM staff h WHERE h.disabled_at IS NULL AND h.role = 'custodian')"
    };
}

/// How a condition names a column of a request. Open requests are looked through in an index that holds all that they are
/// filtered by: with SQLite the `+` keeps it from another one, by which each request would be read whole.
const fn column_of(filter: &QueueFilter, dialect: Dialect) -> &'static str {
    match (dialect, filter.view) {
        (Dialect::Sqlite, QueueView::Open | QueueView::Overdue) => "+r.",
        _ => "r.",
    }
}

fn wanted_by(filter: &QueueFilter, look: Look<'_>, dialect: Dialect) -> Wanted {
    let mut wanted = Wanted::default();
    let r = column_of(filter, dialect);
    let (today, week) = days(look.today);
    match filter.view {
        QueueView::Open => wanted.fact("r.closed_on IS NULL"),
        QueueView::Overdue => {
            wanted.fact("r.closed_on IS NULL");
            wanted.only("r.next_due < ?", today.as_str());
        }
        QueueView::Waiting => wanted.fact("r.confirmed_on IS NOT NULL"),
        QueueView::Ended => wanted.fact("r.ended_on IS NOT NULL"),
        QueueView::All => {}
    }
    match &filter.holder {
        None => {}
        Some(Holder::Nobody) => wanted.fact(concat!("(r.assigned_to", held_by_nobody!(), ")")),
        Some(Holder::Account(id)) => wanted.only(&format!("{r}assigned_to = ?"), id.as_str()),
        Some(Holder::Mine) => {
            let places = vec!["?"; look.own.len()].join(", ");
            let own = look.own.iter().map(|id| Value::from(id.as_str())).collect();
            wanted.all(format!("{r}assigned_to IN ({places})"), own);
        }
    }
    let ahead = match filter.due {
        None => None,
        Some(DueIn::Today) => Some(today.clone()),
        Some(DueIn::Week) => Some(week),
        Some(DueIn::OwnPassed) => {
            wanted.fact("r.next_due IS NULL");
            wanted.only("r.office_due < ?", today.as_str());
            None
        }
    };
    if let Some(last) = ahead {
        wanted.only("COALESCE(r.next_due, r.office_due) >= ?", today);
        wanted.only("COALESCE(r.next_due, r.office_due) <= ?", last);
    }
    let keys = [
        ("next_clock", filter.clock.map(ClockId::key)),
        ("waits_for", filter.waits_for.map(Party::key)),
        ("track", filter.track.map(Track::key)),
        ("stage", filter.stage.map(Stage::key)),
        ("division", filter.division.as_deref()),
    ];
    for (column, key) in keys {
        if let Some(key) = key {
            wanted.only(&format!("{r}{column} = ?"), key);
        }
    }
    if filter.unread {
        wanted.fact("r.unread > 0");
    }
    if filter.needed {
        wanted.fact("r.needed_by IS NOT NULL");
    }
    if filter.letters {
        wanted.fact(concat!(
            "r.id IN (SELECT o.request_id FROM outbox o WHERE ",
            super::letters::failed!(),
            ")"
        ));
    }
    searched(&mut wanted, &filter.q, look.private, r);
    wanted
}

/// Leaves in what holds every word of a search.
fn searched(wanted: &mut Wanted, q: &str, private: bool, r: &str) {
    /// Officers and report numbers of linked recordings.
    const LINKED: &str = "id IN (SELECT s.request_id FROM linked_search s JOIN linked_recording l \
         ON l.request_id = s.request_id AND l.recording_id = s.recording_id WHERE s.words LIKE ? ESCAPE '\\')";
    /// The number, and what the requester wrote.
    const PRIVATE: &str = "id IN (SELECT s.request_id FROM requester_search s WHERE s.words LIKE ? ESCAPE '\\')";
    /// The number, and what else is public.
    const PUBLIC: &str = "log_text LIKE ? ESCAPE '\\'";
    if let Ok(number) = TrackingNumber::parse(q) {
        wanted.only("r.number = ?", number.as_str());
        return;
    }
    for pattern in patterns(&search::folded(q)) {
        let own = if private { PRIVATE } else { PUBLIC };
        wanted.all(format!("({r}{own} OR {r}{LINKED})"), vec![Value::from(pattern); 2]);
    }
}

/// By what lines are sorted, and whether the last comes first; those alike come in the order in which they were
/// received.
fn order(filter: &QueueFilter, dialect: Dialect) -> (String, bool) {
    let Some(QueueSort { column, descending }) = filter.sort else {
        return match filter.view {
            QueueView::Open | QueueView::Overdue | QueueView::All => {
                (sorted_by(Some(QueueColumn::Due), dialect), false)
            }
            QueueView::Waiting => ("r.confirmed_on".into(), false),
            QueueView::Ended => ("r.ended_on".into(), true),
        };
    };
    (sorted_by(column, dialect), descending)
}

/// What a column is sorted by: days, and texts by their code points on both engines. Lines without a value come last.
fn sorted_by(column: Option<QueueColumn>, dialect: Dialect) -> String {
    let text = match column {
        // The index of the queue is by this.
        Some(QueueColumn::Due) => return "COALESCE(r.next_due, r.office_due, '9999-12-31')".into(),
        Some(QueueColumn::NeededBy) => return "COALESCE(r.needed_by, '9999-12-31')".into(),
        Some(QueueColumn::Received) => return "r.received_on".into(),
        None => "r.number",
        Some(QueueColumn::Stage) => "r.stage",
        Some(QueueColumn::Awaited) => "r.waits_for",
        Some(QueueColumn::Division) => "r.division",
        Some(QueueColumn::Track) => "r.track",
        Some(QueueColumn::AssignedTo) => "(SELECT s.name FROM staff s WHERE s.id = r.assigned_to)",
        Some(QueueColumn::Name) => "NULLIF(n.name, '')",
        Some(QueueColumn::Place) => "NULLIF(n.place, '')",
    };
    let collate = collate(dialect);
    // After every letter of every script.
    format!("COALESCE({text}, '\u{10FFFF}'){collate}")
}

/// How text is ordered by its code points, as SQLite orders it anyhow.
const fn collate(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "",
        Dialect::Postgres => " COLLATE \"C\"",
    }
}

/// Reads the lines whole that were picked in an index, in an order of what was picked of them.
fn whole(picked: &str, order: &str) -> String {
    format!(
        "SELECT r.number, r.division, r.state, r.needed_by, r.unread, r.assigned_to, q.asked FROM ({picked}) p \
         JOIN records_request r ON r.id = p.id LEFT JOIN requester q ON q.request_id = r.id ORDER BY {order}"
    )
}

/// A page of the lines wanted, and how many there are.
pub async fn page(store: &Store, filter: &QueueFilter, look: Look<'_>) -> Stored<(Vec<Line>, u64)> {
    let wanted = wanted_by(filter, look, store.dialect());
    let (sql, _) = wanted.sql("SELECT COUNT(*) FROM records_request r");
    let total: i64 = sqlx::query_scalar_with(sqlx::AssertSqlSafe(sql), wanted.values())
        .fetch_one(store.reader())
        .await?;
    let offset = i64::from(filter.page.max(1) - 1) * i64::from(PAGE_LINES);
    if offset >= total {
        return Ok((Vec::new(), rows::count(total)));
    }
    if first_by_name(filter) {
        let lines = by_name(store, offset).await?;
        if lines.len() == PAGE_LINES as usize {
            return Ok((lines, rows::count(total)));
        }
    }
    let (key, descending) = order(filter, store.dialect());
    let turn = if descending { " DESC" } else { "" };
    let named = match filter.sort.and_then(|sort| sort.column) {
        Some(QueueColumn::Name | QueueColumn::Place) => " LEFT JOIN requester_search n ON n.request_id = r.id",
        _ => "",
    };
    let (picked, next) = wanted.sql(&format!(
        "SELECT r.id, {key} AS sort_key, r.received_at AS sort_then FROM records_request r{named}"
    ));
    let picked = format!(
        "{picked} ORDER BY sort_key{turn}, sort_then{turn}, r.id{turn} LIMIT ${next} OFFSET ${}",
        next + 1
    );
    let sql = whole(&picked, &format!("p.sort_key{turn}, p.sort_then{turn}, p.id{turn}"));
    let found: Vec<Row> = sqlx::query_as_with(sqlx::AssertSqlSafe(sql), wanted.values())
        .bind(i64::from(PAGE_LINES))
        .bind(offset)
        .fetch_all(store.reader())
        .await?;
    let lines = found.into_iter().map(Line::try_from).collect::<Stored<_>>()?;
    Ok((lines, rows::count(total)))
}

/// Whether all open requests are wanted by name.
fn first_by_name(filter: &QueueFilter) -> bool {
    let by_name = QueueSort {
        column: Some(QueueColumn::Name),
        descending: false,
    };
    let plain = QueueFilter {
        sort: filter.sort,
        page: filter.page,
        ..QueueFilter::default()
    };
    filter.sort == Some(by_name) && *filter == plain
}

/// The next lines by name, as far as requesters gave one: those who did not come after.
async fn by_name(store: &Store, offset: i64) -> Stored<Vec<Line>> {
    let collate = collate(store.dialect());
    // The names are read in their order, with SQLite as far as the page goes.
    let picked = format!(
        "SELECT r.id, n.name AS sort_key, r.received_at AS sort_then FROM requester_search n \
         CROSS JOIN records_request r WHERE r.id = n.request_id AND n.name > '' AND r.closed_on IS NULL \
         ORDER BY n.name{collate}, r.received_at, r.id LIMIT $1 OFFSET $2"
    );
    let sql = whole(&picked, &format!("p.sort_key{collate}, p.sort_then, p.id"));
    let found: Vec<Row> = sqlx::query_as(sqlx::AssertSqlSafe(sql))
        .bind(i64::from(PAGE_LINES))
        .bind(offset)
        .fetch_all(store.reader())
        .await?;
    found.into_iter().map(Line::try_from).collect()
}

/// How many of all open requests are of which kind, each read from an index of its own.
pub async fn counts(store: &Store, look: Look<'_>) -> Stored<QueueCounts> {
    let own = rows::list(3, look.own.len());
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND next_due < $1), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL \
         AND COALESCE(next_due, office_due, '9999-12-31') = $1), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL \
         AND COALESCE(next_due, office_due, '9999-12-31') >= $1 AND COALESCE(next_due, office_due, '9999-12-31') <= $2), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND next_due IS NULL AND office_due < $1), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND assigned_to IN {own}), \
         (SELECT COUNT(*) FROM staff h CROSS JOIN records_request r WHERE r.assigned_to = h.id AND r.closed_on IS NULL \
         AND h.disabled_at IS NULL AND h.role = 'custodian'), \
         (SELECT COUNT(*) FROM records_request WHERE closed_on IS NULL AND unread > 0)"
    );
    let (today, week) = days(look.today);
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(sql)).bind(today).bind(week);
    for id in look.own {
        query = query.bind(id);
    }
    let found: (i64, i64, i64, i64, i64, i64, i64, i64) = query.fetch_one(store.reader()).await?;
    Ok(QueueCounts {
        open: rows::count(found.0),
        overdue: rows::count(found.1),
        today: rows::count(found.2),
        week: rows::count(found.3),
        own_passed: rows::count(found.4),
        mine: rows::count(found.5),
        // Of those who work requests now, nobody has the others.
        unassigned: rows::count(found.0 - found.6),
        unread: rows::count(found.7),
    })
}

/// How an account wants to see the queue.
pub async fn choice(store: &Store, staff_id: &str) -> Stored<QueueChoice> {
    const KEPT: &str = "SELECT queue_columns, shortcuts_off_at FROM staff WHERE id = $1";
    let kept: Option<(Option<String>, Option<i64>)> = sqlx::query_as(KEPT)
        .bind(staff_id)
        .fetch_optional(store.reader())
        .await?;
    let (columns, off) = kept.unwrap_or_default();
    let start = QueueChoice::default();
    let read = |keys: String| keys.split(',').filter_map(QueueColumn::parse).collect();
    Ok(QueueChoice {
        columns: columns.map_or(start.columns, read),
        shortcuts: off.is_none(),
    })
}

/// Keeps how an account wants to see the queue.
pub async fn choose(tx: &mut Tx, staff_id: &str, choice: &QueueChoice, now: i64) -> Stored<()> {
    let keys: Vec<&str> = choice.columns.iter().map(|column| column.key()).collect();
    sqlx::query("UPDATE staff SET queue_columns = $1, shortcuts_off_at = $2 WHERE id = $3")
        .bind((!keys.is_empty()).then(|| keys.join(",")))
        .bind((!choice.shortcuts).then_some(now))
        .bind(staff_id)
        .execute(tx.conn().await?)
        .await?;
    Ok(())
}
