-- Who is seen or heard in a recording, by pseudonym. Names and addresses are in `person_contact`.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL REFERENCES recording (id),
    pseudonym TEXT NOT NULL,
    police_affiliated_at BIGINT,
    -- The whole line of the log as JSON.
    content TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    version BIGINT NOT NULL,
    register_seq BIGINT NOT NULL,
    UNIQUE (recording_id, pseudonym)
);

-- Where: milliseconds from the recording's start. The release gate of the database reads these.
CREATE TABLE person_span (
    person_id TEXT NOT NULL REFERENCES person (id),
    -- `seen`, `heard`.
    sense TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    PRIMARY KEY (person_id, sense, from_ms)
);

-- How to reach a person, or who receives for them. Opened only by those who serve notices, each opening in
-- `register_entry`. Can be erased while the log stays.
CREATE TABLE person_contact (
    person_id TEXT NOT NULL REFERENCES person (id),
    receiver TEXT NOT NULL,
    name TEXT NOT NULL,
    postal_address TEXT,
    email TEXT,
    -- Since when they agree to electronic notice (432.220.2).
    email_agreed_on TEXT,
    phone TEXT,
    language TEXT NOT NULL,
    safe_contact TEXT,
    updated_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, receiver)
);

-- One person's notice of one kind, for the release of one recording on one request.
CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    request_id TEXT NOT NULL REFERENCES records_request (id),
    kind TEXT NOT NULL,
    -- The whole notice as JSON, and what the gate and the lists read of it.
    content TEXT NOT NULL,
    state TEXT NOT NULL,
    received_on TEXT,
    last_day TEXT,
    opens_on TEXT,
    -- Objections in time and not answered yet.
    open_objections BIGINT NOT NULL,
    -- Actions filed and served in time and not ended.
    pending_actions BIGINT NOT NULL,
    -- Day until which somebody was promised to wait.
    wait_until TEXT,
    -- HMAC of the code in the newest letter, and of its check mark for `/notice/check`.
    code_mark TEXT UNIQUE,
    code_no BIGINT NOT NULL,
    revoked_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    register_seq BIGINT NOT NULL,
    UNIQUE (request_id, person_id, kind)
);

CREATE INDEX notice_recording ON notice (recording_id);
CREATE INDEX notice_person ON notice (person_id);
CREATE INDEX notice_open ON notice (last_day) WHERE state IN ('window_open', 'objected');

-- Letters exactly as sent. Never changed.
CREATE TABLE notice_letter (
    id TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    -- `notice`, `answer`, `receipt`.
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    receiver TEXT NOT NULL,
    -- The document; the code stands in it as a place that the secret fills.
    document TEXT NOT NULL,
    -- SHA-256 of the document as sent, code included.
    sha256 TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT REFERENCES staff (id)
);

CREATE INDEX notice_letter_notice ON notice_letter (notice_id);
