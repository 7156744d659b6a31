-- The register only grows.
CREATE FUNCTION stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME;
END;
$$;

CREATE TRIGGER register_entry_no_change BEFORE UPDATE OR DELETE ON register_entry
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER register_entry_no_truncate BEFORE TRUNCATE ON register_entry
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- What was recorded when does not change, and no recording leaves the register.
CREATE TRIGGER recording_no_delete BEFORE DELETE ON recording
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER recording_no_truncate BEFORE TRUNCATE ON recording
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER recording_stays_where_it_was BEFORE UPDATE ON recording
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.source_id <> OLD.source_id OR NEW.started_at <> OLD.started_at
        OR NEW.ended_at <> OLD.ended_at OR NEW.recorded_from <> OLD.recorded_from
        OR NEW.recorded_to <> OLD.recorded_to OR NEW.camera <> OLD.camera
        OR NEW.division IS DISTINCT FROM OLD.division OR NEW.entered_on <> OLD.entered_on)
    EXECUTE FUNCTION stands();

-- A deletion is refused while anything holds the recording: a request's or a suit's hold on it or on its time, division
-- and camera (610.027), an order to preserve it (610.100.5), an active case, or a closed record (610.120.1), whatever a
-- court opened since. What a notice holds is with the notices.
CREATE FUNCTION deletion_allowed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM recording_hold h
        WHERE h.recording_id = NEW.recording_id
          AND h.placed_on <= NEW.on_date AND (h.last_day IS NULL OR h.last_day >= NEW.on_date)
    ) THEN
        RAISE EXCEPTION 'a hold stands on this recording';
    END IF;
    IF EXISTS (
        SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id
        WHERE s.recording_id = NEW.recording_id AND o.kind = 'preserve'
          AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)
    ) THEN
        RAISE EXCEPTION 'a court ordered that this recording is preserved';
    END IF;
    IF EXISTS (
        SELECT 1 FROM recording r
        WHERE r.id = NEW.recording_id
          AND (r.status_kind IN ('active_closed', 'reclosed') OR r.underlying_kind IN ('active_closed', 'reclosed'))
    ) THEN
        RAISE EXCEPTION 'an active case or a closed record keeps this recording';
    END IF;
    -- A day ahead would pass a hold that ends before it: what was deleted is known no later than today, and the
    -- register knows what day it is.
    IF NEW.on_date > (SELECT MAX(e.on_date) FROM register_entry e) THEN
        RAISE EXCEPTION 'a deletion is not dated ahead';
    END IF;
    -- It was still there when it was entered, and when it was linked to a request.
    IF EXISTS (SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.entered_on > NEW.on_date)
        OR EXISTS (
            SELECT 1 FROM request_recording l WHERE l.recording_id = NEW.recording_id AND l.linked_on > NEW.on_date
        )
    THEN
        RAISE EXCEPTION 'the recording was still there on a later day';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER deletion_refused_while_held BEFORE INSERT ON deletion
    FOR EACH ROW EXECUTE FUNCTION deletion_allowed();
CREATE TRIGGER deletion_no_change BEFORE UPDATE OR DELETE ON deletion
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER deletion_no_truncate BEFORE TRUNCATE ON deletion
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- An order stays what it was entered as, to the word; only its verification, once, and its stay are added.
CREATE TRIGGER disclosure_order_stands BEFORE UPDATE ON disclosure_order
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.request_id IS DISTINCT FROM OLD.request_id OR NEW.court <> OLD.court
        OR NEW.case_number <> OLD.case_number OR NEW.kind <> OLD.kind OR NEW.dated <> OLD.dated
        OR NEW.effective <> OLD.effective OR NEW.last_day IS DISTINCT FROM OLD.last_day
        OR NEW.content <> OLD.content OR NEW.document_sha256 IS DISTINCT FROM OLD.document_sha256
        OR NEW.entered_by <> OLD.entered_by OR NEW.entered_at <> OLD.entered_at
        OR NEW.submission_mark <> OLD.submission_mark
        OR (OLD.verified_by IS NOT NULL AND NEW.verified_by IS DISTINCT FROM OLD.verified_by)
        OR (OLD.verified_at IS NOT NULL AND NEW.verified_at IS DISTINCT FROM OLD.verified_at))
    EXECUTE FUNCTION stands();
CREATE TRIGGER disclosure_order_no_delete BEFORE DELETE ON disclosure_order
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER disclosure_order_no_truncate BEFORE TRUNCATE ON disclosure_order
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- What it reaches is entered with it, before the register tells of it: nothing is added to what was verified, nor to
-- what waits for its second person.
CREATE FUNCTION order_as_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
        OR EXISTS (SELECT 1 FROM register_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
    THEN
        RAISE EXCEPTION 'an order is never changed';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER order_scope_as_entered BEFORE INSERT ON order_scope
    FOR EACH ROW EXECUTE FUNCTION order_as_entered();
CREATE TRIGGER order_scope_no_change BEFORE UPDATE OR DELETE ON order_scope
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER order_scope_no_truncate BEFORE TRUNCATE ON order_scope
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- A hold may get or lose its last day; it never goes, nor does the link that lets it reach a recording.
CREATE TRIGGER hold_no_delete BEFORE DELETE ON hold
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER hold_no_truncate BEFORE TRUNCATE ON hold
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER hold_reaches_as_far BEFORE UPDATE ON hold
    FOR EACH ROW
    WHEN (NEW.request_id <> OLD.request_id OR NEW.no <> OLD.no OR NEW.placed_on <> OLD.placed_on
        OR NEW.recorded_from <> OLD.recorded_from OR NEW.recorded_to <> OLD.recorded_to
        OR NEW.division IS DISTINCT FROM OLD.division OR NEW.media <> OLD.media)
    EXECUTE FUNCTION stands();
CREATE TRIGGER request_recording_no_change BEFORE UPDATE OR DELETE ON request_recording
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER request_recording_no_truncate BEFORE TRUNCATE ON request_recording
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
