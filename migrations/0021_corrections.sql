-- What corrects an entry that stands: each row names what it corrects, and stands itself.

-- A link of a recording to a request that was taken back, or made again since. The newest row counts.
CREATE TABLE link_change (
    request_id TEXT NOT NULL,
    recording_id TEXT NOT NULL,
    no BIGINT NOT NULL,
    -- When it was taken back; NULL where it was made again.
    taken_back_at BIGINT,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    changed_by TEXT NOT NULL REFERENCES staff (id),
    PRIMARY KEY (request_id, recording_id, no),
    FOREIGN KEY (request_id, recording_id) REFERENCES request_recording (request_id, recording_id)
);

-- The links as they are now.
CREATE VIEW linked_recording AS
SELECT l.request_id, l.recording_id, l.linked_at, l.linked_on, l.linked_by
FROM request_recording l
WHERE NOT EXISTS (
    SELECT 1 FROM link_change c
    WHERE c.request_id = l.request_id AND c.recording_id = l.recording_id AND c.taken_back_at IS NOT NULL
      AND NOT EXISTS (
          SELECT 1 FROM link_change later
          WHERE later.request_id = c.request_id AND later.recording_id = c.recording_id AND later.no > c.no
      )
);

-- Somebody who is not in the recording after all, or stands in its log twice. The line stays; no notice is due to them.
CREATE TABLE person_taken_out (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    on_date TEXT NOT NULL,
    taken_out_by TEXT NOT NULL REFERENCES staff (id)
);

-- Footage that the evidence system deleted although it had to be kept. `deletion` lets in only what nothing holds; what
-- was lost against a hold stands here alone, and what was only too early or unclassified stands in both.
CREATE TABLE deletion_breach (
    recording_id TEXT NOT NULL PRIMARY KEY REFERENCES recording (id),
    on_date TEXT NOT NULL,
    rule TEXT NOT NULL,
    -- Why it had to be kept, as the law says it, as JSON.
    kept_for TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL REFERENCES staff (id)
);

-- Everything that is gone, and since when.
CREATE VIEW deleted_recording AS
SELECT d.recording_id, d.on_date FROM deletion d
UNION ALL
SELECT b.recording_id, b.on_date FROM deletion_breach b
WHERE NOT EXISTS (SELECT 1 FROM deletion d WHERE d.recording_id = b.recording_id);
