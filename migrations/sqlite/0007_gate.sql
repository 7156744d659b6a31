-- A deletion is refused while anything holds the recording: a request's or a suit's hold on it or on its time, division
-- and camera (610.027), an order to preserve it (610.100.5), an active case, or a closed record (610.120.1), whatever a
-- court opened since. What a notice holds is with the notices.
CREATE TRIGGER deletion_refused_while_held BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM recording_hold h
    WHERE h.recording_id = NEW.recording_id
      AND h.placed_on <= NEW.on_date AND (h.last_day IS NULL OR h.last_day >= NEW.on_date)
)
BEGIN
    SELECT RAISE(ABORT, 'a hold stands on this recording');
END;

CREATE TRIGGER deletion_refused_while_ordered BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id
    WHERE s.recording_id = NEW.recording_id AND o.kind = 'preserve'
      AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)
)
BEGIN
    SELECT RAISE(ABORT, 'a court ordered that this recording is preserved');
END;

CREATE TRIGGER deletion_refused_while_closed BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM recording r
    WHERE r.id = NEW.recording_id
      AND (r.status_kind IN ('active_closed', 'reclosed') OR r.underlying_kind IN ('active_closed', 'reclosed'))
)
BEGIN
    SELECT RAISE(ABORT, 'an active case or a closed record keeps this recording');
END;

-- A day ahead would pass a hold that ends before it: what was deleted is known no later than today, and the register
-- knows what day it is.
CREATE TRIGGER deletion_refused_ahead BEFORE INSERT ON deletion
WHEN NEW.on_date > (SELECT MAX(e.on_date) FROM audit_entry e)
BEGIN
    SELECT RAISE(ABORT, 'a deletion is not dated ahead');
END;

-- It was still there when it was entered, and when it was linked to a request.
CREATE TRIGGER deletion_refused_before_it_was_seen BEFORE INSERT ON deletion
WHEN EXISTS (SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.entered_on > NEW.on_date)
    OR EXISTS (
        SELECT 1 FROM request_recording l WHERE l.recording_id = NEW.recording_id AND l.linked_on > NEW.on_date
    )
BEGIN
    SELECT RAISE(ABORT, 'the recording was still there on a later day');
END;

-- H-NOTICE: a notice that runs, and an action that is pending, keep the recording.
CREATE TRIGGER deletion_refused_while_noticed BEFORE INSERT ON deletion
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.recording_id = NEW.recording_id
      AND (n.state IN ('sent', 'window_open', 'objected', 'action_pending') OR n.pending_actions > 0)
)
BEGIN
    SELECT RAISE(ABORT, 'a notice to a person shown keeps this recording');
END;

-- The release gate: a row stands only for what nobody and nothing holds back. The law crate says why in words; here the
-- database refuses, whoever writes.
--
-- The day: a release bears the newest day that the audit log knows. One dated back would pass under an older day's
-- orders and closures; one dated ahead would pass days that people still have. The rule needs no clock of the
-- database, whose time zone and settings are not the agency's, and which need not run with the program's: where the
-- program's clock is set (a drill, a test of the days), its audit log is set with it. Whoever would lie about the
-- day must first lie in the audit log, which keeps it for ever and lets nothing more out until that day has come.
CREATE TRIGGER release_gate_01 BEFORE INSERT ON release
WHEN NEW.on_date IS NOT (SELECT MAX(e.on_date) FROM audit_entry e)
BEGIN
    SELECT RAISE(ABORT, 'release refused: it does not bear the audit log''s day');
END;

CREATE TRIGGER release_gate_02 BEFORE INSERT ON release
WHEN NOT EXISTS (
    SELECT 1 FROM release_copy c
    WHERE c.id = NEW.copy_id AND c.recording_id = NEW.recording_id AND c.approved_by IS NOT NULL
      AND c.approved_by <> c.made_by AND c.approved_sha256 = c.sha256
      AND NOT EXISTS (
          SELECT 1 FROM release_copy later WHERE later.recording_id = c.recording_id
            AND (later.made_at > c.made_at OR (later.made_at = c.made_at AND later.id > c.id))
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the copy is not approved by a second person');
END;

CREATE TRIGGER release_gate_03 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM redaction x JOIN release_copy c ON c.id = x.copy_id
    JOIN original o ON o.recording_id = c.recording_id AND o.sha256 = c.sha256
    WHERE x.copy_id = NEW.copy_id
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the copy that something is withheld in is the original');
END;

CREATE TRIGGER release_gate_04 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM redaction x
    WHERE x.copy_id = NEW.copy_id
      AND x.to_ms > (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a redaction lies beyond the end of the recording');
END;

CREATE TRIGGER release_gate_05 BEFORE INSERT ON release
WHEN NOT EXISTS (
    SELECT 1 FROM request_recording l JOIN recording r ON r.id = l.recording_id
    WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id AND r.people_logged_at IS NOT NULL
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the recording does not answer this request, or its people log is open');
END;

CREATE TRIGGER release_gate_06 BEFORE INSERT ON release
WHEN NOT EXISTS (
    SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.status_kind = 'inactive_open'
) AND EXISTS (
    SELECT 1 FROM (
        SELECT 0 AS at
        UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        UNION SELECT s.to_ms FROM order_reach s WHERE s.recording_id = NEW.recording_id
    ) p
    WHERE p.at < (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id AND x.kind = 'cut' AND x.from_ms <= p.at AND p.at < x.to_ms
      )
      AND NOT EXISTS (
          SELECT 1 FROM order_reach s
          WHERE s.recording_id = NEW.recording_id AND s.kind = 'disclose' AND s.verified_by <> s.entered_by
            AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
            AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
            AND s.from_ms <= p.at AND p.at < s.to_ms
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the recording is closed, and no order in force opens what the copy shows');
END;

CREATE TRIGGER release_gate_07 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind IN ('close', 'enjoin')
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order forbids what the copy shows');
END;

CREATE TRIGGER release_gate_08 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind = 'redact' AND (s.hide = 'blur' OR s.hide IS NULL)
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind IN ('cut', 'blur')
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order hides what the copy does not (blur)');
END;

CREATE TRIGGER release_gate_09 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind = 'redact' AND (s.hide = 'mute' OR s.hide IS NULL)
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind IN ('cut', 'mute')
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order hides what the copy does not (mute)');
END;

CREATE TRIGGER release_gate_10 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM order_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND s.kind = 'redact' AND s.hide = 'cut'
      AND s.effective <= NEW.on_date AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND (s.stayed_since IS NULL OR s.stayed_since > NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an order hides what the copy does not (cut)');
END;

CREATE TRIGGER release_gate_11 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM restraint_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.recording_id = NEW.recording_id AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a court forbade what the copy shows');
END;

CREATE TRIGGER release_gate_12 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n WHERE n.recording_id = NEW.recording_id AND n.pending_actions > 0
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: an action of a person shown is pending');
END;

CREATE TRIGGER release_gate_13 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
    WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id
      AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
      AND (n.opens_on > NEW.on_date OR n.open_objections > 0
          OR (n.kept_whole > 0 AND n.state <> 'redacted_out' AND n.state <> 'consented'))
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown still has days, or waits for an answer');
END;

-- What is said of a notice beside its content is what its content says.
CREATE TRIGGER release_gate_14 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.recording_id = NEW.recording_id
      AND (json_extract(n.content, '$.state.state') IS NOT n.state
          OR COALESCE(json_extract(n.content, '$.state.window.opens_on'), '') > COALESCE(n.opens_on, '')
          OR (n.kind <> 'statute_8' AND n.state NOT IN ('consented', 'exempt') AND n.open_objections < (
              SELECT COUNT(*) FROM json_each(n.content, '$.objections') j
              WHERE json_extract(j.value, '$.late') = 0 AND json_extract(j.value, '$.answer') IS NULL
          )))
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a notice is not what its content says');
END;

CREATE TRIGGER release_gate_15 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n
    WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id AND n.wait_until > NEW.on_date
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown was promised to wait');
END;

CREATE TRIGGER release_gate_16 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM promise_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.request_id = NEW.request_id AND s.recording_id = NEW.recording_id AND s.kind = 'blur'
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND (x.kind = 'cut' OR (x.kind = 'blur' AND x.of_person = s.pseudonym))
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a promise to a person shown is not kept (blur)');
END;

CREATE TRIGGER release_gate_17 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM promise_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.request_id = NEW.request_id AND s.recording_id = NEW.recording_id AND s.kind = 'mute'
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind IN ('cut', 'mute')
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a promise to a person shown is not kept (mute)');
END;

CREATE TRIGGER release_gate_18 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM promise_reach s
    JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
        ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
    WHERE s.request_id = NEW.request_id AND s.recording_id = NEW.recording_id AND s.kind = 'cut'
      AND NOT EXISTS (
          SELECT 1 FROM redaction x
          WHERE x.copy_id = NEW.copy_id
            AND x.kind = 'cut'
            AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
            AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a promise to a person shown is not kept (cut)');
END;

CREATE TRIGGER release_gate_19 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM person p
    WHERE p.recording_id = NEW.recording_id AND p.police_affiliated_at IS NULL
      AND NOT EXISTS (
          SELECT 1 FROM notice n
          WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'agency_policy'
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown has no notice');
END;

-- Nowhere is not the same as hidden.
CREATE TRIGGER release_gate_20 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM person p
    WHERE p.recording_id = NEW.recording_id
      AND (p.police_affiliated_at IS NULL OR EXISTS (
          SELECT 1 FROM notice n
          WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'next_of_kin'
      ))
      AND NOT EXISTS (SELECT 1 FROM person_span s WHERE s.person_id = p.id)
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: the people log does not say where a person is shown');
END;

-- Next of kin of each of the dead, and of one at least.
CREATE TRIGGER release_gate_21 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.crime_scene_at IS NOT NULL
) AND (
    NOT EXISTS (
        SELECT 1 FROM person p WHERE p.recording_id = NEW.recording_id AND p.deceased_at IS NOT NULL
    ) OR EXISTS (
        SELECT 1 FROM person p
        WHERE p.recording_id = NEW.recording_id AND p.deceased_at IS NOT NULL
          AND NOT EXISTS (
              SELECT 1 FROM notice n
              WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'next_of_kin'
          )
    )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a crime scene with a deceased person needs the notice to next of kin');
END;

CREATE TRIGGER release_gate_22 BEFORE INSERT ON release
WHEN EXISTS (
    SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
    WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id AND n.kind <> 'statute_8'
      AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
      AND NOT (
          n.state IN ('clear', 'consented')
          OR (n.state IN ('enjoined_part', 'enjoined_all') AND n.last_day IS NOT NULL)
          OR (n.state = 'unlocated' AND EXISTS (
              SELECT 1 FROM order_excused k JOIN disclosure_order o ON o.id = k.order_id
              WHERE k.recording_id = n.recording_id AND k.pseudonym = p.pseudonym AND o.kind = 'disclose'
                AND o.verified_by <> o.entered_by
                AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)
                AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date)
          ))
          OR (
              n.state IN ('redacted_out', 'unlocated')
              AND NOT EXISTS (
                  SELECT 1 FROM person_reach s
                  JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
                      ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
                  WHERE s.person_id = p.id AND s.sense = 'seen'
                    AND NOT EXISTS (
                        SELECT 1 FROM redaction x
                        WHERE x.copy_id = NEW.copy_id
                          AND (x.kind = 'cut' OR (x.kind = 'blur' AND x.of_person = p.pseudonym))
                          AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                          AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                    )
              )
              AND NOT EXISTS (
                  SELECT 1 FROM person_reach s
                  JOIN (SELECT -1 AS at UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id) e
                      ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
                  WHERE s.person_id = p.id AND s.sense = 'heard'
                    AND NOT EXISTS (
                        SELECT 1 FROM redaction x
                        WHERE x.copy_id = NEW.copy_id
                          AND x.kind IN ('cut', 'mute')
                          AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                          AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                    )
              )
          )
      )
)
BEGIN
    SELECT RAISE(ABORT, 'release refused: a person shown is neither clear, consenting, nor redacted out');
END;
