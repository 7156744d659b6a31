-- A court's decision can have been entered by mistake. Taking back what forbids frees, so it needs two like a decision does.

CREATE OR REPLACE FUNCTION court_frees_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.pending_actions > 0 AND NEW.pending_actions = 0
    OR OLD.state IN ('action_pending', 'enjoined_part', 'enjoined_all')
    AND NEW.state NOT IN ('action_pending', 'enjoined_part', 'enjoined_all'))
    AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'notice' AND p.subject_id = OLD.id AND p.kind IN ('reject', 'decide', 'take_back_decision') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
) THEN
        RAISE EXCEPTION 'what frees a person shown of a court is verified by a second person first';
    END IF;
    RETURN NEW;
END;
$$;

CREATE OR REPLACE FUNCTION restraint_ends_by_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (
    SELECT 1 FROM notice_restraint w
    WHERE w.notice_id = OLD.notice_id AND w.no <> OLD.no
      AND (w.from_ms IS NULL OR OLD.from_ms IS NOT NULL AND w.from_ms <= OLD.from_ms AND w.to_ms >= OLD.to_ms)
      AND (w.last_day IS NULL OR OLD.last_day IS NOT NULL AND w.last_day >= OLD.last_day)
) AND NOT EXISTS (
    SELECT 1 FROM proposal p JOIN notice n ON n.id = p.subject_id
    WHERE p.subject = 'notice' AND n.id = OLD.notice_id AND p.kind IN ('decide', 'take_back_decision') AND p.verified_by <> p.entered_by
      AND p.done_version = n.version
) THEN
        RAISE EXCEPTION 'what frees a person shown of a court is verified by a second person first';
    END IF;
    RETURN OLD;
END;
$$;
