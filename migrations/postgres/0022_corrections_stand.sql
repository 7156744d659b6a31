-- Corrections stand like what they correct.

CREATE TRIGGER link_change_no_update BEFORE UPDATE ON link_change FOR EACH ROW
    EXECUTE FUNCTION stands('a correction is never changed or taken back');
CREATE TRIGGER link_change_no_delete BEFORE DELETE ON link_change FOR EACH ROW
    EXECUTE FUNCTION stands('a correction is never changed or taken back');
CREATE TRIGGER link_change_no_truncate BEFORE TRUNCATE ON link_change FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a correction is never changed or taken back');

CREATE TRIGGER person_taken_out_no_update BEFORE UPDATE ON person_taken_out FOR EACH ROW
    EXECUTE FUNCTION stands('a correction is never changed or taken back');
CREATE TRIGGER person_taken_out_no_delete BEFORE DELETE ON person_taken_out FOR EACH ROW
    EXECUTE FUNCTION stands('a correction is never changed or taken back');
CREATE TRIGGER person_taken_out_no_truncate BEFORE TRUNCATE ON person_taken_out FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a correction is never changed or taken back');

CREATE TRIGGER deletion_breach_no_update BEFORE UPDATE ON deletion_breach FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion is never changed or taken back');
CREATE TRIGGER deletion_breach_no_delete BEFORE DELETE ON deletion_breach FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion is never changed or taken back');
CREATE TRIGGER deletion_breach_no_truncate BEFORE TRUNCATE ON deletion_breach FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a deletion is never changed or taken back');

CREATE FUNCTION release_of_linked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM request_recording l WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id)
        AND NOT EXISTS (
            SELECT 1 FROM linked_recording l WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id
        ) THEN
        RAISE EXCEPTION 'release refused: the link of this recording was taken back';
    END IF;
    RETURN NEW;
END;
$$;

CREATE FUNCTION person_taken_out_heard_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM notice n WHERE n.person_id = NEW.person_id AND (n.open_objections > 0 OR n.pending_actions > 0)
    ) THEN
        RAISE EXCEPTION 'an objection or an action of this person is open';
    END IF;
    RETURN NEW;
END;
$$;

-- What does not answer a request any more does not leave on it.
CREATE TRIGGER release_of_linked BEFORE INSERT ON release FOR EACH ROW
    EXECUTE FUNCTION release_of_linked();

-- Nobody leaves a people log while they wait for an answer or for a court.
CREATE TRIGGER person_taken_out_heard_first BEFORE INSERT ON person_taken_out FOR EACH ROW
    EXECUTE FUNCTION person_taken_out_heard_first();
