-- A request as the law sees it: public facts only. What was asked, and by whom, is in `requester`.
CREATE TABLE records_request (
    id TEXT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    -- HMAC of the form's key: the same form posted again finds the first request.
    submission_hash TEXT NOT NULL UNIQUE,
    -- HMAC of number and access code; the code itself is nowhere.
    code_hash TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    channel TEXT NOT NULL,
    track TEXT NOT NULL,
    media TEXT NOT NULL,
    division TEXT,
    incident_from TEXT NOT NULL,
    incident_to TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    received_on TEXT NOT NULL,
    -- The whole state as JSON, and from here on what lists and searches need of it.
    state TEXT NOT NULL,
    version BIGINT NOT NULL,
    docket_seq BIGINT NOT NULL,
    stage TEXT NOT NULL,
    next_clock TEXT,
    next_due TEXT,
    -- Last day to answer or pay before the request lapses, while that clock runs.
    lapses_on TEXT,
    -- Last confirmation that the investigation is active, while the request waits for its end.
    confirmed_on TEXT,
    ended_on TEXT,
    -- The day since which nobody here has anything to do: ended, and no clock asks for an act.
    closed_on TEXT,
    needed_by TEXT,
    unread BIGINT NOT NULL,
    order_entered_by TEXT,
    log_text TEXT NOT NULL
);

CREATE INDEX records_request_stage ON records_request (stage, received_at);
CREATE INDEX records_request_queue ON records_request (COALESCE(next_due, '9999-12-31'), received_at)
    WHERE closed_on IS NULL;
CREATE INDEX records_request_waiting ON records_request (confirmed_on, received_at) WHERE confirmed_on IS NOT NULL;
CREATE INDEX records_request_ended ON records_request (ended_on, received_at) WHERE ended_on IS NOT NULL;
CREATE INDEX records_request_lapse ON records_request (lapses_on) WHERE lapses_on IS NOT NULL;

-- The public log is read newest first, by track and by division, and searched in `log_text`. The text stands in the index
-- by time, so that a search reads a line of the index for each request and not the whole request.
CREATE INDEX records_request_log ON records_request (received_at, log_text);
CREATE INDEX records_request_track ON records_request (track, received_at);
CREATE INDEX records_request_division ON records_request (division, received_at);

-- Who asked, and for what, in their words. Private; can be erased while the docket stays.
CREATE TABLE requester (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES records_request (id),
    language TEXT NOT NULL,
    notify TEXT NOT NULL,
    email TEXT,
    asked TEXT NOT NULL,
    -- Salt of the docket's commitment to this row.
    salt TEXT NOT NULL,
    -- When whoever filed first opened their page with number and code after the question or fee that waits: it shows
    -- that they were told what silence does (610.026.2(2)). NULL: not since then.
    question_seen_at BIGINT
);

-- Everything that happened, in order. Never changed, never deleted: see the triggers of each engine.
CREATE TABLE docket (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    actor TEXT NOT NULL,
    staff_id TEXT,
    act TEXT NOT NULL,
    event TEXT NOT NULL,
    -- Version of the calendar that a started clock was worked out with.
    calendar TEXT,
    -- SHA-256 of a salt and the private words that belong to this entry; the salt lies beside the words.
    commitment TEXT,
    PRIMARY KEY (request_id, seq)
);

-- Footage that must not be deleted. A row of its own, so that it stands when the requester is erased.
CREATE TABLE hold (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    no BIGINT NOT NULL,
    kind TEXT NOT NULL,
    placed_on TEXT NOT NULL,
    last_day TEXT,
    recorded_from TEXT NOT NULL,
    recorded_to TEXT NOT NULL,
    division TEXT,
    media TEXT NOT NULL,
    PRIMARY KEY (request_id, no)
);

-- Words between requester and custodian. Private.
CREATE TABLE message (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    docket_seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    words TEXT NOT NULL,
    next_step TEXT,
    salt TEXT NOT NULL,
    PRIMARY KEY (request_id, docket_seq)
);

-- Forms that have done their work: HMAC of their keys.
CREATE TABLE submission (
    key_hash TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    at BIGINT NOT NULL
);

-- Requesters who have shown number and code.
CREATE TABLE requester_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    created_at BIGINT NOT NULL
);

-- Who follows a request by e-mail. The address is erased when they stop.
CREATE TABLE follower (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    -- HMAC of the address, so that asking twice is recognized.
    address_hash TEXT NOT NULL,
    email TEXT,
    language TEXT NOT NULL,
    confirm_hash TEXT NOT NULL UNIQUE,
    stop_hash TEXT NOT NULL UNIQUE,
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    stopped_at BIGINT,
    UNIQUE (request_id, address_hash)
);
