-- Court cases about footage. What happened in a case are its entries, which are only added to; the rest follows from them and is
-- kept for lists, searches and what the public may not see.
CREATE TABLE court_case (
    id TEXT NOT NULL PRIMARY KEY,
    court TEXT NOT NULL,
    case_number TEXT NOT NULL,
    -- Court and number in small letters and digits: a case is entered once.
    court_key TEXT NOT NULL,
    number_key TEXT NOT NULL,
    -- As the court writes it; may name people.
    caption TEXT NOT NULL,
    kind TEXT NOT NULL,
    standing TEXT NOT NULL,
    filed_on TEXT,
    served_on TEXT,
    decided_on TEXT,
    -- What is awaited next, and by or on which day where one is known.
    next_what TEXT,
    next_day TEXT,
    -- The day of what happened last.
    since TEXT NOT NULL,
    -- Who has it.
    holder TEXT REFERENCES staff (id),
    opened_at BIGINT NOT NULL,
    opened_on TEXT NOT NULL,
    opened_by TEXT REFERENCES staff (id),
    -- Court, number and caption in small letters.
    search TEXT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (court_key, number_key)
);

CREATE INDEX court_case_next ON court_case (COALESCE(next_day, '9999-12-31'), since) WHERE standing <> 'ended';

-- What happened in a case, in order, for ever.
CREATE TABLE court_entry (
    case_id TEXT NOT NULL REFERENCES court_case (id),
    no BIGINT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    staff_id TEXT REFERENCES staff (id),
    kind TEXT NOT NULL,
    -- The entry as JSON.
    content TEXT NOT NULL,
    document_sha256 TEXT,
    PRIMARY KEY (case_id, no)
);

-- Why something was corrected, sealed or unsealed; erased with whoever filed a request that the case concerns.
CREATE TABLE court_entry_words (
    case_id TEXT NOT NULL,
    no BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (case_id, no),
    FOREIGN KEY (case_id, no) REFERENCES court_entry (case_id, no)
);

-- What a case concerns, and the orders of the register that belong to it.
CREATE TABLE court_request (
    case_id TEXT NOT NULL REFERENCES court_case (id),
    request_id TEXT NOT NULL REFERENCES records_request (id),
    PRIMARY KEY (case_id, request_id)
);

CREATE INDEX court_request_request ON court_request (request_id);

CREATE TABLE court_recording (
    case_id TEXT NOT NULL REFERENCES court_case (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    PRIMARY KEY (case_id, recording_id)
);

CREATE INDEX court_recording_recording ON court_recording (recording_id);

CREATE TABLE court_order (
    order_id TEXT NOT NULL PRIMARY KEY REFERENCES disclosure_order (id),
    case_id TEXT NOT NULL REFERENCES court_case (id)
);

CREATE INDEX court_order_case ON court_order (case_id);

-- What a suit that was served holds (610.027.1). A hold is never deleted, and only its last day changes.
CREATE TABLE court_hold (
    case_id TEXT NOT NULL REFERENCES court_case (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    placed_on TEXT NOT NULL,
    last_day TEXT,
    PRIMARY KEY (case_id, recording_id)
);

CREATE INDEX court_hold_recording ON court_hold (recording_id);

-- The entries of dockets that tell of an entry of a case.
CREATE TABLE court_docket (
    request_id TEXT NOT NULL,
    docket_seq BIGINT NOT NULL,
    case_id TEXT NOT NULL,
    no BIGINT NOT NULL,
    PRIMARY KEY (request_id, docket_seq),
    FOREIGN KEY (request_id, docket_seq) REFERENCES docket (request_id, seq),
    FOREIGN KEY (case_id, no) REFERENCES court_entry (case_id, no)
);

CREATE INDEX court_docket_entry ON court_docket (case_id, no);

-- What is sealed now: an entry, or with 0 the whole case.
CREATE TABLE court_seal (
    case_id TEXT NOT NULL REFERENCES court_case (id),
    no BIGINT NOT NULL,
    -- 1 where it is sealed against whoever filed the request, too.
    from_requester BIGINT NOT NULL,
    PRIMARY KEY (case_id, no)
);

-- What of dockets the public sees only as a court matter.
CREATE VIEW sealed_docket AS
SELECT d.request_id, d.docket_seq, MAX(s.from_requester) AS from_requester
FROM court_docket d JOIN court_seal s ON s.case_id = d.case_id AND (s.no = 0 OR s.no = d.no)
GROUP BY d.request_id, d.docket_seq;
