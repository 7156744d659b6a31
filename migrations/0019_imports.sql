-- An import of recordings on its way into the register. With SQLite, which has one writer, it is laid down here in short
-- steps, accepted as a whole in one, and then entered in short steps by whoever is there, so that nobody who files waits
-- for it: before it is accepted nothing of it counts, afterwards all of it does. Empty while no import runs.
CREATE TABLE recording_import (
    id TEXT NOT NULL PRIMARY KEY,
    -- The newest sign of life of whoever lays it down.
    touched_at BIGINT NOT NULL,
    accepted_at BIGINT
);

CREATE TABLE recording_import_part (
    import_id TEXT NOT NULL REFERENCES recording_import (id),
    no BIGINT NOT NULL,
    -- Their numbers in the evidence system, each with a line end before and after it.
    source_ids TEXT NOT NULL,
    -- Some recordings as JSON.
    recordings TEXT NOT NULL,
    PRIMARY KEY (import_id, no)
);
