-- Notes of the office, joins of requests and refused suggestions stand like the rest of their history. What a note says is erased
-- with whoever filed, and never becomes something else.

CREATE TRIGGER office_note_no_update BEFORE UPDATE ON office_note FOR EACH ROW
    EXECUTE FUNCTION stands('a note of the office is never changed or deleted');
CREATE TRIGGER office_note_no_delete BEFORE DELETE ON office_note FOR EACH ROW
    EXECUTE FUNCTION stands('a note of the office is never changed or deleted');
CREATE TRIGGER office_note_no_truncate BEFORE TRUNCATE ON office_note FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a note of the office is never changed or deleted');

CREATE TRIGGER request_join_no_update BEFORE UPDATE ON request_join FOR EACH ROW
    EXECUTE FUNCTION stands('a join of requests is never changed or deleted');
CREATE TRIGGER request_join_no_delete BEFORE DELETE ON request_join FOR EACH ROW
    EXECUTE FUNCTION stands('a join of requests is never changed or deleted');
CREATE TRIGGER request_join_no_truncate BEFORE TRUNCATE ON request_join FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a join of requests is never changed or deleted');

CREATE TRIGGER refused_suggestion_no_update BEFORE UPDATE ON refused_suggestion FOR EACH ROW
    EXECUTE FUNCTION stands('a refused suggestion is never changed or deleted');
CREATE TRIGGER refused_suggestion_no_delete BEFORE DELETE ON refused_suggestion FOR EACH ROW
    EXECUTE FUNCTION stands('a refused suggestion is never changed or deleted');
CREATE TRIGGER refused_suggestion_no_truncate BEFORE TRUNCATE ON refused_suggestion FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a refused suggestion is never changed or deleted');

CREATE TRIGGER office_note_words_no_update BEFORE UPDATE ON office_note_words FOR EACH ROW
    EXECUTE FUNCTION stands('the words of a note are erased or stay as they are');
