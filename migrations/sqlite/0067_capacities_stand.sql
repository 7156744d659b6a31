-- Capacities, their proofs and their ends stand.

CREATE TRIGGER capacity_no_update BEFORE UPDATE ON capacity
BEGIN SELECT RAISE(ABORT, 'a capacity is corrected by a newer one, and never changed or deleted'); END;

CREATE TRIGGER capacity_no_delete BEFORE DELETE ON capacity
BEGIN SELECT RAISE(ABORT, 'a capacity is corrected by a newer one, and never changed or deleted'); END;

CREATE TRIGGER capacity_no_replace BEFORE INSERT ON capacity
WHEN EXISTS (SELECT 1 FROM capacity o WHERE o.id = NEW.id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a capacity is corrected by a newer one, and never changed or deleted'); END;

CREATE TRIGGER capacity_proof_no_update BEFORE UPDATE ON capacity_proof
BEGIN SELECT RAISE(ABORT, 'the proof of a capacity is never changed or deleted'); END;

CREATE TRIGGER capacity_proof_no_delete BEFORE DELETE ON capacity_proof
BEGIN SELECT RAISE(ABORT, 'the proof of a capacity is never changed or deleted'); END;

CREATE TRIGGER capacity_proof_no_replace BEFORE INSERT ON capacity_proof
WHEN EXISTS (SELECT 1 FROM capacity_proof o WHERE o.capacity_id = NEW.capacity_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the proof of a capacity is never changed or deleted'); END;

CREATE TRIGGER capacity_end_no_update BEFORE UPDATE ON capacity_end
BEGIN SELECT RAISE(ABORT, 'the end of a capacity is never changed or deleted'); END;

CREATE TRIGGER capacity_end_no_delete BEFORE DELETE ON capacity_end
BEGIN SELECT RAISE(ABORT, 'the end of a capacity is never changed or deleted'); END;

CREATE TRIGGER capacity_end_no_replace BEFORE INSERT ON capacity_end
WHEN EXISTS (SELECT 1 FROM capacity_end o WHERE o.capacity_id = NEW.capacity_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'the end of a capacity is never changed or deleted'); END;
