-- Files that were taken away because the footage they show was lawfully deleted. Decided first, then taken away: a program
-- that is killed between the two leaves a row that the next one finishes. The rows of originals and copies stand, with their
-- hashes. A file that comes again, with other footage, has no row here any more.
CREATE TABLE removed_file (
    sha256 TEXT NOT NULL PRIMARY KEY REFERENCES stored_file (sha256),
    -- Instants in microseconds since 1970.
    decided_at BIGINT NOT NULL,
    removed_at BIGINT
);

CREATE INDEX removed_file_open ON removed_file (decided_at) WHERE removed_at IS NULL;

-- Every file of a recording: originals, copies, captions and transcripts of copies.
CREATE VIEW footage_file AS
SELECT recording_id, sha256 FROM original
UNION ALL
SELECT recording_id, sha256 FROM release_copy
UNION ALL
SELECT recording_id, captions_sha256 FROM release_copy WHERE captions_sha256 IS NOT NULL
UNION ALL
SELECT recording_id, transcript_sha256 FROM release_copy WHERE transcript_sha256 IS NOT NULL;

-- Whose file a hash is.
CREATE INDEX original_sha256 ON original (sha256);
CREATE INDEX release_copy_sha256 ON release_copy (sha256);
CREATE INDEX release_copy_captions ON release_copy (captions_sha256) WHERE captions_sha256 IS NOT NULL;
CREATE INDEX release_copy_transcript ON release_copy (transcript_sha256) WHERE transcript_sha256 IS NOT NULL;
CREATE INDEX attachment_sha256 ON attachment (sha256);
