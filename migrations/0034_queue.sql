-- The queue of the console: who has a request, who stands in for whom, and what the queue is searched by.

-- Whom the next step waits for, worked out at each save. NULL: kept by an earlier version, worked out at the next start.
ALTER TABLE records_request ADD COLUMN waits_for TEXT;
-- Which account has it; the newest row of `assignment` says so too.
ALTER TABLE records_request ADD COLUMN assigned_to TEXT REFERENCES staff (id);

-- Filters and sorting read a line of this index for each open request, and not the whole request.
CREATE INDEX records_request_desk ON records_request (next_due, received_at, next_clock, stage, waits_for, track,
    division, assigned_to, unread, needed_by, number, closed_on, id) WHERE closed_on IS NULL;
CREATE INDEX records_request_unsorted ON records_request (id) WHERE waits_for IS NULL;

-- What the queue is searched by: words of the requester in small letters without accents. Private; goes with them.
CREATE TABLE requester_search (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES records_request (id),
    name TEXT NOT NULL,
    place TEXT NOT NULL,
    words TEXT NOT NULL
);

-- Officer and report number of each recording that was linked to a request, folded the same way.
CREATE TABLE linked_search (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    recording_id TEXT NOT NULL REFERENCES recording (id),
    words TEXT NOT NULL,
    PRIMARY KEY (request_id, recording_id)
);

-- Sorting by name, by place and by who has a request reads a line of these for each request.
CREATE INDEX requester_search_name ON requester_search (request_id, name, place);
CREATE INDEX staff_name ON staff (id, name);

-- Who was given a request, and by whom. Never changed.
CREATE TABLE assignment (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    no BIGINT NOT NULL,
    -- NULL: nobody has it from then on.
    staff_id TEXT REFERENCES staff (id),
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    assigned_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (request_id, no)
);

-- What whoever gave it wrote about it. May tell of the requester, and goes with them.
CREATE TABLE assignment_note (
    request_id TEXT NOT NULL,
    no BIGINT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (request_id, no),
    FOREIGN KEY (request_id, no) REFERENCES assignment (request_id, no)
);

-- Days on which somebody is away, and who stands in.
CREATE TABLE staff_absence (
    id TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    cover_id TEXT REFERENCES staff (id),
    entered_at BIGINT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id)
);

CREATE INDEX staff_absence_last_day ON staff_absence (last_day);

-- Keys of the columns of the queue that an account has chosen; NULL: those of the start.
ALTER TABLE staff ADD COLUMN queue_columns TEXT;
-- Since when an account does without single keys as shortcuts (WCAG 2.1.4).
ALTER TABLE staff ADD COLUMN shortcuts_off_at BIGINT;
