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
    OR NEW.submission_mark <> OLD.submission_mark OR NEW.code_mark <> OLD.code_mark OR NEW.rowid <> OLD.rowid
BEGIN
    SELECT RAISE(ABORT, 'an objection is never changed');
END;

CREATE TRIGGER notice_stays_whose_it_is BEFORE UPDATE ON notice
WHEN NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.recording_id <> OLD.recording_id
    OR NEW.request_id <> OLD.request_id OR NEW.kind <> OLD.kind OR NEW.rowid <> OLD.rowid
BEGIN
    SELECT RAISE(ABORT, 'whose a notice is does not change');
END;

-- The days of a person only grow while they run; proof that fails ends them, and none are left then.
CREATE TRIGGER notice_window_never_shrinks BEFORE UPDATE ON notice
WHEN OLD.state IN ('window_open', 'objected', 'action_pending', 'enjoined_part', 'clear')
    AND NEW.opens_on < OLD.opens_on
BEGIN
    SELECT RAISE(ABORT, 'the days of a person never shrink');
END;

-- INSERT OR REPLACE and UPDATE OR REPLACE would delete without asking the triggers above.
CREATE TRIGGER notice_no_replace BEFORE INSERT ON notice
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.id = NEW.id OR n.code_mark = NEW.code_mark OR n.rowid = NEW.rowid
        OR (n.request_id = NEW.request_id AND n.person_id = NEW.person_id AND n.kind = NEW.kind)
)
BEGIN
    SELECT RAISE(ABORT, 'a notice is never replaced');
END;

CREATE TRIGGER notice_code_is_its_own BEFORE UPDATE OF code_mark ON notice
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.code_mark = NEW.code_mark AND n.id <> OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'a notice is never replaced');
END;

CREATE TRIGGER notice_letter_no_replace BEFORE INSERT ON notice_letter
WHEN EXISTS (SELECT 1 FROM notice_letter l WHERE l.id = NEW.id OR l.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a letter is kept as it was sent');
END;

CREATE TRIGGER notice_code_no_replace BEFORE INSERT ON notice_code
WHEN EXISTS (SELECT 1 FROM notice_code c WHERE c.code_mark = NEW.code_mark OR c.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a code that was sent stays known');
END;

CREATE TRIGGER objection_no_replace BEFORE INSERT ON objection
WHEN EXISTS (
    SELECT 1 FROM objection o
    WHERE o.id = NEW.id OR o.submission_mark = NEW.submission_mark OR o.code_mark = NEW.code_mark
        OR o.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'an objection is never changed');
END;

CREATE TRIGGER person_no_replace BEFORE INSERT ON person
WHEN EXISTS (
    SELECT 1 FROM person p
    WHERE p.id = NEW.id OR p.rowid = NEW.rowid
        OR (p.recording_id = NEW.recording_id AND p.pseudonym = NEW.pseudonym)
)
BEGIN
    SELECT RAISE(ABORT, 'nobody leaves the people log');
END;

-- Who somebody is does not change.
CREATE TRIGGER person_stays BEFORE UPDATE ON person
WHEN NEW.rowid <> OLD.rowid OR NEW.id <> OLD.id OR NEW.recording_id <> OLD.recording_id
    OR NEW.pseudonym <> OLD.pseudonym OR NEW.entered_at <> OLD.entered_at OR NEW.entered_by <> OLD.entered_by
BEGIN
    SELECT RAISE(ABORT, 'who somebody in the people log is does not change');
END;

-- Nobody becomes exempt by 610.100.8 while they wait for an answer or for a court.
CREATE TRIGGER person_is_heard_first BEFORE UPDATE ON person
WHEN OLD.police_affiliated_at IS NULL AND NEW.police_affiliated_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM notice n WHERE n.person_id = OLD.id AND (n.open_objections > 0 OR n.pending_actions > 0)
)
BEGIN
    SELECT RAISE(ABORT, 'an objection or an action of this person is open');
END;

-- Where somebody is shown stays while a notice rests on it: once one is on its way, decided or answered. What is found
-- later is a line of its own in the log, with a notice of its own.
CREATE TRIGGER person_span_added_before_notice BEFORE INSERT ON person_span
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.person_id = NEW.person_id AND n.state <> 'identified')
    OR EXISTS (
        SELECT 1 FROM person_span s
        WHERE s.rowid = NEW.rowid
            OR (s.person_id = NEW.person_id AND s.sense = NEW.sense AND s.from_ms = NEW.from_ms)
    )
BEGIN
    SELECT RAISE(ABORT, 'a notice rests on where this person is shown');
END;

CREATE TRIGGER person_span_deleted_before_notice BEFORE DELETE ON person_span
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.person_id = OLD.person_id AND n.state <> 'identified')
BEGIN
    SELECT RAISE(ABORT, 'a notice rests on where this person is shown');
END;

CREATE TRIGGER person_span_no_update BEFORE UPDATE ON person_span
BEGIN
    SELECT RAISE(ABORT, 'where somebody is shown is entered anew, not changed');
END;

-- H-NOTICE: a notice that runs, and an action that is pending, keep the recording.
CREATE TRIGGER deletion_refused_while_noticed BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.recording_id = NEW.recording_id
      AND (n.state IN ('sent', 'window_open', 'objected', 'action_pending') OR n.pending_actions > 0)
)
BEGIN
    SELECT RAISE(ABORT, 'a notice to a person shown keeps this recording');
END;
