-- A file of recordings that is too long to be registered while whoever sent it waits: the worker checks and registers it in
-- steps, and a page shows how far it is. The import of the same id (`recording_import`) holds what is laid down of it.
CREATE TABLE import_job (
    id TEXT NOT NULL PRIMARY KEY,
    -- As the file was called, where it waits among those that arrive, and its size.
    file_name TEXT NOT NULL,
    file TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL REFERENCES staff (id),
    -- `waiting`, `checking`, `laying`, `entering`, `done`, `refused`, `canceled`, `failed`; and since when.
    stage TEXT NOT NULL,
    stage_since BIGINT NOT NULL,
    -- Rows of the file: all of them once they are checked, and those that this stage is done with.
    row_count BIGINT,
    done BIGINT NOT NULL,
    -- Bytes of the file that are checked.
    checked_bytes BIGINT NOT NULL,
    -- Lines that cannot be registered; of these, lines of recordings that are registered as they are, or otherwise.
    bad BIGINT NOT NULL,
    known BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    ended_at BIGINT,
    -- Who canceled it.
    ended_by TEXT REFERENCES staff (id),
    -- How often a worker began with it, until when the last one may be at it, and what shows that it still is.
    attempts BIGINT NOT NULL,
    lease_until BIGINT,
    lease_token TEXT
);

CREATE INDEX import_job_created ON import_job (created_at);
CREATE INDEX import_job_open ON import_job (created_at) WHERE ended_at IS NULL;

-- What is wrong with its lines, in the order of the file, some lines in each row.
CREATE TABLE import_job_lines (
    job_id TEXT NOT NULL REFERENCES import_job (id),
    no BIGINT NOT NULL,
    -- JSON: line, column, and what is wrong in English and in Spanish.
    lines TEXT NOT NULL,
    PRIMARY KEY (job_id, no)
);
