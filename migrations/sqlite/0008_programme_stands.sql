-- What was published of the programme stays as it was.
CREATE TRIGGER programme_text_no_update BEFORE UPDATE ON programme_text
BEGIN
    SELECT RAISE(ABORT, 'a published text is never changed');
END;

CREATE TRIGGER programme_text_no_delete BEFORE DELETE ON programme_text
BEGIN
    SELECT RAISE(ABORT, 'a published text is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER programme_text_no_replace BEFORE INSERT ON programme_text
WHEN EXISTS (SELECT 1 FROM programme_text WHERE text_key = NEW.text_key AND version = NEW.version)
BEGIN
    SELECT RAISE(IGNORE);
END;
