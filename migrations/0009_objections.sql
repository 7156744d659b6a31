-- The private words and ways of reply of an objection; what the law needs of it is in its notice.
CREATE TABLE objection (
    id TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    submission_mark TEXT NOT NULL UNIQUE,
    -- HMAC of the objection's own code; the code is derived from the form's key.
    code_mark TEXT NOT NULL UNIQUE,
    -- `portal`, `paper`.
    channel TEXT NOT NULL,
    received_on TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    keyed_by TEXT REFERENCES staff (id),
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    reply_email TEXT,
    reply_address TEXT,
    answered_at BIGINT,
    answered_by TEXT REFERENCES staff (id)
);

CREATE INDEX objection_notice ON objection (notice_id);
CREATE INDEX objection_unanswered ON objection (received_at) WHERE answered_at IS NULL;
