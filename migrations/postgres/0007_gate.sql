-- What the content of a notice says, in this engine's words for JSON. What it does not say counts against a release.
CREATE VIEW notice_content AS
SELECT n.id AS notice_id, n.json -> 'state' ->> 'state' AS state,
    n.json -> 'state' -> 'window' ->> 'opens_on' AS opens_on,
    CASE WHEN jsonb_typeof(n.json -> 'objections') = 'array' THEN (
        SELECT COUNT(*) FROM jsonb_array_elements(n.json -> 'objections') j
        WHERE j ->> 'late' IS DISTINCT FROM 'true' AND j ->> 'answer' IS NULL
    ) ELSE 9999 END AS open_objections
FROM (SELECT id, CAST(content AS JSONB) AS json FROM notice) n;

CREATE FUNCTION deletion_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    why TEXT;
BEGIN
    SELECT o.reason INTO why FROM deletion_obstacle o WHERE o.recording_id = NEW.recording_id ORDER BY o.rank LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION '%', why;
    END IF;
    RETURN NULL;
END;
$$;
CREATE TRIGGER deletion_gate AFTER INSERT ON deletion FOR EACH ROW EXECUTE FUNCTION deletion_gate();

-- Whoever closes the recording, or forbids what it shows, holds it still: one of the two sees the other.
CREATE FUNCTION release_locks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM recording r WHERE r.id = NEW.recording_id FOR UPDATE;
    RETURN NEW;
END;
$$;
CREATE TRIGGER release_locks BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_locks();

CREATE FUNCTION release_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    why TEXT;
BEGIN
    SELECT o.reason INTO why FROM release_obstacle o WHERE o.release_id = NEW.id ORDER BY o.rank, o.reason LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'release refused: %', why;
    END IF;
    RETURN NULL;
END;
$$;
CREATE TRIGGER release_gate AFTER INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_gate();
