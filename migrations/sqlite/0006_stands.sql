-- Made from the lists in server/records/src/store/schema/immutable.rs; the test there writes it anew.

CREATE TRIGGER docket_no_update BEFORE UPDATE ON docket
BEGIN SELECT RAISE(ABORT, 'the docket is never changed or deleted'); END;

CREATE TRIGGER docket_no_delete BEFORE DELETE ON docket
BEGIN SELECT RAISE(ABORT, 'the docket is never changed or deleted'); END;

CREATE TRIGGER docket_no_replace BEFORE INSERT ON docket
WHEN EXISTS (SELECT 1 FROM docket o WHERE o.request_id = NEW.request_id AND o.seq = NEW.seq
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the docket is never changed or deleted'); END;

CREATE TRIGGER program_text_no_update BEFORE UPDATE ON program_text
BEGIN SELECT RAISE(ABORT, 'a published text is never changed or deleted'); END;

CREATE TRIGGER program_text_no_delete BEFORE DELETE ON program_text
BEGIN SELECT RAISE(ABORT, 'a published text is never changed or deleted'); END;

CREATE TRIGGER program_text_no_replace BEFORE INSERT ON program_text
WHEN EXISTS (SELECT 1 FROM program_text o WHERE o.text_key = NEW.text_key AND o.version = NEW.version
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed or deleted'); END;

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed or deleted'); END;

CREATE TRIGGER audit_entry_no_replace BEFORE INSERT ON audit_entry
WHEN EXISTS (SELECT 1 FROM audit_entry o WHERE o.subject = NEW.subject AND o.subject_id = NEW.subject_id AND o.seq = NEW.seq
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the audit log is never changed or deleted'); END;

CREATE TRIGGER recording_no_update BEFORE UPDATE ON recording
WHEN (NEW.rowid, NEW.id, NEW.source_id, NEW.started_at, NEW.ended_at, NEW.recorded_from, NEW.recorded_to, NEW.camera, NEW.division, NEW.entered_on)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.source_id, OLD.started_at, OLD.ended_at, OLD.recorded_from, OLD.recorded_to, OLD.camera, OLD.division, OLD.entered_on)
BEGIN SELECT RAISE(ABORT, 'what a recording is never changes, and none leaves the register'); END;

CREATE TRIGGER recording_no_delete BEFORE DELETE ON recording
BEGIN SELECT RAISE(ABORT, 'what a recording is never changes, and none leaves the register'); END;

CREATE TRIGGER recording_no_replace BEFORE INSERT ON recording
WHEN EXISTS (SELECT 1 FROM recording o WHERE o.id = NEW.id
    OR o.source_id = NEW.source_id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what a recording is never changes, and none leaves the register'); END;

CREATE TRIGGER request_recording_no_update BEFORE UPDATE ON request_recording
BEGIN SELECT RAISE(ABORT, 'a link is never changed or taken back'); END;

CREATE TRIGGER request_recording_no_delete BEFORE DELETE ON request_recording
BEGIN SELECT RAISE(ABORT, 'a link is never changed or taken back'); END;

CREATE TRIGGER request_recording_no_replace BEFORE INSERT ON request_recording
WHEN EXISTS (SELECT 1 FROM request_recording o WHERE o.request_id = NEW.request_id AND o.recording_id = NEW.recording_id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a link is never changed or taken back'); END;

CREATE TRIGGER deletion_no_update BEFORE UPDATE ON deletion
BEGIN SELECT RAISE(ABORT, 'a deletion is never changed or taken back'); END;

CREATE TRIGGER deletion_no_delete BEFORE DELETE ON deletion
BEGIN SELECT RAISE(ABORT, 'a deletion is never changed or taken back'); END;

CREATE TRIGGER deletion_no_replace BEFORE INSERT ON deletion
WHEN EXISTS (SELECT 1 FROM deletion o WHERE o.recording_id = NEW.recording_id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a deletion is never changed or taken back'); END;

CREATE TRIGGER disclosure_order_no_update BEFORE UPDATE ON disclosure_order
WHEN (NEW.rowid, NEW.id, NEW.request_id, NEW.court, NEW.case_number, NEW.kind, NEW.dated, NEW.effective, NEW.last_day, NEW.content, NEW.document_sha256, NEW.entered_by, NEW.entered_at, NEW.submission_hash)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.request_id, OLD.court, OLD.case_number, OLD.kind, OLD.dated, OLD.effective, OLD.last_day, OLD.content, OLD.document_sha256, OLD.entered_by, OLD.entered_at, OLD.submission_hash)
    OR OLD.verified_by IS NOT NULL AND (NEW.verified_by)
    IS DISTINCT FROM (OLD.verified_by)
    OR OLD.verified_at IS NOT NULL AND (NEW.verified_at)
    IS DISTINCT FROM (OLD.verified_at)
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER disclosure_order_no_delete BEFORE DELETE ON disclosure_order
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER disclosure_order_no_replace BEFORE INSERT ON disclosure_order
WHEN EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.id
    OR o.submission_hash = NEW.submission_hash
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_scope_no_update BEFORE UPDATE ON order_scope
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_scope_no_delete BEFORE DELETE ON order_scope
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_scope_no_replace BEFORE INSERT ON order_scope
WHEN EXISTS (SELECT 1 FROM order_scope o WHERE o.order_id = NEW.order_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_excused_no_update BEFORE UPDATE ON order_excused
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_excused_no_delete BEFORE DELETE ON order_excused
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_excused_no_replace BEFORE INSERT ON order_excused
WHEN EXISTS (SELECT 1 FROM order_excused o WHERE o.order_id = NEW.order_id AND o.recording_id = NEW.recording_id AND o.pseudonym = NEW.pseudonym
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER hold_no_update BEFORE UPDATE ON hold
WHEN (NEW.rowid, NEW.request_id, NEW.no, NEW.placed_on, NEW.recorded_from, NEW.recorded_to, NEW.division, NEW.media)
    IS DISTINCT FROM (OLD.rowid, OLD.request_id, OLD.no, OLD.placed_on, OLD.recorded_from, OLD.recorded_to, OLD.division, OLD.media)
BEGIN SELECT RAISE(ABORT, 'what a hold reaches never changes, and none is deleted'); END;

CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold
BEGIN SELECT RAISE(ABORT, 'what a hold reaches never changes, and none is deleted'); END;

CREATE TRIGGER hold_no_replace BEFORE INSERT ON hold
WHEN EXISTS (SELECT 1 FROM hold o WHERE o.request_id = NEW.request_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what a hold reaches never changes, and none is deleted'); END;

CREATE TRIGGER person_no_update BEFORE UPDATE ON person
WHEN (NEW.rowid, NEW.id, NEW.recording_id, NEW.pseudonym, NEW.entered_at, NEW.entered_by)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.recording_id, OLD.pseudonym, OLD.entered_at, OLD.entered_by)
BEGIN SELECT RAISE(ABORT, 'who somebody in the people log is never changes, and nobody leaves it'); END;

CREATE TRIGGER person_no_delete BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'who somebody in the people log is never changes, and nobody leaves it'); END;

CREATE TRIGGER person_no_replace BEFORE INSERT ON person
WHEN EXISTS (SELECT 1 FROM person o WHERE o.id = NEW.id
    OR o.recording_id = NEW.recording_id AND o.pseudonym = NEW.pseudonym
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'who somebody in the people log is never changes, and nobody leaves it'); END;

CREATE TRIGGER person_span_no_update BEFORE UPDATE ON person_span
BEGIN SELECT RAISE(ABORT, 'where somebody is shown is entered anew, not changed'); END;

CREATE TRIGGER person_span_no_replace BEFORE INSERT ON person_span
WHEN EXISTS (SELECT 1 FROM person_span o WHERE o.person_id = NEW.person_id AND o.sense = NEW.sense AND o.from_ms = NEW.from_ms
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'where somebody is shown is entered anew, not changed'); END;

CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice
WHEN (NEW.rowid, NEW.id, NEW.person_id, NEW.recording_id, NEW.request_id, NEW.kind)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.person_id, OLD.recording_id, OLD.request_id, OLD.kind)
BEGIN SELECT RAISE(ABORT, 'whose a notice is never changes, and none is deleted'); END;

CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice
BEGIN SELECT RAISE(ABORT, 'whose a notice is never changes, and none is deleted'); END;

CREATE TRIGGER notice_no_replace BEFORE INSERT ON notice
WHEN EXISTS (SELECT 1 FROM notice o WHERE o.id = NEW.id
    OR o.code_hash = NEW.code_hash
    OR o.request_id = NEW.request_id AND o.person_id = NEW.person_id AND o.kind = NEW.kind
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'whose a notice is never changes, and none is deleted'); END;

CREATE TRIGGER notice_letter_no_update BEFORE UPDATE ON notice_letter
BEGIN SELECT RAISE(ABORT, 'a letter is kept as it was sent'); END;

CREATE TRIGGER notice_letter_no_delete BEFORE DELETE ON notice_letter
BEGIN SELECT RAISE(ABORT, 'a letter is kept as it was sent'); END;

CREATE TRIGGER notice_letter_no_replace BEFORE INSERT ON notice_letter
WHEN EXISTS (SELECT 1 FROM notice_letter o WHERE o.id = NEW.id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a letter is kept as it was sent'); END;

CREATE TRIGGER notice_code_no_update BEFORE UPDATE ON notice_code
BEGIN SELECT RAISE(ABORT, 'a code that was sent stays known'); END;

CREATE TRIGGER notice_code_no_delete BEFORE DELETE ON notice_code
BEGIN SELECT RAISE(ABORT, 'a code that was sent stays known'); END;

CREATE TRIGGER notice_code_no_replace BEFORE INSERT ON notice_code
WHEN EXISTS (SELECT 1 FROM notice_code o WHERE o.code_hash = NEW.code_hash
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a code that was sent stays known'); END;

CREATE TRIGGER notice_restraint_no_update BEFORE UPDATE ON notice_restraint
BEGIN SELECT RAISE(ABORT, 'what a court forbids is never changed'); END;

CREATE TRIGGER notice_restraint_no_replace BEFORE INSERT ON notice_restraint
WHEN EXISTS (SELECT 1 FROM notice_restraint o WHERE o.notice_id = NEW.notice_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what a court forbids is never changed'); END;

CREATE TRIGGER notice_promise_no_update BEFORE UPDATE ON notice_promise
BEGIN SELECT RAISE(ABORT, 'a promise is never changed'); END;

CREATE TRIGGER notice_promise_no_replace BEFORE INSERT ON notice_promise
WHEN EXISTS (SELECT 1 FROM notice_promise o WHERE o.notice_id = NEW.notice_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a promise is never changed'); END;

CREATE TRIGGER objection_no_update BEFORE UPDATE ON objection
WHEN (NEW.rowid, NEW.id, NEW.notice_id, NEW.received_on, NEW.content, NEW.submission_hash, NEW.code_hash)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.notice_id, OLD.received_on, OLD.content, OLD.submission_hash, OLD.code_hash)
    OR OLD.answered_at IS NOT NULL AND (NEW.answered_at)
    IS DISTINCT FROM (OLD.answered_at)
BEGIN SELECT RAISE(ABORT, 'an objection is never changed or deleted'); END;

CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection
BEGIN SELECT RAISE(ABORT, 'an objection is never changed or deleted'); END;

CREATE TRIGGER objection_no_replace BEFORE INSERT ON objection
WHEN EXISTS (SELECT 1 FROM objection o WHERE o.id = NEW.id
    OR o.submission_hash = NEW.submission_hash
    OR o.code_hash = NEW.code_hash
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an objection is never changed or deleted'); END;

CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a file that is kept stays'); END;

CREATE TRIGGER stored_file_no_delete BEFORE DELETE ON stored_file
BEGIN SELECT RAISE(ABORT, 'a file that is kept stays'); END;

CREATE TRIGGER stored_file_no_replace BEFORE INSERT ON stored_file
WHEN EXISTS (SELECT 1 FROM stored_file o WHERE o.sha256 = NEW.sha256
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a file that is kept stays'); END;

CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'a paper stays with what it was sent with'); END;

CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'a paper stays with what it was sent with'); END;

CREATE TRIGGER attachment_no_replace BEFORE INSERT ON attachment
WHEN EXISTS (SELECT 1 FROM attachment o WHERE o.id = NEW.id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a paper stays with what it was sent with'); END;

CREATE TRIGGER original_no_update BEFORE UPDATE ON original
BEGIN SELECT RAISE(ABORT, 'an original stays'); END;

CREATE TRIGGER original_no_delete BEFORE DELETE ON original
BEGIN SELECT RAISE(ABORT, 'an original stays'); END;

CREATE TRIGGER original_no_replace BEFORE INSERT ON original
WHEN EXISTS (SELECT 1 FROM original o WHERE o.recording_id = NEW.recording_id AND o.sha256 = NEW.sha256
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'an original stays'); END;

CREATE TRIGGER release_copy_no_update BEFORE UPDATE ON release_copy
WHEN (NEW.rowid, NEW.id, NEW.recording_id, NEW.sha256, NEW.made_by, NEW.made_at, NEW.length_ms)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.recording_id, OLD.sha256, OLD.made_by, OLD.made_at, OLD.length_ms)
    OR OLD.approved_by IS NOT NULL AND (NEW.approved_by, NEW.approved_sha256, NEW.approved_on, NEW.captions_sha256, NEW.transcript_sha256)
    IS DISTINCT FROM (OLD.approved_by, OLD.approved_sha256, OLD.approved_on, OLD.captions_sha256, OLD.transcript_sha256)
BEGIN SELECT RAISE(ABORT, 'a copy is never changed or deleted'); END;

CREATE TRIGGER release_copy_no_delete BEFORE DELETE ON release_copy
BEGIN SELECT RAISE(ABORT, 'a copy is never changed or deleted'); END;

CREATE TRIGGER release_copy_no_replace BEFORE INSERT ON release_copy
WHEN EXISTS (SELECT 1 FROM release_copy o WHERE o.id = NEW.id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a copy is never changed or deleted'); END;

CREATE TRIGGER redaction_no_update BEFORE UPDATE ON redaction
BEGIN SELECT RAISE(ABORT, 'a redaction is never changed'); END;

CREATE TRIGGER redaction_no_replace BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM redaction o WHERE o.copy_id = NEW.copy_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a redaction is never changed'); END;

CREATE TRIGGER release_no_update BEFORE UPDATE ON release
WHEN (NEW.rowid, NEW.id, NEW.request_id, NEW.recording_id, NEW.copy_id, NEW.on_date, NEW.released_at, NEW.released_by, NEW.basis, NEW.seconds_withheld, NEW.checklist)
    IS DISTINCT FROM (OLD.rowid, OLD.id, OLD.request_id, OLD.recording_id, OLD.copy_id, OLD.on_date, OLD.released_at, OLD.released_by, OLD.basis, OLD.seconds_withheld, OLD.checklist)
    OR OLD.published_at IS NOT NULL AND (NEW.published_at)
    IS DISTINCT FROM (OLD.published_at)
    OR OLD.stopped_at IS NOT NULL AND (NEW.stopped_at, NEW.stopped_for)
    IS DISTINCT FROM (OLD.stopped_at, OLD.stopped_for)
BEGIN SELECT RAISE(ABORT, 'a release is never changed or deleted'); END;

CREATE TRIGGER release_no_delete BEFORE DELETE ON release
BEGIN SELECT RAISE(ABORT, 'a release is never changed or deleted'); END;

CREATE TRIGGER release_no_replace BEFORE INSERT ON release
WHEN EXISTS (SELECT 1 FROM release o WHERE o.id = NEW.id
    OR o.request_id = NEW.request_id AND o.copy_id = NEW.copy_id AND o.stopped_at IS NULL
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a release is never changed or deleted'); END;

CREATE TRIGGER release_plan_no_update BEFORE UPDATE ON release_plan
WHEN (NEW.rowid, NEW.request_id)
    IS DISTINCT FROM (OLD.rowid, OLD.request_id)
    OR OLD.warning_acknowledged_at IS NOT NULL AND (NEW.warning_acknowledged_at)
    IS DISTINCT FROM (OLD.warning_acknowledged_at)
BEGIN SELECT RAISE(ABORT, 'what was acknowledged stays'); END;

CREATE TRIGGER release_plan_no_delete BEFORE DELETE ON release_plan
BEGIN SELECT RAISE(ABORT, 'what was acknowledged stays'); END;

CREATE TRIGGER order_scope_as_entered BEFORE INSERT ON order_scope
WHEN EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER order_excused_as_entered BEFORE INSERT ON order_excused
WHEN EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
BEGIN SELECT RAISE(ABORT, 'an order is never changed or deleted'); END;

CREATE TRIGGER person_is_heard_first BEFORE UPDATE ON person
WHEN OLD.police_affiliated_at IS NULL AND NEW.police_affiliated_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM notice n WHERE n.person_id = OLD.id AND (n.open_objections > 0 OR n.pending_actions > 0)
    )
BEGIN SELECT RAISE(ABORT, 'an objection or an action of this person is open'); END;

CREATE TRIGGER person_span_added_before_notice BEFORE INSERT ON person_span
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.person_id = NEW.person_id AND n.state <> 'identified')
BEGIN SELECT RAISE(ABORT, 'a notice rests on where this person is shown'); END;

CREATE TRIGGER person_span_deleted_before_notice BEFORE DELETE ON person_span
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.person_id = OLD.person_id AND n.state <> 'identified')
BEGIN SELECT RAISE(ABORT, 'a notice rests on where this person is shown'); END;

CREATE TRIGGER notice_window_never_shrinks BEFORE UPDATE ON notice
WHEN OLD.state IN ('window_open', 'objected', 'action_pending', 'enjoined_part', 'clear')
    AND NEW.opens_on < OLD.opens_on
BEGIN SELECT RAISE(ABORT, 'the days of a person never shrink'); END;

CREATE TRIGGER notice_code_is_its_own BEFORE UPDATE ON notice
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.code_hash = NEW.code_hash AND n.id <> OLD.id)
BEGIN SELECT RAISE(ABORT, 'a notice is never replaced'); END;

CREATE TRIGGER notice_restraint_follows_its_notice BEFORE DELETE ON notice_restraint
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version)
BEGIN SELECT RAISE(ABORT, 'what a court forbids is never changed'); END;

CREATE TRIGGER notice_promise_follows_its_notice BEFORE DELETE ON notice_promise
WHEN EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version)
BEGIN SELECT RAISE(ABORT, 'a promise is never changed'); END;

CREATE TRIGGER redaction_not_after_approval BEFORE INSERT ON redaction
WHEN EXISTS (SELECT 1 FROM release_copy c WHERE c.id = NEW.copy_id AND c.approved_by IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an approved copy keeps its redactions'); END;

CREATE TRIGGER redaction_kept_after_approval BEFORE DELETE ON redaction
WHEN EXISTS (SELECT 1 FROM release_copy c WHERE c.id = OLD.copy_id AND c.approved_by IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'an approved copy keeps its redactions'); END;
