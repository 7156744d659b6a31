-- The desk: notes inside the office, requests about the same incident, and what was suggested and refused.

-- A note of the office on a request, a recording or a notice. Never public. Never changed: a note may name an earlier one that it
-- corrects.
CREATE TABLE office_note (
    id TEXT NOT NULL PRIMARY KEY,
    -- `request`, `recording`, `notice`; then our id.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    written_by TEXT NOT NULL REFERENCES staff (id),
    corrects TEXT REFERENCES office_note (id)
);

CREATE INDEX office_note_subject ON office_note (subject, subject_id, at);

-- What a note says. Of a request it may tell of whoever filed, and goes with them; that a note stood stays.
CREATE TABLE office_note_words (
    note_id TEXT NOT NULL PRIMARY KEY REFERENCES office_note (id),
    words TEXT NOT NULL
);

-- Whom a note mentions, and when they said that they had read it.
CREATE TABLE note_mention (
    note_id TEXT NOT NULL REFERENCES office_note (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    read_at BIGINT,
    PRIMARY KEY (note_id, staff_id)
);

CREATE INDEX note_mention_staff ON note_mention (staff_id, read_at, note_id);

-- Two requests about the same incident are searched and redacted together; each keeps its clocks. A pair stands once, the smaller
-- id first; its newest row says whether it is joined. Never changed.
CREATE TABLE request_join (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    other_id TEXT NOT NULL REFERENCES records_request (id),
    no BIGINT NOT NULL,
    -- Since when they are not joined any more; NULL: joined.
    taken_back_at BIGINT,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    changed_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (request_id, other_id, no),
    CHECK (request_id < other_id)
);

CREATE INDEX request_join_other ON request_join (other_id, request_id, no);

-- Each join that stands, from both sides.
CREATE VIEW joined_request AS
SELECT j.request_id, j.other_id FROM request_join j
WHERE j.taken_back_at IS NULL
    AND j.no = (SELECT MAX(n.no) FROM request_join n WHERE n.request_id = j.request_id AND n.other_id = j.other_id)
UNION ALL
SELECT j.other_id, j.request_id FROM request_join j
WHERE j.taken_back_at IS NULL
    AND j.no = (SELECT MAX(n.no) FROM request_join n WHERE n.request_id = j.request_id AND n.other_id = j.other_id);

-- A recording that was suggested for a request and does not answer it. It can still be linked by hand. Never changed.
CREATE TABLE refused_suggestion (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    refused_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (request_id, recording_id)
);

-- Requests whose holds reach the same time are found by it.
CREATE INDEX hold_covers ON hold (covers_from, covers_to, request_id) WHERE no = 1;
