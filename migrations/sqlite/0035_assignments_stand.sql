-- Who had a request stands like the rest of its history.

CREATE TRIGGER assignment_no_update BEFORE UPDATE ON assignment
BEGIN SELECT RAISE(ABORT, 'an assignment is never changed or deleted'); END;

CREATE TRIGGER assignment_no_delete BEFORE DELETE ON assignment
BEGIN SELECT RAISE(ABORT, 'an assignment is never changed or deleted'); END;

CREATE TRIGGER assignment_no_replace BEFORE INSERT ON assignment
WHEN EXISTS (SELECT 1 FROM assignment o WHERE o.request_id = NEW.request_id AND o.no = NEW.no OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an assignment is never changed or deleted'); END;
