-- The wish of a person shown to agree, or to talk about it: a task for the records office, and no consent. How to reach them, and
-- their words, are erased once they were heard.
CREATE TABLE consent_wish (
    id TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    -- HMAC of the form's key.
    submission_hash TEXT NOT NULL UNIQUE,
    -- `agree` or `talk`.
    kind TEXT NOT NULL,
    capacity TEXT NOT NULL,
    received_on TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    language TEXT NOT NULL,
    -- JSON; NULL once they were heard.
    content TEXT,
    heard_on TEXT,
    heard_at BIGINT,
    heard_by TEXT REFERENCES staff (id),
    CHECK (kind IN ('agree', 'talk'))
);

CREATE INDEX consent_wish_notice ON consent_wish (notice_id, received_at);
