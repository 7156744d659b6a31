-- Made from the lists in server/records/src/store/schema/immutable.rs; the test there writes it anew.

CREATE FUNCTION stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END;
$$;

CREATE TRIGGER docket_no_update BEFORE UPDATE ON docket FOR EACH ROW
    EXECUTE FUNCTION stands('the docket is never changed or deleted');
CREATE TRIGGER docket_no_delete BEFORE DELETE ON docket FOR EACH ROW
    EXECUTE FUNCTION stands('the docket is never changed or deleted');
CREATE TRIGGER docket_no_truncate BEFORE TRUNCATE ON docket FOR EACH STATEMENT
    EXECUTE FUNCTION stands('the docket is never changed or deleted');

CREATE TRIGGER program_text_no_update BEFORE UPDATE ON program_text FOR EACH ROW
    EXECUTE FUNCTION stands('a published text is never changed or deleted');
CREATE TRIGGER program_text_no_delete BEFORE DELETE ON program_text FOR EACH ROW
    EXECUTE FUNCTION stands('a published text is never changed or deleted');
CREATE TRIGGER program_text_no_truncate BEFORE TRUNCATE ON program_text FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a published text is never changed or deleted');

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
    EXECUTE FUNCTION stands('the audit log is never changed or deleted');
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
    EXECUTE FUNCTION stands('the audit log is never changed or deleted');
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT
    EXECUTE FUNCTION stands('the audit log is never changed or deleted');

CREATE TRIGGER recording_no_update BEFORE UPDATE ON recording FOR EACH ROW
    WHEN ((NEW.id, NEW.source_id, NEW.started_at, NEW.ended_at, NEW.recorded_from, NEW.recorded_to, NEW.camera, NEW.division, NEW.entered_on)
    IS DISTINCT FROM (OLD.id, OLD.source_id, OLD.started_at, OLD.ended_at, OLD.recorded_from, OLD.recorded_to, OLD.camera, OLD.division, OLD.entered_on))
    EXECUTE FUNCTION stands('what a recording is never changes, and none leaves the register');
CREATE TRIGGER recording_no_delete BEFORE DELETE ON recording FOR EACH ROW
    EXECUTE FUNCTION stands('what a recording is never changes, and none leaves the register');
CREATE TRIGGER recording_no_truncate BEFORE TRUNCATE ON recording FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what a recording is never changes, and none leaves the register');

CREATE TRIGGER request_recording_no_update BEFORE UPDATE ON request_recording FOR EACH ROW
    EXECUTE FUNCTION stands('a link is never changed or taken back');
CREATE TRIGGER request_recording_no_delete BEFORE DELETE ON request_recording FOR EACH ROW
    EXECUTE FUNCTION stands('a link is never changed or taken back');
CREATE TRIGGER request_recording_no_truncate BEFORE TRUNCATE ON request_recording FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a link is never changed or taken back');

CREATE TRIGGER deletion_no_update BEFORE UPDATE ON deletion FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion is never changed or taken back');
CREATE TRIGGER deletion_no_delete BEFORE DELETE ON deletion FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion is never changed or taken back');
CREATE TRIGGER deletion_no_truncate BEFORE TRUNCATE ON deletion FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a deletion is never changed or taken back');

CREATE TRIGGER disclosure_order_no_update BEFORE UPDATE ON disclosure_order FOR EACH ROW
    WHEN ((NEW.id, NEW.request_id, NEW.court, NEW.case_number, NEW.kind, NEW.dated, NEW.effective, NEW.last_day, NEW.content, NEW.document_sha256, NEW.entered_by, NEW.entered_at, NEW.submission_hash)
    IS DISTINCT FROM (OLD.id, OLD.request_id, OLD.court, OLD.case_number, OLD.kind, OLD.dated, OLD.effective, OLD.last_day, OLD.content, OLD.document_sha256, OLD.entered_by, OLD.entered_at, OLD.submission_hash)
    OR OLD.verified_by IS NOT NULL AND (NEW.verified_by)
    IS DISTINCT FROM (OLD.verified_by)
    OR OLD.verified_at IS NOT NULL AND (NEW.verified_at)
    IS DISTINCT FROM (OLD.verified_at))
    EXECUTE FUNCTION stands('an order is never changed or deleted');
CREATE TRIGGER disclosure_order_no_delete BEFORE DELETE ON disclosure_order FOR EACH ROW
    EXECUTE FUNCTION stands('an order is never changed or deleted');
CREATE TRIGGER disclosure_order_no_truncate BEFORE TRUNCATE ON disclosure_order FOR EACH STATEMENT
    EXECUTE FUNCTION stands('an order is never changed or deleted');

CREATE TRIGGER order_scope_no_update BEFORE UPDATE ON order_scope FOR EACH ROW
    EXECUTE FUNCTION stands('an order is never changed or deleted');
CREATE TRIGGER order_scope_no_delete BEFORE DELETE ON order_scope FOR EACH ROW
    EXECUTE FUNCTION stands('an order is never changed or deleted');
CREATE TRIGGER order_scope_no_truncate BEFORE TRUNCATE ON order_scope FOR EACH STATEMENT
    EXECUTE FUNCTION stands('an order is never changed or deleted');

CREATE TRIGGER order_excused_no_update BEFORE UPDATE ON order_excused FOR EACH ROW
    EXECUTE FUNCTION stands('an order is never changed or deleted');
CREATE TRIGGER order_excused_no_delete BEFORE DELETE ON order_excused FOR EACH ROW
    EXECUTE FUNCTION stands('an order is never changed or deleted');
CREATE TRIGGER order_excused_no_truncate BEFORE TRUNCATE ON order_excused FOR EACH STATEMENT
    EXECUTE FUNCTION stands('an order is never changed or deleted');

CREATE TRIGGER hold_no_update BEFORE UPDATE ON hold FOR EACH ROW
    WHEN ((NEW.request_id, NEW.no, NEW.placed_on, NEW.recorded_from, NEW.recorded_to, NEW.division, NEW.media)
    IS DISTINCT FROM (OLD.request_id, OLD.no, OLD.placed_on, OLD.recorded_from, OLD.recorded_to, OLD.division, OLD.media))
    EXECUTE FUNCTION stands('what a hold reaches never changes, and none is deleted');
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold FOR EACH ROW
    EXECUTE FUNCTION stands('what a hold reaches never changes, and none is deleted');
CREATE TRIGGER hold_no_truncate BEFORE TRUNCATE ON hold FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what a hold reaches never changes, and none is deleted');

CREATE TRIGGER person_no_update BEFORE UPDATE ON person FOR EACH ROW
    WHEN ((NEW.id, NEW.recording_id, NEW.pseudonym, NEW.entered_at, NEW.entered_by)
    IS DISTINCT FROM (OLD.id, OLD.recording_id, OLD.pseudonym, OLD.entered_at, OLD.entered_by))
    EXECUTE FUNCTION stands('who somebody in the people log is never changes, and nobody leaves it');
CREATE TRIGGER person_no_delete BEFORE DELETE ON person FOR EACH ROW
    EXECUTE FUNCTION stands('who somebody in the people log is never changes, and nobody leaves it');
CREATE TRIGGER person_no_truncate BEFORE TRUNCATE ON person FOR EACH STATEMENT
    EXECUTE FUNCTION stands('who somebody in the people log is never changes, and nobody leaves it');

CREATE TRIGGER person_span_no_update BEFORE UPDATE ON person_span FOR EACH ROW
    EXECUTE FUNCTION stands('where somebody is shown is entered anew, not changed');
CREATE TRIGGER person_span_no_truncate BEFORE TRUNCATE ON person_span FOR EACH STATEMENT
    EXECUTE FUNCTION stands('where somebody is shown is entered anew, not changed');

CREATE TRIGGER notice_no_update BEFORE UPDATE ON notice FOR EACH ROW
    WHEN ((NEW.id, NEW.person_id, NEW.recording_id, NEW.request_id, NEW.kind)
    IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.recording_id, OLD.request_id, OLD.kind))
    EXECUTE FUNCTION stands('whose a notice is never changes, and none is deleted');
CREATE TRIGGER notice_no_delete BEFORE DELETE ON notice FOR EACH ROW
    EXECUTE FUNCTION stands('whose a notice is never changes, and none is deleted');
CREATE TRIGGER notice_no_truncate BEFORE TRUNCATE ON notice FOR EACH STATEMENT
    EXECUTE FUNCTION stands('whose a notice is never changes, and none is deleted');

CREATE TRIGGER notice_letter_no_update BEFORE UPDATE ON notice_letter FOR EACH ROW
    EXECUTE FUNCTION stands('a letter is kept as it was sent');
CREATE TRIGGER notice_letter_no_delete BEFORE DELETE ON notice_letter FOR EACH ROW
    EXECUTE FUNCTION stands('a letter is kept as it was sent');
CREATE TRIGGER notice_letter_no_truncate BEFORE TRUNCATE ON notice_letter FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a letter is kept as it was sent');

CREATE TRIGGER notice_code_no_update BEFORE UPDATE ON notice_code FOR EACH ROW
    EXECUTE FUNCTION stands('a code that was sent stays known');
CREATE TRIGGER notice_code_no_delete BEFORE DELETE ON notice_code FOR EACH ROW
    EXECUTE FUNCTION stands('a code that was sent stays known');
CREATE TRIGGER notice_code_no_truncate BEFORE TRUNCATE ON notice_code FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a code that was sent stays known');

CREATE TRIGGER notice_restraint_no_update BEFORE UPDATE ON notice_restraint FOR EACH ROW
    EXECUTE FUNCTION stands('what a court forbids is never changed');
CREATE TRIGGER notice_restraint_no_truncate BEFORE TRUNCATE ON notice_restraint FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what a court forbids is never changed');

CREATE TRIGGER notice_promise_no_update BEFORE UPDATE ON notice_promise FOR EACH ROW
    EXECUTE FUNCTION stands('a promise is never changed');
CREATE TRIGGER notice_promise_no_truncate BEFORE TRUNCATE ON notice_promise FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a promise is never changed');

CREATE TRIGGER objection_no_update BEFORE UPDATE ON objection FOR EACH ROW
    WHEN ((NEW.id, NEW.notice_id, NEW.received_on, NEW.content, NEW.submission_hash, NEW.code_hash)
    IS DISTINCT FROM (OLD.id, OLD.notice_id, OLD.received_on, OLD.content, OLD.submission_hash, OLD.code_hash)
    OR OLD.answered_at IS NOT NULL AND (NEW.answered_at)
    IS DISTINCT FROM (OLD.answered_at))
    EXECUTE FUNCTION stands('an objection is never changed or deleted');
CREATE TRIGGER objection_no_delete BEFORE DELETE ON objection FOR EACH ROW
    EXECUTE FUNCTION stands('an objection is never changed or deleted');
CREATE TRIGGER objection_no_truncate BEFORE TRUNCATE ON objection FOR EACH STATEMENT
    EXECUTE FUNCTION stands('an objection is never changed or deleted');

CREATE TRIGGER stored_file_no_update BEFORE UPDATE ON stored_file FOR EACH ROW
    EXECUTE FUNCTION stands('a file that is kept stays');
CREATE TRIGGER stored_file_no_delete BEFORE DELETE ON stored_file FOR EACH ROW
    EXECUTE FUNCTION stands('a file that is kept stays');
CREATE TRIGGER stored_file_no_truncate BEFORE TRUNCATE ON stored_file FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a file that is kept stays');

CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment FOR EACH ROW
    EXECUTE FUNCTION stands('a paper stays with what it was sent with');
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment FOR EACH ROW
    EXECUTE FUNCTION stands('a paper stays with what it was sent with');
CREATE TRIGGER attachment_no_truncate BEFORE TRUNCATE ON attachment FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a paper stays with what it was sent with');

CREATE TRIGGER original_no_update BEFORE UPDATE ON original FOR EACH ROW
    EXECUTE FUNCTION stands('an original stays');
CREATE TRIGGER original_no_delete BEFORE DELETE ON original FOR EACH ROW
    EXECUTE FUNCTION stands('an original stays');
CREATE TRIGGER original_no_truncate BEFORE TRUNCATE ON original FOR EACH STATEMENT
    EXECUTE FUNCTION stands('an original stays');

CREATE TRIGGER release_copy_no_update BEFORE UPDATE ON release_copy FOR EACH ROW
    WHEN ((NEW.id, NEW.recording_id, NEW.sha256, NEW.made_by, NEW.made_at, NEW.length_ms)
    IS DISTINCT FROM (OLD.id, OLD.recording_id, OLD.sha256, OLD.made_by, OLD.made_at, OLD.length_ms)
    OR OLD.approved_by IS NOT NULL AND (NEW.approved_by, NEW.approved_sha256, NEW.approved_on, NEW.captions_sha256, NEW.transcript_sha256)
    IS DISTINCT FROM (OLD.approved_by, OLD.approved_sha256, OLD.approved_on, OLD.captions_sha256, OLD.transcript_sha256))
    EXECUTE FUNCTION stands('a copy is never changed or deleted');
CREATE TRIGGER release_copy_no_delete BEFORE DELETE ON release_copy FOR EACH ROW
    EXECUTE FUNCTION stands('a copy is never changed or deleted');
CREATE TRIGGER release_copy_no_truncate BEFORE TRUNCATE ON release_copy FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a copy is never changed or deleted');

CREATE TRIGGER redaction_no_update BEFORE UPDATE ON redaction FOR EACH ROW
    EXECUTE FUNCTION stands('a redaction is never changed');
CREATE TRIGGER redaction_no_truncate BEFORE TRUNCATE ON redaction FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a redaction is never changed');

CREATE TRIGGER release_no_update BEFORE UPDATE ON release FOR EACH ROW
    WHEN ((NEW.id, NEW.request_id, NEW.recording_id, NEW.copy_id, NEW.on_date, NEW.released_at, NEW.released_by, NEW.basis, NEW.seconds_withheld, NEW.checklist)
    IS DISTINCT FROM (OLD.id, OLD.request_id, OLD.recording_id, OLD.copy_id, OLD.on_date, OLD.released_at, OLD.released_by, OLD.basis, OLD.seconds_withheld, OLD.checklist)
    OR OLD.published_at IS NOT NULL AND (NEW.published_at)
    IS DISTINCT FROM (OLD.published_at)
    OR OLD.stopped_at IS NOT NULL AND (NEW.stopped_at, NEW.stopped_for)
    IS DISTINCT FROM (OLD.stopped_at, OLD.stopped_for))
    EXECUTE FUNCTION stands('a release is never changed or deleted');
CREATE TRIGGER release_no_delete BEFORE DELETE ON release FOR EACH ROW
    EXECUTE FUNCTION stands('a release is never changed or deleted');
CREATE TRIGGER release_no_truncate BEFORE TRUNCATE ON release FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a release is never changed or deleted');

CREATE TRIGGER release_plan_no_update BEFORE UPDATE ON release_plan FOR EACH ROW
    WHEN ((NEW.request_id)
    IS DISTINCT FROM (OLD.request_id)
    OR OLD.warning_acknowledged_at IS NOT NULL AND (NEW.warning_acknowledged_at)
    IS DISTINCT FROM (OLD.warning_acknowledged_at))
    EXECUTE FUNCTION stands('what was acknowledged stays');
CREATE TRIGGER release_plan_no_delete BEFORE DELETE ON release_plan FOR EACH ROW
    EXECUTE FUNCTION stands('what was acknowledged stays');
CREATE TRIGGER release_plan_no_truncate BEFORE TRUNCATE ON release_plan FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what was acknowledged stays');

CREATE FUNCTION order_scope_as_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id) THEN
        RAISE EXCEPTION 'an order is never changed or deleted';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER order_scope_as_entered BEFORE INSERT ON order_scope FOR EACH ROW EXECUTE FUNCTION order_scope_as_entered();

CREATE FUNCTION order_excused_as_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
    OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id) THEN
        RAISE EXCEPTION 'an order is never changed or deleted';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER order_excused_as_entered BEFORE INSERT ON order_excused FOR EACH ROW EXECUTE FUNCTION order_excused_as_entered();

CREATE FUNCTION person_is_heard_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.police_affiliated_at IS NULL AND NEW.police_affiliated_at IS NOT NULL AND EXISTS (
        SELECT 1 FROM notice n WHERE n.person_id = OLD.id AND (n.open_objections > 0 OR n.pending_actions > 0)
    ) THEN
        RAISE EXCEPTION 'an objection or an action of this person is open';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER person_is_heard_first BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION person_is_heard_first();

CREATE FUNCTION person_span_added_before_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM notice n WHERE n.person_id = NEW.person_id AND n.state <> 'identified') THEN
        RAISE EXCEPTION 'a notice rests on where this person is shown';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER person_span_added_before_notice BEFORE INSERT ON person_span FOR EACH ROW EXECUTE FUNCTION person_span_added_before_notice();

CREATE FUNCTION person_span_deleted_before_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM notice n WHERE n.person_id = OLD.person_id AND n.state <> 'identified') THEN
        RAISE EXCEPTION 'a notice rests on where this person is shown';
    END IF;
    RETURN OLD;
END;
$$;
CREATE TRIGGER person_span_deleted_before_notice BEFORE DELETE ON person_span FOR EACH ROW EXECUTE FUNCTION person_span_deleted_before_notice();

CREATE FUNCTION notice_window_never_shrinks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.state IN ('window_open', 'objected', 'action_pending', 'enjoined_part', 'clear')
    AND NEW.opens_on < OLD.opens_on THEN
        RAISE EXCEPTION 'the days of a person never shrink';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER notice_window_never_shrinks BEFORE UPDATE ON notice FOR EACH ROW EXECUTE FUNCTION notice_window_never_shrinks();

CREATE FUNCTION notice_code_is_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM notice n WHERE n.code_hash = NEW.code_hash AND n.id <> OLD.id) THEN
        RAISE EXCEPTION 'a notice is never replaced';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER notice_code_is_its_own BEFORE UPDATE ON notice FOR EACH ROW EXECUTE FUNCTION notice_code_is_its_own();

CREATE FUNCTION notice_restraint_follows_its_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version) THEN
        RAISE EXCEPTION 'what a court forbids is never changed';
    END IF;
    RETURN OLD;
END;
$$;
CREATE TRIGGER notice_restraint_follows_its_notice BEFORE DELETE ON notice_restraint FOR EACH ROW EXECUTE FUNCTION notice_restraint_follows_its_notice();

CREATE FUNCTION notice_promise_follows_its_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version) THEN
        RAISE EXCEPTION 'a promise is never changed';
    END IF;
    RETURN OLD;
END;
$$;
CREATE TRIGGER notice_promise_follows_its_notice BEFORE DELETE ON notice_promise FOR EACH ROW EXECUTE FUNCTION notice_promise_follows_its_notice();

CREATE FUNCTION redaction_not_after_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM release_copy c WHERE c.id = NEW.copy_id AND c.approved_by IS NOT NULL) THEN
        RAISE EXCEPTION 'an approved copy keeps its redactions';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER redaction_not_after_approval BEFORE INSERT ON redaction FOR EACH ROW EXECUTE FUNCTION redaction_not_after_approval();

CREATE FUNCTION redaction_kept_after_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM release_copy c WHERE c.id = OLD.copy_id AND c.approved_by IS NOT NULL) THEN
        RAISE EXCEPTION 'an approved copy keeps its redactions';
    END IF;
    RETURN OLD;
END;
$$;
CREATE TRIGGER redaction_kept_after_approval BEFORE DELETE ON redaction FOR EACH ROW EXECUTE FUNCTION redaction_kept_after_approval();
