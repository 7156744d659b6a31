-- Deletion lists stand, and nobody approves what they made.

CREATE TRIGGER deletion_list_no_update BEFORE UPDATE ON deletion_list
BEGIN SELECT RAISE(ABORT, 'a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_no_delete BEFORE DELETE ON deletion_list
BEGIN SELECT RAISE(ABORT, 'a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_no_replace BEFORE INSERT ON deletion_list
WHEN EXISTS (SELECT 1 FROM deletion_list o WHERE o.id = NEW.id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_row_no_update BEFORE UPDATE ON deletion_list_row
BEGIN SELECT RAISE(ABORT, 'a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_row_no_delete BEFORE DELETE ON deletion_list_row
BEGIN SELECT RAISE(ABORT, 'a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_row_no_replace BEFORE INSERT ON deletion_list_row
WHEN EXISTS (SELECT 1 FROM deletion_list_row o WHERE o.list_id = NEW.list_id AND o.recording_id = NEW.recording_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_step_no_update BEFORE UPDATE ON deletion_list_step
BEGIN SELECT RAISE(ABORT, 'what was done with a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_step_no_delete BEFORE DELETE ON deletion_list_step
BEGIN SELECT RAISE(ABORT, 'what was done with a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_list_step_no_replace BEFORE INSERT ON deletion_list_step
WHEN EXISTS (SELECT 1 FROM deletion_list_step o WHERE o.list_id = NEW.list_id AND o.no = NEW.no OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what was done with a deletion list is never changed or deleted'); END;

CREATE TRIGGER deletion_report_no_update BEFORE UPDATE ON deletion_report
BEGIN SELECT RAISE(ABORT, 'what the evidence system deleted is never changed or deleted'); END;

CREATE TRIGGER deletion_report_no_delete BEFORE DELETE ON deletion_report
BEGIN SELECT RAISE(ABORT, 'what the evidence system deleted is never changed or deleted'); END;

CREATE TRIGGER deletion_report_no_replace BEFORE INSERT ON deletion_report
WHEN EXISTS (SELECT 1 FROM deletion_report o WHERE o.list_id = NEW.list_id AND o.no = NEW.no AND o.line = NEW.line OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what the evidence system deleted is never changed or deleted'); END;

CREATE TRIGGER deletion_list_by_two BEFORE INSERT ON deletion_list_step
WHEN NEW.act IN ('approve', 'send_back') AND EXISTS (SELECT 1 FROM deletion_list l WHERE l.id = NEW.list_id AND l.made_by = NEW.done_by)
BEGIN SELECT RAISE(ABORT, 'a deletion list is approved by another person than made it'); END;

CREATE TRIGGER deletion_list_free BEFORE INSERT ON deletion_list_row
WHEN EXISTS (SELECT 1 FROM recording_hold h WHERE h.recording_id = NEW.recording_id
    AND (h.last_day IS NULL OR h.last_day >= (SELECT l.on_date FROM deletion_list l WHERE l.id = NEW.list_id)))
BEGIN SELECT RAISE(ABORT, 'what is held is on no deletion list'); END;

CREATE TRIGGER deletion_list_classified BEFORE INSERT ON deletion_list_row
WHEN EXISTS (SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND (r.category IS NULL OR TRIM(r.category) = ''))
BEGIN SELECT RAISE(ABORT, 'what nobody classified is on no deletion list'); END;

CREATE TRIGGER deletion_list_complete BEFORE INSERT ON deletion_list_row
WHEN EXISTS (SELECT 1 FROM deletion_list_step s WHERE s.list_id = NEW.list_id)
BEGIN SELECT RAISE(ABORT, 'nothing is added to a deletion list that was acted on'); END;
