-- Letters, codes and objections only grow; what the log says of a person or a notice is changed, never deleted.
CREATE TRIGGER notice_letter_no_update BEFORE UPDATE ON notice_letter
BEGIN
    SELECT RAISE(ABORT, 'a letter is kept as it was sent');
END;

CREATE TRIGGER notice_letter_no_delete BEFORE DELETE ON notice_letter
BEGIN
    SELECT RAISE(ABORT, 'a letter is kept as it was sent');
END;

CREATE TRIGGER notice_code_no_update BEFORE UPDATE ON notice_code
BEGIN
    SELECT RAISE(ABORT, 'a code that was sent stays known');
END;

CREATE TRIGGER notice_code_no_delete BEFORE DELETE ON notice_code
BEGIN
    SELECT RAISE(ABORT, 'a code that was sent stays known');
END;

CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN
    SELECT RAISE(ABORT, 'a notice is never deleted');
END;

CREATE TRIGGER person_no_delete BEFORE DELETE ON person
BEGIN
    SELECT RAISE(ABORT, 'nobody leaves the people log');
END;

CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection
BEGIN
    SELECT RAISE(ABORT, 'an objection is never deleted');
END;

CREATE TRIGGER objection_stands BEFORE UPDATE ON objection
WHEN NEW.id <> OLD.id OR NEW.notice_id <> OLD.notice_id OR NEW.received_on <> OLD.received_on
    OR NEW.content <> OLD.content OR (OLD.answered_at IS NOT NULL AND NEW.answered_at IS NOT OLD.answered_at)
BEGIN
    SELECT RAISE(ABORT, 'an objection is never changed');
END;

CREATE TRIGGER notice_stays_whose_it_is BEFORE UPDATE ON notice
WHEN NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.recording_id <> OLD.recording_id
    OR NEW.request_id <> OLD.request_id OR NEW.kind <> OLD.kind
BEGIN
    SELECT RAISE(ABORT, 'whose a notice is does not change');
END;
