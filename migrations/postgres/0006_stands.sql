-- The docket only grows.
CREATE FUNCTION docket_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the docket is never changed or deleted';
END;
$$;

CREATE TRIGGER docket_no_change BEFORE UPDATE OR DELETE ON docket
    FOR EACH ROW EXECUTE FUNCTION docket_stands();

CREATE TRIGGER docket_no_truncate BEFORE TRUNCATE ON docket
    FOR EACH STATEMENT EXECUTE FUNCTION docket_stands();

-- What was published of the program stays as it was.
CREATE FUNCTION program_text_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a published text is never changed or deleted';
END;
$$;

CREATE TRIGGER program_text_no_change BEFORE UPDATE OR DELETE ON program_text
    FOR EACH ROW EXECUTE FUNCTION program_text_stands();

CREATE TRIGGER program_text_no_truncate BEFORE TRUNCATE ON program_text
    FOR EACH STATEMENT EXECUTE FUNCTION program_text_stands();

-- The audit log only grows.
CREATE FUNCTION stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME;
END;
$$;

CREATE TRIGGER audit_entry_no_change BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
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
    IF NEW.on_date > (SELECT MAX(e.on_date) FROM audit_entry e) THEN
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
        OR NEW.submission_hash <> OLD.submission_hash
        OR (OLD.verified_by IS NOT NULL AND NEW.verified_by IS DISTINCT FROM OLD.verified_by)
        OR (OLD.verified_at IS NOT NULL AND NEW.verified_at IS DISTINCT FROM OLD.verified_at))
    EXECUTE FUNCTION stands();
CREATE TRIGGER disclosure_order_no_delete BEFORE DELETE ON disclosure_order
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER disclosure_order_no_truncate BEFORE TRUNCATE ON disclosure_order
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- What it reaches is entered with it, before the audit log tells of it: nothing is added to what was verified, nor to
-- what waits for its second person.
CREATE FUNCTION order_as_entered() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM disclosure_order o WHERE o.id = NEW.order_id AND o.verified_by IS NOT NULL)
        OR EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject = 'order' AND e.subject_id = NEW.order_id)
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

-- Letters, codes and objections only grow; what the log says of a person or a notice is changed, never deleted.
CREATE TRIGGER notice_letter_no_change BEFORE UPDATE OR DELETE ON notice_letter
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER notice_letter_no_truncate BEFORE TRUNCATE ON notice_letter
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER notice_code_no_change BEFORE UPDATE OR DELETE ON notice_code
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER notice_code_no_truncate BEFORE TRUNCATE ON notice_code
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER notice_no_change BEFORE DELETE ON notice
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER notice_no_truncate BEFORE TRUNCATE ON notice
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER person_no_change BEFORE DELETE ON person
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER person_no_truncate BEFORE TRUNCATE ON person
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER objection_no_change BEFORE DELETE ON objection
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER objection_no_truncate BEFORE TRUNCATE ON objection
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER objection_stands BEFORE UPDATE ON objection
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.notice_id <> OLD.notice_id OR NEW.received_on <> OLD.received_on
        OR NEW.content <> OLD.content OR NEW.submission_hash <> OLD.submission_hash OR NEW.code_hash <> OLD.code_hash
        OR (OLD.answered_at IS NOT NULL AND NEW.answered_at IS DISTINCT FROM OLD.answered_at))
    EXECUTE FUNCTION stands();
CREATE TRIGGER notice_stays_whose_it_is BEFORE UPDATE ON notice
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.recording_id <> OLD.recording_id
        OR NEW.request_id <> OLD.request_id OR NEW.kind <> OLD.kind)
    EXECUTE FUNCTION stands();

-- The days of a person only grow while they run; proof that fails ends them, and none are left then.
CREATE TRIGGER notice_window_never_shrinks BEFORE UPDATE ON notice
    FOR EACH ROW
    WHEN (OLD.state IN ('window_open', 'objected', 'action_pending', 'enjoined_part', 'clear')
        AND NEW.opens_on < OLD.opens_on)
    EXECUTE FUNCTION stands();

-- Who somebody is does not change.
CREATE TRIGGER person_stays BEFORE UPDATE ON person
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.recording_id <> OLD.recording_id OR NEW.pseudonym <> OLD.pseudonym
        OR NEW.entered_at <> OLD.entered_at OR NEW.entered_by <> OLD.entered_by)
    EXECUTE FUNCTION stands();

-- Nobody becomes exempt by 610.100.8 while they wait for an answer or for a court.
CREATE FUNCTION person_is_heard_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM notice n WHERE n.person_id = OLD.id AND (n.open_objections > 0 OR n.pending_actions > 0)
    ) THEN
        RAISE EXCEPTION 'an objection or an action of this person is open';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER person_is_heard_first BEFORE UPDATE ON person
    FOR EACH ROW
    WHEN (OLD.police_affiliated_at IS NULL AND NEW.police_affiliated_at IS NOT NULL)
    EXECUTE FUNCTION person_is_heard_first();

-- Where somebody is shown stays while a notice rests on it: once one is on its way, decided or answered. What is found
-- later is a line of its own in the log, with a notice of its own.
CREATE FUNCTION person_span_before_notice() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_person TEXT;
BEGIN
    IF TG_OP = 'DELETE' THEN
        of_person := OLD.person_id;
    ELSE
        of_person := NEW.person_id;
    END IF;
    IF EXISTS (SELECT 1 FROM notice n WHERE n.person_id = of_person AND n.state <> 'identified') THEN
        RAISE EXCEPTION 'a notice rests on where this person is shown';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER person_span_before_notice BEFORE INSERT OR DELETE ON person_span
    FOR EACH ROW EXECUTE FUNCTION person_span_before_notice();
CREATE TRIGGER person_span_no_update BEFORE UPDATE ON person_span
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER person_span_no_truncate BEFORE TRUNCATE ON person_span
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- H-NOTICE: a notice that runs, and an action that is pending, keep the recording.
CREATE FUNCTION deletion_refused_while_noticed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM notice n
        WHERE n.recording_id = NEW.recording_id
          AND (n.state IN ('sent', 'window_open', 'objected', 'action_pending') OR n.pending_actions > 0)
    ) THEN
        RAISE EXCEPTION 'a notice to a person shown keeps this recording';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER deletion_refused_while_noticed BEFORE INSERT ON deletion
    FOR EACH ROW EXECUTE FUNCTION deletion_refused_while_noticed();

-- The release gate: a row stands only for what nobody and nothing holds back. The law crate says why in words; here the
-- database refuses, whoever writes.
CREATE FUNCTION release_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Whoever closes the recording, or forbids what it shows, holds it still: one of the two sees the other.
    PERFORM 1 FROM recording r WHERE r.id = NEW.recording_id FOR UPDATE;
    -- The day: a release bears the newest day that the audit log knows. One dated back would pass under an older day's
    -- orders and closures; one dated ahead would pass days that people still have. The rule needs no clock of the
    -- database, whose time zone and settings are not the agency's, and which need not run with the program's: where the
    -- program's clock is set (a drill, a test of the days), its audit log is set with it. Whoever would lie about the
    -- day must first lie in the audit log, which keeps it for ever and lets nothing more out until that day has come.
    IF NEW.on_date IS DISTINCT FROM (SELECT MAX(e.on_date) FROM audit_entry e) THEN
        RAISE EXCEPTION 'release refused: it does not bear the audit log''s day';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM release_copy c
        WHERE c.id = NEW.copy_id AND c.recording_id = NEW.recording_id AND c.approved_by IS NOT NULL
          AND c.approved_by <> c.made_by AND c.approved_sha256 = c.sha256
          AND NOT EXISTS (
              SELECT 1 FROM release_copy later WHERE later.recording_id = c.recording_id
                AND (later.made_at > c.made_at OR (later.made_at = c.made_at AND later.id > c.id))
          )
    ) THEN
        RAISE EXCEPTION 'release refused: the copy is not approved by a second person';
    END IF;
    IF EXISTS (
        SELECT 1 FROM redaction x JOIN release_copy c ON c.id = x.copy_id
        JOIN original o ON o.recording_id = c.recording_id AND o.sha256 = c.sha256
        WHERE x.copy_id = NEW.copy_id
    ) THEN
        RAISE EXCEPTION 'release refused: the copy that something is withheld in is the original';
    END IF;
    IF EXISTS (
        SELECT 1 FROM redaction x
        WHERE x.copy_id = NEW.copy_id
          AND x.to_ms > (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)
    ) THEN
        RAISE EXCEPTION 'release refused: a redaction lies beyond the end of the recording';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM request_recording l JOIN recording r ON r.id = l.recording_id
        WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id AND r.people_logged_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'release refused: the recording does not answer this request, or its people log is open';
    END IF;
    IF NOT EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: the recording is closed, and no order in force opens what the copy shows';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: an order forbids what the copy shows';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: an order hides what the copy does not (blur)';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: an order hides what the copy does not (mute)';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: an order hides what the copy does not (cut)';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: a court forbade what the copy shows';
    END IF;
    IF EXISTS (
        SELECT 1 FROM notice n WHERE n.recording_id = NEW.recording_id AND n.pending_actions > 0
    ) THEN
        RAISE EXCEPTION 'release refused: an action of a person shown is pending';
    END IF;
    IF EXISTS (
        SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id
          AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
          AND (n.opens_on > NEW.on_date OR n.open_objections > 0
              OR (n.kept_whole > 0 AND n.state <> 'redacted_out' AND n.state <> 'consented'))
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown still has days, or waits for an answer';
    END IF;
    -- What is said of a notice beside its content is what its content says.
    IF EXISTS (
        SELECT 1 FROM notice n
        WHERE n.recording_id = NEW.recording_id
          AND (CAST(n.content AS JSONB) -> 'state' ->> 'state' IS DISTINCT FROM n.state
              OR COALESCE(CAST(n.content AS JSONB) -> 'state' -> 'window' ->> 'opens_on', '') > COALESCE(n.opens_on, '')
              OR (n.kind <> 'statute_8' AND n.state NOT IN ('consented', 'exempt') AND n.open_objections < (
                  SELECT COUNT(*) FROM jsonb_array_elements(CAST(n.content AS JSONB) -> 'objections') j
                  WHERE j ->> 'late' = 'false' AND j ->> 'answer' IS NULL
              )))
    ) THEN
        RAISE EXCEPTION 'release refused: a notice is not what its content says';
    END IF;
    IF EXISTS (
        SELECT 1 FROM notice n
        WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id AND n.wait_until > NEW.on_date
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown was promised to wait';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: a promise to a person shown is not kept (blur)';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: a promise to a person shown is not kept (mute)';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: a promise to a person shown is not kept (cut)';
    END IF;
    IF EXISTS (
        SELECT 1 FROM person p
        WHERE p.recording_id = NEW.recording_id AND p.police_affiliated_at IS NULL
          AND NOT EXISTS (
              SELECT 1 FROM notice n
              WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'agency_policy'
          )
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown has no notice';
    END IF;
    -- Nowhere is not the same as hidden.
    IF EXISTS (
        SELECT 1 FROM person p
        WHERE p.recording_id = NEW.recording_id
          AND (p.police_affiliated_at IS NULL OR EXISTS (
              SELECT 1 FROM notice n
              WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'next_of_kin'
          ))
          AND NOT EXISTS (SELECT 1 FROM person_span s WHERE s.person_id = p.id)
    ) THEN
        RAISE EXCEPTION 'release refused: the people log does not say where a person is shown';
    END IF;
    -- Next of kin of each of the dead, and of one at least.
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: a crime scene with a deceased person needs the notice to next of kin';
    END IF;
    IF EXISTS (
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
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown is neither clear, consenting, nor redacted out';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER release_gate BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_gate();
CREATE TRIGGER release_no_delete BEFORE DELETE ON release FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER release_no_truncate BEFORE TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- Only its place in the public library is added, and once that its links have stopped.
CREATE TRIGGER release_stands BEFORE UPDATE ON release
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id OR NEW.recording_id <> OLD.recording_id
        OR NEW.copy_id <> OLD.copy_id OR NEW.on_date <> OLD.on_date OR NEW.released_at <> OLD.released_at
        OR NEW.released_by <> OLD.released_by OR NEW.basis <> OLD.basis
        OR NEW.seconds_withheld <> OLD.seconds_withheld OR NEW.checklist <> OLD.checklist
        OR (OLD.published_at IS NOT NULL AND NEW.published_at IS DISTINCT FROM OLD.published_at)
        OR (OLD.stopped_at IS NOT NULL
            AND (NEW.stopped_at IS DISTINCT FROM OLD.stopped_at OR NEW.stopped_for IS DISTINCT FROM OLD.stopped_for)))
    EXECUTE FUNCTION stands();

-- What was approved stays what it was.
CREATE TRIGGER release_copy_stands BEFORE UPDATE ON release_copy
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.recording_id <> OLD.recording_id OR NEW.sha256 <> OLD.sha256
        OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at OR NEW.length_ms <> OLD.length_ms
        OR (OLD.approved_by IS NOT NULL
            AND (NEW.approved_by IS DISTINCT FROM OLD.approved_by
                OR NEW.approved_sha256 IS DISTINCT FROM OLD.approved_sha256
                OR NEW.approved_on IS DISTINCT FROM OLD.approved_on
                OR NEW.captions_sha256 IS DISTINCT FROM OLD.captions_sha256
                OR NEW.transcript_sha256 IS DISTINCT FROM OLD.transcript_sha256)))
    EXECUTE FUNCTION stands();
CREATE TRIGGER release_copy_no_delete BEFORE DELETE ON release_copy FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER release_copy_no_truncate BEFORE TRUNCATE ON release_copy
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

CREATE FUNCTION redaction_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_copy TEXT;
BEGIN
    IF TG_OP = 'DELETE' THEN
        of_copy := OLD.copy_id;
    ELSE
        of_copy := NEW.copy_id;
    END IF;
    IF EXISTS (SELECT 1 FROM release_copy c WHERE c.id = of_copy AND c.approved_by IS NOT NULL) THEN
        RAISE EXCEPTION 'an approved copy keeps its redactions';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER redaction_not_after_approval BEFORE INSERT OR DELETE ON redaction
    FOR EACH ROW EXECUTE FUNCTION redaction_stands();
CREATE TRIGGER redaction_no_update BEFORE UPDATE ON redaction FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER redaction_no_truncate BEFORE TRUNCATE ON redaction FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- Whom an order excuses belongs to the order as it was entered.
CREATE TRIGGER order_excused_as_entered BEFORE INSERT ON order_excused
    FOR EACH ROW EXECUTE FUNCTION order_as_entered();
CREATE TRIGGER order_excused_no_change BEFORE UPDATE OR DELETE ON order_excused
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER order_excused_no_truncate BEFORE TRUNCATE ON order_excused
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- What a court forbids and what was promised is replaced only by a later version of its notice.
CREATE FUNCTION follows_its_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM notice n WHERE n.id = OLD.notice_id AND n.version <= OLD.notice_version) THEN
        RAISE EXCEPTION 'rows of % are replaced only by a later version of the notice', TG_TABLE_NAME;
    END IF;
    RETURN OLD;
END;
$$;

CREATE TRIGGER notice_restraint_no_update BEFORE UPDATE ON notice_restraint
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER notice_restraint_follows_its_notice BEFORE DELETE ON notice_restraint
    FOR EACH ROW EXECUTE FUNCTION follows_its_notice();
CREATE TRIGGER notice_restraint_no_truncate BEFORE TRUNCATE ON notice_restraint
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER notice_promise_no_update BEFORE UPDATE ON notice_promise
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER notice_promise_follows_its_notice BEFORE DELETE ON notice_promise
    FOR EACH ROW EXECUTE FUNCTION follows_its_notice();
CREATE TRIGGER notice_promise_no_truncate BEFORE TRUNCATE ON notice_promise
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- Files, and what they belong to, only grow.
CREATE TRIGGER stored_file_no_change BEFORE UPDATE OR DELETE ON stored_file
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER stored_file_no_truncate BEFORE TRUNCATE ON stored_file
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER attachment_no_change BEFORE UPDATE OR DELETE ON attachment
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER attachment_no_truncate BEFORE TRUNCATE ON attachment
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER original_no_change BEFORE UPDATE OR DELETE ON original
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER original_no_truncate BEFORE TRUNCATE ON original
    FOR EACH STATEMENT EXECUTE FUNCTION stands();

-- What a requester acknowledged stays acknowledged.
CREATE TRIGGER release_plan_stands BEFORE UPDATE ON release_plan
    FOR EACH ROW
    WHEN (NEW.request_id <> OLD.request_id
        OR (OLD.warning_acknowledged_at IS NOT NULL
            AND NEW.warning_acknowledged_at IS DISTINCT FROM OLD.warning_acknowledged_at))
    EXECUTE FUNCTION stands();
CREATE TRIGGER release_plan_no_delete BEFORE DELETE ON release_plan
    FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER release_plan_no_truncate BEFORE TRUNCATE ON release_plan
    FOR EACH STATEMENT EXECUTE FUNCTION stands();
