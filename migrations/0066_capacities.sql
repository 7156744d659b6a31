-- In which right somebody acts for a person shown, or for whoever filed: a row each, never changed. A wrong one is corrected by a
-- newer one that names it. Who it is stands apart, so that it can be erased while the rows stay.
CREATE TABLE capacity (
    id TEXT NOT NULL PRIMARY KEY,
    -- One of the two: for whom.
    person_id TEXT REFERENCES person (id),
    request_id TEXT REFERENCES records_request (id),
    -- From 1 among those of the same.
    no BIGINT NOT NULL,
    kind TEXT NOT NULL,
    from_day TEXT NOT NULL,
    until_day TEXT,
    -- The entry in whose place this one stands.
    corrects TEXT REFERENCES capacity (id),
    entered_at BIGINT NOT NULL,
    entered_on TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    CHECK ((person_id IS NULL) <> (request_id IS NULL))
);

CREATE INDEX capacity_person ON capacity (person_id);
CREATE INDEX capacity_request ON capacity (request_id);

-- What proved it, and who saw that.
CREATE TABLE capacity_proof (
    capacity_id TEXT NOT NULL PRIMARY KEY REFERENCES capacity (id),
    proof TEXT NOT NULL,
    -- `counter`, `paper`.
    shown TEXT NOT NULL,
    -- 1: whoever acts showed who they are.
    identity_shown BIGINT NOT NULL,
    verified_at BIGINT NOT NULL,
    verified_on TEXT NOT NULL,
    verified_by TEXT NOT NULL REFERENCES staff (id),
    CHECK (shown IN ('counter', 'paper'))
);

-- That it ended, or was corrected.
CREATE TABLE capacity_end (
    capacity_id TEXT NOT NULL PRIMARY KEY REFERENCES capacity (id),
    -- The first day on which it stands no more.
    ended_on TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id)
);

-- Personal: who acts, where the paper is, why it ended. Erased with the request.
CREATE TABLE capacity_words (
    capacity_id TEXT NOT NULL REFERENCES capacity (id),
    -- `name`, `proof`, `end`.
    part TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (capacity_id, part)
);
