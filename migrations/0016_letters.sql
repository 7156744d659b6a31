-- What becomes of letters that do not arrive, and letters on paper to whoever filed.

-- Why it was not sent: `recipient` (refused for ever), `sender` (our sender or password is refused), `server` (not reached, or
-- not now).
ALTER TABLE outbox ADD COLUMN cause TEXT;
-- Since when a member of staff has dealt with it, who, and how: `address` (sent to another address), `paper`, `aside`.
ALTER TABLE outbox ADD COLUMN settled_at BIGINT;
ALTER TABLE outbox ADD COLUMN settled_by TEXT REFERENCES staff (id);
ALTER TABLE outbox ADD COLUMN settled_how TEXT;
-- The day on which it came back although a mail server had taken it. Such a letter was given to nobody.
ALTER TABLE outbox ADD COLUMN returned_on TEXT;
-- Since when address and words are erased.
ALTER TABLE outbox ADD COLUMN erased_at BIGINT;

CREATE INDEX outbox_failed ON outbox (gave_up_at) WHERE gave_up_at IS NOT NULL AND settled_at IS NULL;
CREATE INDEX outbox_done ON outbox (created_at) WHERE erased_at IS NULL;

-- Letters on paper to whoever filed a request: they gave a postal address and no e-mail, or their mail failed.
CREATE TABLE paper_letter (
    id TEXT NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES records_request (id),
    -- As in `outbox`, with the instant of the act that it tells about.
    kind TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- The day on whose print run it is.
    made_on TEXT NOT NULL,
    -- The letter as markup, name and address in it.
    document TEXT NOT NULL,
    -- The mail that it stands for.
    outbox_id TEXT REFERENCES outbox (id),
    -- The day on which it was given to the post, as a member of staff said, and when they said so.
    posted_on TEXT,
    posted_at BIGINT,
    posted_by TEXT REFERENCES staff (id),
    -- The day on which it came back. Such a letter was given to nobody.
    returned_on TEXT,
    erased_at BIGINT
);

CREATE INDEX paper_letter_request ON paper_letter (request_id);
CREATE INDEX paper_letter_day ON paper_letter (made_on);
CREATE INDEX paper_letter_waiting ON paper_letter (created_at) WHERE posted_on IS NULL;

-- The link in each mail by which whoever filed stops mails, as a hash.
ALTER TABLE requester ADD COLUMN stop_hash TEXT;
CREATE UNIQUE INDEX requester_stop ON requester (stop_hash);

-- Which passed days of a request whoever filed was told of.
CREATE TABLE overdue_told (
    request_id TEXT NOT NULL REFERENCES records_request (id),
    clock TEXT NOT NULL,
    due TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (request_id, clock, due)
);
