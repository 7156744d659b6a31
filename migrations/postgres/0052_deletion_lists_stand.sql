-- Deletion lists stand, and nobody approves what they made.

CREATE TRIGGER deletion_list_no_update BEFORE UPDATE ON deletion_list FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion list is never changed or deleted');
CREATE TRIGGER deletion_list_no_delete BEFORE DELETE ON deletion_list FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion list is never changed or deleted');
CREATE TRIGGER deletion_list_no_truncate BEFORE TRUNCATE ON deletion_list FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a deletion list is never changed or deleted');

CREATE TRIGGER deletion_list_row_no_update BEFORE UPDATE ON deletion_list_row FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion list is never changed or deleted');
CREATE TRIGGER deletion_list_row_no_delete BEFORE DELETE ON deletion_list_row FOR EACH ROW
    EXECUTE FUNCTION stands('a deletion list is never changed or deleted');
CREATE TRIGGER deletion_list_row_no_truncate BEFORE TRUNCATE ON deletion_list_row FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a deletion list is never changed or deleted');

CREATE TRIGGER deletion_list_step_no_update BEFORE UPDATE ON deletion_list_step FOR EACH ROW
    EXECUTE FUNCTION stands('what was done with a deletion list is never changed or deleted');
CREATE TRIGGER deletion_list_step_no_delete BEFORE DELETE ON deletion_list_step FOR EACH ROW
    EXECUTE FUNCTION stands('what was done with a deletion list is never changed or deleted');
CREATE TRIGGER deletion_list_step_no_truncate BEFORE TRUNCATE ON deletion_list_step FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what was done with a deletion list is never changed or deleted');

CREATE TRIGGER deletion_report_no_update BEFORE UPDATE ON deletion_report FOR EACH ROW
    EXECUTE FUNCTION stands('what the evidence system deleted is never changed or deleted');
CREATE TRIGGER deletion_report_no_delete BEFORE DELETE ON deletion_report FOR EACH ROW
    EXECUTE FUNCTION stands('what the evidence system deleted is never changed or deleted');
CREATE TRIGGER deletion_report_no_truncate BEFORE TRUNCATE ON deletion_report FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what the evidence system deleted is never changed or deleted');

CREATE FUNCTION deletion_list_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.act IN ('approve', 'send_back') AND EXISTS (SELECT 1 FROM deletion_list l WHERE l.id = NEW.list_id AND l.made_by = NEW.done_by) THEN
        RAISE EXCEPTION 'a deletion list is approved by another person than made it';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER deletion_list_by_two BEFORE INSERT ON deletion_list_step FOR EACH ROW
    EXECUTE FUNCTION deletion_list_by_two();

CREATE FUNCTION deletion_list_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM recording_hold h WHERE h.recording_id = NEW.recording_id
    AND (h.last_day IS NULL OR h.last_day >= (SELECT l.on_date FROM deletion_list l WHERE l.id = NEW.list_id))) THEN
        RAISE EXCEPTION 'what is held is on no deletion list';
    END IF;
    IF EXISTS (SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND (r.category IS NULL OR TRIM(r.category) = '')) THEN
        RAISE EXCEPTION 'what nobody classified is on no deletion list';
    END IF;
    IF EXISTS (SELECT 1 FROM deletion_list_step s WHERE s.list_id = NEW.list_id) THEN
        RAISE EXCEPTION 'nothing is added to a deletion list that was acted on';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER deletion_list_free BEFORE INSERT ON deletion_list_row FOR EACH ROW
    EXECUTE FUNCTION deletion_list_free();
