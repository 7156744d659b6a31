-- The library stands like the releases in it; two people let in, and the database looks once more (0025).

-- What the content of an order says, in this engine's words for JSON. One that says nothing of the public opens nothing to it.
CREATE VIEW order_content AS
SELECT o.id AS order_id, o.content ->> '$.audience' AS audience FROM disclosure_order o;

CREATE VIEW order_term AS
SELECT o.id AS order_id, j.value ->> '$.kind' AS kind FROM disclosure_order o, json_each(o.content, '$.terms') j;

CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication
BEGIN SELECT RAISE(ABORT, 'a proposal for the library is never changed or deleted'); END;

CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication
BEGIN SELECT RAISE(ABORT, 'a proposal for the library is never changed or deleted'); END;

CREATE TRIGGER publication_no_replace BEFORE INSERT ON publication
WHEN EXISTS (SELECT 1 FROM publication o WHERE o.id = NEW.id
    OR o.release_id = NEW.release_id AND o.no = NEW.no
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'a proposal for the library is never changed or deleted'); END;

CREATE TRIGGER publication_decision_no_update BEFORE UPDATE ON publication_decision
BEGIN SELECT RAISE(ABORT, 'what was decided of a proposal is never changed or deleted'); END;

CREATE TRIGGER publication_decision_no_delete BEFORE DELETE ON publication_decision
BEGIN SELECT RAISE(ABORT, 'what was decided of a proposal is never changed or deleted'); END;

CREATE TRIGGER publication_decision_no_replace BEFORE INSERT ON publication_decision
WHEN EXISTS (SELECT 1 FROM publication_decision o WHERE o.publication_id = NEW.publication_id
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what was decided of a proposal is never changed or deleted'); END;

CREATE TRIGGER publication_end_no_update BEFORE UPDATE ON publication_end
BEGIN SELECT RAISE(ABORT, 'that something left the library is never changed or deleted'); END;

CREATE TRIGGER publication_end_no_delete BEFORE DELETE ON publication_end
BEGIN SELECT RAISE(ABORT, 'that something left the library is never changed or deleted'); END;

CREATE TRIGGER publication_end_no_replace BEFORE INSERT ON publication_end
WHEN EXISTS (SELECT 1 FROM publication_end o WHERE o.release_id = NEW.release_id AND o.up_to = NEW.up_to
    OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'that something left the library is never changed or deleted'); END;

CREATE TRIGGER publication_in_order BEFORE INSERT ON publication
WHEN EXISTS (SELECT 1 FROM publication v WHERE v.release_id = NEW.release_id AND v.no >= NEW.no)
BEGIN SELECT RAISE(ABORT, 'a proposal is the newest of its release'); END;

-- Whoever proposed lets nothing in.
CREATE TRIGGER publication_by_two BEFORE INSERT ON publication_decision
WHEN NEW.kind = 'approved' AND EXISTS (
        SELECT 1 FROM publication p WHERE p.id = NEW.publication_id AND p.proposed_by = NEW.decided_by
    )
BEGIN SELECT RAISE(ABORT, 'publication refused: two people are needed, and this is one'); END;

-- Only the newest version is decided on, while nothing took the release out of the library since.
CREATE TRIGGER publication_waits BEFORE INSERT ON publication_decision
WHEN NOT EXISTS (SELECT 1 FROM publication_waiting w WHERE w.publication_id = NEW.publication_id)
BEGIN SELECT RAISE(ABORT, 'publication refused: this proposal does not wait'); END;

-- No version outlives the taking out.
CREATE TRIGGER publication_end_of_newest BEFORE INSERT ON publication_end
WHEN EXISTS (SELECT 1 FROM publication v WHERE v.release_id = NEW.release_id AND v.no > NEW.up_to)
BEGIN SELECT RAISE(ABORT, 'what leaves the library leaves with all its versions'); END;

-- Nobody puts a release into the library alone.
CREATE TRIGGER release_published_by_nobody_alone BEFORE UPDATE ON release
WHEN (NEW.published_at, NEW.title, NEW.warning)
        IS DISTINCT FROM (OLD.published_at, OLD.title, OLD.warning)
BEGIN SELECT RAISE(ABORT, 'a release is published by two people'); END;

CREATE TRIGGER release_not_published_at_once BEFORE INSERT ON release
WHEN NEW.published_at IS NOT NULL OR NEW.title IS NOT NULL OR NEW.warning IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a release is published by two people'); END;

-- What would stand in the way of a release today. It is asked for values of one row, which SQLite carries into the view of the
-- obstacles; joined to it, it would first find those of every candidate.
CREATE VIEW published_as_released AS SELECT e.request_id, e.recording_id FROM release e;

CREATE TRIGGER published_as_released_gate INSTEAD OF INSERT ON published_as_released
WHEN EXISTS (
    SELECT 1 FROM release_obstacle o
    WHERE o.release_id IS NULL AND o.request_id = NEW.request_id AND o.recording_id = NEW.recording_id
)
BEGIN
    SELECT RAISE(ABORT, 'publication refused: ' || (
        SELECT o.reason FROM release_obstacle o
        WHERE o.release_id IS NULL AND o.request_id = NEW.request_id AND o.recording_id = NEW.recording_id
        ORDER BY o.rank, o.reason LIMIT 1
    ));
END;

CREATE TRIGGER publication_gate AFTER INSERT ON publication
BEGIN
    SELECT RAISE(ABORT, 'publication refused: ' || (
        SELECT o.reason FROM publication_obstacle o WHERE o.publication_id = NEW.id AND o.step = 'proposed'
        ORDER BY o.rank, o.reason LIMIT 1
    ))
    WHERE EXISTS (SELECT 1 FROM publication_obstacle o WHERE o.publication_id = NEW.id AND o.step = 'proposed');
    INSERT INTO published_as_released (request_id, recording_id)
    SELECT e.request_id, e.recording_id FROM release e WHERE e.id = NEW.release_id;
END;

CREATE TRIGGER publication_decision_gate AFTER INSERT ON publication_decision
WHEN NEW.kind = 'approved'
BEGIN
    SELECT RAISE(ABORT, 'publication refused: ' || (
        SELECT o.reason FROM publication_obstacle o WHERE o.publication_id = NEW.publication_id AND o.step = 'approved'
        ORDER BY o.rank, o.reason LIMIT 1
    ))
    WHERE EXISTS (SELECT 1 FROM publication_obstacle o WHERE o.publication_id = NEW.publication_id AND o.step = 'approved');
    INSERT INTO published_as_released (request_id, recording_id)
    SELECT e.request_id, e.recording_id FROM publication p JOIN release e ON e.id = p.release_id WHERE p.id = NEW.publication_id;
END;
