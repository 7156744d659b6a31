-- The release gate: a row stands only for what nobody and nothing holds back. The law crate says why in words; here the
-- database refuses, whoever writes.
CREATE FUNCTION release_gate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM release_copy c
        WHERE c.id = NEW.copy_id AND c.recording_id = NEW.recording_id AND c.approved_by IS NOT NULL
          AND c.approved_by <> c.made_by AND c.approved_sha256 = c.sha256
          AND NOT EXISTS (
              SELECT 1 FROM release_copy later WHERE later.recording_id = c.recording_id
                AND (later.made_at > c.made_at OR (later.made_at = c.made_at AND later.id > c.id))
          )
    ) THEN
        RAISE EXCEPTION 'release refused: the copy is not approved by a second person';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM request_recording l JOIN recording r ON r.id = l.recording_id
        WHERE l.request_id = NEW.request_id AND l.recording_id = NEW.recording_id AND r.people_logged_at IS NOT NULL
    ) THEN
        RAISE EXCEPTION 'release refused: the recording does not answer this request, or its people log is open';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.status_kind = 'inactive_open'
    ) AND EXISTS (
        SELECT 1 FROM (
            SELECT 0 AS at
            UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
            UNION SELECT s.to_ms FROM order_scope s WHERE s.recording_id = NEW.recording_id AND s.to_ms IS NOT NULL
        ) p
        WHERE p.at < (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)
          AND NOT EXISTS (
              SELECT 1 FROM redaction x
              WHERE x.copy_id = NEW.copy_id AND x.kind = 'cut' AND x.from_ms <= p.at AND p.at < x.to_ms
          )
          AND NOT EXISTS (
              SELECT 1 FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id
              WHERE s.recording_id = NEW.recording_id AND o.kind = 'disclose'
                AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date) AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date) AND o.verified_by IS NOT NULL AND o.verified_by <> o.entered_by
                AND (s.from_ms IS NULL OR (s.from_ms <= p.at AND p.at < s.to_ms))
          )
    ) THEN
        RAISE EXCEPTION 'release refused: the recording is closed, and no order in force opens what the copy shows';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT COALESCE(s.from_ms, 0) AS from_ms, COALESCE(s.to_ms, (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)) AS to_ms FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id WHERE s.recording_id = NEW.recording_id AND o.kind IN ('close', 'enjoin') AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date) AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)) s
        JOIN (
            SELECT -1 AS at
            UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
        WHERE NOT EXISTS (
            SELECT 1 FROM redaction x
            WHERE x.copy_id = NEW.copy_id AND x.kind IN ('cut')
              AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
              AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
        )
    ) THEN
        RAISE EXCEPTION 'release refused: an order forbids what the copy shows';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT COALESCE(s.from_ms, 0) AS from_ms, COALESCE(s.to_ms, (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)) AS to_ms FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id WHERE s.recording_id = NEW.recording_id AND o.kind = 'redact' AND (s.hide = 'blur' OR s.hide IS NULL) AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date) AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)) s
        JOIN (
            SELECT -1 AS at
            UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
        WHERE NOT EXISTS (
            SELECT 1 FROM redaction x
            WHERE x.copy_id = NEW.copy_id AND x.kind IN ('cut','blur')
              AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
              AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
        )
    ) THEN
        RAISE EXCEPTION 'release refused: an order hides what the copy does not (blur)';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT COALESCE(s.from_ms, 0) AS from_ms, COALESCE(s.to_ms, (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)) AS to_ms FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id WHERE s.recording_id = NEW.recording_id AND o.kind = 'redact' AND (s.hide = 'mute' OR s.hide IS NULL) AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date) AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)) s
        JOIN (
            SELECT -1 AS at
            UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
        WHERE NOT EXISTS (
            SELECT 1 FROM redaction x
            WHERE x.copy_id = NEW.copy_id AND x.kind IN ('cut','mute')
              AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
              AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
        )
    ) THEN
        RAISE EXCEPTION 'release refused: an order hides what the copy does not (mute)';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT COALESCE(s.from_ms, 0) AS from_ms, COALESCE(s.to_ms, (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)) AS to_ms FROM order_scope s JOIN disclosure_order o ON o.id = s.order_id WHERE s.recording_id = NEW.recording_id AND o.kind = 'redact' AND (s.hide = 'cut') AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date) AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date)) s
        JOIN (
            SELECT -1 AS at
            UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
        WHERE NOT EXISTS (
            SELECT 1 FROM redaction x
            WHERE x.copy_id = NEW.copy_id AND x.kind IN ('cut')
              AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
              AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
        )
    ) THEN
        RAISE EXCEPTION 'release refused: an order hides what the copy does not (cut)';
    END IF;
    IF EXISTS (
        SELECT 1 FROM (SELECT COALESCE(s.from_ms, 0) AS from_ms, COALESCE(s.to_ms, (SELECT (r.ended_at - r.started_at) / 1000 FROM recording r WHERE r.id = NEW.recording_id)) AS to_ms FROM notice_restraint s JOIN notice n ON n.id = s.notice_id WHERE n.recording_id = NEW.recording_id AND (s.last_day IS NULL OR s.last_day >= NEW.on_date)) s
        JOIN (
            SELECT -1 AS at
            UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
        ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
        WHERE NOT EXISTS (
            SELECT 1 FROM redaction x
            WHERE x.copy_id = NEW.copy_id AND x.kind IN ('cut')
              AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
              AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
        )
    ) THEN
        RAISE EXCEPTION 'release refused: a court forbade what the copy shows';
    END IF;
    IF EXISTS (
        SELECT 1 FROM notice n WHERE n.recording_id = NEW.recording_id AND n.pending_actions > 0
    ) THEN
        RAISE EXCEPTION 'release refused: an action of a person shown is pending';
    END IF;
    IF EXISTS (
        SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id
          AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
          AND (n.opens_on > NEW.on_date OR n.open_objections > 0 OR n.wait_until > NEW.on_date
              OR (n.kept_whole > 0 AND n.state <> 'redacted_out' AND n.state <> 'consented'))
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown still has days, or waits for an answer';
    END IF;
    IF EXISTS (
        SELECT 1 FROM person p
        WHERE p.recording_id = NEW.recording_id AND p.police_affiliated_at IS NULL
          AND NOT EXISTS (
              SELECT 1 FROM notice n
              WHERE n.person_id = p.id AND n.request_id = NEW.request_id AND n.kind = 'agency_policy'
          )
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown has no notice';
    END IF;
    IF EXISTS (
        SELECT 1 FROM recording r WHERE r.id = NEW.recording_id AND r.crime_scene_at IS NOT NULL
    ) AND NOT EXISTS (
        SELECT 1 FROM notice n
        WHERE n.recording_id = NEW.recording_id AND n.request_id = NEW.request_id AND n.kind = 'next_of_kin'
    ) THEN
        RAISE EXCEPTION 'release refused: a crime scene with a deceased person needs the notice to next of kin';
    END IF;
    IF EXISTS (
        SELECT 1 FROM notice n JOIN person p ON p.id = n.person_id
        WHERE n.request_id = NEW.request_id AND n.recording_id = NEW.recording_id AND n.kind <> 'statute_8'
          AND (p.police_affiliated_at IS NULL OR n.kind = 'next_of_kin')
          AND NOT (
              n.state IN ('clear', 'consented')
              OR (n.state IN ('enjoined_part', 'enjoined_all') AND n.last_day IS NOT NULL)
              OR (n.state = 'unlocated' AND EXISTS (
                  SELECT 1 FROM order_excused k JOIN disclosure_order o ON o.id = k.order_id
                  WHERE k.recording_id = n.recording_id AND k.pseudonym = p.pseudonym AND o.kind = 'disclose'
                    AND (o.stayed_since IS NULL OR o.stayed_since > NEW.on_date) AND o.effective <= NEW.on_date AND (o.last_day IS NULL OR o.last_day >= NEW.on_date) AND o.verified_by IS NOT NULL AND o.verified_by <> o.entered_by
              ))
              OR (n.state IN ('redacted_out', 'unlocated') AND NOT (EXISTS (
                SELECT 1 FROM person_span s
                JOIN (
                    SELECT -1 AS at
                    UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
                ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
                WHERE s.person_id = p.id AND s.sense = 'seen' AND NOT EXISTS (
                    SELECT 1 FROM redaction x
                    WHERE x.copy_id = NEW.copy_id AND (x.kind = 'cut' OR (x.kind = 'blur' AND x.of_person = p.pseudonym))
                      AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                      AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                )
            ) OR EXISTS (
                SELECT 1 FROM person_span s
                JOIN (
                    SELECT -1 AS at
                    UNION SELECT x.to_ms FROM redaction x WHERE x.copy_id = NEW.copy_id
                ) e ON e.at < s.to_ms AND (e.at = -1 OR e.at >= s.from_ms)
                WHERE s.person_id = p.id AND s.sense = 'heard' AND NOT EXISTS (
                    SELECT 1 FROM redaction x
                    WHERE x.copy_id = NEW.copy_id AND x.kind IN ('cut', 'mute')
                      AND x.from_ms <= CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                      AND x.to_ms > CASE WHEN e.at = -1 THEN s.from_ms ELSE e.at END
                )
            )))
          )
    ) THEN
        RAISE EXCEPTION 'release refused: a person shown is neither clear, consenting, nor redacted out';
    END IF;
    -- Nobody releases ahead of time by dating a release ahead.
    IF NEW.on_date > CAST(CURRENT_DATE + 1 AS TEXT) THEN
        RAISE EXCEPTION 'release refused: it is dated ahead';
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER release_gate BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION release_gate();
CREATE TRIGGER release_no_delete BEFORE DELETE ON release FOR EACH ROW EXECUTE FUNCTION stands();
CREATE TRIGGER release_no_truncate BEFORE TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION stands();
CREATE TRIGGER release_stands BEFORE UPDATE ON release
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.request_id <> OLD.request_id OR NEW.recording_id <> OLD.recording_id
        OR NEW.copy_id <> OLD.copy_id OR NEW.on_date <> OLD.on_date OR NEW.checklist <> OLD.checklist
        OR (OLD.stopped_at IS NOT NULL AND NEW.stopped_at IS NULL))
    EXECUTE FUNCTION stands();

-- What was approved stays what it was.
CREATE TRIGGER release_copy_stands BEFORE UPDATE ON release_copy
    FOR EACH ROW
    WHEN (NEW.id <> OLD.id OR NEW.recording_id <> OLD.recording_id OR NEW.sha256 <> OLD.sha256
        OR NEW.made_by <> OLD.made_by OR NEW.made_at <> OLD.made_at
        OR (OLD.approved_by IS NOT NULL
            AND (NEW.approved_by IS DISTINCT FROM OLD.approved_by
                OR NEW.approved_sha256 IS DISTINCT FROM OLD.approved_sha256)))
    EXECUTE FUNCTION stands();
CREATE TRIGGER release_copy_no_delete BEFORE DELETE ON release_copy FOR EACH ROW EXECUTE FUNCTION stands();

CREATE FUNCTION redaction_stands() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    of_copy TEXT;
BEGIN
    IF TG_OP = 'DELETE' THEN
        of_copy := OLD.copy_id;
    ELSE
        of_copy := NEW.copy_id;
    END IF;
    IF EXISTS (SELECT 1 FROM release_copy c WHERE c.id = of_copy AND c.approved_by IS NOT NULL) THEN
        RAISE EXCEPTION 'an approved copy keeps its redactions';
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END;
$$;

CREATE TRIGGER redaction_not_after_approval BEFORE INSERT OR DELETE ON redaction
    FOR EACH ROW EXECUTE FUNCTION redaction_stands();
CREATE TRIGGER redaction_no_update BEFORE UPDATE ON redaction FOR EACH ROW EXECUTE FUNCTION stands();
