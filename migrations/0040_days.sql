-- Nothing open stands without a day.

-- The day that the office set itself where no clock of the law runs, and since when what is awaited is awaited, worked out at
-- each save. `step_since` NULL: kept by an earlier version, worked out after the next start.
ALTER TABLE records_request ADD COLUMN office_due TEXT;
ALTER TABLE records_request ADD COLUMN step_since TEXT;

CREATE INDEX records_request_unstepped ON records_request (id) WHERE step_since IS NULL AND closed_on IS NULL;

-- The queue is sorted by the nearest day: the law's, else the office's own.
DROP INDEX records_request_queue;
CREATE INDEX records_request_queue ON records_request (COALESCE(next_due, office_due, '9999-12-31'), received_at)
    WHERE closed_on IS NULL;
DROP INDEX records_request_desk;
CREATE INDEX records_request_desk ON records_request (next_due, received_at, next_clock, stage, waits_for, track,
    division, assigned_to, unread, needed_by, number, closed_on, office_due, id) WHERE closed_on IS NULL;
