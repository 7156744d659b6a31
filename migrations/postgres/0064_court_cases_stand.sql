-- Entries stand, cases and holds stay.

CREATE TRIGGER court_entry_no_update BEFORE UPDATE ON court_entry FOR EACH ROW
    EXECUTE FUNCTION stands('what happened in a court case is never changed or deleted');
CREATE TRIGGER court_entry_no_delete BEFORE DELETE ON court_entry FOR EACH ROW
    EXECUTE FUNCTION stands('what happened in a court case is never changed or deleted');
CREATE TRIGGER court_entry_no_truncate BEFORE TRUNCATE ON court_entry FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what happened in a court case is never changed or deleted');

CREATE TRIGGER court_docket_no_update BEFORE UPDATE ON court_docket FOR EACH ROW
    EXECUTE FUNCTION stands('what a docket tells of a court case is never changed or deleted');
CREATE TRIGGER court_docket_no_delete BEFORE DELETE ON court_docket FOR EACH ROW
    EXECUTE FUNCTION stands('what a docket tells of a court case is never changed or deleted');
CREATE TRIGGER court_docket_no_truncate BEFORE TRUNCATE ON court_docket FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what a docket tells of a court case is never changed or deleted');

CREATE TRIGGER court_case_no_update BEFORE UPDATE ON court_case FOR EACH ROW
    WHEN ((NEW.id, NEW.opened_at, NEW.opened_on, NEW.opened_by) IS DISTINCT FROM (OLD.id, OLD.opened_at, OLD.opened_on, OLD.opened_by))
    EXECUTE FUNCTION stands('that a court case was entered is never changed or deleted');
CREATE TRIGGER court_case_no_delete BEFORE DELETE ON court_case FOR EACH ROW
    EXECUTE FUNCTION stands('that a court case was entered is never changed or deleted');
CREATE TRIGGER court_case_no_truncate BEFORE TRUNCATE ON court_case FOR EACH STATEMENT
    EXECUTE FUNCTION stands('that a court case was entered is never changed or deleted');

CREATE TRIGGER court_hold_no_update BEFORE UPDATE ON court_hold FOR EACH ROW
    WHEN ((NEW.case_id, NEW.recording_id, NEW.placed_on) IS DISTINCT FROM (OLD.case_id, OLD.recording_id, OLD.placed_on))
    EXECUTE FUNCTION stands('what a suit holds never changes, and no hold is deleted');
CREATE TRIGGER court_hold_no_delete BEFORE DELETE ON court_hold FOR EACH ROW
    EXECUTE FUNCTION stands('what a suit holds never changes, and no hold is deleted');
CREATE TRIGGER court_hold_no_truncate BEFORE TRUNCATE ON court_hold FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what a suit holds never changes, and no hold is deleted');

-- A suit that was served holds the recordings of its case, too.
CREATE OR REPLACE VIEW recording_hold AS
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
