-- Staff accounts.
CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_on TEXT NOT NULL,
    -- Since when this account may also administer: every administrator, and the first account.
    administers_at BIGINT,
    disabled_at BIGINT,
    disabled_on TEXT
);

-- Signed-in staff. The token is in their cookie; here is its SHA-256.
CREATE TABLE staff_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);

CREATE INDEX staff_session_staff ON staff_session (staff_id);

-- One-time links for the first account.
CREATE TABLE setup_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);

-- Failed secrets, by an HMAC of what they were tried on or from.
CREATE TABLE attempt (
    key_hash TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    PRIMARY KEY (key_hash, window_start)
);

CREATE INDEX attempt_window ON attempt (window_start);

-- Days on which office or court was closed beside its holidays. Never changed: a deadline shows its work with the
-- closures that were known when its clock started.
CREATE TABLE closure (
    office TEXT NOT NULL,
    on_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    at BIGINT NOT NULL,
    PRIMARY KEY (office, on_date)
);

-- Facts about this database: `demo` (fictional data), `secret` (which secret file belongs to it).
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    content TEXT NOT NULL
);

-- The program's texts as administrators published them, each version whole. Only added to: the newest counts.
CREATE TABLE program_text (
    -- `sources`, or a section's key.
    text_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    content TEXT NOT NULL,
    -- Why it was changed.
    reason TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_on TEXT NOT NULL,
    published_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (text_key, version)
);

-- What the statistics count, folded from docket and notices by the worker. Keys are those of the crate `statistics`.
CREATE TABLE total (
    count_key TEXT NOT NULL PRIMARY KEY,
    number BIGINT NOT NULL
);

-- The totals as they stood at the first look of a day. The public sees only these, so that a number that changes cannot
-- be told from the one of a moment before.
CREATE TABLE statistics_snapshot (
    as_of TEXT NOT NULL PRIMARY KEY,
    totals TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

-- What one request or one notice counts for among the totals, as JSON: no personal data.
CREATE TABLE tally (
    -- `request`, `notice`.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    -- Its last docket row, or its version, that is counted.
    seq BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (subject, subject_id)
);

-- What is not counted yet. A row of its own for each change, so that whoever counts never waits for whoever writes.
CREATE TABLE uncounted (
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    -- 1 where it cannot be read, so that it keeps nothing else from being counted; `daylight check` names it.
    set_aside BIGINT NOT NULL,
    PRIMARY KEY (subject, subject_id, seq)
);
