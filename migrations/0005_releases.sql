-- Files by what they hold. The bytes are in the data folder under this hash.
CREATE TABLE stored_file (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes BIGINT NOT NULL,
    kept_at BIGINT NOT NULL
);

-- Papers that people sent with something: petitions, proofs of service, evidence, court documents.
CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    -- `objection`, `order`.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
    added_at BIGINT NOT NULL,
    added_by TEXT REFERENCES staff (id)
);

CREATE INDEX attachment_subject ON attachment (subject, subject_id);

-- An upload that has not arrived whole yet.
CREATE TABLE upload (
    id TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    -- Under which hash it is kept, once it is.
    sha256 TEXT REFERENCES stored_file (sha256)
);

CREATE INDEX upload_begun ON upload (begun_at);

-- Originals of recordings.
CREATE TABLE original (
    recording_id TEXT NOT NULL REFERENCES recording (id),
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
    name TEXT NOT NULL,
    length_ms BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (recording_id, sha256)
);

-- A copy made for release, redacted or not. The newest one of a recording counts.
CREATE TABLE release_copy (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL REFERENCES recording (id),
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
    name TEXT NOT NULL,
    length_ms BIGINT NOT NULL,
    captions_sha256 TEXT REFERENCES stored_file (sha256),
    transcript_sha256 TEXT REFERENCES stored_file (sha256),
    made_by TEXT NOT NULL REFERENCES staff (id),
    made_at BIGINT NOT NULL,
    approved_by TEXT REFERENCES staff (id),
    approved_on TEXT,
    approved_sha256 TEXT,
    version BIGINT NOT NULL,
    CHECK (approved_by IS NULL OR approved_by <> made_by)
);

CREATE INDEX release_copy_recording ON release_copy (recording_id, made_at);

-- What is withheld in a copy, in milliseconds of the original.
CREATE TABLE redaction (
    copy_id TEXT NOT NULL REFERENCES release_copy (id),
    no BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    -- Pseudonym of the person covered, where it is one.
    of_person TEXT,
    citation TEXT NOT NULL,
    reviewer TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (copy_id, no),
    CHECK (kind IN ('blur', 'mute', 'cut') AND from_ms >= 0 AND to_ms > from_ms AND TRIM(citation) <> '')
);

-- One recording's copy, let go on one request. The database lets in only what the gate lets out: see the triggers of
-- each engine.
CREATE TABLE release (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    copy_id TEXT NOT NULL REFERENCES release_copy (id),
    on_date TEXT NOT NULL,
    released_at BIGINT NOT NULL,
    released_by TEXT NOT NULL REFERENCES staff (id),
    basis TEXT NOT NULL,
    seconds_withheld BIGINT NOT NULL,
    -- The checklist as it was, as JSON.
    checklist TEXT NOT NULL,
    -- Since when it is in the public library, with its title and its warning.
    published_at BIGINT,
    title TEXT,
    warning TEXT,
    -- Since when its links have stopped, and why.
    stopped_at BIGINT,
    stopped_for TEXT
);

-- The same copy is out once on a request; once its links have stopped, it can be released anew.
CREATE UNIQUE INDEX release_once ON release (request_id, copy_id) WHERE stopped_at IS NULL;
CREATE INDEX release_request ON release (request_id);
CREATE INDEX release_recording ON release (recording_id);
CREATE INDEX release_library ON release (published_at) WHERE published_at IS NOT NULL;

-- The release being prepared on a request: what a custodian confirmed.
CREATE TABLE release_plan (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES records_request (id),
    terms_confirmed_at BIGINT,
    terms_confirmed_by TEXT REFERENCES staff (id),
    -- Ids of the orders whose terms these were, with spaces between: a later order has its own.
    terms_orders TEXT,
    warning_acknowledged_at BIGINT
);
