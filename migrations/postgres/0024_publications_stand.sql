-- The library stands like the releases in it; two people let in, and the database looks once more (0025).

-- What the content of an order says, in this engine's words for JSON. One that says nothing of the public opens nothing to it.
CREATE VIEW order_content AS
SELECT o.id AS order_id, CAST(o.content AS JSONB) ->> 'audience' AS audience FROM disclosure_order o;

CREATE VIEW order_term AS
SELECT o.id AS order_id, j.value ->> 'kind' AS kind
FROM disclosure_order o CROSS JOIN LATERAL jsonb_array_elements(CAST(o.content AS JSONB) -> 'terms') j;

CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication FOR EACH ROW
    EXECUTE FUNCTION stands('a proposal for the library is never changed or deleted');

CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication FOR EACH ROW
    EXECUTE FUNCTION stands('a proposal for the library is never changed or deleted');

CREATE TRIGGER publication_no_truncate BEFORE TRUNCATE ON publication FOR EACH STATEMENT
    EXECUTE FUNCTION stands('a proposal for the library is never changed or deleted');

CREATE TRIGGER publication_decision_no_update BEFORE UPDATE ON publication_decision FOR EACH ROW
    EXECUTE FUNCTION stands('what was decided of a proposal is never changed or deleted');

CREATE TRIGGER publication_decision_no_delete BEFORE DELETE ON publication_decision FOR EACH ROW
    EXECUTE FUNCTION stands('what was decided of a proposal is never changed or deleted');

CREATE TRIGGER publication_decision_no_truncate BEFORE TRUNCATE ON publication_decision FOR EACH STATEMENT
    EXECUTE FUNCTION stands('what was decided of a proposal is never changed or deleted');

CREATE TRIGGER publication_end_no_update BEFORE UPDATE ON publication_end FOR EACH ROW
    EXECUTE FUNCTION stands('that something left the library is never changed or deleted');

CREATE TRIGGER publication_end_no_delete BEFORE DELETE ON publication_end FOR EACH ROW
    EXECUTE FUNCTION stands('that something left the library is never changed or deleted');

CREATE TRIGGER publication_end_no_truncate BEFORE TRUNCATE ON publication_end FOR EACH STATEMENT
    EXECUTE FUNCTION stands('that something left the library is never changed or deleted');

CREATE FUNCTION publication_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM publication v WHERE v.release_id = NEW.release_id AND v.no >= NEW.no) THEN
        RAISE EXCEPTION 'a proposal is the newest of its release';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER publication_in_order BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION publication_in_order();

-- Whoever proposed lets nothing in.
CREATE FUNCTION publication_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'approved' AND EXISTS (
        SELECT 1 FROM publication p WHERE p.id = NEW.publication_id AND p.proposed_by = NEW.decided_by
    ) THEN
        RAISE EXCEPTION 'publication refused: two people are needed, and this is one';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER publication_by_two BEFORE INSERT ON publication_decision FOR EACH ROW EXECUTE FUNCTION publication_by_two();

-- Only the newest version is decided on, while nothing took the release out of the library since.
CREATE FUNCTION publication_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM publication_waiting w WHERE w.publication_id = NEW.publication_id) THEN
        RAISE EXCEPTION 'publication refused: this proposal does not wait';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER publication_waits BEFORE INSERT ON publication_decision FOR EACH ROW EXECUTE FUNCTION publication_waits();

-- No version outlives the taking out.
CREATE FUNCTION publication_end_of_newest() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM publication v WHERE v.release_id = NEW.release_id AND v.no > NEW.up_to) THEN
        RAISE EXCEPTION 'what leaves the library leaves with all its versions';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER publication_end_of_newest BEFORE INSERT ON publication_end FOR EACH ROW EXECUTE FUNCTION publication_end_of_newest();

-- Nobody puts a release into the library alone.
CREATE FUNCTION release_published_by_nobody_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.published_at, NEW.title, NEW.warning)
        IS DISTINCT FROM (OLD.published_at, OLD.title, OLD.warning) THEN
        RAISE EXCEPTION 'a release is published by two people';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER release_published_by_nobody_alone BEFORE UPDATE ON release FOR EACH ROW EXECUTE FUNCTION release_published_by_nobody_alone();

CREATE FUNCTION release_not_published_at_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.published_at IS NOT NULL OR NEW.title IS NOT NULL OR NEW.warning IS NOT NULL THEN
        RAISE EXCEPTION 'a release is published by two people';
    END IF;
    RETURN NEW;
END;
$$;
CREATE TRIGGER release_not_published_at_once BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_not_published_at_once();

-- Whoever closes the recording, or forbids what it shows, holds it still: one of the two sees the other.
CREATE FUNCTION publication_locks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM publication p JOIN release e ON e.id = p.release_id JOIN recording r ON r.id = e.recording_id
        WHERE p.id = NEW.publication_id FOR UPDATE OF r;
    RETURN NEW;
END;
$$;
CREATE TRIGGER publication_a_locks BEFORE INSERT ON publication_decision FOR EACH ROW EXECUTE FUNCTION publication_locks();

CREATE FUNCTION publication_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    why TEXT;
    request TEXT;
    recording TEXT;
BEGIN
    SELECT o.reason INTO why FROM publication_obstacle o
        WHERE o.publication_id = NEW.id AND o.step = 'proposed' ORDER BY o.rank, o.reason LIMIT 1;
    IF NOT FOUND THEN
        SELECT e.request_id, e.recording_id INTO request, recording FROM release e WHERE e.id = NEW.release_id;
        SELECT o.reason INTO why FROM release_obstacle o
            WHERE o.release_id IS NULL AND o.request_id = request AND o.recording_id = recording
            ORDER BY o.rank, o.reason LIMIT 1;
    END IF;
    IF FOUND THEN
        RAISE EXCEPTION 'publication refused: %', why;
    END IF;
    RETURN NULL;
END;
$$;
CREATE TRIGGER publication_gate AFTER INSERT ON publication FOR EACH ROW EXECUTE FUNCTION publication_gate();

CREATE FUNCTION publication_decision_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    why TEXT;
    request TEXT;
    recording TEXT;
BEGIN
    SELECT o.reason INTO why FROM publication_obstacle o
        WHERE o.publication_id = NEW.publication_id AND o.step = 'approved' ORDER BY o.rank, o.reason LIMIT 1;
    IF NOT FOUND THEN
        SELECT e.request_id, e.recording_id INTO request, recording FROM publication p JOIN release e ON e.id = p.release_id
            WHERE p.id = NEW.publication_id;
        SELECT o.reason INTO why FROM release_obstacle o
            WHERE o.release_id IS NULL AND o.request_id = request AND o.recording_id = recording
            ORDER BY o.rank, o.reason LIMIT 1;
    END IF;
    IF FOUND THEN
        RAISE EXCEPTION 'publication refused: %', why;
    END IF;
    RETURN NULL;
END;
$$;
CREATE TRIGGER publication_decision_gate AFTER INSERT ON publication_decision FOR EACH ROW
    WHEN (NEW.kind = 'approved') EXECUTE FUNCTION publication_decision_gate();
