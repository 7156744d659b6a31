-- The docket only grows.
CREATE TRIGGER docket_no_update BEFORE UPDATE ON docket
BEGIN
    SELECT RAISE(ABORT, 'the docket is never changed');
END;

CREATE TRIGGER docket_no_delete BEFORE DELETE ON docket
BEGIN
    SELECT RAISE(ABORT, 'the docket is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER docket_no_replace BEFORE INSERT ON docket
WHEN EXISTS (SELECT 1 FROM docket WHERE request_id = NEW.request_id AND seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the docket is never changed');
END;
