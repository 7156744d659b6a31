//! What the gate of the database reads beside a notice: what courts forbid, what was promised.

use law::{
    Date,
    notice::Notice,
    objection::{Ask, Objection},
    span::{Span, Spans},
};

use super::{Derived, Row, StoredNotice, columns};
use crate::{
    fault::Stored,
    store::{Store, Tx, rows},
};

/// From when to when, in milliseconds; neither for all of it.
type Moments = (Option<i64>, Option<i64>);

/// Number, moments and last day of what a court forbids.
type RestraintRow = (i64, Option<i64>, Option<i64>, Option<String>);

fn moments(span: Span) -> Moments {
    (Some(rows::ms(span.from_ms())), Some(rows::ms(span.to_ms())))
}

fn all_moments(spans: Option<&Spans>) -> Vec<Moments> {
    spans.map_or_else(|| vec![(None, None)], |spans| spans.iter().map(moments).collect())
}

/// Keeps what courts forbid in the person's actions, as a version of their notice says it. What is still forbidden keeps its
/// row; what is new comes before anything goes, since the database lets nothing go that is not covered or verified by two.
pub(super) async fn restrain(tx: &mut Tx, id: &str, notice: &Notice, version: i64) -> Stored<()> {
    const KEPT: &str = "SELECT no, from_ms, to_ms, last_day FROM notice_restraint WHERE notice_id = $1 ORDER BY no";
    const ADD: &str = "INSERT INTO notice_restraint (notice_id, no, from_ms, to_ms, last_day, notice_version) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    let restraints = notice.restraints();
    let restraints = restraints.iter().flat_map(|(spans, until)| {
        let until = until.map(|day| day.to_string());
        let all = all_moments(spans.as_ref());
        all.into_iter().map(move |moments| (moments, until.clone()))
    });
    let mut new: Vec<(Moments, Option<String>)> = restraints.collect();
    let kept: Vec<RestraintRow> = sqlx::query_as(KEPT).bind(id).fetch_all(tx.conn().await?).await?;
    let (mut gone, mut no) = (Vec::new(), 0);
    for (kept_no, from_ms, to_ms, until) in kept {
        no = kept_no;
        let row = ((from_ms, to_ms), until);
        match new.iter().position(|one| *one == row) {
            Some(at) => _ = new.swap_remove(at),
            None => gone.push(kept_no),
        }
    }
    for ((from_ms, to_ms), until) in new {
        no += 1;
        sqlx::query(ADD)
            .bind(id)
            .bind(no)
            .bind(from_ms)
            .bind(to_ms)
            .bind(until)
            .bind(version)
            .execute(tx.conn().await?)
            .await?;
    }
    for no in gone {
        sqlx::query("DELETE FROM notice_restraint WHERE notice_id = $1 AND no = $2")
            .bind(id)
            .bind(no)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// What answers promised of the copy, each thing once. Waiting is a column of the notice.
fn promises(notice: &Notice) -> Vec<(&'static str, Moments)> {
    let mut all = Vec::new();
    for ask in notice.objections.iter().flat_map(Objection::promised) {
        let more = match ask {
            Ask::BlurMe => vec![("blur", (None, None))],
            Ask::MuteMe => vec![("mute", (None, None))],
            Ask::Cut { spans } => spans.iter().map(|span| ("cut", moments(span))).collect(),
            Ask::WaitUntil { .. } => Vec::new(),
        };
        all.extend(more);
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// Keeps what was promised, as a version of the notice says it.
pub(super) async fn promise(tx: &mut Tx, id: &str, notice: &Notice, version: i64) -> Stored<()> {
    const ADD: &str = "INSERT INTO notice_promise (notice_id, no, kind, from_ms, to_ms, notice_version) \
         VALUES ($1, $2, $3, $4, $5, $6)";
    sqlx::query("DELETE FROM notice_promise WHERE notice_id = $1")
        .bind(id)
        .execute(tx.conn().await?)
        .await?;
    for (no, (kind, (from_ms, to_ms))) in (1_i64..).zip(promises(notice)) {
        sqlx::query(ADD)
            .bind(id)
            .bind(no)
            .bind(kind)
            .bind(from_ms)
            .bind(to_ms)
            .bind(version)
            .execute(tx.conn().await?)
            .await?;
    }
    Ok(())
}

/// The notices whose days a closure on this day may lengthen: those whose days go on until then, or beyond.
pub async fn lengthened_by(tx: &mut Tx, on: Date) -> Stored<Vec<StoredNotice>> {
    let found: Vec<Row> = sqlx::query_as(columns!("WHERE n.opens_on >= $1 OR n.last_day >= $1 ORDER BY n.id"))
        .bind(on.to_string())
        .fetch_all(tx.conn().await?)
        .await?;
    found.into_iter().map(StoredNotice::try_from).collect()
}

#[derive(sqlx::FromRow)]
struct DerivedRow {
    id: String,
    content: String,
    state: String,
    last_day: Option<String>,
    opens_on: Option<String>,
    open_objections: i64,
    kept_whole: i64,
    pending_actions: i64,
    wait_until: Option<String>,
    told_audience: Option<String>,
    restraints: i64,
    promises: i64,
}

impl DerivedRow {
    fn agrees(&self) -> bool {
        let Ok(notice) = serde_json::from_str::<Notice>(&self.content) else {
            return false;
        };
        let derived = Derived::of(&notice);
        let restraints = notice.restraints();
        let restraints: usize = restraints
            .iter()
            .map(|(spans, _)| all_moments(spans.as_ref()).len())
            .sum();
        let days = (
            derived.last_day.as_ref(),
            derived.opens_on.as_ref(),
            derived.wait_until.as_ref(),
        ) == (self.last_day.as_ref(), self.opens_on.as_ref(), self.wait_until.as_ref());
        let counts = (derived.open_objections, derived.kept_whole, derived.pending_actions)
            == (self.open_objections, self.kept_whole, self.pending_actions);
        let rows = (rows::count(self.restraints), rows::count(self.promises))
            == (restraints as u64, promises(&notice).len() as u64);
        let told = derived.told_audience == self.told_audience.as_deref();
        derived.state == self.state && days && counts && rows && told
    }
}

/// The ids of notices of which the database keeps something else beside them than they say.
pub async fn differing(store: &Store) -> Stored<Vec<String>> {
    const PAGE: &str = "SELECT n.id, n.content, n.state, n.last_day, n.opens_on, n.open_objections, n.kept_whole, \
         n.pending_actions, n.wait_until, n.told_audience, \
         (SELECT COUNT(*) FROM notice_restraint x WHERE x.notice_id = n.id) AS restraints, \
         (SELECT COUNT(*) FROM notice_promise x WHERE x.notice_id = n.id) AS promises \
         FROM notice n WHERE n.id > $1 ORDER BY n.id LIMIT 1000";
    let (mut after, mut differing) = (String::new(), Vec::new());
    loop {
        let page: Vec<DerivedRow> = sqlx::query_as(PAGE).bind(&after).fetch_all(store.reader()).await?;
        let Some(last) = page.last() else {
            return Ok(differing);
        };
        after.clone_from(&last.id);
        differing.extend(page.into_iter().filter(|one| !one.agrees()).map(|one| one.id));
    }
}
