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
        OR NEW.content <> OLD.content
        OR (OLD.answered_at IS NOT NULL AND NEW.answered_at IS DISTINCT FROM OLD.answered_at))
    EXECUTE FUNCTION stands();
CREATE TRIGGER notice_stays_whose_it_is BEFORE UPDATE ON notice
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.person_id <> OLD.person_id OR NEW.recording_id <> OLD.recording_id
        OR NEW.request_id <> OLD.request_id OR NEW.kind <> OLD.kind)
    EXECUTE FUNCTION stands();
