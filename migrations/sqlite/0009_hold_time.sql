-- A hold covers time, as instants: with its margin, on every camera of every division. Local minutes, as `recorded_from` and
-- `recorded_to` name them, say what was asked about; they could not tell the two readings of a doubled hour apart.

-- Microseconds since 1970, both included. NULL until the next start works it out from the local minutes: such a hold covers
-- all time meanwhile.
ALTER TABLE hold ADD COLUMN covers_from BIGINT;
ALTER TABLE hold ADD COLUMN covers_to BIGINT;
-- Each start looks for them.
CREATE INDEX hold_incomplete ON hold (request_id) WHERE covers_from IS NULL;

-- What a hold covers is worked out once.
DROP TRIGGER hold_no_update;
CREATE TRIGGER hold_no_update BEFORE UPDATE ON hold
WHEN (NEW.rowid, NEW.request_id, NEW.no, NEW.placed_on, NEW.recorded_from, NEW.recorded_to, NEW.division, NEW.media)
    IS DISTINCT FROM (OLD.rowid, OLD.request_id, OLD.no, OLD.placed_on, OLD.recorded_from, OLD.recorded_to, OLD.division, OLD.media)
    OR OLD.covers_from IS NOT NULL AND (NEW.covers_from, NEW.covers_to) IS DISTINCT FROM (OLD.covers_from, OLD.covers_to)
BEGIN SELECT RAISE(ABORT, 'what a hold reaches never changes, and none is deleted'); END;

-- Which holds reach which recordings: those of requests that a recording is linked to, and those on its time. No recording
-- is longer than 100 hours (360,000,000,000 microseconds): the bound lets the index on the start find them.
DROP VIEW recording_hold;
CREATE VIEW recording_hold AS
SELECT r.id AS recording_id, h.request_id, h.no, h.kind, h.placed_on, h.last_day
FROM hold h
JOIN recording r ON r.started_at <= COALESCE(h.covers_to, 9223372036854775807)
    AND r.started_at >= COALESCE(h.covers_from, 0) - 360000000000
    AND r.ended_at >= COALESCE(h.covers_from, 0)
UNION
SELECT l.recording_id, h.request_id, h.no, h.kind, h.placed_on, h.last_day
FROM request_recording l
JOIN hold h ON h.request_id = l.request_id;
