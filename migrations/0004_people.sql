-- Who is seen or heard in a recording, by pseudonym. Names and addresses are in `person_contact`.
CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY,
    recording_id TEXT NOT NULL REFERENCES recording (id),
    pseudonym TEXT NOT NULL,
    -- Since when they are known to be of the police: exempt by 610.100.8.
    police_affiliated_at BIGINT,
    -- Since when they are known to be deceased: next of kin have their notice (610.205.3).
    deceased_at BIGINT,
    -- The whole line of the log as JSON.
    content TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    version BIGINT NOT NULL,
    UNIQUE (recording_id, pseudonym)
);

-- Where: milliseconds from the recording's start. The release gate of the database reads these.
CREATE TABLE person_span (
    person_id TEXT NOT NULL REFERENCES person (id),
    -- `seen`, `heard`.
    sense TEXT NOT NULL,
    from_ms BIGINT NOT NULL,
    to_ms BIGINT NOT NULL,
    PRIMARY KEY (person_id, sense, from_ms),
    CHECK (from_ms >= 0 AND to_ms > from_ms)
);

-- How to reach a person, or who receives for them. Opened only by those who serve notices, each opening in
-- `audit_entry`. Can be erased while the log stays.
CREATE TABLE person_contact (
    person_id TEXT NOT NULL REFERENCES person (id),
    receiver TEXT NOT NULL,
    -- Name, address and the rest as JSON.
    content TEXT NOT NULL,
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
    -- Last day to object, and first day on which the days leave room for a release.
    last_day TEXT,
    opens_on TEXT,
    -- Objections in time that hold the release and are not answered yet.
    open_objections BIGINT NOT NULL,
    -- Objections answered by the promise not to release at all.
    kept_whole BIGINT NOT NULL,
    -- Actions filed and served in time and not ended.
    pending_actions BIGINT NOT NULL,
    -- Day until which somebody was promised to wait.
    wait_until TEXT,
    -- HMAC of the code in the newest letter.
    code_hash TEXT UNIQUE,
    -- How many codes there have been.
    code_no BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (request_id, person_id, kind)
);

CREATE INDEX notice_recording ON notice (recording_id);
CREATE INDEX notice_person ON notice (person_id);
CREATE INDEX notice_state ON notice (state, last_day);

-- Letters exactly as sent. Never changed.
CREATE TABLE notice_letter (
    id TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    -- `notice`, `answer`.
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    -- The document; the code stands in it as a place that the secret fills.
    document TEXT NOT NULL,
    -- Which code fills it; 0 for a letter without one of the notice.
    code_no BIGINT NOT NULL,
    -- The objection whose own code fills it, for a receipt on paper.
    objection_id TEXT,
    -- SHA-256 of the document as sent, code included.
    sha256 TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES staff (id)
);

CREATE INDEX notice_letter_notice ON notice_letter (notice_id, created_at);
CREATE INDEX notice_letter_day ON notice_letter (sent_on, created_at);

-- Codes of letters, current or not: whoever asks whether a letter is genuine is told so of an old one too.
CREATE TABLE notice_code (
    code_hash TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    sent_on TEXT NOT NULL
);

-- Somebody who entered the code of a letter or of an objection.
CREATE TABLE notice_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    created_at BIGINT NOT NULL
);

-- What courts forbid in the actions of a person shown; without moments, all of it.
CREATE TABLE notice_restraint (
    notice_id TEXT NOT NULL REFERENCES notice (id),
    no BIGINT NOT NULL,
    from_ms BIGINT,
    to_ms BIGINT,
    last_day TEXT,
    -- Version of the notice that says so: a row is replaced only by what followed it.
    notice_version BIGINT NOT NULL,
    PRIMARY KEY (notice_id, no)
);

-- What answers to objections promised of the copy: to blur the person wherever they are seen, to mute them wherever
-- they are heard, to cut these moments.
CREATE TABLE notice_promise (
    notice_id TEXT NOT NULL REFERENCES notice (id),
    no BIGINT NOT NULL,
    -- `blur`, `mute`, `cut`.
    kind TEXT NOT NULL,
    from_ms BIGINT,
    to_ms BIGINT,
    -- As in `notice_restraint`.
    notice_version BIGINT NOT NULL,
    PRIMARY KEY (notice_id, no),
    CHECK (kind IN ('blur', 'mute') OR kind = 'cut' AND from_ms >= 0 AND to_ms > from_ms)
);

-- The private words and ways of reply of an objection; what the law needs of it is in its notice.
CREATE TABLE objection (
    id TEXT NOT NULL PRIMARY KEY,
    notice_id TEXT NOT NULL REFERENCES notice (id),
    -- HMAC of the form's key: the same form posted again finds the first objection.
    submission_hash TEXT NOT NULL UNIQUE,
    -- HMAC of the objection's own code, which is derived from the form's key; of one on paper, from its id.
    code_hash TEXT NOT NULL UNIQUE,
    -- `portal`, `paper`.
    channel TEXT NOT NULL,
    received_on TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    keyed_by TEXT REFERENCES staff (id),
    language TEXT NOT NULL,
    -- The person's own words, and how they want to be reached, as JSON.
    content TEXT NOT NULL,
    answered_at BIGINT,
    answered_by TEXT REFERENCES staff (id)
);

CREATE INDEX objection_notice ON objection (notice_id);
CREATE INDEX objection_unanswered ON objection (received_at) WHERE answered_at IS NULL;

-- Letters to be sent: written in the transaction they tell about, sent by the worker.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    stop_url TEXT,
    -- A letter that carries a code holds a place for it; the secret fills it when the letter is sent.
    notice_id TEXT REFERENCES notice (id),
    code_no BIGINT,
    -- One for the life of the letter, so that a second copy is seen to be one.
    message_id TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    not_before BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    lease_until BIGINT,
    lease_token TEXT,
    sent_at BIGINT,
    gave_up_at BIGINT,
    last_error TEXT
);

CREATE INDEX outbox_waiting ON outbox (not_before) WHERE sent_at IS NULL AND gave_up_at IS NULL;
CREATE INDEX outbox_request ON outbox (request_id);
