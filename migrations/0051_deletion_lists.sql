-- Deletion lists: what falls due, made by the portal, approved by a second person, exported, and compared with what the evidence
-- system says that it deleted. All of it is only added to.
CREATE TABLE deletion_list (
    id TEXT NOT NULL PRIMARY KEY,
    -- The day on which everything on it was free.
    on_date TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL REFERENCES staff (id)
);

CREATE INDEX deletion_list_newest ON deletion_list (made_at);

CREATE TABLE deletion_list_row (
    list_id TEXT NOT NULL REFERENCES deletion_list (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    -- The rule whose time ran out, and its last day.
    rule TEXT NOT NULL,
    kept_until TEXT NOT NULL,
    PRIMARY KEY (list_id, recording_id)
);

CREATE INDEX deletion_list_row_recording ON deletion_list_row (recording_id);

-- What was done with a list: `approve`, `send_back`, `confirm`.
CREATE TABLE deletion_list_step (
    list_id TEXT NOT NULL REFERENCES deletion_list (id),
    no BIGINT NOT NULL,
    act TEXT NOT NULL,
    -- Why it was sent back; else empty.
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    done_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (list_id, no)
);

-- What the evidence system says that it deleted, line by line, and what is different from the list.
CREATE TABLE deletion_report (
    list_id TEXT NOT NULL REFERENCES deletion_list (id),
    -- The step that brought it.
    no BIGINT NOT NULL,
    line BIGINT NOT NULL,
    source_id TEXT NOT NULL,
    recording_id TEXT REFERENCES recording (id),
    on_date TEXT NOT NULL,
    -- `while_requested`, `while_kept`, `not_listed`, `unknown`; NULL: as it should be.
    difference TEXT,
    -- What kept it, as JSON.
    kept_for TEXT,
    PRIMARY KEY (list_id, no, line)
);

CREATE INDEX deletion_report_difference ON deletion_report (list_id, difference) WHERE difference IS NOT NULL;

-- Where each list stands: the newest of its steps.
CREATE VIEW deletion_list_state AS
SELECT l.id AS list_id, COALESCE((
    SELECT s.act FROM deletion_list_step s WHERE s.list_id = l.id
        AND s.no = (SELECT MAX(n.no) FROM deletion_list_step n WHERE n.list_id = l.id)
), 'make') AS act
FROM deletion_list l;
