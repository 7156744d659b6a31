-- Staff accounts: links, second factors, devices, what was read in a session.

-- `password_hash` of an account whose holder has not chosen a password yet is empty: no password fits it.
ALTER TABLE staff ADD COLUMN signed_in_at BIGINT;
-- Their number as an officer in the register of recordings, where they are one.
ALTER TABLE staff ADD COLUMN officer TEXT;

-- When the second factor was last given in a session.
ALTER TABLE staff_session ADD COLUMN factor_at BIGINT;
-- Since when a session waits for the second factor: until then it opens nothing.
ALTER TABLE staff_session ADD COLUMN waits_at BIGINT;

-- One-time links for passwords. The token is made from the id by the secret; here is its SHA-256.
CREATE TABLE staff_link (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    -- `invitation`, `reset`.
    purpose TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    -- When it was used, or became void because a later one was made.
    ended_at BIGINT
);

CREATE INDEX staff_link_staff ON staff_link (staff_id);

-- Second factors. One of each kind for an account.
CREATE TABLE staff_factor (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    -- `totp` (RFC 6238). A later version may add `webauthn`.
    kind TEXT NOT NULL,
    -- What it is checked against, encrypted under the secret (XChaCha20-Poly1305, bound to account and kind).
    sealed TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- Since when it is asked for: its first code was shown.
    enrolled_at BIGINT,
    -- The last time step whose code was taken: no code is taken twice (RFC 6238, 5.2).
    last_step BIGINT NOT NULL,
    PRIMARY KEY (staff_id, kind)
);

-- Codes for whoever has lost the second factor, by HMAC. Each works once.
CREATE TABLE staff_recovery_code (
    code_hash TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX staff_recovery_code_staff ON staff_recovery_code (staff_id);

-- Browsers in which somebody has signed in rightly. Their wrong tries are counted apart from everybody else's.
CREATE TABLE staff_device (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    used_at BIGINT NOT NULL
);

CREATE INDEX staff_device_staff ON staff_device (staff_id);

-- How long the next try has to wait, by an HMAC of the account and where it is tried from.
CREATE TABLE sign_in_wait (
    key_hash TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    next_at BIGINT NOT NULL
);

CREATE INDEX sign_in_wait_next ON sign_in_wait (next_at);

-- What was opened in a session, so that the audit log tells it once.
CREATE TABLE staff_read (
    session_hash TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (session_hash, subject, subject_id)
);

CREATE INDEX staff_read_at ON staff_read (at);

-- The audit log by person and by kind of subject.
CREATE INDEX audit_entry_staff ON audit_entry (staff_id, on_date);
