-- What is in the library, what waits for it, and what stands in the way. As in 0008, the triggers of each engine (0024) raise
-- the first reason by rank; the law crate says the same in words, and why (`law::publication`).

-- Versions that nothing ended yet: of releases that go, and not taken out of the library since.
CREATE VIEW publication_open AS
SELECT p.id AS publication_id, p.release_id, p.no, p.title, p.warning, p.proposed_by, p.proposed_at, p.proposed_on,
    d.kind, d.decided_by, d.decided_at, d.decided_on
FROM publication p
JOIN release e ON e.id = p.release_id AND e.stopped_at IS NULL
LEFT JOIN publication_decision d ON d.publication_id = p.id
WHERE NOT EXISTS (SELECT 1 FROM publication_end x WHERE x.release_id = p.release_id AND x.up_to >= p.no);

-- In the library: the newest version of each release that a second person approved. `since` is the first such.
CREATE VIEW published AS
SELECT p.publication_id, p.release_id, p.no, p.title, p.warning, p.proposed_by, p.decided_by, p.decided_at,
    (SELECT MIN(f.decided_at) FROM publication_open f WHERE f.release_id = p.release_id AND f.kind = 'approved') AS since
FROM publication_open p
WHERE p.kind = 'approved' AND NOT EXISTS (
    SELECT 1 FROM publication_open later
    WHERE later.release_id = p.release_id AND later.kind = 'approved' AND later.no > p.no
);

-- Waiting for a second person: the newest version, where nobody has decided.
CREATE VIEW publication_waiting AS
SELECT p.publication_id, p.release_id, p.no, p.title, p.warning, p.proposed_by, p.proposed_at, p.proposed_on
FROM publication_open p
WHERE p.kind IS NULL AND NOT EXISTS (SELECT 1 FROM publication v WHERE v.release_id = p.release_id AND v.no > p.no);

-- What the gate looks at: each proposal on its day, and each approval on its own.
CREATE VIEW publication_candidate AS
SELECT p.id AS publication_id, 'proposed' AS step, p.release_id, e.request_id, e.recording_id, e.copy_id,
    e.stopped_at, p.proposed_on AS on_date
FROM publication p JOIN release e ON e.id = p.release_id
UNION ALL
SELECT p.id, 'approved', p.release_id, e.request_id, e.recording_id, e.copy_id, e.stopped_at, d.decided_on
FROM publication_decision d JOIN publication p ON p.id = d.publication_id JOIN release e ON e.id = p.release_id
WHERE d.kind = 'approved';

-- Beside these, all that would stand in the way of a release today stands in the way of the library: the triggers ask
-- `release_obstacle` by request and recording, so that no engine looks at every candidate.
CREATE VIEW publication_obstacle AS
-- As for a release: who would lie about the day must first lie in the audit log.
SELECT c.publication_id, c.step, 1 AS rank, 'it does not bear the audit log''s day' AS reason
FROM publication_candidate c WHERE c.on_date IS DISTINCT FROM (SELECT MAX(e.on_date) FROM audit_entry e)
UNION ALL
SELECT c.publication_id, c.step, 2, 'the request is not of the public track'
FROM publication_candidate c JOIN records_request q ON q.id = c.request_id WHERE q.track <> 'public'
UNION ALL
SELECT c.publication_id, c.step, 3, 'the release has stopped'
FROM publication_candidate c WHERE c.stopped_at IS NOT NULL
UNION ALL
SELECT c.publication_id, c.step, 4, 'a newer copy was made'
FROM publication_candidate c
WHERE NOT EXISTS (SELECT 1 FROM newest_copy a WHERE a.recording_id = c.recording_id AND a.copy_id = c.copy_id)
UNION ALL
-- A moment decides: the first, or the end of a redaction or of an order's span.
SELECT c.publication_id, c.step, 5, 'no order in force opens to the public what is not of a public place and open'
FROM publication_candidate c JOIN recording r ON r.id = c.recording_id
WHERE (r.location_kind <> 'public' OR r.status_kind <> 'inactive_open') AND EXISTS (
    SELECT 1 FROM (
        SELECT 0 AS at
        UNION ALL SELECT x.to_ms FROM redaction x WHERE x.copy_id = c.copy_id
        UNION ALL SELECT s.to_ms FROM order_scope s WHERE s.recording_id = c.recording_id AND s.to_ms IS NOT NULL
    ) moment
    WHERE moment.at < (r.ended_at - r.started_at) / 1000
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = c.copy_id AND x.kind = 'cut' AND x.from_ms <= moment.at AND moment.at < x.to_ms
      )
      AND NOT EXISTS (
          SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id
          JOIN order_content j ON j.order_id = o.id AND j.audience = 'public'
          WHERE s.recording_id = c.recording_id AND o.kind = 'disclose' AND o.verified_by <> o.entered_by
            AND o.effective <= c.on_date AND (o.last_day IS NULL OR o.last_day >= c.on_date)
            AND (o.stayed_since IS NULL OR o.stayed_since > c.on_date)
            AND (s.from_ms IS NULL OR s.from_ms <= moment.at) AND (s.to_ms IS NULL OR moment.at < s.to_ms)
      )
)
UNION ALL
-- Heeded before it is verified; the term of an order that opens, while one person says that it is stayed, too.
SELECT c.publication_id, c.step, 6, 'an order sets a term against a public library (' || t.kind || ')'
FROM publication_candidate c
JOIN order_scope s ON s.recording_id = c.recording_id
JOIN disclosure_order o ON o.id = s.order_id AND o.effective <= c.on_date
    AND (o.last_day IS NULL OR o.last_day >= c.on_date)
    AND (o.kind = 'disclose' OR o.stayed_since IS NULL OR o.stayed_since > c.on_date)
JOIN order_term t ON t.order_id = o.id AND t.kind NOT IN ('scope', 'redactions')
UNION ALL
-- Whoever the copy still shows. What is kept beside the content of a notice is believed only where the content says it too.
SELECT c.publication_id, c.step, 7, 'a person shown was not told that the public is to see it'
FROM publication_candidate c
JOIN recording r ON r.id = c.recording_id
JOIN notice n ON n.request_id = c.request_id AND n.recording_id = c.recording_id
JOIN person p ON p.id = n.person_id AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
WHERE (n.told_audience IS DISTINCT FROM 'public' OR n.content NOT LIKE '%"audience":"public"%')
  AND (n.kind = 'agency_policy' OR n.told_audience IS NOT NULL OR n.content LIKE '%"attempt":"sent"%'
      OR n.kind = 'next_of_kin' AND p.deceased_at IS NOT NULL AND r.crime_scene_at IS NOT NULL)
  AND EXISTS (
      SELECT 1 FROM person_span s
      JOIN (
          SELECT x.copy_id, x.to_ms AS at FROM redaction x
          UNION ALL SELECT NULL, NULL
      ) moment ON moment.copy_id IS NULL OR moment.copy_id = c.copy_id
      WHERE s.person_id = p.id
        AND COALESCE(moment.at, s.from_ms) >= s.from_ms AND COALESCE(moment.at, s.from_ms) < s.to_ms
        AND COALESCE(moment.at, s.from_ms) < (r.ended_at - r.started_at) / 1000
        AND NOT EXISTS (
            SELECT 1 FROM redaction x
            WHERE x.copy_id = c.copy_id AND x.from_ms <= COALESCE(moment.at, s.from_ms)
              AND COALESCE(moment.at, s.from_ms) < x.to_ms
              AND (x.kind = 'cut' OR s.sense = 'heard' AND x.kind = 'mute'
                  OR s.sense = 'seen' AND x.kind = 'blur' AND x.of_person = p.pseudonym)
        )
  );
