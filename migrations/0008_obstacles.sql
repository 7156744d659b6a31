-- What stands in the way of a deletion and of a release, by rank, for both engines. The triggers of each engine raise
-- the first; `daylight check` and the console read all of it. The law crate says the same in words, and why.

-- A deletion is refused while anything holds the recording: a request's or a suit's hold on it or on its time, division
-- and camera (610.027), an order to preserve it (610.100.5), an active case, or a closed record (610.120.1), whatever a
-- court opened since, or a notice that runs.
CREATE VIEW deletion_obstacle AS
SELECT d.recording_id, 1 AS rank, 'a hold stands on this recording' AS reason
FROM deletion d JOIN recording_hold h ON h.recording_id = d.recording_id
WHERE h.placed_on <= d.on_date AND (h.last_day IS NULL OR h.last_day >= d.on_date)
UNION ALL
SELECT d.recording_id, 2, 'a court ordered that this recording is preserved'
FROM deletion d JOIN order_scope s ON s.recording_id = d.recording_id JOIN disclosure_order o ON o.id = s.order_id
WHERE o.kind = 'preserve' AND (o.last_day IS NULL OR o.last_day >= d.on_date)
UNION ALL
SELECT d.recording_id, 3, 'an active case or a closed record keeps this recording'
FROM deletion d JOIN recording r ON r.id = d.recording_id
WHERE r.status_kind IN ('active_closed', 'reclosed') OR r.underlying_kind IN ('active_closed', 'reclosed')
UNION ALL
-- A day ahead would pass a hold that ends before it: what was deleted is known no later than today, and the audit log
-- knows what day it is.
SELECT d.recording_id, 4, 'a deletion is not dated ahead'
FROM deletion d WHERE d.on_date > (SELECT MAX(e.on_date) FROM audit_entry e)
UNION ALL
-- It was still there when it was entered, and when it was linked to a request.
SELECT d.recording_id, 5, 'the recording was still there on a later day'
FROM deletion d
WHERE EXISTS (SELECT 1 FROM recording r WHERE r.id = d.recording_id AND r.entered_on > d.on_date)
    OR EXISTS (SELECT 1 FROM request_recording l WHERE l.recording_id = d.recording_id AND l.linked_on > d.on_date)
UNION ALL
SELECT d.recording_id, 6, 'a notice to a person shown keeps this recording'
FROM deletion d JOIN notice n ON n.recording_id = d.recording_id
WHERE n.state IN ('sent', 'window_open', 'objected', 'action_pending') OR n.pending_actions > 0;

-- The newest copy of a recording counts.
CREATE VIEW newest_copy AS
SELECT c.recording_id, c.id AS copy_id FROM release_copy c
WHERE NOT EXISTS (
    SELECT 1 FROM release_copy later WHERE later.recording_id = c.recording_id
      AND (later.made_at > c.made_at OR (later.made_at = c.made_at AND later.id > c.id))
);

-- What the gate looks at: every release, and, without an id, what could be released next: the newest copy of each
-- recording that answers a request, on the newest day of the audit log.
CREATE VIEW release_candidate AS
SELECT e.id AS release_id, e.request_id, e.recording_id, e.copy_id, e.on_date FROM release e
UNION ALL
SELECT NULL, l.request_id, l.recording_id, c.copy_id, (SELECT MAX(e.on_date) FROM audit_entry e)
FROM request_recording l LEFT JOIN newest_copy c ON c.recording_id = l.recording_id;

-- What must be hidden in a copy, whether it is or not: blurred, muted or cut, from when to when. Without moments, all
-- of it; without a person, by a redaction of anybody. CROSS JOIN: SQLite begins at the release, and reads no table
-- whole.
CREATE VIEW release_must_hide AS
-- What orders in force close, enjoin or hide; they are heeded before they are verified.
SELECT c.release_id, c.request_id, c.recording_id, c.copy_id, CASE k.kind WHEN 'close' THEN 8 ELSE 9 END AS rank,
    CASE k.kind WHEN 'close' THEN 'an order forbids what the copy shows'
        ELSE 'an order hides what the copy does not (' || k.hide || ')' END AS reason,
    k.hide, CAST(NULL AS TEXT) AS of_person, s.from_ms, s.to_ms
FROM release_candidate c
JOIN order_scope s ON s.recording_id = c.recording_id
JOIN disclosure_order o ON o.id = s.order_id AND o.effective <= c.on_date
    AND (o.last_day IS NULL OR o.last_day >= c.on_date) AND (o.stayed_since IS NULL OR o.stayed_since > c.on_date)
JOIN (
    SELECT 'close' AS kind, 'cut' AS hide
    UNION ALL SELECT 'redact', 'blur' UNION ALL SELECT 'redact', 'mute' UNION ALL SELECT 'redact', 'cut'
) k ON k.kind = 'close' AND o.kind IN ('close', 'enjoin')
    OR k.kind = 'redact' AND o.kind = 'redact' AND (k.hide = s.hide OR s.hide IS NULL AND k.hide <> 'cut')
UNION ALL
-- What courts forbid in the actions of a person shown, on whichever request.
SELECT c.release_id, c.request_id, c.recording_id, c.copy_id, 10, 'a court forbade what the copy shows',
    'cut', CAST(NULL AS TEXT), x.from_ms, x.to_ms
FROM release_candidate c CROSS JOIN notice n CROSS JOIN notice_restraint x
WHERE n.recording_id = c.recording_id AND x.notice_id = n.id AND (x.last_day IS NULL OR x.last_day >= c.on_date)
UNION ALL
-- What was promised in answer to objections.
SELECT c.release_id, c.request_id, c.recording_id, c.copy_id, 15,
    'a promise to a person shown is not kept (' || x.kind || ')', x.kind,
    CASE x.kind WHEN 'blur' THEN p.pseudonym END,
    CASE x.kind WHEN 'cut' THEN x.from_ms ELSE s.from_ms END, CASE x.kind WHEN 'cut' THEN x.to_ms ELSE s.to_ms END
FROM release_candidate c CROSS JOIN notice n CROSS JOIN notice_promise x CROSS JOIN person p
LEFT JOIN person_span s
    ON s.person_id = p.id AND s.sense = CASE x.kind WHEN 'blur' THEN 'seen' WHEN 'mute' THEN 'heard' END
WHERE n.request_id = c.request_id AND n.recording_id = c.recording_id AND x.notice_id = n.id AND p.id = n.person_id
  AND (x.kind = 'cut' OR s.person_id IS NOT NULL)
UNION ALL
-- Who is redacted out, and who cannot be found, save where an order in force excuses their notice.
SELECT c.release_id, c.request_id, c.recording_id, c.copy_id, 19,
    'a person shown is neither clear, consenting, nor redacted out',
    CASE s.sense WHEN 'seen' THEN 'blur' ELSE 'mute' END, CASE s.sense WHEN 'seen' THEN p.pseudonym END,
    s.from_ms, s.to_ms
FROM release_candidate c CROSS JOIN notice n CROSS JOIN person p CROSS JOIN person_span s
WHERE n.request_id = c.request_id AND n.recording_id = c.recording_id AND p.id = n.person_id AND s.person_id = p.id
  AND n.state IN ('redacted_out', 'unlocated') AND n.kind <> 'statute_8'
  AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
  AND (n.state = 'redacted_out' OR NOT EXISTS (
      SELECT 1 FROM order_excused k JOIN disclosure_order o ON o.id = k.order_id
      WHERE k.recording_id = n.recording_id AND k.pseudonym = p.pseudonym AND o.kind = 'disclose'
        AND o.verified_by <> o.entered_by AND o.effective <= c.on_date
        AND (o.last_day IS NULL OR o.last_day >= c.on_date) AND (o.stayed_since IS NULL OR o.stayed_since > c.on_date)
  ));

-- All obstacles. A moment of the recording decides whether something is hidden throughout: its first, or the end of a
-- redaction within it, that no redaction covers. What is cut is neither seen nor heard.
CREATE VIEW release_obstacle AS
SELECT m.release_id, m.request_id, m.recording_id, m.rank, m.reason
FROM release_must_hide m JOIN recording r ON r.id = m.recording_id
WHERE EXISTS (
    SELECT 1 FROM (
        SELECT COALESCE(m.from_ms, 0) AS at
        UNION ALL
        SELECT x.to_ms FROM redaction x WHERE x.copy_id = m.copy_id AND x.to_ms > COALESCE(m.from_ms, 0)
    ) moment
    WHERE moment.at < (r.ended_at - r.started_at) / 1000 AND (m.to_ms IS NULL OR moment.at < m.to_ms)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = m.copy_id AND x.from_ms <= moment.at AND moment.at < x.to_ms
            AND (x.kind = 'cut' OR x.kind = m.hide AND (m.of_person IS NULL OR x.of_person = m.of_person))
      )
)
UNION ALL
-- The day: a release bears the newest day that the audit log knows. One dated back would pass under an older day's
-- orders and closures; one dated ahead would pass days that people still have. The rule needs no clock of the
-- database, whose time zone and settings are not the agency's, and which need not run with the program's: where the
-- program's clock is set (a drill, a test of the days), its audit log is set with it. Whoever would lie about the
-- day must first lie in the audit log, which keeps it for ever and lets nothing more out until that day has come.
SELECT c.release_id, c.request_id, c.recording_id, 1, 'it does not bear the audit log''s day'
FROM release_candidate c WHERE c.on_date IS DISTINCT FROM (SELECT MAX(e.on_date) FROM audit_entry e)
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 2, 'the copy is not approved by a second person'
FROM release_candidate c
WHERE NOT EXISTS (
    SELECT 1 FROM release_copy a
    WHERE a.id = c.copy_id AND a.recording_id = c.recording_id AND a.approved_by <> a.made_by
      AND a.approved_sha256 = a.sha256 AND a.approved_on <= c.on_date
)
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 3, 'a newer copy was made'
FROM release_candidate c JOIN newest_copy a ON a.recording_id = c.recording_id WHERE a.copy_id <> c.copy_id
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 4, 'the copy that something is withheld in is the original'
FROM release_candidate c
JOIN release_copy a ON a.id = c.copy_id
JOIN original o ON o.recording_id = a.recording_id AND o.sha256 = a.sha256
WHERE EXISTS (SELECT 1 FROM redaction x WHERE x.copy_id = c.copy_id)
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 5, 'a redaction lies beyond the end of the recording'
FROM release_candidate c JOIN recording r ON r.id = c.recording_id JOIN redaction x ON x.copy_id = c.copy_id
WHERE x.to_ms > (r.ended_at - r.started_at) / 1000
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 6,
    'the recording does not answer this request, or its people log is open'
FROM release_candidate c
WHERE NOT EXISTS (
    SELECT 1 FROM request_recording l JOIN recording r ON r.id = l.recording_id
    WHERE l.request_id = c.request_id AND l.recording_id = c.recording_id AND r.people_logged_at IS NOT NULL
)
UNION ALL
-- As above, a moment decides: the first, or the end of a redaction or of an order's span.
SELECT c.release_id, c.request_id, c.recording_id, 7,
    'the recording is closed, and no order in force opens what the copy shows'
FROM release_candidate c LEFT JOIN recording r ON r.id = c.recording_id
WHERE r.status_kind IS DISTINCT FROM 'inactive_open' AND EXISTS (
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
          WHERE s.recording_id = c.recording_id AND o.kind = 'disclose' AND o.verified_by <> o.entered_by
            AND o.effective <= c.on_date AND (o.last_day IS NULL OR o.last_day >= c.on_date)
            AND (o.stayed_since IS NULL OR o.stayed_since > c.on_date)
            AND (s.from_ms IS NULL OR s.from_ms <= moment.at) AND (s.to_ms IS NULL OR moment.at < s.to_ms)
      )
)
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 11, 'an action of a person shown is pending'
FROM release_candidate c JOIN notice n ON n.recording_id = c.recording_id
WHERE n.pending_actions > 0
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 12, 'a person shown still has days, or waits for an answer'
FROM release_candidate c
JOIN notice n ON n.request_id = c.request_id AND n.recording_id = c.recording_id
JOIN person p ON p.id = n.person_id AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
WHERE n.opens_on > c.on_date OR n.open_objections > 0
    OR n.kept_whole > 0 AND n.state NOT IN ('redacted_out', 'consented')
UNION ALL
-- What is said of a notice beside its content is what its content says.
SELECT c.release_id, c.request_id, c.recording_id, 13, 'a notice is not what its content says'
FROM release_candidate c
JOIN notice n ON n.recording_id = c.recording_id
JOIN notice_content j ON j.notice_id = n.id
WHERE j.state IS DISTINCT FROM n.state OR COALESCE(j.opens_on, '') > COALESCE(n.opens_on, '')
    OR n.kind <> 'statute_8' AND n.state NOT IN ('consented', 'exempt') AND n.open_objections < j.open_objections
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 14, 'a person shown was promised to wait'
FROM release_candidate c JOIN notice n ON n.request_id = c.request_id AND n.recording_id = c.recording_id
WHERE n.wait_until > c.on_date
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 16, 'a person shown has no notice'
FROM release_candidate c JOIN person p ON p.recording_id = c.recording_id AND p.police_affiliated_at IS NULL
WHERE NOT EXISTS (
    SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.request_id = c.request_id AND n.kind = 'agency_policy'
)
UNION ALL
-- Nowhere is not the same as hidden.
SELECT c.release_id, c.request_id, c.recording_id, 17, 'the people log does not say where a person is shown'
FROM release_candidate c JOIN person p ON p.recording_id = c.recording_id
WHERE NOT EXISTS (SELECT 1 FROM person_span s WHERE s.person_id = p.id)
  AND (p.police_affiliated_at IS NULL OR EXISTS (
      SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.request_id = c.request_id AND n.kind = 'next_of_kin'
  ))
UNION ALL
-- Next of kin of each of the dead, and of one at least.
SELECT c.release_id, c.request_id, c.recording_id, 18,
    'a crime scene with a deceased person needs the notice to next of kin'
FROM release_candidate c
JOIN recording r ON r.id = c.recording_id AND r.crime_scene_at IS NOT NULL
LEFT JOIN person p ON p.recording_id = c.recording_id AND p.deceased_at IS NOT NULL
WHERE NOT EXISTS (
    SELECT 1 FROM notice n WHERE n.person_id = p.id AND n.request_id = c.request_id AND n.kind = 'next_of_kin'
)
UNION ALL
SELECT c.release_id, c.request_id, c.recording_id, 19, 'a person shown is neither clear, consenting, nor redacted out'
FROM release_candidate c
JOIN notice n ON n.request_id = c.request_id AND n.recording_id = c.recording_id AND n.kind <> 'statute_8'
JOIN person p ON p.id = n.person_id AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
WHERE n.state NOT IN ('clear', 'consented', 'redacted_out', 'unlocated')
  AND NOT (n.state IN ('enjoined_part', 'enjoined_all') AND n.last_day IS NOT NULL);
