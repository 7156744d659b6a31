-- The docket only grows.
CREATE TRIGGER docket_no_update BEFORE UPDATE ON docket
BEGIN
    SELECT RAISE(ABORT, 'the docket is never changed');
END;

CREATE TRIGGER docket_no_delete BEFORE DELETE ON docket
BEGIN
    SELECT RAISE(ABORT, 'the docket is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER docket_no_replace BEFORE INSERT ON docket
WHEN EXISTS (SELECT 1 FROM docket WHERE request_id = NEW.request_id AND seq = NEW.seq)
BEGIN
    SELECT RAISE(ABORT, 'the docket is never changed');
END;

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

-- The audit log only grows.
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never changed');
END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above: by a key that is taken, or by a row's number.
CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (
    SELECT 1 FROM audit_entry e
    WHERE (e.subject = NEW.subject AND e.subject_id = NEW.subject_id AND e.seq = NEW.seq) OR e.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'the audit log is never changed');
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
WHEN NEW.on_date > (SELECT MAX(e.on_date) FROM audit_entry e)
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
    OR NEW.entered_at <> OLD.entered_at OR NEW.submission_hash <> OLD.submission_hash
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
    WHERE o.id = NEW.id OR o.submission_hash = NEW.submission_hash OR o.rowid = NEW.rowid
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

-- What it reaches is entered with it, before the audit log tells of it: nothing is added to what was verified, nor to
-- what waits for its second person.
CREATE TRIGGER order_scope_as_entered BEFORE INSERT ON order_scope
WHEN EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
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
    OR NEW.submission_hash <> OLD.submission_hash OR NEW.code_hash <> OLD.code_hash OR NEW.rowid <> OLD.rowid
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
    WHERE n.id = NEW.id OR n.code_hash = NEW.code_hash OR n.rowid = NEW.rowid
        OR (n.request_id = NEW.request_id AND n.person_id = NEW.person_id AND n.kind = NEW.kind)
)
BEGIN
    SELECT RAISE(ABORT, 'a notice is never replaced');
END;

CREATE TRIGGER notice_code_is_its_own BEFORE UPDATE OF code_hash ON notice
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.code_hash = NEW.code_hash AND n.id <> OLD.id)
BEGIN
    SELECT RAISE(ABORT, 'a notice is never replaced');
END;

CREATE TRIGGER notice_letter_no_replace BEFORE INSERT ON notice_letter
WHEN EXISTS (SELECT 1 FROM notice_letter l WHERE l.id = NEW.id OR l.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a letter is kept as it was sent');
END;

CREATE TRIGGER notice_code_no_replace BEFORE INSERT ON notice_code
WHEN EXISTS (SELECT 1 FROM notice_code c WHERE c.code_hash = NEW.code_hash OR c.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a code that was sent stays known');
END;

CREATE TRIGGER objection_no_replace BEFORE INSERT ON objection
WHEN EXISTS (
    SELECT 1 FROM objection o
    WHERE o.id = NEW.id OR o.submission_hash = NEW.submission_hash OR o.code_hash = NEW.code_hash
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

-- The release gate: a row stands only for what nobody and nothing holds back. The law crate says why in words; here the
-- database refuses, whoever writes.
--
-- The day: a release bears the newest day that the audit log knows. One dated back would pass under an older day's
-- orders and closures; one dated ahead would pass days that people still have. The rule needs no clock of the
-- database, whose time zone and settings are not the agency's, and which need not run with the program's: where the
-- program's clock is set (a drill, a test of the days), its audit log is set with it. Whoever would lie about the
-- day must first lie in the audit log, which keeps it for ever and lets nothing more out until that day has come.
CREATE TRIGGER release_gate_01 BEFORE INSERT ON release
WHEN NEW.on_date IS NOT (SELECT MAX(e.on_date) FROM audit_entry e)
BEGIN
    SELECT RAISE(ABORT, 'release refused: it does not bear the audit log''s day');
END;

CREATE TRIGGER release_gate_02 BEFORE INSERT ON release
WHEN NOT EXISTS (
    SELECT 1 FROM release_copy c
    WHERE c.id = NEW.copy_id AND c.recording_id = NEW.recording_id AND c.approved_by IS NOT NULL
      AND c.approved_by <> c.made_by AND c.approved_sha256 = c.sha256
      AND NOT EXISTS (
          SELECT 1 FROM release_copy later WHERE later.recording_id = c.recording_id
            AND (later.made_at > c.made_at OR (later.made_at = c.made_at AND later.id > c.id))
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the copy is not approved by a second person');
END;

CREATE TRIGGER release_gate_03 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM redaction x JOIN release_copy c ON c.id = x.copy_id
    JOIN original o ON o.recording_id = c.recording_id AND o.sha256 = c.sha256
    WHERE x.copy_id = NEW.copy_id
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the copy that something is withheld in is the original');
END;

CREATE TRIGGER release_gate_04 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM redaction x
    WHERE x.copy_id = NEW.copy_id
      AND x.to_ms > (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a redaction lies beyond the end of the recording');
END;

CREATE TRIGGER release_gate_05 BEFORE INSERT ON release
WHEN NOT EXISTS (
    SELECT 1 FROM request_recording l JOIN recording r ON r.id = l.recording_id
    WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id AND r.people_logged_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the recording does not answer this request, or its people log is open');
END;

CREATE TRIGGER release_gate_06 BEFORE INSERT ON release
WHEN NOT EXISTS (
    SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.status_kind = 'inactive_open'
) AND EXISTS (
    SELECT 1 FROM (
        SELECT 0 AS at
        UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        UNION SELECT s.to_ms FROM order_reach s WHERE s.recording_id = NEW.recording_id
    ) p
    WHERE p.at < (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id AND x.kind = 'cut' AND x.from_ms <= p.at AND p.at < x.to_ms
      )
      AND NOT EXISTS (
          SELECT 1 FROM order_reach s
          WHERE s.recording_id = NEW.recording_id AND s.kind = 'disclose' AND s.verified_by <> s.entered_by
            AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
            AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
            AND s.from_ms <= p.at AND p.at < s.to_ms
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the recording is closed, and no order in force opens what the copy shows');
END;

CREATE TRIGGER release_gate_07 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind IN ('close', 'enjoin')
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order forbids what the copy shows');
END;

CREATE TRIGGER release_gate_08 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind = 'redact' AND (s.hide = 'blur' OR s.hide IS NULL)
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind IN ('cut', 'blur')
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order hides what the copy does not (blur)');
END;

CREATE TRIGGER release_gate_09 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind = 'redact' AND (s.hide = 'mute' OR s.hide IS NULL)
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind IN ('cut', 'mute')
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order hides what the copy does not (mute)');
END;

CREATE TRIGGER release_gate_10 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind = 'redact' AND s.hide = 'cut'
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order hides what the copy does not (cut)');
END;

CREATE TRIGGER release_gate_11 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM restraint_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a court forbade what the copy shows');
END;

CREATE TRIGGER release_gate_12 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n WHERE n.recording_id = NEW.recording_id AND n.pending_actions > 0
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an action of a person shown is pending');
END;

CREATE TRIGGER release_gate_13 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
    WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id
      AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
      AND (n.opens_on > NEW.on_date OR n.open_objections > 0
          OR (n.kept_whole > 0 AND n.state <> 'redacted_out' AND n.state <> 'consented'))
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown still has days, or waits for an answer');
END;

-- What is said of a notice beside its content is what its content says.
CREATE TRIGGER release_gate_14 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.recording_id = NEW.recording_id
      AND (json_extract(n.content, '$.state.state') IS NOT n.state
          OR COALESCE(json_extract(n.content, '$.state.window.opens_on'), '') > COALESCE(n.opens_on, '')
          OR (n.kind <> 'statute_8' AND n.state NOT IN ('consented', 'exempt') AND n.open_objections < (
              SELECT COUNT(*) FROM json_each(n.content, '$.objections') j
              WHERE json_extract(j.value, '$.late') = 0 AND json_extract(j.value, '$.answer') IS NULL
          )))
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a notice is not what its content says');
END;

CREATE TRIGGER release_gate_15 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id AND n.wait_until > NEW.on_date
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown was promised to wait');
END;

CREATE TRIGGER release_gate_16 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM promise_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.request_id = NEW.request_id AND s.recording_id = NEW.recording_id AND s.kind = 'blur'
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND (x.kind = 'cut' OR (x.kind = 'blur' AND x.of_person = s.pseudonym))
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a promise to a person shown is not kept (blur)');
END;

CREATE TRIGGER release_gate_17 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM promise_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.request_id = NEW.request_id AND s.recording_id = NEW.recording_id AND s.kind = 'mute'
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind IN ('cut', 'mute')
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a promise to a person shown is not kept (mute)');
END;

CREATE TRIGGER release_gate_18 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM promise_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.request_id = NEW.request_id AND s.recording_id = NEW.recording_id AND s.kind = 'cut'
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a promise to a person shown is not kept (cut)');
END;

CREATE TRIGGER release_gate_19 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM person p
    WHERE p.recording_id = NEW.recording_id AND p.police_affiliated_at IS NULL
      AND NOT EXISTS (
          SELECT 1 FROM notice n
          WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'agency_policy'
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown has no notice');
END;

-- Nowhere is not the same as hidden.
CREATE TRIGGER release_gate_20 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM person p
    WHERE p.recording_id = NEW.recording_id
      AND (p.police_affiliated_at IS NULL OR EXISTS (
          SELECT 1 FROM notice n
          WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'next_of_kin'
      ))
      AND NOT EXISTS (SELECT 1 FROM person_span s WHERE s.person_id = p.id)
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the people log does not say where a person is shown');
END;

-- Next of kin of each of the dead, and of one at least.
CREATE TRIGGER release_gate_21 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.crime_scene_at IS NOT NULL
) AND (
    NOT EXISTS (
        SELECT 1 FROM person p WHERE p.recording_id = NEW.recording_id AND p.deceased_at IS NOT NULL
    ) OR EXISTS (
        SELECT 1 FROM person p
        WHERE p.recording_id = NEW.recording_id AND p.deceased_at IS NOT NULL
          AND NOT EXISTS (
              SELECT 1 FROM notice n
              WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'next_of_kin'
          )
    )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a crime scene with a deceased person needs the notice to next of kin');
END;

CREATE TRIGGER release_gate_22 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
    WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id AND n.kind <> 'statute_8'
      AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
      AND NOT (
          n.state IN ('clear', 'consented')
          OR (n.state IN ('enjoined_part', 'enjoined_all') AND n.last_day IS NOT NULL)
          OR (n.state = 'unlocated' AND EXISTS (
              SELECT 1 FROM order_excused k JOIN disclosure_order o ON o.id = k.order_id
              WHERE k.recording_id = n.recording_id AND k.pseudonym = p.pseudonym AND o.kind = 'disclose'
                AND o.verified_by <> o.entered_by
                AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)
                AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date)
          ))
          OR (
              n.state IN ('redacted_out', 'unlocated')
              AND NOT EXISTS (
                  SELECT 1 FROM person_reach s
                  JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
                      ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
                  WHERE s.person_id = p.id AND s.sense = 'seen'
                    AND NOT EXISTS (
                        SELECT 1 FROM redaction x
                        WHERE x.copy_id = NEW.copy_id
                          AND (x.kind = 'cut' OR (x.kind = 'blur' AND x.of_person = p.pseudonym))
                          AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                          AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                    )
              )
              AND NOT EXISTS (
                  SELECT 1 FROM person_reach s
                  JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
                      ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
                  WHERE s.person_id = p.id AND s.sense = 'heard'
                    AND NOT EXISTS (
                        SELECT 1 FROM redaction x
                        WHERE x.copy_id = NEW.copy_id
                          AND x.kind IN ('cut', 'mute')
                          AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                          AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                    )
              )
          )
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown is neither clear, consenting, nor redacted out');
END;

CREATE TRIGGER release_no_delete BEFORE DELETE ON release
BEGIN
    SELECT RAISE(ABORT, 'a release is never deleted');
END;

-- INSERT OR REPLACE would delete without asking the trigger above.
CREATE TRIGGER release_no_replace BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM release r
    WHERE r.id = NEW.id OR r.rowid = NEW.rowid
        OR (r.request_id = NEW.request_id AND r.copy_id = NEW.copy_id AND r.stopped_at IS NULL)
)
BEGIN
    SELECT RAISE(ABORT, 'a release is never changed');
END;

-- Only its place in the public library is added, and once that its links have stopped.
CREATE TRIGGER release_stands BEFORE UPDATE ON release
WHEN NEW.rowid <> OLD.rowid OR NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id
    OR NEW.recording_id <> OLD.recording_id OR NEW.copy_id <> OLD.copy_id OR NEW.on_date <> OLD.on_date
    OR NEW.released_at <> OLD.released_at OR NEW.released_by <> OLD.released_by OR NEW.basis <> OLD.basis
    OR NEW.seconds_withheld <> OLD.seconds_withheld OR NEW.checklist <> OLD.checklist
    OR (OLD.published_at IS NOT NULL AND NEW.published_at IS NOT OLD.published_at)
    OR (OLD.stopped_at IS NOT NULL
        AND (NEW.stopped_at IS NOT OLD.stopped_at OR NEW.stopped_for IS NOT OLD.stopped_for))
BEGIN
    SELECT RAISE(ABORT, 'a release is never changed');
END;

-- What was approved stays what it was.
CREATE TRIGGER release_copy_stands BEFORE UPDATE ON release_copy
WHEN NEW.id <> OLD.id OR NEW.recording_id <> OLD.recording_id OR NEW.sha256 <> OLD.sha256 OR NEW.made_by <> OLD.made_by
    OR NEW.made_at <> OLD.made_at OR NEW.length_ms <> OLD.length_ms
    OR (OLD.approved_by IS NOT NULL
        AND (NEW.approved_by IS NOT OLD.approved_by OR NEW.approved_sha256 IS NOT OLD.approved_sha256
            OR NEW.approved_on IS NOT OLD.approved_on OR NEW.captions_sha256 IS NOT OLD.captions_sha256
            OR NEW.transcript_sha256 IS NOT OLD.transcript_sha256))
BEGIN
    SELECT RAISE(ABORT, 'a copy is never changed');
END;

CREATE TRIGGER release_copy_no_delete BEFORE DELETE ON release_copy
BEGIN
    SELECT RAISE(ABORT, 'a copy is never deleted');
END;

CREATE TRIGGER release_copy_no_replace BEFORE INSERT ON release_copy
WHEN EXISTS (SELECT 1 FROM release_copy c WHERE c.id = NEW.id OR c.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a copy is never changed');
END;

CREATE TRIGGER release_copy_no_move BEFORE UPDATE ON release_copy
WHEN NEW.rowid <> OLD.rowid
BEGIN
    SELECT RAISE(ABORT, 'a copy is never changed');
END;

CREATE TRIGGER redaction_not_after_approval BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM release_copy c WHERE c.id = NEW.copy_id AND c.approved_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM redaction x WHERE (x.copy_id = NEW.copy_id AND x.no = NEW.no) OR x.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'an approved copy keeps its redactions');
END;

CREATE TRIGGER redaction_no_update BEFORE UPDATE ON redaction
BEGIN
    SELECT RAISE(ABORT, 'a redaction is never changed');
END;

CREATE TRIGGER redaction_no_delete BEFORE DELETE ON redaction
WHEN EXISTS (SELECT 1 FROM release_copy c WHERE c.id = OLD.copy_id AND c.approved_by IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'an approved copy keeps its redactions');
END;

-- Whom an order excuses belongs to the order as it was entered.
CREATE TRIGGER order_excused_as_entered BEFORE INSERT ON order_excused
WHEN EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
    OR EXISTS (
        SELECT 1 FROM order_excused k
        WHERE k.rowid = NEW.rowid
            OR (k.order_id = NEW.order_id AND k.recording_id = NEW.recording_id AND k.pseudonym = NEW.pseudonym)
    )
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

CREATE TRIGGER order_excused_no_update BEFORE UPDATE ON order_excused
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

CREATE TRIGGER order_excused_no_delete BEFORE DELETE ON order_excused
BEGIN
    SELECT RAISE(ABORT, 'an order is never changed');
END;

-- What a court forbids and what was promised is replaced only by a later version of its notice.
CREATE TRIGGER notice_restraint_no_update BEFORE UPDATE ON notice_restraint
BEGIN
    SELECT RAISE(ABORT, 'what a court forbids is never changed');
END;

CREATE TRIGGER notice_restraint_follows_its_notice BEFORE DELETE ON notice_restraint
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version)
BEGIN
    SELECT RAISE(ABORT, 'what a court forbids is never changed');
END;

CREATE TRIGGER notice_restraint_no_replace BEFORE INSERT ON notice_restraint
WHEN EXISTS (
    SELECT 1 FROM notice_restraint x
    WHERE (x.notice_id = NEW.notice_id AND x.no = NEW.no) OR x.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'what a court forbids is never changed');
END;

CREATE TRIGGER notice_promise_no_update BEFORE UPDATE ON notice_promise
BEGIN
    SELECT RAISE(ABORT, 'a promise is never changed');
END;

CREATE TRIGGER notice_promise_follows_its_notice BEFORE DELETE ON notice_promise
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version)
BEGIN
    SELECT RAISE(ABORT, 'a promise is never changed');
END;

CREATE TRIGGER notice_promise_no_replace BEFORE INSERT ON notice_promise
WHEN EXISTS (
    SELECT 1 FROM notice_promise x
    WHERE (x.notice_id = NEW.notice_id AND x.no = NEW.no) OR x.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'a promise is never changed');
END;

-- Files, and what they belong to, only grow.
CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file
BEGIN
    SELECT RAISE(ABORT, 'a file that is kept stays');
END;

CREATE TRIGGER stored_file_no_delete BEFORE DELETE ON stored_file
BEGIN
    SELECT RAISE(ABORT, 'a file that is kept stays');
END;

CREATE TRIGGER stored_file_no_replace BEFORE INSERT ON stored_file
WHEN EXISTS (SELECT 1 FROM stored_file f WHERE f.sha256 = NEW.sha256 OR f.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a file that is kept stays');
END;

CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
BEGIN
    SELECT RAISE(ABORT, 'a paper stays with what it was sent with');
END;

CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN
    SELECT RAISE(ABORT, 'a paper stays with what it was sent with');
END;

CREATE TRIGGER attachment_no_replace BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment a WHERE a.id = NEW.id OR a.rowid = NEW.rowid)
BEGIN
    SELECT RAISE(ABORT, 'a paper stays with what it was sent with');
END;

CREATE TRIGGER original_no_update BEFORE UPDATE ON original
BEGIN
    SELECT RAISE(ABORT, 'an original stays');
END;

CREATE TRIGGER original_no_delete BEFORE DELETE ON original
BEGIN
    SELECT RAISE(ABORT, 'an original stays');
END;

CREATE TRIGGER original_no_replace BEFORE INSERT ON original
WHEN EXISTS (
    SELECT 1 FROM original o
    WHERE (o.recording_id = NEW.recording_id AND o.sha256 = NEW.sha256) OR o.rowid = NEW.rowid
)
BEGIN
    SELECT RAISE(ABORT, 'an original stays');
END;

-- What a requester acknowledged stays acknowledged.
CREATE TRIGGER release_plan_stands BEFORE UPDATE ON release_plan
WHEN NEW.rowid <> OLD.rowid OR NEW.request_id <> OLD.request_id
    OR (OLD.warning_acknowledged_at IS NOT NULL
        AND NEW.warning_acknowledged_at IS NOT OLD.warning_acknowledged_at)
BEGIN
    SELECT RAISE(ABORT, 'what was acknowledged stays');
END;

CREATE TRIGGER release_plan_no_delete BEFORE DELETE ON release_plan
BEGIN
    SELECT RAISE(ABORT, 'what was acknowledged stays');
END;
