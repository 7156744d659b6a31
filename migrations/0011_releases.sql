-- A copy made for release, redacted or not.
CREATE TABLE release_copy (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL REFERENCES recording (id),
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
    media_type TEXT NOT NULL,
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

CREATE INDEX release_copy_recording ON release_copy (recording_id);

-- What is withheld in a copy, in milliseconds of the original.
CREATE TABLE redaction (
    copy_id TEXT NOT NULL REFERENCES release_copy (id),
    no BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    person_id TEXT REFERENCES person (id),
    citation TEXT NOT NULL,
    reviewer TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (copy_id, no)
);

-- One recording's copy, let go on one request. The database lets in only what the gate lets out: see the triggers of
-- each engine.
CREATE TABLE release (
    id TEXT NOT NULL PRIMARY KEY,
    -- The files that left together.
    delivery_id TEXT NOT NULL,
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
    -- Since when it is in the public library, with its title.
    published_at BIGINT,
    title TEXT,
    -- Since when its links have stopped, and why.
    stopped_at BIGINT,
    stopped_for TEXT
);

CREATE INDEX release_request ON release (request_id);
CREATE INDEX release_recording ON release (recording_id);
CREATE INDEX release_library ON release (published_at) WHERE published_at IS NOT NULL;
