-- What is in the videos that are kept, and who wrote what stands beside a copy.

-- What was sent as a copy, and what was taken out of it before it was kept. A copy without a row was kept before copies
-- were made anew, and is neither approved nor released.
CREATE TABLE copy_contents (
    copy_id TEXT NOT NULL PRIMARY KEY REFERENCES release_copy (id),
    -- The file as it was sent, which is not kept.
    sent_sha256 TEXT NOT NULL,
    sent_bytes BIGINT NOT NULL,
    -- SHA-256 of picture and sound alone: the same for two files that show and sound the same.
    essence TEXT NOT NULL,
    -- Tracks, and what was taken out, as JSON.
    contents TEXT NOT NULL
);

-- The same of an original, which is kept as it was sent; without essence, it is none that a copy could be made of.
CREATE TABLE original_contents (
    recording_id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    essence TEXT,
    contents TEXT NOT NULL,
    PRIMARY KEY (recording_id, sha256),
    FOREIGN KEY (recording_id, sha256) REFERENCES original (recording_id, sha256)
);

-- Who wrote what stands beside a copy, or changed it. None of them approves the copy.
CREATE TABLE copy_author (
    copy_id TEXT NOT NULL REFERENCES release_copy (id),
    staff_id TEXT NOT NULL REFERENCES staff (id),
    part TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (copy_id, staff_id, part),
    CHECK (part IN ('captions', 'transcript', 'redactions'))
);

-- Under which hash an upload arrived, once it is kept.
ALTER TABLE upload ADD COLUMN sent_sha256 TEXT;

CREATE TRIGGER copy_contents_no_update BEFORE UPDATE ON copy_contents
BEGIN SELECT RAISE(ABORT, 'what was found in a copy stays'); END;
CREATE TRIGGER copy_contents_no_delete BEFORE DELETE ON copy_contents
BEGIN SELECT RAISE(ABORT, 'what was found in a copy stays'); END;
CREATE TRIGGER copy_contents_no_replace BEFORE INSERT ON copy_contents
WHEN EXISTS (SELECT 1 FROM copy_contents o WHERE o.copy_id = NEW.copy_id OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what was found in a copy stays'); END;

CREATE TRIGGER original_contents_no_update BEFORE UPDATE ON original_contents
BEGIN SELECT RAISE(ABORT, 'what was found in an original stays'); END;
CREATE TRIGGER original_contents_no_delete BEFORE DELETE ON original_contents
BEGIN SELECT RAISE(ABORT, 'what was found in an original stays'); END;
CREATE TRIGGER original_contents_no_replace BEFORE INSERT ON original_contents
WHEN EXISTS (SELECT 1 FROM original_contents o
    WHERE o.recording_id = NEW.recording_id AND o.sha256 = NEW.sha256 OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'what was found in an original stays'); END;

CREATE TRIGGER copy_author_no_update BEFORE UPDATE ON copy_author
BEGIN SELECT RAISE(ABORT, 'who wrote what stands'); END;
CREATE TRIGGER copy_author_no_delete BEFORE DELETE ON copy_author
BEGIN SELECT RAISE(ABORT, 'who wrote what stands'); END;
CREATE TRIGGER copy_author_no_replace BEFORE INSERT ON copy_author
WHEN EXISTS (SELECT 1 FROM copy_author o
    WHERE o.copy_id = NEW.copy_id AND o.staff_id = NEW.staff_id AND o.part = NEW.part OR o.rowid = NEW.rowid)
BEGIN SELECT RAISE(ABORT, 'who wrote what stands'); END;

-- An approval is by somebody who neither made the copy nor wrote anything beside it, of a copy that was made anew, and
-- of none that lists redactions and shows and sounds what an original does.
CREATE TRIGGER copy_approval_gate BEFORE UPDATE ON release_copy
WHEN NEW.approved_by IS NOT NULL AND OLD.approved_by IS NULL
BEGIN
    SELECT RAISE(ABORT, 'an approval is by somebody who wrote nothing of it')
    WHERE EXISTS (SELECT 1 FROM copy_author a WHERE a.copy_id = NEW.id AND a.staff_id = NEW.approved_by)
        OR EXISTS (SELECT 1 FROM redaction x WHERE x.copy_id = NEW.id AND x.reviewer = NEW.approved_by);
    SELECT RAISE(ABORT, 'nobody looked at what is in this copy')
    WHERE NOT EXISTS (SELECT 1 FROM copy_contents c WHERE c.copy_id = NEW.id);
    SELECT RAISE(ABORT, 'the copy that something is withheld in is the original')
    WHERE EXISTS (SELECT 1 FROM redaction x WHERE x.copy_id = NEW.id) AND EXISTS (
        SELECT 1 FROM copy_contents c JOIN original_contents o ON o.essence = c.essence
        WHERE c.copy_id = NEW.id AND o.recording_id = NEW.recording_id
    );
END;

CREATE TRIGGER release_contents_gate BEFORE INSERT ON release
WHEN NOT EXISTS (SELECT 1 FROM copy_contents c WHERE c.copy_id = NEW.copy_id)
BEGIN SELECT RAISE(ABORT, 'release refused: nobody looked at what is in this copy'); END;
