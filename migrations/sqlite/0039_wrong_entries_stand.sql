-- Only what lies ahead of this machine's clock: nobody takes the day of the gate back behind today.
CREATE TRIGGER wrong_entry_lies_ahead BEFORE INSERT ON wrong_entry
WHEN NOT EXISTS (
SELECT 1 FROM (
    SELECT e.at FROM audit_entry e
    WHERE NEW.log = 'audit' AND e.subject = NEW.subject AND e.subject_id = NEW.subject_id AND e.seq = NEW.seq
    UNION ALL
    SELECT d.at FROM docket d
    WHERE NEW.log = 'docket' AND NEW.subject = 'request' AND d.request_id = NEW.subject_id AND d.seq = NEW.seq
) named LEFT JOIN clock_limit c ON 1 = 1
WHERE c.at IS NULL OR named.at > c.at - CAST(24 AS BIGINT) * 3600 * 1000000
)
BEGIN SELECT RAISE(ABORT, 'only an entry ahead of the clock is set aside'); END;

CREATE TRIGGER wrong_entry_no_update BEFORE UPDATE ON wrong_entry
BEGIN SELECT RAISE(ABORT, 'what was set aside stays so'); END;

CREATE TRIGGER wrong_entry_no_delete BEFORE DELETE ON wrong_entry
BEGIN SELECT RAISE(ABORT, 'what was set aside stays so'); END;

CREATE TRIGGER wrong_entry_no_replace BEFORE INSERT ON wrong_entry
WHEN EXISTS (
    SELECT 1 FROM wrong_entry o
    WHERE o.log = NEW.log AND o.subject = NEW.subject AND o.subject_id = NEW.subject_id AND o.seq = NEW.seq
        OR o.rowid = NEW.rowid
)
BEGIN SELECT RAISE(ABORT, 'what was set aside stays so'); END;

-- A release that is prepared bears the day of the gate too. Of its own in each engine, since other views look into it.
DROP VIEW release_candidate;
CREATE VIEW release_candidate AS
SELECT e.id AS release_id, e.request_id, e.recording_id, e.copy_id, e.on_date FROM release e
UNION ALL
SELECT NULL, l.request_id, l.recording_id, c.copy_id, (SELECT newest.on_date FROM audit_day newest)
FROM request_recording l LEFT JOIN newest_copy c ON c.recording_id = l.recording_id;
