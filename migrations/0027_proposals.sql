-- What frees something: entered by one person, and done once another verified it. Until then it counts for nothing.
CREATE TABLE proposal (
    id TEXT NOT NULL PRIMARY KEY,
    -- `order`, `notice`, `person`.
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    -- `lift`, `stay`, `reject`, `decide`, `consent`, `exempt`, `affiliate`, `take_out`.
    kind TEXT NOT NULL,
    -- The act with its facts, as JSON.
    content TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    entered_on TEXT NOT NULL,
    entered_by TEXT NOT NULL REFERENCES staff (id),
    verified_at BIGINT,
    verified_by TEXT REFERENCES staff (id),
    -- The version of the subject that came of it: one verification frees once.
    done_version BIGINT,
    refused_at BIGINT,
    refused_by TEXT REFERENCES staff (id),
    refused_reason TEXT,
    CHECK (verified_by IS NULL OR verified_by <> entered_by),
    CHECK ((verified_by IS NULL) = (verified_at IS NULL) AND (verified_by IS NULL) = (done_version IS NULL)),
    CHECK ((refused_by IS NULL) = (refused_at IS NULL) AND (refused_by IS NULL) = (refused_reason IS NULL)),
    CHECK (verified_by IS NULL OR refused_by IS NULL)
);

-- One of a subject waits at a time.
CREATE UNIQUE INDEX proposal_waiting ON proposal (subject, subject_id) WHERE verified_at IS NULL AND refused_at IS NULL;
CREATE INDEX proposal_subject ON proposal (subject, subject_id);

-- What one person alone freed before this rule, by request and recording: nothing more goes out on it until two have said so.
-- What is out already stays.
CREATE VIEW freed_by_one AS
SELECT n.request_id, n.recording_id, 'a consent or an exemption was verified by no second person' AS reason
FROM notice n
WHERE n.state IN ('consented', 'exempt') AND n.kind <> 'statute_8' AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'notice' AND p.subject_id = n.id AND p.kind IN ('consent', 'exempt') AND p.verified_by <> p.entered_by
) AND NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = n.person_id)
UNION ALL
SELECT l.request_id, l.recording_id, 'that a person is of the police was verified by no second person'
FROM request_recording l JOIN person r ON r.recording_id = l.recording_id
WHERE r.police_affiliated_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM proposal p
    WHERE p.subject = 'person' AND p.subject_id = r.id AND p.kind = 'affiliate' AND p.verified_by <> p.entered_by
) AND NOT EXISTS (SELECT 1 FROM person_taken_out t WHERE t.person_id = r.id);
