-- What the statistics count, kept with every row of the docket. Keys are those of the crate `statistics`.
CREATE TABLE total (
    count_key TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL
);

-- What one request has counted for so far, as JSON: no personal data.
CREATE TABLE total_story (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES records_request (id),
    story TEXT NOT NULL
);

-- The totals as they stood at the first look of a day. The public sees only these, so that a number that changes cannot
-- be told from the one of a moment before.
CREATE TABLE statistics_snapshot (
    as_of TEXT NOT NULL PRIMARY KEY,
    totals TEXT NOT NULL,
    made_at BIGINT NOT NULL
);
