-- Capacities, their proofs and their ends stand.

CREATE TRIGGER capacity_no_update BEFORE UPDATE ON capacity FOR EACH ROW
    EXECUTE FUNCTION stands('a capacity is corrected by a newer one, and never changed or deleted');
CREATE TRIGGER capacity_no_delete BEFORE DELETE ON capacity FOR EACH ROW
    EXECUTE FUNCTION stands('a capacity is corrected by a newer one, and never changed or deleted');
CREATE TRIGGER capacity_no_truncate BEFORE TRUNCATE ON capacity FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a capacity is corrected by a newer one, and never changed or deleted');

CREATE TRIGGER capacity_proof_no_update BEFORE UPDATE ON capacity_proof FOR EACH ROW
    EXECUTE FUNCTION stands('the proof of a capacity is never changed or deleted');
CREATE TRIGGER capacity_proof_no_delete BEFORE DELETE ON capacity_proof FOR EACH ROW
    EXECUTE FUNCTION stands('the proof of a capacity is never changed or deleted');
CREATE TRIGGER capacity_proof_no_truncate BEFORE TRUNCATE ON capacity_proof FOR EACH STATEMENT
    EXECUTE FUNCTION stands('the proof of a capacity is never changed or deleted');

CREATE TRIGGER capacity_end_no_update BEFORE UPDATE ON capacity_end FOR EACH ROW
    EXECUTE FUNCTION stands('the end of a capacity is never changed or deleted');
CREATE TRIGGER capacity_end_no_delete BEFORE DELETE ON capacity_end FOR EACH ROW
    EXECUTE FUNCTION stands('the end of a capacity is never changed or deleted');
CREATE TRIGGER capacity_end_no_truncate BEFORE TRUNCATE ON capacity_end FOR EACH STATEMENT
    EXECUTE FUNCTION stands('the end of a capacity is never changed or deleted');
