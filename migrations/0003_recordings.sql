-- The register of recordings: what exists in the evidence system, and what the law says of each.
CREATE TABLE recording (
    id TEXT NOT NULL PRIMARY KEY,
    -- Its number in the evidence system.
    source_id TEXT NOT NULL UNIQUE,
    camera TEXT NOT NULL,
    officer TEXT NOT NULL,
    -- Key of the division, where the profile knows it, and the unit as the evidence system writes it. Holds go by the
    -- key; a recording without one is held with any division.
    division TEXT,
    unit TEXT,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    -- The same in the agency's time zone, `YYYY-MM-DDTHH:MM`, as holds name it.
    recorded_from TEXT NOT NULL,
    recorded_to TEXT NOT NULL,
    uploaded_at BIGINT,
    place TEXT NOT NULL,
    incident_number TEXT,
    -- Empty while nobody has classified it.
    category TEXT,
    location_kind TEXT NOT NULL,
    -- Since when it is known to show a crime scene with a deceased person (610.205).
    crime_scene_at BIGINT,
    -- Legal status as JSON, and its name.
    status TEXT NOT NULL,
    status_kind TEXT NOT NULL,
    -- Name of the status by which retention goes: for one that a court opened, what it was before.
    underlying_kind TEXT NOT NULL,
    -- When its people log was declared complete.
    people_logged_at BIGINT,
    entered_at BIGINT NOT NULL,
    -- Its day: then it was still there.
    entered_on TEXT NOT NULL,
    entered_by TEXT REFERENCES staff (id),
    version BIGINT NOT NULL
);

CREATE INDEX recording_started ON recording (started_at);
CREATE INDEX recording_span ON recording (recorded_from, recorded_to);
CREATE INDEX recording_incident ON recording (incident_number) WHERE incident_number IS NOT NULL;

-- What happened to recordings, people, notices, orders and releases, in order, for those who may read it. Never
-- changed, never deleted. Kept apart from the docket of requests, so that no public page can tell from it whether
-- anybody objected.
CREATE TABLE audit_entry (
    -- `recording`, `person`, `notice`, `order`, `release`.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    staff_id TEXT,
    act TEXT NOT NULL,
    -- JSON; nothing personal.
    event TEXT NOT NULL,
    citation TEXT,
    PRIMARY KEY (subject, subject_id, seq)
);

-- The newest day of the audit log is the day of everything that the database lets out.
CREATE INDEX audit_entry_day ON audit_entry (on_date);

-- Which recordings answer which request.
CREATE TABLE request_recording (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    linked_at BIGINT NOT NULL,
    linked_on TEXT NOT NULL,
    linked_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (request_id, recording_id)
);

CREATE INDEX request_recording_recording ON request_recording (recording_id);

-- What the evidence system deleted. A row for held footage is refused by the database: see the triggers of each engine.
CREATE TABLE deletion (
    recording_id TEXT NOT NULL PRIMARY KEY REFERENCES recording (id),
    on_date TEXT NOT NULL,
    rule TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT REFERENCES staff (id)
);

-- A court's order as data. Entered by one person, verified by another.
CREATE TABLE disclosure_order (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT REFERENCES records_request (id),
    court TEXT NOT NULL,
    case_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    dated TEXT NOT NULL,
    effective TEXT NOT NULL,
    last_day TEXT,
    stayed_since TEXT,
    document_sha256 TEXT,
    -- The whole order as JSON.
    content TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    entered_at BIGINT NOT NULL,
    verified_by TEXT REFERENCES staff (id),
    verified_at BIGINT,
    version BIGINT NOT NULL,
    -- HMAC of the form's key: the same form posted again finds the first order.
    submission_hash TEXT NOT NULL UNIQUE,
    CHECK (verified_by IS NULL OR verified_by <> entered_by)
);

CREATE INDEX disclosure_order_newest ON disclosure_order (entered_at);
CREATE INDEX disclosure_order_request ON disclosure_order (request_id) WHERE request_id IS NOT NULL;

-- What an order says of a recording: whole, where no moments are given. Milliseconds from its start.
CREATE TABLE order_scope (
    order_id TEXT NOT NULL REFERENCES disclosure_order (id),
    no BIGINT NOT NULL,
    recording_id TEXT NOT NULL REFERENCES recording (id),
    from_ms BIGINT,
    to_ms BIGINT,
    -- `blur`, `mute`, `cut`; for an order that hides.
    hide TEXT,
    PRIMARY KEY (order_id, no),
    CHECK (from_ms IS NULL AND to_ms IS NULL OR from_ms >= 0 AND to_ms > from_ms)
);

CREATE INDEX order_scope_recording ON order_scope (recording_id);

-- People whose notice an order excuses.
CREATE TABLE order_excused (
    order_id TEXT NOT NULL REFERENCES disclosure_order (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    pseudonym TEXT NOT NULL,
    PRIMARY KEY (order_id, recording_id, pseudonym)
);

-- Which holds reach which recordings: those of requests that a recording is linked to, and those on its time, division
-- and kind of camera.
CREATE VIEW recording_hold AS
SELECT r.id AS recording_id, h.request_id, h.no, h.kind, h.placed_on, h.last_day
FROM recording r
JOIN hold h ON (
    h.recorded_from <= r.recorded_to AND r.recorded_from <= h.recorded_to
    AND (h.division IS NULL OR r.division IS NULL OR h.division = r.division)
    AND ',' || h.media || ',' LIKE '%,' || r.camera || ',%'
)
UNION
SELECT l.recording_id, h.request_id, h.no, h.kind, h.placed_on, h.last_day
FROM request_recording l
JOIN hold h ON h.request_id = l.request_id;
