-- Only what lies ahead of this server's clock: nobody takes the day of the gate back behind today.
CREATE FUNCTION wrong_entry_lies_ahead() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
SELECT 1 FROM (
    SELECT e.at FROM audit_entry e
    WHERE NEW.log = 'audit' AND e.subject = NEW.subject AND e.subject_id = NEW.subject_id AND e.seq = NEW.seq
    UNION ALL
    SELECT d.at FROM docket d
    WHERE NEW.log = 'docket' AND NEW.subject = 'request' AND d.request_id = NEW.subject_id AND d.seq = NEW.seq
) named LEFT JOIN clock_limit c ON 1 = 1
WHERE c.at IS NULL OR named.at > c.at - CAST(24 AS BIGINT) * 3600 * 1000000
) THEN
        RAISE EXCEPTION 'only an entry ahead of the clock is set aside';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER wrong_entry_lies_ahead BEFORE INSERT ON wrong_entry FOR EACH ROW
    EXECUTE FUNCTION wrong_entry_lies_ahead();
CREATE TRIGGER wrong_entry_no_update BEFORE UPDATE ON wrong_entry FOR EACH ROW
    EXECUTE FUNCTION stands('what was set aside stays so');
CREATE TRIGGER wrong_entry_no_delete BEFORE DELETE ON wrong_entry FOR EACH ROW
    EXECUTE FUNCTION stands('what was set aside stays so');
CREATE TRIGGER wrong_entry_no_truncate BEFORE TRUNCATE ON wrong_entry FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what was set aside stays so');

-- A release that is prepared bears the day of the gate too. Of its own in each engine, since other views look into it.
CREATE OR REPLACE VIEW release_candidate AS
SELECT e.id AS release_id, e.request_id, e.recording_id, e.copy_id, e.on_date FROM release e
UNION ALL
SELECT NULL, l.request_id, l.recording_id, c.copy_id, (SELECT newest.on_date FROM audit_day newest)
FROM request_recording l LEFT JOIN newest_copy c ON c.recording_id = l.recording_id;
