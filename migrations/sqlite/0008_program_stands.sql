-- What was published of the program stays as it was.
CREATE TRIGGER program_text_no_update BEFORE UPDATE ON program_text
BEGIN
    SELECT RAISE(ABORT, 'a published text is never changed');
END;

CREATE TRIGGER program_text_no_delete BEFORE DELETE ON program_text
BEGIN
    SELECT RAISE(ABORT, 'a published text is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER program_text_no_replace BEFORE INSERT ON program_text
WHEN EXISTS (SELECT 1 FROM program_text WHERE text_key = NEW.text_key AND version = NEW.version)
BEGIN
    SELECT RAISE(IGNORE);
END;
