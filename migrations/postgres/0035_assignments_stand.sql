-- Who had a request stands like the rest of its history.

CREATE TRIGGER assignment_no_update BEFORE UPDATE ON assignment FOR EACH ROW
    EXECUTE FUNCTION stands('an assignment is never changed or deleted');
CREATE TRIGGER assignment_no_delete BEFORE DELETE ON assignment FOR EACH ROW
    EXECUTE FUNCTION stands('an assignment is never changed or deleted');
CREATE TRIGGER assignment_no_truncate BEFORE TRUNCATE ON assignment FOR EACH STATEMENT
    EXECUTE FUNCTION stands('an assignment is never changed or deleted');
