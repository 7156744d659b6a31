-- Files by what they hold. The bytes are in the data folder under this hash.
CREATE TABLE stored_file (
    sha256 TEXT NOT NULL PRIMARY KEY,
    bytes BIGINT NOT NULL,
    kept_at BIGINT NOT NULL
);

-- Papers that people sent with something: petitions, proofs of service, evidence, court documents.
CREATE TABLE attachment (
    id TEXT NOT NULL PRIMARY KEY,
    -- `objection`, `order`, `message`, `notice`.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    kind TEXT NOT NULL,
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
    -- `original`, `copy`, `captions`, `transcript`.
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    begun_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);

-- Originals of recordings.
CREATE TABLE original (
    recording_id TEXT NOT NULL REFERENCES recording (id),
    sha256 TEXT NOT NULL REFERENCES stored_file (sha256),
    media_type TEXT NOT NULL,
    length_ms BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    added_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (recording_id, sha256)
);
