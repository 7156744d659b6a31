-- Papers that came with a request, or with an entry of its docket: a letter, a proof of who asks. Personal: unlike those of
-- `attachment` these rows do not stand, they go with the requester, and their files with them.
CREATE TABLE request_paper (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    -- The entry of the docket that it came with; 1 is the filing.
    docket_seq BIGINT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
    -- Instant in microseconds since 1970.
    added_at BIGINT NOT NULL,
    -- Who of the staff scanned it; none: who filed sent it.
    added_by TEXT REFERENCES staff (id)
);

CREATE INDEX request_paper_request ON request_paper (request_id, docket_seq);
CREATE INDEX request_paper_sha256 ON request_paper (sha256);
