-- Notes of the office, joins of requests and refused suggestions stand like the rest of their history. What a note says is erased
-- with whoever filed, and never becomes something else.

CREATE TRIGGER office_note_no_update BEFORE UPDATE ON office_note
BEGIN SELECT RAISE(ABORT, 'a note of the office is never changed or deleted'); END;

CREATE TRIGGER office_note_no_delete BEFORE DELETE ON office_note
BEGIN SELECT RAISE(ABORT, 'a note of the office is never changed or deleted'); END;

CREATE TRIGGER office_note_no_replace BEFORE INSERT ON office_note
WHEN EXISTS (SELECT 1 FROM office_note o WHERE o.id = NEW.id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a note of the office is never changed or deleted'); END;

CREATE TRIGGER request_join_no_update BEFORE UPDATE ON request_join
BEGIN SELECT RAISE(ABORT, 'a join of requests is never changed or deleted'); END;

CREATE TRIGGER request_join_no_delete BEFORE DELETE ON request_join
BEGIN SELECT RAISE(ABORT, 'a join of requests is never changed or deleted'); END;

CREATE TRIGGER request_join_no_replace BEFORE INSERT ON request_join
WHEN EXISTS (SELECT 1 FROM request_join o WHERE o.request_id = NEW.request_id AND o.other_id = NEW.other_id AND o.no = NEW.no OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a join of requests is never changed or deleted'); END;

CREATE TRIGGER refused_suggestion_no_update BEFORE UPDATE ON refused_suggestion
BEGIN SELECT RAISE(ABORT, 'a refused suggestion is never changed or deleted'); END;

CREATE TRIGGER refused_suggestion_no_delete BEFORE DELETE ON refused_suggestion
BEGIN SELECT RAISE(ABORT, 'a refused suggestion is never changed or deleted'); END;

CREATE TRIGGER refused_suggestion_no_replace BEFORE INSERT ON refused_suggestion
WHEN EXISTS (SELECT 1 FROM refused_suggestion o WHERE o.request_id = NEW.request_id AND o.recording_id = NEW.recording_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a refused suggestion is never changed or deleted'); END;

CREATE TRIGGER office_note_words_no_update BEFORE UPDATE ON office_note_words
BEGIN SELECT RAISE(ABORT, 'the words of a note are erased or stay as they are'); END;

CREATE TRIGGER office_note_words_no_replace BEFORE INSERT ON office_note_words
WHEN EXISTS (SELECT 1 FROM office_note_words o WHERE o.note_id = NEW.note_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the words of a note are erased or stay as they are'); END;
