-- The register only grows.
CREATE TRIGGER register_entry_no_update BEFORE UPDATE ON register_entry
BEGIN
    SELECT RAISE(ABORT, 'the register is never changed');
END;

CREATE TRIGGER register_entry_no_delete BEFORE DELETE ON register_entry
BEGIN
    SELECT RAISE(ABORT, 'the register is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above: by a key that is taken, or by a row's number.
CREATE TRIGGER register_entry_no_replace BEFORE INSERT ON register_entry
WHEN EXISTS (
    SELECT 1 FROM register_entry e
    WHERE (e.subject = NEW.subject AND e.subject_id = NEW.subject_id AND e.seq = NEW.seq) OR e.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'the register is never changed');
END;

-- What was recorded when does not change, and no recording leaves the register.
CREATE TRIGGER recording_no_delete BEFORE DELETE ON recording
BEGIN
    SELECT RAISE(ABORT, 'a recording never leaves the register');
END;

CREATE TRIGGER recording_no_replace BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM recording r WHERE r.id = NEW.id OR r.source_id = NEW.source_id OR r.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a recording never leaves the register');
END;

CREATE TRIGGER recording_stays_where_it_was BEFORE UPDATE ON recording
WHEN NEW.rowid <> OLD.rowid OR NEW.id <> OLD.id OR NEW.source_id <> OLD.source_id OR NEW.started_at <> OLD.started_at
    OR NEW.ended_at <> OLD.ended_at OR NEW.recorded_from <> OLD.recorded_from OR NEW.recorded_to <> OLD.recorded_to
    OR NEW.camera <> OLD.camera OR NEW.division IS NOT OLD.division OR NEW.entered_on <> OLD.entered_on
BEGIN
    SELECT RAISE(ABORT, 'what a recording is does not change');
END;

-- A deletion is refused while anything holds the recording: a request's or a suit's hold on it or on its time, division
-- and camera (610.027), an order to preserve it (610.100.5), an active case, or a closed record (610.120.1), whatever a
-- court opened since. What a notice holds is with the notices.
CREATE TRIGGER deletion_refused_while_held BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM recording_hold h
    WHERE h.recording_id = NEW.recording_id
      AND h.placed_on <= NEW.on_date AND (h.last_day IS NULL OR h.last_day >= NEW.on_date)
)
BEGIN
    SELECT RAISE(ABORT, 'a hold stands on this recording');
END;

CREATE TRIGGER deletion_refused_while_ordered BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id
    WHERE s.recording_id = NEW.recording_id AND o.kind = 'preserve'
      AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)
)
BEGIN
    SELECT RAISE(ABORT, 'a court ordered that this recording is preserved');
END;

CREATE TRIGGER deletion_refused_while_closed BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM recording r
    WHERE r.id = NEW.recording_id
      AND (r.status_kind IN ('active_closed', 'reclosed') OR r.underlying_kind IN ('active_closed', 'reclosed'))
)
BEGIN
    SELECT RAISE(ABORT, 'an active case or a closed record keeps this recording');
END;

-- A day ahead would pass a hold that ends before it: what was deleted is known no later than today, and the register
-- knows what day it is.
CREATE TRIGGER deletion_refused_ahead BEFORE INSERT ON deletion
WHEN NEW.on_date > (SELECT MAX(e.on_date) FROM register_entry e)
BEGIN
    SELECT RAISE(ABORT, 'a deletion is not dated ahead');
END;

-- It was still there when it was entered, and when it was linked to a request.
CREATE TRIGGER deletion_refused_before_it_was_seen BEFORE INSERT ON deletion
WHEN EXISTS (SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.entered_on > NEW.on_date)
    OR EXISTS (
        SELECT 1 FROM request_recording l WHERE l.recording_id = NEW.recording_id AND l.linked_on > NEW.on_date
    )
BEGIN
    SELECT RAISE(ABORT, 'the recording was still there on a later day');
END;

CREATE TRIGGER deletion_no_update BEFORE UPDATE ON deletion
BEGIN
    SELECT RAISE(ABORT, 'a deletion is never changed');
END;

CREATE TRIGGER deletion_no_delete BEFORE DELETE ON deletion
BEGIN
    SELECT RAISE(ABORT, 'a deletion is never taken back');
END;

CREATE TRIGGER deletion_no_replace BEFORE INSERT ON deletion
WHEN EXISTS (SELECT 1 FROM deletion d WHERE d.recording_id = NEW.recording_id OR d.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a deletion is never changed');
END;

-- An order stays what it was entered as, to the word; only its verification, once, and its stay are added.
CREATE TRIGGER disclosure_order_stands BEFORE UPDATE ON disclosure_order
WHEN NEW.rowid <> OLD.rowid OR NEW.id <> OLD.id OR NEW.request_id IS NOT OLD.request_id OR NEW.court <> OLD.court
    OR NEW.case_number <> OLD.case_number OR NEW.kind <> OLD.kind OR NEW.dated <> OLD.dated
    OR NEW.effective <> OLD.effective OR NEW.last_day IS NOT OLD.last_day OR NEW.content <> OLD.content
    OR NEW.document_sha256 IS NOT OLD.document_sha256 OR NEW.entered_by <> OLD.entered_by
    OR NEW.entered_at <> OLD.entered_at OR NEW.submission_mark <> OLD.submission_mark
    OR (OLD.verified_by IS NOT NULL AND NEW.verified_by IS NOT OLD.verified_by)
    OR (OLD.verified_at IS NOT NULL AND NEW.verified_at IS NOT OLD.verified_at)
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

CREATE TRIGGER disclosure_order_no_delete BEFORE DELETE ON disclosure_order
BEGIN
    SELECT RAISE(ABORT, 'an order is never deleted');
END;

CREATE TRIGGER disclosure_order_no_replace BEFORE INSERT ON disclosure_order
WHEN EXISTS (
    SELECT 1 FROM disclosure_order o
    WHERE o.id = NEW.id OR o.submission_mark = NEW.submission_mark OR o.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

CREATE TRIGGER order_scope_no_update BEFORE UPDATE ON order_scope
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

CREATE TRIGGER order_scope_no_delete BEFORE DELETE ON order_scope
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

-- What it reaches is entered with it, before the register tells of it: nothing is added to what was verified, nor to
-- what waits for its second person.
CREATE TRIGGER order_scope_as_entered BEFORE INSERT ON order_scope
WHEN EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM register_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
    OR EXISTS (
        SELECT 1 FROM order_scope s
        WHERE (s.order_id = NEW.order_id AND s.no = NEW.no) OR s.rowid = NEW.rowid
    )
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

-- A hold may get or lose its last day; it never goes, nor does the link that lets it reach a recording.
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold
BEGIN
    SELECT RAISE(ABORT, 'a hold is never deleted');
END;

CREATE TRIGGER hold_reaches_as_far BEFORE UPDATE ON hold
WHEN NEW.rowid <> OLD.rowid OR NEW.request_id <> OLD.request_id OR NEW.no <> OLD.no OR NEW.placed_on <> OLD.placed_on
    OR NEW.recorded_from <> OLD.recorded_from OR NEW.recorded_to <> OLD.recorded_to
    OR NEW.division IS NOT OLD.division OR NEW.media <> OLD.media
BEGIN
    SELECT RAISE(ABORT, 'what a hold reaches does not change');
END;

CREATE TRIGGER request_recording_no_delete BEFORE DELETE ON request_recording
BEGIN
    SELECT RAISE(ABORT, 'a link is never taken back');
END;

CREATE TRIGGER request_recording_no_update BEFORE UPDATE ON request_recording
BEGIN
    SELECT RAISE(ABORT, 'a link is never changed');
END;

CREATE TRIGGER hold_no_replace BEFORE INSERT ON hold
WHEN EXISTS (
    SELECT 1 FROM hold h WHERE (h.request_id = NEW.request_id AND h.no = NEW.no) OR h.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'what a hold reaches does not change');
END;

CREATE TRIGGER request_recording_no_replace BEFORE INSERT ON request_recording
WHEN EXISTS (
    SELECT 1 FROM request_recording l
    WHERE (l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id) OR l.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'a link is never changed');
END;
