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

-- Requesters who have shown number and code.
CREATE TABLE requester_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    created_at BIGINT NOT NULL
);

-- Failed secrets, by an HMAC of what they were tried on or from.
CREATE TABLE attempt (
    key_mark TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    PRIMARY KEY (key_mark, window_start)
);

CREATE INDEX attempt_window ON attempt (window_start);
