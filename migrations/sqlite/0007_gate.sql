-- What the content of a notice says, in this engine's words for JSON. What it does not say counts against a release.
CREATE VIEW notice_content AS
SELECT n.id AS notice_id, n.content ->> '$.state.state' AS state, n.content ->> '$.state.window.opens_on' AS opens_on,
    CASE WHEN json_type(n.content, '$.objections') = 'array' THEN (
        SELECT COUNT(*) FROM json_each(n.content, '$.objections') j
        WHERE j.value ->> '$.late' IS NOT 1 AND j.value ->> '$.answer' IS NULL
    ) ELSE 9999 END AS open_objections
FROM notice n;

CREATE TRIGGER deletion_gate AFTER INSERT ON deletion
WHEN EXISTS (SELECT 1 FROM deletion_obstacle o WHERE o.recording_id = NEW.recording_id)
BEGIN
    SELECT RAISE(ABORT, (
        SELECT o.reason FROM deletion_obstacle o WHERE o.recording_id = NEW.recording_id ORDER BY o.rank LIMIT 1
    ));
END;

CREATE TRIGGER release_gate AFTER INSERT ON release
WHEN EXISTS (SELECT 1 FROM release_obstacle o WHERE o.release_id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'release refused: ' || (
        SELECT o.reason FROM release_obstacle o WHERE o.release_id = NEW.id ORDER BY o.rank, o.reason LIMIT 1
    ));
END;
