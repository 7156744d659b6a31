-- Corrections stand like what they correct.

CREATE TRIGGER link_change_no_update BEFORE UPDATE ON link_change
BEGIN SELECT RAISE(ABORT, 'a correction is never changed or taken back'); END;

CREATE TRIGGER link_change_no_delete BEFORE DELETE ON link_change
BEGIN SELECT RAISE(ABORT, 'a correction is never changed or taken back'); END;

CREATE TRIGGER link_change_no_replace BEFORE INSERT ON link_change
WHEN EXISTS (SELECT 1 FROM link_change o WHERE o.request_id = NEW.request_id AND o.recording_id = NEW.recording_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a correction is never changed or taken back'); END;

CREATE TRIGGER person_taken_out_no_update BEFORE UPDATE ON person_taken_out
BEGIN SELECT RAISE(ABORT, 'a correction is never changed or taken back'); END;

CREATE TRIGGER person_taken_out_no_delete BEFORE DELETE ON person_taken_out
BEGIN SELECT RAISE(ABORT, 'a correction is never changed or taken back'); END;

CREATE TRIGGER person_taken_out_no_replace BEFORE INSERT ON person_taken_out
WHEN EXISTS (SELECT 1 FROM person_taken_out o WHERE o.person_id = NEW.person_id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a correction is never changed or taken back'); END;

CREATE TRIGGER deletion_breach_no_update BEFORE UPDATE ON deletion_breach
BEGIN SELECT RAISE(ABORT, 'a deletion is never changed or taken back'); END;

CREATE TRIGGER deletion_breach_no_delete BEFORE DELETE ON deletion_breach
BEGIN SELECT RAISE(ABORT, 'a deletion is never changed or taken back'); END;

CREATE TRIGGER deletion_breach_no_replace BEFORE INSERT ON deletion_breach
WHEN EXISTS (SELECT 1 FROM deletion_breach o WHERE o.recording_id = NEW.recording_id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a deletion is never changed or taken back'); END;

-- What does not answer a request any more does not leave on it.
CREATE TRIGGER release_of_linked BEFORE INSERT ON release
WHEN EXISTS (SELECT 1 FROM request_recording l WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id)
    AND NOT EXISTS (
        SELECT 1 FROM linked_recording l WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id
    )
BEGIN SELECT RAISE(ABORT, 'release refused: the link of this recording was taken back'); END;

-- Nobody leaves a people log while they wait for an answer or for a court.
CREATE TRIGGER person_taken_out_heard_first BEFORE INSERT ON person_taken_out
WHEN EXISTS (
    SELECT 1 FROM notice n WHERE n.person_id = NEW.person_id AND (n.open_objections > 0 OR n.pending_actions > 0)
)
BEGIN SELECT RAISE(ABORT, 'an objection or an action of this person is open'); END;
