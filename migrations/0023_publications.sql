-- The public library: one person proposes, another lets in, one is enough to take out. Three tables that are only added to;
-- what is in the library follows from them. `published_at`, `title` and `warning` of `release` are what one person alone once
-- put there: they are kept, and nothing is shown by them any more.

-- To whom the person knows that the recording is to be shown: `public`, `requester`; NULL of somebody who was told nothing.
ALTER TABLE notice ADD COLUMN told_audience TEXT;

-- Whoever was told of anything until now was told of the person who asked.
UPDATE notice SET told_audience = 'requester'
WHERE state = 'consented' OR content LIKE '%"attempt":"sent"%';

-- A version of what a release is called in the library, as somebody proposed it.
CREATE TABLE publication (
    id TEXT NOT NULL PRIMARY KEY,
    release_id TEXT NOT NULL REFERENCES release (id),
    -- From 1 within the release; the newest counts.
    no BIGINT NOT NULL,
    title TEXT NOT NULL,
    warning TEXT NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES staff (id),
    proposed_at BIGINT NOT NULL,
    proposed_on TEXT NOT NULL,
    UNIQUE (release_id, no),
    CHECK (no > 0 AND TRIM(title) <> '' AND TRIM(warning) <> '')
);

-- What became of it.
CREATE TABLE publication_decision (
    publication_id TEXT NOT NULL PRIMARY KEY REFERENCES publication (id),
    -- `approved`, `sent_back`.
    kind TEXT NOT NULL,
    -- Why it was sent back.
    reason TEXT,
    decided_by TEXT NOT NULL REFERENCES staff (id),
    decided_at BIGINT NOT NULL,
    decided_on TEXT NOT NULL,
    -- A check that comes to NULL lets a row pass.
    CHECK (kind = 'approved' OR kind = 'sent_back' AND reason IS NOT NULL AND TRIM(reason) <> '')
);

-- A release was taken out of the library, while its delivery went on: all its versions up to this one.
CREATE TABLE publication_end (
    release_id TEXT NOT NULL REFERENCES release (id),
    up_to BIGINT NOT NULL,
    -- In a custodian's words; the bar of the law as JSON, where nobody did it.
    reason TEXT NOT NULL,
    citation TEXT NOT NULL,
    -- Nobody: the portal did, because it may no longer be there.
    ended_by TEXT REFERENCES staff (id),
    ended_at BIGINT NOT NULL,
    ended_on TEXT NOT NULL,
    PRIMARY KEY (release_id, up_to),
    FOREIGN KEY (release_id, up_to) REFERENCES publication (release_id, no),
    CHECK (TRIM(reason) <> '')
);
