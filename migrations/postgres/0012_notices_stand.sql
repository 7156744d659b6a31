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
        OR NEW.content <> OLD.content OR NEW.submission_mark <> OLD.submission_mark OR NEW.code_mark <> OLD.code_mark
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
