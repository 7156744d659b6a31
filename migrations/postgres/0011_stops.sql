-- Why the links of a release stopped, in whose words, and by whom. NULL for those that stopped before.
ALTER TABLE release ADD COLUMN stopped_ground TEXT;
ALTER TABLE release ADD COLUMN stopped_reason TEXT;
-- What the requester was told of it beside.
ALTER TABLE release ADD COLUMN stopped_words TEXT;
ALTER TABLE release ADD COLUMN stopped_by TEXT REFERENCES staff (id);

-- One copy of a recording goes on a request. Where two went, the newer one stays.
UPDATE release SET stopped_at = released_at, stopped_for = 'RSMo 610.100.3', stopped_ground = 'newer_copy'
WHERE stopped_at IS NULL AND EXISTS (
    SELECT 1 FROM release later WHERE later.request_id = release.request_id
      AND later.recording_id = release.recording_id AND later.stopped_at IS NULL
      AND (later.released_at > release.released_at
          OR (later.released_at = release.released_at AND later.id > release.id))
);
DROP INDEX release_once;
CREATE UNIQUE INDEX release_going ON release (request_id, recording_id) WHERE stopped_at IS NULL;

-- A stop says why; what it says stays.
CREATE FUNCTION release_stop_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what is said of a stop stays';
END;
$$;
CREATE TRIGGER release_stop_stands BEFORE UPDATE ON release FOR EACH ROW
WHEN (OLD.stopped_at IS NOT NULL AND (NEW.stopped_ground, NEW.stopped_reason, NEW.stopped_words, NEW.stopped_by)
    IS DISTINCT FROM (OLD.stopped_ground, OLD.stopped_reason, OLD.stopped_words, OLD.stopped_by))
EXECUTE FUNCTION release_stop_stands();
