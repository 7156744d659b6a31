-- Entries stand, cases and holds stay.

CREATE TRIGGER court_entry_no_update BEFORE UPDATE ON court_entry
BEGIN SELECT RAISE(ABORT, 'what happened in a court case is never changed or deleted'); END;

CREATE TRIGGER court_entry_no_delete BEFORE DELETE ON court_entry
BEGIN SELECT RAISE(ABORT, 'what happened in a court case is never changed or deleted'); END;

CREATE TRIGGER court_entry_no_replace BEFORE INSERT ON court_entry
WHEN EXISTS (SELECT 1 FROM court_entry o WHERE o.case_id = NEW.case_id AND o.no = NEW.no OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what happened in a court case is never changed or deleted'); END;

CREATE TRIGGER court_docket_no_update BEFORE UPDATE ON court_docket
BEGIN SELECT RAISE(ABORT, 'what a docket tells of a court case is never changed or deleted'); END;

CREATE TRIGGER court_docket_no_delete BEFORE DELETE ON court_docket
BEGIN SELECT RAISE(ABORT, 'what a docket tells of a court case is never changed or deleted'); END;

CREATE TRIGGER court_docket_no_replace BEFORE INSERT ON court_docket
WHEN EXISTS (SELECT 1 FROM court_docket o WHERE o.request_id = NEW.request_id AND o.docket_seq = NEW.docket_seq OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what a docket tells of a court case is never changed or deleted'); END;

CREATE TRIGGER court_case_no_update BEFORE UPDATE ON court_case
WHEN (NEW.rowid, NEW.id, NEW.opened_at, NEW.opened_on, NEW.opened_by) IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.opened_at, OLD.opened_on, OLD.opened_by)
BEGIN SELECT RAISE(ABORT, 'that a court case was entered is never changed or deleted'); END;

CREATE TRIGGER court_case_no_delete BEFORE DELETE ON court_case
BEGIN SELECT RAISE(ABORT, 'that a court case was entered is never changed or deleted'); END;

CREATE TRIGGER court_case_no_replace BEFORE INSERT ON court_case
WHEN EXISTS (SELECT 1 FROM court_case o WHERE o.id = NEW.id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'that a court case was entered is never changed or deleted'); END;

CREATE TRIGGER court_hold_no_update BEFORE UPDATE ON court_hold
WHEN (NEW.rowid, NEW.case_id, NEW.recording_id, NEW.placed_on) IS DISTINCT FROM (OLD.rowid, OLD.case_id, OLD.recording_id, OLD.placed_on)
BEGIN SELECT RAISE(ABORT, 'what a suit holds never changes, and no hold is deleted'); END;

CREATE TRIGGER court_hold_no_delete BEFORE DELETE ON court_hold
BEGIN SELECT RAISE(ABORT, 'what a suit holds never changes, and no hold is deleted'); END;

CREATE TRIGGER court_hold_no_replace BEFORE INSERT ON court_hold
WHEN EXISTS (SELECT 1 FROM court_hold o WHERE o.case_id = NEW.case_id AND o.recording_id = NEW.recording_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what a suit holds never changes, and no hold is deleted'); END;

-- A suit that was served holds the recordings of its case, too.
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
JOIN hold h ON h.request_id = l.request_id
UNION
SELECT c.recording_id, CAST(NULL AS TEXT), CAST(0 AS BIGINT), 'lawsuit', c.placed_on, c.last_day
FROM court_hold c;
