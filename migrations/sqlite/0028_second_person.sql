-- Nothing is free by the word of one: see 0027.

CREATE TRIGGER consent_by_two BEFORE UPDATE ON notice
WHEN NEW.state = 'consented' AND OLD.state <> 'consented' AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'notice' AND p.subject_id = OLD.id AND p.kind IN ('consent') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
)
BEGIN SELECT RAISE(ABORT, 'a consent is verified by a second person first'); END;

CREATE TRIGGER exemption_by_two BEFORE UPDATE ON notice
WHEN NEW.state = 'exempt' AND OLD.state <> 'exempt' AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'notice' AND p.subject_id = OLD.id AND p.kind IN ('exempt') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
)
BEGIN SELECT RAISE(ABORT, 'an exemption is verified by a second person first'); END;

CREATE TRIGGER court_frees_by_two BEFORE UPDATE ON notice
WHEN (OLD.pending_actions > 0 AND NEW.pending_actions = 0
    OR OLD.state IN ('action_pending', 'enjoined_part', 'enjoined_all')
    AND NEW.state NOT IN ('action_pending', 'enjoined_part', 'enjoined_all'))
    AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'notice' AND p.subject_id = OLD.id AND p.kind IN ('reject', 'decide') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
)
BEGIN SELECT RAISE(ABORT, 'what frees a person shown of a court is verified by a second person first'); END;

CREATE TRIGGER notice_begins_identified BEFORE INSERT ON notice
WHEN NEW.state <> 'identified'
BEGIN SELECT RAISE(ABORT, 'a notice begins with nothing said of it'); END;

-- Orders that keep footage from somebody and open none: a stay of them frees, and its end forbids anew.
CREATE VIEW order_forbids AS
SELECT o.id AS order_id FROM disclosure_order o
WHERE o.kind IN ('close', 'enjoin', 'redact') OR o.kind <> 'disclose' AND EXISTS (
    SELECT 1 FROM order_term t WHERE t.order_id = o.id AND t.kind NOT IN ('scope', 'redactions')
);

CREATE TRIGGER stayed_by_two BEFORE UPDATE ON disclosure_order
WHEN NEW.stayed_since IS NOT NULL AND (OLD.stayed_since IS NULL OR NEW.stayed_since < OLD.stayed_since)
    AND EXISTS (SELECT 1 FROM order_forbids f WHERE f.order_id = OLD.id)
    AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'order' AND p.subject_id = OLD.id AND p.kind IN ('stay') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
)
BEGIN SELECT RAISE(ABORT, 'the stay of what forbids is verified by a second person first'); END;

CREATE TRIGGER stay_lifted_by_two BEFORE UPDATE ON disclosure_order
WHEN OLD.stayed_since IS NOT NULL AND (NEW.stayed_since IS NULL OR NEW.stayed_since > OLD.stayed_since)
    AND NOT EXISTS (SELECT 1 FROM order_forbids f WHERE f.order_id = OLD.id)
    AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'order' AND p.subject_id = OLD.id AND p.kind IN ('lift') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
)
BEGIN SELECT RAISE(ABORT, 'that a stay ended is verified by a second person first'); END;

CREATE TRIGGER affiliation_entered_by_two BEFORE INSERT ON person
WHEN NEW.police_affiliated_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'that somebody is of the police is verified by a second person first'); END;

CREATE TRIGGER affiliation_by_two BEFORE UPDATE ON person
WHEN OLD.police_affiliated_at IS NULL AND NEW.police_affiliated_at IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = OLD.id)
    AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'person' AND p.subject_id = OLD.id AND p.kind IN ('affiliate') AND p.verified_by <> p.entered_by
      AND p.done_version = NEW.version AND NEW.version = OLD.version + 1
)
BEGIN SELECT RAISE(ABORT, 'that somebody is of the police is verified by a second person first'); END;

CREATE TRIGGER person_taken_out_by_two BEFORE INSERT ON person_taken_out
WHEN NOT EXISTS (
    SELECT 1 FROM proposal p JOIN person r ON r.id = p.subject_id
    WHERE p.subject = 'person' AND r.id = NEW.person_id AND p.kind IN ('take_out') AND p.verified_by <> p.entered_by
      AND p.done_version = r.version + 1
)
BEGIN SELECT RAISE(ABORT, 'that somebody is taken out of a people log is verified by a second person first'); END;

CREATE TRIGGER restraint_ends_by_two BEFORE DELETE ON notice_restraint
WHEN NOT EXISTS (
    SELECT 1 FROM notice_restraint w
    WHERE w.notice_id = OLD.notice_id AND w.no <> OLD.no
      AND (w.from_ms IS NULL OR OLD.from_ms IS NOT NULL AND w.from_ms <= OLD.from_ms AND w.to_ms >= OLD.to_ms)
      AND (w.last_day IS NULL OR OLD.last_day IS NOT NULL AND w.last_day >= OLD.last_day)
) AND NOT EXISTS (
    SELECT 1 FROM proposal p JOIN notice n ON n.id = p.subject_id
    WHERE p.subject = 'notice' AND n.id = OLD.notice_id AND p.kind = 'decide' AND p.verified_by <> p.entered_by
      AND p.done_version = n.version
)
BEGIN SELECT RAISE(ABORT, 'what frees a person shown of a court is verified by a second person first'); END;

CREATE TRIGGER proposal_begins_waiting BEFORE INSERT ON proposal
WHEN NEW.verified_by IS NOT NULL OR NEW.refused_by IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a second person verifies what was entered before'); END;

CREATE TRIGGER proposal_as_entered BEFORE UPDATE ON proposal
WHEN (NEW.id, NEW.subject, NEW.subject_id, NEW.kind, NEW.content, NEW.entered_at, NEW.entered_on, NEW.entered_by)
    IS DISTINCT FROM (OLD.id, OLD.subject, OLD.subject_id, OLD.kind, OLD.content, OLD.entered_at, OLD.entered_on, OLD.entered_by)
BEGIN SELECT RAISE(ABORT, 'what was entered for a second person is never changed'); END;

CREATE TRIGGER proposal_answered_once BEFORE UPDATE ON proposal
WHEN (OLD.verified_by IS NOT NULL OR OLD.refused_by IS NOT NULL)
    AND (NEW.verified_at, NEW.verified_by, NEW.done_version, NEW.refused_at, NEW.refused_by, NEW.refused_reason)
    IS DISTINCT FROM (OLD.verified_at, OLD.verified_by, OLD.done_version, OLD.refused_at, OLD.refused_by, OLD.refused_reason)
BEGIN SELECT RAISE(ABORT, 'what was entered for a second person is never changed'); END;

CREATE TRIGGER proposal_no_delete BEFORE DELETE ON proposal
BEGIN SELECT RAISE(ABORT, 'what was entered for a second person is never changed'); END;

CREATE TRIGGER proposal_no_replace BEFORE INSERT ON proposal
WHEN EXISTS (
    SELECT 1 FROM proposal o WHERE o.id = NEW.id OR o.rowid = NEW.rowid
    OR o.subject = NEW.subject AND o.subject_id = NEW.subject_id AND o.verified_at IS NULL AND o.refused_at IS NULL
)
BEGIN SELECT RAISE(ABORT, 'what was entered for a second person is never changed'); END;

CREATE TRIGGER release_freed_by_two BEFORE INSERT ON release
WHEN EXISTS (SELECT 1 FROM freed_by_one f WHERE f.request_id = NEW.request_id AND f.recording_id = NEW.recording_id)
BEGIN SELECT RAISE(ABORT, 'release refused: something is free by the word of one'); END;

CREATE TRIGGER publication_freed_by_two BEFORE INSERT ON publication
WHEN EXISTS (
    SELECT 1 FROM freed_by_one f JOIN release e ON e.request_id = f.request_id AND e.recording_id = f.recording_id
    WHERE e.id = NEW.release_id
)
BEGIN SELECT RAISE(ABORT, 'publication refused: something is free by the word of one'); END;

CREATE TRIGGER publication_decision_freed_by_two BEFORE INSERT ON publication_decision
WHEN NEW.kind = 'approved' AND EXISTS (
    SELECT 1 FROM freed_by_one f JOIN release e ON e.request_id = f.request_id AND e.recording_id = f.recording_id
    JOIN publication p ON p.release_id = e.id
    WHERE p.id = NEW.publication_id
)
BEGIN SELECT RAISE(ABORT, 'publication refused: something is free by the word of one'); END;
